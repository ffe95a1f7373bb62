//! The ledger: everything that was ever opened, each entry chained to the one before.

use minicbor::{Decode, Encode};
use thiserror::Error;

use super::canon::{self, Malformed};
use super::{Manifest, Published};
use crate::crypto::{self, Hash};
use crate::id::TaskId;
use crate::time::Timestamp;

/// A list of 64 indicators with six tables each leaves room.
const OPENING_BYTES_MAX: usize = 32 * 1024;
const OPENED_MAX: usize = 64 * 6;

/// One opening of a period's totals.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Opening {
    /// The hash of the opening before, or zeros.
    #[cbor(n(0), with = "minicbor::bytes")]
    prev: Hash,
    #[n(1)]
    at: i64,
    #[n(2)]
    task: TaskId,
    #[cbor(n(3), with = "minicbor::bytes")]
    manifest: Hash,
    #[cbor(n(4), with = "minicbor::bytes")]
    published: Hash,
    /// Each table opened, by the codes of indicator and table.
    #[cbor(n(5), decode_with = "canon::list::<_, _, OPENED_MAX>")]
    opened: Vec<(String, String)>,
}

/// All openings, oldest first.
///
/// A chain alone does not show that its end was cut off: compare its [`head`](Self::head) with what
/// the newest [`Manifest`] says, which every node keeps.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ledger(Vec<Opening>);

/// A ledger that was changed, or is not the one that ends in the expected head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum LedgerFault {
    /// An opening is no opening.
    #[error("opening {at} is malformed")]
    Malformed {
        /// Which, from 0 on.
        at: usize,
    },
    /// An opening does not follow the one before: one of the two was changed, added or taken out.
    #[error("opening {at} does not follow the one before")]
    Broken {
        /// Which, from 0 on.
        at: usize,
    },
    /// The expected head is nowhere in the chain: its end was cut off or written anew.
    #[error("the expected head is not there")]
    HeadMissing,
}

impl LedgerFault {
    /// Its code, under which sentences stand.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Malformed { .. } => "ledger_malformed",
            Self::Broken { .. } => "ledger_broken",
            Self::HeadMissing => "ledger_head_missing",
        }
    }
}

impl Opening {
    /// When, by the hub's clock: for people, nothing is decided by it.
    pub fn at(&self) -> Timestamp {
        Timestamp(self.at)
    }

    /// For which task.
    pub fn task(&self) -> TaskId {
        self.task
    }

    /// The hash of the manifest whose reports were added up.
    pub fn manifest(&self) -> Hash {
        self.manifest
    }

    /// The hash of what was published.
    pub fn published(&self) -> Hash {
        self.published
    }

    /// Each table opened, by the codes of indicator and table.
    pub fn opened(&self) -> &[(String, String)] {
        &self.opened
    }

    /// The one encoding: what is kept.
    pub fn to_bytes(&self) -> Vec<u8> {
        canon::to_bytes(self)
    }

    fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        canon::from_bytes(bytes, OPENING_BYTES_MAX)
    }

    fn hash(&self) -> Hash {
        crypto::derive("statistics-opening", &self.to_bytes())
    }
}

impl Ledger {
    /// Reads kept openings, oldest first, and checks that each follows the one before.
    pub fn read<'a>(kept: impl IntoIterator<Item = &'a [u8]>) -> Result<Self, LedgerFault> {
        let mut ledger = Self::default();
        for (at, bytes) in kept.into_iter().enumerate() {
            let opening = Opening::from_bytes(bytes).map_err(|_| LedgerFault::Malformed { at })?;
            if opening.prev != ledger.head() {
                return Err(LedgerFault::Broken { at });
            }
            ledger.0.push(opening);
        }
        Ok(ledger)
    }

    /// Writes down what was opened, and returns it to be kept.
    pub fn open(&mut self, manifest: &Manifest, published: &Published, at: Timestamp) -> &Opening {
        let opened = published.tables.iter().filter(|table| table.cells().is_some());
        let opening = Opening {
            prev: self.head(),
            at: at.0,
            task: manifest.task(),
            manifest: manifest.hash(),
            published: published.hash(),
            opened: opened
                .map(|table| (table.indicator.clone(), table.table.code().to_owned()))
                .collect(),
        };
        self.0.push(opening);
        self.0.last().expect("an opening was written just now")
    }

    /// The hash of the newest opening; zeros, if there is none.
    pub fn head(&self) -> Hash {
        self.0.last().map_or([0; 32], Opening::hash)
    }

    /// Checks that the chain goes through a head that a manifest names.
    pub fn contains(&self, head: &Hash) -> Result<(), LedgerFault> {
        let known = *head == [0; 32] || self.0.iter().any(|opening| opening.hash() == *head);
        known.then_some(()).ok_or(LedgerFault::HeadMissing)
    }

    /// Checks that what was published is in the chain, and that the chain goes through the head that its manifest
    /// names: an end that was cut off is missed here.
    pub fn holds(&self, manifest: &Manifest, published: &Published) -> Result<(), LedgerFault> {
        let (manifest_hash, hash) = (manifest.hash(), published.hash());
        let mut openings = self.0.iter();
        let is_told = openings.any(|one| one.manifest == manifest_hash && one.published == hash);
        is_told.then_some(()).ok_or(LedgerFault::HeadMissing)?;
        self.contains(&manifest.ledger())
    }

    /// The openings, oldest first.
    pub fn openings(&self) -> &[Opening] {
        &self.0
    }
}
