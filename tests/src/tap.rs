//! Somebody on the line between devices and a hub, who keeps every packet.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use tokio::net::UdpSocket;

/// What went by, both ways, packet after packet.
pub type Packets = Arc<Mutex<Vec<u8>>>;

/// Carries packets between whoever comes to `front` and the hub, and keeps a copy of each.
pub async fn carry(front: UdpSocket, hub: SocketAddr, packets: Packets) {
    let front = Arc::new(front);
    let mut lines: HashMap<SocketAddr, Arc<UdpSocket>> = HashMap::new();
    let mut buffer = vec![0; 65_536];
    loop {
        let (len, from) = front.recv_from(&mut buffer).await.unwrap();
        packets.lock().unwrap().extend_from_slice(&buffer[..len]);
        let line = match lines.get(&from) {
            Some(line) => Arc::clone(line),
            None => {
                let line = Arc::new(UdpSocket::bind("127.0.0.1:0").await.unwrap());
                line.connect(hub).await.unwrap();
                tokio::spawn(answers(
                    Arc::clone(&line),
                    Arc::clone(&front),
                    from,
                    packets.clone(),
                ));
                lines.insert(from, Arc::clone(&line));
                line
            }
        };
        // A hub that is gone is the devices' affair, not the carrier's.
        let _lost = line.send(&buffer[..len]).await;
    }
}

async fn answers(line: Arc<UdpSocket>, front: Arc<UdpSocket>, to: SocketAddr, packets: Packets) {
    let mut buffer = vec![0; 65_536];
    while let Ok(len) = line.recv(&mut buffer).await {
        packets.lock().unwrap().extend_from_slice(&buffer[..len]);
        let _lost = front.send_to(&buffer[..len], to).await;
    }
}
