//! Numbers leave within their bounds, signed, in one encoding.

use proptest::prelude::*;

use super::sample::{asked, roll, terms};
use crate::crypto::DeviceSecret;
use crate::id::ReportId;
use crate::indicator::LEAVES;
use crate::indicator::Source;
use crate::share::{Contribution, ContributionFault, Count, Malformed, Mode, Report, Task, Terms, Unit};

fn task(mode: Mode) -> Task {
    let mut number = asked("NT-G11", Source::Pooled);
    number.unit = Unit::Number;
    let indicators = vec![
        asked("NT-G12", Source::Pooled),
        asked("NT-R04", Source::Fact),
        number,
    ];
    Task::new(Terms {
        mode,
        ..terms(&roll(25, 5), indicators)
    })
    .unwrap()
}

fn one() -> Mode {
    Mode::One {
        operator: "YES".to_owned(),
    }
}

fn two() -> Mode {
    Mode::Two {
        leader: "YES".to_owned(),
        helper: "X".to_owned(),
    }
}

fn count(place: usize, number: u64) -> Count {
    let mut leaves = [0; LEAVES.len()];
    leaves[place] = number;
    Count {
        leaves,
        plus: 0,
        minus: 0,
        withheld: false,
    }
}

fn counts() -> Vec<Count> {
    vec![count(3, 40), count(14, 1), count(14, 3)]
}

fn made(task: &Task, counts: Vec<Count>) -> Result<Contribution, ContributionFault> {
    Contribution::new(task, counts, 1, ReportId([9; 16]))
}

#[test]
fn a_report_reads_back_and_verifies() {
    let secret = DeviceSecret::from_bytes(&[5; 64]);
    let report = made(&task(one()), counts()).unwrap().sign(&secret);
    let again = Report::from_bytes(&report.to_bytes()).unwrap();
    assert_eq!(again, report);
    assert_eq!(again.verify(), Ok(()));
    assert_eq!(again.key().0, secret.id().0);
}

#[test]
fn every_flipped_bit_is_noticed() {
    let secret = DeviceSecret::from_bytes(&[5; 64]);
    let bytes = made(&task(one()), counts()).unwrap().sign(&secret).to_bytes();
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut other = bytes.clone();
            other[at] ^= 1 << bit;
            let noticed = Report::from_bytes(&other).map_or(true, |report| report.verify().is_err());
            assert!(noticed, "byte {at} bit {bit}");
        }
    }
    let mut longer = bytes.clone();
    longer.push(0);
    assert_eq!(Report::from_bytes(&longer), Err(Malformed));
    assert_eq!(Report::from_bytes(&bytes[..bytes.len() - 1]), Err(Malformed));
}

#[test]
fn a_signature_for_something_else_does_not_count() {
    let secret = DeviceSecret::from_bytes(&[5; 64]);
    let contribution = made(&task(one()), counts()).unwrap();
    let bytes = super::super::canon::to_bytes(&contribution);
    let mut report = contribution.sign(&secret);
    report.signature = secret.sign("entry", &bytes);
    assert!(report.verify().is_err());
}

#[test]
fn numbers_out_of_place_are_refused_with_their_place() {
    let refused = |mode: Mode, change: fn(&mut Vec<Count>), code: &str| {
        let mut counts = counts();
        change(&mut counts);
        assert_eq!(made(&task(mode), counts).unwrap_err().code(), code);
    };
    refused(one(), |counts| counts.truncate(2), "other_indicators");
    refused(one(), |counts| counts[1].leaves[14] = 2, "above_bound");
    refused(one(), |counts| counts[1].leaves[0] = 1, "not_a_fact");
    refused(one(), |counts| counts[1].plus = 1, "not_a_fact");
    refused(one(), |counts| counts[0].leaves[2] = 3, "small_cell");
    refused(one(), |counts| counts[0].minus = 4, "small_cell");
    refused(one(), |counts| counts[0].withheld = true, "withheld_number");
    refused(two(), |counts| counts[0].plus = 500 * 15 + 1, "above_bound");
    refused(
        two(),
        |counts| (counts[0].plus, counts[0].minus) = (7, 7),
        "both_ways",
    );
    let mut small = counts();
    small[0].leaves[2] = 3;
    assert!(
        made(&task(two()), small).is_ok(),
        "two operators see no cell of one association"
    );

    let mut above = counts();
    above[0].leaves[3] = 501;
    let fault = ContributionFault::AboveBound {
        indicator: "NT-G12".to_owned(),
        leaf: Some(LEAVES[3]),
        value: 501,
        bound: 500,
    };
    assert_eq!(made(&task(one()), above), Err(fault));
}

#[test]
fn a_small_correction_waits_until_it_grew() {
    let persons = asked("NT-G12", Source::Pooled);
    let leaves = count(3, 40).leaves;
    let check = |correction, plus, minus, waits| {
        let (count, left) = Count::prepare(&persons, &one(), leaves, correction);
        assert_eq!(
            (count.plus, count.minus, left),
            (plus, minus, waits),
            "{correction}"
        );
    };
    check(0, 0, 0, 0);
    check(4, 0, 0, 4);
    check(-4, 0, 0, -4);
    check(5, 5, 0, 0);
    check(-5, 0, 5, 0);
    let (withheld, waits) = Count::prepare(&persons, &one(), count(3, 4).leaves, 60);
    assert_eq!((withheld, waits), (Count::WITHHELD, 60));
    let (open, _) = Count::prepare(&persons, &two(), count(3, 4).leaves, 1);
    assert_eq!((open.total(), open.plus), (4, 1));
}

proptest! {
    #[test]
    fn what_is_prepared_may_leave(
        leaves in prop::array::uniform15(0_u64..9),
        correction in -20_i64..20,
    ) {
        let persons = asked("NT-G12", Source::Pooled);
        let task = Task::new(terms(&roll(25, 5), vec![persons.clone()])).unwrap();
        let (count, waits) = Count::prepare(&persons, &task.mode, leaves, correction);
        let signed = count.plus as i64 - count.minus as i64;
        prop_assert_eq!(signed + waits, correction, "nothing of a correction is lost");
        prop_assert!(count.withheld || count.total() == leaves.iter().sum::<u64>());
        prop_assert!(made(&task, vec![count]).is_ok());
    }

    #[test]
    fn bytes_at_random_are_no_report(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        prop_assert_eq!(Report::from_bytes(&bytes), Err(Malformed));
    }
}
