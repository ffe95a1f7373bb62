//! Sheets out: a register or a kind as people open it, and as an import reads it back without loss.
//!
//! The last columns hold the records' ids, so that a sheet that was corrected and comes back updates
//! whom it is about. What cannot be written without loss is left out and named.

mod csv;
mod table;
mod xlsx;

use thiserror::Error;

use tawro_core::id::RecordId;
use tawro_core::record::Row;
use tawro_core::schema::Schema;
use tawro_core::text::{Lang, Words};

use crate::export::table::Table;
use crate::import::Profile;

/// What a person asks to export.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// A register or a kind: `member`, `activity`.
    pub kind: &'a str,
    /// The language of headings and of coded values; an Arabic sheet opens from right to left.
    pub lang: Lang,
    /// How it is written.
    pub format: Format,
    /// The name of a record that others refer to, for people to read beside its id.
    pub name_of: &'a dyn Fn(RecordId) -> Option<String>,
}

/// How a sheet is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Excel 2007 and later, LibreOffice.
    Xlsx,
    /// UTF-8 with a byte order mark, parted by `;`: what opens by a double click here.
    Csv,
}

impl Format {
    /// By a file's name; XLSX without an ending that says otherwise.
    pub fn of_name(name: &str) -> Self {
        if name.to_ascii_lowercase().ends_with(".csv") {
            Self::Csv
        } else {
            Self::Xlsx
        }
    }
}

/// One line of a register: the row of the role and of the record it refers to.
#[derive(Debug, Clone)]
pub struct Line {
    /// The row's own record.
    pub role: Row,
    /// The one it refers to, of a register.
    pub party: Option<Row>,
}

/// A sheet, written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many lines it has.
    pub lines: usize,
    /// Values that no cell of such a file can hold, as record and cell path.
    pub left_out: Vec<(RecordId, String)>,
}

/// Why nothing was written.
#[derive(Debug, Error)]
pub enum ExportFault {
    /// No register and no kind has this key.
    #[error("no kind {kind:?}")]
    UnknownKind {
        /// As asked.
        kind: String,
    },
    /// More lines than a sheet has.
    #[error("more than {max} lines")]
    TooManyLines {
        /// How many it has at most.
        max: usize,
    },
    /// The workbook could not be put together: ours to mend.
    #[error("the workbook cannot be written")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
}

/// Lines of one sheet, below its heading: as many as an import reads.
pub const LINES_MAX: usize = crate::import::sheet::ROWS_MAX as usize - 1;

/// Writes the lines in their order. `words` are those of [`crate::import::with_words`].
///
/// A column in which no line has anything is left out, unless there are no lines at all: then the
/// sheet is an empty form with every column.
pub fn write(
    request: &Request<'_>,
    schema: &Schema,
    words: &Words,
    lines: &[Line],
) -> Result<Exported, ExportFault> {
    let profile = Profile::of(schema, request.kind).ok_or_else(|| ExportFault::UnknownKind {
        kind: request.kind.to_owned(),
    })?;
    if lines.len() > LINES_MAX {
        return Err(ExportFault::TooManyLines { max: LINES_MAX });
    }
    let table = Table::new(&profile, request, words, lines);
    let (bytes, left_out) = match request.format {
        Format::Csv => (csv::write(&table), Vec::new()),
        Format::Xlsx => xlsx::write(&table, request.lang)?,
    };
    Ok(Exported {
        bytes,
        lines: lines.len(),
        left_out,
    })
}

/// Writes a sheet of texts alone below its headings.
///
/// # Errors
/// More lines than a sheet has.
pub fn write_texts<const N: usize>(
    headings: &[String; N],
    rows: impl ExactSizeIterator<Item = [String; N]>,
    lang: Lang,
) -> Result<Vec<u8>, ExportFault> {
    if rows.len() > LINES_MAX {
        return Err(ExportFault::TooManyLines { max: LINES_MAX });
    }
    Ok(xlsx::write_texts(headings, rows, lang)?)
}
