//! Entries through the relay: who gets what, when it is promised, and what others are told.

use tawro_core::wire::Message;
use tawro_hub::relay::{Effect, Event};
use tawro_hub::store::SpaceLog;

use crate::harness::World;

#[test]
fn three_devices_agree_and_know_it() {
    let mut world = World::enrolled(3, 1);
    for device in 0..3 {
        world.add(device, "Khadija");
    }
    world.settle();
    // What others have is told at most once a second.
    world.now.millis += 1_000;
    world.settle();
    let rows = world.devices[0].store.rows.clone();
    assert_eq!(rows.len(), 3);
    for device in 0..3 {
        assert_eq!(world.devices[device].store.rows, rows);
        assert_eq!(world.unsynced(device), 0);
        let Some((_, peer)) = &world.devices[device].peer else {
            panic!("ended")
        };
        assert!(peer.in_sync(), "device {device}");
    }
    let one = &mut world.devices[0];
    let status = one.replica.status(&mut one.store).unwrap();
    for device in &status.devices {
        assert_eq!((device.stored, device.applied), (3, 3), "{}", device.letter);
    }
}

#[test]
fn what_was_made_before_the_hub_is_not_made_again() {
    let mut world = World::new(2, 2);
    let first = world.add(0, "Khadija");
    world.enrol(0);
    world.connect(0);
    world.settle();
    world.connect(1);
    world.settle();
    assert!(world.devices[1].store.rows.contains_key(&first));
    assert_eq!(world.devices[0].store.rows, world.devices[1].store.rows);
}

#[test]
fn an_edit_reaches_those_who_are_here_at_once() {
    let mut world = World::enrolled(2, 3);
    let id = world.add(0, "Khadija");
    world.speak(0);
    world.listen();
    world.speak(1);
    assert!(world.devices[1].store.rows.contains_key(&id));
}

#[test]
fn nothing_is_promised_before_it_is_committed() {
    let mut world = World::enrolled(2, 4);
    let receipts = world.devices[0].receipts;
    world.add(0, "Khadija");
    world.speak(0);
    // The power goes between the write and the commit.
    world.crash();
    let space = world.space();
    assert_eq!(world.relay.store().usage(space).unwrap().entries, 0);
    assert_eq!(world.devices[0].receipts, receipts);
    assert_eq!(world.unsynced(0), 1);
    for device in 0..2 {
        world.connect(device);
    }
    world.settle();
    assert_eq!((world.rows(1), world.unsynced(0)), (1, 0));
}

#[test]
fn a_lost_receipt_is_given_again() {
    let mut world = World::enrolled(1, 5);
    world.add(0, "Khadija");
    world.speak(0);
    world.relay.commit(world.now).unwrap();
    // The commit is done, and the line is cut before the answer.
    world.disconnect(0);
    while world.relay.poll().is_some() {}
    assert_eq!(world.unsynced(0), 1);
    world.connect(0);
    world.settle();
    assert_eq!(world.unsynced(0), 0);
}

#[test]
fn a_slow_reader_is_sent_a_window_and_then_waited_for() {
    let mut world = World::enrolled(2, 6);
    world.disconnect(1);
    for _ in 0..40 {
        world.add_long(0, 100);
        world.settle();
    }
    world.connect(1);
    world.speak(1);
    let peer = world.devices[1].peer.as_ref().unwrap().0;
    world.relay.commit(world.now).unwrap();
    let mut sent = 0;
    while let Some(effect) = world.relay.poll() {
        if let Effect::Send {
            message: Message::Entries(bytes),
            ..
        } = effect
        {
            sent += bytes.len();
        }
    }
    let stored = world.devices[0]
        .store
        .entries
        .values()
        .map(|entry| entry.ciphertext.len())
        .sum::<usize>();
    assert!(sent < stored, "{sent} of {stored}");
    assert!(sent <= 1 << 20, "{sent}");
    // Once it has read, the rest comes.
    world.relay.handle(Event::Closed { peer }, world.now).unwrap();
    world.connect(1);
    world.settle();
    assert_eq!(world.devices[0].store.rows, world.devices[1].store.rows);
}

#[test]
fn who_is_not_here_is_seen_later_as_it_was() {
    let mut world = World::enrolled(2, 7);
    world.add(0, "Khadija");
    world.settle();
    world.now.millis += 2_000;
    world.settle();
    world.crash();
    world.connect(0);
    world.settle();
    let one = &mut world.devices[0];
    let status = one.replica.status(&mut one.store).unwrap();
    let other = status.devices.iter().find(|device| device.letter == "B").unwrap();
    assert_eq!(
        (other.stored, other.applied, other.last_seen),
        (1, 1, world.now.clock)
    );
}

#[test]
fn a_hub_set_back_to_an_old_copy_is_healed_by_the_devices() {
    let mut world = World::enrolled(2, 8);
    world.add(0, "Khadija");
    world.settle();
    let old = world.relay.store().clone();
    world.add(1, "Ahmed");
    world.decide(0, &tawro_core::replica::Intent::Rotate);
    world.settle();
    world.crash();
    *world.relay.store() = old;
    let position = world.devices[0].replica.membership().head().0;
    assert_eq!(world.membership().head().0, position - 1);
    world.connect(1);
    world.settle();
    assert_eq!(world.membership().head().0, position);
    let space = world.space();
    assert_eq!(world.relay.store().usage(space).unwrap().entries, 2);
    world.connect(0);
    world.add(0, "Fatima");
    world.settle();
    assert_eq!(world.devices[0].store.rows, world.devices[1].store.rows);
    assert_eq!(world.rows(1), 3);
}
