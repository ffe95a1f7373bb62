//! Rows: writing what a record looks like now, with what is searched in it.

use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params_from_iter};
use tawro_core::crypto;
use tawro_core::id::RecordId;
use tawro_core::record::Row;
use tawro_core::schema::{Scalar, own, programme};

use super::documents::record_id;
use super::plan::{Column, Holds, Plan};
use super::row::some_id;
use super::titles::Titled;
use super::words::{Words, sort_key};
use super::{StoreError, Tx, words};

/// What stood in a row before, as far as it decides what else changes.
struct Was {
    n: i64,
    title: String,
    merged_into: Option<RecordId>,
    searched: Option<Vec<u8>>,
}

impl<'a> Tx<'a> {
    /// Projects a record: its row, what is searched in it, and the rows that show it.
    ///
    /// A record of a kind that this release does not know has no row until one comes that does.
    pub fn put_row(&mut self, row: &Row) -> Result<(), StoreError> {
        let plans = self.plans;
        *self.redeclared |= own::declares(&row.kind) || programme::decides(&row.kind);
        self.settle_kind(row)?;
        let Some(plan) = plans.get(&row.kind) else {
            return Ok(());
        };
        let was = self.was(plan, row.id)?;
        let titled = self.titled(plan, &row.cells)?;
        let words = Words::of(&plan.kind, &row.cells);
        let searched = searched(&words);
        let n = self.write_row(
            plan,
            row,
            &titled,
            searched.as_deref(),
            was.as_ref().map(|was| was.n),
        )?;
        if was.as_ref().and_then(|was| was.searched.as_deref()) != searched.as_deref() {
            self.write_words(plan, n, &words)?;
        }
        let shows_otherwise = match was {
            Some(was) => was.title != titled.title || was.merged_into != row.merged_into,
            None => self.was_awaited(row.id)?,
        };
        if shows_otherwise {
            self.retitle(plan, row.id, 0)
        } else {
            Ok(())
        }
    }

    /// Notes the kind beside the document; a record that was of another kind leaves its old table.
    fn settle_kind(&mut self, row: &Row) -> Result<(), StoreError> {
        let plans = self.plans;
        let was = self.kind_of(row.id)?;
        if was.as_deref() == Some(&row.kind) {
            return Ok(());
        }
        if let Some(plan) = was.and_then(|kind| plans.get(&kind)) {
            self.remove_row(plan, row.id)?;
            self.retitle(plan, row.id, 0)?;
        }
        let sql = "UPDATE documents SET kind = ?2 WHERE id = ?1";
        self.conn
            .prepare_cached(sql)?
            .execute((&row.id.0[..], &row.kind))?;
        Ok(())
    }

    /// The kind of a record, once it has been projected.
    pub fn kind_of(&mut self, id: RecordId) -> Result<Option<String>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT kind FROM documents WHERE id = ?1")?;
        Ok(statement
            .query_row([&id.0[..]], |row| row.get(0))
            .optional()?
            .flatten())
    }

    /// The records of a kind in whose rows a field stands that the schema may know no more, or not yet.
    pub(crate) fn holding(&mut self, kind: &str, field: &str) -> Result<Vec<RecordId>, StoreError> {
        let plans = self.plans;
        let Some(plan) = plans.get(kind) else {
            return Ok(Vec::new());
        };
        let sql = format!(
            "SELECT id FROM {} WHERE instr(cells, ?1) > 0 ORDER BY n",
            plan.table
        );
        let mut statement = self.conn.prepare(&sql)?;
        let rows = statement.query_map([format!("\"{field}\"")], |row| row.get::<_, Vec<u8>>(0))?;
        rows.map(|id| record_id(&id?)).collect()
    }

    fn was(&mut self, plan: &Plan, id: RecordId) -> Result<Option<Was>, StoreError> {
        let sql = format!(
            "SELECT n, title, merged_into, searched FROM {} WHERE id = ?1",
            plan.table
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([&id.0[..]])?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        Ok(Some(Was {
            n: row.get(0)?,
            title: row.get(1)?,
            merged_into: some_id(row.get(2)?)?,
            searched: row.get(3)?,
        }))
    }

    fn write_row(
        &mut self,
        plan: &Plan,
        row: &Row,
        titled: &Titled,
        searched: Option<&[u8]>,
        n: Option<i64>,
    ) -> Result<i64, StoreError> {
        let mut values = fixed_values(row, titled, searched)?;
        values.extend(plan.columns.iter().map(|column| column_value(column, row)));
        let Some(n) = n else {
            self.conn
                .prepare_cached(&plan.insert_sql())?
                .execute(params_from_iter(values))?;
            return Ok(self.conn.last_insert_rowid());
        };
        values.push(Value::Integer(n));
        self.conn
            .prepare_cached(&plan.update_sql())?
            .execute(params_from_iter(values))?;
        Ok(n)
    }

    fn write_words(&mut self, plan: &Plan, n: i64, words: &Words) -> Result<(), StoreError> {
        let Some(search) = &plan.search else {
            return Ok(());
        };
        if words.is_empty() {
            let sql = format!("DELETE FROM {search} WHERE rowid = ?1");
            self.conn.prepare_cached(&sql)?.execute([n])?;
        } else {
            let sql = format!("INSERT OR REPLACE INTO {search} (rowid, words, keys) VALUES (?1, ?2, ?3)");
            self.conn
                .prepare_cached(&sql)?
                .execute((n, &words.words, &words.keys))?;
        }
        Ok(())
    }

    fn remove_row(&mut self, plan: &Plan, id: RecordId) -> Result<(), StoreError> {
        if let Some(was) = self.was(plan, id)? {
            self.write_words(plan, was.n, &Words::default())?;
            let sql = format!("DELETE FROM {} WHERE n = ?1", plan.table);
            self.conn.prepare_cached(&sql)?.execute([was.n])?;
        }
        Ok(())
    }

    fn was_awaited(&mut self, id: RecordId) -> Result<bool, StoreError> {
        Ok(self
            .conn
            .prepare_cached("DELETE FROM awaited WHERE id = ?1")?
            .execute([&id.0[..]])?
            > 0)
    }
}

/// The columns that every table of rows has, in the order of [`fixed_values`].
const FIXED: &[&str] = &[
    "id",
    "hidden",
    "deleted",
    "merged_into",
    "referred",
    "beside",
    "updated",
    "import",
    "searched",
    "title",
    "sort",
    "conflicts",
    "issues",
    "heads",
    "cells",
];

impl Plan {
    fn column_names(&self) -> impl Iterator<Item = &str> {
        FIXED
            .iter()
            .copied()
            .chain(self.columns.iter().map(|column| column.name.as_str()))
    }

    fn insert_sql(&self) -> String {
        let names: Vec<&str> = self.column_names().collect();
        let marks = vec!["?"; names.len()].join(", ");
        format!(
            "INSERT INTO {} ({}) VALUES ({marks})",
            self.table,
            names.join(", ")
        )
    }

    fn update_sql(&self) -> String {
        let sets: Vec<String> = self.column_names().map(|name| format!("{name} = ?")).collect();
        format!("UPDATE {} SET {} WHERE n = ?", self.table, sets.join(", "))
    }
}

fn fixed_values(row: &Row, titled: &Titled, searched: Option<&[u8]>) -> Result<Vec<Value>, StoreError> {
    let bytes = |bytes: Option<&[u8]>| bytes.map_or(Value::Null, |bytes| Value::Blob(bytes.to_vec()));
    let hidden = row.deleted || row.merged_into.is_some();
    Ok(vec![
        Value::Blob(row.id.0.to_vec()),
        Value::Integer(i64::from(hidden)),
        Value::Integer(i64::from(row.deleted)),
        bytes(row.merged_into.as_ref().map(|id| &id.0[..])),
        bytes(titled.referred.as_ref().map(|id| &id.0[..])),
        titled.beside.map_or(Value::Null, Value::Integer),
        Value::Integer(row.updated.0),
        bytes(row.import.as_ref().map(|id| &id.0[..])),
        bytes(searched),
        Value::Text(titled.title.clone()),
        Value::Text(titled.sort.clone()),
        if row.conflicts.is_empty() {
            Value::Null
        } else {
            Value::Text(json(&row.conflicts)?)
        },
        if row.issues.is_empty() {
            Value::Null
        } else {
            Value::Text(json(&row.issues)?)
        },
        Value::Blob(row.heads.concat()),
        Value::Text(json(&row.cells)?),
    ])
}

fn json(value: &impl serde::Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|_| StoreError::damaged("row"))
}

/// What a field's own column holds; a value that is not of its type leaves it empty.
fn column_value(column: &Column, row: &Row) -> Value {
    if column.holds == Holds::Sorted {
        let text = words::first_text(&row.cells, column.field);
        return text.map_or(Value::Null, |text| Value::Text(sort_key(text)));
    }
    let found = row.cells.get(column.field).map(|value| column.value(value));
    found.flatten().unwrap_or(Value::Null)
}

impl Column {
    /// A scalar as this column holds it.
    pub(super) fn value(&self, value: &Scalar) -> Option<Value> {
        match (self.holds, value) {
            (Holds::Id, Scalar::Text(text)) => {
                text.parse::<RecordId>().ok().map(|id| Value::Blob(id.0.to_vec()))
            }
            (Holds::Text, Scalar::Text(text)) => Some(Value::Text(text.clone())),
            (Holds::Number, Scalar::Integer(number)) => Some(Value::Integer(*number)),
            (Holds::Number, Scalar::Flag(flag)) => Some(Value::Integer(i64::from(*flag))),
            _ => None,
        }
    }
}

/// Tells one set of words from another, so that an edit of something else leaves the index alone.
fn searched(words: &Words) -> Option<Vec<u8>> {
    if words.is_empty() {
        return None;
    }
    let both = format!("{}\n{}", words.words, words.keys);
    Some(crypto::hash(both.as_bytes())[..12].to_vec())
}
