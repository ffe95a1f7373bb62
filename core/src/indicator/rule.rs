//! Why a definition is refused: the rule it breaks, with its facts, and the place where it does.

use thiserror::Error;

use crate::indicator::{NotCountable, Source, Table, Unit};
use crate::text::Fact;
#[cfg(feature = "text")]
use crate::text::{Lang, Words};

/// A definition that breaks a rule; whoever wrote it can put it right.
///
/// Sentences are made from [`Rule::code`] and [`Self::facts`] by `text::Words` under the key
/// `definition-CODE`.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line}, column {column}: {rule}")]
pub struct DefinitionFault {
    /// The rule.
    pub rule: Rule,
    /// Counted from 1.
    pub line: usize,
    /// In characters, counted from 1.
    pub column: usize,
}

/// A rule of definitions.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Rule {
    /// The text is not TOML.
    #[error("not TOML")]
    NotToml,
    /// More bytes than a catalogue may have.
    #[error("{found} bytes, at most {limit}")]
    TooLong {
        /// How many it may have.
        limit: usize,
        /// How many it has.
        found: usize,
    },
    /// More elements than there may be.
    #[error("{key}: {found}, at most {limit}")]
    TooMany {
        /// Where.
        key: &'static str,
        /// How many there may be.
        limit: usize,
        /// How many there are.
        found: usize,
    },
    /// A key that means nothing here.
    #[error("key {key:?} means nothing here")]
    UnknownKey {
        /// As written, cut short.
        key: String,
    },
    /// A key that has to be there.
    #[error("key {key} is missing")]
    Missing {
        /// Which.
        key: &'static str,
    },
    /// Something else than what the key takes.
    #[error("not a {expected}")]
    Shape {
        /// `text`, `number`, `flag`, `list` or `table`.
        expected: &'static str,
    },
    /// A word that is not in its list.
    #[error("{found:?} is not in the list of {key}")]
    NotInList {
        /// Which list.
        key: &'static str,
        /// As written, cut short.
        found: String,
        /// What the list has.
        candidates: Vec<String>,
    },
    /// Not the code of an indicator.
    #[error("not a code of an indicator")]
    CodeForm,
    /// What stands there already: the code of another indicator, or a word of the same list.
    #[error("{found} stands there twice")]
    Twice {
        /// What.
        found: String,
    },
    /// A number that is too small or too large.
    #[error("{key}: {min} to {max}")]
    OutOfRange {
        /// Of which key.
        key: &'static str,
        /// The least.
        min: u64,
        /// The most.
        max: u64,
    },
    /// A kind or field by which nothing may be counted.
    #[error(transparent)]
    NotCountable(#[from] NotCountable),
    /// A field of another type than is needed in this place.
    #[error("{field} is not a {expected}")]
    OtherType {
        /// The field, as written.
        field: String,
        /// `date`, `number`, `record`, `person`, or `code`, which a flag may stand for.
        expected: &'static str,
    },
    /// Not exactly one of `rows`, `fact` and `waits_for`.
    #[error("{found} ways to its number")]
    OneMethod {
        /// How many there are.
        found: usize,
    },
    /// Rows without a time, or with two.
    #[error("not exactly one time")]
    OneTime,
    /// The total is always published.
    #[error("no total")]
    NoTotal,
    /// A table by sex or age of what no sex and age are known of.
    #[error("table {} without people", table.code())]
    TablePeople {
        /// Which.
        table: Table,
    },
    /// A source that this way of counting is not of: a yes or no is a fact, and nothing else is.
    #[error("not of source {}", found.code())]
    SourceUnfit {
        /// As written.
        found: Source,
    },
    /// A unit that does not fit what is counted.
    #[error("not in {}", unit.code())]
    UnitUnfit {
        /// As written.
        unit: Unit,
    },
    /// Only a fact can be unkind.
    #[error("unkind, and no fact")]
    UnkindUnfit,
    /// Rows of one kind would be counted twice.
    #[error("rows of {kind} twice")]
    KindTwice {
        /// Which.
        kind: &'static str,
    },
    /// Different records are told apart among records of one kind only.
    #[error("different records of several kinds")]
    DistinctKinds,
    /// Amounts are added to amounts only.
    #[error("amounts beside what is none")]
    MoneyMixed,
    /// The way to the person does not go on from the records that are told apart, so that one of them could be
    /// of two sexes.
    #[error("the person is not of the records told apart")]
    PersonApart,
}

impl Rule {
    /// Its stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotToml => "not_toml",
            Self::TooLong { .. } => "too_long",
            Self::TooMany { .. } => "too_many",
            Self::UnknownKey { .. } => "unknown_key",
            Self::Missing { .. } => "missing_key",
            Self::Shape { .. } => "shape",
            Self::NotInList { .. } => "not_in_list",
            Self::CodeForm => "code_form",
            Self::Twice { .. } => "twice",
            Self::OutOfRange { .. } => "out_of_range",
            Self::NotCountable(not) => not.code(),
            Self::OtherType { .. } => "other_type",
            Self::OneMethod { .. } => "one_method",
            Self::OneTime => "one_time",
            Self::NoTotal => "no_total",
            Self::TablePeople { .. } => "table_people",
            Self::SourceUnfit { .. } => "source_unfit",
            Self::UnitUnfit { .. } => "unit_unfit",
            Self::UnkindUnfit => "unkind_unfit",
            Self::KindTwice { .. } => "kind_twice",
            Self::DistinctKinds => "distinct_kinds",
            Self::MoneyMixed => "money_mixed",
            Self::PersonApart => "person_apart",
        }
    }

    /// What it knows, each fact under the name that a sentence gives it.
    pub fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::TooLong { limit, found } => vec![("limit", (*limit).into()), ("found", (*found).into())],
            Self::TooMany { key, limit, found } => vec![
                ("key", (*key).into()),
                ("limit", (*limit).into()),
                ("found", (*found).into()),
            ],
            Self::UnknownKey { key } => vec![("key", key.as_str().into())],
            Self::Missing { key } => vec![("key", (*key).into())],
            Self::Shape { expected } => vec![("expected", (*expected).into())],
            Self::NotInList {
                key,
                found,
                candidates,
            } => vec![
                ("key", (*key).into()),
                ("found", found.as_str().into()),
                ("candidates", candidates.as_slice().into()),
            ],
            Self::Twice { found } => vec![("found", found.as_str().into())],
            Self::OutOfRange { key, min, max } => {
                let number = |number: &u64| i64::try_from(*number).unwrap_or(i64::MAX).into();
                vec![("key", (*key).into()), ("min", number(min)), ("max", number(max))]
            }
            Self::NotCountable(not) => not.facts(),
            Self::OtherType { field, expected } => {
                vec![("field", field.as_str().into()), ("expected", (*expected).into())]
            }
            Self::OneMethod { found } => vec![("found", (*found).into())],
            Self::TablePeople { table } => vec![("table", table.code().into())],
            Self::SourceUnfit { found } => vec![("found", found.code().into())],
            Self::UnitUnfit { unit } => vec![("unit", unit.code().into())],
            Self::KindTwice { kind } => vec![("kind", (*kind).into())],
            Self::NotToml
            | Self::CodeForm
            | Self::OneTime
            | Self::NoTotal
            | Self::UnkindUnfit
            | Self::DistinctKinds
            | Self::MoneyMixed
            | Self::PersonApart => Vec::new(),
        }
    }
}

impl DefinitionFault {
    /// What the rule knows, and the place.
    pub fn facts(&self) -> Vec<(&'static str, Fact)> {
        let mut facts = self.rule.facts();
        facts.extend([("line", self.line.into()), ("column", self.column.into())]);
        facts
    }
}

#[cfg(feature = "text")]
impl DefinitionFault {
    /// Where, in words.
    pub fn place(&self, words: &Words, lang: Lang) -> Option<String> {
        words.sentence(lang, "definition-place", &self.facts())
    }

    /// What happened, in words.
    pub fn sentence(&self, words: &Words, lang: Lang) -> Option<String> {
        words.sentence(lang, &format!("definition-{}", self.rule.code()), &self.facts())
    }

    /// What to do next, in words.
    pub fn advice(&self, words: &Words, lang: Lang) -> Option<String> {
        words.sentence(
            lang,
            &format!("definition-{}-next", self.rule.code()),
            &self.facts(),
        )
    }
}
