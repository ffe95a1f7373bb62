//! What two devices do when a release is old, a copy heals, or a hub lies.

use super::*;

#[test]
fn what_an_older_release_could_not_read_the_next_one_reads() {
    let (mut a, mut b, mut dice) = two();
    let id = add(&mut b, &mut dice);
    exchange(&mut a, &mut b, &mut dice);
    // As an older release would have left it: the entry is stored, and nothing of it was read.
    let head = own_head(&b);
    let unread = (head.log, head.seq);
    let mark = |device: &mut Device| {
        let reason = Unapplied::Unreadable;
        device
            .replica
            .waiting
            .set(unread, reason, &mut device.store)
            .expect("marks");
    };
    mark(&mut a);
    a.store.documents.clear();
    a.store.rows.clear();
    let same = again(&a, &mut dice);
    assert!(
        !same.store.rows.contains_key(&id),
        "the same release need not try again"
    );
    a.store.put("own/reader", Some(b"0.0.9")).expect("keeps");
    let newer = again(&a, &mut dice);
    assert_eq!(newer.store.rows, b.store.rows);
    assert_eq!(newer.replica.waiting.iter().count(), 0);
}
