//! What a task comes to at this association: each number as it would leave, and what becomes of it.

use std::collections::BTreeSet;

use tawro_core::crypto::{self, Hash};
use tawro_core::indicator::{Figure, Indicator, Leaves, Period, catalogue};
use tawro_core::share::{Asked, Count, Report, Task, answers, asked, family_of, indicator_of};

use crate::driver::Node;
use crate::fault::NodeError;
use crate::figures::Counted;
use crate::reporting::period_of;
use crate::reporting::standing::{Base, base};

/// The numbers that answer a task, in its order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    /// What is asked.
    pub task: Task,
    /// About which period.
    pub period: Period,
    /// One for each of the task's indicators.
    pub numbers: Vec<Answer>,
}

/// One number of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What is asked.
    pub asked: Asked,
    /// The indicator of our own catalogue that it is, word by word; none if it is another.
    pub indicator: Option<&'static Indicator>,
    /// What the records come to, before small cells are moved.
    pub counted: Option<Leaves>,
    /// What leaves.
    pub count: Count,
    /// What becomes of it.
    pub fate: Fate,
}

/// What becomes of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It leaves as it was counted.
    Leaves,
    /// It leaves, and small cells were moved to where less is said of them.
    Moved,
    /// A person withholds it.
    Withheld,
    /// So few persons in all that it stays.
    TooFew,
    /// There are no records of it yet.
    NoData,
    /// It does not concern the association.
    Unconcerned,
    /// The definition is not the one that this program has: nobody here knows what it counts.
    Unknown,
    /// It is above what all agreed to: ask YES. No report is made while it is not withheld.
    AboveBound,
}

impl Fate {
    /// Its code, under which words stand.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Leaves => "leaves",
            Self::Moved => "moved",
            Self::Withheld => "withheld",
            Self::TooFew => "few",
            Self::NoData => "waits",
            Self::Unconcerned => "unconcerned",
            Self::Unknown => "unknown",
            Self::AboveBound => "above",
        }
    }
}

impl Answers {
    /// What was counted, in one hash: so that what a person saw is what is signed.
    pub fn seen(&self) -> Hash {
        let mut bytes = self.task.id().0.to_vec();
        for number in &self.numbers {
            bytes.push(u8::from(number.counted.is_some()));
            let counted = number.counted.iter().flatten().copied();
            let numbers = counted.chain([number.count.plus, number.count.minus]);
            bytes.extend(numbers.flat_map(u64::to_be_bytes));
        }
        crypto::derive("statistics-seen", &bytes)
    }
}

impl Node {
    /// The numbers that answer a task as the records stand now, those of these indicators withheld.
    pub fn answers(&mut self, task: &Task, withheld: &BTreeSet<String>) -> Result<Answers, NodeError> {
        let period = period_of(task)?;
        let figures = self.figures(period)?;
        let lacks = self.lacks(task, period)?;
        let withheld = &with_families(task, withheld);
        let of = |(at, asked): (usize, &Asked)| answer(task, asked, &figures, lacks[at], withheld);
        let mut numbers: Vec<Answer> = task.indicators.iter().enumerate().map(of).collect();
        part_no_pair(&mut numbers);
        correct_no_half(&mut numbers, &lacks);
        Ok(Answers {
            task: task.clone(),
            period,
            numbers,
        })
    }

    /// What earlier reports of the year had too little of each number, or too much: of what happens, never of
    /// what lasts, of which each period says the whole.
    ///
    /// Nothing is remembered of what waits: it is computed anew from what was said each time, so that a record
    /// changed back corrects nothing. What a person withheld then stays withheld. What stayed because it was too
    /// few, came too late, or was left out, was not counted, and all of it is lacking.
    fn lacks(&mut self, task: &Task, period: Period) -> Result<Vec<i64>, NodeError> {
        let mut lacks = vec![0_i64; task.indicators.len()];
        let year = |period: Period| period.first().year();
        let asked_of = self.periods_asked()?;
        for before in asked_of.iter().copied() {
            if before.last() >= period.first() || year(before) != year(period) {
                continue;
            }
            // No hub asks about a day twice: one of the two was taken back.
            let shares_days = |other: &&Period| {
                **other != before && other.first() <= before.last() && before.first() <= other.last()
            };
            if asked_of.iter().any(|other| shares_days(&other)) && !self.is_told(before)? {
                continue;
            }
            let Some(known) = self.task_of(before)? else {
                continue;
            };
            let (made, is_counted) = match self.read(|_, tx| base(known.id(), tx))? {
                Base::Report(made) => (made, true),
                Base::Nothing(made) => (made, false),
                Base::Unknown => continue,
            };
            let Ok(report) = Report::from_bytes(&made.bytes) else {
                continue;
            };
            let figures = self.figures(before)?;
            for (asked, lacks) in task.indicators.iter().zip(&mut lacks) {
                if made.withheld.contains(indicator_of(&asked.code).0) {
                    continue;
                }
                let mut said = known.indicators.iter().zip(report.contribution().counts());
                let said = said.find(|(known, _)| *known == asked);
                if let (Some((_, said)), Some(now)) =
                    (said, counted(asked, &figures).filter(|_| happens(asked)))
                {
                    let booked = whole(said.plus).saturating_sub(whole(said.minus));
                    let counted = match is_counted {
                        true => whole(said.total()).saturating_add(booked),
                        false => 0,
                    };
                    *lacks = lacks.saturating_add(whole(sum(&now)).saturating_sub(counted));
                }
            }
        }
        Ok(lacks)
    }
}

/// What is withheld, with all of each one's family: the others would tell it.
pub(super) fn with_families(task: &Task, withheld: &BTreeSet<String>) -> BTreeSet<String> {
    let all = withheld.iter().flat_map(|code| family_of(task, code));
    all.map(str::to_owned).collect()
}

fn answer(
    task: &Task,
    asked: &Asked,
    figures: &[Counted],
    lacks: i64,
    withheld: &BTreeSet<String>,
) -> Answer {
    let indicator = known(asked);
    let kept_back = |fate, counted| Answer {
        asked: asked.clone(),
        indicator,
        counted,
        count: Count::WITHHELD,
        fate,
    };
    let Some(own) = indicator else {
        return kept_back(Fate::Unknown, None);
    };
    let Some(counted) = counted(asked, figures) else {
        let figure = figures.iter().find(|(known, _)| known.code == own.code);
        let waits = figure.is_none_or(|(_, figure)| figure.is_err());
        return kept_back(if waits { Fate::NoData } else { Fate::Unconcerned }, None);
    };
    if withheld.contains(indicator_of(&asked.code).0) {
        return kept_back(Fate::Withheld, Some(counted));
    }
    let (count, _) = Count::prepare(asked, &task.mode, counted, lacks);
    let is_above = count.leaves.iter().any(|number| *number > asked.bound)
        || count.plus.max(count.minus) > asked.total_bound();
    let fate = match (&count, is_above) {
        (_, true) => Fate::AboveBound,
        (count, _) if count.withheld => Fate::TooFew,
        (count, _) if count.leaves != counted => Fate::Moved,
        _ => Fate::Leaves,
    };
    Answer {
        asked: asked.clone(),
        indicator,
        counted: Some(counted),
        count,
        fate,
    }
}

/// Of a share or a mean both numbers leave, or none: the one without the other would bend what is published.
fn part_no_pair(numbers: &mut [Answer]) {
    let kept: BTreeSet<String> = numbers
        .iter()
        .filter(|number| number.count.withheld)
        .map(|number| indicator_of(&number.asked.code).0.to_owned())
        .collect();
    for number in numbers.iter_mut().filter(|number| !number.count.withheld) {
        if kept.contains(indicator_of(&number.asked.code).0) && number.fate != Fate::AboveBound {
            number.count = Count::WITHHELD;
            number.fate = Fate::TooFew;
        }
    }
}

/// Of a share or a mean both corrections leave, or both wait: the one without the other would bend it as well.
fn correct_no_half(numbers: &mut [Answer], lacks: &[i64]) {
    let is_corrected = |number: &Answer| number.count.plus > 0 || number.count.minus > 0;
    let waits = numbers.iter().zip(lacks);
    let waits =
        waits.filter(|(number, lacks)| **lacks != 0 && !number.count.withheld && !is_corrected(number));
    let waits: BTreeSet<String> = waits
        .map(|(number, _)| indicator_of(&number.asked.code).0.to_owned())
        .collect();
    for number in numbers {
        if waits.contains(indicator_of(&number.asked.code).0) {
            (number.count.plus, number.count.minus) = (0, 0);
        }
    }
}

/// Our own indicator that is asked so, word by word: its bound and how it is protected are part of it.
fn known(question: &Asked) -> Option<&'static Indicator> {
    let (code, _) = indicator_of(&question.code);
    let code = code.parse().ok()?;
    let own = catalogue().iter().find(|own| own.code == code)?;
    asked(own).contains(question).then_some(own)
}

/// What the records come to for one question; nothing where there is no number.
fn counted(question: &Asked, figures: &[Counted]) -> Option<Leaves> {
    let own = known(question)?;
    let (_, figure) = figures.iter().find(|(known, _)| known.code == own.code)?;
    let figure: &Figure = figure.as_ref().ok()?;
    let place = asked(own).iter().position(|one| one == question)?;
    answers(own, figure).into_iter().nth(place)?
}

/// Whether it counts what happens, so that what came late is booked later.
fn happens(question: &Asked) -> bool {
    known(question).is_some_and(Indicator::adds_up)
}

fn sum(leaves: &Leaves) -> u64 {
    leaves.iter().fold(0, |sum, number| sum.saturating_add(*number))
}

fn whole(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests;
