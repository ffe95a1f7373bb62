//! A counting over a period as a question to rows: what a store turns into SQL, and a tally answers in memory.

use std::collections::BTreeSet;

use crate::indicator::{AgeFrom, Counted, Counting, Holds, Is, Measure, Period, Selection, Test, Time, Who};
use crate::schema::{Date, Scalar};

/// What is asked of the rows of an association.
///
/// Rows that are deleted, or merged into another, are never counted; a reference leads to the record that its
/// target was merged into. The answer, leaf by leaf:
///
/// - `Count`: rows that fit. `Sum`: what stands in their `of`, added up, what is below zero left out.
/// - `Distinct`: the different records that `of` names in rows that fit, whatever rows name them.
/// - `Flag`: 1 if a row fits, not told apart, of 1.
/// - `Share`: of a count, or with `of` of different records, the same of rows that fit `part` as well.
/// - `Mean`: a sum, of the count of rows in which a number stands that is not below zero.
///
/// Amounts are added up in centimes, then each leaf is rounded to dirhams, half of one upwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// How rows become a number.
    pub measure: Measure,
    /// The rows, kind by kind; what they come to is added up, different records are told apart over all.
    pub rows: Vec<Rows>,
    /// The last day of the period: ages are those of that day.
    pub last: Date,
    /// Whether amounts are added up.
    pub is_money: bool,
}

/// Rows of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    /// The kind.
    pub kind: &'static str,
    /// What of a row: the reference that tells records apart, or the number that is added up.
    pub of: Option<Counted>,
    /// When a row counts.
    pub window: Window,
    /// All of these hold.
    pub wanted: Vec<Test>,
    /// None of these holds.
    pub unwanted: Vec<Test>,
    /// All of these hold for the part of a share.
    pub part: Vec<Test>,
    /// Whose sex and age tell them apart; without it they are not.
    pub who: Option<Who>,
}

/// When a row counts, by stored dates compared as texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Window {
    /// If what stands there is one of these or between them.
    Between {
        /// The field.
        day: Counted,
        /// The first.
        from: String,
        /// The last.
        to: String,
    },
    /// If it runs on a day: it began by then, and as far as its end is known, has not ended before.
    Runs {
        /// The field of its beginning; empty is long ago.
        since: Option<Counted>,
        /// The field of its end; empty is not yet.
        until: Option<Counted>,
        /// The day.
        on: String,
    },
}

impl Counting {
    /// What it asks about a period.
    pub fn over(&self, period: Period) -> Query {
        let last = period.last();
        Query {
            measure: self.measure(),
            rows: self.selections().iter().map(|rows| rows.over(period)).collect(),
            last,
            is_money: self.is_money(),
        }
    }
}

impl Query {
    /// The kinds whose rows it looks at, those that rows lead to included: what a store has to have at hand.
    pub fn kinds(&self) -> BTreeSet<&'static str> {
        let mut kinds = BTreeSet::new();
        for rows in &self.rows {
            kinds.insert(rows.kind);
            for field in rows.fields() {
                kinds.extend(field.steps().iter().map(|step| step.to));
                if let Holds::Reference(kind) = field.holds() {
                    kinds.insert(kind);
                }
            }
        }
        kinds
    }
}

impl Rows {
    /// The fields that it asks of a row.
    fn fields(&self) -> impl Iterator<Item = &Counted> {
        let window = match &self.window {
            Window::Between { day, .. } => vec![day],
            Window::Runs { since, until, .. } => since.iter().chain(until).collect(),
        };
        let tests = [&self.wanted, &self.unwanted, &self.part].into_iter().flatten();
        let who = self.who.iter().flat_map(|who| {
            let (AgeFrom::Birth(age) | AgeFrom::Band(age)) = &who.age;
            [&who.sex, age]
        });
        self.of
            .iter()
            .chain(window)
            .chain(tests.map(|test| &test.field))
            .chain(who)
    }
}

impl Selection {
    fn over(&self, period: Period) -> Rows {
        let window = match self.time.clone() {
            Time::When(day) => {
                let (from, to) = period.stored();
                Window::Between { day, from, to }
            }
            Time::Runs { since, until } => Window::Runs {
                since,
                until,
                on: period.last().to_string(),
            },
        };
        let both = |said: &[Test], implied: &[Test]| [said, implied].concat();
        Rows {
            kind: self.kind,
            of: self.of.clone(),
            window,
            wanted: both(&self.wanted, &self.implied.wanted),
            unwanted: both(&self.unwanted, &self.implied.unwanted),
            part: self.part.clone(),
            who: self.who.clone(),
        }
    }
}

impl Window {
    /// Whether a row counts, by what stands in its fields.
    pub fn holds<'s>(&self, stands: impl Fn(&Counted) -> Option<&'s Scalar>) -> bool {
        let text = |field: &Counted| stands(field).and_then(Scalar::as_text);
        match self {
            Self::Between { day, from, to } => {
                text(day).is_some_and(|day| from.as_str() <= day && day <= to.as_str())
            }
            Self::Runs { since, until, on } => {
                let has_begun = since.as_ref().and_then(text).is_none_or(|day| day <= on.as_str());
                // Of an end known to the year alone, the year is what has to be over.
                let runs_on = |day: &str| on.get(..day.len()).is_some_and(|on| on <= day);
                has_begun && until.as_ref().and_then(text).is_none_or(runs_on)
            }
        }
    }
}

impl Is {
    /// Whether it is what stands in a field.
    pub fn holds(&self, stands: Option<&Scalar>) -> bool {
        match self {
            Self::Flag(flag) => stands.and_then(Scalar::as_flag) == Some(*flag),
            Self::OneOf(codes) => {
                let code = stands.and_then(Scalar::as_text).unwrap_or_default();
                codes.iter().any(|known| known == code)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Schema;

    fn field(path: &str) -> Counted {
        Counted::grant(&Schema::builtin(), "convention", path).unwrap()
    }

    #[test]
    fn what_runs_has_begun_and_has_not_ended() {
        let window = Window::Runs {
            since: Some(field("starts_on")),
            until: Some(field("ends_on")),
            on: "2026-09-30".to_owned(),
        };
        let check = |since: &str, until: &str, runs: bool| {
            let [since, until] =
                [since, until].map(|day| Some(Scalar::from(day)).filter(|_| !day.is_empty()));
            let stands = |field: &Counted| match field.field() {
                "starts_on" => since.as_ref(),
                _ => until.as_ref(),
            };
            assert_eq!(window.holds(stands), runs, "{since:?} {until:?}");
        };
        check("2026-01-01", "2026-12-31", true);
        check("2026-09-30", "2026-09-30", true);
        check("2026-10-01", "", false);
        check("", "2026-09-29", false);
        check("", "", true);
        check("2026", "2026", true);
        check("", "2025", false);
        check("", "2026-09", true);
        check("", "2026-08", false);
    }

    #[test]
    fn a_test_tells_nothing_from_something() {
        let one_of = |codes: &[&str]| Is::OneOf(codes.iter().map(|code| (*code).to_owned()).collect());
        let done = Scalar::from("done");
        assert!(one_of(&["done"]).holds(Some(&done)) && !one_of(&["done"]).holds(None));
        assert!(one_of(&[""]).holds(None) && !one_of(&[""]).holds(Some(&done)));
        assert!(one_of(&["", "MAD"]).holds(Some(&Scalar::Null)));
        let set = Scalar::Flag(true);
        assert!(Is::Flag(true).holds(Some(&set)) && !Is::Flag(false).holds(Some(&set)));
        assert!(!Is::Flag(true).holds(None) && !Is::Flag(false).holds(None));
    }
}
