//! What two devices do when a release is old, a copy heals, or a hub lies.

use std::collections::BTreeMap;

use super::*;
use crate::command::decide;
use crate::record::{Author, Record, pack};

#[test]
fn what_an_older_release_could_not_read_the_next_one_reads() {
    let (mut a, mut b, mut dice) = two();
    let id = add(&mut b, &mut dice);
    exchange(&mut a, &mut b, &mut dice);
    // As an older release would have left it: the entry is stored, and nothing of it was read.
    let head = own_head(&b);
    let unread = (head.log, head.seq);
    let mark = |device: &mut Device| {
        let reason = Unapplied::Unreadable;
        device
            .replica
            .waiting
            .set(unread, reason, &mut device.store)
            .expect("marks");
    };
    mark(&mut a);
    a.store.documents.clear();
    a.store.rows.clear();
    let same = again(&a, &mut dice);
    assert!(
        !same.store.rows.contains_key(&id),
        "the same release need not try again"
    );
    a.store.put("own/reader", Some(b"0.0.9")).expect("keeps");
    let newer = again(&a, &mut dice);
    assert_eq!(newer.store.rows, b.store.rows);
    assert_eq!(newer.replica.waiting.iter().count(), 0);
}

/// The hub's side of a first meeting, as it is said to `device`.
fn welcome(device: &Device, hub: &Device) -> (Peer, crate::wire::Hello) {
    let mut peer = device.replica.meet(Side::Node, NOW);
    let mut other = hub.replica.meet(Side::Hub, NOW);
    let hello = peer.poll_send().expect("says hello");
    other.handle(hello).expect("sound");
    let Some(crate::wire::Message::Welcome(welcome)) = other.poll_send() else {
        panic!("no welcome");
    };
    (peer, welcome)
}

/// Whether a meeting with a hub that says this leaves `a` in its log and its session.
fn believes(a: &mut Device, b: &Device, lie: impl Fn(&mut crate::wire::Have), dice: &mut ChaCha8Rng) -> bool {
    let log = own_head(a).log;
    let (mut peer, mut hello) = welcome(a, b);
    hello.have.iter_mut().filter(|have| have.log == log).for_each(lie);
    add(a, dice);
    peer.handle(crate::wire::Message::Welcome(hello)).expect("sound");
    turn(a, &mut peer, dice);
    a.replica.own_log != log || peer.closed().is_some()
}

#[test]
fn a_hub_that_claims_more_of_a_log_does_not_make_its_device_leave_it() {
    let (mut a, mut b, mut dice) = two();
    add(&mut a, &mut dice);
    exchange(&mut a, &mut b, &mut dice);
    let head = own_head(&a);
    assert!(
        !believes(&mut a, &b, |have| have.seq += 5, &mut dice),
        "without an entry"
    );
    assert!(
        !believes(&mut a, &b, |have| have.head[0] ^= 1, &mut dice),
        "without a proof"
    );
    assert_eq!(
        own_head(&a),
        head,
        "nothing is sealed where another copy may have sealed"
    );
    exchange(&mut a, &mut b, &mut dice);
    assert_eq!((own_head(&a).log, a.store.rows.len()), (head.log, 3));
    assert_eq!(a.store.rows, b.store.rows);
}

#[test]
fn the_same_proof_of_a_fork_convinces_once() {
    let (mut a, mut b, mut dice) = two();
    let id = add(&mut a, &mut dice);
    exchange(&mut a, &mut b, &mut dice);
    let log = own_head(&a).log;
    let mut copy = again(&a, &mut dice);
    set(&mut a, id, "by the first", &mut dice);
    add(&mut copy, &mut dice);
    copy.replica.seal(&mut dice, &mut copy.store).expect("seals");
    let ours = copy.store.entries[&(log, 1)].signed_header();
    exchange(&mut a, &mut b, &mut dice);
    for _ in 0..4 {
        meeting(&mut copy, &mut b, &mut dice);
    }
    let theirs = b.store.entries[&(log, 1)].signed_header();
    let (mut peer, hello) = welcome(&copy, &b);
    for message in [
        crate::wire::Message::Welcome(hello),
        crate::wire::Message::Fork {
            held: theirs.to_bytes(),
            other: Some(ours.to_bytes()),
        },
    ] {
        peer.handle(message).expect("sound");
    }
    let work = copy
        .replica
        .work(&mut peer, &mut dice, &mut copy.store)
        .expect("works");
    assert!(!work.meet_again);
}

/// A meeting in which `b` does its work after every message; what it noticed.
fn bit_by_bit(a: &mut Device, b: &mut Device, dice: &mut ChaCha8Rng) -> Vec<Notice> {
    let mut left = a.replica.meet(Side::Hub, NOW);
    let mut right = b.replica.meet(Side::Node, NOW);
    let mut notices = Vec::new();
    for _ in 0..50 {
        for message in turn(a, &mut left, dice) {
            right.handle(message).expect("sound");
            while right.wants_work() {
                let work = b.replica.work(&mut right, dice, &mut b.store).expect("works");
                notices.extend(work.received.notices);
                right.committed(&mut b.replica).expect("sound");
            }
        }
        while let Some(message) = right.poll_send() {
            left.handle(message).expect("sound");
        }
    }
    assert!(right.in_sync());
    notices
}

#[test]
fn what_is_on_its_way_is_not_withheld_and_what_is_not_shown_is() {
    let (mut a, mut b, mut dice) = two();
    let mut first = admit(&mut a, "C", &mut dice);
    let mut second = admit(&mut a, "D", &mut dice);
    // Each of the two logs speaks of the other, whichever comes first.
    for _ in 0..2 {
        add(&mut a, &mut dice);
        exchange(&mut a, &mut b, &mut dice);
        add(&mut b, &mut dice);
        exchange(&mut a, &mut b, &mut dice);
    }
    assert_eq!(bit_by_bit(&mut a, &mut first, &mut dice), []);
    let hidden = own_head(&b);
    a.store.truncate_log(hidden.log, 0, None).expect("hides");
    a.replica.reload(&mut dice, &mut a.store).expect("reads");
    let withheld = Notice::Withheld {
        log: hidden.log,
        seq: 0,
    };
    assert_eq!(bit_by_bit(&mut a, &mut second, &mut dice), [withheld]);
}

#[test]
fn what_came_late_in_a_session_is_judged_in_the_next() {
    let (mut a, mut b, mut dice) = two();
    let log = LogId([7; 16]);
    let mut received = Received::default();
    received.seen.insert(log, (4, (LogId([8; 16]), 0)));
    let mut peer = b.replica.meet(Side::Node, NOW);
    b.replica
        .look_at_have(&mut peer, &mut received, &mut b.store)
        .expect("looks");
    assert_eq!(received.notices, [], "it may be on its way");
    assert_eq!(
        bit_by_bit(&mut a, &mut b, &mut dice),
        [Notice::Withheld { log, seq: 4 }]
    );
    assert_eq!(bit_by_bit(&mut a, &mut b, &mut dice), [], "it is said once");
}

#[test]
fn a_witness_that_could_not_be_written_is_asked_for_again() {
    let (mut a, mut b, mut dice) = two();
    add(&mut a, &mut dice);
    exchange(&mut a, &mut b, &mut dice);
    add(&mut a, &mut dice);
    let (mut peer, hello) = welcome(&a, &b);
    peer.handle(crate::wire::Message::Welcome(hello)).expect("sound");
    let work = a.replica.work(&mut peer, &mut dice, &mut a.store).expect("works");
    let wanted = work.witness.expect("wants a witness");
    // The file is not written, and this peer is not released; another one is met.
    let (mut peer, hello) = welcome(&a, &b);
    peer.handle(crate::wire::Message::Welcome(hello)).expect("sound");
    let work = a.replica.work(&mut peer, &mut dice, &mut a.store).expect("works");
    assert_eq!(work.witness, Some(wanted));
    peer.committed(&mut a.replica).expect("sound");
    exchange(&mut a, &mut b, &mut dice);
}

#[test]
fn only_what_another_copy_displaced_is_written_again() {
    let (mut a, mut b, mut dice) = two();
    let id = add(&mut b, &mut dice);
    exchange(&mut a, &mut b, &mut dice);
    b.replica.login(None, &mut dice);
    set(&mut b, id, "before", &mut dice);
    b.replica.login(None, &mut dice);
    // The machine is copied while it runs: both go on under one actor, the second after a pause.
    let mut copy = again(&b, &mut dice);
    copy.replica.actor = b.replica.actor;
    let base = b.store.rows[&id].heads.clone();
    for (device, cell) in [(&mut b, "given_name/fr"), (&mut copy, "given_name/ar")] {
        let (base, cells) = (base.clone(), vec![(cell.to_owned(), text("K"))]);
        let command = Command::Set { id, base, cells };
        device
            .replica
            .execute(&command, NOW, &mut dice, &mut device.store)
            .expect("sets");
    }
    for _ in 0..3 {
        meeting(&mut a, &mut b, &mut dice);
        meeting(&mut a, &mut copy, &mut dice);
    }
    assert_eq!(a.store.rows, copy.store.rows);
    let record = a
        .replica
        .record(id, &mut a.store)
        .expect("reads")
        .expect("is there");
    let wrote = |cell: &str| {
        let lines = record.history().into_iter().flat_map(|line| line.cells);
        lines.filter(|(other, ..)| other == cell).count()
    };
    assert_eq!((wrote("given_name/fr"), wrote("given_name/ar")), (1, 2));
    assert_eq!(
        wrote("address"),
        1,
        "what was not doubled stays as it was written"
    );
}

#[test]
fn whoever_brings_the_changes_of_another_is_named() {
    let (mut a, mut b, mut dice) = two();
    let (actor, device) = (ActorId([9; 16]), a.replica.device());
    let (person, at) = (None, NOW);
    let carried = crate::log::Item::Carried {
        actor,
        device,
        person,
        at,
    };
    b.store.journal_push(&carried.to_bytes()).expect("keeps");
    add(&mut b, &mut dice);
    exchange(&mut a, &mut b, &mut dice);
    let author = |a: &mut Device| {
        a.replica
            .author(actor, &mut a.store)
            .expect("reads")
            .expect("known")
    };
    let claimed = author(&mut a);
    assert_eq!(
        (claimed.device, claimed.brought_by),
        (device, Some(b.replica.device()))
    );
    let session = crate::log::Item::Session { actor, person, at };
    b.store.journal_push(&session.to_bytes()).expect("keeps");
    add(&mut b, &mut dice);
    exchange(&mut a, &mut b, &mut dice);
    let said = author(&mut a);
    assert_eq!((said.device, said.brought_by), (b.replica.device(), None));
}

#[test]
fn what_another_hub_signed_for_counts_no_more_after_a_hand_over() {
    let (mut a, mut b, mut dice) = two();
    add(&mut a, &mut dice);
    exchange(&mut a, &mut b, &mut dice);
    let head = own_head(&a);
    sign_for(&mut a, head.log, head.seq);
    assert_eq!(a.replica.unsynced(&mut a.store).expect("counts"), 0);
    let hub = DeviceSecret::generate(&mut dice).id();
    a.replica
        .decide_members(&Intent::HandOver(hub.0), &mut dice, &mut a.store)
        .expect("decides");
    assert_eq!(a.replica.unsynced(&mut a.store).expect("counts"), 1);
}

#[test]
fn what_cannot_be_read_and_put_back_is_counted() {
    let (mut a, mut b, mut dice) = two();
    add(&mut b, &mut dice);
    exchange(&mut a, &mut b, &mut dice);
    let head = own_head(&b);
    let entry = a.store.entries.get_mut(&(head.log, 0)).expect("is held");
    entry.ciphertext[0] ^= 1;
    let taken = a
        .replica
        .take_back(head.log, None, &mut a.store)
        .expect("takes back");
    assert_eq!((taken.items, taken.unread), (0, 1));
}

#[test]
fn bytes_that_are_no_record_are_not_called_unsigned() {
    let (mut a, _, mut dice) = two();
    let taken = a
        .replica
        .receive_members(&[vec![1, 2, 3]], &mut dice, &mut a.store);
    let Err(MembersFault::Record { fault, .. }) = taken else {
        panic!("takes what is no record");
    };
    assert_eq!(fault, crate::membership::MemberFault::Unreadable);
}

#[test]
fn a_hub_that_always_answers_late_is_asked_a_few_times_only() {
    let (mut a, b, mut dice) = two();
    let hub = DeviceSecret::generate(&mut dice).id();
    let invite = Intent::Invite {
        invite: crate::id::InviteId([1; 16]),
        expires: NOW,
    };
    for intent in [Intent::HandOver(hub.0), invite] {
        a.replica
            .decide_members(&intent, &mut dice, &mut a.store)
            .expect("decides");
    }
    let (mut peer, mut hello) = welcome(&a, &b);
    let (position, hash) = a.replica.membership.head();
    (hello.member_position, hello.member_hash) = (Some(position), Some(hash));
    peer.handle(crate::wire::Message::Welcome(hello)).expect("sound");
    let mut asked = 0;
    while asked < 200 {
        let said = turn(&mut a, &mut peer, &mut dice);
        let id = said.iter().find_map(|message| match message {
            crate::wire::Message::Propose { id, .. } => Some(*id),
            _ => None,
        });
        let Some(id) = id else { break };
        asked += 1;
        let result = crate::wire::Proposed::Refused(crate::wire::ProposalRefusal::Behind);
        peer.handle(crate::wire::Message::Proposed { id, result })
            .expect("sound");
    }
    assert!(peer.gave_up() && asked < 20, "{asked}");
    assert_eq!(a.replica.proposals(&mut a.store).expect("reads").len(), 1);
}

#[test]
fn what_keeps_changes_here_is_told() {
    let (mut a, mut b, mut dice) = two();
    add(&mut b, &mut dice);
    let status = b.replica.status(&mut b.store).expect("reads");
    assert_eq!((status.unsynced, status.unsealed, status.hindrance), (1, 1, None));
    let reader = Intent::SetRole {
        device: b.replica.device(),
        role: Role::Reader,
    };
    a.replica
        .decide_members(&reader, &mut dice, &mut a.store)
        .expect("decides");
    meeting(&mut a, &mut b, &mut dice);
    let status = b.replica.status(&mut b.store).expect("reads");
    assert_eq!((status.unsynced, status.unsealed), (1, 1));
    assert_eq!(status.hindrance, Some(Hindrance::NotAWriter));
}

#[test]
fn two_copies_of_a_device_that_has_sent_nothing_begin_one_log() {
    let (mut a, mut b, mut dice) = two();
    let mut dice_of = [dice.clone(), dice.clone()];
    let mut copies = [again(&b, &mut dice_of[0]), again(&b, &mut dice_of[1])];
    // As a machine copied while it runs: one memory, one actor.
    copies[1].store = copies[0].store.clone();
    b.store = MemoryStore::default();
    for (copy, value) in copies.iter_mut().zip(["one", "other"]) {
        let id = add(copy, &mut dice);
        set(copy, id, value, &mut dice);
    }
    let [mut one, mut other] = copies;
    assert_eq!(one.replica.own_log, other.replica.own_log);
    exchange(&mut a, &mut one, &mut dice);
    meeting(&mut a, &mut other, &mut dice);
    exchange(&mut a, &mut other, &mut dice);
    exchange(&mut a, &mut one, &mut dice);
    assert_ne!(one.replica.own_log, other.replica.own_log);
    assert_eq!(a.store.rows.len(), 2);
    assert_eq!(a.store.rows, one.store.rows);
    assert_eq!(a.store.rows, other.store.rows);
}

#[test]
fn what_a_newer_release_wrote_here_exists_only_here_too() {
    let (mut a, _, mut dice) = two();
    let item = crate::log::Item::Unknown {
        kind: 77,
        critical: false,
        bytes: vec![1],
    };
    a.store.journal_push(&item.to_bytes()).expect("keeps");
    assert_eq!(a.replica.seal(&mut dice, &mut a.store).expect("seals"), 1);
    assert_eq!(a.replica.unsynced(&mut a.store).expect("counts"), 1);
}

#[test]
fn a_record_that_follows_on_another_membership_is_a_split() {
    let (mut a, mut b, mut dice) = two_admins();
    exchange(&mut a, &mut b, &mut dice);
    let mut restored = Device {
        replica: again(&a, &mut dice).replica,
        store: a.store.clone(),
    };
    let rotate = |device: &mut Device, dice: &mut ChaCha8Rng| {
        let decided = device
            .replica
            .decide_members(&Intent::Rotate, dice, &mut device.store);
        decided.expect("rotates");
    };
    rotate(&mut a, &mut dice);
    rotate(&mut restored, &mut dice);
    rotate(&mut restored, &mut dice);
    let last = restored.store.membership.last().expect("a record").clone();
    let received = a
        .replica
        .receive_members(&[last], &mut dice, &mut a.store)
        .expect("is no failure of ours");
    assert!(matches!(received.notices[..], [Notice::SplitMembership { .. }]));
}

/// The first change of a record by a stranger, and the second, packed.
fn two_changes(id: RecordId, actor: u8, dice: &mut ChaCha8Rng) -> [crate::log::Item; 2] {
    let schema = Schema::builtin();
    let mut records = BTreeMap::new();
    [0, 1].map(|step| {
        let cells = vec![("name".to_owned(), text(if step == 0 { "a" } else { "b" }))];
        let kind = "household".to_owned();
        let command = match records.get(&id).map(Record::heads) {
            None => Command::Add {
                kind,
                id: Some(id),
                cells,
            },
            Some(base) => Command::Set { id, base, cells },
        };
        let mut author = Author::new(ActorId([actor; 16]), NOW, dice);
        let decided = decide(&command, &mut records, &schema, &mut author).expect("is sound");
        records.extend(decided.records);
        let lookup = |_, actor, seq| records[&id].change_by(actor, seq);
        crate::log::Item::Change(pack::pack(&decided.changes[0], &[], &lookup))
    })
}

#[test]
fn entries_that_wait_for_each_others_records_are_tried_once() {
    let (mut a, mut b, mut dice) = two();
    let (one, other) = (RecordId([1; 16]), RecordId([2; 16]));
    // In each entry, what lacks the change before it in one record, and what is news of the other.
    let entries = [(one, 11, other, 13), (other, 12, one, 14)];
    for (lacks, by, news, first) in entries {
        let [_, second] = two_changes(lacks, by, &mut dice);
        let [new, _] = two_changes(news, first, &mut dice);
        for item in [second, new] {
            b.store.journal_push(&item.to_bytes()).expect("keeps");
        }
        exchange(&mut a, &mut b, &mut dice);
    }
    let waiting = a.replica.status(&mut a.store).expect("reads").unapplied;
    assert_eq!(waiting.len(), 2);
    assert!(a.store.rows.contains_key(&one) && a.store.rows.contains_key(&other));
}
