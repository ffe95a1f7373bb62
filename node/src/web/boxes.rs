//! The boxes of a form, from the schema: one for each field, filled, explained, with its fault beside it.

use std::collections::BTreeMap;

use tawro_core::id::RecordId;
use tawro_core::schema::{Field, FieldType, Kind, Scalar, consent, key};
use tawro_core::text::format;
use tawro_pages::{Fields, Speech};

use crate::form::Text;
use crate::import::{Part, Profile};
use crate::web::shown::{Choice, choices, label};

/// A form as the person sees it.
pub(super) struct Group {
    pub(super) label: String,
    pub(super) boxes: Vec<Box>,
}

/// One box.
pub(super) struct Box {
    /// What the form calls it: a cell, as `given_name/ar`.
    pub(super) name: String,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) shape: Shape,
    /// What stands in it.
    pub(super) text: String,
    /// What stood in it when the form was opened: only what differs is written.
    pub(super) was: String,
    pub(super) choices: Vec<Choice>,
    pub(super) dir: &'static str,
    pub(super) keys: &'static str,
    pub(super) needed: bool,
    pub(super) fault: Option<(String, String)>,
    /// Two values stand there: they are decided on, not written over.
    pub(super) disputed: bool,
    /// Of a reference: the kind that it names.
    pub(super) to: String,
    /// Of a reference: what was typed to find it.
    pub(super) sought: String,
}

/// How a box looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Line,
    Lines,
    Pick,
    Ticks,
    Reference,
    /// Given by the program, shown only.
    Fixed,
}

impl Box {
    /// Whether it is shown in this shape, by its name: templates compare no paths.
    pub(super) fn is(&self, shape: &str) -> bool {
        let own = match self.shape {
            Shape::Line => "line",
            Shape::Lines => "lines",
            Shape::Pick => "pick",
            Shape::Ticks => "ticks",
            Shape::Reference => "reference",
            Shape::Fixed => "fixed",
        };
        own == shape
    }
}

/// What fills a form.
pub(super) struct Filling<'a> {
    pub(super) profile: &'a Profile<'a>,
    pub(super) speech: &'a Speech,
    /// What stands in the records.
    pub(super) cells: &'a BTreeMap<String, Scalar>,
    pub(super) conflicts: &'a [String],
    /// What was typed, if the form comes back.
    pub(super) typed: Option<&'a Fields>,
    pub(super) faults: &'a [(String, (String, String))],
    /// The record is new: what the program gives is not there yet.
    pub(super) is_new: bool,
    /// The other half of the row is there: its fields are not asked for again.
    pub(super) skips_party: bool,
    /// What people call a record.
    pub(super) title: &'a mut dyn FnMut(RecordId) -> String,
}

/// Before a box's name stands what it held when the form was opened.
const WAS: &str = "was.";
/// A reference is written as text, and chosen by its id.
pub(super) const TEXT_OF: &str = "text.";

impl Filling<'_> {
    /// The form's groups, the person's first: what somebody is called stands before what they are.
    pub(super) fn groups(&mut self) -> Vec<Group> {
        let profile = *self.profile;
        let mut groups: Vec<(String, Group)> = Vec::new();
        let parts = [Part::Party, Part::Role];
        for part in parts {
            let is_there = part == Part::Role || (profile.party.is_some() && !self.skips_party);
            let fields = profile
                .fields()
                .filter(|(of, field)| *of == part && is_there && !field.given);
            // What is offered no more is still shown where it was written.
            let cells = self.cells;
            let is_new = self.is_new;
            let is_asked = |field: &Field| {
                let is_late = is_new && field.key == key::CANCELLED;
                !(field.is_retired() || is_late) || cells.contains_key(field.key)
            };
            for (_, field) in fields.filter(|(_, field)| is_asked(field)) {
                let kind = profile.kind(part);
                let (key, name) = match kind.group_of(field.key) {
                    Some(group) => (format!("{}/{group}", kind.key), format!("group-{group}")),
                    None => (kind.key.to_owned(), kind.key.to_owned()),
                };
                let boxes = self.boxes(kind, field);
                match groups.iter_mut().find(|(known, _)| *known == key) {
                    Some((_, group)) => group.boxes.extend(boxes),
                    None => groups.push((
                        key,
                        Group {
                            label: self.speech.say(&name),
                            boxes,
                        },
                    )),
                }
            }
        }
        // Whoever is behind a row that has nobody yet is chosen, not typed.
        if let Some(field) = profile.party.and_then(|party| profile.role.field(party.refers))
            && self.skips_party
            && !self.is_new
        {
            let one = self.one(profile.role, field);
            if let Some((_, group)) = groups.last_mut() {
                group.boxes.push(one);
            }
        }
        groups.retain(|(_, group)| !group.boxes.is_empty());
        groups.into_iter().map(|(_, group)| group).collect()
    }

    fn boxes(&mut self, kind: &Kind, field: &Field) -> Vec<Box> {
        match &field.ty {
            FieldType::Series if self.is_new => Vec::new(),
            // What a new role rests on is asked in a part of its own.
            _ if self.is_new && consent::asked_by(kind) == Some(field.key) => Vec::new(),
            FieldType::Localized => self.languages(kind, field),
            _ => vec![self.one(kind, field)],
        }
    }

    /// A text in two scripts has two boxes, and one more for each other language it is there in.
    fn languages(&mut self, kind: &Kind, field: &Field) -> Vec<Box> {
        let there = |language: &str| {
            let cell = format!("{}/{language}", field.key);
            self.cells.get(&cell).is_some_and(|value| !value.is_null())
        };
        let all = ["ar", "fr", "en", "zgh"];
        let shown: Vec<&str> = all
            .into_iter()
            .filter(|tag| matches!(*tag, "ar" | "fr") || there(tag))
            .collect();
        let mut boxes = Vec::new();
        for language in shown {
            let name = format!("{}/{language}", field.key);
            let mut one = self.plain(kind, field, &name);
            one.label = format!(
                "{} ({})",
                one.label,
                self.speech.say(&format!("script-{language}"))
            );
            one.dir = if language == "ar" { "rtl" } else { "ltr" };
            one.needed = field.required && language == "ar";
            // Of a text that may stand in either script, one box says that something is wrong.
            if language != "ar" && !self.faults.iter().any(|(at, _)| *at == one.name) {
                one.fault = None;
            }
            boxes.push(one);
        }
        boxes
    }

    fn one(&mut self, kind: &Kind, field: &Field) -> Box {
        let mut one = self.plain(kind, field, field.key);
        let speech = self.speech;
        match &field.ty {
            FieldType::Note => one.shape = Shape::Lines,
            FieldType::Code(key) => {
                one.shape = Shape::Pick;
                if let Some(vocabulary) = self.profile.schema.vocabulary(key) {
                    one.choices = choices(vocabulary, speech, &[&one.text]);
                }
            }
            FieldType::Flag => {
                one.shape = Shape::Pick;
                one.choices = [("1", "page-yes"), ("0", "page-no")]
                    .map(|(code, key)| Choice {
                        code: code.to_owned(),
                        label: speech.say(key),
                        is_chosen: one.text == code,
                    })
                    .to_vec();
            }
            FieldType::Set(element) => match element.as_ref() {
                FieldType::Code(key) => {
                    one.shape = Shape::Ticks;
                    let chosen: Vec<&str> = one.text.split(';').collect();
                    if let Some(vocabulary) = self.profile.schema.vocabulary(key) {
                        one.choices = choices(vocabulary, speech, &chosen);
                    }
                }
                _ => one.shape = Shape::Lines,
            },
            FieldType::Reference(to) => {
                one.shape = Shape::Reference;
                one.to = (*to).to_owned();
                if let Ok(id) = one.text.parse::<RecordId>() {
                    let label = (self.title)(id);
                    let code = one.text.clone();
                    one.choices = vec![Choice {
                        code,
                        label,
                        is_chosen: true,
                    }];
                }
                let typed = self
                    .typed
                    .map(|typed| typed.text(&format!("{TEXT_OF}{}", field.key)));
                one.sought = typed.unwrap_or_default().to_owned();
            }
            FieldType::Series => one.shape = Shape::Fixed,
            _ => {}
        }
        one
    }

    fn plain(&self, kind: &Kind, field: &Field, name: &str) -> Box {
        let stands = written(field, name, self.cells);
        let was = match self.typed {
            Some(typed) => typed.text(&format!("{WAS}{name}")).to_owned(),
            None if self.is_new => String::new(),
            None => stands.clone(),
        };
        let text = match self.typed {
            Some(typed) => all_of(typed, field, name),
            None => stands,
        };
        let conflict = |cell: &String| cell == name || cell.split('/').next() == Some(name);
        let (hint, keys, dir) = looks(&field.ty);
        let fault = self.faults.iter().find(|(at, _)| at == name || at == field.key);
        Box {
            name: name.to_owned(),
            label: label(kind, field, self.speech),
            hint: self.hint(kind, field, hint),
            shape: Shape::Line,
            text,
            was,
            choices: Vec::new(),
            dir,
            keys,
            needed: field.required,
            fault: fault.map(|(_, said)| said.clone()),
            disputed: self.conflicts.iter().any(conflict),
            to: String::new(),
            sought: String::new(),
        }
    }

    /// What a field needs said of itself, or of what is written like it.
    fn hint(&self, kind: &Kind, field: &Field, of_type: &str) -> String {
        let own = format!("hint-{}", kind.label_key(field.key));
        match (self.speech.maybe(&own, &[]), of_type) {
            (Some(own), _) => own,
            (None, "") => String::new(),
            (None, of_type) => self.speech.say(of_type),
        }
    }
}

/// Help beside a box, the keyboard of a telephone, the direction in which one writes.
fn looks(ty: &FieldType) -> (&'static str, &'static str, &'static str) {
    match ty {
        FieldType::Date => ("hint-date", "text", "ltr"),
        FieldType::Phone => ("hint-phone", "tel", "ltr"),
        FieldType::Email => ("hint-email", "email", "ltr"),
        FieldType::Cnie => ("hint-cnie", "text", "ltr"),
        FieldType::Money => ("hint-money", "decimal", "ltr"),
        FieldType::Integer => ("", "numeric", "ltr"),
        FieldType::Points => ("hint-points", "numeric", "ltr"),
        FieldType::Set(element) if !matches!(**element, FieldType::Code(_)) => ("hint-set", "text", "auto"),
        _ => ("", "text", "auto"),
    }
}

/// What stands in a field as a person would write it: dates day first, amounts in dirhams.
fn written(field: &Field, name: &str, cells: &BTreeMap<String, Scalar>) -> String {
    if let FieldType::Set(_) = &field.ty {
        let start = format!("{}/", field.key);
        let members = cells
            .range(start.clone()..)
            .take_while(|(cell, _)| cell.starts_with(&start));
        let set = members.filter(|(_, value)| **value == Scalar::Flag(true));
        let elements: Vec<&str> = set.map(|(cell, _)| &cell[start.len()..]).collect();
        return elements.join(";");
    }
    let Some(value) = cells.get(name) else {
        return String::new();
    };
    let text = field.ty.write(value);
    match &field.ty {
        FieldType::Date => format::date(&text),
        _ => text,
    }
}

/// What a form sent for a box: of boxes to tick, all that were.
fn all_of(typed: &Fields, field: &Field, name: &str) -> String {
    let ticks = matches!(&field.ty, FieldType::Set(element) if matches!(**element, FieldType::Code(_)));
    match ticks {
        true => typed
            .all(name)
            .filter(|code| !code.is_empty())
            .collect::<Vec<_>>()
            .join(";"),
        false => typed.text(name).replace("\r\n", "\n"),
    }
}

/// What the person changed: each box whose text is another than when the form was opened. An element
/// that was taken out of a set, or put into it, is written by itself.
pub(super) fn changed(
    profile: &Profile<'_>,
    typed: &Fields,
) -> Result<Vec<Text>, (String, tawro_core::schema::ValueError)> {
    let mut texts = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for (name, was) in &typed.0 {
        let Some(name) = name.strip_prefix(WAS) else {
            continue;
        };
        let key = name.split('/').next().unwrap_or(name);
        let joining = || {
            profile
                .role
                .field(profile.party.filter(|party| party.refers == key)?.refers)
        };
        let field = profile.field(key).map(|(_, field)| field).or_else(joining);
        let Some(field) = field.filter(|_| !seen.contains(&name)) else {
            continue;
        };
        seen.push(name);
        let now = all_of(typed, field, name);
        if now.trim() == was.replace("\r\n", "\n").trim() {
            continue;
        }
        let FieldType::Set(_) = &field.ty else {
            texts.push((name.to_owned(), now));
            continue;
        };
        let elements = |text: &str| {
            let all = field
                .ty
                .parse_set(profile.schema, text)
                .map_err(|error| (name.to_owned(), error))?;
            Ok::<Vec<String>, (String, tawro_core::schema::ValueError)>(
                all.iter().map(|one| field.ty.write(one)).collect(),
            )
        };
        let (before, after) = (elements(was)?, elements(&now)?);
        let (gone, came) = (difference(&before, &after), difference(&after, &before));
        texts.extend(gone.map(|element| (format!("{key}/{element}"), "0".to_owned())));
        texts.extend(came.map(|element| (format!("{key}/{element}"), "1".to_owned())));
    }
    Ok(texts)
}

fn difference<'a>(one: &'a [String], other: &'a [String]) -> impl Iterator<Item = &'a String> {
    one.iter().filter(|element| !other.contains(element))
}
