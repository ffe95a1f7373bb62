//! Founding without a hub, enrolling later, joining, leaving, and coming back from paper.

use std::collections::BTreeSet;
use std::sync::Arc;

use tawro_core::code::Code;
use tawro_core::membership::recovery::space_hint;
use tawro_node::joining::{Recovering, recover};
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
    let code = Code::Recovery {
        secret: (*paper.to_bytes()).into(),
        hub: Some(address.to_string().parse().unwrap()),
        space: space_hint(&a.space()),
    };
    let code = code.to_string();
    let again = Recovering {
        code: &code,
        hub: None,
        device: "c",
        passphrase: PASSPHRASE,
    };
    let (mut c, _) = recover(&place.home("c"), again, Arc::clone(&place.schema))
        .await
        .unwrap();
    c.sync(Goal::InSync).await.unwrap();
    assert_eq!(sight(&mut c), all);
    add_person(&mut c, "فاطمة");
    c.sync(Goal::InSync).await.unwrap();
    assert!(a.sync(Goal::InSync).await.is_err(), "the old devices are out");
    assert!(b.sync(Goal::InSync).await.is_err(), "the old devices are out");
    let once = Recovering {
        code: &code,
        hub: None,
        device: "d",
        passphrase: PASSPHRASE,
    };
    assert!(
        recover(&place.home("d"), once, Arc::clone(&place.schema))
            .await
            .is_err(),
        "the code is spent"
    );
}
