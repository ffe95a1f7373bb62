//! One person with two records: the other one picked, both side by side, merged by a press, and parted again.

use std::collections::BTreeSet;

use askama::Template;
use data_encoding::HEXLOWER;
use tawro_core::id::RecordId;
use tawro_core::record::Row;
use tawro_core::schema::{Field, FieldType, Schema, presence};
use tawro_core::text::LANGUAGES;
use tawro_pages::Speech;

use crate::desk::REFERRING_MAX;
use crate::driver::Node;
use crate::import::Profile;
use crate::merge::Both;
use crate::store::{ListQuery, ListRow};
use crate::view::Shown;
use crate::web::ask::Ask;
use crate::web::card::{cell_label, moment};
use crate::web::login::tell;
use crate::web::reply::{Answer, Reply};
use crate::web::shown::{Piece, Showing, called};
use crate::web::trouble::{Trouble, said};
use crate::web::twice::{Likeness, Who, who, who_of};

/// As many as one looks through.
const FOUND_MAX: usize = 20;
/// What the form says of a box in which the value of the other record shall stand.
const OF_OTHER: &str = "other";
/// Whoever came from the list goes on there.
const FROM_LIST: &str = "list";

/// Whether a row is a person, or a role of one, whom whoever is there may merge with another.
pub(super) fn may_be_twice(node: &Node, profile: &Profile<'_>, row: &ListRow) -> bool {
    let stands = !row.deleted && row.merged_into.is_none();
    stands && behind(profile, row).is_some() && node.may_write(presence::PERSON).is_ok()
}

/// The person that a row is, or is a role of.
pub(super) fn behind(profile: &Profile<'_>, row: &ListRow) -> Option<RecordId> {
    let is_role = profile
        .party
        .is_some_and(|party| party.kind.key == presence::PERSON);
    match row.kind == presence::PERSON {
        true => Some(row.id),
        false => row.referred.filter(|_| is_role),
    }
}

/// Why two records are not compared: its words, as `trouble-same_kind`.
type Bar = &'static str;

/// The person of an id: the row itself where it is one, that behind it where it is a role.
fn person(node: &mut Node, id: RecordId) -> Result<Result<ListRow, Bar>, Trouble> {
    let Shown { row, name, .. } = node.show(id)?;
    let schema = node.schema().clone();
    let profile = Profile::of(&schema, &name).ok_or(Trouble::Nowhere)?;
    if row.deleted {
        return Ok(Err("same_deleted"));
    }
    if row.merged_into.is_some() {
        return Ok(Err("same_merged"));
    }
    let row = match behind(&profile, &row) {
        None => return Ok(Err("same_kind")),
        Some(own) if own == row.id => row,
        Some(person) => node.show(person)?.row,
    };
    Ok(match row.deleted {
        true => Err("same_deleted"),
        false => Ok(row),
    })
}

/// The person of the address; of one who cannot be merged there is no such page.
fn of_address(ask: &Ask<'_>, node: &mut Node) -> Result<ListRow, Trouble> {
    let id = ask.id()?;
    node.may_write(presence::PERSON)?;
    match person(node, id)? {
        Ok(row) => Ok(row),
        Err(bar) => Err(Trouble::Said(bar)),
    }
}

/// The other one, by the id that was sent.
fn other(node: &mut Node, one: &ListRow, sent: &str) -> Result<Result<ListRow, Bar>, Trouble> {
    let id = sent.parse().map_err(|_| Trouble::Nowhere)?;
    Ok(match person(node, id)? {
        Ok(other) if other.id == one.id => Err("same_self"),
        // A dispute would be settled without a word: a hidden record shows none.
        Ok(other) if !other.conflicts.is_empty() => Err("same_disputed"),
        found => found,
    })
}

/// Shows whom it may be the same as, or the two beside each other.
pub(super) fn page(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let one = of_address(ask, node)?;
    let sent = ask.query.text("with").to_owned();
    if sent.is_empty() {
        return pick(ask, node, &one, None);
    }
    match other(node, &one, &sent)? {
        Ok(other) => beside(ask, node, (&one, &other), Changed::No),
        Err(bar) => pick(ask, node, &one, Some(bar)),
    }
}

#[derive(Template)]
#[template(path = "same-pick.html")]
struct Pick<'a> {
    speech: &'a Speech,
    id: String,
    title: String,
    search: &'a str,
    fault: Option<(String, String)>,
    likely: Vec<(Who, Likeness)>,
    found: Vec<Who>,
}

fn pick(ask: &Ask<'_>, node: &mut Node, one: &ListRow, bar: Option<Bar>) -> Answer {
    let speech = &ask.speech;
    let mut likely = Vec::new();
    for twin in node.twins_of(one.id)? {
        likely.push((who(node, twin.other, speech)?, Likeness::of(&twin, speech)));
    }
    let search = ask.query.text("q").trim();
    let rows = match search.is_empty() {
        true => Vec::new(),
        false => node.list(
            presence::PERSON,
            &ListQuery {
                search: search.to_owned(),
                limit: FOUND_MAX,
                ..ListQuery::default()
            },
        )?,
    };
    let others = rows.iter().filter(|row| row.id != one.id);
    let page = Pick {
        speech,
        id: ask.id()?.to_string(),
        title: speech.with("same-title", "name", &called(&one.title, speech)),
        search,
        fault: bar.map(|code| said(code, &[], speech)),
        likely,
        found: others.map(|row| who_of(node, row, speech)).collect(),
    };
    match page.fault.is_some() {
        true => Reply::again(page.title.clone(), &page),
        false => Ok(Reply::page(page.title.clone(), &page)?.explained_by("people#twice")),
    }
}

#[derive(Template)]
#[template(path = "same.html")]
struct Page<'a> {
    speech: &'a Speech,
    token: &'a str,
    id: String,
    title: String,
    /// The one that stays, then the other.
    sides: [Side; 2],
    lines: Vec<Line>,
    /// What was seen when the page was shown.
    seen: String,
    from: &'a str,
    changed: bool,
}

struct Side {
    id: String,
    title: String,
    updated: String,
    /// What belongs to it, and how much of it.
    has: Vec<(String, String)>,
}

struct Line {
    /// What its label is found by.
    id: String,
    label: String,
    values: [Vec<Piece>; 2],
    /// Where one of the two is chosen.
    choice: Option<Choice>,
    mark: Option<String>,
}

struct Choice {
    name: String,
    is_other: bool,
}

/// Whether somebody wrote in one of the two since they were shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Changed {
    Yes,
    No,
}

fn beside(ask: &Ask<'_>, node: &mut Node, two: (&ListRow, &ListRow), changed: Changed) -> Answer {
    let speech = &ask.speech;
    let (one, other) = two;
    let both = node.both(other.id, one.id)?;
    let sides = [side(node, one, speech)?, side(node, other, speech)?];
    let schema = node.schema().clone();
    let lines = lines(&schema, node, &both, speech);
    let page = Page {
        speech,
        token: ask.token(),
        id: ask.id()?.to_string(),
        title: speech.with("same-title", "name", &called(&one.title, speech)),
        sides,
        lines,
        seen: seen(&both),
        from: match ask.changes {
            true => ask.form.text("from"),
            false => ask.query.text("from"),
        },
        changed: changed == Changed::Yes,
    };
    match changed {
        Changed::Yes => Reply::again(page.title.clone(), &page),
        Changed::No => Ok(Reply::page(page.title.clone(), &page)?.explained_by("people#twice")),
    }
}

fn side(node: &mut Node, row: &ListRow, speech: &Speech) -> Result<Side, Trouble> {
    let there = node.referring(row)?.into_iter();
    let there = there.filter(|link| !link.rows.is_empty()).map(|link| {
        let count = speech.number(i64::try_from(link.rows.len()).unwrap_or_default());
        let and_more = if link.rows.len() == REFERRING_MAX { "+" } else { "" };
        (
            speech.say(&format!("{}-plural", link.name)),
            format!("{count}{and_more}"),
        )
    });
    Ok(Side {
        id: row.id.to_string(),
        title: called(&row.title, speech),
        updated: moment(row.updated, speech),
        has: there.collect(),
    })
}

/// The states of all that is merged: who presses decides on what they saw.
fn seen(both: &Both) -> String {
    let rows = both.rows.iter().flat_map(|(from, into)| [from, into]);
    let heads = rows.flat_map(|row| &row.heads);
    heads.map(|head| HEXLOWER.encode(head)).collect()
}

/// What a box of the form is called.
fn box_of(kind: &str, cell: &str) -> String {
    format!("{kind}.{cell}")
}

/// Every cell in which one of the two holds something, the person's first.
fn lines(schema: &Schema, node: &mut Node, both: &Both, speech: &Speech) -> Vec<Line> {
    let mut title = |id: RecordId| node.read(|_, tx| Ok(tx.title(id)?)).ok().flatten();
    let mut showing = Showing {
        schema,
        speech,
        title: &mut title,
    };
    let mut lines = Vec::new();
    for (from, into) in &both.rows {
        let Some(kind) = schema.kind(&from.kind) else {
            continue;
        };
        let joins = kind.register.map(|register| register.refers);
        let told = kind
            .fields
            .iter()
            .filter(|field| field.is_told() && Some(field.key) != joins);
        for field in told {
            for cell in cells(field) {
                let values = [into, from].map(|row| pieces(&mut showing, field, &cell, row));
                if values.iter().all(Vec::is_empty) {
                    continue;
                }
                let choice = both.differing.get(&(from.kind.clone(), cell.clone()));
                lines.push(Line {
                    id: format!("l{}", lines.len()),
                    label: cell_label(&[kind], &cell, speech),
                    mark: mark(field, &cell, into, &values, choice.is_some(), speech),
                    values,
                    choice: choice.map(|is_other| Choice {
                        name: box_of(kind.key, &cell),
                        is_other: *is_other,
                    }),
                });
            }
        }
    }
    lines
}

/// The cells of a field that are shown by themselves: a set is one thing.
fn cells(field: &Field) -> Vec<String> {
    match field.ty {
        FieldType::Localized => LANGUAGES
            .iter()
            .map(|language| format!("{}/{language}", field.key))
            .collect(),
        _ => vec![field.key.to_owned()],
    }
}

fn pieces(showing: &mut Showing<'_>, field: &Field, cell: &str, row: &Row) -> Vec<Piece> {
    match field.ty {
        FieldType::Localized => {
            let value = row.cells.get(cell).into_iter();
            value.map(|value| showing.value(field, value)).collect()
        }
        _ => showing.field(field, &row.cells),
    }
}

/// What is said beside a label.
fn mark(
    field: &Field,
    cell: &str,
    into: &Row,
    values: &[Vec<Piece>; 2],
    is_chosen: bool,
    speech: &Speech,
) -> Option<String> {
    let differs = values[0] != values[1] && values.iter().all(|pieces| !pieces.is_empty());
    let key = match (&field.ty, is_chosen) {
        (_, true) => "same-differs",
        _ if !differs => return None,
        (FieldType::Set(_), false) => "same-together",
        _ if into.conflicts.iter().any(|at| at == cell) => "issue-conflict",
        _ => "same-stays",
    };
    Some(speech.say(key))
}

/// Merges the other one into this one, which takes what was chosen.
pub(super) fn merge(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let one = of_address(ask, node)?;
    let other = match other(node, &one, ask.form.text("with"))? {
        Ok(other) => other,
        Err(bar) => return pick(ask, node, &one, Some(bar)),
    };
    let both = node.both(other.id, one.id)?;
    if ask.form.text("seen") != seen(&both) {
        return beside(ask, node, (&one, &other), Changed::Yes);
    }
    let boxes = both.differing.into_keys();
    let taken = boxes.filter(|(kind, cell)| ask.form.text(&box_of(kind, cell)) == OF_OTHER);
    node.merge_taking(other.id, one.id, &taken.collect::<BTreeSet<_>>())?;
    tell(
        ask,
        ask.speech.say("same-did"),
        Some(format!("/id/{}/part", other.id)),
    );
    Reply::go(match ask.form.text("from") {
        FROM_LIST => "/twice".to_owned(),
        _ => format!("/id/{}", ask.id()?),
    })
}

/// Parts again what was merged.
pub(super) fn part(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let id = ask.id()?;
    node.show(id)?;
    let key = match node.unmerge(id)? {
        true => "same-parted",
        false => "edit-unchanged",
    };
    tell(ask, ask.speech.say(key), None);
    Reply::go(format!("/id/{id}"))
}
