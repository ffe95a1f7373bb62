//! What a hub holds and for whom, for its operator.

use tawro_core::id::SpaceId;
use tawro_core::time::Timestamp;

use crate::allowance::Allowance;
use crate::membership;
use crate::store::{Desk, SpaceLog, StoreFault, Ticket, Usage};

/// How much a hub holds.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Status {
    /// Who runs it.
    pub name: String,
    /// Spaces that enrolled.
    pub associations: u64,
    /// Devices that belong to them.
    pub devices: u64,
    /// Entries stored.
    pub entries: u64,
    /// Their bytes.
    pub bytes: u64,
    /// What each association may store and send.
    pub limits: Allowance,
    /// One line for each ticket, oldest first, and for each space that came without one.
    pub list: Vec<Association>,
}

/// One ticket and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Association {
    /// The operator's label; none for a space that was moved here.
    pub name: Option<String>,
    /// The space, once it enrolled.
    pub space: Option<SpaceId>,
    /// Whether the ticket ended unused.
    pub expired: bool,
    /// Devices that belong.
    pub devices: u64,
    /// Entries stored.
    pub entries: u64,
    /// Their bytes.
    pub bytes: u64,
    /// When one of its devices was last here; 0 = never.
    pub last_seen: Timestamp,
}

/// Reads the status of a store.
pub(crate) fn read<S: SpaceLog + Desk>(
    store: &mut S,
    name: String,
    limits: Allowance,
    now: Timestamp,
) -> Result<Status, StoreFault> {
    let tickets = store.tickets()?;
    let mut list = Vec::new();
    for Ticket {
        name,
        used_by,
        expires,
        ..
    } in &tickets
    {
        let mut line = match used_by {
            Some(space) => space_line(store, *space)?,
            None => Association {
                expired: *expires <= now,
                ..empty()
            },
        };
        line.name = Some(name.clone());
        list.push(line);
    }
    let spaces = store.spaces()?;
    for space in spaces
        .iter()
        .filter(|space| !tickets.iter().any(|ticket| ticket.used_by == Some(**space)))
    {
        list.push(space_line(store, *space)?);
    }
    let sum = |of: fn(&Association) -> u64| list.iter().map(of).sum();
    Ok(Status {
        name,
        associations: spaces.len() as u64,
        devices: sum(|line| line.devices),
        entries: sum(|line| line.entries),
        bytes: sum(|line| line.bytes),
        limits,
        list,
    })
}

fn space_line<S: SpaceLog>(store: &mut S, space: SpaceId) -> Result<Association, StoreFault> {
    let Usage { entries, bytes, .. } = store.usage(space)?;
    let membership = membership::load(store, space)?;
    let devices = membership.map_or(0, |membership| membership.active().count() as u64);
    let last_seen = store
        .visits(space)?
        .into_iter()
        .map(|visit| visit.at)
        .max()
        .unwrap_or_default();
    Ok(Association {
        space: Some(space),
        devices,
        entries,
        bytes,
        last_seen,
        ..empty()
    })
}

fn empty() -> Association {
    Association {
        name: None,
        space: None,
        expired: false,
        devices: 0,
        entries: 0,
        bytes: 0,
        last_seen: Timestamp::UNKNOWN,
    }
}
