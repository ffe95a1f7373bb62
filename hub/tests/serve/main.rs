//! A hub on a real socket and a real disk, with devices that dial it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may stop where it stands"
)]

mod client;
mod logs;
mod statistics;

use std::collections::BTreeSet;
use std::net::SocketAddr;

use client::Client;
use tawro_core::code::HubAddress;
use tawro_core::replica::Intent;
use tawro_hub::{Hub, HubError, Running};
use tawro_quic::{LinkFault, close};

pub(crate) fn any() -> SocketAddr {
    "127.0.0.1:0".parse().unwrap()
}

/// A hub that serves from a folder of its own.
pub(crate) fn hub() -> (tempfile::TempDir, Hub, Running) {
    let folder = tempfile::tempdir().unwrap();
    let hub = Hub::init(&folder.path().join("hub"), "YES", None).unwrap();
    let running = hub.serve(any()).unwrap();
    (folder, hub, running)
}

#[tokio::test]
async fn two_devices_agree_and_a_restarted_hub_has_everything() {
    let (folder, hub, running) = hub();
    let at = running.local_addr();
    let mut one = Client::founder(1, "A");
    one.add("before the hub");
    let mut two = one.second("B");
    // Another process makes the ticket while this one serves.
    let elsewhere = Hub::open(&folder.path().join("hub")).unwrap();
    let code = elsewhere.ticket("Association Al Amal").unwrap();
    let text = code.to_string();
    let code = text.parse().unwrap();
    let key = one.enrol(&code, at).await;
    assert_eq!(key, hub.key());
    one.meet(key, at).await;
    one.until_rows(1).await;
    two.meet(key, at).await;
    two.until_rows(1).await;
    two.add("by the second");
    two.until_rows(2).await;
    one.until_rows(2).await;
    assert_eq!(one.store.rows, two.store.rows);

    let status = elsewhere.status().unwrap();
    assert_eq!((status.associations, status.devices, status.entries), (1, 2, 2));
    assert_eq!(status.list[0].name.as_deref(), Some("Association Al Amal"));

    running.shutdown().await;
    assert_eq!(
        two.until_ended().await,
        LinkFault::Closed {
            code: u64::from(close::STOPPING)
        }
    );
    one.hang_up();
    two.hang_up();
    one.add("while it was down");
    assert_eq!(one.unsynced(), 1);
    let running = hub.serve(any()).unwrap();
    let at = running.local_addr();
    for device in [&mut one, &mut two] {
        device.meet(key, at).await;
        device.until_rows(3).await;
    }
    assert_eq!(one.store.rows, two.store.rows);
    assert_eq!(hub.status().unwrap().entries, 3);
    running.shutdown().await;

    // Put away and taken in elsewhere, it is the same.
    let mut archive = Vec::new();
    hub.export(one.replica.space(), &mut archive).unwrap();
    let other = Hub::init(&folder.path().join("other"), "YES", None).unwrap();
    for _ in 0..2 {
        assert_eq!(other.import(&mut &archive[..]).unwrap(), one.replica.space());
    }
    let (here, there) = (hub.status().unwrap(), other.status().unwrap());
    assert_eq!(
        (there.devices, there.entries, there.bytes),
        (here.devices, here.entries, here.bytes)
    );
}

#[tokio::test]
async fn a_removed_device_loses_its_connection_and_does_not_come_back() {
    let (_folder, hub, running) = hub();
    let at = running.local_addr();
    let mut one = Client::founder(2, "A");
    let mut two = one.second("B");
    let key = one.enrol(&hub.ticket("x").unwrap(), at).await;
    one.meet(key, at).await;
    two.meet(key, at).await;
    two.add("Khadija");
    two.until_rows(1).await;
    one.until_rows(1).await;
    one.decide(&Intent::Remove(BTreeSet::from([two.id()])));
    let put_out = LinkFault::Closed {
        code: u64::from(close::REFUSED),
    };
    let (ended, ()) = tokio::join!(two.until_ended(), one.until_rows(1));
    assert_eq!(ended, put_out);
    two.meet(key, at).await;
    assert_eq!(two.until_ended().await, put_out);
    running.shutdown().await;
}

#[tokio::test]
async fn many_devices_at_once_share_the_disk() {
    let (_folder, hub, running) = hub();
    let at = running.local_addr();
    let mut founder = Client::founder(3, "A");
    let mut devices: Vec<_> = (0..5).map(|n| founder.second(&n.to_string())).collect();
    let key = founder.enrol(&hub.ticket("x").unwrap(), at).await;
    devices.push(founder);
    let mut tasks = tokio::task::JoinSet::new();
    let all = devices.len() * 20;
    for mut device in devices {
        tasks.spawn(async move {
            device.meet(key, at).await;
            for n in 0..20 {
                device.add(&n.to_string());
                device.until_rows(1).await;
            }
            device.until_rows(all).await;
            device
        });
    }
    let done = tasks.join_all().await;
    assert!(done.iter().all(|device| device.store.rows == done[0].store.rows));
    running.shutdown().await;
}

#[tokio::test]
async fn what_stands_in_the_way_of_serving_has_its_own_name() {
    let (folder, hub, running) = hub();
    assert!(matches!(hub.serve(any()), Err(HubError::InUse { .. })));
    let other = Hub::init(&folder.path().join("other"), "YES", None).unwrap();
    assert!(matches!(
        other.serve(running.local_addr()),
        Err(HubError::Listen { .. })
    ));
    let again = Hub::init(&folder.path().join("other"), "YES", None);
    assert!(matches!(again, Err(HubError::Occupied { .. })));
    assert!(matches!(Hub::open(folder.path()), Err(HubError::NoHub { .. })));
    running.shutdown().await;
    hub.serve(any()).unwrap().shutdown().await;
}

#[tokio::test]
async fn a_ticket_says_where_the_hub_is() {
    let (folder, hub, running) = hub();
    let where_is = |hub: &Hub| match hub.ticket("x").unwrap() {
        tawro_core::code::Code::Ticket { hub, .. } => hub,
        other => panic!("{other:?}"),
    };
    assert_eq!(where_is(&hub).to_string(), running.local_addr().to_string());
    running.shutdown().await;
    let address: HubAddress = "hub.example.org:7421".parse().unwrap();
    let named = Hub::init(&folder.path().join("named"), "YES", Some(&address)).unwrap();
    let running = named.serve(any()).unwrap();
    assert_eq!(where_is(&named), address);
    assert_eq!(named.name().unwrap(), "YES");
    running.shutdown().await;
}

#[tokio::test]
async fn a_hub_that_stopped_leaves_its_address_free() {
    let (_folder, hub, running) = hub();
    let at = running.local_addr();
    running.shutdown().await;
    for _ in 0..5 {
        hub.serve(at).unwrap().shutdown().await;
    }
}
