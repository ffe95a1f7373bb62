//! The types of what a programme says: targets, periods, courses, days of the law, letters.

use std::collections::BTreeMap;

use crate::id::RecordId;
use crate::indicator::{IndicatorCode, Period};
use crate::schema::Date;
use crate::text::{LANGUAGES, Lang};

/// Something said in one language or several.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wording(pub(super) BTreeMap<&'static str, String>);

/// The programme itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Profile {
    /// What it is called.
    pub name: Wording,
    /// Who runs it.
    pub operator: Wording,
    /// Where.
    pub territory: Wording,
    /// Within which policy.
    pub policy: Wording,
    /// From when on, as precisely as it is stated.
    pub started_on: Option<Date>,
}

/// What the programme aims at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Of which indicator.
    pub indicator: IndicatorCode,
    /// Of which year; of the whole programme if of none.
    pub year: Option<u16>,
    /// How much, in the indicator's unit.
    pub value: u64,
    /// How much there was before.
    pub baseline: Option<Baseline>,
    /// In the programme's own words.
    pub statement: Wording,
}

/// How much there was before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Baseline {
    /// How much.
    pub value: u64,
    /// When it was measured.
    pub on: Option<Date>,
    /// It was not measured before the programme began, or not before its first figures were out, or nobody
    /// says when: whatever it is compared with then may be the programme's own doing.
    pub late: bool,
}

/// A period about which associations report. [`Period::closes`] says until when a report is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReportPeriod {
    /// Which.
    pub period: Period,
    /// When its figures came out, if they did.
    pub published_on: Option<Date>,
}

/// A course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// What it is called.
    pub title: Wording,
    /// Codes of what it is about.
    pub topics: Vec<String>,
    /// The code of the commune.
    pub commune: Option<String>,
    /// Where there.
    pub place: Option<String>,
    /// Its first day.
    pub starts_on: Option<Date>,
    /// Its last day.
    pub ends_on: Option<Date>,
    /// How long it is.
    pub hours: Option<i64>,
}

/// A short film.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capsule {
    /// What it is called.
    pub title: Wording,
    /// The code of its language.
    pub language: Option<String>,
    /// The code of what it is about.
    pub topic: Option<String>,
    /// When it came out.
    pub published_on: Option<Date>,
    /// Where it is found.
    pub link: Option<String>,
}

/// An edition of the practical guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guide {
    /// Which.
    pub edition: String,
    /// The code of its language.
    pub language: Option<String>,
    /// When it came out.
    pub published_on: Option<Date>,
    /// Where it is found.
    pub link: Option<String>,
}

/// By whom and when something was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// By whom.
    pub by: String,
    /// When.
    pub on: Option<Date>,
}

/// Something that the law wants by a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegalDeadline {
    /// What.
    pub what: Wording,
    /// By when, in words.
    pub rule: Wording,
    /// The day, where the law sets one.
    pub due_on: Option<Date>,
    /// Whether it comes every year.
    pub yearly: bool,
    /// Where it is written.
    pub source: Wording,
    /// Who checked it, if somebody did.
    pub checked: Option<Checked>,
}

/// A letter as the law or practice asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterModel {
    /// Which record of the operator's it is: the same from one edition to the next.
    pub id: RecordId,
    /// What it is for.
    pub name: Wording,
    /// The code of its language.
    pub language: Option<String>,
    /// Its body.
    pub text: String,
    /// Where the model comes from.
    pub source: Wording,
    /// Who checked it, if somebody did.
    pub checked: Option<Checked>,
}

/// What is made known to all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announcement {
    /// In short.
    pub title: Wording,
    /// At length.
    pub text: Wording,
    /// Since when it stands.
    pub announced_on: Option<Date>,
    /// Until when it stands.
    pub until: Option<Date>,
    /// Where more is found.
    pub link: Option<String>,
}

impl Wording {
    /// What is said to a reader: in their language, or in the first in which something is.
    pub fn say(&self, lang: Lang) -> &str {
        let own = self.0.get(lang.tag());
        let first = || LANGUAGES.iter().find_map(|language| self.0.get(language));
        own.or_else(first).map(String::as_str).unwrap_or_default()
    }

    /// The language in which [`say`](Self::say) says it, by its tag.
    pub fn language(&self, lang: Lang) -> Option<&'static str> {
        let mut known = std::iter::once(lang.tag()).chain(LANGUAGES);
        known.find(|language| self.0.contains_key(language))
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl LegalDeadline {
    /// The next day on which it is due, today among them; nothing if the law sets none, or it is past.
    pub fn next(&self, today: Date) -> Option<Date> {
        let due = self.due_on?.plus_days(0)?;
        if !self.yearly || due >= today {
            return (due >= today).then_some(due);
        }
        let (month, day) = (due.month().map(i64::from), due.day().map(i64::from));
        // The 29th of February is the 28th where there is none.
        let in_year = |year| {
            let before = day.map(|day| day - 1);
            Date::new(year, month, day).or_else(|_| Date::new(year, month, before))
        };
        let years = [today.year(), today.year() + 1].into_iter();
        years
            .filter_map(|year| in_year(year).ok())
            .find(|day| *day >= today)
    }
}

impl Announcement {
    /// Whether it still stands on a day.
    pub fn stands(&self, today: Date) -> bool {
        self.until
            .is_none_or(|until| until >= today || !is_after(today, until))
    }
}

/// Whether a date surely stands after another: the first day of the one after the last day of the other.
pub(super) fn is_after(date: Date, other: Date) -> bool {
    let (first, other) = (date.plus_days(0).unwrap_or(date).to_string(), other.to_string());
    first.get(..other.len()).is_some_and(|part| part > other.as_str())
}
