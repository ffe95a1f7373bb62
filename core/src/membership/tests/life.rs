//! The life of a space: who joins, leaves and recovers, and what each can read and write.

use super::*;
use crate::time::Timestamp;

#[test]
fn a_space_begins_with_its_founder_as_admin_and_sequencer() {
    let space = Space::new(1);
    assert_eq!(space.now.space().0, space.records[0].hash().0);
    assert_eq!(space.now.sequencer(), space.founder.id().0);
    assert_eq!(space.now.head(), (0, space.records[0].hash()));
    assert!(space.now.is_active(&space.founder.id()));
    let founder = space.now.member(&space.founder.id()).unwrap();
    assert_eq!((founder.role, founder.letter.as_str()), (Role::Admin, "A"));
    assert_eq!(space.keyring().label(founder).as_deref(), Some("مكتب الكاتبة"));
    assert_ne!(Space::new(2).now.space(), space.now.space());
}

#[test]
fn a_newcomer_reads_everything_before_it() {
    let mut space = Space::new(3);
    for _ in 0..3 {
        let record = space.draft_rotate();
        space.take(record).unwrap();
    }
    let device = space.add(Role::Member);
    let keyring = Keyring::open(&space.now, KeyringSource::Device(&device)).unwrap();
    assert_eq!(keyring.latest().0, 3);
    for epoch in 0..=3 {
        assert_eq!(
            keyring.key(epoch).map(|key| key.key_id()),
            space.now.key_id(epoch)
        );
    }
    let member = space.now.member(&device.id()).unwrap();
    assert_eq!((member.letter.as_str(), member.added_at), ("B", 4));
    assert_eq!(keyring.label(member).as_deref(), Some("laptop"));
    assert_eq!(space.admits(&device, 1, 0), Ok(()));
}

#[test]
fn who_is_removed_keeps_what_it_had_and_gets_nothing_new() {
    let mut space = Space::new(4);
    let device = space.add(Role::Member);
    space.remove(&device, Cut::from([(LogId([1; 16]), 7)]));
    let keyring = Keyring::open(&space.now, KeyringSource::Device(&device)).unwrap();
    assert_eq!(keyring.latest().0, 0);
    assert!(keyring.sealing(&space.now).is_none());
    assert!(!space.now.is_active(&device.id()));
    assert_eq!(space.admits(&device, 1, 7), Ok(()));
    assert_eq!(
        space.admits(&device, 1, 8),
        Err(NotAdmitted::BeyondCut { limit: Some(7) })
    );
    assert_eq!(
        space.admits(&device, 2, 0),
        Err(NotAdmitted::BeyondCut { limit: None })
    );
    assert_eq!(space.now.limit(&LogId([1; 16])), Some(7));
    assert_eq!(space.now.limit(&LogId([2; 16])), None);
    assert_eq!(space.keyring().latest().0, 1);
}

#[test]
fn a_reader_reads_and_does_not_write() {
    let mut space = Space::new(5);
    let device = space.add(Role::Reader);
    assert!(Keyring::open(&space.now, KeyringSource::Device(&device)).is_ok());
    assert_eq!(space.admits(&device, 1, 0), Err(NotAdmitted::Reader));
    let record = space.draft_role(device.id(), Role::Member, Cut::new());
    space.take(record).unwrap();
    assert_eq!((space.admits(&device, 1, 5), space.now.epoch()), (Ok(()), 0));
    let record = space.draft_role(device.id(), Role::Reader, Cut::from([(LogId([1; 16]), 5)]));
    space.take(record).unwrap();
    assert_eq!(space.now.epoch(), 1);
    assert_eq!(space.admits(&device, 1, 5), Ok(()));
    assert_eq!(
        space.admits(&device, 1, 6),
        Err(NotAdmitted::BeyondCut { limit: Some(5) })
    );
    assert!(
        Keyring::open(&space.now, KeyringSource::Device(&device))
            .unwrap()
            .sealing(&space.now)
            .is_some()
    );
    // Leaving does not give back what narrowing took.
    space.remove(&device, Cut::from([(LogId([1; 16]), 9), (LogId([2; 16]), 9)]));
    assert_eq!(
        space.admits(&device, 1, 6),
        Err(NotAdmitted::BeyondCut { limit: Some(5) })
    );
    assert_eq!(
        space.admits(&device, 2, 0),
        Err(NotAdmitted::BeyondCut { limit: None })
    );
}

#[test]
fn an_admin_made_member_writes_on_under_a_new_key() {
    let mut space = Space::new(6);
    let device = space.add(Role::Admin);
    let record = space.draft_role(device.id(), Role::Member, Cut::new());
    space.take(record).unwrap();
    assert_eq!(space.admits(&device, 1, 99), Ok(()));
    assert_eq!(space.now.epoch(), 1);
    let mine = space.draft_rotate();
    assert!(mine.is_ok());
    let keyring = Keyring::open(&space.now, KeyringSource::Device(&device)).unwrap();
    let theirs = draft::rotate(&space.now, &keyring, &device, BTreeSet::new(), &mut space.dice);
    assert_eq!(fault(theirs), MemberFault::NotAllowed { author: device.id() });
}

#[test]
fn an_old_epoch_is_no_reason_to_refuse_an_entry() {
    let mut space = Space::new(7);
    let device = space.add(Role::Member);
    let (position, hash) = space.now.head();
    let key_id = space.now.key_id(0).unwrap();
    for _ in 0..3 {
        let record = space.draft_rotate();
        space.take(record).unwrap();
    }
    let log = LogId([1; 16]);
    let admits = |position, hash: &MemberHash, epoch, key_id: &KeyId| {
        space
            .now
            .admits(&device.id(), &log, 0, position, hash, epoch, key_id)
    };
    assert_eq!(admits(position, &hash, 0, &key_id), Ok(()));
    let newer = space.now.key_id(1).unwrap();
    assert_eq!(
        admits(position, &hash, 1, &newer),
        Err(NotAdmitted::NoSuchEpoch { epoch: 1 })
    );
    assert_eq!(
        admits(position, &hash, 9, &newer),
        Err(NotAdmitted::NoSuchEpoch { epoch: 9 })
    );
    assert_eq!(
        admits(position, &hash, 0, &newer),
        Err(NotAdmitted::OtherKey { epoch: 0 })
    );
    assert_eq!(
        admits(99, &hash, 0, &key_id),
        Err(NotAdmitted::UnknownPosition { need: 99 })
    );
    assert_eq!(
        admits(0, &hash, 0, &key_id),
        Err(NotAdmitted::Forked { position: 0 })
    );
    let genesis = space.now.hash_at(0).unwrap();
    assert_eq!(admits(0, &genesis, 0, &key_id), Err(NotAdmitted::Stranger));
}

#[test]
fn the_hub_takes_over_the_order_and_the_code_takes_it_back() {
    let mut space = Space::new(8);
    let hub = space.device();
    let record = draft::set_sequencer(&space.now, &space.founder, hub.id().0);
    space.take(record).unwrap();
    assert_eq!(space.now.sequencer(), hub.id().0);
    let record = space.draft_rotate().unwrap();
    let none = |_: &DeviceId| Vec::new();
    let refused = sequence(record.clone(), &space.now, &space.founder, &none);
    assert_eq!(refused, Err(SequenceRefusal::NotSequencer));
    let record = sequence(record, &space.now, &hub, &none).unwrap();
    space.now.apply(&record).unwrap();
    // The hub is gone: the code names another, which signs itself in.
    let other = space.device();
    let record = draft::set_sequencer(&space.now, &space.recovery.secret(), other.id().0).unwrap();
    assert_eq!(
        sequence(record.clone(), &space.now, &hub, &none),
        Err(SequenceRefusal::NotSequencer)
    );
    let record = sequence(record, &space.now, &other, &none).unwrap();
    space.now.apply(&record).unwrap();
    assert_eq!(space.now.sequencer(), other.id().0);
}

#[test]
fn the_recovery_code_replaces_all_devices_and_itself() {
    let mut space = Space::new(9);
    let lost = space.add(Role::Admin);
    let hub = space.device();
    let record = draft::set_sequencer(&space.now, &space.founder, hub.id().0);
    space.take(record).unwrap();
    let code = space.recovery.secret();
    let keyring = Keyring::open(&space.now, KeyringSource::Recovery(&code)).unwrap();
    let (fresh, next) = (space.device(), RecoverySecret::generate(&mut space.dice));
    let takeover = draft::Takeover {
        keys: fresh.keys(),
        label: "new".into(),
        recovery: next.keys(),
        cut: Cut::from([(LogId([1; 16]), 3)]),
    };
    let record = draft::recover(&space.now, &keyring, &code, takeover, &mut space.dice).unwrap();
    let record = sequence(record, &space.now, &hub, &|_| Vec::new()).unwrap();
    space.now.apply(&record).unwrap();
    assert_eq!(space.now.active().count(), 1);
    assert_eq!(space.admits(&lost, 1, 3), Ok(()));
    assert_eq!(
        space.admits(&lost, 1, 4),
        Err(NotAdmitted::BeyondCut { limit: Some(3) })
    );
    assert_eq!(space.admits(&fresh, 2, 0), Ok(()));
    let keyring = Keyring::open(&space.now, KeyringSource::Device(&fresh)).unwrap();
    assert!(keyring.key(0).is_some() && keyring.sealing(&space.now).is_some());
    let member = space.now.member(&fresh.id()).unwrap();
    assert_eq!(
        (member.letter.as_str(), keyring.label(member).as_deref()),
        ("C", Some("new"))
    );
    let unknown = KeyringFault::Unknown { device: code.id() };
    assert_eq!(
        Keyring::open(&space.now, KeyringSource::Recovery(&code)).err(),
        Some(unknown)
    );
    assert!(Keyring::open(&space.now, KeyringSource::Recovery(&next.secret())).is_ok());
}

#[test]
fn a_new_recovery_code_opens_everything_too() {
    let mut space = Space::new(10);
    let record = space.draft_rotate();
    space.take(record).unwrap();
    let next = RecoverySecret::generate(&mut space.dice);
    let record = draft::set_recovery(
        &space.now,
        &space.keyring(),
        &space.founder,
        &next.keys(),
        &mut space.dice,
    );
    space.take(record).unwrap();
    let keyring = Keyring::open(&space.now, KeyringSource::Recovery(&next.secret())).unwrap();
    assert!(keyring.key(0).is_some() && keyring.key(1).is_some());
}

#[test]
fn a_pending_removal_denies_until_the_next_record() {
    let mut space = Space::new(11);
    let (device, other) = (space.add(Role::Member), space.add(Role::Member));
    let removal = space.draft_remove(&device, Cut::new()).unwrap();
    space.now.deny(&removal).unwrap();
    assert!(!space.now.is_active(&device.id()) && space.now.is_active(&other.id()));
    assert_eq!(space.admits(&device, 1, 0), Err(NotAdmitted::RemovalPending));
    // Another record wins the position: the removal is drafted again, and denies again.
    let record = space.draft_rotate();
    space.take(record).unwrap();
    assert!(space.now.is_active(&device.id()));
    assert!(matches!(
        space.now.deny(&removal),
        Err(MemberFault::Position { .. })
    ));
    let rotation = space.draft_rotate().unwrap();
    assert_eq!(space.now.deny(&rotation), Err(MemberFault::NotARemoval));
}

#[test]
fn invitations_open_once_close_once_and_end_with_a_removal() {
    let mut space = Space::new(12);
    let device = space.add(Role::Member);
    let (one, two) = (crate::id::InviteId([1; 16]), crate::id::InviteId([2; 16]));
    let record = draft::invite_open(&space.now, &space.founder, one, Timestamp(5));
    space.take(record).unwrap();
    let again = draft::invite_open(&space.now, &space.founder, one, Timestamp(5));
    assert_eq!(fault(again), MemberFault::InviteOpen { invite: one });
    let closed = draft::invite_close(&space.now, &space.founder, two);
    assert_eq!(fault(closed), MemberFault::InviteNotOpen { invite: two });
    assert_eq!(space.now.invites().get(&one), Some(&Timestamp(5)));
    space.remove(&device, Cut::new());
    assert!(space.now.invites().is_empty());
}

#[test]
fn every_device_and_the_recovery_code_know_one_statistics_key_that_is_no_devices() {
    let mut space = Space::new(51);
    let known = |keyring: Keyring| keyring.statistics().unwrap().id();
    let first = known(space.keyring());
    let second = space.add(Role::Member);
    let record = space.draft_rotate();
    space.take(record).unwrap();
    let third = space.add(Role::Reader);
    for device in [&second, &third] {
        let keyring = Keyring::open(&space.now, KeyringSource::Device(device)).unwrap();
        assert_eq!(known(keyring), first);
    }
    let code = space.recovery.secret();
    let keyring = Keyring::open(&space.now, KeyringSource::Recovery(&code)).unwrap();
    assert_eq!(known(keyring), first);
    let devices = [space.founder.id(), second.id(), third.id(), code.id()];
    assert!(!devices.contains(&first));
    assert_ne!(known(Space::new(52).keyring()), first, "another association");
}
