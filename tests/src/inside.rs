//! Somebody who holds the keys of both ends, and reads what they say inside the encryption of the line.

use std::net::SocketAddr;
use std::path::Path;

use quinn::{Connection, Endpoint, RecvStream, SendStream};
use tawro_core::crypto::DeviceSecret;
use tawro_quic::{Identity, Limits, Pin, client_config, connect, server_config};

use crate::tap::Packets;

/// The keys of one device and of its hub.
#[derive(Clone)]
pub struct Keys {
    device: Identity,
    hub: Identity,
}

impl Keys {
    pub fn new(device: &DeviceSecret, hub_folder: &Path) -> Self {
        let file = std::fs::read(hub_folder.join("keys")).unwrap();
        let secret = file.last_chunk().unwrap();
        let identity = |secret: &DeviceSecret| Identity::from_pkcs8(&secret.pkcs8()).unwrap();
        Self {
            device: identity(device),
            hub: identity(&DeviceSecret::from_bytes(secret)),
        }
    }

    /// A socket that the device takes for the hub.
    pub fn pretend(&self, listen: SocketAddr) -> Endpoint {
        Endpoint::server(server_config(&self.hub, &Limits::hub()).unwrap(), listen).unwrap()
    }
}

/// Passes on what the device says to the hub as the device, and back, and keeps a copy of each byte.
pub async fn read_along(front: Endpoint, hub: SocketAddr, keys: Keys, heard: Packets) {
    while let Some(incoming) = front.accept().await {
        let device = incoming.await.unwrap();
        let pin = Pin::Key(keys.hub.device());
        let config = client_config(&keys.device, pin, &Limits::node()).unwrap();
        let any = SocketAddr::from(([127, 0, 0, 1], 0));
        let endpoint = Endpoint::client(any).unwrap();
        let hub = connect(&endpoint, config, hub).await.unwrap();
        tokio::spawn(between(device, hub, heard.clone()));
    }
}

async fn between(device: Connection, hub: Connection, heard: Packets) {
    while let Ok((to_device, from_device)) = device.accept_bi().await {
        let (to_hub, from_hub) = hub.open_bi().await.unwrap();
        tokio::spawn(pass(from_device, to_hub, heard.clone()));
        tokio::spawn(pass(from_hub, to_device, heard.clone()));
    }
    hub.close(tawro_quic::close::DONE.into(), b"");
}

/// Until one of the two is gone: what is said afterwards is nobody's.
async fn pass(mut from: RecvStream, mut to: SendStream, heard: Packets) {
    while let Ok(Some(chunk)) = from.read_chunk(65_536, true).await {
        heard.lock().unwrap().extend_from_slice(&chunk.bytes);
        if to.write_all(&chunk.bytes).await.is_err() {
            return;
        }
    }
    let _gone_already = to.finish();
}
