//! Errors at the node's edge, sorted by who can act: a person, the operator, a peer, us.

use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use thiserror::Error;

/// Who can do something about an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Who {
    /// Whoever sits at the computer: type something else, choose another file, close a program.
    Person,
    /// Whoever looks after the computer: free space, permissions, a damaged disk.
    Operator,
    /// The hub or another device.
    Peer,
    /// Those who write this program.
    Us,
}

/// What every error at the edge says of itself.
///
/// It carries no sentence: sentences are in the locales of the crate that speaks, under the code.
pub trait Fault: std::error::Error {
    /// Stable code, as `disk_full`; never renamed.
    fn code(&self) -> &'static str;
    /// Who can act.
    fn who(&self) -> Who;
    /// Facts for the sentence, by name. Paths, ids and numbers; never what a record says.
    fn facts(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

/// The system refused an action on a file or folder.
#[derive(Debug, Error)]
#[error("{action} of {path} failed")]
pub struct FileError {
    /// What was tried: `open`, `write`, `lock`, …
    pub action: &'static str,
    /// On what.
    pub path: PathBuf,
    /// What the system said.
    #[source]
    pub source: io::Error,
}

impl FileError {
    /// For `map_err`: `File::open(path).map_err(FileError::when("open", path))`.
    pub fn when(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self { action, path, source }
    }
}

impl Fault for FileError {
    fn code(&self) -> &'static str {
        match self.source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "disk_full",
            io::ErrorKind::PermissionDenied => "file_denied",
            io::ErrorKind::ReadOnlyFilesystem => "disk_read_only",
            io::ErrorKind::NotFound => "file_missing",
            _ => "file_failed",
        }
    }

    fn who(&self) -> Who {
        match self.source.kind() {
            io::ErrorKind::NotFound => Who::Person,
            _ => Who::Operator,
        }
    }

    fn facts(&self) -> Vec<(&'static str, String)> {
        vec![
            ("action", self.action.to_owned()),
            ("path", self.path.display().to_string()),
            ("reason", self.source.to_string()),
        ]
    }
}

/// An address of this computer cannot be listened on.
#[derive(Debug, Error)]
#[error("cannot listen on {address}")]
pub struct ListenError {
    /// The address.
    pub address: SocketAddr,
    /// What the system said.
    #[source]
    pub source: io::Error,
}

impl Fault for ListenError {
    fn code(&self) -> &'static str {
        match self.source.kind() {
            io::ErrorKind::AddrInUse => "port_in_use",
            io::ErrorKind::PermissionDenied => "port_denied",
            io::ErrorKind::AddrNotAvailable => "address_not_here",
            _ => "listen_failed",
        }
    }

    fn who(&self) -> Who {
        Who::Operator
    }

    fn facts(&self) -> Vec<(&'static str, String)> {
        vec![
            ("address", self.address.to_string()),
            ("port", self.address.port().to_string()),
            ("reason", self.source.to_string()),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_says_is_sorted_by_who_can_act() {
        let check = |kind: io::ErrorKind, code: &str, who: Who| {
            let error = FileError::when("write", Path::new("x"))(kind.into());
            assert_eq!((error.code(), error.who()), (code, who));
        };
        check(io::ErrorKind::StorageFull, "disk_full", Who::Operator);
        check(io::ErrorKind::NotFound, "file_missing", Who::Person);
        check(io::ErrorKind::PermissionDenied, "file_denied", Who::Operator);
        check(io::ErrorKind::Other, "file_failed", Who::Operator);
        let listen = ListenError {
            address: ([127, 0, 0, 1], 7420).into(),
            source: io::ErrorKind::AddrInUse.into(),
        };
        assert_eq!(listen.code(), "port_in_use");
        assert!(listen.facts().contains(&("port", "7420".to_owned())));
    }
}
