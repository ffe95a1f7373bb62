//! What numbers of one task say together: those that are made of one another are opened together or not at all.
//!
//! Each number passes a gate of its own ([`gate`](super::gate())). Two kinds of numbers say more together than each
//! does alone, and the auditor, which looks at one indicator at a time, does not see it:
//!
//! - **A share and what it is of** say the rest: 57 women of 60 trainees are three men. So the rest has to pass as
//!   well, and of the two none is opened without the other.
//! - **Rows of a whole** ("a", "b" and "c" behind one code) may add up to it: the whole less all rows but one is that
//!   row, opened or not. So of two or more rows each table is opened with the same table of the others, or none is.
//!
//! Corrections are booked for all of a family, or for none of it: else the difference would be one correction.

use std::collections::BTreeSet;

use super::ask::indicator_of;
use super::correct::{Booked, Corrections};
use super::gate::{Rules, Tallies, Withheld, table_passes};
use super::{Asked, Count, Seat, Unit};
use crate::indicator::{Cell, Source, Table, not_stated};

/// One number of a task, added up.
pub(super) struct Summed<'a> {
    pub(super) asked: &'a Asked,
    /// What each association sent, and where it stands.
    pub(super) counts: Vec<(&'a Seat, &'a Count)>,
    pub(super) tallies: Tallies,
    /// Each table of the plan, and whether it may be opened.
    pub(super) outcomes: Vec<(Table, Result<(), Withheld>)>,
    pub(super) corrections: Corrections,
    /// With its corrections, if those may be booked.
    pub(super) booked: Option<Booked>,
}

/// A share or a mean, and what it is of, by their places in a task.
type Pair = (usize, usize);

impl Summed<'_> {
    /// The tables that may be opened.
    pub(super) fn open(&self) -> Vec<Table> {
        let passed = |(table, outcome): &(Table, Result<(), Withheld>)| outcome.is_ok().then_some(*table);
        self.outcomes.iter().filter_map(passed).collect()
    }

    /// Keeps a table closed, and with the total all of them: every table says the total.
    fn close(&mut self, closed: Table) {
        for (table, outcome) in &mut self.outcomes {
            if (*table == closed || closed == Table::Total) && outcome.is_ok() {
                *outcome = Err(Withheld::TooFew);
            }
        }
    }
}

/// Closes what would say too much beside others.
pub(super) fn close(all: &mut [Summed<'_>], rules: Rules) {
    for (part, whole) in pairs(all) {
        for table in told_by_rest(&all[part], &all[whole], rules) {
            all[part].close(table);
        }
        together(all, &[part, whole]);
    }
    for family in families(all) {
        // The whole passes or not by itself: what its rows say without it is no more than they say.
        together(all, &family[1..]);
    }
}

/// Leaves all corrections of a family waiting if some of it have to.
pub(super) fn unbook(all: &mut [Summed<'_>], rules: Rules) {
    let pairs = pairs(all);
    let split: Vec<Vec<usize>> = pairs.iter().map(|(part, whole)| vec![*part, *whole]).collect();
    for family in split.into_iter().chain(families(all)) {
        let waits = |at: &usize| all[*at].booked.is_none() && !all[*at].corrections.is_empty();
        let is_pair = pairs.contains(&(family[0], family[1]));
        if family.iter().any(waits)
            || (is_pair && !rest_holds_booked(&all[family[0]], &all[family[1]], rules))
        {
            family.into_iter().for_each(|at| all[at].booked = None);
        }
    }
}

fn pairs(all: &[Summed<'_>]) -> Vec<Pair> {
    let place = |wanted: (&str, bool)| {
        let mut codes = all.iter().map(|one| indicator_of(&one.asked.code));
        codes.position(|code| code == wanted)
    };
    let pair = |(part, one): (usize, &Summed<'_>)| match indicator_of(&one.asked.code) {
        (code, false) => Some((part, place((code, true))?)),
        (_, true) => None,
    };
    all.iter().enumerate().filter_map(pair).collect()
}

/// Each whole with two rows or more, itself first.
fn families(all: &[Summed<'_>]) -> Vec<Vec<usize>> {
    let family = |(at, whole): (usize, &Summed<'_>)| {
        let is_row = |(_, one): &(usize, &Summed<'_>)| row_of(&one.asked.code) == Some(&whole.asked.code);
        let rows = all.iter().enumerate().filter(is_row).map(|(at, _)| at);
        let family: Vec<usize> = std::iter::once(at).chain(rows).collect();
        (family.len() > 2).then_some(family)
    };
    all.iter().enumerate().filter_map(family).collect()
}

/// The code of the whole of which this is the code of a row: a letter stands behind it.
fn row_of(code: &str) -> Option<&str> {
    let whole = code.strip_suffix(|letter: char| letter.is_ascii_lowercase())?;
    whole
        .ends_with(|digit: char| digit.is_ascii_digit())
        .then_some(whole)
}

/// Opens each table for all of these that have it, or for none.
fn together(all: &mut [Summed<'_>], members: &[usize]) {
    let closed: BTreeSet<Table> = members
        .iter()
        .flat_map(|at| &all[*at].outcomes)
        .filter(|(_, outcome)| outcome.is_err())
        .map(|(table, _)| *table)
        .collect();
    for at in members {
        closed.iter().for_each(|table| all[*at].close(*table));
    }
}

/// The tables in which too few are behind what a share leaves over. A mean leaves nothing over: what it adds up is
/// no part of what it is of.
fn told_by_rest(part: &Summed<'_>, whole: &Summed<'_>, rules: Rules) -> Vec<Table> {
    let rests = rests(part, whole);
    let Some(rests) = rests.filter(|rests| !rests.is_empty()) else {
        return Vec::new();
    };
    let tallies = Tallies::of(rests.iter().map(|(seat, count)| (*seat, count)));
    let is_safe = |table: &Table| {
        let whole_in = |cell: &Cell| {
            whole
                .tallies
                .value(*cell)
                .saturating_sub(part.tallies.value(*cell))
        };
        let few = |rest: u64| part.asked.unit == Unit::Persons && rest > 0 && rest < rules.persons();
        match table {
            Table::Total if part.asked.source == Source::Own => !few(tallies.value(Cell::Total)),
            Table::Total => table_passes(part.asked, &tallies, rules, Table::Total, &[]).is_ok(),
            table => !table.cells().iter().any(|cell| few(whole_in(cell))),
        }
    };
    let open = part.open().into_iter();
    open.filter(|table| !is_safe(table)).collect()
}

/// What each association's share leaves over, if it is one.
fn rests<'a>(part: &Summed<'a>, whole: &Summed<'a>) -> Option<Vec<(&'a Seat, Count)>> {
    let pairs = part.counts.iter().zip(&whole.counts);
    let said = pairs.filter(|((_, part), (_, whole))| !part.withheld && !whole.withheld);
    let rest = |((seat, part), (_, whole)): (&(&'a Seat, &Count), &(&Seat, &Count))| {
        let rest = whole.total().checked_sub(part.total())?;
        let count = Count {
            leaves: not_stated(rest),
            plus: 0,
            minus: 0,
            withheld: false,
        };
        Some((*seat, count))
    };
    said.map(rest).collect()
}

/// Whether also the rest of a share may be known once its corrections are in it.
fn rest_holds_booked(part: &Summed<'_>, whole: &Summed<'_>, rules: Rules) -> bool {
    let (Some(part_booked), Some(whole_booked)) = (&part.booked, &whole.booked) else {
        return true;
    };
    if rests(part, whole).is_none() || (part.corrections.is_empty() && whole.corrections.is_empty()) {
        return true;
    }
    let rest = whole_booked
        .value(Cell::Total)
        .checked_sub(part_booked.value(Cell::Total));
    let few = |rest: u64| part.asked.unit == Unit::Persons && rest > 0 && rest < rules.persons();
    let keys: BTreeSet<_> = part.corrections.keys().chain(whole.corrections.keys()).collect();
    let differ = keys
        .into_iter()
        .filter(|key| part.corrections.get(key) != whole.corrections.get(key))
        .count() as u64;
    let many = part.asked.source == Source::Own || differ == 0 || differ >= rules.associations();
    many && rest.is_some_and(|rest| !few(rest))
}
