//! What a programme says, read: baselines that came late, days that come again, words in a reader's language.

use super::{cells, draw, programme};
use crate::indicator::catalogue;
use crate::schema::published::INDICATORS;
use crate::schema::{Date, Scalar, Schema};
use crate::text::Lang;

fn day(text: &str) -> Date {
    Date::from_iso(text).unwrap()
}

/// Whether a baseline of that day is late, of a programme that began then and whose first figures came out then.
fn late(on: Option<&str>, started: Option<&str>, published: Option<&str>) -> bool {
    let mut target = cells(&[
        ("statement/ar", "25 جمعية".into()),
        ("indicator", "NT-O01".into()),
        ("value", 25.into()),
        ("baseline", 3.into()),
    ]);
    target.extend(on.map(|on| ("baseline_on".to_owned(), Scalar::from(on))));
    let mut profile = cells(&[("name/ar", "نتطوروا".into())]);
    profile.extend(started.map(|day| ("started_on".to_owned(), Scalar::from(day))));
    let mut second = cells(&[("period", "2026-H2".into())]);
    let mut first = cells(&[("period", "2026-H1".into())]);
    first.extend(published.map(|day| ("published_on".to_owned(), Scalar::from(day))));
    second.extend(published.map(|_| ("published_on".to_owned(), Scalar::from("2027-03-01"))));
    let programme = programme(&[
        ("target", target),
        ("programme_profile", profile),
        ("report_period", second),
        ("report_period", first),
    ]);
    let targets = programme.targets();
    assert_eq!(targets.len(), 1);
    targets[0].baseline.as_ref().unwrap().late
}

#[test]
fn a_baseline_is_late_after_the_start_or_the_first_figures() {
    assert!(!late(Some("2023-12-20"), Some("2024-01"), None));
    assert!(
        !late(Some("2024-01-15"), Some("2024-01"), None),
        "in the month in which it began"
    );
    assert!(
        !late(Some("2024"), Some("2024-01"), None),
        "in the year in which it began"
    );
    assert!(late(Some("2024-02-01"), Some("2024-01"), None));
    assert!(late(Some("2024-02-01"), Some("2024-01"), Some("2026-07-25")));
    assert!(!late(Some("2026-07-25"), None, Some("2026-07-25")));
    assert!(late(Some("2026-07-26"), None, Some("2026-07-25")));
    assert!(!late(Some("2026-07-26"), None, None));
    assert!(late(None, None, None), "nobody says when");
}

#[test]
fn a_target_is_of_a_year_or_of_the_whole() {
    let target = |year: Option<i64>, value: i64| {
        let mut target = cells(&[
            ("statement/fr", "Trois formations".into()),
            ("indicator", "NT-O02".into()),
            ("value", value.into()),
        ]);
        target.extend(year.map(|year| ("year".to_owned(), Scalar::from(year))));
        ("target", target)
    };
    let targets = programme(&[target(Some(2025), 1), target(None, 3), target(Some(2024), 2)]).targets();
    let read: Vec<_> = targets.iter().map(|target| (target.year, target.value)).collect();
    assert_eq!(read, [(None, 3), (Some(2024), 2), (Some(2025), 1)]);
    assert!(targets.iter().all(|target| target.baseline.is_none()));
    assert_eq!(targets[0].statement.say(Lang::Ar), "Trois formations");
    assert_eq!(targets[0].statement.language(Lang::Ar), Some("fr"));
}

#[test]
fn a_period_closes_when_its_window_does() {
    let period = |text: &str| ("report_period", cells(&[("period", text.into())]));
    let programme = programme(&[period("2026-H2"), period("2026-H1")]);
    let closes = programme
        .periods()
        .into_iter()
        .map(|period| period.period.closes());
    assert_eq!(closes.collect::<Vec<_>>(), [day("2026-07-20"), day("2027-02-14")]);
}

#[test]
fn a_day_of_the_law_comes_again() {
    let next = |due: Option<&str>, yearly: bool, today: &str| {
        let mut law = cells(&[
            ("what/ar", "حسابات الدعم العمومي".into()),
            ("yearly", yearly.into()),
        ]);
        law.extend(due.map(|due| ("due_on".to_owned(), Scalar::from(due))));
        let programme = programme(&[("legal_deadline", law)]);
        programme.legal_deadlines()[0].next(day(today))
    };
    assert_eq!(
        next(Some("2026-03-15"), true, "2026-03-15"),
        Some(day("2026-03-15"))
    );
    assert_eq!(
        next(Some("2026-03-15"), true, "2026-03-16"),
        Some(day("2027-03-15"))
    );
    assert_eq!(
        next(Some("2020-03-15"), true, "2026-03-14"),
        Some(day("2026-03-15"))
    );
    assert_eq!(
        next(Some("2024-02-29"), true, "2026-01-10"),
        Some(day("2026-02-28"))
    );
    assert_eq!(next(Some("2026-03-15"), false, "2026-03-16"), None);
    assert_eq!(next(None, true, "2026-03-16"), None);
}

#[test]
fn an_announcement_stands_until_its_day_is_over() {
    let announced = cells(&[("title/ar", "تكوين".into()), ("until", "2026-05".into())]);
    let programme = draw(&[("announcement", announced)]).programme;
    let announcement = &programme.announcements()[0];
    assert!(announcement.stands(day("2026-05-31")) && !announcement.stands(day("2026-06-01")));
}

#[test]
fn a_target_may_name_every_indicator_of_the_catalogue() {
    let schema = Schema::builtin();
    let codes: Vec<String> = catalogue()
        .iter()
        .map(|indicator| indicator.code.to_string())
        .collect();
    assert_eq!(schema.vocabulary(INDICATORS).unwrap().codes(), codes);
}
