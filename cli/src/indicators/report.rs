//! `tawro indicators report`: shown, agreed to, signed and kept.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::json;
use tawro_core::share::{Task, indicator_of};
use tawro_core::text::Fact;
use tawro_node::driver::Node;
use tawro_node::fault::NodeError;
use tawro_node::folder::write_atomically;
use tawro_node::reporting::ReportFault;

use super::standing::state;
use super::{of_task, period, task_in, withheld_before};
use crate::args::IndicatorsReport;
use crate::failure::Failure;
use crate::import;
use crate::output::Output;
use crate::session::Session;

/// Makes the next revision of the report to what is asked.
pub(super) fn make(session: &Session, given: &IndicatorsReport) -> Result<(), Failure> {
    let output = &session.output;
    let period = period(&given.period)?;
    let path = given.out.as_deref().map(|out| out.display().to_string());
    if let Some(path) = path
        .as_deref()
        .filter(|_| given.out.as_deref().is_some_and(Path::exists))
    {
        return Err(Failure::new("file_exists", vec![("path", path.into())]));
    }
    let bytes = given.task.as_deref().map(import::read).transpose()?;
    let mut node = session.open()?;
    let none = || NodeError::from(ReportFault::NotAsked { period });
    let shown = match &bytes {
        Some(bytes) => task_in(&mut node, bytes, period)?,
        None => node.task_of(period)?.ok_or_else(none)?,
    };
    let before = withheld_before(&mut node, &shown)?;
    let withheld = match given.withhold.is_empty() && !given.withhold_none {
        true => before.clone(),
        false => named(&shown, &given.withhold)?,
    };
    show(session, &mut node, &shown, &withheld)?;
    if !given.agree && node.agreement(&shown)?.is_none() {
        return Err(NodeError::from(ReportFault::NotAgreed).into());
    }
    // What is agreed to and answered is the task as it is kept: if it is not the one that was shown above, its
    // terms have another hash, and that is refused.
    let task = match &bytes {
        Some(bytes) => node.take_task(bytes)?,
        None => node.task_of(period)?.ok_or_else(none)?,
    };
    if given.agree {
        node.agree(&task, &shown.agreed())?;
    }
    let made = node.report(&task, &withheld)?;
    if let Some(out) = &given.out {
        write_atomically(out, &made.bytes).map_err(NodeError::from)?;
    }
    if output.json() {
        output.data(&json!({
            "period": period.to_string(), "task": task.id().to_string(), "revision": made.revision,
            "file": path, "withheld": made.withheld, "state": state(&node.stands(&task)?, made.revision),
        }));
    }
    let number = ("number", i64::from(made.revision).into());
    match path {
        Some(path) => output.say("indicators-made", &[number, ("file", path.as_str().into())]),
        None => output.say("indicators-made-kept", &[number]),
    }
    // Who withholds one of a family withholds all of it: the report says which.
    let again = made
        .withheld
        .intersection(&before)
        .filter(|_| given.withhold.is_empty());
    tell(output, "indicators-withheld-again", again);
    tell(
        output,
        "indicators-withheld-no-more",
        before.difference(&made.withheld),
    );
    Ok(())
}

/// Says a sentence about numbers, if there are any.
fn tell<'a>(output: &Output, key: &str, codes: impl Iterator<Item = &'a String>) {
    let codes: Vec<String> = codes.cloned().collect();
    if !codes.is_empty() {
        output.say(key, &[("codes", Fact::List(codes))]);
    }
}

/// Numbers and terms, each time: nobody agrees to what this call did not show.
fn show(session: &Session, node: &mut Node, task: &Task, withheld: &BTreeSet<String>) -> Result<(), Failure> {
    let (_, lines) = of_task(session, node, task, withheld)?;
    for line in lines {
        let line = line.join(" · ");
        session.output.say("indicators-line", &[("line", line.into())]);
    }
    Ok(())
}

/// The codes that a person withholds, each of which is asked.
fn named(task: &Task, codes: &[String]) -> Result<BTreeSet<String>, Failure> {
    let one = |code: &String| {
        let mut all = task.indicators.iter().map(|asked| indicator_of(&asked.code).0);
        let found = all.find(|known| known.eq_ignore_ascii_case(code));
        let code = code.clone();
        found
            .map(str::to_owned)
            .ok_or_else(|| NodeError::from(ReportFault::NoSuchNumber { code }).into())
    };
    codes.iter().map(one).collect()
}
