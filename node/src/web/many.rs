//! What is done to many rows of a list at once, and taken back.

use tawro_core::id::RecordId;

use crate::driver::Node;
use crate::import::Profile;
use crate::view::Step;
use crate::web::ask::Ask;
use crate::web::list::has_cards;
use crate::web::login::tell;
use crate::web::reply::{Answer, Reply};
use crate::web::trouble::Trouble;

/// A page of a list, and some more.
const MANY_MAX: usize = 500;

/// Does something to every row that was ticked; all or none.
pub(super) fn act(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let schema = node.schema().clone();
    let profile = Profile::of(&schema, ask.part("name")).ok_or(Trouble::Nowhere)?;
    let ids: Vec<RecordId> = ask
        .form
        .all("row")
        .filter_map(|id| id.parse().ok())
        .take(MANY_MAX)
        .collect();
    let back = ask.form.text("here").to_owned();
    let back = if back.starts_with("/r/") {
        back
    } else {
        format!("/r/{}", profile.key)
    };
    if ids.is_empty() {
        tell(ask, ask.speech.say("list-none-ticked"), None);
        return Reply::go(back);
    }
    let what = ask.form.text("act").to_owned();
    if what == "cards" && has_cards(&profile) {
        return Reply::go(format!("/cards/{}/look?rows={}", profile.key, joined(&ids)));
    }
    let fill = what
        .strip_prefix("fill.")
        .map(|key| (key.to_owned(), ask.form.text(&format!("with.{key}")).to_owned()));
    let (key, undo) = match fill {
        Some((_, text)) if text.is_empty() => {
            tell(ask, ask.speech.say("list-fill-none"), None);
            return Reply::go(back);
        }
        Some((field, text)) => {
            let undo = format!("/r/{}/unfill?field={field}&rows=", profile.key);
            let changed = node.fill(&ids, &(field, text))?;
            ("list-filled", undo + &joined(&changed))
        }
        None if what == "delete" => {
            node.delete_all(&ids)?;
            ("list-deleted", restoring(&ids))
        }
        None => return Err(Trouble::Nowhere),
    };
    tell(ask, ask.speech.count(key, ids.len()), Some(undo));
    Reply::go(back)
}

/// Puts back what stood before one value was written into many rows; in those of which something else was
/// written since, what stands there stays.
pub(super) fn unfill(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let schema = node.schema().clone();
    let profile = Profile::of(&schema, ask.part("name")).ok_or(Trouble::Nowhere)?;
    let ids = ask.query.text("rows").split('.').take(MANY_MAX);
    let ids: Vec<RecordId> = ids.filter_map(|id| id.parse().ok()).collect();
    let field = ask.query.text("field");
    let mut put_back = 0;
    for id in ids {
        let last = node.history(id)?.into_iter().find(|step| step.record == id);
        let is_it = |step: &Step| step.cells.iter().all(|(cell, ..)| cell == field);
        if let Some(last) = last.filter(is_it) {
            put_back += usize::from(node.take_back(id, last.hash)?);
        }
    }
    tell(ask, ask.speech.count("list-unfilled", put_back), None);
    Reply::go(format!("/r/{}", profile.key))
}

/// Where records that were deleted are brought back.
pub(super) fn restoring(ids: &[RecordId]) -> String {
    format!("/restore?ids={}", joined(ids))
}

/// Records as an address names several.
fn joined(ids: &[RecordId]) -> String {
    let ids: Vec<String> = ids.iter().map(RecordId::to_string).collect();
    ids.join(".")
}
