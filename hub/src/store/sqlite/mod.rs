//! The store on disk: one SQLite file, opened, migrated, refused when newer.

mod desk;
mod logs;

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OptionalExtension, TransactionBehavior, params};
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
        let db = Connection::open(path)?;
        db.busy_timeout(BUSY_TIMEOUT)?;
        let mut store = Self { db };
        store.check_owner(path)?;
        // Kibibytes, for the process as a whole stays near 15 MB.
        store.db.pragma_update(None, "cache_size", -1_024)?;
        store.db.pragma_update(None, "journal_mode", "wal")?;
        store.db.pragma_update(None, "synchronous", "full")?;
        store.db.pragma_update(None, "foreign_keys", true)?;
        store.db.set_prepared_statement_cache_capacity(32);
        store.migrate()?;
        Ok(store)
    }

    /// Refuses what some other program or a newer release wrote.
    fn check_owner(&self, path: &Path) -> Result<(), StoreFault> {
        let (owner, version) = self.owner()?;
        let empty: i64 = self
            .db
            .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
        match (owner, version) {
            (0, 0) if empty == 0 => Ok(()),
            (APPLICATION_ID, found) if found > VERSION => Err(StoreFault::Newer {
                found,
                known: VERSION,
            }),
            (APPLICATION_ID, _) => Ok(()),
            _ => Err(StoreFault::NotOurs {
                path: path.to_owned(),
            }),
        }
    }

    fn owner(&self) -> Result<(i64, i64), StoreFault> {
        let pragma = |name| self.db.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0));
        Ok((pragma("application_id")?, pragma("user_version")?))
    }

    fn migrate(&mut self) -> Result<(), StoreFault> {
        // Who only reads must not wait for a writer.
        if self.owner()? == (APPLICATION_ID, VERSION) {
            return Ok(());
        }
        let transaction = self
            .db
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Read under the lock: another process may have migrated since.
        let version: i64 = transaction.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        for (number, step) in (1..).zip(MIGRATIONS).filter(|(number, _)| *number > version) {
            transaction.execute_batch(step)?;
            transaction.pragma_update(None, "user_version", number)?;
        }
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        Ok(transaction.commit()?)
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
fn fixed<const N: usize>(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<[u8; N]> {
    let bytes = row.get_ref(column)?.as_blob()?;
    bytes.try_into().map_err(|_| {
        let found = bytes.len() as i64;
        rusqlite::Error::IntegralValueOutOfRange(column, found)
    })
}

/// "TWRH" in ASCII.
const APPLICATION_ID: i64 = 0x5457_5248;
const MIGRATIONS: [&str; 2] = [
    include_str!("../../../migrations/0001.sql"),
    include_str!("../../../migrations/0002.sql"),
];
const VERSION: i64 = MIGRATIONS.len() as i64;
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newer_store_and_a_foreign_one_are_refused_untouched() {
        let folder = tempfile::tempdir().unwrap();
        let newer = folder.path().join("newer");
        drop(SqliteLog::open(&newer).unwrap());
        let db = Connection::open(&newer).unwrap();
        db.pragma_update(None, "user_version", VERSION + 1).unwrap();
        drop(db);
        let refused = SqliteLog::open(&newer);
        assert!(matches!(refused, Err(StoreFault::Newer { found, known: VERSION }) if found == VERSION + 1));

        let foreign = folder.path().join("foreign");
        let db = Connection::open(&foreign).unwrap();
        db.execute_batch("CREATE TABLE theirs (x)").unwrap();
        drop(db);
        assert!(matches!(
            SqliteLog::open(&foreign),
            Err(StoreFault::NotOurs { .. })
        ));

        let text = folder.path().join("text");
        std::fs::write(
            &text,
            "no database at all, but a letter to the editor. ".repeat(100),
        )
        .unwrap();
        assert!(matches!(SqliteLog::open(&text), Err(StoreFault::Damaged(_))));
    }

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
