//! The progress sheet: what the association shows YES of itself by name, fact by fact, and takes back again.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use tawro_core::crypto::{self, Hash};
use tawro_core::indicator::{Indicator, Leaves, Length, Period, Source};
use tawro_core::schema::{Date, Scalar, key};
use tawro_core::share::{Day, ProgressSheet, PublicCard, SHEET_AHEAD_SECONDS_MAX, SignedSheet};
use tawro_core::text::Lang;
use tawro_core::time::Timestamp;

use crate::driver::Node;
use crate::fault::NodeError;
use crate::reporting::ReportFault;
use crate::store::Tx;

/// The bytes of the sheet that stands.
const SHEET: &str = "statistics/sheet";
/// Who made it, and what the hub said of it.
const MADE: &str = "statistics/sheet-made";

/// What may be shown of the association, and what is.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    /// What the facts are about: the quarter that runs.
    pub period: Period,
    /// Every fact that the records tell of it.
    pub facts: Vec<Fact>,
    /// What is public anyway.
    pub card: PublicCard,
    /// The sheet that stands, if one was made.
    pub last: Option<Shown>,
}

/// One fact.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Which.
    pub indicator: &'static Indicator,
    /// Whether it holds as the records stand now; nothing if it does not concern the association.
    pub holds: Option<bool>,
}

/// A sheet that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// What stands in it.
    pub sheet: SignedSheet,
    /// Who made it, as people called them then.
    pub who: String,
    /// When.
    pub at: Timestamp,
    /// What the hub answered, if it was sent over the wire.
    pub answer: Option<SheetAnswer>,
}

/// What a hub answered to a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetAnswer {
    /// When.
    pub at: Timestamp,
    /// The code of the reason, if it was rejected.
    pub rejected: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct Made {
    who: String,
    at: Timestamp,
    #[serde(default)]
    answer: Option<SheetAnswer>,
}

impl Progress {
    /// What is shown, in one hash: so that what a person saw is what is signed.
    pub fn seen(&self) -> Hash {
        let facts = self
            .facts
            .iter()
            .map(|fact| (fact.indicator.code.to_string(), fact.holds));
        let seen = (self.period.to_string(), facts.collect::<Vec<_>>(), &self.card);
        crypto::derive("sheet-seen", format!("{seen:?}").as_bytes())
    }
}

impl Node {
    /// What may be shown, as the records stand now, and what is shown.
    ///
    /// # Errors
    /// Only who manages the association sees it.
    pub fn progress(&mut self) -> Result<Progress, NodeError> {
        self.may_manage()?;
        let (year, month, day) = self.now().date();
        let today = Date::from_iso(&format!("{year:04}-{month:02}-{day:02}")).ok();
        let period = today.and_then(|today| Period::of(today, Length::Quarter));
        // A clock outside of the years that a program may live in.
        let period = period.ok_or(ReportFault::NoPeriodRuns)?;
        let facts = self.figures(period)?.into_iter();
        let facts = facts.filter(|(indicator, _)| indicator.source == Source::Fact);
        let facts = facts.filter_map(|(indicator, figure)| {
            let figure = figure.ok()?;
            let concerns = figure.of.as_ref().is_none_or(|of| sum(of) > 0);
            let holds = concerns.then(|| sum(&figure.leaves) > 0);
            Some(Fact { indicator, holds })
        });
        Ok(Progress {
            period,
            facts: facts.collect(),
            card: self.public_card()?,
            last: self.progress_shown()?,
        })
    }

    /// The sheet that stands.
    pub fn progress_shown(&mut self) -> Result<Option<Shown>, NodeError> {
        self.may_manage()?;
        self.read(|_, tx| shown(tx))
    }

    /// The bytes of the sheet that stands, if no hub has answered it.
    pub(super) fn unsent_sheet(&mut self) -> Result<Option<Vec<u8>>, NodeError> {
        let shown = self.read(|_, tx| shown(tx))?;
        let unsent = shown.filter(|shown| shown.answer.is_none());
        Ok(unsent.map(|shown| shown.sheet.to_bytes()))
    }

    /// Keeps what the hub answered, unless another sheet was made since.
    pub(super) fn keep_sheet_answer(
        &mut self,
        bytes: &[u8],
        rejected: Option<String>,
    ) -> Result<(), NodeError> {
        let answered = SheetAnswer {
            at: self.now(),
            rejected,
        };
        self.in_transaction(|_, tx| {
            let Some(standing) = shown(tx)?.filter(|standing| standing.sheet.to_bytes() == bytes) else {
                return Ok(());
            };
            let made = Made {
                who: standing.who,
                at: standing.at,
                answer: Some(answered),
            };
            Ok(tx.put(MADE, Some(&json(&made)))?)
        })
    }

    /// Shows these facts and no others, and the public card or not: a sheet that takes the place of the one
    /// before. Nothing at all takes back what was shown.
    pub fn show_progress(&mut self, codes: &BTreeSet<String>, with_card: bool) -> Result<Shown, NodeError> {
        let progress = self.progress()?;
        let secret = self.statistics_secret()?;
        let facts = progress.facts.iter().filter_map(|fact| {
            let code = fact.indicator.code.to_string();
            let holds = fact.holds.filter(|_| codes.contains(&code))?;
            Some((code, holds))
        });
        let facts: BTreeMap<String, bool> = facts.collect();
        let (who, now) = (self.caller()?, self.now());
        // A clock that was set back must not make the newer sheet the older one.
        let after = progress
            .last
            .filter(|last| may_be_held(last, now))
            .map_or(0, |last| last.sheet.sheet().made.0.saturating_add(1));
        let sheet = ProgressSheet {
            made: Timestamp(now.0.max(after)),
            start: day(progress.period.first()),
            end: day(progress.period.last()),
            facts,
            card: with_card.then_some(progress.card),
        };
        let sheet = sheet.sign(&secret).ok_or(ReportFault::CardTooLong)?;
        let made = json(&Made {
            who: who.clone(),
            at: now,
            answer: None,
        });
        self.in_transaction(|_, tx| {
            tx.put(SHEET, Some(&sheet.to_bytes()))?;
            Ok(tx.put(MADE, Some(&made))?)
        })?;
        // Whoever sends looks at once, as for a report.
        self.count_report();
        Ok(Shown {
            sheet,
            who,
            at: now,
            answer: None,
        })
    }

    /// What the association's own record says in public.
    fn public_card(&mut self) -> Result<PublicCard, NodeError> {
        let own = self.only(key::ASSOCIATION);
        let row = self.read(|_, tx| Ok(tx.projected(own)?))?;
        let cells = row.map(|row| row.cells).unwrap_or_default();
        let said = |cell: &str| {
            let text = cells.get(cell).and_then(Scalar::as_text);
            text.unwrap_or_default().to_owned()
        };
        let name_in = |lang: Lang| said(&format!("{}/{}", key::NAME, lang.tag()));
        Ok(PublicCard {
            name_ar: name_in(Lang::Ar),
            name_fr: name_in(Lang::Fr),
            website: said(key::WEBSITE),
        })
    }
}

/// Whether a hub may hold that sheet, so that the next one must be newer than it: it took it, or it has not
/// answered and would take it. One that a clock far ahead made is rejected, wherever it is carried.
fn may_be_held(last: &Shown, now: Timestamp) -> bool {
    match &last.answer {
        Some(answer) => answer.rejected.is_none(),
        None => last.sheet.sheet().made.0 <= now.0.saturating_add(SHEET_AHEAD_SECONDS_MAX),
    }
}

fn shown(tx: &mut Tx<'_>) -> Result<Option<Shown>, NodeError> {
    let (sheet, made) = (tx.get(SHEET)?, tx.get(MADE)?);
    let sheet = sheet.and_then(|bytes| SignedSheet::from_bytes(&bytes).ok());
    let made: Option<Made> = made.and_then(|made| serde_json::from_slice(&made).ok());
    Ok(sheet.zip(made).map(|(sheet, Made { who, at, answer })| Shown {
        sheet,
        who,
        at,
        answer,
    }))
}

fn json(made: &Made) -> Vec<u8> {
    serde_json::to_vec(made).expect("what is kept has text keys only")
}

fn sum(leaves: &Leaves) -> u64 {
    leaves.iter().fold(0, |sum, number| sum.saturating_add(*number))
}

fn day(date: Date) -> Day {
    date.to_string()
        .parse()
        .expect("the first and last days of a period are days of the calendar")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reporting::tests::founded;

    #[test]
    fn what_is_shown_by_name_is_what_was_ticked_and_no_more() {
        let place = tempfile::tempdir().unwrap();
        let mut node = founded(&place.path().join("a"));
        let facts = node.progress().unwrap().facts;
        let holds = |code: &str| {
            let mut facts = facts.iter();
            let found = facts.find(|fact| fact.indicator.code.to_string() == code);
            found.map(|fact| fact.holds)
        };
        assert_eq!(
            holds("NT-R08"),
            Some(Some(false)),
            "no members, so none is complete"
        );
        assert_eq!(holds("NT-G11"), None, "a number is no fact");
        let unconcerned = facts.iter().find(|fact| fact.holds.is_none()).unwrap();
        let unconcerned = unconcerned.indicator.code.to_string();
        let asked = ["NT-R08", "NT-G11", unconcerned.as_str()].map(str::to_owned);
        let shown = node.show_progress(&asked.into(), false).unwrap();
        assert_eq!(shown.sheet.key(), node.statistics_key().unwrap());
        assert_eq!(shown.sheet.sheet().facts, [("NT-R08".to_owned(), false)].into());
        assert_eq!(shown.sheet.sheet().start.to_string(), "2026-10-01");
        // A clock that was set back makes no older sheet.
        node.set_clock(|| Timestamp(1_791_800_000 - 86_400));
        let later = node.show_progress(&BTreeSet::new(), true).unwrap();
        assert!(later.sheet.sheet().made > shown.sheet.sheet().made);
        assert_eq!(node.progress_shown().unwrap(), Some(later));
        assert_eq!(node.reports_made(), 2, "whoever sends looks at once");
    }

    #[test]
    fn a_sheet_of_a_clock_years_ahead_does_not_stand_in_the_way() {
        let place = tempfile::tempdir().unwrap();
        let mut node = founded(&place.path().join("a"));
        let now = Timestamp(1_791_800_000);
        node.set_clock(|| Timestamp(1_791_800_000 + 3 * 365 * 86_400));
        node.show_progress(&BTreeSet::new(), true).unwrap();
        node.set_clock(|| Timestamp(1_791_800_000));
        let right = node.show_progress(&BTreeSet::new(), false).unwrap();
        assert_eq!(right.sheet.sheet().made, now);
    }
}
