//! Finding: one box for everything, what was deleted, and what people differ on.

use std::collections::BTreeSet;

use askama::Template;
use tawro_core::code::Card;
use tawro_core::id::RecordId;
use tawro_core::schema::own::declares;
use tawro_core::schema::presence;
use tawro_pages::Speech;

use crate::driver::Node;
use crate::store::{ListQuery, ListRow};
use crate::web::ask::Ask;
use crate::web::checked;
use crate::web::list::marks;
use crate::web::reply::{Answer, Reply};
use crate::web::section::names_of;
use crate::web::shown::called;
use crate::web::trouble::Trouble;

#[derive(Template)]
#[template(path = "found.html")]
struct Page<'a> {
    speech: &'a Speech,
    token: &'a str,
    title: String,
    about: String,
    nothing: String,
    groups: Vec<Group>,
    /// Each may be brought back.
    restores: bool,
}

struct Group {
    name: String,
    label: String,
    more: Option<String>,
    rows: Vec<Line>,
}

struct Line {
    id: String,
    /// The person of whom it is a role.
    of: Option<RecordId>,
    title: String,
    marks: Vec<String>,
}

/// Rows of one register that are shown before its own list must be opened.
const SOME: usize = 8;
const MANY: usize = 100;

/// Finds what somebody typed, in every register that they may look at.
pub(super) fn search(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let text = ask.query.text("q").trim().to_owned();
    if Card::is_meant(&text) {
        return checked::page(ask, node, &text);
    }
    let more = |name: &str| format!("/r/{name}?q={}", tawro_pages::fields::escape(&text));
    let query = ListQuery {
        search: text.clone(),
        limit: SOME + 1,
        ..ListQuery::default()
    };
    let mut groups = match text.is_empty() {
        true => Vec::new(),
        false => gather(ask, node, &query, SOME, Some(&more))?,
    };
    // What fields are called is no record that somebody looks for.
    groups.retain(|group| !declares(&group.name));
    once(&mut groups);
    let page = Page {
        speech: &ask.speech,
        token: ask.token(),
        title: ask.speech.with("search-title", "text", &text),
        about: String::new(),
        nothing: ask.speech.say("search-nothing"),
        groups,
        restores: false,
    };
    Ok(Reply::page(page.title.clone(), &page)?.explained_by("begin#search"))
}

/// Whoever is found by a role is not found once more as a person.
fn once(groups: &mut Vec<Group>) {
    let of = groups
        .iter()
        .flat_map(|group| &group.rows)
        .filter_map(|row| row.of);
    let of: BTreeSet<String> = of.map(|id| id.to_string()).collect();
    for group in groups.iter_mut().filter(|group| group.name == presence::PERSON) {
        group.rows.retain(|row| !of.contains(&row.id));
    }
    groups.retain(|group| !group.rows.is_empty() || group.more.is_some());
}

/// What was deleted.
pub(super) fn trash(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let query = ListQuery {
        only_deleted: true,
        limit: MANY,
        ..ListQuery::default()
    };
    let groups = gather(ask, node, &query, MANY, None)?;
    let page = Page {
        speech: &ask.speech,
        token: ask.token(),
        title: ask.speech.say("trash-title"),
        about: ask.speech.say("trash-about"),
        nothing: ask.speech.say("trash-nothing"),
        groups,
        restores: true,
    };
    Ok(Reply::page(page.title.clone(), &page)?.explained_by("safety#trash"))
}

/// Where people differ.
pub(super) fn differences(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let query = ListQuery {
        only_conflicts: true,
        limit: MANY,
        ..ListQuery::default()
    };
    let groups = gather(ask, node, &query, MANY, None)?;
    let page = Page {
        speech: &ask.speech,
        token: ask.token(),
        title: ask.speech.say("differences-title"),
        about: ask.speech.say("differences-about"),
        nothing: ask.speech.say("differences-nothing"),
        groups,
        restores: false,
    };
    Ok(Reply::page(page.title.clone(), &page)?.explained_by("together#differences"))
}

fn gather(
    ask: &Ask<'_>,
    node: &mut Node,
    query: &ListQuery,
    shown: usize,
    more: Option<&dyn Fn(&str) -> String>,
) -> Result<Vec<Group>, Trouble> {
    let schema = node.schema().clone();
    let mut groups = Vec::new();
    for family in tawro_core::schema::Family::ALL {
        for name in names_of(&schema, family) {
            if node.may_see(&name).is_err() {
                continue;
            }
            let mut rows = node.list(&name, query)?;
            let has_more = rows.len() > shown;
            rows.truncate(shown);
            if rows.is_empty() {
                continue;
            }
            let line = |row: &ListRow| Line {
                id: row.id.to_string(),
                of: row.referred,
                title: called(&row.title, &ask.speech),
                marks: marks(row, &ask.speech),
            };
            groups.push(Group {
                label: ask.speech.say(&format!("{name}-plural")),
                more: more.filter(|_| has_more).map(|more| more(&name)),
                rows: rows.iter().map(line).collect(),
                name,
            });
        }
    }
    Ok(groups)
}
