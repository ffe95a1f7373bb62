//! How a whole import is taken back.

use serde::{Deserialize, Serialize};

use tawro_core::command::Command;
use tawro_core::id::{ImportId, RecordId};
use tawro_core::record::Row;
use tawro_core::schema::Scalar;

use crate::import::lookup::{Lookup, LookupFault};

/// What an import did, kept by the store beside it; enough to take it back.
///
/// Records that it made carry its id themselves ([`Row::import`]), so that another device can take
/// back at least those.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undo {
    /// Which import.
    pub import: ImportId,
    /// Records that it made or brought back.
    pub created: Vec<RecordId>,
    /// Cells that it changed in records that were there.
    pub written: Vec<Written>,
}

/// One cell that an import changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// The record.
    pub id: RecordId,
    /// The cell's path.
    pub cell: String,
    /// What stood there.
    pub before: Stored,
    /// What the import wrote.
    pub after: Stored,
}

/// A scalar in the form in which an undo is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Stored {
    /// Nothing.
    Null(()),
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Integer(i64),
    /// Letters.
    Text(String),
}

impl From<Scalar> for Stored {
    fn from(value: Scalar) -> Self {
        match value {
            Scalar::Null => Self::Null(()),
            Scalar::Flag(flag) => Self::Flag(flag),
            Scalar::Integer(number) => Self::Integer(number),
            Scalar::Text(text) => Self::Text(text),
        }
    }
}

impl From<Stored> for Scalar {
    fn from(value: Stored) -> Self {
        match value {
            Stored::Null(()) => Self::Null,
            Stored::Flag(flag) => Self::Flag(flag),
            Stored::Integer(number) => Self::Integer(number),
            Stored::Text(text) => Self::Text(text),
        }
    }
}

/// What taking an import back does, and what it leaves to people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undoing {
    /// All of it, as one command.
    pub command: Command,
    /// How many records are taken out of lists.
    pub deleted: usize,
    /// How many cells are put back.
    pub put_back: usize,
    /// Records with a cell that somebody changed after the import, which stays as it is.
    pub kept: Vec<RecordId>,
}

/// Plans to take an import back: what it made is deleted, what it changed is put back if nobody
/// changed it since. Deleted records can be restored one by one.
pub fn undo(undo: &Undo, lookup: &mut dyn Lookup) -> Result<Undoing, LookupFault> {
    let mut commands = Vec::new();
    let mut deleted = 0;
    for id in &undo.created {
        if let Some(row) = lookup.row(*id)?.filter(|row| !row.deleted) {
            commands.push(Command::Delete {
                id: row.id,
                base: row.heads,
            });
            deleted += 1;
        }
    }
    let (mut put_back, mut kept) = (0, Vec::new());
    for cells in undo.written.chunk_by(|a, b| a.id == b.id) {
        let Some(row) = lookup.row(cells[0].id)? else {
            continue;
        };
        let (own, changed): (Vec<&Written>, Vec<&Written>) = cells
            .iter()
            .partition(|written| stands(&row, &written.cell) == Scalar::from(written.after.clone()));
        let free = own
            .iter()
            .filter(|written| !row.conflicts.contains(&written.cell));
        let back: Vec<(String, Scalar)> = free
            .map(|written| (written.cell.clone(), put_back_value(written)))
            .collect();
        if !changed.is_empty() || back.len() < own.len() {
            kept.push(row.id);
        }
        if !back.is_empty() && !row.deleted {
            put_back += back.len();
            commands.push(Command::Set {
                id: row.id,
                base: row.heads,
                cells: back,
            });
        }
    }
    Ok(Undoing {
        command: Command::Many(commands),
        deleted,
        put_back,
        kept,
    })
}

fn stands(row: &Row, cell: &str) -> Scalar {
    row.cells.get(cell).cloned().unwrap_or_default()
}

/// An element that a set did not have is taken out of it; nothing else is ever cleared to a flag.
fn put_back_value(written: &Written) -> Scalar {
    match (&written.before, &written.after) {
        (Stored::Null(()), Stored::Flag(true)) if written.cell.contains('/') => Scalar::Flag(false),
        (before, _) => before.clone().into(),
    }
}
