//! The store on disk: one SQLite file.

mod desk;
mod file;
pub(crate) use file::Layout;
mod logs;

use std::path::Path;

use rusqlite::{Connection, ErrorCode, OptionalExtension, params};
use tawro_core::id::SpaceId;

use super::StoreFault;

/// A store in an SQLite file.
///
/// WAL with `synchronous=FULL`: a commit is on the disk when it returns, and another process may
/// read and make tickets meanwhile. A transaction is begun by the first write and ended by
/// [`super::SpaceLog::commit`]; whoever meets it waits up to five seconds.
#[derive(Debug)]
pub struct SqliteLog {
    db: Connection,
}

impl SqliteLog {
    /// Opens a store, making it if there is none.
    ///
    /// # Errors
    /// [`StoreFault::Newer`] or [`StoreFault::NotOurs`] without having changed anything.
    pub fn open(path: &Path) -> Result<Self, StoreFault> {
        let db = FILE.open(path)?;
        // Kibibytes, for the process as a whole stays near 15 MB.
        db.pragma_update(None, "cache_size", -1_024)?;
        db.set_prepared_statement_cache_capacity(32);
        Ok(Self { db })
    }

    /// A small named value of the operator's.
    pub fn setting(&self, name: &str) -> Result<Option<String>, StoreFault> {
        let mut query = self
            .db
            .prepare_cached("SELECT value FROM setting WHERE name = ?")?;
        Ok(query.query_row([name], |row| row.get(0)).optional()?)
    }

    /// Sets a small named value; counts from the next commit.
    pub fn setting_put(&mut self, name: &str, value: &str) -> Result<(), StoreFault> {
        self.begin()?;
        let sql = "INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value";
        self.db.prepare_cached(sql)?.execute(params![name, value])?;
        Ok(())
    }

    /// Begins the transaction that the next commit ends, if none is open.
    fn begin(&mut self) -> Result<(), StoreFault> {
        if self.db.is_autocommit() {
            self.db.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        }
        Ok(())
    }

    /// As if no further page fitted on the disk.
    #[cfg(test)]
    pub(crate) fn fill_up(&self) {
        let pages: i64 = self
            .db
            .query_row("PRAGMA page_count", [], |row| row.get(0))
            .unwrap();
        self.db
            .query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(()))
            .unwrap();
    }

    /// As if files had been deleted.
    #[cfg(test)]
    pub(crate) fn make_room(&self) {
        self.db
            .query_row("PRAGMA max_page_count = 1000000", [], |_| Ok(()))
            .unwrap();
    }

    /// The row of a space, if it is known.
    fn space_row(&self, space: SpaceId) -> Result<Option<i64>, StoreFault> {
        let mut query = self.db.prepare_cached("SELECT id FROM space WHERE space = ?")?;
        Ok(query.query_row([space.0], |row| row.get(0)).optional()?)
    }
}

impl From<rusqlite::Error> for StoreFault {
    fn from(error: rusqlite::Error) -> Self {
        let extended = error.sqlite_error().map(|error| error.extended_code);
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full,
            // The index of the log beside the database cannot grow, which only a full disk refuses.
            _ if extended == Some(rusqlite::ffi::SQLITE_IOERR_SHMSIZE) => Self::Full,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged(Some(error)),
            _ => Self::Failed(error),
        }
    }
}

/// An id or hash read from a column of exactly its width; another width is damage.
pub(crate) fn fixed<const N: usize>(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<[u8; N]> {
    let bytes = row.get_ref(column)?.as_blob()?;
    bytes.try_into().map_err(|_| {
        let found = bytes.len() as i64;
        rusqlite::Error::IntegralValueOutOfRange(column, found)
    })
}

const FILE: Layout = Layout {
    // "TWRH" in ASCII.
    application_id: 0x5457_5248,
    migrations: &[
        include_str!("../../../migrations/0001.sql"),
        include_str!("../../../migrations/0002.sql"),
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commit_is_synchronous_and_in_a_write_ahead_log() {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteLog::open(&folder.path().join("store")).unwrap();
        let pragma = |name: &str| -> String {
            let read = |row: &rusqlite::Row<'_>| Ok(format!("{:?}", row.get_ref(0)?));
            store.db.query_row(&format!("PRAGMA {name}"), [], read).unwrap()
        };
        assert_eq!(pragma("synchronous"), "Integer(2)");
        assert!(pragma("journal_mode").contains("119, 97, 108"), "wal, in bytes");
    }
}
