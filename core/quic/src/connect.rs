//! Making a connection, with its errors sorted.

use std::net::SocketAddr;
use std::time::Duration;

use quinn::{ClientConfig, Connection, Endpoint};

use crate::fault::LinkFault;

/// Connects and proves our key.
///
/// The other end's verdict on *our* key may still be outstanding when this returns (TLS 1.3 lets
/// the client finish first): only its first answer on a stream says that we are welcome.
/// Gives up after ten seconds.
///
/// # Errors
/// [`LinkFault::OtherKey`] when the peer's key is not the pinned one, [`LinkFault::NoAnswer`] when
/// nobody is there, and the rest of [`LinkFault`].
pub async fn connect(
    endpoint: &Endpoint,
    config: ClientConfig,
    address: SocketAddr,
) -> Result<Connection, LinkFault> {
    // The name is required by the library and sent nowhere.
    let connecting = endpoint
        .connect_with(config, address, "tawro")
        .map_err(|error| LinkFault::connecting(error, address))?;
    match tokio::time::timeout(HANDSHAKE_TIMEOUT, connecting).await {
        Ok(done) => Ok(done?),
        Err(_) => Err(LinkFault::NoAnswer),
    }
}

const HANDSHAKE_TIMEOUT: Duration = Duration::from_secs(10);
