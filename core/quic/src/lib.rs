//! What both ends of a connection share: keys as identity, framed streams, limits.
//!
//! A device is known by its Ed25519 key, and so is a hub: the TLS handshake under QUIC proves
//! possession of that key and nothing else (RFC 7250, raw public keys). There are no
//! certificates, no names and no dates, because old laptops have dead clocks. What a proven key
//! may do is decided by whoever holds the connection, on every connection anew: neither session
//! tickets nor 0-RTT exist here, as both would let a removed device back in.
//!
//! ```no_run
//! # async fn example(secret: &[u8], hub: tawro_core::id::DeviceId) -> Result<(), Box<dyn std::error::Error>> {
//! use tawro_quic::{Identity, Limits, Pin, client_config, client_endpoint, connect, peer_key};
//!
//! let identity = Identity::from_pkcs8(secret)?;
//! let config = client_config(&identity, Pin::Key(hub), &Limits::node())?;
//! let endpoint = client_endpoint("0.0.0.0:0".parse()?)?;
//! let connection = connect(&endpoint, config, "192.0.2.7:7430".parse()?).await?;
//! assert_eq!(peer_key(&connection), Some(hub));
//! # Ok(()) }
//! ```
#![warn(missing_docs)]

mod identity;
pub use identity::{Identity, IdentityError, peer_key};

mod verify;
pub use verify::Pin;

mod config;
pub use config::{Limits, Protocol, client_config, client_config_for, server_config};

mod fault;
pub use fault::{LinkFault, close};

mod connect;
pub use connect::{client_endpoint, connect};

mod stream;
pub use stream::{FrameReceiver, FrameSender, accept, accept_short, open};
