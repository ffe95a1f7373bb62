//! Who writes, and what a decision writes into one record.

use rand_core::CryptoRng;
use thiserror::Error;

use crate::id::ActorId;
use crate::record::reserved;
use crate::schema::Scalar;
use crate::time::Timestamp;

/// Who writes, when, and with whose dice.
pub struct Author<'a> {
    /// The actor of this opening of the data folder or login.
    pub actor: ActorId,
    /// For people to see; 0 if the clock is not to be trusted.
    pub now: Timestamp,
    /// The caller's randomness.
    pub dice: &'a mut dyn CryptoRng,
    /// Actors taken for writes at old states: the caller announces them as it announced `actor`.
    pub fresh: Vec<ActorId>,
}

impl<'a> Author<'a> {
    /// An author who has taken no fresh actor yet.
    pub fn new(actor: ActorId, now: Timestamp, dice: &'a mut dyn CryptoRng) -> Self {
        Self {
            actor,
            now,
            dice,
            fresh: Vec::new(),
        }
    }
}

/// What a decision writes into one record, in one change.
#[derive(Debug, Clone, Default)]
pub(crate) struct Writes {
    /// Scalars, by cell.
    pub(crate) cells: Vec<(String, Scalar)>,
    /// Long texts, by field.
    pub(crate) notes: Vec<(String, String)>,
}

impl Writes {
    pub(crate) fn is_empty(&self) -> bool {
        self.cells.is_empty() && self.notes.is_empty()
    }

    /// In the one order that does not depend on how a form or a sheet was read.
    pub(crate) fn sort(&mut self) {
        // The kind stands first, so that whoever reads the bytes knows what follows.
        self.cells.sort_by(|(a, _), (b, _)| {
            (a != reserved::KIND, a.as_str()).cmp(&(b != reserved::KIND, b.as_str()))
        });
        self.notes.sort();
    }
}

/// Why a change was not made.
#[derive(Debug, Error)]
pub(crate) enum WriteFault {
    /// It would not fit an entry.
    #[error("{bytes} bytes")]
    TooLarge {
        /// How many bytes it has.
        bytes: usize,
    },
    /// A peer numbered its operations so high that none can follow.
    #[error("operation numbers are used up")]
    Exhausted,
    /// The record lacks a change of the state to write at.
    #[error("unknown state")]
    UnknownBase,
    /// Automerge refused: a fault of ours.
    #[error("the document refused the change")]
    Refused(#[from] automerge::AutomergeError),
}
