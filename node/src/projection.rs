//! Rows made anew from the documents, when the schema is another or somebody asks for it.
//!
//! In daily work a row is written in its change's own transaction. Here all of them are dropped and
//! derived again; what stops halfway is begun again at the next opening, from the start.

use tawro_core::id::RecordId;
use tawro_core::record::Record;
use tawro_core::schema::Schema;

use crate::store::{Db, StoreError};

/// What a rebuild did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rebuilt {
    /// Documents that were read.
    pub documents: u64,
    /// Documents that could not be read: they have no row, and their log still has them.
    pub unreadable: u64,
}

/// Drops every row and makes them anew; `progress` is told how many documents of how many are done.
///
/// Batches are committed on their own, so that memory stays small; until the last one is,
/// [`Db::rows_are_stale`] holds.
pub fn rebuild(
    db: &mut Db,
    schema: &Schema,
    mut progress: impl FnMut(u64, u64),
) -> Result<Rebuilt, StoreError> {
    let total = db.transaction(|tx| {
        tx.clear_rows()?;
        tx.document_count()
    })?;
    let mut rebuilt = Rebuilt::default();
    let mut after = None;
    loop {
        let batch = db.transaction(|tx| project_batch(tx, schema, after, &mut rebuilt))?;
        progress(rebuilt.documents, total);
        match batch {
            Some(last) => after = Some(last),
            None => break,
        }
    }
    db.rows_are_made()?;
    Ok(rebuilt)
}

/// Takes a schema that is another by an association's own fields alone: the rows in which one of those
/// stands that changed are made anew, and no others. Tells how many.
pub(crate) fn take_own_fields(db: &mut Db, schema: &Schema) -> Result<u64, StoreError> {
    let changed = db.take_own_fields(schema)?;
    if changed.is_empty() {
        return Ok(0);
    }
    let mut rebuilt = Rebuilt::default();
    for (kind, field) in changed {
        let ids = db.read(|tx| tx.holding(&kind, &field))?;
        for some in ids.chunks(BATCH) {
            db.transaction(|tx| {
                some.iter()
                    .try_for_each(|id| project(tx, schema, *id, &mut rebuilt))
            })?;
        }
    }
    db.own_rows_are_made()?;
    Ok(rebuilt.documents)
}

/// Projects the documents after one of them, and names the last; nothing if there were no more.
fn project_batch(
    tx: &mut crate::store::Tx<'_>,
    schema: &Schema,
    after: Option<RecordId>,
    rebuilt: &mut Rebuilt,
) -> Result<Option<RecordId>, StoreError> {
    let ids = tx.document_ids(after, BATCH)?;
    for id in &ids {
        project(tx, schema, *id, rebuilt)?;
    }
    Ok(ids.last().copied())
}

fn project(
    tx: &mut crate::store::Tx<'_>,
    schema: &Schema,
    id: RecordId,
    rebuilt: &mut Rebuilt,
) -> Result<(), StoreError> {
    let Some(document) = tx.document(id)? else {
        return Ok(());
    };
    rebuilt.documents += 1;
    match Record::load(id, &document.snapshot, &document.tail) {
        Ok(record) => tx.put_row(&record.row(schema)),
        Err(error) => {
            tracing::error!(record = %id, ?error, "a document cannot be read");
            rebuilt.unreadable += 1;
            Ok(())
        }
    }
}

/// Documents of one transaction.
const BATCH: usize = 1_000;
