//! A session that cannot go on ends at once, and says why.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use tawro_core::membership::Role;
use tawro_core::replica::{Hindrance, Intent};
use tawro_node::error::Fault;
use tawro_node::fault::NodeError;
use tawro_node::net::Goal;
use tawro_node::syncing::Met;
use tokio::sync::Notify;

use tawro_tests::place::{Place, add_person, sight};

#[tokio::test(flavor = "multi_thread")]
async fn what_a_reader_cannot_send_is_told_and_not_waited_for() {
    let place = Place::new();
    let mut a = place.found("a");
    place.enrol(&mut a).await;
    let mut b = place.second(&mut a, "b").await;
    add_person(&mut b, "محمد");
    let reader = Intent::SetRole {
        device: b.device(),
        role: Role::Reader,
    };
    a.decide_members(&reader).unwrap();
    a.sync(Goal::Ordered).await.unwrap();
    b.sync(Goal::InSync).await.unwrap();
    let status = b.status().unwrap();
    assert_eq!(status.hindrance, Some(Hindrance::NotAWriter));
    assert_eq!((status.unsynced, status.unsealed), (1, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_put_out_while_it_stays_is_told_so() {
    let place = Place::new();
    let mut a = place.found("a");
    place.enrol(&mut a).await;
    let mut b = place.second(&mut a, "b").await;
    let (told, refused) = (Notify::new(), RefCell::new(0));
    let out = b.device();
    let mut tell = |met: Met<'_>| {
        if let Met::Failed(NodeError::Refused(_), _) = met {
            *refused.borrow_mut() += 1;
            told.notify_one();
        }
    };
    let staying = b.serve(told.notified(), &mut tell);
    let revoking = async {
        a.revoke(BTreeSet::from([out])).unwrap();
        a.sync(Goal::Ordered).await.unwrap();
    };
    let (stayed, ()) = tokio::join!(staying, revoking);
    stayed.unwrap();
    assert!(*refused.borrow() > 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hub_that_comes_late_is_found_without_a_restart() {
    let mut place = Place::new();
    let mut a = place.found("a");
    place.enrol(&mut a).await;
    let mut b = place.second(&mut a, "b").await;
    let address = place.stop_hub().await;
    for name in ["خديجة", "محمد", "زينب"] {
        add_person(&mut a, name);
    }
    let tried = Notify::new();
    let failures = RefCell::new(Vec::new());
    let mut tell = |met: Met<'_>| {
        if let Met::Failed(fault, _) = met {
            failures.borrow_mut().push(fault.code().to_owned());
            if failures.borrow().len() == 2 {
                tried.notify_one();
            }
        }
    };
    // It stays in one call from before the hub comes until everything has arrived.
    let until_all_arrived = async {
        tried.notified().await;
        place.wake_hub(address);
        while b.sync(Goal::InSync).await.unwrap().received == 0 {
            tokio::task::yield_now().await;
        }
    };
    a.serve(until_all_arrived, &mut tell).await.unwrap();
    let failures = failures.into_inner();
    assert!(failures.len() >= 2, "{failures:?}");
    assert!(
        failures.iter().all(|code| code == "hub_no_answer"),
        "{failures:?}"
    );
    // It may have been stopped before the receipt came.
    a.sync(Goal::InSync).await.unwrap();
    assert_eq!(a.status().unwrap().unsynced, 0);
    assert_eq!(sight(&mut a), sight(&mut b));
}

/// The files of a folder, to be put back.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    entries
        .map(|path| (path.clone(), std::fs::read(path).unwrap()))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_noticed_is_told_while_the_connection_stays() {
    let mut place = Place::new();
    let mut a = place.found("a");
    place.enrol(&mut a).await;
    let mut b = place.second(&mut a, "b").await;
    let address = place.stop_hub().await;
    let old = files(&place.home("hub"));
    place.wake_hub(address);
    let id = add_person(&mut a, "خديجة");
    a.sync(Goal::InSync).await.unwrap();
    // The hub comes back from an old copy, without what it signed for.
    place.stop_hub().await;
    for (path, _) in files(&place.home("hub")) {
        std::fs::remove_file(path).unwrap();
    }
    for (path, bytes) in old {
        std::fs::write(path, bytes).unwrap();
    }
    place.wake_hub(address);
    let said = RefCell::new(Vec::new());
    let mut tell = |met: Met<'_>| {
        let one = match met {
            Met::Connected => "connected",
            Met::Noticed(notice) => notice.code(),
            Met::Moved(_) => "moved",
            // Of numbers others tell.
            Met::Statistics(_) => return,
            Met::Failed(..) => "failed",
        };
        said.borrow_mut().push(one);
    };
    // It is given again while A stays; by then somebody knows.
    let until_given_again = async {
        while b.record(id).unwrap().is_none() {
            b.sync(Goal::InSync).await.unwrap();
            tokio::task::yield_now().await;
        }
    };
    a.serve(until_given_again, &mut tell).await.unwrap();
    assert_eq!(said.into_inner(), ["connected", "hub_lost_data"]);
}
