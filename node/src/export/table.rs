//! What stands in each cell of an export, before it is written in any format.

use tawro_core::id::RecordId;
use tawro_core::record::Row;
use tawro_core::schema::{Date, Field, FieldType, Precision, Scalar};
use tawro_core::text::{Lang, Words};

use crate::export::{Line, Request};
use crate::import::headings::{self, Content, Heading};
use crate::import::{Part, Profile, Target};

/// A sheet, ready to be written.
pub(super) struct Table<'a> {
    profile: &'a Profile<'a>,
    words: &'a Words,
    lang: Lang,
    name_of: &'a dyn Fn(RecordId) -> Option<String>,
    lines: &'a [Line],
    /// The columns in which something stands.
    pub(super) headings: Vec<Heading>,
}

/// One cell as a person sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shown {
    /// Nothing.
    Empty,
    /// Letters.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// An amount, in centimes.
    Centimes(i64),
    /// A date of which the day is known.
    Day(Date),
}

impl<'a> Table<'a> {
    pub(super) fn new(
        profile: &'a Profile<'a>,
        request: &Request<'a>,
        words: &'a Words,
        lines: &'a [Line],
    ) -> Self {
        let mut table = Self {
            profile,
            words,
            lang: request.lang,
            name_of: request.name_of,
            lines,
            headings: headings::all(profile, words, request.lang),
        };
        let headings = std::mem::take(&mut table.headings);
        let is_asked = |heading: &Heading| {
            let field = heading.content.target().field(profile);
            !field.is_some_and(Field::is_retired)
        };
        let used = |heading: &Heading| match lines.is_empty() {
            true => is_asked(heading),
            false => lines.iter().any(|line| table.holds(heading, line)),
        };
        table.headings = headings.into_iter().filter(used).collect();
        table
    }

    /// The name of the sheet: the kind's in the plural.
    pub(super) fn title(&self) -> String {
        let plural = self
            .words
            .label(self.lang, &format!("{}-plural", self.profile.role.key));
        plural.unwrap_or_else(|| self.profile.key.to_owned())
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = (RecordId, Vec<Shown>)> {
        self.lines.iter().map(|line| {
            (
                line.role.id,
                self.headings
                    .iter()
                    .map(|heading| self.shown(heading.content, line))
                    .collect(),
            )
        })
    }

    fn holds(&self, heading: &Heading, line: &Line) -> bool {
        match heading.content {
            Content::NameOf(part, field) => has_field(row(line, part), field),
            Content::Read(Target::Field {
                part,
                field,
                language,
            }) => {
                let row = row(line, part);
                match language {
                    Some(language) => {
                        row.is_some_and(|row| row.cells.contains_key(&format!("{field}/{language}")))
                    }
                    None => has_field(row, field),
                }
            }
            Content::Read(_) => true,
        }
    }

    fn shown(&self, content: Content, line: &Line) -> Shown {
        match content {
            Content::Read(Target::Id) => Shown::Text(line.role.id.to_string()),
            Content::Read(Target::PartyId) => line
                .party
                .as_ref()
                .map_or(Shown::Empty, |party| Shown::Text(party.id.to_string())),
            Content::NameOf(part, field) => self.names(row(line, part), field),
            Content::Read(Target::Field {
                part,
                field,
                language,
            }) => {
                let declared = self.profile.kind(part).field(field);
                match (row(line, part), declared) {
                    (Some(row), Some(declared)) => self.value(row, declared, language),
                    _ => Shown::Empty,
                }
            }
            Content::Read(_) => Shown::Empty,
        }
    }

    fn value(&self, row: &Row, field: &Field, language: Option<&str>) -> Shown {
        if let FieldType::Set(element) = &field.ty {
            return self.set(row, field, element);
        }
        let cell = match language {
            Some(language) => row.cells.get(&format!("{}/{language}", field.key)),
            None => row.cells.get(field.key),
        };
        match (&field.ty, cell) {
            (_, None) => Shown::Empty,
            (FieldType::Integer | FieldType::Points, Some(Scalar::Integer(number))) => Shown::Whole(*number),
            (FieldType::Money, Some(Scalar::Integer(centimes))) => Shown::Centimes(*centimes),
            (FieldType::Date, Some(Scalar::Text(date))) => match Date::from_iso(date) {
                Ok(day) if day.precision() == Precision::Day => Shown::Day(day),
                _ => Shown::Text(date.clone()),
            },
            (ty, Some(value)) => text(self.text(ty, value)),
        }
    }

    /// The elements of a set in words, or as they are stored if the words do not come apart again: a
    /// label may itself have a comma.
    fn set(&self, row: &Row, field: &Field, element: &FieldType) -> Shown {
        let elements: Vec<Scalar> = members(row, field.key).map(Scalar::from).collect();
        let joined =
            |write: &dyn Fn(&Scalar) -> String| elements.iter().map(write).collect::<Vec<_>>().join(" ; ");
        let words = joined(&|value| self.text(element, value));
        match field.ty.parse_set(self.profile.schema, &words) {
            Ok(read) if read == elements => text(words),
            _ => text(joined(&|value| element.write(value))),
        }
    }

    /// A value in words that an import reads as the same value.
    fn text(&self, ty: &FieldType, value: &Scalar) -> String {
        let words = match (ty, value) {
            (FieldType::Flag, Scalar::Flag(flag)) => self
                .words
                .label(self.lang, if *flag { "export-yes" } else { "export-no" }),
            (FieldType::Code(vocabulary), Scalar::Text(code)) => {
                let vocabulary = self.profile.schema.vocabulary(vocabulary);
                vocabulary.and_then(|vocabulary| vocabulary.label(code, self.words, self.lang))
            }
            _ => None,
        };
        let reads_back = |words: &String| ty.parse(self.profile.schema, words).as_ref() == Ok(value);
        words.filter(reads_back).unwrap_or_else(|| ty.write(value))
    }

    fn names(&self, row: Option<&Row>, field: &str) -> Shown {
        let Some(row) = row else { return Shown::Empty };
        let one = row.cells.get(field).and_then(Scalar::as_text);
        let ids = one
            .into_iter()
            .chain(members(row, field))
            .filter_map(|id| id.parse().ok());
        let names: Vec<String> = ids.filter_map(|id| (self.name_of)(id)).collect();
        text(names.join(" ; "))
    }
}

fn text(text: String) -> Shown {
    if text.is_empty() {
        Shown::Empty
    } else {
        Shown::Text(text)
    }
}

fn row(line: &Line, part: Part) -> Option<&Row> {
    match part {
        Part::Role => Some(&line.role),
        Part::Party => line.party.as_ref(),
    }
}

/// The elements of a set.
fn members<'r>(row: &'r Row, field: &str) -> impl Iterator<Item = &'r str> {
    let prefix = format!("{field}/");
    let set = row.cells.range(prefix.clone()..).take_while({
        let prefix = prefix.clone();
        move |(path, _)| path.starts_with(&prefix)
    });
    set.filter(|(_, value)| **value == Scalar::Flag(true))
        .map(move |(path, _)| &path[prefix.len()..])
}

fn has_field(row: Option<&Row>, field: &str) -> bool {
    row.is_some_and(|row| row.cells.contains_key(field) || members(row, field).next().is_some())
}
