//! That the search for a planted word can fail: with sealing off, it is found at the hub and on the way.

use std::net::SocketAddr;

use tawro_core::faults::{self, Fault};
use tawro_node::net::Goal;
use tawro_tests::inside::{Keys, read_along};
use tawro_tests::place::{Place, set};
use tawro_tests::tap::Packets;
use tokio::net::UdpSocket;

use crate::egress::{ARABIC, CNIE, LATIN, PHONE, cells, plant};
use crate::search::Needles;

/// Where the words were found.
struct Found {
    in_folder: Vec<String>,
    in_cells: Vec<String>,
    inside_the_line: Vec<String>,
}

/// One laptop tells the hub a record of every kind, and then one edit more.
async fn tell() -> Found {
    // A port that was free a moment ago; whoever listens there needs keys that do not exist yet.
    let free = UdpSocket::bind("127.0.0.1:0").await.unwrap();
    let address: SocketAddr = free.local_addr().unwrap();
    let place = Place::behind(address);
    let mut a = place.found("a");
    let keys = Keys::new(a.replica().secret(), &place.home("hub"));
    let heard = Packets::default();
    drop(free);
    let front = keys.pretend(address);
    let hub = place.running.as_ref().unwrap().local_addr();
    tokio::spawn(read_along(front, hub, keys, heard.clone()));

    plant(&mut a);
    place.enrol(&mut a).await;
    // Short enough for one page of the store.
    let person = a.execute(&tawro_core::command::Command::Add {
        kind: "person".to_owned(),
        id: None,
        cells: vec![],
    });
    set(&mut a, person.unwrap().added[0], "address", LATIN);
    a.sync(Goal::InSync).await.unwrap();

    let needles = Needles::new(&[LATIN, ARABIC, PHONE, CNIE]);
    let all = cells(&place.home("hub").join("hub.db"));
    let heard = heard.lock().unwrap();
    assert!(heard.len() > 5_000, "only {} bytes were heard", heard.len());
    Found {
        in_folder: needles.found_in(&place.home("hub")).0,
        in_cells: all.iter().flat_map(|cell| needles.found(cell)).collect(),
        inside_the_line: needles.found(&heard),
    }
}

/// On one thread, as a fault is planted into a thread.
#[tokio::test]
async fn only_sealing_keeps_the_word_from_the_hub() {
    let sealed = tell().await;
    assert_eq!(sealed.in_folder, [""; 0]);
    assert_eq!(sealed.in_cells, [""; 0]);
    assert_eq!(sealed.inside_the_line, [""; 0]);

    faults::plant(Some(Fault::Unsealed));
    let open = tell().await;
    faults::plant(None);
    // A release build seals whatever is planted.
    let is_found = cfg!(debug_assertions);
    for found in [open.in_folder, open.in_cells, open.inside_the_line] {
        assert_eq!(!found.is_empty(), is_found, "{found:?}");
    }
}
