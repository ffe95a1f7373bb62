//! Rights: what the person who is logged in may see and write; refused here, and not only hidden by pages.

use tawro_core::command::Command;
use tawro_core::id::RecordId;
use tawro_core::schema::{Access, Kind, Schema};

use crate::driver::Node;
use crate::fault::NodeError;
use crate::import::Profile;
use crate::store::Tx;

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
    let allow = |kind: &str, may: &dyn Fn(&Kind) -> bool| match schema.kind(kind) {
        Some(kind) if !may(kind) => Err(NodeError::NotAllowed),
        _ => Ok(()),
    };
    let behind = |kind: &Kind| writes_behind(schema, access, kind);
    let own = |kind: &Kind| access.writes(kind);
    let ids = match command {
        Command::Many(commands) => {
            return commands
                .iter()
                .try_for_each(|command| permit(access, schema, command, tx));
        }
        Command::Add { kind, .. } => return allow(kind, &behind),
        Command::Import { rows, .. } => return rows.iter().try_for_each(|row| allow(&row.kind, &behind)),
        Command::Set { id, .. } | Command::Resolve { id, .. } => {
            return tx.kind_of(*id)?.map_or(Ok(()), |kind| allow(&kind, &behind));
        }
        Command::Delete { id, .. } | Command::Restore { id, .. } | Command::Unmerge { id, .. } => vec![*id],
        Command::Merge { from, into, .. } => vec![*from, *into],
    };
    for id in ids {
        if let Some(kind) = tx.kind_of(id)? {
            allow(&kind, &own)?;
        }
    }
    Ok(())
}
