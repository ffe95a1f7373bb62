//! The reference answer to a query: row by row in memory, with the records behind each number.

use std::collections::BTreeMap;

use thiserror::Error;

use crate::id::RecordId;
use crate::indicator::{
    Age, AgeFrom, Awaited, Cell, Counted, Domain, Holds, Indicator, IndicatorCode, LEAVES, Leaf, Measure,
    Method, Milieu, Observed, Period, Query, Rows, Sex, Test, Who,
};
use crate::schema::{Date, Scalar};

/// One number for each of [`LEAVES`], in that order.
pub type Leaves = [u64; LEAVES.len()];

/// What an association's records come to for one indicator and one period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    /// Which indicator.
    pub indicator: IndicatorCode,
    /// The number, leaf by leaf.
    pub leaves: Leaves,
    /// What it is of, leaf by leaf: of a share, a mean and a fact.
    pub of: Option<Leaves>,
}

/// Why an indicator has no figure: none before these records are kept, and never a zero in its stead.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("no data yet")]
pub struct NoDataYet {
    /// What it waits for, at least one.
    pub awaited: Vec<Awaited>,
}

/// A record by its id and its fields, as a store or a test has it.
pub trait Row {
    /// Which record.
    fn id(&self) -> RecordId;
    /// What stands in a field that has one cell; nothing if it is empty.
    fn cell(&self, field: &str) -> Option<&Scalar>;
}

/// The records of an association.
pub trait Records {
    /// One of them.
    type Row: Row;
    /// Those of a kind that are neither deleted nor merged into another, in any order.
    fn rows(&self, kind: &str) -> impl Iterator<Item = &Self::Row>;
    /// The record that an id stands for: that one, or the one that it was merged into; nothing if it is deleted
    /// or not here.
    fn standing(&self, kind: &str, id: RecordId) -> Option<&Self::Row>;
}

/// The number of a query, and of which records it is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    measure: Measure,
    is_money: bool,
    /// Each record with its leaf and what it adds.
    whole: BTreeMap<RecordId, (Leaf, u64)>,
    /// Of a share those that fit its part, of a mean what stands in them.
    part: BTreeMap<RecordId, (Leaf, u64)>,
}

/// Which of the two numbers of a share or a mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The number itself.
    Number,
    /// What it is of; the same as the number where there is but one.
    Of,
}

/// Where neither sex nor age tells anything apart.
const NOT_STATED: Leaf = Leaf {
    sex: Sex::NotStated,
    age: Age::NotStated,
};

/// The leaves of a number that is not told apart.
pub fn not_stated(number: u64) -> Leaves {
    let mut leaves = [0; LEAVES.len()];
    leaves[NOT_STATED.place()] = number;
    leaves
}

impl Figure {
    /// The number in a cell of a table, for an association of that milieu and domain.
    pub fn in_cell(&self, cell: Cell, milieu: Option<Milieu>, domain: Option<Domain>) -> u64 {
        let held = LEAVES.iter().zip(self.leaves);
        held.filter(|(leaf, _)| cell.holds(**leaf, milieu, domain))
            .fold(0, |sum, (_, number)| sum.saturating_add(number))
    }

    /// The number in all.
    pub fn total(&self) -> u64 {
        self.in_cell(Cell::Total, None, None)
    }
}

impl Indicator {
    /// Its figure for a period, from the records themselves.
    ///
    /// A store answers the query by other means; this is what its answer is compared with.
    pub fn figure(
        &self,
        period: Period,
        records: &impl Records,
        seen: &Observed,
    ) -> Result<Figure, NoDataYet> {
        match &self.method {
            Method::Counting(counting) => {
                let tally = counting.over(period).tally(records);
                Ok(tally.figure(self.code))
            }
            Method::BuiltIn(built_in) => Ok(built_in.figure(self.code, seen)),
            Method::Waits(awaited) => Err(NoDataYet {
                awaited: awaited.clone(),
            }),
        }
    }
}

impl Query {
    /// Goes through the records.
    pub fn tally(&self, records: &impl Records) -> Tally {
        let mut tally = Tally {
            measure: self.measure,
            is_money: self.is_money,
            whole: BTreeMap::new(),
            part: BTreeMap::new(),
        };
        for rows in &self.rows {
            for row in records.rows(rows.kind) {
                let reached = Reached { records, row };
                if rows.fit(&reached) {
                    tally.take(self, rows, &reached);
                }
            }
        }
        tally
    }
}

impl Rows {
    fn fit<R: Records>(&self, row: &Reached<'_, R>) -> bool {
        let holds = |test: &Test| test.is.holds(row.stands(&test.field));
        self.window.holds(|field| row.stands(field))
            && self.wanted.iter().all(holds)
            && !self.unwanted.iter().any(holds)
    }
}

impl Tally {
    fn take<R: Records>(&mut self, query: &Query, rows: &Rows, row: &Reached<'_, R>) {
        let number = |of: &Counted| u64::try_from(row.stands(of)?.as_integer()?).ok();
        // What the row adds to the number in all, and to the one beside it.
        let (id, whole, part) = match (query.measure, &rows.of) {
            (Measure::Sum, Some(of)) => (Some(row.row.id()), number(of), None),
            (Measure::Mean, Some(of)) => (Some(row.row.id()), number(of).map(|_| 1), number(of)),
            (Measure::Share, of) => {
                let holds = |test: &Test| test.is.holds(row.stands(&test.field));
                let fits = rows.part.iter().all(holds);
                (row.counted(of.as_ref()), Some(1), fits.then_some(1))
            }
            (_, of) => (row.counted(of.as_ref()), Some(1), None),
        };
        let Some(id) = id else {
            return;
        };
        let who = rows.who.as_ref().filter(|_| query.measure != Measure::Flag);
        let leaf = who.map_or(NOT_STATED, |who| who.leaf(row, query.last));
        for (records, adds) in [(&mut self.whole, whole), (&mut self.part, part)] {
            if let Some(adds) = adds {
                // One record is in one leaf; which, must not hang on the order of rows.
                let taken = records.entry(id).or_insert((leaf, adds));
                taken.0 = taken.0.min(leaf);
            }
        }
    }

    /// The figure that it comes to.
    pub fn figure(&self, indicator: IndicatorCode) -> Figure {
        let (number, of) = match self.measure {
            Measure::Share | Measure::Mean => (self.leaves(Side::Number), Some(self.leaves(Side::Of))),
            Measure::Flag => {
                let holds = u64::from(!self.whole.is_empty());
                (not_stated(holds), Some(not_stated(1)))
            }
            _ => (self.leaves(Side::Number), None),
        };
        Figure {
            indicator,
            leaves: number,
            of,
        }
    }

    /// The records behind the number in one leaf, by their ids: rows, or where records are told apart, those.
    ///
    /// For the association's own eyes.
    pub fn behind(&self, leaf: Leaf, side: Side) -> Vec<RecordId> {
        let records = self.side(side).iter();
        let held = records.filter(|(_, (own, adds))| *own == leaf && *adds > 0);
        held.map(|(id, _)| *id).collect()
    }

    fn side(&self, side: Side) -> &BTreeMap<RecordId, (Leaf, u64)> {
        match (self.measure, side) {
            (Measure::Share | Measure::Mean, Side::Number) => &self.part,
            _ => &self.whole,
        }
    }

    fn leaves(&self, side: Side) -> Leaves {
        let mut leaves = [0_u64; LEAVES.len()];
        for (leaf, adds) in self.side(side).values() {
            let sum = &mut leaves[leaf.place()];
            *sum = sum.saturating_add(*adds);
        }
        match self.is_money {
            true => leaves.map(dirhams),
            false => leaves,
        }
    }
}

/// Centimes as whole dirhams, half of one upwards.
fn dirhams(centimes: u64) -> u64 {
    centimes / 100 + u64::from(centimes % 100 >= 50)
}

/// A row, with the records that it leads to.
struct Reached<'r, R: Records> {
    records: &'r R,
    row: &'r R::Row,
}

impl<'r, R: Records> Reached<'r, R> {
    /// What stands in a field of the row, or of a record that it leads to.
    fn stands(&self, field: &Counted) -> Option<&'r Scalar> {
        let steps = field.steps().iter();
        let at = steps.clone().try_fold(self.row, |at, step| {
            let id = at.cell(step.field)?.as_text()?.parse().ok()?;
            self.records.standing(step.to, id)
        });
        at?.cell(field.field())
    }

    /// The record that is counted: the one that a field names, else the row's own.
    fn counted(&self, of: Option<&Counted>) -> Option<RecordId> {
        let Some(field) = of else {
            return Some(self.row.id());
        };
        let id = self.stands(field)?.as_text()?.parse().ok()?;
        let Holds::Reference(kind) = field.holds() else {
            return None;
        };
        // One that is not here any more is told apart by the id it had.
        Some(self.records.standing(kind, id).map_or(id, Row::id))
    }
}

impl Who {
    fn leaf<R: Records>(&self, row: &Reached<'_, R>, last: Date) -> Leaf {
        let code = |field: &Counted| row.stands(field).and_then(Scalar::as_text);
        let age = match &self.age {
            AgeFrom::Birth(field) => {
                let birth = code(field).and_then(|birth| Date::from_iso(birth).ok());
                birth.map_or(Age::NotStated, |birth| Age::of_birth(birth, last))
            }
            AgeFrom::Band(field) => code(field).map_or(Age::NotStated, Age::of_band),
        };
        let sex = code(&self.sex).map_or(Sex::NotStated, Sex::from_code);
        Leaf { sex, age }
    }
}
