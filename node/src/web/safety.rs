//! Safety: ten things to look at, computed where they can be, each with what to do.

use askama::Template;
use tawro_core::time::Timestamp;
use tawro_pages::Speech;

use crate::driver::Node;
use crate::store::ListQuery;
use crate::web::ask::Ask;
use crate::web::reply::{Answer, Reply};
use crate::web::section::names_of;
use crate::web::trouble::Trouble;

#[derive(Template)]
#[template(path = "safety.html")]
struct Page<'a> {
    speech: &'a Speech,
    token: &'a str,
    checks: Vec<Line>,
    summary: String,
}

/// One of the ten things.
pub(super) struct Line {
    key: &'static str,
    pub(super) what: String,
    next: String,
    state: &'static str,
    pub(super) state_label: String,
    to: Option<&'static str>,
    /// Only a person knows: they say so here.
    is_asked: bool,
}

/// How one thing stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Good,
    Careful,
    /// Nobody has said yet.
    Unsaid,
}

/// A copy that is older is missed when it is needed.
const COPY_DAYS_MAX: i64 = 30;
/// This program did not exist then.
const CLOCK_MIN: Timestamp = Timestamp(1_767_225_600);
/// What a person says for themselves.
const ASKED: [&str; 3] = ["screen", "phone", "updates"];

/// Shows how things stand.
pub(super) fn page(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    node.may_manage()?;
    let checks = checks(&ask.speech, node)?;
    let good = checks.iter().filter(|line| line.state == "good").count();
    let facts = [("good", good.into()), ("all", checks.len().into())];
    let page = Page {
        speech: &ask.speech,
        token: ask.token(),
        summary: ask.speech.tell("safety-summary", &facts),
        checks,
    };
    Ok(Reply::page(ask.speech.say("safety-title"), &page)?.explained_by("safety#checks"))
}

/// How each of the ten stands.
pub(super) fn checks(speech: &Speech, node: &mut Node) -> Result<Vec<Line>, Trouble> {
    let states = [
        ("paper", Some("/paper"), paper(node)?),
        ("copy", Some("/copies"), copy(node)?),
        ("second", None, second(node)?),
        ("logins", Some("/logins"), logins(node)?),
        ("functions", Some("/logins"), functions(node)?),
        ("differences", Some("/differences"), differences(node)?),
        ("clock", None, good_if(node.clock() > CLOCK_MIN)),
    ];
    let mut checks: Vec<Line> = states
        .into_iter()
        .map(|(key, to, state)| line(speech, key, to, state, false))
        .collect();
    for key in ASKED {
        let said = node.note(&format!("safety/{key}"))?.is_some();
        let state = if said { State::Good } else { State::Unsaid };
        checks.push(line(speech, key, None, state, true));
    }
    Ok(checks)
}

/// What a person says of what only they know.
pub(super) fn say(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    node.may_manage()?;
    let asked = ask.form.text("check");
    let key = ASKED
        .into_iter()
        .find(|key| *key == asked)
        .ok_or(Trouble::Nowhere)?;
    let is_so = ask.form.text("is") == "so";
    let now = ask.now.0.to_string();
    node.keep_note(&format!("safety/{key}"), is_so.then_some(now.as_str()))?;
    Reply::go("/safety")
}

fn line(speech: &Speech, key: &'static str, to: Option<&'static str>, state: State, is_asked: bool) -> Line {
    let state = match state {
        State::Good => "good",
        State::Careful => "careful",
        State::Unsaid => "unsaid",
    };
    Line {
        key,
        what: speech.say(&format!("safety-{key}")),
        next: speech.say(&format!("safety-{key}-do")),
        state,
        state_label: speech.say(&format!("safety-is-{state}")),
        to,
        is_asked,
    }
}

fn good_if(is_good: bool) -> State {
    if is_good { State::Good } else { State::Careful }
}

fn paper(node: &mut Node) -> Result<State, Trouble> {
    Ok(good_if(node.recovery_is_on_paper()?))
}

fn copy(node: &mut Node) -> Result<State, Trouble> {
    let now = node.clock();
    let last = node.last_copy()?;
    let is_fresh = last.is_some_and(|at| (now.0 - at.0).abs() < COPY_DAYS_MAX * 86_400);
    Ok(good_if(is_fresh))
}

/// Another computer of the association has what this one has.
fn second(node: &mut Node) -> Result<State, Trouble> {
    let status = node.status()?;
    let active = status.devices.iter().filter(|device| !device.removed).count();
    Ok(good_if(active > 1 && status.unsynced == 0))
}

/// Nobody shares a passphrase where everybody has one.
fn logins(node: &mut Node) -> Result<State, Trouble> {
    Ok(good_if(node.logins()?.len() > 1))
}

fn functions(node: &mut Node) -> Result<State, Trouble> {
    Ok(good_if(
        node.logins()?.iter().all(|login| !login.functions.is_empty()),
    ))
}

fn differences(node: &mut Node) -> Result<State, Trouble> {
    let query = ListQuery {
        only_conflicts: true,
        limit: 1,
        ..ListQuery::default()
    };
    let schema = node.schema().clone();
    for family in tawro_core::schema::Family::ALL {
        for name in names_of(&schema, family) {
            if !node.list(&name, &query)?.is_empty() {
                return Ok(State::Careful);
            }
        }
    }
    Ok(State::Good)
}
