//! Records: what people know about one person, membership or payment, as a document that merges.
//!
//! Each record is one Automerge document whose root holds scalars only. A *cell* is one root key:
//! `field`, `field/member` for an element of a set (true or false), `field/ar` for a language. Cells
//! that begin with `_` are what every record has. The one exception is a long text, a text object
//! that its *seed change* makes the same everywhere.
//!
//! # Laws
//!
//! For sets of changes `a`, `b`, `c` of one record, applied in any order and any number of times:
//!
//! * `a + b = b + a`, `(a + b) + c = a + (b + c)`, `a + a = a`: the same heads, cells, conflicts,
//!   history and row;
//! * a change that cannot be read is refused by itself; every other counts, on every device alike;
//! * merging never refuses what is sound: what it makes questionable is an [`Issue`] of the [`Row`];
//! * a record loaded from [`Record::save`] is the same record.
//!
//! They are proved by random cases in `record/tests/laws.rs`.

mod bounds;
mod cell;
mod index;
mod vet;
mod merge;
pub use merge::{Applied, WAITING_MAX};

mod author;
pub use author::Author;
pub(crate) use author::{WriteFault, Writes};

mod raw;
pub(crate) use raw::Read;
pub use raw::{CHANGE_BYTES_MAX, Change};

mod change;
mod text;

mod conflict;
pub use conflict::{CellConflict, Writing};

mod fault;
pub use fault::RecordFault;

mod history;
pub use history::HistoryLine;

mod issues;
pub use issues::{Issue, IssueCode, Others, Standing, cross_issues, resolve_merged};

mod row;
pub use row::Row;

mod again;
pub(crate) use again::Again;

pub mod columns;
pub mod pack;
pub mod view;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use automerge::{Automerge, ChangeHash};

use crate::id::{ActorId, RecordId};
use crate::record::cell::{Cells, Deletion};
use crate::record::index::Index;
use crate::schema::Scalar;

/// Cells that every record has, whatever its kind.
pub mod reserved {
    /// The key of its kind.
    pub const KIND: &str = "_kind";
    /// True while it is deleted.
    pub const DELETED: &str = "_deleted";
    /// The record that stands for it since a person merged the two.
    pub const MERGED_INTO: &str = "_merged_into";
    /// The import that created it.
    pub const IMPORT: &str = "_import";
}

/// The changes that nothing follows yet, sorted: names one state of a record.
///
/// Empty is the state before the first change, and never stands for "as it is now".
pub type Heads = Vec<[u8; 32]>;

/// One record, in memory.
///
/// What it derives (cells, the index of its changes) is computed when first asked for and kept
/// until the next change. History is read only by [`Record::history`].
#[derive(Debug, Clone)]
pub struct Record {
    id: RecordId,
    kind: String,
    doc: Automerge,
    /// With what Automerge reads in them, so that they are not read again at every change.
    waiting: Vec<(Change, automerge::Change)>,
    cells: OnceLock<Cells>,
    index: OnceLock<Index>,
}

impl Record {
    /// A record that no change has touched.
    pub fn new(id: RecordId, kind: &str) -> Self {
        Self::of(id, kind, change::empty())
    }

    /// Reads what [`Self::save`] wrote, and the changes that came after, in any order.
    ///
    /// An empty snapshot is a record without changes. Changes of the tail that wait for others go on
    /// waiting; those that merging refuses are left out, as when they first came.
    ///
    /// # Errors
    ///
    /// The snapshot, or a change of the tail, is not what was written.
    pub fn load(id: RecordId, snapshot: &[u8], tail: &[Vec<u8>]) -> Result<Self, RecordFault> {
        let (document, mut rest) = bounds::split_chunk(snapshot)?;
        let doc = if document.is_empty() {
            change::empty()
        } else {
            merge::fenced_load(document)?
        };
        let mut record = Self::of(id, "", doc);
        let mut changes = Vec::with_capacity(tail.len());
        while !rest.is_empty() {
            let (chunk, after) = bounds::split_chunk(rest)?;
            changes.push(Change::from_raw(id, chunk.to_vec())?);
            rest = after;
        }
        for raw in tail {
            changes.push(Change::from_raw(id, raw.clone())?);
        }
        if !changes.is_empty() {
            record.apply(&changes);
        }
        Ok(record)
    }

    /// Everything it knows as bytes for [`Self::load`], not compressed: the store has a dictionary.
    pub fn save(&self) -> Vec<u8> {
        let mut bytes = if self.doc.is_empty() {
            Vec::new()
        } else {
            self.doc.save_nocompress()
        };
        if bytes.is_empty() && !self.waiting.is_empty() {
            bytes = change::empty().save_nocompress();
        }
        for (change, _) in &self.waiting {
            bytes.extend_from_slice(&change.raw);
        }
        bytes
    }

    /// Which record it is.
    pub fn id(&self) -> RecordId {
        self.id
    }

    /// The key of its kind; of a record without changes, the one it was made with.
    pub fn kind(&self) -> &str {
        self.cells()
            .get(reserved::KIND)
            .and_then(Scalar::as_text)
            .unwrap_or(&self.kind)
    }

    /// The state it is in.
    pub fn heads(&self) -> Heads {
        self.doc.get_heads().into_iter().map(|hash| hash.0).collect()
    }

    /// Whether no change has been applied.
    pub fn is_empty(&self) -> bool {
        self.doc.is_empty()
    }

    /// What stands in each cell, reserved and cleared ones included.
    ///
    /// Of several values the winner, which is the same on every device. Nested objects of a foreign
    /// program are left out; a scalar that we do not store ourselves is shown as text or number.
    pub fn cells(&self) -> &BTreeMap<String, Scalar> {
        &self.derived().winners
    }

    /// Whether people see it as deleted: somebody deleted it, knowing every edit there is.
    pub fn is_deleted(&self) -> bool {
        self.derived().deletion == Deletion::Deleted
    }

    /// The record that stands for it, if a person merged it.
    pub fn merged_into(&self) -> Option<RecordId> {
        self.cells().get(reserved::MERGED_INTO)?.as_text()?.parse().ok()
    }

    /// The hash of an actor's change, if it has been applied.
    pub fn change_by(&self, actor: ActorId, seq: u64) -> Option<[u8; 32]> {
        self.index().change_by(actor, seq)
    }

    /// Whether the change has been applied.
    pub fn knows(&self, hash: &[u8; 32]) -> bool {
        self.index().knows(hash)
    }

    /// The fields in which a long text stands.
    pub(crate) fn notes(&self) -> Vec<String> {
        cell::notes(self)
    }

    /// The changes that waiting ones depend on and that are not here.
    pub fn missing(&self) -> Vec<[u8; 32]> {
        merge::missing(self)
    }

    fn of(id: RecordId, kind: &str, doc: Automerge) -> Self {
        Self {
            id,
            kind: kind.to_owned(),
            doc,
            waiting: Vec::new(),
            cells: OnceLock::new(),
            index: OnceLock::new(),
        }
    }

    fn derived(&self) -> &Cells {
        self.cells.get_or_init(|| Cells::read(self))
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::read(&self.doc))
    }
}

fn hashes(heads: &[[u8; 32]]) -> Vec<ChangeHash> {
    heads.iter().copied().map(ChangeHash).collect()
}

#[cfg(test)]
pub(crate) mod tests;
