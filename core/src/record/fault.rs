//! Why bytes are not a record or a change: faults of a peer's program or of a damaged store.

use std::sync::Arc;

use thiserror::Error;

use crate::id::ActorId;

/// Why a document or a change cannot be taken.
///
/// A person can do nothing about it: the peer that sent it, or the store that kept it, is at fault.
#[derive(Debug, Clone, Error)]
pub enum RecordFault {
    /// Larger than any change may be.
    #[error("{bytes} bytes, at most {max}")]
    TooLarge {
        /// How many bytes it has.
        bytes: usize,
        /// How many it may have.
        max: usize,
    },
    /// Announces more operations than any change may have.
    #[error("more than {max} operations")]
    TooManyOperations {
        /// How many it may have.
        max: u64,
    },
    /// The bytes end early, or something stands where nothing can.
    #[error("malformed at byte {at}")]
    Malformed {
        /// Where reading stopped.
        at: usize,
    },
    /// Automerge cannot read the bytes.
    #[error("not readable as a change or document")]
    Unreadable(#[source] Arc<dyn std::error::Error + Send + Sync>),
    /// The checksum does not fit the bytes.
    #[error("damaged: the checksum does not fit")]
    Checksum,
    /// A compressed change; only plain ones are exchanged, so that nothing can swell.
    #[error("a chunk of type {found} where a plain change is needed")]
    ChunkType {
        /// The type byte.
        found: u8,
    },
    /// An actor's name must have 16 bytes.
    #[error("an actor of {found} bytes, 16 needed")]
    ActorLength {
        /// How many it has.
        found: usize,
    },
    /// The change belongs to another record.
    #[error("a change of another record")]
    OtherRecord,
    /// The actor already made another change under this number: a cloned or rolled-back folder.
    #[error("actor {actor} already made another change {seq}")]
    DuplicateSeq {
        /// Who.
        actor: ActorId,
        /// Its number.
        seq: u64,
    },
    /// The actor's changes are not numbered without a gap, or do not build on each other.
    #[error("change {found} of actor {actor} does not follow its change {last}")]
    Sequence {
        /// Who.
        actor: ActorId,
        /// The number of the last one held.
        last: u64,
        /// The number it bears.
        found: u64,
    },
    /// Its operations are numbered in a way that no honest program does.
    #[error("operations numbered from {start} where {expected} is the least")]
    OperationNumbers {
        /// The first number.
        start: u64,
        /// The least it may be.
        expected: u64,
    },
    /// It refers to operations that are not among those it builds on.
    #[error("refers to what it does not build on")]
    Dangling,
    /// Taken into the document, it could not be read back.
    #[error("the document could not be read back with it")]
    Unsound,
    /// Too many changes of this record wait for others.
    #[error("{max} changes wait already")]
    TooManyWaiting {
        /// How many may wait.
        max: usize,
    },
}

impl RecordFault {
    pub(super) fn unreadable(error: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Unreadable(Arc::new(error))
    }
}
