//! The listener: who may shake hands, how often, and for how long.

use std::net::{IpAddr, Ipv6Addr};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use quinn::{Endpoint, Incoming};
use tawro_quic::peer_key;
use tokio::time::timeout;

use crate::peer::{Line, serve};
use crate::quota::{Buckets, Rate};

/// Accepts connections until the endpoint is closed.
pub(crate) async fn accept(endpoint: Endpoint, line: Line) {
    let mut addresses = Buckets::new(HANDSHAKES);
    let shaking = Arc::new(AtomicUsize::new(0));
    let connected = Arc::new(AtomicUsize::new(0));
    while let Some(incoming) = endpoint.accept().await {
        let many = shaking.load(Ordering::Relaxed) >= RETRY_ABOVE;
        if many && incoming.may_retry() {
            // Costs the other side a round trip and proves its address; costs us no memory.
            let _ = incoming.retry();
            continue;
        }
        let network = network(incoming.remote_address().ip());
        let too_fast = addresses.take(network, 1, line.clock.now()) > 0;
        if too_fast || connected.load(Ordering::Relaxed) >= CONNECTIONS_MAX {
            incoming.refuse();
            continue;
        }
        let (shaking, connected) = (Counted::new(&shaking), Counted::new(&connected));
        tokio::spawn(shake_hands(incoming, line.clone(), shaking, connected));
    }
}

async fn shake_hands(incoming: Incoming, line: Line, shaking: Counted, connected: Counted) {
    let Ok(connecting) = incoming.accept() else { return };
    let Ok(Ok(connection)) = timeout(HANDSHAKE_MAX, connecting).await else {
        return;
    };
    drop(shaking);
    // Always there: the configuration asks every client for its key.
    let Some(key) = peer_key(&connection) else { return };
    serve(connection, key, line).await;
    drop(connected);
}

/// One among those counted, until it is dropped.
struct Counted(Arc<AtomicUsize>);

impl Counted {
    fn new(count: &Arc<AtomicUsize>) -> Self {
        count.fetch_add(1, Ordering::Relaxed);
        Self(count.clone())
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Who shares a bucket: an IPv4 address, or the /64 that one IPv6 subscriber has.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(v6) => match v6.to_ipv4_mapped() {
            Some(v4) => IpAddr::V4(v4),
            None => {
                let [a, b, c, d, ..] = v6.segments();
                IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
            }
        },
    }
}

/// Handshakes of one address. A village may share one behind its operator's translation.
const HANDSHAKES: Rate = Rate {
    per_second: 5,
    burst: 200,
};
/// Handshakes under way from which addresses must be proved first.
const RETRY_ABOVE: usize = 64;
const HANDSHAKE_MAX: Duration = Duration::from_secs(10);
/// About 30 KiB each when idle.
const CONNECTIONS_MAX: usize = 10_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_subscriber_has_one_bucket() {
        let check = |address: &str, expected: &str| {
            assert_eq!(
                network(address.parse().unwrap()),
                expected.parse::<IpAddr>().unwrap()
            );
        };
        check("192.0.2.7", "192.0.2.7");
        check("::ffff:192.0.2.7", "192.0.2.7");
        check("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::");
    }
}
