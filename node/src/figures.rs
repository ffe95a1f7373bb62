//! What the association's records come to for a period: each indicator's figure, and which records are behind it.
//!
//! The reference answer of core is the only one: rows are read once and tallied in memory. A second way, in
//! SQL, would have to be proved equal to it, and saves a second in three months.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use tawro_core::id::RecordId;
use tawro_core::indicator::{
    Cell, Figure, Indicator, LEAVES, Method, NoDataYet, Period, Records, Row, Side, Source, catalogue,
};
use tawro_core::record::{self, resolve_merged};
use tawro_core::schema::{Scalar, programme};

use crate::driver::Node;
use crate::fault::NodeError;
use crate::store::Tx;

mod observed;

/// An indicator with what the records come to, or why there is no number.
pub type Counted = (&'static Indicator, Result<Figure, NoDataYet>);

impl Node {
    /// The figures of a period, indicator by indicator, as the records stand now. What is counted in the register
    /// of a programme is no matter of an association that runs none: there it would be a zero that says nothing.
    ///
    /// # Errors
    /// Only who manages the association sees them.
    pub fn figures(&mut self, period: Period) -> Result<Vec<Counted>, NodeError> {
        self.may_manage()?;
        let seen = self.observed(period)?;
        let held = self.held(catalogue(), period)?;
        let figure = |indicator: &'static Indicator| (indicator, indicator.figure(period, &held, &seen));
        let runs = self.schema().kind(programme::COURSE).is_some();
        let told = |indicator: &&Indicator| runs || indicator.source != Source::Own;
        Ok(catalogue().iter().filter(told).map(figure).collect())
    }

    /// The records behind the number of an indicator in a cell, each with what people call it: for the
    /// association's own eyes. None where a rule of the program's own gives the number.
    pub fn behind(
        &mut self,
        indicator: &Indicator,
        period: Period,
        cell: Cell,
        side: Side,
    ) -> Result<Vec<(RecordId, String)>, NodeError> {
        self.may_manage()?;
        let Method::Counting(counting) = &indicator.method else {
            return Ok(Vec::new());
        };
        let held = self.held(std::slice::from_ref(indicator), period)?;
        let tally = counting.over(period).tally(&held);
        self.read(|_, tx| {
            let leaves = LEAVES.into_iter().filter(|leaf| cell.holds(*leaf, None, None));
            let named = leaves.flat_map(|leaf| tally.behind(leaf, side));
            let named = named.map(|id| Ok((id, tx.title(id)?.unwrap_or_default())));
            named.collect()
        })
    }

    fn held(&mut self, indicators: &[Indicator], period: Period) -> Result<Held, NodeError> {
        let countings = indicators.iter().filter_map(|indicator| match &indicator.method {
            Method::Counting(counting) => Some(counting.over(period)),
            _ => None,
        });
        let kinds: BTreeSet<&str> = countings.flat_map(|query| query.kinds()).collect();
        self.read(|_, tx| Held::read(&kinds, tx))
    }
}

/// Rows of some kinds, read once.
#[derive(Default)]
struct Held {
    /// Those that count.
    rows: BTreeMap<String, Vec<Kept>>,
    /// Where in `rows` a record is.
    place: HashMap<RecordId, (String, usize)>,
    merged: HashMap<RecordId, RecordId>,
}

/// A row as core asks of it.
struct Kept(record::Row);

impl Held {
    fn read(kinds: &BTreeSet<&str>, tx: &mut Tx<'_>) -> Result<Self, NodeError> {
        let mut held = Self::default();
        for kind in kinds {
            let mut rows = Vec::new();
            tx.each(kind, &mut |row| {
                if let Some(into) = row.merged_into {
                    held.merged.insert(row.id, into);
                } else if !row.deleted {
                    held.place.insert(row.id, ((*kind).to_owned(), rows.len()));
                    rows.push(Kept(row.clone()));
                }
            })?;
            held.rows.insert((*kind).to_owned(), rows);
        }
        Ok(held)
    }
}

impl Records for Held {
    type Row = Kept;

    fn rows(&self, kind: &str) -> impl Iterator<Item = &Kept> {
        self.rows.get(kind).into_iter().flatten()
    }

    fn standing(&self, kind: &str, id: RecordId) -> Option<&Kept> {
        let stands = resolve_merged(id, &mut |id| self.merged.get(&id).copied());
        let (own, at) = self.place.get(&stands)?;
        self.rows.get(own)?.get(*at).filter(|_| own == kind)
    }
}

impl Row for Kept {
    fn id(&self) -> RecordId {
        self.0.id
    }

    fn cell(&self, field: &str) -> Option<&Scalar> {
        self.0.cells.get(field)
    }
}

#[cfg(test)]
mod tests;
