//! How a period stands: who reported, who did not, and what was rejected.

use tawro_core::indicator::Period;
use tawro_core::time::Timestamp;

use crate::period::store::Rows;
use crate::period::{Asked, PeriodFault, Periods, State};

/// How a period stands.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct PeriodStatus {
    /// Which.
    pub period: String,
    /// The code of its [`State`].
    pub state: &'static str,
    /// The last day on which reports are awaited.
    pub closes: String,
    /// Of how many a report is held.
    pub reports: usize,
    /// Of whom none is, by name.
    pub missing: Vec<String>,
    /// What was rejected, the oldest first.
    pub rejected: Vec<Rejected>,
}

/// A report that was rejected.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Rejected {
    /// Whose, if its signature shows that.
    pub association: Option<String>,
    /// Why: the code under which a sentence stands.
    pub code: String,
    /// When it came last.
    pub at: Timestamp,
}

impl Periods {
    /// How a period stands.
    ///
    /// # Errors
    /// A period that was not begun.
    pub fn status(&mut self, period: Period) -> Result<PeriodStatus, PeriodFault> {
        self.store.read(|rows| {
            let state = rows.state(period)?;
            let missing = missing(rows, period)?;
            let mut reports = 0;
            for kept in rows.tasks(period)? {
                reports += rows.reported(kept.task.id())?.len();
            }
            let rejected = rows.rejected(period)?.into_iter();
            let rejected = rejected.map(|(association, code, at)| Rejected {
                association,
                code,
                at,
            });
            Ok(PeriodStatus {
                period: period.to_string(),
                state: state.code(),
                closes: period.closes().to_string(),
                reports,
                missing,
                rejected: rejected.collect(),
            })
        })
    }

    /// How far a period has come.
    ///
    /// # Errors
    /// A period that was not begun.
    pub fn state(&mut self, period: Period) -> Result<State, PeriodFault> {
        self.store.read(|rows| rows.state(period))
    }
}

/// Of whom no report is held, by name, who runs the programme last.
pub(super) fn missing(rows: &Rows<'_>, period: Period) -> Result<Vec<String>, PeriodFault> {
    let mut names = missing_associations(rows, period)?;
    names.extend(missing_among(rows, period, Asked::Operator)?);
    Ok(names)
}

/// The same of associations alone.
pub(super) fn missing_associations(rows: &Rows<'_>, period: Period) -> Result<Vec<String>, PeriodFault> {
    missing_among(rows, period, Asked::Associations)
}

fn missing_among(rows: &Rows<'_>, period: Period, asked: Asked) -> Result<Vec<String>, PeriodFault> {
    let mut seats = rows.seats()?;
    seats.retain(|held| held.asked == asked && !held.leaves);
    let mut missing = Vec::new();
    for kept in rows.tasks(period)? {
        let reported = rows.reported(kept.task.id())?;
        let names = seats.iter().filter(|held| {
            let key = &held.seat.key;
            kept.roll.seat(key).is_some() && reported.binary_search(key).is_err()
        });
        missing.extend(names.map(|held| held.name.clone()));
    }
    Ok(missing)
}
