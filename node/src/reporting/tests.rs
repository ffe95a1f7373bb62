//! What leaves and what does not, on a small association and tasks made here.

use std::path::Path;
use std::sync::Arc;

use tawro_core::indicator::{Indicator, catalogue};
use tawro_core::schema::Schema;
use tawro_core::share::{Asked, Report, Roll, Seat, Terms, asked};
use tawro_core::time::Timestamp;

use super::*;
use crate::driver::Founding;

pub(super) fn founded(home: &Path) -> Node {
    let founding = Founding {
        device: "A",
        passphrase: "نخلة ريح قارب",
    };
    let (mut node, _) = Node::found(home, &founding, Arc::new(Schema::builtin())).unwrap();
    // 12 October 2026: the third quarter is over and can be reported on.
    node.set_clock(|| Timestamp(1_791_800_000));
    node
}

fn add(node: &mut Node, kind: &str, texts: &[(&str, &str)]) -> String {
    let texts: Vec<_> = texts
        .iter()
        .map(|(key, text)| ((*key).to_owned(), (*text).to_owned()))
        .collect();
    node.add(kind, &texts).unwrap().to_string()
}

/// An activity that was held, with women born in 1999 who came to it.
pub(super) fn held(node: &mut Node, day: &str, women: usize) -> String {
    let activity = [
        ("title/ar", "دورة الخياطة"),
        ("starts_on", day),
        ("state", "done"),
    ];
    let activity = add(node, "activity", &activity);
    for at in 0..women {
        let given = format!("سناء {day} {at}");
        let person = [
            ("given_name/ar", given.as_str()),
            ("family_name/ar", "العلوي"),
            ("sex", "2"),
            ("birth_date", "1999"),
        ];
        let person = add(node, "person", &person);
        let came = [
            ("activity", activity.as_str()),
            ("person", person.as_str()),
            ("present", "1"),
        ];
        add(node, "attendance", &came);
    }
    activity
}

fn own(code: &str) -> &'static Indicator {
    catalogue()
        .iter()
        .find(|own| own.code.to_string() == code)
        .unwrap()
}

pub(super) fn terms(node: &Node, days: [&str; 2], indicators: Vec<Asked>) -> Terms {
    let seat = |key| Seat {
        key,
        milieu: None,
        domain: None,
    };
    let [start, end] = days.map(|day| day.parse().unwrap());
    Terms {
        start,
        end,
        mode: Mode::One {
            operator: "YES".to_owned(),
        },
        k: 5,
        roll: Roll::new([seat(node.statistics_key().unwrap())]).unwrap().hash(),
        indicators,
    }
}

pub(super) const THIRD: [&str; 2] = ["2026-07-01", "2026-09-30"];

pub(super) fn all_of(codes: &[&str]) -> Vec<Asked> {
    codes.iter().flat_map(|code| asked(own(code))).collect()
}

pub(super) fn take(node: &mut Node, terms: Terms) -> Task {
    let task = Task::new(terms).unwrap();
    node.take_task(&task.to_bytes()).unwrap()
}

pub(super) fn fates(node: &mut Node, task: &Task) -> Vec<(String, Fate, u64)> {
    let answers = node.answers(task, &BTreeSet::new()).unwrap();
    let told = answers.numbers.iter();
    told.map(|number| (number.asked.code.clone(), number.fate, number.count.total()))
        .collect()
}

fn fault(made: Result<Made, NodeError>) -> ReportFault {
    match made {
        Err(NodeError::Report(fault)) => fault,
        other => panic!("{other:?}"),
    }
}

pub(super) fn agree(node: &mut Node, task: &Task) {
    node.agree(task, &task.agreed()).unwrap();
}

#[test]
fn a_person_is_asked_again_when_the_terms_change_and_only_then() {
    let place = tempfile::tempdir().unwrap();
    let mut node = founded(&place.path().join("a"));
    let numbers = all_of(&["NT-G11", "NT-G12"]);
    let third = terms(&node, THIRD, numbers.clone());
    let task = take(&mut node, third.clone());
    let none = BTreeSet::new();
    assert_eq!(fault(node.report(&task, &none)), ReportFault::NotAgreed);
    let Err(NodeError::Report(other)) = node.agree(&task, &[7; 32]) else {
        panic!("agreed to what was never shown")
    };
    assert_eq!(other, ReportFault::OtherTerms);
    agree(&mut node, &task);
    let agreement = node.agreement(&task).unwrap().unwrap();
    assert_eq!(agreement.at, Timestamp(1_791_800_000));
    assert_eq!(node.report(&task, &none).unwrap().revision, 1);

    let fourth = terms(&node, ["2026-10-01", "2026-12-31"], numbers.clone());
    let next = take(&mut node, fourth);
    assert!(
        node.agreement(&next).unwrap().is_some(),
        "other days, the same terms"
    );
    let changed = take(&mut node, Terms { k: 6, ..third });
    assert!(node.agreement(&changed).unwrap().is_none());
    assert_eq!(fault(node.report(&changed, &none)), ReportFault::NotAgreed);
    agree(&mut node, &changed);
    assert!(node.agreement(&task).unwrap().is_none(), "the last word counts");
}

#[test]
fn a_number_above_its_bound_keeps_the_report_until_it_is_withheld() {
    let place = tempfile::tempdir().unwrap();
    let mut node = founded(&place.path().join("a"));
    let course = held(&mut node, "12/08/2026", 0);
    let people = own("NT-G12a");
    let heads = (people.bound + 1).to_string();
    add(
        &mut node,
        "attendance",
        &[("activity", &course), ("people", &heads), ("sex", "2")],
    );
    let terms = terms(&node, THIRD, all_of(&["NT-G11", "NT-G12a"]));
    let task = take(&mut node, terms);
    agree(&mut node, &task);
    assert_eq!(fates(&mut node, &task)[1].1, Fate::AboveBound);
    let refused = fault(node.report(&task, &BTreeSet::new()));
    assert_eq!(refused.code(), "report_above_bound");
    assert!(
        refused.facts().contains(&("code", "NT-G12a".to_owned())),
        "{refused:?}"
    );
    assert!(node.reports(&task).unwrap().is_empty(), "nothing is kept of it");
    let withheld = BTreeSet::from(["NT-G12a".to_owned()]);
    let made = node.report(&task, &withheld).unwrap();
    let report = Report::from_bytes(&made.bytes).unwrap();
    let counts = report.contribution().counts();
    assert_eq!(
        (counts[0].total(), counts[1].withheld, counts[1].total()),
        (1, true, 0)
    );
}

#[test]
fn few_persons_lose_their_age_or_stay() {
    let place = tempfile::tempdir().unwrap();
    let mut node = founded(&place.path().join("a"));
    held(&mut node, "12/08/2026", 3);
    let third = terms(&node, THIRD, all_of(&["NT-G12"]));
    let task = take(&mut node, third);
    assert_eq!(fates(&mut node, &task), [("NT-G12".to_owned(), Fate::TooFew, 0)]);
    let course = held(&mut node, "13/08/2026", 3);
    let man = [
        ("given_name/ar", "عمر"),
        ("family_name/ar", "العلوي"),
        ("sex", "1"),
        ("birth_date", "1960"),
    ];
    let man = add(&mut node, "person", &man);
    add(
        &mut node,
        "attendance",
        &[("activity", &course), ("person", &man), ("present", "1")],
    );
    assert_eq!(fates(&mut node, &task), [("NT-G12".to_owned(), Fate::Moved, 7)]);
    held(&mut node, "14/08/2026", 5);
    let answers = node.answers(&task, &BTreeSet::new()).unwrap();
    assert!(
        answers.numbers[0]
            .count
            .leaves
            .iter()
            .all(|number| *number == 0 || *number > 4)
    );
}

#[test]
fn what_nobody_here_knows_or_what_does_not_fit_word_by_word_stays() {
    let place = tempfile::tempdir().unwrap();
    let mut node = founded(&place.path().join("a"));
    held(&mut node, "12/08/2026", 6);
    let [people] = all_of(&["NT-G12"]).try_into().unwrap();
    // A count of persons that says it counts things would leave with every small cell in it.
    let disguised = Asked {
        unit: tawro_core::share::Unit::Number,
        ..people.clone()
    };
    let reworded = Asked {
        definition: [9; 32],
        ..people.clone()
    };
    let stranger = Asked {
        code: "NT-Z99".to_owned(),
        ..people
    };
    for question in [disguised, reworded, stranger] {
        let code = question.code.clone();
        let third = terms(&node, THIRD, vec![question]);
        let task = take(&mut node, third);
        assert_eq!(fates(&mut node, &task), [(code, Fate::Unknown, 0)]);
    }
}

#[test]
fn tasks_that_cannot_be_answered_are_not_taken_in() {
    let place = tempfile::tempdir().unwrap();
    let mut node = founded(&place.path().join("a"));
    let numbers = all_of(&["NT-G11"]);
    let two = Mode::Two {
        leader: "YES".to_owned(),
        helper: "HCP".to_owned(),
    };
    let third = terms(&node, THIRD, numbers.clone());
    let shares = Task::new(Terms { mode: two, ..third }).unwrap();
    let odd = Task::new(terms(&node, ["2026-07-02", "2026-09-30"], numbers)).unwrap();
    for (bytes, code) in [
        (b"not a task".to_vec(), "task_unreadable"),
        (shares.to_bytes(), "task_two_operators"),
        (odd.to_bytes(), "task_no_period"),
    ] {
        let Err(NodeError::Report(fault)) = node.take_task(&bytes) else {
            panic!("{code}")
        };
        assert_eq!(fault.code(), code);
    }
    assert!(node.periods_asked().unwrap().is_empty());
}

#[test]
fn a_report_is_audited_red_when_a_byte_flips_or_the_records_go_on() {
    let place = tempfile::tempdir().unwrap();
    let mut node = founded(&place.path().join("a"));
    held(&mut node, "12/08/2026", 6);
    let third = terms(&node, THIRD, all_of(&["NT-G11", "NT-G12"]));
    let task = take(&mut node, third);
    agree(&mut node, &task);
    let made = node.report(&task, &BTreeSet::new()).unwrap();
    assert!(node.audit(&made.bytes).unwrap().holds());
    assert_eq!(node.reports(&task).unwrap()[0].bytes, made.bytes);
    for at in 0..made.bytes.len() {
        let mut flipped = made.bytes.clone();
        flipped[at] ^= 1;
        let holds = node.audit(&flipped).is_ok_and(|audit| audit.holds());
        assert!(!holds, "byte {at}");
    }
    held(&mut node, "13/08/2026", 0);
    let audit = node.audit(&made.bytes).unwrap();
    assert!(audit.is_signed && audit.is_kept && !audit.holds());
    assert_eq!(
        (audit.changed, audit.differ),
        (Vec::new(), vec!["NT-G11".to_owned()])
    );
}

#[test]
fn corrected_is_a_revision_and_withdrawn_is_one_without_numbers() {
    let place = tempfile::tempdir().unwrap();
    let mut node = founded(&place.path().join("a"));
    held(&mut node, "12/08/2026", 6);
    let third = terms(&node, THIRD, all_of(&["NT-G11", "NT-G12"]));
    let task = take(&mut node, third);
    agree(&mut node, &task);
    let none = BTreeSet::new();
    let first = Report::from_bytes(&node.report(&task, &none).unwrap().bytes).unwrap();
    let second = Report::from_bytes(&node.report(&task, &none).unwrap().bytes).unwrap();
    assert_eq!(second.contribution().revision(), 2);
    assert_ne!(first.contribution().report(), second.contribution().report());
    let gone = node.withdraw_report(&task).unwrap();
    let report = Report::from_bytes(&gone.bytes).unwrap();
    assert_eq!(report.contribution().revision(), 3);
    assert!(report.contribution().counts().iter().all(|count| count.withheld));
    assert!(report.verify().is_ok());
    assert!(node.agreement(&task).unwrap().is_none(), "asked again");
    assert!(node.audit(&gone.bytes).unwrap().holds());
}

#[test]
fn what_an_earlier_period_lacked_is_booked_into_the_next_once() {
    let place = tempfile::tempdir().unwrap();
    let mut node = founded(&place.path().join("a"));
    held(&mut node, "12/05/2026", 6);
    let none = BTreeSet::new();
    let numbers = all_of(&["NT-G11", "NT-G12"]);
    let second = terms(&node, ["2026-04-01", "2026-06-30"], numbers.clone());
    let second = take(&mut node, second);
    agree(&mut node, &second);
    node.report(&second, &none).unwrap();
    held(&mut node, "13/05/2026", 7);
    held(&mut node, "12/08/2026", 6);
    let third = terms(&node, THIRD, numbers.clone());
    let third = take(&mut node, third);
    let plus = |node: &mut Node, task: &Task| {
        let numbers = node.answers(task, &BTreeSet::new()).unwrap().numbers;
        numbers
            .iter()
            .map(|number| (number.count.plus, number.count.minus))
            .collect::<Vec<_>>()
    };
    assert_eq!(plus(&mut node, &third), [(1, 0), (7, 0)]);
    node.report(&third, &none).unwrap();
    let fourth = terms(&node, ["2026-10-01", "2026-12-31"], numbers.clone());
    let fourth = take(&mut node, fourth);
    assert_eq!(plus(&mut node, &fourth), [(0, 0), (0, 0)], "booked once");
    let next = terms(&node, ["2027-01-01", "2027-03-31"], numbers);
    held(&mut node, "14/08/2026", 9);
    let next = take(&mut node, next);
    assert_eq!(
        plus(&mut node, &next),
        [(0, 0), (0, 0)],
        "a year ends with its last period"
    );
}

/// A task about a quarter of 2026, with what was corrected in its answer to the one question.
pub(super) fn quarter(node: &mut Node, days: [&str; 2]) -> (Task, (Fate, u64, u64)) {
    let terms = terms(node, days, all_of(&["NT-G12"]));
    let task = take(node, terms);
    let numbers = node.answers(&task, &BTreeSet::new()).unwrap().numbers;
    let count = &numbers[0].count;
    let said = (numbers[0].fate, count.total(), count.plus);
    (task, said)
}

#[test]
fn what_was_too_few_waits_until_more_come_and_what_a_person_withheld_does_not() {
    let place = tempfile::tempdir().unwrap();
    let mut node = founded(&place.path().join("a"));
    let none = BTreeSet::new();
    held(&mut node, "12/02/2026", 3);
    let (first, said) = quarter(&mut node, ["2026-01-01", "2026-03-31"]);
    assert_eq!(said, (Fate::TooFew, 0, 0));
    agree(&mut node, &first);
    node.report(&first, &none).unwrap();
    let (second, said) = quarter(&mut node, ["2026-04-01", "2026-06-30"]);
    assert_eq!(
        said,
        (Fate::Leaves, 0, 0),
        "three are too few for a correction too"
    );
    node.report(&second, &none).unwrap();
    held(&mut node, "13/02/2026", 30);
    let (third, said) = quarter(&mut node, THIRD);
    assert_eq!(said, (Fate::Leaves, 0, 33));
    // What a person withholds stays, of a year that goes on.
    let withheld = BTreeSet::from(["NT-G12".to_owned()]);
    held(&mut node, "12/08/2026", 6);
    node.report(&third, &withheld).unwrap();
    let (_, said) = quarter(&mut node, ["2026-10-01", "2026-12-31"]);
    assert_eq!(
        said,
        (Fate::Leaves, 0, 33),
        "of the first quarter and not of the third"
    );
}

#[test]
fn what_is_taken_back_ends_its_own_agreement_and_no_other() {
    let place = tempfile::tempdir().unwrap();
    let mut node = founded(&place.path().join("a"));
    let third = terms(&node, THIRD, all_of(&["NT-G11"]));
    let third = take(&mut node, third);
    agree(&mut node, &third);
    node.report(&third, &BTreeSet::new()).unwrap();
    let fourth = terms(&node, ["2026-10-01", "2026-12-31"], all_of(&["NT-G11", "NT-G12"]));
    let fourth = take(&mut node, fourth);
    agree(&mut node, &fourth);
    node.withdraw_report(&third).unwrap();
    assert!(node.agreement(&fourth).unwrap().is_some(), "other terms");
    node.end_agreement(&fourth).unwrap();
    assert!(node.agreement(&fourth).unwrap().is_none());
    assert!(node.reports(&fourth).unwrap().is_empty(), "nothing is made");
}

#[test]
fn who_does_not_manage_sees_and_sends_nothing() {
    let place = tempfile::tempdir().unwrap();
    let mut node = founded(&place.path().join("a"));
    let third = terms(&node, THIRD, all_of(&["NT-G11"]));
    let task = take(&mut node, third);
    agree(&mut node, &task);
    node.hold_to(tawro_core::schema::Access::of(["treasurer"]));
    let none = BTreeSet::new();
    assert!(matches!(node.report(&task, &none), Err(NodeError::NotAllowed)));
    assert!(matches!(node.withdraw_report(&task), Err(NodeError::NotAllowed)));
    assert!(matches!(node.answers(&task, &none), Err(NodeError::NotAllowed)));
    assert!(matches!(node.audit(b""), Err(NodeError::NotAllowed)));
    assert!(matches!(node.progress(), Err(NodeError::NotAllowed)));
    assert!(matches!(node.progress_shown(), Err(NodeError::NotAllowed)));
    assert!(matches!(
        node.show_progress(&none, true),
        Err(NodeError::NotAllowed)
    ));
    assert!(matches!(
        node.take_task(&task.to_bytes()),
        Err(NodeError::NotAllowed)
    ));
    assert!(matches!(node.statistics_key(), Err(NodeError::NotAllowed)));
}
