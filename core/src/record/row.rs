//! The row: what lists, search and figures know of a record, so that they never load documents.

use std::collections::BTreeMap;

use crate::id::{ImportId, RecordId};
use crate::record::{Heads, Issue, Record, issues, reserved};
use crate::schema::{Scalar, Schema};
use crate::time::Timestamp;

/// A record as it stands, derived whole whenever the record or the schema changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which record.
    pub id: RecordId,
    /// The key of its kind.
    pub kind: String,
    /// What stands in its cells: neither reserved cells, nor empty ones, nor elements taken out of a
    /// set.
    pub cells: BTreeMap<String, Scalar>,
    /// The cells in which several values stand; [`Record::conflicts`] has them.
    pub conflicts: Vec<String>,
    /// What a person should look at, as far as this record alone shows it.
    pub issues: Vec<Issue>,
    /// Left out of lists.
    pub deleted: bool,
    /// The record that stands for it.
    pub merged_into: Option<RecordId>,
    /// The import that created it.
    pub import: Option<ImportId>,
    /// The state it was derived from.
    pub heads: Heads,
    /// The time of its latest change, by its writer's clock.
    pub updated: Timestamp,
}

impl Record {
    /// Derives the row.
    pub fn row(&self, schema: &Schema) -> Row {
        let cells = self.cells();
        let shown = cells.iter().filter(|(cell, value)| {
            let taken_out = **value == Scalar::Flag(false) && cell.contains('/');
            !cell.starts_with('_') && !value.is_null() && !taken_out
        });
        let conflicts = self
            .derived()
            .disputed
            .iter()
            .filter(|cell| !cell.starts_with('_'));
        let mut row = Row {
            id: self.id(),
            kind: self.kind().to_owned(),
            cells: shown.map(|(cell, value)| (cell.clone(), value.clone())).collect(),
            conflicts: conflicts.cloned().collect(),
            issues: Vec::new(),
            deleted: self.is_deleted(),
            merged_into: self.merged_into(),
            import: cells
                .get(reserved::IMPORT)
                .and_then(Scalar::as_text)
                .and_then(|id| id.parse().ok()),
            heads: self.heads(),
            updated: self.updated(),
        };
        row.issues = issues::own_issues(self, &row, schema);
        row
    }

    /// The time of the latest change; 0 if none is known.
    pub fn updated(&self) -> Timestamp {
        let heads = self.doc.get_heads();
        let times = heads
            .iter()
            .filter_map(|head| self.doc.get_change_meta_by_hash(head));
        times
            .map(|change| Timestamp(change.timestamp))
            .max()
            .unwrap_or_default()
    }
}
