//! The freeze: from here on it is signed which reports count, and every node can check that its own does.

use tawro_core::indicator::Period;
use tawro_core::share::Notice;
use tawro_core::time::Timestamp;

use crate::period::status::missing;
use crate::period::take::{Intakes, intake_of};
use crate::period::{PeriodFault, Periods, State};

/// What to do while reports are still awaited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Early {
    /// Wait for them.
    Wait,
    /// Freeze all the same.
    Force,
}

/// What was frozen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frozen {
    /// How many reports count.
    pub reports: usize,
    /// Who sent none, by name.
    pub missing: Vec<String>,
}

impl Periods {
    /// Ends the intake and signs which reports count.
    ///
    /// The clock may only deny here: a wrong one makes somebody force what would have been allowed.
    ///
    /// # Errors
    /// [`PeriodFault::WindowOpen`] up to the last day of the window; a period that is not open.
    pub fn freeze(&mut self, period: Period, early: Early, now: Timestamp) -> Result<Frozen, PeriodFault> {
        self.intakes = Intakes::default();
        let secret = &self.secret;
        self.store.write(|rows| {
            if rows.state(period)? != State::Open {
                return Err(PeriodFault::FrozenBefore { period });
            }
            let missing = missing(rows, period)?;
            let closes = period.closes();
            if early == Early::Wait && !period.window_is_past(now) {
                let missing = missing.len();
                return Err(PeriodFault::WindowOpen { closes, missing });
            }
            let head = rows.ledger()?.head();
            let mut reports = 0;
            for kept in rows.tasks(period)? {
                let frozen = intake_of(rows, &kept)?.freeze(head, secret);
                reports += frozen.reports.len();
                rows.manifest_put(&frozen.manifest)?;
            }
            rows.state_set(period, State::Frozen)?;
            Ok(Frozen { reports, missing })
        })
    }

    /// What became of a period, signed, for whoever carries it back: the manifests, and once they are out
    /// the figures.
    ///
    /// # Errors
    /// A period that is not frozen.
    pub fn notice(&mut self, period: Period) -> Result<Notice, PeriodFault> {
        let (state, tasks) = self
            .store
            .read(|rows| Ok((rows.state(period)?, rows.tasks(period)?)))?;
        if state == State::Open {
            return Err(PeriodFault::NotFrozen { period });
        }
        let mut told = Vec::new();
        for kept in tasks {
            let manifest = kept.manifest.ok_or_else(PeriodFault::damaged)?;
            told.push((manifest, kept.published.filter(|_| state == State::Published)));
        }
        Notice::sign(told, &self.secret).ok_or_else(PeriodFault::damaged)
    }
}
