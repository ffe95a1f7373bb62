//! What a desk needs beside lists and rows: writing what was seen, taking back, what leads where, drafts.

use std::collections::BTreeMap;

use tawro_core::command::{Command, Refusal};
use tawro_core::id::RecordId;
use tawro_core::record::{Heads, Row};
use tawro_core::schema::{Family, Field, FieldType, Kind, Scalar};

use crate::driver::Node;
use crate::fault::NodeError;
use crate::form::{self, Seen, Text};
use crate::import::Profile;
use crate::store::{Alike, ListRow, Tx};
use crate::view::{document, projected};

/// The states of a row's two records that a form was opened with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Base {
    /// Of the row's own record.
    pub role: Heads,
    /// Of the record it refers to.
    pub party: Heads,
}

/// Records that refer to one, through one field.
#[derive(Debug, Clone)]
pub struct Referring {
    /// The register or kind they are listed in.
    pub name: String,
    /// The field that refers.
    pub field: &'static str,
    /// What they are called, and their ids; at most [`REFERRING_MAX`].
    pub rows: Vec<(RecordId, String)>,
    /// What their amounts add up to, in centimes, where they have any.
    pub sum: Option<i64>,
    /// Whom another one would refer to, if this person may write one and it would make sense.
    pub another: Option<RecordId>,
    /// What else another one would name, since the one that is looked at names it in the same field.
    pub carried: Vec<(&'static str, RecordId)>,
}

/// More are looked up in their own list.
pub const REFERRING_MAX: usize = 20;
/// A draft is a form that nobody sent; larger than any form is none.
const DRAFT_BYTES_MAX: usize = 256 * 1024;

impl Node {
    /// The row of a register or kind and the states it is in: what a form is opened with.
    pub fn base(&mut self, row: &ListRow) -> Result<Base, NodeError> {
        self.read(|_, tx| {
            let party = row.referred.map(|id| projected(id, tx)).transpose()?;
            Ok(Base {
                role: projected(row.id, tx)?.heads,
                party: party.map(|party| party.heads).unwrap_or_default(),
            })
        })
    }

    /// Writes fields of a row as its form was opened: what others wrote meanwhile stands beside it.
    pub fn set_since(&mut self, id: RecordId, base: &Base, texts: &[Text]) -> Result<bool, NodeError> {
        let at = |row: &Row, heads: &Heads| Row {
            heads: heads.clone(),
            ..row.clone()
        };
        self.write(id, |profile, seen| {
            let role = at(seen.role, &base.role);
            let party = seen.party.map(|party| at(party, &base.party));
            let seen = Seen {
                role: &role,
                party: party.as_ref(),
            };
            form::set(profile, seen, texts)
        })
    }

    /// Takes several records out of lists, all or none.
    pub fn delete_all(&mut self, ids: &[RecordId]) -> Result<(), NodeError> {
        let commands = self.each(ids, |id, base| Command::Delete { id, base })?;
        self.execute(&commands).map(|_| ())
    }

    /// Brings several deleted records back, all or none.
    pub fn restore_all(&mut self, ids: &[RecordId]) -> Result<(), NodeError> {
        let commands = self.each(ids, |id, base| Command::Restore { id, base })?;
        self.execute(&commands).map(|_| ())
    }

    fn each(
        &mut self,
        ids: &[RecordId],
        command: impl Fn(RecordId, Heads) -> Command,
    ) -> Result<Command, NodeError> {
        let mut commands = Vec::with_capacity(ids.len());
        for id in ids {
            commands.push(command(*id, self.heads(*id)?));
        }
        Ok(Command::Many(commands))
    }

    /// Writes one field of several rows, all or none; gives those that it changed.
    pub fn fill(&mut self, ids: &[RecordId], text: &Text) -> Result<Vec<RecordId>, NodeError> {
        let mut commands = Vec::with_capacity(ids.len());
        for id in ids {
            commands.push(self.writing(*id, |profile, seen| {
                form::set(profile, seen, std::slice::from_ref(text))
            })?);
        }
        self.execute(&Command::Many(commands)).map(|done| done.changed)
    }

    /// A short text that this computer keeps for itself.
    pub fn note(&mut self, key: &str) -> Result<Option<String>, NodeError> {
        let kept = self.read(|_, tx| Ok(tx.get(&format!("note/{key}"))?))?;
        Ok(kept.and_then(|bytes| String::from_utf8(bytes).ok()))
    }

    /// Keeps a short text for this computer itself, or forgets it.
    pub fn keep_note(&mut self, key: &str, text: Option<&str>) -> Result<(), NodeError> {
        let text = text
            .filter(|text| text.len() <= DRAFT_BYTES_MAX)
            .map(str::as_bytes);
        self.in_transaction(|_, tx| Ok(tx.put(&format!("note/{key}"), text)?))
    }

    /// Puts back what stood before one change, in the cells where what it wrote still stands. Tells
    /// whether that changed anything.
    pub fn take_back(&mut self, record: RecordId, hash: [u8; 32]) -> Result<bool, NodeError> {
        let schema = self.schema().clone();
        let command = self.read(|_, tx| {
            let missing = || NodeError::from(Refusal::NotFound { record });
            let row = projected(record, tx)?;
            let kind = schema.kind(&row.kind).ok_or_else(missing)?;
            let document = document(record, tx)?.ok_or_else(missing)?;
            let line = document.history().into_iter().find(|line| line.hash == hash);
            let cells = line.ok_or_else(missing)?.cells.into_iter();
            let cells = cells.filter_map(|(cell, before, after)| {
                let stands = row.cells.get(&cell).unwrap_or(&Scalar::Null);
                let is_mine = *stands == after && !row.conflicts.contains(&cell);
                (is_mine && kind.cell(&cell).is_some()).then(|| (before_in(kind, &cell, before), cell))
            });
            let cells: Vec<_> = cells.map(|(before, cell)| (cell, before)).collect();
            Ok(Command::Set {
                id: record,
                base: row.heads,
                cells,
            })
        })?;
        Ok(!self.execute(&command)?.changed.is_empty())
    }

    /// What refers to a record, and to the one whose role it is; also kinds of which there is none yet
    /// and whose records are about such a one.
    pub fn referring(&mut self, row: &ListRow) -> Result<Vec<Referring>, NodeError> {
        let schema = self.schema().clone();
        let access = self.access().clone();
        let mut targets = vec![(row.kind.clone(), row.id)];
        let own = schema.kind(&row.kind).and_then(|kind| kind.register);
        self.read(|_, tx| {
            if let Some(party) = row.referred
                && let Some(kind) = tx.kind_of(party)?
            {
                targets.push((kind, party));
            }
            let mut all = Vec::new();
            for kind in schema.kinds().filter(|kind| access.sees(kind)) {
                let fields = kind.fields.iter().filter_map(|f| Some((f, f.ty.refers_to()?)));
                for (field, to) in fields.filter(|(field, _)| !matches!(field.ty, FieldType::Set(_))) {
                    let joins = kind.key == row.kind && own.is_some_and(|own| own.refers == field.key);
                    let Some((_, id)) = targets.iter().find(|(target, _)| target == to) else {
                        continue;
                    };
                    // What belongs to a record that was merged into it is its own now.
                    let (mut ids, mut sum) = (Vec::new(), None);
                    for one in tx.one_with(to, *id)? {
                        ids.extend(tx.referring(kind.key, field.key, one)?);
                        sum = added_up(sum, kind, field, one, tx)?;
                    }
                    let rows = called(tx, &ids, row.id)?;
                    let is_full = field.unique && !rows.is_empty();
                    let makes_sense = is_about(kind, field) || field.offered;
                    let another = (access.writes(kind) && makes_sense && !is_full).then_some(*id);
                    if (!rows.is_empty() || another.is_some()) && !joins {
                        let name = kind.register.map_or(kind.key, |register| register.key);
                        all.push(Referring {
                            name: name.to_owned(),
                            field: field.key,
                            rows,
                            sum,
                            another,
                            carried: schema
                                .kind(&row.kind)
                                .map_or(Vec::new(), |own| carried(own, row, kind, field)),
                        });
                    }
                }
            }
            Ok(all)
        })
    }

    /// Rows that may be the one that is being written: of the names and numbers that stand in a form.
    pub fn alike(&mut self, name: &str, texts: &[Text]) -> Result<Vec<ListRow>, NodeError> {
        self.may_see(name)?;
        let schema = self.schema().clone();
        let Some(profile) = Profile::of(&schema, name) else {
            return Ok(Vec::new());
        };
        let alike = described(&profile, texts);
        if alike == Alike::default() {
            return Ok(Vec::new());
        }
        let kind = profile.party.map_or(profile.role, |party| party.kind).key;
        self.read(|_, tx| Ok(tx.find_alike(kind, &alike, ALIKE_MAX)?))
    }

    /// The row of a register that somebody has already, where nobody may have two.
    pub(crate) fn in_role(
        &mut self,
        profile: &Profile<'_>,
        party: RecordId,
    ) -> Result<Option<RecordId>, NodeError> {
        let refers = profile.party.map(|party| party.refers);
        let field = refers.and_then(|refers| profile.role.field(refers));
        let Some(field) = field.filter(|field| field.unique) else {
            return Ok(None);
        };
        let (kind, key) = (profile.role.key, field.key);
        self.read(|_, tx| {
            let mut found = None;
            tx.each_of(kind, key, party, &mut |row| {
                let counts = !row.deleted && row.merged_into.is_none();
                found = found.or(counts.then_some(row.id));
            })?;
            Ok(found)
        })
    }

    /// Keeps what was written into a form that was not sent; the person's own, on this computer alone.
    pub fn keep_draft(&mut self, form: &str, fields: &[Text]) -> Result<(), NodeError> {
        let key = self.draft_key(form);
        let bytes = serde_json::to_vec(fields).unwrap_or_default();
        if bytes.len() > DRAFT_BYTES_MAX {
            return Ok(());
        }
        self.in_transaction(|_, tx| Ok(tx.put(&key, Some(&bytes))?))
    }

    /// What was written into a form that was not sent.
    pub fn draft(&mut self, form: &str) -> Result<Option<Vec<Text>>, NodeError> {
        let key = self.draft_key(form);
        let kept = self.read(|_, tx| Ok(tx.get(&key)?))?;
        Ok(kept.and_then(|bytes| serde_json::from_slice(&bytes).ok()))
    }

    /// Forgets it: the form was sent, or nobody wants it any more.
    pub fn drop_draft(&mut self, form: &str) -> Result<(), NodeError> {
        let key = self.draft_key(form);
        self.in_transaction(|_, tx| Ok(tx.put(&key, None)?))
    }

    fn draft_key(&self, form: &str) -> String {
        let form: String = form.chars().take(200).collect();
        format!("draft/{}/{form}", self.login())
    }
}

/// Whether the records of a kind are about what a field of theirs refers to: they cannot do without it, or
/// are called by it. A login is given on a page of its own.
pub(crate) fn is_about(kind: &Kind, field: &Field) -> bool {
    let names = field.required || kind.title.contains(&field.key);
    names && kind.family != Family::Access
}

/// What a record that is about one would name in a field that both have, as that one does.
fn carried(own: &Kind, row: &ListRow, kind: &Kind, about: &Field) -> Vec<(&'static str, RecordId)> {
    let both = kind.fields.iter().filter(|field| {
        let is_reference = matches!(field.ty, FieldType::Reference(_));
        let is_same = own.field(field.key).is_some_and(|known| known.ty == field.ty);
        is_reference && is_same && field.key != about.key
    });
    let named = |field: &Field| row.cells.get(field.key)?.as_text()?.parse().ok();
    both.filter_map(|field| Some((field.key, named(field)?)))
        .collect()
}

/// At most so many are named while somebody types.
const ALIKE_MAX: usize = 5;

/// A sum with the amounts of a kind's records that refer to one.
fn added_up(
    sum: Option<i64>,
    kind: &Kind,
    field: &Field,
    one: RecordId,
    tx: &mut Tx<'_>,
) -> Result<Option<i64>, NodeError> {
    let mut sum = sum;
    if kind.fields.iter().any(|field| field.ty == FieldType::Money) {
        tx.each_of(kind.key, field.key, one, &mut |row| {
            let counts = !row.deleted && row.merged_into.is_none();
            if let Some(amount) = kind.amount_in(&row.cells).filter(|_| counts) {
                sum = Some(sum.unwrap_or(0).saturating_add(amount));
            }
        })?;
    }
    Ok(sum)
}

fn called(tx: &mut Tx<'_>, ids: &[RecordId], own: RecordId) -> Result<Vec<(RecordId, String)>, NodeError> {
    let mut rows = Vec::new();
    for id in ids.iter().filter(|id| **id != own).take(REFERRING_MAX) {
        let shown = tx
            .row(*id)?
            .filter(|row| !row.deleted && row.merged_into.is_none());
        rows.extend(shown.map(|row| (*id, row.title)));
    }
    Ok(rows)
}

/// What stands in a cell that held nothing: an element is taken out of its set.
pub(crate) fn before_in(kind: &Kind, cell: &str, before: Scalar) -> Scalar {
    let is_set = kind
        .cell(cell)
        .is_some_and(|(field, _)| matches!(field.ty, FieldType::Set(_)));
    if is_set && before.is_null() {
        Scalar::Flag(false)
    } else {
        before
    }
}

/// What of a form describes a person or thing that may be there already.
fn described(profile: &Profile<'_>, texts: &[Text]) -> Alike {
    let mut alike = Alike::default();
    let mut names: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, text) in texts.iter().filter(|(_, text)| !text.trim().is_empty()) {
        let (key, language) = name.split_once('/').unwrap_or((name, ""));
        let Some((part, field)) = profile.field(key) else {
            continue;
        };
        match field.ty {
            FieldType::Localized if profile.kind(part).title.contains(&field.key) => {
                names.entry(language).or_default().push(text.trim());
            }
            FieldType::Phone | FieldType::Cnie if field.own.is_none() => {
                if let Ok(value @ Scalar::Text(_)) = field.ty.parse(profile.schema, text) {
                    alike.exact.push((field.key.to_owned(), value));
                }
            }
            _ => {}
        }
    }
    // One name alone is half of every village.
    let whole = names.into_values().filter(|parts| parts.len() > 1);
    alike.names = whole.map(|parts| parts.join(" ")).collect();
    alike
}
