//! Journal, logs, membership and the replica's small values.

use rusqlite::OptionalExtension;
use tawro_core::id::{DeviceId, EntryHash, LogId};
use tawro_core::log::{Entry, LogHead};

use super::documents::blob;
use super::{StoreError, Tx};

impl Tx<'_> {
    /// Adds a line to the journal and returns its number.
    pub fn journal_push(&mut self, line: &[u8]) -> Result<u64, StoreError> {
        self.conn
            .prepare_cached("INSERT INTO journal (line) VALUES (?1)")?
            .execute([line])?;
        Ok(self.conn.last_insert_rowid().unsigned_abs())
    }

    /// The oldest lines, together at most `bytes_max`, but at least one if there is one.
    pub fn journal_front(&mut self, bytes_max: usize) -> Result<Vec<(u64, Vec<u8>)>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT n, line FROM journal ORDER BY n")?;
        let mut rows = statement.query([])?;
        let (mut front, mut bytes) = (Vec::new(), 0usize);
        while let Some(row) = rows.next()? {
            let line = blob(row, 1)?;
            bytes = bytes.saturating_add(line.len());
            if bytes > bytes_max && !front.is_empty() {
                break;
            }
            front.push((row.get::<_, i64>(0)?.unsigned_abs(), line.to_vec()));
        }
        Ok(front)
    }

    /// Removes the lines numbered `up_to` and below.
    pub fn journal_remove(&mut self, up_to: u64) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("DELETE FROM journal WHERE n <= ?1")?
            .execute([number(up_to)])?;
        Ok(())
    }

    /// How many lines wait.
    pub fn journal_len(&mut self) -> Result<u64, StoreError> {
        let sql = "SELECT count(*) FROM journal";
        Ok(self
            .conn
            .prepare_cached(sql)?
            .query_row([], |row| row.get::<_, i64>(0))?
            .unsigned_abs())
    }

    /// How many lines begin with this byte; none of them is taken into memory.
    pub fn journal_count(&mut self, first: u8) -> Result<u64, StoreError> {
        let sql = "SELECT count(*) FROM journal WHERE substr(line, 1, 1) = ?1";
        let mut statement = self.conn.prepare_cached(sql)?;
        let count: i64 = statement.query_row([[first]], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    /// The head of every log, by log.
    pub fn log_heads(&mut self) -> Result<Vec<LogHead>, StoreError> {
        let sql = "SELECT log, device, seq, hash, epoch, position FROM logs ORDER BY log";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut heads = Vec::new();
        while let Some(row) = rows.next()? {
            let damaged = || StoreError::damaged("log head");
            heads.push(LogHead {
                log: LogId::from_slice(blob(row, 0)?).ok_or_else(damaged)?,
                device: DeviceId::from_slice(blob(row, 1)?).ok_or_else(damaged)?,
                seq: row.get::<_, i64>(2)?.unsigned_abs(),
                hash: EntryHash::from_slice(blob(row, 3)?).ok_or_else(damaged)?,
                epoch: row.get(4)?,
                position: row.get(5)?,
            });
        }
        Ok(heads)
    }

    /// Appends an entry that was checked; `head` is the log's head afterwards.
    pub fn append_entry(&mut self, entry: &Entry, head: &LogHead) -> Result<(), StoreError> {
        let log = self.put_head(head)?;
        let sql = "INSERT INTO entries (log, seq, bytes) VALUES (?1, ?2, ?3)";
        self.conn
            .prepare_cached(sql)?
            .execute((log, number(entry.header.seq), entry.to_bytes()))?;
        Ok(())
    }

    /// Entries of a log from `from` on, together at most `bytes_max`, but at least one if there is one.
    pub fn entries(&mut self, log: LogId, from: u64, bytes_max: usize) -> Result<Vec<Entry>, StoreError> {
        let sql = "SELECT bytes FROM entries
                   WHERE log = (SELECT n FROM logs WHERE log = ?1) AND seq >= ?2 ORDER BY seq";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query((&log.0[..], number(from)))?;
        let (mut entries, mut taken) = (Vec::new(), 0usize);
        while let Some(row) = rows.next()? {
            let bytes = blob(row, 0)?;
            taken = taken.saturating_add(bytes.len());
            if taken > bytes_max && !entries.is_empty() {
                break;
            }
            entries.push(Entry::from_bytes(bytes).map_err(|_| StoreError::damaged("entry"))?);
        }
        Ok(entries)
    }

    /// Removes the entries from `from` on; the head becomes `head`, or the log is gone.
    pub fn truncate_log(&mut self, log: LogId, from: u64, head: Option<&LogHead>) -> Result<(), StoreError> {
        let sql = "DELETE FROM entries WHERE log = (SELECT n FROM logs WHERE log = ?1) AND seq >= ?2";
        self.conn
            .prepare_cached(sql)?
            .execute((&log.0[..], number(from)))?;
        match head {
            Some(head) => {
                self.put_head(head)?;
            }
            None => {
                self.conn
                    .prepare_cached("DELETE FROM logs WHERE log = ?1")?
                    .execute([&log.0[..]])?;
            }
        }
        Ok(())
    }

    fn put_head(&mut self, head: &LogHead) -> Result<i64, StoreError> {
        let sql = "INSERT INTO logs (log, device, seq, hash, epoch, position) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                   ON CONFLICT (log) DO UPDATE SET
                       device = excluded.device, seq = excluded.seq, hash = excluded.hash,
                       epoch = excluded.epoch, position = excluded.position
                   RETURNING n";
        let values = (
            &head.log.0[..],
            &head.device.0[..],
            number(head.seq),
            &head.hash.0[..],
            head.epoch,
            head.position,
        );
        Ok(self
            .conn
            .prepare_cached(sql)?
            .query_row(values, |row| row.get(0))?)
    }

    /// Every membership record, in order.
    pub fn membership(&mut self) -> Result<Vec<Vec<u8>>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT bytes FROM membership ORDER BY position")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Adds the membership record of the next position; one that is there already is never replaced.
    pub fn push_membership(&mut self, position: u32, bytes: &[u8]) -> Result<(), StoreError> {
        let sql = "INSERT INTO membership (position, bytes) VALUES (?1, ?2)";
        self.conn.prepare_cached(sql)?.execute((position, bytes))?;
        Ok(())
    }

    /// A small named value.
    pub fn get(&mut self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT value FROM state WHERE key = ?1")?;
        Ok(statement.query_row([key], |row| row.get(0)).optional()?)
    }

    /// Sets or removes a small named value.
    pub fn put(&mut self, key: &str, value: Option<&[u8]>) -> Result<(), StoreError> {
        match value {
            Some(value) => {
                let sql = "INSERT INTO state (key, value) VALUES (?1, ?2)
                           ON CONFLICT (key) DO UPDATE SET value = excluded.value";
                self.conn.prepare_cached(sql)?.execute((key, value))?
            }
            None => self
                .conn
                .prepare_cached("DELETE FROM state WHERE key = ?1")?
                .execute([key])?,
        };
        Ok(())
    }

    /// All small values whose name begins so, by name.
    pub fn scan(&mut self, prefix: &str) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let sql = "SELECT key, value FROM state WHERE key >= ?1 ORDER BY key";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([prefix])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let key: String = row.get(0)?;
            if !key.starts_with(prefix) {
                break;
            }
            found.push((key, row.get(1)?));
        }
        Ok(found)
    }
}

/// SQLite's numbers are signed; ours would need millions of years to reach the difference.
fn number(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
