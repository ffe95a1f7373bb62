//! Two records that are one person or thing: merged with all that belongs to them, and parted again.

use std::collections::{BTreeMap, BTreeSet};

use tawro_core::command::Command;
use tawro_core::id::{ActorId, RecordId};
use tawro_core::record::{HistoryLine, Row, reserved};
use tawro_core::schema::{FieldType, Kind, Register, Scalar, Schema};
use tawro_core::time::Timestamp;

use crate::desk::before_in;
use crate::driver::Node;
use crate::fault::NodeError;
use crate::rights::permit;
use crate::store::Tx;
use crate::view::{document, projected};

/// A cell of one of the records that are merged together, by its kind.
pub type CellOf = (String, String);

/// Two records that are said to be one, side by side with those that become one with them.
#[derive(Debug, Clone)]
pub struct Both {
    /// Which goes and which stays, in the order in which they are merged.
    pub rows: Vec<(Row, Row)>,
    /// The cells in which the two hold something else and a person may choose; true where the record
    /// that goes was written later.
    pub differing: BTreeMap<CellOf, bool>,
}

impl Node {
    /// What would become one, for a person to look at.
    ///
    /// # Errors
    /// Whoever may not merge them may not look at them so.
    pub fn both(&mut self, from: RecordId, into: RecordId) -> Result<Both, NodeError> {
        let (schema, access) = (self.schema().clone(), self.access().clone());
        self.read(|_, tx| {
            let rows = pairs(&schema, from, into, tx)?;
            let mut differing = BTreeMap::new();
            for (from, into) in &rows {
                permit(&access, &schema, &merged(from, into), tx)?;
                let (goes, stays) = (written(from.id, tx)?, written(into.id, tx)?);
                for cell in from
                    .cells
                    .keys()
                    .filter(|cell| differs(&schema, from, into, cell))
                {
                    let is_later = goes.get(cell) > stays.get(cell);
                    differing.insert((from.kind.clone(), cell.clone()), is_later);
                }
            }
            Ok(Both { rows, differing })
        })
    }

    /// Merges one record into another, as a person decided: of two rows of a register the persons, and
    /// of two persons also the roles that one person has once. What the one that stays lacks it takes
    /// from the other.
    ///
    /// # Errors
    /// A refusal: unknown or different kinds, a deleted target, a circle.
    pub fn merge(&mut self, from: RecordId, into: RecordId) -> Result<(), NodeError> {
        self.merge_taking(from, into, &BTreeSet::new())
    }

    /// The same, where a person chose in which cells the value of the record that goes shall stand.
    pub fn merge_taking(
        &mut self,
        from: RecordId,
        into: RecordId,
        taken: &BTreeSet<CellOf>,
    ) -> Result<(), NodeError> {
        let schema = self.schema().clone();
        let command = self.read(|_, tx| {
            let mut commands = Vec::new();
            for (from, into) in pairs(&schema, from, into, tx)? {
                let mut cells = lacking(&schema, &from, &into);
                let chosen = from.cells.iter().filter(|(cell, _)| {
                    let is_taken = taken.contains(&(from.kind.clone(), (*cell).clone()));
                    is_taken && differs(&schema, &from, &into, cell)
                });
                cells.extend(chosen.map(|(cell, value)| (cell.clone(), value.clone())));
                let merge = merged(&from, &into);
                if !cells.is_empty() {
                    commands.push(Command::Set {
                        id: into.id,
                        base: into.heads,
                        cells,
                    });
                }
                commands.push(merge);
            }
            Ok(Command::Many(commands))
        })?;
        self.execute(&command).map(|_| ())
    }

    /// Undoes a merge, with all that was merged together with it, and takes back out of the other record
    /// what it was given then and still has. False if nothing was merged.
    ///
    /// # Errors
    /// A refusal: no such record, or one on whose merge people differ.
    pub fn unmerge(&mut self, id: RecordId) -> Result<bool, NodeError> {
        let schema = self.schema().clone();
        let commands = self.read(|_, tx| {
            let mut commands = Vec::new();
            let (own, roles) = together(&schema, id, tx)?;
            let mut moment = None;
            for (id, is_own) in [(own, true), (roles, false)]
                .into_iter()
                .flat_map(|(ids, is_own)| ids.into_iter().map(move |id| (id, is_own)))
            {
                let Some(merged) = Merged::of(id, tx)? else {
                    continue;
                };
                if is_own {
                    moment.get_or_insert(merged.moment);
                }
                if moment == Some(merged.moment) {
                    commands.extend(merged.taken_back(&schema, tx)?);
                    commands.push(Command::Unmerge {
                        id,
                        base: merged.row.heads,
                    });
                }
            }
            Ok(commands)
        })?;
        let was_merged = !commands.is_empty();
        self.execute(&Command::Many(commands))?;
        Ok(was_merged)
    }
}

/// What is merged into what when two rows are said to be one.
fn pairs(
    schema: &Schema,
    from: RecordId,
    into: RecordId,
    tx: &mut Tx<'_>,
) -> Result<Vec<(Row, Row)>, NodeError> {
    let (a, b) = (projected(from, tx)?, projected(into, tx)?);
    let register = schema.kind(&a.kind).and_then(|kind| kind.register);
    if a.kind != b.kind || register.is_none() {
        let mut pairs = roles(schema, (&a, &b), None, tx)?;
        pairs.insert(0, (a, b));
        return Ok(pairs);
    }
    let (Some(one), Some(other)) = (party(from, tx)?, party(into, tx)?) else {
        return Ok(vec![(a, b)]);
    };
    if one == other {
        return Ok(vec![(a, b)]);
    }
    let parties = (projected(one, tx)?, projected(other, tx)?);
    let mut pairs = roles(schema, (&parties.0, &parties.1), Some((a, b)), tx)?;
    pairs.insert(0, parties);
    Ok(pairs)
}

/// The roles of two parties that one party has once, `these` if they are of such a kind.
fn roles(
    schema: &Schema,
    parties: (&Row, &Row),
    these: Option<(Row, Row)>,
    tx: &mut Tx<'_>,
) -> Result<Vec<(Row, Row)>, NodeError> {
    let mut pairs = Vec::new();
    for (kind, register) in once(schema, &parties.0.kind) {
        if let Some(these) = these.as_ref().filter(|(a, _)| a.kind == kind.key) {
            pairs.push(these.clone());
            continue;
        }
        let mut first = |party: &Row| {
            let found = tx.find_by(kind.key, register.refers, &Scalar::from(party.id))?;
            Ok::<_, NodeError>(found.first().map(|row| row.id))
        };
        if let (Some(a), Some(b)) = (first(parties.0)?, first(parties.1)?)
            && a != b
        {
            let two = (projected(a, tx)?, projected(b, tx)?);
            pairs.extend((!called_apart(kind, register, &two)).then_some(two));
        }
    }
    Ok(pairs)
}

/// Whether two roles have names of their own that differ: two organisations to which one person answers.
fn called_apart(kind: &Kind, register: Register, (one, other): &(Row, Row)) -> bool {
    let own = kind.title.iter().filter(|key| **key != register.refers);
    let name = |row: &Row, key: &str| -> Vec<Scalar> {
        let cells = row.cells.iter();
        let of_field = cells.filter(|(cell, value)| cell.split('/').next() == Some(key) && !value.is_null());
        of_field.map(|(_, value)| value.clone()).collect()
    };
    let mut names = own.map(|key| (name(one, key), name(other, key)));
    names.any(|(one, other)| one != other)
}

/// The kinds of role that a record of a kind has once at most.
fn once<'s>(schema: &'s Schema, party: &'s str) -> impl Iterator<Item = (&'s Kind, Register)> {
    schema.kinds().filter_map(move |kind| {
        let register = kind.register?;
        let field = kind.field(register.refers)?;
        (field.unique && field.ty.refers_to() == Some(party)).then_some((kind, register))
    })
}

/// The other half of a register's row, merges followed.
fn party(role: RecordId, tx: &mut Tx<'_>) -> Result<Option<RecordId>, NodeError> {
    Ok(tx.row(role)?.and_then(|row| row.referred))
}

/// What `into` has nothing of and `from` has.
fn lacking(schema: &Schema, from: &Row, into: &Row) -> Vec<(String, Scalar)> {
    let Some(kind) = schema.kind(&from.kind).filter(|_| from.kind == into.kind) else {
        return Vec::new();
    };
    let lacks = |cell: &str| into.cells.get(cell).is_none_or(Scalar::is_null);
    let takes = |cell: &str| {
        kind.cell(cell).is_some_and(|(field, _)| {
            field.ty != FieldType::Series && !into.conflicts.iter().any(|at| at == cell)
        })
    };
    let cells = from.cells.iter();
    cells
        .filter(|(cell, value)| {
            let says = !value.is_null() && **value != Scalar::Flag(false);
            // Nobody vouches for themselves.
            says && **value != Scalar::from(into.id) && lacks(cell) && takes(cell)
        })
        .map(|(cell, value)| (cell.clone(), value.clone()))
        .collect()
}

fn merged(from: &Row, into: &Row) -> Command {
    Command::Merge {
        from: from.id,
        into: into.id,
        base: from.heads.clone(),
    }
}

/// Whether both hold something in a cell, not the same, of which one can stand: a set holds both, what
/// joins a role with its person follows by itself, and a number of a series is never given up.
fn differs(schema: &Schema, from: &Row, into: &Row, cell: &str) -> bool {
    let Some(kind) = schema.kind(&from.kind).filter(|_| from.kind == into.kind) else {
        return false;
    };
    let joins = |key: &str| kind.register.is_some_and(|register| register.refers == key);
    let is_chosen = kind.cell(cell).is_some_and(|(field, _)| {
        let is_one = !matches!(field.ty, FieldType::Set(_) | FieldType::Series);
        is_one && !field.given && !joins(field.key)
    });
    let (goes, stays) = (from.cells.get(cell), into.cells.get(cell));
    let is_open = into.conflicts.iter().any(|at| at == cell);
    is_chosen && !is_open && goes.is_some() && stays.is_some() && goes != stays
}

/// When each cell of a record was written last, by the writers' clocks.
fn written(id: RecordId, tx: &mut Tx<'_>) -> Result<BTreeMap<String, Timestamp>, NodeError> {
    let mut written = BTreeMap::new();
    let lines = document(id, tx)?.map(|record| record.history());
    for line in lines.into_iter().flatten() {
        written.extend(line.cells.into_iter().map(|(cell, _, _)| (cell, line.at)));
    }
    Ok(written)
}

/// The records that may have been merged together with this one: itself first and whose roles it is one of,
/// up a chain of merges; then the roles of all that is merged into these.
fn together(
    schema: &Schema,
    id: RecordId,
    tx: &mut Tx<'_>,
) -> Result<(Vec<RecordId>, Vec<RecordId>), NodeError> {
    let row = projected(id, tx)?;
    let register = schema.kind(&row.kind).and_then(|kind| kind.register);
    let party = match register {
        None => Some(row.id),
        Some(register) => row
            .cells
            .get(register.refers)
            .and_then(Scalar::as_text)
            .and_then(|text| text.parse().ok()),
    };
    let (mut own, mut roles) = (vec![id], Vec::new());
    let Some(party) = party else {
        return Ok((own, roles));
    };
    let mut next = Some(party);
    while let Some(of) = next.map(|id| tx.projected(id)).transpose()?.flatten() {
        if of.id != id && own.contains(&of.id) {
            break;
        }
        own.extend((of.id != id).then_some(of.id));
        for (kind, register) in once(schema, &of.kind) {
            for one in tx.one_with(&of.kind, of.id)? {
                roles.extend(tx.referring(kind.key, register.refers, one)?);
            }
        }
        // Of a role, what its party was merged into later may be what it was merged with.
        next = of.merged_into.filter(|_| register.is_some());
    }
    let mut seen: BTreeSet<RecordId> = own.iter().copied().collect();
    roles.retain(|id| seen.insert(*id));
    Ok((own, roles))
}

/// A record that was merged into another, and when.
struct Merged {
    row: Row,
    into: RecordId,
    /// What was written in it by one hand in one second was written together.
    moment: (ActorId, Timestamp),
}

impl Merged {
    fn of(id: RecordId, tx: &mut Tx<'_>) -> Result<Option<Self>, NodeError> {
        let row = projected(id, tx)?;
        let (Some(into), Some(record)) = (row.merged_into, document(id, tx)?) else {
            return Ok(None);
        };
        let said = |cells: &[(String, Scalar, Scalar)]| {
            let of =
                |(cell, _, after): &(String, _, Scalar)| cell == reserved::MERGED_INTO && !after.is_null();
            cells.iter().any(of)
        };
        let last = record.history().into_iter().rfind(|line| said(&line.cells));
        Ok(last.map(|line| Self {
            row,
            into,
            moment: (line.actor, line.at),
        }))
    }

    /// Takes what the other record was given at the merge out of it again, where it still stands, and
    /// puts back what stood there.
    fn taken_back(&self, schema: &Schema, tx: &mut Tx<'_>) -> Result<Option<Command>, NodeError> {
        let Some(into) = tx.projected(self.into)?.filter(|into| !into.deleted) else {
            return Ok(None);
        };
        let (Some(record), Some(kind)) = (document(self.into, tx)?, schema.kind(&into.kind)) else {
            return Ok(None);
        };
        let mut cells = Vec::new();
        // One change gave it all. The making of a record that was merged in the same second is none.
        let is_of_merge = |line: &HistoryLine| (line.actor, line.at) == self.moment;
        let given = record.history().into_iter().rfind(is_of_merge);
        let makes = |line: &HistoryLine| line.cells.iter().any(|(cell, ..)| cell == reserved::KIND);
        let given = given.filter(|line| !makes(line));
        let mut others = Vec::new();
        for other in tx.one_with(&into.kind, into.id)? {
            let counts = other != into.id && other != self.row.id;
            others.extend(tx.projected(other)?.filter(|_| counts));
        }
        for (cell, before, after) in given.into_iter().flat_map(|line| line.cells) {
            let stands = |row: &Row| row.cells.get(&cell) == Some(&after);
            // What another record that stays merged says as well stays.
            let is_anothers = others.iter().any(stands);
            let given = !after.is_null() && stands(&into) && stands(&self.row) && !is_anothers;
            if given && !into.conflicts.contains(&cell) {
                cells.push((cell.clone(), before_in(kind, &cell, before)));
            }
        }
        Ok((!cells.is_empty()).then_some(Command::Set {
            id: into.id,
            base: into.heads,
            cells,
        }))
    }
}
