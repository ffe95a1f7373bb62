//! A slow line: takes packets for the hub and passes each on, both ways, after half a round trip.

use std::collections::BTreeMap;
use std::net::{SocketAddr, UdpSocket};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

type Packet = (Instant, Vec<u8>);

/// Starts one; returns where devices reach it. It lasts as long as the bench.
pub(crate) fn start(hub: SocketAddr, rtt: Duration) -> SocketAddr {
    let front = UdpSocket::bind("127.0.0.1:0").unwrap();
    let address = front.local_addr().unwrap();
    thread::spawn(move || {
        let mut lines: BTreeMap<SocketAddr, Sender<Packet>> = BTreeMap::new();
        let mut buffer = vec![0; 65_536];
        while let Ok((len, from)) = front.recv_from(&mut buffer) {
            let line = lines
                .entry(from)
                .or_insert_with(|| line(&front, from, hub, rtt / 2));
            // A line ends only with its sockets.
            let _ = line.send((Instant::now(), buffer[..len].to_vec()));
        }
    });
    address
}

/// A socket of its own towards the hub for each device.
fn line(front: &UdpSocket, device: SocketAddr, hub: SocketAddr, delay: Duration) -> Sender<Packet> {
    let back = UdpSocket::bind("127.0.0.1:0").unwrap();
    back.connect(hub).unwrap();
    let (up, upward) = channel();
    let (down, downward) = channel();
    let to_hub = back.try_clone().unwrap();
    thread::spawn(move || pass(&upward, delay, |packet| to_hub.send(packet)));
    let to_device = front.try_clone().unwrap();
    thread::spawn(move || pass(&downward, delay, |packet| to_device.send_to(packet, device)));
    thread::spawn(move || {
        let mut buffer = vec![0; 65_536];
        while let Ok(len) = back.recv(&mut buffer) {
            let _ = down.send((Instant::now(), buffer[..len].to_vec()));
        }
    });
    up
}

fn pass(packets: &Receiver<Packet>, delay: Duration, send: impl Fn(&[u8]) -> std::io::Result<usize>) {
    while let Ok((came, packet)) = packets.recv() {
        thread::sleep(delay.saturating_sub(came.elapsed()));
        // A packet that a socket does not take is one that the line lost.
        let _ = send(&packet);
    }
}
