//! A file of any supported kind as bounded grids of cells, with the sheet's own row numbers.
//!
//! Nothing here knows what a column means. Formulas are never values: a cell that holds one is
//! [`Cell::Formula`], whatever result the file carries beside it.

mod csv;
pub use csv::{escape, unescape};

mod kind;
pub use kind::FileKind;

mod ods;
mod xlsx;

use thiserror::Error;

/// The largest file that is read.
pub const FILE_BYTES_MAX: usize = 32 << 20;
/// The most a compressed file may unfold to: beyond it a small file is a trap, not a sheet.
pub const UNFOLDED_BYTES_MAX: u64 = 256 << 20;
/// The most rows that are read from one sheet.
pub const ROWS_MAX: u32 = 200_000;
/// The most columns that are read; cells to the right of them are refused.
pub const COLUMNS_MAX: u32 = 512;
/// The most cells that are read from one file.
pub const CELLS_MAX: usize = 4_000_000;
/// The longest text of a cell, in bytes: as long as a record's longest text.
pub const TEXT_BYTES_MAX: usize = 64 << 10;

/// The sheets of one file, hidden ones left out.
#[derive(Debug, Clone, PartialEq)]
pub struct Book {
    /// What the file turned out to be.
    pub kind: FileKind,
    /// In the file's order; at least one, and at least one cell in all.
    pub grids: Vec<Grid>,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Grid {
    /// The sheet's name; empty for CSV.
    pub name: String,
    /// Its rows, ascending; rows without any content are absent.
    pub lines: Vec<Line>,
    /// Its merged areas.
    pub merges: Vec<Area>,
}

/// One row of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The number the sheet shows beside it, from 1.
    pub number: u32,
    /// Its cells from column A on; trailing empty ones are absent.
    pub cells: Vec<Cell>,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text, trimmed, without invisible marks at its ends; never empty.
    Text(String),
    /// A number.
    Number(f64),
    /// A date cell; a time of day is dropped.
    Date {
        /// From 1900 on.
        year: i32,
        /// From 1.
        month: u32,
        /// From 1.
        day: u32,
    },
    /// True or false.
    Flag(bool),
    /// A formula, whatever its result.
    Formula,
    /// An error of the sheet, as `#REF!`.
    Broken,
    /// A text beyond [`TEXT_BYTES_MAX`].
    TooLong,
}

/// A merged area, bounds included: rows as numbered by the sheet, columns from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// First row.
    pub top: u32,
    /// Last row.
    pub bottom: u32,
    /// First column.
    pub left: u32,
    /// Last column.
    pub right: u32,
}

/// Why a file gives no grid: each is the person's to mend, and each has its own sentence.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SheetFault {
    /// It has no bytes, or no cell with content.
    #[error("the file is empty")]
    Empty,
    /// It is something else than a sheet.
    #[error("not a sheet: {found:?}")]
    WrongKind {
        /// What it is.
        found: FileKind,
    },
    /// It opens with a password only.
    #[error("the file is protected by a password")]
    Password,
    /// It has more of something than is read.
    #[error("too many {what}: at most {max}")]
    TooLarge {
        /// What there is too much of: `bytes`, `rows`, `columns`, `cells`.
        what: &'static str,
        /// How much is read.
        max: u64,
    },
    /// It is of the right kind, but cut or damaged.
    #[error("the file is damaged: {detail}")]
    Damaged {
        /// What the reader met, for the operator.
        detail: String,
    },
}

/// Reads every visible sheet of a file.
///
/// The kind is told from the bytes, never from the file's name.
pub fn read(bytes: &[u8]) -> Result<Book, SheetFault> {
    if bytes.len() > FILE_BYTES_MAX {
        return Err(SheetFault::TooLarge {
            what: "bytes",
            max: FILE_BYTES_MAX as u64,
        });
    }
    let kind = kind::of(bytes)?;
    let grids = match kind {
        FileKind::Xlsx => guarded(|| xlsx::read_xlsx(bytes))?,
        FileKind::Xls => guarded(|| xlsx::read_xls(bytes))?,
        FileKind::Ods => ods::read(bytes)?,
        FileKind::Csv => vec![csv::read(bytes)?],
        found => return Err(SheetFault::WrongKind { found }),
    };
    let grids: Vec<Grid> = grids.into_iter().filter(|grid| !grid.lines.is_empty()).collect();
    if grids.is_empty() {
        Err(SheetFault::Empty)
    } else {
        Ok(Book { kind, grids })
    }
}

/// A library that panics on a damaged file must not take the program with it.
fn guarded<T>(read: impl FnOnce() -> Result<T, SheetFault>) -> Result<T, SheetFault> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(read)).unwrap_or_else(|_| {
        Err(SheetFault::Damaged {
            detail: "the reader gave up".into(),
        })
    })
}

impl Grid {
    /// The line with this number, if it has content.
    pub fn line(&self, number: u32) -> Option<&Line> {
        let at = self
            .lines
            .binary_search_by_key(&number, |line| line.number)
            .ok()?;
        self.lines.get(at)
    }

    /// How many columns its widest line has.
    pub fn width(&self) -> usize {
        self.lines.iter().map(|line| line.cells.len()).max().unwrap_or(0)
    }

    /// The merged area that covers a cell, if any.
    pub fn area(&self, row: u32, column: u32) -> Option<&Area> {
        self.merges.iter().find(|area| area.contains(row, column))
    }
}

impl Area {
    fn contains(&self, row: u32, column: u32) -> bool {
        (self.top..=self.bottom).contains(&row) && (self.left..=self.right).contains(&column)
    }
}

impl Line {
    /// The cell of a column, [`Cell::Empty`] beyond the last.
    pub fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }
}

impl Cell {
    /// A text as a cell: invisible marks and blanks at its ends are no content.
    pub fn text(text: &str) -> Self {
        let trimmed = text.trim_matches(|c: char| c.is_whitespace() || c.is_control() || is_mark(c));
        if trimmed.is_empty() {
            Self::Empty
        } else if trimmed.len() > TEXT_BYTES_MAX {
            Self::TooLong
        } else {
            Self::Text(trimmed.to_owned())
        }
    }

    /// What a person sees in it, with a number's spurious decimals dropped; a formula shows nothing.
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number_text(*number),
            Self::Date { year, month, day } => format!("{year:04}-{month:02}-{day:02}"),
            Self::Flag(flag) => flag.to_string(),
            Self::Empty | Self::Formula | Self::Broken | Self::TooLong => String::new(),
        }
    }

    /// It has no content at all.
    pub fn is_empty(&self) -> bool {
        *self == Self::Empty
    }
}

/// Marks that show nothing: zero-width and directional ones, which copying from chats leaves behind.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{61c}')
}

/// A number as people write it: whole ones without a point, others as short as they can be; what a
/// computation left far behind the point is dropped.
fn number_text(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return format!("{number:.0}");
    }
    let shortest = number.to_string();
    match shortest.split_once('.') {
        Some((_, decimals)) if decimals.len() > 6 => {
            let text = format!("{number:.6}");
            text.trim_end_matches('0').trim_end_matches('.').to_owned()
        }
        _ => shortest,
    }
}

/// Collects cells into lines and refuses what goes beyond the bounds.
pub(crate) struct Collector {
    lines: Vec<Line>,
    cells: usize,
}

impl Collector {
    pub(crate) fn new(cells_before: usize) -> Self {
        Self {
            lines: Vec::new(),
            cells: cells_before,
        }
    }

    /// Puts a cell where it stands; empty ones take no room. Rows may come in any order.
    pub(crate) fn put(&mut self, number: u32, column: u32, cell: Cell) -> Result<(), SheetFault> {
        if cell.is_empty() {
            return Ok(());
        }
        if number > ROWS_MAX {
            return Err(SheetFault::TooLarge {
                what: "rows",
                max: u64::from(ROWS_MAX),
            });
        }
        if column >= COLUMNS_MAX {
            return Err(SheetFault::TooLarge {
                what: "columns",
                max: u64::from(COLUMNS_MAX),
            });
        }
        let at = match self.lines.last() {
            Some(last) if last.number == number => self.lines.len() - 1,
            Some(last) if last.number > number => self.insert(number),
            _ => {
                self.lines.push(Line {
                    number,
                    cells: Vec::new(),
                });
                self.lines.len() - 1
            }
        };
        let cells = &mut self.lines[at].cells;
        let column = column as usize;
        if cells.len() <= column {
            self.cells += column + 1 - cells.len();
            if self.cells > CELLS_MAX {
                return Err(SheetFault::TooLarge {
                    what: "cells",
                    max: CELLS_MAX as u64,
                });
            }
            cells.resize(column + 1, Cell::Empty);
        }
        cells[column] = cell;
        Ok(())
    }

    fn insert(&mut self, number: u32) -> usize {
        match self.lines.binary_search_by_key(&number, |line| line.number) {
            Ok(at) => at,
            Err(at) => {
                self.lines.insert(
                    at,
                    Line {
                        number,
                        cells: Vec::new(),
                    },
                );
                at
            }
        }
    }

    /// How many cells were taken, those of earlier sheets included.
    pub(crate) fn cells(&self) -> usize {
        self.cells
    }

    pub(crate) fn finish(self, name: String, merges: Vec<Area>) -> Grid {
        Grid {
            name,
            lines: self.lines,
            merges,
        }
    }
}
