//! Issues: what merging makes questionable, shown on a row until a person decides.

use std::collections::BTreeSet;

use crate::id::RecordId;
use crate::record::cell::Deletion;
use crate::record::{Record, Row, reserved};
use crate::schema::{Field, FieldType, Kind, Scalar, Schema};

/// Something that a person should look at; derived, never stored.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Issue {
    /// What it is.
    pub code: IssueCode,
    /// The cell or field it is about; empty if it is about the record.
    pub field: String,
}

/// What an issue is about. Its text form is `conflict`, `missing_required` and so on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IssueCode {
    /// Two values stand in the cell.
    Conflict,
    /// The kind requires the field, and nothing stands there.
    MissingRequired,
    /// Somebody deleted the record, somebody else edited it without knowing.
    DeletedWhileEdited,
    /// The record it refers to is not here (or not yet).
    ReferenceMissing,
    /// The record it refers to is deleted.
    ReferenceDeleted,
    /// The record it refers to was erased for good.
    ReferenceErased,
    /// Another record of the kind has the same value in a field where none should.
    NotUnique,
    /// Another record has the same number of a book; neither is renumbered.
    SeriesDoubled,
    /// What stands there is not a value of the field, or no value that this release knows.
    UnknownValue,
    /// The record is of a kind that this release does not know.
    UnknownKind,
}

impl IssueCode {
    /// Its stable code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::MissingRequired => "missing_required",
            Self::DeletedWhileEdited => "deleted_while_edited",
            Self::ReferenceMissing => "reference_missing",
            Self::ReferenceDeleted => "reference_deleted",
            Self::ReferenceErased => "reference_erased",
            Self::NotUnique => "not_unique",
            Self::SeriesDoubled => "series_doubled",
            Self::UnknownValue => "unknown_value",
            Self::UnknownKind => "unknown_kind",
        }
    }
}

/// What became of a record that another refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is there.
    Present,
    /// It is deleted and can be restored.
    Deleted,
    /// It was erased for good.
    Erased,
    /// Nothing of it is known.
    Missing,
}

/// The other records, as the caller's rows know them.
pub trait Others {
    /// What became of a record.
    fn standing(&mut self, id: RecordId) -> Standing;
    /// Whether another record of the kind that is not deleted has the value in the field.
    fn is_shared(&mut self, id: RecordId, kind: &str, field: &str, value: &Scalar) -> bool;
}

/// The issues that a record has by itself, sorted.
pub(super) fn own_issues(record: &Record, row: &Row, schema: &Schema) -> Vec<Issue> {
    let mut issues = BTreeSet::new();
    let mut note = |code, field: &str| {
        issues.insert(Issue {
            code,
            field: field.to_owned(),
        });
    };
    let derived = record.derived();
    if derived.deletion == Deletion::Contested {
        note(IssueCode::DeletedWhileEdited, "");
    }
    // Merged into two different records: readers follow one, and a person should know of the other.
    let merges = derived
        .disputed
        .iter()
        .filter(|cell| *cell == reserved::MERGED_INTO);
    for cell in row.conflicts.iter().chain(merges) {
        note(IssueCode::Conflict, cell);
    }
    for cell in derived.foreign.iter().filter(|cell| !cell.starts_with('_')) {
        note(IssueCode::UnknownValue, cell);
    }
    let Some(kind) = schema.kind(&row.kind) else {
        note(IssueCode::UnknownKind, "");
        return issues.into_iter().collect();
    };
    for (cell, value) in &row.cells {
        // A field that only a newer release knows is kept and is no issue.
        if kind
            .cell(cell)
            .is_some_and(|(field, _)| field.ty.check(value).is_err())
        {
            note(IssueCode::UnknownValue, cell);
        }
    }
    for field in kind.fields.iter().filter(|field| field.required) {
        if !has(row, field.key) {
            note(IssueCode::MissingRequired, field.key);
        }
    }
    issues.into_iter().collect()
}

/// The issues that a row has because of other records, sorted.
///
/// Derived again whenever the row or one of those records changes: which rows those are is the
/// caller's to know. A deleted or merged record has none.
pub fn cross_issues(row: &Row, schema: &Schema, others: &mut dyn Others) -> Vec<Issue> {
    let Some(kind) = schema
        .kind(&row.kind)
        .filter(|_| !row.deleted && row.merged_into.is_none())
    else {
        return Vec::new();
    };
    let mut issues = BTreeSet::new();
    for (cell, value) in &row.cells {
        if let Some((field, member)) = kind.cell(cell) {
            for code in cross_codes(row.id, kind, field, (cell, member), value, others) {
                issues.insert(Issue {
                    code,
                    field: cell.clone(),
                });
            }
        }
    }
    issues.into_iter().collect()
}

fn cross_codes(
    id: RecordId,
    kind: &Kind,
    field: &Field,
    (cell, member): (&str, Option<&str>),
    value: &Scalar,
    others: &mut dyn Others,
) -> Vec<IssueCode> {
    let mut codes = Vec::new();
    let referred = match (&field.ty, member) {
        (FieldType::Reference(_), None) => value.as_text(),
        (FieldType::Set(element), Some(member)) if matches!(**element, FieldType::Reference(_)) => {
            Some(member)
        }
        _ => None,
    };
    if let Some(referred) = referred.and_then(|text| text.parse().ok()) {
        codes.extend(match others.standing(referred) {
            Standing::Present => None,
            Standing::Deleted => Some(IssueCode::ReferenceDeleted),
            Standing::Erased => Some(IssueCode::ReferenceErased),
            Standing::Missing => Some(IssueCode::ReferenceMissing),
        });
    }
    let series = field.ty == FieldType::Series;
    if (field.unique || series) && others.is_shared(id, kind.key, cell, value) {
        codes.push(if series {
            IssueCode::SeriesDoubled
        } else {
            IssueCode::NotUnique
        });
    }
    codes
}

/// Merges that readers follow before they give up: a person merges two records, seldom three.
const MERGES_MAX: usize = 64;

/// Follows merges from a record to the one that stands for it: itself, if it was not merged.
///
/// Two devices may merge two records into each other. Of such a circle the smallest id stands for
/// all, so that every device shows the same one until a person undoes a merge.
pub fn resolve_merged(id: RecordId, merged_into: &mut dyn FnMut(RecordId) -> Option<RecordId>) -> RecordId {
    let mut path = vec![id];
    while path.len() <= MERGES_MAX {
        let Some(next) = merged_into(path[path.len() - 1]) else {
            break;
        };
        if let Some(start) = path.iter().position(|seen| *seen == next) {
            return path[start..].iter().copied().min().unwrap_or(id);
        }
        path.push(next);
    }
    path[path.len() - 1]
}

/// Whether anything stands in a field, in one of its languages, or in a set.
fn has(row: &Row, field: &str) -> bool {
    let from = row
        .cells
        .range(field.to_owned()..)
        .take_while(|(cell, _)| cell.starts_with(field));
    from.into_iter()
        .any(|(cell, _)| cell.len() == field.len() || cell.as_bytes()[field.len()] == b'/')
}
