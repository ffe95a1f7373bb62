//! What is published, what is withheld, and where corrections go.

use super::sample::{Numbers, asked, key, leaf, people, period, report, roll, secret, terms};
use crate::indicator::Source;
use crate::indicator::{Cell, Domain, Milieu, Sex, Table};
use crate::share::{
    Count, Intake, Ledger, LedgerFault, Outcome, Published, Roll, Task, Unit, Waiting, Withheld, annual,
    publish,
};
use crate::time::Timestamp;

const CODE: &str = "NT-G12";

fn task(roll: &Roll, change: impl Fn(&mut crate::share::Asked)) -> Task {
    let mut asked = asked(CODE, Source::Pooled);
    change(&mut asked);
    Task::new(terms(roll, vec![asked])).unwrap()
}

fn published(numbers: &Numbers) -> Published {
    let roll = roll(25, 3);
    let task = task(&roll, |_| {});
    publish(&period(&task, &roll, numbers), &Waiting::default()).0
}

fn value(published: &Published, cell: Cell) -> Option<u64> {
    let cells = published.table(CODE, cell.table())?.cells()?;
    cells
        .iter()
        .find(|found| found.cell == cell)
        .map(|found| found.value)
}

fn statuses(published: &Published) -> Vec<&'static str> {
    published
        .tables
        .iter()
        .map(crate::share::PublishedTable::status)
        .collect()
}

#[test]
fn every_figure_is_the_sum_of_what_was_sent() {
    let numbers = people(1..=25, 1);
    let published = published(&numbers);
    let sent: u64 = numbers.values().flat_map(|(leaves, _)| *leaves).sum();
    assert_eq!(value(&published, Cell::Total), Some(sent));
    for table in [Table::Sex, Table::Age, Table::Milieu] {
        let sum: u64 = table
            .cells()
            .into_iter()
            .map(|cell| value(&published, cell).unwrap())
            .sum();
        assert_eq!(sum, sent, "{table:?}");
    }
    let urban = numbers.iter().filter(|(number, _)| number.is_multiple_of(3));
    let urban: u64 = urban.flat_map(|(_, (leaves, _))| *leaves).sum();
    assert_eq!(value(&published, Cell::Milieu(Milieu::Urban)), Some(urban));
    let milieu = published.table(CODE, Table::Milieu).unwrap();
    let cells = milieu
        .cells()
        .unwrap()
        .iter()
        .map(|cell| (cell.associations, cell.of));
    assert_eq!(cells.collect::<Vec<_>>(), [(8, 8), (17, 17)]);
    assert_eq!(Published::from_bytes(&published.to_bytes()), Ok(published));
}

#[test]
fn fewer_than_five_with_something_are_withheld() {
    let with = |count: u8| -> Numbers {
        let all = (1..=25).map(|number| (number, (leaf(3, if number <= count { 40 } else { 0 }), 0)));
        all.collect()
    };
    assert_eq!(value(&published(&with(5)), Cell::Total), Some(200));
    let withheld = published(&with(4));
    assert_eq!(statuses(&withheld), ["withheld"; 6]);
    let reason = Outcome::Withheld(Withheld::TooFew);
    assert!(withheld.tables.iter().all(|table| table.outcome == reason));
    assert_eq!(statuses(&published(&Numbers::new())), ["withheld"; 6]);
    let nothing: Numbers = (1..=25).map(|number| (number, (leaf(3, 0), 0))).collect();
    assert_eq!(
        value(&published(&nothing), Cell::Total),
        None,
        "zero would be everybody's number"
    );
}

#[test]
fn a_table_is_withheld_as_a_whole_and_what_follows_from_it_too() {
    // Men are in four associations: neither Sex nor SexAge, but Age.
    let men = |number: u8| if number <= 4 { 20 } else { 0 };
    let numbers: Numbers = (1..=25)
        .map(|number| {
            let mut leaves = leaf(3, 40);
            leaves[8] = men(number);
            (number, (leaves, 0))
        })
        .collect();
    let published = published(&numbers);
    assert_eq!(value(&published, Cell::Sex(Sex::Female)), None);
    let open = |table| published.table(CODE, table).unwrap().cells().is_some();
    let each = Table::ALL.map(open);
    assert_eq!(each, [true, false, true, false, true, false], "{:?}", Table::ALL);
}

#[test]
fn two_divisions_meet_in_safe_parts_or_the_finer_is_withheld() {
    // Domain 1 holds exactly the rural associations but one: rural less domain 1 is one association.
    let split = |apart: u8| {
        let seats = (1..=12).map(|number| {
            let mut seat = super::sample::seat(number, 1);
            seat.milieu = Some(if number <= 6 { Milieu::Rural } else { Milieu::Urban });
            seat.domain = Domain::new(if number <= 6 - apart { 1 } else { 2 });
            seat
        });
        let roll = Roll::new(seats).unwrap();
        let task = task(&roll, |_| {});
        let frozen = period(&task, &roll, &people(1..=12, 3));
        let published = publish(&frozen, &Waiting::default()).0;
        let open = |table| published.table(CODE, table).unwrap().cells().is_some();
        (open(Table::Milieu), open(Table::Domain))
    };
    assert_eq!(split(0), (true, true), "the same blocks twice say nothing more");
    assert_eq!(split(1), (true, false));
}

#[test]
fn associations_of_an_unknown_block_are_a_block() {
    let unknown = |count: u8| {
        let seats = (1..=20).map(|number| {
            let mut seat = super::sample::seat(number, 1);
            if number > 20 - count {
                seat.milieu = None;
            }
            seat
        });
        let roll = Roll::new(seats).unwrap();
        let task = task(&roll, |_| {});
        let published = publish(&period(&task, &roll, &people(1..=20, 3)), &Waiting::default()).0;
        published.table(CODE, Table::Milieu).unwrap().cells().is_some()
    };
    assert!(!unknown(1), "the total less both milieus is one association");
    assert!(unknown(5));
}

#[test]
fn numbers_near_their_bound_are_withheld() {
    let roll = roll(25, 3);
    let near = |number: u64| {
        let task = task(&roll, |asked| (asked.unit, asked.bound) = (Unit::Number, 10));
        let numbers = (1..=25).map(|association| (association, (leaf(14, number), 0)));
        let frozen = period(&task, &roll, &numbers.collect());
        value(&publish(&frozen, &Waiting::default()).0, Cell::Total)
    };
    assert_eq!(near(9), Some(225));
    assert_eq!(near(10), None, "if all have the most there may be, each is known");
}

#[test]
fn facts_are_counted_when_five_answer_and_unkind_ones_with_five_on_either_side() {
    let roll = roll(25, 3);
    let fact = |unkind: bool, hold: u8, answer: u8| {
        let mut asked = asked(CODE, Source::Fact);
        asked.unkind_when_negative = unkind;
        let task = Task::new(terms(&roll, vec![asked])).unwrap();
        let numbers = (1..=answer).map(|number| (number, (leaf(14, u64::from(number <= hold)), 0)));
        let frozen = period(&task, &roll, &numbers.collect());
        let published = publish(&frozen, &Waiting::default()).0;
        let table = &published.tables[0];
        (value(&published, Cell::Total), table.associations, table.status())
    };
    assert_eq!(fact(false, 20, 25), (Some(20), 25, "published"));
    assert_eq!(fact(false, 5, 5), (Some(5), 5, "partial"));
    assert_eq!(fact(false, 4, 4), (None, 4, "withheld"));
    assert_eq!(fact(true, 20, 25), (Some(20), 25, "published"));
    assert_eq!(fact(true, 21, 25).0, None);
    assert_eq!(fact(true, 4, 25).0, None);
    assert_eq!(fact(false, 20, 20).2, "published");
    assert_eq!(fact(false, 19, 19).2, "partial");
}

#[test]
fn one_contributor_own_publishes_and_pooled_withholds() {
    let roll = roll(1, 1);
    let of = |source, persons| {
        let task = Task::new(terms(&roll, vec![asked(CODE, source)])).unwrap();
        let mut leaves = leaf(3, persons);
        leaves[7] = 12;
        let numbers = [(1, (leaves, 0))].into_iter().collect();
        publish(&period(&task, &roll, &numbers), &Waiting::default()).0
    };
    assert_eq!(statuses(&of(Source::Own, 40)), ["published"; 4]);
    assert_eq!(
        statuses(&of(Source::Own, 9)),
        ["published", "withheld", "withheld", "withheld"],
        "nine women are told apart in no table"
    );
    assert_eq!(statuses(&of(Source::Pooled, 40)), ["withheld"; 6]);
}

#[test]
fn three_associations_over_two_periods_are_not_opened() {
    let roll = roll(3, 1);
    let task = task(&roll, |_| {});
    let mut waiting = Waiting::default();
    for seed in [1, 2] {
        let (published, still) = publish(&period(&task, &roll, &people(1..=3, seed)), &waiting);
        assert_eq!(statuses(&published), ["withheld"; 6]);
        waiting = still;
    }
}

#[test]
fn what_is_kept_back_did_not_answer() {
    let roll = roll(25, 3);
    let task = task(&roll, |_| {});
    let mut intake = Intake::new(task.clone(), roll).unwrap();
    for number in 1..=25 {
        let (open, _) = Count::prepare(&task.indicators[0], &task.mode, leaf(3, 40), 0);
        let count = if number <= 6 { Count::WITHHELD } else { open };
        intake
            .offer(&report(&task, number, 1, vec![count]).to_bytes())
            .unwrap();
    }
    let published = publish(&intake.freeze([0; 32], &secret(200)), &Waiting::default()).0;
    let total = published.table(CODE, Table::Total).unwrap();
    assert_eq!(
        (total.associations, total.of, total.status()),
        (19, 25, "partial")
    );
}

/// One period after the other, each with the corrections of `(association, amount)`.
fn corrected(rounds: &[&[(u8, i64)]]) -> (Vec<Published>, Vec<u64>, Waiting) {
    let roll = roll(25, 3);
    let task = task(&roll, |asked| {
        asked.tables = vec![Table::Total, Table::Sex, Table::Milieu]
    });
    let (mut all, mut fresh, mut waiting) = (Vec::new(), Vec::new(), Waiting::default());
    for (round, corrections) in rounds.iter().enumerate() {
        let mut numbers = people(1..=25, round as u64);
        fresh.push(numbers.values().flat_map(|(leaves, _)| *leaves).sum());
        for (number, amount) in *corrections {
            numbers.get_mut(number).unwrap().1 = *amount;
        }
        let (published, still) = publish(&period(&task, &roll, &numbers), &waiting);
        all.push(published);
        waiting = still;
    }
    (all, fresh, waiting)
}

#[test]
fn a_lone_correction_waits_and_five_are_booked() {
    let (periods, fresh, waiting) = corrected(&[&[(1, 30)], &[(2, -6)]]);
    for (period, fresh) in periods.iter().zip(fresh) {
        assert_eq!(
            value(period, Cell::Total),
            Some(fresh),
            "nothing of it is in what is published"
        );
    }
    assert_eq!(
        waiting
            .all()
            .map(|(_, who, much)| (who, much))
            .collect::<Vec<_>>()
            .len(),
        2
    );
    let kept = waiting
        .all()
        .map(|(code, who, much)| (code.to_owned(), who, much));
    assert_eq!(Waiting::from_all(kept), waiting);

    // Rural: 1, 2, 4, 5, 7. All wait until the fifth comes, then all are booked.
    let rounds: [&[(u8, i64)]; 4] = [&[(1, 30), (2, -6)], &[(4, 10), (5, 10)], &[(7, 50), (1, 5)], &[]];
    let (periods, fresh, waiting) = corrected(&rounds);
    assert_eq!(waiting, Waiting::default());
    let changed: Vec<u64> = periods
        .iter()
        .zip(&fresh)
        .map(|(period, fresh)| value(period, Cell::Total).unwrap() - fresh)
        .collect();
    assert_eq!(changed, [0, 0, 99, 0]);
    for table in [Table::Sex, Table::Milieu] {
        let cells = table
            .cells()
            .into_iter()
            .map(|cell| value(&periods[2], cell).unwrap());
        assert_eq!(
            cells.sum::<u64>(),
            fresh[2] + 99,
            "{table:?} adds up to the total"
        );
    }
    let year = annual(&periods, CODE, Table::Total).unwrap();
    assert_eq!(year.periods, 4);
    assert_eq!(year.cells, [(Cell::Total, fresh.iter().sum::<u64>() + 99)]);
}

#[test]
fn five_correctors_of_whom_one_stands_alone_in_a_block_wait() {
    let (_, _, waiting) = corrected(&[&[(1, 30), (2, 30), (4, 30), (5, 30), (3, 30)]]);
    assert_eq!(
        waiting.all().count(),
        5,
        "the urban cell would hold one correction"
    );
    assert!(waiting.all().any(|(_, who, _)| who == key(3)));
}

#[test]
fn nothing_falls_below_zero_nor_persons_below_ten() {
    // "Not stated" holds far fewer than 4,000: the corrections wait.
    let down: Vec<(u8, i64)> = [1, 2, 4, 5, 7].map(|number| (number, -800)).to_vec();
    let (periods, fresh, waiting) = corrected(&[&down]);
    assert_eq!(value(&periods[0], Cell::Total), Some(fresh[0]));
    assert_eq!(waiting.all().map(|(_, _, much)| much).sum::<i64>(), -4_000);
}

#[test]
fn a_ledger_that_was_touched_is_noticed() {
    let roll = roll(25, 3);
    let task = task(&roll, |_| {});
    let mut ledger = Ledger::default();
    let mut heads = vec![ledger.head()];
    for seed in 0..4 {
        let frozen = period(&task, &roll, &people(1..=25, seed));
        let published = publish(&frozen, &Waiting::default()).0;
        let opening = ledger
            .open(&frozen.manifest, &published, Timestamp(1_790_000_000))
            .clone();
        assert_eq!(opening.published(), published.hash());
        assert_eq!(
            opening.opened().len(),
            published.tables.iter().filter_map(|t| t.cells()).count()
        );
        heads.push(ledger.head());
    }
    let kept: Vec<Vec<u8>> = ledger
        .openings()
        .iter()
        .map(crate::share::Opening::to_bytes)
        .collect();
    let read = |kept: &[Vec<u8>]| Ledger::read(kept.iter().map(Vec::as_slice));
    assert_eq!(read(&kept), Ok(ledger.clone()));
    assert!(heads.iter().all(|head| ledger.contains(head).is_ok()));

    let cut = read(&kept[..3]).unwrap();
    assert_eq!(cut.contains(&heads[4]), Err(LedgerFault::HeadMissing));
    let mut without = kept.clone();
    without.remove(1);
    assert_eq!(read(&without), Err(LedgerFault::Broken { at: 1 }));
    let mut swapped = kept.clone();
    swapped.swap(1, 2);
    assert_eq!(read(&swapped), Err(LedgerFault::Broken { at: 1 }));
    for at in 0..kept.len() {
        for byte in 0..kept[at].len() {
            let mut touched = kept.clone();
            touched[at][byte] ^= 1;
            let noticed = read(&touched).map_or(true, |ledger| ledger.contains(&heads[4]).is_err());
            assert!(noticed, "opening {at} byte {byte}");
        }
    }
}
