//! What can go wrong with a hub as a whole. Nearly all of it is the operator's to put right.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

use tawro_core::programme::EditionFault;
use tawro_pages::cost::NoMemory;
use tawro_quic::IdentityError;
use thiserror::Error;

use crate::dashboard::TooShort;
use crate::store::StoreFault;
use crate::store::archive::ArchiveFault;

/// Why a hub could not be made, opened or run.
#[derive(Debug, Error)]
pub enum HubError {
    /// There is no hub in the folder.
    #[error("no hub is kept in {}", folder.display())]
    NoHub {
        /// The folder.
        folder: PathBuf,
    },
    /// There is one already.
    #[error("a hub is kept in {} already", folder.display())]
    Occupied {
        /// The folder.
        folder: PathBuf,
    },
    /// Another process serves from the folder.
    #[error("another process serves from {}", folder.display())]
    InUse {
        /// The folder.
        folder: PathBuf,
    },
    /// Another program listens there, or the address is not this machine's.
    #[error("cannot listen on {address}")]
    Listen {
        /// Where.
        address: SocketAddr,
        /// What the system says.
        source: io::Error,
    },
    /// The keys file is damaged or of a newer release.
    #[error("{} is not a hub's keys file", path.display())]
    Keys {
        /// The file.
        path: PathBuf,
    },
    /// The keys are of no use to the network.
    #[error("the hub's key cannot be used")]
    Identity(#[from] IdentityError),
    /// A file or folder could not be used.
    #[error("cannot use {}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The system gave no randomness, or no thread.
    #[error("the system refused")]
    System(#[source] io::Error),
    /// No address was ever set, and the hub has not served yet: a ticket could not say where it is.
    #[error("the hub's address is not known")]
    NoAddress,
    /// A password that is guessed too easily.
    #[error(transparent)]
    PasswordShort(#[from] TooShort),
    /// There is not enough memory to stretch a password.
    #[error(transparent)]
    Memory(#[from] NoMemory),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreFault),
    /// What an operator wants to tell is not signed.
    #[error(transparent)]
    Edition(#[from] EditionFault),
    /// A space could not be written out or taken in.
    #[error(transparent)]
    Archive(#[from] ArchiveFault),
}

impl HubError {
    /// A stable word for programs and for looking up the sentence.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoHub { .. } => "hub_missing",
            Self::Occupied { .. } => "hub_exists",
            Self::InUse { .. } => "folder_in_use",
            Self::Listen { .. } => "port_in_use",
            Self::Keys { .. } => "keys_damaged",
            Self::Identity(_) => "keys_unusable",
            Self::File { .. } => "file",
            Self::System(_) => "system",
            Self::NoAddress => "address_unknown",
            Self::Edition(fault) => fault.code(),
            Self::PasswordShort(_) => "dashboard_password_short",
            Self::Memory(_) => "memory_short",
            Self::Archive(ArchiveFault::Store(fault)) | Self::Store(fault) => fault.code(),
            Self::Archive(ArchiveFault::File(_)) => "system",
            Self::Archive(ArchiveFault::Malformed) => "archive_malformed",
            Self::Archive(ArchiveFault::Contradicts) => "archive_contradicts",
        }
    }
}
