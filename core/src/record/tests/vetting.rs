//! Tests of which changes are found sound by themselves, and so need not be tried on a copy.

use automerge::legacy::{ElementId, Key, OpId};

use super::*;
use crate::record::raw::parse;
use crate::record::vet::Run;
use crate::schema::own;

fn plans(record: &Record, changes: &[Change]) -> Vec<bool> {
    let mut run = Run::default();
    let planned = changes.iter().map(|change| {
        let parsed = parse(&change.raw).unwrap();
        let planned = run.plan(record, &parsed).unwrap();
        let is_for_a_run = planned.is_some();
        planned
            .into_iter()
            .for_each(|planned| run.push(planned, parsed.clone()));
        is_for_a_run
    });
    planned.collect()
}

#[test]
fn a_new_record_with_a_long_text_is_taken_in_one_run() {
    let mut a = Device::new(1);
    a.add(&[("given_name/ar", "خديجة".into()), ("note", "واحد".into())]);
    a.set(&[("note", "واحد اثنان".into())]).unwrap();
    let empty = Record::new(PERSON, "");
    assert_eq!(
        plans(&empty, &a.written),
        [true, true, true],
        "an edit names signs of the run"
    );
    let mut known = Record::new(PERSON, "");
    known.apply(&a.written[..1]);
    assert_eq!(plans(&known, &a.written[1..2]), [true]);
    known.apply(&a.written[1..2]);
    assert_eq!(plans(&known, &a.written[2..]), [true], "signs of the document");
    assert_eq!(
        plans(&empty, &a.written[1..2]),
        [false],
        "a text that is not among what it builds on"
    );
    let other = Record::new(RecordId([9; 16]), "");
    assert_eq!(
        plans(&other, &a.written[..1]),
        [false],
        "the seed of another record"
    );
}

#[test]
fn an_edit_of_a_long_text_names_signs_of_that_text_that_it_knew() {
    let mut a = Device::new(1);
    a.add(&[("given_name/ar", "خديجة".into()), ("note", "واحد".into())]);
    a.set(&[("note", "وا".into())]).unwrap();
    let mut known = Record::new(PERSON, "");
    known.apply(&a.written[..2]);
    let honest = parse(&a.written[2].raw).unwrap();
    let check = |what: &str, is_for_a_run: bool, twist: &dyn Fn(&mut automerge::ExpandedChange)| {
        let mut expanded = honest.decode();
        twist(&mut expanded);
        let twisted = automerge::Change::from(expanded);
        let change = Change::of(PERSON, a.actor, &twisted);
        assert_eq!(
            plans(&known, std::slice::from_ref(&change)),
            [is_for_a_run],
            "{what}"
        );
        let refused = known.clone().apply(&[change]).refused;
        assert_eq!(refused.is_empty(), is_for_a_run, "{what}: {refused:?}");
    };
    let names = |change: &mut automerge::ExpandedChange, at: usize, sign: OpId| {
        change.operations[at].pred = vec![sign.clone()].into();
        change.operations[at].key = Key::Seq(ElementId::Id(sign));
    };
    let own = honest.actor_id().clone();
    check("as it is", true, &|_| {});
    check("no operation", false, &|change| {
        names(change, 0, OpId::new(900, &own))
    });
    check("a cell", false, &|change| names(change, 0, OpId::new(2, &own)));
    check("before its time", false, &|change| {
        change.deps = vec![automerge::ChangeHash(a.written[0].hash)];
    });
}

#[test]
fn a_field_that_another_device_declares_is_taken_and_kept_before_its_declaration_is_here() {
    let field = RecordId([8; 16]);
    let declared = own::Declared {
        kind: own::FIELD.to_owned(),
        id: field,
        cells: [
            ("label/ar", "رقم الخزانة"),
            (own::APPLIES_TO, "person"),
            (own::TYPE, "number"),
        ]
        .map(|(cell, value)| (cell.to_owned(), Scalar::from(value)))
        .into(),
    };
    let builtin = Schema::builtin();
    let extended = own::extend(&builtin, &[declared]).schema;
    let key = own::key_of(field);
    let mut a = Device::new(1);
    a.schema = extended.clone();
    a.add(&[("given_name/ar", "خديجة".into()), (&key, 12.into())]);
    // Its type holds for whoever writes.
    let refused = a.set(&[(&key, "twelve".into())]).unwrap_err();
    assert_eq!(refused.code(), "wrong_shape");
    let mut b = Record::new(PERSON, "");
    assert_eq!(plans(&b, &a.written), vec![true; a.written.len()]);
    b.apply(&a.written);
    let (before, after) = (b.row(&builtin), b.row(&extended));
    assert_eq!(before.cells[&key], Scalar::from(12), "kept where nobody knows it");
    assert_eq!(before, after, "and no issue either way");
    // Without the declaration nobody writes it.
    let mut without = Device::new(2);
    without.add(&[("given_name/ar", "عمر".into())]);
    assert_eq!(
        without.set(&[(&key, 1.into())]).unwrap_err().code(),
        "unknown_field"
    );
}
