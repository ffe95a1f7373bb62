//! The witness: how far this device has spoken, kept outside the database that may be rolled back.

use tawro_core::crypto;
use tawro_core::id::LogId;

use super::{Folder, read_bounded, write_atomically};
use crate::error::FileError;

/// What a device remembers outside its database, before it first sends a number of its log.
///
/// A database that is older than its witness, or elsewhere, was restored, copied or rolled back:
/// going on in the same log would give a number twice. Then a new log starts. A witness counts only
/// if it is of this database and this place; a damaged one, or none, counts like one of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Witness {
    /// The log that is being written.
    pub log: LogId,
    /// The highest number of it that may have been sent; nothing if none was.
    pub sent: Option<u64>,
    /// The database's own random name.
    pub database: [u8; 16],
    /// [`Folder::place`] when it was written.
    pub place: [u8; 16],
}

/// What was found where the witness should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// There is none: the folder is new, or somebody took it away.
    Missing,
    /// There is one, and it is damaged or of a newer version.
    Unreadable,
    /// It says this.
    Says(Witness),
}

impl Folder {
    /// Reads the witness. That it cannot be read is an answer, not an error.
    pub fn read_witness(&self) -> Result<Kept, FileError> {
        Ok(match read_bounded(&self.witness(), WITNESS_BYTES as u64 + 1)? {
            None => Kept::Missing,
            Some(bytes) => Witness::from_bytes(&bytes).map_or(Kept::Unreadable, Kept::Says),
        })
    }

    /// Writes the witness; when it returns, the file is durable.
    pub fn write_witness(&self, witness: &Witness) -> Result<(), FileError> {
        write_atomically(&self.witness(), &witness.to_bytes())
    }
}

/// Version byte, log, database, place, sent + 1, then 16 bytes of hash over all of it.
const WITNESS_BYTES: usize = 1 + 16 + 16 + 16 + 8 + 16;
const VERSION: u8 = 1;

impl Witness {
    fn to_bytes(self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(WITNESS_BYTES);
        bytes.push(VERSION);
        bytes.extend_from_slice(&self.log.0);
        bytes.extend_from_slice(&self.database);
        bytes.extend_from_slice(&self.place);
        bytes.extend_from_slice(&self.sent.map_or(0, |seq| seq.saturating_add(1)).to_le_bytes());
        let check = crypto::derive("witness-file", &bytes);
        bytes.extend_from_slice(&check[..16]);
        bytes
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let bytes: &[u8; WITNESS_BYTES] = bytes.try_into().ok()?;
        let (said, check) = bytes.split_at(WITNESS_BYTES - 16);
        if said[0] != VERSION || crypto::derive("witness-file", said)[..16] != *check {
            return None;
        }
        let sixteen = |at: usize| said[at..at + 16].try_into().ok();
        Some(Self {
            log: LogId(sixteen(1)?),
            database: sixteen(17)?,
            place: sixteen(33)?,
            sent: u64::from_le_bytes(said[49..].try_into().ok()?).checked_sub(1),
        })
    }
}
