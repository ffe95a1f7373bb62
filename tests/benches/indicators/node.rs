//! The indicators of the catalogue over the records of one association.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use serde_json::{Value, json};
use tawro_core::command::Command;
use tawro_core::id::RecordId;
use tawro_core::indicator::Period;
use tawro_core::record::view::{
    Activity, Attendance, Beneficiary, Donation, Donor, Draft, Member, Payment, Person,
};
use tawro_core::schema::{Date, Money, Schema};
use tawro_node::driver::{Founding, Node};

use crate::seconds;
use tawro_tests::gauge::{Gauge, megabytes};

/// How often the figures are computed.
const TIMES: usize = 5;
/// Records of one transaction while they are made.
const TOGETHER: usize = 1_000;

/// Founds an association with so many records and computes all figures of a half-year.
pub(crate) fn compute(home: &Path, records: u32) -> Value {
    let founding = Founding {
        device: "a",
        passphrase: "خمس نخلات",
    };
    let (mut node, _) = Node::found(home, &founding, Arc::new(Schema::builtin())).unwrap();
    let began = Instant::now();
    let mut commands = vec![
        add(
            ACTIVITY,
            Activity::draft()
                .title("ar", "لقاء")
                .starts_on(day(3))
                .state("done"),
        ),
        add(DONOR, Donor::draft().organisation("ar", "مقاولة")),
    ];
    for number in 0..u64::from(records) / 5 {
        commands.extend(five(number));
        if commands.len() >= TOGETHER {
            node.execute_all(&std::mem::take(&mut commands)).unwrap();
        }
    }
    node.execute_all(&commands).unwrap();
    let built = seconds(began);
    let period: Period = "2025-H1".parse().unwrap();
    let (mut took, mut counted) = (Vec::new(), 0);
    for _ in 0..TIMES {
        let began = Instant::now();
        let figures = node.figures(period).unwrap();
        took.push(seconds(began));
        counted = figures
            .iter()
            .filter(|(one, figure)| one.core && figure.is_ok())
            .count();
        let of = |code: &str| {
            let mut all = figures.iter();
            let found = all.find(|(one, _)| one.code.to_string() == code);
            found.unwrap().1.as_ref().unwrap().total()
        };
        assert_eq!(of("NT-G12"), u64::from(records) / 5, "each person was helped");
    }
    took.sort_by(f64::total_cmp);
    json!({
        "records": node.digest().unwrap().records, "build_s": built, "indicators_of_the_core": counted,
        "compute_s": { "best": took[0], "middle": took[TIMES / 2], "worst": took[TIMES - 1] },
        "rss_peak_mb": megabytes(Gauge::read().peak_kib),
    })
}

const ACTIVITY: RecordId = RecordId([1; 16]);
const DONOR: RecordId = RecordId([2; 16]);

/// A person with what they received, paid, gave and came to.
fn five(number: u64) -> [Command; 5] {
    let id = |what: u8| {
        let mut id = [what; 16];
        id[..8].copy_from_slice(&(number + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes());
        RecordId(id)
    };
    let (born, month) = (1950 + number % 65, number % 6 + 1);
    let birth = Date::new(born as i64, Some(5), Some(5)).unwrap();
    let person = Person::draft()
        .given_name("ar", "سناء")
        .family_name("ar", format!("العلوي {number}"))
        .sex(if number.is_multiple_of(2) { "1" } else { "2" })
        .birth_date(birth);
    let role = match number.is_multiple_of(2) {
        true => add(
            id(4),
            Member::draft().person(id(3)).category("active").joined_on(day(1)),
        ),
        false => add(id(4), Beneficiary::draft().person(id(3)).entered_on(day(month))),
    };
    let money = match number.is_multiple_of(2) {
        true => add(
            id(5),
            Payment::draft()
                .membership(id(4))
                .amount(Money(10_000))
                .paid_on(day(month)),
        ),
        false => add(
            id(5),
            Donation::draft()
                .donor(DONOR)
                .given_on(day(month))
                .amount(Money(5_000)),
        ),
    };
    [
        add(id(3), person),
        role,
        money,
        add(
            id(6),
            Attendance::draft().activity(ACTIVITY).person(id(3)).present(true),
        ),
        add(
            id(7),
            Donation::draft()
                .donor(DONOR)
                .given_on(day(month))
                .amount(Money(2_000)),
        ),
    ]
}

fn day(month: u64) -> Date {
    Date::new(2025, Some(month as i64), Some(15)).unwrap()
}

fn add(id: RecordId, draft: impl Into<Draft>) -> Command {
    let Draft { kind, cells } = draft.into();
    Command::Add {
        kind: kind.to_owned(),
        id: Some(id),
        cells,
    }
}
