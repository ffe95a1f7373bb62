//! What gets into an edition and what cannot, by every kind there is; what a node takes in.

mod hostile;
mod reading;

use std::collections::BTreeMap;

use super::*;
use crate::crypto::DeviceSecret;
use crate::id::{RecordId, base32};
use crate::schema::published::{is_published, publishes};
use crate::schema::{Family, Field, FieldType, Kind, Scalar, Schema, Sensitivity};

pub(super) type Cells = BTreeMap<String, Scalar>;

/// Stands in every field that a person can fill, of every kind.
const PLANTED: &str = "سناء العلوي";

pub(super) fn id(number: u8) -> RecordId {
    RecordId([number; RecordId::LEN])
}

pub(super) fn cells(pairs: &[(&str, Scalar)]) -> Cells {
    let pairs = pairs.iter().cloned();
    pairs.map(|(path, value)| (path.to_owned(), value)).collect()
}

pub(super) fn programme(records: &[(&str, Cells)]) -> Programme {
    let drawn = draw(records);
    assert_eq!(drawn.left_out, []);
    drawn.programme
}

pub(super) fn draw(records: &[(&str, Cells)]) -> Drawn {
    let numbered = records.iter().zip(1..);
    let records = numbered.map(|((kind, cells), number)| (id(number), *kind, cells));
    Programme::of(&Schema::builtin(), records).unwrap()
}

pub(super) fn hub() -> DeviceSecret {
    DeviceSecret::from_bytes(&[7; 64])
}

/// A value that a field takes; a text is the planted name wherever a text may stand.
fn filled(field: &Field) -> Vec<(String, Scalar)> {
    let key = field.key.to_owned();
    let value = |ty: &FieldType| match ty {
        FieldType::Integer | FieldType::Points | FieldType::Money => Scalar::Integer(25),
        FieldType::Flag => Scalar::Flag(true),
        FieldType::Date => "2026-05-04".into(),
        FieldType::Phone => "+212661234567".into(),
        FieldType::Cnie => "AB123456".into(),
        FieldType::Email => "sanaa@example.ma".into(),
        FieldType::Series => "2026-A-0012".into(),
        FieldType::Code(_) => "NT-O01".into(),
        FieldType::Reference(_) => id(9).into(),
        FieldType::Text | FieldType::Note | FieldType::Localized | FieldType::Set(_) => PLANTED.into(),
    };
    match &field.ty {
        FieldType::Localized => vec![(format!("{key}/ar"), PLANTED.into())],
        FieldType::Set(element) => {
            let element = value(element).as_text().unwrap_or_default().to_owned();
            vec![(format!("{key}/{element}"), Scalar::Flag(true))]
        }
        ty => vec![(key, value(ty))],
    }
}

fn full(kind: &Kind) -> Cells {
    let mut cells: Cells = kind.fields.iter().flat_map(filled).collect();
    if let Some(period) = cells.get_mut("period") {
        *period = "2026-H1".into();
    }
    if let Some(year) = cells.get_mut("year").filter(|_| kind.key == "target") {
        *year = 2026.into();
    }
    cells
}

/// Of each kind that there is a record with every field filled: what is not public is not there, whatever
/// stands in it.
#[test]
fn of_every_kind_the_public_fields_of_the_programme_get_in_and_no_other() {
    let schema = Schema::builtin();
    let records: Vec<(RecordId, &str, Cells)> = schema
        .kinds()
        .zip(1..)
        .map(|(kind, number)| (id(number), kind.key, full(kind)))
        .collect();
    let given = records.iter().map(|(id, kind, cells)| (*id, *kind, cells));
    let drawn = Programme::of(&schema, given).unwrap();
    assert_eq!(drawn.left_out, []);
    let kinds: Vec<&str> = drawn.programme.items().iter().map(Item::kind).collect();
    assert_eq!(
        kinds,
        [
            "announcement",
            "capsule",
            "course",
            "guide_edition",
            "legal_deadline",
            "letter_model",
            "programme_partner",
            "programme_profile",
            "report_period",
            "target",
        ]
    );
    for item in drawn.programme.items() {
        let kind = schema.kind(item.kind()).unwrap();
        for path in item.cells().keys() {
            let (field, _) = kind.cell(path).unwrap();
            assert_eq!(field.sensitivity, Sensitivity::Public, "{}.{path}", kind.key);
            assert!(field.ty.refers_to().is_none(), "{}.{path}", kind.key);
        }
        let public = kind.fields.iter().filter(|field| is_published(kind, field));
        assert_eq!(public.count(), item.cells().len(), "{}", kind.key);
    }
    let course = drawn
        .programme
        .items()
        .iter()
        .find(|item| item.kind() == "course");
    assert!(!course.unwrap().cells().contains_key("trainer"));
}

/// Nobody's name, and nothing that leads to a person or a record, is of a type that travels.
#[test]
fn what_names_or_reaches_somebody_travels_under_no_declaration() {
    for ty in [
        FieldType::Reference("person"),
        FieldType::Phone,
        FieldType::Email,
        FieldType::Cnie,
        FieldType::Series,
        FieldType::Set(Box::new(FieldType::Phone)),
        FieldType::Set(Box::new(FieldType::Reference("trainee"))),
    ] {
        let fields = vec![Field::new("it", ty).public(), Field::new("more", FieldType::Text)];
        let kind = Kind::new("it", fields).family(Family::Programme);
        assert!(!publishes(&kind), "{kind:?}");
    }
    let schema = Schema::builtin();
    for kind in [
        "trainee",
        "participant",
        "questionnaire",
        "course_test",
        "certificate",
        "maturity",
    ] {
        assert!(!publishes(schema.kind(kind).unwrap()), "{kind}");
    }
}

#[test]
fn what_is_not_public_is_refused_where_somebody_wrote_it_in() {
    let schema = Schema::builtin();
    let check = |kind: &str, path: &str, value: Scalar, code: &str| {
        let forged = Programme::forged(&[(kind, id(1), cells(&[(path, value)]))]);
        assert_eq!(
            forged.check_whole(&schema).unwrap_err().code(),
            code,
            "{kind}.{path}"
        );
        let read = Programme::from_bytes(&forged.to_bytes()).unwrap();
        assert_eq!(read, forged);
        let refused = Edition::next(read, None, &schema, &hub(), "2026-05-04".parse().unwrap());
        assert_eq!(refused.unwrap_err().code(), code, "{kind}.{path}");
    };
    check("trainee", "post", PLANTED.into(), "edition_not_public");
    check("trainee", "_kind", PLANTED.into(), "edition_not_public");
    check("association", "name/ar", PLANTED.into(), "edition_not_public");
    check("course", "trainer", PLANTED.into(), "edition_not_public");
    check("course", "x_mine", PLANTED.into(), "edition_unknown");
    check("course", "title", PLANTED.into(), "edition_unfit");
    check("course", "title/ar", Scalar::Flag(true), "edition_unfit");
    check("course", "hours/ar", 3.into(), "edition_unfit");
    check("course", "hours", PLANTED.into(), "edition_unfit");
    check("hive", "title/ar", PLANTED.into(), "edition_unknown");
    // Not of this release: a node carries it, and shows nothing of it.
    for (kind, path) in [("hive", "title/ar"), ("course", "seats")] {
        let newer = Programme::forged(&[(kind, id(1), cells(&[(path, "x".into())]))]);
        assert_eq!(newer.check(&schema), Ok(()));
    }
}

#[test]
fn what_makes_no_sense_stays_behind() {
    let target = |more: &[(&str, Scalar)]| {
        let mut target = cells(&[
            ("statement/ar", "25 جمعية".into()),
            ("indicator", "NT-O01".into()),
            ("value", 25.into()),
        ]);
        target.extend(cells(more));
        ("target", target)
    };
    let period = |period: &str| ("report_period", cells(&[("period", period.into())]));
    let records = [
        target(&[]),
        target(&[("value", (-1).into())]),
        target(&[("indicator", "NT-X01".into())]),
        target(&[("year", 26.into())]),
        target(&[("baseline", (-3).into())]),
        period("2026-H1"),
        period("2026-h1"),
        ("announcement", cells(&[("text/ar", "بلا عنوان".into())])),
        ("announcement", cells(&[("note", "ما لا يُنشر".into())])),
    ];
    let drawn = draw(&records);
    assert_eq!(drawn.left_out, [2, 3, 4, 5, 7, 8].map(id));
    assert_eq!(drawn.programme.items().len(), 2);
}

fn known() -> Programme {
    programme(&[
        (
            "announcement",
            cells(&[("title/ar", "افتتاح التسجيل".into()), ("note", PLANTED.into())]),
        ),
        (
            "course",
            cells(&[
                ("title/fr", "Archivage numérique".into()),
                ("topics/archive", true.into()),
                ("topics/security", false.into()),
                ("hours", 12.into()),
                ("trainer", PLANTED.into()),
            ]),
        ),
        (
            "target",
            cells(&[
                ("statement/en", "25 associations".into()),
                ("indicator", "NT-O01".into()),
                ("value", 25.into()),
            ]),
        ),
    ])
}

fn issue(programme: Programme, held: Option<&Edition>) -> Edition {
    let day = "2026-05-04".parse().unwrap();
    Edition::next(programme, held, &Schema::builtin(), &hub(), day).unwrap()
}

/// What this release signed, every later one reads; other bytes need another purpose.
#[test]
fn the_bytes_of_a_known_edition_stay() {
    let edition = issue(known(), None);
    let bytes = edition.to_bytes();
    assert_eq!(base32(&bytes), include_str!("edition.txt").trim());
    let read = Edition::from_bytes(&bytes).unwrap();
    assert_eq!(read, edition);
    assert_eq!(read.verify(&hub().id()), Ok(()));
    assert_eq!(
        (read.number(), read.issued().to_string().as_str()),
        (1, "2026-05-04")
    );
    let text = String::from_utf8_lossy(&bytes);
    assert!(!text.contains(PLANTED) && text.contains("Archivage numérique"));
}

#[test]
fn a_node_takes_the_next_edition_of_its_own_hub_and_no_other() {
    let schema = Schema::builtin();
    let take = |edition: &Edition, held: Option<&Edition>| {
        Edition::take(&edition.to_bytes(), held, &schema, &hub().id())
    };
    let first = issue(known(), None);
    let more = programme(&[("announcement", cells(&[("title/ar", "تأجيل".into())]))]);
    let second = issue(more.clone(), Some(&first));
    assert_eq!((first.number(), second.number()), (1, 2));
    assert_eq!(take(&first, None), Ok(Taken::New(first.clone())));
    assert_eq!(take(&second, Some(&first)), Ok(Taken::New(second.clone())));
    assert_eq!(take(&second, Some(&second)), Ok(Taken::Already));
    let older = EditionFault::Older { found: 1, held: 2 };
    assert_eq!(take(&first, Some(&second)), Err(older));
    let other = issue(more, None);
    assert_eq!(
        take(&other, Some(&first)),
        Err(EditionFault::Forked { number: 1 })
    );
    let stranger = DeviceSecret::from_bytes(&[8; 64]);
    let theirs = Edition::next(known(), None, &schema, &stranger, first.issued()).unwrap();
    assert_eq!(take(&theirs, None), Err(EditionFault::NotSigned));
    assert_eq!(
        Edition::take(b"x", None, &schema, &hub().id()),
        Err(EditionFault::Malformed)
    );
}

#[test]
fn the_hub_signs_what_says_something_new() {
    let schema = Schema::builtin();
    let first = issue(known(), None);
    let next = |programme, held| Edition::next(programme, held, &schema, &hub(), first.issued());
    let same = next(known(), Some(&first));
    assert_eq!(same, Err(EditionFault::Unchanged { number: 1 }));
    assert_eq!(next(Programme::default(), None), Err(EditionFault::Empty));
}

#[test]
fn there_is_an_end_to_records_and_bytes() {
    let announced = |text: &str| cells(&[("title/ar", text.into())]);
    let many: Vec<Cells> = (0..=ITEMS_MAX).map(|_| announced("إعلان")).collect();
    let numbered = many.iter().zip(0_u128..);
    let numbered = numbered.map(|(cells, number)| (RecordId(number.to_be_bytes()), "announcement", cells));
    let refused = Programme::of(&Schema::builtin(), numbered).unwrap_err();
    assert_eq!(refused.code(), "edition_too_many");
    let letter = cells(&[("name/ar", "رسالة".into()), ("text", "ب".repeat(32_000).into())]);
    let long: Vec<(RecordId, &str, &Cells)> = (1..=20)
        .map(|number| (id(number), "letter_model", &letter))
        .collect();
    let refused = Programme::of(&Schema::builtin(), long).unwrap_err();
    assert_eq!(refused.code(), "edition_too_long");
}
