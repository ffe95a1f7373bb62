//! Safety: ten things to look at, computed where they can be, each with what to do.

use askama::Template;
use tawro_pages::Speech;

use crate::driver::Node;
use crate::safe::{ASKED, State, note_of};
use crate::web::ask::Ask;
use crate::web::reply::{Answer, Reply};
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
    let states = node.safe()?.into_iter();
    Ok(states.map(|(key, state)| line(speech, key, state)).collect())
}

/// Where one does something about it.
fn place_of(key: &str) -> Option<&'static str> {
    match key {
        "paper" => Some("/paper"),
        "copy" => Some("/copies"),
        "logins" | "functions" => Some("/logins"),
        "differences" => Some("/differences"),
        _ => None,
    }
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
    node.keep_note(&note_of(key), is_so.then_some(now.as_str()))?;
    Reply::go("/safety")
}

fn line(speech: &Speech, key: &'static str, state: State) -> Line {
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
        to: place_of(key),
        is_asked: ASKED.contains(&key),
    }
}
