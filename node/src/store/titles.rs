//! Titles: what a row is called, and the rows that change when it is called something else.

use std::collections::BTreeMap;

use rusqlite::OptionalExtension;
use tawro_core::id::RecordId;
use tawro_core::record::resolve_merged;
use tawro_core::schema::{FieldType, Scalar};
use tawro_core::text::LANGUAGES;

use super::documents::record_id;
use super::plan::{Plan, shown_fields};
use super::row::{cells_of, some_id};
use super::words::sort_key;
use super::{StoreError, Tx};

/// What a row takes from its title's fields, and from the records that those name.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Titled {
    pub(super) title: String,
    pub(super) sort: String,
    /// The other half of a register's row, merges followed.
    pub(super) referred: Option<RecordId>,
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
                Some(FieldType::Reference(_)) => shown.get(key).map(|(_, title)| title.as_str()),
                Some(FieldType::Localized) => LANGUAGES
                    .iter()
                    .find_map(|language| text(cells, &format!("{key}/{language}"))),
                _ => text(cells, key),
            };
            parts.extend(part.filter(|part| !part.is_empty()));
        }
        let title = parts.join(" ");
        let refers = plan.kind.register.and_then(|register| shown.get(register.refers));
        Ok(Titled {
            sort: sort_key(&title),
            referred: refers.map(|(id, _)| *id),
            title,
        })
    }

    /// The record that stands for this one, and what it is called.
    fn called(&mut self, plan: &Plan, id: RecordId) -> Result<(RecordId, String), StoreError> {
        let (mut stands, mut found) = (id, self.named_row(plan, id)?);
        if let Some((_, Some(_))) = &found {
            stands = self.resolve(plan, id)?;
            found = self.named_row(plan, stands)?;
        }
        match found {
            Some((title, _)) => Ok((stands, title)),
            None => {
                let sql = "INSERT OR IGNORE INTO awaited (id) VALUES (?1)";
                self.conn.prepare_cached(sql)?.execute([&stands.0[..]])?;
                Ok((stands, String::new()))
            }
        }
    }

    fn named_row(
        &mut self,
        plan: &Plan,
        id: RecordId,
    ) -> Result<Option<(String, Option<RecordId>)>, StoreError> {
        let sql = format!("SELECT title, merged_into FROM {} WHERE id = ?1", plan.table);
        let found: Option<(String, Option<Vec<u8>>)> = self
            .conn
            .prepare_cached(&sql)?
            .query_row([&id.0[..]], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((title, merged_into)) = found else {
            return Ok(None);
        };
        Ok(Some((title, some_id(merged_into)?)))
    }

    /// Follows merges to the record that stands for this one.
    pub(super) fn resolve(&mut self, plan: &Plan, id: RecordId) -> Result<RecordId, StoreError> {
        let mut fault = None;
        let stands = resolve_merged(id, &mut |id| match self.named_row(plan, id) {
            Ok(found) => found.and_then(|(_, merged_into)| merged_into),
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
            "SELECT n, id, title, sort, referred, cells FROM {} WHERE {column} = ?1",
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
                };
                let id = record_id(&row.get::<_, Vec<u8>>(1)?)?;
                showing.push((
                    row.get::<_, i64>(0)?,
                    id,
                    was,
                    cells_of(&row.get::<_, String>(5)?)?,
                ));
            }
        }
        for (n, id, was, cells) in showing {
            let is = self.titled(plan, &cells)?;
            if is != was {
                let sql = format!(
                    "UPDATE {} SET title = ?2, sort = ?3, referred = ?4 WHERE n = ?1",
                    plan.table
                );
                let referred = is.referred.as_ref().map(|id| &id.0[..]);
                self.conn
                    .prepare_cached(&sql)?
                    .execute((n, &is.title, &is.sort, referred))?;
                self.retitle(plan, id, depth + 1)?;
            }
        }
        Ok(())
    }
}

fn text<'c>(cells: &'c BTreeMap<String, Scalar>, cell: &str) -> Option<&'c str> {
    cells.get(cell).and_then(Scalar::as_text)
}
