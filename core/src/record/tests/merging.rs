//! Tests of the rules by which people's writings meet.

use std::collections::BTreeSet;

use super::*;
use crate::record::resolve_merged;

#[test]
fn two_values_stay_until_a_person_decides() {
    let (mut a, mut b) = pair();
    a.set(&[("profession", "معلمة".into())]).unwrap();
    b.set(&[("profession", "فلاحة".into())]).unwrap();
    meet(&mut a, &mut b);
    let conflicts = a.person().conflicts();
    assert_eq!(conflicts.len(), 1);
    assert_eq!(conflicts[0].cell, "profession");
    assert_eq!(conflicts[0].values.len(), 2);
    let actors: Vec<ActorId> = conflicts[0].values.iter().map(|writing| writing.actor).collect();
    assert!(actors.contains(&a.actor) && actors.contains(&b.actor));
    assert_eq!(
        conflicts[0].values[0].value,
        a.cell("profession"),
        "the winner stands first"
    );
    assert!(a.has_issue(IssueCode::Conflict));

    let refused = a.set(&[("profession", "طبيبة".into())]).unwrap_err();
    assert_eq!(
        (refused.code(), refused.field()),
        ("conflict_open", Some("profession"))
    );
    a.resolve("profession", "معلمة".into()).unwrap();
    meet(&mut a, &mut b);
    assert!(b.person().conflicts().is_empty());
    assert_eq!(b.cell("profession"), "معلمة".into());
    assert_eq!(
        b.resolve("profession", "فلاحة".into()).unwrap_err().code(),
        "no_conflict"
    );
    assert!(
        b.resolve("profession", "معلمة".into())
            .unwrap()
            .changes
            .is_empty()
    );
}

#[test]
fn two_different_decisions_are_a_conflict_again() {
    let (mut a, mut b) = pair();
    a.set(&[("profession", "x".into())]).unwrap();
    b.set(&[("profession", "y".into())]).unwrap();
    meet(&mut a, &mut b);
    a.resolve("profession", "x".into()).unwrap();
    b.resolve("profession", "y".into()).unwrap();
    meet(&mut a, &mut b);
    assert_eq!(a.person().conflicts()[0].values.len(), 2);
}

#[test]
fn equal_values_and_untouched_fields_are_no_conflict() {
    let (mut a, mut b) = pair();
    a.set(&[("profession", "معلمة".into()), ("douar", "سيدي".into())])
        .unwrap();
    b.set(&[("profession", "معلمة".into()), ("address", "1".into())])
        .unwrap();
    meet(&mut a, &mut b);
    assert!(a.row().conflicts.is_empty());
    assert_eq!(a.cell("address"), "1".into());
    // Written over both equal values, whoever wrote them.
    a.set(&[("profession", "طبيبة".into())]).unwrap();
    meet(&mut a, &mut b);
    assert_eq!(b.cell("profession"), "طبيبة".into());
    assert!(b.row().conflicts.is_empty());
}

#[test]
fn what_stands_there_already_is_no_change() {
    let (mut a, _) = pair();
    let heads = a.heads();
    let same = [
        ("douar", "سيدي".into()),
        ("phones/+212661000000", false.into()),
        ("email", Scalar::Null),
    ];
    assert!(a.set(&same).unwrap().changes.is_empty());
    assert!(a.restore().changes.is_empty());
    assert_eq!(a.heads(), heads);
}

#[test]
fn a_form_opened_before_keeps_both_values() {
    let (mut a, _) = pair();
    let opened = a.heads();
    a.set(&[("profession", "first".into()), ("email", "a@b.ma".into())])
        .unwrap();
    let decision = a.set_at(
        opened.clone(),
        &[("profession", "second".into()), ("douar", "other".into())],
    );
    assert_ne!(
        decision.unwrap().changes[0].actor,
        a.actor,
        "past its own last change: a fresh actor"
    );
    assert_eq!(a.fresh.len(), 1);
    assert_eq!(a.row().conflicts, ["profession"]);
    assert_eq!(a.cell("email"), "a@b.ma".into());
    assert_eq!(a.cell("douar"), "other".into());
    // A conflict that the form did not show does not stand in its way.
    a.set_at(opened, &[("profession", "third".into())]).unwrap();
    assert_eq!(a.person().conflicts()[0].values.len(), 3);
    assert_eq!(a.fresh.len(), 2);
}

#[test]
fn a_form_opened_before_anothers_change_needs_no_fresh_actor() {
    let (mut a, mut b) = pair();
    let opened = a.heads();
    b.set(&[("profession", "b".into())]).unwrap();
    meet(&mut a, &mut b);
    a.set_at(opened, &[("profession", "a".into())]).unwrap();
    meet(&mut a, &mut b);
    assert!(a.fresh.is_empty());
    assert_eq!(b.row().conflicts, ["profession"]);
}

#[test]
fn a_set_merges_by_element_and_a_text_by_language() {
    let (mut a, mut b) = pair();
    a.set(&[
        ("phones/+212661000001", true.into()),
        ("given_name/fr", "Khadija".into()),
    ])
    .unwrap();
    b.set(&[
        ("phones/+212661000002", true.into()),
        ("father_name/ar", "أحمد".into()),
    ])
    .unwrap();
    meet(&mut a, &mut b);
    let row = a.row();
    assert!(row.cells.contains_key("phones/+212661000001") && row.cells.contains_key("phones/+212661000002"));
    a.set(&[("phones/+212661000001", false.into())]).unwrap();
    assert!(
        !a.row().cells.contains_key("phones/+212661000001"),
        "taken out is not shown"
    );
    assert_eq!(
        a.cell("phones/+212661000001"),
        false.into(),
        "and is kept as such"
    );
    a.set(&[("given_name/fr", Scalar::Null)]).unwrap();
    assert!(!a.row().cells.contains_key("given_name/fr"));
}

#[test]
fn a_deleted_record_comes_back_if_somebody_edited_it_unknowing() {
    let (mut a, mut b) = pair();
    a.delete();
    assert!(a.row().deleted);
    assert_eq!(a.set(&[("douar", "x".into())]).unwrap_err().code(), "deleted");
    b.set(&[("profession", "معلمة".into())]).unwrap();
    meet(&mut a, &mut b);
    assert!(!a.row().deleted);
    assert!(a.has_issue(IssueCode::DeletedWhileEdited));
    // Deleted again, now knowing of the edit.
    b.delete();
    meet(&mut a, &mut b);
    assert!(a.row().deleted && !a.has_issue(IssueCode::DeletedWhileEdited));
    a.restore();
    meet(&mut a, &mut b);
    assert!(!b.row().deleted && !b.has_issue(IssueCode::DeletedWhileEdited));
}

#[test]
fn two_deletions_of_which_one_knew_the_edit_delete() {
    let (mut a, mut b) = pair();
    b.set(&[("profession", "معلمة".into())]).unwrap();
    b.delete();
    a.delete();
    meet(&mut a, &mut b);
    assert!(a.row().deleted);
}

#[test]
fn deleted_and_restored_at_once_is_shown() {
    let (mut a, mut b) = pair();
    a.delete();
    meet(&mut a, &mut b);
    b.restore();
    b.delete();
    a.restore();
    meet(&mut a, &mut b);
    assert!(!a.row().deleted);
    assert!(a.has_issue(IssueCode::DeletedWhileEdited));
    assert!(a.row().conflicts.is_empty());
    a.restore();
    meet(&mut a, &mut b);
    assert!(b.row().issues.is_empty(), "{:?}", b.row().issues);
}

#[test]
fn a_form_opened_before_the_deletion_may_still_be_sent() {
    let (mut a, _) = pair();
    let opened = a.heads();
    a.delete();
    a.set_at(opened, &[("profession", "معلمة".into())]).unwrap();
    assert!(a.has_issue(IssueCode::DeletedWhileEdited));
}

#[test]
fn edits_of_one_long_text_both_stay() {
    let (mut a, mut b) = pair();
    a.set(&[("note", "الجمعية تشكر الأعضاء".into())]).unwrap();
    // The other begins the same text without knowing: the object is one all the same.
    b.set(&[("note", "ملاحظة".into())]).unwrap();
    meet(&mut a, &mut b);
    assert!(a.row().conflicts.is_empty());
    a.set(&[("note", "one two three".into())]).unwrap();
    meet(&mut a, &mut b);
    a.set(&[("note", "one 2 three".into())]).unwrap();
    b.set(&[("note", "one two three four".into())]).unwrap();
    meet(&mut a, &mut b);
    assert_eq!(a.cell("note"), "one 2 three four".into());
    b.set(&[("note", Scalar::Null)]).unwrap();
    meet(&mut a, &mut b);
    assert_eq!(a.cell("note"), Scalar::Null);
    assert!(!a.row().cells.contains_key("note"));
}

#[test]
fn a_long_text_written_at_an_old_state_merges_too() {
    let (mut a, _) = pair();
    let unwritten = a.heads();
    a.set(&[("note", "alpha beta".into())]).unwrap();
    let opened = a.heads();
    a.set(&[("note", "alpha beta gamma".into())]).unwrap();
    a.set_at(opened, &[("note", "Alpha beta".into())]).unwrap();
    assert_eq!(a.cell("note"), "Alpha beta gamma".into());
    a.set_at(unwritten, &[("note", "first: ".into())]).unwrap();
    let text = a.cell("note");
    assert!(text.as_text().unwrap().contains("first: "), "{text:?}");
}

#[test]
fn a_text_of_the_greatest_length_is_written_and_rewritten() {
    let (mut a, _) = pair();
    let long = "ب".repeat(32_000);
    a.set(&[("note", long.as_str().into())]).unwrap();
    let edited = format!("{}x{}", &long[..20_000], &long[20_000..]);
    let decision = a.set(&[("note", edited.as_str().into())]).unwrap();
    assert!(
        decision.changes[0].raw.len() < 400,
        "one sign, not the whole text"
    );
    a.set(&[("note", "z".repeat(65_536).into())]).unwrap();
    assert_eq!(a.cell("note").size(), 65_536);
    let refused = a.set(&[("note", "z".repeat(65_537).into())]).unwrap_err();
    assert_eq!(refused.code(), "too_long");
}

#[test]
fn history_tells_what_each_person_saw_and_left() {
    let (mut a, mut b) = pair();
    a.set(&[("profession", "a".into()), ("note", "hello".into())])
        .unwrap();
    b.set(&[("profession", "b".into())]).unwrap();
    meet(&mut a, &mut b);
    a.set(&[("note", "hello there".into())]).unwrap();
    let history = a.person().history();
    let cells: Vec<_> = history.iter().skip(1).map(|line| line.cells.clone()).collect();
    let line = |cell: &str, before: Scalar, after: &str| (cell.to_owned(), before, Scalar::from(after));
    assert_eq!(cells.len(), 3, "seeds are left out: {cells:?}");
    let at_a = [
        line("note", Scalar::Null, "hello"),
        line("profession", Scalar::Null, "a"),
    ];
    assert!(cells.contains(&at_a.to_vec()), "{cells:?}");
    assert!(cells.contains(&vec![line("profession", Scalar::Null, "b")]));
    assert_eq!(cells[2], [line("note", "hello".into(), "hello there")]);
    meet(&mut a, &mut b);
    assert_eq!(b.person().history(), history.clone());
    assert_eq!(history[0].at, Timestamp(1_001));
}

#[test]
fn merges_are_followed_to_their_end_and_out_of_circles() {
    let id = |n: u8| RecordId([n; 16]);
    let check = |pairs: &[(u8, u8)], from: u8, to: u8| {
        let mut next = |at: RecordId| pairs.iter().find(|(a, _)| id(*a) == at).map(|(_, b)| id(*b));
        assert_eq!(resolve_merged(id(from), &mut next), id(to), "{pairs:?}");
    };
    check(&[], 1, 1);
    check(&[(1, 2), (2, 3)], 1, 3);
    check(&[(1, 2), (2, 1)], 1, 1);
    check(&[(1, 2), (2, 1)], 2, 1);
    check(&[(5, 3), (3, 4), (4, 3)], 5, 3);
    check(&[(1, 1)], 1, 1);
    let endless = |at: RecordId| Some(RecordId((u128::from_be_bytes(at.0) + 1).to_be_bytes()));
    resolve_merged(id(1), &mut { endless });
}

#[test]
fn what_is_written_again_says_the_same() {
    let (mut a, _) = pair();
    a.set(&[("note", "hello".into()), ("douar", "x".into())]).unwrap();
    let before = a.written.len();
    a.set(&[("note", Scalar::Null)]).unwrap();
    a.set(&[("profession", "p".into()), ("note", "anew".into())])
        .unwrap();
    a.set(&[("note", Scalar::Null), ("douar", Scalar::Null)]).unwrap();
    let ours = a.written[before..].to_vec();
    let mut dice = ChaCha20Rng::seed_from_u64(9);
    let again = a.person().write_again(&ours, &[], &mut dice).unwrap();
    let record = again.record;
    assert_eq!((again.changes.len(), again.actors.len()), (3, 3));
    assert_eq!(record.row(&a.schema).cells, a.row().cells);
    assert!(record.takes_note("note") && record.conflicts().is_empty());
}

#[test]
fn what_two_copies_share_is_not_written_again() {
    let (mut a, mut copy) = pair();
    let before = a.written.len();
    a.set(&[("douar", "shared".into())]).unwrap();
    copy.receive(&a.written[before..]);
    a.actor = ActorId([7; 16]);
    copy.actor = a.actor;
    a.set(&[("profession", "ours".into())]).unwrap();
    copy.set(&[("profession", "theirs".into())]).unwrap();
    let theirs = [copy.written.last().unwrap().clone()];
    let last = a.written.last().unwrap().clone();
    let displaced = a.person().displaced(&a.written[before..], &theirs, &|_| false);
    assert_eq!(
        displaced,
        BTreeSet::from([last.hash]),
        "theirs builds on what is shared"
    );
    let mut dice = ChaCha20Rng::seed_from_u64(9);
    let record = a
        .person()
        .write_again(&[last], &theirs, &mut dice)
        .unwrap()
        .record;
    assert!(record.knows(&theirs[0].hash));
    assert_eq!(record.conflicts().len(), 1);
}
