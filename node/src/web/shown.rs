//! Values as a page shows them: labels for codes, names for references, numbers that keep their order.

use std::collections::BTreeMap;

use tawro_core::id::RecordId;
use tawro_core::schema::{Field, FieldType, Kind, Scalar, Schema, Value, Vocabulary};
use tawro_core::text::{Lang, in_order, titled};
use tawro_pages::Speech;

/// One choice of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Choice {
    pub(crate) code: String,
    pub(crate) label: String,
    pub(crate) is_chosen: bool,
}

/// The codes of a vocabulary by their labels; a code of a newer release that stands there is kept.
pub(crate) fn choices(vocabulary: &Vocabulary, speech: &Speech, chosen: &[&str]) -> Vec<Choice> {
    let known = vocabulary.codes().iter().copied();
    let others = chosen
        .iter()
        .copied()
        .filter(|code| !code.is_empty() && !vocabulary.contains(code));
    known
        .chain(others)
        .map(|code| Choice {
            code: code.to_owned(),
            label: code_label(vocabulary, speech, code),
            is_chosen: chosen.contains(&code),
        })
        .collect()
}

fn code_label(vocabulary: &Vocabulary, speech: &Speech, code: &str) -> String {
    let label = vocabulary.label(code, speech.words(), speech.lang());
    label.unwrap_or_else(|| code.to_owned())
}

/// A piece of what stands in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) text: String,
    /// It is read from left to right, whatever stands around it.
    pub(crate) ltr: bool,
    /// Where it leads.
    pub(crate) link: Option<String>,
}

impl Piece {
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ltr: false,
            link: None,
        }
    }

    fn ltr(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ltr: true,
            link: None,
        }
    }
}

/// What is needed to show a value.
pub(crate) struct Showing<'a> {
    pub(crate) schema: &'a Schema,
    pub(crate) speech: &'a Speech,
    /// What people call a record.
    pub(crate) title: &'a mut dyn FnMut(RecordId) -> Option<String>,
}

impl Showing<'_> {
    /// What a person reads of a field; nothing if nothing stands there.
    pub(crate) fn field(&mut self, field: &Field, cells: &BTreeMap<String, Scalar>) -> Vec<Piece> {
        let start = format!("{}/", field.key);
        let members = || {
            cells
                .range(start.clone()..)
                .take_while(|(cell, _)| cell.starts_with(&start))
        };
        match &field.ty {
            FieldType::Set(element) => {
                let one = Field::new(field.key, (**element).clone());
                let set = members().filter(|(_, value)| **value == Scalar::Flag(true));
                set.map(|(cell, _)| self.value(&one, &Scalar::from(&cell[start.len()..])))
                    .collect()
            }
            FieldType::Localized => {
                let own = match self.speech.lang() {
                    Lang::Ar => "ar",
                    // Names in Latin letters stand under `fr`.
                    Lang::Fr | Lang::En => "fr",
                };
                let mut texts: Vec<_> = members()
                    .filter_map(|(cell, value)| Some((&cell[start.len()..], value.as_text()?)))
                    .collect();
                texts.sort_by_key(|(language, _)| *language != own);
                texts.into_iter().map(|(_, text)| Piece::plain(text)).collect()
            }
            _ => match cells.get(field.key).filter(|value| !value.is_null()) {
                Some(value) => vec![self.value(field, value)],
                None => Vec::new(),
            },
        }
    }

    /// What a person reads of one cell's value.
    pub(crate) fn value(&mut self, field: &Field, value: &Scalar) -> Piece {
        let speech = self.speech;
        match field.ty.value(value) {
            Ok(Value::Empty) => Piece::plain(speech.say("value-nothing")),
            Ok(Value::Code(code)) => {
                let vocabulary = field.ty.vocabulary().and_then(|key| self.schema.vocabulary(key));
                Piece::plain(match vocabulary {
                    Some(vocabulary) => code_label(vocabulary, speech, &code),
                    None => code,
                })
            }
            Ok(Value::Flag(flag)) => Piece::plain(speech.say(if flag { "page-yes" } else { "page-no" })),
            Ok(Value::Money(money)) => {
                // The amount keeps its order by itself; the currency stands where its language puts it.
                let amount = tawro_core::text::isolate(&speech.amount(money.0));
                Piece::plain(speech.with("value-money", "amount", &amount))
            }
            Ok(Value::Date(date)) => Piece::ltr(speech.date(&date.to_string())),
            Ok(Value::Phone(phone)) => Piece::ltr(speech.phone(&phone)),
            Ok(Value::Integer(number)) => Piece::ltr(speech.number(number)),
            Ok(Value::Reference(id)) => Piece {
                text: called(&(self.title)(id).unwrap_or_default(), speech),
                ltr: false,
                link: Some(format!("/id/{id}")),
            },
            Ok(Value::Text(text)) => Piece::plain(in_order(&text)),
            Ok(Value::Cnie(text) | Value::Email(text) | Value::Series(text)) => Piece::ltr(text),
            // A value of a newer release, or of a faulty one: shown as it stands.
            Err(_) => Piece::plain(match value {
                Scalar::Text(text) => text.clone(),
                Scalar::Integer(number) => number.to_string(),
                Scalar::Flag(flag) => flag.to_string(),
                Scalar::Null => String::new(),
            }),
        }
    }
}

/// What people call a record by its title, which may be empty.
pub(crate) fn called(title: &str, speech: &Speech) -> String {
    match title.trim() {
        "" => speech.say("value-unnamed"),
        // A number before a name stays before it.
        title => titled(title),
    }
}

/// What people call a field.
pub(crate) fn label(kind: &Kind, field: &Field, speech: &Speech) -> String {
    let label = kind.label(field.key, speech.words(), speech.lang());
    label.unwrap_or_else(|| field.key.to_owned())
}
