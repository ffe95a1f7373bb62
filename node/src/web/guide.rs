//! The practical guide: a chapter for every part of the pages and for every course of the programme, written
//! for volunteers in Arabic and French; read one by one, or printed a part at a time.

use askama::Template;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use tawro_core::schema::{Family, Schema};
use tawro_core::text::Lang;
use tawro_pages::Speech;

use crate::driver::Node;
use crate::web::ask::Ask;
use crate::web::reply::{Answer, Reply};
use crate::web::trouble::Trouble;

/// A chapter by its name, with its text in Arabic and in French.
struct Chapter {
    name: &'static str,
    ar: &'static str,
    fr: &'static str,
}

macro_rules! chapters {
    ($($name:literal),*) => {
        &[$(Chapter {
            name: $name,
            ar: include_str!(concat!("../../guide/ar/", $name, ".md")),
            fr: include_str!(concat!("../../guide/fr/", $name, ".md")),
        }),*]
    };
}

/// The parts of the guide, each with its chapters in the order in which one reads them: what stands on the
/// pages, and what the three courses teach.
const PARTS: [(&str, &[Chapter]); 2] = [
    (
        "pages",
        chapters!(
            "begin",
            "import",
            "people",
            "giving",
            "activities",
            "mail",
            "partners",
            "programme",
            "association",
            "together",
            "safety",
            "access"
        ),
    ),
    (
        "courses",
        chapters!("course-communication", "course-archives", "course-databases"),
    ),
];

fn chapters() -> impl Iterator<Item = &'static Chapter> {
    PARTS.into_iter().flat_map(|(_, chapters)| chapters)
}

/// Whether there is a chapter of this name, which may lead to a place in it, as `safety#copies`.
pub(super) fn has(name: &str) -> bool {
    let chapter = name.split('#').next();
    chapters().any(|known| Some(known.name) == chapter)
}

impl Chapter {
    fn text(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ar => self.ar,
            Lang::Fr | Lang::En => self.fr,
        }
    }

    fn title(&self, lang: Lang) -> &'static str {
        let first = self.text(lang).lines().next().unwrap_or_default();
        first.trim_start_matches('#').trim()
    }

    /// As it stands on a page of its own, or below the title of a page of many.
    fn html(&self, lang: Lang, stands_below: bool) -> String {
        let parser = Parser::new_ext(self.text(lang), Options::ENABLE_HEADING_ATTRIBUTES);
        let mut made = String::new();
        html::push_html(
            &mut made,
            parser.map(|event| if stands_below { lowered(event) } else { event }),
        );
        made
    }
}

/// A heading one level below what it was, so that each page has one title.
fn lowered(event: Event<'_>) -> Event<'_> {
    let below = |level: HeadingLevel| HeadingLevel::try_from(level as usize + 1).unwrap_or(level);
    match event {
        Event::Start(Tag::Heading {
            level,
            id,
            classes,
            attrs,
        }) => Event::Start(Tag::Heading {
            level: below(level),
            id,
            classes,
            attrs,
        }),
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(below(level))),
        other => other,
    }
}

/// Whether a chapter is of use to an association: one about a part of which it uses nothing is not.
fn is_of_use(chapter: &Chapter, schema: &Schema) -> bool {
    let mut parts = Family::ALL
        .into_iter()
        .filter(|family| family.key() == chapter.name);
    parts.all(|family| schema.kinds().any(|kind| kind.family == family))
}

/// A part of the table of contents.
struct Part {
    key: &'static str,
    label: String,
    /// Address, title, and whether it is the one that is shown.
    chapters: Vec<(&'static str, &'static str, bool)>,
}

fn contents(ask: &Ask<'_>, node: &Node, lang: Lang, shown: &str) -> Vec<Part> {
    let part = |(key, chapters): (&'static str, &'static [Chapter])| Part {
        key,
        label: ask.speech.say(&format!("guide-{key}")),
        chapters: chapters
            .iter()
            .filter(|chapter| is_of_use(chapter, node.schema()))
            .map(|chapter| (chapter.name, chapter.title(lang), chapter.name == shown))
            .collect(),
    };
    PARTS.into_iter().map(part).collect()
}

#[derive(Template)]
#[template(path = "guide.html")]
struct Page<'a> {
    speech: &'a Speech,
    lang: Lang,
    /// What the page is called, where its text does not say so itself.
    title: Option<String>,
    /// The chapters that are read here.
    texts: Vec<String>,
    parts: Vec<Part>,
}

/// The language in which somebody reads the guide: whoever reads English reads it in French.
fn lang_of(ask: &Ask<'_>) -> Lang {
    match ask.speech.lang() {
        Lang::Ar => Lang::Ar,
        Lang::Fr | Lang::En => Lang::Fr,
    }
}

/// Shows what there is to read.
pub(super) fn index(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let lang = lang_of(ask);
    let title = ask.speech.say("guide-title");
    let page = Page {
        speech: &ask.speech,
        lang,
        title: Some(title.clone()),
        texts: Vec::new(),
        parts: contents(ask, node, lang, ""),
    };
    Reply::page(title, &page)
}

/// Shows a chapter.
pub(super) fn page(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let lang = lang_of(ask);
    let asked = ask.part("chapter").to_owned();
    let chapter = chapters()
        .find(|chapter| chapter.name == asked && is_of_use(chapter, node.schema()))
        .ok_or(Trouble::Nowhere)?;
    let page = Page {
        speech: &ask.speech,
        lang,
        title: None,
        texts: vec![chapter.html(lang, false)],
        parts: contents(ask, node, lang, chapter.name),
    };
    Reply::page(chapter.title(lang), &page)
}

/// Shows all chapters of a part one after the other, to be printed.
pub(super) fn whole(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let lang = lang_of(ask);
    let asked = ask.part("part").to_owned();
    let (key, chapters) = PARTS
        .into_iter()
        .find(|(key, _)| *key == asked)
        .ok_or(Trouble::Nowhere)?;
    let title = format!(
        "{} – {}",
        ask.speech.say("guide-title"),
        ask.speech.say(&format!("guide-{key}"))
    );
    let chapters = chapters
        .iter()
        .filter(|chapter| is_of_use(chapter, node.schema()));
    let page = Page {
        speech: &ask.speech,
        lang,
        title: Some(title.clone()),
        texts: chapters.map(|chapter| chapter.html(lang, true)).collect(),
        parts: contents(ask, node, lang, ""),
    };
    Reply::page(title, &page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_of_the_pages_has_its_chapter() {
        for family in Family::ALL {
            assert!(has(family.key()), "{}", family.key());
        }
        assert!(has("safety#copies") && !has("nowhere"));
    }

    #[test]
    fn a_chapter_below_a_title_has_no_title_of_its_own_and_keeps_its_places() {
        let chapter = Chapter {
            name: "x",
            ar: "# أ\n\n## ب {#place}\n",
            fr: "# A\n",
        };
        assert_eq!(
            chapter.html(Lang::Ar, true),
            "<h2>أ</h2>\n<h3 id=\"place\">ب</h3>\n"
        );
        assert_eq!(chapter.html(Lang::En, false), "<h1>A</h1>\n");
        assert_eq!(chapter.title(Lang::Ar), "أ");
    }
}
