//! Files: the bytes of photos and scans, each kept once under its hash.

use rusqlite::OptionalExtension;
use tawro_core::crypto;

use super::{StoreError, Tx};

/// What all files are together: equal in a database and in a copy of it that is whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FilesSum {
    /// How many there are.
    pub files: u64,
    /// Hash over the hashes of all of them, in their order.
    pub hash: [u8; 32],
}

impl Tx<'_> {
    /// Keeps a file; one that is there already is kept once. Returns the hash it is found by.
    pub fn put_file(&mut self, bytes: &[u8]) -> Result<[u8; 32], StoreError> {
        let hash = crypto::hash(bytes);
        let sql = "INSERT OR IGNORE INTO files (hash, bytes) VALUES (?1, ?2)";
        self.conn.prepare_cached(sql)?.execute((&hash[..], bytes))?;
        Ok(hash)
    }

    /// The bytes of a file, if they are on this computer.
    pub fn file(&mut self, hash: &[u8; 32]) -> Result<Option<Vec<u8>>, StoreError> {
        let sql = "SELECT bytes FROM files WHERE hash = ?1";
        let mut statement = self.conn.prepare_cached(sql)?;
        Ok(statement.query_row([&hash[..]], |row| row.get(0)).optional()?)
    }

    /// Whether the bytes of a file are on this computer.
    pub fn has_file(&mut self, hash: &[u8; 32]) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM files WHERE hash = ?1)";
        let mut statement = self.conn.prepare_cached(sql)?;
        Ok(statement.query_row([&hash[..]], |row| row.get(0))?)
    }

    /// Reads every file through: what is kept under a hash must have it.
    pub fn sum_files(&mut self) -> Result<FilesSum, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT hash, bytes FROM files ORDER BY hash")?;
        let mut rows = statement.query([])?;
        let (mut files, mut hashes) = (0, Vec::new());
        while let Some(row) = rows.next()? {
            let hash: [u8; 32] = row.get(0)?;
            let bytes = row
                .get_ref(1)?
                .as_blob()
                .map_err(|_| StoreError::damaged("file"))?;
            if crypto::hash(bytes) != hash {
                return Err(StoreError::damaged("file"));
            }
            files += 1;
            hashes.extend_from_slice(&hash);
        }
        let hash = crypto::hash(&hashes);
        Ok(FilesSum { files, hash })
    }
}
