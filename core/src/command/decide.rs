//! Deciding: what a command changes, computed on copies, so that a refusal leaves nothing behind.

use std::collections::BTreeMap;
use std::sync::Arc;

use thiserror::Error;

use crate::command::{Command, ImportRow, Refusal, TEXT_BYTES_MAX};
use crate::id::{ImportId, RecordId};
use crate::record::{
    Author, CHANGE_BYTES_MAX, Change, Heads, Record, RecordFault, WriteFault, Writes, reserved,
    resolve_merged,
};
use crate::schema::{Field, FieldType, Kind, Scalar, Schema};

/// The records that a command may need, as they stand; each is asked for once.
pub trait Records {
    /// The record, or nothing if no change of it is known.
    fn record(&mut self, id: RecordId) -> Result<Option<Record>, Unreadable>;
}

/// For embedders who keep all records in memory, and for tests.
impl Records for BTreeMap<RecordId, Record> {
    fn record(&mut self, id: RecordId) -> Result<Option<Record>, Unreadable> {
        Ok(self.get(&id).cloned())
    }
}

/// A record that is there and could not be read.
#[derive(Debug, Clone, Error)]
#[error("record {record} cannot be read")]
pub struct Unreadable {
    /// Which one.
    pub record: RecordId,
    /// Why.
    pub source: Arc<dyn std::error::Error + Send + Sync>,
}

impl From<Unreadable> for Refusal {
    fn from(fault: Unreadable) -> Self {
        Self::Unreadable {
            record: fault.record,
            source: fault.source,
        }
    }
}

/// What a command changes.
#[derive(Debug, Default)]
pub struct Decision {
    /// In the order in which they apply. None if what was asked stands already.
    pub changes: Vec<Change>,
    /// Every record that was changed, as it stands afterwards.
    pub records: BTreeMap<RecordId, Record>,
    /// The record that each `Add` made, in their order.
    pub added: Vec<RecordId>,
}

/// Decides what a command changes.
///
/// The caller persists the changes, puts the records in place of those it gave, and announces the
/// author's fresh actors. Of a refusal nothing remains, but for dice that were thrown.
pub fn decide(
    command: &Command,
    records: &mut dyn Records,
    schema: &Schema,
    author: &mut Author<'_>,
) -> Result<Decision, Refusal> {
    let mut desk = Desk {
        records,
        schema,
        author,
        open: BTreeMap::new(),
        changes: Vec::new(),
        added: Vec::new(),
    };
    desk.run(command)?;
    let Desk {
        mut open,
        changes,
        added,
        ..
    } = desk;
    open.retain(|id, _| changes.iter().any(|change| change.record == *id));
    let records = open
        .into_iter()
        .filter_map(|(id, record)| Some((id, record?)))
        .collect();
    Ok(Decision {
        changes,
        records,
        added,
    })
}

/// The copies that a command works on.
struct Desk<'a, 'b> {
    records: &'a mut dyn Records,
    schema: &'a Schema,
    author: &'a mut Author<'b>,
    open: BTreeMap<RecordId, Option<Record>>,
    changes: Vec<Change>,
    added: Vec<RecordId>,
}

impl<'a> Desk<'a, '_> {
    fn run(&mut self, command: &Command) -> Result<(), Refusal> {
        match command {
            Command::Add { kind, id, cells } => self.add(kind, *id, cells),
            Command::Set { id, base, cells } => self.set(*id, base, cells),
            Command::Resolve {
                id,
                base,
                cell,
                value,
            } => self.resolve(*id, base, cell, value),
            Command::Delete { id, base } => self.delete(*id, base),
            Command::Restore { id, base } => self.restore(*id, base),
            Command::Merge { from, into, base } => self.merge(*from, *into, base),
            Command::Unmerge { id, base } => self.unmerge(*id, base),
            Command::Import { import, rows } => rows.iter().enumerate().try_for_each(|(index, row)| {
                self.import(*import, row).map_err(|source| Refusal::Row {
                    index,
                    source: Box::new(source),
                })
            }),
            Command::Many(commands) => commands.iter().try_for_each(|command| self.run(command)),
        }
    }

    fn add(&mut self, kind: &str, id: Option<RecordId>, cells: &[(String, Scalar)]) -> Result<(), Refusal> {
        let kind = self.kind(kind)?;
        let id = id.unwrap_or_else(|| RecordId::random(self.author.dice));
        if self.look(id)?.is_some_and(|record| !record.is_empty()) {
            return Err(Refusal::Exists { record: id });
        }
        let mut writes = Writes::default();
        writes.cells.push((reserved::KIND.to_owned(), kind.key.into()));
        fill(&mut writes, kind, cells)?;
        // A new record has no state before this one, whatever waits for its creation.
        self.open
            .entry(id)
            .or_default()
            .get_or_insert_with(|| Record::new(id, kind.key));
        self.added.push(id);
        self.write(id, &Heads::new(), &writes)
    }

    fn set(&mut self, id: RecordId, base: &Heads, cells: &[(String, Scalar)]) -> Result<(), Refusal> {
        let schema = self.schema;
        let record = self.seen(id, base)?;
        if record.was_deleted(base) {
            return Err(Refusal::Deleted { record: id });
        }
        let kind = kind_of(schema, record)?;
        let mut writes = Writes::default();
        for (cell, value) in cells {
            let field = check(kind, cell, value)?;
            let values = record.values_at(cell, base);
            if values.len() > 1 {
                return Err(Refusal::ConflictOpen { field: cell.clone() });
            }
            let before = values.into_iter().next().unwrap_or_default();
            if !same(field, &before, value) {
                push(&mut writes, record, field, cell, value);
            }
        }
        if writes.is_empty() {
            Ok(())
        } else {
            self.write(id, base, &writes)
        }
    }

    fn resolve(&mut self, id: RecordId, base: &Heads, cell: &str, value: &Scalar) -> Result<(), Refusal> {
        let schema = self.schema;
        let record = self.seen(id, base)?;
        let field = check(kind_of(schema, record)?, cell, value)?;
        let values = record.values_at(cell, base);
        if values.len() < 2 {
            let before = values.into_iter().next().unwrap_or_default();
            let decided = same(field, &before, value);
            return if decided {
                Ok(())
            } else {
                Err(Refusal::NoConflict {
                    field: cell.to_owned(),
                })
            };
        }
        self.write_cell(id, base, cell, value.clone())
    }

    fn delete(&mut self, id: RecordId, base: &Heads) -> Result<(), Refusal> {
        if self.seen(id, base)?.was_deleted(base) {
            return Ok(());
        }
        self.write_cell(id, base, reserved::DELETED, Scalar::Flag(true))
    }

    fn restore(&mut self, id: RecordId, base: &Heads) -> Result<(), Refusal> {
        let flags = self.seen(id, base)?.values_at(reserved::DELETED, base);
        if !flags.contains(&Scalar::Flag(true)) {
            return Ok(());
        }
        self.write_cell(id, base, reserved::DELETED, Scalar::Flag(false))
    }

    fn merge(&mut self, from: RecordId, into: RecordId, base: &Heads) -> Result<(), Refusal> {
        let kind = self.seen(from, base)?.kind().to_owned();
        let other = self.found(into)?;
        if other.is_deleted() {
            return Err(Refusal::Deleted { record: into });
        }
        if kind != other.kind() {
            return Err(Refusal::MergeKinds {
                from: kind,
                into: other.kind().to_owned(),
            });
        }
        let mut fault = None;
        let mut next = |id| match self.look(id) {
            Ok(record) => record.and_then(Record::merged_into),
            Err(unreadable) => {
                fault = Some(unreadable);
                None
            }
        };
        // Followed with `from` taken as not merged: where `into` leads to it, they would form a circle.
        let end = resolve_merged(into, &mut |id| if id == from { None } else { next(id) });
        if let Some(fault) = fault {
            return Err(fault);
        }
        if end == from {
            return Err(Refusal::MergeCycle { record: from });
        }
        let before = self.seen(from, base)?.values_at(reserved::MERGED_INTO, base);
        let value = Scalar::from(into);
        if before == [value.clone()] {
            Ok(())
        } else {
            self.write_cell(from, base, reserved::MERGED_INTO, value)
        }
    }

    fn unmerge(&mut self, id: RecordId, base: &Heads) -> Result<(), Refusal> {
        let before = self.seen(id, base)?.values_at(reserved::MERGED_INTO, base);
        if before.iter().all(Scalar::is_null) {
            return Ok(());
        }
        self.write_cell(id, base, reserved::MERGED_INTO, Scalar::Null)
    }

    fn import(&mut self, import: ImportId, row: &ImportRow) -> Result<(), Refusal> {
        let kind = self.kind(&row.kind)?;
        let mut writes = Writes::default();
        writes.cells.push((reserved::KIND.to_owned(), kind.key.into()));
        writes
            .cells
            .push((reserved::IMPORT.to_owned(), Scalar::from(import.to_string())));
        fill(&mut writes, kind, &row.cells)?;
        writes.sort();
        self.look(row.id)?;
        let record = self
            .open
            .entry(row.id)
            .or_default()
            .get_or_insert_with(|| Record::new(row.id, kind.key));
        let made = record
            .write_import(import, &writes)
            .map_err(|fault| refusal(row.id, fault))?;
        self.changes.extend(made);
        if !record.is_deleted() {
            return Ok(());
        }
        let now = record.heads();
        self.write_cell(row.id, &now, reserved::DELETED, Scalar::Flag(false))
    }

    fn write_cell(&mut self, id: RecordId, base: &Heads, cell: &str, value: Scalar) -> Result<(), Refusal> {
        let writes = Writes {
            cells: vec![(cell.to_owned(), value)],
            notes: Vec::new(),
        };
        self.write(id, base, &writes)
    }

    fn write(&mut self, id: RecordId, base: &Heads, writes: &Writes) -> Result<(), Refusal> {
        let Some(Some(record)) = self.open.get_mut(&id) else {
            return Err(Refusal::NotFound { record: id });
        };
        let made = record
            .write(base, writes, self.author)
            .map_err(|fault| refusal(id, fault))?;
        self.changes.extend(made);
        Ok(())
    }

    fn kind(&self, key: &str) -> Result<&'a Kind, Refusal> {
        self.schema
            .kind(key)
            .ok_or_else(|| Refusal::UnknownKind { kind: key.to_owned() })
    }

    /// The record as it stands on the desk, fetched the first time.
    fn look(&mut self, id: RecordId) -> Result<Option<&Record>, Refusal> {
        if !self.open.contains_key(&id) {
            let record = self.records.record(id)?;
            self.open.insert(id, record);
        }
        Ok(self.open.get(&id).and_then(Option::as_ref))
    }

    fn found(&mut self, id: RecordId) -> Result<&Record, Refusal> {
        self.look(id)?
            .filter(|record| !record.is_empty())
            .ok_or(Refusal::NotFound { record: id })
    }

    /// The record, if it ever was in the state that the person saw.
    fn seen(&mut self, id: RecordId, base: &Heads) -> Result<&Record, Refusal> {
        let record = self.found(id)?;
        if base.iter().all(|hash| record.knows(hash)) {
            return Ok(record);
        }
        Err(Refusal::UnknownBase { record: id })
    }
}

fn kind_of<'s>(schema: &'s Schema, record: &Record) -> Result<&'s Kind, Refusal> {
    schema.kind(record.kind()).ok_or_else(|| Refusal::UnknownKind {
        kind: record.kind().to_owned(),
    })
}

/// Takes the cells of a record to be created.
fn fill(writes: &mut Writes, kind: &Kind, cells: &[(String, Scalar)]) -> Result<(), Refusal> {
    for (cell, value) in cells {
        let field = check(kind, cell, value)?;
        let absent = value.is_null() || same(field, &Scalar::Null, value);
        if absent {
            continue;
        }
        match (&field.ty, value) {
            (FieldType::Note, Scalar::Text(text)) => writes.notes.push((cell.clone(), text.clone())),
            _ => writes.cells.push((cell.clone(), value.clone())),
        }
    }
    Ok(())
}

/// A long text is edited in its object, unless a foreign program put something else there.
fn push(writes: &mut Writes, record: &Record, field: &Field, cell: &str, value: &Scalar) {
    if field.ty == FieldType::Note && record.takes_note(cell) {
        let text = value.as_text().unwrap_or_default();
        writes.notes.push((cell.to_owned(), text.to_owned()));
    } else {
        writes.cells.push((cell.to_owned(), value.clone()));
    }
}

/// Finds the field of a cell and checks that it takes the value.
fn check<'k>(kind: &'k Kind, cell: &str, value: &Scalar) -> Result<&'k Field, Refusal> {
    let unknown = || Refusal::UnknownField {
        kind: kind.key.to_owned(),
        field: cell.to_owned(),
    };
    let (field, _) = kind.cell(cell).ok_or_else(unknown)?;
    if let Scalar::Text(text) = value
        && text.len() > TEXT_BYTES_MAX
    {
        return Err(Refusal::TooLong {
            field: cell.to_owned(),
            bytes: text.len(),
            max: TEXT_BYTES_MAX,
        });
    }
    let refused = |error| Refusal::Value {
        field: cell.to_owned(),
        error,
    };
    field.ty.check(value).map_err(refused)?;
    Ok(field)
}

/// Whether two values of a field say the same: an element is not in a set, or was taken out.
fn same(field: &Field, before: &Scalar, value: &Scalar) -> bool {
    let out = |value: &Scalar| matches!(value, Scalar::Null | Scalar::Flag(false));
    let empty = |value: &Scalar| value.is_null() || value.as_text() == Some("");
    match field.ty {
        FieldType::Set(_) if out(before) => out(value),
        FieldType::Note if empty(before) => empty(value),
        _ => before == value,
    }
}

fn refusal(record: RecordId, fault: WriteFault) -> Refusal {
    match fault {
        WriteFault::TooLarge { bytes } => Refusal::ChangeTooLarge {
            bytes,
            max: CHANGE_BYTES_MAX,
        },
        WriteFault::UnknownBase => Refusal::UnknownBase { record },
        WriteFault::Exhausted | WriteFault::Refused(_) => Refusal::Internal {
            source: RecordFault::Unreadable(Arc::new(fault)),
        },
    }
}
