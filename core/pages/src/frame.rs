//! The frame around every page: title, ways to go, search, who is there, and what must not be missed.

use askama::Template;

use crate::Speech;

/// A page, ready to be sent.
#[derive(Debug, Template)]
#[template(path = "frame.html")]
pub struct Frame<'a> {
    /// The reader's words.
    pub speech: &'a Speech,
    /// What the page is.
    pub title: &'a str,
    /// Whose pages these are.
    pub owner: &'a str,
    /// Where one may go; empty before somebody is let in.
    pub links: &'a [Link],
    /// What stands in the search box; none where there is nothing to search.
    pub search: Option<&'a str>,
    /// What the person who is there is called.
    pub who: Option<&'a str>,
    /// The session's token.
    pub token: &'a str,
    /// What was just done, to be said once, with a way to take it back.
    pub told: Option<&'a Told>,
    /// What stands beside the name on every page, as how much exists only here.
    pub sign: Option<&'a Link>,
    /// Seconds without a key or a touch after which the page is locked; 0 for never.
    pub idle_seconds: i64,
    /// The chapter of the guide that this page belongs to.
    pub help: Option<&'a str>,
    /// The page's own HTML, made by its template.
    pub content: &'a str,
}

/// What was just done.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// The sentence.
    pub sentence: String,
    /// Where to take it back, by a press.
    pub undo: Option<String>,
}

/// A place to go to.
#[derive(Debug, Clone)]
pub struct Link {
    /// Where.
    pub to: String,
    /// What it is called.
    pub label: String,
    /// Its picture.
    pub icon: Icon,
    /// The page shown is there.
    pub is_here: bool,
    /// How many things wait there; 0 says nothing.
    pub count: i64,
}

/// A picture beside a word, never alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// The day's work.
    Home,
    /// Persons.
    People,
    /// Dues and gifts.
    Money,
    /// What takes place.
    Calendar,
    /// Letters.
    Mail,
    /// Partners.
    Hands,
    /// Papers and archive.
    Paper,
    /// Safety.
    Shield,
    /// The association and its settings.
    Gear,
    /// The guide; courses.
    Book,
    /// Agreement between computers.
    Sync,
}

impl Icon {
    /// The picture.
    pub fn svg(self) -> String {
        // Rendering what holds no data cannot fail.
        Drawn { icon: self }.render().unwrap_or_default()
    }
}

#[derive(Template)]
#[template(path = "icon.html")]
struct Drawn {
    icon: Icon,
}

impl Frame<'_> {
    /// The languages one may read in, each called in itself.
    pub fn languages(&self) -> [(&'static str, &'static str, bool); 3] {
        use tawro_core::text::Lang;
        let named = [
            (Lang::Ar, "العربية"),
            (Lang::Fr, "Français"),
            (Lang::En, "English"),
        ];
        named.map(|(lang, name)| (lang.tag(), name, lang == self.speech.lang()))
    }
}
