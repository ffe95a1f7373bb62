//! The desk of whoever runs a programme: what every association would read, and the file of it for the hub.

use askama::Template;
use tawro_core::schema::published::publishes;
use tawro_pages::Speech;

use crate::driver::Node;
use crate::web::ask::Ask;
use crate::web::edit::title_of;
use crate::web::login::tell;
use crate::web::news::Told;
use crate::web::reply::{Answer, Reply};

const HERE: &str = "/programme";

#[derive(Template)]
#[template(path = "publish.html")]
struct Page<'a> {
    speech: &'a Speech,
    token: &'a str,
    /// The newest edition that came back.
    edition: String,
    /// It says what the records say now.
    is_same: bool,
    kinds: Vec<Kept>,
    /// Records that stay behind: where each is, and what it is called.
    left_out: Vec<(String, String)>,
    /// The programme as it was agreed was not taken in yet.
    may_take_in: bool,
    told: Option<Told>,
}

/// A kind of which something is published.
struct Kept {
    to: String,
    label: String,
    count: String,
}

/// Shows it.
pub(super) fn page(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let drawn = node.draw_programme()?;
    let speech = &ask.speech;
    let edition = node.edition()?;
    let schema = node.schema().clone();
    let kinds = schema.kinds().filter(|kind| publishes(kind)).map(|kind| {
        let items = drawn.programme.items().iter();
        let count = items.filter(|item| item.kind() == kind.key).count();
        Kept {
            to: match kind.singleton {
                true => format!("/id/{}", node.only(kind.key)),
                false => format!("/r/{}", kind.key),
            },
            label: speech.say(&format!("{}-plural", kind.key)),
            count: speech.number(i64::try_from(count).unwrap_or(i64::MAX)),
        }
    });
    let kinds = kinds.collect();
    let left_out = drawn.left_out.iter();
    let left_out = left_out.map(|id| (format!("/id/{id}"), title_of(node, *id, speech)));
    let left_out = left_out.collect();
    let tells = !drawn.programme.is_empty();
    let told = tells.then(|| Told::of(&drawn.programme, &ask.today(), speech));
    let page = Page {
        speech,
        token: ask.token(),
        is_same: edition
            .as_ref()
            .is_some_and(|edition| *edition.programme() == drawn.programme),
        edition: match &edition {
            Some(edition) => {
                let facts = [
                    ("number", speech.number(edition.number().into()).into()),
                    ("day", speech.date(&edition.issued().to_string()).into()),
                ];
                speech.tell("publish-last", &facts)
            }
            None => speech.say("publish-none"),
        },
        kinds,
        left_out,
        may_take_in: node.may_take_in_agreed()?,
        told,
    };
    Ok(Reply::page(speech.say("publish-title"), &page)?.explained_by("programme#publish"))
}

/// The file that the hub signs.
pub(super) fn file(_: &mut Ask<'_>, node: &mut Node) -> Answer {
    let drawn = node.draw_programme()?;
    Ok(Reply::File {
        name: "tawro.programme".to_owned(),
        kind: "application/octet-stream",
        bytes: drawn.programme.to_bytes(),
    })
}

/// Writes the records of the programme as it was agreed.
pub(super) fn take_in(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let written = node.take_in_agreed()?;
    tell(ask, ask.speech.count("publish-taken-in", written), None);
    Reply::go(HERE)
}
