//! Titles: what a row is called, and the rows that change when it is called something else.

use std::collections::BTreeMap;

use tawro_core::id::RecordId;
use tawro_core::record::resolve_merged;
use tawro_core::schema::{FieldType, Scalar};

use super::documents::record_id;
use super::plan::{Plan, shown_fields};
use super::row::{cells_of, some_id};
use super::words::{first_text, sort_key};
use super::{StoreError, Tx};

/// What a row takes from its title's fields, and from the records that those name.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Titled {
    pub(super) title: String,
    pub(super) sort: String,
    /// The other half of a register's row, merges followed.
    pub(super) referred: Option<RecordId>,
    /// The number of that half's own row, if it is here.
    pub(super) beside: Option<i64>,
}

/// A record as others name it.
struct Called {
    /// The record that stands for it.
    id: RecordId,
    /// The number of its row, if it is here.
    n: Option<i64>,
    title: String,
}

/// What a row says of itself to those that name it.
struct Named {
    n: i64,
    title: String,
    merged_into: Option<RecordId>,
}

/// A payment is called by its membership, that by its person: further names are not looked for.
const DEPTH_MAX: usize = 4;

impl<'a> Tx<'a> {
    /// Makes the title of a row; what it names and is not here is awaited.
    pub(super) fn titled(
        &mut self,
        plan: &Plan,
        cells: &BTreeMap<String, Scalar>,
    ) -> Result<Titled, StoreError> {
        let mut shown = BTreeMap::new();
        for field in shown_fields(&plan.kind) {
            let id = cells
                .get(field.key)
                .and_then(Scalar::as_text)
                .and_then(|text| text.parse().ok());
            let other = field.ty.refers_to().and_then(|key| self.plans.get(key));
            if let (Some(id), Some(other)) = (id, other) {
                shown.insert(field.key, self.called(other, id)?);
            }
        }
        let mut parts: Vec<&str> = Vec::new();
        for key in &plan.kind.title {
            let part = match plan.kind.field(key).map(|field| &field.ty) {
                Some(FieldType::Reference(_)) => shown.get(key).map(|called| called.title.as_str()),
                _ => first_text(cells, key),
            };
            parts.extend(part.filter(|part| !part.is_empty()));
        }
        let title = parts.join(" ");
        let refers = plan.kind.register.and_then(|register| shown.get(register.refers));
        Ok(Titled {
            sort: sort_key(&title),
            referred: refers.map(|called| called.id),
            beside: refers.and_then(|called| called.n),
            title,
        })
    }

    /// What a record is called; one that is not here is awaited.
    fn called(&mut self, plan: &Plan, id: RecordId) -> Result<Called, StoreError> {
        let (mut stands, mut found) = (id, self.named_row(plan, id)?);
        if found.as_ref().is_some_and(|named| named.merged_into.is_some()) {
            stands = self.resolve(plan, id)?;
            found = self.named_row(plan, stands)?;
        }
        if let Some(named) = found {
            return Ok(Called {
                id: stands,
                n: Some(named.n),
                title: named.title,
            });
        }
        let sql = "INSERT OR IGNORE INTO awaited (id) VALUES (?1)";
        self.conn.prepare_cached(sql)?.execute([&stands.0[..]])?;
        Ok(Called {
            id: stands,
            n: None,
            title: String::new(),
        })
    }

    fn named_row(&mut self, plan: &Plan, id: RecordId) -> Result<Option<Named>, StoreError> {
        let sql = format!("SELECT n, title, merged_into FROM {} WHERE id = ?1", plan.table);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([&id.0[..]])?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        Ok(Some(Named {
            n: row.get(0)?,
            title: row.get(1)?,
            merged_into: some_id(row.get(2)?)?,
        }))
    }

    /// Follows merges to the record that stands for this one.
    pub(super) fn resolve(&mut self, plan: &Plan, id: RecordId) -> Result<RecordId, StoreError> {
        let mut fault = None;
        let stands = resolve_merged(id, &mut |id| match self.named_row(plan, id) {
            Ok(found) => found.and_then(|named| named.merged_into),
            Err(error) => {
                fault = Some(error);
                None
            }
        });
        fault.map_or(Ok(stands), Err)
    }

    /// The record itself and all that were merged into it.
    pub(super) fn standing_for(&mut self, plan: &Plan, id: RecordId) -> Result<Vec<RecordId>, StoreError> {
        let sql = format!("SELECT id FROM {} WHERE merged_into = ?1", plan.table);
        let (mut all, mut at) = (vec![id], 0);
        while let Some(next) = all.get(at).copied() {
            let mut statement = self.conn.prepare_cached(&sql)?;
            let merged = statement.query_map([&next.0[..]], |row| row.get::<_, Vec<u8>>(0))?;
            for found in merged {
                let found = record_id(&found?)?;
                if !all.contains(&found) {
                    all.push(found);
                }
            }
            at += 1;
        }
        Ok(all)
    }

    /// Makes the titles anew of the rows that show this record.
    pub(super) fn retitle(&mut self, plan: &'a Plan, id: RecordId, depth: usize) -> Result<(), StoreError> {
        if plan.shown_by.is_empty() || depth == DEPTH_MAX {
            return Ok(());
        }
        for id in self.standing_for(plan, id)? {
            for (kind, field) in &plan.shown_by {
                let plans = self.plans;
                if let Some(shows) = plans.get(kind)
                    && let Some(column) = shows.column(field)
                {
                    self.retitle_rows(shows, &column.name, id, depth)?;
                }
            }
        }
        Ok(())
    }

    fn retitle_rows(
        &mut self,
        plan: &'a Plan,
        column: &str,
        id: RecordId,
        depth: usize,
    ) -> Result<(), StoreError> {
        let sql = format!(
            "SELECT n, id, title, sort, referred, beside, cells FROM {} WHERE {column} = ?1",
            plan.table
        );
        let mut showing = Vec::new();
        {
            let mut statement = self.conn.prepare_cached(&sql)?;
            let mut rows = statement.query([&id.0[..]])?;
            while let Some(row) = rows.next()? {
                let was = Titled {
                    title: row.get(2)?,
                    sort: row.get(3)?,
                    referred: some_id(row.get(4)?)?,
                    beside: row.get(5)?,
                };
                let id = record_id(&row.get::<_, Vec<u8>>(1)?)?;
                showing.push((
                    row.get::<_, i64>(0)?,
                    id,
                    was,
                    cells_of(&row.get::<_, String>(6)?)?,
                ));
            }
        }
        for (n, id, was, cells) in showing {
            let is = self.titled(plan, &cells)?;
            if is != was {
                let sql = format!(
                    "UPDATE {} SET title = ?2, sort = ?3, referred = ?4, beside = ?5 WHERE n = ?1",
                    plan.table
                );
                let referred = is.referred.as_ref().map(|id| &id.0[..]);
                self.conn
                    .prepare_cached(&sql)?
                    .execute((n, &is.title, &is.sort, referred, is.beside))?;
                self.retitle(plan, id, depth + 1)?;
            }
        }
        Ok(())
    }
}
