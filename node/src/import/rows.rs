//! The rows below a header: which are data, and what each says.

use std::collections::HashMap;

use tawro_core::id::RecordId;
use tawro_core::schema::{FieldType, Scalar};
use tawro_core::text::fold;

use crate::import::cells::{CellReader, ReadRow};
use crate::import::columns::{HeaderWords, Target};
use crate::import::fault::{RowError, RowFault};
use crate::import::mapping::{Column, Mapping, body};
use crate::import::profile::{Part, Profile};
use crate::import::sheet::{Cell, Grid, Line};

/// The data of a sheet.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    /// Rows that say something, in the sheet's order.
    pub(crate) rows: Vec<ReadRow>,
    /// What could not be read, and rows that look like notes.
    pub(crate) errors: Vec<RowError>,
    /// Rows of notes, which are reported and skipped.
    pub(crate) notes: usize,
    /// Rows that are no data: titles, repeated headers, totals. They are not counted as rows.
    pub(crate) left_out: usize,
}

/// Reads every row below the header.
pub(crate) fn read(profile: &Profile<'_>, words: &HeaderWords, grid: &Grid, mapping: &Mapping) -> Reading {
    let columns: Vec<&Column> = mapping
        .columns
        .iter()
        .filter(|column| column.target != Target::Ignored)
        .collect();
    let name_columns = columns
        .iter()
        .filter(|column| column.target.is_name(profile))
        .map(|column| column.at);
    let headers = (mapping.header.first..=mapping.header.last).filter_map(|row| grid.line(row));
    let filled = |line: &Line| {
        columns
            .iter()
            .filter(|column| !line.cell(column.at).is_empty())
            .count()
    };
    let mut fillings: Vec<usize> = body(grid, mapping.header.last)
        .map(filled)
        .filter(|count| *count > 0)
        .collect();
    fillings.sort_unstable();
    let scan = Scan {
        filled_usually: fillings.get(fillings.len() / 2).copied().unwrap_or_default(),
        profile,
        words,
        names: name_columns.collect(),
        merges: Merges::of(grid),
        headers: headers.map(folded).collect(),
        columns,
    };
    let mut reading = Reading::default();
    for line in body(grid, mapping.header.last) {
        match scan.sort_of(line) {
            Sort::Blank => {}
            Sort::LeftOut => reading.left_out += 1,
            Sort::Note => {
                reading.notes += 1;
                reading.errors.push(RowError {
                    row: line.number,
                    column: None,
                    fault: RowFault::Title,
                });
            }
            Sort::Continued => {
                let more = scan.row(grid, line, &mut reading.errors);
                match reading.rows.last_mut() {
                    Some(row) => continue_row(row, more),
                    None => reading.rows.push(more),
                }
            }
            Sort::Data => {
                let row = scan.row(grid, line, &mut reading.errors);
                reading.rows.push(row);
            }
        }
    }
    for row in &mut reading.rows {
        settle_party(profile, row, &mut reading.errors);
    }
    reading
}

/// What a row is.
#[derive(Debug, PartialEq, Eq)]
enum Sort {
    /// Nothing in any column that is read: numbered lines waiting for a name, for example.
    Blank,
    /// A title across the table, the header again, a total.
    LeftOut,
    /// A single text that is probably no name.
    Note,
    /// More of the row above, whose name is merged over both.
    Continued,
    /// A row of data.
    Data,
}

struct Scan<'a, 's> {
    profile: &'a Profile<'s>,
    words: &'a HeaderWords,
    columns: Vec<&'a Column>,
    /// Columns that hold names.
    names: Vec<usize>,
    merges: Merges,
    /// The header's own rows, folded.
    headers: Vec<Vec<String>>,
    /// How many columns that are read a row in the middle has filled: where it is three or more, a
    /// single text is no person.
    filled_usually: usize,
}

impl Scan<'_, '_> {
    fn sort_of(&self, line: &Line) -> Sort {
        if self.columns.iter().all(|column| line.cell(column.at).is_empty()) {
            return Sort::Blank;
        }
        if self.names_its_record(line) {
            return Sort::Data;
        }
        if self.headers.iter().any(|header| repeats(header, line)) || self.is_total(line) {
            return Sort::LeftOut;
        }
        let is_continued = |at: &usize| self.merges.above(line.number, *at).is_some();
        if self.names.iter().any(is_continued) {
            return Sort::Continued;
        }
        let mut filled = line.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
        let (Some((at, cell)), None) = (filled.next(), filled.next()) else {
            return Sort::Data;
        };
        if self.merges.is_wide(line.number, at) {
            return Sort::LeftOut;
        }
        if !matches!(cell, Cell::Text(_)) {
            return Sort::Data;
        }
        let half_a_name = self.names.len() > 1 && self.names.contains(&at);
        let no_name = cell
            .shown()
            .chars()
            .any(|c| c.is_numeric() || matches!(c, ':' | '.'));
        let odd = self.columns.len() > 2 && self.names.contains(&at) && (half_a_name || no_name);
        if odd || self.filled_usually >= 3 {
            Sort::Note
        } else {
            Sort::Data
        }
    }

    /// A row that says which record it is, is data whatever else it looks like.
    fn names_its_record(&self, line: &Line) -> bool {
        let mut ids = self.columns.iter().filter(|column| column.target == Target::Id);
        ids.any(|column| matches!(line.cell(column.at), Cell::Text(id) if id.parse::<RecordId>().is_ok()))
    }

    /// A word for a sum with nothing but numbers beside it, or sums alone.
    fn is_total(&self, line: &Line) -> bool {
        let mut said = false;
        let mut sums = 0;
        for cell in &line.cells {
            match cell {
                Cell::Empty => {}
                Cell::Text(text) if self.words.is_total(text) => said = true,
                Cell::Text(text) if !text.chars().any(char::is_numeric) => return false,
                _ => sums += 1,
            }
        }
        if said {
            return true;
        }
        let is_sum = |column: &&&Column| {
            let field = column.target.field(self.profile);
            field.is_some_and(|field| matches!(field.ty, FieldType::Money | FieldType::Integer))
        };
        let read = self
            .columns
            .iter()
            .filter(|column| !line.cell(column.at).is_empty());
        sums > 0
            && !self.names.is_empty()
            && read.clone().all(|column| is_sum(&column))
            && read.count() == sums
    }

    fn row(&self, grid: &Grid, line: &Line, errors: &mut Vec<RowError>) -> ReadRow {
        let mut row = ReadRow {
            number: line.number,
            ..ReadRow::default()
        };
        let exact = self.columns.iter().any(|column| column.target == Target::Id);
        let mut reader = CellReader {
            profile: self.profile,
            errors,
            exact,
        };
        for column in &self.columns {
            let own = line.cell(column.at);
            let above = self
                .merges
                .above(line.number, column.at)
                .filter(|_| own.is_empty());
            let cell = match above.and_then(|top| grid.line(top)) {
                Some(top) if !self.is_own(column) => top.cell(column.at),
                _ => own,
            };
            reader.read(&mut row, column, cell);
        }
        row
    }

    /// What belongs to one record only and is not meant for every row that a merged cell spans.
    fn is_own(&self, column: &Column) -> bool {
        let unique = column
            .target
            .field(self.profile)
            .is_some_and(|field| field.unique);
        unique || column.target.is_name(self.profile) || matches!(column.target, Target::Id | Target::PartyId)
    }
}

fn folded(line: &Line) -> Vec<String> {
    line.cells.iter().map(|cell| fold(&cell.shown())).collect()
}

/// Most cells say what the header says over them, as where a printed list begins a new page.
fn repeats(header: &[String], line: &Line) -> bool {
    let filled = line.cells.iter().filter(|cell| !cell.is_empty()).count();
    let same = line.cells.iter().zip(header).filter(|(cell, label)| {
        matches!(cell, Cell::Text(_)) && !label.is_empty() && fold(&cell.shown()) == **label
    });
    let same = same.count();
    same >= 2 && 2 * same >= filled
}

/// What a continued row adds: further telephones, and cells that the row above leaves empty.
fn continue_row(row: &mut ReadRow, more: ReadRow) {
    for part in [Part::Role, Part::Party] {
        for (path, value) in more.cells(part) {
            if !row.cells(part).contains_key(path) {
                row.cells_mut(part).insert(path.clone(), value.clone());
            }
        }
    }
    for (origin, column) in more.origins {
        row.origins.entry(origin).or_insert(column);
    }
    row.references.extend(more.references);
}

/// Values of a person whom the row does not name go to the same kind of field of the role, as the
/// telephone of an organisation; others are reported and left out.
fn settle_party(profile: &Profile<'_>, row: &mut ReadRow, errors: &mut Vec<RowError>) {
    let Some(party) = profile.party else { return };
    let has_title = |kind: &tawro_core::schema::Kind, cells: &super::cells::Cells| {
        kind.title
            .iter()
            .any(|title| cells.keys().any(|path| path.split('/').next() == Some(title)))
    };
    let role_named = has_title(profile.role, &row.role);
    if has_title(party.kind, &row.party) || !role_named {
        return;
    }
    for (path, value) in std::mem::take(&mut row.party) {
        let column = row.origins.remove(&(Part::Party, path.clone()));
        let Some((field, member)) = party.kind.cell(&path) else {
            continue;
        };
        let twin = profile.first_of(Part::Role, &field.ty);
        match twin {
            _ if member.is_some() && value == Scalar::Flag(true) => {}
            Some(twin) if !row.role.contains_key(twin.key) && twin.ty != FieldType::Text => {
                row.role.insert(twin.key.to_owned(), value);
            }
            _ => errors.push(RowError {
                row: row.number,
                column,
                fault: RowFault::NoPerson,
            }),
        }
    }
}

/// The merged areas of a sheet by what rows ask of them.
struct Merges {
    /// By column: the areas over several rows, as first and last row, ascending.
    tall: HashMap<usize, Vec<(u32, u32)>>,
    /// The first cells of areas over several columns.
    wide: std::collections::HashSet<(u32, usize)>,
}

/// More merged areas than a sheet for people has are not looked at.
const MERGES_MAX: usize = 20_000;

impl Merges {
    fn of(grid: &Grid) -> Self {
        let mut tall: HashMap<usize, Vec<(u32, u32)>> = HashMap::new();
        let mut wide = std::collections::HashSet::new();
        for area in grid.merges.iter().take(MERGES_MAX) {
            if area.bottom > area.top {
                for column in area.left..=area.right.min(area.left.saturating_add(16)) {
                    tall.entry(column as usize)
                        .or_default()
                        .push((area.top, area.bottom));
                }
            }
            if area.right > area.left {
                wide.insert((area.top, area.left as usize));
            }
        }
        tall.values_mut().for_each(|areas| areas.sort_unstable());
        Self { tall, wide }
    }

    /// The first row of an area that begins above this row and covers it.
    fn above(&self, row: u32, column: usize) -> Option<u32> {
        let areas = self.tall.get(&column)?;
        let at = areas.partition_point(|(top, _)| *top < row).checked_sub(1)?;
        let (top, bottom) = areas[at];
        (row <= bottom).then_some(top)
    }

    fn is_wide(&self, row: u32, column: usize) -> bool {
        self.wide.contains(&(row, column))
    }
}
