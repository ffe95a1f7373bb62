//! The database of one association: documents, logs, rows and what is searched, in one encrypted file.
//!
//! Everything that changes goes through [`Db::transaction`], and is on the disk when that returns,
//! or not at all. A [`Tx`] is the replica's `Store`; it also answers what pages and lists ask.

mod clause;
mod codec;
mod documents;
mod files;
pub use files::FilesSum;
mod error;
pub use error::StoreError;
mod find;
pub use find::Alike;
mod list;
mod log;
mod open;
mod pick;
mod plan;
mod query;
pub use query::{Filter, ListQuery, Sort, Test};
mod replica;
mod row;
pub use row::ListRow;
mod rows;
mod titles;
mod twins;
mod words;
pub(crate) use words::sort_key;

use std::collections::BTreeSet;
use std::path::Path;

use rand_core::CryptoRng;
use rusqlite::{Connection, TransactionBehavior};
use tawro_core::schema::Schema;

use self::codec::Codec;
use self::plan::{OwnField, Plans};

/// An open database.
pub struct Db {
    conn: Connection,
    codec: Codec,
    plans: Plans,
    name: [u8; 16],
    rows_stale: bool,
    redeclared: bool,
}

/// One transaction.
pub struct Tx<'a> {
    conn: &'a Connection,
    codec: &'a mut Codec,
    plans: &'a Plans,
    redeclared: &'a mut bool,
}

impl Db {
    /// Opens the database of a folder, or makes it; `dice` names a new one.
    ///
    /// Rows are made for `schema`. If they were made for another one, or never, they are empty now,
    /// and [`Self::rows_are_stale`] until [`crate::projection::rebuild`] has made them.
    pub fn open(
        path: &Path,
        key: &[u8; 32],
        schema: &Schema,
        dice: &mut dyn CryptoRng,
    ) -> Result<Self, StoreError> {
        Self::prepare(open::open(path, key, None)?, schema, dice)
    }

    /// Like [`Self::open`], through one of SQLite's registered file systems.
    pub fn open_through(
        vfs: &str,
        path: &Path,
        key: &[u8; 32],
        schema: &Schema,
        dice: &mut dyn CryptoRng,
    ) -> Result<Self, StoreError> {
        Self::prepare(open::open(path, key, Some(vfs))?, schema, dice)
    }

    fn prepare(conn: Connection, schema: &Schema, dice: &mut dyn CryptoRng) -> Result<Self, StoreError> {
        words::register(&conn)?;
        let mut db = Self {
            conn,
            codec: Codec::new(),
            plans: Plans::new(schema),
            name: [0; 16],
            rows_stale: false,
            redeclared: false,
        };
        let mut fresh = [0; 16];
        dice.fill_bytes(&mut fresh);
        let (name, stale) = db.transaction(|tx| {
            let name = match tx.meta(DATABASE_NAME)? {
                Some(name) => name.try_into().map_err(|_| StoreError::damaged("meta"))?,
                None => {
                    tx.put_meta(DATABASE_NAME, &fresh)?;
                    fresh
                }
            };
            Ok::<_, StoreError>((name, tx.settle_rows()?))
        })?;
        (db.name, db.rows_stale) = (name, stale);
        Ok(db)
    }

    /// The random name that the database got when it was made, and keeps wherever it is copied to.
    pub fn name(&self) -> [u8; 16] {
        self.name
    }

    /// Whether the rows must be made anew before anybody reads them.
    pub fn rows_are_stale(&self) -> bool {
        self.rows_stale
    }

    /// Does something whole or not at all: durable when it returns well, undone when it fails.
    pub fn transaction<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.run(TransactionBehavior::Immediate, work)
    }

    /// Reads from one unchanging state of the database.
    pub fn read<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.run(TransactionBehavior::Deferred, work)
    }

    fn run<T, E: From<StoreError>>(
        &mut self,
        behavior: TransactionBehavior,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        // Dropped without a commit, it rolls back.
        let transaction = self
            .conn
            .transaction_with_behavior(behavior)
            .map_err(StoreError::from)?;
        let mut tx = Tx {
            conn: &transaction,
            codec: &mut self.codec,
            plans: &self.plans,
            redeclared: &mut self.redeclared,
        };
        let done = work(&mut tx)?;
        transaction.commit().map_err(StoreError::from)?;
        Ok(done)
    }

    /// Moves what the write-ahead file holds into the database file.
    ///
    /// SQLite does so by itself now and then; before a backup or at the end of a day it is asked to.
    pub fn checkpoint(&mut self) -> Result<(), StoreError> {
        Ok(self
            .conn
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
    }

    /// Reads every page and every index, and says what is wrong; nothing if all is well.
    pub fn verify(&mut self) -> Result<Vec<String>, StoreError> {
        let mut found = Vec::new();
        let pragmas: &[&str] = if cfg!(feature = "sqlcipher") {
            &["PRAGMA cipher_integrity_check", "PRAGMA integrity_check(20)"]
        } else {
            &["PRAGMA integrity_check(20)"]
        };
        for pragma in pragmas {
            let mut statement = self.conn.prepare(pragma)?;
            let lines = statement.query_map([], |row| row.get::<_, String>(0))?;
            for line in lines {
                found.push(line?);
            }
        }
        found.retain(|line| line != "ok");
        Ok(found)
    }

    pub(crate) fn rows_are_made(&mut self) -> Result<(), StoreError> {
        let fingerprint = self.plans.fingerprint;
        self.transaction(|tx| tx.put_meta(ROWS_MADE, &fingerprint))?;
        self.rows_stale = false;
        self.own_rows_are_made()
    }

    /// Whether a record was projected since this was last asked that decides what the schema is.
    pub(crate) fn was_redeclared(&mut self) -> bool {
        std::mem::take(&mut self.redeclared)
    }

    /// Takes a schema that is another by an association's own fields alone, and names the kind and field of
    /// those for which rows are to be made anew before [`Self::own_rows_are_made`].
    pub(crate) fn take_own_fields(
        &mut self,
        schema: &Schema,
    ) -> Result<BTreeSet<(String, String)>, StoreError> {
        self.plans = Plans::new(schema);
        let made = self.read(|tx| tx.meta(ROWS_OWN))?;
        let made: BTreeSet<OwnField> = made
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default();
        let changed = made.symmetric_difference(&self.plans.own);
        Ok(changed
            .map(|(kind, field, _)| (kind.clone(), field.clone()))
            .collect())
    }

    pub(crate) fn own_rows_are_made(&mut self) -> Result<(), StoreError> {
        let own = serde_json::to_vec(&self.plans.own).map_err(|_| StoreError::damaged("meta"))?;
        self.transaction(|tx| tx.put_meta(ROWS_OWN, &own))
    }
}

impl Tx<'_> {
    fn meta(&mut self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
        let mut rows = statement.query([key])?;
        Ok(rows.next()?.map(|row| row.get(0)).transpose()?)
    }

    fn put_meta(&mut self, key: &str, value: &[u8]) -> Result<(), StoreError> {
        let sql = "INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)";
        self.conn.prepare_cached(sql)?.execute((key, value))?;
        Ok(())
    }

    /// Makes the tables of rows for the schema if they are another's; says whether they are to be filled.
    fn settle_rows(&mut self) -> Result<bool, StoreError> {
        let fingerprint = self.plans.fingerprint;
        if self.meta(ROWS_FOR)?.as_deref() != Some(&fingerprint[..]) {
            self.clear_rows()?;
        }
        Ok(self.meta(ROWS_MADE)?.as_deref() != Some(&fingerprint[..]))
    }

    /// Drops every row and makes the empty tables of the schema.
    pub fn clear_rows(&mut self) -> Result<(), StoreError> {
        plan::drop_all(self.conn)?;
        self.conn.execute_batch(&self.plans.ddl())?;
        self.put_meta(ROWS_FOR, &self.plans.fingerprint)?;
        // A database without documents has all its rows.
        let made = self
            .conn
            .query_row("SELECT NOT EXISTS (SELECT 1 FROM documents)", [], |row| {
                row.get(0)
            })?;
        let made: &[u8] = if made { &self.plans.fingerprint } else { &[] };
        self.put_meta(ROWS_OWN, b"[]")?;
        self.put_meta(ROWS_MADE, made)
    }
}

const DATABASE_NAME: &str = "database_name";
/// The fingerprint for which the tables of rows were made.
const ROWS_FOR: &str = "rows_for";
/// The fingerprint for which they were filled.
const ROWS_MADE: &str = "rows_made";
/// The fields of the association's own for which they were filled.
const ROWS_OWN: &str = "rows_own";

#[cfg(test)]
mod tests;
