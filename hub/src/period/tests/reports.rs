//! Reports that are rejected, and what is kept of them.

use tawro_core::share::{REPORT_BYTES_MAX, Report, Taken, Task, Terms};

use super::sample::{AFTER, Place, WITHIN, counts, indicators, name, period, report, report_of, secret};
use crate::period::Early;

const QUARTER: &str = "2026-Q3";
/// A key with its head, and a signature with its own: what stands around a contribution.
const KEY: usize = 35;
const SIGNATURE: usize = 66;

fn begun() -> (Place, Task) {
    let mut place = Place::of(25);
    place.periods.begin(period(QUARTER), &indicators()).unwrap();
    let task = place.task(period(QUARTER));
    (place, task)
}

/// The place of the activities among a task's indicators: things, of which there may be many.
fn activities(task: &Task) -> usize {
    let mut asked = task.indicators.iter();
    asked.position(|asked| asked.code == "NT-G11").unwrap()
}

/// Numbers that fit other terms, signed as if they answered this task.
fn forged(task: &Task, number: u8, change: impl Fn(&mut Terms)) -> Vec<u8> {
    let mut terms = (**task).clone();
    change(&mut terms);
    let looser = Task::new(terms).unwrap();
    let mut counts = counts(&looser, 7);
    let at = activities(task);
    counts[at].leaves[14] = looser.indicators[at].bound;
    let bytes = report_of(&looser, number, 1, counts).to_bytes();
    let mut contribution = bytes[KEY..bytes.len() - SIGNATURE].to_vec();
    let at = contribution
        .windows(32)
        .position(|window| window == looser.id().0)
        .unwrap();
    contribution[at..at + 32].copy_from_slice(&task.id().0);
    let signature = secret(number).sign("statistics-report", &contribution);
    let forged = [&bytes[..KEY], &contribution, &[0x58, 0x40], &signature].concat();
    assert_eq!(Report::from_bytes(&forged).unwrap().verify(), Ok(()));
    forged
}

#[test]
fn what_may_not_count_is_rejected_and_told() {
    let (mut place, task) = begun();
    let quarter = period(QUARTER);
    let good = report(&task, 1, 2);
    let mut unsigned = report(&task, 2, 1);
    let last = unsigned.len() - 1;
    unsigned[last] ^= 1;
    let another = |change: fn(&mut Terms)| {
        let mut terms = (*task).clone();
        change(&mut terms);
        Task::new(terms).unwrap()
    };
    let later = another(|terms| terms.end = "2026-09-29".parse().unwrap());
    // The same id under other numbers: what a replay with a change would be.
    let replayed = {
        let mut counts = counts(&task, 1);
        counts[activities(&task)].leaves[14] += 7;
        report_of(&task, 1, 2, counts).to_bytes()
    };
    let reports = vec![
        good.clone(),
        good,
        replayed,
        report(&task, 1, 1),
        unsigned,
        forged(&task, 3, |terms| terms.indicators[activities(&task)].bound *= 2),
        report(&later, 4, 1),
        report(&task, 99, 1),
        b"a letter to the editor".to_vec(),
        vec![0; REPORT_BYTES_MAX + 1],
    ];
    let answers = place.periods.take(&reports, WITHIN).unwrap();
    let told: Vec<(Option<&str>, Result<Taken, &str>)> = answers
        .iter()
        .map(|answer| {
            let outcome = answer.outcome.as_ref().copied().map_err(|reject| reject.code());
            (answer.association.as_deref(), outcome)
        })
        .collect();
    let names = [1, 3, 4].map(name);
    let [first, third, fourth] = [0, 1, 2].map(|at| Some(names[at].as_str()));
    assert_eq!(
        told,
        [
            (first, Ok(Taken::New)),
            (first, Ok(Taken::Already)),
            (first, Err("report_replayed")),
            (first, Err("report_superseded")),
            (None, Err("report_unsigned")),
            (third, Err("report_out_of_range")),
            (fourth, Err("report_other_task")),
            (None, Err("report_not_registered")),
            (None, Err("report_malformed")),
            (None, Err("report_malformed")),
        ]
    );
    let status = place.periods.status(quarter).unwrap();
    assert_eq!((status.reports, status.missing.len()), (1, 24));
    let kept: Vec<(Option<String>, String)> = status
        .rejected
        .into_iter()
        .map(|one| (one.association, one.code))
        .collect();
    let expected = told.iter().filter_map(|(association, outcome)| {
        let code = outcome.as_ref().err()?;
        Some((association.map(str::to_owned), (*code).to_owned()))
    });
    assert_eq!(kept, expected.collect::<Vec<_>>());

    // Nothing of it counts.
    place.finish(quarter);
    let notice = place.periods.notice(quarter).unwrap();
    assert_eq!(notice.told()[0].0.entries().len(), 1);
}

#[test]
fn a_late_report_is_told_so_and_one_that_counts_is_not() {
    let (mut place, task) = begun();
    let (first, second) = (report(&task, 1, 1), report(&task, 2, 1));
    place.periods.take(std::slice::from_ref(&first), WITHIN).unwrap();
    place.periods.freeze(period(QUARTER), Early::Wait, AFTER).unwrap();
    let mut unsigned = report(&task, 3, 1);
    let last = unsigned.len() - 1;
    unsigned[last] ^= 1;
    let answers = place.periods.take(&[first, second, unsigned], AFTER).unwrap();
    let codes: Vec<_> = answers
        .iter()
        .map(|answer| answer.outcome.as_ref().map_err(|reject| reject.code()))
        .collect();
    assert_eq!(
        codes,
        [Ok(&Taken::Already), Err("report_late"), Err("report_unsigned")]
    );
    place.periods.add_up(period(QUARTER), AFTER).unwrap();
    let rejected = place.periods.status(period(QUARTER)).unwrap().rejected;
    assert_eq!(
        (rejected.len(), rejected[0].association.clone()),
        (2, Some(name(2)))
    );
}

#[test]
fn what_comes_before_any_period_has_no_place() {
    let mut place = Place::of(5);
    let refused = place.periods.take(&[vec![1]], WITHIN).unwrap_err();
    assert_eq!(refused.code(), "no_period");
}

#[test]
fn the_same_nonsense_all_day_is_one_line() {
    let (mut place, _) = begun();
    let reports = vec![b"again".to_vec(); 50];
    place.periods.take(&reports, WITHIN).unwrap();
    let status = place.periods.status(period(QUARTER)).unwrap();
    assert_eq!(status.rejected.len(), 1);
    let reports: Vec<Vec<u8>> = (0..1_100_u16)
        .map(|number| number.to_be_bytes().to_vec())
        .collect();
    place.periods.take(&reports, WITHIN).unwrap();
    let status = place.periods.status(period(QUARTER)).unwrap();
    assert_eq!(status.rejected.len(), 1_000);
}

/// A beneficiary's name can be in nothing that the hub keeps: reports hold keys, ids and numbers, and of what
/// is none not a byte stays.
#[test]
fn the_store_is_empty_of_a_planted_word() {
    const PLANTED: &str = "Khadija Bennani";
    let (mut place, task) = begun();
    let mut reports: Vec<Vec<u8>> = (1..=25).map(|number| report(&task, number, 1)).collect();
    // What a person's name would be smuggled in by: no report at all, and one with something behind it.
    reports.push(PLANTED.as_bytes().to_vec());
    reports.push([report(&task, 1, 2), PLANTED.as_bytes().to_vec()].concat());
    let answers = place.periods.take(&reports, WITHIN).unwrap();
    let rejected = answers.iter().filter(|answer| answer.outcome.is_err());
    assert_eq!(rejected.count(), 2);
    place.finish(period(QUARTER));

    let beside = |end: &str| {
        let mut path = place.file().into_os_string();
        path.push(end);
        std::fs::read(path).unwrap_or_default()
    };
    let found = |bytes: &[u8], word: &str| bytes.windows(word.len()).any(|at| at == word.as_bytes());
    let bytes = [beside(""), beside("-wal")].concat();
    assert!(!found(&bytes, PLANTED) && !found(&bytes, "Bennani"));
    // The search itself can find something: names of associations are there.
    assert!(found(&bytes, "Association 07"));
}
