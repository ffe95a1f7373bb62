//! What people do with records.

use std::collections::BTreeMap;

use tawro_core::command::{Command, ImportRow};
use tawro_core::id::{ImportId, RecordId};
use tawro_core::replica::ExecuteFault;
use tawro_core::schema::Scalar;

use crate::model::{FIELDS, Form, NOTE, Write, open_form};
use crate::planted::Planted;
use crate::world::{Held, World};

/// How many forms lie open on one machine.
const FORMS_MAX: usize = 4;

fn text(value: &str) -> Scalar {
    Scalar::Text(value.to_owned())
}

impl World {
    /// Somebody does something on some machine.
    pub(crate) fn edit(&mut self) -> Held {
        let Some(at) = self.someone_on() else {
            return Ok(());
        };
        match self.below(20) {
            0..3 => self.add_person(at),
            3 => self.import(at),
            4..6 => self.open_another_form(at),
            6..13 => self.set_cell(at),
            13..15 => self.write_note(at),
            15 => self.set_member(at),
            16 => self.delete_or_restore(at),
            17 => self.merge(at),
            _ => self.resolve(at),
        }
    }

    fn add_person(&mut self, at: usize) -> Held {
        let token = self.model.token();
        let id = RecordId::random(&mut self.dice);
        let command = Command::Add {
            kind: "person".to_owned(),
            id: Some(id),
            cells: vec![
                ("given_name/ar".to_owned(), text("خديجة")),
                (FIELDS[0].to_owned(), text(&token)),
            ],
        };
        let write = self.write(at, id, FIELDS[0], Vec::new());
        self.execute(at, &command, vec![(token, write)])
    }

    /// One of two sheets, each with the same rows on every device.
    fn import(&mut self, at: usize) -> Held {
        let sheet = self.below(2) as u8 + 1;
        let mut rows = Vec::new();
        let mut writes = Vec::new();
        for row in 1..=3u8 {
            let token = format!("i{sheet}{row}z");
            let mut id = [sheet; 16];
            id[15] = row;
            rows.push(ImportRow {
                id: RecordId(id),
                kind: "person".to_owned(),
                cells: vec![
                    ("given_name/ar".to_owned(), text("محمد")),
                    (FIELDS[0].to_owned(), text(&token)),
                    (NOTE.to_owned(), text(&format!("n{sheet}{row}z\n"))),
                ],
            });
            let write = self.write(at, RecordId(id), FIELDS[0], Vec::new());
            writes.push((token, write));
            let write = self.write(at, RecordId(id), NOTE, Vec::new());
            writes.push((format!("n{sheet}{row}z"), write));
        }
        let import = ImportId([sheet; 16]);
        self.execute(at, &Command::Import { import, rows }, writes)
    }

    fn open_another_form(&mut self, at: usize) -> Held {
        if let Some(form) = self.fresh_form(at) {
            let forms = &mut self.machines[at].forms;
            forms.truncate(FORMS_MAX - 1);
            forms.insert(0, form);
        }
        Ok(())
    }

    fn fresh_form(&mut self, at: usize) -> Option<Form> {
        let rows: Vec<_> = self.machines[at].disk.store.rows.keys().copied().collect();
        let id = self.pick(&rows)?;
        open_form(&self.machines[at].disk.store, id)
    }

    /// A form opened earlier, or one opened now.
    fn some_form(&mut self, at: usize) -> Option<Form> {
        if self.machines[at].forms.is_empty() || self.once_in(2) {
            return self.fresh_form(at);
        }
        let which = self.below(self.machines[at].forms.len());
        Some(self.machines[at].forms.remove(which))
    }

    fn base(&self, at: usize, form: &Form) -> Vec<[u8; 32]> {
        let now = self.machines[at].disk.store.rows.get(&form.record);
        match now {
            Some(row) if self.has(Planted::StaleForm) => row.heads.clone(),
            _ => form.heads.clone(),
        }
    }

    fn set_cell(&mut self, at: usize) -> Held {
        let Some(form) = self.some_form(at) else {
            return Ok(());
        };
        let mut cells = Vec::new();
        let mut writes = Vec::new();
        let several = 1 + self.below(2);
        for _ in 0..several {
            let field = FIELDS[self.below(FIELDS.len())];
            if cells.iter().any(|(cell, _)| cell == field) {
                continue;
            }
            let token = self.model.token();
            let shown = form.shown.get(field).cloned().unwrap_or_default();
            writes.push((token.clone(), self.write(at, form.record, field, shown)));
            cells.push((field.to_owned(), text(&token)));
        }
        let command = Command::Set {
            id: form.record,
            base: self.base(at, &form),
            cells,
        };
        self.execute(at, &command, writes)
    }

    fn write_note(&mut self, at: usize) -> Held {
        let Some(form) = self.some_form(at) else {
            return Ok(());
        };
        let token = self.model.token();
        let before = form.shown.get(NOTE).and_then(|values| values.first().cloned());
        let note = format!("{}{token}\n", before.unwrap_or_default());
        let command = Command::Set {
            id: form.record,
            base: self.base(at, &form),
            cells: vec![(NOTE.to_owned(), text(&note))],
        };
        let write = self.write(at, form.record, NOTE, Vec::new());
        self.execute(at, &command, vec![(token, write)])
    }

    fn set_member(&mut self, at: usize) -> Held {
        let Some(form) = self.some_form(at) else {
            return Ok(());
        };
        let phone = format!("phones/+21266100000{}", self.below(4));
        let command = Command::Set {
            id: form.record,
            base: self.base(at, &form),
            cells: vec![(phone, Scalar::Flag(!self.once_in(3)))],
        };
        self.execute(at, &command, Vec::new())
    }

    fn delete_or_restore(&mut self, at: usize) -> Held {
        let Some(form) = self.some_form(at) else {
            return Ok(());
        };
        let (id, base) = (form.record, self.base(at, &form));
        let command = if form.deleted {
            Command::Restore { id, base }
        } else {
            Command::Delete { id, base }
        };
        self.execute(at, &command, Vec::new())
    }

    fn merge(&mut self, at: usize) -> Held {
        let (Some(from), Some(into)) = (self.some_form(at), self.fresh_form(at)) else {
            return Ok(());
        };
        let base = self.base(at, &from);
        let command = if self.once_in(3) {
            Command::Unmerge {
                id: from.record,
                base,
            }
        } else {
            Command::Merge {
                from: from.record,
                into: into.record,
                base,
            }
        };
        self.execute(at, &command, Vec::new())
    }

    /// Decides one conflict, if there is one here.
    fn resolve(&mut self, at: usize) -> Held {
        let rows = self.machines[at].disk.store.rows.values();
        let disputed: Vec<_> = rows
            .filter(|row| !row.conflicts.is_empty())
            .map(|row| row.id)
            .collect();
        let Some(id) = self.pick(&disputed) else {
            return Ok(());
        };
        let Some(form) = open_form(&self.machines[at].disk.store, id) else {
            return Ok(());
        };
        let disputed: BTreeMap<_, _> = form.shown.iter().filter(|(_, shown)| shown.len() > 1).collect();
        let Some((cell, shown)) = disputed.into_iter().next() else {
            return Ok(());
        };
        let token = self.model.token();
        let command = Command::Resolve {
            id,
            base: form.heads.clone(),
            cell: cell.clone(),
            value: text(&token),
        };
        let write = self.write(at, id, cell, shown.clone());
        self.execute(at, &command, vec![(token, write)])
    }

    fn write(&self, at: usize, record: RecordId, cell: &str, shown: Vec<String>) -> Write {
        Write {
            record,
            cell: cell.to_owned(),
            shown,
            number: self.model.next,
            device: self.machines[at].device,
        }
    }

    /// Executes a command in a transaction; what it wrote counts once that is committed.
    fn execute(&mut self, at: usize, command: &Command, writes: Vec<(String, Write)>) -> Held {
        let now = self.clock();
        let dies = !self.healing && self.once_in(80);
        let machine = &mut self.machines[at];
        let name = machine.name.clone();
        let mut store = machine.disk.store.clone();
        let Some(replica) = machine.replica.as_mut() else {
            return Ok(());
        };
        match replica.execute(command, now, &mut self.dice, &mut store) {
            Ok(_) => {}
            Err(ExecuteFault::Refused(_) | ExecuteFault::ReadOnly) => return self.reload(at),
            Err(ExecuteFault::Replica(fault)) => {
                return Err(format!("{name} cannot execute a command: {fault}"));
            }
        }
        if dies {
            self.note(format!("{name} crashes before a command is committed"));
            self.machines[at].switch_off();
            return Ok(());
        }
        self.note(format!("{name} {}", told(command, &writes)));
        self.commit(at, store)?;
        for (token, write) in writes {
            self.machines[at].wrote.insert(token.clone());
            self.model.writes.entry(token).or_insert(write);
        }
        if let Some(link) = self.machines[at].link.as_mut() {
            link.peer.nudge();
        }
        Ok(())
    }
}

fn told(command: &Command, writes: &[(String, Write)]) -> String {
    let tokens: Vec<_> = writes.iter().map(|(token, _)| token.as_str()).collect();
    let (what, id) = match command {
        Command::Add { id, .. } => ("adds", id.map(|id| id.short())),
        Command::Set { id, .. } => ("sets", Some(id.short())),
        Command::Resolve { id, .. } => ("resolves", Some(id.short())),
        Command::Delete { id, .. } => ("deletes", Some(id.short())),
        Command::Restore { id, .. } => ("restores", Some(id.short())),
        Command::Merge { from, .. } => ("merges", Some(from.short())),
        Command::Unmerge { id, .. } => ("unmerges", Some(id.short())),
        Command::Import { .. } => ("imports", None),
        Command::Many(_) => ("does", None),
    };
    format!("{what} {} {}", id.unwrap_or_default(), tokens.join(" "))
}
