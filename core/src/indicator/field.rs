//! A field that may be counted by: only a schema grants one, and never of what says who somebody is.

use std::fmt;

use thiserror::Error;

use crate::schema::{ANY, Field, FieldType, Kind, Schema, Sensitivity, key};
use crate::text::Fact;

/// What a field holds that may be counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// A code of this vocabulary.
    Code(&'static str),
    /// Yes or no.
    Flag,
    /// A date, as precise as it is known.
    Date,
    /// A whole number that may be added up.
    Number,
    /// Centimes that may be added up.
    Money,
    /// A record of this kind.
    Reference(&'static str),
}

/// From one record to the one that it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step {
    /// The field that names it.
    pub field: &'static str,
    /// The kind that is reached.
    pub to: &'static str,
}

/// A field, of a record or of one that it names, by which an indicator may count.
///
/// There is no other way to one than [`Self::grant`]: a definition that holds one cannot name free text, an
/// identifier or a sensitive field, whoever wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    steps: Vec<Step>,
    field: &'static str,
    holds: Holds,
}

/// Records lead so far at most from the one that is counted.
pub const STEPS_MAX: usize = 2;

impl Counted {
    /// The field that a path names from a kind on, as `state` or `activity.starts_on`, if it may be counted by.
    ///
    /// Codes, flags and dates may, and references to be told apart by; of what is about one person only what is
    /// marked as a dimension; of numbers and amounts only what is marked as summed. A place is nothing to count
    /// by: the table plan has none smaller than the province.
    pub fn grant(schema: &Schema, kind: &str, path: &str) -> Result<Self, NotCountable> {
        let mut kind = counted_kind(schema, kind)?;
        let mut parts = path.split('.').peekable();
        let mut steps = Vec::new();
        loop {
            let name = parts.next().unwrap_or_default();
            let field = kind.field(name).ok_or_else(|| NotCountable::UnknownField {
                kind: kind.key,
                field: name.chars().take(NAME_CHARS_MAX).collect(),
            })?;
            let why = |unfit| NotCountable::Unfit {
                kind: kind.key,
                field: field.key,
                unfit,
            };
            let holds = holds(field).map_err(why)?;
            if parts.peek().is_none() {
                if let Holds::Reference(to) = holds {
                    counted_kind(schema, to)?;
                }
                return Ok(Self {
                    steps,
                    field: field.key,
                    holds,
                });
            }
            let Holds::Reference(to) = holds else {
                return Err(why(Unfit::LeadsNowhere));
            };
            if steps.len() == STEPS_MAX {
                return Err(why(Unfit::TooFar));
            }
            kind = counted_kind(schema, to)?;
            steps.push(Step {
                field: field.key,
                to: kind.key,
            });
        }
    }

    /// The records on the way to the one that has the field; none if it is the counted one.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Its key.
    pub fn field(&self) -> &'static str {
        self.field
    }

    /// What it holds.
    pub fn holds(&self) -> Holds {
        self.holds
    }
}

/// As a definition names it: `activity.starts_on`.
impl fmt::Display for Counted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for step in &self.steps {
            write!(f, "{}.", step.field)?;
        }
        f.write_str(self.field)
    }
}

/// A kind of which records may be counted: one that the schema has, and that holds nothing sensitive, since
/// that there is such a record says as much as what stands in it.
pub(super) fn counted_kind<'s>(schema: &'s Schema, kind: &str) -> Result<&'s Kind, NotCountable> {
    let known = schema.kind(kind).ok_or_else(|| NotCountable::UnknownKind {
        kind: kind.chars().take(NAME_CHARS_MAX).collect(),
    })?;
    match known.is_sensitive() {
        true => Err(NotCountable::SensitiveKind { kind: known.key }),
        false => Ok(known),
    }
}

fn holds(field: &Field) -> Result<Holds, Unfit> {
    if field.sensitivity == Sensitivity::Sensitive {
        return Err(Unfit::Sensitive);
    }
    if field.own.is_some() {
        return Err(Unfit::Own);
    }
    let holds = match field.ty {
        FieldType::Text | FieldType::Note | FieldType::Localized => return Err(Unfit::FreeText),
        FieldType::Cnie | FieldType::Phone | FieldType::Email | FieldType::Series => {
            return Err(Unfit::Identifier);
        }
        FieldType::Set(_) => return Err(Unfit::Several),
        FieldType::Reference(ANY) => return Err(Unfit::LeadsNowhere),
        FieldType::Code(key::COMMUNE) => return Err(Unfit::Place),
        FieldType::Integer | FieldType::Points | FieldType::Money if !field.summed => {
            return Err(Unfit::NotSummed);
        }
        FieldType::Integer | FieldType::Points => Holds::Number,
        FieldType::Money => Holds::Money,
        FieldType::Code(vocabulary) => Holds::Code(vocabulary),
        FieldType::Flag => Holds::Flag,
        FieldType::Date => Holds::Date,
        FieldType::Reference(kind) => Holds::Reference(kind),
    };
    match field.sensitivity == Sensitivity::Personal && !field.dimension {
        true => Err(Unfit::Personal),
        false => Ok(holds),
    }
}

/// What a definition says is repeated up to here.
const NAME_CHARS_MAX: usize = 64;

/// Why something may not be counted by.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NotCountable {
    /// The schema has no such kind.
    #[error("no kind {kind}")]
    UnknownKind {
        /// As written.
        kind: String,
    },
    /// All that stands in its records is the law's own concern (law 09-08, article 1, 3).
    #[error("{kind} is sensitive")]
    SensitiveKind {
        /// Which.
        kind: &'static str,
    },
    /// The kind has no such field.
    #[error("{kind} has no field {field}")]
    UnknownField {
        /// The kind.
        kind: &'static str,
        /// As written.
        field: String,
    },
    /// The field is not one to count by.
    #[error("{kind}.{field}: {}", unfit.code())]
    Unfit {
        /// The kind.
        kind: &'static str,
        /// The field.
        field: &'static str,
        /// Why.
        unfit: Unfit,
    },
}

/// Why a field may not be counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unfit {
    /// People write in it what they like.
    FreeText,
    /// It tells one from all others: a card's number, a telephone, an address, a number of a book.
    Identifier,
    /// Of the law's own concern (law 09-08, article 1, 3).
    Sensitive,
    /// About one person, and not marked as a dimension.
    Personal,
    /// An association added it: it means nothing elsewhere.
    Own,
    /// It holds several values.
    Several,
    /// It says where; no table is by a place smaller than the province.
    Place,
    /// A number that is not marked to be added up.
    NotSummed,
    /// A path goes on behind it, and it names no record, or one of any kind.
    LeadsNowhere,
    /// More than [`STEPS_MAX`] records away.
    TooFar,
}

impl Unfit {
    /// All of them, for tests and documents.
    pub const ALL: [Self; 10] = [
        Self::FreeText,
        Self::Identifier,
        Self::Sensitive,
        Self::Personal,
        Self::Own,
        Self::Several,
        Self::Place,
        Self::NotSummed,
        Self::LeadsNowhere,
        Self::TooFar,
    ];

    /// Its stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::FreeText => "free_text",
            Self::Identifier => "identifier",
            Self::Sensitive => "sensitive",
            Self::Personal => "personal",
            Self::Own => "own_field",
            Self::Several => "several",
            Self::Place => "place_field",
            Self::NotSummed => "not_summed",
            Self::LeadsNowhere => "leads_nowhere",
            Self::TooFar => "too_far",
        }
    }
}

impl NotCountable {
    /// Its stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownKind { .. } => "unknown_kind",
            Self::SensitiveKind { .. } => "sensitive_kind",
            Self::UnknownField { .. } => "unknown_field",
            Self::Unfit { unfit, .. } => unfit.code(),
        }
    }

    /// What it knows, each fact under the name that a sentence gives it.
    pub fn facts(&self) -> Vec<(&'static str, Fact)> {
        match self {
            Self::UnknownKind { kind } => vec![("kind", kind.as_str().into())],
            Self::SensitiveKind { kind } => vec![("kind", (*kind).into())],
            Self::UnknownField { kind, field } => {
                vec![("kind", (*kind).into()), ("field", field.as_str().into())]
            }
            Self::Unfit { kind, field, .. } => vec![("kind", (*kind).into()), ("field", (*field).into())],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grant(kind: &str, path: &str) -> Result<Counted, NotCountable> {
        Counted::grant(&Schema::builtin(), kind, path)
    }

    #[test]
    fn what_is_coded_dated_or_marked_is_granted_with_the_way_to_it() {
        let check = |kind: &str, path: &str, holds: Holds, steps: usize| {
            let counted = grant(kind, path).unwrap();
            assert_eq!((counted.holds(), counted.steps().len()), (holds, steps), "{path}");
            assert_eq!(counted.to_string(), path);
        };
        check("activity", "state", Holds::Code("activity_state"), 0);
        check("attendance", "present", Holds::Flag, 0);
        check("attendance", "people", Holds::Number, 0);
        check("payment", "amount", Holds::Money, 0);
        check("attendance", "activity.starts_on", Holds::Date, 1);
        check("service", "enrolment.person", Holds::Reference("person"), 1);
        check("service", "enrolment.person.sex", Holds::Code("sex"), 2);
        check("person", "birth_date", Holds::Date, 0);
    }

    #[test]
    fn whatever_says_who_somebody_is_is_refused_with_the_reason() {
        let check = |kind: &str, path: &str, code: &str| {
            assert_eq!(grant(kind, path).unwrap_err().code(), code, "{kind} {path}");
        };
        check("person", "given_name", "free_text");
        check("activity", "title", "free_text");
        check("activity", "note", "free_text");
        check("person", "cnie", "identifier");
        check("person", "phone", "identifier");
        check("payment", "receipt_no", "identifier");
        check("person", "nationality", "personal");
        check("enrolment", "person.household", "personal");
        check("person", "commune", "place_field");
        check("association", "commune", "place_field");
        check("association", "domains", "several");
        check("membership", "dues_amount", "not_summed");
        check("functioning", "person", "sensitive_kind");
        check("attachment", "about", "leads_nowhere");
        check("activity", "state.of", "leads_nowhere");
        check("activity", "", "unknown_field");
        check("activity", "of_project.", "unknown_field");
        check("meeting", "held_on", "unknown_kind");
        check("service", "enrolment.of_project.funder.org_type", "too_far");
    }

    /// Over everything that is declared: nothing passes by a type that was forgotten.
    #[test]
    fn no_text_no_identifier_and_nothing_sensitive_is_ever_granted() {
        let schema = Schema::builtin();
        let mut granted = 0;
        for kind in schema.kinds() {
            for field in &kind.fields {
                let Ok(counted) = Counted::grant(&schema, kind.key, field.key) else {
                    continue;
                };
                granted += 1;
                let written = matches!(
                    field.ty,
                    FieldType::Text
                        | FieldType::Note
                        | FieldType::Localized
                        | FieldType::Cnie
                        | FieldType::Phone
                        | FieldType::Email
                        | FieldType::Series
                        | FieldType::Set(_)
                );
                assert!(!written, "{} {counted}", kind.key);
                assert!(field.sensitivity != Sensitivity::Sensitive && !kind.is_sensitive());
                assert!(field.sensitivity != Sensitivity::Personal || field.dimension);
            }
        }
        assert!(granted > 50, "{granted}");
    }

    #[test]
    fn a_field_of_an_associations_own_is_refused() {
        use crate::id::RecordId;
        use crate::schema::own::{self, Declared};
        let cells = [
            ("label/fr", "Couleur"),
            (own::APPLIES_TO, "activity"),
            (own::TYPE, "flag"),
        ];
        let record = Declared {
            kind: own::FIELD.to_owned(),
            id: RecordId([7; 16]),
            cells: cells.map(|(cell, text)| (cell.to_owned(), text.into())).into(),
        };
        let schema = own::extend(&Schema::builtin(), &[record]).schema;
        let key = own::key_of(RecordId([7; 16]));
        let refused = Counted::grant(&schema, "activity", &key).unwrap_err();
        assert_eq!(refused.code(), "own_field");
    }
}
