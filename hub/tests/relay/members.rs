//! The relay as sequencer: who is first, who is out, who comes back with the paper.

use std::collections::BTreeSet;

use tawro_core::crypto::DeviceSecret;
use tawro_core::id::DeviceId;
use tawro_core::membership::draft::{self, Takeover};
use tawro_core::membership::recovery::{RecoverySecret, space_hint};
use tawro_core::membership::{Keyring, KeyringSource, MemberRecord, Membership, Role};
use tawro_core::replica::Intent;
use tawro_core::wire::{Hello, Message, ProposalRefusal, Proposed, Refusal};
use tawro_hub::relay::{Effect, Event, PeerId};
use tawro_quic::close;

use crate::harness::World;

#[test]
fn of_two_decisions_at_once_both_come_to_stand_in_turn() {
    let mut world = World::enrolled(2, 20);
    world.decide(0, &Intent::Rotate);
    world.decide(1, &Intent::Rotate);
    let before = world.membership().head().0;
    world.settle();
    assert_eq!(world.membership().head().0, before + 2);
    for device in &world.devices {
        assert_eq!(device.replica.membership().head().0, before + 2);
    }
}

#[test]
fn a_removed_device_is_put_out_at_once_and_stays_out() {
    let mut world = World::enrolled(3, 21);
    world.add(2, "before");
    world.settle();
    let gone = world.id(2);
    world.add(2, "not sent yet");
    world.decide(0, &Intent::Remove(BTreeSet::from([gone])));
    world.speak(0);
    world.listen();
    assert_eq!(world.devices[2].ended, Some(close::REFUSED));
    world.add(0, "after");
    world.settle();
    world.connect(2);
    world.settle();
    assert_eq!(world.devices[2].ended, Some(close::REFUSED));
    assert_eq!(world.rows(0), 2);
    assert_eq!(world.rows(1), 2);
    assert_eq!(world.rows(2), 2, "its own two, and nothing written after");
}

#[test]
fn a_removal_below_what_is_stored_is_refused_and_drafted_again() {
    let mut world = World::enrolled(2, 22);
    world.disconnect(0);
    // The founder removes a device whose newest entry it has not seen.
    world.add(1, "unseen");
    world.settle();
    world.decide(0, &Intent::Remove(BTreeSet::from([world.id(1)])));
    world.connect(0);
    world.settle();
    assert!(!world.membership().is_active(&world.id(1)));
    assert_eq!(world.rows(0), 1, "what was stored before the removal counts");
}

#[test]
fn a_reader_receives_and_cannot_write() {
    let mut world = World::new(1, 23);
    let reader = world.admit(Role::Reader);
    world.enrol(0);
    world.connect(0);
    world.connect(reader);
    world.add(0, "Khadija");
    world.settle();
    assert_eq!(world.rows(reader), 1);
    assert!(!world.devices[reader].replica.may_write());
}

#[test]
fn an_unknown_space_and_a_forbidden_one_answer_alike() {
    let mut world = World::enrolled(1, 24);
    let stranger = DeviceId([5; 32]);
    let known = hello(&world, world.space());
    let unknown = hello(&world, tawro_core::id::SpaceId([6; 32]));
    let answers = [known, unknown].map(|hello| world.ask(stranger, Message::Hello(hello)));
    assert_eq!(answers[0], [Message::Refused(Refusal::NotHere)]);
    assert_eq!(answers[0], answers[1]);
}

#[test]
fn a_record_of_nonsense_or_of_a_stranger_is_refused() {
    let mut world = World::enrolled(1, 25);
    let (peer, key) = (world.open(world.id(0)), world.id(0));
    let hello = Hello {
        have: Vec::new(),
        ..hello(&world, world.space())
    };
    world
        .relay
        .handle(
            Event::Received {
                peer,
                message: Message::Hello(hello),
            },
            world.now,
        )
        .unwrap();
    let answer = |world: &mut World, record: Vec<u8>| {
        let message = Message::Propose { id: 7, record };
        world
            .relay
            .handle(Event::Received { peer, message }, world.now)
            .unwrap();
        proposed(world.turn(), peer)
    };
    assert_eq!(
        answer(&mut world, vec![1; 200]),
        Some(Proposed::Refused(ProposalRefusal::Malformed))
    );
    let stranger = DeviceSecret::from_bytes(&[66; 64]);
    let membership = world.membership();
    let mine = DeviceSecret::from_bytes(&world.devices[0].secret);
    assert_eq!(mine.id(), key);
    let record = draft::invite_close(&membership, &stranger, tawro_core::id::InviteId([1; 16]));
    assert!(record.is_err(), "it cannot even be drafted");
    let stolen = draft::set_sequencer(&membership, &mine, [9; 32]).unwrap();
    let mut bytes = stolen.bytes().to_vec();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    assert_eq!(
        answer(&mut world, bytes),
        Some(Proposed::Refused(ProposalRefusal::NotAllowed))
    );
    let taken = answer(&mut world, stolen.bytes().to_vec());
    assert!(matches!(taken, Some(Proposed::Accepted { .. })));
    let again = answer(&mut world, stolen.bytes().to_vec());
    assert_eq!(again, taken, "a repeated proposal is answered as the first");
}

#[test]
fn the_paper_brings_everything_back_and_the_old_devices_are_out() {
    let mut world = World::enrolled(2, 26);
    world.add(0, "Khadija");
    world.settle();
    let space = world.space();
    let code = world.recovery.secret();
    // The space is found by the key that the connection proves, and by no other.
    let hint = space_hint(&space);
    let located = world.ask(code.id(), Message::Locate { hint });
    assert_eq!(located, [Message::Located { space }]);
    let refused = [Message::Refused(Refusal::NotHere)];
    assert_eq!(world.ask(code.id(), Message::Locate { hint: [0; 5] }), refused);
    assert_eq!(world.ask(DeviceId([5; 32]), Message::Locate { hint }), refused);

    let peer = world.open(code.id());
    let hello = Hello {
        member_position: None,
        member_hash: None,
        have: Vec::new(),
        ..hello(&world, space)
    };
    world
        .relay
        .handle(
            Event::Received {
                peer,
                message: Message::Hello(hello),
            },
            world.now,
        )
        .unwrap();
    let mut records = Vec::new();
    let mut entries = 0;
    for effect in world.turn() {
        match effect {
            Effect::Send {
                message: Message::Membership { records: some, .. },
                ..
            } => records.extend(some),
            Effect::Send {
                message: Message::Entries(_),
                ..
            } => entries += 1,
            _ => {}
        }
    }
    assert_eq!(entries, 1);
    let records: Vec<_> = records
        .iter()
        .map(|bytes| MemberRecord::from_bytes(bytes).unwrap())
        .collect();
    let membership = Membership::replay(&records).unwrap();
    let keyring = Keyring::open(&membership, KeyringSource::Recovery(&code)).unwrap();
    let fresh = DeviceSecret::generate(&mut world.dice);
    let takeover = Takeover {
        keys: fresh.keys(),
        label: "new".to_owned(),
        recovery: RecoverySecret::generate(&mut world.dice).keys(),
        cut: world.relay.store().clone().heads_by_log(space),
    };
    let record = draft::recover(&membership, &keyring, &code, takeover, &mut world.dice).unwrap();
    let message = Message::Propose {
        id: 1,
        record: record.bytes().to_vec(),
    };
    world
        .relay
        .handle(Event::Received { peer, message }, world.now)
        .unwrap();
    let effects = world.turn();
    assert!(matches!(
        proposed(effects.clone(), peer),
        Some(Proposed::Accepted { .. })
    ));
    assert!(
        effects.contains(&Effect::End {
            peer,
            code: close::REFUSED
        }),
        "the old paper opens nothing more"
    );
    assert!(world.membership().is_active(&fresh.id()));
    assert_eq!(world.ask(code.id(), Message::Locate { hint }), refused);
    for device in 0..2 {
        assert!(!world.membership().is_active(&world.id(device)));
        world.connect(device);
    }
    world.settle();
    assert_eq!(world.devices[0].ended, Some(close::REFUSED));
}

/// A hello as a device would say it, holding what the first device holds.
fn hello(world: &World, space: tawro_core::id::SpaceId) -> Hello {
    let head = world.devices[0].replica.membership().head();
    Hello {
        minor_min: 0,
        minor_max: 0,
        capabilities: Default::default(),
        software: String::new(),
        clock: 0,
        space,
        incarnation: [1; 16],
        member_position: Some(head.0),
        member_hash: Some(head.1),
        have: Vec::new(),
    }
}

fn proposed(effects: Vec<Effect>, to: PeerId) -> Option<Proposed> {
    effects.into_iter().find_map(|effect| match effect {
        Effect::Send {
            peer,
            message: Message::Proposed { result, .. },
        } if peer == to => Some(result),
        _ => None,
    })
}

trait HeadsByLog {
    fn heads_by_log(
        self,
        space: tawro_core::id::SpaceId,
    ) -> std::collections::BTreeMap<tawro_core::id::LogId, u64>;
}

impl HeadsByLog for tawro_hub::store::MemoryLog {
    fn heads_by_log(
        mut self,
        space: tawro_core::id::SpaceId,
    ) -> std::collections::BTreeMap<tawro_core::id::LogId, u64> {
        let heads = tawro_hub::store::SpaceLog::heads(&mut self, space).unwrap();
        heads.into_iter().map(|head| (head.log, head.seq)).collect()
    }
}
