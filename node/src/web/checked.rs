//! What a membership card proves whose code was typed or read into the search box.

use askama::Template;
use tawro_pages::Speech;

use crate::cards::{Checked, Standing};
use crate::driver::Node;
use crate::web::ask::Ask;
use crate::web::reply::{Answer, Reply};

#[derive(Template)]
#[template(path = "checked.html")]
struct Page<'a> {
    speech: &'a Speech,
    title: String,
    about: String,
    /// It is a card of ours that holds today.
    holds: bool,
    /// Whose it is, with where their record is.
    holder: Option<(String, String)>,
    until: Option<String>,
    device: Option<String>,
}

/// Says what a card's code proves.
pub(super) fn page(ask: &Ask<'_>, node: &mut Node, text: &str) -> Answer {
    let today = ask.today();
    let checked = node.check_card(text, &today)?;
    let speech = &ask.speech;
    let key = match &checked {
        Checked::Foreign => "foreign",
        Checked::Ours(holder) => holder.standing.key(),
    };
    let page = Page {
        speech,
        title: speech.say(&format!("card-is-{key}")),
        about: speech.say(&format!("card-is-{key}-about")),
        holds: matches!(&checked, Checked::Ours(holder) if holder.standing == Standing::Holds),
        holder: match &checked {
            Checked::Ours(holder) => holder
                .name
                .clone()
                .map(|name| (format!("/id/{}", holder.membership), name)),
            Checked::Foreign => None,
        },
        until: match &checked {
            Checked::Ours(holder) => Some(speech.date(&holder.until)),
            Checked::Foreign => None,
        },
        device: match checked {
            Checked::Ours(holder) => Some(holder.device),
            Checked::Foreign => None,
        },
    };
    Ok(Reply::page(page.title.clone(), &page)?.explained_by("people#cards"))
}
