//! Lists: a kind's records, or a register's rows, searched, filtered, sorted and in pages.

use rusqlite::types::Value;
use tawro_core::id::RecordId;
use tawro_core::schema::Scalar;

use super::pick::Candidates;
use super::plan::Plan;
use super::row::ListRow;
use super::{StoreError, Tx, words};

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

impl<'a> Tx<'a> {
    /// A page of a register or, if there is none of that name, of a kind.
    pub fn list(&mut self, name: &str, query: &ListQuery) -> Result<Vec<ListRow>, StoreError> {
        let view = self.view(name)?;
        let Some(candidates) = self.candidates(view, query)? else {
            return Ok(Vec::new());
        };
        let ids = self.pick(view, query, &candidates, query.limit)?;
        let mut rows = Vec::with_capacity(ids.len());
        for id in ids {
            rows.extend(self.list_row(view.role, view.referred, id)?);
        }
        Ok(rows)
    }

    /// How many rows the list has, on all its pages.
    pub fn count(&mut self, name: &str, query: &ListQuery) -> Result<u64, StoreError> {
        let view = self.view(name)?;
        let Some(candidates) = self.candidates(view, query)? else {
            return Ok(0);
        };
        if candidates.is_empty() && query.filters.is_empty() && !query.include_deleted {
            let sql = format!("SELECT count(*) FROM {} WHERE hidden = 0", view.role.table);
            let count = self
                .conn
                .prepare_cached(&sql)?
                .query_row([], |row| row.get::<_, i64>(0))?;
            return Ok(count.unsigned_abs());
        }
        let all = ListQuery {
            after: None,
            sort: None,
            ..query.clone()
        };
        Ok(self.pick(view, &all, &candidates, usize::MAX)?.len() as u64)
    }

    /// A register's halves, or a kind alone.
    pub(super) fn view(&self, name: &str) -> Result<View<'a>, StoreError> {
        let plans = self.plans;
        let Some((role, referred)) = plans.schema.register(name) else {
            return Ok(View {
                role: self.plan(name)?,
                referred: None,
            });
        };
        Ok(View {
            role: self.plan(role.key)?,
            referred: Some(self.plan(referred.key)?),
        })
    }

    /// The rows that search and conflicts leave; nothing if the search has no word that can be found.
    fn candidates(
        &mut self,
        view: View<'a>,
        query: &ListQuery,
    ) -> Result<Option<Vec<Candidates>>, StoreError> {
        let mut all = Vec::new();
        if !query.search.trim().is_empty() {
            match words::typed(&query.search) {
                Some(search) => all.push(self.matching(view, &search)?),
                None => return Ok(None),
            }
        }
        if query.only_conflicts {
            all.push(self.disputed(view)?);
        }
        Ok(Some(all))
    }
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
