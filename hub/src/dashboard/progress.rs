//! Progress sheets: what each association shows of itself by name, to who runs the programme and nobody else.

use askama::Template;
use tawro_core::indicator::{Indicator, Source, catalogue};
use tawro_core::share::PublicCard;
use tawro_pages::{Speech, called};

use crate::dashboard::asked::Ask;
use crate::dashboard::reply::{Answer, Reply};
use crate::dashboard::say;
use crate::published::Progress;

#[derive(Template)]
#[template(path = "progress.html")]
struct Page<'a> {
    speech: &'a Speech,
    facts: Vec<Fact>,
    lines: Vec<Line>,
}

/// A fact, and how many of those who show it say yes.
struct Fact {
    label: String,
    said: String,
}

/// An association.
struct Line {
    name: String,
    came: String,
    yes: Vec<String>,
    no: Vec<String>,
    /// The lines of its public card.
    card: Vec<String>,
}

/// Everybody who shows something.
pub(super) fn page(ask: &mut Ask<'_>) -> Answer {
    ask.must_be_in()?;
    let all = ask.app.setting.source.shown()?.progress;
    let speech = &ask.speech;
    let shows = |one: &&Progress| !one.sheet.facts.is_empty() || one.sheet.card.is_some();
    let facts = catalogue().iter().filter(|one| one.source == Source::Fact);
    let page = Page {
        speech,
        facts: facts.filter_map(|one| fact(one, &all, speech)).collect(),
        lines: all.iter().filter(shows).map(|one| line(one, speech)).collect(),
    };
    Reply::page(speech.say("dash-progress"), &page)
}

fn fact(indicator: &Indicator, all: &[Progress], speech: &Speech) -> Option<Fact> {
    let code = indicator.code.to_string();
    let said = all.iter().filter_map(|one| one.sheet.facts.get(&code));
    let (yes, shown) = said.fold((0, 0), |(yes, shown), holds| (yes + i64::from(*holds), shown + 1));
    let facts = [
        ("number", speech.number(yes).into()),
        ("of", speech.number(shown).into()),
    ];
    (shown > 0).then(|| Fact {
        label: called::indicator(indicator, speech),
        said: speech.tell("dash-of", &facts),
    })
}

fn line(one: &Progress, speech: &Speech) -> Line {
    let held = |holds: bool| {
        // In the order of the catalogue; what this program does not know says nothing to anybody.
        let known = catalogue().iter();
        let said = known.filter(|known| one.sheet.facts.get(&known.code.to_string()) == Some(&holds));
        said.map(|known| called::indicator(known, speech)).collect()
    };
    let PublicCard {
        name_ar,
        name_fr,
        website,
    } = one.sheet.card.clone().unwrap_or_default();
    let card = [name_ar, name_fr, website].into_iter();
    Line {
        name: one.association.clone(),
        came: say::moment(one.came, speech),
        yes: held(true),
        no: held(false),
        card: card.filter(|line| !line.is_empty()).collect(),
    }
}
