//! `tawro record history`: everything that was ever written in a record, by whom and when.

use serde_json::{Value as Json, json};
use tawro_core::id::RecordId;
use tawro_core::schema::{Kind, Scalar};
use tawro_node::view::{Origin, Step};

use crate::failure::Failure;
use crate::output::Output;
use crate::session::Session;
use crate::shown;

/// Cells that are of the program's own begin so.
const RESERVED: char = '_';

/// Shows the steps of a record, the latest first.
pub(crate) fn run(session: &Session, id: RecordId) -> Result<(), Failure> {
    let output = &session.output;
    let mut node = session.open()?;
    let steps = node.history(id)?;
    let kinds = crate::record::kinds_of(session, &node.show(id)?.row);
    let value: Vec<Json> = steps.iter().map(step_json).collect();
    let mut rows = Vec::new();
    for step in &steps {
        // What a sheet brought is nobody's: the same on every computer that takes it in.
        let imported = step.cells.iter().any(|(cell, ..)| cell == IMPORT);
        let by = match by(output, &step.by) {
            nobody if nobody.is_empty() && imported => output.sentence("from-a-sheet", &[]),
            somebody => somebody,
        };
        for (cell, before, after) in &step.cells {
            if let Some(label) = label(output, &kinds, cell) {
                let shown = |value| shown_as(session, &kinds, cell, value);
                let at = shown::moment(step.at);
                rows.push(vec![at, by.clone(), label, shown(before), shown(after)]);
            }
        }
    }
    let heads = [
        "head-at",
        "head-author",
        "head-field",
        "head-before",
        "head-value",
    ];
    output.table(&value, &heads.map(|key| output.sentence(key, &[])), &rows);
    Ok(())
}

/// The cell that says by which import a record came.
const IMPORT: &str = "_import";

/// What people call a cell; none for what only the program reads.
fn label(output: &Output, kinds: &[&Kind], cell: &str) -> Option<String> {
    match cell.strip_prefix(RESERVED) {
        None => Some(shown::cell_label(output, kinds, cell)),
        Some("kind" | "import") => None,
        Some(name) => {
            let key = format!("cell-{name}");
            let label = output.words().label(output.lang(), &key);
            Some(label.unwrap_or_else(|| cell.to_owned()))
        }
    }
}

fn shown_as(session: &Session, kinds: &[&Kind], cell: &str, value: &Scalar) -> String {
    let output = &session.output;
    if value.is_null() {
        return String::new();
    }
    match kinds.iter().find_map(|kind| kind.cell(cell)) {
        // A member of a set is there or not.
        Some((_, Some(_))) if matches!(value, Scalar::Flag(_)) => yes_or_no(output, value),
        Some((field, _)) => shown::text(output, session.schema(), field, value),
        None => yes_or_no(output, value),
    }
}

fn yes_or_no(output: &Output, value: &Scalar) -> String {
    match value {
        Scalar::Flag(flag) => output.sentence(if *flag { "yes" } else { "no" }, &[]),
        Scalar::Text(text) => text.clone(),
        other => shown::scalar(other).to_string(),
    }
}

fn step_json(step: &Step) -> Json {
    let cells: Vec<Json> = step
        .cells
        .iter()
        .map(|(cell, before, after)| {
            json!({"field": cell, "before": shown::scalar(before), "after": shown::scalar(after)})
        })
        .collect();
    json!({
        "record": step.record.to_string(), "at": step.at.to_string(), "author": step.by.author,
        "device": step.by.device, "brought_by": step.by.brought_by, "changes": cells,
    })
}

/// Who wrote something, and on which device.
pub(crate) fn by(output: &Output, origin: &Origin) -> String {
    let brought_by = origin.brought_by.as_deref();
    let brought_by = brought_by.map(|device| output.sentence("brought-by", &[("device", device.into())]));
    let parts = [
        origin.author.as_deref(),
        origin.device.as_deref(),
        brought_by.as_deref(),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
