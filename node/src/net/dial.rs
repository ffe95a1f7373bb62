//! Dialling: an address becomes a connection whose other end has proved its key.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};

use quinn::{Connection, Endpoint};
use tawro_core::code::HubAddress;
use tawro_core::id::DeviceId;
use tawro_quic::{
    Identity, Limits, LinkFault, Pin, Protocol, client_config_for, client_endpoint, close, connect, peer_key,
};

use crate::fault::NodeError;

/// A connection to a hub, with the endpoint that carries it.
pub struct Line {
    /// The socket of ours.
    pub endpoint: Endpoint,
    /// The connection.
    pub connection: Connection,
    /// The key that the hub proved.
    pub hub: DeviceId,
}

/// Connects to a hub to sync. With [`Pin::Learn`] the caller must have the key proved otherwise.
pub async fn dial(identity: &Identity, hub: &HubAddress, pin: Pin) -> Result<Line, NodeError> {
    dial_for(Protocol::Sync, identity, hub, pin).await
}

/// The same for what is spoken.
pub(crate) async fn dial_for(
    protocol: Protocol,
    identity: &Identity,
    hub: &HubAddress,
    pin: Pin,
) -> Result<Line, NodeError> {
    let config = client_config_for(protocol, identity, pin, &Limits::node())?;
    let mut last = LinkFault::NoAnswer;
    let found = tokio::net::lookup_host((hub.host(), hub.port())).await;
    for address in found.map_err(|_| NodeError::Unknown {
        host: hub.host().to_owned(),
    })? {
        let endpoint = client_endpoint(any_port(address)).map_err(|_| LinkFault::Unreachable { address })?;
        match connect(&endpoint, config.clone(), address).await {
            Ok(connection) => {
                let hub = peer_key(&connection).ok_or(LinkFault::OtherKey)?;
                return Ok(Line {
                    endpoint,
                    connection,
                    hub,
                });
            }
            Err(fault) => last = fault,
        }
    }
    Err(last.into())
}

impl Line {
    /// Ends the connection and waits until the other end knows.
    pub async fn close(self) {
        self.connection.close(close::DONE.into(), b"");
        self.endpoint.wait_idle().await;
    }
}

fn any_port(towards: SocketAddr) -> SocketAddr {
    if towards.is_ipv4() {
        (Ipv4Addr::UNSPECIFIED, 0).into()
    } else {
        (Ipv6Addr::UNSPECIFIED, 0).into()
    }
}
