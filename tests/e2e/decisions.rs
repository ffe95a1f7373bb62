//! Decisions that the hub refuses or others overtake, strangers at the mailbox, and a clock in 1980.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use rusqlite::{Connection, params};
use tawro_core::code::Code;
use tawro_core::crypto::DeviceSecret;
use tawro_core::id::DeviceId;
use tawro_core::membership::Role;
use tawro_core::membership::invite::{JoinRequest, invite_id};
use tawro_core::replica::Intent;
use tawro_core::schema::Schema;
use tawro_core::time::Timestamp;
use tawro_node::driver::{Node, dice};
use tawro_node::error::Fault;
use tawro_node::fault::NodeError;
use tawro_node::joining::join;
use tawro_node::net::Goal;
use tawro_tests::place::{PASSPHRASE, PATIENCE, Place, add_person, set, sight};

fn refused<T>(done: Result<T, NodeError>) -> &'static str {
    done.err().map_or("nothing was refused", |error| error.code())
}

async fn set_role(by: &mut Node, device: DeviceId, role: Role) {
    by.decide_members(&Intent::SetRole { device, role }).unwrap();
    by.sync(Goal::Ordered).await.unwrap();
}

/// Two devices that both may decide.
async fn two_admins(place: &Place) -> (Node, Node) {
    let mut a = place.found("a");
    place.enrol(&mut a).await;
    let mut b = place.second(&mut a, "b").await;
    set_role(&mut a, b.device(), Role::Admin).await;
    b.sync(Goal::InSync).await.unwrap();
    (a, b)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admission_that_another_made_impossible_is_not_called_done() {
    let place = Place::new();
    let (mut a, mut b) = two_admins(&place).await;
    let invitation = a.invite().await.unwrap();
    let home = place.home("c");
    let asking = join(&home, &invitation.code, "c", PATIENCE);
    let (asking, joiner) = tokio::join!(asking, a.wait_for_joiner(&invitation, PATIENCE));
    let (asking, joiner) = (asking.unwrap(), joiner.unwrap());
    b.sync(Goal::InSync).await.unwrap();
    let (invite, _) = b.membership().invites().iter().next().unwrap();
    b.decide_members(&Intent::CloseInvite(*invite)).unwrap();
    b.sync(Goal::Ordered).await.unwrap();
    let admitted = a.admit(&invitation, &joiner, Role::Member).await;
    assert_eq!(refused(admitted), "decision_not_ordered");
    assert_eq!(a.membership().active().count(), 2);
    let schema = std::sync::Arc::clone(&place.schema);
    let waits = asking.finish("four words", schema, Duration::from_secs(1)).await;
    assert_eq!(refused(waits), "not_admitted");
    // With a code that is open it goes on.
    place.second(&mut a, "c").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_may_not_decide_any_more_is_told_so() {
    let place = Place::new();
    let (mut a, mut b) = two_admins(&place).await;
    set_role(&mut b, a.device(), Role::Member).await;
    let revoked = a.revoke_now(BTreeSet::from([b.device()])).await;
    assert_eq!(refused(revoked), "decision_not_ordered");
    assert!(a.membership().is_active(&b.device()), "nobody stays blocked");
    assert_eq!(refused(a.invite().await), "members_refused");
    set_role(&mut b, a.device(), Role::Admin).await;
    a.sync(Goal::InSync).await.unwrap();
    set_role(&mut b, a.device(), Role::Member).await;
    add_person(&mut a, "خديجة");
    a.sync(Goal::InSync).await.unwrap();
    b.sync(Goal::InSync).await.unwrap();
    assert_eq!(sight(&mut a), sight(&mut b));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_removal_waits_for_a_hub_that_sleeps_and_no_longer() {
    let mut place = Place::new();
    let (mut a, b) = two_admins(&place).await;
    let address = place.stop_hub().await;
    let gone = BTreeSet::from([b.device()]);
    assert!(!a.revoke_now(gone).await.unwrap());
    assert!(!a.membership().is_active(&b.device()), "blocked here at once");
    place.wake_hub(address);
    a.sync(Goal::Ordered).await.unwrap();
    let out = a.membership().member(&b.device()).unwrap();
    assert!(out.removed_at.is_some());
}

/// Who has seen the verdict can look for keys with the same six digits.
#[tokio::test(flavor = "multi_thread")]
async fn the_first_request_shown_is_the_only_one() {
    let mut place = Place::new();
    let mut a = place.found("a");
    place.enrol(&mut a).await;
    let invitation = a.invite().await.unwrap();
    let home = place.home("b");
    let asking = join(&home, &invitation.code, "b", PATIENCE);
    let (asking, first) = tokio::join!(asking, a.wait_for_joiner(&invitation, PATIENCE));
    asking.unwrap();
    let again = a.wait_for_joiner(&invitation, PATIENCE).await.unwrap();
    assert_eq!(again.digits, first.unwrap().digits, "the same may be shown again");

    let Code::Invite { secret, .. } = invitation.code.parse().unwrap() else {
        panic!("an invitation is one");
    };
    let other = JoinRequest::new(&DeviceSecret::generate(&mut dice()), "b", &secret).unwrap();
    let sealed = other.seal(&secret, &mut dice());
    let address = place.stop_hub().await;
    let db = Connection::open(place.home("hub").join("hub.db")).unwrap();
    let put = db.execute(
        "UPDATE letter SET bytes = ? WHERE invite = ? AND slot = 2",
        params![sealed, invite_id(&secret).0],
    );
    assert_eq!(put.unwrap(), 1, "a hub that cheats");
    drop(db);
    place.wake_hub(address);
    // Also by another run of the program.
    drop(a);
    let mut a = place.open("a");
    let invitation = a.open_invitation().unwrap().unwrap();
    let second = a.wait_for_joiner(&invitation, PATIENCE).await;
    assert_eq!(refused(second), "invite_other_request");
    a.close_invitation(&invitation).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_declined_is_told_at_once() {
    let place = Place::new();
    let mut a = place.found("a");
    place.enrol(&mut a).await;
    let invitation = a.invite().await.unwrap();
    let home = place.home("b");
    let asking = join(&home, &invitation.code, "b", PATIENCE);
    let (asking, joiner) = tokio::join!(asking, a.wait_for_joiner(&invitation, PATIENCE));
    let (asking, _) = (asking.unwrap(), joiner.unwrap());
    let finishing = asking.finish(PASSPHRASE, Arc::new(Schema::builtin()), PATIENCE);
    let (finished, closed) = tokio::join!(finishing, a.close_invitation(&invitation));
    closed.unwrap();
    assert_eq!(refused(finished), "not_admitted");
    // The same computer joins when it is wanted.
    let mut b = place.second(&mut a, "b").await;
    assert_eq!(sight(&mut b), sight(&mut a));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_computers_of_one_name_are_told_apart() {
    let place = Place::new();
    let mut a = place.found("vm");
    let id = add_person(&mut a, "خديجة");
    place.enrol(&mut a).await;
    let invitation = a.invite().await.unwrap();
    let home = place.home("b");
    let asking = join(&home, &invitation.code, "vm", PATIENCE);
    let (asking, joiner) = tokio::join!(asking, a.wait_for_joiner(&invitation, PATIENCE));
    a.admit(&invitation, &joiner.unwrap(), Role::Member)
        .await
        .unwrap();
    a.sync(Goal::InSync).await.unwrap();
    let schema = Arc::new(Schema::builtin());
    let mut b = asking
        .unwrap()
        .finish(PASSPHRASE, schema, PATIENCE)
        .await
        .unwrap();
    b.sync(Goal::InSync).await.unwrap();
    set(&mut a, id, "address", "one");
    set(&mut b, id, "address", "two");
    b.sync(Goal::InSync).await.unwrap();
    a.sync(Goal::InSync).await.unwrap();
    let values = a.show(id).unwrap().conflicts.remove(0).values;
    let devices: BTreeSet<_> = values.into_iter().map(|value| value.by.device.unwrap()).collect();
    let expected = ["vm (A)", "vm (B)"].map(str::to_owned);
    assert_eq!(devices, BTreeSet::from(expected));
}

/// Writes into the hub's store while it sleeps.
async fn behind_its_back(place: &mut Place, sql: &str) {
    let address = place.stop_hub().await;
    let db = Connection::open(place.home("hub").join("hub.db")).unwrap();
    assert_eq!(db.execute(sql, []).unwrap(), 1, "{sql}");
    drop(db);
    place.wake_hub(address);
}

#[tokio::test(flavor = "multi_thread")]
async fn codes_whose_time_is_over_lose_nothing() {
    let mut place = Place::new();
    let mut a = place.found("a");
    add_person(&mut a, "خديجة");
    let (before, members) = (sight(&mut a), a.membership().head());
    let ticket = place.hub.ticket("Association").unwrap().to_string();
    behind_its_back(&mut place, "UPDATE ticket SET expires = 1").await;
    assert_eq!(refused(a.enrol(&ticket).await), "code_not_valid");
    assert_eq!(a.membership().head(), members, "nothing was handed over");
    assert!(a.hub().unwrap().is_none());
    place.enrol(&mut a).await;

    let invitation = a.invite().await.unwrap();
    behind_its_back(&mut place, "UPDATE invite SET expires = 1").await;
    let late = join(&place.home("late"), &invitation.code, "late", PATIENCE).await;
    assert_eq!(refused(late), "code_not_valid");
    let waited = a.wait_for_joiner(&invitation, PATIENCE).await;
    assert_eq!(refused(waited), "code_not_valid");
    assert!(
        a.open_invitation().unwrap().is_none(),
        "by this computer's clock it would still be open"
    );
    assert_eq!(sight(&mut a), before);
    // The same folder joins with a code that holds.
    let mut late = place.second(&mut a, "late").await;
    assert_eq!(sight(&mut late), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_in_1980_bars_nothing() {
    let place = Place::new();
    let mut a = place.found("a");
    a.set_clock(|| Timestamp(315_532_800));
    add_person(&mut a, "خديجة");
    place.enrol(&mut a).await;
    let mut b = place.second(&mut a, "b").await;
    b.set_clock(|| Timestamp(0));
    add_person(&mut b, "محمد");
    b.sync(Goal::InSync).await.unwrap();
    a.sync(Goal::InSync).await.unwrap();
    assert_eq!(sight(&mut a), sight(&mut b));
    let invitation = a.invite().await.unwrap();
    assert!(
        invitation.expires > Timestamp(1_700_000_000),
        "dated by the clock that judges it: {}",
        invitation.expires
    );
    assert!(a.open_invitation().unwrap().is_some());
    assert!(a.revoke_now(BTreeSet::from([b.device()])).await.unwrap());
    assert_eq!(refused(b.sync(Goal::InSync).await), "hub_not_here");
}
