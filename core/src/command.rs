//! Commands: what a person asks, and what it changes or why not; pure, and the only place where
//! changes are made.
//!
//! A form carries the heads it was opened at. Only what the person changed is in the command, and
//! it is written at those heads: whatever others wrote meanwhile stays beside it as a conflict, and
//! nothing is overwritten in silence.

mod decide;
pub use decide::{Decision, Records, Unreadable, decide};

mod refusal;
pub use refusal::Refusal;

use crate::crypto;
use crate::id::{ImportId, RecordId, SpaceId};
use crate::record::view::Draft;
use crate::record::{Heads, Record};
use crate::schema::Scalar;

/// A text may have this many bytes.
pub const TEXT_BYTES_MAX: usize = 64 * 1024;

/// What a person asks of the records.
///
/// `base` is the state that the person saw: the heads of the row or form in front of them, never
/// "now". Empty heads are the state before the first change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Creates a record.
    Add {
        /// The key of its kind.
        kind: String,
        /// Its id where it is derived (a kind of which there is only one); otherwise a random one.
        id: Option<RecordId>,
        /// What stands in it; empty cells are left out.
        cells: Vec<(String, Scalar)>,
    },
    /// Writes the cells that the person changed; equal to what stands there is no change.
    Set {
        /// The record.
        id: RecordId,
        /// What the person saw.
        base: Heads,
        /// By cell; `Null` clears, true and false put an element into a set and take it out.
        cells: Vec<(String, Scalar)>,
    },
    /// Decides between the values of a cell in conflict.
    Resolve {
        /// The record.
        id: RecordId,
        /// What the person saw.
        base: Heads,
        /// The cell.
        cell: String,
        /// One of its values, or another.
        value: Scalar,
    },
    /// Takes a record out of lists; it can be restored.
    Delete {
        /// The record.
        id: RecordId,
        /// What the person saw.
        base: Heads,
    },
    /// Brings a deleted record back.
    Restore {
        /// The record.
        id: RecordId,
        /// What the person saw.
        base: Heads,
    },
    /// Says that two records are one person or thing: readers follow `from` to `into`.
    Merge {
        /// The record that is left out of lists from now on.
        from: RecordId,
        /// The record that stands for both.
        into: RecordId,
        /// What the person saw of `from`.
        base: Heads,
    },
    /// Undoes a merge.
    Unmerge {
        /// The record that was merged into another.
        id: RecordId,
        /// What the person saw of it.
        base: Heads,
    },
    /// Creates the records of a sheet, identically on every device that imports it.
    ///
    /// A row whose record is deleted by now is brought back: whoever imports again means it.
    Import {
        /// Which import.
        import: ImportId,
        /// Its records.
        rows: Vec<ImportRow>,
    },
    /// Several commands of which all are done or none, each seeing what those before it did.
    Many(Vec<Command>),
}

impl Command {
    /// Creates a record from a draft, under a random id.
    pub fn add(draft: impl Into<Draft>) -> Self {
        let Draft { kind, cells } = draft.into();
        Self::Add {
            kind: kind.to_owned(),
            id: None,
            cells,
        }
    }

    /// Writes a draft into a record as it stands now: for code that has just read it, not for a form
    /// that a person opened before.
    pub fn set(record: &Record, draft: impl Into<Draft>) -> Self {
        Self::Set {
            id: record.id(),
            base: record.heads(),
            cells: draft.into().cells,
        }
    }
}

/// The id of the record of which an association has one, of a kind declared so: the same on every
/// device, so that two that write it offline write one record.
pub fn only_id(space: &SpaceId, kind: &str) -> RecordId {
    let hash = crypto::derive("only-record", &[&space.0, kind.as_bytes()].concat());
    let mut id = [0; RecordId::LEN];
    id.copy_from_slice(&hash[..RecordId::LEN]);
    RecordId(id)
}

/// The id of a record that is one by what it says: the same on every device for the same parts of a
/// kind, so that two that write it offline write one record, as of one person at one activity.
///
/// Each part is told from the next by its length: no two lists of parts run together.
pub fn one_id(space: &SpaceId, kind: &str, parts: &[impl AsRef<str>]) -> RecordId {
    let mut bytes = space.0.to_vec();
    for part in std::iter::once(kind).chain(parts.iter().map(AsRef::as_ref)) {
        bytes.extend((part.len() as u64).to_be_bytes());
        bytes.extend(part.as_bytes());
    }
    let hash = crypto::derive("one-record", &bytes);
    let mut id = [0; RecordId::LEN];
    id.copy_from_slice(&hash[..RecordId::LEN]);
    RecordId(id)
}

/// One record of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportRow {
    /// Derived from the space, the file, the sheet and the row.
    pub id: RecordId,
    /// The key of its kind.
    pub kind: String,
    /// What stands in it; empty cells are left out.
    pub cells: Vec<(String, Scalar)>,
}

#[cfg(test)]
mod tests;
