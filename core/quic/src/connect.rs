//! Making a connection, with its errors sorted.

use std::io;
use std::net::{SocketAddr, UdpSocket};
use std::sync::Arc;
use std::time::Duration;

use quinn::{
    ClientConfig, Connection, ConnectionId, ConnectionIdGenerator, Endpoint, EndpointConfig, TokioRuntime,
};

use crate::fault::LinkFault;

/// An endpoint for one connection at a time, which needs no id for it: what comes is of that one.
///
/// # Errors
/// The system gives no socket at this address.
pub fn client_endpoint(local: SocketAddr) -> io::Result<Endpoint> {
    let mut config = EndpointConfig::default();
    config.cid_generator(|| Box::new(NoId));
    Endpoint::new(config, None, UdpSocket::bind(local)?, Arc::new(TokioRuntime))
}

/// Eight bytes less in every packet towards us.
struct NoId;

impl ConnectionIdGenerator for NoId {
    fn generate_cid(&mut self) -> ConnectionId {
        ConnectionId::new(&[])
    }

    fn cid_len(&self) -> usize {
        0
    }

    fn cid_lifetime(&self) -> Option<Duration> {
        None
    }
}

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
