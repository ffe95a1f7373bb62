//! What is due: every date by which somebody has to do something, the next first.

use askama::Template;
use tawro_core::schema::published::LEGAL_DEADLINE;
use tawro_core::schema::{Date, Deadline, Kind, Scalar};
use tawro_core::time::Timestamp;
use tawro_pages::Speech;

use crate::driver::Node;
use crate::store::{Filter, ListQuery, Sort, Test};
use crate::web::ask::Ask;
use crate::web::news;
use crate::web::reply::{Answer, Reply};
use crate::web::trouble::Trouble;

/// Something that is due.
pub(super) struct Due {
    day: String,
    pub(super) shown: String,
    pub(super) what: String,
    pub(super) title: String,
    pub(super) to: String,
    pub(super) is_late: bool,
}

#[derive(Template)]
#[template(path = "due.html")]
struct Page<'a> {
    speech: &'a Speech,
    all: Vec<Due>,
}

/// How far one looks ahead, and back at what has passed and needs no more than being known.
const DAYS_AHEAD: i64 = 90;
const DAYS_BACK: i64 = 7;
/// Of one kind; more is a list of its own.
const MANY: usize = 100;

/// Shows all of it.
pub(super) fn page(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let page = Page {
        speech: &ask.speech,
        all: due(ask, node)?,
    };
    Ok(Reply::page(ask.speech.say("due-title"), &page)?.explained_by("begin#due"))
}

/// What is due, the next first.
pub(super) fn due(ask: &Ask<'_>, node: &mut Node) -> Result<Vec<Due>, Trouble> {
    let schema = node.schema().clone();
    let mut all = Vec::new();
    for kind in schema.kinds() {
        for deadline in &kind.deadlines {
            if node.may_see(kind.key).is_ok() {
                all.extend(of(ask, node, kind, *deadline)?);
            }
        }
    }
    all.extend(by_law(ask, node)?);
    all.sort_by(|a, b| a.day.cmp(&b.day));
    Ok(all)
}

/// Days that the law sets for all, as the programme's newest edition has them.
fn by_law(ask: &Ask<'_>, node: &mut Node) -> Result<Vec<Due>, Trouble> {
    let Some(edition) = node.edition()? else {
        return Ok(Vec::new());
    };
    let (today, last) = (day_of(ask.now, 0), day_of(ask.now, DAYS_AHEAD));
    let Ok(today) = Date::from_iso(&today) else {
        return Ok(Vec::new());
    };
    let all = edition.programme().legal_deadlines().into_iter();
    let due = all.filter_map(|one| {
        let day = one.next(today)?.to_string();
        (day <= last).then(|| Due {
            shown: ask.speech.date(&day),
            what: ask.speech.say(LEGAL_DEADLINE),
            title: one.what.say(ask.speech.lang()).to_owned(),
            to: format!("{}#law", news::HERE),
            is_late: false,
            day,
        })
    });
    Ok(due.collect())
}

fn of(ask: &Ask<'_>, node: &mut Node, kind: &Kind, deadline: Deadline) -> Result<Vec<Due>, Trouble> {
    let filter = |cell: &str, test: Test| Filter {
        cell: cell.to_owned(),
        test,
    };
    let day = |days: i64| Scalar::from(day_of(ask.now, days));
    // What the database cannot compute is read a little too widely and then looked at.
    let (least, most) = deadline.shift.bounds();
    let mut filters = vec![filter(deadline.field, Test::AtMost(day(DAYS_AHEAD - least)))];
    filters.push(match deadline.done_by {
        Some(done) => filter(done, Test::Empty),
        None => filter(deadline.field, Test::AtLeast(day(-DAYS_BACK - most))),
    });
    filters.extend(deadline.shift.field().map(|number| filter(number, Test::Filled)));
    let query = ListQuery {
        filters,
        sort: Some(Sort {
            field: deadline.field.to_owned(),
            descending: false,
        }),
        limit: MANY,
        ..ListQuery::default()
    };
    let today = day_of(ask.now, 0);
    let (first, last) = (day_of(ask.now, -DAYS_BACK), day_of(ask.now, DAYS_AHEAD));
    let what = ask.speech.say(&deadline.label_key(kind));
    let rows = node.list(kind.key, &query)?.into_iter().filter_map(|row| {
        let day = deadline.day(&row.cells)?.to_string();
        let is_now = day <= last && (deadline.done_by.is_some() || day >= first);
        is_now.then(|| Due {
            shown: ask.speech.date(&day),
            what: what.clone(),
            title: row.title,
            to: format!("/id/{}", row.id),
            is_late: day < today,
            day,
        })
    });
    Ok(rows.collect())
}

/// The day so many days from now, as dates are stored.
fn day_of(now: Timestamp, days: i64) -> String {
    let (year, month, day) = Timestamp(now.0 + days * 86_400).date();
    format!("{year:04}-{month:02}-{day:02}")
}
