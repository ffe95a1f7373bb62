//! A person's own word on the columns: a mapping file, or one kept from an earlier sheet.
//!
//! Lines of `heading = field`, with `#` before remarks, or the JSON that a report shows. A heading
//! may be the column's letter. `birth_date month-first` says how dates read. What the file does not
//! name stays as it was found.

use serde_json::Value;
use thiserror::Error;

use crate::import::columns::Target;
use crate::import::dates::DateOrder;
use crate::import::header::Header;
use crate::import::labels::Label;
use crate::import::mapping::{Mapping, Source, letters};
use crate::import::profile::Profile;
use crate::import::sheet::{Book, Grid};

/// What a mapping file says of one column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Its heading or letter.
    pub column: String,
    /// Its field, as [`Target`] writes it.
    pub field: String,
    /// How its dates read, if that is said.
    pub dates: Option<DateOrder>,
}

/// Why a mapping file cannot be followed; the person who wrote it can mend it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MappingFault {
    /// A line is neither `heading = field` nor part of the JSON of a report.
    #[error("line {line} cannot be read")]
    Syntax {
        /// From 1.
        line: usize,
    },
    /// It names a column that the sheet does not have.
    #[error("no column {column:?}")]
    NoColumn {
        /// As written.
        column: String,
    },
    /// It names a field that the kind does not have.
    #[error("no field {field:?}")]
    NoField {
        /// As written.
        field: String,
    },
}

/// Reads a mapping file.
pub(crate) fn parse(text: &str) -> Result<Vec<Correction>, MappingFault> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with('{') {
        let json = serde_json::from_str(text)
            .map_err(|error: serde_json::Error| MappingFault::Syntax { line: error.line() })?;
        return from_json(&json).ok_or(MappingFault::Syntax { line: 1 });
    }
    let mut corrections = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') || line.starts_with('[') {
            continue;
        }
        let quotes = |text: &str| text.trim().trim_matches(['"', '\'']).to_owned();
        let read = line
            .rsplit_once('=')
            .and_then(|(column, field)| correction(&quotes(column), &quotes(field)));
        corrections.push(read.ok_or(MappingFault::Syntax { line: at + 1 })?);
    }
    Ok(corrections)
}

fn from_json(json: &Value) -> Option<Vec<Correction>> {
    let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    match json.get("columns") {
        Some(Value::Array(columns)) => columns
            .iter()
            .map(|column| {
                let field = text(column, "field")?;
                let dates = text(column, "dates").map_or(String::new(), |dates| format!(" {dates}"));
                correction(
                    &text(column, "column").or_else(|| text(column, "header"))?,
                    &format!("{field}{dates}"),
                )
            })
            .collect(),
        Some(Value::Object(columns)) => columns
            .iter()
            .map(|(name, field)| correction(name, field.as_str()?))
            .collect(),
        Some(_) => None,
        None => json
            .as_object()?
            .iter()
            .map(|(name, field)| correction(name, field.as_str()?))
            .collect(),
    }
}

fn correction(column: &str, field: &str) -> Option<Correction> {
    let mut words = field.split_whitespace();
    let field = words.next()?.to_owned();
    let dates = match words.next() {
        None => None,
        Some("day-first") => Some(DateOrder::DayFirst),
        Some("month-first") => Some(DateOrder::MonthFirst),
        Some(_) => return None,
    };
    (!column.is_empty() && words.next().is_none()).then(|| Correction {
        column: column.to_owned(),
        field,
        dates,
    })
}

/// A mapping without a header, for a person who names columns by their letters.
pub(crate) fn without_header(profile: &Profile<'_>, book: &Book) -> Mapping {
    let grid = &book.grids[0];
    let header = Header {
        first: 0,
        last: 0,
        labels: vec![String::new(); grid.width()],
    };
    Mapping::new(
        profile,
        grid,
        0,
        header,
        vec![Target::Ignored; grid.width()],
        Source::Given,
    )
}

/// Follows a person's word.
pub(crate) fn correct(
    mapping: &mut Mapping,
    profile: &Profile<'_>,
    grid: &Grid,
    corrections: &[Correction],
    source: Source,
) -> Result<(), MappingFault> {
    let mut targets: Vec<Target> = vec![Target::Ignored; grid.width().max(mapping.header.labels.len())];
    for column in &mapping.columns {
        targets[column.at] = column.target;
    }
    let mut told = Vec::new();
    for correction in corrections {
        let at =
            column_at(mapping, targets.len(), &correction.column).ok_or_else(|| MappingFault::NoColumn {
                column: correction.column.clone(),
            })?;
        let target = Target::parse(profile, &correction.field).ok_or_else(|| MappingFault::NoField {
            field: correction.field.clone(),
        })?;
        told.push((at, target, correction.dates));
    }
    for (at, target, _) in &told {
        for (other, held) in targets.iter_mut().enumerate() {
            let free = !told.iter().any(|(named, ..)| *named == other);
            if free && other != *at && *held == *target {
                *held = Target::Ignored;
            }
        }
        targets[*at] = *target;
    }
    *mapping = Mapping::new(
        profile,
        grid,
        mapping.grid,
        mapping.header.clone(),
        targets,
        source,
    );
    for (at, _, dates) in told {
        if let (Some(dates), Some(column)) =
            (dates, mapping.columns.iter_mut().find(|column| column.at == at))
        {
            column.dates = dates;
        }
    }
    Ok(())
}

/// By heading first: a column may well be headed `A`.
fn column_at(mapping: &Mapping, width: usize, name: &str) -> Option<usize> {
    let wanted = Label::new(name);
    let by_label = mapping
        .header
        .labels
        .iter()
        .position(|label| !label.is_empty() && Label::new(label) == wanted);
    by_label.or_else(|| (0..width).find(|&at| letters(at).eq_ignore_ascii_case(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_json_say_the_same() {
        let lines =
            parse("# remark\n\"Nom & prénom\" = full_name/family-first\nF = birth_date month-first\n");
        let json = parse(
            r#"{"columns":[{"column":"Nom & prénom","field":"full_name/family-first"},{"column":"F","field":"birth_date","dates":"month-first"}]}"#,
        );
        assert_eq!(lines, json);
        assert_eq!(lines.as_ref().map(Vec::len), Ok(2));
        assert_eq!(parse(r#"{"Nom":"family_name"}"#), parse("Nom = family_name"));
        assert_eq!(parse("ok = a\nnonsense"), Err(MappingFault::Syntax { line: 2 }));
        assert_eq!(parse("{\n\"a\": 1}"), Err(MappingFault::Syntax { line: 1 }));
    }
}
