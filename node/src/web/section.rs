//! One part of the program: its registers, each with how many there are and a way to add one.

use askama::Template;
use tawro_core::schema::own::declares;
use tawro_core::schema::{Family, Kind, Schema, dues, presence};
use tawro_pages::Speech;

use crate::driver::Node;
use crate::store::{ListQuery, ListRow};
use crate::web::ask::Ask;
use crate::web::reply::{Answer, Reply};
use crate::web::shown::called;
use crate::web::trouble::Trouble;

#[derive(Template)]
#[template(path = "section.html")]
struct Page<'a> {
    speech: &'a Speech,
    title: String,
    about: String,
    registers: Vec<Register>,
    /// The part that is about the association itself also leads to what keeps it safe.
    is_association: bool,
    /// That about people leads to those who may be there twice.
    finds_twins: bool,
    manages: bool,
    /// That of a programme leads to what is published of it.
    publishes: bool,
    /// That about money leads to those who owe: of each period, what it is called and where they are.
    owing: Option<Vec<(String, String)>>,
}

/// Periods whose debtors are one press away.
const PERIODS: usize = 2;

struct Register {
    name: String,
    label: String,
    count: String,
    /// There is one of it, at this address.
    only: Option<String>,
    writes: bool,
}

/// Shows it.
pub(super) fn page(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let family = Family::ALL
        .into_iter()
        .find(|family| family.key() == ask.part("part"));
    let family = family
        .filter(|family| *family != Family::Access)
        .ok_or(Trouble::Nowhere)?;
    let schema = node.schema().clone();
    let names = names_of(&schema, family);
    if names.is_empty() {
        return Err(Trouble::Nowhere);
    }
    let mut registers = Vec::new();
    for name in names {
        // What declares fields has a page of its own.
        if node.may_see(&name).is_err() || declares(&name) {
            continue;
        }
        let is_only = schema.kind(&name).is_some_and(|kind| kind.singleton);
        let count = node.count(&name, &ListQuery::default())?;
        registers.push(Register {
            label: ask.speech.say(&match is_only {
                true => name.clone(),
                false => format!("{name}-plural"),
            }),
            count: ask.speech.number(i64::try_from(count).unwrap_or(i64::MAX)),
            only: is_only.then(|| format!("/id/{}", node.only(&name))),
            writes: node.may_write(&name).is_ok()
                && schema.kind(&name).is_none_or(|kind| kind.about().is_none()),
            name,
        });
    }
    if registers.is_empty() {
        return Err(crate::fault::NodeError::NotAllowed.into());
    }
    let key = family.key();
    let page = Page {
        speech: &ask.speech,
        title: ask.speech.say(&format!("part-{key}")),
        about: ask.speech.say(&format!("part-{key}-about")),
        registers,
        is_association: family == Family::Association,
        finds_twins: family == Family::People && node.may_write(presence::PERSON).is_ok(),
        manages: node.access().manages(),
        publishes: family == Family::Programme && node.may_publish().is_ok(),
        owing: match family {
            Family::Giving => periods(node, &ask.speech)?,
            _ => None,
        },
    };
    Ok(Reply::page(page.title.clone(), &page)?.explained_by(key))
}

/// The latest periods of dues, where this person may see who owes.
fn periods(node: &mut Node, speech: &Speech) -> Result<Option<Vec<(String, String)>>, Trouble> {
    if node.may_see(dues::PERIOD).is_err() || node.may_see(dues::MEMBERSHIP).is_err() {
        return Ok(None);
    }
    let rows = node.list(dues::PERIOD, &ListQuery::default())?;
    let latest = rows.iter().rev().take(PERIODS);
    let link = |row: &ListRow| (called(&row.title, speech), format!("/id/{}/owing", row.id));
    Ok(Some(latest.map(link).collect()))
}

/// What a part keeps: registers, the kinds beside them, and last what is not of every day.
pub(super) fn names_of(schema: &Schema, family: Family) -> Vec<String> {
    let mut kinds: Vec<_> = schema.kinds().filter(|kind| kind.family == family).collect();
    kinds.sort_by_key(|kind| (kind.seldom, kind.register.is_none()));
    let name = |kind: &&Kind| kind.register.map_or(kind.key, |register| register.key);
    kinds.iter().map(name).map(str::to_owned).collect()
}
