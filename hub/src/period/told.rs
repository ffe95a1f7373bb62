//! What one association is told by its key: the calls that wait for it, and what became of its periods.

use tawro_core::id::StatisticsKey;
use tawro_core::indicator::Period;
use tawro_core::share::{Call, Notice};

use crate::period::{PeriodFault, Periods, State};

impl Periods {
    /// Whether somebody with this key is registered, on a roll or waiting for one.
    ///
    /// # Errors
    /// The store.
    pub fn has_seat(&mut self, key: &StatisticsKey) -> Result<bool, PeriodFault> {
        self.store.read(|rows| Ok(rows.name(key)?.is_some()))
    }

    /// The calls that ask this key and are open, the newest period first.
    ///
    /// # Errors
    /// The store.
    pub fn calls_of(&mut self, key: &StatisticsKey) -> Result<Vec<Call>, PeriodFault> {
        let periods = self.periods_of(key, |state| state == State::Open)?;
        periods.into_iter().map(|period| self.call(period)).collect()
    }

    /// What became of the periods that asked this key and are closed, the newest first.
    ///
    /// # Errors
    /// The store.
    pub fn notices_of(&mut self, key: &StatisticsKey) -> Result<Vec<Notice>, PeriodFault> {
        let periods = self.periods_of(key, |state| state != State::Open)?;
        periods.into_iter().map(|period| self.notice(period)).collect()
    }

    /// The newest periods of a state in which this key is asked, newest first.
    fn periods_of(
        &mut self,
        key: &StatisticsKey,
        is_meant: impl Fn(State) -> bool,
    ) -> Result<Vec<Period>, PeriodFault> {
        self.store.read(|rows| {
            let mut found = Vec::new();
            for period in rows.periods()?.into_iter().rev().take(PERIODS_MAX) {
                let is_meant = is_meant(rows.state(period)?);
                if is_meant
                    && rows
                        .tasks(period)?
                        .iter()
                        .any(|kept| kept.roll.seat(key).is_some())
                {
                    found.push(period);
                }
            }
            Ok(found)
        })
    }
}

/// As many as somebody may say they know: of older ones nobody is told any more.
const PERIODS_MAX: usize = tawro_core::wire::KNOWN_MAX;
