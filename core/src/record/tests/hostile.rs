//! Tests of what a faulty or foreign program may send.

use automerge::transaction::Transactable;
use automerge::{ActorId as DocActor, AutoCommit, Automerge, ObjType, ROOT, ScalarValue};

use super::*;
use crate::record::RecordFault;

/// The person's document in the hands of a program that is not ours.
fn foreign(device: &Device, actor: u8) -> AutoCommit {
    AutoCommit::load(&device.person().save())
        .unwrap()
        .with_actor(DocActor::from(&[actor; 16][..]))
}

fn made(doc: &mut AutoCommit) -> Change {
    doc.commit();
    let change = doc.get_last_local_change().unwrap();
    Change::from_raw(PERSON, change.raw_bytes().to_vec()).unwrap()
}

#[test]
fn nested_objects_are_ignored_and_said() {
    let (mut a, mut b) = pair();
    let mut doc = foreign(&a, 9);
    let list = doc.put_object(ROOT, "phones", ObjType::List).unwrap();
    doc.insert(&list, 0, "x").unwrap();
    let map = doc.put_object(ROOT, "profession", ObjType::Map).unwrap();
    doc.put(&map, "deep", 1).unwrap();
    let text = doc.put_object(ROOT, "note", ObjType::Text).unwrap();
    doc.splice_text(&text, 0, 0, "not the one text").unwrap();
    let change = made(&mut doc);
    a.receive(std::slice::from_ref(&change));
    b.receive(&[change]);
    let row = a.row();
    let unknown: Vec<_> = row
        .issues
        .iter()
        .filter(|issue| issue.code == IssueCode::UnknownValue)
        .collect();
    assert_eq!(unknown.len(), 3, "{:?}", row.issues);
    assert!(!row.cells.contains_key("profession"));
    // Life goes on: a person writes over it, the long text included.
    a.set(&[("profession", "معلمة".into()), ("note", "ours".into())])
        .unwrap();
    meet(&mut a, &mut b);
    assert_eq!(b.cell("profession"), "معلمة".into());
    assert_eq!(b.cell("note"), "ours".into());
    let left = b
        .row()
        .issues
        .into_iter()
        .filter(|issue| issue.code == IssueCode::UnknownValue);
    assert_eq!(left.map(|issue| issue.field).collect::<Vec<_>>(), ["phones"]);
    assert_eq!(b.person().history().len(), a.person().history().len());
    let again = Record::load(PERSON, &a.person().save(), &[]).unwrap();
    assert_eq!(again.row(&a.schema), a.row());
}

#[test]
fn scalars_of_any_type_are_kept_and_shown() {
    let (mut a, _) = pair();
    let mut doc = foreign(&a, 9);
    doc.put(ROOT, "size", 1.5).unwrap();
    doc.put(ROOT, "sex", ScalarValue::Bytes(vec![1, 2])).unwrap();
    doc.put(ROOT, "phone", ScalarValue::counter(3)).unwrap();
    doc.put(ROOT, "email", ScalarValue::Timestamp(4)).unwrap();
    doc.put(ROOT, "douar", u64::MAX).unwrap();
    doc.put(ROOT, "address", 5_u64).unwrap();
    doc.put(ROOT, "newer_field", "kept").unwrap();
    doc.put(ROOT, "_deleted", "perhaps").unwrap();
    doc.put(ROOT, "_merged_into", 7).unwrap();
    doc.put(ROOT, "_kind", "person").unwrap();
    let change = made(&mut doc);
    a.receive(&[change]);
    let row = a.row();
    assert_eq!(row.cells["size"], "1.5".into());
    assert_eq!(row.cells["sex"], "aeba".into());
    assert_eq!(row.cells["phone"], 3.into());
    assert_eq!(row.cells["douar"], "18446744073709551615".into());
    assert_eq!(row.cells["newer_field"], "kept".into());
    assert!(!row.deleted && row.merged_into.is_none());
    assert!(
        row.issues
            .iter()
            .any(|issue| issue.code == IssueCode::UnknownValue && issue.field == "email")
    );
    assert!(!row.issues.iter().any(|issue| issue.field == "newer_field"));
    a.set(&[("email", "a@b.ma".into())]).unwrap();
    assert_eq!(a.cell("email"), "a@b.ma".into());
}

#[test]
fn a_kind_that_nobody_knows_is_kept() {
    let (a, _) = pair();
    let mut doc = AutoCommit::new().with_actor(DocActor::from(&[9; 16][..]));
    doc.put(ROOT, "_kind", "spaceship").unwrap();
    let mut record = Record::new(PERSON, "");
    record.apply(&[made(&mut doc)]);
    let row = record.row(&a.schema);
    assert_eq!(row.kind, "spaceship");
    assert_eq!(row.issues[0].code, IssueCode::UnknownKind);
}

#[test]
fn a_number_used_twice_refuses_only_that_change() {
    let (mut a, b) = pair();
    let mut doc = foreign(&a, 9);
    doc.put(ROOT, "douar", "one").unwrap();
    let first = made(&mut doc);
    let mut doc = foreign(&a, 9);
    doc.put(ROOT, "douar", "two").unwrap();
    let second = made(&mut doc);
    let third = {
        let mut other = foreign(&b, 8);
        other.put(ROOT, "email", "c@d.ma").unwrap();
        made(&mut other)
    };
    let record = a.records.get_mut(&PERSON).unwrap();
    let outcome = record.apply(&[first, second.clone(), third]);
    assert_eq!(outcome.applied, 2);
    assert_eq!(outcome.refused.len(), 1);
    assert!(matches!(
        outcome.refused[0].1,
        RecordFault::DuplicateSeq { seq: 1, .. }
    ));
    assert_eq!(outcome.refused[0].0, second);
    assert_eq!(a.cell("douar"), "one".into());
    assert_eq!(a.cell("email"), "c@d.ma".into());
}

/// What Automerge itself would panic over, or save so that it cannot be read again.
#[test]
fn changes_that_lie_about_what_they_build_on_are_refused_on_every_device_alike() {
    let (a, _) = pair();
    let mut doc = foreign(&a, 9);
    doc.put(ROOT, "douar", "x").unwrap();
    doc.commit();
    let honest = doc.get_last_local_change().unwrap();
    let check = |what: &str, twist: &dyn Fn(&mut automerge::ExpandedChange)| {
        let mut expanded = honest.decode();
        twist(&mut expanded);
        let twisted = automerge::Change::from(expanded);
        let change = match Change::from_raw(PERSON, twisted.raw_bytes().to_vec()) {
            Ok(change) => change,
            Err(_) => return,
        };
        let mut record = a.person().clone();
        let outcome = record.apply(&[change]);
        assert_eq!(outcome.refused.len(), 1, "{what}");
        assert_eq!(record.row(&a.schema), a.row(), "{what}");
        Record::load(PERSON, &record.save(), &[]).unwrap();
    };
    check("a gap in the numbers", &|change| change.seq = 5);
    check("operations numbered over others", &|change| {
        change.start_op = 1.try_into().unwrap()
    });
    check("operations numbered to the end", &|change| {
        change.start_op = (u64::from(u32::MAX) - 1).try_into().unwrap();
    });
    check("an operation that never was", &|change| {
        let nobody = automerge::legacy::OpId::new(2, &DocActor::from(&[9; 16][..]));
        change.operations[0].pred = vec![nobody].into();
    });
    check("an actor that never was", &|change| {
        let nobody = automerge::legacy::OpId::new(2, &DocActor::from(&[77; 16][..]));
        change.operations[0].pred = vec![nobody].into();
    });
    check("an object that never was", &|change| {
        let nobody = automerge::legacy::OpId::new(2, &DocActor::from(&[1; 16][..]));
        change.operations[0].obj = automerge::legacy::ObjectId::Id(nobody);
    });
    check("no operation at all", &|change| change.operations.clear());
    check("a deletion of nothing", &|change| {
        change.operations[0].action = automerge::legacy::OpType::Delete;
        change.operations[0].pred =
            vec![automerge::legacy::OpId::new(400, &DocActor::from(&[1; 16][..]))].into();
    });
}

#[test]
fn an_actor_of_another_length_is_refused() {
    let mut doc = Automerge::new().with_actor(DocActor::from(&[1; 15][..]));
    let mut transaction = doc.transaction();
    transaction.put(ROOT, "douar", "x").unwrap();
    transaction.commit();
    let raw = doc.get_changes(&[])[0].raw_bytes().to_vec();
    assert!(matches!(
        Change::from_raw(PERSON, raw),
        Err(RecordFault::ActorLength { found: 15 })
    ));
}

#[test]
fn compressed_and_damaged_changes_are_refused() {
    let mut doc = AutoCommit::new().with_actor(DocActor::from(&[9; 16][..]));
    doc.put(ROOT, "note", "x".repeat(4_000)).unwrap();
    doc.commit();
    let mut change = doc.get_last_local_change().unwrap();
    let compressed = change.bytes().to_vec();
    assert!(matches!(
        Change::from_raw(PERSON, compressed),
        Err(RecordFault::ChunkType { found: 2 })
    ));
    let mut raw = change.raw_bytes().to_vec();
    raw[5] ^= 1;
    assert!(matches!(
        Change::from_raw(PERSON, raw),
        Err(RecordFault::Checksum)
    ));
}

#[test]
fn changes_wait_for_what_they_build_on_and_survive_a_reload() {
    let (mut a, _) = pair();
    a.set(&[("douar", "1".into())]).unwrap();
    a.set(&[("douar", "2".into())]).unwrap();
    let written = a.written.clone();
    let mut record = Record::new(PERSON, "");
    let outcome = record.apply(&written[1..]);
    assert_eq!((outcome.applied, outcome.waiting), (0, 2));
    assert_eq!(record.missing(), [written[0].hash]);
    let mut record = Record::load(PERSON, &record.save(), &[]).unwrap();
    assert_eq!(record.missing(), [written[0].hash]);
    let outcome = record.apply(&written[..1]);
    assert_eq!((outcome.applied, outcome.waiting), (3, 0));
    assert_eq!(record.row(&a.schema), a.row());
    let tail: Vec<Vec<u8>> = written.iter().rev().map(|change| change.raw.clone()).collect();
    let loaded = Record::load(PERSON, &[], &tail).unwrap();
    assert_eq!(loaded.row(&a.schema), a.row());
}

#[test]
fn a_damaged_snapshot_is_an_error() {
    let (a, _) = pair();
    let saved = a.person().save();
    for at in 0..saved.len() {
        let mut damaged = saved.clone();
        damaged[at] ^= 0x11;
        if let Ok(record) = Record::load(PERSON, &damaged, &[]) {
            assert_eq!(record.row(&a.schema), a.row(), "byte {at}");
        }
    }
    for end in 1..saved.len() {
        assert!(Record::load(PERSON, &saved[..end], &[]).is_err(), "{end} bytes");
    }
}
