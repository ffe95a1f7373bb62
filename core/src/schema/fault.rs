//! Why a text is not a value: a code and the facts, never a sentence.

use thiserror::Error;

use crate::text::Fact;
#[cfg(feature = "text")]
use crate::{
    schema::vocabulary::label_key,
    text::{Lang, Words},
};

/// Why what was written cannot be taken as a value of its field.
///
/// The person who wrote it can act. Sentences are made from [`Self::code`] and [`Self::facts`] by
/// `text::Words` under the key `value-CODE`; `Display` is for logs, and names no content of a cell
/// other than numbers.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ValueError {
    /// Longer than its field allows; in characters for one line, in bytes for a long text or a cell.
    #[error("too long: {found}, at most {limit}")]
    TooLong {
        /// How much its field takes.
        limit: usize,
        /// How much there was.
        found: usize,
    },
    /// A line break or another control character where one line is expected.
    #[error("a control character")]
    ControlCharacter,
    /// Storage holds another shape than the type stores: written by a faulty or foreign program.
    #[error("a {found} is stored where a {expected} belongs")]
    WrongShape {
        /// `text`, `integer` or `flag`.
        expected: &'static str,
        /// `text`, `integer` or `flag`.
        found: &'static str,
    },
    /// Storage holds a value in another form than the one its type writes.
    #[error("not in its stored form")]
    NotCanonical,
    /// Not a number at all.
    #[error("not a number")]
    NotANumber,
    /// A number that could be read in two ways, as `1.234`.
    #[error("a number that can be read in {} ways", candidates.len())]
    AmbiguousNumber {
        /// Both readings, written so that only one is possible.
        candidates: Vec<String>,
    },
    /// More decimals than the field keeps.
    #[error("{found} decimals, at most {limit}")]
    TooPrecise {
        /// How many decimals it keeps.
        limit: usize,
        /// How many there were.
        found: usize,
    },
    /// Outside the bounds of the field.
    #[error("out of range: {min} to {max}")]
    OutOfRange {
        /// The least that is possible.
        min: i64,
        /// The most that is possible.
        max: i64,
    },
    /// An amount in another currency than the one the field is in.
    #[error("an amount in another currency")]
    OtherCurrency {
        /// Its ISO 4217 code.
        found: String,
    },
    /// Not a date.
    #[error("not a date")]
    NotADate,
    /// A date that could be read in several ways, as `03/04/62` or `28.06.62`.
    #[error("a date that can be read in {} ways", candidates.len())]
    AmbiguousDate {
        /// The readings, in ISO 8601.
        candidates: Vec<String>,
    },
    /// A day or month that the calendar does not have, as 30 February.
    #[error("no such day: {year}-{month}-{day}")]
    NoSuchDay {
        /// As written.
        year: i64,
        /// As written.
        month: i64,
        /// As written; 0 if none was.
        day: i64,
    },
    /// Neither yes nor no.
    #[error("neither yes nor no")]
    NotAFlag,
    /// Not the number of a national identity card.
    #[error("not an identity card number")]
    NotACnie,
    /// Not a telephone number.
    #[error("not a telephone number: {found} digits")]
    NotAPhone {
        /// How many digits it has.
        found: usize,
    },
    /// Several telephone numbers where one is expected.
    #[error("{} telephone numbers where one is expected", candidates.len())]
    SeveralPhones {
        /// Each in E.164.
        candidates: Vec<String>,
    },
    /// Not an electronic address.
    #[error("not an electronic address")]
    NotAnEmail,
    /// Not a number of a book.
    #[error("not a number of a series")]
    NotASeries,
    /// Not the id of a record.
    #[error("not a record's id: {found} characters")]
    NotAReference {
        /// How many characters there were; an id has 26.
        found: usize,
    },
    /// Neither a code of the vocabulary nor a label or spelling of one.
    #[error("unknown in vocabulary {vocabulary}")]
    UnknownCode {
        /// The vocabulary's key.
        vocabulary: &'static str,
        /// The codes whose words are near, at most five.
        candidates: Vec<String>,
    },
    /// A word that stands for several codes of the vocabulary.
    #[error("several codes of vocabulary {vocabulary}")]
    AmbiguousCode {
        /// The vocabulary's key.
        vocabulary: &'static str,
        /// Those codes.
        candidates: Vec<String>,
    },
    /// A language, or an element of a set, that its field cannot have.
    #[error("no such part of the field")]
    NoSuchMember {
        /// What stands behind the `/`.
        member: String,
    },
}

impl ValueError {
    /// The code of every error, for tests and documents.
    pub const CODES: [&'static str; 22] = [
        "too_long",
        "control_character",
        "wrong_shape",
        "not_canonical",
        "not_a_number",
        "ambiguous_number",
        "too_precise",
        "out_of_range",
        "other_currency",
        "not_a_date",
        "ambiguous_date",
        "no_such_day",
        "not_a_flag",
        "not_a_cnie",
        "not_a_phone",
        "several_phones",
        "not_an_email",
        "not_a_series",
        "not_a_reference",
        "unknown_code",
        "ambiguous_code",
        "no_such_member",
    ];

    /// Its stable code, as `not_a_date`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLong { .. } => "too_long",
            Self::ControlCharacter => "control_character",
            Self::WrongShape { .. } => "wrong_shape",
            Self::NotCanonical => "not_canonical",
            Self::NotANumber => "not_a_number",
            Self::AmbiguousNumber { .. } => "ambiguous_number",
            Self::TooPrecise { .. } => "too_precise",
            Self::OutOfRange { .. } => "out_of_range",
            Self::OtherCurrency { .. } => "other_currency",
            Self::NotADate => "not_a_date",
            Self::AmbiguousDate { .. } => "ambiguous_date",
            Self::NoSuchDay { .. } => "no_such_day",
            Self::NotAFlag => "not_a_flag",
            Self::NotACnie => "not_a_cnie",
            Self::NotAPhone { .. } => "not_a_phone",
            Self::SeveralPhones { .. } => "several_phones",
            Self::NotAnEmail => "not_an_email",
            Self::NotASeries => "not_a_series",
            Self::NotAReference { .. } => "not_a_reference",
            Self::UnknownCode { .. } => "unknown_code",
            Self::AmbiguousCode { .. } => "ambiguous_code",
            Self::NoSuchMember { .. } => "no_such_member",
        }
    }

    /// What it knows, each fact under the name that a sentence gives it.
    pub fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::TooLong { limit, found } | Self::TooPrecise { limit, found } => {
                vec![("limit", (*limit).into()), ("found", (*found).into())]
            }
            Self::WrongShape { expected, found } => {
                vec![("expected", (*expected).into()), ("found", (*found).into())]
            }
            Self::OutOfRange { min, max } => vec![("min", (*min).into()), ("max", (*max).into())],
            Self::AmbiguousNumber { candidates }
            | Self::AmbiguousDate { candidates }
            | Self::SeveralPhones { candidates } => {
                vec![
                    ("count", candidates.len().into()),
                    ("candidates", candidates.as_slice().into()),
                ]
            }
            Self::OtherCurrency { found } => vec![("found", found.as_str().into())],
            Self::NoSuchDay { year, month, day } => {
                vec![
                    ("year", (*year).into()),
                    ("month", (*month).into()),
                    ("day", (*day).into()),
                ]
            }
            Self::NotAPhone { found } | Self::NotAReference { found } => vec![("found", (*found).into())],
            Self::UnknownCode {
                vocabulary,
                candidates,
            }
            | Self::AmbiguousCode {
                vocabulary,
                candidates,
            } => {
                vec![
                    ("vocabulary", (*vocabulary).into()),
                    ("count", candidates.len().into()),
                    ("candidates", candidates.as_slice().into()),
                ]
            }
            Self::NoSuchMember { member } => vec![("member", member.as_str().into())],
            Self::ControlCharacter
            | Self::NotCanonical
            | Self::NotANumber
            | Self::NotADate
            | Self::NotAFlag
            | Self::NotACnie
            | Self::NotAnEmail
            | Self::NotASeries => Vec::new(),
        }
    }
}

#[cfg(feature = "text")]
impl ValueError {
    /// What happened, in words; candidates of a vocabulary by their labels.
    pub fn sentence(&self, words: &Words, lang: Lang) -> Option<String> {
        let mut facts = self.facts();
        if let Self::UnknownCode {
            vocabulary,
            candidates,
        }
        | Self::AmbiguousCode {
            vocabulary,
            candidates,
        } = self
        {
            let label = |code: &String| {
                words
                    .label(lang, &label_key(vocabulary, code))
                    .unwrap_or(code.clone())
            };
            let labels: Vec<String> = candidates.iter().map(label).collect();
            facts.retain(|(name, _)| *name != "candidates");
            facts.push(("candidates", Fact::List(labels)));
        }
        words.sentence(lang, &format!("value-{}", self.code()), &facts)
    }

    /// What to do next, in words.
    pub fn advice(&self, words: &Words, lang: Lang) -> Option<String> {
        words.sentence(lang, &format!("value-{}-next", self.code()), &self.facts())
    }
}
