//! Documents: a packed saved state, and the raw changes since.

use rusqlite::OptionalExtension;
use tawro_core::id::RecordId;
use tawro_core::replica::{Document, TailSize};

use super::{StoreError, Tx};

impl Tx<'_> {
    /// The document of a record, if it has one.
    pub fn document(&mut self, id: RecordId) -> Result<Option<Document>, StoreError> {
        let sql = "SELECT snapshot, tail FROM documents WHERE id = ?1";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([&id.0[..]])?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        let snapshot = self.codec.unpack(blob(row, 0)?)?;
        let tail = split(blob(row, 1)?)?;
        Ok(Some(Document { snapshot, tail }))
    }

    /// Adds raw changes to a document's tail; the document comes to be if it was not.
    pub fn append_changes(&mut self, id: RecordId, raw: &[&[u8]]) -> Result<TailSize, StoreError> {
        let mut added = Vec::with_capacity(raw.iter().map(|change| 4 + change.len()).sum());
        for change in raw {
            let len = u32::try_from(change.len()).map_err(|_| StoreError::damaged("change"))?;
            added.extend_from_slice(&len.to_le_bytes());
            added.extend_from_slice(change);
        }
        // Not one statement with an upsert: SQLite guards that by a savepoint of its own, and at every
        // savepoint the index of words is written out. `||` makes a text of two blobs without looking
        // at their bytes.
        let grow = "UPDATE documents SET tail = CAST(tail || ?2 AS BLOB), tail_changes = tail_changes + ?3
                    WHERE id = ?1";
        let begin = "INSERT INTO documents (id, snapshot, tail, tail_changes) VALUES (?1, x'', ?2, ?3)";
        let values = (&id.0[..], &added, raw.len());
        if self.conn.prepare_cached(grow)?.execute(values)? == 0 {
            self.conn.prepare_cached(begin)?.execute(values)?;
        }
        let sql = "SELECT tail_changes, length(tail) FROM documents WHERE id = ?1";
        let (changes, bytes): (usize, usize) = self
            .conn
            .prepare_cached(sql)?
            .query_row([&id.0[..]], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(TailSize {
            changes,
            bytes: bytes.saturating_sub(4 * changes),
        })
    }

    /// Replaces a document by its saved state and empties its tail.
    pub fn put_snapshot(&mut self, id: RecordId, snapshot: &[u8]) -> Result<(), StoreError> {
        let packed = self.codec.pack(snapshot);
        let sql = "INSERT INTO documents (id, snapshot, tail, tail_changes) VALUES (?1, ?2, x'', 0)
                   ON CONFLICT (id) DO UPDATE SET snapshot = excluded.snapshot, tail = x'', tail_changes = 0";
        self.conn.prepare_cached(sql)?.execute((&id.0[..], packed))?;
        Ok(())
    }

    /// Record ids in order, after the given one, at most `limit`.
    pub fn document_ids(
        &mut self,
        after: Option<RecordId>,
        limit: usize,
    ) -> Result<Vec<RecordId>, StoreError> {
        let after: &[u8] = after.as_ref().map_or(&[], |id| &id.0);
        let mut statement = self
            .conn
            .prepare_cached("SELECT id FROM documents WHERE id > ?1 ORDER BY id LIMIT ?2")?;
        let rows = statement.query_map((after, limit), |row| row.get::<_, Vec<u8>>(0))?;
        rows.map(|id| record_id(&id?)).collect()
    }

    /// How many documents there are.
    pub fn document_count(&mut self) -> Result<u64, StoreError> {
        let sql = "SELECT count(*) FROM documents";
        Ok(self
            .conn
            .prepare_cached(sql)?
            .query_row([], |row| row.get::<_, i64>(0))?
            .unsigned_abs())
    }

    /// Whether a record has a document, whatever its kind.
    pub(super) fn has_document(&mut self, id: RecordId) -> Result<bool, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT 1 FROM documents WHERE id = ?1")?;
        Ok(statement.query_row([&id.0[..]], |_| Ok(())).optional()?.is_some())
    }
}

/// The bytes of a column, without a copy.
pub(super) fn blob<'r>(row: &'r rusqlite::Row<'_>, column: usize) -> Result<&'r [u8], StoreError> {
    row.get_ref(column)?
        .as_blob()
        .map_err(|_| StoreError::damaged("column"))
}

pub(super) fn record_id(bytes: &[u8]) -> Result<RecordId, StoreError> {
    RecordId::from_slice(bytes).ok_or_else(|| StoreError::damaged("record id"))
}

fn split(mut tail: &[u8]) -> Result<Vec<Vec<u8>>, StoreError> {
    let mut changes = Vec::new();
    while let Some((len, rest)) = tail.split_first_chunk::<4>() {
        let len = u32::from_le_bytes(*len) as usize;
        let (change, rest) = rest
            .split_at_checked(len)
            .ok_or_else(|| StoreError::damaged("tail"))?;
        changes.push(change.to_vec());
        tail = rest;
    }
    if tail.is_empty() {
        Ok(changes)
    } else {
        Err(StoreError::damaged("tail"))
    }
}
