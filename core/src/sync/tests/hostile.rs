//! A hostile stream: a fault or nothing, never a panic, never more memory than agreed.

use std::sync::OnceLock;

use proptest::prelude::*;

use super::*;

/// A stream of a correct device with a few logs, as it would come to a hub. Made once.
fn stream() -> (World, Vec<u8>) {
    static STREAM: OnceLock<Vec<u8>> = OnceLock::new();
    (World::new(1, 3), STREAM.get_or_init(make_stream).clone())
}

fn make_stream() -> Vec<u8> {
    let mut world = World::new(1, 3);
    let mut node = world.store(2);
    for (device, n) in [(1, 0), (1, 0), (2, 0), (1, 0), (2, 1)] {
        let entry = world.write(device, World::log(device, n), 2, b"x");
        node.take(&entry).unwrap();
    }
    let (mut a, mut b) = pair(&world, node, world.store(0), None);
    let mut stream = Vec::new();
    for _ in 0..30 {
        let bytes: Vec<u8> = a.stream.drain(..).collect();
        stream.extend_from_slice(&bytes);
        b.receive(&bytes);
        while b.busy() {
            b.answer();
            if !b.members.is_empty() {
                b.take_members();
            }
            b.take_entries(9);
        }
        let bytes: Vec<u8> = b.stream.drain(..).collect();
        a.receive(&bytes);
        while a.busy() {
            a.answer();
            a.take_entries(9);
        }
    }
    assert_converged(&a, &b);
    stream
}

/// Feeds a stream to a hub's session and works off all that comes of it.
fn feed(world: &World, bytes: &[u8], step: usize) {
    let mut hub = Peer::new(Side::Hub, world.store(0), DeviceId([9; 32]), None);
    for bytes in bytes.chunks(step) {
        hub.receive(bytes);
        for record in std::mem::take(&mut hub.members) {
            let Ok(record) = MemberRecord::from_bytes(&record) else {
                return;
            };
            if hub.store.membership.apply(&record).is_err() {
                return;
            }
            hub.store.records.push(record);
            let head = hub.store.membership.head();
            hub.handle(Input::Members {
                from: head.0,
                records: Vec::new(),
                head,
            });
        }
        while hub.busy() {
            hub.answer();
            hub.take_entries(9);
        }
        hub.stream.clear();
    }
}

#[test]
fn a_peer_that_claims_everything_is_not_believed_and_breaks_nothing() {
    let mut world = World::new(1, 2);
    let log = World::log(1, 0);
    let mut store = world.store(1);
    store.take(&world.write(1, log, 1, b"x")).unwrap();
    let mut node = Peer::new(Side::Node, store, world.devices[1].id(), Some(log));
    let have = |log| Have {
        log,
        floor: 0,
        seq: u64::MAX,
        head: [1; 16],
        applied: Some(u64::MAX),
    };
    let welcome = crate::wire::Hello {
        minor_min: 0,
        minor_max: u16::MAX,
        capabilities: crate::wire::Capabilities(u64::MAX),
        software: String::new(),
        clock: i64::MIN,
        space: world.space(),
        incarnation: [0; 16],
        member_position: Some(u32::MAX),
        member_hash: Some(world.records[1].hash()),
        have: vec![have(log), have(LogId([200; 16])), have(LogId([201; 16]))],
    };
    node.handle(Input::Frame(Message::Welcome(welcome)));
    assert_eq!(node.session.lacking(), u64::MAX);
    assert!(!node.ready() && !node.session.in_sync());
    assert_eq!(
        node.saw(|output| *output
            == Output::Acked {
                log,
                stored: 0,
                applied: Some(0)
            }),
        1
    );
    let records = vec![vec![1]; 3];
    node.handle(Input::Frame(Message::Membership {
        from: u32::MAX,
        records,
    }));
    assert!(node.fault.is_some());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn arbitrary_bytes_after_a_hello(bytes in proptest::collection::vec(any::<u8>(), 0..500), step in 1usize..600) {
        let (world, stream) = stream();
        let hello = 4 + u32::from_le_bytes([stream[0], stream[1], stream[2], stream[3]]) as usize;
        feed(&world, &[&stream[..hello], &bytes].concat(), step);
        feed(&world, &bytes, step);
    }

    #[test]
    fn a_changed_stream(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        step in 1usize..2_000,
    ) {
        let (world, mut stream) = stream();
        for (at, byte) in changes {
            let at = at.index(stream.len());
            stream[at] = byte;
        }
        feed(&world, &stream, step);
    }

    #[test]
    fn frames_dropped_repeated_and_out_of_order(order in proptest::collection::vec(any::<prop::sample::Index>(), 1..20)) {
        let (world, stream) = stream();
        let mut reader = FrameReader::new();
        reader.push(&stream);
        let mut frames = Vec::new();
        while let Ok(Some(message)) = reader.next_message() {
            frames.push(message.to_frame());
        }
        let shuffled: Vec<u8> =
            order.iter().flat_map(|index| index.get(&frames).clone()).collect();
        feed(&world, &[frames[0].as_slice(), &shuffled].concat(), 100);
    }
}
