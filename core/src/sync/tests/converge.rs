//! Whatever each side holds, and however the stream is cut, both end with the same.

use proptest::prelude::*;

use super::*;

/// A writer, its log, the position it knows, how long the entry is, who holds it at first.
type Writing = (usize, u8, usize, usize, bool, bool);

/// Writes entries in a random order; each side holds a prefix of each log.
fn scene(seed: u64, writings: &[Writing], positions: (usize, usize)) -> (World, Store, Store) {
    let mut world = World::new(seed, 4);
    let (mut node, mut hub) = (world.store(positions.0), world.store(positions.1));
    let (mut stands, mut ended) = (BTreeMap::new(), BTreeMap::new());
    for (device, log, position, len, at_node, at_hub) in writings {
        let log = World::log(*device, *log);
        let known: &mut usize = stands.entry(log).or_insert(*device);
        *known = (*known).max(*position);
        let (known, entry) = (*known, world.write(*device, log, *known, &vec![7; *len]));
        let ends: &mut (bool, bool) = ended.entry(log).or_insert((false, false));
        for (holds, store, end, position) in [
            (*at_node, &mut node, &mut ends.0, positions.0),
            (*at_hub, &mut hub, &mut ends.1, positions.1),
        ] {
            *end |= !holds || known > position;
            if !*end {
                store.take(&entry).unwrap();
            }
        }
        // An entry that nobody holds exists for nobody, and nothing can follow it.
        if ends.0 && ends.1 {
            world.logs.get_mut(&log).unwrap().pop();
        }
    }
    (world, node, hub)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_two_sides_end_with_the_same(
        seed in any::<u64>(),
        writings in proptest::collection::vec(
            (0usize..4, 0u8..3, 0usize..4, 1usize..3_000, any::<bool>(), any::<bool>()), 0..40),
        positions in (0usize..4, 0usize..4),
        live in proptest::collection::vec((any::<bool>(), 0usize..4), 0..6),
    ) {
        let (mut world, node, hub) = scene(seed, &writings, positions);
        let (mut a, mut b) = pair(&world, node, hub, None);
        let mut dice = dice(seed);
        settle(&mut a, &mut b, &mut dice);
        assert_converged(&a, &b);
        // Live: each writes on; what is written at one end comes out at the other.
        let known = a.store.records.len() - 1;
        for (n, (at_node, device)) in live.into_iter().enumerate() {
            let log = World::log(device, 8 + n as u8);
            if device <= known {
                let entry = world.write(device, log, known, b"live");
                if at_node { a.seal(&entry) } else { b.seal(&entry) }
            }
        }
        settle(&mut a, &mut b, &mut dice);
        assert_converged(&a, &b);
        for peer in [&a, &b] {
            let acked: BTreeMap<LogId, u64> = peer.seen.iter().filter_map(|output| match output {
                Output::Acked { log, stored, .. } => Some((*log, *stored)),
                _ => None,
            }).collect();
            for (log, stored) in acked {
                prop_assert!(stored <= peer.store.heads[&log].seq);
            }
        }
    }
}

#[test]
fn a_long_log_goes_through_the_window_and_no_further_without_acknowledgement() {
    let mut world = World::new(1, 2);
    let log = World::log(1, 0);
    let mut node = world.store(1);
    for _ in 0..60 {
        let entry = world.write(1, log, 1, &vec![3; 200 * 1024]);
        node.take(&entry).unwrap();
    }
    let hub = world.store(1);
    let (mut a, mut b) = pair(&world, node, hub, Some(log));
    b.commits = false;
    settle(&mut a, &mut b, &mut dice(1));
    let sent = b.store.heads[&log].seq + 1;
    assert!(
        (20..=24).contains(&sent),
        "{sent} entries of 200 KiB are a window of 4 MiB"
    );
    assert_eq!(a.session.unacked(), 60);
    assert!(!a.session.in_sync() && !b.session.in_sync());
    b.commits = true;
    b.commit();
    settle(&mut a, &mut b, &mut dice(1));
    assert_converged(&a, &b);
}

#[test]
fn an_acknowledgement_comes_after_the_commit_and_says_stored_and_applied() {
    let mut world = World::new(1, 2);
    let log = World::log(1, 0);
    let mut node = world.store(1);
    for _ in 0..3 {
        node.take(&world.write(1, log, 1, b"x")).unwrap();
    }
    let (mut a, mut b) = pair(&world, node, world.store(1), Some(log));
    b.commits = false;
    settle(&mut a, &mut b, &mut dice(2));
    assert_eq!(a.saw(|output| matches!(output, Output::Acked { .. })), 0);
    let heads: Vec<LogHead> = b.store.heads.values().copied().collect();
    b.handle(Input::Durable {
        heads: heads.clone(),
        applied: Vec::new(),
    });
    settle(&mut a, &mut b, &mut dice(3));
    assert_eq!(
        a.seen.last(),
        Some(&Output::Acked {
            log,
            stored: 2,
            applied: None
        })
    );
    b.handle(Input::Durable {
        heads,
        applied: vec![(log, 1)],
    });
    settle(&mut a, &mut b, &mut dice(4));
    assert_eq!(
        a.seen.last(),
        Some(&Output::Acked {
            log,
            stored: 2,
            applied: Some(1)
        })
    );
}

#[test]
fn a_second_session_begins_with_what_the_peer_has_applied() {
    let mut world = World::new(1, 2);
    let log = World::log(1, 0);
    let mut both = world.store(1);
    both.take(&world.write(1, log, 1, b"x")).unwrap();
    let (mut a, mut b) = pair(&world, both.clone(), both, Some(log));
    settle(&mut a, &mut b, &mut dice(1));
    assert_converged(&a, &b);
    assert_eq!(
        a.saw(|output| *output
            == Output::Acked {
                log,
                stored: 0,
                applied: None
            }),
        1
    );
    assert_eq!(
        a.saw(|output| matches!(output, Output::PeerHave(have) if have.len() == 1)),
        1
    );
}

#[test]
fn a_hub_relays_between_devices_and_sends_nothing_back() {
    let mut world = World::new(1, 3);
    let (log, store) = (World::log(1, 0), world.store(2));
    let (mut a, mut hub_a) = pair(&world, store.clone(), store.clone(), None);
    let (mut b, mut hub_b) = pair(&world, store.clone(), store, None);
    let mut dice = dice(1);
    settle(&mut a, &mut hub_a, &mut dice);
    settle(&mut b, &mut hub_b, &mut dice);
    for _ in 0..5 {
        let entry = world.write(1, log, 2, b"x");
        a.seal(&entry);
        settle(&mut a, &mut hub_a, &mut dice);
        // One store behind both sessions of the hub.
        hub_b.store = hub_a.store.clone();
        hub_b.commit();
        settle(&mut b, &mut hub_b, &mut dice);
    }
    assert_converged(&a, &hub_a);
    assert_converged(&b, &hub_b);
    assert_eq!(a.store.heads, b.store.heads);
    let said = |peer: &Peer, what| peer.said.iter().filter(|said| **said == what).count();
    assert_eq!((said(&a, "entries"), said(&hub_a, "entries")), (5, 0));
    assert_eq!((said(&hub_b, "entries"), said(&b, "entries")), (5, 0));
    assert_eq!(
        (said(&a, "ack"), said(&hub_a, "ack")),
        (0, 5),
        "an author's own entries are their own ack"
    );
}

#[test]
fn two_sessions_that_bring_the_same_do_not_quarrel() {
    let mut world = World::new(1, 2);
    let log = World::log(1, 0);
    let mut full = world.store(1);
    for _ in 0..20 {
        full.take(&world.write(1, log, 1, &[1; 900])).unwrap();
    }
    let (mut a, mut hub) = pair(&world, world.store(1), full.clone(), None);
    for _ in 0..6 {
        let bytes: Vec<u8> = hub.stream.drain(..).collect();
        a.receive(&bytes);
        let bytes: Vec<u8> = a.stream.drain(..).collect();
        hub.receive(&bytes);
        hub.answer();
    }
    // Another session brings half of the log before what this one delivered is looked at.
    a.store.hold(&full.logs[&log][..10]);
    a.commit();
    settle(&mut a, &mut hub, &mut dice(1));
    assert_converged(&a, &hub);
}
