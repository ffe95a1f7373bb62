//! `tawro indicators audit`: what a report is worth by the records, and by what the relay signed.

use std::path::Path;

use serde_json::json;
use tawro_node::reporting::{Stage, Stands};

use crate::failure::Failure;
use crate::import;
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
        output.say(&format!("leaves-stage-{}-next", alarm.word()), &[]);
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
