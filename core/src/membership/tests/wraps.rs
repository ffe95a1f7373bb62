//! Who is given which key, what is refused, and what a dishonest wrap costs.

use super::*;

#[test]
fn an_add_with_the_wrap_of_an_older_epoch_is_refused() {
    let mut space = Space::new(22);
    let device = space.device();
    let old = space.draft_add(&device, Role::Member).unwrap();
    let record = space.draft_rotate();
    space.take(record).unwrap();
    let record = forge(&space, &space.founder, old.body());
    assert_eq!(
        refused(&space, &record),
        MemberFault::Epoch {
            expected: 1,
            found: 0
        }
    );
}

#[test]
fn a_rotation_has_exactly_the_wraps_it_should() {
    let mut space = Space::new(23);
    let (device, stranger) = (space.add(Role::Member), space.device());
    let right = rotation_of(&space.draft_rotate().unwrap());
    let mut missing = right.clone();
    missing.wraps.remove(&device.id());
    let record = forge(&space, &space.founder, &Body::Rotate(Box::new(missing)));
    assert_eq!(
        refused(&space, &record),
        MemberFault::WrapMissing { device: device.id() }
    );
    let mut extra = right.clone();
    extra.wraps.insert(stranger.id(), [0; crate::crypto::WRAP_LEN]);
    let record = forge(&space, &space.founder, &Body::Rotate(Box::new(extra)));
    assert_eq!(
        refused(&space, &record),
        MemberFault::WrapForStranger {
            device: stranger.id()
        }
    );
    let mut skips = right.clone();
    skips.epoch = 2;
    let record = forge(&space, &space.founder, &Body::Rotate(Box::new(skips)));
    assert_eq!(
        refused(&space, &record),
        MemberFault::Epoch {
            expected: 1,
            found: 2
        }
    );
    let mut reused = right;
    reused.key_id = space.now.key_id(0).unwrap();
    let record = forge(&space, &space.founder, &Body::Rotate(Box::new(reused)));
    assert!(matches!(refused(&space, &record), MemberFault::KeyReused { .. }));
}

#[test]
fn a_rotation_made_for_an_older_recovery_code_is_refused() {
    // Found by the laws: the new code would have opened nothing from here on.
    let mut space = Space::new(36);
    let stale = space.draft_rotate().unwrap();
    let next = RecoverySecret::generate(&mut space.dice).keys();
    let (now, keyring) = (space.now.clone(), space.keyring());
    let record = draft::set_recovery(&now, &keyring, &space.founder, &next, &mut space.dice);
    space.take(record).unwrap();
    let record = forge(&space, &space.founder, stale.body());
    assert_eq!(
        refused(&space, &record),
        MemberFault::WrapMissing { device: next.device }
    );
}

#[test]
fn a_removal_wraps_for_nobody_it_removes() {
    let mut space = Space::new(24);
    let device = space.add(Role::Member);
    let rotation = rotation_of(&space.draft_rotate().unwrap());
    let body = Remove {
        devices: BTreeSet::from([device.id()]),
        cut: Cut::new(),
        rotation,
    };
    let record = forge(&space, &space.founder, &Body::Remove(Box::new(body)));
    assert_eq!(
        refused(&space, &record),
        MemberFault::WrapForStranger { device: device.id() }
    );
}

#[test]
fn a_wrap_of_another_key_than_the_named_one_is_left_out() {
    // Whether a wrap holds the key it should, only its recipient can see.
    let mut space = Space::new(39);
    let device = space.add(Role::Member);
    let mut rotation = rotation_of(&space.draft_rotate().unwrap());
    let false_key = crate::crypto::EpochKey::generate(&mut space.dice);
    let info = space.now.wrap_info(1, &device.id());
    let wrap = false_key
        .wrap_for(&device.keys().exchange, &info, &mut space.dice)
        .unwrap();
    rotation.wraps.insert(device.id(), wrap);
    let record = forge(&space, &space.founder, &Body::Rotate(Box::new(rotation)));
    space.now.apply(&record).unwrap();
    let keyring = Keyring::open(&space.now, KeyringSource::Device(&device)).unwrap();
    assert!(keyring.key(0).is_some() && keyring.key(1).is_none() && keyring.sealing(&space.now).is_none());
    // A stranger's wrap for a newcomer leaves it with nothing at all.
    let newcomer = space.device();
    let record = space.draft_add(&newcomer, Role::Member).unwrap();
    let Body::Add(body) = record.body() else {
        panic!("an add")
    };
    let mut body = body.as_ref().clone();
    let info = space.now.wrap_info(1, &newcomer.id());
    body.wrap = false_key
        .wrap_for(&newcomer.keys().exchange, &info, &mut space.dice)
        .unwrap();
    let record = forge(&space, &space.founder, &Body::Add(Box::new(body)));
    space.now.apply(&record).unwrap();
    let keyring = Keyring::open(&space.now, KeyringSource::Device(&newcomer));
    assert_eq!(keyring.err(), Some(KeyringFault::Unreadable));
}

#[test]
fn a_broken_chain_costs_no_more_than_what_came_before_it() {
    let mut space = Space::new(70);
    let early = space.add(Role::Member);
    let mut rotation = rotation_of(&space.draft_rotate().unwrap());
    rotation.old_under_new = [0; crate::crypto::CHAINED_KEY_LEN];
    let record = forge(&space, &space.founder, &Body::Rotate(Box::new(rotation)));
    space.now.apply(&record).unwrap();
    let late = space.device();
    let record = space.draft_add(&late, Role::Member);
    space.take(record).unwrap();
    let early = Keyring::open(&space.now, KeyringSource::Device(&early)).unwrap();
    let late = Keyring::open(&space.now, KeyringSource::Device(&late)).unwrap();
    assert!(
        early.key(0).is_some() && early.key(1).is_some(),
        "its own older wrap still opens"
    );
    assert!(late.key(0).is_none() && late.key(1).is_some());
}
