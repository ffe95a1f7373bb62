//! Records that are one, or may be: what was merged into one, and what rows share, read from an index alone.

use tawro_core::id::RecordId;

use super::documents::{blob, record_id};
use super::{StoreError, Tx};

impl Tx<'_> {
    /// Shows what every row of a kind is called, folded, deleted and merged ones left out; of a long name
    /// the beginning.
    pub fn each_name(&mut self, kind: &str, seen: &mut dyn FnMut(RecordId, &str)) -> Result<(), StoreError> {
        let plan = self.plan(kind)?;
        let sql = format!(
            "SELECT id, sort FROM {} WHERE hidden = 0 ORDER BY sort, id",
            plan.table
        );
        // The first letter of what a row sorts by says which script it is in.
        self.each_text(&sql, &mut |id, sort| seen(id, sort.get(1..).unwrap_or_default()))
    }

    /// Shows what stands in a field of every row of a kind that holds a text there, hidden ones too;
    /// nothing of a field without a column of its own.
    pub fn each_value(
        &mut self,
        kind: &str,
        field: &str,
        seen: &mut dyn FnMut(RecordId, &str),
    ) -> Result<(), StoreError> {
        let plan = self.plan(kind)?;
        let Some(column) = plan.exact_column(field) else {
            return Ok(());
        };
        let (table, name) = (&plan.table, &column.name);
        let sql = format!("SELECT id, {name} FROM {table} WHERE {name} IS NOT NULL ORDER BY {name}, id");
        self.each_text(&sql, seen)
    }

    /// A record and all that were merged into it.
    pub fn one_with(&mut self, kind: &str, id: RecordId) -> Result<Vec<RecordId>, StoreError> {
        let plan = self.plan(kind)?;
        self.standing_for(plan, id)
    }

    fn each_text(&mut self, sql: &str, seen: &mut dyn FnMut(RecordId, &str)) -> Result<(), StoreError> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let text = row.get_ref(1)?.as_str().unwrap_or_default();
            seen(record_id(blob(row, 0)?)?, text);
        }
        Ok(())
    }
}
