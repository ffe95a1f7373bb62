//! What an operator's desk draws of its records, and what a node refuses to take in.

use std::path::Path;
use std::sync::Arc;

use tawro_core::crypto::DeviceSecret;
use tawro_core::id::RecordId;
use tawro_core::schema::published::{LETTER_MODEL, REPORT_PERIOD};
use tawro_core::schema::{Schema, key, programme};

use super::*;
use crate::driver::Founding;

const PLANTED: &str = "بنعيسى";

fn founded(home: &Path, runs: bool) -> Node {
    let founding = Founding {
        device: "A",
        passphrase: "نخلة ريح قارب",
    };
    let (mut node, _) = Node::found(home, &founding, Arc::new(Schema::builtin())).unwrap();
    let runs = if runs { "1" } else { "0" };
    add(
        &mut node,
        key::ASSOCIATION,
        &[("name/ar", "جمعية تجريبية"), ("runs_programme", runs)],
    );
    node
}

fn add(node: &mut Node, name: &str, pairs: &[(&str, &str)]) -> RecordId {
    let texts = pairs
        .iter()
        .map(|(field, text)| ((*field).to_owned(), (*text).to_owned()));
    node.add(name, &texts.collect::<Vec<_>>()).unwrap()
}

#[test]
fn the_programme_as_agreed_is_whole_and_taken_in_once() {
    let place = tempfile::tempdir().unwrap();
    let mut node = founded(&place.path().join("a"), true);
    assert!(node.draw_programme().unwrap().programme.is_empty());
    // What the desk has already stays as it is.
    let own = add(
        &mut node,
        programme::COURSE,
        &[("title/ar", "الأرشفة الرقمية والأمن الرقمي"), ("hours", "12")],
    );
    assert!(node.may_take_in_agreed().unwrap());
    let written = node.take_in_agreed().unwrap();
    assert_eq!(written + 1, catalogue().len());
    assert!(!node.may_take_in_agreed().unwrap());
    assert_eq!(
        node.take_in_agreed().unwrap(),
        0,
        "what stands is not written again"
    );
    let drawn = node.draw_programme().unwrap();
    assert_eq!(drawn.left_out, []);
    let told = drawn.programme;
    let targets: Vec<(String, u64)> = told
        .targets()
        .iter()
        .map(|target| (target.indicator.to_string(), target.value))
        .collect();
    let stated = [("NT-O01", 25), ("NT-O02", 3), ("NT-O11", 4)];
    assert_eq!(targets, stated.map(|(code, value)| (code.to_owned(), value)));
    assert_eq!((told.courses().len(), told.capsules().len()), (3, 4));
    assert_eq!((told.partners().len(), told.letter_models().len()), (1, 3));
    assert!(told.legal_deadlines().iter().all(|law| !law.source.is_empty()));
    let hours = told.courses().iter().find_map(|course| course.hours);
    assert_eq!(hours, Some(12));
    assert!(node.show(own).is_ok());
    let letter = &told.letter_models()[0];
    assert!(letter.text.contains('\n'), "a letter keeps its lines");
}

#[test]
fn a_trainee_is_in_no_byte_of_what_is_published() {
    let place = tempfile::tempdir().unwrap();
    let mut node = founded(&place.path().join("a"), true);
    let name = [("given_name/ar", "سناء"), ("family_name/ar", PLANTED)];
    let trainee = add(&mut node, programme::TRAINEE, &name);
    let participant = add(&mut node, programme::PARTICIPANT, &[("name/ar", PLANTED)]);
    let course = add(
        &mut node,
        programme::COURSE,
        &[("title/ar", "الأرشفة"), ("trainer", PLANTED), ("note", PLANTED)],
    );
    let (trainee, participant, course) = (trainee.to_string(), participant.to_string(), course.to_string());
    add(
        &mut node,
        programme::CERTIFICATE,
        &[
            ("trainee", &trainee),
            ("course", &course),
            ("issued_on", "2026-05-04"),
            ("note", PLANTED),
        ],
    );
    add(
        &mut node,
        programme::VISIT,
        &[
            ("participant", &participant),
            ("visited_on", "2026-05-04"),
            ("note", PLANTED),
        ],
    );
    node.take_in_agreed().unwrap();
    let bytes = node.draw_programme().unwrap().programme.to_bytes();
    let found = |text: &str| bytes.windows(text.len()).any(|at| at == text.as_bytes());
    assert!(found("الأرشفة") && !found(PLANTED) && !found("سناء"));
    assert!(!found(&trainee) && !found(&participant));
}

#[test]
fn what_says_nothing_that_is_read_stays_at_the_desk() {
    let place = tempfile::tempdir().unwrap();
    let mut node = founded(&place.path().join("a"), true);
    let wrong = add(&mut node, REPORT_PERIOD, &[("period", "السنة")]);
    let empty = add(&mut node, LETTER_MODEL, &[("name/ar", "رسالة")]);
    let gone = add(&mut node, REPORT_PERIOD, &[("period", "2026-H2")]);
    node.delete_all(&[gone]).unwrap();
    add(&mut node, REPORT_PERIOD, &[("period", "2026-H1")]);
    let mut drawn = node.draw_programme().unwrap();
    drawn.left_out.sort();
    let mut expected = vec![wrong, empty];
    expected.sort();
    assert_eq!(drawn.left_out, expected);
    assert_eq!(drawn.programme.periods().len(), 1);
}

#[test]
fn who_runs_none_publishes_none_and_nobody_takes_what_their_hub_did_not_sign() {
    let place = tempfile::tempdir().unwrap();
    let mut node = founded(&place.path().join("a"), false);
    assert!(matches!(node.draw_programme(), Err(NodeError::NotAllowed)));
    assert!(!node.may_take_in_agreed().unwrap());
    let mut desk = founded(&place.path().join("b"), true);
    desk.take_in_agreed().unwrap();
    let told = desk.draw_programme().unwrap().programme;
    let stranger = DeviceSecret::from_bytes(&[8; 64]);
    let day = "2026-05-04".parse().unwrap();
    let edition = Edition::next(told, None, &Schema::builtin(), &stranger, day).unwrap();
    let refused = node.take_edition(&edition.to_bytes());
    assert!(matches!(refused, Err(NodeError::NotEnrolled)));
    node.set_hub(&"127.0.0.1:9".parse().unwrap()).unwrap();
    for (bytes, code) in [
        (edition.to_bytes(), "edition_not_signed"),
        (b"x".to_vec(), "edition_malformed"),
    ] {
        let Err(NodeError::Edition(fault)) = node.take_edition(&bytes) else {
            panic!("taken");
        };
        assert_eq!(fault.code(), code);
    }
    assert_eq!(node.edition().unwrap(), None);
}
