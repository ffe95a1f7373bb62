//! Lists as they are shown, kept under a name.

use crate::driver::Node;
use crate::import::Profile;
use crate::web::ask::Ask;
use crate::web::reply::{Answer, Reply};
use crate::web::trouble::Trouble;

/// More names than anybody remembers.
const VIEWS_MAX: usize = 30;

fn view_key(profile: &Profile<'_>) -> String {
    format!("views/{}", profile.key)
}

/// The lists of a register that are kept, by their names.
pub(super) fn views(node: &mut Node, profile: &Profile<'_>) -> Result<Vec<(String, String)>, Trouble> {
    let kept = node.note(&view_key(profile))?;
    Ok(kept
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default())
}

/// Keeps a list as it is shown under a name, or forgets it.
pub(super) fn keep(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let schema = node.schema().clone();
    let profile = Profile::of(&schema, ask.part("name")).ok_or(Trouble::Nowhere)?;
    node.may_see(profile.key)?;
    let (name, here) = (
        ask.form.text("view").trim().to_owned(),
        ask.form.text("here").to_owned(),
    );
    let mut all = views(node, &profile)?;
    all.retain(|(known, _)| *known != name);
    let is_kept = ask.form.maybe("forget").is_none() && !name.is_empty() && here.starts_with("/r/");
    if is_kept && all.len() < VIEWS_MAX {
        all.push((name, here.clone()));
    }
    let text = serde_json::to_string(&all).unwrap_or_default();
    node.keep_note(&view_key(&profile), Some(&text))?;
    Reply::go(if is_kept {
        here
    } else {
        format!("/r/{}", profile.key)
    })
}
