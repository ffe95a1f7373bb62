//! What travels between a hub and its nodes has one encoding, and says who signed it.

use super::sample::{asked, key, people, period, roll, secret, terms};
use crate::crypto;
use crate::id::base32;
use crate::indicator::Source;
use crate::share::{Call, Malformed, Notice, Standing, Task, Waiting, publish};

fn call() -> Call {
    let (of_many, of_one) = (roll(25, 5), roll(1, 1));
    let pooled = Task::new(terms(&of_many, vec![asked("NT-G12", Source::Pooled)])).unwrap();
    let own = Task::new(terms(&of_one, vec![asked("NT-O04", Source::Own)])).unwrap();
    Call::sign(vec![(pooled, of_many), (own, of_one)], &secret(200)).unwrap()
}

fn notice() -> Notice {
    let roll = roll(25, 5);
    let task = Task::new(terms(&roll, vec![asked("NT-G12", Source::Pooled)])).unwrap();
    let frozen = period(&task, &roll, &people(1..=24, 3));
    let (published, _) = publish(&frozen, &Waiting::default());
    Notice::sign(vec![(frozen.manifest, Some(published))], &secret(200)).unwrap()
}

/// Bytes that nodes of this release read: another encoding needs another purpose.
#[test]
fn the_bytes_of_a_known_call_and_notice_stay() {
    let mark = |bytes: &[u8]| base32(&crypto::derive("golden", bytes)[..10]);
    let marks = [call().to_bytes(), notice().to_bytes()].map(|bytes| mark(&bytes));
    assert_eq!(marks, ["omiat5rxomo5oaad", "fm6bfbqflcoaotwb"]);
}

#[test]
fn a_call_reads_back_and_says_who_is_asked_by_whom() {
    let call = call();
    let read = Call::from_bytes(&call.to_bytes()).unwrap();
    assert_eq!(read, call);
    assert_eq!(read.verify(&secret(200).id()), Ok(()));
    assert!(read.verify(&secret(201).id()).is_err(), "another hub's");
    assert_eq!(read.of(&key(25)).unwrap().0, read.asks()[0].0);
    assert_eq!(read.of(&key(26)), None);
}

#[test]
fn a_call_that_was_touched_is_malformed_or_not_signed() {
    let (bytes, hub) = (call().to_bytes(), secret(200).id());
    let refused = |bytes: &[u8]| Call::from_bytes(bytes).is_ok_and(|call| call.verify(&hub).is_ok());
    for at in (0..bytes.len()).step_by(7).chain(bytes.len() - 64..bytes.len()) {
        let mut touched = bytes.clone();
        touched[at] ^= 1;
        assert!(!refused(&touched), "byte {at}");
    }
    for end in (0..bytes.len()).step_by(5) {
        assert_eq!(Call::from_bytes(&bytes[..end]), Err(Malformed));
    }
    // Lists that say they are of 2^32 tasks, and of none.
    assert_eq!(
        Call::from_bytes(&[0x82, 0x9a, 0xff, 0xff, 0xff, 0xff]),
        Err(Malformed)
    );
    let task = call().asks()[0].0.clone();
    assert!(Call::sign(Vec::new(), &secret(200)).is_none());
    assert!(
        Call::sign(vec![(task, roll(24, 5))], &secret(200)).is_none(),
        "another roll than the task's"
    );
}

#[test]
fn a_notice_reads_back_and_shows_who_is_left_out() {
    let notice = notice();
    let read = Notice::from_bytes(&notice.to_bytes()).unwrap();
    assert_eq!(read, notice);
    assert_eq!(read.verify(&secret(200).id()), Ok(()));
    assert!(read.verify(&secret(201).id()).is_err());
    let (manifest, published) = read.of(read.told()[0].0.task()).unwrap();
    assert_eq!((manifest.entries().len(), published.is_some()), (24, true));

    let roll = roll(25, 5);
    let task = Task::new(terms(&roll, vec![asked("NT-G12", Source::Pooled)])).unwrap();
    let all = period(&task, &roll, &people(1..=25, 3)).reports;
    let counted = all
        .iter()
        .filter(|report| manifest.standing(report) == Standing::In)
        .count();
    let left_out = all
        .iter()
        .find(|report| manifest.standing(report) == Standing::LeftOut);
    assert_eq!((counted, left_out.unwrap().key()), (24, key(25)));
}

#[test]
fn a_notice_of_another_tasks_figures_or_touched_is_refused() {
    let (notice, hub) = (notice(), secret(200));
    let (manifest, published) = notice.told()[0].clone();
    let mut other = published.unwrap();
    other.task.0[0] ^= 1;
    assert!(Notice::sign(vec![(manifest, Some(other))], &hub).is_none());
    let bytes = notice.to_bytes();
    for at in (0..bytes.len()).step_by(11) {
        let mut touched = bytes.clone();
        touched[at] ^= 1;
        let stands = Notice::from_bytes(&touched).is_ok_and(|notice| notice.verify(&hub.id()).is_ok());
        assert!(!stands, "byte {at}");
    }
    assert_eq!(
        Notice::from_bytes(&[0x82, 0x9a, 0xff, 0xff, 0xff, 0xff]),
        Err(Malformed)
    );
}
