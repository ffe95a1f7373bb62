//! Figures of a small association, counted by hand.

use std::path::Path;
use std::sync::Arc;

use tawro_core::indicator::{Age, Leaf, Sex};
use tawro_core::schema::Schema;

use super::*;
use crate::driver::Founding;

const PASSPHRASE: &str = "نخلة ريح قارب";

fn founded(home: &Path) -> Node {
    let founding = Founding {
        device: "A",
        passphrase: PASSPHRASE,
    };
    let (node, _) = Node::found(home, &founding, Arc::new(Schema::builtin())).unwrap();
    node
}

fn add(node: &mut Node, kind: &str, texts: &[(&str, &str)]) -> String {
    let texts: Vec<_> = texts
        .iter()
        .map(|(key, text)| ((*key).to_owned(), (*text).to_owned()))
        .collect();
    node.add(kind, &texts).unwrap().to_string()
}

fn person(node: &mut Node, given: &str, sex: &str, birth: &str) -> String {
    let texts = [
        ("given_name/ar", given),
        ("family_name/ar", "العلوي"),
        ("sex", sex),
        ("birth_date", birth),
    ];
    add(node, "person", &texts)
}

fn figure(node: &mut Node, code: &str) -> Figure {
    let period = "2026-Q3".parse().unwrap();
    let all = node.figures(period).unwrap();
    let found = all
        .into_iter()
        .find(|(indicator, _)| indicator.code.to_string() == code);
    found.unwrap().1.unwrap()
}

#[test]
fn who_took_part_is_counted_once_and_told_apart() {
    let place = tempfile::tempdir().unwrap();
    let mut node = founded(&place.path().join("a"));
    let held = [
        ("title/ar", "دورة الخياطة"),
        ("activity_type", "training"),
        ("starts_on", "12/08/2026"),
        ("state", "done"),
    ];
    let course = add(&mut node, "activity", &held);
    let later = [
        ("title/ar", "دورة"),
        ("starts_on", "12/10/2026"),
        ("state", "done"),
    ];
    add(&mut node, "activity", &later);
    let planned = [
        ("title/ar", "رحلة"),
        ("starts_on", "13/08/2026"),
        ("state", "planned"),
    ];
    let trip = add(&mut node, "activity", &planned);
    let woman = person(&mut node, "سناء", "2", "1999");
    let man = person(&mut node, "عمر", "1", "1960");
    let unknown = person(&mut node, "إلهام", "", "");
    for (who, what) in [
        (&woman, &course),
        (&man, &course),
        (&unknown, &course),
        (&man, &trip),
    ] {
        add(
            &mut node,
            "attendance",
            &[("activity", what), ("person", who), ("present", "1")],
        );
    }
    let enrolled = [("person", woman.as_str()), ("entered_on", "01/07/2026")];
    add(&mut node, "beneficiary", &enrolled);
    let many = [("activity", course.as_str()), ("people", "12"), ("sex", "2")];
    add(&mut node, "attendance", &many);

    assert_eq!(figure(&mut node, "NT-G11").total(), 1);
    let people = figure(&mut node, "NT-G12");
    assert_eq!(people.total(), 3);
    let at = |sex, age| people.leaves[Leaf { sex, age }.place()];
    assert_eq!(at(Sex::Female, Age::From18To34), 1);
    assert_eq!(at(Sex::Male, Age::From60), 1);
    assert_eq!(at(Sex::NotStated, Age::NotStated), 1);
    assert_eq!(figure(&mut node, "NT-G12a").total(), 12);

    // Which records are behind a number is shown here, and nowhere else.
    let period = "2026-Q3".parse().unwrap();
    let all = node.figures(period).unwrap();
    let (people, _) = all
        .into_iter()
        .find(|(indicator, _)| indicator.code.to_string() == "NT-G12")
        .unwrap();
    let leaf = Leaf {
        sex: Sex::Female,
        age: Age::From18To34,
    };
    let behind = node
        .behind(people, period, Cell::SexAge(leaf), Side::Number)
        .unwrap();
    assert_eq!(behind.len(), 1);
    assert_eq!(behind[0].0.to_string(), woman);
    assert!(behind[0].1.contains("سناء"));
}

#[test]
fn facts_of_the_association_follow_what_it_keeps() {
    let place = tempfile::tempdir().unwrap();
    let mut node = founded(&place.path().join("a"));
    assert_eq!(figure(&mut node, "NT-R11").total(), 0);
    assert_eq!(figure(&mut node, "NT-R08").total(), 0, "nobody is a member yet");
    let period = [
        ("label", "2026"),
        ("starts_on", "01/01/2026"),
        ("ends_on", "31/12/2026"),
    ];
    let rates = [("amount_active", "200")];
    add(&mut node, "dues_period", &[period.as_slice(), &rates].concat());
    let member = |node: &mut Node, given: &str, more: &[(&str, &str)]| {
        let known = [
            ("given_name/ar", given),
            ("family_name/ar", "بناني"),
            ("category", "active"),
        ];
        add(node, "member", &[known.as_slice(), more].concat())
    };
    let all = [("sex", "2"), ("birth_date", "1990"), ("phone", "0661234567")];
    for given in [
        "سناء",
        "إيمان",
        "ليلى",
        "هدى",
        "مريم",
        "نادية",
        "سعاد",
        "رجاء",
        "أسماء",
    ] {
        member(&mut node, given, &all);
    }
    assert_eq!(figure(&mut node, "NT-R08").total(), 1);
    member(&mut node, "عمر", &[]);
    assert_eq!(figure(&mut node, "NT-R08").total(), 1, "nine of ten are enough");
    member(&mut node, "علي", &[]);
    assert_eq!(figure(&mut node, "NT-R08").total(), 0);
    node.copy_to(&place.path().join("copy.tawro")).unwrap();
    let today = node.clock().date();
    let period: Period = format!("{}-{:02}", today.0, today.1).parse().unwrap();
    let figures = node.figures(period).unwrap();
    let copy = figures.iter().find(|(one, _)| one.code.to_string() == "NT-R11");
    assert_eq!(copy.unwrap().1.as_ref().unwrap().total(), 1);
}

#[test]
fn who_left_since_or_owes_nothing_is_a_member_of_the_period_all_the_same() {
    let place = tempfile::tempdir().unwrap();
    let mut node = founded(&place.path().join("a"));
    let period = [
        ("label", "2026"),
        ("starts_on", "01/01/2026"),
        ("ends_on", "31/12/2026"),
        ("amount_active", "200"),
        ("amount_honorary", "0"),
    ];
    let dues = add(&mut node, "dues_period", &period);
    let member = |node: &mut Node, given: &str, more: &[(&str, &str)]| {
        let known = [
            ("given_name/ar", given),
            ("family_name/ar", "بناني"),
            ("sex", "2"),
            ("birth_date", "1990"),
        ];
        let person = add(
            node,
            "person",
            &[known.as_slice(), &[("phone", "0661234567")]].concat(),
        );
        add(
            node,
            "membership",
            &[[("person", person.as_str())].as_slice(), more].concat(),
        )
    };
    for given in ["سناء", "إيمان", "ليلى", "هدى"] {
        member(&mut node, given, &[("category", "active")]);
    }
    member(&mut node, "نادية", &[("category", "honorary")]);
    let gone = [("category", "active"), ("status", "resigned")];
    // After the quarter, and before it.
    member(
        &mut node,
        "سعاد",
        &[gone.as_slice(), &[("left_on", "01/11/2026")]].concat(),
    );
    let left = member(
        &mut node,
        "رجاء",
        &[gone.as_slice(), &[("left_on", "01/03/2026")]].concat(),
    );
    let paid = [
        ("membership", left.as_str()),
        ("period", dues.as_str()),
        ("amount", "200"),
        ("paid_on", "02/02/2026"),
    ];
    add(&mut node, "payment", &paid);
    let seen = node.observed("2026-Q3".parse().unwrap()).unwrap();
    assert_eq!((seen.members, seen.members_complete), (6, 6));
    assert_eq!((seen.dues_owed, seen.dues_paid), (1_200, 200));
}

#[test]
fn what_has_no_records_yet_says_what_it_waits_for() {
    let place = tempfile::tempdir().unwrap();
    let mut node = founded(&place.path().join("a"));
    let figures = node.figures("2026-Q3".parse().unwrap()).unwrap();
    let archive = figures
        .iter()
        .find(|(one, _)| one.code.to_string() == "NT-R04")
        .unwrap();
    assert!(archive.1.as_ref().is_err_and(|waits| !waits.awaited.is_empty()));
}

#[test]
fn what_a_programme_did_is_counted_from_its_own_register() {
    let place = tempfile::tempdir().unwrap();
    let mut node = founded(&place.path().join("a"));
    add(
        &mut node,
        "association",
        &[("name/ar", "جمعية تجريبية"), ("runs_programme", "1")],
    );
    for (name, signed) in [
        ("الأولى", "01/07/2026"),
        ("الثانية", "02/08/2026"),
        ("الثالثة", ""),
    ] {
        add(
            &mut node,
            "participant",
            &[("name/ar", name), ("signed_on", signed)],
        );
    }
    let course = add(&mut node, "course", &[("title/ar", "الأرشفة الرقمية")]);
    let session = |node: &mut Node, day: &str, hours: &str| {
        let texts = [
            ("title/ar", "حصة"),
            ("activity_type", "training"),
            ("of_course", course.as_str()),
            ("starts_on", day),
            ("hours", hours),
        ];
        add(node, "activity", &texts)
    };
    let (first, second) = (
        session(&mut node, "05/07/2026", "4"),
        session(&mut node, "06/07/2026", "1"),
    );
    let woman = person(&mut node, "سناء", "2", "1999");
    let man = person(&mut node, "عمر", "1", "1990");
    for who in [&woman, &man] {
        add(&mut node, "trainee", &[("person", who)]);
    }
    for (who, what) in [(&woman, &first), (&man, &second)] {
        add(
            &mut node,
            "attendance",
            &[("activity", what), ("person", who), ("present", "1")],
        );
    }
    for content in ["5", "2"] {
        add(
            &mut node,
            "questionnaire",
            &[("session", &first), ("content", content)],
        );
    }
    let total = |node: &mut Node, code: &str| {
        let figure = figure(node, code);
        let of = figure.of.map(|of| of.iter().sum::<u64>());
        (figure.total(), of)
    };
    assert_eq!(total(&mut node, "NT-O01"), (2, None));
    assert_eq!(total(&mut node, "NT-O02"), (1, None));
    assert_eq!(total(&mut node, "NT-O03"), (5, None));
    assert_eq!(total(&mut node, "NT-O04"), (2, None));
    assert_eq!(total(&mut node, "NT-O05"), (1, Some(2)));
    assert_eq!(
        total(&mut node, "NT-O08"),
        (1, Some(2)),
        "four of five hours are four fifths"
    );
    assert_eq!(total(&mut node, "NT-O10"), (1, Some(2)));
}
