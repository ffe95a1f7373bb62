//! What numbers of one task say together: those that are made of one another are opened together or not at all.
//!
//! Each number passes a gate of its own ([`gate`](super::gate())). Two kinds of numbers say more together than each
//! does alone, and the auditor, which looks at one indicator at a time, does not see it:
//!
//! - **A share and what it is of** say the rest: 57 women of 60 trainees are three men. So the rest has to pass as
//!   well, and of the two none is opened without the other.
//! - **Rows of a whole** ("a", "b" and "c" behind one code) may add up to it: the whole less all rows but one is that
//!   row, opened or not. So of two or more rows each table is opened with the same table of the others, or none is;
//!   and none, if not the same associations answered all of them: else what one kept back is the difference.
//!
//! Corrections are booked for all that is open of a family, or for none of it: else the difference would be one
//! correction.

use std::collections::BTreeSet;

use super::ask::indicator_of;
use super::correct::{Booked, Corrections};
use super::gate::{Rules, Tallies, Withheld, table_passes};
use super::{Asked, Count, Roll, Seat, Task, Unit};
use crate::id::StatisticsKey;
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
        let answered = |at: &usize| -> BTreeSet<StatisticsKey> {
            let counts = all[*at].counts.iter().filter(|(_, count)| !count.withheld);
            counts.map(|(seat, _)| seat.key).collect()
        };
        if family[1..].iter().any(|at| answered(at) != answered(&family[0])) {
            family[1..].iter().for_each(|at| all[*at].close(Table::Total));
        }
        together(all, &family[1..]);
    }
}

/// The codes of all that a task asks of the family of a code: the whole, and its rows; of any other code itself.
/// Who keeps back one of them keeps back all, so that the others' rows may be opened.
pub fn family_of<'a>(task: &'a Task, code: &'a str) -> Vec<&'a str> {
    let whole = row_of(code).unwrap_or(code);
    let rows = task.indicators.iter().filter(|one| is_row(one, whole));
    let rows: Vec<&str> = rows.map(|one| one.code.as_str()).collect();
    let is_asked = task.indicators.iter().any(|one| one.code == whole);
    match is_asked && rows.len() > 1 {
        true => std::iter::once(whole).chain(rows).collect(),
        false => vec![code],
    }
}

/// Leaves all corrections of a family waiting if some of it have to.
pub(super) fn unbook(all: &mut [Summed<'_>], roll: &Roll, rules: Rules) {
    let pairs = pairs(all);
    let split: Vec<Vec<usize>> = pairs.iter().map(|(part, whole)| vec![*part, *whole]).collect();
    for family in split.into_iter().chain(families(all)) {
        // What is not open says nothing that could be subtracted: it keeps nobody waiting.
        let waits = |at: &usize| {
            let one = &all[*at];
            one.booked.is_none() && !one.corrections.is_empty() && !one.open().is_empty()
        };
        let is_pair = pairs.contains(&(family[0], family[1]));
        let rest_holds = || rest_holds_booked(&all[family[0]], &all[family[1]], roll, rules);
        if family.iter().any(waits) || (is_pair && !rest_holds()) {
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
        let rows = all.iter().enumerate();
        let rows = rows
            .filter(|(_, one)| is_row(one.asked, &whole.asked.code))
            .map(|(at, _)| at);
        let family: Vec<usize> = std::iter::once(at).chain(rows).collect();
        (family.len() > 2).then_some(family)
    };
    all.iter().enumerate().filter_map(family).collect()
}

/// Whether it is a row of that whole. Facts do not add up: one of them may be "all of these at once".
fn is_row(asked: &Asked, whole: &str) -> bool {
    asked.source != Source::Fact && row_of(&asked.code) == Some(whole)
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

/// The tables in which too few are behind what a share leaves over.
fn told_by_rest(part: &Summed<'_>, whole: &Summed<'_>, rules: Rules) -> Vec<Table> {
    let rests = rests(part, whole);
    if is_mean(part, whole) || rests.is_empty() {
        return Vec::new();
    }
    let tallies = Tallies::of(rests.iter().map(|(seat, count)| (*seat, count)));
    let is_safe = |table: &Table| {
        let whole_in = |cell: &Cell| {
            whole
                .tallies
                .value(*cell)
                .saturating_sub(part.tallies.value(*cell))
        };
        let few = |rest: u64| part.asked.unit == Unit::Persons && rest > 0 && rest < rules.persons;
        match table {
            Table::Total | Table::Milieu | Table::Domain if part.asked.source != Source::Own => {
                table_passes(part.asked, &tallies, rules, *table, &part.open()).is_ok()
            }
            table => !table.cells().iter().any(|cell| few(whole_in(cell))),
        }
    };
    let open = part.open().into_iter();
    open.filter(|table| !is_safe(table)).collect()
}

/// Whether what is added up is no part of what it is of, so that nothing is left over.
fn is_mean(part: &Summed<'_>, whole: &Summed<'_>) -> bool {
    part.tallies.value(Cell::Total) > whole.tallies.value(Cell::Total)
}

/// What each association's share leaves over.
fn rests<'a>(part: &Summed<'a>, whole: &Summed<'a>) -> Vec<(&'a Seat, Count)> {
    let pairs = part.counts.iter().zip(&whole.counts);
    let said = pairs.filter(|((_, part), (_, whole))| !part.withheld && !whole.withheld);
    let rest = |((seat, part), (_, whole)): (&(&'a Seat, &Count), &(&Seat, &Count))| {
        let count = Count {
            // One who says more of the part than of the whole leaves nothing, and hides nobody else's rest.
            leaves: not_stated(whole.total().saturating_sub(part.total())),
            plus: 0,
            minus: 0,
            withheld: false,
        };
        (*seat, count)
    };
    said.map(rest).collect()
}

/// Whether also the rest of a share may be known once its corrections are in it.
fn rest_holds_booked(part: &Summed<'_>, whole: &Summed<'_>, roll: &Roll, rules: Rules) -> bool {
    let (Some(part_booked), Some(whole_booked)) = (&part.booked, &whole.booked) else {
        return true;
    };
    if is_mean(part, whole) || (part.corrections.is_empty() && whole.corrections.is_empty()) {
        return true;
    }
    let rest = whole_booked
        .value(Cell::Total)
        .checked_sub(part_booked.value(Cell::Total));
    let few = |rest: u64| part.asked.unit == Unit::Persons && rest > 0 && rest < rules.persons;
    let keys: BTreeSet<_> = part.corrections.keys().chain(whole.corrections.keys()).collect();
    let differ = keys
        .into_iter()
        .filter(|key| roll.seat(key).is_some())
        .filter(|key| part.corrections.get(key) != whole.corrections.get(key))
        .count() as u64;
    let many = part.asked.source == Source::Own || differ == 0 || differ >= rules.associations;
    many && rest.is_some_and(|rest| !few(rest))
}
