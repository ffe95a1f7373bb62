//! Bytes from anywhere: read or refused, never a panic, and one encoding for one meaning.

use proptest::prelude::*;

use super::*;

/// A log with a record of every kind.
fn every_kind() -> Vec<MemberRecord> {
    let mut space = Space::new(50);
    let device = space.add(Role::Admin);
    let invite = crate::id::InviteId([1; 16]);
    let record = draft::invite_open(&space.now, &space.founder, invite, crate::time::Timestamp(9));
    space.take(record).unwrap();
    let newcomer = Newcomer {
        keys: space.device().keys(),
        role: Role::Reader,
        label: "x".into(),
        invite: Some(invite),
    };
    let (now, keyring) = (space.now.clone(), space.keyring());
    let record = draft::add(&now, &keyring, &space.founder, &newcomer, &mut space.dice);
    space.take(record).unwrap();
    let record = draft::invite_open(&space.now, &space.founder, invite, crate::time::Timestamp(-1));
    space.take(record).unwrap();
    let record = space.draft_role(device.id(), Role::Reader, Cut::from([(LogId([3; 16]), 4)]));
    space.take(record).unwrap();
    let record = draft::invite_open(&space.now, &space.founder, invite, crate::time::Timestamp(0));
    space.take(record).unwrap();
    let record = draft::invite_close(&space.now, &space.founder, invite);
    space.take(record).unwrap();
    space.remove(
        &device,
        Cut::from([(LogId([3; 16]), 4), (LogId([4; 16]), u64::MAX)]),
    );
    let record = space.draft_rotate();
    space.take(record).unwrap();
    let next = RecoverySecret::generate(&mut space.dice);
    let (now, keyring) = (space.now.clone(), space.keyring());
    let record = draft::set_recovery(&now, &keyring, &space.founder, &next.keys(), &mut space.dice);
    space.take(record).unwrap();
    let hub = space.device();
    let record = draft::set_sequencer(&space.now, &space.founder, hub.id().0);
    space.take(record).unwrap();
    let takeover = draft::Takeover {
        keys: space.device().keys(),
        label: String::new(),
        recovery: RecoverySecret::generate(&mut space.dice).keys(),
        cut: Cut::new(),
    };
    let record = draft::recover(
        &space.now,
        &space.keyring(),
        &next.secret(),
        takeover,
        &mut space.dice,
    )
    .unwrap();
    space.records.push(record);
    space.records
}

#[test]
fn a_record_of_every_kind_has_one_encoding_and_reads_back() {
    let records = every_kind();
    let mut kinds: Vec<u8> = records.iter().map(|record| record.body().kind()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds, (1..=10).collect::<Vec<_>>());
    for record in records {
        assert_eq!(MemberRecord::from_bytes(record.bytes()), Ok(record.clone()));
        let encoded = record.body().encode();
        let signatures = if record.sequenced() { 128 } else { 64 };
        let end = record.bytes().len() - signatures;
        assert_eq!(record.bytes()[end - encoded.len()..end], encoded);
        for len in 0..record.bytes().len() {
            // Only the sequencer's signature may be missing.
            let cut = MemberRecord::from_bytes(&record.bytes()[..len]);
            assert_eq!(cut.is_ok(), record.sequenced() && len == end + 64, "{len} bytes");
        }
        let longer = [record.bytes(), &[0]].concat();
        assert!(MemberRecord::from_bytes(&longer).is_err());
    }
}

#[test]
fn lists_are_bounded_before_they_are_read_and_have_one_order() {
    let records = every_kind();
    let removal = records
        .iter()
        .find(|record| matches!(record.body(), Body::Remove(_)))
        .unwrap();
    let bytes = removal.bytes();
    let with = |at: usize, new: &[u8]| {
        let mut changed = bytes.to_vec();
        changed[at..at + new.len()].copy_from_slice(new);
        MemberRecord::from_bytes(&changed).err()
    };
    let (devices, cuts) = (108, 108 + 2 + 32);
    assert_eq!(
        with(devices, &[65, 0]),
        Some(Malformed::TooMany {
            found: 65,
            limit: DEVICES_MAX
        })
    );
    assert_eq!(
        with(cuts, &[1, 16]),
        Some(Malformed::TooMany {
            found: 4097,
            limit: CUT_MAX
        })
    );
    assert!(matches!(with(cuts, &[0, 16]), Some(Malformed::Truncated { .. })));
    assert_eq!(with(cuts + 2, &[5; 16]), Some(Malformed::Unordered));
    assert_eq!(with(cuts + 2, &[4; 16]), Some(Malformed::Unordered));
    assert_eq!(with(0, &[0]), Some(Malformed::Value { field: "version" }));
    assert_eq!(
        with(2, &[2]),
        Some(Malformed::Value {
            field: "critical flag"
        })
    );
    let mut space = Space::new(52);
    let pair = BTreeSet::from([space.add(Role::Member).id(), space.add(Role::Member).id()]);
    let (now, keyring) = (space.now.clone(), space.keyring());
    let removal = draft::remove(&now, &keyring, &space.founder, &pair, Cut::new(), &mut space.dice).unwrap();
    let mut twice = removal.bytes().to_vec();
    twice.copy_within(devices + 2..devices + 34, devices + 34);
    assert_eq!(MemberRecord::from_bytes(&twice), Err(Malformed::Unordered));
    let endless = vec![1; RECORD_MAX + 1];
    let too_long = Malformed::TooLong {
        len: RECORD_MAX + 1,
        limit: RECORD_MAX,
    };
    assert_eq!(MemberRecord::from_bytes(&endless), Err(too_long));
}

#[test]
fn the_largest_removal_fits() {
    let mut space = Space::new(51);
    let devices: Vec<DeviceSecret> = (0..DEVICES_MAX - 1).map(|_| space.add(Role::Member)).collect();
    let one_more = space.device();
    let full = MemberFault::TooManyDevices { limit: DEVICES_MAX };
    assert_eq!(fault(space.draft_add(&one_more, Role::Member)), full);
    for invite in 0..INVITES_MAX as u8 {
        let invite = crate::id::InviteId([invite; 16]);
        let record = draft::invite_open(&space.now, &space.founder, invite, crate::time::Timestamp(1));
        space.take(record).unwrap();
    }
    let cut = (0..CUT_MAX as u64).map(|log| {
        let mut id = [0; 16];
        id[..8].copy_from_slice(&log.to_be_bytes());
        (LogId(id), log)
    });
    let gone = devices.iter().skip(1).map(DeviceSecret::id).collect();
    let (now, keyring) = (space.now.clone(), space.keyring());
    let record = draft::remove(
        &now,
        &keyring,
        &space.founder,
        &gone,
        cut.collect(),
        &mut space.dice,
    );
    space.take(record).unwrap();
    assert_eq!((space.now.active().count(), space.now.invites().len()), (2, 0));
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        _ = MemberRecord::from_bytes(&bytes);
        _ = invite::JoinOffer::open(&[0; 16], &bytes);
        _ = invite::JoinRequest::open(&[0; 16], &bytes);
    }

    #[test]
    fn changed_records_never_panic_and_stay_canonical(
        which in any::<prop::sample::Index>(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in any::<prop::sample::Index>(),
    ) {
        let records = EVERY_KIND.get_or_init(every_kind);
        let mut bytes = which.get(records).bytes().to_vec();
        for (at, value) in edits {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        if let Ok(record) = MemberRecord::from_bytes(&bytes)
            && !matches!(record.body(), Body::Unknown { .. })
        {
            let encoded = record.body().encode();
            prop_assert!(bytes.windows(encoded.len()).any(|window| window == encoded));
            prop_assert!(Membership::replay([&record]).is_err() || record == records[0]);
        }
        bytes.truncate(cut.index(bytes.len()));
        _ = MemberRecord::from_bytes(&bytes);
    }
}

static EVERY_KIND: std::sync::OnceLock<Vec<MemberRecord>> = std::sync::OnceLock::new();
