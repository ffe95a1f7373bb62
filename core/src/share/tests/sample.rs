//! Tasks, associations and their numbers to test with.

use std::collections::BTreeMap;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::crypto::DeviceSecret;
use crate::id::{ReportId, StatisticsKey};
use crate::indicator::Source;
use crate::indicator::{Domain, LEAVES, Milieu, Table};
use crate::share::{Asked, Contribution, Count, Frozen, Intake, Mode, Report, Roll, Seat, Task, Terms, Unit};

/// What each association sends for one indicator: leaves, and a correction.
pub(super) type Numbers = BTreeMap<u8, ([u64; LEAVES.len()], i64)>;

pub(super) fn asked(code: &str, source: Source) -> Asked {
    let (unit, bound, tables) = match source {
        Source::Own => (Unit::Persons, 500, Table::ALL[..4].to_vec()),
        Source::Fact => (Unit::Associations, 1, vec![Table::Total]),
        Source::Pooled => (Unit::Persons, 500, Table::ALL.to_vec()),
    };
    Asked {
        code: code.to_owned(),
        source,
        unit,
        bound,
        unkind_when_negative: false,
        tables,
        definition: [7; 32],
    }
}

pub(super) fn secret(number: u8) -> DeviceSecret {
    DeviceSecret::from_bytes(&[number; 64])
}

pub(super) fn key(number: u8) -> StatisticsKey {
    StatisticsKey(secret(number).id().0)
}

/// One in three is urban; domains in turn of three.
pub(super) fn seat(number: u8, domains: u8) -> Seat {
    let milieu = if number.is_multiple_of(3) {
        Milieu::Urban
    } else {
        Milieu::Rural
    };
    Seat {
        key: key(number),
        milieu: Some(milieu),
        domain: Domain::new(1 + number / 3 % domains),
    }
}

/// Associations 1 to `count`.
pub(super) fn roll(count: u8, domains: u8) -> Roll {
    Roll::new((1..=count).map(|number| seat(number, domains))).unwrap()
}

pub(super) fn terms(roll: &Roll, indicators: Vec<Asked>) -> Terms {
    Terms {
        start: "2026-01-01".parse().unwrap(),
        end: "2026-03-31".parse().unwrap(),
        mode: Mode::One {
            operator: "YES".to_owned(),
        },
        k: 5,
        roll: roll.hash(),
        indicators,
    }
}

pub(super) fn leaf(place: usize, number: u64) -> [u64; LEAVES.len()] {
    let mut leaves = [0; LEAVES.len()];
    leaves[place] = number;
    leaves
}

pub(super) fn report(task: &Task, number: u8, revision: u32, counts: Vec<Count>) -> Report {
    let id = ReportId([number.wrapping_mul(31).wrapping_add(revision as u8); 16]);
    Contribution::new(task, counts, revision, id)
        .unwrap()
        .sign(&secret(number))
}

/// A frozen period of a task with one indicator.
pub(super) fn period(task: &Task, roll: &Roll, numbers: &Numbers) -> Frozen {
    let mut intake = Intake::new(task.clone(), roll.clone()).unwrap();
    for (number, (leaves, correction)) in numbers {
        let (count, waits) = Count::prepare(&task.indicators[0], &task.mode, *leaves, *correction);
        assert_eq!(waits, 0, "a sample corrects by five or more");
        intake
            .offer(&report(task, *number, 1, vec![count]).to_bytes())
            .unwrap();
    }
    intake.freeze([0; 32], &secret(200))
}

/// Persons as associations have them: some small, some large, women more than men, few not stated.
pub(super) fn people(associations: impl IntoIterator<Item = u8>, seed: u64) -> Numbers {
    let mut dice = ChaCha8Rng::seed_from_u64(seed);
    let mut number = |below: u64| dice.next_u64() % below;
    let each = associations.into_iter().map(|association| {
        let size = 3 + number(40);
        let leaves = std::array::from_fn(|place| match place {
            4 | 9 | 10..=14 => number(4),
            _ => number(size),
        });
        (association, (leaves, 0))
    });
    each.collect()
}
