//! What does not hold, and who finds it.

use super::*;
use crate::membership::rules;

#[test]
fn a_record_without_the_sequencers_signature_does_not_count() {
    let mut space = Space::new(20);
    let proposal = space.draft_rotate().unwrap();
    assert!(!proposal.sequenced());
    assert_eq!(
        space.now.clone().apply(&proposal),
        Err(MemberFault::SequencerSignature)
    );
    let other = space.device();
    let wrong = proposal.clone().sequenced_by(&other);
    assert_eq!(
        space.now.clone().apply(&wrong),
        Err(MemberFault::SequencerSignature)
    );
    assert_eq!(proposal.hash(), wrong.hash());
}

#[test]
fn only_an_active_admin_speaks() {
    let mut space = Space::new(21);
    let (member, admin, stranger) = (space.add(Role::Member), space.add(Role::Admin), space.device());
    let body = Body::Rotate(Box::new(rotation_of(&space.draft_rotate().unwrap())));
    for author in [&member, &stranger, &space.recovery.secret()] {
        let record = forge(&space, author, &body);
        assert_eq!(
            refused(&space, &record),
            MemberFault::NotAllowed { author: author.id() }
        );
    }
    space.remove(&admin, Cut::new());
    let body = Body::Rotate(Box::new(rotation_of(&space.draft_rotate().unwrap())));
    let record = forge(&space, &admin, &body);
    assert_eq!(
        refused(&space, &record),
        MemberFault::NotAllowed { author: admin.id() }
    );
}

#[test]
fn recovering_is_for_the_recovery_code_alone() {
    let mut space = Space::new(37);
    let (hub, fresh) = (space.device(), space.device());
    let record = draft::set_sequencer(&space.now, &space.founder, hub.id().0);
    space.take(record).unwrap();
    let code = space.recovery.secret();
    let keyring = Keyring::open(&space.now, KeyringSource::Recovery(&code)).unwrap();
    let takeover = draft::Takeover {
        keys: fresh.keys(),
        label: String::new(),
        recovery: RecoverySecret::generate(&mut space.dice).keys(),
        cut: Cut::new(),
    };
    let right = draft::recover(&space.now, &keyring, &code, takeover, &mut space.dice).unwrap();
    let record = forge(&space, &space.founder, right.body());
    assert_eq!(
        refused(&space, &record),
        MemberFault::NotAllowed {
            author: space.founder.id()
        }
    );
}

#[test]
fn a_device_that_left_does_not_become_the_sequencer() {
    let mut space = Space::new(38);
    let device = space.add(Role::Member);
    space.remove(&device, Cut::new());
    let record = draft::set_sequencer(&space.now, &space.founder, device.id().0);
    assert_eq!(
        fault(record),
        MemberFault::DeviceNotActive { device: device.id() }
    );
    let record = draft::set_sequencer(&space.now, &space.founder, space.founder.id().0);
    assert_eq!(fault(record), MemberFault::SameSequencer);
}

#[test]
fn a_removal_leaves_no_invitation_open() {
    let mut space = Space::new(25);
    let device = space.add(Role::Member);
    let old = space.draft_remove(&device, Cut::new()).unwrap();
    let invite = crate::id::InviteId([1; 16]);
    let record = draft::invite_open(&space.now, &space.founder, invite, crate::time::Timestamp(1));
    space.take(record).unwrap();
    let record = forge(&space, &space.founder, old.body());
    assert_eq!(refused(&space, &record), MemberFault::InviteLeftOpen { invite });
}

#[test]
fn somebody_can_always_decide_who_belongs() {
    let mut space = Space::new(26);
    let founder = space.founder.id();
    let last = space.draft_role(founder, Role::Member, Cut::new());
    assert_eq!(fault(last), MemberFault::LastAdmin);
    let itself = DeviceSecret::from_bytes(&space.founder.to_bytes());
    assert_eq!(
        fault(space.draft_remove(&itself, Cut::new())),
        MemberFault::SelfRemoval
    );
    let admin = space.add(Role::Admin);
    let keyring = Keyring::open(&space.now, KeyringSource::Device(&admin)).unwrap();
    let devices = BTreeSet::from([founder]);
    let record = draft::remove(
        &space.now,
        &keyring,
        &admin,
        &devices,
        Cut::new(),
        &mut space.dice,
    );
    assert_eq!(fault(record), MemberFault::SequencerRemoval);
    let record = space.draft_role(founder, Role::Member, Cut::new());
    space.take(record).unwrap();
}

#[test]
fn keys_that_were_once_here_do_not_come_back() {
    let mut space = Space::new(27);
    let device = space.add(Role::Member);
    assert_eq!(
        fault(space.draft_add(&device, Role::Member)),
        MemberFault::DeviceKnown { device: device.id() }
    );
    space.remove(&device, Cut::new());
    assert_eq!(
        fault(space.draft_add(&device, Role::Member)),
        MemberFault::DeviceKnown { device: device.id() }
    );
    assert_eq!(
        fault(space.draft_remove(&device, Cut::new())),
        MemberFault::DeviceNotActive { device: device.id() }
    );
    let code = space.recovery.secret();
    assert_eq!(
        fault(space.draft_add(&code, Role::Member)),
        MemberFault::DeviceKnown { device: code.id() }
    );
    let itself = space.recovery.keys();
    let record = draft::set_recovery(
        &space.now,
        &space.keyring(),
        &space.founder,
        &itself,
        &mut space.dice,
    );
    assert_eq!(
        fault(record),
        MemberFault::DeviceKnown {
            device: itself.device
        }
    );
}

#[test]
fn a_narrowing_without_its_rotation_is_refused() {
    let mut space = Space::new(28);
    let device = space.add(Role::Admin);
    let bare = SetRole {
        device: device.id(),
        role: Role::Reader,
        narrowing: None,
    };
    let record = forge(&space, &space.founder, &Body::SetRole(Box::new(bare)));
    assert_eq!(refused(&space, &record), MemberFault::Narrowing);
    let cut = Cut::from([(LogId([1; 16]), 1)]);
    let still_writes = space.draft_role(device.id(), Role::Member, cut);
    assert_eq!(fault(still_writes), MemberFault::Narrowing);
    assert_eq!(
        fault(space.draft_role(device.id(), Role::Admin, Cut::new())),
        MemberFault::SameRole
    );
}

#[test]
fn recovery_waits_for_a_sequencer_that_is_not_lost() {
    let mut space = Space::new(29);
    let code = space.recovery.secret();
    let keyring = Keyring::open(&space.now, KeyringSource::Recovery(&code)).unwrap();
    let (fresh, next) = (space.device(), RecoverySecret::generate(&mut space.dice));
    let takeover = || draft::Takeover {
        keys: fresh.keys(),
        label: String::new(),
        recovery: next.keys(),
        cut: Cut::new(),
    };
    let record = draft::recover(&space.now, &keyring, &code, takeover(), &mut space.dice);
    assert_eq!(fault(record), MemberFault::SequencerRemoval);
    let record = draft::set_sequencer(&space.now, &code, fresh.id().0).unwrap();
    let record = sequence(record, &space.now, &fresh, &|_| Vec::new()).unwrap();
    space.now.apply(&record).unwrap();
    let record = draft::recover(&space.now, &keyring, &code, takeover(), &mut space.dice).unwrap();
    let record = sequence(record, &space.now, &fresh, &|_| Vec::new()).unwrap();
    space.now.apply(&record).unwrap();
    assert!(space.now.is_active(&fresh.id()) && !space.now.is_active(&space.founder.id()));
}

#[test]
fn the_sequencer_swaps_only_what_follows_the_head_and_keeps_what_it_stores() {
    let mut space = Space::new(30);
    let device = space.add(Role::Member);
    let (log, other) = (LogId([1; 16]), LogId([2; 16]));
    let heads = |of: &DeviceId| {
        if *of == device.id() {
            vec![(log, 5), (other, 2)]
        } else {
            Vec::new()
        }
    };
    let below = |log, stored, cut| {
        Some(SequenceRefusal::CutBelowStored {
            device: device.id(),
            log,
            stored,
            cut,
        })
    };
    for (cut, expected) in [
        (Cut::new(), below(log, 5, None)),
        (Cut::from([(log, 4), (other, 2)]), below(log, 5, Some(4))),
        (Cut::from([(log, 5)]), below(other, 2, None)),
        (Cut::from([(log, 5), (other, 2)]), None),
    ] {
        let record = space.draft_remove(&device, cut).unwrap();
        assert_eq!(
            sequence(record, &space.now, &space.founder, &heads).err(),
            expected
        );
    }
    let (first, second) = (space.draft_rotate().unwrap(), space.draft_rotate().unwrap());
    space.take(Ok(first.clone())).unwrap();
    assert_eq!(space.take(Ok(first)), Err(SequenceRefusal::Known { position: 2 }));
    assert_eq!(space.take(Ok(second)), Err(SequenceRefusal::Moved { head: 2 }));
}

#[test]
fn a_record_of_another_space_or_place_is_refused() {
    let (space, other) = (Space::new(31), Space::new(32));
    let body = draft::set_sequencer(&space.now, &space.founder, [9; 32])
        .unwrap()
        .body()
        .clone();
    let (head, hash) = space.now.head();
    let sign = |of: &Space, position, prev| {
        MemberRecord::sign(&space.founder, of.now.space(), position, prev, &body)
            .unwrap()
            .sequenced_by(&space.founder)
    };
    assert_eq!(refused(&space, &sign(&other, head + 1, hash)), MemberFault::Space);
    assert_eq!(
        refused(&space, &sign(&space, head + 1, MemberHash([0; 32]))),
        MemberFault::Prev
    );
    let skipped = MemberFault::Position {
        expected: 1,
        found: 2,
    };
    assert_eq!(refused(&space, &sign(&space, head + 2, hash)), skipped);
    assert_eq!(
        refused(&space, &space.records[0]),
        MemberFault::Position {
            expected: 1,
            found: 0
        }
    );
}

#[test]
fn a_critical_record_from_the_future_freezes_and_another_is_skipped() {
    let mut space = Space::new(33);
    let from_the_future = |space: &Space, critical: u8, kind: u8| {
        let (head, hash) = space.now.head();
        let body = Body::InviteClose {
            invite: crate::id::InviteId([7; 16]),
        };
        let known = MemberRecord::sign(&space.founder, space.now.space(), head + 1, hash, &body).unwrap();
        let mut bytes = known.bytes()[..known.bytes().len() - 64].to_vec();
        (bytes[2], bytes[3]) = (critical, kind);
        bytes.extend_from_slice(&space.founder.sign("member", &bytes));
        MemberRecord::from_bytes(&bytes).unwrap()
    };
    let skipped = from_the_future(&space, 0, 11);
    let refusal = SequenceRefusal::UnknownKind { kind: 11 };
    assert_eq!(
        sequence(skipped.clone(), &space.now, &space.founder, &|_| Vec::new()),
        Err(refusal)
    );
    space.now.apply(&skipped.sequenced_by(&space.founder)).unwrap();
    assert_eq!((space.now.head().0, space.now.frozen()), (1, None));
    let critical = from_the_future(&space, 1, 200).sequenced_by(&space.founder);
    space.now.apply(&critical).unwrap();
    assert_eq!((space.now.head().0, space.now.frozen()), (2, Some(2)));
    assert_eq!(fault(space.draft_rotate()), MemberFault::Frozen { at: 2 });
    let founder = DeviceSecret::from_bytes(&space.founder.to_bytes());
    assert_eq!(space.admits(&founder, 1, 0), Err(NotAdmitted::Frozen { at: 2 }));
    assert!(
        space.keyring().sealing(&space.now).is_some(),
        "local work goes on"
    );
}

#[test]
fn a_byte_changed_anywhere_is_refused() {
    let mut space = Space::new(34);
    let device = space.add(Role::Member);
    space.remove(&device, Cut::from([(LogId([1; 16]), 7)]));
    for (position, record) in space.records.iter().enumerate() {
        let before = &space.records[..position];
        for byte in 0..record.bytes().len() {
            let mut bytes = record.bytes().to_vec();
            bytes[byte] ^= 1 << (byte % 8);
            let Ok(forged) = MemberRecord::from_bytes(&bytes) else {
                continue;
            };
            let replayed = Membership::replay(before.iter().chain([&forged]));
            assert!(replayed.is_err(), "byte {byte} of record {position}");
        }
    }
}

#[test]
fn a_genesis_is_signed_by_its_founder_alone() {
    let space = Space::new(35);
    let Body::Genesis(body) = space.records[0].body() else {
        panic!("a genesis")
    };
    let zero = (crate::id::SpaceId([0; 32]), MemberHash([0; 32]));
    let mut other = body.as_ref().clone();
    other.sequencer = [1; 32];
    let record = MemberRecord::sign(&space.founder, zero.0, 0, zero.1, &Body::Genesis(Box::new(other)));
    let record = record.unwrap().sequenced_by(&space.founder);
    assert_eq!(rules::check_genesis(&record).err(), Some(MemberFault::NoGenesis));
    assert_eq!(Membership::replay([]).err(), Some((0, MemberFault::NoGenesis)));
    let twice = [
        &space.records[0],
        &forge(&space, &space.founder, space.records[0].body()),
    ];
    assert_eq!(
        Membership::replay(twice).err(),
        Some((1, MemberFault::SecondGenesis))
    );
}

#[test]
fn what_an_earlier_cut_excludes_needs_no_place_in_a_later_one() {
    let mut space = Space::new(31);
    let device = space.add(Role::Member);
    let log = LogId([1; 16]);
    let cut = Cut::from([(log, 1)]);
    // As a hub that was set back has it: the cut comes when more of the log is stored already.
    let narrowed = space.draft_role(device.id(), Role::Reader, cut.clone());
    space.take(narrowed).unwrap();
    let heads = |_: &DeviceId| vec![(log, 5)];
    let record = space.draft_remove(&device, cut).unwrap();
    assert_eq!(sequence(record, &space.now, &space.founder, &heads).err(), None);
    let less = space.draft_remove(&device, Cut::new()).unwrap();
    assert!(sequence(less, &space.now, &space.founder, &heads).is_err());
}
