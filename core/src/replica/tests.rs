//! Two devices of one association, meeting without a hub: the founder orders the decisions.

mod order;
mod trouble;

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
    let (left, right) = meeting(a, b, dice);
    assert!(
        left.in_sync() && right.in_sync(),
        "{:?} {:?}",
        left.closed(),
        right.closed()
    );
}

fn meeting(a: &mut Device, b: &mut Device, dice: &mut ChaCha8Rng) -> (Peer, Peer) {
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
    (left, right)
}

/// The device again, from what its store holds and what the witness says.
fn again(device: &Device, dice: &mut ChaCha8Rng) -> Device {
    let mut store = device.store.clone();
    let secret = DeviceSecret::from_bytes(&device.replica.secret.to_bytes());
    let (schema, witness) = (Arc::clone(&device.replica.schema), device.replica.witness());
    let replica = Replica::open(schema, secret, witness.as_ref(), dice, &mut store).expect("opens");
    Device { replica, store }
}

fn sign_for(device: &mut Device, log: LogId, seq: u64) {
    device
        .replica
        .note_receipt(log, seq, &mut device.store)
        .expect("keeps");
}

fn own_head(device: &Device) -> LogHead {
    device.replica.heads[&device.replica.own_log]
}

/// Two devices that both may decide about members.
fn two_admins() -> (Device, Device, ChaCha8Rng) {
    let (mut a, mut b, mut dice) = two();
    let set = Intent::SetRole {
        device: b.replica.device(),
        role: Role::Admin,
    };
    a.replica
        .decide_members(&set, &mut dice, &mut a.store)
        .expect("decides");
    exchange(&mut a, &mut b, &mut dice);
    (a, b, dice)
}

fn turn(device: &mut Device, peer: &mut Peer, dice: &mut ChaCha8Rng) -> Vec<crate::wire::Message> {
    while peer.wants_work() {
        device.replica.work(peer, dice, &mut device.store).expect("works");
        peer.committed(&mut device.replica).expect("sound");
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

#[test]
fn what_a_hub_signed_for_and_lost_to_another_branch_is_sent_again() {
    let (mut a, mut b, mut dice) = two();
    let id = add(&mut a, &mut dice);
    exchange(&mut a, &mut b, &mut dice);
    let mut copy = again(&a, &mut dice);
    let mut before = again(&b, &mut dice);
    let only = add(&mut copy, &mut dice);
    exchange(&mut copy, &mut before, &mut dice);
    let head = own_head(&copy);
    sign_for(&mut copy, head.log, head.seq);
    set(&mut a, id, "by the first", &mut dice);
    exchange(&mut a, &mut b, &mut dice);
    for _ in 0..4 {
        meeting(&mut copy, &mut b, &mut dice);
    }
    assert!(b.store.rows.contains_key(&only));
    assert_eq!(copy.store.rows, b.store.rows);
}

#[test]
fn what_the_hub_does_not_hold_is_not_synced_whatever_it_signed() {
    let (mut a, mut b, mut dice) = two();
    let empty = again(&b, &mut dice);
    add(&mut a, &mut dice);
    exchange(&mut a, &mut b, &mut dice);
    let head = own_head(&a);
    sign_for(&mut a, head.log, head.seq);
    assert_eq!(a.replica.unsynced(&mut a.store).expect("counts"), 0);
    b = empty;
    exchange(&mut a, &mut b, &mut dice);
    assert_eq!(a.replica.unsynced(&mut a.store).expect("counts"), 1);
}

#[test]
fn a_decision_that_waits_is_not_replaced_by_a_later_one() {
    let (_a, mut b, mut dice) = two_admins();
    let mut decide = |b: &mut Device, invite: u8| {
        let invite = crate::id::InviteId([invite; 16]);
        let intent = Intent::Invite { invite, expires: NOW };
        b.replica
            .decide_members(&intent, &mut dice, &mut b.store)
            .expect("decides");
    };
    decide(&mut b, 1);
    decide(&mut b, 2);
    let first = b.replica.proposals(&mut b.store).expect("reads")[0].hash();
    b.replica.drop_proposal(first, &mut b.store).expect("drops");
    decide(&mut b, 3);
    assert_eq!(b.replica.proposals(&mut b.store).expect("reads").len(), 2);
}

#[test]
fn a_removal_blocks_until_it_is_refused() {
    let (mut a, b, mut dice) = two();
    let hub = DeviceSecret::generate(&mut dice).id();
    let device = b.replica.device();
    for intent in [Intent::HandOver(hub.0), Intent::Remove([device].into())] {
        a.replica
            .decide_members(&intent, &mut dice, &mut a.store)
            .expect("decides");
    }
    assert!(!a.replica.membership().is_active(&device));
    let draft = a.replica.proposals(&mut a.store).expect("reads")[0].hash();
    a.replica.drop_proposal(draft, &mut a.store).expect("drops");
    assert!(a.replica.membership().is_active(&device));
}

#[test]
fn nothing_of_an_entry_with_a_critical_item_of_a_newer_release_is_applied() {
    let (mut a, mut b, mut dice) = two();
    let newer = crate::log::Item::Unknown {
        kind: 9,
        critical: true,
        bytes: vec![1],
    };
    b.store.journal_push(&newer.to_bytes()).expect("keeps");
    let id = add(&mut b, &mut dice);
    exchange(&mut a, &mut b, &mut dice);
    assert!(!a.store.rows.contains_key(&id));
    assert_eq!(a.replica.waiting.iter().count(), 1);
}

#[test]
fn no_number_a_hub_reports_overflows_and_no_stranger_is_kept() {
    let (mut a, b, _) = two();
    let mut peer = a.replica.meet(Side::Node, NOW);
    for device in [b.replica.device(), DeviceId([7; 32])] {
        peer.report(crate::wire::PeerAcks {
            device,
            incarnation: [0; 16],
            seen: 0,
            acks: vec![crate::wire::Ack {
                log: LogId([1; 16]),
                stored: u64::MAX,
                applied: Some(u64::MAX),
            }],
        });
    }
    a.replica.take_acks(&mut peer, &mut a.store).expect("keeps");
    assert_eq!(a.store.scan("acks/").expect("reads").len(), 1);
}
