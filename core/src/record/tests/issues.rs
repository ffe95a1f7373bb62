//! Tests of what rows ask people to look at.

use super::*;
use crate::record::{Others, Standing, cross_issues};
use crate::schema::{Field, FieldType, Kind};

fn codes(row: &Row) -> Vec<(&'static str, &str)> {
    row.issues
        .iter()
        .map(|issue| (issue.code.as_str(), issue.field.as_str()))
        .collect()
}

#[test]
fn a_required_field_is_missed_until_one_of_its_languages_is_there() {
    let mut a = Device::new(1);
    a.add(&[("family_name/fr", "Alaoui".into())]);
    assert_eq!(codes(&a.row()), [("missing_required", "given_name")]);
    a.set(&[("given_name/ar", "خديجة".into())]).unwrap();
    assert!(a.row().issues.is_empty());
    a.set(&[("given_name/ar", Scalar::Null)]).unwrap();
    assert_eq!(codes(&a.row()), [("missing_required", "given_name")]);
}

#[test]
fn a_field_whose_name_begins_like_another_does_not_stand_for_it() {
    let fields = vec![
        Field::new("name", FieldType::Text).required(),
        Field::new("name_used", FieldType::Text),
    ];
    let mut a = Device::new(1);
    a.schema = Schema::builtin().with(Kind::new("hive", fields)).unwrap();
    let cells = owned(&[("name_used", "x".into())]);
    a.run(&Command::Add {
        kind: "hive".into(),
        id: Some(PERSON),
        cells,
    })
    .unwrap();
    assert_eq!(codes(&a.row()), [("missing_required", "name")]);
}

#[test]
fn two_merges_into_different_records_are_said() {
    let (mut a, mut b) = pair();
    let twin = |n: u8| RecordId([n; 16]);
    for (device, other) in [(&mut a, twin(8)), (&mut b, twin(9))] {
        device
            .run(&Command::Add {
                kind: "person".into(),
                id: Some(other),
                cells: vec![],
            })
            .unwrap();
        let base = device.heads();
        device
            .run(&Command::Merge {
                from: PERSON,
                into: other,
                base,
            })
            .unwrap();
    }
    meet(&mut a, &mut b);
    assert!(codes(&a.row()).contains(&("conflict", "_merged_into")));
    assert!(a.row().conflicts.is_empty());
    let (base, into) = (a.heads(), a.row().merged_into.unwrap());
    a.run(&Command::Merge {
        from: PERSON,
        into,
        base,
    })
    .unwrap();
    meet(&mut a, &mut b);
    assert!(b.row().issues.is_empty(), "{:?}", b.row().issues);
}

/// Record 1 is there, 2 deleted, 3 erased; the number 2026-A-0001 is another's too.
struct Known;

impl Others for Known {
    fn standing(&mut self, id: RecordId) -> Standing {
        match id.0[0] {
            1 => Standing::Present,
            2 => Standing::Deleted,
            3 => Standing::Erased,
            _ => Standing::Missing,
        }
    }

    fn is_shared(&mut self, _: RecordId, kind: &str, field: &str, value: &Scalar) -> bool {
        let shared = [
            ("payment", "receipt_no", "2026-A-0001"),
            ("person", "cnie", "XA12345"),
        ];
        shared
            .iter()
            .any(|(k, f, v)| (*k, *f, Some(*v)) == (kind, field, value.as_text()))
    }
}

#[test]
fn other_records_make_issues_of_references_and_of_what_should_be_one_of_a_kind() {
    let mut a = Device::new(1);
    let reference = |n: u8| Scalar::from(RecordId([n; 16]));
    let cells = owned(&[
        ("membership", reference(1)),
        ("period", reference(2)),
        ("cashier", reference(4)),
        ("receipt_no", "2026-A-0001".into()),
    ]);
    a.run(&Command::Add {
        kind: "payment".into(),
        id: Some(PERSON),
        cells,
    })
    .unwrap();
    let check = |row: &Row, expected: &[(IssueCode, &str)]| {
        let issues = cross_issues(row, &Schema::builtin(), &mut Known);
        let found: Vec<_> = issues
            .iter()
            .map(|issue| (issue.code, issue.field.as_str()))
            .collect();
        assert_eq!(found, expected);
    };
    let expected = [
        (IssueCode::ReferenceMissing, "cashier"),
        (IssueCode::ReferenceDeleted, "period"),
        (IssueCode::SeriesDoubled, "receipt_no"),
    ];
    check(&a.row(), &expected);
    a.set(&[
        ("period", reference(3)),
        ("cashier", Scalar::Null),
        ("receipt_no", "2026-A-0002".into()),
    ])
    .unwrap();
    check(&a.row(), &[(IssueCode::ReferenceErased, "period")]);
    let mut row = a.row();
    row.deleted = true;
    check(&row, &[]);

    let mut b = Device::new(2);
    b.add(&[("cnie", "XA12345".into())]);
    check(&b.row(), &[(IssueCode::NotUnique, "cnie")]);
}
