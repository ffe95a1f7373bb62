//! Numbers that leave together, or stay together.

use std::collections::BTreeSet;

use tawro_core::share::Count;

use super::{Fate, correct_no_half, part_no_pair};
use crate::driver::Node;
use crate::reporting::tests::{THIRD, agree, all_of, fates, founded, held, quarter, take, terms};

#[test]
fn who_withholds_one_of_a_family_withholds_all_of_it() {
    let place = tempfile::tempdir().unwrap();
    let mut node = founded(&place.path().join("a"));
    let money = ["NT-G09", "NT-G10", "NT-G10a", "NT-G10b", "NT-G10c"];
    let third = terms(&node, THIRD, all_of(&money));
    let task = take(&mut node, third);
    agree(&mut node, &task);
    let withheld = BTreeSet::from(["NT-G10c".to_owned()]);
    let numbers = node.answers(&task, &withheld).unwrap().numbers;
    let fates: Vec<Fate> = numbers.iter().map(|number| number.fate).collect();
    assert_eq!(fates[0], Fate::Leaves);
    assert_eq!(fates[1..], [Fate::Withheld; 4]);
    let made = node.report(&task, &withheld).unwrap();
    assert_eq!(made.withheld.len(), 4);
    assert!(node.audit(&made.bytes).unwrap().holds());
}

#[test]
fn a_period_that_was_taken_back_is_corrected_in_no_other() {
    let place = tempfile::tempdir().unwrap();
    let mut node = founded(&place.path().join("a"));
    held(&mut node, "12/02/2026", 6);
    let none = BTreeSet::new();
    let report = |node: &mut Node, days: [&str; 2]| {
        let (task, said) = quarter(node, days);
        agree(node, &task);
        node.report(&task, &none).unwrap();
        said
    };
    report(&mut node, ["2026-01-01", "2026-03-31"]);
    report(&mut node, ["2026-01-01", "2026-06-30"]);
    held(&mut node, "13/02/2026", 30);
    let (_, _, plus) = report(&mut node, ["2026-07-01", "2026-09-30"]);
    assert_eq!(
        plus, 0,
        "booked once it is told which of the two stands, and not twice"
    );
}

#[test]
fn of_a_pair_both_numbers_leave_or_none() {
    let place = tempfile::tempdir().unwrap();
    let mut node = founded(&place.path().join("a"));
    let third = terms(&node, THIRD, all_of(&["NT-R12"]));
    let task = take(&mut node, third);
    let all: Vec<Fate> = fates(&mut node, &task)
        .into_iter()
        .map(|(_, fate, _)| fate)
        .collect();
    assert_eq!(all, [Fate::Leaves, Fate::Leaves]);
    let withheld = BTreeSet::from(["NT-R12".to_owned()]);
    let answers = node.answers(&task, &withheld).unwrap();
    assert!(answers.numbers.iter().all(|number| number.fate == Fate::Withheld));
    // Where few persons keep the one here, the other stays with it.
    let mut numbers = node.answers(&task, &BTreeSet::new()).unwrap().numbers;
    numbers[0].count = Count::WITHHELD;
    numbers[0].fate = Fate::TooFew;
    part_no_pair(&mut numbers);
    assert!(numbers[1].count.withheld && numbers[1].fate == Fate::TooFew);
    // Where a correction of few persons waits, that of the other waits with it.
    let mut numbers = node.answers(&task, &BTreeSet::new()).unwrap().numbers;
    numbers[1].count.plus = 12;
    correct_no_half(&mut numbers, &[2, 12]);
    assert_eq!(numbers[1].count.plus, 0);
    numbers[1].count.plus = 12;
    correct_no_half(&mut numbers, &[0, 12]);
    assert_eq!(numbers[1].count.plus, 12, "nothing of the other waits");
}
