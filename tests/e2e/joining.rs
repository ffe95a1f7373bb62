//! Founding without a hub, enrolling later, joining, leaving, and coming back from paper.

use std::collections::BTreeSet;
use std::sync::Arc;

use tawro_core::code::Code;
use tawro_core::membership::recovery::{RecoverySecret, space_hint};
use tawro_node::driver::{Founding, Node};
use tawro_node::error::Fault;
use tawro_node::fault::NodeError;
use tawro_node::joining::{Recovering, Recovery};
use tawro_node::net::Goal;

use tawro_tests::place::{PASSPHRASE, Place, add_person, set, sight};

#[tokio::test(flavor = "multi_thread")]
async fn two_laptops_agree_through_the_hub_and_both_values_stay() {
    let place = Place::new();
    let mut a = place.found("a");
    let id = add_person(&mut a, "خديجة");
    place.enrol(&mut a).await;
    let mut b = place.second(&mut a, "b").await;
    assert_eq!(sight(&mut a), sight(&mut b));
    set(&mut a, id, "address", "one");
    set(&mut b, id, "address", "two");
    a.sync(Goal::InSync).await.unwrap();
    b.sync(Goal::InSync).await.unwrap();
    a.sync(Goal::InSync).await.unwrap();
    let (seen_a, seen_b) = (sight(&mut a), sight(&mut b));
    assert_eq!(seen_a, seen_b);
    assert_eq!(seen_a[0].conflicts, ["address"]);
    assert_eq!(a.status().unwrap().unsynced, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_revoked_laptop_gets_nothing_and_pushes_nothing() {
    let place = Place::new();
    let mut a = place.found("a");
    let id = add_person(&mut a, "خديجة");
    place.enrol(&mut a).await;
    let mut b = place.second(&mut a, "b").await;
    let before = sight(&mut b);
    // B is stolen and offline; somebody writes on it.
    let after_theft = add_person(&mut b, "لص");
    a.revoke(BTreeSet::from([b.device()])).unwrap();
    a.sync(Goal::Ordered).await.unwrap();
    set(&mut a, id, "address", "new");
    a.sync(Goal::InSync).await.unwrap();
    let refused = b.sync(Goal::InSync).await;
    assert!(refused.is_err(), "{refused:?}");
    let seen: Vec<_> = sight(&mut b)
        .into_iter()
        .filter(|row| row.id != after_theft)
        .collect();
    assert_eq!(seen, before);
    a.sync(Goal::InSync).await.unwrap();
    drop(a);
    let mut a = place.open("a");
    assert!(sight(&mut a).iter().all(|row| row.id != after_theft));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_paper_and_the_hub_bring_everything_back() {
    let mut place = Place::new();
    let (mut a, paper) = place.found_with_paper("a");
    add_person(&mut a, "خديجة");
    place.enrol(&mut a).await;
    let mut b = place.second(&mut a, "b").await;
    add_person(&mut b, "محمد");
    b.sync(Goal::InSync).await.unwrap();
    a.sync(Goal::InSync).await.unwrap();
    let all = sight(&mut a);
    let address = place.stop_hub().await;
    place.wake_hub(address);
    let code = on_paper(&place, &a, &paper);
    let mut c = recovery(&place, "c", &code)
        .await
        .unwrap()
        .finish(Arc::clone(&place.schema))
        .await
        .unwrap();
    c.sync(Goal::InSync).await.unwrap();
    assert_eq!(sight(&mut c), all);
    add_person(&mut c, "فاطمة");
    c.sync(Goal::InSync).await.unwrap();
    assert!(a.sync(Goal::InSync).await.is_err(), "the old devices are out");
    assert!(b.sync(Goal::InSync).await.is_err(), "the old devices are out");
    let spent = recovery(&place, "d", &code).await;
    assert_eq!(
        spent.err().map(|error| error.code()),
        Some("recovery_code"),
        "the code is spent"
    );
}

fn on_paper(place: &Place, node: &Node, paper: &RecoverySecret) -> String {
    let hub = place.running.as_ref().unwrap().local_addr();
    let code = Code::Recovery {
        secret: (*paper.to_bytes()).into(),
        hub: Some(hub.to_string().parse().unwrap()),
        space: space_hint(&node.space()),
    };
    code.to_string()
}

async fn recovery<'a>(place: &Place, name: &'a str, code: &'a str) -> Result<Recovery<'a>, NodeError> {
    let asked = Recovering {
        code,
        hub: None,
        device: name,
        passphrase: PASSPHRASE,
    };
    Recovery::begin(&place.home(name), asked).await
}

/// The hub accepts, and the computer loses its power before it has kept anything of the answer.
#[tokio::test(flavor = "multi_thread")]
async fn a_recovery_that_was_interrupted_after_the_hub_accepted_goes_on() {
    let place = Place::new();
    let (mut a, paper) = place.found_with_paper("a");
    add_person(&mut a, "خديجة");
    place.enrol(&mut a).await;
    let all = sight(&mut a);
    let code = on_paper(&place, &a, &paper);
    let mut next = String::new();
    for _ in 0..2 {
        let cut = recovery(&place, "c", &code).await.unwrap();
        let shown = cut.next_code().to_string();
        assert!(next.is_empty() || next == shown, "the same code, each time");
        next = shown;
        // The association cannot be put where a folder stands: what follows the hub's answer fails.
        std::fs::create_dir(place.home("c").join("tawro.db")).unwrap();
        cut.finish(Arc::clone(&place.schema))
            .await
            .err()
            .expect("the database cannot be made");
        std::fs::remove_dir(place.home("c").join("tawro.db")).unwrap();
        assert!(a.sync(Goal::InSync).await.is_err(), "the hub has accepted");
    }
    let code_of = |done: Result<Node, NodeError>| done.err().map(|error| error.code());
    let opened = Node::open(&place.home("c"), PASSPHRASE, Arc::clone(&place.schema));
    assert_eq!(code_of(opened), Some("folder_recovering"));
    let founding = Founding {
        device: "c",
        passphrase: PASSPHRASE,
    };
    let founded = Node::found(&place.home("c"), &founding, Arc::clone(&place.schema));
    assert_eq!(code_of(founded.map(|(node, _)| node)), Some("folder_recovering"));
    // Whichever paper is at hand serves.
    let taken_up = recovery(&place, "c", &next).await.unwrap();
    assert_eq!(taken_up.next_code().to_string(), next);
    let mut c = taken_up.finish(Arc::clone(&place.schema)).await.unwrap();
    c.sync(Goal::InSync).await.unwrap();
    assert_eq!(sight(&mut c), all);
    drop(c);
    assert!(!place.home("c").join("recovering").exists());
    assert_eq!(sight(&mut place.open("c")), all);
    // And the next code is in force.
    let mut d = recovery(&place, "d", &next)
        .await
        .unwrap()
        .finish(Arc::clone(&place.schema))
        .await
        .unwrap();
    d.sync(Goal::InSync).await.unwrap();
    assert_eq!(sight(&mut d), all);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_recovery_that_was_interrupted_before_it_began_goes_on_with_the_old_paper() {
    let place = Place::new();
    let (mut a, paper) = place.found_with_paper("a");
    place.enrol(&mut a).await;
    let code = on_paper(&place, &a, &paper);
    let next = recovery(&place, "c", &code).await.unwrap().next_code();
    let other = place.found_with_paper("other").1;
    let other = on_paper(&place, &place.open("other"), &other);
    let refused = recovery(&place, "c", &other)
        .await
        .err()
        .map(|error| error.code());
    assert_eq!(refused, Some("folder_recovering"), "of another association");
    let again = recovery(&place, "c", &code).await.unwrap();
    assert_eq!(again.next_code(), next);
    let mut c = again.finish(Arc::clone(&place.schema)).await.unwrap();
    c.sync(Goal::InSync).await.unwrap();
    assert!(a.sync(Goal::InSync).await.is_err(), "the old device is out");
}
