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

/// Whether every kind that a register's or kind's rows show may be seen; what is unknown is for others
/// to refuse.
pub(crate) fn sees(schema: &Schema, access: &Access, name: &str) -> bool {
    kinds(schema, name).all(|kind| access.sees(kind))
}

/// Whether every kind that a register's or kind's rows show may be written.
pub(crate) fn writes(schema: &Schema, access: &Access, name: &str) -> bool {
    kinds(schema, name).all(|kind| access.writes(kind))
}

fn kinds<'s>(schema: &'s Schema, name: &'s str) -> impl Iterator<Item = &'s Kind> {
    let profile = Profile::of(schema, name).into_iter();
    profile.flat_map(|profile| profile.kinds()).map(|(_, kind)| kind)
}

/// Refuses a command that writes what this person may not write. What is not known here is for
/// [`decide`](tawro_core::command::decide) to refuse.
pub(crate) fn permit(
    access: &Access,
    schema: &Schema,
    command: &Command,
    tx: &mut Tx<'_>,
) -> Result<(), NodeError> {
    let allow = |kind: &str| match schema.kind(kind) {
        Some(kind) if !access.writes(kind) => Err(NodeError::NotAllowed),
        _ => Ok(()),
    };
    match command {
        Command::Many(commands) => commands
            .iter()
            .try_for_each(|command| permit(access, schema, command, tx)),
        Command::Add { kind, .. } => allow(kind),
        Command::Import { rows, .. } => rows.iter().try_for_each(|row| allow(&row.kind)),
        Command::Set { id, .. }
        | Command::Resolve { id, .. }
        | Command::Delete { id, .. }
        | Command::Restore { id, .. }
        | Command::Unmerge { id, .. } => tx.kind_of(*id)?.map_or(Ok(()), |kind| allow(&kind)),
        Command::Merge { from, into, .. } => [from, into]
            .into_iter()
            .try_for_each(|id| tx.kind_of(*id)?.map_or(Ok(()), |kind| allow(&kind))),
    }
}
