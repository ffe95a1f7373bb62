//! Reading rows: one record, or a register's role with the record it refers to.

use std::collections::BTreeMap;

use tawro_core::id::{ImportId, RecordId};
use tawro_core::record::{Issue, Others, Row, Standing, cross_issues};
use tawro_core::schema::Scalar;
use tawro_core::time::Timestamp;

use super::documents::{blob, record_id};
use super::plan::Plan;
use super::{StoreError, Tx};

/// A record as lists show it; of a register, the role and the record it refers to as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListRow {
    /// The record; of a register, the role.
    pub id: RecordId,
    /// Its kind.
    pub kind: String,
    /// What people call it.
    pub title: String,
    /// The other half of a register's row, merges followed.
    pub referred: Option<RecordId>,
    /// What stands in its cells and in those of the other half: the two share no field.
    pub cells: BTreeMap<String, Scalar>,
    /// Cells in which several values stand, of both halves.
    pub conflicts: Vec<String>,
    /// What a person should look at, of both halves, that of other records included.
    pub issues: Vec<Issue>,
    /// It is deleted.
    pub deleted: bool,
    /// The record that stands for it.
    pub merged_into: Option<RecordId>,
    /// The import that created it.
    pub import: Option<ImportId>,
    /// The time of the latest change of either half, by its writer's clock.
    pub updated: Timestamp,
    /// The state it was derived from.
    pub heads: Vec<[u8; 32]>,
}

impl<'a> Tx<'a> {
    /// The row of a record, of whatever kind.
    pub fn row(&mut self, id: RecordId) -> Result<Option<ListRow>, StoreError> {
        let plans = self.plans;
        let kind = self.kind_of(id)?;
        match kind.and_then(|kind| plans.get(&kind)) {
            Some(plan) => self.list_row(plan, None, id),
            None => Ok(None),
        }
    }

    /// The row of a register: the role and the record it refers to, as one.
    pub fn register_row(&mut self, register: &str, id: RecordId) -> Result<Option<ListRow>, StoreError> {
        let view = self.view(register)?;
        self.list_row(view.role, view.referred, id)
    }

    /// What people call a record; nothing if it has no row.
    pub fn title(&mut self, id: RecordId) -> Result<Option<String>, StoreError> {
        Ok(self.row_of(id)?.map(|(_, _, title)| title))
    }

    /// The row of a record without what other records make of it: what was projected.
    pub fn projected(&mut self, id: RecordId) -> Result<Option<Row>, StoreError> {
        Ok(self.row_of(id)?.map(|(row, _, _)| row))
    }

    fn row_of(&mut self, id: RecordId) -> Result<Option<(Row, Option<RecordId>, String)>, StoreError> {
        let plans = self.plans;
        let kind = self.kind_of(id)?;
        match kind.and_then(|kind| plans.get(&kind)) {
            Some(plan) => self.stored(plan, id),
            None => Ok(None),
        }
    }

    pub(super) fn list_row(
        &mut self,
        plan: &'a Plan,
        referred_plan: Option<&'a Plan>,
        id: RecordId,
    ) -> Result<Option<ListRow>, StoreError> {
        let Some((row, referred, title)) = self.stored(plan, id)? else {
            return Ok(None);
        };
        let mut issues = row.issues.clone();
        issues.extend(self.issues_of_others(&row)?);
        let mut shown = ListRow {
            id,
            kind: row.kind,
            title,
            referred,
            cells: row.cells,
            conflicts: row.conflicts,
            issues,
            deleted: row.deleted,
            merged_into: row.merged_into,
            import: row.import,
            updated: row.updated,
            heads: row.heads,
        };
        if let (Some(plan), Some(other)) = (referred_plan, referred)
            && let Some((other, _, _)) = self.stored(plan, other)?
        {
            shown.issues.extend(self.issues_of_others(&other)?);
            shown.issues.extend(other.issues);
            shown.cells.extend(other.cells);
            shown.conflicts.extend(other.conflicts);
            shown.updated = shown.updated.max(other.updated);
        }
        shown.issues.sort();
        shown.issues.dedup();
        Ok(Some(shown))
    }

    /// Shows every row of a kind once, as it was projected: deleted and merged ones too, in any order.
    pub fn each(&mut self, kind: &str, seen: &mut dyn FnMut(&Row)) -> Result<(), StoreError> {
        let plan = self.plan(kind)?;
        let sql = format!("SELECT id, {STORED} FROM {} ORDER BY n", plan.table);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let id = record_id(blob(row, 0)?)?;
            seen(&read(plan, id, row, 1)?);
        }
        Ok(())
    }

    /// Shows every row of a kind whose reference names this record, as it was projected: deleted and
    /// merged ones too, in any order.
    pub fn each_of(
        &mut self,
        kind: &str,
        field: &str,
        id: RecordId,
        seen: &mut dyn FnMut(&Row),
    ) -> Result<(), StoreError> {
        let plan = self.plan(kind)?;
        let Some(column) = plan.column(field) else {
            return Ok(());
        };
        let sql = format!(
            "SELECT id, {STORED} FROM {} WHERE {} = ?1",
            plan.table, column.name
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([&id.0[..]])?;
        while let Some(row) = rows.next()? {
            let id = record_id(blob(row, 0)?)?;
            seen(&read(plan, id, row, 1)?);
        }
        Ok(())
    }

    fn stored(
        &mut self,
        plan: &Plan,
        id: RecordId,
    ) -> Result<Option<(Row, Option<RecordId>, String)>, StoreError> {
        let sql = format!(
            "SELECT title, referred, {STORED} FROM {} WHERE id = ?1",
            plan.table
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([&id.0[..]])?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        let referred = some_id(row.get(1)?)?;
        Ok(Some((read(plan, id, row, 2)?, referred, row.get(0)?)))
    }

    fn issues_of_others(&mut self, row: &Row) -> Result<Vec<Issue>, StoreError> {
        let schema = &self.plans.schema;
        let mut neighbours = Neighbours {
            tx: self,
            fault: None,
        };
        let issues = cross_issues(row, schema, &mut neighbours);
        neighbours.fault.map_or(Ok(issues), Err)
    }
}

/// The other records as the rows know them; a fault of the store is kept until all were asked.
struct Neighbours<'t, 'a> {
    tx: &'t mut Tx<'a>,
    fault: Option<StoreError>,
}

impl Others for Neighbours<'_, '_> {
    fn standing(&mut self, id: RecordId) -> Standing {
        self.tx.standing(id).unwrap_or_else(|error| {
            self.fault = Some(error);
            Standing::Present
        })
    }

    fn is_shared(&mut self, id: RecordId, kind: &str, field: &str, value: &Scalar) -> bool {
        self.tx.is_shared(id, kind, field, value).unwrap_or_else(|error| {
            self.fault = Some(error);
            false
        })
    }
}

/// The columns that [`read`] reads, in its order.
const STORED: &str = "deleted, merged_into, updated, import, conflicts, issues, heads, cells";

fn read(plan: &Plan, id: RecordId, row: &rusqlite::Row<'_>, first: usize) -> Result<Row, StoreError> {
    let import: Option<Vec<u8>> = row.get(first + 3)?;
    let import = import.map(|id| ImportId::from_slice(&id).ok_or_else(|| StoreError::damaged("row")));
    let list = |column: usize| {
        row.get_ref(column)?
            .as_str_or_null()
            .map_err(|_| StoreError::damaged("row"))
    };
    Ok(Row {
        id,
        kind: plan.kind.key.to_owned(),
        deleted: row.get(first)?,
        merged_into: some_id(row.get(first + 1)?)?,
        updated: Timestamp(row.get(first + 2)?),
        import: import.transpose()?,
        conflicts: list(first + 4)?.map_or(Ok(Vec::new()), parse)?,
        issues: list(first + 5)?.map_or(Ok(Vec::new()), parse)?,
        heads: blob(row, first + 6)?.as_chunks::<32>().0.to_vec(),
        cells: list(first + 7)?.map_or(Err(StoreError::damaged("row")), parse)?,
    })
}

pub(super) fn some_id(bytes: Option<Vec<u8>>) -> Result<Option<RecordId>, StoreError> {
    bytes.as_deref().map(record_id).transpose()
}

pub(super) fn cells_of(json: &str) -> Result<BTreeMap<String, Scalar>, StoreError> {
    parse(json)
}

fn parse<T: serde::de::DeserializeOwned>(json: &str) -> Result<T, StoreError> {
    serde_json::from_str(json).map_err(|_| StoreError::damaged("row"))
}
