//! Membership cards: one of its own size, or many on pages to cut.

use tawro_core::code::CardDay;
use tawro_core::id::RecordId;
use tawro_core::schema::{dues, papers};
use tawro_core::text::plain;

use crate::driver::Node;
use crate::import::{Part, Profile};
use crate::paper::{Cards, Face, Fact, Paper, Words, qr};
use crate::store::{ListQuery, ListRow};
use crate::view::Shown;
use crate::web::ask::Ask;
use crate::web::list::Asked;
use crate::web::login::tell;
use crate::web::prints::head::head;
use crate::web::prints::{Print, words};
use crate::web::reply::{Answer, Reply};
use crate::web::shown::{Showing, called, label};
use crate::web::trouble::Trouble;

/// As many as a person cuts in a morning; more are made by another filter.
const CARDS_MAX: usize = 300;

/// The card of one member.
pub(in crate::web) fn card(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let id = ask.id()?;
    let Shown { row, name, .. } = node.show(id)?;
    let back = (format!("/id/{id}"), called(&row.title, &ask.speech));
    let file = format!("{}-{}", ask.speech.say("file-card"), row.title);
    printed(ask, node, &name, vec![row], (back, file))
}

/// The cards of the list that is on the screen, or of the rows of it that were chosen.
pub(in crate::web) fn cards(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let schema = node.schema().clone();
    let profile = Profile::of(&schema, ask.part("name")).ok_or(Trouble::Nowhere)?;
    let asked = Asked::of(ask, &profile);
    let chosen: Vec<RecordId> = ask
        .query
        .text("rows")
        .split('.')
        .filter_map(|id| id.parse().ok())
        .take(CARDS_MAX)
        .collect();
    let rows = match chosen.is_empty() {
        true => node.list(
            profile.key,
            &ListQuery {
                limit: CARDS_MAX,
                ..asked.query(&profile, ask)?
            },
        )?,
        false => {
            let shown = chosen.into_iter().map(|id| node.show(id));
            let shown: Vec<Shown> = shown.collect::<Result<_, _>>()?;
            shown.into_iter().map(|shown| shown.row).collect()
        }
    };
    let name = profile.key.to_owned();
    let back = (
        asked.address(&profile, &[]),
        ask.speech.say(&format!("{name}-plural")),
    );
    let file = ask.speech.say("file-cards");
    printed(ask, node, &name, rows, (back, file))
}

fn printed(
    ask: &Ask<'_>,
    node: &mut Node,
    name: &str,
    rows: Vec<ListRow>,
    (back, file): ((String, String), String),
) -> Answer {
    let schema = node.schema().clone();
    let profile = Profile::of(&schema, name).filter(|profile| profile.role.key == dues::MEMBERSHIP);
    let profile = profile.ok_or(Trouble::Nowhere)?;
    let today = ask.today();
    let until = node.cards_hold_until(&today)?.ok_or(Trouble::Nowhere)?;
    if rows.len() == CARDS_MAX {
        let shown = ask.speech.number(i64::try_from(CARDS_MAX).unwrap_or(i64::MAX));
        tell(ask, ask.speech.with("print-cards-some", "shown", &shown), None);
    }
    // Whoever left has no card, however they came into a list.
    let rows = rows
        .into_iter()
        .filter(|row| dues::belongs(&row.cells) && !row.deleted);
    let mut faces = Vec::new();
    for row in rows {
        faces.push(face(ask, node, &profile, &row, until)?);
    }
    if faces.is_empty() {
        tell(ask, ask.speech.say("print-cards-none"), None);
        return Reply::go(back.0);
    }
    let speech = &ask.speech;
    let title = speech.say("print-card");
    let head = head(ask, node, &title)?;
    let cards = Cards {
        head,
        single: ask.path_begins("/id/"),
        cards: faces,
    };
    Print {
        title,
        file,
        sheets: cards.set()?,
        back,
        message: None,
        also: None,
        help: "people#cards",
    }
    .answer(ask)
}

fn face(
    ask: &Ask<'_>,
    node: &mut Node,
    profile: &Profile<'_>,
    row: &ListRow,
    until: CardDay,
) -> Result<Face, Trouble> {
    let speech = &ask.speech;
    let code = node.make_card(row.id, until)?;
    let shown = papers::card(&row.cells);
    let mut untitled = |_| None;
    let mut showing = Showing {
        schema: profile.schema,
        speech,
        title: &mut untitled,
    };
    let kind = profile.kind(Part::Role);
    let facts = [shown.number, shown.category].into_iter().filter_map(|key| {
        let field = kind.field(key)?;
        let pieces = words(showing.field(field, &row.cells));
        let label = plain(&label(kind, field, speech));
        (!pieces.is_empty()).then_some(Fact { label, pieces })
    });
    let mut facts: Vec<Fact> = facts.collect();
    facts.push(Fact {
        label: speech.say("print-card-until"),
        pieces: vec![Words::ltr(speech.date(&until.to_string()))],
    });
    let names = match shown.names.is_empty() {
        true => vec![row.title.clone()],
        false => shown.names,
    };
    // A card's code is always short enough for one.
    let qr = qr::picture(&code.to_string()).unwrap_or_default();
    Ok(Face { names, facts, qr })
}
