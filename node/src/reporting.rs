//! What leaves an association for statistics: a task taken in, agreed to, answered, signed and kept.
//!
//! A number leaves in a signed [`Report`](tawro_core::share::Report) and in no other way. Its exact bytes
//! stay in the encrypted database, revision by revision, so that anybody may look later at what was said
//! ([`Node::audit`]).

use std::collections::BTreeSet;

use tawro_core::crypto::{DeviceSecret, Hash, equal};
use tawro_core::id::{ReportId, StatisticsKey};
use tawro_core::indicator::{Length, Period};
use tawro_core::schema::Date;
use tawro_core::share::{Call, Contribution, ContributionFault, Mode, Task, indicator_of};
use thiserror::Error;

use crate::driver::{Node, dice};
use crate::fault::NodeError;
use crate::store::Tx;

mod answer;
pub use answer::{Answer, Answers, Fate};

mod audit;
pub use audit::Audit;

mod progress;
pub use progress::{Fact, Progress, SheetAnswer, Shown};

mod kept;
pub use kept::{Agreement, Made};
use kept::{agreements, keep_agreements};

mod sending;
pub(crate) use sending::exchange_statistics;
pub use sending::{Exchanged, Sent};

mod standing;
pub use standing::{Stage, Stands};

/// Why numbers do not leave.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReportFault {
    /// The file is no task, or one of a later release.
    #[error("not a task")]
    NotATask,
    /// The relay of this association did not sign it.
    #[error("not signed by our relay")]
    NotFromOurRelay,
    /// It asks others.
    #[error("asked of others")]
    NotAskedOfUs,
    /// Numbers for two operators travel as shares, which this release does not send.
    #[error("a task of two operators")]
    TwoOperators,
    /// Its days are no month, quarter, half-year or year.
    #[error("from {start} to {end} is no period")]
    NotAPeriod {
        /// The first day.
        start: String,
        /// The last.
        end: String,
    },
    /// It asks about another period than the one that is meant.
    #[error("about {found}, not {asked}")]
    OtherPeriod {
        /// The one that is meant.
        asked: Period,
        /// The task's.
        found: Period,
    },
    /// Nothing is asked about the period.
    #[error("nothing is asked about {period}")]
    NotAsked {
        /// The period.
        period: Period,
    },
    /// Nobody agreed to these terms.
    #[error("nobody agreed to these terms")]
    NotAgreed,
    /// What was agreed to is not what the task says now.
    #[error("the terms are others than those shown")]
    OtherTerms,
    /// No indicator of that code is asked.
    #[error("{code} is not asked")]
    NoSuchNumber {
        /// The code.
        code: String,
    },
    /// A number that does not leave.
    #[error(transparent)]
    Number(#[from] ContributionFault),
    /// This computer does not reach back to the association's first key.
    #[error("no statistics key")]
    NoKey,
    /// The file is no report.
    #[error("not a report")]
    NotAReport,
    /// A report about a task that was never taken in here.
    #[error("a report about another task")]
    UnknownTask,
    /// The clock stands outside of the years that periods lie in.
    #[error("no period runs on this day")]
    NoPeriodRuns,
    /// The public card is longer than a sheet may be.
    #[error("the public card is too long")]
    CardTooLong,
    /// The hub signed which reports count.
    #[error("the period is frozen")]
    Frozen,
}

impl ReportFault {
    /// Its code, under which sentences stand.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotATask => "task_unreadable",
            Self::NotFromOurRelay => "task_not_from_our_relay",
            Self::NotAskedOfUs => "task_not_asked_of_us",
            Self::TwoOperators => "task_two_operators",
            Self::NotAPeriod { .. } => "task_no_period",
            Self::OtherPeriod { .. } => "task_other_period",
            Self::NotAsked { .. } => "task_none",
            Self::NotAgreed => "report_not_agreed",
            Self::OtherTerms => "report_other_terms",
            Self::NoSuchNumber { .. } => "report_no_such_number",
            Self::Number(ContributionFault::AboveBound { .. }) => "report_above_bound",
            Self::Number(_) => "report_unfit",
            Self::NoKey => "report_no_key",
            Self::NotAReport => "report_unreadable",
            Self::UnknownTask => "report_unknown_task",
            Self::NoPeriodRuns => "report_no_period_runs",
            Self::CardTooLong => "sheet_card_too_long",
            Self::Frozen => "report_frozen",
        }
    }

    /// What its sentence may name.
    pub fn facts(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotAPeriod { start, end } => vec![("start", start.clone()), ("end", end.clone())],
            Self::OtherPeriod { asked, found } => {
                vec![("asked", asked.to_string()), ("found", found.to_string())]
            }
            Self::NotAsked { period } => vec![("period", period.to_string())],
            Self::NoSuchNumber { code } => vec![("code", code.clone())],
            Self::Number(ContributionFault::AboveBound {
                indicator,
                value,
                bound,
                ..
            }) => vec![
                ("code", indicator.clone()),
                ("value", value.to_string()),
                ("bound", bound.to_string()),
            ],
            _ => Vec::new(),
        }
    }
}

/// The period that a task is about.
pub fn period_of(task: &Task) -> Result<Period, ReportFault> {
    let (start, end) = (task.start.to_string(), task.end.to_string());
    let first = Date::from_iso(&start).ok();
    let periods = Length::ALL.into_iter();
    let mut periods = periods.filter_map(|length| Period::of(first?, length));
    let found =
        periods.find(|period| period.first().to_string() == start && period.last().to_string() == end);
    found.ok_or(ReportFault::NotAPeriod { start, end })
}

impl Node {
    /// The public half of the key that signs the association's numbers: what YES registers. The same on all
    /// of its computers.
    pub fn statistics_key(&self) -> Result<StatisticsKey, NodeError> {
        self.may_manage()?;
        Ok(StatisticsKey(self.statistics_secret()?.id().0))
    }

    fn statistics_secret(&self) -> Result<DeviceSecret, NodeError> {
        let secret = self.replica().statistics();
        Ok(secret.ok_or(ReportFault::NoKey)?)
    }

    /// Reads a task as it reaches an association, without keeping it.
    ///
    /// An association that is enrolled takes it from its own relay alone, signed, and only if it is asked. One
    /// that is not has nobody whose signature it could check; what it agrees to is shown all the same.
    pub fn read_task(&mut self, bytes: &[u8]) -> Result<Task, NodeError> {
        self.may_manage()?;
        self.task_in(bytes)
    }

    fn task_in(&mut self, bytes: &[u8]) -> Result<Task, NodeError> {
        let call = Call::from_bytes(bytes).ok();
        let hub = self.hub()?.map(|_| self.hub_key());
        let task = match (call, hub) {
            (Some(call), hub) => {
                if let Some(hub) = hub {
                    call.verify(&hub).map_err(|_| ReportFault::NotFromOurRelay)?;
                }
                let key = StatisticsKey(self.statistics_secret()?.id().0);
                let (task, _) = call.of(&key).ok_or(ReportFault::NotAskedOfUs)?;
                task.clone()
            }
            (None, Some(_)) => return Err(ReportFault::NotATask.into()),
            (None, None) => Task::from_bytes(bytes).map_err(|_| ReportFault::NotATask)?,
        };
        period_of(&task)?;
        match task.mode {
            // A report in the clear would show the one operator what is meant for two.
            Mode::Two { .. } => Err(ReportFault::TwoOperators.into()),
            Mode::One { .. } => Ok(task),
        }
    }

    /// Takes in what YES asks; it takes the place of what was asked before about the same period.
    pub fn take_task(&mut self, bytes: &[u8]) -> Result<Task, NodeError> {
        let task = self.read_task(bytes)?;
        let period = period_of(&task)?;
        self.in_transaction(|_, tx| Ok(kept::keep_task(period, &task, tx)?))?;
        Ok(task)
    }

    /// Who agreed to these terms, if somebody did and nobody took it back.
    pub fn agreement(&mut self, task: &Task) -> Result<Option<Agreement>, NodeError> {
        self.may_manage()?;
        let all = self.read(|_, tx| agreements(tx))?;
        let agreed = task.agreed();
        // The last word counts: who agrees to new terms has not agreed to the old ones for ever.
        let last = all.into_iter().next_back();
        Ok(last.filter(|last| last.ended.is_none() && equal(&last.terms, &agreed)))
    }

    /// Agrees to the terms of a task by the hash that was shown; a person of today, and it is kept.
    pub fn agree(&mut self, task: &Task, shown: &Hash) -> Result<(), NodeError> {
        if !equal(&task.agreed(), shown) {
            return Err(ReportFault::OtherTerms.into());
        }
        if self.agreement(task)?.is_some() {
            return Ok(());
        }
        let agreement = Agreement {
            terms: *shown,
            who: self.caller()?,
            at: self.now(),
            ended: None,
        };
        self.in_transaction(|_, tx| {
            let mut all = agreements(tx)?;
            all.push(agreement);
            keep_agreements(&all, tx)
        })
    }

    /// Makes the next revision of the report: fresh, signed, kept. Where one number is above its bound and not
    /// withheld, none leaves.
    pub fn report(&mut self, task: &Task, withheld: &BTreeSet<String>) -> Result<Made, NodeError> {
        if self.agreement(task)?.is_none() {
            return Err(ReportFault::NotAgreed.into());
        }
        let answers = self.answers(task, withheld)?;
        self.sign_and_keep(&answers, &answer::with_families(task, withheld), |_| Ok(()))
    }

    /// Takes back what was said: a revision in which everything is withheld. The agreement ends with it, so
    /// that a person is asked again.
    ///
    /// # Errors
    /// Nothing is taken back of a period of which the hub signed what counts.
    pub fn withdraw_report(&mut self, task: &Task) -> Result<Made, NodeError> {
        if self.stands(task)?.is_frozen {
            return Err(ReportFault::Frozen.into());
        }
        let codes = task.indicators.iter().map(|asked| indicator_of(&asked.code).0);
        let all: BTreeSet<String> = codes.map(str::to_owned).collect();
        let answers = self.answers(task, &all)?;
        let now = self.now();
        // Both or none: consent must not stand beside a report that says it ended.
        self.sign_and_keep(&answers, &all, |tx| kept::end_agreements(task.agreed(), now, tx))
    }

    /// Ends the agreement to the terms of a task. What was reported stands; nothing more leaves on these terms.
    pub fn end_agreement(&mut self, task: &Task) -> Result<(), NodeError> {
        self.may_manage()?;
        let now = self.now();
        self.in_transaction(|_, tx| kept::end_agreements(task.agreed(), now, tx))
    }

    /// Signs and keeps a report, and does with it what else belongs to it.
    fn sign_and_keep(
        &mut self,
        answers: &Answers,
        withheld: &BTreeSet<String>,
        also: impl FnOnce(&mut Tx<'_>) -> Result<(), NodeError>,
    ) -> Result<Made, NodeError> {
        let secret = self.statistics_secret()?;
        let (who, at, task) = (self.caller()?, self.now(), &answers.task);
        let counts = answers
            .numbers
            .iter()
            .map(|number| number.count.clone())
            .collect();
        let made = self.in_transaction(|_, tx| {
            let revision = kept::revisions(task.id(), tx)?
                .last()
                .map_or(1, |last| last.revision + 1);
            let report = ReportId::random(&mut dice());
            let contribution =
                Contribution::new(task, counts, revision, report).map_err(ReportFault::from)?;
            let made = Made {
                revision,
                bytes: contribution.sign(&secret).to_bytes(),
                withheld: withheld.clone(),
                who,
                at,
            };
            kept::keep(task.id(), &made, tx)?;
            also(tx)?;
            Ok(made)
        })?;
        self.count_report();
        Ok(made)
    }

    /// Every revision of the report to a task, the first one first.
    pub fn reports(&mut self, task: &Task) -> Result<Vec<Made>, NodeError> {
        self.may_manage()?;
        let id = task.id();
        self.read(|_, tx| kept::revisions(id, tx))
    }

    /// The periods about which something is asked, the earliest first.
    pub fn periods_asked(&mut self) -> Result<Vec<Period>, NodeError> {
        self.may_manage()?;
        self.read(|_, tx| kept::periods(tx))
    }

    /// What is asked about a period.
    pub fn task_of(&mut self, period: Period) -> Result<Option<Task>, NodeError> {
        self.may_manage()?;
        self.read(|_, tx| kept::task_of(period, tx))
    }

    /// What people call who is logged in.
    fn caller(&mut self) -> Result<String, NodeError> {
        let login = self.login();
        let who = self.logins()?.into_iter().find(|known| known.id == login);
        Ok(who.map(|who| who.name).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests;
