//! Membership before entries, proposals, and what else is only passed on.

use super::*;
use crate::id::{EntryHash, MemberHash};
use crate::log::Receipt;
use crate::wire::{Ack, PeerAcks, ProposalRefusal, Proposed};

#[test]
fn nothing_is_ready_before_the_peers_membership_is_here() {
    let world = World::new(1, 4);
    let (mut a, mut b) = pair(&world, world.store(0), world.store(3), None);
    let hello: Vec<u8> = a.stream.drain(..).collect();
    b.receive(&hello);
    b.answer();
    let welcome: Vec<u8> = b.stream.drain(..).collect();
    a.receive(&welcome);
    assert!(
        b.ready() && !a.ready(),
        "the hub lacks nothing, the device three records"
    );
    settle(&mut a, &mut b, &mut dice(1));
    assert_converged(&a, &b);
}

#[test]
fn entries_wait_for_membership_within_bounds_and_are_asked_for_again_beyond() {
    let mut world = World::new(1, 2);
    let (log, other) = (World::log(1, 0), World::log(0, 0));
    let (mut node, mut hub) = (world.store(1), world.store(0));
    for _ in 0..1_500 {
        node.take(&world.write(1, log, 1, b"x")).unwrap();
    }
    node.take(&world.write(0, other, 0, b"y")).unwrap();
    hub.heads.clear();
    let (mut a, mut b) = pair(&world, node, hub, Some(log));
    // The membership is on its way, but the hub's store is slow to apply it.
    for _ in 0..40 {
        let bytes: Vec<u8> = a.stream.drain(..).collect();
        b.receive(&bytes);
        let bytes: Vec<u8> = b.stream.drain(..).collect();
        a.receive(&bytes);
        a.answer();
        b.take_entries(100);
    }
    assert_eq!(b.session.parked(), 1_024);
    assert!(b.store.heads.contains_key(&other), "another log is not held up");
    assert!(!b.store.heads.contains_key(&log));
    settle(&mut a, &mut b, &mut dice(1));
    assert_converged(&a, &b);
}

#[test]
fn two_views_of_one_position_end_the_session() {
    let (one, two) = (World::new(1, 2), World::new(1, 2));
    let mut other = two.store(1);
    other.records = one.store(1).records;
    let (mut a, mut b) = pair(&one, one.store(1), two.store(1), None);
    settle(&mut a, &mut b, &mut dice(1));
    assert_converged(&a, &b);
    // The same space, another record at position 1.
    let mut world = World::new(1, 3);
    world.records[1] = world.records[2].clone();
    let mut local = world.store(0);
    local.records.truncate(1);
    let mut hub = Peer::new(Side::Hub, one.store(1), DeviceId([9; 32]), None);
    let mut hello = first_hello(&local);
    hello.member_position = Some(1);
    hello.member_hash = Some(MemberHash([1; 32]));
    hello.space = one.space();
    hub.handle(Input::Frame(Message::Hello(hello)));
    assert_eq!(hub.closing(), Some(Closing::MembershipSplit { position: 1 }));
}

fn first_hello(store: &Store) -> crate::wire::Hello {
    let mut node = Peer::new(Side::Node, store.clone(), DeviceId([1; 32]), None);
    let bytes: Vec<u8> = node.stream.drain(..).collect();
    node.reader.push(&bytes);
    match node.reader.next_message() {
        Ok(Some(Message::Hello(hello))) => hello,
        other => unreachable!("{other:?}"),
    }
}

#[test]
fn a_proposal_is_answered_and_its_record_comes_to_everyone() {
    let world = World::new(1, 3);
    let (mut a, mut b) = pair(&world, world.store(1), world.store(1), None);
    let mut dice = dice(1);
    settle(&mut a, &mut b, &mut dice);
    let record = world.records[2].bytes().to_vec();
    a.handle(Input::Propose {
        id: 7,
        record: record.clone(),
    });
    settle(&mut a, &mut b, &mut dice);
    assert_eq!(
        b.seen.last(),
        Some(&Output::Proposal {
            id: 7,
            record: record.clone()
        })
    );
    // The hub sequences it: it is the next of its membership.
    b.members.push(record);
    b.take_members();
    let result = Proposed::Accepted {
        position: 2,
        hash: world.records[2].hash(),
    };
    b.handle(Input::Proposed { id: 7, result });
    settle(&mut a, &mut b, &mut dice);
    assert_eq!(a.saw(|output| *output == Output::Proposed { id: 7, result }), 1);
    assert_converged(&a, &b);
    assert_eq!(a.store.membership.head().0, 2);
    // A device sequences nothing.
    b.handle(Input::Propose {
        id: 8,
        record: vec![1],
    });
    settle(&mut a, &mut b, &mut dice);
    let result = Proposed::Refused(ProposalRefusal::NotSequencer);
    assert_eq!(b.seen.last(), Some(&Output::Proposed { id: 8, result }));
}

#[test]
fn receipts_and_news_of_other_devices_are_passed_on() {
    let world = World::new(1, 2);
    let (mut a, mut b) = pair(&world, world.store(1), world.store(1), None);
    let mut dice = dice(1);
    settle(&mut a, &mut b, &mut dice);
    let space = world.space();
    let heads = vec![(World::log(1, 0), 4, EntryHash([3; 32]))];
    let receipt = Receipt::sign(space, heads, &world.devices[0], Timestamp(9));
    let ack = Ack {
        log: World::log(1, 0),
        stored: 3,
        applied: Some(2),
    };
    let acks = PeerAcks {
        device: DeviceId([4; 32]),
        incarnation: [1; 16],
        seen: 8,
        acks: vec![ack],
    };
    b.handle(Input::Receipt(receipt.clone()));
    b.handle(Input::PeerAcks(acks.clone()));
    b.handle(Input::Notify { topic: 1 });
    settle(&mut a, &mut b, &mut dice);
    let expected = [
        Output::Receipt(receipt),
        Output::PeerAcks(acks),
        Output::Notified { topic: 1 },
    ];
    assert_eq!(a.seen[a.seen.len() - 3..], expected);
    a.handle(Input::Finish);
    settle(&mut a, &mut b, &mut dice);
    assert_eq!(
        (a.closing(), b.closing()),
        (Some(Closing::Done), Some(Closing::PeerDone))
    );
}
