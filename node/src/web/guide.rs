//! The practical guide: a chapter for every page, written for volunteers in Arabic and French.

use askama::Template;
use pulldown_cmark::{Parser, html};
use tawro_core::text::Lang;
use tawro_pages::Speech;

use crate::driver::Node;
use crate::web::ask::Ask;
use crate::web::reply::{Answer, Reply};
use crate::web::trouble::Trouble;

/// A chapter by its name, with its text in Arabic and in French.
type Chapter = (&'static str, &'static str, &'static str);

macro_rules! chapters {
    ($($name:literal),*) => {
        &[$((
            $name,
            include_str!(concat!("../../guide/ar/", $name, ".md")),
            include_str!(concat!("../../guide/fr/", $name, ".md")),
        )),*]
    };
}

/// All of them, in the order in which one reads them.
const CHAPTERS: &[Chapter] = chapters!(
    "begin",
    "import",
    "people",
    "giving",
    "activities",
    "mail",
    "partners",
    "association",
    "together",
    "safety"
);

/// Whether there is a chapter of this name.
pub(super) fn has(name: &str) -> bool {
    CHAPTERS.iter().any(|(known, ..)| *known == name)
}

#[derive(Template)]
#[template(path = "guide.html")]
struct Page<'a> {
    speech: &'a Speech,
    lang: Lang,
    html: String,
    chapters: Vec<(&'static str, String, bool)>,
}

/// Shows a chapter. Whoever reads English reads it in French.
pub(super) fn page(ask: &mut Ask<'_>, _node: &mut Node) -> Answer {
    let lang = match ask.speech.lang() {
        Lang::Ar => Lang::Ar,
        Lang::Fr | Lang::En => Lang::Fr,
    };
    let text = |(_, ar, fr): &Chapter| if lang == Lang::Ar { *ar } else { *fr };
    let title = |chapter: &Chapter| {
        let first = text(chapter).lines().next().unwrap_or_default();
        first.trim_start_matches('#').trim().to_owned()
    };
    let asked = ask.part("chapter").to_owned();
    let chapter = CHAPTERS
        .iter()
        .find(|(name, ..)| *name == asked)
        .ok_or(Trouble::Nowhere)?;
    let mut made = String::new();
    html::push_html(&mut made, Parser::new(text(chapter)));
    let page = Page {
        speech: &ask.speech,
        lang,
        html: made,
        chapters: CHAPTERS
            .iter()
            .map(|chapter| (chapter.0, title(chapter), chapter.0 == asked))
            .collect(),
    };
    Reply::page(title(chapter), &page)
}
