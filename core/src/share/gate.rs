//! Which tables may be opened: each as a whole or not at all.
//!
//! Why these rules protect, and what they do not: `core/docs/privacy.md`. In one sentence each:
//!
//! - In every cell that adds up associations, at least k of them have something, and persons are ten
//!   or more. So an association's number may be anything from nothing to the whole cell.
//! - Of a table by association (the total, milieu, domain) each block of associations is such a cell,
//!   those of an unknown block too, and an empty one is not: it would say that each of them has nothing.
//! - Two tables by association are published together only if every part in which their blocks meet
//!   is such a cell: whatever is computed from the two is then a sum of safe parts.
//! - A block's numbers are far enough below what its associations may have at most.

use std::collections::{BTreeMap, BTreeSet};

use super::canon::by_code;
use super::{Asked, Count, Seat, Task, Unit};
use crate::indicator::{Cell, Domain, LEAVES, Leaf, Milieu, Source, Table};

/// Persons in a published cell, at least.
pub const PERSONS_MIN: u64 = 10;
/// Associations that answered, and on each side of an unkind fact, at least.
const FACT_MIN: u64 = 5;

/// Associations of one milieu and domain, as far as they are known.
pub type Block = (Option<Milieu>, Option<Domain>);

/// The numbers of one block, added up.
///
/// With one operator it is made of reports, with two of the opened sums of shares and flags.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// Associations that answered.
    pub answered: u64,
    /// The sum of each leaf.
    pub leaves: [u64; LEAVES.len()],
    /// In each of [`flagged`] cells, how many associations have something.
    pub contributors: Vec<u64>,
}

/// The tallies of an indicator, block by block.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tallies(BTreeMap<Block, Tally>);

/// What a table must hold to be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// Associations in a cell.
    pub(super) associations: u64,
    /// Persons in a cell.
    pub(super) persons: u64,
    /// Associations of a block that might have nothing at all, the others having room for their numbers.
    pub(super) absent: u64,
}

/// Why a table is not published.
///
/// It does not say which rule it broke: "fewer than ten" would itself be a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Withheld {
    /// Nobody answered.
    NoReport,
    /// Too few are behind a cell of it.
    TooFew,
}

impl Withheld {
    /// All.
    pub const ALL: [Self; 2] = [Self::NoReport, Self::TooFew];

    /// Its code in exports, under which sentences stand.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoReport => "no_report",
            Self::TooFew => "too_few",
        }
    }
}

by_code!(Withheld, Withheld::ALL, Withheld::code);

/// A part of the associations, or of the persons, of which one sum would be known.
struct Part {
    value: u64,
    contributors: u64,
    answered: u64,
    largest_leaf: u64,
}

impl Rules {
    /// Those that a task agreed to.
    pub fn of(task: &Task) -> Self {
        Self {
            associations: u64::from(task.k),
            persons: PERSONS_MIN,
            absent: 1,
        }
    }

    fn holds(self, asked: &Asked, part: &Part) -> bool {
        let persons = asked.unit != Unit::Persons || part.value >= self.persons;
        match asked.source {
            Source::Own => part.value == 0 || persons,
            _ => part.contributors >= self.associations && persons,
        }
    }

    /// As [`holds`](Self::holds) says, and any one association might have nothing: all others together
    /// have room for its number in every leaf.
    fn holds_block(self, asked: &Asked, part: &Part) -> bool {
        let room = part
            .answered
            .saturating_sub(self.absent)
            .saturating_mul(asked.bound);
        self.holds(asked, part) && (asked.source == Source::Own || part.largest_leaf <= room)
    }
}

impl Tallies {
    /// Adds up what associations sent of one indicator. Who kept it back did not answer.
    pub fn of<'a>(counts: impl IntoIterator<Item = (&'a Seat, &'a Count)>) -> Self {
        let mut tallies = Self::default();
        for (seat, count) in counts.into_iter().filter(|(_, count)| !count.withheld) {
            let tally = tallies.0.entry((seat.milieu, seat.domain)).or_default();
            tally.answered += 1;
            for (sum, number) in tally.leaves.iter_mut().zip(count.leaves) {
                *sum += number;
            }
            for (contributors, cell) in tally.contributors.iter_mut().zip(flagged()) {
                *contributors += u64::from(count.has(cell));
            }
        }
        tallies
    }

    /// How many associations answered, in the cell's blocks.
    pub fn answered(&self, cell: Cell) -> u64 {
        let inside = |block: &Block| match cell {
            Cell::Milieu(milieu) => block.0 == Some(milieu),
            Cell::Domain(domain) => block.1 == Some(domain),
            _ => true,
        };
        let blocks = self.0.iter().filter(|(block, _)| inside(block));
        blocks.map(|(_, tally)| tally.answered).sum()
    }

    /// What the cell holds.
    pub fn value(&self, cell: Cell) -> u64 {
        let leaves = self.0.iter().flat_map(|((milieu, domain), tally)| {
            let held = LEAVES.iter().zip(tally.leaves);
            held.filter(move |(leaf, _)| cell.holds(**leaf, *milieu, *domain))
        });
        leaves.map(|(_, number)| number).sum()
    }

    fn part(&self, at: usize, inside: impl Fn(&Block) -> bool) -> Part {
        let cell = flagged()[at];
        let blocks = || {
            self.0
                .iter()
                .filter(|(block, _)| inside(block))
                .map(|(_, tally)| tally)
        };
        let leaf = |place: usize| blocks().map(|tally| tally.leaves[place]).sum::<u64>();
        let held = |leaf: &&Leaf| cell.holds(**leaf, None, None);
        Part {
            value: LEAVES.iter().filter(held).map(|held| leaf(held.place())).sum(),
            contributors: blocks().map(|tally| tally.contributors[at]).sum(),
            answered: blocks().map(|tally| tally.answered).sum(),
            largest_leaf: (0..LEAVES.len()).map(leaf).max().unwrap_or(0),
        }
    }

    /// The sum of each block of a division of the associations.
    fn blocks<K: Ord>(&self, of: impl Fn(&Block) -> K) -> Vec<Part> {
        let keys: BTreeSet<K> = self.0.keys().map(&of).collect();
        keys.iter()
            .map(|key| self.part(0, |block| of(block) == *key))
            .collect()
    }
}

impl From<BTreeMap<Block, Tally>> for Tallies {
    fn from(blocks: BTreeMap<Block, Tally>) -> Self {
        Self(blocks)
    }
}

impl Default for Tally {
    fn default() -> Self {
        Self {
            answered: 0,
            leaves: [0; LEAVES.len()],
            contributors: vec![0; flagged().len()],
        }
    }
}

/// The cells in which it is counted how many associations have something, the total first.
///
/// Those of tables by association are sums of these over blocks. With two operators they are flags.
pub fn flagged() -> Vec<Cell> {
    let tables = [Table::Total, Table::Sex, Table::Age, Table::SexAge];
    tables.into_iter().flat_map(Table::cells).collect()
}

/// Which tables of an indicator may be opened, in the order of its plan.
pub fn gate(asked: &Asked, tallies: &Tallies, rules: Rules) -> Vec<(Table, Result<(), Withheld>)> {
    let mut passed: Vec<Table> = Vec::new();
    let outcome = |table: &Table| {
        let passes = match (tallies.answered(Cell::Total), asked.source) {
            (0, _) => Err(Withheld::NoReport),
            (_, Source::Fact) => fact_passes(asked, tallies),
            // Every table says the total.
            _ if *table != Table::Total && !passed.contains(&Table::Total) => Err(Withheld::TooFew),
            _ => table_passes(asked, tallies, rules, *table, &passed),
        };
        if passes.is_ok() {
            passed.push(*table);
        }
        (*table, passes)
    };
    asked.tables.iter().map(outcome).collect()
}

fn fact_passes(asked: &Asked, tallies: &Tallies) -> Result<(), Withheld> {
    let (answered, hold) = (tallies.answered(Cell::Total), tallies.value(Cell::Total));
    let sides = hold >= FACT_MIN && answered - hold >= FACT_MIN;
    (answered >= FACT_MIN && (sides || !asked.unkind_when_negative))
        .then_some(())
        .ok_or(Withheld::TooFew)
}

pub(super) fn table_passes(
    asked: &Asked,
    tallies: &Tallies,
    rules: Rules,
    table: Table,
    passed: &[Table],
) -> Result<(), Withheld> {
    let blocks_hold = |parts: Vec<Part>| parts.iter().all(|part| rules.holds_block(asked, part));
    let holds = match table {
        Table::Total => blocks_hold(tallies.blocks(|_| ())),
        Table::Sex | Table::Age | Table::SexAge => {
            let places = flagged()
                .into_iter()
                .enumerate()
                .filter(|(_, cell)| cell.table() == table);
            places
                .map(|(at, _)| tallies.part(at, |_| true))
                .all(|part| part.value == 0 || rules.holds(asked, &part))
        }
        Table::Milieu => blocks_hold(tallies.blocks(|block| block.0)),
        Table::Domain => {
            blocks_hold(tallies.blocks(|block| block.1))
                && (!passed.contains(&Table::Milieu) || blocks_hold(tallies.blocks(|block| *block)))
        }
    };
    holds.then_some(()).ok_or(Withheld::TooFew)
}
