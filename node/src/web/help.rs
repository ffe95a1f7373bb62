//! Help: how this computer stands, in sentences without one name, to be sent to whoever accompanies the
//! association.

use askama::Template;
use tawro_core::schema::Family;
use tawro_core::time::Timestamp;
use tawro_pages::Speech;

use crate::driver::Node;
use crate::store::ListQuery;
use crate::web::ask::Ask;
use crate::web::card::moment;
use crate::web::reply::{Answer, Reply};
use crate::web::safety;
use crate::web::section::names_of;
use crate::web::together::{only_here, relay_said};
use crate::web::trouble::Trouble;

#[derive(Template)]
#[template(path = "help.html")]
struct Page<'a> {
    speech: &'a Speech,
    /// What is asked, and how it stands.
    lines: Vec<(String, String)>,
}

/// Shows it.
pub(super) fn page(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let mut lines = program(ask);
    lines.extend(computers(ask, node)?);
    lines.extend(records(ask, node)?);
    if node.access().manages() {
        let checks = safety::checks(&ask.speech, node)?;
        lines.extend(checks.into_iter().map(|check| (check.what, check.state_label)));
    }
    let page = Page {
        speech: &ask.speech,
        lines,
    };
    Ok(Reply::page(ask.speech.say("help-title"), &page)?.explained_by("safety#help"))
}

fn program(ask: &Ask<'_>) -> Vec<(String, String)> {
    let speech = &ask.speech;
    let version = format!("{} ({})", env!("CARGO_PKG_VERSION"), std::env::consts::OS);
    vec![
        (speech.say("help-program"), tawro_core::text::isolate(&version)),
        (speech.say("help-day"), speech.date(&ask.today())),
    ]
}

/// Computers are counted: their names are people's.
fn computers(ask: &Ask<'_>, node: &mut Node) -> Result<Vec<(String, String)>, Trouble> {
    let speech = &ask.speech;
    let status = node.status()?;
    let is_enrolled = node.hub()?.is_some();
    let active = status.devices.iter().filter(|device| !device.removed).count();
    let copied = node.last_copy()?.unwrap_or(Timestamp::UNKNOWN);
    let copied = match moment(copied, speech) {
        never if never.is_empty() => speech.say("help-never"),
        when => when,
    };
    let mut lines = vec![
        (speech.say("together-computers"), number(active, speech)),
        (
            speech.say("help-elsewhere"),
            only_here(speech, status.unsynced, is_enrolled),
        ),
        (speech.say("help-copied"), copied),
    ];
    if is_enrolled {
        let relay = relay_said(&ask.app.agreement.relay(), speech);
        lines.push((speech.say("help-relay"), relay));
    }
    if let Some(why) = status.hindrance.filter(|_| status.unsealed > 0) {
        let why = speech.say(&format!("hindered-{}", why.code()));
        lines.push((speech.say("help-hindered"), why));
    }
    if !status.unapplied.is_empty() {
        let count = number(status.unapplied.len(), speech);
        lines.push((speech.say("help-unapplied"), count));
    }
    Ok(lines)
}

/// How much there is, of what this person may see.
fn records(ask: &Ask<'_>, node: &mut Node) -> Result<Vec<(String, String)>, Trouble> {
    let schema = node.schema().clone();
    let mut lines = Vec::new();
    let names = Family::ALL
        .into_iter()
        .flat_map(|family| names_of(&schema, family));
    for name in names {
        if node.may_see(&name).is_ok() {
            let count = node.count(&name, &ListQuery::default())?;
            let count = usize::try_from(count).unwrap_or(usize::MAX);
            let line = || {
                (
                    ask.speech.say(&format!("{name}-plural")),
                    number(count, &ask.speech),
                )
            };
            lines.extend((count > 0).then(line));
        }
    }
    Ok(lines)
}

fn number(count: usize, speech: &Speech) -> String {
    speech.number(i64::try_from(count).unwrap_or(i64::MAX))
}
