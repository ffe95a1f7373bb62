//! From the first day to the figures: what is published is what was reported, and each step is kept.

use tawro_core::indicator::{Cell, LEAVES, Source, Table};
use tawro_core::share::{Notice, Report, Standing};

use super::sample::{AFTER, Place, WITHIN, indicators, name, period, report, report_of, secret};
use crate::period::{Early, PeriodFault, Periods, State};

const QUARTER: &str = "2026-Q3";

/// What the reports of a manifest add up to, computed from their bytes alone.
fn sum(reports: &[Vec<u8>], at: usize, cell: Cell) -> u64 {
    let counts = reports.iter().map(|bytes| {
        let report = Report::from_bytes(bytes).unwrap();
        report.contribution().counts()[at].clone()
    });
    let inside = counts.flat_map(|count| LEAVES.into_iter().zip(count.leaves));
    let inside = inside.filter(|(leaf, _)| cell.holds(*leaf, None, None));
    inside.map(|(_, number)| number).sum()
}

#[test]
fn every_published_number_is_the_sum_of_the_reports_in_the_manifest() {
    let mut place = Place::of(25);
    let quarter = period(QUARTER);
    let begun = place.periods.begin(quarter, &indicators()).unwrap();
    assert_eq!((begun.asked, begun.numbers), (25, 5));
    assert_eq!(begun.closes.to_string(), "2026-10-20");
    let task = place.task(quarter);

    // One corrects before the freeze: only its second revision counts.
    let first: Vec<Vec<u8>> = (1..=24).map(|number| report(&task, number, 1)).collect();
    let answers = place.periods.take(&first, WITHIN).unwrap();
    assert!(answers.iter().all(|answer| answer.outcome.is_ok()));
    assert_eq!(answers[0].association, Some(name(1)));
    let corrected = report(&task, 7, 2);
    place
        .periods
        .take(std::slice::from_ref(&corrected), WITHIN)
        .unwrap();
    let mut counting = first;
    counting[6] = corrected;

    let frozen = place.periods.freeze(quarter, Early::Wait, AFTER).unwrap();
    assert_eq!((frozen.reports, frozen.missing), (24, vec![name(25)]));
    place.periods.add_up(quarter, AFTER).unwrap();
    place.periods.publish(quarter).unwrap();
    let published = place.periods.published(quarter).unwrap();
    let mut checked = 0;
    for (at, asked) in task.indicators.iter().enumerate() {
        for table in [Table::Total, Table::Sex, Table::Age, Table::SexAge] {
            let Some(table) = published[0].table(&asked.code, table) else {
                continue;
            };
            for cell in table.cells().unwrap_or_default() {
                assert_eq!(
                    cell.value,
                    sum(&counting, at, cell.cell),
                    "{} {cell:?}",
                    asked.code
                );
                checked += 1;
            }
            assert_eq!((table.associations, table.of), (24, 25));
        }
    }
    assert!(checked >= 5, "{checked} numbers were published");

    let notice = place.periods.notice(quarter).unwrap();
    let notice = Notice::from_bytes(&notice.to_bytes()).unwrap();
    assert_eq!(notice.verify(&secret(200).id()), Ok(()));
    let (manifest, told) = notice.of(task.id()).unwrap();
    assert_eq!(told, Some(&published[0]));
    for bytes in &counting {
        let report = Report::from_bytes(bytes).unwrap();
        assert_eq!(manifest.standing(&report), Standing::In);
    }
    let superseded = Report::from_bytes(&report(&task, 7, 1)).unwrap();
    assert_eq!(
        manifest.standing(&superseded),
        Standing::OtherRevision { counted: 2 }
    );
}

#[test]
fn a_cut_between_any_two_steps_leaves_a_state_from_which_one_goes_on() {
    let straight = published(|_| {});
    let cut = published(Place::reopen);
    assert_eq!(straight, cut);

    fn published(between: impl Fn(&mut Place)) -> Vec<Vec<u8>> {
        let mut place = Place::of(25);
        let quarter = period(QUARTER);
        place.periods.begin(quarter, &indicators()).unwrap();
        between(&mut place);
        let task = place.task(quarter);
        for number in 1..=25 {
            place.periods.take(&[report(&task, number, 1)], WITHIN).unwrap();
            between(&mut place);
        }
        place.periods.freeze(quarter, Early::Wait, AFTER).unwrap();
        between(&mut place);
        place.periods.add_up(quarter, AFTER).unwrap();
        between(&mut place);
        place.periods.publish(quarter).unwrap();
        between(&mut place);
        let published = place.periods.published(quarter).unwrap().into_iter();
        let mut all: Vec<Vec<u8>> = published.map(|one| one.to_bytes()).collect();
        all.push(place.periods.notice(quarter).unwrap().to_bytes());
        let ledger = place.periods.ledger().unwrap();
        all.extend(ledger.openings().iter().map(|opening| opening.to_bytes()));
        all
    }
}

#[test]
fn what_fails_within_a_step_leaves_nothing_of_it() {
    let mut place = Place::of(25);
    let quarter = period(QUARTER);
    place.periods.begin(quarter, &indicators()).unwrap();
    let task = place.task(quarter);
    let reports: Vec<Vec<u8>> = (1..=25).map(|number| report(&task, number, 1)).collect();
    place.periods.take(&reports, WITHIN).unwrap();
    place.periods.freeze(quarter, Early::Wait, AFTER).unwrap();
    // A report is damaged on the disk: the sum would not be that of the manifest.
    let db = rusqlite::Connection::open(place.file()).unwrap();
    let kept: Vec<u8> = db
        .query_row("SELECT bytes FROM report WHERE id = 9", [], |row| row.get(0))
        .unwrap();
    let other = report(&task, 9, 2);
    db.execute("UPDATE report SET bytes = ? WHERE id = 9", [&other])
        .unwrap();
    let failed = place.periods.add_up(quarter, AFTER).unwrap_err();
    assert_eq!(failed.code(), "store_damaged");
    assert_eq!(place.periods.state(quarter).unwrap(), State::Frozen);
    assert_eq!(place.periods.ledger().unwrap().openings().len(), 0);
    db.execute("UPDATE report SET bytes = ? WHERE id = 9", [&kept])
        .unwrap();
    place.periods.add_up(quarter, AFTER).unwrap();
    assert_eq!(place.periods.ledger().unwrap().openings().len(), 1);
}

#[test]
fn a_ledger_that_lost_its_end_is_missed() {
    let mut place = Place::of(25);
    let quarter = period(QUARTER);
    place.periods.begin(quarter, &indicators()).unwrap();
    let task = place.task(quarter);
    let reports: Vec<Vec<u8>> = (1..=25).map(|number| report(&task, number, 1)).collect();
    place.periods.take(&reports, WITHIN).unwrap();
    place.finish(quarter);
    place.periods.shown().unwrap();
    let db = rusqlite::Connection::open(place.file()).unwrap();
    db.execute("DELETE FROM opening WHERE id = (SELECT max(id) FROM opening)", [])
        .unwrap();
    assert_eq!(place.periods.shown().unwrap_err().code(), "ledger_head_missing");
}

/// What a step says that is not the next.
fn refused(step: impl FnOnce(&mut Periods) -> Result<(), PeriodFault>, place: &mut Place, code: &str) {
    assert_eq!(step(&mut place.periods).unwrap_err().code(), code);
}

#[test]
fn each_step_has_its_turn_and_only_one() {
    let mut place = Place::of(25);
    let quarter = period(QUARTER);
    let early = |how| move |all: &mut Periods| all.freeze(quarter, how, WITHIN).map(|_| ());
    refused(early(Early::Force), &mut place, "period_unknown");
    place.periods.begin(quarter, &indicators()).unwrap();
    refused(
        |all| all.begin(quarter, &indicators()).map(|_| ()),
        &mut place,
        "period_exists",
    );
    refused(|all| all.add_up(quarter, AFTER), &mut place, "period_not_frozen");
    refused(|all| all.publish(quarter), &mut place, "period_not_frozen");
    refused(
        |all| all.notice(quarter).map(|_| ()),
        &mut place,
        "period_not_frozen",
    );

    let waits = place.periods.freeze(quarter, Early::Wait, WITHIN).unwrap_err();
    let (closes, missing) = match waits {
        PeriodFault::WindowOpen { closes, missing } => (closes.to_string(), missing),
        other => panic!("{other}"),
    };
    assert_eq!((closes.as_str(), missing), ("2026-10-20", 25));
    assert_eq!(place.periods.state(quarter).unwrap(), State::Open);
    early(Early::Force)(&mut place.periods).unwrap();
    refused(early(Early::Force), &mut place, "period_frozen");
    refused(
        |all| all.published(quarter).map(|_| ()),
        &mut place,
        "period_not_published",
    );

    place.periods.add_up(quarter, AFTER).unwrap();
    refused(|all| all.add_up(quarter, AFTER), &mut place, "period_opened");
    refused(
        |all| all.published(quarter).map(|_| ()),
        &mut place,
        "period_not_published",
    );
    let told = place.periods.notice(quarter).unwrap();
    assert!(told.told()[0].1.is_none(), "figures go out with the publication");
    place.periods.publish(quarter).unwrap();
    refused(|all| all.publish(quarter), &mut place, "period_published");
    refused(|all| all.add_up(quarter, AFTER), &mut place, "period_opened");
    assert_eq!(place.periods.ledger().unwrap().openings().len(), 1);
}

#[test]
fn the_last_day_of_the_window_belongs_to_it() {
    let freeze = |day: i64| {
        let mut place = Place::of(5);
        let quarter = period(QUARTER);
        place.periods.begin(quarter, &indicators()).unwrap();
        let at = tawro_core::time::Timestamp(AFTER.0 + day * 86_400);
        place.periods.freeze(quarter, Early::Wait, at).is_ok()
    };
    assert_eq!(AFTER.to_string(), "2026-10-21T12:00:00Z");
    assert_eq!([-1, 0].map(freeze), [false, true]);
}

#[test]
fn one_contributor_own_publishes_and_pooled_withholds_and_three_are_not_opened() {
    let quarter = period(QUARTER);
    for contributors in [1, 3] {
        let mut place = Place::of(25);
        let mut yes = super::sample::seat(100);
        (yes.name, yes.asked) = ("YES".to_owned(), crate::period::Asked::Operator);
        place.periods.register(&yes).unwrap();
        let all = [indicators(), vec![super::sample::own()]].concat();
        let begun = place.periods.begin(quarter, &all).unwrap();
        assert_eq!(begun.asked, 26);
        let call = place.periods.call(quarter).unwrap();
        let [(of_associations, _), (of_yes, roll)] = call.asks() else {
            panic!("two tasks");
        };
        assert_eq!((roll.len(), of_yes.indicators[0].source), (1, Source::Own));
        let mut reports: Vec<Vec<u8>> = (1..=contributors)
            .map(|number| report(of_associations, number, 1))
            .collect();
        let own = super::sample::counts(of_yes, 1);
        reports.push(report_of(of_yes, 100, 1, own).to_bytes());
        place.periods.take(&reports, WITHIN).unwrap();
        let status = place.periods.status(quarter).unwrap();
        assert_eq!(status.reports, usize::from(contributors) + 1);
        place.finish(quarter);
        let [associations, yes] = &place.periods.published(quarter).unwrap()[..] else {
            panic!("two tasks");
        };
        assert_eq!(yes.tables[0].status(), "published");
        assert!(
            associations
                .tables
                .iter()
                .all(|table| table.status() == "withheld")
        );
        let ledger = place.periods.ledger().unwrap();
        let opened: Vec<usize> = ledger.openings().iter().map(|one| one.opened().len()).collect();
        assert_eq!(opened, [0, 1], "nothing of the associations was opened");
    }
}
