//! `tawro record conflicts`: what two people differ on.

use serde_json::{Value as Json, json};
use tawro_node::store::{ListQuery, ListRow};
use tawro_node::view::Dispute;

use crate::failure::Failure;
use crate::history::by;
use crate::record::{ALL, kinds_of, row_json};
use crate::session::Session;
use crate::shown;

/// Lists every record on which two people differ.
pub(crate) fn list(session: &Session) -> Result<(), Failure> {
    let mut node = session.open()?;
    let query = ListQuery {
        only_conflicts: true,
        limit: ALL,
        ..ListQuery::default()
    };
    let mut rows = Vec::new();
    for kind in session.schema().kinds() {
        rows.extend(node.list(kind.key, &query)?);
    }
    let output = &session.output;
    let value: Vec<Json> = rows
        .iter()
        .map(|row| Json::Object(row_json(session, row)))
        .collect();
    let lines: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            let kind = output.label(&row.kind);
            let kinds = kinds_of(session, row);
            let fields = row.conflicts.iter();
            let fields: Vec<String> = fields
                .map(|cell| shown::cell_label(output, &kinds, cell))
                .collect();
            vec![row.title.clone(), kind, fields.join(" · "), row.id.to_string()]
        })
        .collect();
    let heads = ["head-name", "head-kind", "head-field", "head-id"].map(|key| output.sentence(key, &[]));
    output.table(&value, &heads, &lines);
    if rows.is_empty() && !output.json() {
        output.say("no-conflicts", &[]);
    }
    Ok(())
}

/// Says which values a field has, and by whom.
pub(crate) fn say(session: &Session, row: &ListRow, dispute: &Dispute) {
    let output = &session.output;
    let found = kinds_of(session, row)
        .into_iter()
        .find_map(|kind| Some((kind, kind.cell(&dispute.cell)?.0)));
    let label = found.map_or_else(
        || dispute.cell.clone(),
        |(kind, field)| output.field(kind, field.key),
    );
    let id = row.id.to_string();
    let facts = [
        ("field", label.as_str().into()),
        ("count", dispute.values.len().into()),
        ("id", id.as_str().into()),
        ("key", dispute.cell.as_str().into()),
    ];
    output.say("show-conflict", &facts);
    for one in &dispute.values {
        let value = match found {
            Some((_, field)) => shown::text(output, session.schema(), field, &one.value),
            None => shown::scalar(&one.value).to_string(),
        };
        let facts = [
            ("value", value.as_str().into()),
            ("by", by(output, &one.by).as_str().into()),
            ("at", shown::moment(one.at).as_str().into()),
        ];
        output.say("show-conflict-value", &facts);
    }
}

/// The same for programs.
pub(crate) fn disputes_json(disputes: &[Dispute]) -> Json {
    let of = |dispute: &Dispute| {
        let values: Vec<Json> = dispute
            .values
            .iter()
            .map(|one| {
                json!({
                    "value": shown::scalar(&one.value), "author": one.by.author, "device": one.by.device,
                    "brought_by": one.by.brought_by, "at": one.at.to_string(),
                })
            })
            .collect();
        (dispute.cell.clone(), Json::Array(values))
    };
    Json::Object(disputes.iter().map(of).collect())
}
