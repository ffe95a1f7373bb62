//! Picking the rows of a page: which index is walked, and what is looked up by the way.
//!
//! A search that finds little is read from the index of words and sorted. One that finds much, such
//! as a single letter, walks the rows in the order of the list and takes those that were found: the
//! first page is full after a few steps.

use rusqlite::params_from_iter;
use rusqlite::types::Value;
use tawro_core::id::RecordId;

use super::clause::{Conditions, Outer, Pass, Reading, filter_condition, is_of_role, passes, sought_code};
use super::documents::{blob, record_id};
use super::plan::Plan;
use super::query::{Filter, ListQuery, View};
use super::{StoreError, Tx};

/// Rows by their numbers, in order: of the role, and of the record it refers to. Either is enough.
pub(super) struct Candidates {
    role: Vec<i64>,
    referred: Vec<i64>,
}

impl Candidates {
    fn has(&self, role: i64, beside: Option<i64>) -> bool {
        self.role.binary_search(&role).is_ok()
            || beside.is_some_and(|n| self.referred.binary_search(&n).is_ok())
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

    /// The rows that a filter by a code finds, if they are few: then nothing is walked to find them.
    pub(super) fn coded(
        &mut self,
        view: View<'a>,
        filter: &Filter,
    ) -> Result<Option<Candidates>, StoreError> {
        let Some((plan, column, value, is_role)) = sought_code(view, filter)? else {
            return Ok(None);
        };
        let (table, key) = (&plan.table, plan.kind.key);
        let sql = format!(
            "SELECT n FROM {table} INDEXED BY ix_{column}_{key} WHERE {column} = ?1 LIMIT {}",
            FEW_MAX + 1
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map([value], |row| row.get(0))?;
        let mut found: Vec<i64> = rows.collect::<rusqlite::Result<_>>()?;
        found.sort_unstable();
        if found.len() > FEW_MAX {
            return Ok(None);
        }
        let (role, referred) = if is_role {
            (found, Vec::new())
        } else {
            (Vec::new(), found)
        };
        Ok(Some(Candidates { role, referred }))
    }

    /// How many rows hold what is asked, without an order.
    pub(super) fn count_asked(&mut self, view: View<'a>, query: &ListQuery) -> Result<u64, StoreError> {
        let (sql, values) = counting(view, query)?;
        let mut statement = self.conn.prepare_cached(&sql)?;
        let count: i64 = statement.query_row(params_from_iter(values), |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    /// The ids of the rows of a page, in order.
    pub(super) fn pick(
        &mut self,
        view: View<'a>,
        query: &ListQuery,
        candidates: &[Candidates],
        limit: usize,
    ) -> Result<Vec<RecordId>, StoreError> {
        let mut conditions = asked(view, query, Reading::InOrder)?;
        let fewest = candidates.iter().min_by_key(|found| found.len());
        if let Some(few) = fewest.filter(|found| found.len() <= FEW_MAX) {
            let list = |numbers: &[i64]| Value::Text(serde_json::Value::from(numbers).to_string());
            match view.referred {
                None => conditions.add("r.n IN (SELECT value FROM json_each(?))", [list(&few.role)]),
                Some(_) => {
                    let sql = format!(
                        "r.n IN (SELECT value FROM json_each(?)
                                 UNION SELECT n FROM {} WHERE beside IN (SELECT value FROM json_each(?)))",
                        view.role.table
                    );
                    conditions.add(sql, [list(&few.role), list(&few.referred)]);
                }
            }
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
                    Start::Here(keys) => Some(keys),
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

    /// Where in a pass the page after a row begins.
    fn start(&mut self, view: View<'a>, pass: &Pass, id: RecordId) -> Result<Start, StoreError> {
        let keys = pass.order.join(", ");
        let sql = format!("SELECT {keys} FROM {} WHERE r.id = ?1", from(view, Outer::Role));
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([&id.0[..]])?;
        let Some(row) = rows.next()? else {
            return Ok(Start::Nowhere);
        };
        let keys = (0..pass.order.len()).map(|column| row.get(column));
        let keys: Vec<Value> = keys.collect::<rusqlite::Result<_>>()?;
        Ok(if keys[0] == Value::Null {
            Start::Later
        } else {
            Start::Here(keys)
        })
    }

    /// Goes through the rows of a pass in order and takes those that every search found.
    fn walk(
        &mut self,
        walk: &Walk<'a, '_>,
        pass: &Pass,
        start: Option<Vec<Value>>,
        found: &mut Vec<RecordId>,
    ) -> Result<(), StoreError> {
        let (sql, values) = walk.statement(pass, start);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        while found.len() < walk.limit {
            let Some(row) = rows.next()? else {
                break;
            };
            if !walk.candidates.is_empty() {
                let (role, beside) = (row.get(1)?, row.get(2)?);
                if !walk
                    .candidates
                    .iter()
                    .all(|candidates| candidates.has(role, beside))
                {
                    continue;
                }
            }
            found.push(record_id(blob(row, 0)?)?);
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

impl Walk<'_, '_> {
    fn statement(&self, pass: &Pass, start: Option<Vec<Value>>) -> (String, Vec<Value>) {
        let mut conditions = self.conditions.clone();
        if let Some(condition) = &pass.condition {
            conditions.add(condition.clone(), []);
        }
        let (order, beyond) = if pass.descending {
            (" DESC", "<")
        } else {
            ("", ">")
        };
        if let Some(start) = start {
            let marks = vec!["?"; start.len()].join(", ");
            conditions.add(format!("({}) {beyond} ({marks})", pass.order.join(", ")), start);
        }
        let keys: Vec<String> = pass.order.iter().map(|key| format!("{key}{order}")).collect();
        let sql = format!(
            "SELECT r.id, r.n, r.beside FROM {} WHERE {} ORDER BY {}",
            from(self.view, pass.outer),
            conditions.sql(),
            keys.join(", ")
        );
        (sql, conditions.values)
    }
}

enum Start {
    /// Behind these keys.
    Here(Vec<Value>),
    /// The row stands in a later pass.
    Later,
    /// There is no such row.
    Nowhere,
}

/// Which rows are meant, and what holds of them.
fn asked(view: View<'_>, query: &ListQuery, reading: Reading) -> Result<Conditions, StoreError> {
    let mut conditions = Conditions::default();
    if query.only_deleted {
        conditions.add("r.deleted = 1", []);
    } else if !query.include_deleted {
        conditions.add("r.hidden = 0", []);
    }
    for filter in &query.filters {
        filter_condition(view, filter, reading, &mut conditions)?;
    }
    Ok(conditions)
}

/// Counts what is asked. SQLite would look up the other half of every row, asked for or not: a list
/// leaves out a table that nothing is read from, an aggregate does not.
fn counting(view: View<'_>, query: &ListQuery) -> Result<(String, Vec<Value>), StoreError> {
    let conditions = asked(view, query, Reading::Anyhow)?;
    let mut read = View {
        referred: None,
        ..view
    };
    for filter in &query.filters {
        if !is_of_role(view, &filter.cell)? {
            read = view;
        }
    }
    let (from, sql) = (from(read, Outer::Role), conditions.sql());
    Ok((
        format!("SELECT count(*) FROM {from} WHERE {sql}"),
        conditions.values,
    ))
}

/// The tables of a view. SQLite leaves the second one out of a list where nothing of it is asked for.
fn from(view: View<'_>, outer: Outer) -> String {
    let role = &view.role.table;
    let Some(referred) = view.referred.map(|plan| &plan.table) else {
        return format!("{role} r");
    };
    match outer {
        Outer::Role => format!("{role} r LEFT JOIN {referred} p ON p.n = r.beside"),
        Outer::Referred => format!("{referred} p CROSS JOIN {role} r ON r.beside = p.n"),
    }
}

/// So many are looked up one by one and sorted in less time than it takes to walk to them.
const FEW_MAX: usize = 1_000;

#[cfg(test)]
impl<'a> Tx<'a> {
    /// How SQLite would go through each pass of a list.
    pub(super) fn plans_of(&mut self, name: &str, query: &ListQuery) -> Result<Vec<String>, StoreError> {
        let view = self.view(name)?;
        let mut conditions = Conditions::default();
        conditions.add("r.hidden = 0", []);
        let walk = Walk {
            view,
            conditions,
            candidates: &[],
            limit: 0,
        };
        let mut plans = Vec::new();
        for pass in passes(view, query)? {
            let start = query
                .after
                .map(|_| pass.order.iter().map(|_| Value::Null).collect());
            let (sql, values) = walk.statement(&pass, start);
            plans.push(self.plan_of(&sql, values)?);
        }
        Ok(plans)
    }

    /// How SQLite would count a list.
    pub(super) fn plan_of_count(&mut self, name: &str, query: &ListQuery) -> Result<String, StoreError> {
        let (sql, values) = counting(self.view(name)?, query)?;
        self.plan_of(&sql, values)
    }

    fn plan_of(&mut self, sql: &str, values: Vec<Value>) -> Result<String, StoreError> {
        let mut statement = self.conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
        let lines = statement.query_map(params_from_iter(values), |row| row.get::<_, String>(3))?;
        Ok(lines.collect::<rusqlite::Result<Vec<_>>>()?.join("; "))
    }
}
