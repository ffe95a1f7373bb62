//! Whether a report's bytes are what was kept, who signed them, and what the records say now.

use std::collections::BTreeSet;

use tawro_core::id::TaskId;
use tawro_core::indicator::Period;
use tawro_core::share::{Count, Report, Task, indicator_of};

use crate::driver::Node;
use crate::fault::NodeError;
use crate::reporting::{ReportFault, kept, period_of};

/// What was found of a report's bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audit {
    /// The task it answers.
    pub task: TaskId,
    /// The period it is about.
    pub period: Period,
    /// Which revision it says it is.
    pub revision: u32,
    /// The association's statistics key signed exactly these numbers.
    pub is_signed: bool,
    /// The bytes are those that were kept here when it was made.
    pub is_kept: bool,
    /// The codes of numbers that are others than in the bytes that were kept.
    pub changed: Vec<String>,
    /// The codes of numbers that the records come to otherwise now.
    pub differ: Vec<String>,
}

impl Audit {
    /// Nothing is to be said against it.
    pub fn holds(&self) -> bool {
        self.is_signed && self.is_kept && self.changed.is_empty() && self.differ.is_empty()
    }
}

impl Node {
    /// Looks at a report's bytes: signature, what was kept, and the records as they stand now.
    ///
    /// That the records differ is no fault: they went on, and the next report corrects what happened.
    pub fn audit(&mut self, bytes: &[u8]) -> Result<Audit, NodeError> {
        let key = self.statistics_key()?;
        let report = Report::from_bytes(bytes).map_err(|_| ReportFault::NotAReport)?;
        let contribution = report.contribution();
        let id = contribution.task();
        let task = self.read(|_, tx| kept::task(id, tx))?;
        let task = task.ok_or(ReportFault::UnknownTask)?;
        let revisions = self.read(|_, tx| kept::revisions(id, tx))?;
        let made = revisions
            .into_iter()
            .find(|made| made.revision == contribution.revision());
        let withheld = match &made {
            Some(made) => made.withheld.clone(),
            None => withheld(&task, contribution.counts()),
        };
        let now = self.answers(&task, &withheld)?;
        let now: Vec<&Count> = now.numbers.iter().map(|number| &number.count).collect();
        let then = made
            .as_ref()
            .and_then(|made| Report::from_bytes(&made.bytes).ok());
        let then = then
            .iter()
            .flat_map(|then| then.contribution().counts())
            .collect::<Vec<_>>();
        let said: Vec<&Count> = contribution.counts().iter().collect();
        Ok(Audit {
            task: id,
            period: period_of(&task)?,
            revision: contribution.revision(),
            is_signed: report.key() == key && report.verify().is_ok(),
            is_kept: made.is_some_and(|made| made.bytes == bytes),
            changed: match then.is_empty() {
                true => Vec::new(),
                false => others(&task, &said, &then),
            },
            differ: others(&task, &said, &now),
        })
    }
}

/// The indicators of which a report that was made elsewhere says nothing.
fn withheld(task: &Task, counts: &[Count]) -> BTreeSet<String> {
    let said = task.indicators.iter().zip(counts);
    let kept_back = said.filter(|(_, count)| count.withheld);
    kept_back
        .map(|(asked, _)| indicator_of(&asked.code).0.to_owned())
        .collect()
}

/// The codes of the numbers that are not the same; one that is missing is another.
fn others(task: &Task, ours: &[&Count], theirs: &[&Count]) -> Vec<String> {
    let codes = task.indicators.iter().enumerate();
    codes
        .filter(|(at, _)| ours.get(*at) != theirs.get(*at))
        .map(|(_, asked)| asked.code.clone())
        .collect()
}
