//! What goes wrong: quotas, copied devices, liars, a relay that loses power at any moment.

use std::sync::Arc;

use proptest::prelude::*;
use tawro_core::crypto::DeviceSecret;
use tawro_core::replica::{Intent, Replica};
use tawro_core::schema::Schema;
use tawro_core::wire::{Message, Refusal};
use tawro_hub::quota::Rate;
use tawro_hub::relay::{Effect, Event, Relay};
use tawro_hub::store::{MemoryLog, SpaceLog};
use tawro_quic::close;

use crate::harness::{Device, World, hub_secret, settings};

/// The same world, with other settings and everybody connected anew.
fn with_settings(mut world: World, change: impl FnOnce(&mut tawro_hub::relay::Settings)) -> World {
    let mut changed = settings();
    change(&mut changed);
    let fresh = Relay::new(MemoryLog::new(), hub_secret(), settings());
    let store = std::mem::replace(&mut world.relay, fresh).into_store();
    world.relay = Relay::new(store, hub_secret(), changed);
    for device in 0..world.devices.len() {
        world.connect(device);
    }
    world.settle();
    world
}

#[test]
fn a_full_space_is_told_so_and_loses_nothing() {
    let world = World::enrolled(1, 60);
    let mut world = with_settings(world, |settings| settings.stored_bytes_max = 3_000);
    world.add(0, "Khadija");
    world.settle();
    assert_eq!(world.unsynced(0), 0);
    world.add_long(0, 20);
    world.speak(0);
    let effects = world.turn();
    assert!(effects.iter().any(|effect| matches!(
        effect,
        Effect::Send {
            message: Message::Refused(Refusal::Quota),
            ..
        }
    )));
    assert!(effects.iter().any(|effect| matches!(
        effect,
        Effect::End {
            code: close::BUSY,
            ..
        }
    )));
    assert_eq!(world.unsynced(0), 20);
}

#[test]
fn a_space_that_writes_too_fast_is_read_from_more_slowly() {
    let world = World::enrolled(1, 61);
    let rate = Rate {
        per_second: 100,
        burst: 2_000,
    };
    let mut world = with_settings(world, |settings| settings.bytes = rate);
    world.add_long(0, 20);
    world.speak(0);
    let held = world.turn().into_iter().find_map(|effect| match effect {
        Effect::Hold { millis, .. } => Some(millis),
        _ => None,
    });
    assert!(held.is_some_and(|millis| millis > 1_000), "{held:?}");
}

#[test]
fn a_device_that_comes_again_takes_the_place_of_its_older_stream() {
    let mut world = World::enrolled(1, 62);
    let older = world.devices[0].peer.as_ref().unwrap().0;
    world.connect(0);
    world.speak(0);
    let effects = world.turn();
    assert!(effects.contains(&Effect::End {
        peer: older,
        code: close::REPLACED
    }));
    assert_eq!(world.relay.peers(), 1);
}

/// A second device with the folder of the first, witness included, as it stands now.
fn copy_of_the_first(world: &mut World) -> usize {
    let original = &world.devices[0];
    let mut store = original.store.clone();
    let secret = DeviceSecret::from_bytes(&original.secret);
    let (schema, witness) = (Arc::new(Schema::builtin()), original.replica.witness());
    let copy = Replica::open(schema, secret, witness.as_ref(), &mut world.dice, &mut store).unwrap();
    let copy = Device::new(copy, store, original.secret);
    world.devices.push(copy);
    world.devices.len() - 1
}

#[test]
fn of_a_copied_device_nothing_is_lost_or_doubled() {
    let mut world = World::enrolled(2, 63);
    world.add(0, "Khadija");
    world.settle();
    world.disconnect(0);
    let copy = copy_of_the_first(&mut world);
    // One after the other, with changes of each that the other has not seen.
    for round in 0..3 {
        for device in [0, copy] {
            world.add(device, &format!("{device} {round}"));
            world.connect(device);
            world.settle();
            world.disconnect(device);
        }
    }
    world.connect(0);
    world.settle();
    assert_eq!(world.rows(1), 7);
    assert_eq!(world.devices[0].store.rows, world.devices[1].store.rows);
}

#[test]
fn two_entries_for_one_place_are_proven_and_the_proof_is_kept() {
    let mut world = World::enrolled(2, 65);
    world.add(0, "Khadija");
    world.settle();
    world.disconnect(0);
    let copy = copy_of_the_first(&mut world);
    let before = world.relay.store().clone();
    world.connect(0);
    world.add(0, "one");
    world.settle();
    // The hub is set back, so the copy cannot know that its next number was given.
    world.crash();
    *world.relay.store() = before;
    world.add(copy, "other");
    world.connect(copy);
    world.settle();
    world.disconnect(copy);
    for device in [0, 1] {
        world.connect(device);
        world.settle();
    }
    let space = world.space();
    let forks = world.relay.store().forks(space).unwrap();
    assert_eq!(forks.iter().map(|fork| fork.seq).collect::<Vec<_>>(), [1]);
    assert_eq!(
        world.relay.store().usage(space).unwrap().entries,
        3,
        "the branch that was here stays, and what the other said comes again in a new log"
    );
}

#[test]
fn an_entry_under_a_false_signature_ends_the_stream_and_is_not_kept() {
    let mut world = World::enrolled(1, 64);
    world.add(0, "Khadija");
    let peer = world.devices[0].peer.as_ref().unwrap().0;
    world.devices[0].peer.as_mut().unwrap().1.nudge();
    // The frame that the device would send, with one bit of the signed header's tail turned.
    let (id, messages) = world.devices[0].work(&mut world.dice).unwrap();
    assert_eq!(id, peer);
    for message in messages {
        let message = match message {
            Message::Entries(mut bytes) => {
                let last = bytes.len() - 1;
                bytes[last] ^= 1;
                Message::Entries(bytes)
            }
            other => other,
        };
        world
            .relay
            .handle(Event::Received { peer, message }, world.now)
            .unwrap();
    }
    let effects = world.turn();
    assert!(effects.contains(&Effect::End {
        peer,
        code: close::PROTOCOL
    }));
    let space = world.space();
    assert_eq!(world.relay.store().usage(space).unwrap().entries, 0);
}

/// What may happen between two words.
#[derive(Debug, Clone)]
enum Happening {
    Add(usize),
    Rotate(usize),
    Connect(usize),
    Disconnect(usize),
    Speak(usize),
    Turn,
    Crash,
    Tick,
}

fn happening() -> impl Strategy<Value = Happening> {
    let device = 0..3usize;
    prop_oneof![
        3 => device.clone().prop_map(Happening::Add),
        1 => device.clone().prop_map(Happening::Rotate),
        2 => device.clone().prop_map(Happening::Connect),
        1 => device.clone().prop_map(Happening::Disconnect),
        6 => device.prop_map(Happening::Speak),
        6 => Just(Happening::Turn),
        1 => Just(Happening::Crash),
        1 => Just(Happening::Tick),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Whatever happens in whatever order: what a receipt was given for is there after any crash, and
    /// in the end all devices have everything.
    #[test]
    fn nothing_acknowledged_is_ever_lost(seed in 0..u64::MAX, story in proptest::collection::vec(happening(), 1..80)) {
        let mut world = World::enrolled(3, seed);
        let mut added = 0;
        for step in &story {
            match step {
                Happening::Add(device) => {
                    world.add(*device, "Khadija");
                    added += 1;
                }
                Happening::Rotate(device) => {
                    let one = &mut world.devices[*device];
                    // A second decision before the first is ordered may not be drafted.
                    let _ = one.replica.decide_members(&Intent::Rotate, &mut world.dice, &mut one.store);
                }
                Happening::Connect(device) => world.connect(*device),
                Happening::Disconnect(device) => world.disconnect(*device),
                Happening::Speak(device) => _ = world.speak(*device),
                Happening::Turn => _ = world.listen(),
                Happening::Crash => world.crash(),
                Happening::Tick => world.now.millis += 700,
            }
        }
        for _ in 0..3 {
            for device in 0..3 {
                world.connect(device);
            }
            world.settle();
        }
        for device in 0..3 {
            prop_assert_eq!(world.rows(device), added);
            prop_assert_eq!(world.unsynced(device), 0);
            prop_assert_eq!(&world.devices[device].store.rows, &world.devices[0].store.rows);
            prop_assert_eq!(world.devices[device].ended, None);
        }
    }
}
