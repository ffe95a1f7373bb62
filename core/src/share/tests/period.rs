//! What is taken in, what is rejected, and how a node sees that it was left out.

use super::sample::{asked, key, leaf, report, roll, secret, terms};
use crate::crypto::DeviceSecret;
use crate::id::{DeviceId, ReportId};
use crate::indicator::Source;
use crate::share::{Contribution, Count, Intake, Manifest, Reject, Report, Roll, Standing, Taken, Task};

fn count(number: u64) -> Count {
    Count {
        leaves: leaf(14, number),
        plus: 0,
        minus: 0,
        withheld: false,
    }
}

fn open() -> (Task, Roll, Intake) {
    let roll = roll(25, 5);
    let task = Task::new(terms(&roll, vec![asked("NT-G12", Source::Pooled)])).unwrap();
    let intake = Intake::new(task.clone(), roll.clone()).unwrap();
    (task, roll, intake)
}

#[test]
fn the_highest_revision_counts_whatever_comes_first() {
    let (task, _, mut intake) = open();
    let of = |revision, number| report(&task, 3, revision, vec![count(number)]).to_bytes();
    assert_eq!(intake.offer(&of(2, 30)), Ok(Taken::New));
    assert_eq!(intake.offer(&of(2, 30)), Ok(Taken::Already));
    assert_eq!(intake.offer(&of(5, 50)), Ok(Taken::Replaced));
    let held = Reject::Superseded { found: 3, held: 5 };
    assert_eq!(intake.offer(&of(3, 70)), Err(held));
    assert_eq!(
        intake.offer(&of(2, 30)),
        Ok(Taken::Already),
        "what was sent again is no new report"
    );
    assert_eq!(intake.reported().copied().collect::<Vec<_>>(), [key(3)]);
    assert_eq!(intake.missing().count(), 24);
    let frozen = intake.freeze([0; 32], &secret(200));
    assert_eq!(frozen.reports.len(), 1);
    assert_eq!(frozen.reports[0].contribution().counts()[0].total(), 50);
}

#[test]
fn what_does_not_hold_is_rejected_and_leaves_nothing() {
    let (task, roll, mut intake) = open();
    let good = report(&task, 3, 1, vec![count(30)]);
    let mut rejected = |bytes: &[u8], code: &str| {
        assert_eq!(intake.offer(bytes).unwrap_err().code(), code);
        assert_eq!(intake.reported().count(), 0);
    };
    rejected(b"", "report_malformed");
    rejected(&good.to_bytes()[1..], "report_malformed");
    rejected(&vec![0x80; 1 << 20], "report_malformed");

    let mut other = terms(&roll, vec![asked("NT-G12", Source::Pooled)]);
    other.indicators[0].bound = 20;
    let other = Task::new(other).unwrap();
    let wider = Task::new(terms(&roll, vec![asked("NT-G11", Source::Pooled)])).unwrap();
    rejected(
        &report(&wider, 3, 1, vec![count(30)]).to_bytes(),
        "report_other_task",
    );
    rejected(
        &report(&task, 26, 1, vec![count(30)]).to_bytes(),
        "report_not_registered",
    );

    let mut forged = good.clone();
    forged.signature = secret(4).sign("statistics-report", b"");
    rejected(&forged.to_bytes(), "report_unsigned");

    // Made for a wider task and put under the id of a narrower one: signed, and out of range.
    let made = Contribution::new(&task, vec![count(30)], 1, ReportId([1; 16])).unwrap();
    let bytes = super::super::canon::to_bytes(&made);
    let moved = [&bytes[..3], &other.id().0, &bytes[35..]].concat();
    let moved: Contribution = super::super::canon::from_bytes(&moved, 4096).unwrap();
    let mut narrow = Intake::new(other, roll).unwrap();
    let code = narrow.offer(&moved.sign(&secret(3)).to_bytes()).unwrap_err();
    assert_eq!(code.code(), "report_out_of_range");

    assert_eq!(intake.offer(&good.to_bytes()), Ok(Taken::New));
    // The same id again, with other numbers or from another association.
    let id = good.contribution().report();
    let again = Contribution::new(&task, vec![count(31)], 2, id).unwrap();
    let replayed = Err(Reject::Replayed { report: id });
    assert_eq!(intake.offer(&again.clone().sign(&secret(3)).to_bytes()), replayed);
    assert_eq!(intake.offer(&again.sign(&secret(4)).to_bytes()), replayed);
}

#[test]
fn another_roll_than_the_tasks_opens_nothing() {
    let (task, _, _) = open();
    assert!(Intake::new(task, roll(24, 5)).is_err());
}

#[test]
fn a_node_sees_whether_its_bytes_are_in() {
    let (task, _, mut intake) = open();
    let of = |number, revision, value| report(&task, number, revision, vec![count(value)]);
    for number in 1..=9 {
        intake.offer(&of(number, 2, 30).to_bytes()).unwrap();
    }
    let hub = secret(200);
    let manifest = intake.freeze([4; 32], &hub).manifest;
    let standing = |report: &Report| manifest.standing(report);
    for number in 1..=9 {
        assert_eq!(standing(&of(number, 2, 30)), Standing::In);
    }
    assert_eq!(standing(&of(10, 2, 30)), Standing::LeftOut);
    assert_eq!(standing(&of(5, 3, 30)), Standing::OtherRevision { counted: 2 });
    assert_eq!(standing(&of(5, 2, 31)), Standing::OtherBytes);
    let other = Task::new(terms(&roll(25, 5), vec![asked("NT-G13", Source::Pooled)])).unwrap();
    assert_eq!(
        standing(&report(&other, 5, 2, vec![count(30)])),
        Standing::OtherTask
    );

    let bytes = manifest.to_bytes();
    let read = Manifest::from_bytes(&bytes).unwrap();
    assert_eq!(read, manifest);
    assert_eq!(read.verify(&hub.id()), Ok(()));
    assert_eq!(read.ledger(), [4; 32]);
    assert!(
        read.verify(&DeviceId(DeviceSecret::from_bytes(&[1; 64]).id().0))
            .is_err()
    );
    for at in 0..bytes.len() {
        let mut other = bytes.clone();
        other[at] ^= 4;
        let noticed = Manifest::from_bytes(&other).map_or(true, |read| read.verify(&hub.id()).is_err());
        assert!(noticed, "byte {at}");
    }
}
