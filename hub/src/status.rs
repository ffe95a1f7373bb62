//! What a hub holds and for whom, for its operator.

use std::collections::BTreeMap;

use tawro_core::id::SpaceId;
use tawro_core::time::Timestamp;

use crate::allowance::Allowance;
use crate::membership;
use crate::published::Seen;
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
    // A space that used two tickets has two lines, and counts once.
    let counted: BTreeMap<_, _> = list.iter().filter_map(|line| Some((line.space?, line))).collect();
    let sum = |of: fn(&Association) -> u64| counted.values().map(|line| of(line)).sum();
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

impl From<Association> for Seen {
    fn from(line: Association) -> Self {
        Self {
            name: line.name,
            is_enrolled: line.space.is_some(),
            is_expired: line.expired,
            last: (line.last_seen != Timestamp::UNKNOWN).then_some(line.last_seen),
        }
    }
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

#[cfg(test)]
mod tests {
    use tawro_core::crypto::DeviceSecret;
    use tawro_core::id::InviteId;
    use tawro_core::membership::draft;

    use super::*;
    use crate::store::{Line, MemoryLog};

    #[test]
    fn a_space_that_used_two_tickets_counts_once() {
        let secret = |n| DeviceSecret::from_bytes(&[n; 64]);
        let recovery = secret(5).keys();
        let genesis = draft::genesis(&secret(9), "A", &recovery, &mut crate::dice()).unwrap();
        let space = genesis.space();
        let line = Line {
            position: 0,
            hash: genesis.hash(),
            bytes: genesis.bytes().to_vec(),
        };
        let mut store = MemoryLog::new();
        store.membership_append(space, None, &line).unwrap();
        for n in 1..3 {
            let ticket = Ticket {
                id: InviteId([n; 16]),
                secret: [n; 16],
                name: n.to_string(),
                made: Timestamp(1),
                expires: Timestamp(9),
                used_by: Some(space),
            };
            store.ticket_keep(&ticket).unwrap();
        }
        let limits = Allowance {
            stored_bytes_max: 1,
            bytes_per_second: 1,
            entries_per_second: 1,
        };
        let status = read(&mut store, "YES".to_owned(), limits, Timestamp(5)).unwrap();
        assert_eq!(
            (status.associations, status.devices, status.list.len()),
            (1, 1, 2)
        );
    }
}
