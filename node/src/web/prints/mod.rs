//! Papers of what is on the screen: looked at in the page, saved under a name made to be sent, printed.

use askama::Template;
use tawro_core::id::RecordId;
use tawro_core::text::{isolate_numbers, plain};
use tawro_pages::Speech;

use crate::driver::Node;
use crate::paper::{Sheets, Words};
use crate::web::ask::Ask;
use crate::web::reply::{Answer, Reply};
use crate::web::shown::Piece;
use crate::web::trouble::Trouble;

mod head;

mod cards;
pub(super) use cards::{card, cards};

mod kept;
pub(super) use kept::{kept, portable};

mod letter;

mod list;
pub(super) use list::{attendance, list, to_sign};

mod receipt;
pub(super) use receipt::message;

mod slip;
pub(super) use slip::{paper, paper_of};

const PDF: &str = "application/pdf";
/// Pages that are shown as pictures; whoever wants more opens the file.
const PICTURES_MAX: usize = 3;

/// A paper that is ready.
struct Print {
    title: String,
    /// What it is called as a file, without its ending.
    file: String,
    sheets: Sheets,
    /// The page that it is a paper of, and what that is called.
    back: (String, String),
    /// What is sent with it.
    message: Option<String>,
    /// Another file of the same, and what its button says.
    also: Option<(String, String)>,
    /// Where the guide says how it is made.
    help: &'static str,
}

#[derive(Template)]
#[template(path = "look.html")]
struct Look<'a> {
    speech: &'a Speech,
    title: &'a str,
    file: String,
    /// The file's name as it is read, the number in it in its order.
    called: String,
    pdf: String,
    back: &'a (String, String),
    message: Option<&'a str>,
    also: Option<&'a (String, String)>,
    /// Where each page's picture is, and what is said of it.
    pictures: Vec<(String, String)>,
    more: Option<String>,
}

impl Print {
    /// What was asked for: the file, the page that shows it, or a picture of one of its pages.
    fn answer(&self, ask: &Ask<'_>) -> Answer {
        match ask.part("way") {
            "" => Ok(Reply::File {
                name: self.file_name(),
                kind: PDF,
                bytes: self.sheets.pdf()?,
            }),
            "look" => self.look(ask),
            "picture" => {
                let page = ask.query.text("page").parse().unwrap_or(1_usize);
                Reply::picture(page.to_string(), self.sheets.picture(page))
            }
            _ => Err(Trouble::Nowhere),
        }
    }

    fn look(&self, ask: &Ask<'_>) -> Answer {
        let speech = &ask.speech;
        let pages = self.sheets.pages();
        let pictures = (1..=pages.min(PICTURES_MAX)).map(|page| {
            let own = address(ask.here, "/picture");
            let sign = if own.contains('?') { '&' } else { '?' };
            let facts = [
                ("title", self.title.as_str().into()),
                ("page", page.into()),
                ("pages", pages.into()),
            ];
            (
                format!("{own}{sign}page={page}"),
                speech.tell("look-picture", &facts),
            )
        });
        let page = Look {
            speech,
            title: &self.title,
            called: isolate_numbers(&self.file_name()),
            file: self.file_name(),
            pdf: address(ask.here, ""),
            back: &self.back,
            message: self.message.as_deref(),
            also: self.also.as_ref(),
            pictures: pictures.collect(),
            more: (pages > PICTURES_MAX).then(|| speech.count("look-more", pages - PICTURES_MAX)),
        };
        Ok(Reply::page(self.title.clone(), &page)?.explained_by(self.help))
    }

    fn file_name(&self) -> String {
        // What no file's name has on Windows, where most of them are saved.
        let forbidden = ['/', '\\', ':', '*', '?', '"', '<', '>', '|'];
        format!("{}.pdf", plain(&self.file).replace(forbidden, "-"))
    }
}

/// Where another way to the same paper is.
fn address(here: &str, way: &str) -> String {
    let (path, query) = match here.split_once('?') {
        Some((path, query)) => (path, format!("?{query}")),
        None => (here, String::new()),
    };
    let own = path.strip_suffix("/look").unwrap_or(path);
    format!("{own}{way}{query}")
}

fn words(pieces: Vec<Piece>) -> Vec<Words> {
    let word = |piece: Piece| match piece.ltr {
        true => Words::ltr(piece.text),
        false => Words::plain(piece.text),
    };
    pieces.into_iter().map(word).collect()
}

/// What people call a record, as values show it.
fn title_of(node: &mut Node) -> impl FnMut(RecordId) -> Option<String> {
    |id| node.read(|_, tx| Ok(tx.title(id)?)).ok().flatten()
}
