//! Rights: what the person who is logged in may see and write; refused here, and not only hidden by pages.

use std::collections::BTreeMap;

use tawro_core::command::Command;
use tawro_core::id::RecordId;
use tawro_core::schema::{Access, Kind, Scalar, Schema};

use crate::driver::Node;
use crate::fault::NodeError;
use crate::import::Profile;
use crate::store::{ListRow, Tx};

impl Node {
    /// Whoever is at the computer now: author of what follows, and held to what their functions allow.
    ///
    /// Whoever set this computer up may do everything there, so that nobody locks everybody out.
    pub fn act_as(&mut self, login: RecordId) -> Result<(), NodeError> {
        self.write_as(login);
        let set_it_up = self.keys().slots().next() == Some(login);
        let access = match set_it_up {
            true => Access::whole(),
            false => {
                let row = self.read(|_, tx| Ok(tx.projected(login)?))?;
                row.map_or(Access::of([]), |row| Access::of_login(&row.cells))
            }
        };
        self.hold_to(access);
        Ok(())
    }

    /// Refuses what this person may not look at: a register or kind by its name.
    pub fn may_see(&self, name: &str) -> Result<(), NodeError> {
        let allowed = sees(self.schema(), self.access(), name);
        allowed.then_some(()).ok_or(NodeError::NotAllowed)
    }

    /// Refuses what this person may not write.
    pub fn may_write(&self, name: &str) -> Result<(), NodeError> {
        let allowed = writes(self.schema(), self.access(), name);
        allowed.then_some(()).ok_or(NodeError::NotAllowed)
    }

    /// Refuses to add a photo or scan to a row: it may be written, and is none itself.
    pub fn may_attach(&self, row: &ListRow) -> Result<(), NodeError> {
        let kind = self.schema().kind(&row.kind);
        let kind = kind.filter(|kind| kind.about().is_none() && !row.deleted);
        let allowed = kind.is_some_and(|kind| writes_behind(self.schema(), self.access(), kind));
        allowed.then_some(()).ok_or(NodeError::NotAllowed)
    }

    /// Refuses to change one row: of one about another record, that other decides.
    pub fn may_change(&mut self, row: &ListRow) -> Result<(), NodeError> {
        let (schema, access) = (self.schema().clone(), self.access().clone());
        self.read(|_, tx| writes_one(&schema, &access, row, tx))
    }

    /// Refuses what only those decide who answer for the whole.
    pub fn may_manage(&self) -> Result<(), NodeError> {
        self.access().manages().then_some(()).ok_or(NodeError::NotAllowed)
    }
}

/// Whether a register or kind may be looked at: of a register its role decides, which shows the person
/// behind it. What is unknown is for others to refuse.
pub(crate) fn sees(schema: &Schema, access: &Access, name: &str) -> bool {
    Profile::of(schema, name).is_none_or(|profile| access.sees(profile.role))
}

/// Whether a register or kind may be written.
pub(crate) fn writes(schema: &Schema, access: &Access, name: &str) -> bool {
    Profile::of(schema, name).is_none_or(|profile| access.writes(profile.role))
}

/// The kind that decides who may see and write a record: its own or, where it is about another record
/// that is here, that other's.
pub(crate) fn deciding<'s>(
    schema: &'s Schema,
    kind: &'s Kind,
    cells: &BTreeMap<String, Scalar>,
    tx: &mut Tx<'_>,
) -> Result<&'s Kind, NodeError> {
    let about = kind
        .about()
        .and_then(|field| cells.get(field)?.as_text()?.parse().ok());
    let other = match about {
        Some(id) => tx.kind_of(id)?,
        None => None,
    };
    Ok(other.and_then(|other| schema.kind(&other)).unwrap_or(kind))
}

/// Refuses a row that this person may not write.
pub(crate) fn writes_one(
    schema: &Schema,
    access: &Access,
    row: &ListRow,
    tx: &mut Tx<'_>,
) -> Result<(), NodeError> {
    let allowed = match schema.kind(&row.kind) {
        Some(kind) if kind.about().is_some() => {
            writes_behind(schema, access, deciding(schema, kind, &row.cells, tx)?)
        }
        Some(kind) => access.writes(kind),
        None => true,
    };
    allowed.then_some(()).ok_or(NodeError::NotAllowed)
}

/// Whether a record of a kind may be written as the other half of a role that may be: a treasurer writes
/// down who gave, though not who belongs.
fn writes_behind(schema: &Schema, access: &Access, kind: &Kind) -> bool {
    let refers = |role: &Kind| {
        let field = role.register.and_then(|register| role.field(register.refers));
        field.and_then(|field| field.ty.refers_to()) == Some(kind.key)
    };
    access.writes(kind) || schema.kinds().any(|role| refers(role) && access.writes(role))
}

/// Refuses a command that writes what this person may not write. What is not known here is for
/// [`decide`](tawro_core::command::decide) to refuse.
pub(crate) fn permit(
    access: &Access,
    schema: &Schema,
    command: &Command,
    tx: &mut Tx<'_>,
) -> Result<(), NodeError> {
    let behind = |kind: &Kind| writes_behind(schema, access, kind);
    let own = |kind: &Kind| access.writes(kind);
    let ids = match command {
        Command::Many(commands) => {
            return commands
                .iter()
                .try_for_each(|command| permit(access, schema, command, tx));
        }
        Command::Add { kind, cells, .. } => return allow_new(schema, kind, cells, &behind, tx),
        Command::Import { rows, .. } => {
            return rows
                .iter()
                .try_for_each(|row| allow_new(schema, &row.kind, &row.cells, &behind, tx));
        }
        Command::Set { id, cells, .. } => {
            allow_new_about(schema, *id, cells, &behind, tx)?;
            return allow(schema, *id, &behind, &behind, tx);
        }
        Command::Resolve { id, cell, value, .. } => {
            let cells = [(cell.clone(), value.clone())];
            allow_new_about(schema, *id, &cells, &behind, tx)?;
            return allow(schema, *id, &behind, &behind, tx);
        }
        Command::Delete { id, .. } | Command::Restore { id, .. } | Command::Unmerge { id, .. } => vec![*id],
        Command::Merge { from, into, .. } => vec![*from, *into],
    };
    ids.into_iter()
        .try_for_each(|id| allow(schema, id, &own, &behind, tx))
}

type May<'a> = &'a dyn Fn(&Kind) -> bool;

/// Refuses what is done to a record: its kind decides or, of one about another, that other's.
fn allow(
    schema: &Schema,
    id: RecordId,
    own: May<'_>,
    of_other: May<'_>,
    tx: &mut Tx<'_>,
) -> Result<(), NodeError> {
    let Some(kind) = tx.kind_of(id)?.and_then(|kind| schema.kind(&kind)) else {
        return Ok(());
    };
    let allowed = match tx.projected(id)?.filter(|_| kind.about().is_some()) {
        Some(row) => of_other(deciding(schema, kind, &row.cells, tx)?),
        None => own(kind),
    };
    allowed.then_some(()).ok_or(NodeError::NotAllowed)
}

/// Refuses a record that is made.
fn allow_new(
    schema: &Schema,
    kind: &str,
    cells: &[(String, Scalar)],
    may: May<'_>,
    tx: &mut Tx<'_>,
) -> Result<(), NodeError> {
    let Some(kind) = schema.kind(kind) else {
        return Ok(());
    };
    let about = cells
        .iter()
        .filter(|(cell, _)| Some(cell.as_str()) == kind.about());
    let kind = deciding(schema, kind, &about.cloned().collect(), tx)?;
    may(kind).then_some(()).ok_or(NodeError::NotAllowed)
}

/// Refuses to lay what is about one record to another that this person may not write.
fn allow_new_about(
    schema: &Schema,
    id: RecordId,
    cells: &[(String, Scalar)],
    may: May<'_>,
    tx: &mut Tx<'_>,
) -> Result<(), NodeError> {
    let kind = tx.kind_of(id)?.and_then(|kind| schema.kind(&kind));
    match kind.filter(|kind| cells.iter().any(|(cell, _)| Some(cell.as_str()) == kind.about())) {
        Some(kind) => allow_new(schema, kind.key, cells, may, tx),
        None => Ok(()),
    }
}
