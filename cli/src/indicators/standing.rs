//! `tawro indicators audit` and `notice`: what a report is worth by the records, and by what the relay signed.

use std::path::Path;

use serde_json::{Value as Json, json};
use tawro_core::indicator::Period;
use tawro_core::share::{Notice, Task};
use tawro_core::wire::ITEM_MAX;
use tawro_node::fault::NodeError;
use tawro_node::reporting::{ReportFault, Stage, Stands, period_of};

use crate::failure::Failure;
use crate::import;
use crate::output::Output;
use crate::period::{read, rejection};
use crate::session::Session;

/// Looks at a report: its signature, what was kept, and what the records say.
pub(super) fn audit(session: &Session, file: &Path) -> Result<(), Failure> {
    let output = &session.output;
    let bytes = import::read(file)?;
    let mut node = session.open()?;
    let found = node.audit(&bytes)?;
    let stands = match node.task_of(found.period)?.filter(|task| task.id() == found.task) {
        Some(task) => node.stands(&task)?,
        None => Stands::default(),
    };
    let (state, alarm) = (state(&stands, found.revision), stands.alarm());
    let value = json!({
        "period": found.period.to_string(), "task": found.task.to_string(), "revision": found.revision,
        "signed": found.is_signed, "kept": found.is_kept, "changed": found.changed, "differ": found.differ,
        "holds": found.holds(), "state": state, "alarm": alarm.map(Stage::word),
        "contradicted": stands.is_contradicted,
    });
    let yes = |is: bool| output.sentence(if is { "answer-is" } else { "answer-is-not" }, &[]);
    let said = |key: &str, text: String| (output.sentence(key, &[]), text);
    let lines = [
        said("head-period", found.period.to_string()),
        said("head-revision", found.revision.to_string()),
        said("head-signed", yes(found.is_signed)),
        said("head-kept", yes(found.is_kept)),
    ];
    if let Some(state) = state {
        let number = ("number", i64::from(found.revision).into());
        output.say(&format!("leaves-stage-{state}"), &[number]);
    }
    if let Some(alarm) = alarm {
        output.say(&alarm_next(alarm, found.period), &[]);
    }
    if found.holds() {
        output.facts(&value, &lines);
        output.say("indicators-audit-holds", &[]);
        return Ok(());
    }
    if output.json() {
        output.data(&value);
    }
    let faults = [
        (!found.is_signed, "audit_unsigned", Vec::new()),
        (!found.changed.is_empty(), "audit_changed", found.changed),
        (!found.is_kept, "audit_not_kept", Vec::new()),
        (true, "audit_differs", found.differ),
    ];
    let fault = faults.into_iter().find(|(is_so, _, _)| *is_so);
    let (_, code, codes) = fault.expect("the last one always is so");
    Err(Failure::new(code, vec![("codes", codes.join(", ").into())]))
}

/// How a revision stands, as a code; nothing of one that was not made here.
pub(super) fn state(stands: &Stands, revision: u32) -> Option<&'static str> {
    let mut stages = stands.stages.iter();
    let found = stages.find(|(known, _, _)| *known == revision);
    found.map(|(_, stage, _)| stage.word())
}

/// Takes in which reports count, from a file, and says how those of this association stand.
pub(super) fn notice(session: &Session, file: &Path) -> Result<(), Failure> {
    let output = &session.output;
    let bytes = read(file, ITEM_MAX)?;
    if Notice::from_bytes(&bytes).is_err() {
        return Err(Failure::new("notice_unreadable", Vec::new()));
    }
    let mut node = session.open()?;
    let told = node.take_notice(&bytes).map_err(refused)?;
    let heard = told.into_iter().map(|task| {
        let stands = node.stands(&task)?;
        Ok((task, stands))
    });
    let heard: Vec<(Task, Stands)> = heard.collect::<Result<_, NodeError>>()?;
    if heard.is_empty() {
        return Err(Failure::new("notice_not_of_ours", Vec::new()));
    }
    if output.json() {
        let rows = heard.iter().map(|(task, stands)| told_json(task, stands));
        output.data(&rows.collect::<Result<Vec<_>, NodeError>>()?);
    }
    let mut failures = Vec::new();
    for (task, stands) in &heard {
        let period = period_of(task).map_err(NodeError::from)?;
        output.say("statistics-told", &[("period", period.to_string().into())]);
        failures.extend(tell(output, period, stands));
    }
    // What is wrong must not pass in silence.
    failures.into_iter().next().map_or(Ok(()), Err)
}

/// Why a notice is not taken in, in the words of this command.
fn refused(error: NodeError) -> Failure {
    match error {
        NodeError::NotEnrolled => Failure::new("notice_no_relay", Vec::new()),
        NodeError::Report(ReportFault::NotFromOurRelay) => {
            Failure::new("notice_not_from_our_relay", Vec::new())
        }
        other => other.into(),
    }
}

fn told_json(task: &Task, stands: &Stands) -> Result<Json, NodeError> {
    let last = stands.stages.last();
    let rejected = last.and_then(|(_, stage, _)| match stage {
        Stage::Rejected(code) => Some(code),
        _ => None,
    });
    Ok(json!({
        "period": period_of(task)?.to_string(), "task": task.id().to_string(),
        "revision": last.map(|(revision, _, _)| revision), "state": stands.last().map(Stage::word),
        "rejected": rejected, "counted": is_counted(stands), "alarm": stands.alarm().map(Stage::word),
        "contradicted": stands.is_contradicted, "published": stands.published.is_some(),
    }))
}

fn is_counted(stands: &Stands) -> bool {
    let mut stages = stands.stages.iter();
    stages.any(|(_, stage, _)| matches!(stage, Stage::Counted | Stage::Published))
}

/// Says how the reports about a period stand; the failure, where that is not as it should be.
fn tell(output: &Output, period: Period, stands: &Stands) -> Option<Failure> {
    let alarm = stands.alarm();
    let said = |key: &str| output.say(key, &[]);
    if stands.is_contradicted {
        said("leaves-contradicted");
        said("leaves-contradicted-next");
    }
    for (revision, stage, _) in &stands.stages {
        let is_last = Some(*revision) == stands.stages.last().map(|(last, _, _)| *last);
        // Of one that is on its way still more is said below: the list is signed without it.
        let is_told = is_last && !matches!(stage, Stage::Made | Stage::Sent);
        if Some(stage) != alarm && !is_told {
            continue;
        }
        let number = ("number", i64::from(*revision).into());
        output.say(&format!("leaves-stage-{}", stage.word()), &[number]);
        match stage {
            Stage::Rejected(code) => output.tell(&rejection(code)),
            _ if Some(stage) == alarm => said(&alarm_next(stage, period)),
            _ => {}
        }
    }
    if stands.is_contradicted || alarm.is_some() {
        return Some(Failure::new("notice_amiss", Vec::new()));
    }
    match stands.stages.last() {
        None => output.say("notice-nothing-made", &[("period", period.to_string().into())]),
        Some((revision, Stage::Made | Stage::Sent, _)) => {
            let number = ("number", i64::from(*revision).into());
            return Some(Failure::new("notice_without_report", vec![number]));
        }
        Some(_) => {}
    }
    None
}

/// What to do about what must not pass in silence; of the last period of a year nothing is made good later.
fn alarm_next(alarm: &Stage, period: Period) -> String {
    let end = match alarm {
        Stage::LeftOut if period.ends_year() => "-last",
        _ => "",
    };
    format!("leaves-stage-{}-next{end}", alarm.word())
}

#[cfg(test)]
mod tests {
    use tawro_core::text::{Lang, Words};

    use super::*;
    use crate::speech::with_sentences;

    #[test]
    fn whatever_a_notice_brings_is_said_in_three_languages() {
        let codes = [
            "notice_unreadable",
            "notice_no_relay",
            "notice_not_from_our_relay",
            "notice_not_of_ours",
            "notice_amiss",
            "notice_without_report",
        ];
        let stages = [
            Stage::Received,
            Stage::Replaced,
            Stage::Counted,
            Stage::LeftOut,
            Stage::OtherNumbers,
            Stage::Published,
        ];
        for lang in Lang::ALL {
            let output = Output::new(false, lang, with_sentences(Words::builtin()));
            for code in codes {
                let facts = vec![("number", 3_i64.into())];
                let lines = output.explain(&Failure::new(code, facts));
                assert_eq!(lines.len(), 2, "{code} in {lang:?}");
                let unknown = output.sentence("error-unknown", &[]);
                assert_ne!(lines[0], unknown, "{code} in {lang:?}");
            }
            for stage in &stages {
                let key = format!("leaves-stage-{}", stage.word());
                assert_ne!(output.sentence(&key, &[("number", 3_i64.into())]), key);
            }
            for key in [
                "notice-nothing-made",
                "indicators-withheld-again",
                "indicators-withheld-no-more",
            ] {
                let facts = [("period", "2026-Q3".into()), ("codes", "NT-G12".into())];
                assert_ne!(output.sentence(key, &facts), key, "in {lang:?}");
            }
        }
    }
}
