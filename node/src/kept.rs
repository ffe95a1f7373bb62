//! Everything that is kept about one person, for the person who asks: what is theirs whole, and where else
//! they are named.

use std::collections::BTreeSet;

use tawro_core::id::RecordId;
use tawro_core::schema::{ANY, FieldType, Scalar, Schema, presence};

use crate::desk::is_about;
use crate::driver::Node;
use crate::fault::NodeError;
use crate::store::{ListRow, Tx};

/// What is kept about a person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept {
    /// Records, the person first.
    pub records: Vec<Record>,
    /// Some are of kinds that whoever looks may not see, and are not among them.
    pub hides: bool,
    /// There are more than [`RECORDS_MAX`].
    pub has_more: bool,
}

/// A record about a person, or one that names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// What stands in it.
    pub row: ListRow,
    /// Where it names the person and is about more than them: then the rest of it is not theirs.
    pub names_in: Option<&'static str>,
}

/// Records that are looked up; more than one person has in a lifetime of an association.
pub const RECORDS_MAX: usize = 5_000;

impl Node {
    /// What is kept about a person: the person, the roles they have, what was written about these, and where
    /// else they are named. What is in the bin is kept too.
    pub fn kept_about(&mut self, person: RecordId) -> Result<Kept, NodeError> {
        self.may_see(presence::PERSON)?;
        let (schema, access) = (self.schema().clone(), self.access().clone());
        self.read(|_, tx| {
            let (found, has_more) = walk(person, &schema, tx)?;
            let mut kept = Kept {
                has_more,
                ..Kept::default()
            };
            for (id, names_in) in found {
                let Some(row) = tx.row(id)?.filter(|row| row.merged_into.is_none()) else {
                    continue;
                };
                match schema.kind(&row.kind).is_some_and(|kind| access.sees(kind)) {
                    true => kept.records.push(Record { row, names_in }),
                    false => kept.hides = true,
                }
            }
            Ok(kept)
        })
    }
}

type Found = Vec<(RecordId, Option<&'static str>)>;

/// The records, each once, and whether there are more. What is about a record that is the person's is the
/// person's too: a service of an enrolment, a photo of either.
fn walk(person: RecordId, schema: &Schema, tx: &mut Tx<'_>) -> Result<(Found, bool), NodeError> {
    let mut found: Found = Vec::new();
    let mut known = BTreeSet::new();
    for one in tx.one_with(presence::PERSON, person)? {
        known.insert(one);
        found.push((one, None));
    }
    let mut next = 0;
    while let Some((id, names_in)) = found.get(next).copied() {
        next += 1;
        let kind = match names_in {
            None => tx.kind_of(id)?,
            Some(_) => None,
        };
        let Some(kind) = kind else { continue };
        // Only what refers to the person or to a role of theirs names the person.
        let is_theirs = kind == presence::PERSON || is_role(schema, &kind);
        for referring in schema.kinds() {
            for field in &referring.fields {
                let to = field.ty.refers_to();
                let is_whole = to == Some(ANY) || to == Some(kind.as_str()) && is_about(referring, field);
                let is_named = to == Some(kind.as_str()) && is_theirs;
                let rows = match (is_whole || is_named, &field.ty) {
                    (false, _) => continue,
                    (true, FieldType::Set(_)) => with_element(referring.key, field.key, id, tx)?,
                    (true, _) => tx.referring(referring.key, field.key, id)?,
                };
                for one in rows {
                    if found.len() == RECORDS_MAX {
                        return Ok((found, true));
                    }
                    if known.insert(one) {
                        found.push((one, (!is_whole).then_some(field.key)));
                    }
                }
            }
        }
    }
    Ok((found, false))
}

/// The records of a kind in a set of which the record is.
fn with_element(kind: &str, field: &str, id: RecordId, tx: &mut Tx<'_>) -> Result<Vec<RecordId>, NodeError> {
    let cell = format!("{field}/{id}");
    let mut found = Vec::new();
    tx.each(kind, &mut |row| {
        if row.cells.get(&cell) == Some(&Scalar::Flag(true)) {
            found.push(row.id);
        }
    })?;
    Ok(found)
}

/// Whether records of a kind are roles of persons.
fn is_role(schema: &Schema, kind: &str) -> bool {
    let kind = schema.kind(kind);
    let refers = kind.and_then(|kind| kind.field(kind.register?.refers)?.ty.refers_to());
    refers == Some(presence::PERSON)
}
