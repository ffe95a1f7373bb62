//! Spaces, records and entries made of numbers: the store looks at no more.

use tawro_core::id::{DeviceId, EntryHash, InviteId, LogId, MemberHash, SpaceId};
use tawro_core::log::LogHead;
use tawro_core::time::Timestamp;
use tawro_hub::store::archive::Reading;
use tawro_hub::store::{Line, Ordered, Sealed, Ticket, Visit};

use crate::engine::Engine;

pub(crate) fn space(n: u8) -> SpaceId {
    SpaceId([n; 32])
}

pub(crate) fn log(n: u8) -> LogId {
    LogId([n; 16])
}

pub(crate) fn device(n: u8) -> DeviceId {
    DeviceId([n; 32])
}

pub(crate) fn line(position: u32, variant: u8) -> Line {
    let mut hash = [variant; 32];
    hash[..4].copy_from_slice(&position.to_le_bytes());
    Line {
        position,
        hash: MemberHash(hash),
        bytes: hash.to_vec(),
    }
}

fn head(n: u8, seq: u64, hash: EntryHash) -> LogHead {
    LogHead {
        log: log(n),
        device: device(n),
        seq,
        hash,
        epoch: seq as u32 / 2,
        position: seq as u32 / 3,
    }
}

/// An entry whose hash says its log, number and branch; branches part after the first `shared` entries.
pub(crate) fn entry_of(n: u8, seq: u64, branch: u8, shared: u64) -> Sealed {
    let hash = |seq: u64| {
        let mut hash = [if seq < shared { 0 } else { branch }; 32];
        hash[0] = n;
        hash[1..9].copy_from_slice(&seq.to_le_bytes());
        EntryHash(hash)
    };
    let prev = seq.checked_sub(1).map_or(EntryHash([0; 32]), hash);
    let mut bytes = vec![0; 100];
    bytes[..32].copy_from_slice(&hash(seq).0);
    bytes[32..64].copy_from_slice(&prev.0);
    bytes[64] = n;
    Sealed {
        head: head(n, seq, hash(seq)),
        prev,
        bytes,
    }
}

pub(crate) fn entry(n: u8, seq: u64) -> Sealed {
    entry_of(n, seq, 0, 0)
}

pub(crate) struct Plain;

impl Reading for Plain {
    fn line(&self, bytes: Vec<u8>) -> Option<Line> {
        let hash: [u8; 32] = bytes[..].try_into().ok()?;
        Some(Line {
            position: u32::from_le_bytes(hash[..4].try_into().ok()?),
            hash: MemberHash(hash),
            bytes,
        })
    }

    fn sealed(&self, bytes: Vec<u8>, _: Option<&Sealed>) -> Option<Sealed> {
        let hash: [u8; 32] = bytes.get(..32)?.try_into().ok()?;
        let seq = u64::from_le_bytes(hash[1..9].try_into().ok()?);
        let prev = EntryHash(bytes.get(32..64)?.try_into().ok()?);
        let n = bytes[64];
        Some(Sealed {
            head: head(n, seq, EntryHash(hash)),
            prev,
            bytes,
        })
    }
}

pub(crate) fn found(store: &mut dyn Engine, n: u8) {
    assert_eq!(
        store.membership_append(space(n), None, &line(0, n)).unwrap(),
        Ordered::Stored
    );
}

/// Everything a reader can see of a space.
pub(crate) fn seen_of(store: &mut dyn Engine, space: SpaceId) -> String {
    let heads = store.heads(space).unwrap();
    let ranges: Vec<_> = heads
        .iter()
        .map(|head| store.range(space, head.log, 0, usize::MAX).unwrap())
        .collect();
    let members = store.membership_since(space, 0).unwrap();
    let side = (
        store.forks(space).unwrap(),
        store.acks(space).unwrap(),
        store.visits(space).unwrap(),
    );
    format!(
        "{heads:?} {ranges:?} {members:?} {side:?} {:?}",
        store.usage(space).unwrap()
    )
}

pub(crate) fn ticket(n: u8) -> Ticket {
    Ticket {
        id: InviteId([n; 16]),
        secret: [n; 16],
        name: format!("جمعية {n}"),
        made: Timestamp(10),
        expires: Timestamp(100),
        used_by: None,
    }
}

pub(crate) fn visit(n: u8, incarnation: u8, at: i64) -> Visit {
    Visit {
        device: device(n),
        incarnation: [incarnation; 16],
        at: Timestamp(at),
    }
}
