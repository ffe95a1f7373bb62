//! Where a report stands: made, sent, received, counted in or left out, published; by what the hub signed.

use tawro_core::id::TaskId;
use tawro_core::indicator::Period;
use tawro_core::share::{Manifest, Published, Report, Standing, Task};
use tawro_core::time::Timestamp;

use crate::driver::Node;
use crate::fault::NodeError;
use crate::reporting::kept::{self, Made};
use crate::store::Tx;

/// How far a report has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// It was made, and waits here.
    Made,
    /// It was sent, and nobody has answered.
    Sent,
    /// The hub has it.
    Received,
    /// The hub rejected it, by the code of the reason.
    Rejected(String),
    /// A later report of the association took its place.
    Replaced,
    /// It is in the signed manifest.
    Counted,
    /// The hub had taken it, and it is not in the manifest.
    LeftOut,
    /// Other numbers stand in the manifest under our key: somebody changed them, or signed with it.
    OtherNumbers,
    /// It is in, and what it was added up to is published.
    Published,
}

/// How the reports to a task stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stands {
    /// Each revision with its stage and when it was answered, the first one first.
    pub stages: Vec<(u32, Stage, Option<Timestamp>)>,
    /// What was published.
    pub published: Option<Published>,
    /// The hub signed two manifests, or two tables, for this task.
    pub is_contradicted: bool,
    /// The hub signed which reports count: from now on nothing is taken back.
    pub is_frozen: bool,
}

impl Stage {
    /// Its one word, for programs and for finding the sentence.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Made => "made",
            Self::Sent => "sent",
            Self::Received => "received",
            Self::Rejected(_) => "rejected",
            Self::Replaced => "replaced",
            Self::Counted => "counted",
            Self::LeftOut => "left_out",
            Self::OtherNumbers => "other_numbers",
            Self::Published => "published",
        }
    }
}

impl Stands {
    /// How the newest report stands.
    pub fn last(&self) -> Option<&Stage> {
        self.stages.last().map(|(_, stage, _)| stage)
    }

    /// The revision that counts: the one that is counted in; before that is known, the newest that may be.
    pub fn counted(&self) -> Option<u32> {
        let counts = |stage: &Stage| match self.is_frozen {
            true => matches!(stage, Stage::Counted | Stage::Published),
            false => matches!(stage, Stage::Made | Stage::Sent | Stage::Received),
        };
        let mut newest = self.stages.iter().rev();
        let found = newest.find(|(_, stage, _)| counts(stage));
        found.map(|(revision, _, _)| *revision)
    }

    /// What must not pass in silence: the hub left out what it had taken, or counts other numbers.
    pub fn alarm(&self) -> Option<&Stage> {
        let mut stages = self.stages.iter().rev().map(|(_, stage, _)| stage);
        stages.find(|stage| matches!(stage, Stage::LeftOut | Stage::OtherNumbers))
    }
}

impl Node {
    /// How the reports to a task stand.
    pub fn stands(&mut self, task: &Task) -> Result<Stands, NodeError> {
        self.may_manage()?;
        let id = task.id();
        self.read(|_, tx| stands(id, tx))
    }

    /// Whether the hub signed what counts of a period.
    pub(super) fn is_told(&mut self, period: Period) -> Result<bool, NodeError> {
        self.read(|_, tx| {
            let Some(task) = kept::task_of(period, tx)? else {
                return Ok(false);
            };
            let notice = kept::notice(task.id(), tx)?;
            Ok(notice.is_some_and(|notice| notice.of(task.id()).is_some()))
        })
    }

    /// Why the hub answers no questions about statistics, as a code.
    pub fn statistics_denied(&mut self) -> Result<Option<String>, NodeError> {
        self.read(|_, tx| kept::denial(tx))
    }

    /// The periods in which something is wrong with what the hub signed.
    pub(crate) fn left_out(&mut self) -> Result<Vec<Period>, NodeError> {
        self.read(|_, tx| {
            let mut all = Vec::new();
            for period in kept::periods(tx)? {
                if let Some(task) = kept::task_of(period, tx)? {
                    let stands = stands(task.id(), tx)?;
                    if stands.is_contradicted || stands.alarm().is_some() {
                        all.push(period);
                    }
                }
            }
            Ok(all)
        })
    }
}

fn stands(task: TaskId, tx: &mut Tx<'_>) -> Result<Stands, NodeError> {
    let notice = kept::notice(task, tx)?;
    let told = notice.as_ref().and_then(|notice| notice.of(task));
    let published = told.and_then(|(_, published)| published.cloned());
    let manifest = told.map(|(manifest, _)| manifest);
    let is_frozen = manifest.is_some();
    let mut stages = Vec::new();
    // The newest first: what took the place of a report is known by then.
    let mut is_replaced = false;
    for made in kept::revisions(task, tx)?.iter().rev() {
        let way = kept::way(task, made.revision, tx)?;
        let answered = way.as_ref().and_then(|way| way.answered.as_ref());
        let on_its_way = match (&way, answered) {
            (_, Some(answered)) => match &answered.rejected {
                Some(code) => Stage::Rejected(code.clone()),
                None => Stage::Received,
            },
            (Some(_), None) => Stage::Sent,
            (None, None) => Stage::Made,
        };
        let is_received = on_its_way == Stage::Received;
        let stage = match manifest.and_then(|manifest| in_manifest(manifest, made, is_received)) {
            Some(Stage::Counted) if published.is_some() => Stage::Published,
            Some(Stage::LeftOut) if is_replaced => Stage::Replaced,
            Some(stage) => stage,
            None if is_replaced && is_received => Stage::Replaced,
            None => on_its_way,
        };
        // Of reports that the hub took, the newest one counts, or is missed.
        is_replaced |= is_received;
        stages.push((made.revision, stage, answered.map(|answered| answered.at)));
    }
    stages.reverse();
    Ok(Stands {
        stages,
        published,
        is_contradicted: kept::is_contradicted(task, tx)?,
        is_frozen,
    })
}

/// What a manifest says of a report; nothing where it need not be in.
fn in_manifest(manifest: &Manifest, made: &Made, is_received: bool) -> Option<Stage> {
    let report = Report::from_bytes(&made.bytes).ok()?;
    match manifest.standing(&report) {
        Standing::In => Some(Stage::Counted),
        Standing::OtherRevision { counted } if counted > made.revision => {
            is_received.then_some(Stage::Replaced)
        }
        Standing::LeftOut | Standing::OtherRevision { .. } => is_received.then_some(Stage::LeftOut),
        // It was told the hub, or never left: another report has its number and our signature.
        Standing::OtherBytes => is_received.then_some(Stage::OtherNumbers),
        Standing::OtherTask => None,
    }
}

/// What was counted of the reports to a task, as far as this computer knows.
pub(super) enum Base {
    /// The numbers of this report.
    Report(Made),
    /// None at all: all of them wait for the next period. What was withheld last stays so.
    Nothing(Made),
    /// Nobody here can say.
    Unknown,
}

/// From what a later report corrects: from what was counted, else from what was sent last.
pub(super) fn base(task: TaskId, tx: &mut Tx<'_>) -> Result<Base, NodeError> {
    let mut revisions = kept::revisions(task, tx)?;
    let Some(last) = revisions.last().cloned() else {
        return Ok(Base::Unknown);
    };
    let notice = kept::notice(task, tx)?;
    if let Some((manifest, _)) = notice.as_ref().and_then(|notice| notice.of(task)) {
        let standing = |made: &Made| Report::from_bytes(&made.bytes).map(|report| manifest.standing(&report));
        if let Some(at) = revisions
            .iter()
            .position(|made| standing(made) == Ok(Standing::In))
        {
            return Ok(Base::Report(revisions.swap_remove(at)));
        }
        return Ok(match standing(&last) {
            Ok(Standing::LeftOut) => Base::Nothing(last),
            _ => Base::Unknown,
        });
    }
    let mut is_late = false;
    while let Some(made) = revisions.pop() {
        let way = kept::way(task, made.revision, tx)?;
        match way
            .and_then(|way| way.answered)
            .and_then(|answered| answered.rejected)
        {
            None => return Ok(Base::Report(made)),
            Some(code) => is_late |= code == LATE,
        }
    }
    Ok(match is_late {
        true => Base::Nothing(last),
        false => Base::Unknown,
    })
}

const LATE: &str = tawro_core::share::Reject::Late.code();
