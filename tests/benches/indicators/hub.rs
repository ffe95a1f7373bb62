//! A period at the hub: reports taken, frozen, added up and published.

use std::path::Path;
use std::time::Instant;

use serde_json::{Value, json};
use tawro_core::crypto::DeviceSecret;
use tawro_core::id::{ReportId, StatisticsKey};
use tawro_core::indicator::{Domain, LEAVES, Milieu, Period, catalogue};
use tawro_core::share::{Contribution, Count, Task, Unit};
use tawro_core::time::Timestamp;
use tawro_hub::Hub;
use tawro_hub::period::{Asked, Early, NewSeat};

use crate::seconds;
use tawro_tests::gauge::{Gauge, megabytes};

const NOW: Timestamp = Timestamp(1_790_000_000);
/// Reports of one transaction, as they come in over some days.
const TOGETHER: usize = 500;

/// Runs a period of so many associations.
pub(crate) fn period(home: &Path, associations: u32) -> Value {
    let hub = Hub::init(home, "YES", None).unwrap();
    let mut periods = hub.periods().unwrap();
    let period: Period = "2026-Q2".parse().unwrap();
    let began = Instant::now();
    let seats: Vec<NewSeat> = (0..associations).map(seat).collect();
    periods.register_all(&seats).unwrap();
    let registered = seconds(began);
    let begun = periods.begin(period, catalogue()).unwrap();
    let task = periods.call(period).unwrap().asks()[0].0.clone();
    let began = Instant::now();
    let reports: Vec<Vec<u8>> = (0..associations).map(|number| report(&task, number)).collect();
    let signed = seconds(began);
    let bytes: usize = reports.iter().map(Vec::len).sum();
    let began = Instant::now();
    for reports in reports.chunks(TOGETHER) {
        let answers = periods.take(reports, NOW).unwrap();
        assert!(answers.iter().all(|answer| answer.outcome.is_ok()));
    }
    let taken = seconds(began);
    let began = Instant::now();
    let frozen = periods.freeze(period, Early::Force, NOW).unwrap();
    let froze = seconds(began);
    assert_eq!(frozen.reports, reports.len());
    let began = Instant::now();
    periods.add_up(period, NOW).unwrap();
    let opened = seconds(began);
    periods.publish(period).unwrap();
    let published = periods.published(period).unwrap();
    let tables = published.iter().flat_map(|task| &task.tables);
    let open = tables.filter(|table| table.cells().is_some()).count();
    assert!(open > 0);
    let numbers = reports.len() * begun.numbers;
    json!({
        "reports": reports.len(), "numbers_a_report": begun.numbers, "numbers": numbers, "leaves": numbers * LEAVES.len(),
        "bytes_a_report": bytes / reports.len(), "register_s": registered, "sign_s": signed, "take_s": taken,
        "freeze_s": froze, "open_s": opened, "tables_published": open,
        "rss_peak_mb": megabytes(Gauge::read().peak_kib),
    })
}

fn secret(number: u32) -> DeviceSecret {
    let mut bytes = [7; 64];
    bytes[..4].copy_from_slice(&number.to_be_bytes());
    DeviceSecret::from_bytes(&bytes)
}

fn seat(number: u32) -> NewSeat {
    NewSeat {
        name: format!("جمعية {number}"),
        key: StatisticsKey(secret(number).id().0),
        milieu: Some(Milieu::ALL[number as usize % 2]),
        domain: Domain::new(1 + (number % 12) as u8),
        asked: Asked::Associations,
    }
}

/// Persons in every leaf, of other things some number, of statements that they hold.
fn report(task: &Task, number: u32) -> Vec<u8> {
    let counts = task.indicators.iter().map(|asked| {
        let mut leaves = [0; LEAVES.len()];
        match asked.unit {
            Unit::Persons => leaves.fill(5 + u64::from(number % 7)),
            Unit::Associations => leaves[14] = u64::from(number % 2),
            _ => leaves[14] = (5 + u64::from(number % 50)).min(asked.bound),
        }
        Count::prepare(asked, &task.mode, leaves, 0).0
    });
    let mut id = [9; 16];
    id[..4].copy_from_slice(&number.to_be_bytes());
    let contribution = Contribution::new(task, counts.collect(), 1, ReportId(id)).unwrap();
    contribution.sign(&secret(number)).to_bytes()
}
