//! Corrections of earlier periods: booked into the next open one, or carried on; never on their own.

use std::collections::BTreeMap;

use super::{Asked, Count, Roll, Rules, Seat, Tallies, Task, Unit};
use crate::id::StatisticsKey;
use crate::indicator::{Age, Cell, Leaf, Sex, Source, Table};

/// Where a correction is booked: it has no sex and no age.
const NOT_STATED: Leaf = Leaf {
    sex: Sex::NotStated,
    age: Age::NotStated,
};

/// What each association has to correct, up or down.
pub(super) type Corrections = BTreeMap<StatisticsKey, i64>;

/// Corrections that could not be booked yet, by indicator. The hub keeps them from period to period.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Waiting(BTreeMap<String, Corrections>);

/// An indicator's sums with the corrections in them.
pub(super) struct Booked {
    fresh: Tallies,
    corrections: Vec<(Seat, i64)>,
}

impl Waiting {
    /// What waits, by indicator, association and how much.
    pub fn all(&self) -> impl Iterator<Item = (&str, StatisticsKey, i64)> {
        let each = self.0.iter();
        each.flat_map(|(code, all)| {
            all.iter()
                .map(move |(key, amount)| (code.as_str(), *key, *amount))
        })
    }

    /// What was kept, read again.
    pub fn from_all(all: impl IntoIterator<Item = (String, StatisticsKey, i64)>) -> Self {
        let mut waiting = Self::default();
        for (code, key, amount) in all.into_iter().filter(|(_, _, amount)| *amount != 0) {
            waiting.0.entry(code).or_default().insert(key, amount);
        }
        waiting
    }

    /// What waits of those who are asked this year, and what came now. Who evens out has nothing to
    /// correct.
    pub(super) fn with<'a>(
        &self,
        asked: &Asked,
        counts: impl IntoIterator<Item = (&'a Seat, &'a Count)>,
    ) -> Corrections {
        let mut all = self.0.get(&asked.code).cloned().unwrap_or_default();
        for (seat, count) in counts {
            let amount = i64::try_from(count.plus).unwrap_or(0) - i64::try_from(count.minus).unwrap_or(0);
            let sum = all.entry(seat.key).or_insert(0);
            *sum = sum.saturating_add(amount);
        }
        all.retain(|_, amount| *amount != 0);
        all
    }

    pub(super) fn keep(&mut self, asked: &Asked, corrections: Corrections) {
        if !corrections.is_empty() {
            self.0.insert(asked.code.clone(), corrections);
        }
    }

    /// What `before` holds of indicators that this task does not ask, and of associations that are not
    /// asked, stays as it is.
    pub(super) fn keep_absent(&mut self, before: &Self, task: &Task, roll: &Roll) {
        for (code, key, amount) in before.all() {
            let asked = task.indicators.iter().any(|asked| asked.code == code);
            if !asked || roll.seat(&key).is_none() {
                self.0.entry(code.to_owned()).or_default().insert(key, amount);
            }
        }
    }
}

impl Booked {
    /// Books all corrections of an indicator, or none.
    ///
    /// Of pooled numbers, in every part of the associations that a published table tells apart, none
    /// or at least k must have something to correct; and no cell may fall below zero, nor one of
    /// persons below ten. Otherwise all of them wait.
    pub(super) fn new(
        asked: &Asked,
        fresh: &Tallies,
        open: &[Table],
        corrections: &Corrections,
        roll: &Roll,
        rules: Rules,
    ) -> Option<Self> {
        let seated = corrections
            .iter()
            .filter_map(|(key, amount)| Some((*roll.seat(key)?, *amount)));
        let booked = Self {
            fresh: fresh.clone(),
            corrections: seated.collect(),
        };
        let enough = |count: usize| count == 0 || count as u64 >= rules.associations;
        let (milieu, domain) = (open.contains(&Table::Milieu), open.contains(&Table::Domain));
        let mut parts: BTreeMap<_, usize> = BTreeMap::new();
        for (seat, _) in &booked.corrections {
            let part = (seat.milieu.filter(|_| milieu), seat.domain.filter(|_| domain));
            *parts.entry(part).or_default() += 1;
        }
        let many = asked.source == Source::Own || parts.into_values().all(enough);
        let holds = !open.is_empty() && many && booked.floors_hold(asked, open, rules);
        holds.then_some(booked)
    }

    /// A cell's number with what is booked in it.
    pub(super) fn value(&self, cell: Cell) -> u64 {
        u64::try_from(self.signed(cell)).unwrap_or(0)
    }

    fn signed(&self, cell: Cell) -> i128 {
        let inside = self.corrections.iter();
        let inside = inside.filter(|(seat, _)| cell.holds(NOT_STATED, seat.milieu, seat.domain));
        let change: i128 = inside.map(|(_, amount)| i128::from(*amount)).sum();
        i128::from(self.fresh.value(cell)) + change
    }

    fn floors_hold(&self, asked: &Asked, open: &[Table], rules: Rules) -> bool {
        let floor = if asked.unit == Unit::Persons {
            rules.persons
        } else {
            0
        };
        let changed = |cell: &Cell| self.signed(*cell) != i128::from(self.fresh.value(*cell));
        let mut cells = open.iter().flat_map(|table| table.cells()).filter(changed);
        cells.all(|cell| self.signed(cell) >= i128::from(floor))
    }
}
