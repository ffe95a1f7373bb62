//! What is sent and what is kept of what the hub signed.

use std::collections::BTreeSet;

use tawro_core::crypto::DeviceSecret;
use tawro_core::id::{ReportId, StatisticsKey};
use tawro_core::share::{Contribution, Intake, Published, Roll, Seat};

use super::*;
use crate::reporting::Stage;
use crate::reporting::tests::{THIRD, agree, all_of, founded, take, terms};

/// An association with a report that the hub took.
fn received(home: &std::path::Path) -> (Node, Task, Report) {
    let mut node = founded(home);
    let third = terms(&node, THIRD, all_of(&["NT-G11"]));
    let task = take(&mut node, third);
    agree(&mut node, &task);
    let made = node.report(&task, &BTreeSet::new()).unwrap();
    let report = node.unanswered().unwrap().remove(0);
    node.keep_way(&report, Some(None)).unwrap();
    assert!(node.unanswered().unwrap().is_empty());
    (node, task, Report::from_bytes(&made.bytes).unwrap())
}

/// What a hub tells that counts these reports. Until it is handed over, the founding computer orders the
/// membership itself: its key is the hub's here.
fn notice(node: &Node, task: &Task, reports: &[Report], hub: &DeviceSecret) -> Vec<u8> {
    let seat = Seat {
        key: node.statistics_key().unwrap(),
        milieu: None,
        domain: None,
    };
    let mut intake = Intake::new(task.clone(), Roll::new([seat]).unwrap()).unwrap();
    for report in reports {
        intake.offer(&report.to_bytes()).unwrap();
    }
    let manifest = intake.freeze([0; 32], hub).manifest;
    Notice::sign(vec![(manifest, None)], hub).unwrap().to_bytes()
}

#[test]
fn nothing_leaves_under_terms_that_are_agreed_to_no_longer() {
    let place = tempfile::tempdir().unwrap();
    let mut node = founded(&place.path().join("a"));
    let third = terms(&node, THIRD, all_of(&["NT-G11"]));
    let task = take(&mut node, third);
    agree(&mut node, &task);
    node.report(&task, &BTreeSet::new()).unwrap();
    assert_eq!(node.unanswered().unwrap().len(), 1);
    node.end_agreement(&task).unwrap();
    assert!(node.unanswered().unwrap().is_empty(), "it was made, and stays");
    agree(&mut node, &task);
    assert_eq!(node.unanswered().unwrap().len(), 1, "agreed to again");
    node.withdraw_report(&task).unwrap();
    let left = node.unanswered().unwrap();
    assert_eq!(
        left.iter().map(|one| one.revision).collect::<Vec<_>>(),
        [2],
        "that nothing is said leaves"
    );
}

fn stage(node: &mut Node, task: &Task) -> Stage {
    node.stands(task).unwrap().last().unwrap().clone()
}

#[test]
fn the_first_manifest_stays_and_a_second_one_is_kept_as_proof() {
    let place = tempfile::tempdir().unwrap();
    let (mut node, task, report) = received(&place.path().join("a"));
    let without = notice(&node, &task, &[], node.replica().secret());
    let forged = notice(&node, &task, &[], &DeviceSecret::from_bytes(&[7; 64]));
    assert_eq!(node.take_notices(&[forged, b"none".to_vec()]).unwrap(), []);
    assert_eq!(stage(&mut node, &task), Stage::Received);
    let period = period_of(&task).unwrap();
    assert_eq!(node.take_notices(&[without]).unwrap(), [period]);
    assert_eq!(stage(&mut node, &task), Stage::LeftOut);
    assert_eq!(node.left_out().unwrap(), [period]);
    let with = notice(&node, &task, &[report], node.replica().secret());
    node.take_notices(&[with]).unwrap();
    let stands = node.stands(&task).unwrap();
    assert!(stands.is_contradicted);
    assert_eq!(stands.alarm(), Some(&Stage::LeftOut));
}

#[test]
fn a_manifest_without_the_figures_that_are_held_contradicts_nothing() {
    let place = tempfile::tempdir().unwrap();
    let (mut node, task, report) = received(&place.path().join("a"));
    let period = period_of(&task).unwrap();
    let before = notice(&node, &task, &[report], node.replica().secret());
    let frozen = Notice::from_bytes(&before).unwrap();
    let (manifest, _) = frozen.of(task.id()).unwrap();
    let figures = Published {
        task: task.id(),
        start: task.start,
        end: task.end,
        tables: Vec::new(),
    };
    let told = vec![(manifest.clone(), Some(figures))];
    let after = Notice::sign(told, node.replica().secret()).unwrap().to_bytes();
    assert_eq!(
        node.take_notices(std::slice::from_ref(&before)).unwrap(),
        [period]
    );
    assert_eq!(node.take_notices(&[after]).unwrap(), [period]);
    assert_eq!(stage(&mut node, &task), Stage::Published);
    // The hub was brought back from a copy made before it published.
    node.take_notices(&[before]).unwrap();
    assert!(!node.stands(&task).unwrap().is_contradicted);
    assert_eq!(stage(&mut node, &task), Stage::Published, "what is held stays");
}

#[test]
fn of_a_late_correction_the_one_before_counts() {
    let place = tempfile::tempdir().unwrap();
    let (mut node, task, report) = received(&place.path().join("a"));
    assert_eq!(node.stands(&task).unwrap().counted(), Some(1));
    node.report(&task, &BTreeSet::new()).unwrap();
    assert_eq!(node.stands(&task).unwrap().counted(), Some(2), "on its way");
    let second = node.unanswered().unwrap().remove(0);
    node.keep_way(&second, Some(Some("report_late".to_owned())))
        .unwrap();
    let stands = node.stands(&task).unwrap();
    assert_eq!((stands.counted(), stands.is_frozen), (Some(1), false));
    let told = notice(&node, &task, &[report], node.replica().secret());
    node.take_notices(&[told]).unwrap();
    let stands = node.stands(&task).unwrap();
    assert_eq!((stands.counted(), stands.is_frozen), (Some(1), true));
    let Err(NodeError::Report(fault)) = node.withdraw_report(&task) else {
        panic!("taken back what is counted")
    };
    assert_eq!(fault, ReportFault::Frozen);
    assert!(node.agreement(&task).unwrap().is_some());
}

#[test]
fn numbers_that_somebody_else_signed_with_our_key_are_seen() {
    let place = tempfile::tempdir().unwrap();
    let (mut node, task, ours) = received(&place.path().join("a"));
    let secret = node.statistics_secret().unwrap();
    let counts = ours.contribution().counts().to_vec();
    let theirs = Contribution::new(&task, counts, 1, ReportId([9; 16])).unwrap();
    let theirs = theirs.sign(&secret);
    assert_eq!(theirs.key(), StatisticsKey(secret.id().0));
    let told = notice(&node, &task, &[theirs], node.replica().secret());
    node.take_notices(&[told]).unwrap();
    assert_eq!(stage(&mut node, &task), Stage::OtherNumbers);
    assert_eq!(node.left_out().unwrap(), [period_of(&task).unwrap()]);
}

#[test]
fn an_answer_stands_for_the_sheet_that_was_sent_and_for_no_other() {
    let place = tempfile::tempdir().unwrap();
    let mut node = founded(&place.path().join("a"));
    assert_eq!(node.unsent_sheet().unwrap(), None);
    let codes = BTreeSet::from(["NT-R08".to_owned()]);
    let first = node.show_progress(&codes, false).unwrap().sheet.to_bytes();
    assert_eq!(node.unsent_sheet().unwrap().as_ref(), Some(&first));
    // Another one was made while the hub answered.
    let second = node
        .show_progress(&BTreeSet::new(), false)
        .unwrap()
        .sheet
        .to_bytes();
    node.keep_sheet_answer(&first, None).unwrap();
    assert_eq!(node.unsent_sheet().unwrap().as_ref(), Some(&second));
    node.keep_sheet_answer(&second, Some("sheet_older".to_owned()))
        .unwrap();
    assert_eq!(node.unsent_sheet().unwrap(), None);
    let answer = node.progress_shown().unwrap().unwrap().answer.unwrap();
    assert_eq!(answer.rejected.as_deref(), Some("sheet_older"));
}

#[test]
fn only_what_is_known_here_is_a_reason() {
    assert_eq!(reason("report_late".to_owned()), "report_late");
    assert_eq!(reason("too_blue".to_owned()), OTHER_REASON);
    assert_eq!(sheet_reason("sheet_older".to_owned()), "sheet_older");
    assert_eq!(sheet_reason("report_late".to_owned()), OTHER_REASON);
}
