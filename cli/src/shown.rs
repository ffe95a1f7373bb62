//! Values as they are shown: to programs by field, to people by label.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};
use tawro_core::id::RecordId;
use tawro_core::schema::{Field, FieldType, Kind, Scalar, Schema, Value};
use tawro_core::text::Lang;
use tawro_core::time::Timestamp;

use crate::output::Output;

/// The cells of a row by field: a set as a list, a multilingual text as an object by language.
///
/// The order is the schema's, so that two prints of one row are the same text.
pub(crate) fn fields(kinds: &[&Kind], cells: &BTreeMap<String, Scalar>) -> Json {
    let mut fields = Map::new();
    for field in kinds.iter().flat_map(|kind| &kind.fields) {
        if let Some(value) = of_field(field, cells) {
            fields.insert(field.key.to_owned(), value);
        }
    }
    let known = |cell: &str| kinds.iter().any(|kind| kind.cell(cell).is_some());
    for (cell, value) in cells
        .iter()
        .filter(|(cell, value)| !value.is_null() && !known(cell))
    {
        // A field of a newer release: kept, and shown as it is.
        fields.insert(cell.clone(), scalar(value));
    }
    Json::Object(fields)
}

fn of_field(field: &Field, cells: &BTreeMap<String, Scalar>) -> Option<Json> {
    let start = format!("{}/", field.key);
    let members = || {
        cells
            .range(start.clone()..)
            .take_while(|(cell, _)| cell.starts_with(&start))
    };
    let member = |cell: &str| cell[start.len()..].to_owned();
    match &field.ty {
        FieldType::Set(_) => {
            let set = members().filter(|(_, value)| **value == Scalar::Flag(true));
            let list: Vec<Json> = set.map(|(cell, _)| Json::String(member(cell))).collect();
            (!list.is_empty()).then_some(Json::Array(list))
        }
        FieldType::Localized => {
            let texts = members().filter(|(_, value)| !value.is_null());
            let by_language: Map<String, Json> =
                texts.map(|(cell, value)| (member(cell), scalar(value))).collect();
            (!by_language.is_empty()).then_some(Json::Object(by_language))
        }
        _ => cells.get(field.key).filter(|value| !value.is_null()).map(scalar),
    }
}

/// A scalar as JSON has it; money is a whole number of centimes.
pub(crate) fn scalar(value: &Scalar) -> Json {
    match value {
        Scalar::Null => Json::Null,
        Scalar::Text(text) => Json::String(text.clone()),
        Scalar::Integer(number) => Json::from(*number),
        Scalar::Flag(flag) => Json::from(*flag),
    }
}

/// What people read of a scalar: labels instead of codes, dirhams instead of centimes.
pub(crate) fn text(output: &Output, schema: &Schema, field: &Field, value: &Scalar) -> String {
    match field.ty.value(value) {
        Ok(Value::Empty) => String::new(),
        Ok(Value::Code(code)) => {
            let vocabulary = field.ty.vocabulary().and_then(|key| schema.vocabulary(key));
            vocabulary.map_or(code.clone(), |vocabulary| output.code(vocabulary, &code))
        }
        Ok(Value::Flag(flag)) => output.sentence(if flag { "yes" } else { "no" }, &[]),
        Ok(Value::Money(money)) => money.to_string(),
        Ok(Value::Date(date)) => date.to_string(),
        Ok(Value::Reference(id)) => RecordId::to_string(&id),
        Ok(Value::Integer(number)) => number.to_string(),
        Ok(
            Value::Text(text)
            | Value::Cnie(text)
            | Value::Phone(text)
            | Value::Email(text)
            | Value::Series(text),
        ) => text,
        // A value of a newer release, or of a faulty one: shown as it stands.
        Err(_) => match value {
            Scalar::Text(text) => text.clone(),
            other => scalar(other).to_string(),
        },
    }
}

/// What people read of a whole field: of several languages the person's own first, of a set all.
pub(crate) fn line(
    output: &Output,
    schema: &Schema,
    field: &Field,
    cells: &BTreeMap<String, Scalar>,
) -> Option<String> {
    let start = format!("{}/", field.key);
    let members = || {
        cells
            .range(start.clone()..)
            .take_while(|(cell, _)| cell.starts_with(&start))
    };
    let joined = |texts: Vec<String>| (!texts.is_empty()).then(|| texts.join(" · "));
    match &field.ty {
        FieldType::Set(element) => {
            let one = Field::new(field.key, (**element).clone());
            let set = members().filter(|(_, value)| **value == Scalar::Flag(true));
            let shown = set.map(|(cell, _)| text(output, schema, &one, &Scalar::from(&cell[start.len()..])));
            joined(shown.collect())
        }
        FieldType::Localized => {
            let mut texts: Vec<_> = members()
                .filter_map(|(cell, value)| Some((cell, value.as_text()?)))
                .collect();
            texts.sort_by_key(|(cell, _)| cell[start.len()..] != *tag(output.lang()));
            joined(texts.into_iter().map(|(_, text)| text.to_owned()).collect())
        }
        _ => {
            let value = cells.get(field.key).filter(|value| !value.is_null())?;
            Some(text(output, schema, field, value))
        }
    }
}

/// What people call a cell, with the word they type for it.
pub(crate) fn cell_label(output: &Output, kinds: &[&Kind], cell: &str) -> String {
    let found = kinds.iter().find_map(|kind| Some((kind, kind.cell(cell)?.0)));
    match found {
        Some((kind, field)) => format!("{} ({cell})", output.field(kind, field.key)),
        None => cell.to_owned(),
    }
}

/// A moment as people read it; nothing if it is not known.
pub(crate) fn moment(at: Timestamp) -> String {
    let text = at.to_string();
    match (text.get(..10), text.get(11..16)) {
        (Some(day), Some(time)) => format!("{day} {time} UTC"),
        _ => String::new(),
    }
}

/// The language under which a reader's texts are kept: names in Latin letters stand under `fr`.
fn tag(lang: Lang) -> &'static str {
    if lang == Lang::Ar { "ar" } else { "fr" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_short_and_an_unknown_one_is_nothing() {
        assert_eq!(moment(Timestamp(1_795_462_200)), "2026-11-23 19:30 UTC");
        assert_eq!(moment(Timestamp::UNKNOWN), "");
    }

    #[test]
    fn programs_get_lists_and_languages_and_what_a_newer_release_wrote() {
        let schema = Schema::builtin();
        let person = schema.kind("person").unwrap();
        let cells = BTreeMap::from([
            ("given_name/ar".to_owned(), Scalar::from("خديجة")),
            ("given_name/fr".to_owned(), Scalar::from("Khadija")),
            ("phone".to_owned(), Scalar::from("+212661234567")),
            ("phones/+212661234567".to_owned(), Scalar::from(true)),
            ("phones/+212677000000".to_owned(), Scalar::from(false)),
            ("cnie".to_owned(), Scalar::Null),
            ("shoe_size".to_owned(), Scalar::from(44)),
        ]);
        let expected = serde_json::json!({
            "given_name": {"ar": "خديجة", "fr": "Khadija"},
            "phone": "+212661234567",
            "phones": ["+212661234567"],
            "shoe_size": 44,
        });
        assert_eq!(fields(&[person], &cells), expected);
    }
}
