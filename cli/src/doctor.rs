//! `tawro node doctor`: whether what lies in the folder agrees with itself.

use serde_json::json;
use tawro_node::check::Checked;

use crate::failure::Failure;
use crate::session::Session;

/// Checks the data folder; with `rebuild`, makes all rows anew first.
pub(crate) fn run(session: &Session, rebuild: bool) -> Result<(), Failure> {
    let output = &session.output;
    let mut node = session.open()?;
    if rebuild {
        let progress = output.progress("doctor-progress");
        let rebuilt = node.rebuild(&mut |done, all| progress.at(done, all))?;
        drop(progress);
        output.say("doctor-rebuilt", &[("records", whole(rebuilt))]);
    }
    let Checked {
        records,
        entries,
        faults,
        differing,
        unapplied,
    } = node.check()?;
    let fine = faults.is_empty() && differing == 0;
    if output.json() {
        output.data(&json!({
            "fine": fine, "records": records, "entries": entries, "faults": faults,
            "differing_rows": differing, "unapplied": unapplied,
        }));
    }
    if !faults.is_empty() {
        let place = faults.join(", ");
        return Err(Failure::new("database_damaged", vec![("place", place.into())]));
    }
    if differing > 0 {
        return Err(Failure::new("rows_differ", vec![("count", whole(differing))]));
    }
    output.say(
        "doctor-fine",
        &[("records", whole(records)), ("entries", whole(entries))],
    );
    Ok(())
}

fn whole(count: u64) -> tawro_core::text::Fact {
    i64::try_from(count).unwrap_or(i64::MAX).into()
}
