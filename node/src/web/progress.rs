//! The progress sheet: each fact about the association, shown to YES by name or not, as somebody here decides.

use std::collections::BTreeSet;

use askama::Template;
use data_encoding::HEXLOWER;
use tawro_core::share::SignedSheet;
use tawro_pages::{Speech, called};

use crate::driver::Node;
use crate::reporting::{Fact, Shown};
use crate::web::ask::Ask;
use crate::web::card::moment;
use crate::web::leaves::are_several;
use crate::web::login::tell;
use crate::web::reply::{Answer, Reply};
use crate::web::trouble::{Trouble, said};

const HERE: &str = "/indicators/progress";

#[derive(Template)]
#[template(path = "progress.html")]
struct Page<'a> {
    speech: &'a Speech,
    token: &'a str,
    period: String,
    seen: String,
    facts: Vec<Line>,
    /// The lines of the public card.
    card: Vec<String>,
    card_is_shown: bool,
    /// Who made the sheet that stands, and when.
    made: Option<String>,
    /// What became of it, and what to do if it was rejected.
    stands: Option<(String, String)>,
    is_empty: bool,
    /// The association has several computers.
    are_several: bool,
}

/// One fact.
struct Line {
    code: String,
    label: String,
    means: String,
    /// What would be shown; nothing of what does not concern the association.
    says: Option<String>,
    is_shown: bool,
    /// What the sheet that stands says, where the records say otherwise by now.
    stale: Option<String>,
}

/// Shows what may be shown, and what is.
pub(super) fn page(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let progress = node.progress()?;
    let speech = &ask.speech;
    let sheet = progress.last.as_ref().map(|last| last.sheet.sheet());
    let seen = HEXLOWER.encode(&progress.seen());
    let card = progress.card;
    let card = [card.name_ar, card.name_fr, card.website];
    let page = Page {
        speech,
        token: ask.token(),
        seen,
        period: called::period(progress.period, speech),
        facts: progress
            .facts
            .iter()
            .map(|fact| line(fact, progress.last.as_ref(), speech))
            .collect(),
        card: card.into_iter().filter(|line| !line.is_empty()).collect(),
        card_is_shown: sheet.is_some_and(|sheet| sheet.card.is_some()),
        made: progress.last.as_ref().map(|last| made(last, speech)),
        stands: progress.last.as_ref().map(|last| stands(last, speech)),
        are_several: are_several(node)?,
        is_empty: sheet.is_none_or(|sheet| sheet.facts.is_empty() && sheet.card.is_none()),
    };
    Ok(Reply::page(speech.say("progress-title"), &page)?.explained_by("association#progress"))
}

fn line(fact: &Fact, last: Option<&Shown>, speech: &Speech) -> Line {
    let code = fact.indicator.code.to_string();
    let shown = last.and_then(|last| last.sheet.sheet().facts.get(&code).copied());
    let says = |holds: bool| speech.say(if holds { "page-yes" } else { "page-no" });
    Line {
        label: called::indicator(fact.indicator, speech),
        means: called::meaning(fact.indicator, speech),
        says: fact.holds.map(says),
        is_shown: shown.is_some(),
        stale: shown
            .filter(|shown| Some(*shown) != fact.holds)
            .map(|shown| speech.with("progress-stale", "said", &says(shown))),
        code,
    }
}

fn made(last: &Shown, speech: &Speech) -> String {
    let facts = [
        ("who", last.who.as_str().into()),
        ("when", moment(last.at, speech).into()),
    ];
    speech.tell("progress-made", &facts)
}

fn stands(last: &Shown, speech: &Speech) -> (String, String) {
    match &last.answer {
        None => (speech.say("progress-waits"), String::new()),
        Some(answer) => match &answer.rejected {
            None => (
                speech.with("progress-received", "when", &moment(answer.at, speech)),
                String::new(),
            ),
            Some(code) => said(code, &[], speech),
        },
    }
}

/// Makes the sheet of what is ticked.
pub(super) fn show(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    if ask.form.text("seen") != HEXLOWER.encode(&node.progress()?.seen()) {
        tell(ask, ask.speech.say("progress-changed"), None);
        return Reply::go(HERE);
    }
    let codes: BTreeSet<String> = ask.form.all("show").map(str::to_owned).collect();
    let with_card = ask.form.text("card") == "yes";
    node.show_progress(&codes, with_card)?;
    let said = match codes.is_empty() && !with_card {
        true => "progress-taken-back",
        false => "progress-done",
    };
    tell(ask, ask.speech.say(said), None);
    Reply::go(HERE)
}

/// The exact bytes of the sheet, to be carried.
pub(super) fn file(_: &mut Ask<'_>, node: &mut Node) -> Answer {
    let sheet: SignedSheet = node.progress_shown()?.ok_or(Trouble::Nowhere)?.sheet;
    Ok(Reply::File {
        name: format!("tawro-{}.sheet", sheet.sheet().made.0),
        kind: "application/octet-stream",
        bytes: sheet.to_bytes(),
    })
}
