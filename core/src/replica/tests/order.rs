//! In which order a device reads and writes, and when a meeting cannot go on.

use std::collections::BTreeSet;

use super::*;
use crate::sync::Closing;

/// Logs that a device itself wrote, by what another holds.
fn logs_of(device: &Device, at: &Device) -> Vec<LogHead> {
    let own = device.replica.device();
    let heads = at.replica.heads.values().copied();
    heads.filter(|head| head.device == own).collect()
}

#[test]
fn a_device_without_a_log_reads_its_peer_before_it_seals() {
    let (mut a, mut b, mut dice) = two();
    // A copy of the folder, made before anything was written in it; both go on.
    let mut copy = again(&b, &mut dice);
    add(&mut b, &mut dice);
    exchange(&mut a, &mut b, &mut dice);
    add(&mut copy, &mut dice);

    let mut left = copy.replica.meet(Side::Node, NOW);
    let mut right = a.replica.meet(Side::Hub, NOW);
    let mut sealed_unread = 0;
    for _ in 0..50 {
        while left.wants_work() {
            let unread = left.lacking() > 0;
            let work = copy
                .replica
                .work(&mut left, &mut dice, &mut copy.store)
                .expect("works");
            sealed_unread += if unread { work.sealed } else { 0 };
            left.committed(&mut copy.replica).expect("sound");
        }
        while let Some(message) = left.poll_send() {
            right.handle(message).expect("sound");
        }
        for message in turn(&mut a, &mut right, &mut dice) {
            left.handle(message).expect("sound");
        }
    }
    assert_eq!(sealed_unread, 0, "sealed before what the peer holds was here");
    exchange(&mut a, &mut copy, &mut dice);
    exchange(&mut a, &mut b, &mut dice);
    assert_eq!(copy.store.rows, a.store.rows);
    assert_eq!(b.store.rows, a.store.rows);
    assert_eq!(a.store.rows.len(), 2);
    assert_eq!(logs_of(&b, &a).len(), 2, "each copy has a log of its own");
}

#[test]
fn a_meeting_ends_when_a_log_is_taken_back() {
    let (mut a, mut b, mut dice) = two();
    let mut c = admit(&mut a, "C", &mut dice);
    exchange(&mut a, &mut b, &mut dice);
    exchange(&mut a, &mut c, &mut dice);
    // What C writes reaches B alone, and B builds on it; A removes C without having seen any of it.
    let id = add(&mut c, &mut dice);
    exchange(&mut c, &mut b, &mut dice);
    set(&mut b, id, "by the second", &mut dice);
    let remove = Intent::Remove(BTreeSet::from([c.replica.device()]));
    a.replica
        .decide_members(&remove, &mut dice, &mut a.store)
        .expect("decides");

    let (_, right) = meeting(&mut a, &mut b, &mut dice);
    assert_eq!(right.closed(), Some(Closing::Done), "it begins anew");
    assert_eq!(logs_of(&c, &b).len(), 0, "the log was taken back");
    exchange(&mut a, &mut b, &mut dice);
    assert_eq!(a.store.rows, b.store.rows);
    assert!(a.store.rows.contains_key(&id), "B brings what it built on");
}
