//! Tests of commands: what each changes, and why it is refused.

use super::*;
use crate::command::Refusal;
use crate::id::{ActorId, SpaceId};
use crate::record::tests::{Device, PERSON, meet, owned, pair};
use crate::record::{IssueCode, Record};
use crate::schema::{Field, FieldType, Kind, Schema, presence};

fn id(n: u8) -> RecordId {
    RecordId([n; 16])
}

fn refused(result: Result<super::Decision, Refusal>) -> &'static str {
    result.unwrap_err().code()
}

#[test]
fn what_does_not_fit_is_refused_with_its_code_and_changes_nothing() {
    let (mut a, _) = pair();
    let heads = a.heads();
    let mut check = |cell: &str, value: Scalar, code: &str| {
        let refusal = a.set(&[("douar", "new".into()), (cell, value)]).unwrap_err();
        assert_eq!(refusal.code(), code, "{cell}");
        assert_eq!(refusal.field(), Some(cell));
    };
    check("salary", 1.into(), "unknown_field");
    check("_deleted", true.into(), "unknown_field");
    check("_kind", "donor".into(), "unknown_field");
    check("given_name", "x".into(), "unknown_field");
    check("given_name/xx", "x".into(), "unknown_field");
    check("phones/12", true.into(), "unknown_field");
    check("douar/ar", "x".into(), "unknown_field");
    check("birth_date", "28/06/1962".into(), "not_a_date");
    check("douar", 1.into(), "wrong_shape");
    check("note", "x".repeat(TEXT_BYTES_MAX + 1).into(), "too_long");
    assert_eq!(a.heads(), heads);
    assert_eq!(a.cell("douar"), "سيدي".into());
}

#[test]
fn commands_on_what_is_not_there_are_refused() {
    let (mut a, mut b) = pair();
    let base = a.heads();
    let absent = Command::Delete {
        id: id(9),
        base: base.clone(),
    };
    assert_eq!(refused(a.run(&absent)), "not_found");
    let add = |kind: &str, id| Command::Add {
        kind: kind.into(),
        id,
        cells: vec![],
    };
    assert_eq!(refused(a.run(&add("spaceship", None))), "unknown_kind");
    assert_eq!(refused(a.run(&add("person", Some(PERSON)))), "exists");
    b.set(&[("douar", "x".into())]).unwrap();
    let unseen = b.heads();
    assert_eq!(
        refused(a.set_at(unseen, &[("douar", "y".into())])),
        "unknown_base"
    );
}

#[test]
fn a_change_that_fits_no_entry_is_refused() {
    let kind = Kind::new(
        "archive",
        vec![
            Field::new("a", FieldType::Note),
            Field::new("b", FieldType::Note),
            Field::new("c", FieldType::Note),
            Field::new("d", FieldType::Note),
        ],
    );
    let mut a = Device::new(1);
    a.schema = Schema::builtin().with(kind).unwrap();
    // Signs that no run can shorten.
    let text = |seed: u32| -> String {
        let mut state = seed;
        (0..16_000)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                char::from_u32(0x1_0000 + (state >> 16)).unwrap_or('x')
            })
            .collect()
    };
    let cells: Vec<(String, Scalar)> = ["a", "b", "c", "d"]
        .iter()
        .zip(1..)
        .map(|(f, n)| ((*f).into(), text(n).into()))
        .collect();
    let add = Command::Add {
        kind: "archive".into(),
        id: Some(id(3)),
        cells: cells.clone(),
    };
    assert_eq!(refused(a.run(&add)), "change_too_large");
    assert!(a.records.is_empty() && a.written.is_empty());
    let add = Command::Add {
        kind: "archive".into(),
        id: Some(id(3)),
        cells: cells[..1].to_vec(),
    };
    a.run(&add).unwrap();
}

#[test]
fn many_are_done_together_or_not_at_all() {
    let mut a = Device::new(1);
    let person = Command::Add {
        kind: "person".into(),
        id: Some(id(1)),
        cells: owned(&[("douar", "x".into())]),
    };
    let role = |cells: &[(&str, Scalar)]| Command::Add {
        kind: "membership".into(),
        id: Some(id(2)),
        cells: owned(cells),
    };
    let wrong = Command::Many(vec![
        person.clone(),
        role(&[("person", id(1).into()), ("joined_on", "?".into())]),
    ]);
    assert_eq!(refused(a.run(&wrong)), "not_a_date");
    assert!(a.records.is_empty());
    let decision = a
        .run(&Command::Many(vec![person, role(&[("person", id(1).into())])]))
        .unwrap();
    assert_eq!(decision.records.len(), 2);
    assert_eq!(decision.added, [id(1), id(2)]);
    // The second sees what the first did.
    let base = a.records[&id(1)].heads();
    let twice = Command::Many(vec![
        Command::Delete {
            id: id(1),
            base: base.clone(),
        },
        Command::Delete { id: id(1), base },
    ]);
    assert_eq!(
        a.run(&twice).unwrap().changes.len(),
        2,
        "both at the state that was seen"
    );
    assert!(a.records[&id(1)].is_deleted());
}

fn sheet(import: u8, cells: &[(&str, Scalar)]) -> Command {
    let row = ImportRow {
        id: PERSON,
        kind: "person".into(),
        cells: owned(cells),
    };
    Command::Import {
        import: ImportId([import; 16]),
        rows: vec![row],
    }
}

#[test]
fn one_sheet_imported_on_two_laptops_makes_each_person_once() {
    let (mut a, mut b) = (Device::new(1), Device::new(2));
    let one = [
        ("douar", "سيدي".into()),
        ("phones/+212661000000", true.into()),
        ("note", "لا".into()),
    ];
    let mut other = one.clone();
    other.reverse();
    a.run(&sheet(5, &one)).unwrap();
    b.run(&sheet(5, &other)).unwrap();
    assert_eq!(a.written, b.written, "byte for byte");
    assert!(a.written.iter().all(|change| change.seq == 1));
    meet(&mut a, &mut b);
    let row = a.row();
    assert_eq!(row.import, Some(ImportId([5; 16])));
    assert_eq!(row.cells["note"], "لا".into());
    assert_eq!(row.updated.0, 0);
    assert!(
        a.run(&sheet(5, &one)).unwrap().changes.is_empty(),
        "imported again, nothing changes"
    );
}

/// The bytes of derived changes may never change: a later release would make the same actor's change
/// anew with another hash, and one of the two would be refused.
#[test]
fn derived_changes_are_what_the_first_release_made() {
    let mut a = Device::new(1);
    a.run(&sheet(5, &[("douar", "سيدي".into()), ("note", "لا".into())]))
        .unwrap();
    let names: Vec<String> = a
        .written
        .iter()
        .map(|change| crate::id::base32(&change.hash))
        .collect();
    assert_eq!(names, GOLDEN);
}

const GOLDEN: [&str; 2] = [
    "4mevptzn4tlgzmwy7dmcawi5ktwm2ssmo4motnb7tyishd5olnua",
    "us2gm3u3naxmpwvh66vn63mahwytl3lde5bjwd3xrd6tkv56ybpq",
];

#[test]
fn an_import_undone_and_repeated_brings_its_records_back() {
    let mut a = Device::new(1);
    let cells = [("douar", "سيدي".into())];
    a.run(&sheet(5, &cells)).unwrap();
    a.delete();
    assert!(a.row().deleted);
    a.run(&sheet(5, &cells)).unwrap();
    assert!(!a.row().deleted);
    assert!(!a.has_issue(IssueCode::DeletedWhileEdited));
}

#[test]
fn a_row_at_fault_is_named() {
    let mut a = Device::new(1);
    let rows = vec![
        ImportRow {
            id: id(1),
            kind: "person".into(),
            cells: vec![],
        },
        ImportRow {
            id: id(2),
            kind: "person".into(),
            cells: owned(&[("sex", 1.into())]),
        },
    ];
    let refusal = a
        .run(&Command::Import {
            import: ImportId([1; 16]),
            rows,
        })
        .unwrap_err();
    assert!(matches!(refusal, Refusal::Row { index: 1, .. }));
    assert_eq!((refusal.code(), refusal.field()), ("wrong_shape", Some("sex")));
    assert!(a.records.is_empty());
}

#[test]
fn persons_are_merged_by_a_decision_that_can_be_undone() {
    let (mut a, mut b) = pair();
    let twin = id(8);
    a.run(&Command::Add {
        kind: "person".into(),
        id: Some(twin),
        cells: vec![],
    })
    .unwrap();
    a.run(&Command::Add {
        kind: "household".into(),
        id: Some(id(9)),
        cells: vec![],
    })
    .unwrap();
    let merge = |device: &Device, from: RecordId, into| Command::Merge {
        from,
        into,
        base: device.records[&from].heads(),
    };
    let command = merge(&a, twin, twin);
    assert_eq!(refused(a.run(&command)), "merge_cycle");
    let command = merge(&a, twin, id(9));
    assert_eq!(refused(a.run(&command)), "merge_kinds");
    let command = merge(&a, twin, PERSON);
    a.run(&command).unwrap();
    let command = merge(&a, PERSON, twin);
    assert_eq!(refused(a.run(&command)), "merge_cycle");
    meet(&mut a, &mut b);
    assert_eq!(b.records[&twin].row(&b.schema).merged_into, Some(PERSON));
    let base = b.records[&twin].heads();
    b.run(&Command::Unmerge { id: twin, base }).unwrap();
    meet(&mut a, &mut b);
    assert_eq!(a.records[&twin].merged_into(), None);
}

#[test]
fn the_winner_does_not_depend_on_the_order_of_arrival() {
    let (mut a, mut b) = pair();
    a.set(&[("douar", "a".into())]).unwrap();
    b.set(&[("douar", "b".into())]).unwrap();
    let mut one = Record::new(PERSON, "");
    let mut two = Record::new(PERSON, "");
    let changes: Vec<_> = a.written.iter().chain(&b.written).cloned().collect();
    one.apply(&changes);
    for change in changes.iter().rev() {
        two.apply(std::slice::from_ref(change));
    }
    assert_eq!(one.row(&a.schema), two.row(&a.schema));
    assert_eq!(
        one.cells()["douar"],
        "b".into(),
        "the greater actor of two operations of one number"
    );
    assert_ne!(a.actor, ActorId([0; 16]));
}

#[test]
fn a_derived_id_is_of_its_space_kind_and_parts_and_of_nothing_else() {
    let (here, there) = (SpaceId([1; 32]), SpaceId([2; 32]));
    let one = one_id(&here, "attendance", &["ab", "c"]);
    assert_eq!(one, one_id(&here, "attendance", &["ab", "c"]));
    for other in [
        one_id(&there, "attendance", &["ab", "c"]),
        one_id(&here, "attend", &["ab", "c"]),
        one_id(&here, "attendance", &["a", "bc"]),
        one_id(&here, "attendance", &["ab", "c", ""]),
        one_id(&here, "attendance", &["c", "ab"]),
    ] {
        assert_ne!(one, other);
    }
    // Later releases find what this one wrote.
    assert_eq!(one.to_string(), GOLDEN_ONE);
}

const GOLDEN_ONE: &str = "u6zwlpdcjwtebnlnubkzpx62y4";

#[test]
fn two_laptops_that_tick_one_person_offline_make_one_record() {
    let (mut a, mut b) = (Device::new(1), Device::new(2));
    let (space, activity, person) = (SpaceId([1; 32]), id(5), id(6));
    let presence = one_id(
        &space,
        presence::ATTENDANCE,
        &presence::person_is(activity, person),
    );
    let tick = Command::Add {
        kind: presence::ATTENDANCE.into(),
        id: Some(presence),
        cells: presence::of_person(activity, person),
    };
    a.run(&tick).unwrap();
    b.run(&tick).unwrap();
    meet(&mut a, &mut b);
    assert_eq!(a.records.len(), 1);
    assert!(a.records[&presence].conflicts().is_empty());
    // One takes the tick back: it is taken back for both, and comes back with the next tick.
    let base = a.records[&presence].heads();
    a.run(&Command::Delete { id: presence, base }).unwrap();
    meet(&mut a, &mut b);
    assert!(b.records[&presence].is_deleted());
    let base = b.records[&presence].heads();
    b.run(&Command::Restore { id: presence, base }).unwrap();
    meet(&mut a, &mut b);
    assert!(!a.records[&presence].is_deleted());
    assert!(a.records[&presence].conflicts().is_empty());
}

#[test]
fn two_laptops_that_count_one_group_differently_are_asked_which_is_right() {
    let (mut a, mut b) = (Device::new(1), Device::new(2));
    let (space, activity) = (SpaceId([1; 32]), id(5));
    let women = presence::Group {
        sex: "2".into(),
        ..presence::Group::default()
    };
    let count = one_id(
        &space,
        presence::ATTENDANCE,
        &presence::group_is(activity, &women),
    );
    let tell = |people: i64| Command::Add {
        kind: presence::ATTENDANCE.into(),
        id: Some(count),
        cells: presence::of_group(activity, &women, people),
    };
    a.run(&tell(12)).unwrap();
    b.run(&tell(14)).unwrap();
    meet(&mut a, &mut b);
    assert_eq!(a.records.len(), 1);
    let disputed: Vec<_> = a.records[&count]
        .conflicts()
        .into_iter()
        .map(|one| one.cell)
        .collect();
    assert_eq!(disputed, [presence::PEOPLE]);
    let base = a.records[&count].heads();
    a.run(&Command::Resolve {
        id: count,
        base,
        cell: presence::PEOPLE.into(),
        value: 13.into(),
    })
    .unwrap();
    meet(&mut a, &mut b);
    assert_eq!(
        b.records[&count].row(&b.schema).cells[presence::PEOPLE],
        13.into()
    );
}
