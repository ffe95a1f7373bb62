//! `tawro record kinds`: which kinds there are, their fields, and what each accepts.

use serde_json::{Value as Json, json};
use tawro_core::schema::{Field, FieldType, Schema};
use tawro_node::import::{Part, Profile};

use crate::failure::Failure;
use crate::output::Output;
use crate::session::Session;

/// Lists all kinds and registers, or one with its fields.
pub(crate) fn run(session: &Session, asked: Option<&str>) -> Result<(), Failure> {
    let output = &session.output;
    session.open_unasked();
    let schema = session.schema();
    let mut names = names(schema);
    if let Some(asked) = asked {
        profile(session, asked)?;
        names.retain(|name| *name == asked);
    }
    let profiles: Vec<Profile<'_>> = names
        .iter()
        .filter_map(|name| Profile::of(schema, name))
        .collect();
    let value: Vec<Json> = profiles
        .iter()
        .map(|profile| kind_json(session, profile))
        .collect();
    let row_of = |(part, field): (Part, &Field), profile: &Profile<'_>| {
        let required = if field.required {
            output.sentence("yes", &[])
        } else {
            String::new()
        };
        let label = output.field(profile.kind(part), field.key);
        vec![field.key.to_owned(), label, accepts(session, field), required]
    };
    if asked.is_some() {
        let rows: Vec<Vec<String>> = profiles
            .iter()
            .flat_map(|profile| profile.fields().map(|field| row_of(field, profile)))
            .collect();
        let heads = ["head-field", "head-label", "head-type", "head-required"];
        output.table(&value, &heads.map(|key| output.sentence(key, &[])), &rows);
        if !output.json() {
            profiles.iter().for_each(|profile| vocabularies(session, profile));
        }
    } else {
        let rows: Vec<Vec<String>> = profiles
            .iter()
            .map(|profile| {
                let fields: Vec<&str> = profile.fields().map(|(_, field)| field.key).collect();
                vec![profile.key.to_owned(), label(session, profile), fields.join(" ")]
            })
            .collect();
        let heads = ["head-kind", "head-label", "head-fields"].map(|key| output.sentence(key, &[]));
        output.table(&value, &heads, &rows);
    }
    Ok(())
}

/// The words by which records are asked for: kinds and registers.
fn names(schema: &Schema) -> Vec<&'static str> {
    let registers = schema
        .kinds()
        .filter_map(|kind| kind.register)
        .map(|register| register.key);
    let mut names: Vec<&str> = registers.chain(schema.kinds().map(|kind| kind.key)).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The same with what people call each, for somebody who has to choose one.
pub(crate) fn choices(schema: &Schema, output: &Output) -> Vec<String> {
    let row = |name: &str| vec![name.to_owned(), output.label(name)];
    let rows: Vec<Vec<String>> = names(schema).into_iter().map(row).collect();
    Output::choices(&rows)
}

/// The words that fields of a kind accept, each with what it means.
fn vocabularies(session: &Session, profile: &Profile<'_>) {
    let output = &session.output;
    for (part, field) in profile.fields() {
        let Some(words) = field
            .ty
            .vocabulary()
            .and_then(|key| session.schema().vocabulary(key))
        else {
            continue;
        };
        let label = output.field(profile.kind(part), field.key);
        let heads = [field.key.to_owned(), label];
        let row = |code: &&str| vec![(*code).to_owned(), output.code(words, code)];
        let rows: Vec<Vec<String>> = words.codes().iter().map(row).collect();
        // A line between two lists.
        output.table(&(), &[String::new()], &[]);
        output.table(&(), &heads, &rows);
    }
}

fn kind_json(session: &Session, profile: &Profile<'_>) -> Json {
    let fields: Vec<Json> = profile
        .fields()
        .map(|(part, field)| {
            let kind = profile.kind(part);
            let codes = field.ty.vocabulary().and_then(|key| session.schema().vocabulary(key));
            let codes: Option<Vec<&str>> = codes.map(|vocabulary| vocabulary.codes().to_vec());
            json!({
                "field": field.key, "kind": kind.key, "label": session.output.field(kind, field.key),
                "type": type_name(&field.ty), "required": field.required, "unique": field.unique, "codes": codes,
                "refers_to": field.ty.refers_to(),
            })
        })
        .collect();
    json!({
        "kind": profile.key, "label": label(session, profile), "fields": fields,
        "register": profile.party.is_some(),
    })
}

/// The kind or register of a name.
pub(crate) fn profile<'s>(session: &'s Session, name: &'s str) -> Result<Profile<'s>, Failure> {
    let unknown = || {
        let choices = choices(session.schema(), &session.output);
        Failure::new("unknown_kind", vec![("kind", name.into())]).with_choices(choices)
    };
    Profile::of(session.schema(), name).ok_or_else(unknown)
}

fn label(session: &Session, profile: &Profile<'_>) -> String {
    session.output.label(profile.key)
}

fn accepts(session: &Session, field: &Field) -> String {
    let label = session.output.label(&format!("type-{}", type_name(&field.ty)));
    match field
        .ty
        .vocabulary()
        .and_then(|key| session.schema().vocabulary(key))
    {
        Some(vocabulary) => {
            let codes: Vec<&str> = vocabulary.codes().iter().take(8).copied().collect();
            format!("{label}: {}", codes.join(" "))
        }
        None => label,
    }
}

fn type_name(ty: &FieldType) -> &'static str {
    match ty {
        FieldType::Text => "text",
        FieldType::Note => "note",
        FieldType::Localized => "localized",
        FieldType::Integer => "integer",
        FieldType::Points => "points",
        FieldType::Money => "money",
        FieldType::Date => "date",
        FieldType::Flag => "flag",
        FieldType::Cnie => "card",
        FieldType::Phone => "telephone",
        FieldType::Email => "mail",
        FieldType::Series => "series",
        FieldType::Code(_) => "code",
        FieldType::Reference(_) => "reference",
        FieldType::Set(_) => "set",
    }
}
