//! Two devices of one association, meeting without a hub: the founder orders the decisions.

use std::sync::Arc;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::*;
use crate::command::Command;
use crate::membership::Role;
use crate::membership::draft::{self, Newcomer};
use crate::membership::recovery::RecoverySecret;
use crate::schema::Scalar;
use crate::sync::Side;

struct Device {
    replica: Replica,
    store: MemoryStore,
}

const NOW: Timestamp = Timestamp(1_795_462_200);

fn text(value: &str) -> Scalar {
    Scalar::Text(value.to_owned())
}

/// Lets a device in, with all that the founder knows of members.
fn admit(founder: &mut Device, label: &str, dice: &mut ChaCha8Rng) -> Device {
    let secret = DeviceSecret::generate(dice);
    let newcomer = Newcomer {
        keys: secret.keys(),
        role: Role::Member,
        label: label.to_owned(),
        invite: None,
    };
    founder
        .replica
        .decide_members(&Intent::Admit(newcomer), dice, &mut founder.store)
        .expect("admits");
    let mut store = MemoryStore {
        membership: founder.store.membership.clone(),
        ..MemoryStore::default()
    };
    let schema = Arc::clone(&founder.replica.schema);
    let replica = Replica::open(schema, secret, None, dice, &mut store).expect("opens");
    Device { replica, store }
}

fn two() -> (Device, Device, ChaCha8Rng) {
    let mut dice = ChaCha8Rng::seed_from_u64(1);
    let schema = Arc::new(Schema::builtin());
    let a = DeviceSecret::generate(&mut dice);
    let recovery = RecoverySecret::generate(&mut dice);
    let genesis = draft::genesis(&a, "A", &recovery.keys(), &mut dice).expect("a genesis");
    let mut store = MemoryStore::default();
    let replica = Replica::found(Arc::clone(&schema), a, &genesis, &mut dice, &mut store).expect("founds");
    let mut founder = Device { replica, store };
    let second = admit(&mut founder, "B", &mut dice);
    (founder, second, dice)
}

/// Lets two devices exchange until nothing moves any more.
fn exchange(a: &mut Device, b: &mut Device, dice: &mut ChaCha8Rng) {
    let mut left = a.replica.meet(Side::Node, NOW);
    let mut right = b.replica.meet(Side::Hub, NOW);
    for _ in 0..50 {
        let to_right = turn(a, &mut left, dice);
        let to_left = turn(b, &mut right, dice);
        if to_right.is_empty() && to_left.is_empty() {
            break;
        }
        to_right
            .into_iter()
            .for_each(|message| right.handle(message).expect("sound"));
        to_left
            .into_iter()
            .for_each(|message| left.handle(message).expect("sound"));
    }
    assert!(
        left.in_sync() && right.in_sync(),
        "{:?} {:?}",
        left.closed(),
        right.closed()
    );
}

fn turn(device: &mut Device, peer: &mut Peer, dice: &mut ChaCha8Rng) -> Vec<crate::wire::Message> {
    while peer.wants_work() {
        device.replica.work(peer, dice, &mut device.store).expect("works");
        peer.committed(&device.replica).expect("sound");
    }
    std::iter::from_fn(|| peer.poll_send()).collect()
}

fn add(device: &mut Device, dice: &mut ChaCha8Rng) -> RecordId {
    let command = Command::Add {
        kind: "person".to_owned(),
        id: None,
        cells: vec![("given_name/ar".to_owned(), text("خديجة"))],
    };
    let done = device
        .replica
        .execute(&command, NOW, dice, &mut device.store)
        .expect("adds");
    done.added[0]
}

fn set(device: &mut Device, id: RecordId, value: &str, dice: &mut ChaCha8Rng) {
    let base = device.store.rows[&id].heads.clone();
    let command = Command::Set {
        id,
        base,
        cells: vec![("address".to_owned(), text(value))],
    };
    device
        .replica
        .execute(&command, NOW, dice, &mut device.store)
        .expect("sets");
}

#[test]
fn what_one_device_adds_the_other_has() {
    let (mut a, mut b, mut dice) = two();
    let id = add(&mut a, &mut dice);
    exchange(&mut a, &mut b, &mut dice);
    assert_eq!(a.store.rows, b.store.rows);
    assert!(b.store.rows.contains_key(&id));
}

#[test]
fn two_edits_of_one_field_both_stay_until_one_decides() {
    let (mut a, mut b, mut dice) = two();
    let id = add(&mut a, &mut dice);
    exchange(&mut a, &mut b, &mut dice);
    set(&mut a, id, "one", &mut dice);
    set(&mut b, id, "two", &mut dice);
    exchange(&mut a, &mut b, &mut dice);
    assert_eq!(a.store.rows, b.store.rows);
    assert_eq!(a.store.rows[&id].conflicts, ["address"]);
    let base = b.store.rows[&id].heads.clone();
    let resolve = Command::Resolve {
        id,
        base,
        cell: "address".to_owned(),
        value: text("two"),
    };
    b.replica
        .execute(&resolve, NOW, &mut dice, &mut b.store)
        .expect("resolves");
    exchange(&mut a, &mut b, &mut dice);
    assert_eq!(a.store.rows, b.store.rows);
    assert!(a.store.rows[&id].conflicts.is_empty());
}

#[test]
fn a_copied_device_heals_and_nothing_is_lost_or_doubled() {
    let (mut a, mut b, mut dice) = two();
    let id = add(&mut a, &mut dice);
    exchange(&mut a, &mut b, &mut dice);
    // The folder of A is copied with all that is in it, witness included; both copies go on.
    let witness = a.replica.witness();
    let mut copy_store = a.store.clone();
    let secret = DeviceSecret::from_bytes(&a.replica.secret.to_bytes());
    let copy = Replica::open(
        Arc::clone(&a.replica.schema),
        secret,
        witness.as_ref(),
        &mut dice,
        &mut copy_store,
    );
    let mut copy = Device {
        replica: copy.expect("opens"),
        store: copy_store,
    };
    set(&mut a, id, "by the first", &mut dice);
    let other = add(&mut copy, &mut dice);
    exchange(&mut a, &mut b, &mut dice);
    exchange(&mut copy, &mut b, &mut dice);
    exchange(&mut a, &mut b, &mut dice);
    exchange(&mut copy, &mut b, &mut dice);
    assert_eq!(a.store.rows, b.store.rows);
    assert_eq!(copy.store.rows, b.store.rows);
    assert!(b.store.rows.contains_key(&other));
    assert_eq!(b.store.rows.len(), 2);
}

#[test]
fn a_witness_that_was_not_written_before_a_crash_is_asked_for_before_sending() {
    let (mut a, mut b, mut dice) = two();
    add(&mut a, &mut dice);
    exchange(&mut a, &mut b, &mut dice);
    let written = a.replica.witness();
    add(&mut a, &mut dice);
    a.replica.seal(&mut dice, &mut a.store).expect("seals");
    // The entry is durable, the witness is still the one before; then the power goes.
    let secret = DeviceSecret::from_bytes(&a.replica.secret.to_bytes());
    let schema = Arc::clone(&a.replica.schema);
    let mut again = Replica::open(schema, secret, written.as_ref(), &mut dice, &mut a.store).expect("opens");
    let mut peer = again.meet(Side::Node, NOW);
    let work = again.work(&mut peer, &mut dice, &mut a.store).expect("works");
    assert_eq!(work.witness.map(|witness| witness.seq), Some(1));
}
