//! The first page of the day: what waits, what one does most, and how much there is.

use std::sync::Arc;

use askama::Template;
use tawro_core::schema::Family;
use tawro_pages::{Icon, Speech};

use crate::driver::Node;
use crate::store::ListQuery;
use crate::web::ask::Ask;
use crate::web::due::{Due, due};
use crate::web::login::tell;
use crate::web::many::restoring;
use crate::web::reply::{Answer, Reply, icon_of};
use crate::web::section::names_of;

#[derive(Template)]
#[template(path = "home.html")]
struct Page<'a> {
    speech: &'a Speech,
    who: String,
    /// Nobody has typed the recovery code from its paper yet, and this person may print it.
    paper_is_missing: bool,
    /// Nothing of it is anywhere else: no copy was made here, and no relay has it.
    copy_is_missing: bool,
    figures: Vec<Figure>,
    is_empty: bool,
    token: &'a str,
    /// Nothing is there yet, and this person may take examples in.
    may_try: bool,
    /// There are examples, and this person may take them away.
    has_examples: bool,
    /// What is due next.
    due: Vec<Due>,
}

/// What of it the first page shows.
const DUE_MAX: usize = 5;

struct Figure {
    name: String,
    label: String,
    count: String,
    icon: Icon,
}

/// Shows it.
pub(super) fn page(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let login = node.login();
    let who = node.logins()?.into_iter().find(|known| known.id == login);
    let schema = node.schema().clone();
    let mut figures = Vec::new();
    let mut is_empty = true;
    for family in [
        Family::People,
        Family::Giving,
        Family::Partners,
        Family::Activities,
        Family::Programme,
    ] {
        for name in names_of(&schema, family).into_iter().take(2) {
            if node.may_see(&name).is_err() {
                continue;
            }
            let count = node.count(&name, &ListQuery::default())?;
            is_empty &= count == 0;
            figures.push(Figure {
                label: ask.speech.say(&format!("{name}-plural")),
                count: ask.speech.number(i64::try_from(count).unwrap_or(i64::MAX)),
                icon: icon_of(family),
                name,
            });
        }
    }
    let manages = node.access().manages();
    let mut due = due(ask, node)?;
    due.truncate(DUE_MAX);
    let page = Page {
        speech: &ask.speech,
        who: who.map(|who| who.name).unwrap_or_default(),
        paper_is_missing: manages && !node.recovery_is_on_paper()?,
        copy_is_missing: manages && !is_empty && node.hub()?.is_none() && node.last_copy()?.is_none(),
        figures,
        is_empty,
        token: ask.token(),
        may_try: is_empty && node.may_add_examples()?,
        has_examples: manages && node.has_examples()?,
        due,
    };
    Ok(Reply::page(ask.speech.say("page-home"), &page)?.explained_by("begin"))
}

/// Takes the examples in.
pub(super) fn add_examples(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let words = Arc::clone(&ask.app.setting.words);
    if node.add_examples(ask.speech.lang(), &words)? {
        tell(ask, ask.speech.say("home-examples-added"), None);
    }
    Reply::go("/")
}

/// Takes them away, with what was written about them.
pub(super) fn remove_examples(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let gone = node.remove_examples()?;
    let undo = (!gone.is_empty()).then(|| restoring(&gone));
    tell(ask, ask.speech.count("list-deleted", gone.len()), undo);
    Reply::go("/")
}
