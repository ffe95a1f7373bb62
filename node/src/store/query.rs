//! What may be asked of a list: words, conditions, an order, a page.

use rusqlite::types::Value;
use tawro_core::id::RecordId;
use tawro_core::schema::Scalar;

use super::plan::Plan;

/// What is asked of a list. By default: the first fifty, by title, none that is deleted or merged.
#[derive(Debug, Clone, PartialEq)]
pub struct ListQuery {
    /// As it is being typed: every word of it begins a word of the row, in either script.
    pub search: String,
    /// All of these hold.
    pub filters: Vec<Filter>,
    /// Instead of by title.
    pub sort: Option<Sort>,
    /// The page after this row, with everything else as for the page that it ended.
    pub after: Option<RecordId>,
    /// Rows of a page.
    pub limit: usize,
    /// Deleted and merged ones too.
    pub include_deleted: bool,
    /// Only deleted ones.
    pub only_deleted: bool,
    /// Only rows in which several values stand.
    pub only_conflicts: bool,
}

impl Default for ListQuery {
    fn default() -> Self {
        Self {
            search: String::new(),
            filters: Vec::new(),
            sort: None,
            after: None,
            limit: 50,
            include_deleted: false,
            only_deleted: false,
            only_conflicts: false,
        }
    }
}

/// An order: empty ones stand last either way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sort {
    /// A field of the kind, or of either half of a register.
    pub field: String,
    /// From the last to the first.
    pub descending: bool,
}

/// A condition on one field or cell of the kind, or of either half of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// `category`, `given_name/ar`; a set or a text in several languages without what follows the `/`.
    pub cell: String,
    /// What holds of it.
    pub test: Test,
}

/// What may hold of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// This stands there, among others if it is a set.
    Is(Scalar),
    /// This or more.
    AtLeast(Scalar),
    /// This or less; a date as far as this one says: the last day of 2026 is at most `2026`.
    AtMost(Scalar),
    /// Nothing stands there.
    Empty,
    /// Something stands there.
    Filled,
}

/// What a list is made of: a kind, and the kind that its rows show beside it.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) role: &'a Plan,
    pub(super) referred: Option<&'a Plan>,
}

/// A scalar as SQLite's JSON functions give it.
pub(super) fn scalar_value(value: &Scalar) -> Value {
    match value {
        Scalar::Null => Value::Null,
        Scalar::Text(text) => Value::Text(text.clone()),
        Scalar::Integer(number) => Value::Integer(*number),
        Scalar::Flag(flag) => Value::Integer(i64::from(*flag)),
    }
}
