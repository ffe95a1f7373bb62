//! What numbers of one task say together: nothing that each alone may not say.

use super::sample::{asked, leaf, report, roll, secret, terms};
use crate::indicator::{Source, Table, not_stated};
use crate::share::{Asked, Count, Frozen, Intake, Published, Roll, Task, Unit, Waiting, family_of, publish};

/// A number of one table.
fn number(code: &str, source: Source, unit: Unit) -> Asked {
    Asked {
        unit,
        bound: 1_000_000,
        tables: vec![Table::Total],
        ..asked(code, source)
    }
}

/// What each association sends: of each number a total and a correction.
type Sent = Vec<Vec<(u64, i64)>>;

fn frozen(asked: &[Asked], roll: &Roll, sent: &Sent) -> Frozen {
    let task = Task::new(terms(roll, asked.to_vec())).unwrap();
    let mut intake = Intake::new(task.clone(), roll.clone()).unwrap();
    for (association, numbers) in (1_u8..).zip(sent) {
        let count = |(asked, (total, correction)): (&Asked, &(u64, i64))| {
            Count::prepare(asked, &task.mode, not_stated(*total), *correction).0
        };
        let counts = asked.iter().zip(numbers).map(count).collect();
        intake
            .offer(&report(&task, association, 1, counts).to_bytes())
            .unwrap();
    }
    intake.freeze([0; 32], &secret(200))
}

fn total(published: &Published, code: &str) -> Option<u64> {
    let cells = published.table(code, Table::Total)?.cells()?;
    cells.first().map(|cell| cell.value)
}

fn totals(published: &Published, codes: &[&str]) -> Vec<Option<u64>> {
    codes.iter().map(|code| total(published, code)).collect()
}

const MONEY: [&str; 4] = ["NT-G10", "NT-G10a", "NT-G10b", "NT-G10c"];

fn money() -> Vec<Asked> {
    MONEY
        .map(|code| number(code, Source::Pooled, Unit::Dirhams))
        .to_vec()
}

/// Dues and gifts of everybody, grants of so many.
fn received(grants: usize) -> Sent {
    let of = |at: usize| {
        let (dues, gifts, grant) = (100 + at as u64, 500, if at < grants { 400_000 } else { 0 });
        vec![(dues + gifts + grant, 0), (dues, 0), (gifts, 0), (grant, 0)]
    };
    (0..25).map(of).collect()
}

#[test]
fn the_one_grant_is_not_what_dues_and_gifts_leave_of_all_money() {
    let roll = roll(25, 3);
    let of = |grants: usize| {
        let frozen = frozen(&money(), &roll, &received(grants));
        totals(&publish(&frozen, &Waiting::default()).0, &MONEY)
    };
    let [one, five] = [of(1), of(5)];
    assert_eq!(one, [Some(25 * 600 + 300 + 400_000), None, None, None]);
    assert!(five.iter().all(Option::is_some), "{five:?}");
}

#[test]
fn what_one_keeps_back_of_a_family_is_not_the_difference() {
    let roll = roll(25, 3);
    let task = Task::new(terms(&roll, money())).unwrap();
    let of = |kept: &[usize]| {
        let mut intake = Intake::new(task.clone(), roll.clone()).unwrap();
        for (association, numbers) in (1_u8..).zip(received(6)) {
            let count = |(at, (total, _)): (usize, &(u64, i64))| match association == 1 && kept.contains(&at)
            {
                true => Count::WITHHELD,
                false => Count::prepare(&task.indicators[at], &task.mode, not_stated(*total), 0).0,
            };
            let counts = numbers.iter().enumerate().map(count).collect();
            intake
                .offer(&report(&task, association, 1, counts).to_bytes())
                .unwrap();
        }
        let published = publish(&intake.freeze([0; 32], &secret(200)), &Waiting::default()).0;
        totals(&published, &MONEY)
            .iter()
            .filter(|total| total.is_some())
            .count()
    };
    assert_eq!((of(&[]), of(&[3]), of(&[0])), (4, 1, 1), "the row, or the whole");
    assert_eq!(
        of(&[0, 1, 2, 3]),
        4,
        "who keeps back all of it takes nothing from the others"
    );
    assert_eq!(family_of(&task, "NT-G10b"), MONEY);
    let alone = Task::new(terms(&roll, money()[..2].to_vec())).unwrap();
    assert_eq!(family_of(&alone, "NT-G10a"), ["NT-G10a"]);
}

#[test]
fn rows_that_are_closed_keep_no_correction_of_the_whole_waiting() {
    let roll = roll(25, 3);
    let mut sent = received(3);
    for numbers in &mut sent[..6] {
        numbers[0].1 = 50;
        numbers[1].1 = 50;
    }
    let (published, waiting) = publish(&frozen(&money(), &roll, &sent), &Waiting::default());
    let plain = publish(&frozen(&money(), &roll, &received(3)), &Waiting::default()).0;
    assert_eq!(
        total(&published, "NT-G10"),
        total(&plain, "NT-G10").map(|before| before + 300)
    );
    assert_eq!(waiting.all().count(), 6, "those of the row, until it is open");
}

#[test]
fn a_row_that_is_alone_stands_by_itself() {
    let roll = roll(25, 3);
    let codes = ["NT-G09", "NT-G09a"];
    let asked = codes.map(|code| number(code, Source::Pooled, Unit::Number));
    let of = |at: u64| vec![(1, 0), (if at < 3 { 9 } else { 0 }, 0)];
    let frozen = frozen(&asked, &roll, &(0..25).map(of).collect());
    assert_eq!(
        totals(&publish(&frozen, &Waiting::default()).0, &codes),
        [Some(25), None]
    );
}

#[test]
fn the_one_who_corrects_a_row_is_not_what_the_whole_has_more() {
    let roll = roll(25, 3);
    let mut sent = received(5);
    // Five correct their dues, one its grant: six the whole.
    for numbers in &mut sent[..5] {
        numbers[0].1 = 50;
        numbers[1].1 = 50;
    }
    sent[6][0].1 = 9_000;
    sent[6][3].1 = 9_000;
    let (published, waiting) = publish(&frozen(&money(), &roll, &sent), &Waiting::default());
    let plain = publish(&frozen(&money(), &roll, &received(5)), &Waiting::default()).0;
    assert_eq!(totals(&published, &MONEY), totals(&plain, &MONEY));
    assert_eq!(waiting.all().count(), 12, "all of them wait");
    // Four more correct their grants: now nothing keeps any of them.
    for numbers in &mut sent[7..11] {
        numbers[0].1 = 7;
        numbers[3].1 = 7;
    }
    let (published, waiting) = publish(&frozen(&money(), &roll, &sent), &Waiting::default());
    assert_eq!(waiting.all().count(), 0);
    assert_eq!(
        total(&published, "NT-G10c"),
        total(&plain, "NT-G10c").map(|before| before + 9_028)
    );
}

const SHARE: [&str; 2] = ["NT-O05", "NT-O05:of"];

fn share(source: Source, unit: Unit, sent: &Sent) -> Vec<Option<u64>> {
    let asked = SHARE.map(|code| number(code, source, unit));
    let roll = match source {
        Source::Own => roll(1, 1),
        _ => roll(25, 3),
    };
    totals(
        &publish(&frozen(&asked, &roll, sent), &Waiting::default()).0,
        &SHARE,
    )
}

#[test]
fn a_share_is_not_told_if_it_tells_a_small_rest() {
    let of = |women: u64, all: u64| share(Source::Own, Unit::Persons, &vec![vec![(women, 0), (all, 0)]]);
    assert_eq!(of(57, 60), [None, None], "three men");
    assert_eq!(of(50, 60), [Some(50), Some(60)]);
    assert_eq!(
        of(60, 60),
        [Some(60), Some(60)],
        "that there are none is no group"
    );
    assert_eq!(
        of(3, 60),
        [None, None],
        "the whole without the share would say that it is small"
    );
}

#[test]
fn what_is_owed_is_not_one_associations_debt() {
    let of = |debtors: usize| {
        let of = |at: usize| vec![(if at < debtors { 60 } else { 100 }, 0), (100, 0)];
        share(Source::Pooled, Unit::Number, &(0..25).map(of).collect())
    };
    assert_eq!(of(1), [None, None]);
    assert_eq!(of(5), [Some(2_300), Some(2_500)]);
    // Somebody who says more of the part than of the whole does not turn it into a mean.
    let mut sent: Sent = (0..25).map(|_| vec![(100, 0), (100, 0)]).collect();
    (sent[0][0].0, sent[1][0].0) = (40, 101);
    assert_eq!(share(Source::Pooled, Unit::Number, &sent), [None, None]);
}

#[test]
fn a_mean_leaves_no_rest() {
    let sent = (0..25).map(|at| vec![(50 + at, 0), (1, 0)]).collect();
    assert_eq!(
        share(Source::Pooled, Unit::Number, &sent),
        [Some(1_550), Some(25)]
    );
}

#[test]
fn a_rest_is_small_in_no_cell_either() {
    let asked = SHARE.map(|code| Asked {
        tables: vec![Table::Total, Table::Sex],
        ..number(code, Source::Own, Unit::Persons)
    });
    let roll = roll(1, 1);
    let task = Task::new(terms(&roll, asked.to_vec())).unwrap();
    let open = |part: [u64; 2], whole: [u64; 2]| {
        // Of women and of men, under 18.
        let leaves = |numbers: [u64; 2]| {
            let mut all = leaf(0, numbers[0]);
            all[5] = numbers[1];
            all
        };
        let counts = [part, whole].map(|numbers| {
            let asked = &asked[0];
            Count::prepare(asked, &task.mode, leaves(numbers), 0).0
        });
        let mut intake = Intake::new(task.clone(), roll.clone()).unwrap();
        intake
            .offer(&report(&task, 1, 1, counts.to_vec()).to_bytes())
            .unwrap();
        let published = publish(&intake.freeze([0; 32], &secret(200)), &Waiting::default()).0;
        let tables = published.tables.iter();
        tables
            .filter_map(|table| Some((table.indicator.clone(), table.table, table.cells()?.len())))
            .count()
    };
    assert_eq!(open([20, 20], [40, 40]), 4);
    assert_eq!(
        open([20, 37], [40, 40]),
        2,
        "three are left over of one sex: totals only"
    );
}
