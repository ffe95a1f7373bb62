//! What an import says of itself: the report that people and programs read.

use serde::Serialize;
use serde_json::Value;

use tawro_core::id::{ImportId, RecordId};
use tawro_core::schema::ValueError;
use tawro_core::text::{Fact, Lang, Words, plain};

use crate::import::Plan;
use crate::import::fault::{RowError, RowFault};
use crate::import::mapping::letters;
use crate::import::plan::Outcome;
use crate::import::profile::Profile;

/// The report of an import, dry or done.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    /// The import's id, by which it can be undone.
    pub import: ImportId,
    /// The kind or register.
    pub kind: String,
    /// Rows of data in the sheet.
    pub rows: usize,
    /// Rows that make a record.
    pub created: usize,
    /// Rows that change one.
    pub updated: usize,
    /// Rows that say nothing new.
    pub unchanged: usize,
    /// Rows that are left out; the errors say why.
    pub skipped: usize,
    /// Titles, repeated headers and totals, which are no data.
    pub left_out: usize,
    /// What could not be read, in the sheet's order.
    pub errors: Vec<ErrorLine>,
    /// Entries that may be one.
    pub duplicates: Vec<DuplicateLine>,
    /// What the columns were taken for.
    pub mapping: Value,
}

/// One thing to look at in the sheet.
#[derive(Debug, Clone, Serialize)]
pub struct ErrorLine {
    /// The row, as the sheet numbers it.
    pub row: u32,
    /// The column's heading, or its letter if it has none; empty if the whole row is meant.
    pub column: String,
    /// The cell as sheets name it, `E12`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// What is wrong, as a stable code.
    pub code: &'static str,
    /// What is wrong and what to do.
    pub message: String,
}

/// One suggestion.
#[derive(Debug, Clone, Serialize)]
pub struct DuplicateLine {
    /// The row, as the sheet numbers it.
    pub row: u32,
    /// The record that the row makes.
    pub new: RecordId,
    /// The record that it may be.
    pub id: RecordId,
    /// How likely, 0 to 1.
    pub score: f64,
    /// What the two share, as stable codes.
    pub why: Vec<&'static str>,
    /// The same as a person reads it.
    pub because: String,
}

/// Makes the report in a language.
pub(crate) fn of(plan: &Plan, profile: &Profile<'_>, words: &Words, lang: Lang) -> Report {
    let count = |wanted: Outcome| {
        plan.outcomes
            .iter()
            .filter(|(_, outcome)| *outcome == wanted)
            .count()
    };
    let heading = |at: usize| {
        let column = plan.mapping.columns.iter().find(|column| column.at == at);
        column
            .map(|column| column.label.clone())
            .filter(|label| !label.is_empty())
            .unwrap_or_else(|| letters(at))
    };
    let errors = plan.errors.iter().map(|error| ErrorLine {
        row: error.row,
        column: error.column.map(heading).unwrap_or_default(),
        cell: error.column.map(|at| format!("{}{}", letters(at), error.row)),
        code: error.fault.code(),
        message: sentence(
            words,
            lang,
            &error.fault.sentence_key(),
            &facts(error, profile, words, lang),
        ),
    });
    let duplicates = plan.duplicates.iter().map(|duplicate| {
        let why: Vec<&'static str> = duplicate.why.iter().map(|why| why.as_str()).collect();
        let said: Vec<String> = why
            .iter()
            .filter_map(|code| words.label(lang, &format!("import-why-{code}")))
            .collect();
        let comma = if lang == Lang::Ar { "، " } else { ", " };
        DuplicateLine {
            row: duplicate.row,
            new: duplicate.new,
            id: duplicate.id,
            score: f64::from(duplicate.score) / 100.0,
            why,
            because: said.join(comma),
        }
    });
    Report {
        import: plan.import,
        kind: plan.kind.clone(),
        rows: plan.outcomes.len(),
        created: count(Outcome::Created),
        updated: count(Outcome::Updated),
        unchanged: count(Outcome::Unchanged),
        skipped: count(Outcome::Skipped),
        left_out: plan.left_out,
        errors: errors.collect(),
        duplicates: duplicates.collect(),
        mapping: plan.mapping.to_json(profile),
    }
}

/// What a sentence knows, with the codes of a vocabulary in the words that people know them by.
fn facts(error: &RowError, profile: &Profile<'_>, words: &Words, lang: Lang) -> Vec<(&'static str, Fact)> {
    let mut facts = error.fault.facts();
    if let RowFault::Value(
        ValueError::UnknownCode {
            vocabulary,
            candidates,
        }
        | ValueError::AmbiguousCode {
            vocabulary,
            candidates,
        },
    ) = &error.fault
        && let Some(vocabulary) = profile.schema.vocabulary(vocabulary)
    {
        let label = |code: &String| {
            vocabulary
                .label(code, words, lang)
                .unwrap_or_else(|| code.clone())
        };
        let labels: Vec<String> = candidates.iter().map(label).collect();
        for (_, fact) in &mut facts {
            if *fact == Fact::List(candidates.clone()) {
                *fact = Fact::List(labels.clone());
            }
        }
    }
    facts
}

/// What is wrong and, where that stands apart, what to do next; for data, so without marks of
/// direction. A code without words shows itself.
fn sentence(words: &Words, lang: Lang, key: &str, facts: &[(&str, Fact)]) -> String {
    let wrong = words.sentence(lang, key, facts).unwrap_or_else(|| key.to_owned());
    let next = words.sentence(lang, &format!("{key}-next"), facts);
    plain(&next.map_or(wrong.clone(), |next| format!("{wrong} {next}")))
}
