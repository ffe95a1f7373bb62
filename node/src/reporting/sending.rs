//! Statistics travel by themselves: calls come in, signed reports go out, notices come back.
//!
//! Nothing is made here. What is asked waits for a person who agrees; what is sent was made and signed by one,
//! and goes out with exactly the bytes that are kept.

use tawro_core::code::HubAddress;
use tawro_core::crypto::{self, Hash};
use tawro_core::id::{DeviceId, TaskId};
use tawro_core::indicator::Period;
use tawro_core::programme::Taken;
use tawro_core::share::{Notice, Reject, Report, SheetReject, Task};
use tawro_core::wire::{Denial, EDITION_MAX, ITEM_MAX, Question};
use tawro_quic::{Identity, Pin, Protocol};

use crate::driver::Node;
use crate::fault::NodeError;
use crate::hold::Hold;
use crate::net::{Line, Told, ask_statistics, dial_for};
use crate::reporting::kept::{self, Answered, Way};
use crate::reporting::{ReportFault, period_of};

/// What an exchange of statistics came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Exchanged {
    /// The periods about which something new is asked: a person decides.
    pub calls: Vec<Period>,
    /// The reports that the hub answered.
    pub answered: Vec<Sent>,
    /// The periods of which something new is told.
    pub notices: Vec<Period>,
    /// The periods whose manifest leaves out what the hub had taken, or has other numbers under our key.
    pub left_out: Vec<Period>,
    /// The number of the programme's edition that came, or why it was refused.
    pub edition: Option<Result<u32, &'static str>>,
    /// What the hub answered to the progress sheet, if one was sent: nothing, or why it was rejected.
    pub sheet: Option<Option<String>>,
    /// The hub answers no questions of ours.
    pub denied: Option<Denial>,
}

/// A report that the hub answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// About which period.
    pub period: Period,
    /// Which revision.
    pub revision: u32,
    /// The code of the reason, if it was rejected.
    pub rejected: Option<String>,
}

/// What one sets out with.
struct Errand {
    identity: Identity,
    address: HubAddress,
    hub: DeviceId,
    /// The number of the edition that is held.
    edition: u32,
    calls: Vec<Hash>,
    notices: Vec<Hash>,
}

/// A report that the hub has not answered.
struct Unanswered {
    task: TaskId,
    period: Period,
    revision: u32,
    bytes: Vec<u8>,
}

/// Exchanges statistics, over a connection that proves the association's statistics key: no device's. Nothing
/// happens where there is no hub, or no key.
pub(crate) async fn exchange_statistics<H: Hold>(holder: &mut H) -> Result<Exchanged, NodeError> {
    let Some(errand) = holder.with(Node::errand)? else {
        return Ok(Exchanged::default());
    };
    let pin = Pin::Key(errand.hub);
    let line = dial_for(Protocol::Statistics, &errand.identity, &errand.address, pin).await?;
    let done = exchange(holder, &line, errand).await;
    line.close().await;
    done
}

async fn exchange<H: Hold>(holder: &mut H, line: &Line, errand: Errand) -> Result<Exchanged, NodeError> {
    let mut done = Exchanged::default();
    // What everybody may read comes before what only those are told who are asked.
    let above = errand.edition;
    let question = Question::Edition { above };
    if let Told::Items(editions) = ask_statistics(&line.connection, &question, EDITION_MAX).await? {
        done.edition = holder.with(|node| node.take_editions(&editions))?;
    }
    let known = errand.calls;
    match ask_statistics(&line.connection, &Question::Calls { known }, ITEM_MAX).await? {
        Told::Items(calls) => done.calls = holder.with(|node| node.take_calls(&calls))?,
        Told::Denied(denial) => {
            holder.with(|node| node.keep_denial(Some(denial)))?;
            done.denied = Some(denial);
            return Ok(done);
        }
        Told::Taken | Told::Rejected(_) => return Err(NodeError::OtherAnswer),
    }
    holder.with(|node| node.keep_denial(None))?;
    // Before the notices: what the hub took late is not left out.
    for report in holder.with(Node::unanswered)? {
        // Withdrawn or corrected while others were on their way: the newer one goes next time.
        let stands = |one: &Unanswered| (one.task, one.revision) == (report.task, report.revision);
        if !holder.with(Node::unanswered)?.iter().any(stands) {
            continue;
        }
        holder.with(|node| node.keep_way(&report, None))?;
        let question = Question::Report(report.bytes.clone());
        let rejected = match ask_statistics(&line.connection, &question, ITEM_MAX).await? {
            Told::Taken => None,
            Told::Rejected(code) => Some(reason(code)),
            // It is sent again another time.
            Told::Denied(_) => continue,
            Told::Items(_) => return Err(NodeError::OtherAnswer),
        };
        holder.with(|node| node.keep_way(&report, Some(rejected.clone())))?;
        done.answered.push(Sent {
            period: report.period,
            revision: report.revision,
            rejected,
        });
    }
    if let Some(bytes) = holder.with(Node::unsent_sheet)? {
        let question = Question::Sheet(bytes.clone());
        let rejected = match ask_statistics(&line.connection, &question, ITEM_MAX).await? {
            Told::Taken => Some(None),
            Told::Rejected(code) => Some(Some(sheet_reason(code))),
            // It is sent again another time, or by a file to a hub that knows no sheets.
            Told::Denied(_) => None,
            Told::Items(_) => return Err(NodeError::OtherAnswer),
        };
        if let Some(rejected) = &rejected {
            holder.with(|node| node.keep_sheet_answer(&bytes, rejected.clone()))?;
        }
        done.sheet = rejected;
    }
    let known = errand.notices;
    if let Told::Items(notices) =
        ask_statistics(&line.connection, &Question::Notices { known }, ITEM_MAX).await?
    {
        done.notices = holder.with(|node| node.take_notices(&notices))?;
    }
    done.left_out = holder.with(Node::left_out)?;
    Ok(done)
}

/// A reason as words are found for it: one of a newer release has none here.
fn reason(code: String) -> String {
    match Reject::CODES.contains(&code.as_str()) {
        true => code,
        false => OTHER_REASON.to_owned(),
    }
}

/// The same of a sheet.
fn sheet_reason(code: String) -> String {
    match SheetReject::ALL.iter().any(|known| known.code() == code) {
        true => code,
        false => OTHER_REASON.to_owned(),
    }
}

const OTHER_REASON: &str = "report_rejected";

impl Node {
    fn errand(&mut self) -> Result<Option<Errand>, NodeError> {
        let (Some(address), Ok(secret)) = (self.hub()?, self.statistics_secret()) else {
            return Ok(None);
        };
        let (calls, notices) = self.read(|_, tx| Ok((kept::known_calls(tx)?, kept::known_notices(tx)?)))?;
        let edition = self.edition()?.map_or(0, |edition| edition.number());
        Ok(Some(Errand {
            edition,
            identity: Identity::from_pkcs8(&secret.pkcs8())?,
            address,
            hub: self.hub_key(),
            calls,
            notices,
        }))
    }

    /// Takes in the edition that came, if one did.
    fn take_editions(
        &mut self,
        editions: &[Vec<u8>],
    ) -> Result<Option<Result<u32, &'static str>>, NodeError> {
        let Some(bytes) = editions.first() else {
            return Ok(None);
        };
        match self.take_edition(bytes) {
            Ok(Taken::New(edition)) => Ok(Some(Ok(edition.number()))),
            Ok(Taken::Already) => Ok(None),
            Err(NodeError::Edition(fault)) => {
                tracing::warn!(code = fault.code(), "an edition was not taken");
                Ok(Some(Err(fault.code())))
            }
            Err(other) => Err(other),
        }
    }

    /// Takes in what our hub signed and asks of us; what it asks otherwise is passed over, and told the log.
    fn take_calls(&mut self, calls: &[Vec<u8>]) -> Result<Vec<Period>, NodeError> {
        let mut taken = Vec::new();
        for bytes in calls {
            let task = match self.task_in(bytes) {
                Ok(task) => task,
                Err(NodeError::Report(fault)) => {
                    tracing::warn!(code = fault.code(), "a call was not taken");
                    continue;
                }
                Err(other) => return Err(other),
            };
            let period = period_of(&task)?;
            self.in_transaction(|_, tx| {
                kept::keep_task(period, &task, tx)?;
                kept::know_call(crypto::hash(bytes), tx)
            })?;
            taken.push(period);
        }
        Ok(taken)
    }

    /// Of each task the newest revision, if the hub has not answered it. Of what somebody agreed to no longer only
    /// that nothing is said leaves.
    fn unanswered(&mut self) -> Result<Vec<Unanswered>, NodeError> {
        self.read(|_, tx| {
            let mut all = Vec::new();
            for period in kept::periods(tx)? {
                let Some(task) = kept::task_of(period, tx)? else {
                    continue;
                };
                let (task, is_ended) = (task.id(), kept::is_ended(&task.agreed(), tx)?);
                let Some(last) = kept::revisions(task, tx)?.pop() else {
                    continue;
                };
                if is_ended && says_something(&last.bytes) {
                    continue;
                }
                let way = kept::way(task, last.revision, tx)?;
                if way.is_none_or(|way| way.answered.is_none()) {
                    all.push(Unanswered {
                        task,
                        period,
                        revision: last.revision,
                        bytes: last.bytes,
                    });
                }
            }
            Ok(all)
        })
    }

    /// Remembers that a report was sent, and what was answered: nothing, or that it was rejected.
    fn keep_way(&mut self, report: &Unanswered, answer: Option<Option<String>>) -> Result<(), NodeError> {
        let at = self.now();
        let way = Way {
            sent: at,
            answered: answer.map(|rejected| Answered { at, rejected }),
        };
        self.in_transaction(|_, tx| kept::keep_way(report.task, report.revision, &way, tx))
    }

    fn keep_denial(&mut self, denial: Option<Denial>) -> Result<(), NodeError> {
        let code = denial.map(Denial::code);
        self.in_transaction(|_, tx| kept::keep_denial(code, tx))
    }

    /// Takes in what our hub signed and somebody brought; the tasks of ours that it tells of. A computer that is
    /// enrolled nowhere has nobody whose signature it could check.
    pub fn take_notice(&mut self, bytes: &[u8]) -> Result<Vec<Task>, NodeError> {
        self.may_manage()?;
        self.hub()?.ok_or(NodeError::NotEnrolled)?;
        self.keep_notice(bytes)
    }

    fn take_notices(&mut self, notices: &[Vec<u8>]) -> Result<Vec<Period>, NodeError> {
        let mut told = Vec::new();
        for bytes in notices {
            match self.keep_notice(bytes) {
                Ok(tasks) => {
                    for task in tasks {
                        told.push(period_of(&task)?);
                    }
                }
                Err(NodeError::Report(fault)) => {
                    tracing::warn!(code = fault.code(), "a notice was not taken");
                }
                Err(other) => return Err(other),
            }
        }
        Ok(told)
    }

    /// Keeps what our hub signed. The first manifest of a task stays: of a second one the bytes are kept beside
    /// it, since a hub that signs two cheats.
    fn keep_notice(&mut self, bytes: &[u8]) -> Result<Vec<Task>, NodeError> {
        let hub = self.hub_key();
        let notice = Notice::from_bytes(bytes).ok();
        let notice = notice.filter(|notice| notice.verify(&hub).is_ok());
        let notice = notice.ok_or(ReportFault::NotFromOurRelay)?;
        self.in_transaction(|_, tx| {
            let mut told = Vec::new();
            for (manifest, published) in notice.told() {
                let task = manifest.task();
                let before = kept::notice(task, tx)?;
                let before = before.as_ref().and_then(|before| before.of(task));
                match (before, published) {
                    (Some((held, _)), _) if held != manifest => kept::keep_contradiction(task, bytes, tx)?,
                    // One of before the figures were out, brought late: nothing new is in it.
                    (Some((_, Some(_))), None) => {}
                    (Some((_, Some(figures))), Some(now)) if figures != now => {
                        kept::keep_contradiction(task, bytes, tx)?;
                    }
                    _ => kept::keep_notice(task, bytes, tx)?,
                }
                told.extend(kept::task(task, tx)?);
            }
            Ok(told)
        })
    }
}

/// Whether a report holds a number.
fn says_something(bytes: &[u8]) -> bool {
    let report = Report::from_bytes(bytes).ok();
    report.is_none_or(|report| report.contribution().counts().iter().any(|count| !count.withheld))
}

#[cfg(test)]
mod tests;
