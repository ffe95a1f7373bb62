//! From a frozen period to its figures: added up once, written into the ledger, and let out.

use tawro_core::indicator::Period;
use tawro_core::share::{self, Ledger, Published, Report};
use tawro_core::time::Timestamp;

use crate::period::store::{Kept, Rows};
use crate::period::{PeriodFault, Periods, State};

impl Periods {
    /// Adds up the reports of the manifests, lets each table through its gate, books what waited, and
    /// writes the opening into the ledger.
    ///
    /// # Errors
    /// A period that is not frozen, or was added up before.
    pub fn add_up(&mut self, period: Period, now: Timestamp) -> Result<(), PeriodFault> {
        self.store.write(|rows| {
            match rows.state(period)? {
                State::Open => return Err(PeriodFault::NotFrozen { period }),
                State::Frozen => {}
                State::Opened | State::Published => return Err(PeriodFault::OpenedBefore { period }),
            }
            let mut waiting = rows.waiting()?;
            let mut ledger = rows.ledger()?;
            for kept in rows.tasks(period)? {
                let frozen = frozen(rows, kept)?;
                let (published, still) = share::publish(&frozen, &waiting);
                waiting = still;
                rows.opening_put(ledger.open(&frozen.manifest, &published, now))?;
                rows.published_put(&published)?;
            }
            rows.waiting_set(&waiting)?;
            rows.state_set(period, State::Opened)
        })
    }

    /// Lets the figures of a period out: they may be exported, and travel back to the nodes.
    ///
    /// # Errors
    /// A period that was not added up, or is published.
    pub fn publish(&mut self, period: Period) -> Result<(), PeriodFault> {
        self.store.write(|rows| match rows.state(period)? {
            State::Open | State::Frozen => Err(PeriodFault::NotFrozen { period }),
            State::Opened => rows.state_set(period, State::Published),
            State::Published => Err(PeriodFault::PublishedBefore { period }),
        })
    }

    /// What is published of a period, task by task.
    ///
    /// # Errors
    /// A period whose figures are not out.
    pub fn published(&mut self, period: Period) -> Result<Vec<Published>, PeriodFault> {
        self.store.read(|rows| {
            if rows.state(period)? != State::Published {
                return Err(PeriodFault::NotPublished { period });
            }
            let tasks = rows.tasks(period)?.into_iter();
            tasks
                .map(|kept| kept.published.ok_or_else(PeriodFault::damaged))
                .collect()
        })
    }

    /// Everything that was ever opened.
    ///
    /// # Errors
    /// [`PeriodFault::Ledger`] when it was touched.
    pub fn ledger(&mut self) -> Result<Ledger, PeriodFault> {
        self.store.read(|rows| rows.ledger())
    }
}

#[cfg(test)]
impl Periods {
    /// The corrections that wait for enough others.
    pub(super) fn waiting(&mut self) -> Vec<(String, tawro_core::id::StatisticsKey, i64)> {
        let waiting = self.store.read(|rows| rows.waiting());
        let waiting = waiting.expect("a test looks at a store that reads");
        let all = waiting.all();
        all.map(|(code, key, amount)| (code.to_owned(), key, amount))
            .collect()
    }
}

/// A frozen period as it was signed: exactly the reports of its manifest.
fn frozen(rows: &Rows<'_>, kept: Kept) -> Result<share::Frozen, PeriodFault> {
    let manifest = kept.manifest.ok_or_else(PeriodFault::damaged)?;
    let mut reports = Vec::with_capacity(manifest.entries().len());
    for entry in manifest.entries() {
        let bytes = rows.report(kept.task.id(), &entry.hash)?;
        let report = bytes.and_then(|bytes| Report::from_bytes(&bytes).ok());
        // The column says which hash it should have; what counts is the hash that it has.
        let report = report.filter(|report| report.hash() == entry.hash);
        reports.push(report.ok_or_else(PeriodFault::damaged)?);
    }
    Ok(share::Frozen {
        task: kept.task,
        roll: kept.roll,
        reports,
        manifest,
    })
}
