//! A hub's periods in a folder of their own, seats, and reports drawn from a seed.

use std::path::PathBuf;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use tawro_core::crypto::DeviceSecret;
use tawro_core::id::{ReportId, StatisticsKey};
use tawro_core::indicator::{Domain, Indicator, Milieu, Period, read};
use tawro_core::schema::Schema;
use tawro_core::share::{Contribution, Count, Report, Task, Unit};
use tawro_core::time::Timestamp;

use crate::period::{Asked, Early, NewSeat, Periods};

/// Noon of the day after the window of the third quarter of 2026.
pub(super) const AFTER: Timestamp = Timestamp(1_792_584_000);
/// In the middle of that window.
pub(super) const WITHIN: Timestamp = Timestamp(1_791_720_000);

/// A hub's periods, opened anew as often as a test wants.
pub(super) struct Place {
    folder: tempfile::TempDir,
    pub(super) periods: Periods,
}

impl Place {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let periods = open(folder.path().join("statistics.db"));
        Self { folder, periods }
    }

    /// With associations 1 to `count`.
    pub(super) fn of(count: u8) -> Self {
        let mut place = Self::new();
        (1..=count).for_each(|number| place.periods.register(&seat(number)).unwrap());
        place
    }

    /// As if the process had died and come back.
    pub(super) fn reopen(&mut self) {
        self.periods = open(self.file());
    }

    pub(super) fn file(&self) -> PathBuf {
        self.folder.path().join("statistics.db")
    }

    /// The task of the associations.
    pub(super) fn task(&mut self, period: Period) -> Task {
        self.periods.call(period).unwrap().asks()[0].0.clone()
    }

    /// Freezes, adds up and publishes.
    pub(super) fn finish(&mut self, period: Period) {
        self.periods.freeze(period, Early::Force, WITHIN).unwrap();
        self.periods.add_up(period, AFTER).unwrap();
        self.periods.publish(period).unwrap();
    }
}

fn open(file: PathBuf) -> Periods {
    Periods::open(&file, secret(200), "YES".to_owned()).unwrap()
}

pub(super) fn period(text: &str) -> Period {
    text.parse().unwrap()
}

/// Persons by sex and age, things by place, and a statement that is kind.
pub(super) fn indicators() -> Vec<Indicator> {
    let codes = ["NT-G11", "NT-G12", "NT-R08", "NT-R12"];
    let all = tawro_core::indicator::catalogue().iter();
    let chosen: Vec<Indicator> = all
        .filter(|one| codes.contains(&one.code.to_string().as_str()))
        .cloned()
        .collect();
    assert_eq!(chosen.len(), codes.len());
    chosen
}

/// One of the programme's own register, which the catalogue has none of yet.
pub(super) fn own() -> Indicator {
    let text = r#"
        [[indicator]]
        code = "NT-O98"
        axis = "digital"
        source = "own"
        unit = "activities"
        tables = ["total"]
        bound = 400
        direction = "up"
        target = 12
        measure = "count"

        [[indicator.rows]]
        kind = "activity"
        when = "starts_on"
    "#;
    read(text, &Schema::builtin()).unwrap().remove(0)
}

pub(super) fn secret(number: u8) -> DeviceSecret {
    DeviceSecret::from_bytes(&[number; 64])
}

pub(super) fn name(number: u8) -> String {
    format!("Association {number:02}")
}

/// One in three is urban; domains in turn of three.
pub(super) fn seat(number: u8) -> NewSeat {
    let milieu = match number.is_multiple_of(3) {
        true => Milieu::Urban,
        false => Milieu::Rural,
    };
    NewSeat {
        name: name(number),
        key: StatisticsKey(secret(number).id().0),
        milieu: Some(milieu),
        domain: Domain::new(1 + number / 3 % 3),
        asked: Asked::Associations,
    }
}

/// Numbers of an association that fit a task.
pub(super) fn counts(task: &Task, seed: u64) -> Vec<Count> {
    let mut dice = ChaCha8Rng::seed_from_u64(seed);
    let mut number = |below: u64| dice.next_u64() % below;
    let count = task.indicators.iter().map(|asked| {
        let leaves = match asked.unit {
            Unit::Persons => std::array::from_fn(|place| match place {
                0..=8 => number(asked.bound.min(60)),
                _ => 0,
            }),
            Unit::Associations => tawro_core::indicator::not_stated(number(2)),
            _ => tawro_core::indicator::not_stated(1 + number(asked.bound.min(90))),
        };
        Count::prepare(asked, &task.mode, leaves, 0).0
    });
    count.collect()
}

pub(super) fn report_of(task: &Task, number: u8, revision: u32, counts: Vec<Count>) -> Report {
    let id = ReportId([number.wrapping_mul(31).wrapping_add(revision as u8); 16]);
    let contribution = Contribution::new(task, counts, revision, id).unwrap();
    contribution.sign(&secret(number))
}

pub(super) fn report(task: &Task, number: u8, revision: u32) -> Vec<u8> {
    let seed = u64::from(number) * 100 + u64::from(revision);
    report_of(task, number, revision, counts(task, seed)).to_bytes()
}
