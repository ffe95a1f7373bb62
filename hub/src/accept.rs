//! The listener: who may shake hands, how often, and for how long.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use quinn::{Endpoint, Incoming};
use tawro_quic::{Protocol, peer_key};
use tokio::time::timeout;

use crate::peer::{Line, serve};
use crate::quota::{Buckets, Rate};
use crate::statistics::{self, Statistics};

/// Accepts connections until the endpoint is closed.
pub(crate) async fn accept(endpoint: Endpoint, line: Line, desk: Statistics) {
    let mut addresses = Buckets::new(HANDSHAKES);
    let shaking = Arc::new(AtomicUsize::new(0));
    let places = Places::default();
    while let Some(incoming) = endpoint.accept().await {
        let many = shaking.load(Ordering::Relaxed) >= RETRY_ABOVE;
        if many && incoming.may_retry() {
            // Costs the other side a round trip and proves its address; costs us no memory.
            let _ = incoming.retry();
            continue;
        }
        let network = network(incoming.remote_address().ip());
        let too_fast = addresses.take(network, 1, line.clock.now()) > 0;
        let Some(place) = (if too_fast { None } else { places.take(network) }) else {
            incoming.refuse();
            continue;
        };
        let ends = (line.clone(), desk.clone());
        tokio::spawn(shake_hands(incoming, ends, Counted::new(&shaking), place));
    }
}

async fn shake_hands(incoming: Incoming, (line, desk): (Line, Statistics), shaking: Counted, place: Place) {
    let Ok(connecting) = incoming.accept() else { return };
    let Ok(Ok(connection)) = timeout(HANDSHAKE_MAX, connecting).await else {
        return;
    };
    drop(shaking);
    // Always there: the configuration asks every client for its key.
    let Some(key) = peer_key(&connection) else { return };
    match Protocol::of(&connection) {
        Some(Protocol::Sync) => serve(connection, key, line).await,
        Some(Protocol::Statistics) => statistics::serve(connection, key, place.network, desk).await,
        None => {}
    }
    drop(place);
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

/// Who has how many of the places for connections.
#[derive(Clone, Default)]
struct Places(Arc<Mutex<Taken>>);

#[derive(Default)]
struct Taken {
    all: usize,
    by_network: BTreeMap<IpAddr, usize>,
}

/// A place for one connection, until it is dropped.
struct Place {
    places: Places,
    network: IpAddr,
}

impl Places {
    /// A place, unless all are taken or this network has as many as one may.
    fn take(&self, network: IpAddr) -> Option<Place> {
        let mut taken = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let of_network = taken.by_network.get(&network).copied().unwrap_or(0);
        if taken.all >= CONNECTIONS_MAX || of_network >= CONNECTIONS_OF_A_NETWORK_MAX {
            return None;
        }
        taken.all += 1;
        taken.by_network.insert(network, of_network + 1);
        let places = self.clone();
        Some(Place { places, network })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut taken = self.places.0.lock().unwrap_or_else(PoisonError::into_inner);
        taken.all -= 1;
        if let Some(count) = taken.by_network.get_mut(&self.network) {
            *count -= 1;
            if *count == 0 {
                taken.by_network.remove(&self.network);
            }
        }
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
/// So that one address cannot take them all.
const CONNECTIONS_OF_A_NETWORK_MAX: usize = 256;

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

    #[test]
    fn one_network_cannot_take_all_places() {
        let places = Places::default();
        let address = |last| IpAddr::from([192, 0, 2, last]);
        let mut held: Vec<_> = (0..CONNECTIONS_OF_A_NETWORK_MAX)
            .map(|_| places.take(address(1)).unwrap())
            .collect();
        assert!(places.take(address(1)).is_none());
        assert!(places.take(address(2)).is_some(), "another network has its own");
        held.pop();
        assert!(places.take(address(1)).is_some(), "a place that was left is free");
        drop(held);
        let taken = places.0.lock().unwrap();
        assert_eq!((taken.all, taken.by_network.len()), (0, 0));
    }
}
