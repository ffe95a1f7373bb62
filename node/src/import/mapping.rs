//! Which column is which field: guessed from headers and values, shown, and corrected by a person.

use serde_json::{Value, json};

use tawro_core::crypto;
use tawro_core::id::base32;
use tawro_core::schema::{FieldType, Scalar};
use tawro_core::text::Words;

use crate::import::columns::{HeaderWords, Target};
use crate::import::dates::{self, DateOrder};
use crate::import::header::{self, Header, Judge};
use crate::import::headings;
use crate::import::labels;
use crate::import::names::{self, NameOrder};
use crate::import::profile::Profile;
use crate::import::sheet::{Book, Cell, Grid, Line};

/// What every column of a sheet means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// The sheet of the file that is read, from 0.
    pub grid: usize,
    /// That sheet's name; empty for CSV.
    pub sheet: String,
    /// Where its header stands.
    pub header: Header,
    /// Its columns with a header or a meaning, from left to right.
    pub columns: Vec<Column>,
    /// Who decided.
    pub source: Source,
}

/// One column and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its place, 0 for A.
    pub at: usize,
    /// What stands over it.
    pub label: String,
    /// What it means.
    pub target: Target,
    /// How its dates read, if it has dates.
    pub dates: DateOrder,
    /// How its full names read, if it has full names.
    pub names: NameOrder,
}

/// Who decided what the columns mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// The program, from headers and values.
    Found,
    /// A person, when a sheet with this header was imported before.
    Saved,
    /// A person, for this import.
    Given,
}

/// Rows whose values are looked at to tell what a column holds.
const SAMPLED_ROWS: usize = 60;

/// Finds sheet, header and columns; nothing if no sheet of the file has a header that says enough.
pub(crate) fn guess(
    profile: &Profile<'_>,
    words: &Words,
    header_words: &HeaderWords,
    book: &Book,
) -> Option<Mapping> {
    for (at, grid) in book.grids.iter().enumerate() {
        if let Some((header, mut targets)) = headings::find_exported(profile, words, grid) {
            targets.resize(grid.width().max(targets.len()), Target::Ignored);
            return Some(Mapping::new(profile, grid, at, header, targets, Source::Found));
        }
    }
    let judge = Judge {
        worth: &|label| header_words.worth(label),
        is_neutral: &|group| header_words.is_group(group),
    };
    let mut best: Option<(u32, usize, Header)> = None;
    for (at, grid) in book.grids.iter().enumerate() {
        let Some((worth, header)) = header::find(grid, &judge) else {
            continue;
        };
        let has_rows = grid.lines.iter().any(|line| line.number > header.last);
        let shown = header.labels.iter().filter(|label| !label.is_empty()).count() as u32;
        let enough = worth >= labels::PROBABLE * shown.min(2) && has_rows;
        if enough && best.as_ref().is_none_or(|(most, ..)| worth > *most) {
            best = Some((worth, at, header));
        }
    }
    let (_, at, header) = best?;
    let grid = &book.grids[at];
    let targets = assign(profile, header_words, grid, &header);
    Some(Mapping::new(profile, grid, at, header, targets, Source::Found))
}

impl Mapping {
    /// The mapping of targets by column; how dates and names read follows from the values.
    pub(crate) fn new(
        profile: &Profile<'_>,
        grid: &Grid,
        at: usize,
        header: Header,
        targets: Vec<Target>,
        source: Source,
    ) -> Self {
        let label = |at: usize| header.labels.get(at).cloned().unwrap_or_default();
        let columns = targets
            .into_iter()
            .enumerate()
            .map(|(at, target)| Column {
                at,
                label: label(at),
                target,
                dates: DateOrder::DayFirst,
                names: NameOrder::GivenFirst,
            })
            .filter(|column| column.target != Target::Ignored || !column.label.is_empty())
            .collect();
        let mut mapping = Self {
            grid: at,
            sheet: grid.name.clone(),
            header,
            columns,
            source,
        };
        for at in 0..mapping.columns.len() {
            mapping.read_orders(profile, grid, at);
        }
        mapping
    }

    /// Tells from a column's values how its dates and full names read.
    pub(crate) fn read_orders(&mut self, profile: &Profile<'_>, grid: &Grid, at: usize) {
        let last = self.header.last;
        let column = &mut self.columns[at];
        let cells = || body(grid, last).map(|line| line.cell(column.at));
        let is_date = column
            .target
            .field(profile)
            .is_some_and(|field| field.ty == FieldType::Date);
        if is_date || column.target == Target::DateAndPlace {
            column.dates = dates::order_of(cells());
        }
        if let Target::FullName { order } = column.target {
            let texts = cells().filter_map(|cell| match cell {
                Cell::Text(text) => Some(text.as_str()),
                _ => None,
            });
            column.names = names::order_of(texts, order);
        }
    }

    /// The same for every sheet with this header and kind: under it a correction is kept.
    pub fn fingerprint(&self, profile: &Profile<'_>) -> String {
        let labels: Vec<String> = self
            .header
            .labels
            .iter()
            .map(|label| tawro_core::text::fold(label))
            .collect();
        let hash = crypto::derive(
            "sheet-header",
            format!("{}\n{}", profile.key, labels.join("\n")).as_bytes(),
        );
        base32(&hash[..16])
    }

    /// What decides how cells are read: two imports that share it and the file are one.
    pub(crate) fn digest(&self) -> String {
        let columns = self
            .columns
            .iter()
            .filter(|column| column.target != Target::Ignored);
        let columns = columns.map(|column| {
            format!(
                "{} {} {:?} {:?}\n",
                column.at, column.target, column.dates, column.names
            )
        });
        format!("{}\n{}", self.header.last, columns.collect::<String>())
    }

    /// As reports show it and as a mapping file may hold it.
    pub fn to_json(&self, profile: &Profile<'_>) -> Value {
        let columns: Vec<Value> = self
            .columns
            .iter()
            .map(|column| column.to_json(profile))
            .collect();
        json!({
            "sheet": self.sheet,
            "header_rows": [self.header.first, self.header.last],
            "source": self.source,
            "columns": columns,
        })
    }
}

impl Column {
    fn to_json(&self, profile: &Profile<'_>) -> Value {
        let mut shown = json!({
            "column": letters(self.at),
            "header": self.label,
            "field": self.target.to_string(),
        });
        let is_date = self
            .target
            .field(profile)
            .is_some_and(|field| field.ty == FieldType::Date);
        if is_date || self.target == Target::DateAndPlace {
            shown["dates"] = json!(self.dates);
        }
        if matches!(self.target, Target::FullName { .. }) {
            shown["field"] = json!(
                Target::FullName {
                    order: Some(self.names)
                }
                .to_string()
            );
        }
        shown
    }
}

/// A column's name as sheets show it: A, B, …, Z, AA.
pub fn letters(at: usize) -> String {
    let mut at = at + 1;
    let mut name = Vec::new();
    while at > 0 {
        name.push(char::from(b'A' + ((at - 1) % 26) as u8));
        at = (at - 1) / 26;
    }
    name.iter().rev().collect()
}

/// The lines below a header.
pub(crate) fn body(grid: &Grid, header_last: u32) -> impl Iterator<Item = &Line> {
    grid.lines.iter().filter(move |line| line.number > header_last)
}

/// Gives every column the meaning that its header comes nearest to, each field once.
fn assign(profile: &Profile<'_>, words: &HeaderWords, grid: &Grid, header: &Header) -> Vec<Target> {
    let width = grid.width().max(header.labels.len());
    let samples: Vec<Sample<'_>> = (0..width).map(|at| Sample::of(grid, header, at)).collect();
    let mut meanings: Vec<(u32, usize, Target)> = Vec::new();
    for (at, label) in header.labels.iter().enumerate() {
        for (nearness, target) in words.meanings(label) {
            if is_taken_for(profile, target, nearness, &samples[at]) {
                meanings.push((nearness, at, target));
            }
        }
    }
    meanings.sort_by_key(|(nearness, at, _)| (std::cmp::Reverse(*nearness), *at));
    let mut targets: Vec<Option<Target>> = vec![None; width];
    for (_, at, target) in meanings {
        let others: Vec<usize> = (0..width)
            .filter(|&other| targets[other] == Some(target))
            .collect();
        if targets[at].is_none() && may_repeat(profile, target, at, &others, &samples) {
            targets[at] = Some(target);
        }
    }
    let mut targets: Vec<Target> = targets
        .into_iter()
        .map(|target| target.unwrap_or(Target::Ignored))
        .collect();
    settle_lone_name(profile, words, header, &mut targets);
    targets
}

/// A name must be said; anything else may be near, and is believed further if the values agree.
fn is_taken_for(profile: &Profile<'_>, target: Target, nearness: u32, sample: &Sample<'_>) -> bool {
    if nearness >= labels::SURE {
        return true;
    }
    if target.is_name(profile) || target == Target::Ignored {
        return false;
    }
    nearness >= labels::PROBABLE || sample.speaks_for(profile, target)
}

/// Whether a further column may mean what others mean already: telephones, and names in another script.
fn may_repeat(
    profile: &Profile<'_>,
    target: Target,
    at: usize,
    others: &[usize],
    samples: &[Sample<'_>],
) -> bool {
    let other_script = || others.len() == 1 && samples[at].is_arabic() != samples[others[0]].is_arabic();
    match target {
        _ if others.is_empty() => true,
        Target::Ignored => true,
        Target::FullName { .. } => other_script(),
        _ => match target.field(profile).map(|field| &field.ty) {
            Some(FieldType::Phone | FieldType::Set(_)) => others.len() < 8,
            Some(FieldType::Localized) => other_script(),
            _ => false,
        },
    }
}

/// `Nom` beside `Prénom` is a family name, by itself a full one; `الاسم` beside `النسب` a given name.
fn settle_lone_name(profile: &Profile<'_>, words: &HeaderWords, header: &Header, targets: &mut [Target]) {
    let Some(name) = profile.name_fields() else { return };
    let target = |field| Target::Field {
        part: name.part,
        field,
        language: None,
    };
    let lone = |at: usize| {
        header
            .labels
            .get(at)
            .is_some_and(|label| words.is_name_alone(label))
    };
    let columns_of = |targets: &[Target], wanted: Target| -> Vec<usize> {
        (0..targets.len()).filter(|&at| targets[at] == wanted).collect()
    };
    let full = targets
        .iter()
        .any(|target| matches!(target, Target::FullName { .. }));
    for (one, other) in [(name.given, name.family), (name.family, name.given)] {
        let here = columns_of(targets, target(one));
        if here.is_empty() || !columns_of(targets, target(other)).is_empty() {
            continue;
        }
        let free = (0..targets.len()).find(|&at| targets[at] == Target::Ignored && lone(at));
        match free {
            Some(free) => targets[free] = target(other),
            None if !full && here.iter().all(|&at| lone(at)) => {
                for at in here {
                    targets[at] = Target::FullName { order: None };
                }
            }
            None => {}
        }
        return;
    }
    if !full
        && columns_of(targets, target(name.given)).is_empty()
        && let Some(at) = (0..targets.len()).find(|&at| targets[at] == Target::Ignored && lone(at))
    {
        targets[at] = Target::FullName { order: None };
    }
}

/// The first values of a column.
struct Sample<'a> {
    cells: Vec<&'a Cell>,
}

impl<'a> Sample<'a> {
    fn of(grid: &'a Grid, header: &Header, at: usize) -> Self {
        let cells = body(grid, header.last)
            .take(SAMPLED_ROWS)
            .map(|line| line.cell(at));
        Self {
            cells: cells.filter(|cell| !cell.is_empty()).collect(),
        }
    }

    fn is_arabic(&self) -> bool {
        let arabic = |cell: &&&Cell| {
            cell.shown()
                .chars()
                .any(|c| ('\u{0620}'..='\u{06ff}').contains(&c))
        };
        2 * self.cells.iter().filter(arabic).count() > self.cells.len()
    }

    /// Most values are of the field's type, and the type is one that not every text has.
    fn speaks_for(&self, profile: &Profile<'_>, target: Target) -> bool {
        let Some(field) = target.field(profile) else {
            return false;
        };
        let telling = matches!(
            field.ty,
            FieldType::Cnie | FieldType::Phone | FieldType::Email | FieldType::Date | FieldType::Code(_)
        );
        let reads = |cell: &&&Cell| matches!(field.ty.parse(profile.schema, &cell.shown()), Ok(value) if value != Scalar::Null);
        telling
            && self.cells.len() >= 3
            && 10 * self.cells.iter().filter(reads).count() >= 7 * self.cells.len()
    }
}
