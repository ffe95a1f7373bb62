//! What the encrypted database keeps of tasks, agreements and reports, as small named values.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use tawro_core::crypto::{self, Hash};
use tawro_core::id::TaskId;
use tawro_core::indicator::Period;
use tawro_core::share::{Day, Notice, Task};
use tawro_core::time::Timestamp;
use tawro_core::wire::KNOWN_MAX;

use crate::fault::NodeError;
use crate::store::{StoreError, Tx};

/// Which task is the one about a period.
const ASKED: &str = "statistics/asked/";
/// The bytes of each task, by its id.
const TASK: &str = "statistics/task/";
/// The bytes of each report, by its task and revision.
const REPORT: &str = "statistics/report/";
/// Who made each report, and what they withheld.
const MADE: &str = "statistics/made/";
const AGREED: &str = "statistics/agreed";
/// What became of each report on its way, likewise.
const WAY: &str = "statistics/way/";
/// The notice that tells of each task, by its id.
const NOTICE: &str = "statistics/notice/";
/// A notice that contradicts it.
const OTHER_NOTICE: &str = "statistics/other-notice/";
/// The hashes of the newest calls that were taken in, one after the other.
const CALLS: &str = "statistics/calls";
/// Why the hub answers no questions.
const DENIED: &str = "statistics/denied";

/// That somebody agreed to the terms of a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// The hash of all but the days.
    pub(super) terms: Hash,
    /// Who, as people called them then.
    pub who: String,
    /// When.
    pub at: Timestamp,
    /// When it was taken back.
    pub(super) ended: Option<Timestamp>,
}

/// A report that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Which revision; the highest counts.
    pub revision: u32,
    /// Exactly what leaves.
    pub bytes: Vec<u8>,
    /// The codes of the indicators that a person withheld.
    pub withheld: BTreeSet<String>,
    /// Who made it, as people called them then.
    pub who: String,
    /// When.
    pub at: Timestamp,
}

/// What became of a report on its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Way {
    /// When it was sent last.
    pub(super) sent: Timestamp,
    /// What the hub answered.
    pub(super) answered: Option<Answered>,
}

/// What the hub answered to a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Answered {
    /// When.
    pub(super) at: Timestamp,
    /// The code of the reason, if it was rejected.
    pub(super) rejected: Option<String>,
}

/// What is kept beside the bytes.
#[derive(Serialize, Deserialize)]
struct Said {
    withheld: BTreeSet<String>,
    who: String,
    at: Timestamp,
}

pub(super) fn keep_task(period: Period, task: &Task, tx: &mut Tx<'_>) -> Result<(), StoreError> {
    let id = task.id().to_string();
    tx.put(&format!("{TASK}{id}"), Some(&task.to_bytes()))?;
    tx.put(&format!("{ASKED}{period}"), Some(id.as_bytes()))
}

pub(super) fn periods(tx: &mut Tx<'_>) -> Result<Vec<Period>, NodeError> {
    let all = tx.scan(ASKED)?.into_iter();
    Ok(all
        .filter_map(|(key, _)| key.strip_prefix(ASKED)?.parse().ok())
        .collect())
}

pub(super) fn task_of(period: Period, tx: &mut Tx<'_>) -> Result<Option<Task>, NodeError> {
    let id = tx.get(&format!("{ASKED}{period}"))?;
    let id = id.and_then(|id| String::from_utf8(id).ok());
    match id.and_then(|id| id.parse().ok()) {
        Some(id) => task(id, tx),
        None => Ok(None),
    }
}

pub(super) fn task(id: TaskId, tx: &mut Tx<'_>) -> Result<Option<Task>, NodeError> {
    let bytes = tx.get(&format!("{TASK}{id}"))?;
    Ok(bytes.and_then(|bytes| Task::from_bytes(&bytes).ok()))
}

pub(super) fn keep(id: TaskId, made: &Made, tx: &mut Tx<'_>) -> Result<(), NodeError> {
    let place = format!("{id}/{:06}", made.revision);
    let said = Said {
        withheld: made.withheld.clone(),
        who: made.who.clone(),
        at: made.at,
    };
    tx.put(&format!("{REPORT}{place}"), Some(&made.bytes))?;
    tx.put(&format!("{MADE}{place}"), Some(&json(&said)))?;
    Ok(())
}

pub(super) fn revisions(id: TaskId, tx: &mut Tx<'_>) -> Result<Vec<Made>, NodeError> {
    let place = format!("{REPORT}{id}/");
    let mut all = Vec::new();
    for (key, bytes) in tx.scan(&place)? {
        let Some(number) = key.strip_prefix(&place) else {
            continue;
        };
        let said = tx.get(&format!("{MADE}{id}/{number}"))?;
        let said: Option<Said> = said.and_then(|said| serde_json::from_slice(&said).ok());
        if let (Ok(revision), Some(said)) = (number.parse(), said) {
            all.push(Made {
                revision,
                bytes,
                withheld: said.withheld,
                who: said.who,
                at: said.at,
            });
        }
    }
    Ok(all)
}

pub(super) fn agreements(tx: &mut Tx<'_>) -> Result<Vec<Agreement>, NodeError> {
    let kept = tx.get(AGREED)?;
    Ok(kept
        .and_then(|kept| serde_json::from_slice(&kept).ok())
        .unwrap_or_default())
}

pub(super) fn keep_agreements(all: &[Agreement], tx: &mut Tx<'_>) -> Result<(), NodeError> {
    Ok(tx.put(AGREED, Some(&json(&all)))?)
}

/// Whether these terms were agreed to once, and are no longer.
pub(super) fn is_ended(terms: &Hash, tx: &mut Tx<'_>) -> Result<bool, NodeError> {
    let all = agreements(tx)?;
    let last = all.iter().rev().find(|agreed| agreed.terms == *terms);
    Ok(last.is_some_and(|last| last.ended.is_some()))
}

/// Ends what was agreed to under these terms.
pub(super) fn end_agreements(terms: Hash, now: Timestamp, tx: &mut Tx<'_>) -> Result<(), NodeError> {
    let mut all = agreements(tx)?;
    let standing = all
        .iter_mut()
        .filter(|one| one.ended.is_none() && one.terms == terms);
    standing.for_each(|one| one.ended = Some(now));
    keep_agreements(&all, tx)
}

pub(super) fn keep_way(task: TaskId, revision: u32, way: &Way, tx: &mut Tx<'_>) -> Result<(), NodeError> {
    Ok(tx.put(&format!("{WAY}{task}/{revision:06}"), Some(&json(way)))?)
}

pub(super) fn way(task: TaskId, revision: u32, tx: &mut Tx<'_>) -> Result<Option<Way>, NodeError> {
    let kept = tx.get(&format!("{WAY}{task}/{revision:06}"))?;
    Ok(kept.and_then(|kept| serde_json::from_slice(&kept).ok()))
}

pub(super) fn known_calls(tx: &mut Tx<'_>) -> Result<Vec<Hash>, NodeError> {
    let kept = tx.get(CALLS)?.unwrap_or_default();
    let (hashes, _) = kept.as_chunks();
    Ok(hashes.to_vec())
}

pub(super) fn know_call(call: Hash, tx: &mut Tx<'_>) -> Result<(), NodeError> {
    let mut known = known_calls(tx)?;
    known.push(call);
    let newest = known.len().saturating_sub(KNOWN_MAX);
    Ok(tx.put(CALLS, Some(&known[newest..].concat()))?)
}

/// The hashes of the notices about the newest periods, each once, the newest last: those that a hub tells of.
pub(super) fn known_notices(tx: &mut Tx<'_>) -> Result<Vec<Hash>, NodeError> {
    // One notice may tell of two tasks of a period, and is kept under each.
    let mut ends: BTreeMap<Hash, Option<Day>> = BTreeMap::new();
    for (key, bytes) in tx.scan(NOTICE)? {
        let id = key.strip_prefix(NOTICE).and_then(|id| id.parse().ok());
        let task = id.map(|id| task(id, tx)).transpose()?.flatten();
        let known = ends.entry(crypto::hash(&bytes)).or_default();
        *known = (*known).max(task.map(|task| task.end));
    }
    let mut all: Vec<Hash> = ends.keys().copied().collect();
    all.sort_by_key(|hash| ends[hash]);
    let newest = all.len().saturating_sub(KNOWN_MAX);
    Ok(all.split_off(newest))
}

pub(super) fn notice(task: TaskId, tx: &mut Tx<'_>) -> Result<Option<Notice>, NodeError> {
    let bytes = tx.get(&format!("{NOTICE}{task}"))?;
    Ok(bytes.and_then(|bytes| Notice::from_bytes(&bytes).ok()))
}

pub(super) fn keep_notice(task: TaskId, bytes: &[u8], tx: &mut Tx<'_>) -> Result<(), NodeError> {
    Ok(tx.put(&format!("{NOTICE}{task}"), Some(bytes))?)
}

pub(super) fn keep_contradiction(task: TaskId, bytes: &[u8], tx: &mut Tx<'_>) -> Result<(), NodeError> {
    Ok(tx.put(&format!("{OTHER_NOTICE}{task}"), Some(bytes))?)
}

pub(super) fn is_contradicted(task: TaskId, tx: &mut Tx<'_>) -> Result<bool, NodeError> {
    Ok(tx.get(&format!("{OTHER_NOTICE}{task}"))?.is_some())
}

pub(super) fn keep_denial(code: Option<&str>, tx: &mut Tx<'_>) -> Result<(), NodeError> {
    Ok(tx.put(DENIED, code.map(str::as_bytes))?)
}

pub(super) fn denial(tx: &mut Tx<'_>) -> Result<Option<String>, NodeError> {
    Ok(tx.get(DENIED)?.and_then(|code| String::from_utf8(code).ok()))
}

fn json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("what is kept has text keys only")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::reporting::period_of;
    use crate::reporting::tests::{all_of, founded, terms};

    #[test]
    fn the_notices_of_the_newest_periods_are_known_each_once() {
        let place = tempfile::tempdir().unwrap();
        let mut node = founded(&place.path().join("a"));
        let mut newest = Vec::new();
        for month in 0..70 {
            let period: Period = format!("{}-{:02}", 2026 + month / 12, 1 + month % 12)
                .parse()
                .unwrap();
            let days = [period.first(), period.last()].map(|day| day.to_string());
            let tasks = ["NT-G11", "NT-G12"].map(|code| {
                let days = [days[0].as_str(), days[1].as_str()];
                Task::new(terms(&node, days, all_of(&[code]))).unwrap()
            });
            let bytes = period.to_string();
            node.in_transaction(|_, tx| {
                for task in &tasks {
                    keep_task(period_of(task)?, task, tx)?;
                    keep_notice(task.id(), bytes.as_bytes(), tx)?;
                }
                Ok(())
            })
            .unwrap();
            newest.push(crypto::hash(bytes.as_bytes()));
        }
        let known = node.read(|_, tx| known_notices(tx)).unwrap();
        assert_eq!(known.iter().collect::<BTreeSet<_>>().len(), KNOWN_MAX);
        assert_eq!(known, newest[newest.len() - KNOWN_MAX..]);
    }
}
