//! From a frozen period to what is published of it, and what waits for the next.

use std::collections::BTreeMap;

use minicbor::{Decode, Encode};

use super::canon::{self, Malformed};
use super::correct::{Booked, Waiting};
use super::family::{self, Summed};
use super::{Asked, Count, Day, Frozen, Report, Rules, Seat, Tallies, Unit, Withheld, gate};
use crate::crypto::{self, Hash};
use crate::id::TaskId;
use crate::indicator::{Cell, Source, Table};

/// Below this share of those asked, in percent, a figure is marked as partial.
pub const PARTIAL_BELOW: u64 = 80;

/// 64 indicators of at most 38 cells of about 40 bytes leave room.
pub(super) const PUBLISHED_BYTES_MAX: usize = 256 * 1024;
const TABLES_MAX: usize = 64 * 6;
const CELLS_MAX: usize = 64;
const WORD_MAX: usize = 32;

/// Everything that is published of a period.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Published {
    /// The task that was answered.
    #[n(0)]
    pub task: TaskId,
    /// The first day.
    #[n(1)]
    pub start: Day,
    /// The last day.
    #[n(2)]
    pub end: Day,
    /// Every table of the plan, published or withheld, indicator by indicator.
    #[cbor(n(3), decode_with = "canon::list::<_, _, TABLES_MAX>")]
    pub tables: Vec<PublishedTable>,
}

/// One table of one indicator.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct PublishedTable {
    /// The indicator's code.
    #[cbor(n(0), decode_with = "canon::text::<_, WORD_MAX>")]
    pub indicator: String,
    /// Whose numbers.
    #[n(1)]
    pub source: Source,
    /// What is counted.
    #[n(2)]
    pub unit: Unit,
    /// Which table.
    #[n(3)]
    pub table: Table,
    /// From how many associations: those who answered.
    #[n(4)]
    pub associations: u64,
    /// Of how many that were asked.
    #[n(5)]
    pub of: u64,
    /// Its cells, all of them; or why it is not published.
    #[n(6)]
    pub outcome: Outcome,
}

/// What became of a table.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Outcome {
    /// Published as a whole.
    #[n(1)]
    Published(#[cbor(n(0), decode_with = "canon::list::<_, _, CELLS_MAX>")] Vec<PublishedCell>),
    /// Not at all.
    #[n(2)]
    Withheld(#[n(0)] Withheld),
}

/// One published number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct PublishedCell {
    /// Which cell.
    #[n(0)]
    pub cell: Cell,
    /// The number. Of a fact: the associations for which it holds.
    #[n(1)]
    pub value: u64,
    /// From how many associations.
    #[n(2)]
    pub associations: u64,
    /// Of how many that were asked.
    #[n(3)]
    pub of: u64,
}

/// The figure of a year: nothing but the sum of what was published of its periods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annual {
    /// The sums, cell by cell.
    pub cells: Vec<(Cell, u64)>,
    /// Of how many periods the table was published.
    pub periods: usize,
}

impl Published {
    /// The table of an indicator, if the plan has it.
    pub fn table(&self, indicator: &str, table: Table) -> Option<&PublishedTable> {
        let mut tables = self.tables.iter();
        tables.find(|found| found.indicator == indicator && found.table == table)
    }

    /// What the ledger says of it.
    pub fn hash(&self) -> Hash {
        crypto::derive("statistics-published", &self.to_bytes())
    }

    /// The one encoding.
    pub fn to_bytes(&self) -> Vec<u8> {
        canon::to_bytes(self)
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote, and only that.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        canon::from_bytes(bytes, PUBLISHED_BYTES_MAX)
    }
}

impl PublishedTable {
    /// Its cells, if it is published.
    pub fn cells(&self) -> Option<&[PublishedCell]> {
        match &self.outcome {
            Outcome::Published(cells) => Some(cells),
            Outcome::Withheld(_) => None,
        }
    }

    /// Its state in exports: `published`, `partial` or `withheld`.
    pub fn status(&self) -> &'static str {
        match self.outcome {
            Outcome::Withheld(_) => "withheld",
            Outcome::Published(_) if self.is_partial() => "partial",
            Outcome::Published(_) => "published",
        }
    }

    /// Whether so few answered that the figure says little of all.
    pub fn is_partial(&self) -> bool {
        is_partial(self.associations, self.of)
    }
}

/// Whether a figure is from so few of those asked that it says little of all.
pub fn is_partial(answered: u64, of: u64) -> bool {
    answered.saturating_mul(100) < of.saturating_mul(PARTIAL_BELOW)
}

/// Adds up a frozen period and lets each table through its gate.
///
/// `waiting` holds the corrections that could not be booked in earlier periods; what still cannot
/// comes back, for the next.
pub fn publish(frozen: &Frozen, waiting: &Waiting) -> (Published, Waiting) {
    let (task, rules) = (&frozen.task, Rules::of(&frozen.task));
    let mut published = Published {
        task: task.id(),
        start: task.start,
        end: task.end,
        tables: Vec::new(),
    };
    let mut all = summed(frozen, waiting);
    family::close(&mut all, rules);
    for one in &mut all {
        let (asked, open) = (one.asked, one.open());
        one.booked = Booked::new(asked, &one.tallies, &open, &one.corrections, &frozen.roll, rules);
    }
    family::unbook(&mut all, &frozen.roll, rules);
    let seats: Vec<&Seat> = frozen.roll.seats().collect();
    let mut still = Waiting::default();
    for one in all {
        let outcomes = one.outcomes.iter();
        let tables = outcomes.map(|(table, outcome)| fill(&one, &seats, *table, *outcome));
        published.tables.extend(tables);
        if one.booked.is_none() {
            still.keep(one.asked, one.corrections);
        }
    }
    still.keep_absent(waiting, task, &frozen.roll);
    (published, still)
}

/// Each number of the task, added up by itself.
fn summed<'a>(frozen: &'a Frozen, waiting: &Waiting) -> Vec<Summed<'a>> {
    let rules = Rules::of(&frozen.task);
    let seat = |report: &'a Report| Some((frozen.roll.seat(&report.key())?, report.contribution().counts()));
    let seated: Vec<(&Seat, &[Count])> = frozen.reports.iter().filter_map(seat).collect();
    let one = |(at, asked): (usize, &'a Asked)| {
        let counts: Vec<(&Seat, &Count)> = seated.iter().map(|(seat, counts)| (*seat, &counts[at])).collect();
        let tallies = Tallies::of(counts.iter().copied());
        Summed {
            asked,
            outcomes: gate(asked, &tallies, rules),
            corrections: waiting.with(asked, counts.iter().copied()),
            booked: None,
            tallies,
            counts,
        }
    };
    frozen.task.indicators.iter().enumerate().map(one).collect()
}

fn fill(one: &Summed<'_>, seats: &[&Seat], table: Table, outcome: Result<(), Withheld>) -> PublishedTable {
    let (asked, tallies, booked) = (one.asked, &one.tallies, one.booked.as_ref());
    let of = |cell: Cell| {
        let inside = |seat: &&&Seat| match cell {
            Cell::Milieu(milieu) => seat.milieu == Some(milieu),
            Cell::Domain(domain) => seat.domain == Some(domain),
            _ => true,
        };
        seats.iter().filter(inside).count() as u64
    };
    let cell = |cell: Cell| PublishedCell {
        cell,
        value: booked.map_or_else(|| tallies.value(cell), |booked| booked.value(cell)),
        associations: tallies.answered(cell),
        of: of(cell),
    };
    PublishedTable {
        indicator: asked.code.clone(),
        source: asked.source,
        unit: asked.unit,
        table,
        associations: tallies.answered(Cell::Total),
        of: of(Cell::Total),
        outcome: match outcome {
            Ok(()) => Outcome::Published(table.cells().into_iter().map(cell).collect()),
            Err(reason) => Outcome::Withheld(reason),
        },
    }
}

/// The figure of a year for one table: the sum of its published periods, and of how many.
///
/// Facts are states, not flows: they have no sum, and neither has what was never published.
pub fn annual<'p>(
    periods: impl IntoIterator<Item = &'p Published>,
    indicator: &str,
    table: Table,
) -> Option<Annual> {
    let periods = periods.into_iter();
    let published = periods.filter_map(|period| period.table(indicator, table));
    let published = published.filter(|table| table.source != Source::Fact);
    let (mut sums, mut count) = (BTreeMap::new(), 0);
    for cells in published.filter_map(PublishedTable::cells) {
        count += 1;
        for cell in cells {
            *sums.entry(cell.cell).or_insert(0) += cell.value;
        }
    }
    (count > 0).then(|| Annual {
        cells: sums.into_iter().collect(),
        periods: count,
    })
}

/// `[table, place among its cells]`.
impl<C> Encode<C> for Cell {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut minicbor::Encoder<W>,
        ctx: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        let place = self.table().cells().iter().position(|cell| cell == self);
        let place = place.expect("a cell is one of its table's cells");
        (self.table(), place as u64).encode(e, ctx)
    }
}

impl<'b, C> Decode<'b, C> for Cell {
    fn decode(d: &mut minicbor::Decoder<'b>, ctx: &mut C) -> Result<Self, minicbor::decode::Error> {
        let (table, place): (Table, u8) = Decode::decode(d, ctx)?;
        let cell = table.cells().get(usize::from(place)).copied();
        cell.ok_or_else(|| minicbor::decode::Error::message("no such cell"))
    }
}
