//! An SQLite file of the hub's: opened, migrated, refused when newer or some other program's.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, TransactionBehavior};

use crate::store::StoreFault;

/// What a file is known by, and how it came to what it is.
#[derive(Debug)]
pub(crate) struct Layout {
    pub(crate) application_id: i64,
    /// Each brings the file one version further.
    pub(crate) migrations: &'static [&'static str],
}

impl Layout {
    /// Opens the file, making it if there is none: WAL with `synchronous=FULL`, so that a commit is on
    /// the disk when it returns. Whoever meets another's transaction waits up to five seconds.
    ///
    /// # Errors
    /// [`StoreFault::Newer`] or [`StoreFault::NotOurs`] without having changed anything.
    pub(crate) fn open(&self, path: &Path) -> Result<Connection, StoreFault> {
        let mut db = Connection::open(path)?;
        db.busy_timeout(BUSY_TIMEOUT)?;
        self.check_owner(&db, path)?;
        db.pragma_update(None, "journal_mode", "wal")?;
        db.pragma_update(None, "synchronous", "full")?;
        db.pragma_update(None, "foreign_keys", true)?;
        self.migrate(&mut db)?;
        Ok(db)
    }

    /// Refuses what some other program or a newer release wrote.
    fn check_owner(&self, db: &Connection, path: &Path) -> Result<(), StoreFault> {
        let (owner, version) = owner(db)?;
        let empty: i64 = db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
        match (owner, version) {
            (0, 0) if empty == 0 => Ok(()),
            (owner, found) if owner == self.application_id && found > self.version() => {
                Err(StoreFault::Newer {
                    found,
                    known: self.version(),
                })
            }
            (owner, _) if owner == self.application_id => Ok(()),
            _ => Err(StoreFault::NotOurs {
                path: path.to_owned(),
            }),
        }
    }

    fn migrate(&self, db: &mut Connection) -> Result<(), StoreFault> {
        // Who only reads must not wait for a writer.
        if owner(db)? == (self.application_id, self.version()) {
            return Ok(());
        }
        let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Read under the lock: another process may have migrated since.
        let version: i64 = transaction.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        for (number, step) in (1..).zip(self.migrations).filter(|(number, _)| *number > version) {
            transaction.execute_batch(step)?;
            transaction.pragma_update(None, "user_version", number)?;
        }
        transaction.pragma_update(None, "application_id", self.application_id)?;
        Ok(transaction.commit()?)
    }

    fn version(&self) -> i64 {
        self.migrations.len() as i64
    }
}

fn owner(db: &Connection) -> Result<(i64, i64), StoreFault> {
    let pragma = |name| db.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0));
    Ok((pragma("application_id")?, pragma("user_version")?))
}

const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: Layout = Layout {
        application_id: 7,
        migrations: &["CREATE TABLE ours (x)"],
    };

    #[test]
    fn a_newer_store_and_a_foreign_one_are_refused_untouched() {
        let folder = tempfile::tempdir().unwrap();
        let newer = folder.path().join("newer");
        drop(FILE.open(&newer).unwrap());
        let db = Connection::open(&newer).unwrap();
        db.pragma_update(None, "user_version", FILE.version() + 1)
            .unwrap();
        drop(db);
        let (known, refused) = (FILE.version(), FILE.open(&newer));
        assert!(matches!(refused, Err(StoreFault::Newer { found, known: 1 }) if found == known + 1));

        let foreign = folder.path().join("foreign");
        let db = Connection::open(&foreign).unwrap();
        db.execute_batch("CREATE TABLE theirs (x)").unwrap();
        drop(db);
        assert!(matches!(FILE.open(&foreign), Err(StoreFault::NotOurs { .. })));

        let text = folder.path().join("text");
        std::fs::write(
            &text,
            "no database at all, but a letter to the editor. ".repeat(100),
        )
        .unwrap();
        assert!(matches!(FILE.open(&text), Err(StoreFault::Damaged(_))));
    }
}
