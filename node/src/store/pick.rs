//! Picking the rows of a page: which index is walked, and what is looked up by the way.
//!
//! A search that finds little is read from the index of words and sorted. One that finds much, such
//! as a single letter, walks the rows in the order of the list and takes those that were found: the
//! first page is full after a few steps.

use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params_from_iter};
use tawro_core::id::RecordId;

use super::clause::{Conditions, Pass, filter_condition, passes};
use super::documents::{blob, record_id};
use super::list::{ListQuery, View};
use super::plan::Plan;
use super::{StoreError, Tx};

/// Rows by their numbers, in order: of the role, and of the record it refers to. Either is enough.
pub(super) struct Candidates {
    role: Vec<i64>,
    referred: Vec<i64>,
}

impl Candidates {
    fn has(&self, role: i64, referred: Option<i64>) -> bool {
        self.role.binary_search(&role).is_ok()
            || referred.is_some_and(|n| self.referred.binary_search(&n).is_ok())
    }

    fn len(&self) -> usize {
        self.role.len() + self.referred.len()
    }
}

impl<'a> Tx<'a> {
    /// The rows in whose words the expression is found.
    pub(super) fn matching(&mut self, view: View<'a>, search: &str) -> Result<Candidates, StoreError> {
        Ok(Candidates {
            role: self.matching_in(view.role, search)?,
            referred: view
                .referred
                .map_or(Ok(Vec::new()), |plan| self.matching_in(plan, search))?,
        })
    }

    fn matching_in(&mut self, plan: &Plan, search: &str) -> Result<Vec<i64>, StoreError> {
        let Some(table) = &plan.search else {
            return Ok(Vec::new());
        };
        let sql = format!("SELECT rowid FROM {table} WHERE {table} MATCH ?1 ORDER BY rowid");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map([search], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The rows in which several values stand.
    pub(super) fn disputed(&mut self, view: View<'a>) -> Result<Candidates, StoreError> {
        Ok(Candidates {
            role: self.disputed_in(view.role)?,
            referred: view
                .referred
                .map_or(Ok(Vec::new()), |plan| self.disputed_in(plan))?,
        })
    }

    fn disputed_in(&mut self, plan: &Plan) -> Result<Vec<i64>, StoreError> {
        let (table, key) = (&plan.table, plan.kind.key);
        let sql = format!("SELECT n FROM {table} INDEXED BY ix_conflicts_{key} WHERE conflicts IS NOT NULL");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map([], |row| row.get(0))?;
        let mut found: Vec<i64> = rows.collect::<rusqlite::Result<_>>()?;
        found.sort_unstable();
        Ok(found)
    }

    /// The ids of the rows of a page, in order.
    pub(super) fn pick(
        &mut self,
        view: View<'a>,
        query: &ListQuery,
        candidates: &[Candidates],
        limit: usize,
    ) -> Result<Vec<RecordId>, StoreError> {
        let mut conditions = Conditions::default();
        if !query.include_deleted {
            conditions.add("r.hidden = 0", []);
        }
        for filter in &query.filters {
            filter_condition(view, filter, &mut conditions)?;
        }
        let fewest = candidates.iter().min_by_key(|found| found.len());
        if let Some(few) = fewest.filter(|found| found.len() <= FEW_MAX) {
            let roles = serde_json::Value::from(self.roles(view, few)?).to_string();
            conditions.add("r.n IN (SELECT value FROM json_each(?))", [Value::Text(roles)]);
        }
        let walk = Walk {
            view,
            conditions,
            candidates,
            limit,
        };
        let (mut found, mut after) = (Vec::new(), query.after);
        for pass in passes(view, query)? {
            let start = match after {
                None => None,
                Some(id) => match self.start(view, &pass, id)? {
                    Start::Here(key) => Some((key, id)),
                    Start::Later => continue,
                    Start::Nowhere => return Ok(Vec::new()),
                },
            };
            after = None;
            self.walk(&walk, &pass, start, &mut found)?;
            if found.len() >= limit {
                break;
            }
        }
        Ok(found)
    }

    /// The numbers of the role's rows that candidates stand for.
    fn roles(&mut self, view: View<'a>, few: &Candidates) -> Result<Vec<i64>, StoreError> {
        let mut roles = few.role.clone();
        let column = view
            .role
            .kind
            .register
            .and_then(|register| view.role.column(register.refers));
        let (Some(plan), Some(column)) = (view.referred, column) else {
            return Ok(roles);
        };
        let of_n = format!(
            "SELECT id FROM {} WHERE n = ?1 AND merged_into IS NULL",
            plan.table
        );
        let of_id = format!("SELECT n FROM {} WHERE {} = ?1", view.role.table, column.name);
        for n in &few.referred {
            let mut statement = self.conn.prepare_cached(&of_n)?;
            let id = statement
                .query_row([n], |row| row.get::<_, Vec<u8>>(0))
                .optional()?;
            let Some(id) = id else {
                continue;
            };
            for id in self.standing_for(plan, record_id(&id)?)? {
                let mut statement = self.conn.prepare_cached(&of_id)?;
                let found = statement.query_map([&id.0[..]], |row| row.get::<_, i64>(0))?;
                for n in found {
                    roles.push(n?);
                }
            }
        }
        Ok(roles)
    }

    /// Where in a pass the page after a row begins.
    fn start(&mut self, view: View<'a>, pass: &Pass, id: RecordId) -> Result<Start, StoreError> {
        let sql = format!("SELECT {} FROM {} WHERE r.id = ?1", pass.key, from(view));
        let mut statement = self.conn.prepare_cached(&sql)?;
        let key = statement
            .query_row([&id.0[..]], |row| row.get::<_, Value>(0))
            .optional()?;
        Ok(match key {
            None => Start::Nowhere,
            Some(Value::Null) => Start::Later,
            Some(key) => Start::Here(key),
        })
    }

    /// Goes through the rows of a pass in order and takes those that every search found.
    fn walk(
        &mut self,
        walk: &Walk<'a, '_>,
        pass: &Pass,
        start: Option<(Value, RecordId)>,
        found: &mut Vec<RecordId>,
    ) -> Result<(), StoreError> {
        let mut conditions = walk.conditions.clone();
        if let Some(condition) = &pass.condition {
            conditions.add(condition.clone(), []);
        }
        let (order, beyond) = if pass.descending {
            ("DESC", "<")
        } else {
            ("ASC", ">")
        };
        if let Some((key, id)) = start {
            let condition = format!("({}, r.id) {beyond} (?, ?)", pass.key);
            conditions.add(condition, [key, Value::Blob(id.0.to_vec())]);
        }
        let referred = if walk.view.referred.is_some() {
            "p.n"
        } else {
            "NULL"
        };
        let sql = format!(
            "SELECT r.id, r.n, {referred} FROM {} WHERE {} ORDER BY {} {order}, r.id {order}",
            from(walk.view),
            conditions.sql(),
            pass.key
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(conditions.values))?;
        while found.len() < walk.limit {
            let Some(row) = rows.next()? else {
                break;
            };
            let has = if walk.candidates.is_empty() {
                true
            } else {
                let (role, referred) = (row.get(1)?, row.get(2)?);
                walk.candidates
                    .iter()
                    .all(|candidates| candidates.has(role, referred))
            };
            if has {
                found.push(record_id(blob(row, 0)?)?);
            }
        }
        Ok(())
    }
}

/// What stays the same in every pass.
struct Walk<'a, 'q> {
    view: View<'a>,
    conditions: Conditions,
    candidates: &'q [Candidates],
    limit: usize,
}

enum Start {
    /// Behind this key.
    Here(Value),
    /// The row stands in a later pass.
    Later,
    /// There is no such row.
    Nowhere,
}

/// The tables of a view. SQLite leaves out the second one where nothing of it is asked for.
fn from(view: View<'_>) -> String {
    let role = &view.role.table;
    match view.referred {
        Some(referred) => format!("{role} r LEFT JOIN {} p ON p.id = r.referred", referred.table),
        None => format!("{role} r"),
    }
}

/// So many are looked up one by one and sorted in less time than it takes to walk to them.
const FEW_MAX: usize = 1_000;
