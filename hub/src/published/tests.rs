//! Figures over periods: what each shows, what adds up, and how far a target is.

use std::collections::BTreeMap;

use tawro_core::id::{RecordId, TaskId};
use tawro_core::indicator::{Cell, Indicator, IndicatorCode, Milieu, Source, Table, Unit, catalogue};
use tawro_core::programme::Programme;
use tawro_core::schema::published::TARGET;
use tawro_core::schema::{Scalar, Schema};
use tawro_core::share::{self, Outcome as Out, Published, PublishedCell, PublishedTable, Withheld};

use super::*;

fn of(code: &str) -> &'static Indicator {
    let code: IndicatorCode = code.parse().unwrap();
    catalogue().iter().find(|one| one.code == code).unwrap()
}

/// A table of cells that 24 of 25 answered.
fn table(code: &str, table: Table, cells: Result<&[(Cell, u64)], Withheld>) -> PublishedTable {
    let (plain, _) = share::indicator_of(code);
    let source = of(plain).source;
    PublishedTable {
        indicator: code.to_owned(),
        source,
        unit: share::Unit::Number,
        table,
        associations: 24,
        of: 25,
        outcome: match cells {
            Err(why) => Out::Withheld(why),
            Ok(cells) => Out::Published(cells.iter().map(|(cell, value)| cell_of(*cell, *value)).collect()),
        },
    }
}

fn cell_of(cell: Cell, value: u64) -> PublishedCell {
    PublishedCell {
        cell,
        value,
        associations: 24,
        of: 25,
    }
}

fn total(code: &str, value: u64) -> PublishedTable {
    table(code, Table::Total, Ok(&[(Cell::Total, value)]))
}

fn published(period: &str, tables: Vec<PublishedTable>) -> PublishedPeriod {
    let period: Period = period.parse().unwrap();
    let task = Published {
        task: TaskId([7; 32]),
        start: period.first().to_string().parse().unwrap(),
        end: period.last().to_string().parse().unwrap(),
        tables,
    };
    let tasks = vec![task];
    PublishedPeriod { period, tasks }
}

/// What the indicator shows over quarters with these totals.
fn over(code: &str, totals: &[(&str, u64)]) -> Series<'static> {
    let periods = totals
        .iter()
        .map(|(period, value)| published(period, vec![total(code, *value)]));
    let indicator = of(code);
    let goals = goals(catalogue(), None);
    let goal = goals.get(&indicator.code).copied().unwrap_or_default();
    series(&periods.collect::<Vec<_>>(), indicator, goal)
}

#[test]
fn what_happens_adds_up_to_years_and_is_compared_with_the_target_in_all() {
    let courses = over("NT-O02", &[("2026-Q1", 1), ("2025-Q2", 1)]);
    assert_eq!(
        courses.readings[0].period.to_string(),
        "2025-Q2",
        "the oldest first"
    );
    let years: Vec<(i64, u64, usize)> = courses
        .years
        .iter()
        .map(|year| (year.year, year.value.number, year.periods))
        .collect();
    assert_eq!(years, [(2025, 1, 1), (2026, 1, 1)]);
    assert_eq!(courses.actual(), Some(Value::whole(2)));
    assert_eq!(courses.aim(), Aim::Behind(Tenths(10)));
    let reached = over("NT-O02", &[("2026-Q1", 2), ("2026-Q2", 1)]);
    assert_eq!((reached.aim(), reached.years.len()), (Aim::Reached, 1));
    assert_eq!(over("NT-G11", &[("2026-Q1", 2)]).aim(), Aim::NoTarget);
    assert_eq!(over("NT-O02", &[]).aim(), Aim::NoFigure);
}

#[test]
fn a_state_and_what_lasts_are_never_added_up() {
    let complete = over("NT-R08", &[("2026-Q1", 10), ("2026-Q2", 18)]);
    assert!(complete.years.is_empty());
    let eighteen = Value {
        number: 18,
        of: Some(24),
    };
    assert_eq!(complete.actual(), Some(eighteen), "of those that answered");
    assert_eq!(eighteen.share(), Some(Tenths(750)));
    let agreements = over("NT-G09", &[("2026-Q1", 10), ("2026-Q2", 18)]);
    assert!(agreements.years.is_empty());
    assert_eq!(agreements.actual(), Some(Value::whole(18)));
}

#[test]
fn a_share_is_two_numbers_and_withheld_with_either() {
    let women = of("NT-O05");
    let both = [total("NT-O05", 30), total("NT-O05:of", 48)];
    let one = [
        total("NT-O05", 30),
        table("NT-O05:of", Table::Total, Err(Withheld::TooFew)),
    ];
    let periods = [
        published("2026-Q1", both.to_vec()),
        published("2026-Q2", one.to_vec()),
    ];
    let women = series(&periods, women, Goal::default());
    let value = women.readings[0].value().unwrap();
    assert_eq!(value.in_unit(Unit::Percent), Some(Tenths(625)));
    assert_eq!(women.readings[1].outcome, Outcome::Withheld(Withheld::TooFew));
    assert_eq!(women.years[0].periods, 1, "both numbers are of the same periods");
    let none = Value {
        number: 0,
        of: Some(0),
    };
    assert_eq!(none.in_unit(Unit::Percent), None);
}

#[test]
fn a_breakdown_leaves_its_empty_cells_out_and_says_how_many_it_has() {
    let milieu = [
        (Cell::Milieu(Milieu::Urban), 40),
        (Cell::Milieu(Milieu::Rural), 0),
    ];
    let tables = vec![
        total("NT-G11", 40),
        table("NT-G11", Table::Milieu, Ok(&milieu)),
        table("NT-G11", Table::Domain, Err(Withheld::TooFew)),
    ];
    let activities = series(&[published("2026-Q1", tables)], of("NT-G11"), Goal::default());
    let [milieu, domain] = activities.readings[0].breakdowns.as_slice() else {
        panic!("two tables beside the total");
    };
    let parts = milieu.parts.as_ref().unwrap();
    assert_eq!((parts.len(), milieu.cells), (1, 2));
    assert_eq!(domain.parts, Err(Withheld::TooFew));
}

#[test]
fn what_was_not_asked_or_few_answered_is_said() {
    let mut few = total("NT-G11", 40);
    few.associations = 19;
    let periods = [published("2026-Q1", vec![few]), published("2026-Q2", Vec::new())];
    let activities = series(&periods, of("NT-G11"), Goal::default());
    assert!(activities.readings[0].is_partial);
    assert_eq!(activities.readings[1].outcome, Outcome::NotAsked);
    assert_eq!(activities.latest().unwrap().period.to_string(), "2026-Q1");
}

#[test]
fn silence_about_what_concerns_some_makes_no_figure_partial() {
    let mut few = total("NT-G07", 9);
    few.associations = 15;
    let accounts = series(&[published("2026-Q1", vec![few])], of("NT-G07"), Goal::default());
    let reading = &accounts.readings[0];
    assert_eq!(
        (reading.concerns_all, reading.is_partial, reading.of),
        (false, false, 25)
    );
}

#[test]
fn a_figure_goes_to_the_better_by_its_own_direction() {
    let trend = |code: &str, totals: &[(&str, u64)]| over(code, totals).trend();
    assert_eq!(trend("NT-G11", &[("2026-Q1", 3)]), None);
    assert_eq!(
        trend("NT-G11", &[("2026-Q1", 3), ("2026-Q2", 5)]),
        Some(Trend::Better)
    );
    assert_eq!(
        trend("NT-G11", &[("2026-Q1", 3), ("2026-Q2", 2)]),
        Some(Trend::Worse)
    );
    assert_eq!(
        trend("NT-G11", &[("2026-Q1", 3), ("2026-Q2", 3)]),
        Some(Trend::Same)
    );
    assert_eq!(
        trend("NT-G11", &[("2025", 30), ("2026-Q1", 3)]),
        None,
        "a year is no quarter"
    );
    assert_eq!(of("NT-G11").source, Source::Pooled);
}

#[test]
fn what_the_programme_tells_takes_the_place_of_what_the_definitions_state() {
    let cells = |pairs: &[(&str, Scalar)]| -> BTreeMap<String, Scalar> {
        pairs
            .iter()
            .map(|(key, value)| ((*key).to_owned(), value.clone()))
            .collect()
    };
    let whole = cells(&[
        ("statement/fr", "Capsules".into()),
        ("indicator", "NT-O11".into()),
        ("value", Scalar::Integer(6)),
        ("baseline", Scalar::Integer(1)),
    ]);
    let year = cells(&[
        ("statement/fr", "Bénéficiaires".into()),
        ("indicator", "NT-G12".into()),
        ("year", Scalar::Integer(2026)),
        ("value", Scalar::Integer(900)),
    ]);
    let records = [
        (RecordId([1; 16]), TARGET, &whole),
        (RecordId([2; 16]), TARGET, &year),
    ];
    let drawn = Programme::of(&Schema::builtin(), records).unwrap();
    assert_eq!(drawn.programme.targets().len(), 2);
    let goals = goals(catalogue(), Some(&drawn.programme));
    let goal = goals[&"NT-O11".parse().unwrap()];
    assert_eq!(goal.target, Some(6));
    // Nobody says when it was measured.
    assert_eq!(
        goal.baseline.map(|baseline| (baseline.value, baseline.is_late)),
        Some((1, true))
    );
    assert!(
        !goals.contains_key(&"NT-G12".parse().unwrap()),
        "one year is not the whole"
    );
    assert_eq!(goals[&"NT-O02".parse().unwrap()].target, Some(3));
}
