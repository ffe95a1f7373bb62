//! A change as bytes: checked before anything believes it.

use automerge::ActorId as DocActor;

use crate::id::{ActorId, RecordId};
use crate::record::{RecordFault, bounds};

/// Bytes that a change may have, so that it always fits an entry.
pub const CHANGE_BYTES_MAX: usize = 192 * 1024;

/// One change of one record, as it is kept and exchanged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The record it belongs to.
    pub record: RecordId,
    /// Its SHA-256, which names it.
    pub hash: [u8; 32],
    /// Who wrote it.
    pub actor: ActorId,
    /// The how-manieth change of this actor in this record it is, from 1.
    pub seq: u64,
    /// The change chunk, not compressed.
    pub raw: Vec<u8>,
}

impl Change {
    /// Reads a change chunk, checking bounds, layout and checksum.
    ///
    /// # Errors
    ///
    /// Anything but one whole, plain change of an actor of 16 bytes.
    pub fn from_raw(record: RecordId, raw: Vec<u8>) -> Result<Self, RecordFault> {
        Read::from_raw(record, raw).map(|read| read.change)
    }

    pub(super) fn of(record: RecordId, actor: ActorId, change: &automerge::Change) -> Self {
        Self {
            record,
            hash: change.hash().0,
            actor,
            seq: change.seq(),
            raw: change.raw_bytes().to_vec(),
        }
    }
}

/// A change with what Automerge reads in it, so that it is read once on its way into a document.
#[derive(Debug, Clone)]
pub(crate) struct Read {
    pub(crate) change: Change,
    pub(super) parsed: automerge::Change,
}

impl Read {
    pub(super) fn from_raw(record: RecordId, raw: Vec<u8>) -> Result<Self, RecordFault> {
        let parsed = parse(&raw)?;
        let actor = actor_of(parsed.actor_id())?;
        let change = Change {
            record,
            hash: parsed.hash().0,
            actor,
            seq: parsed.seq(),
            raw,
        };
        Ok(Self { change, parsed })
    }
}

/// A change chunk as Automerge reads it, once its bounds and its checksum hold.
pub(super) fn parse(raw: &[u8]) -> Result<automerge::Change, RecordFault> {
    if raw.len() > CHANGE_BYTES_MAX {
        return Err(RecordFault::TooLarge {
            bytes: raw.len(),
            max: CHANGE_BYTES_MAX,
        });
    }
    bounds::check_change(raw)?;
    let change = automerge::Change::try_from(raw).map_err(RecordFault::unreadable)?;
    if raw[4..8] != change.hash().0[..4] {
        return Err(RecordFault::Checksum);
    }
    Ok(change)
}

pub(super) fn actor_of(actor: &DocActor) -> Result<ActorId, RecordFault> {
    let bytes = actor.to_bytes();
    ActorId::from_slice(bytes).ok_or(RecordFault::ActorLength { found: bytes.len() })
}
