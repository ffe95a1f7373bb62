//! Opening the database: key, settings, version, migrations.

use std::path::Path;

use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::StoreError;

/// Says in the file's header whose it is: "TAWR".
const APPLICATION_ID: i64 = 0x5441_5752;

/// Each brings a database one version further; one that was released is never changed.
const MIGRATIONS: &[&str] = &[
    include_str!("../../migrations/001_store.sql"),
    include_str!("../../migrations/002_position.sql"),
    include_str!("../../migrations/003_files.sql"),
];

/// The version that this release writes and the newest it reads.
pub(super) const VERSION: i64 = MIGRATIONS.len() as i64;

/// Opens the file, or makes it, through a file system of SQLite's by its name.
pub(super) fn open(path: &Path, key: &[u8; 32], vfs: Option<&str>) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let mut conn = match vfs {
        Some(vfs) => Connection::open_with_flags_and_vfs(path, flags, vfs)?,
        None => Connection::open_with_flags(path, flags)?,
    };
    set_key(&conn, key)?;
    // One process has the folder, so the log needs no index in a file: a full disk can still be read.
    conn.execute_batch("PRAGMA locking_mode = EXCLUSIVE")?;
    // The first read: a wrong key shows here and nowhere later.
    let version = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()));
    version
        .and_then(|()| user_version(&conn))
        .map_err(|error| match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => StoreError::WrongKey {
                path: path.to_owned(),
            },
            _ => error.into(),
        })?;
    settle(&conn)?;
    migrate(&mut conn)?;
    Ok(conn)
}

/// A raw key: it was stretched where the passphrase was, and SQLCipher need not do it again.
#[cfg(feature = "sqlcipher")]
fn set_key(conn: &Connection, key: &[u8; 32]) -> Result<(), StoreError> {
    use zeroize::Zeroizing;
    // What goes wrong is told by errors, not printed by a library beside them.
    conn.execute_batch("PRAGMA cipher_log_level = NONE")?;
    let hex = Zeroizing::new(data_encoding::HEXLOWER.encode(key));
    let sql = Zeroizing::new(format!("PRAGMA key = \"x'{}'\"", *hex));
    Ok(conn.execute_batch(&sql)?)
}

#[cfg(not(feature = "sqlcipher"))]
fn set_key(_conn: &Connection, _key: &[u8; 32]) -> Result<(), StoreError> {
    Ok(())
}

/// What is committed is on the disk (`FULL`, and on a Mac what that really takes); nothing of it is
/// ever written outside the encrypted file (`temp_store`).
fn settle(conn: &Connection) -> Result<(), StoreError> {
    conn.execute_batch(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA fullfsync = ON;
         PRAGMA checkpoint_fullfsync = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA cache_size = -32000;
         PRAGMA journal_size_limit = 67108864;
         PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;",
    )?;
    conn.busy_timeout(std::time::Duration::from_secs(5))?;
    conn.set_prepared_statement_cache_capacity(256);
    Ok(())
}

fn user_version(conn: &Connection) -> rusqlite::Result<i64> {
    conn.query_row("PRAGMA user_version", [], |row| row.get(0))
}

/// All of it in one transaction: a crash leaves the old version, which the next opening brings on.
fn migrate(conn: &mut Connection) -> Result<(), StoreError> {
    let tx = conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let found = user_version(&tx)?;
    let application_id: i64 = tx.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let tables: i64 = tx.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let is_fresh = application_id == 0 && found == 0 && tables == 0;
    if application_id != APPLICATION_ID && !is_fresh {
        return Err(StoreError::Foreign { application_id });
    }
    if found > VERSION {
        return Err(StoreError::Newer {
            found,
            known: VERSION,
        });
    }
    let done = usize::try_from(found).map_err(|_| StoreError::damaged("version"))?;
    if done == MIGRATIONS.len() {
        return Ok(());
    }
    for migration in &MIGRATIONS[done..] {
        tx.execute_batch(migration)?;
    }
    tx.execute_batch(&format!(
        "PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION};"
    ))?;
    Ok(tx.commit()?)
}
