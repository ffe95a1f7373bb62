//! The reports of a period: taken in or rejected while it is open, and counted from its freeze on.

use std::collections::BTreeMap;

use thiserror::Error;

use super::{ContributionFault, Manifest, Report, Roll, Task};
use crate::crypto::{DeviceSecret, Hash};
use crate::id::{ReportId, StatisticsKey, TaskId};

/// The reports of an open period: of each registered association the highest revision.
///
/// It is rebuilt by offering the kept bytes again, in any order.
#[derive(Debug, Clone)]
pub struct Intake {
    task: Task,
    roll: Roll,
    held: BTreeMap<StatisticsKey, Report>,
    /// Every report id ever taken, superseded ones too: with two operators it is a nonce.
    seen: BTreeMap<ReportId, Hash>,
}

/// What became of a report that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// The first of its association.
    New,
    /// It takes the place of a lower revision.
    Replaced,
    /// Exactly these bytes were here before; an association may send again.
    Already,
}

/// Why a report is not taken. Its node is told.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Reject {
    /// No report, or more bytes than one has.
    #[error("malformed")]
    Malformed,
    /// It answers another task: another period, or terms that changed.
    #[error("for task {found}")]
    OtherTask {
        /// The report's.
        found: TaskId,
    },
    /// Nobody with this key is asked this year.
    #[error("{key} is not registered")]
    NotRegistered {
        /// The key.
        key: StatisticsKey,
    },
    /// The signature is not that of its key over these numbers.
    #[error("not signed by {key}")]
    Unsigned {
        /// The key.
        key: StatisticsKey,
    },
    /// A number that the task has no room for.
    #[error("out of range: {0}")]
    OutOfRange(ContributionFault),
    /// Its id was used before, for other bytes.
    #[error("{report} was here before")]
    Replayed {
        /// The id.
        report: ReportId,
    },
    /// A revision not above the one that is held.
    #[error("revision {found}, {held} is held")]
    Superseded {
        /// The report's.
        found: u32,
        /// The one that is held.
        held: u32,
    },
    /// So many revisions nobody makes by hand: they would fill the hub's disk.
    #[error("revision {found}, {limit} at most")]
    TooManyRevisions {
        /// The report's.
        found: u32,
        /// The highest there may be.
        limit: u32,
    },
    /// The period is frozen: what is new waits for the next as a correction, and loses nothing.
    #[error("the period is frozen")]
    Late,
}

/// The highest revision that is taken.
const REVISIONS_MAX: u32 = 1_000;

/// The roll is not the one that the task names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("another roll than the task's")]
pub struct OtherRoll;

/// The reports that are added up, and the manifest that says which.
#[derive(Debug, Clone)]
pub struct Frozen {
    /// What was asked.
    pub task: Task,
    /// Who was asked.
    pub roll: Roll,
    /// One report of each association that sent one, in order of their keys.
    pub reports: Vec<Report>,
    /// Signed, for every node to check that it is in.
    pub manifest: Manifest,
}

impl Reject {
    /// Every code there is.
    pub const CODES: [&str; 9] = [
        "report_malformed",
        "report_other_task",
        "report_not_registered",
        "report_unsigned",
        "report_out_of_range",
        "report_replayed",
        "report_superseded",
        "report_too_many",
        "report_late",
    ];

    /// Its code, under which sentences stand.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Malformed => "report_malformed",
            Self::OtherTask { .. } => "report_other_task",
            Self::NotRegistered { .. } => "report_not_registered",
            Self::Unsigned { .. } => "report_unsigned",
            Self::OutOfRange(_) => "report_out_of_range",
            Self::Replayed { .. } => "report_replayed",
            Self::Superseded { .. } => "report_superseded",
            Self::TooManyRevisions { .. } => "report_too_many",
            Self::Late => "report_late",
        }
    }
}

impl Intake {
    /// An open period without reports.
    pub fn new(task: Task, roll: Roll) -> Result<Self, OtherRoll> {
        if !task.asks(&roll) {
            return Err(OtherRoll);
        }
        let (held, seen) = (BTreeMap::new(), BTreeMap::new());
        Ok(Self {
            task,
            roll,
            held,
            seen,
        })
    }

    /// Takes a report, or says why not. What is rejected leaves nothing behind.
    pub fn offer(&mut self, bytes: &[u8]) -> Result<Taken, Reject> {
        let report = Report::from_bytes(bytes).map_err(|_| Reject::Malformed)?;
        let (key, found) = (report.key(), report.contribution().task());
        if found != self.task.id() {
            return Err(Reject::OtherTask { found });
        }
        if self.roll.seat(&key).is_none() {
            return Err(Reject::NotRegistered { key });
        }
        report.verify().map_err(|_| Reject::Unsigned { key })?;
        report
            .contribution()
            .check(&self.task)
            .map_err(Reject::OutOfRange)?;
        let (id, hash) = (report.contribution().report(), report.hash());
        match self.seen.get(&id) {
            Some(known) if *known == hash => return Ok(Taken::Already),
            Some(_) => return Err(Reject::Replayed { report: id }),
            None => {}
        }
        let found = report.contribution().revision();
        if found > REVISIONS_MAX {
            let limit = REVISIONS_MAX;
            return Err(Reject::TooManyRevisions { found, limit });
        }
        let held = self.held.get(&key).map(|held| held.contribution().revision());
        if let Some(held) = held.filter(|held| *held >= found) {
            return Err(Reject::Superseded { found, held });
        }
        self.seen.insert(id, hash);
        match self.held.insert(key, report) {
            None => Ok(Taken::New),
            Some(_) => Ok(Taken::Replaced),
        }
    }

    /// Of whom a report is held.
    pub fn reported(&self) -> impl Iterator<Item = &StatisticsKey> {
        self.held.keys()
    }

    /// Of whom none is.
    pub fn missing(&self) -> impl Iterator<Item = &StatisticsKey> {
        let keys = self.roll.seats().map(|seat| &seat.key);
        keys.filter(|key| !self.held.contains_key(*key))
    }

    /// Ends the intake. `ledger` is the head of the ledger before this period is opened.
    pub fn freeze(self, ledger: Hash, hub: &DeviceSecret) -> Frozen {
        let reports: Vec<Report> = self.held.into_values().collect();
        let manifest = Manifest::sign(self.task.id(), &reports, ledger, hub);
        Frozen {
            task: self.task,
            roll: self.roll,
            reports,
            manifest,
        }
    }
}
