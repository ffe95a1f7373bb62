//! What a hub keeps, behind two traits: `SpaceLog` for what belongs to a space, `Desk` for who may come in.
//!
//! Both are synchronous, and one thread owns the store: see `hub/docs/decisions/0001-one-writer.md`.
//! Everything is opaque bytes here. What the bytes mean, and whether they may stand, was decided by
//! the caller with core's own checks; the store keeps three promises of its own: a log has no
//! holes, nothing is ever replaced by something else, and no operation touches two spaces.

pub mod archive;
mod desk;
pub use desk::{Desk, Invite, Letter, Ticket, TicketState};

mod memory;
pub use memory::MemoryLog;

mod sqlite;
pub use sqlite::SqliteLog;
pub(crate) use sqlite::{Layout, fixed};

use std::path::PathBuf;

use tawro_core::id::{DeviceId, EntryHash, LogId, MemberHash, SpaceId};
use tawro_core::log::{LogHead, SEQ_MAX};
use tawro_core::time::Timestamp;
use thiserror::Error;

/// An entry as the store sees it: where it stands, and bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// The head of its log once it is there: log, device, its number, hash, epoch and position.
    pub head: LogHead,
    /// The hash of the entry before it; not looked at for number 0.
    pub prev: EntryHash,
    /// The entry.
    pub bytes: Vec<u8>,
}

/// What became of one entry of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Appended {
    /// It is the log's new head.
    Stored,
    /// It was here already.
    Duplicate,
    /// Something before it is missing, so it was not kept.
    Gap {
        /// The log's last number held, if the log is known.
        have: Option<u64>,
    },
    /// Another entry stands in its place, or before it; what is held stays, this one was not kept.
    Fork {
        /// The number at which both sides differ.
        seq: u64,
    },
}

/// A membership record as the store sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its position, from 0.
    pub position: u32,
    /// Its hash.
    pub hash: MemberHash,
    /// The record, with its sequencer's signature.
    pub bytes: Vec<u8>,
}

/// What became of a membership record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ordered {
    /// It is the new head.
    Stored,
    /// It was here already, at its position.
    Duplicate,
    /// The head is not the one expected: somebody was first. Nothing was kept.
    Conflict {
        /// The head, or `None` if the space is not known.
        head: Option<(u32, MemberHash)>,
    },
}

/// How much of one log one device has, by its own word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ack {
    /// Who says it.
    pub device: DeviceId,
    /// Of which log.
    pub log: LogId,
    /// The last number on its disk; `None` if it has nothing.
    pub stored: Option<u64>,
    /// The last number whose changes are in its records.
    pub applied: Option<u64>,
}

/// When a device was last here, and with which database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit {
    /// Who.
    pub device: DeviceId,
    /// Its database: acknowledgements hold for this one.
    pub incarnation: [u8; 16],
    /// When, by this hub's clock.
    pub at: Timestamp,
}

/// Proof that a device was copied: what both branches signed, as the caller encodes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fork {
    /// The log that forked.
    pub log: LogId,
    /// Where.
    pub seq: u64,
    /// Both signed headers.
    pub proof: Vec<u8>,
}

/// How large a space is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Usage {
    /// Entries held.
    pub entries: u64,
    /// Their bytes.
    pub bytes: u64,
    /// Logs held.
    pub logs: u64,
    /// Membership records held.
    pub members: u32,
}

/// The store failed. The operator can act on all of it.
#[derive(Debug, Error)]
pub enum StoreFault {
    /// A newer release wrote it.
    #[error("the store has version {found}, this release knows {known}")]
    Newer {
        /// Its version.
        found: i64,
        /// The newest one known here.
        known: i64,
    },
    /// The file is a database of some other program.
    #[error("{path} is not a hub's store")]
    NotOurs {
        /// Which file.
        path: PathBuf,
    },
    /// The disk is full. Nothing of the transaction was kept.
    #[error("the disk is full")]
    Full,
    /// A number no entry may have. Nothing of the call was kept; what came before it in the
    /// transaction was.
    #[error("no entry may have the number {seq}")]
    Number {
        /// Which.
        seq: u64,
    },
    /// The file is damaged.
    #[error("the store is damaged")]
    Damaged(#[source] Option<rusqlite::Error>),
    /// Another process kept it locked for longer than we wait.
    #[error("another process holds the store")]
    Busy,
    /// The database or the system refused for another reason.
    #[error("the store failed")]
    Failed(#[source] rusqlite::Error),
    /// A folder or file could not be used.
    #[error("a file of the store failed")]
    File(#[from] std::io::Error),
}

impl StoreFault {
    /// A stable word for programs and for looking up the sentence.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::Newer { .. } => "newer_version",
            Self::NotOurs { .. } => "not_a_hub",
            Self::Full => "disk_full",
            Self::Damaged(_) => "store_damaged",
            Self::Busy => "store_busy",
            Self::Number { .. } | Self::Failed(_) | Self::File(_) => "store",
        }
    }
}

/// The logs of many spaces, none of which knows of another.
///
/// Every write is idempotent and is seen at once by later reads through the same handle, but it is
/// durable only when [`commit`](Self::commit) has returned: until then nobody may be told of it. When
/// any method fails, [`StoreFault::Number`] apart, everything since the last commit is gone and the caller must
/// [`rollback`](Self::rollback) and forget what it derived from it.
pub trait SpaceLog {
    /// Makes everything since the last commit durable, all or nothing. Cheap when nothing was written.
    fn commit(&mut self) -> Result<(), StoreFault>;
    /// Forgets everything since the last commit.
    fn rollback(&mut self);

    /// Adds a membership record if the head is still `expect`: the only compare-and-swap there is.
    ///
    /// `None` founds the space: its record has position 0, and a space that is there already is a
    /// conflict unless this very record stands at its position.
    fn membership_append(
        &mut self,
        space: SpaceId,
        expect: Option<(u32, MemberHash)>,
        line: &Line,
    ) -> Result<Ordered, StoreFault>;
    /// The records from position `from` on, in order; none if the space is not known.
    fn membership_since(&mut self, space: SpaceId, from: u32) -> Result<Vec<Vec<u8>>, StoreFault>;

    /// The head of every log of a space, by log id.
    fn heads(&mut self, space: SpaceId) -> Result<Vec<LogHead>, StoreFault>;
    /// Appends what continues its log, in the order given; one answer for each entry.
    ///
    /// The space must have been founded; otherwise every entry is a gap.
    fn append(&mut self, space: SpaceId, batch: &[Sealed]) -> Result<Vec<Appended>, StoreFault>;
    /// The entries of a log from `from` on, together at most `max_bytes`, but at least one if there is one.
    fn range(
        &mut self,
        space: SpaceId,
        log: LogId,
        from: u64,
        max_bytes: usize,
    ) -> Result<Vec<Vec<u8>>, StoreFault>;

    /// Keeps the first proof that a log forked; later ones change nothing.
    fn fork_keep(&mut self, space: SpaceId, fork: &Fork) -> Result<(), StoreFault>;
    /// The proofs, by log id.
    fn forks(&mut self, space: SpaceId) -> Result<Vec<Fork>, StoreFault>;

    /// Notes how far a device says it has a log. A device that was rolled back may say less than before.
    fn ack_keep(&mut self, space: SpaceId, ack: &Ack) -> Result<(), StoreFault>;
    /// What the devices of a space said, by device and log.
    fn acks(&mut self, space: SpaceId) -> Result<Vec<Ack>, StoreFault>;
    /// Notes a visit of a device, in place of the one before. What another database of the device had
    /// acknowledged is forgotten.
    fn visit_keep(&mut self, space: SpaceId, visit: &Visit) -> Result<(), StoreFault>;
    /// The last visit of each device, by device.
    fn visits(&mut self, space: SpaceId) -> Result<Vec<Visit>, StoreFault>;

    /// How large a space is; zeroes if it is not known.
    fn usage(&mut self, space: SpaceId) -> Result<Usage, StoreFault>;
    /// Every space, by id.
    fn spaces(&mut self) -> Result<Vec<SpaceId>, StoreFault>;
    /// Removes a space and all that belongs to it.
    fn delete_space(&mut self, space: SpaceId) -> Result<(), StoreFault>;
}

/// Where an entry would stand on a head, by numbers and hashes alone. Shared by every engine.
pub(crate) enum Place {
    /// It is the next one.
    Next,
    /// It must be compared with what is held at its number.
    Held,
    /// It cannot be kept.
    Not(Appended),
}

/// Decides where an entry stands relative to the log's last number and hash.
pub(crate) fn place(head: Option<(u64, EntryHash)>, entry: &Sealed) -> Place {
    match head {
        None if entry.head.seq == 0 => Place::Next,
        None => Place::Not(Appended::Gap { have: None }),
        Some((seq, _)) if entry.head.seq <= seq => Place::Held,
        Some((seq, hash)) if entry.head.seq - 1 == seq && entry.prev == hash => Place::Next,
        Some((seq, _)) if entry.head.seq - 1 == seq => Place::Not(Appended::Fork { seq }),
        Some((seq, _)) => Place::Not(Appended::Gap { have: Some(seq) }),
    }
}

/// Refuses numbers that do not fit into 63 bits, or into the key of an entry, before anything is
/// written. Shared by every engine.
pub(crate) fn numbered(seqs: impl IntoIterator<Item = u64>) -> Result<(), StoreFault> {
    match seqs.into_iter().find(|seq| *seq > SEQ_MAX) {
        Some(seq) => Err(StoreFault::Number { seq }),
        None => Ok(()),
    }
}
