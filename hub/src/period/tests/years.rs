//! Who is asked in which year, and which periods may stand side by side.

use tawro_core::id::StatisticsKey;

use super::sample::{Place, WITHIN, indicators, name, period, report, seat};
use crate::period::{Asked, NewSeat, PeriodFault};

#[test]
fn the_roll_is_fixed_for_a_year_and_newcomers_enter_five_at_a_time() {
    let mut place = Place::of(20);
    let asked = |place: &mut Place, text: &str| {
        let begun = place.periods.begin(period(text), &indicators()).unwrap();
        (begun.asked, begun.waiting.len())
    };
    assert_eq!(asked(&mut place, "2026-Q3"), (20, 0));
    (21..=24).for_each(|number| place.periods.register(&seat(number)).unwrap());
    assert_eq!(asked(&mut place, "2026-Q4"), (20, 4), "the year has its roll");
    let first = place.task(period("2026-Q3"));
    let fourth = place.task(period("2026-Q4"));
    assert_eq!(first.roll, fourth.roll);
    assert_eq!(first.agreed(), fourth.agreed(), "nobody is asked to agree again");

    assert_eq!(asked(&mut place, "2027-Q1"), (20, 4), "four wait for a fifth");
    place.periods.register(&seat(25)).unwrap();
    assert_eq!(asked(&mut place, "2027-Q2"), (20, 5), "and for the next year");
    assert_eq!(asked(&mut place, "2028-Q1"), (25, 0));

    let past = place.periods.begin(period("2025-Q4"), &indicators()).unwrap_err();
    assert!(matches!(past, PeriodFault::YearPast { later: 2028 }), "{past}");
    let rolls = place.periods.call(period("2028-Q1")).unwrap();
    assert!(rolls.of(&seat(25).key).is_some() && rolls.of(&seat(26).key).is_none());
}

#[test]
fn who_leaves_is_missed_no_more_and_asked_to_the_end_of_the_year() {
    let mut place = Place::of(25);
    let (this, next) = (period("2026-Q4"), period("2027-Q1"));
    place.periods.register(&seat(40)).unwrap();
    place.periods.unregister(&name(40)).unwrap();
    assert_eq!(
        place.periods.begin(this, &indicators()).unwrap().asked,
        25,
        "it was a mistake"
    );
    place.periods.unregister(&name(7)).unwrap();
    let missing = place.periods.status(this).unwrap().missing;
    assert!(missing.len() == 24 && !missing.contains(&name(7)), "{missing:?}");
    let task = place.task(this);
    let taken = place.periods.take(&[report(&task, 7, 1)], WITHIN).unwrap();
    assert!(taken[0].outcome.is_ok(), "until then it may report");
    assert_eq!(place.periods.begin(next, &indicators()).unwrap().asked, 24);
    assert_eq!(place.periods.unregister("x").unwrap_err().code(), "seat_unknown");
}

#[test]
fn a_mistyped_period_is_taken_back_and_closes_no_year() {
    let mut place = Place::of(5);
    let (meant, typed) = (period("2026-Q1"), period("2062-Q1"));
    place.periods.begin(typed, &indicators()).unwrap();
    let refused = place.periods.begin(meant, &indicators()).unwrap_err();
    assert_eq!(refused.code(), "period_year_past");
    place.periods.cancel(typed).unwrap();
    assert_eq!(place.periods.cancel(typed).unwrap_err().code(), "period_unknown");
    assert_eq!(place.periods.begin(meant, &indicators()).unwrap().asked, 5);
    let task = place.task(meant);
    place.periods.take(&[report(&task, 1, 1)], WITHIN).unwrap();
    assert_eq!(place.periods.cancel(meant).unwrap_err().code(), "period_answered");
    place.finish(meant);
    assert_eq!(place.periods.cancel(meant).unwrap_err().code(), "period_frozen");
}

#[test]
fn no_day_is_asked_about_twice() {
    let mut place = Place::of(5);
    place.periods.begin(period("2026-Q3"), &indicators()).unwrap();
    for text in ["2026-07", "2026-09", "2026-H2", "2026"] {
        let refused = place.periods.begin(period(text), &indicators()).unwrap_err();
        assert_eq!(refused.code(), "period_overlaps", "{text}");
    }
    for text in ["2026-Q2", "2026-10", "2027"] {
        place.periods.begin(period(text), &indicators()).unwrap();
    }
}

#[test]
fn without_anybody_nobody_is_asked_and_nothing_is_begun() {
    let mut place = Place::new();
    let begin = |place: &mut Place| place.periods.begin(period("2026-Q3"), &indicators());
    assert_eq!(begin(&mut place).unwrap_err().code(), "no_seats");
    place.periods.register(&seat(1)).unwrap();
    begin(&mut place).unwrap();
    let missing = place.periods.status(period("2026-Q3")).unwrap().missing;
    assert_eq!(missing, [name(1)]);
}

#[test]
fn a_name_a_key_and_the_operators_place_are_of_one() {
    let mut place = Place::of(2);
    place.periods.register(&seat(1)).unwrap();
    let mut refused = |change: fn(&mut NewSeat), code: &str| {
        let mut other = seat(9);
        change(&mut other);
        assert_eq!(place.periods.register(&other).unwrap_err().code(), code);
    };
    refused(|seat| seat.name = name(1), "seat_name_taken");
    refused(|other| other.key = seat(1).key, "seat_key_taken");
    refused(
        |other| {
            *other = NewSeat {
                milieu: None,
                ..seat(1)
            }
        },
        "seat_key_taken",
    );
    refused(|seat| seat.name = " ".to_owned(), "seat_name");
    refused(|seat| seat.name = "x".repeat(201), "seat_name");
    let operator = |number| NewSeat {
        asked: Asked::Operator,
        ..seat(number)
    };
    place.periods.register(&operator(100)).unwrap();
    let second = place.periods.register(&operator(101)).unwrap_err();
    assert_eq!(second.code(), "seat_operator_taken");
    let begun = place.periods.begin(period("2026-Q3"), &indicators()).unwrap();
    assert_eq!(begun.asked, 2, "who runs the programme is no association of it");
}

#[test]
fn what_waits_is_carried_on_and_never_opened_alone() {
    let mut place = Place::of(25);
    let quarters = ["2026-Q1", "2026-Q2"].map(period);
    for quarter in quarters {
        place.periods.begin(quarter, &indicators()).unwrap();
        let task = place.task(quarter);
        let reports = (1..=25).map(|number| {
            let mut counts = super::sample::counts(&task, u64::from(number));
            // A lone corrector, in the first quarter only.
            if number == 1 && quarter == quarters[0] {
                let pooled = task.indicators.iter().position(|asked| asked.code == "NT-G11");
                counts[pooled.unwrap()].plus = 30;
            }
            super::sample::report_of(&task, number, 1, counts).to_bytes()
        });
        let reports: Vec<Vec<u8>> = reports.collect();
        let answers = place.periods.take(&reports, WITHIN).unwrap();
        assert!(answers.iter().all(|answer| answer.outcome.is_ok()));
        place.finish(quarter);
        place.reopen();
        let waiting: Vec<(String, StatisticsKey, i64)> = place.periods.waiting();
        assert_eq!(waiting, [("NT-G11".to_owned(), seat(1).key, 30)]);
    }
    let totals = quarters.map(|quarter| {
        let published = place.periods.published(quarter).unwrap();
        let table = published[0].table("NT-G11", tawro_core::indicator::Table::Total);
        table.unwrap().cells().unwrap()[0].value
    });
    assert_eq!(
        totals[0], totals[1],
        "the same numbers twice, and nothing of the correction"
    );
    // The manifest of the second names the ledger as the first left it.
    let ledger = place.periods.ledger().unwrap();
    let notice = place.periods.notice(quarters[1]).unwrap();
    let head = notice.told()[0].0.ledger();
    assert_eq!(ledger.contains(&head), Ok(()));
    assert_ne!(head, [0; 32]);
}
