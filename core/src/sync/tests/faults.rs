//! Forks, rollbacks, and peers that do what no correct peer does.

use super::*;
use crate::log::{EntryFault, ForkProof};
use crate::wire::{Packer, Refusal};

/// A log of `common` entries, then two branches of it.
fn branches(world: &mut World, common: usize, left: usize, right: usize) -> (LogId, Vec<Entry>, Vec<Entry>) {
    let log = World::log(1, 0);
    let start: Vec<Entry> = (0..common).map(|_| world.write(1, log, 1, b"common")).collect();
    let mut branch = |len: usize, plain: &[u8]| {
        let mut entries = start.clone();
        for _ in 0..len {
            let entry = world.write_after(entries.last(), 1, log, 1, plain);
            entries.push(entry);
        }
        entries
    };
    (log, branch(left, b"left"), branch(right, b"right"))
}

fn forked(peer: &Peer) -> Vec<&ForkProof> {
    let proofs = peer.seen.iter().filter_map(|output| match output {
        Output::Forked(proof) => Some(&**proof),
        _ => None,
    });
    proofs.collect()
}

/// Both ends prove the fork, rest the log, and finish everything else.
fn check_fork(common: usize, left: usize, right: usize) {
    let mut world = World::new(1, 3);
    let (log, ours, theirs) = branches(&mut world, common, left, right);
    let (mut node, mut hub) = (world.store(2), world.store(2));
    node.hold(&ours);
    hub.hold(&theirs);
    node.take(&world.write(2, World::log(2, 0), 2, b"other")).unwrap();
    hub.take(&world.write(0, World::log(0, 0), 2, b"other")).unwrap();
    let (mut a, mut b) = pair(&world, node, hub, None);
    settle(&mut a, &mut b, &mut dice(1));
    let device = world.devices[1].id();
    for (peer, branch) in [(&a, &ours), (&b, &theirs)] {
        assert_eq!(peer.fault, None, "{common} {left} {right}");
        let proofs = forked(peer);
        assert_eq!(proofs.len(), 1, "{common} {left} {right}");
        assert_eq!(proofs[0].verify(&device), Ok(()));
        let at = proofs[0].ours.header.seq as usize;
        assert_eq!(
            proofs[0].ours,
            branch[at].signed_header(),
            "ours is the one held here"
        );
        assert_eq!(peer.store.logs[&log], **branch, "the branch accepted first stays");
        assert!(peer.store.heads.contains_key(&World::log(2, 0)));
        assert!(peer.store.heads.contains_key(&World::log(0, 0)));
        assert!(
            peer.session.in_sync(),
            "a log that rests does not keep the two apart"
        );
    }
}

#[test]
fn a_fork_is_proven_at_both_ends_whichever_branch_is_longer() {
    for (common, left, right) in [
        (3, 1, 1),
        (0, 1, 1),
        (2, 3, 1),
        (2, 1, 3),
        (1, 1, 2),
        (1, 5, 4),
        (0, 2, 2),
    ] {
        check_fork(common, left, right);
    }
}

#[test]
fn a_fork_that_grows_during_the_session_is_proven() {
    let mut world = World::new(1, 2);
    let (log, ours, theirs) = branches(&mut world, 2, 1, 1);
    let mut both = world.store(1);
    both.hold(&ours[..2]);
    let (mut a, mut b) = pair(&world, both.clone(), both, None);
    let mut dice = dice(1);
    settle(&mut a, &mut b, &mut dice);
    a.seal(&ours[2]);
    b.seal(&theirs[2]);
    settle(&mut a, &mut b, &mut dice);
    for peer in [&a, &b] {
        assert_eq!(peer.fault, None);
        assert_eq!(forked(peer).len(), 1);
        assert_eq!(forked(peer)[0].log(), log);
    }
}

#[test]
fn a_device_set_back_hears_it_and_gets_its_own_entries() {
    let mut world = World::new(1, 2);
    let (log, ours, _) = branches(&mut world, 5, 0, 0);
    let (mut node, mut hub) = (world.store(1), world.store(1));
    node.hold(&ours[..2]);
    hub.hold(&ours);
    let (mut a, mut b) = pair(&world, node, hub, Some(log));
    let mut dice = dice(1);
    settle(&mut a, &mut b, &mut dice);
    assert_converged(&a, &b);
    let ahead = a
        .seen
        .iter()
        .position(|output| matches!(output, Output::PeerAhead { seq: 4, .. }));
    let ready = a.seen.iter().position(|output| *output == Output::Ready);
    assert!(ahead.is_some() && ahead < ready, "before anything may be sealed");
    assert_eq!(b.saw(|output| matches!(output, Output::PeerAhead { .. })), 0);
    // A copy of this device writes on while we are connected.
    let (mut a, mut b) = pair(&world, a.store, b.store, Some(log));
    settle(&mut a, &mut b, &mut dice);
    assert_eq!(a.saw(|output| matches!(output, Output::PeerAhead { .. })), 0);
    b.seal(&world.write(1, log, 1, b"by the copy"));
    settle(&mut a, &mut b, &mut dice);
    assert_eq!(
        a.saw(|output| matches!(output, Output::PeerAhead { seq: 5, .. })),
        1
    );
    assert_converged(&a, &b);
}

#[test]
fn another_branch_of_the_own_log_is_a_rollback_too() {
    let mut world = World::new(1, 2);
    let (log, ours, theirs) = branches(&mut world, 2, 1, 1);
    let (mut node, mut hub) = (world.store(1), world.store(1));
    node.hold(&ours);
    hub.hold(&theirs);
    let (mut a, mut b) = pair(&world, node, hub, Some(log));
    settle(&mut a, &mut b, &mut dice(1));
    assert_eq!(
        a.saw(|output| matches!(output, Output::PeerAhead { seq: 2, .. })),
        1
    );
    assert_eq!((forked(&a).len(), forked(&b).len()), (1, 1));
}

/// A device and a hub that have met, and a hand that writes to the device's end.
fn met() -> (World, Peer, Peer, Packer) {
    let world = World::new(1, 2);
    let (mut a, mut b) = pair(&world, world.store(1), world.store(1), None);
    settle(&mut a, &mut b, &mut dice(1));
    let packer = Packer::new(world.space());
    (world, a, b, packer)
}

fn packed(packer: &mut Packer, entries: &[Entry]) -> Input {
    let mut bytes = Vec::new();
    entries.iter().for_each(|entry| packer.pack(entry, &mut bytes));
    Input::Frame(Message::Entries(bytes))
}

#[test]
fn a_gap_ends_the_session_and_loses_nothing() {
    let (mut world, mut a, _, mut packer) = met();
    let (log, ours, _) = branches(&mut world, 5, 0, 0);
    a.handle(packed(&mut packer, &ours[..2]));
    a.take_entries(9);
    a.handle(packed(&mut packer, &ours[3..]));
    let fault = PeerFault::Gap {
        log,
        have: Some(1),
        got: 3,
    };
    assert_eq!((a.fault, a.closing()), (Some(fault), Some(Closing::Fault(fault))));
    assert_eq!(a.store.heads[&log].seq, 1);
    a.handle(packed(&mut packer, &ours[2..]));
    assert!(a.inbox.is_empty(), "nothing is taken after the end");
}

#[test]
fn a_false_signature_ends_the_session() {
    let (mut world, mut a, _, mut packer) = met();
    let (log, mut ours, _) = branches(&mut world, 2, 0, 0);
    ours[1].signature[7] ^= 1;
    a.handle(packed(&mut packer, &ours));
    a.take_entries(9);
    assert_eq!(a.fault, Some(PeerFault::FalseEntry { log }));
}

#[test]
fn a_forged_fork_is_the_peers_fault_and_not_the_devices() {
    let (mut world, mut a, _, mut packer) = met();
    let (log, ours, theirs) = branches(&mut world, 1, 1, 1);
    a.store.hold(&ours);
    a.commit();
    let mut forged = theirs[1].clone();
    forged.signature[0] ^= 1;
    a.handle(packed(&mut packer, &[forged]));
    while a.busy() {
        a.answer();
    }
    assert_eq!(a.fault, Some(PeerFault::FalseEntry { log }));
    assert!(forked(&a).is_empty());
}

#[test]
fn a_fork_claimed_without_evidence_is_the_peers_fault() {
    let check = |held: Vec<u8>, other: Option<Vec<u8>>, a: &mut Peer| {
        a.handle(Input::Frame(Message::Fork { held, other }));
        while a.busy() {
            a.answer();
        }
        assert!(
            matches!(a.fault, Some(PeerFault::FalseFork { .. } | PeerFault::Malformed)),
            "{:?}",
            a.fault
        );
        assert!(forked(a).is_empty());
    };
    let held = |world: &mut World, a: &mut Peer| {
        let (_, ours, theirs) = branches(world, 2, 0, 1);
        a.store.hold(&ours);
        a.commit();
        (ours, theirs)
    };
    let (mut world, mut a, ..) = met();
    let (ours, _) = held(&mut world, &mut a);
    check(ours[1].signed_header().to_bytes(), None, &mut a);
    let (mut world, mut a, ..) = met();
    let (ours, theirs) = held(&mut world, &mut a);
    check(
        theirs[2].signed_header().to_bytes(),
        Some(ours[1].signed_header().to_bytes()),
        &mut a,
    );
    let (mut world, mut a, ..) = met();
    let (_, theirs) = held(&mut world, &mut a);
    let mut forged = theirs[2].signed_header();
    forged.signature[0] ^= 1;
    while a.busy() {
        a.answer();
    }
    a.handle(Input::Frame(Message::Fork {
        held: forged.to_bytes(),
        other: None,
    }));
    assert!(
        a.fault.is_some() && !a.busy(),
        "a forged header is not even looked into"
    );
    let (_, mut a, ..) = met();
    check(vec![1, 2, 3], None, &mut a);
}

#[test]
fn a_log_that_may_not_stand_rests_and_the_others_go_on() {
    let mut world = World::new(1, 3);
    // The author of this log was never added here: position 2 is another record for the receiver.
    let (mut node, hub) = (world.store(2), world.store(2));
    let (log, other) = (World::log(2, 0), World::log(1, 0));
    let stranger = DeviceSecret::generate(&mut world.dice);
    world.devices[2] = stranger;
    let entry = world.write(2, log, 2, b"x");
    node.heads.insert(log, LogHead::of(&entry, world.devices[2].id()));
    node.logs.insert(log, vec![entry]);
    node.take(&world.write(1, other, 2, b"y")).unwrap();
    let (mut a, mut b) = pair(&world, node, hub, None);
    settle(&mut a, &mut b, &mut dice(1));
    assert_eq!((a.fault, b.fault), (None, None));
    assert!(!b.store.heads.contains_key(&log) && b.store.heads.contains_key(&other));
    assert!(a.session.in_sync() && b.session.in_sync());
}

#[test]
fn a_65th_log_of_one_device_is_not_taken() {
    let mut world = World::new(1, 2);
    let (mut node, hub) = (world.store(1), world.store(1));
    for n in 0..70u8 {
        let entry = world.write(1, LogId([n; 16]), 1, b"x");
        node.take(&entry).unwrap();
    }
    let (mut a, mut b) = pair(&world, node, hub, None);
    settle(&mut a, &mut b, &mut dice(1));
    assert_eq!((a.fault, b.fault), (None, None));
    assert_eq!(b.store.heads.len(), 64);
}

#[test]
fn a_peer_that_ignores_the_window_is_closed() {
    let (mut world, mut a, _, mut packer) = met();
    let log = World::log(1, 0);
    for _ in 0..60 {
        let entry = world.write(1, log, 1, &vec![1; 250 * 1024]);
        a.handle(packed(&mut packer, &[entry]));
    }
    assert_eq!(a.fault, Some(PeerFault::Flood));
    assert!(a.inbox.len() <= 33, "{} entries of 250 KiB", a.inbox.len());
}

#[test]
fn a_peer_that_asks_again_and_again_is_closed() {
    let (mut world, mut a, ..) = met();
    let (log, ours, _) = branches(&mut world, 3, 0, 0);
    a.store.hold(&ours);
    a.commit();
    let mut asked = 0;
    while a.fault.is_none() && asked < 100 {
        a.handle(Input::Frame(Message::Want { log, from: Some(0) }));
        a.answer();
        asked += 1;
    }
    assert_eq!((a.fault, asked), (Some(PeerFault::Flood), 33));
}

#[test]
fn a_peer_that_acknowledges_the_same_for_ever_is_closed() {
    let (mut world, mut a, ..) = met();
    let (log, ours, _) = branches(&mut world, 3, 0, 0);
    a.store.hold(&ours);
    a.commit();
    let ack = crate::wire::Ack {
        log,
        stored: 1,
        applied: None,
    };
    let mut said = 0;
    while a.fault.is_none() && said < 10_000 {
        a.handle(Input::Frame(Message::Ack(vec![ack])));
        said += 1;
    }
    assert_eq!((a.fault, said), (Some(PeerFault::Flood), 8_194));
}

#[test]
fn an_acknowledgement_of_what_was_never_sent_counts_for_what_is_held() {
    let (mut world, mut a, ..) = met();
    let (log, ours, _) = branches(&mut world, 3, 0, 0);
    a.store.hold(&ours);
    a.commit();
    let ack = crate::wire::Ack {
        log,
        stored: u64::MAX,
        applied: Some(u64::MAX),
    };
    a.handle(Input::Frame(Message::Ack(vec![
        ack,
        crate::wire::Ack {
            log: LogId([77; 16]),
            ..ack
        },
    ])));
    assert_eq!(
        a.seen.last(),
        Some(&Output::Acked {
            log,
            stored: 2,
            applied: Some(2)
        })
    );
    assert_eq!((a.session.unacked(), a.fault), (0, None));
    a.seal(&world.write(1, log, 1, b"more"));
    while a.busy() {
        a.answer();
    }
    assert_eq!(
        (a.said.last(), a.session.unacked()),
        (Some(&"entries"), 1),
        "what comes later is sent"
    );
}

#[test]
fn what_lies_below_a_floor_needs_a_checkpoint() {
    let mut world = World::new(1, 2);
    let (log, ours, _) = branches(&mut world, 5, 0, 0);
    let mut hub = world.store(1);
    hub.hold(&ours);
    let mut b = Peer::new(Side::Hub, hub.clone(), DeviceId([9; 32]), None);
    let local = Local {
        space: hub.membership.space(),
        device: DeviceId([9; 32]),
        incarnation: [2; 16],
        membership: Some(hub.membership.head()),
        heads: hub.heads.values().copied().collect(),
        applied: Vec::new(),
        floors: vec![(log, 3)],
        own_log: None,
        software: "x".repeat(200),
        clock: Timestamp(1),
    };
    b.session = Session::new(Side::Hub, local);
    let mut a = Peer::new(Side::Node, world.store(1), world.devices[1].id(), None);
    settle(&mut a, &mut b, &mut dice(1));
    assert_eq!((a.fault, b.fault), (None, None));
    assert_eq!(a.saw(|output| *output == Output::NeedCheckpoint { log }), 1);
    assert_eq!(b.saw(|output| *output == Output::CheckpointWanted { log }), 1);
    assert!(a.session.in_sync() && b.session.in_sync());
}

#[test]
fn another_space_or_version_is_refused_alike_for_all() {
    let (one, two) = (World::new(1, 2), World::new(2, 2));
    let (mut a, mut b) = pair(&one, one.store(1), two.store(1), None);
    settle(&mut a, &mut b, &mut dice(1));
    assert_eq!(a.closing(), Some(Closing::Refused(Refusal::NotHere)));
    assert_eq!(b.closing(), Some(Closing::RefusedPeer(Refusal::NotHere)));
    assert!(!a.session.in_sync() && a.session.is_closed());
}

#[test]
fn words_out_of_place_end_the_session() {
    let (_, mut a, ..) = met();
    a.handle(Input::Frame(Message::Unknown { kind: 3 }));
    assert_eq!(a.fault, None);
    a.handle(Input::Frame(Message::MailboxGet(crate::wire::Mail {
        invite: crate::id::InviteId([1; 16]),
        slot: crate::wire::MailSlot::Offer,
        sealed: None,
    })));
    assert_eq!(a.fault, Some(PeerFault::Unexpected));
    let world = World::new(1, 2);
    let mut hub = Peer::new(Side::Hub, world.store(1), DeviceId([9; 32]), None);
    hub.handle(Input::Frame(Message::Ack(Vec::new())));
    assert_eq!(hub.fault, Some(PeerFault::Unexpected));
}

#[test]
fn what_another_session_brought_is_no_gap_in_this_one() {
    let (mut world, mut a, _, mut packer) = met();
    let (log, ours, _) = branches(&mut world, 8, 0, 0);
    a.handle(packed(&mut packer, &ours[..2]));
    a.take_entries(9);
    a.store.hold(&ours[2..6]);
    a.commit();
    // The peer was told of 5, and goes on from there.
    a.handle(packed(&mut packer, &ours[6..]));
    a.take_entries(9);
    assert_eq!((a.fault, a.store.heads[&log].seq), (None, 7));
}

#[test]
fn an_entry_the_store_already_has_is_no_fault() {
    let (mut world, mut a, _, mut packer) = met();
    let (_, ours, _) = branches(&mut world, 2, 0, 0);
    a.handle(packed(&mut packer, &ours));
    let entry = Box::new(ours[0].clone());
    a.handle(Input::Rejected {
        entry,
        fault: EntryFault::Duplicate,
    });
    a.take_entries(9);
    assert_eq!(a.fault, None);
}
