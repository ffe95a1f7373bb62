//! Why a connection or a stream ended, sorted by who can act.

use std::net::SocketAddr;

use quinn::{ConnectError, ConnectionError, ReadError, WriteError};
use thiserror::Error;

/// The application's codes for closing a connection, stable on the wire.
pub mod close {
    /// Nothing more to say.
    pub const DONE: u32 = 0;
    /// The key may do nothing here (any more).
    pub const REFUSED: u32 = 1;
    /// A frame broke the protocol.
    pub const PROTOCOL: u32 = 2;
    /// Too much, too fast; come back later.
    pub const BUSY: u32 = 3;
    /// The hub stops.
    pub const STOPPING: u32 = 4;
    /// The same device connected again; the newer connection stays.
    pub const REPLACED: u32 = 5;
}

/// Why talking to a peer failed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LinkFault {
    /// For the person: the hub proved another key than the pinned one.
    #[error("the other end proved another key than the expected one")]
    OtherKey,
    /// For the person: there is somebody, but of another protocol or a later major version.
    #[error("the other end does not speak this protocol")]
    OtherProtocol,
    /// For the person: nobody answers; the network or the hub is down.
    #[error("no answer")]
    NoAnswer,
    /// For the operator: no packet can leave towards the address.
    #[error("{address} cannot be reached")]
    Unreachable {
        /// Where to.
        address: SocketAddr,
    },
    /// The peer closed with one of the codes in [`close`].
    #[error("closed by the other end with code {code}")]
    Closed {
        /// The code.
        code: u64,
    },
    /// The peer ended a stream in the middle of a frame, or gave it up.
    #[error("a stream was cut")]
    Cut,
    /// The peer broke the rules of the transport or of the frames.
    #[error("the other end broke the protocol")]
    Broken,
    /// We closed it ourselves.
    #[error("closed")]
    Ours,
}

impl From<ConnectionError> for LinkFault {
    fn from(error: ConnectionError) -> Self {
        match error {
            ConnectionError::ApplicationClosed(frame) => Self::Closed {
                code: frame.error_code.into_inner(),
            },
            ConnectionError::TransportError(error) => match u64::from(error.code) {
                ALERT_ACCESS_DENIED => Self::OtherKey,
                ALERT_NO_PROTOCOL => Self::OtherProtocol,
                _ => Self::Broken,
            },
            ConnectionError::ConnectionClosed(frame) => match u64::from(frame.error_code) {
                ALERT_NO_PROTOCOL => Self::OtherProtocol,
                CONNECTION_REFUSED => Self::Closed {
                    code: u64::from(close::BUSY),
                },
                _ => Self::Broken,
            },
            ConnectionError::VersionMismatch => Self::OtherProtocol,
            ConnectionError::TimedOut | ConnectionError::Reset => Self::NoAnswer,
            ConnectionError::LocallyClosed | ConnectionError::CidsExhausted => Self::Ours,
        }
    }
}

impl From<ReadError> for LinkFault {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::ConnectionLost(error) => error.into(),
            ReadError::Reset(_) => Self::Cut,
            ReadError::ClosedStream | ReadError::IllegalOrderedRead | ReadError::ZeroRttRejected => {
                Self::Ours
            }
        }
    }
}

impl From<WriteError> for LinkFault {
    fn from(error: WriteError) -> Self {
        match error {
            WriteError::ConnectionLost(error) => error.into(),
            WriteError::Stopped(_) => Self::Cut,
            WriteError::ClosedStream | WriteError::ZeroRttRejected => Self::Ours,
        }
    }
}

impl LinkFault {
    pub(crate) fn connecting(error: ConnectError, address: SocketAddr) -> Self {
        match error {
            ConnectError::UnsupportedVersion => Self::OtherProtocol,
            ConnectError::EndpointStopping => Self::Ours,
            ConnectError::InvalidRemoteAddress(_)
            | ConnectError::InvalidServerName(_)
            | ConnectError::CidsExhausted
            | ConnectError::NoDefaultClientConfig => Self::Unreachable { address },
        }
    }

    /// Whether trying again later, without any change, can help.
    pub fn may_pass(&self) -> bool {
        match self {
            Self::NoAnswer | Self::Unreachable { .. } | Self::Cut | Self::Ours => true,
            Self::Closed { code } => *code != u64::from(close::REFUSED),
            Self::OtherKey | Self::OtherProtocol | Self::Broken => false,
        }
    }
}

/// TLS alerts as QUIC carries them (RFC 9001 section 4.8), and the transport's own refusal.
const ALERT_ACCESS_DENIED: u64 = 0x100 + 49;
const ALERT_NO_PROTOCOL: u64 = 0x100 + 120;
const CONNECTION_REFUSED: u64 = 0x2;
