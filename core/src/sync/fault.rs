//! How a session ends, and what a peer did wrong.

use thiserror::Error;

use crate::id::LogId;
use crate::wire::Refusal;

/// What the peer did that no correct peer does. The connection is to be closed; nothing is lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PeerFault {
    /// A message that has no place at this point.
    #[error("a message out of place")]
    Unexpected,
    /// It speaks of another space.
    #[error("another space")]
    OtherSpace,
    /// Entries, headers or records that cannot be read.
    #[error("malformed entries or records")]
    Malformed,
    /// An entry that does not follow the one before.
    #[error("entry {got} of a log held up to {have:?}")]
    Gap {
        /// The log.
        log: LogId,
        /// The last number that had come, or was held.
        have: Option<u64>,
        /// The number that came.
        got: u64,
    },
    /// A membership record that does not follow the one before.
    #[error("membership record {got} where {need} is next")]
    MembershipGap {
        /// The next position needed.
        need: u32,
        /// The position that came.
        got: u32,
    },
    /// An entry whose signature or ciphertext is false.
    #[error("a false entry")]
    FalseEntry {
        /// Of this log.
        log: LogId,
    },
    /// A claim of a fork that its own evidence does not carry.
    #[error("a false claim of a fork")]
    FalseFork {
        /// Of this log.
        log: LogId,
    },
    /// More than the window allows without an acknowledgement, or the same asked for again and again.
    #[error("more than agreed")]
    Flood,
}

/// Why a session is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closing {
    /// We said so.
    Done,
    /// The peer said so.
    PeerDone,
    /// The peer does not let us in.
    Refused(Refusal),
    /// We did not let the peer in.
    RefusedPeer(Refusal),
    /// The two sides know different membership records of one position: one of them was lied to.
    MembershipSplit {
        /// The position.
        position: u32,
    },
    /// The peer broke the protocol.
    Fault(PeerFault),
}
