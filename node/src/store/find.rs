//! Finding records by what stands in them: an exact value, a likeness, an import.

use std::collections::BTreeSet;

use rusqlite::params_from_iter;
use rusqlite::types::Value;
use tawro_core::id::{ImportId, RecordId};
use tawro_core::record::Standing;
use tawro_core::schema::{ANY, Scalar};

use super::documents::record_id;
use super::plan::Plan;
use super::query::scalar_value;
use super::row::ListRow;
use super::{StoreError, Tx, words};

/// What a record that may be the same one has: any of these is enough to be looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Alike {
    /// Whole names, in any script: all parts must be in the record's name, in any order.
    pub names: Vec<String>,
    /// Fields with these values.
    pub exact: Vec<(String, Scalar)>,
    /// Words that stand anywhere in the record, as telephone numbers.
    pub words: Vec<String>,
}

impl<'a> Tx<'a> {
    /// The records of a kind with this value in this cell, deleted and merged ones left out.
    pub fn find_by(&mut self, kind: &str, cell: &str, value: &Scalar) -> Result<Vec<ListRow>, StoreError> {
        let plan = self.plan(kind)?;
        let ids = self.ids_by(plan, cell, value, FOUND_MAX)?;
        self.rows_of(plan, ids)
    }

    /// Records of a kind that may be the one described, those with an equal field first.
    ///
    /// At most `limit` for each thing that is asked for; how alike they are is the caller's to judge.
    pub fn find_alike(
        &mut self,
        kind: &str,
        alike: &Alike,
        limit: usize,
    ) -> Result<Vec<ListRow>, StoreError> {
        let plan = self.plan(kind)?;
        let mut ids: Vec<RecordId> = Vec::new();
        for (cell, value) in &alike.exact {
            ids.extend(self.ids_by(plan, cell, value, limit)?);
        }
        let words = alike.words.iter().filter_map(|text| words::holding(text));
        let names = alike.names.iter().filter_map(|name| words::named(name));
        for query in words.chain(names) {
            ids.extend(self.ids_matching(plan, &query, limit)?);
        }
        let mut seen = BTreeSet::new();
        ids.retain(|id| seen.insert(*id));
        self.rows_of(plan, ids)
    }

    /// The records that an import created, deleted and merged ones included, with their kinds.
    pub fn of_import(&mut self, import: ImportId) -> Result<Vec<(String, RecordId)>, StoreError> {
        let plans = self.plans;
        let mut found = Vec::new();
        for plan in plans.all() {
            let sql = format!("SELECT id FROM {} WHERE import = ?1 ORDER BY id", plan.table);
            let mut statement = self.conn.prepare_cached(&sql)?;
            let rows = statement.query_map([&import.0[..]], |row| row.get::<_, Vec<u8>>(0))?;
            for id in rows {
                found.push((plan.kind.key.to_owned(), record_id(&id?)?));
            }
        }
        Ok(found)
    }

    /// What became of a record.
    pub fn standing(&mut self, id: RecordId) -> Result<Standing, StoreError> {
        let plans = self.plans;
        let Some(kind) = self.kind_of(id)? else {
            return Ok(if self.has_document(id)? {
                Standing::Present
            } else {
                Standing::Missing
            });
        };
        let Some(plan) = plans.get(&kind) else {
            return Ok(Standing::Present);
        };
        let sql = format!("SELECT deleted FROM {} WHERE id = ?1", plan.table);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([&id.0[..]])?;
        Ok(match rows.next()?.map(|row| row.get(0)).transpose()? {
            Some(true) => Standing::Deleted,
            _ => Standing::Present,
        })
    }

    /// Whether another record of the kind, neither deleted nor merged, has the value in the cell.
    pub fn is_shared(
        &mut self,
        id: RecordId,
        kind: &str,
        cell: &str,
        value: &Scalar,
    ) -> Result<bool, StoreError> {
        let plan = self.plan(kind)?;
        let found = self.ids_by(plan, cell, value, 2)?;
        Ok(found.iter().any(|found| *found != id))
    }

    /// The records of a kind whose reference names this record, deleted and merged ones included.
    pub fn referring(&mut self, kind: &str, field: &str, id: RecordId) -> Result<Vec<RecordId>, StoreError> {
        let plan = self.plan(kind)?;
        let Some(column) = plan.column(field) else {
            return Ok(Vec::new());
        };
        let sql = format!(
            "SELECT id FROM {} WHERE {} = ?1 ORDER BY id",
            plan.table, column.name
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map([&id.0[..]], |row| row.get::<_, Vec<u8>>(0))?;
        rows.map(|id| record_id(&id?)).collect()
    }

    /// The records with this value in this cell; a reference to a merged record names the one that
    /// stands for it.
    fn ids_by(
        &mut self,
        plan: &Plan,
        cell: &str,
        value: &Scalar,
        limit: usize,
    ) -> Result<Vec<RecordId>, StoreError> {
        let mut ids = BTreeSet::new();
        for value in self.same(plan, cell, value)? {
            ids.extend(self.ids_with(plan, cell, &value, limit)?);
        }
        Ok(ids.into_iter().take(limit).collect())
    }

    /// The values that mean the same in a cell: of a reference, all records that are one.
    fn same(&mut self, plan: &Plan, cell: &str, value: &Scalar) -> Result<Vec<Scalar>, StoreError> {
        let plans = self.plans;
        let refers_to = plan.kind.field(cell).and_then(|field| field.ty.refers_to());
        let (Some(key), Some(id)) = (refers_to, value.as_text().and_then(|text| text.parse().ok())) else {
            return Ok(vec![value.clone()]);
        };
        let kind = match key {
            ANY => self.kind_of(id)?,
            key => Some(key.to_owned()),
        };
        let Some(other) = kind.and_then(|kind| plans.get(&kind)) else {
            return Ok(vec![value.clone()]);
        };
        let stands = self.resolve(other, id)?;
        Ok(self
            .standing_for(other, stands)?
            .into_iter()
            .map(Scalar::from)
            .collect())
    }

    fn ids_with(
        &mut self,
        plan: &Plan,
        cell: &str,
        value: &Scalar,
        limit: usize,
    ) -> Result<Vec<RecordId>, StoreError> {
        let table = &plan.table;
        let limit = Value::Integer(i64::try_from(limit).unwrap_or(i64::MAX));
        let (sql, values) = match plan.exact_column(cell) {
            Some(column) => {
                let Some(value) = column.value(value) else {
                    return Ok(Vec::new());
                };
                let name = &column.name;
                let sql =
                    format!("SELECT id FROM {table} WHERE {name} = ?1 AND hidden = 0 ORDER BY id LIMIT ?2");
                (sql, vec![value, limit])
            }
            None => {
                let sql = format!(
                    "SELECT id FROM {table} WHERE hidden = 0 AND EXISTS
                         (SELECT 1 FROM json_each({table}.cells) cell WHERE cell.key = ?1 AND cell.value = ?2)
                     ORDER BY id LIMIT ?3"
                );
                (
                    sql,
                    vec![Value::Text(cell.to_owned()), scalar_value(value), limit],
                )
            }
        };
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(params_from_iter(values), |row| row.get::<_, Vec<u8>>(0))?;
        rows.map(|id| record_id(&id?)).collect()
    }

    fn ids_matching(&mut self, plan: &Plan, query: &str, limit: usize) -> Result<Vec<RecordId>, StoreError> {
        let Some(search) = &plan.search else {
            return Ok(Vec::new());
        };
        let sql = format!(
            "SELECT r.id FROM {search} CROSS JOIN {} r ON r.n = {search}.rowid
             WHERE {search} MATCH ?1 AND r.hidden = 0 LIMIT ?2",
            plan.table
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map((query, limit), |row| row.get::<_, Vec<u8>>(0))?;
        rows.map(|id| record_id(&id?)).collect()
    }

    fn rows_of(&mut self, plan: &'a Plan, ids: Vec<RecordId>) -> Result<Vec<ListRow>, StoreError> {
        let mut found = Vec::with_capacity(ids.len());
        for id in ids {
            found.extend(self.list_row(plan, None, id)?);
        }
        Ok(found)
    }

    pub(super) fn plan(&self, kind: &str) -> Result<&'a Plan, StoreError> {
        self.plans.get(kind).ok_or_else(|| StoreError::Undeclared {
            name: kind.to_owned(),
        })
    }
}

/// Who asks for one record by its number does not want thousands.
const FOUND_MAX: usize = 1_000;
