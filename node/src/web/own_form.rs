//! What is typed about the association's own fields: read, or refused beside the box that is wrong.

use tawro_core::command::Command;
use tawro_core::id::RecordId;
use tawro_core::schema::{Kind, Scalar, Schema, own};
use tawro_core::text::{Words, fold};
use tawro_pages::Fields;

use crate::own::{Names, NewField, OwnRecord};
use crate::web::edit::heads;
use crate::web::trouble::Trouble;

/// Beside which box what is wrong is said, and its code.
pub(super) type Refused = (String, &'static str);

/// What a form changes of a field that is there.
pub(super) struct Changes {
    /// What is written of it and of its choices, each at the state that was seen.
    pub(super) commands: Vec<Command>,
    /// Choices that are new.
    pub(super) more: Vec<Names>,
}

/// The box of a name of a field or choice that is there.
pub(super) fn name_box(id: RecordId) -> String {
    format!("ar.{id}")
}

/// The box of more choices of a field that is there.
pub(super) fn more_box(field: RecordId) -> String {
    format!("more.{field}")
}

/// Reads the form of a new field.
pub(super) fn read_new(form: &Fields, schema: &Schema, words: &Words) -> Result<NewField, Refused> {
    let at = |name: &'static str| move |code| (name.to_owned(), code);
    let names = names_in(form.text("ar"), form.text("fr")).map_err(at("ar"))?;
    let kind = schema.kind(form.text("kind")).filter(|kind| own::is_open(kind));
    let kind = kind.ok_or("needed").map_err(at("kind"))?;
    if is_taken(schema, kind, &names, None, words) {
        return Err(at("ar")("own_same_name"));
    }
    let types = schema.vocabulary(own::TYPES);
    let ty = form.text("type");
    if !types.is_some_and(|types| types.contains(ty)) {
        return Err(at("type")("needed"));
    }
    let choices = choices_in(form.text("choices"), 0).map_err(at("choices"))?;
    match (ty == own::TYPE_CHOICE, choices.is_empty()) {
        (true, true) => Err(at("choices")("own_no_choices")),
        (false, false) => Err(at("type")("own_no_list")),
        _ => Ok(NewField {
            names,
            kind: kind.key.to_owned(),
            ty: ty.to_owned(),
            personal: form.maybe("personal").is_some(),
            choices,
        }),
    }
}

/// Reads the form of a field that is there.
pub(super) fn read_changes(
    form: &Fields,
    field: &OwnRecord,
    schema: &Schema,
    words: &Words,
) -> Result<Result<Changes, Refused>, Trouble> {
    let mut commands = Vec::new();
    let mut used = Vec::new();
    for one in std::iter::once(field).chain(&field.choices) {
        let text = |name: &str| form.text(&format!("{name}.{}", one.id));
        let Some(base) = form.maybe(&format!("base.{}", one.id)) else {
            continue;
        };
        let names = match names_in(text("ar"), text("fr")) {
            Ok(names) => names,
            Err(code) => return Ok(Err((name_box(one.id), code))),
        };
        let is_off = form.maybe(&format!("off.{}", one.id)).is_some();
        let mut written = cells_of(&names);
        if one.id != field.id {
            if is_off != one.is(own::RETIRED) {
                written.push((own::RETIRED.to_owned(), is_off.into()));
            }
            if !is_off && used.iter().any(|other| are_alike(other, &names)) {
                return Ok(Err((name_box(one.id), "own_same_choice")));
            }
            used.extend((!is_off).then_some(names));
        } else if let Some(kind) = schema.kind(field.text(own::APPLIES_TO))
            && is_taken(schema, kind, &names, Some(field.id), words)
        {
            return Ok(Err((name_box(one.id), "own_same_name")));
        }
        commands.push(Command::Set {
            id: one.id,
            base: heads(base)?,
            cells: written,
        });
    }
    let at = more_box(field.id);
    if used.len() > own::CHOICES_MAX {
        return Ok(Err((at, "own_many_choices")));
    }
    Ok(match choices_in(form.text(&at), used.len()) {
        Ok(more)
            if more
                .iter()
                .any(|one| used.iter().any(|other| are_alike(one, other))) =>
        {
            Err((at, "own_same_choice"))
        }
        Ok(more) => Ok(Changes { commands, more }),
        Err(code) => Err((at, code)),
    })
}

/// A name that is not written clears the one that was.
fn cells_of(names: &Names) -> Vec<(String, Scalar)> {
    let cells = names.iter().map(|(language, name)| {
        let value = match name.is_empty() {
            true => Scalar::Null,
            false => name.as_str().into(),
        };
        (format!("{}/{language}", own::LABEL), value)
    });
    cells.collect()
}

/// Whether a register that shows the kind has a field that is called so, declared or of the association's
/// own: two of one name would be one column of a sheet.
fn is_taken(schema: &Schema, kind: &Kind, names: &Names, except: Option<RecordId>, words: &Words) -> bool {
    let registers = schema.kinds().filter_map(|kind| kind.register);
    let pairs = registers.filter_map(|register| schema.register(register.key));
    let beside = pairs.filter(|(role, other)| [role.key, other.key].contains(&kind.key));
    let kinds = beside.flat_map(|(role, other)| [role, other]).chain([kind]);
    let mut fields = kinds.flat_map(|kind| kind.fields.iter().map(move |field| (kind, field)));
    fields.any(|(kind, field)| {
        let record = field.own.as_ref().map(|own| own.record);
        let is_other = record.is_none() || record != except;
        is_other && {
            let called = kind.aliases(field.key, words).into_iter();
            are_alike(names, &called.map(|name| ("", name)).collect())
        }
    })
}

/// Whether two things have a name in common, in whatever language.
fn are_alike(one: &Names, other: &Names) -> bool {
    let folded = |names: &Names| -> Vec<String> {
        let names = names.iter().map(|(_, name)| fold(name));
        names.filter(|name| !name.is_empty()).collect()
    };
    let other = folded(other);
    folded(one).iter().any(|name| other.contains(name))
}

/// Names as they were typed, one language or both.
fn names_in(ar: &str, fr: &str) -> Result<Names, &'static str> {
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let names = vec![("ar", line(ar)), ("fr", line(fr))];
    if names
        .iter()
        .any(|(_, name)| name.chars().count() > own::NAME_CHARS_MAX)
    {
        return Err("own_long_name");
    }
    let is_name = |(_, name): &(&str, String)| name.chars().any(char::is_alphanumeric);
    match names.iter().any(is_name) {
        true => Ok(names),
        false => Err("own_no_name"),
    }
}

/// Choices as they were typed, one a line; a name in both languages has `=` between them.
fn choices_in(text: &str, there: usize) -> Result<Vec<Names>, &'static str> {
    let mut choices: Vec<Names> = Vec::new();
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    for line in lines {
        if there + choices.len() >= own::CHOICES_MAX {
            return Err("own_many_choices");
        }
        // In either order; and the other language shows the one name until it has its own.
        let (one, other) = line.split_once('=').unwrap_or((line, ""));
        let names = match is_arabic(one) || is_arabic(other) && !has_letters(one) {
            true => names_in(one, other),
            false => names_in(other, one),
        }?;
        if choices.iter().any(|choice| are_alike(choice, &names)) {
            return Err("own_same_choice");
        }
        choices.push(names);
    }
    Ok(choices)
}

fn has_letters(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

fn is_arabic(text: &str) -> bool {
    let first = text.chars().find(|letter| letter.is_alphabetic());
    first.is_some_and(|letter| ('\u{600}'..='\u{6ff}').contains(&letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_are_lines_in_one_language_or_two() {
        let all = choices_in(" صغير = Petit \n\nMoyen\nGrand = كبير\n38\n", 0).unwrap();
        let names: Vec<[&str; 2]> = all
            .iter()
            .map(|names| [names[0].1.as_str(), &names[1].1])
            .collect();
        assert_eq!(
            names,
            [["صغير", "Petit"], ["", "Moyen"], ["كبير", "Grand"], ["", "38"]]
        );
        assert_eq!(choices_in("a", own::CHOICES_MAX), Err("own_many_choices"));
        assert_eq!(choices_in("=", 0), Err("own_no_name"));
        assert_eq!(choices_in("صغير\nPetit = صغير", 0), Err("own_same_choice"));
    }

    #[test]
    fn a_name_is_short_and_has_letters() {
        assert_eq!(names_in(" ", "—"), Err("own_no_name"));
        assert_eq!(names_in(&"ا".repeat(61), ""), Err("own_long_name"));
        assert_eq!(
            names_in("", " Taille  de t-shirt ").unwrap()[1].1,
            "Taille de t-shirt"
        );
    }

    #[test]
    fn a_name_that_a_column_of_the_register_has_is_taken() {
        let (schema, words) = (Schema::builtin(), Words::builtin());
        let taken = |kind: &str, name: &str| {
            let names = vec![("fr", name.to_owned())];
            is_taken(&schema, schema.kind(kind).unwrap(), &names, None, &words)
        };
        assert!(taken("person", "telephone") && taken("membership", "Téléphone"));
        assert!(!taken("membership", "Casier") && !taken("correspondence", "Nationalité"));
    }
}
