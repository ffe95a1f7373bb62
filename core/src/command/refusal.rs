//! Why a command is refused: a code and its facts; the sentences are in the locales.

use std::sync::Arc;

use thiserror::Error;

use crate::id::RecordId;
use crate::record::RecordFault;
use crate::schema::ValueError;

/// Why nothing was changed. All but [`Refusal::Unreadable`] and [`Refusal::Internal`] are for the
/// person who asked to put right.
#[derive(Debug, Clone, Error)]
pub enum Refusal {
    /// No kind has this key.
    #[error("unknown kind {kind}")]
    UnknownKind {
        /// As asked.
        kind: String,
    },
    /// The kind has no such field, or the field no such part.
    #[error("{kind} has no field {field}")]
    UnknownField {
        /// The kind.
        kind: String,
        /// As asked.
        field: String,
    },
    /// There is no such record.
    #[error("no record {record}")]
    NotFound {
        /// As asked.
        record: RecordId,
    },
    /// A record of this id is there already.
    #[error("record {record} exists")]
    Exists {
        /// As asked.
        record: RecordId,
    },
    /// Several values stood in the field when the person saw it: they have to decide first.
    #[error("{field} waits for a decision")]
    ConflictOpen {
        /// The cell.
        field: String,
    },
    /// There was nothing to decide.
    #[error("{field} has one value")]
    NoConflict {
        /// The cell.
        field: String,
    },
    /// The value does not fit the field.
    #[error("{field}: {error}")]
    Value {
        /// The cell.
        field: String,
        /// Why.
        error: ValueError,
    },
    /// The text is too long.
    #[error("{field}: {bytes} bytes, at most {max}")]
    TooLong {
        /// The cell.
        field: String,
        /// How long it is.
        bytes: usize,
        /// How long it may be.
        max: usize,
    },
    /// All together is too much for one change.
    #[error("{bytes} bytes in one change, at most {max}")]
    ChangeTooLarge {
        /// How much it is.
        bytes: usize,
        /// How much it may be.
        max: usize,
    },
    /// The record was deleted when the person saw it.
    #[error("record {record} is deleted")]
    Deleted {
        /// Which one.
        record: RecordId,
    },
    /// The state named as seen is not one of this record, or has not arrived here.
    #[error("record {record} never was in that state here")]
    UnknownBase {
        /// Which one.
        record: RecordId,
    },
    /// A record cannot stand for itself, nor for one that stands for it.
    #[error("record {record} would stand for itself")]
    MergeCycle {
        /// Which one.
        record: RecordId,
    },
    /// Records of two kinds cannot be one.
    #[error("a {from} and a {into} are not one")]
    MergeKinds {
        /// The kind of the one.
        from: String,
        /// The kind of the other.
        into: String,
    },
    /// The row of an import that is at fault.
    #[error("row {index}: {source}")]
    Row {
        /// Counted from 0 in the command.
        index: usize,
        /// Why.
        source: Box<Refusal>,
    },
    /// The store could not give the record.
    #[error("record {record} cannot be read")]
    Unreadable {
        /// Which one.
        record: RecordId,
        /// Why.
        source: Arc<dyn std::error::Error + Send + Sync>,
    },
    /// The document did not take what was asked: a fault of this program, or of a peer's that used
    /// up the numbers of a document.
    #[error("the record did not take the change")]
    Internal {
        /// Why.
        source: RecordFault,
    },
}

impl Refusal {
    /// Its stable code, as `conflict_open`; of a row or a value, that of the reason.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownKind { .. } => "unknown_kind",
            Self::UnknownField { .. } => "unknown_field",
            Self::NotFound { .. } => "not_found",
            Self::Exists { .. } => "exists",
            Self::ConflictOpen { .. } => "conflict_open",
            Self::NoConflict { .. } => "no_conflict",
            Self::Value { error, .. } => error.code(),
            Self::TooLong { .. } => "too_long",
            Self::ChangeTooLarge { .. } => "change_too_large",
            Self::Deleted { .. } => "deleted",
            Self::UnknownBase { .. } => "unknown_base",
            Self::MergeCycle { .. } => "merge_cycle",
            Self::MergeKinds { .. } => "merge_kinds",
            Self::Row { source, .. } => source.code(),
            Self::Unreadable { .. } => "unreadable",
            Self::Internal { .. } => "internal",
        }
    }

    /// The cell it is about, if it is about one.
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::UnknownField { field, .. }
            | Self::ConflictOpen { field }
            | Self::NoConflict { field }
            | Self::Value { field, .. }
            | Self::TooLong { field, .. } => Some(field),
            Self::Row { source, .. } => source.field(),
            _ => None,
        }
    }
}
