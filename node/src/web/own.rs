//! The association's own fields: listed, added, renamed, retired and taken up again.

use askama::Template;
use data_encoding::HEXLOWER;
use tawro_core::record::Heads;
use tawro_core::schema::{Family, Kind, Schema, own};
use tawro_pages::{Fields, Speech};

use crate::driver::Node;
use crate::fault::NodeError;
use crate::own::OwnRecord;
use crate::web::ask::Ask;
use crate::web::login::tell;
use crate::web::own_form::{self, Refused};
use crate::web::reply::{Answer, Reply};
use crate::web::section::names_of;
use crate::web::shown::{Choice, choices};
use crate::web::trouble::{Trouble, said};

/// Where the page is.
pub(super) const HERE: &str = "/fields";

#[derive(Template)]
#[template(path = "own.html")]
struct Page<'a> {
    speech: &'a Speech,
    token: &'a str,
    fields: Vec<Line>,
    kinds: Vec<Choice>,
    types: Vec<Choice>,
    /// What was typed, if the form comes back.
    typed: &'a Fields,
    is_personal: bool,
    fault: Option<Fault>,
}

/// What is wrong, beside which box; the id of a field stands for the field as a whole.
struct Fault {
    at: String,
    said: (String, String),
}

struct Line {
    id: String,
    name: String,
    register: String,
    holds: String,
    unfit: Option<String>,
    is_retired: bool,
    is_personal: bool,
    takes_choices: bool,
    /// The field first, then its choices.
    names: Vec<Named>,
    choices: String,
    /// The box for more choices, and what is typed into it.
    more: String,
    typed: String,
}

/// The names of a field or a choice, to be written anew.
struct Named {
    id: String,
    /// The box beside which is said what is wrong with its names.
    at: String,
    base: String,
    ar: String,
    fr: String,
    is_choice: bool,
    is_retired: bool,
}

impl Page<'_> {
    fn fault_at(&self, at: &str) -> Option<&(String, String)> {
        let fault = self.fault.as_ref().filter(|fault| fault.at == at);
        fault.map(|fault| &fault.said)
    }

    /// Whether one of the boxes of a field that is there is wrong.
    fn is_wrong(&self, field: &Line) -> bool {
        let at = self.fault.as_ref().map(|fault| fault.at.as_str());
        let more = std::iter::once(field.more.as_str());
        let boxes = field.names.iter().map(|one| one.at.as_str()).chain(more);
        boxes.into_iter().any(|one| Some(one) == at)
    }
}

/// Shows them.
pub(super) fn page(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    show(ask, node, None)
}

fn show(ask: &Ask<'_>, node: &mut Node, fault: Option<Fault>) -> Answer {
    node.may_manage()?;
    let schema = node.schema().clone();
    let speech = &ask.speech;
    let fields = node.own_fields()?;
    let lines = fields.iter().map(|field| line(field, &schema, ask));
    let types = schema.vocabulary(own::TYPES).ok_or(Trouble::Nowhere)?;
    let page = Page {
        speech,
        token: ask.token(),
        fields: lines.collect(),
        kinds: takers(&schema, speech, ask.form.text("kind")),
        types: choices(types, speech, &[ask.form.text("type")]),
        typed: &ask.form,
        // Ticked until somebody takes it away: what is forgotten is no leak.
        is_personal: ask.form.maybe("personal").is_some() || ask.form.maybe("kind").is_none(),
        fault,
    };
    let title = speech.say("own-title");
    match page.fault {
        Some(_) => Reply::again(title, &page),
        None => Ok(Reply::page(title, &page)?.explained_by("association#fields")),
    }
}

/// The kinds that take fields, as people know them: a register where there is one.
fn takers(schema: &Schema, speech: &Speech, chosen: &str) -> Vec<Choice> {
    let names = Family::ALL
        .into_iter()
        .flat_map(|family| names_of(schema, family));
    let kinds = names.filter_map(|name| {
        let kind = schema.register(&name).map(|(role, _)| role);
        let kind = kind
            .or_else(|| schema.kind(&name))
            .filter(|kind| own::is_open(kind))?;
        Some(Choice {
            code: kind.key.to_owned(),
            label: register(kind, speech),
            is_chosen: kind.key == chosen,
        })
    });
    kinds.collect()
}

fn register(kind: &Kind, speech: &Speech) -> String {
    let key = kind.register.map_or(kind.key, |register| register.key);
    match kind.singleton {
        true => speech.say(key),
        false => speech.say(&format!("{key}-plural")),
    }
}

fn line(field: &OwnRecord, schema: &Schema, ask: &Ask<'_>) -> Line {
    let speech = &ask.speech;
    let typed = |one: &OwnRecord, language: &str| {
        let typed = ask.form.maybe(&format!("{language}.{}", one.id));
        let stands = one.text(&format!("{}/{language}", own::LABEL));
        typed.unwrap_or(stands).to_owned()
    };
    let named = |one: &OwnRecord| Named {
        id: one.id.to_string(),
        at: own_form::name_box(one.id),
        base: match ask.form.maybe(&format!("base.{}", one.id)) {
            Some(base) => base.to_owned(),
            None => hex(&one.heads),
        },
        ar: typed(one, "ar"),
        fr: typed(one, "fr"),
        is_choice: one.id != field.id,
        // A box without a tick is not sent: what is sent says whether the form was.
        is_retired: match ask.form.maybe(&format!("base.{}", one.id)) {
            Some(_) => ask.form.maybe(&format!("off.{}", one.id)).is_some(),
            None => one.is(own::RETIRED),
        },
    };
    let kind = schema.kind(field.text(own::APPLIES_TO));
    let types = schema.vocabulary(own::TYPES);
    let holds = types.and_then(|types| types.label(field.text(own::TYPE), speech.words(), speech.lang()));
    let used = field.choices.iter().filter(|choice| !choice.is(own::RETIRED));
    Line {
        id: field.id.to_string(),
        name: called(field, speech),
        register: kind.map(|kind| register(kind, speech)).unwrap_or_default(),
        holds: holds.unwrap_or_default(),
        unfit: field
            .unfit
            .map(|unfit| speech.say(&format!("own-unfit-{}", unfit.code()))),
        is_retired: field.is(own::RETIRED),
        is_personal: kind.is_none_or(|kind| own::is_personal(kind, &field.cells)),
        takes_choices: field.text(own::TYPE) == own::TYPE_CHOICE,
        names: std::iter::once(field).chain(&field.choices).map(named).collect(),
        choices: used
            .map(|choice| called(choice, speech))
            .collect::<Vec<_>>()
            .join(" · "),
        more: own_form::more_box(field.id),
        typed: ask.form.text(&own_form::more_box(field.id)).to_owned(),
    }
}

/// What a reader calls it: in their language, or in the other.
fn called(one: &OwnRecord, speech: &Speech) -> String {
    let own = speech.lang().tag();
    let name = |language: &str| one.text(&format!("{}/{language}", own::LABEL)).to_owned();
    let mut names = [own, "ar", "fr", "en", "zgh"].map(name).into_iter();
    names
        .find(|name| !name.is_empty())
        .unwrap_or_else(|| speech.say("value-unnamed"))
}

fn hex(heads: &Heads) -> String {
    let heads: Vec<String> = heads.iter().map(|head| HEXLOWER.encode(head)).collect();
    heads.join(".")
}

/// Adds one.
pub(super) fn add(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    node.may_manage()?;
    let schema = node.schema().clone();
    if is_full(node)? {
        return again(ask, node, &("ar".to_owned(), "own_too_many"));
    }
    match own_form::read_new(&ask.form, &schema, ask.speech.words()) {
        Ok(field) => {
            let id = node.add_own_field(&field)?;
            done(ask, "own-added", Some(format!("{HERE}/{id}/retire")))
        }
        Err(refused) => again(ask, node, &refused),
    }
}

/// Whether as many are in use as may be.
fn is_full(node: &mut Node) -> Result<bool, NodeError> {
    let in_use = node.own_fields()?.into_iter();
    Ok(in_use.filter(|field| !field.is(own::RETIRED)).count() >= own::FIELDS_MAX)
}

/// Writes the names of a field and its choices, and adds choices.
pub(super) fn change(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    node.may_manage()?;
    let id = ask.id()?;
    let schema = node.schema().clone();
    let fields = node.own_fields()?;
    let field = fields
        .iter()
        .find(|field| field.id == id)
        .ok_or(Trouble::Nowhere)?;
    let changes = match own_form::read_changes(&ask.form, field, &schema, ask.speech.words())? {
        Ok(changes) => changes,
        Err(refused) => return again(ask, node, &refused),
    };
    let key = match node.change_own_field(field, changes.commands, &changes.more)? {
        true => "edit-saved",
        false => "edit-unchanged",
    };
    done(ask, key, None)
}

/// Offers one no more.
pub(super) fn retire(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let id = ask.id()?;
    node.may_manage()?;
    node.retire_own_field(id, true)?;
    done(ask, "own-retired", Some(format!("{HERE}/{id}/again")))
}

/// Offers one again.
pub(super) fn take_up(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let id = ask.id()?;
    node.may_manage()?;
    if is_full(node)? {
        return again(ask, node, &(id.to_string(), "own_too_many"));
    }
    node.retire_own_field(id, false)?;
    done(ask, "own-used-again", Some(format!("{HERE}/{id}/retire")))
}

fn done(ask: &Ask<'_>, key: &str, undo: Option<String>) -> Answer {
    tell(ask, ask.speech.say(key), undo);
    Reply::go(HERE)
}

fn again(ask: &Ask<'_>, node: &mut Node, (at, code): &Refused) -> Answer {
    let fault = Fault {
        at: at.clone(),
        said: said(code, &[], &ask.speech),
    };
    show(ask, node, Some(fault))
}
