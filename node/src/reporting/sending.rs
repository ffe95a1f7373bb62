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
mod tests {
    use std::collections::BTreeSet;

    use tawro_core::crypto::DeviceSecret;
    use tawro_core::id::{ReportId, StatisticsKey};
    use tawro_core::share::{Contribution, Intake, Published, Roll, Seat};

    use super::*;
    use crate::reporting::Stage;
    use crate::reporting::tests::{THIRD, agree, all_of, founded, take, terms};

    /// An association with a report that the hub took.
    fn received(home: &std::path::Path) -> (Node, Task, Report) {
        let mut node = founded(home);
        let third = terms(&node, THIRD, all_of(&["NT-G11"]));
        let task = take(&mut node, third);
        agree(&mut node, &task);
        let made = node.report(&task, &BTreeSet::new()).unwrap();
        let report = node.unanswered().unwrap().remove(0);
        node.keep_way(&report, Some(None)).unwrap();
        assert!(node.unanswered().unwrap().is_empty());
        (node, task, Report::from_bytes(&made.bytes).unwrap())
    }

    /// What a hub tells that counts these reports. Until it is handed over, the founding computer orders the
    /// membership itself: its key is the hub's here.
    fn notice(node: &Node, task: &Task, reports: &[Report], hub: &DeviceSecret) -> Vec<u8> {
        let seat = Seat {
            key: node.statistics_key().unwrap(),
            milieu: None,
            domain: None,
        };
        let mut intake = Intake::new(task.clone(), Roll::new([seat]).unwrap()).unwrap();
        for report in reports {
            intake.offer(&report.to_bytes()).unwrap();
        }
        let manifest = intake.freeze([0; 32], hub).manifest;
        Notice::sign(vec![(manifest, None)], hub).unwrap().to_bytes()
    }

    #[test]
    fn nothing_leaves_under_terms_that_are_agreed_to_no_longer() {
        let place = tempfile::tempdir().unwrap();
        let mut node = founded(&place.path().join("a"));
        let third = terms(&node, THIRD, all_of(&["NT-G11"]));
        let task = take(&mut node, third);
        agree(&mut node, &task);
        node.report(&task, &BTreeSet::new()).unwrap();
        assert_eq!(node.unanswered().unwrap().len(), 1);
        node.end_agreement(&task).unwrap();
        assert!(node.unanswered().unwrap().is_empty(), "it was made, and stays");
        agree(&mut node, &task);
        assert_eq!(node.unanswered().unwrap().len(), 1, "agreed to again");
        node.withdraw_report(&task).unwrap();
        let left = node.unanswered().unwrap();
        assert_eq!(
            left.iter().map(|one| one.revision).collect::<Vec<_>>(),
            [2],
            "that nothing is said leaves"
        );
    }

    fn stage(node: &mut Node, task: &Task) -> Stage {
        node.stands(task).unwrap().last().unwrap().clone()
    }

    #[test]
    fn the_first_manifest_stays_and_a_second_one_is_kept_as_proof() {
        let place = tempfile::tempdir().unwrap();
        let (mut node, task, report) = received(&place.path().join("a"));
        let without = notice(&node, &task, &[], node.replica().secret());
        let forged = notice(&node, &task, &[], &DeviceSecret::from_bytes(&[7; 64]));
        assert_eq!(node.take_notices(&[forged, b"none".to_vec()]).unwrap(), []);
        assert_eq!(stage(&mut node, &task), Stage::Received);
        let period = period_of(&task).unwrap();
        assert_eq!(node.take_notices(&[without]).unwrap(), [period]);
        assert_eq!(stage(&mut node, &task), Stage::LeftOut);
        assert_eq!(node.left_out().unwrap(), [period]);
        let with = notice(&node, &task, &[report], node.replica().secret());
        node.take_notices(&[with]).unwrap();
        let stands = node.stands(&task).unwrap();
        assert!(stands.is_contradicted);
        assert_eq!(stands.alarm(), Some(&Stage::LeftOut));
    }

    #[test]
    fn a_manifest_without_the_figures_that_are_held_contradicts_nothing() {
        let place = tempfile::tempdir().unwrap();
        let (mut node, task, report) = received(&place.path().join("a"));
        let period = period_of(&task).unwrap();
        let before = notice(&node, &task, &[report], node.replica().secret());
        let frozen = Notice::from_bytes(&before).unwrap();
        let (manifest, _) = frozen.of(task.id()).unwrap();
        let figures = Published {
            task: task.id(),
            start: task.start,
            end: task.end,
            tables: Vec::new(),
        };
        let told = vec![(manifest.clone(), Some(figures))];
        let after = Notice::sign(told, node.replica().secret()).unwrap().to_bytes();
        assert_eq!(
            node.take_notices(std::slice::from_ref(&before)).unwrap(),
            [period]
        );
        assert_eq!(node.take_notices(&[after]).unwrap(), [period]);
        assert_eq!(stage(&mut node, &task), Stage::Published);
        // The hub was brought back from a copy made before it published.
        node.take_notices(&[before]).unwrap();
        assert!(!node.stands(&task).unwrap().is_contradicted);
        assert_eq!(stage(&mut node, &task), Stage::Published, "what is held stays");
    }

    #[test]
    fn of_a_late_correction_the_one_before_counts() {
        let place = tempfile::tempdir().unwrap();
        let (mut node, task, report) = received(&place.path().join("a"));
        assert_eq!(node.stands(&task).unwrap().counted(), Some(1));
        node.report(&task, &BTreeSet::new()).unwrap();
        assert_eq!(node.stands(&task).unwrap().counted(), Some(2), "on its way");
        let second = node.unanswered().unwrap().remove(0);
        node.keep_way(&second, Some(Some("report_late".to_owned())))
            .unwrap();
        let stands = node.stands(&task).unwrap();
        assert_eq!((stands.counted(), stands.is_frozen), (Some(1), false));
        let told = notice(&node, &task, &[report], node.replica().secret());
        node.take_notices(&[told]).unwrap();
        let stands = node.stands(&task).unwrap();
        assert_eq!((stands.counted(), stands.is_frozen), (Some(1), true));
        let Err(NodeError::Report(fault)) = node.withdraw_report(&task) else {
            panic!("taken back what is counted")
        };
        assert_eq!(fault, ReportFault::Frozen);
        assert!(node.agreement(&task).unwrap().is_some());
    }

    #[test]
    fn numbers_that_somebody_else_signed_with_our_key_are_seen() {
        let place = tempfile::tempdir().unwrap();
        let (mut node, task, ours) = received(&place.path().join("a"));
        let secret = node.statistics_secret().unwrap();
        let counts = ours.contribution().counts().to_vec();
        let theirs = Contribution::new(&task, counts, 1, ReportId([9; 16])).unwrap();
        let theirs = theirs.sign(&secret);
        assert_eq!(theirs.key(), StatisticsKey(secret.id().0));
        let told = notice(&node, &task, &[theirs], node.replica().secret());
        node.take_notices(&[told]).unwrap();
        assert_eq!(stage(&mut node, &task), Stage::OtherNumbers);
        assert_eq!(node.left_out().unwrap(), [period_of(&task).unwrap()]);
    }

    #[test]
    fn an_answer_stands_for_the_sheet_that_was_sent_and_for_no_other() {
        let place = tempfile::tempdir().unwrap();
        let mut node = founded(&place.path().join("a"));
        assert_eq!(node.unsent_sheet().unwrap(), None);
        let codes = BTreeSet::from(["NT-R08".to_owned()]);
        let first = node.show_progress(&codes, false).unwrap().sheet.to_bytes();
        assert_eq!(node.unsent_sheet().unwrap().as_ref(), Some(&first));
        // Another one was made while the hub answered.
        let second = node
            .show_progress(&BTreeSet::new(), false)
            .unwrap()
            .sheet
            .to_bytes();
        node.keep_sheet_answer(&first, None).unwrap();
        assert_eq!(node.unsent_sheet().unwrap().as_ref(), Some(&second));
        node.keep_sheet_answer(&second, Some("sheet_older".to_owned()))
            .unwrap();
        assert_eq!(node.unsent_sheet().unwrap(), None);
        let answer = node.progress_shown().unwrap().unwrap().answer.unwrap();
        assert_eq!(answer.rejected.as_deref(), Some("sheet_older"));
    }

    #[test]
    fn only_what_is_known_here_is_a_reason() {
        assert_eq!(reason("report_late".to_owned()), "report_late");
        assert_eq!(reason("too_blue".to_owned()), OTHER_REASON);
        assert_eq!(sheet_reason("sheet_older".to_owned()), "sheet_older");
        assert_eq!(sheet_reason("report_late".to_owned()), OTHER_REASON);
    }
}
