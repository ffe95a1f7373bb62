//! One cell of a sheet into the cells of a record.

use std::collections::BTreeMap;

use tawro_core::id::RecordId;
use tawro_core::schema::{Field, FieldType, Scalar, ValueError, columns};

use crate::import::columns::Target;
use crate::import::dates::{self, ShortYear};
use crate::import::fault::{RowError, RowFault};
use crate::import::mapping::Column;
use crate::import::names;
use crate::import::profile::{Part, Profile};
use crate::import::sheet::Cell;

/// Cells of a record by their path.
pub(crate) type Cells = BTreeMap<String, Scalar>;

/// A row of the sheet, read.
#[derive(Debug, Clone, Default)]
pub(crate) struct ReadRow {
    /// As the sheet numbers it.
    pub number: u32,
    /// The record it says it is.
    pub id: Option<RecordId>,
    /// The record it says its own refers to.
    pub party_id: Option<RecordId>,
    /// Cells of the row's own record.
    pub role: Cells,
    /// Cells of the record it refers to.
    pub party: Cells,
    /// The column that each cell came from, by part and path.
    pub origins: BTreeMap<(Part, String), usize>,
    /// References by name or number, still to be looked up.
    pub references: Vec<Wanted>,
}

/// A reference that names its record as people do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// The field.
    pub field: &'static str,
    /// Whose field it is.
    pub part: Part,
    /// What the cell says.
    pub text: String,
    /// The column.
    pub column: usize,
}

impl ReadRow {
    /// The cells of one of its records.
    pub(crate) fn cells(&self, part: Part) -> &Cells {
        match part {
            Part::Role => &self.role,
            Part::Party => &self.party,
        }
    }

    /// The cells of one of its records, to be filled.
    pub(crate) fn cells_mut(&mut self, part: Part) -> &mut Cells {
        match part {
            Part::Role => &mut self.role,
            Part::Party => &mut self.party,
        }
    }

    fn put(&mut self, part: Part, column: usize, path: String, value: Scalar) {
        if value.is_null() || self.cells(part).contains_key(&path) {
            return;
        }
        self.origins.insert((part, path.clone()), column);
        self.cells_mut(part).insert(path, value);
    }
}

/// Where a value goes.
#[derive(Clone, Copy)]
struct Aim<'f> {
    part: Part,
    field: &'f Field,
    column: usize,
    /// Without it, the script of a multilingual text tells.
    language: Option<&'f str>,
}

impl<'f> Aim<'f> {
    fn new(part: Part, field: &'f Field, column: usize) -> Self {
        Self {
            part,
            field,
            column,
            language: None,
        }
    }
}

/// Reads cells of one sheet by what its columns mean.
pub(crate) struct CellReader<'a, 's> {
    pub(crate) profile: &'a Profile<'s>,
    pub(crate) errors: &'a mut Vec<RowError>,
    /// The sheet is an export that came back: each column is one field and no more.
    pub(crate) exact: bool,
}

impl CellReader<'_, '_> {
    /// Reads one cell into a row; what cannot be read is reported and left out.
    pub(crate) fn read(&mut self, row: &mut ReadRow, column: &Column, cell: &Cell) {
        let unread = match cell {
            Cell::Empty => return,
            Cell::Formula => RowFault::Formula,
            Cell::Broken => RowFault::Broken,
            Cell::TooLong => RowFault::TooLong,
            _ => {
                if let Err(error) = self.value(row, column, cell) {
                    self.report(row.number, column.at, RowFault::Value(error));
                }
                return;
            }
        };
        self.report(row.number, column.at, unread);
    }

    fn report(&mut self, row: u32, column: usize, fault: RowFault) {
        self.errors.push(RowError {
            row,
            column: Some(column),
            fault,
        });
    }

    fn value(&mut self, row: &mut ReadRow, column: &Column, cell: &Cell) -> Result<(), ValueError> {
        let text = cell.shown();
        match column.target {
            Target::Ignored => Ok(()),
            Target::Id => self.id(&text).map(|id| row.id = Some(id)),
            Target::PartyId => self.id(&text).map(|id| row.party_id = Some(id)),
            Target::FullName { .. } => self.full_name(row, column, &text),
            Target::DateAndPlace => self.date_and_place(row, column, cell),
            Target::Field {
                part,
                field,
                language,
            } => {
                let Some(field) = self.profile.kind(part).field(field) else {
                    return Ok(());
                };
                let aim = Aim {
                    part,
                    field,
                    column: column.at,
                    language,
                };
                self.field(row, aim, column, cell, text)
            }
        }
    }

    fn field(
        &mut self,
        row: &mut ReadRow,
        aim: Aim<'_>,
        column: &Column,
        cell: &Cell,
        text: String,
    ) -> Result<(), ValueError> {
        match &aim.field.ty {
            FieldType::Phone => self.phones(row, aim, &text),
            FieldType::Set(element) if **element == FieldType::Phone => self.phones(row, aim, &text),
            FieldType::Date => {
                let date = dates::read(cell, column.dates, self.short_year(aim));
                self.plain(row, aim, &date)
            }
            FieldType::Reference(_) if text.parse::<RecordId>().is_err() => {
                row.references.push(Wanted {
                    field: aim.field.key,
                    part: aim.part,
                    text,
                    column: aim.column,
                });
                Ok(())
            }
            FieldType::Localized if aim.language.is_none() && self.is_person_name(aim) => {
                let (arabic, latin) = names::by_script(&text);
                if arabic.is_empty() || latin.is_empty() {
                    return self.plain(row, aim, &text);
                }
                self.plain(row, aim, &arabic)?;
                self.plain(row, aim, &latin)
            }
            _ => self.plain(row, aim, &text),
        }
    }

    fn id(&self, text: &str) -> Result<RecordId, ValueError> {
        text.trim().parse().map_err(|_| ValueError::NotAReference {
            found: text.chars().count(),
        })
    }

    fn is_person_name(&self, aim: Aim<'_>) -> bool {
        let key = aim.field.key;
        let name = self.profile.name_fields();
        name.is_some_and(|name| name.part == aim.part && (key == name.given || key == name.family))
    }

    fn short_year(&self, aim: Aim<'_>) -> ShortYear {
        let birth = self.profile.date_and_place();
        match birth.is_some_and(|(part, date, _)| part == aim.part && date.key == aim.field.key) {
            true => ShortYear::OfBirth,
            false => ShortYear::OfEvent,
        }
    }

    fn plain(&self, row: &mut ReadRow, aim: Aim<'_>, text: &str) -> Result<(), ValueError> {
        for (path, value) in aim.field.parse_cells(self.profile.schema, aim.language, text)? {
            row.put(aim.part, aim.column, path, value);
        }
        Ok(())
    }

    /// The first number goes to the field for one, all of them to the set beside it, if there is one.
    fn phones(&mut self, row: &mut ReadRow, aim: Aim<'_>, text: &str) -> Result<(), ValueError> {
        let Aim {
            part, field, column, ..
        } = aim;
        let Some(set) = self.profile.phones(part).filter(|_| field.own.is_none()) else {
            return self.plain(row, aim, text);
        };
        let first = match field.ty {
            FieldType::Phone => Some(field),
            _ => self.profile.first_of(part, &FieldType::Phone),
        };
        let numbers = self.numbers(row.number, column, set, text)?;
        let to_field = !self.exact || field.ty == FieldType::Phone;
        let to_set = !self.exact || field.ty != FieldType::Phone || numbers.len() > 1;
        for number in numbers.iter().filter_map(Scalar::as_text) {
            if let (Some(first), true) = (first, to_field) {
                row.put(part, column, first.key.to_owned(), Scalar::from(number));
            }
            if to_set {
                row.put(part, column, format!("{}/{number}", set.key), Scalar::Flag(true));
            }
        }
        Ok(())
    }

    /// Every number of a cell; of several, one that cannot be read does not take the others with it.
    fn numbers(
        &mut self,
        row: u32,
        column: usize,
        set: &Field,
        text: &str,
    ) -> Result<Vec<Scalar>, ValueError> {
        let schema = self.profile.schema;
        let whole = match set.ty.parse_set(schema, text) {
            Ok(numbers) => return Ok(numbers),
            Err(error) => error,
        };
        let reported = self.errors.len();
        let mut numbers = Vec::new();
        for part in text.split(['/', ';', ',', '،', '\n', '|']) {
            match set.ty.parse_set(schema, part) {
                Ok(found) => numbers.extend(found),
                Err(error) => self.report(row, column, RowFault::Value(error)),
            }
        }
        if numbers.is_empty() {
            // Nothing was readable: one report says it for the cell.
            self.errors.truncate(reported);
            return Err(whole);
        }
        Ok(numbers)
    }

    fn full_name(&self, row: &mut ReadRow, column: &Column, text: &str) -> Result<(), ValueError> {
        let Some(fields) = self.profile.name_fields() else {
            return Ok(());
        };
        let kind = self.profile.kind(fields.part);
        let (arabic, latin) = names::by_script(text);
        for name in [arabic, latin].iter().filter(|name| !name.is_empty()) {
            let split = names::split(name, column.names);
            for (key, part) in [(fields.given, split.given), (fields.family, split.family)] {
                if let (Some(field), false) = (kind.field(key), part.is_empty()) {
                    self.plain(row, Aim::new(fields.part, field, column.at), &part)?;
                }
            }
        }
        Ok(())
    }

    /// A date and what stands beside it; a cell without a date may still name the place.
    fn date_and_place(&self, row: &mut ReadRow, column: &Column, cell: &Cell) -> Result<(), ValueError> {
        let Some((part, date, place)) = self.profile.date_and_place() else {
            return Ok(());
        };
        let text = cell.shown();
        let read = |word: &str| dates::read(&Cell::text(word), column.dates, ShortYear::OfBirth);
        let written = match cell {
            Cell::Text(text) => text.split_whitespace().map(read).collect::<Vec<_>>().join(" "),
            other => dates::read(other, column.dates, ShortYear::OfBirth),
        };
        let rest = match columns::date_and_place(&written) {
            Ok((found, rest)) => {
                row.put(
                    part,
                    column.at,
                    date.key.to_owned(),
                    Scalar::Text(found.to_string()),
                );
                rest
            }
            Err(error) if text.chars().any(char::is_numeric) => return Err(error),
            Err(_) => text,
        };
        self.plain(
            row,
            Aim::new(part, place, column.at),
            &self.place_name(part, &rest),
        )
    }

    /// A place without the letter that joins it to its date, as in `بتيفلت`.
    fn place_name(&self, part: Part, text: &str) -> String {
        let trimmed = text.trim_matches(|c: char| {
            c.is_whitespace() || matches!(c, ',' | '،' | '-' | '/' | ':' | '(' | ')')
        });
        let name = trimmed.split_whitespace().collect::<Vec<_>>().join(" ");
        let Some(bare) = name.strip_prefix('ب') else {
            return name;
        };
        let known = |name: &str| {
            let codes = self
                .profile
                .kind(part)
                .fields
                .iter()
                .filter(|field| matches!(field.ty, FieldType::Code(_)));
            codes
                .into_iter()
                .any(|field| field.ty.parse(self.profile.schema, name).is_ok())
        };
        if bare.starts_with("ال") || (known(bare) && !known(&name)) {
            bare.to_owned()
        } else {
            name
        }
    }
}
