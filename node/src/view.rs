//! Views: what a person is shown of records, with who wrote what where people differ.

use tawro_core::command::{Command, Refusal, only_id};
use tawro_core::id::{ActorId, DeviceId, RecordId};
use tawro_core::record::{Record, Row};
use tawro_core::replica::{Replica, ReplicaFault};
use tawro_core::schema::consent::How;
use tawro_core::schema::{Access, Scalar, Schema, key};
use tawro_core::time::Timestamp;

use crate::driver::Node;
use crate::fault::NodeError;
use crate::form::{self, Seen, Text};
use crate::import::Profile;
use crate::rights::{deciding, sees, writes_one};
use crate::store::{ListQuery, ListRow, Tx};

/// One record, or one row of a register, whole.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The row.
    pub row: ListRow,
    /// The register or kind that it is a row of.
    pub name: String,
    /// Every value of every cell on which people differ.
    pub conflicts: Vec<Dispute>,
}

/// A cell on which people differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispute {
    /// Which.
    pub cell: String,
    /// The values, first the one that lists show.
    pub values: Vec<Written>,
}

/// A value, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// What was written.
    pub value: Scalar,
    /// Who and where, as far as it is known here.
    pub by: Origin,
    /// When, by the writer's clock.
    pub at: Timestamp,
}

/// Who wrote, and on which device.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// What people call the person who was logged in.
    pub author: Option<String>,
    /// What people call the device, or its letter.
    pub device: Option<String>,
    /// The device on whose word this stands, where it sent the changes of another again.
    pub brought_by: Option<String>,
}

/// One change of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The record it changed: of a register's row, one of two.
    pub record: RecordId,
    /// Which change of it.
    pub hash: [u8; 32],
    /// When, by the writer's clock.
    pub at: Timestamp,
    /// Who and where.
    pub by: Origin,
    /// Cell, what stood there, what stands there since.
    pub cells: Vec<(String, Scalar, Scalar)>,
}

impl Node {
    /// A page of a register or kind.
    pub fn list(&mut self, name: &str, query: &ListQuery) -> Result<Vec<ListRow>, NodeError> {
        let known = Profile::of(self.schema(), name).is_some();
        if !known {
            return Err(Refusal::UnknownKind {
                kind: name.to_owned(),
            }
            .into());
        }
        self.may_see(name)?;
        self.read(|_, tx| Ok(tx.list(name, query)?))
    }

    /// How many rows a list has, on all its pages.
    pub fn count(&mut self, name: &str, query: &ListQuery) -> Result<u64, NodeError> {
        self.may_see(name)?;
        self.read(|_, tx| Ok(tx.count(name, query)?))
    }

    /// One record; of a role, the register's row.
    pub fn show(&mut self, id: RecordId) -> Result<Shown, NodeError> {
        let (schema, access) = (self.schema().clone(), self.access().clone());
        self.read(|replica, tx| {
            let (name, row) = find(&schema, id, tx)?;
            seen(&schema, &access, &name, &row, tx)?;
            let mut conflicts = Vec::new();
            for part in parts(&row) {
                let Some(record) = document(part, tx)? else {
                    continue;
                };
                for conflict in record.conflicts() {
                    let mut values = Vec::new();
                    for one in conflict.values {
                        let by = origin(one.actor, replica, tx)?;
                        values.push(Written {
                            value: one.value,
                            by,
                            at: one.at,
                        });
                    }
                    conflicts.push(Dispute {
                        cell: conflict.cell,
                        values,
                    });
                }
            }
            Ok(Shown { row, name, conflicts })
        })
    }

    /// Everything that was ever written in a row's records, the latest first.
    pub fn history(&mut self, id: RecordId) -> Result<Vec<Step>, NodeError> {
        let (schema, access) = (self.schema().clone(), self.access().clone());
        self.read(|replica, tx| {
            let (name, row) = find(&schema, id, tx)?;
            seen(&schema, &access, &name, &row, tx)?;
            let mut steps = Vec::new();
            for part in parts(&row) {
                let Some(record) = document(part, tx)? else {
                    continue;
                };
                for line in record.history() {
                    let by = origin(line.actor, replica, tx)?;
                    steps.push(Step {
                        record: part,
                        hash: line.hash,
                        at: line.at,
                        by,
                        cells: line.cells,
                    });
                }
            }
            // Of what was written in one second the last stands first, too.
            steps.reverse();
            steps.sort_by_key(|step| std::cmp::Reverse(step.at));
            Ok(steps)
        })
    }

    /// Adds a row and returns the id of its own record.
    pub fn add(&mut self, name: &str, texts: &[Text]) -> Result<RecordId, NodeError> {
        self.add_with_consents(name, texts, &[], &How::default())
    }

    /// Writes fields of a row as it stands now; tells whether that changed anything.
    pub fn set(&mut self, id: RecordId, texts: &[Text]) -> Result<bool, NodeError> {
        self.write(id, |profile, seen| form::set(profile, seen, texts))
    }

    /// Decides what stands in one field of a row as it stands now.
    pub fn resolve(&mut self, id: RecordId, text: &Text) -> Result<bool, NodeError> {
        self.write(id, |profile, seen| form::resolve(profile, seen, text))
    }

    /// What the association is called, once it has a name here.
    pub fn association_name(&mut self) -> Result<Option<String>, NodeError> {
        let id = only_id(&self.space(), key::ASSOCIATION);
        self.read(|_, tx| Ok(tx.title(id)?.filter(|title| !title.is_empty())))
    }

    /// The heads of one record as it stands now: what a command about the whole of it is based on.
    pub fn heads(&mut self, id: RecordId) -> Result<Vec<[u8; 32]>, NodeError> {
        self.read(|_, tx| Ok(projected(id, tx)?.heads))
    }

    pub(crate) fn write(
        &mut self,
        id: RecordId,
        command: impl FnOnce(&Profile<'_>, Seen<'_>) -> Result<Command, Refusal>,
    ) -> Result<bool, NodeError> {
        let command = self.writing(id, command)?;
        Ok(!self.execute(&command)?.changed.is_empty())
    }

    /// The command that a form about a row makes, as the row stands now.
    pub(crate) fn writing(
        &mut self,
        id: RecordId,
        command: impl FnOnce(&Profile<'_>, Seen<'_>) -> Result<Command, Refusal>,
    ) -> Result<Command, NodeError> {
        let schema = self.schema().clone();
        let access = self.access().clone();
        let (name, role, party) = self.read(|_, tx| {
            let (name, row) = find(&schema, id, tx)?;
            writes_one(&schema, &access, &row, tx)?;
            let party = row.referred.map(|other| projected(other, tx)).transpose()?;
            Ok((name, projected(id, tx)?, party))
        })?;
        let profile = profile(&schema, &name)?;
        let seen = Seen {
            role: &role,
            party: party.as_ref(),
        };
        Ok(command(&profile, seen)?)
    }

    pub(crate) fn read<T>(
        &mut self,
        ask: impl FnOnce(&Replica, &mut Tx<'_>) -> Result<T, NodeError>,
    ) -> Result<T, NodeError> {
        let (replica, db) = self.halves();
        db.read(|tx| ask(replica, tx))
    }
}

pub(crate) fn profile<'s>(schema: &'s Schema, name: &'s str) -> Result<Profile<'s>, Refusal> {
    Profile::of(schema, name).ok_or_else(|| Refusal::UnknownKind {
        kind: name.to_owned(),
    })
}

/// The row of an id, and the name of the register or kind that shows it.
pub(crate) fn find(schema: &Schema, id: RecordId, tx: &mut Tx<'_>) -> Result<(String, ListRow), NodeError> {
    let missing = || NodeError::from(Refusal::NotFound { record: id });
    let row = tx.row(id)?.ok_or_else(missing)?;
    let register = schema.kind(&row.kind).and_then(|kind| kind.register);
    match register {
        Some(register) => {
            let row = tx.register_row(register.key, id)?.ok_or_else(missing)?;
            Ok((register.key.to_owned(), row))
        }
        None => Ok((row.kind.clone(), row)),
    }
}

/// Refuses a row that this person may not look at.
pub(crate) fn seen(
    schema: &Schema,
    access: &Access,
    name: &str,
    row: &ListRow,
    tx: &mut Tx<'_>,
) -> Result<(), NodeError> {
    let allowed = match schema.kind(&row.kind).filter(|kind| kind.about().is_some()) {
        Some(kind) => access.sees(deciding(schema, kind, &row.cells, tx)?),
        None => sees(schema, access, name),
    };
    allowed.then_some(()).ok_or(NodeError::NotAllowed)
}

/// The records that a row shows, the party's first: what a person is called stands before what it is.
pub(crate) fn parts(row: &ListRow) -> impl Iterator<Item = RecordId> + use<> {
    row.referred.into_iter().chain([row.id])
}

pub(crate) fn projected(id: RecordId, tx: &mut Tx<'_>) -> Result<Row, NodeError> {
    tx.projected(id)?
        .ok_or_else(|| Refusal::NotFound { record: id }.into())
}

pub(crate) fn document(id: RecordId, tx: &mut Tx<'_>) -> Result<Option<Record>, NodeError> {
    let Some(document) = tx.document(id)? else {
        return Ok(None);
    };
    let record = Record::load(id, &document.snapshot, &document.tail);
    Ok(Some(
        record.map_err(|fault| ReplicaFault::Document { id, fault })?,
    ))
}

fn origin(actor: ActorId, replica: &Replica, tx: &mut Tx<'_>) -> Result<Origin, NodeError> {
    let Some(authorship) = replica.author(actor, tx)? else {
        return Ok(Origin::default());
    };
    let author = authorship
        .person
        .map(|person| tx.title(person))
        .transpose()?
        .flatten();
    let called = |device: DeviceId| {
        let members = replica.membership();
        let letter = members.member(&device).map(|member| member.letter.clone());
        let label = replica.label(&device);
        let is_shared = label.is_some()
            && members
                .members()
                .any(|other| other.keys.device != device && replica.label(&other.keys.device) == label);
        match (label, letter) {
            // Two computers of one name are told apart by the letter that each got when it came.
            (Some(label), Some(letter)) if is_shared => Some(format!("{label} ({letter})")),
            (label, letter) => label.or(letter),
        }
    };
    Ok(Origin {
        author,
        device: called(authorship.device),
        brought_by: authorship.brought_by.and_then(called),
    })
}
