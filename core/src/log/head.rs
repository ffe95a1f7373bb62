//! The head of a log, and how an entry stands to it.

use super::{Entry, Header};
use crate::faults::{Fault, planted};
use crate::id::{DeviceId, EntryHash, LogId};

/// How far a log is held: contiguously from 0 (or from a checkpoint) to `seq`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LogHead {
    /// The log.
    pub log: LogId,
    /// Whose it is, as its entry 0 says.
    pub device: DeviceId,
    /// The last number held.
    pub seq: u64,
    /// The hash of that entry.
    pub hash: EntryHash,
    /// The epoch of that entry: it never decreases along a log.
    pub epoch: u32,
    /// The membership position that entry stands on: it never decreases along a log either.
    pub position: u32,
}

impl LogHead {
    /// The head of a log that ends with this entry.
    pub fn of(entry: &Entry, device: DeviceId) -> Self {
        let header = &entry.header;
        Self {
            log: header.log,
            device,
            seq: header.seq,
            hash: header.hash(),
            epoch: header.epoch,
            position: header.position,
        }
    }
}

/// How an entry stands to the head of its log, by number and hash alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// It is the next one.
    Next,
    /// It is held, or something with its number is: below the head hashes are not compared. A fork
    /// below the head shows at the head, since every hash covers all that came before.
    Held,
    /// It does not connect.
    Gap {
        /// The last number held.
        have: Option<u64>,
    },
    /// It contradicts the head: the same number with another hash, or a next one that points elsewhere.
    Fork {
        /// The hash held.
        ours: EntryHash,
        /// The hash it has, or points at, for the same number.
        theirs: EntryHash,
    },
}

/// Compares an entry with the head of its log. Pure; no signature is looked at.
pub fn place(header: &Header, head: Option<&LogHead>) -> Place {
    let Some(head) = head else {
        return if header.seq == 0 {
            Place::Next
        } else {
            Place::Gap { have: None }
        };
    };
    let hash = if header.seq == head.seq {
        header.hash()
    } else {
        header.prev
    };
    match header.seq.checked_sub(head.seq) {
        None => Place::Held,
        Some(0) if hash == head.hash => Place::Held,
        Some(1) if hash == head.hash => Place::Next,
        Some(2..) if planted(Fault::GapAccepted) => Place::Next,
        Some(0 | 1) => Place::Fork {
            ours: head.hash,
            theirs: hash,
        },
        Some(_) => Place::Gap { have: Some(head.seq) },
    }
}
