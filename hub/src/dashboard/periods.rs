//! The periods: how far each has come, who has not reported, what was opened, and its figures to take along.

use std::collections::BTreeSet;
use std::sync::Arc;

use askama::Template;
use tawro_core::indicator::{Period, catalogue};
use tawro_core::share::{Opening, Published};
use tawro_pages::{Speech, called};

use crate::dashboard::asked::Ask;
use crate::dashboard::reply::{Answer, Reply, Trouble};
use crate::dashboard::say;
use crate::export;
use crate::published::{Shown, Standing, State};
use crate::report::{self, Asked};

#[derive(Template)]
#[template(path = "periods.html")]
struct List<'a> {
    speech: &'a Speech,
    periods: Vec<Line>,
    is_in: bool,
    /// What is begun next.
    next: Option<Period>,
    /// The years of which something is published, the newest first.
    years: Vec<String>,
}

struct Line {
    to: String,
    label: String,
    state: String,
    reports: String,
    closes: String,
}

/// All periods, the newest first.
pub(super) fn list(ask: &mut Ask<'_>) -> Answer {
    ask.may_look()?;
    let shown = ask.app.setting.source.shown()?;
    let speech = &ask.speech;
    let periods = shown
        .standings
        .iter()
        .rev()
        .map(|one| line(one, speech))
        .collect();
    let newest = shown.standings.last().map(|one| one.period);
    let years: BTreeSet<i64> = shown
        .periods
        .iter()
        .map(|one| one.period.first().year())
        .collect();
    let list = List {
        speech,
        periods,
        is_in: ask.is_in(),
        next: newest.and_then(Period::next),
        years: years.iter().rev().map(ToString::to_string).collect(),
    };
    Reply::page(speech.say("dash-periods"), &list)
}

fn line(standing: &Standing, speech: &Speech) -> Line {
    let facts = [
        ("number", speech.number(standing.reports as i64).into()),
        ("of", speech.number(standing.asked as i64).into()),
    ];
    Line {
        to: format!("/period/{}", standing.period),
        label: called::period(standing.period, speech),
        state: state(standing, speech),
        reports: speech.tell("dash-of", &facts),
        closes: say::day(standing.period.closes(), speech),
    }
}

fn state(standing: &Standing, speech: &Speech) -> String {
    speech.say(&format!("dash-state-{}", standing.state.code().to_lowercase()))
}

#[derive(Template)]
#[template(path = "period.html")]
struct Page<'a> {
    speech: &'a Speech,
    line: Line,
    is_published: bool,
    is_in: bool,
    code: String,
    missing: Vec<String>,
    /// To be copied for those who have not reported, while they still can.
    reminder: Option<String>,
    /// What to do now that the last day is past.
    close: Option<String>,
    openings: Vec<Opened>,
    tables: Option<String>,
}

/// What the ledger says of an opening.
struct Opened {
    at: String,
    manifest: String,
    published: String,
    opened: String,
}

/// One period.
pub(super) fn page(ask: &mut Ask<'_>) -> Answer {
    ask.may_look()?;
    let period: Period = ask.part("period").parse().map_err(|_| Trouble::Nowhere)?;
    let shown = ask.app.setting.source.shown()?;
    let speech = &ask.speech;
    let standing = shown.standings.iter().find(|one| one.period == period);
    let standing = standing.ok_or(Trouble::Nowhere)?;
    let is_in = ask.is_in();
    let tasks = tasks(&shown, period);
    let is_open = standing.state == State::Open;
    let is_past = is_open && period.window_is_past(ask.now);
    let page = Page {
        speech,
        line: line(standing, speech),
        is_published: standing.state == State::Published,
        is_in,
        code: period.to_string(),
        missing: if is_in {
            standing.missing.clone()
        } else {
            Vec::new()
        },
        reminder: (is_in && is_open && !standing.missing.is_empty())
            .then(|| reminder(standing, is_past, &ask.app.setting.owner, speech)),
        close: (is_in && is_past).then(|| speech.say("dash-close")),
        openings: openings(&shown, tasks, speech),
        tables: (!tasks.is_empty()).then(|| tables(tasks, speech)),
    };
    Reply::page(called::period(period, speech), &page)
}

fn tasks(shown: &Shown, period: Period) -> &[Published] {
    let found = shown.periods.iter().find(|one| one.period == period);
    found.map_or(&[], |one| one.tasks.as_slice())
}

/// A text for a messenger. It names nobody: who has not reported is told so alone.
fn reminder(standing: &Standing, is_past: bool, owner: &str, speech: &Speech) -> String {
    let facts = [
        ("period", called::period(standing.period, speech).into()),
        ("day", say::day(standing.period.closes(), speech).into()),
        ("owner", owner.into()),
    ];
    let key = match is_past {
        true => "dash-reminder-late",
        false => "dash-reminder",
    };
    // Marks of direction are for pages: a messenger has its own.
    tawro_core::text::plain(&speech.tell(key, &facts))
}

fn openings(shown: &Shown, tasks: &[Published], speech: &Speech) -> Vec<Opened> {
    let of_period = |opening: &&Opening| tasks.iter().any(|task| task.task == opening.task());
    let opened = |opening: &Opening| Opened {
        at: say::moment(opening.at(), speech),
        manifest: short(&opening.manifest()),
        published: short(&opening.published()),
        opened: speech.number(opening.opened().len() as i64),
    };
    shown
        .ledger
        .openings()
        .iter()
        .filter(of_period)
        .map(opened)
        .collect()
}

/// Enough of a hash to compare by eye.
fn short(hash: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(&hash[..hash.len().min(8)])
}

fn tables(tasks: &[Published], speech: &Speech) -> String {
    let tables = || tasks.iter().flat_map(|task| &task.tables);
    let open = tables().filter(|table| table.cells().is_some()).count();
    let withheld = tables().count() - open;
    let facts = [("open", open.into()), ("withheld", withheld.into())];
    speech.tell("dash-tables", &facts)
}

/// The figures of a period as a file, by its ending.
pub(super) fn export(ask: &mut Ask<'_>) -> Answer {
    ask.may_look()?;
    let file = ask.part("file").to_owned();
    let (period, ending) = file.rsplit_once('.').ok_or(Trouble::Nowhere)?;
    let period: Period = period.parse().map_err(|_| Trouble::Nowhere)?;
    let shown = ask.app.setting.source.shown()?;
    let tasks = tasks(&shown, period);
    if tasks.is_empty() {
        return Err(Trouble::Nowhere);
    }
    let rows = export::rows(tasks, catalogue(), &shown.goals);
    let (words, lang) = (&ask.app.setting.words, ask.speech.lang());
    let (kind, bytes) = match ending {
        "json" => ("application/json", export::json(&rows)),
        "csv" => ("text/csv; charset=utf-8", export::csv(&rows, words, lang)),
        "xlsx" => (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            export::xlsx(&rows, words, lang)?,
        ),
        _ => return Err(Trouble::Nowhere),
    };
    Ok(Reply::File {
        name: format!("tawro-{period}.{ending}"),
        kind,
        bytes,
    })
}

/// The ministry report of a period, or of a longer one, by its ending. Making it takes seconds: it is for who
/// knows the password.
pub(super) fn report(ask: &mut Ask<'_>) -> Answer {
    ask.must_be_in()?;
    let file = ask.part("file").to_owned();
    let (period, ending) = file.rsplit_once('.').ok_or(Trouble::Nowhere)?;
    let period: Period = period.parse().map_err(|_| Trouble::Nowhere)?;
    let shown = ask.app.setting.source.shown()?;
    let asked = Asked {
        shown: &shown,
        period,
        indicators: catalogue(),
        goals: &shown.goals,
        today: &say::stored_day(ask.now),
    };
    let made = report::report(&asked, Arc::clone(&ask.app.setting.words), ask.speech.lang())?;
    let (kind, bytes) = match ending {
        "pdf" => ("application/pdf", made.pdf()?),
        "docx" => (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            made.docx()?,
        ),
        _ => return Err(Trouble::Nowhere),
    };
    Ok(Reply::File {
        name: format!("tawro-{period}-{}.{ending}", ask.speech.lang().tag()),
        kind,
        bytes,
    })
}
