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
fn what_was_on_its_way_when_it_was_asked_for_again_is_passed_over() {
    let mut world = World::new(1, 2);
    let log = World::log(1, 0);
    let mut hub = Peer::new(Side::Hub, world.store(0), DeviceId([9; 32]), None);
    let mut hello = first_hello(&world.store(0));
    hello.member_position = Some(1);
    hello.member_hash = Some(world.records[1].hash());
    hub.handle(Input::Frame(Message::Hello(hello)));
    let entries: Vec<Entry> = (0..1_300).map(|_| world.write(1, log, 1, b"x")).collect();
    let mut packer = crate::wire::Packer::new(world.space());
    let mut feed = |hub: &mut Peer, entries: &[Entry]| {
        let mut bytes = Vec::new();
        entries.iter().for_each(|entry| packer.pack(entry, &mut bytes));
        hub.handle(Input::Frame(Message::Entries(bytes)));
    };
    feed(&mut hub, &entries[..1_200]);
    assert_eq!((hub.session.parked(), hub.fault), (1_024, None));
    hub.members.push(world.records[1].bytes().to_vec());
    hub.take_members();
    assert_eq!((hub.session.parked(), hub.inbox.len()), (0, 1_024));
    assert_eq!(hub.said.last(), Some(&"want"));
    feed(&mut hub, &entries[1_200..]);
    assert_eq!((hub.inbox.len(), hub.fault), (1_024, None));
    feed(&mut hub, &entries[1_024..]);
    hub.take_entries(2_000);
    assert_eq!((hub.store.heads[&log].seq, hub.fault), (1_299, None));
}

#[test]
fn no_entry_is_sent_before_the_membership_it_may_stand_on() {
    let mut world = World::new(1, 5);
    let mut node = world.store(4);
    for device in 0..5 {
        node.take(&world.write(device, World::log(device, 0), 4, b"x"))
            .unwrap();
    }
    let (mut a, mut b) = pair(&world, node, world.store(0), None);
    settle(&mut a, &mut b, &mut dice(1));
    assert_converged(&a, &b);
    let said: Vec<&str> = a.said.iter().copied().filter(|said| *said != "ack").collect();
    assert_eq!(
        said[..3],
        ["hello", "membership", "membership"],
        "two records at a time"
    );
    assert!(said[3..].iter().all(|said| *said == "entries"));
}

#[test]
fn records_that_came_before_are_not_handed_on_again() {
    let world = World::new(1, 4);
    let (mut a, mut b) = pair(&world, world.store(1), world.store(3), None);
    let hello: Vec<u8> = a.stream.drain(..).collect();
    b.receive(&hello);
    let welcome: Vec<u8> = b.stream.drain(..).collect();
    a.receive(&welcome);
    let records = |range: std::ops::Range<usize>| {
        let from = range.start as u32;
        let records = world.records[range]
            .iter()
            .map(|record| record.bytes().to_vec())
            .collect();
        Input::Frame(Message::Membership { from, records })
    };
    a.handle(records(0..3));
    assert_eq!(a.members, [world.records[2].bytes()]);
    a.handle(records(1..4));
    assert_eq!(a.members.len(), 2);
    a.take_members();
    assert!(a.ready());
    a.handle(Input::Frame(Message::Membership {
        from: 5,
        records: vec![vec![1]],
    }));
    assert_eq!(a.fault, Some(PeerFault::MembershipGap { need: 4, got: 5 }));
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
