//! What a database may refuse, sorted by who can act.

use std::path::PathBuf;

use rusqlite::ErrorCode;
use tawro_core::replica::StoreFault;
use thiserror::Error;

use crate::error::{Fault, Who};

/// Why the store failed. Nothing of the transaction in which it happened counts.
#[derive(Debug, Error)]
pub enum StoreError {
    /// A newer release wrote the database.
    #[error("a newer release wrote the database")]
    Newer {
        /// Its version.
        found: i64,
        /// The newest that this release reads.
        known: i64,
    },
    /// It is the database of another program.
    #[error("not a database of this program")]
    Foreign {
        /// What it says it is.
        application_id: i64,
    },
    /// The key does not open it, or its first page is damaged: the cipher cannot tell which.
    #[error("the key does not open the database")]
    WrongKey {
        /// The file.
        path: PathBuf,
    },
    /// There is no database where one was made.
    #[error("the database is not there")]
    Missing {
        /// The file.
        path: PathBuf,
    },
    /// What is in it is not what was written.
    #[error("the database is damaged at {place}")]
    Damaged {
        /// Where it was noticed.
        place: &'static str,
        /// What was wrong, as the database says it.
        #[source]
        source: Option<rusqlite::Error>,
    },
    /// There is no room for what was to be written.
    #[error("the disk is full")]
    DiskFull,
    /// The database may not be written to.
    #[error("the database cannot be written to")]
    ReadOnly,
    /// Another connection holds the database.
    #[error("the database is busy")]
    Busy,
    /// The file could not be opened, read or written.
    #[error("the database file failed")]
    File {
        /// What the database says.
        #[source]
        source: rusqlite::Error,
    },
    /// There is no such kind, register or field.
    #[error("{name} is not declared")]
    Undeclared {
        /// What was asked for.
        name: String,
    },
    /// A mistake of this program.
    #[error("the database refused a statement")]
    Sql {
        /// What it says.
        #[source]
        source: rusqlite::Error,
    },
}

impl StoreError {
    pub(crate) fn damaged(place: &'static str) -> Self {
        Self::Damaged { place, source: None }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(source: rusqlite::Error) -> Self {
        let extended = source.sqlite_error().map(|error| error.extended_code);
        match source.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            // The index of the log beside the database cannot grow, which only a full disk refuses.
            _ if extended == Some(rusqlite::ffi::SQLITE_IOERR_SHMSIZE) => Self::DiskFull,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged {
                place: "page",
                source: Some(source),
            },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::ReadOnly) => Self::ReadOnly,
            Some(ErrorCode::CannotOpen | ErrorCode::SystemIoFailure | ErrorCode::PermissionDenied) => {
                Self::File { source }
            }
            _ => Self::Sql { source },
        }
    }
}

impl From<StoreError> for StoreFault {
    fn from(error: StoreError) -> Self {
        Self(Box::new(error))
    }
}

impl Fault for StoreError {
    fn code(&self) -> &'static str {
        match self {
            Self::Newer { .. } => "database_newer",
            Self::Foreign { .. } => "database_foreign",
            Self::WrongKey { .. } => "database_wrong_key",
            Self::Missing { .. } => "database_missing",
            Self::Damaged { .. } => "database_damaged",
            Self::DiskFull => "disk_full",
            Self::ReadOnly => "disk_read_only",
            Self::Busy => "database_busy",
            Self::File { .. } => "database_file",
            Self::Undeclared { .. } => "undeclared",
            Self::Sql { .. } => "database_refused",
        }
    }

    fn who(&self) -> Who {
        match self {
            Self::Newer { .. } | Self::Foreign { .. } | Self::Busy | Self::Undeclared { .. } => Who::Person,
            Self::WrongKey { .. }
            | Self::Missing { .. }
            | Self::Damaged { .. }
            | Self::DiskFull
            | Self::ReadOnly
            | Self::File { .. } => Who::Operator,
            Self::Sql { .. } => Who::Us,
        }
    }

    fn facts(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Newer { found, known } => vec![("found", found.to_string()), ("known", known.to_string())],
            Self::Foreign { application_id } => vec![("application_id", application_id.to_string())],
            Self::WrongKey { path } | Self::Missing { path } => vec![("path", path.display().to_string())],
            Self::Damaged { place, .. } => vec![("place", (*place).to_owned())],
            Self::Undeclared { name } => vec![("name", name.clone())],
            Self::File { source } | Self::Sql { source } => vec![("reason", source.to_string())],
            Self::DiskFull | Self::ReadOnly | Self::Busy => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::ffi;

    use super::*;

    #[test]
    fn an_index_that_cannot_grow_is_a_full_disk() {
        let of = |code| StoreError::from(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None));
        assert_eq!(of(ffi::SQLITE_IOERR_SHMSIZE).code(), "disk_full");
        assert_eq!(of(ffi::SQLITE_FULL).code(), "disk_full");
        assert_eq!(of(ffi::SQLITE_IOERR_READ).code(), "database_file");
    }
}
