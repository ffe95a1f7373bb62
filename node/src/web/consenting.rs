//! What a person allowed: asked in the form of a role that rests on it, shown on the card, withdrawn there.

use askama::Template;
use tawro_core::id::RecordId;
use tawro_core::schema::consent::{self, How};
use tawro_core::schema::{Scalar, Schema};
use tawro_pages::{Fields, Speech};

use crate::driver::Node;
use crate::import::Profile;
use crate::store::ListRow;
use crate::web::ask::Ask;
use crate::web::edit::Faults;
use crate::web::login::tell;
use crate::web::reply::{Answer, Reply};
use crate::web::shown::{Choice, Showing, choices, label};
use crate::web::trouble::{Trouble, said};

/// Names of the form's boxes, before them `consent.`: no field of a record is called so.
const PURPOSE: &str = "consent.purpose";
const PICTURE: &str = "consent.picture";
const METHOD: &str = "consent.method";
const GIVEN_ON: &str = "consent.given_on";
const WITNESS: &str = "consent.witness";

/// The part of a form that asks for consents.
#[derive(Template)]
#[template(path = "consenting.html")]
pub(super) struct Part<'a> {
    speech: &'a Speech,
    purposes: Vec<Choice>,
    pictures: Vec<Choice>,
    methods: Vec<Choice>,
    method_label: String,
    given_on: String,
    given_on_label: String,
    given_on_fault: Option<(String, String)>,
    witness: String,
    witness_label: String,
    witness_fault: Option<(String, String)>,
}

/// What was allowed, as the form says it.
#[derive(Default)]
pub(super) struct Allowed {
    pub(super) purposes: Vec<String>,
    pub(super) how: How,
}

impl<'a> Part<'a> {
    /// The part of a new role's form, if it asks for one.
    pub(super) fn of(
        ask: &'a Ask<'_>,
        profile: &Profile<'_>,
        typed: Option<&Fields>,
        faults: &Faults,
    ) -> Option<Self> {
        consent::asked_by(profile.role)?;
        let kind = profile.schema.kind(consent::KIND)?;
        let speech = &ask.speech;
        let ticked = |name: &str| -> Vec<String> {
            let all = typed.map(|typed| typed.all(name).map(str::to_owned).collect());
            all.unwrap_or_default()
        };
        let text = |name: &str| typed.map(|typed| typed.text(name)).unwrap_or_default().to_owned();
        let fault = |name: &str| {
            let found = faults.iter().find(|(at, _)| at == name);
            found.map(|(_, said)| said.clone())
        };
        let codes = |field: &str, wanted: &[&str], chosen: &[String]| {
            let known = kind.field(field).and_then(|field| field.ty.vocabulary());
            let known = known.and_then(|key| profile.schema.vocabulary(key));
            let chosen: Vec<&str> = chosen.iter().map(String::as_str).collect();
            let mut all = known.map_or(Vec::new(), |known| choices(known, speech, &chosen));
            all.retain(|choice| wanted.is_empty() || wanted.contains(&choice.code.as_str()));
            all
        };
        let named = |field: &str| {
            let field = kind.field(field);
            field.map(|field| label(kind, field, speech)).unwrap_or_default()
        };
        let today = || tawro_core::text::format::date(&ask.today());
        Some(Self {
            speech,
            purposes: codes(consent::PURPOSE, &consent::PURPOSES, &ticked(PURPOSE)),
            pictures: codes(consent::PURPOSE, &consent::PICTURES, &ticked(PICTURE)),
            methods: codes(consent::METHOD, &[], &[text(METHOD)]),
            method_label: named(consent::METHOD),
            given_on: typed.map_or_else(today, |_| text(GIVEN_ON)),
            given_on_label: named(consent::GIVEN_ON),
            given_on_fault: fault(GIVEN_ON),
            witness: text(WITNESS),
            witness_label: named(consent::WITNESS),
            witness_fault: fault(WITNESS),
        })
    }
}

/// What the form allows, or what is wrong with it; nothing is wrong where nothing is allowed.
pub(super) fn allowed(
    ask: &Ask<'_>,
    profile: &Profile<'_>,
    typed: &Fields,
    birth: &str,
) -> Result<Allowed, Faults> {
    let known = |name: &'static str, asked: &'static [&'static str]| {
        typed
            .all(name)
            .filter(|code| asked.contains(code))
            .map(str::to_owned)
    };
    let purposes: Vec<String> = known(PURPOSE, &consent::PURPOSES)
        .chain(known(PICTURE, &consent::PICTURES))
        .collect();
    if purposes.is_empty() || consent::asked_by(profile.role).is_none() {
        return Ok(Allowed::default());
    }
    let mut faults = Faults::new();
    let needed = || said("needed", &[], &ask.speech);
    let given_on = match stored(profile.schema, consent::GIVEN_ON, typed.text(GIVEN_ON)) {
        Ok(day) if !day.is_empty() => day,
        Ok(_) => {
            faults.push((GIVEN_ON.to_owned(), needed()));
            String::new()
        }
        Err((code, facts)) => {
            faults.push((GIVEN_ON.to_owned(), said(code, &facts, &ask.speech)));
            String::new()
        }
    };
    let method = typed.text(METHOD).to_owned();
    let witness = typed.text(WITNESS).trim().to_owned();
    if method == consent::ORAL && witness.is_empty() {
        faults.push((WITNESS.to_owned(), needed()));
    }
    let guardian: Option<RecordId> = typed.text(consent::GUARDIAN).parse().ok();
    let is_named = guardian.is_some() || !typed.text(consent::GUARDIAN_NAME).trim().is_empty();
    if consent::is_minor(birth, &ask.today()) && !is_named {
        faults.push((
            consent::GUARDIAN.to_owned(),
            said("minor_guardian", &[], &ask.speech),
        ));
    }
    match faults.is_empty() {
        true => Ok(Allowed {
            purposes,
            how: How {
                given_on,
                method,
                witness,
                guardian,
            },
        }),
        false => Err(faults),
    }
}

type Wrong = (&'static str, Vec<(&'static str, tawro_core::text::Fact)>);

/// What a person wrote in a box, as its field keeps it.
fn stored(schema: &Schema, field: &str, text: &str) -> Result<String, Wrong> {
    let field = schema.kind(consent::KIND).and_then(|kind| kind.field(field));
    let Some(field) = field else {
        return Ok(String::new());
    };
    let value = field
        .ty
        .parse(schema, text)
        .map_err(|error| (error.code(), error.facts()))?;
    Ok(field.ty.write(&value))
}

/// A person's birth as it is stored: what a form says of it, or else their record.
pub(super) fn birth_of(node: &mut Node, profile: &Profile<'_>, typed: &Fields) -> Result<String, Trouble> {
    let person = profile.party.map(|party| typed.text(party.refers));
    if let Some(person) = person.and_then(|id| id.parse::<RecordId>().ok()) {
        let row = node.read(|_, tx| Ok(tx.projected(person)?))?;
        let birth = row
            .as_ref()
            .and_then(|row| row.cells.get(consent::BIRTH)?.as_text());
        return Ok(birth.unwrap_or_default().to_owned());
    }
    let field = profile.field(consent::BIRTH).map(|(_, field)| field);
    let value = field.and_then(|field| field.ty.parse(profile.schema, typed.text(consent::BIRTH)).ok());
    Ok(value
        .as_ref()
        .and_then(Scalar::as_text)
        .unwrap_or_default()
        .to_owned())
}

/// What a card says of what its person allowed.
pub(super) struct Consents {
    pub(super) lines: Vec<Line>,
    /// The role rests on a consent, and none holds.
    pub(super) missing: bool,
    /// No picture of them may be shown.
    pub(super) no_pictures: bool,
    /// Where one more is written down.
    pub(super) add: String,
    pub(super) writes: bool,
}

pub(super) struct Line {
    pub(super) id: String,
    pub(super) purpose: String,
    pub(super) since: String,
    pub(super) how: String,
    /// Since when it holds no more.
    pub(super) withdrawn: Option<String>,
}

impl Consents {
    /// Of a person, or of a role that is one's; nothing on the pages of others, or where nobody was asked.
    pub(super) fn of(
        ask: &Ask<'_>,
        node: &mut Node,
        profile: &Profile<'_>,
        row: &ListRow,
    ) -> Result<Option<Self>, Trouble> {
        let schema = node.schema().clone();
        let kind = schema.kind(consent::KIND);
        let persons = kind.and_then(|kind| kind.field(consent::WHO)?.ty.refers_to());
        let is_person = persons == Some(row.kind.as_str());
        let is_role = profile.party.is_some_and(|party| persons == Some(party.kind.key));
        let person = match (is_person, is_role) {
            (true, _) => Some(row.id),
            (_, true) => row.referred,
            _ => None,
        };
        let (Some(person), Some(kind), true) = (person, kind, node.may_see(consent::KIND).is_ok()) else {
            return Ok(None);
        };
        let rows = node.consents(person)?;
        let is_asked = consent::asked_by(profile.role).is_some();
        if rows.is_empty() && !is_asked {
            return Ok(None);
        }
        let mut title = |_: RecordId| None;
        let mut showing = Showing {
            schema: &schema,
            speech: &ask.speech,
            title: &mut title,
        };
        let mut shown = |key: &str, row: &ListRow| {
            let pieces = kind.field(key).map(|field| showing.field(field, &row.cells));
            pieces.into_iter().flatten().map(|piece| piece.text).next()
        };
        let is_picture = |row: &ListRow| {
            let purpose = row.cells.get(consent::PURPOSE).and_then(Scalar::as_text);
            purpose.is_some_and(|purpose| consent::PICTURES.contains(&purpose))
        };
        let holding = || rows.iter().filter(|row| consent::holds(&row.cells));
        Ok(Some(Self {
            missing: is_asked && !holding().any(|row| !is_picture(row)),
            no_pictures: !holding().any(is_picture),
            lines: rows
                .iter()
                .map(|row| Line {
                    id: row.id.to_string(),
                    purpose: shown(consent::PURPOSE, row).unwrap_or_default(),
                    since: shown(consent::GIVEN_ON, row).unwrap_or_default(),
                    how: shown(consent::METHOD, row).unwrap_or_default(),
                    withdrawn: shown(consent::WITHDRAWN_ON, row),
                })
                .collect(),
            add: format!("/r/{}/new?{}={person}", consent::KIND, consent::WHO),
            writes: node.may_write(consent::KIND).is_ok() && !row.deleted,
        }))
    }
}

/// Withdraws a consent today, and goes back to the card.
pub(super) fn withdraw(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let id = ask.id()?;
    node.show(id)?;
    node.withdraw(id, &ask.today())?;
    tell(
        ask,
        ask.speech.say("consent-withdrawn"),
        Some(format!("/id/{id}/back")),
    );
    Reply::go(ask.came_from().map_or_else(|| format!("/id/{id}"), str::to_owned))
}
