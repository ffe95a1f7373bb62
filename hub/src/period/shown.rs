//! What of the periods people may see, read as one state: names, states and what is published; never a report.

use tawro_core::indicator::Source;

use crate::period::sheet::progress;
use crate::period::status::missing_associations;
use crate::period::store::Rows;
use crate::period::{PeriodFault, Periods, State};
use crate::published::{PublishedPeriod, Shown, Standing};

impl Periods {
    /// All that is shown of the periods.
    ///
    /// # Errors
    /// [`PeriodFault::Ledger`] when the ledger was touched: figures are not shown without what opened them.
    pub fn shown(&mut self) -> Result<Shown, PeriodFault> {
        self.store.read(|rows| {
            let mut shown = Shown {
                ledger: rows.ledger()?,
                progress: progress(rows)?,
                ..Shown::default()
            };
            for period in rows.periods()? {
                let mut standing = Standing {
                    period,
                    state: rows.state(period)?,
                    asked: 0,
                    reports: 0,
                    missing: missing_associations(rows, period)?,
                };
                shown.periods.extend(tasks(rows, &mut standing)?);
                shown.standings.push(standing);
            }
            Ok(shown)
        })
    }
}

/// Counts who is asked and who answered, and takes what is published once it is out.
fn tasks(rows: &Rows<'_>, standing: &mut Standing) -> Result<Option<PublishedPeriod>, PeriodFault> {
    let mut published = Vec::new();
    for kept in rows.tasks(standing.period)? {
        // Who runs the programme answers for its own register, and is no association.
        let is_own = |asked: &tawro_core::share::Asked| asked.source == Source::Own;
        if !kept.task.indicators.iter().all(is_own) {
            standing.asked += kept.roll.len();
            standing.reports += rows.reported(kept.task.id())?.len();
        }
        published.push(kept.published);
    }
    if standing.state != State::Published {
        return Ok(None);
    }
    let tasks: Option<Vec<_>> = published.into_iter().collect();
    Ok(Some(PublishedPeriod {
        period: standing.period,
        tasks: tasks.ok_or_else(PeriodFault::damaged)?,
    }))
}
