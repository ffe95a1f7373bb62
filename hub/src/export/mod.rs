//! The published figures of a period as rows: for programs as JSON, for people with words beside every code.

mod csv;
mod xlsx;

use std::sync::Arc;

use serde::Serialize;
use tawro_core::indicator::{Cell, Indicator, Table};
use tawro_core::share::{Outcome, Published, PublishedTable, indicator_of, is_partial};
use tawro_core::text::{Digits, Lang, Words, plain};
use tawro_pages::{Speech, called};
use thiserror::Error;

use crate::published::Goals;

/// The unit of the two numbers of a share or a mean.
const NUMBER: &str = "number";

/// One published number; or a table that is withheld, which has no cells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The code of the indicator; of what a share or a mean is of, with `:of` behind it.
    pub indicator: String,
    /// The code of where the numbers come from.
    pub source: &'static str,
    /// The code of what is counted.
    pub unit: &'static str,
    /// The first day.
    pub period_start: String,
    /// The last day.
    pub period_end: String,
    /// Which cell.
    pub cell: CellCodes,
    /// The same, to be called by its name; none if the table is withheld.
    #[serde(skip)]
    place: Option<Cell>,
    /// The number; none if the table is withheld.
    pub value: Option<u64>,
    /// `published`, `partial` or `withheld`.
    pub status: &'static str,
    /// Why it is withheld, as a code.
    pub reason: Option<&'static str>,
    /// From how many associations.
    pub associations: u64,
    /// Of how many that were asked.
    pub of: u64,
    /// What the programme aims at in all, beside the total.
    pub target: Option<u64>,
}

/// A cell by the codes of what it is about; of a withheld table only the table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct CellCodes {
    /// Its table.
    pub table: &'static str,
    /// A sex of ISO/IEC 5218.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sex: Option<&'static str>,
    /// A group of ages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age: Option<&'static str>,
    /// Where associations have their seat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub milieu: Option<&'static str>,
    /// What they work on, by its number in ICNPO.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub domain: Option<String>,
}

/// A file could not be made of the rows.
#[derive(Debug, Error)]
#[error("no workbook could be made")]
pub struct ExportFault(#[from] rust_xlsxwriter::XlsxError);

/// The rows of what is published, in the order of the tasks and their tables, beside what the programme aims at.
pub fn rows(published: &[Published], indicators: &[Indicator], goals: &Goals) -> Vec<Row> {
    let tables = published
        .iter()
        .flat_map(|period| period.tables.iter().map(move |table| (period, table)));
    tables
        .flat_map(|(period, table)| rows_of(period, table, indicators, goals))
        .collect()
}

/// The rows as a sheet for people, as text parted by `;`.
pub fn csv(rows: &[Row], words: &Arc<Words>, lang: Lang) -> Vec<u8> {
    csv::write(&sheet(rows, words, lang))
}

/// The rows for programs, as `hub export` writes them.
pub fn json(rows: &[Row]) -> Vec<u8> {
    serde_json::to_vec_pretty(rows).expect("the rows have text keys only")
}

/// The rows as a workbook for people.
///
/// # Errors
/// More rows than a sheet has, which no catalogue reaches.
pub fn xlsx(rows: &[Row], words: &Arc<Words>, lang: Lang) -> Result<Vec<u8>, ExportFault> {
    Ok(xlsx::write(&sheet(rows, words, lang), lang)?)
}

/// Files have the digits of programs, also for who reads others.
fn speech(words: &Arc<Words>, lang: Lang) -> Speech {
    Speech::new(Arc::clone(words), lang, Digits::Western)
}

fn rows_of(period: &Published, table: &PublishedTable, indicators: &[Indicator], goals: &Goals) -> Vec<Row> {
    let (code, is_of) = indicator_of(&table.indicator);
    let definition = indicators.iter().find(|one| one.code.to_string() == code);
    // Of a share or a mean its two numbers travel: neither is in its unit, and none is aimed at.
    let whole = definition.filter(|one| !one.is_pair() && !is_of);
    let goal = whole.and_then(|one| goals.get(&one.code));
    let target = goal.and_then(|goal| goal.target);
    let concerns_all = definition.is_none_or(Indicator::concerns_all);
    // A cell by association may be from fewer of those asked than the whole.
    let status = |answered: u64, of: u64| match concerns_all && is_partial(answered, of) {
        true => "partial",
        false => "published",
    };
    let row = Row {
        indicator: table.indicator.clone(),
        source: table.source.code(),
        unit: whole.map_or(NUMBER, |one| one.unit.code()),
        period_start: period.start.to_string(),
        period_end: period.end.to_string(),
        cell: CellCodes {
            table: table.table.code(),
            ..CellCodes::default()
        },
        place: None,
        value: None,
        status: table.status(),
        reason: None,
        associations: table.associations,
        of: table.of,
        target: target.filter(|_| table.table == Table::Total),
    };
    match &table.outcome {
        Outcome::Withheld(reason) => vec![Row {
            reason: Some(reason.code()),
            ..row
        }],
        Outcome::Published(cells) => {
            let of_cell = |cell: &tawro_core::share::PublishedCell| Row {
                cell: CellCodes::of(cell.cell),
                place: Some(cell.cell),
                value: Some(cell.value),
                status: status(cell.associations, cell.of),
                associations: cell.associations,
                of: cell.of,
                ..row.clone()
            };
            cells.iter().map(of_cell).collect()
        }
    }
}

impl Row {
    /// What people call its indicator; of what a share or a mean is of, that it is that.
    pub fn label(&self, words: &Arc<Words>, lang: Lang) -> String {
        let speech = speech(words, lang);
        let (code, is_of) = indicator_of(&self.indicator);
        let label = plain(&speech.say(&format!("indicator-{code}")));
        match is_of {
            true => plain(&speech.with("figure-of-label", "label", &label)),
            false => label,
        }
    }

    /// What people call its cell; nothing of a total.
    pub fn cell_label(&self, words: &Arc<Words>, lang: Lang) -> String {
        let speech = speech(words, lang);
        let cell = self.place.map(|place| called::cell(place, &speech));
        plain(&cell.unwrap_or_default())
    }
}

impl CellCodes {
    fn of(cell: Cell) -> Self {
        let codes = Self {
            table: cell.table().code(),
            ..Self::default()
        };
        match cell {
            Cell::Total => codes,
            Cell::Sex(sex) => Self {
                sex: Some(sex.code()),
                ..codes
            },
            Cell::Age(age) => Self {
                age: Some(age.code()),
                ..codes
            },
            Cell::SexAge(leaf) => Self {
                sex: Some(leaf.sex.code()),
                age: Some(leaf.age.code()),
                ..codes
            },
            Cell::Milieu(milieu) => Self {
                milieu: Some(milieu.code()),
                ..codes
            },
            Cell::Domain(domain) => Self {
                domain: Some(domain.group().to_string()),
                ..codes
            },
        }
    }

    /// The codes of what it is about, beside its table's.
    fn parts(&self) -> String {
        let parts = [self.sex, self.age, self.milieu, self.domain.as_deref()];
        let parts: Vec<&str> = parts.into_iter().flatten().collect();
        parts.join(" ")
    }
}

/// A table for people: headings, and what stands below them.
struct Sheet {
    headings: Vec<String>,
    lines: Vec<Vec<Shown>>,
}

enum Shown {
    Text(String),
    Number(u64),
    Empty,
}

/// In their order; the label of a code stands behind it, under the same heading.
const COLUMNS: [(&str, bool); 13] = [
    ("indicator", true),
    ("source", true),
    ("unit", true),
    ("start", false),
    ("end", false),
    ("table", true),
    ("cell", true),
    ("value", false),
    ("status", true),
    ("reason", true),
    ("associations", false),
    ("of", false),
    ("target", false),
];

fn sheet(rows: &[Row], words: &Arc<Words>, lang: Lang) -> Sheet {
    let speech = speech(words, lang);
    // Marks of direction are for sentences: in a heading they would be part of its name.
    let say = |key: &str| plain(&speech.say(key));
    let code_of = |heading: &str| plain(&speech.with("figure-code", "heading", heading));
    let mut headings = Vec::new();
    for (column, has_code) in COLUMNS {
        let heading = say(&format!("figure-{column}"));
        if has_code {
            headings.push(code_of(&heading));
        }
        headings.push(heading);
    }
    let lines = rows.iter().map(|row| line(row, &say, words, lang)).collect();
    Sheet { headings, lines }
}

fn line(row: &Row, say: &impl Fn(&str) -> String, words: &Arc<Words>, lang: Lang) -> Vec<Shown> {
    let coded = |code: &str, label: String| [Shown::Text(code.to_owned()), Shown::Text(label)];
    let number = |number: Option<u64>| number.map_or(Shown::Empty, Shown::Number);
    let mut line: Vec<Shown> = Vec::new();
    line.extend(coded(&row.indicator, row.label(words, lang)));
    line.extend(coded(row.source, say(&format!("source-{}", row.source))));
    line.extend(coded(row.unit, say(&format!("unit-{}", row.unit))));
    line.extend([&row.period_start, &row.period_end].map(|day| Shown::Text(day.clone())));
    line.extend(coded(row.cell.table, say(&format!("table-{}", row.cell.table))));
    line.extend(coded(&row.cell.parts(), row.cell_label(words, lang)));
    line.push(number(row.value));
    line.extend(coded(row.status, say(&format!("figure-status-{}", row.status))));
    match row.reason {
        None => line.extend([Shown::Empty, Shown::Empty]),
        Some(reason) => line.extend(coded(reason, say(&format!("figure-reason-{reason}")))),
    }
    line.extend([Some(row.associations), Some(row.of), row.target].map(number));
    line
}
