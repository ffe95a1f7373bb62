//! What is wrong with a row, as a code with facts; the sentences stand in `node/locales`.

use tawro_core::id::RecordId;
use tawro_core::schema::ValueError;
use tawro_core::text::Fact;

/// One thing that a row's report says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowError {
    /// The row, as the sheet numbers it.
    pub row: u32,
    /// The column, 0 for A; none if the row as a whole is meant.
    pub column: Option<usize>,
    /// What is wrong.
    pub fault: RowFault,
}

/// What is wrong with a row or one of its cells.
///
/// A fault of a cell leaves that cell out and imports the row; a fault of the row skips it, but for
/// [`RowFault::UnknownId`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowFault {
    /// The cell cannot be read as its field's value.
    Value(ValueError),
    /// The cell holds a formula.
    Formula,
    /// The cell holds an error of the sheet program.
    Broken,
    /// The cell's text is longer than any field takes.
    TooLong,
    /// The row has no name, so nobody could tell whom it is about.
    NoName,
    /// The row looks like a title or a note.
    Title,
    /// The row is about the person of an earlier one.
    Repeated {
        /// That row.
        first: u32,
    },
    /// Several records match the row.
    SeveralMatch {
        /// Those records.
        found: Vec<RecordId>,
    },
    /// The field has two values between which nobody has decided.
    ConflictOpen,
    /// The record was imported from this very row before, and deleted.
    DeletedSince,
    /// No record has the name or number that the cell gives.
    UnknownReference {
        /// What the cell gives.
        found: String,
    },
    /// Several records have the name that the cell gives.
    SeveralReferences {
        /// What the cell gives.
        found: String,
    },
    /// No record has the id that the row gives; the row counts as a new one.
    UnknownId,
    /// The value belongs to a person, but the row names none.
    NoPerson,
}

impl RowFault {
    /// Its stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Value(error) => error.code(),
            Self::Formula => "formula",
            Self::Broken => "broken",
            Self::TooLong => "too_long",
            Self::NoName => "no_name",
            Self::Title => "title",
            Self::Repeated { .. } => "repeated",
            Self::SeveralMatch { .. } => "several_match",
            Self::ConflictOpen => "conflict_open",
            Self::DeletedSince => "deleted_since",
            Self::UnknownReference { .. } => "reference_unknown",
            Self::SeveralReferences { .. } => "reference_several",
            Self::UnknownId => "id_unknown",
            Self::NoPerson => "no_person",
        }
    }

    /// The key of its sentence.
    pub fn sentence_key(&self) -> String {
        match self {
            Self::Value(error) => format!("value-{}", error.code()),
            other => format!("import-row-{}", other.code()),
        }
    }

    /// What it knows, for its sentence.
    pub fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::Value(error) => error.facts(),
            Self::Repeated { first } => vec![("first", i64::from(*first).into())],
            Self::UnknownReference { found } | Self::SeveralReferences { found } => {
                vec![("found", found.as_str().into())]
            }
            _ => Vec::new(),
        }
    }
}
