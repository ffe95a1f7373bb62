//! Reports come in: each is taken, or rejected with a reason that its node is told.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use tawro_core::crypto;
use tawro_core::id::TaskId;
use tawro_core::indicator::Period;
use tawro_core::share::{Intake, Reject, Report, Taken};
use tawro_core::time::Timestamp;

use crate::period::store::{Kept, Rows};
use crate::period::{PeriodFault, Periods, State};

/// What became of one report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Whose it is, if its signature shows that and the association is registered.
    pub association: Option<String>,
    /// Whether it was taken.
    pub outcome: Result<Taken, Reject>,
}

/// A task that reports answer, read once for all of them.
struct Known {
    kept: Kept,
    state: State,
}

impl Periods {
    /// Takes reports as they came, all in one transaction; one answer for each, in their order.
    ///
    /// # Errors
    /// No period was ever begun, or the store. That a report is rejected is no error but an answer.
    pub fn take(&mut self, reports: &[Vec<u8>], now: Timestamp) -> Result<Vec<Answer>, PeriodFault> {
        // Gone if anything fails: what was not committed is in none of them.
        let intakes = std::mem::take(&mut self.intakes);
        let (answers, intakes) = self.store.write(|rows| {
            let newest = rows.periods()?.pop().ok_or(PeriodFault::NoPeriod)?;
            let mut intakes = intakes.if_nothing_came_since(rows)?;
            let mut tasks = BTreeMap::new();
            let take = |bytes: &Vec<u8>| take(rows, &mut intakes, &mut tasks, newest, bytes, now);
            let answers = reports.iter().map(take).collect::<Result<_, _>>()?;
            intakes.newest = rows.newest_report()?;
            Ok((answers, intakes))
        })?;
        self.intakes = intakes;
        Ok(answers)
    }
}

/// The intakes of open tasks as far as reports were taken here.
#[derive(Default)]
pub(super) struct Intakes {
    open: BTreeMap<TaskId, Intake>,
    /// The newest report when they were true.
    newest: i64,
}

impl Intakes {
    /// Another process may have taken reports meanwhile: then all are read anew.
    fn if_nothing_came_since(self, rows: &Rows<'_>) -> Result<Self, PeriodFault> {
        Ok(match rows.newest_report()? == self.newest {
            true => self,
            false => Self::default(),
        })
    }
}

fn take(
    rows: &Rows<'_>,
    intakes: &mut Intakes,
    tasks: &mut BTreeMap<TaskId, Known>,
    newest: Period,
    bytes: &[u8],
    now: Timestamp,
) -> Result<Answer, PeriodFault> {
    let report = Report::from_bytes(bytes).ok();
    let mut period = newest;
    let outcome = match &report {
        None => Err(Reject::Malformed),
        Some(report) => {
            let task = report.contribution().task();
            match known(rows, tasks, task)? {
                None => Err(Reject::OtherTask { found: task }),
                Some(known) => {
                    period = known.kept.period;
                    offer(rows, intakes, known, report, bytes)?
                }
            }
        }
    };
    // Anybody can write a name under numbers: only a signature says whose they are.
    let signer = report
        .as_ref()
        .filter(|report| outcome.is_ok() || report.verify().is_ok())
        .map(Report::key);
    match (&outcome, &report) {
        (Ok(Taken::New | Taken::Replaced), Some(report)) => rows.report_put(report, bytes, now)?,
        (Ok(_), _) => {}
        (Err(reject), _) => {
            let hash = crypto::derive("statistics-rejected", bytes);
            rows.rejected_put(period, signer, &hash, reject.code(), now)?;
        }
    }
    let association = match signer {
        Some(key) => rows.name(&key)?,
        None => None,
    };
    Ok(Answer { association, outcome })
}

fn known<'t>(
    rows: &Rows<'_>,
    tasks: &'t mut BTreeMap<TaskId, Known>,
    task: TaskId,
) -> Result<Option<&'t Known>, PeriodFault> {
    let place = match tasks.entry(task) {
        Entry::Occupied(held) => return Ok(Some(held.into_mut())),
        Entry::Vacant(place) => place,
    };
    let Some(kept) = rows.task(task)? else {
        return Ok(None);
    };
    let state = rows.state(kept.period)?;
    Ok(Some(place.insert(Known { kept, state })))
}

fn offer(
    rows: &Rows<'_>,
    intakes: &mut Intakes,
    known: &Known,
    report: &Report,
    bytes: &[u8],
) -> Result<Result<Taken, Reject>, PeriodFault> {
    let Known { kept, state } = known;
    if rows.report(kept.task.id(), &report.hash())?.is_some() {
        return Ok(Ok(Taken::Already));
    }
    if *state != State::Open {
        let key = report.key();
        let verified = report.verify().map_err(|_| Reject::Unsigned { key });
        return Ok(verified.and(Err(Reject::Late)));
    }
    let held = match intakes.open.entry(kept.task.id()) {
        Entry::Occupied(held) => held.into_mut(),
        Entry::Vacant(place) => place.insert(intake_of(rows, kept)?),
    };
    Ok(held.offer(bytes))
}

/// The intake of a task as its kept reports make it.
pub(super) fn intake_of(rows: &Rows<'_>, kept: &Kept) -> Result<Intake, PeriodFault> {
    let mut intake = Intake::new(kept.task.clone(), kept.roll.clone()).map_err(|_| PeriodFault::damaged())?;
    for bytes in rows.reports(kept.task.id())? {
        intake.offer(&bytes).map_err(|_| PeriodFault::damaged())?;
    }
    Ok(intake)
}
