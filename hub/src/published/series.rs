//! One indicator over the periods: its figure in each, its breakdowns, its years, and which way it goes.

use std::collections::BTreeMap;

use tawro_core::indicator::{Cell, Direction, Indicator, Period, Source, Table};
use tawro_core::share::{self, Published, PublishedCell, PublishedTable, Withheld, indicator_of};

use crate::published::{Goal, Goals, PublishedPeriod, Value};

/// An indicator over the periods.
#[derive(Debug, Clone)]
pub struct Series<'a> {
    /// Which.
    pub indicator: &'a Indicator,
    /// What the programme aims at with it.
    pub goal: Goal,
    /// One for each published period, the oldest first.
    pub readings: Vec<Reading>,
    /// The sums of the published periods of each year; none of what does not add up.
    pub years: Vec<Year>,
}

/// An indicator in one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Which period.
    pub period: Period,
    /// Its figure for the province, or why there is none.
    pub outcome: Outcome,
    /// From how many associations.
    pub associations: u64,
    /// Of how many that were asked.
    pub of: u64,
    /// Whether each that was asked had an answer. If not, nobody can tell who kept silent from whom it does
    /// not concern.
    pub concerns_all: bool,
    /// So few answered that it says little of all.
    pub is_partial: bool,
    /// Its other tables, in the order of the plan.
    pub breakdowns: Vec<Breakdown>,
}

/// What became of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is published.
    Value(Value),
    /// It is not, or half of what it is made of is not.
    Withheld(Withheld),
    /// The period did not ask for it.
    NotAsked,
}

/// One table of an indicator in one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breakdown {
    /// Which.
    pub table: Table,
    /// Its cells in their order, the empty ones left out; or why there are none.
    pub parts: Result<Vec<Part>, Withheld>,
    /// How many cells it has, the empty ones too.
    pub cells: usize,
}

/// One cell of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Which.
    pub cell: Cell,
    /// Its number.
    pub value: Value,
    /// From how many associations.
    pub associations: u64,
    /// Of how many that were asked.
    pub of: u64,
}

/// The sum of the published periods of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Year {
    /// Which.
    pub year: i64,
    /// The sum. Who counts once in a period counts once in each.
    pub value: Value,
    /// Of how many periods.
    pub periods: usize,
    /// So few answered in one of them that it says little of all.
    pub is_partial: bool,
}

/// Which way a figure went from one period to the next of the same length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// To the better.
    Better,
    /// To the worse.
    Worse,
    /// It did not move.
    Same,
}

/// Each indicator over the published periods.
pub fn all<'a>(periods: &[PublishedPeriod], indicators: &'a [Indicator], goals: &Goals) -> Vec<Series<'a>> {
    let goal = |one: &Indicator| goals.get(&one.code).copied().unwrap_or_default();
    let indicators = indicators.iter();
    indicators.map(|one| series(periods, one, goal(one))).collect()
}

/// One indicator over the published periods.
pub fn series<'a>(periods: &[PublishedPeriod], indicator: &'a Indicator, goal: Goal) -> Series<'a> {
    let mut periods: Vec<&PublishedPeriod> = periods.iter().collect();
    periods.sort_by_key(|published| published.period.first());
    let years = match indicator.adds_up() {
        true => years(&periods, indicator),
        false => Vec::new(),
    };
    Series {
        indicator,
        goal,
        readings: periods.iter().map(|one| reading(one, indicator)).collect(),
        years,
    }
}

impl Series<'_> {
    /// The newest period whose figure is published.
    pub fn latest(&self) -> Option<&Reading> {
        let mut newest = self.readings.iter().rev();
        newest.find(|reading| reading.value().is_some())
    }

    /// What is compared with the target: of what adds up the sum of all published periods, else the newest figure.
    pub fn actual(&self) -> Option<Value> {
        let newest = self.latest()?.value();
        if self.years.is_empty() {
            return newest;
        }
        let sum = |of: fn(&Value) -> Option<u64>| self.years.iter().map(|year| of(&year.value)).sum();
        let number: Option<u64> = sum(|value| Some(value.number));
        number.map(|number| Value {
            number,
            of: sum(|value| value.of),
        })
    }

    /// Which way it went last; none without two published figures of periods as long as each other.
    pub fn trend(&self) -> Option<Trend> {
        let unit = self.indicator.unit;
        let length = self.latest()?.period.length();
        let same = self.readings.iter().rev();
        let same = same.filter(|reading| reading.period.length() == length);
        let mut values = same.filter_map(|reading| reading.value()?.in_unit(unit));
        let (now, before) = (values.next()?, values.next()?);
        let grew = now > before;
        Some(match self.indicator.direction {
            _ if now == before => Trend::Same,
            Direction::Up if grew => Trend::Better,
            Direction::Down if !grew => Trend::Better,
            _ => Trend::Worse,
        })
    }
}

impl Reading {
    /// Its figure, if it is published.
    pub fn value(&self) -> Option<Value> {
        match self.outcome {
            Outcome::Value(value) => Some(value),
            Outcome::Withheld(_) | Outcome::NotAsked => None,
        }
    }
}

fn reading(published: &PublishedPeriod, indicator: &Indicator) -> Reading {
    let tables = Tables::of(published, indicator);
    let total = tables.number(Table::Total);
    let outcome = match (total, tables.parts(Table::Total)) {
        (None, _) | (_, None) => Outcome::NotAsked,
        (_, Some(Err(why))) => Outcome::Withheld(why),
        (_, Some(Ok(parts))) => match parts.first() {
            Some(part) => Outcome::Value(part.value),
            None => Outcome::NotAsked,
        },
    };
    let breakdowns = Table::ALL.into_iter().filter(|table| *table != Table::Total);
    let breakdown = |table: Table| {
        let parts = tables.parts(table)?;
        let cells = table.cells().len();
        let filled = |parts: Vec<Part>| parts.into_iter().filter(|part| !part.value.is_empty()).collect();
        Some(Breakdown {
            table,
            parts: parts.map(filled),
            cells,
        })
    };
    Reading {
        period: published.period,
        outcome,
        associations: total.map_or(0, |table| table.associations),
        of: total.map_or(0, |table| table.of),
        concerns_all: indicator.concerns_all(),
        is_partial: indicator.concerns_all() && total.is_some_and(PublishedTable::is_partial),
        breakdowns: breakdowns.filter_map(breakdown).collect(),
    }
}

/// The tables of one indicator in one period.
struct Tables<'p> {
    numbers: Vec<&'p PublishedTable>,
    /// Of what a share or a mean is.
    wholes: Vec<&'p PublishedTable>,
    is_pair: bool,
}

impl<'p> Tables<'p> {
    fn of(published: &'p PublishedPeriod, indicator: &Indicator) -> Self {
        let code = indicator.code.to_string();
        let tables = published.tasks.iter().flat_map(|task| &task.tables);
        let tables = tables.filter(|table| indicator_of(&table.indicator).0 == code);
        let (wholes, numbers) = tables.partition(|table| indicator_of(&table.indicator).1);
        Self {
            numbers,
            wholes,
            is_pair: indicator.is_pair(),
        }
    }

    fn number(&self, table: Table) -> Option<&'p PublishedTable> {
        find(&self.numbers, table)
    }

    /// The cells of a table; of a share or a mean with what each is of, and withheld if either is.
    fn parts(&self, table: Table) -> Option<Result<Vec<Part>, Withheld>> {
        let number = self.number(table)?;
        let whole = match self.is_pair {
            true => Some(find(&self.wholes, table)?),
            false => None,
        };
        let cells = |table: &'p PublishedTable| match &table.outcome {
            share::Outcome::Published(cells) => Ok(cells.as_slice()),
            share::Outcome::Withheld(why) => Err(*why),
        };
        let parts = cells(number).and_then(|numbers| {
            let wholes = whole.map(cells).transpose()?;
            let parts = numbers.iter().map(|cell| part(cell, number.source, wholes));
            Ok(parts.collect())
        });
        Some(parts)
    }
}

fn find<'p>(tables: &[&'p PublishedTable], wanted: Table) -> Option<&'p PublishedTable> {
    tables.iter().copied().find(|table| table.table == wanted)
}

fn part(number: &PublishedCell, source: Source, wholes: Option<&[PublishedCell]>) -> Part {
    let of = match (wholes, source) {
        (Some(wholes), _) => {
            let mut same = wholes.iter().filter(|whole| whole.cell == number.cell);
            Some(same.next().map_or(0, |whole| whole.value))
        }
        (None, Source::Fact) => Some(number.associations),
        (None, _) => None,
    };
    Part {
        cell: number.cell,
        value: Value {
            number: number.value,
            of,
        },
        associations: number.associations,
        of: number.of,
    }
}

/// The sums of each year, of the periods that are published; of a share of those of which both numbers are.
fn years(periods: &[&PublishedPeriod], indicator: &Indicator) -> Vec<Year> {
    let out = periods
        .iter()
        .filter(|one| reading(one, indicator).value().is_some());
    let mut by_year: BTreeMap<i64, (Vec<&Published>, bool)> = BTreeMap::new();
    for published in out {
        let (tasks, is_partial) = by_year.entry(published.period.first().year()).or_default();
        tasks.extend(&published.tasks);
        *is_partial |= reading(published, indicator).is_partial;
    }
    let [number, whole] = share::codes(indicator);
    let year = |(year, (tasks, is_partial)): (i64, (Vec<&Published>, bool))| {
        let sum = |code: &str| {
            let annual = share::annual(tasks.iter().copied(), code, Table::Total)?;
            let (_, sum) = annual.cells.first()?;
            Some((*sum, annual.periods))
        };
        let (number, periods) = sum(&number)?;
        let of = indicator
            .is_pair()
            .then(|| sum(&whole).map(|(of, _)| of))
            .flatten();
        let value = Value { number, of };
        Some(Year {
            year,
            value,
            periods,
            is_partial,
        })
    };
    by_year.into_iter().filter_map(year).collect()
}
