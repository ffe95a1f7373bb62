//! Fields of an association's own: part of the schema in any order, within limits, whatever comes.

use std::collections::BTreeMap;

use proptest::prelude::*;

use crate::id::RecordId;
use crate::schema::own::{self, Declared, Unfit, extend, key_of};
use crate::schema::{FieldType, Kind, Scalar, Schema, Sensitivity, ValueError};
use crate::text::Lang;

fn id(number: u8) -> RecordId {
    RecordId([number; 16])
}

fn declared(kind: &str, number: u8, cells: &[(&str, Scalar)]) -> Declared {
    Declared {
        kind: kind.to_owned(),
        id: id(number),
        cells: cells
            .iter()
            .map(|(cell, value)| ((*cell).to_owned(), value.clone()))
            .collect(),
    }
}

fn field(number: u8, kind: &str, ty: &str, name: &str) -> Declared {
    declared(
        own::FIELD,
        number,
        &[
            ("label/ar", name.into()),
            (own::APPLIES_TO, kind.into()),
            (own::TYPE, ty.into()),
            (own::POSITION, i64::from(number).into()),
        ],
    )
}

fn choice(number: u8, of: u8, name: &str, more: &[(&str, Scalar)]) -> Declared {
    let of = Scalar::from(id(of));
    let cells = [&[("label/ar", name.into()), (own::OF, of)], more].concat();
    declared(own::CHOICE, number, &cells)
}

fn keys(schema: &Schema) -> Vec<(&'static str, &'static str)> {
    schema
        .own_fields()
        .map(|(kind, field)| (kind.key, field.key))
        .collect()
}

#[test]
fn a_field_is_read_checked_and_called_as_any_other() {
    let mut shirt = field(1, "membership", "choice", "مقاس القميص");
    shirt
        .cells
        .insert("label/fr".to_owned(), "Taille de t-shirt".into());
    let records = [
        shirt,
        choice(
            2,
            1,
            "صغير",
            &[("label/fr", "Petit".into()), (own::POSITION, 2.into())],
        ),
        choice(3, 1, "كبير", &[(own::POSITION, 1.into())]),
        choice(4, 1, "وسط", &[(own::RETIRED, true.into())]),
        field(5, "membership", "amount", "الضمانة"),
    ];
    let extended = extend(&Schema::builtin(), &records);
    assert_eq!(extended.left_out, BTreeMap::new());
    let schema = extended.schema;
    let kind = schema.kind("membership").unwrap();
    let key = key_of(id(1));
    let (field, none) = kind.cell(&key).unwrap();
    assert_eq!(
        (field.sensitivity, field.dimension, none),
        (Sensitivity::Personal, false, None)
    );
    assert_eq!(kind.group_of(&key), Some(own::GROUP));
    let named = &field.own.as_ref().unwrap().named;
    assert_eq!(
        (named.label(Lang::Fr), named.label(Lang::En)),
        ("Taille de t-shirt", "مقاس القميص")
    );
    // Choices stand in their order, are read by each of their names, and by no other.
    let vocabulary = schema.vocabulary(field.ty.vocabulary().unwrap()).unwrap();
    let codes = [id(3).to_string(), id(2).to_string()];
    assert_eq!(vocabulary.codes(), codes);
    assert_eq!(
        field.ty.parse(&schema, "petit"),
        Ok(Scalar::Text(codes[1].clone()))
    );
    assert_eq!(
        field.ty.parse(&schema, "وسط"),
        Ok(Scalar::from(id(4))),
        "retired, and readable"
    );
    let wrong = field.ty.parse(&schema, "كبيير");
    assert!(
        matches!(&wrong, Err(ValueError::UnknownCode { candidates, .. }) if candidates == &["كبير"]),
        "{wrong:?}"
    );
    let amount = kind.field(&key_of(id(5))).unwrap();
    assert_eq!(amount.ty.parse(&schema, "12,50"), Ok(Scalar::from(1_250)));
    assert!(amount.ty.check(&"12,50".into()).is_err());
}

#[test]
fn a_field_is_about_a_person_unless_somebody_says_that_it_is_not_where_no_person_is() {
    let said = |number: u8, kind: &str, personal: Option<bool>| {
        let mut field = field(number, kind, "text", "x");
        let flag = personal.map(|flag| (own::PERSONAL.to_owned(), flag.into()));
        field.cells.extend(flag);
        field
    };
    let records = [
        said(1, "person", Some(false)),
        said(2, "attendance", Some(false)),
        said(3, "donor", Some(false)),
        said(4, "correspondence", None),
        said(5, "correspondence", Some(true)),
        said(6, "correspondence", Some(false)),
    ];
    let extended = extend(&Schema::builtin(), &records);
    assert_eq!(extended.left_out, BTreeMap::new());
    let internal: Vec<&str> = extended
        .schema
        .own_fields()
        .filter(|(_, field)| field.sensitivity != Sensitivity::Personal)
        .map(|(_, field)| field.key)
        .collect();
    assert_eq!(internal, [key_of(id(6))]);
}

#[test]
fn rows_of_other_fields_stand_as_they_were_made() {
    let builtin = Schema::builtin();
    let one = extend(&builtin, &[field(1, "person", "text", "أ")]).schema;
    assert_eq!(one.fingerprint(), builtin.fingerprint());
    // Those that an association took away are gone, and nothing is left behind.
    let none = extend(&one, &[]).schema;
    assert_eq!(keys(&none), []);
    let person = |schema: &Schema| -> Kind { schema.kind("person").unwrap().clone() };
    assert_eq!(person(&none), person(&builtin));
}

#[test]
fn what_cannot_be_used_is_left_out_and_told_and_harms_nothing_else() {
    let long = "ا".repeat(own::NAME_CHARS_MAX + 1);
    let mut nameless = field(1, "person", "text", " ");
    nameless.cells.insert("label/de".to_owned(), "Name".into());
    let mut shapeless = field(9, "person", "text", "x");
    shapeless.cells.insert("label/ar".to_owned(), Scalar::Integer(7));
    let records = [
        nameless,
        field(2, "person", "text", &long),
        field(3, "person", "hologram", "من إصدار أحدث"),
        field(4, "beehive", "text", "خلية"),
        field(5, "login", "text", "باب"),
        field(6, "functioning", "text", "صحة"),
        field(7, own::FIELD, "text", "نفسها"),
        field(10, "attachment", "text", "يملؤها البرنامج"),
        declared(own::FIELD, 8, &[]),
        shapeless,
        choice(20, 3, "لا خانة لها", &[]),
        choice(21, 99, "لا خانة لها", &[]),
        declared("person", 30, &[]),
        field(40, "person", "text", "سليمة"),
    ];
    let extended = extend(&Schema::builtin(), &records);
    assert_eq!(keys(&extended.schema).len(), 1);
    let told: Vec<(u8, Unfit)> = extended
        .left_out
        .iter()
        .map(|(id, unfit)| (id.0[0], *unfit))
        .collect();
    use Unfit::{LongName, NoName, UnknownKind, UnknownType};
    let expected = [
        (1, NoName),
        (2, LongName),
        (3, UnknownType),
        (4, UnknownKind),
        (5, UnknownKind),
        (6, UnknownKind),
        (7, UnknownKind),
        (8, NoName),
        (9, NoName),
        (10, UnknownKind),
        (20, UnknownKind),
        (21, UnknownKind),
    ];
    assert_eq!(told, expected);
}

#[test]
fn there_is_an_end_to_fields_and_choices_and_the_first_count() {
    let count = u8::try_from(own::FIELDS_MAX).unwrap();
    let mut records: Vec<Declared> = (1..=count + 2).map(|n| field(n, "person", "text", "س")).collect();
    let mut retired = field(200, "person", "text", "قديمة");
    retired.cells.insert(own::RETIRED.to_owned(), true.into());
    records.push(retired);
    let extended = extend(&Schema::builtin(), &records);
    assert_eq!(
        keys(&extended.schema).len(),
        own::FIELDS_MAX + 1,
        "and one that is retired"
    );
    let told: Vec<u8> = extended.left_out.keys().map(|id| id.0[0]).collect();
    assert_eq!(told, [count + 1, count + 2]);

    let many = u8::try_from(own::CHOICES_MAX).unwrap() + 1;
    let mut records = vec![field(1, "person", "choice", "ل")];
    records.extend(
        (2..2 + many).map(|n| choice(n, 1, &format!("خ {n}"), &[(own::POSITION, i64::from(n).into())])),
    );
    let extended = extend(&Schema::builtin(), &records);
    let vocabulary = extended.schema.vocabulary(&key_of(id(1))).unwrap();
    assert_eq!(vocabulary.codes().len(), own::CHOICES_MAX);
    assert_eq!(
        extended.left_out,
        BTreeMap::from([(id(1 + many), Unfit::TooMany)])
    );
}

fn anything() -> impl Strategy<Value = Scalar> {
    prop_oneof![
        Just(Scalar::Null),
        any::<bool>().prop_map(Scalar::Flag),
        any::<i64>().prop_map(Scalar::Integer),
        "\\PC{0,80}".prop_map(Scalar::Text),
        prop::sample::select(vec!["person", "membership", "text", "choice", "note", "date"])
            .prop_map(Scalar::from),
        (1u8..6).prop_map(|number| Scalar::from(id(number))),
    ]
}

fn hostile() -> impl Strategy<Value = Declared> {
    let cells = prop::sample::select(vec![
        "label/ar",
        "label/fr",
        own::APPLIES_TO,
        own::TYPE,
        own::PERSONAL,
        own::POSITION,
        own::RETIRED,
        own::OF,
        "_kind",
        "x/y/z",
    ]);
    let kinds = prop::sample::select(vec![own::FIELD, own::CHOICE, "person"]);
    let cells = prop::collection::vec((cells, anything()), 0..9);
    (kinds, 1u8..40, cells).prop_map(|(kind, number, cells)| declared(kind, number, &cells))
}

proptest! {
    #[test]
    fn the_order_of_records_means_nothing_and_nothing_breaks(
        records in prop::collection::vec(hostile(), 0..60).prop_map(|mut all| {
            all.sort_by_key(|record| record.id);
            all.dedup_by_key(|record| record.id);
            all
        }).prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))
    ) {
        let (ordered, shuffled) = records;
        let builtin = Schema::builtin();
        let (one, other) = (extend(&builtin, &ordered), extend(&builtin, &shuffled));
        prop_assert_eq!(&one.left_out, &other.left_out);
        let kinds = |schema: &Schema| schema.kinds().cloned().collect::<Vec<_>>();
        prop_assert_eq!(kinds(&one.schema), kinds(&other.schema));
        // Extending again, from whatever stood before, gives the same.
        let again = extend(&one.schema, &shuffled);
        prop_assert_eq!(kinds(&one.schema), kinds(&again.schema));
        for (_, field) in one.schema.own_fields() {
            prop_assert!(!field.dimension && field.sensitivity < Sensitivity::Sensitive);
            prop_assert!(!matches!(field.ty, FieldType::Set(_) | FieldType::Reference(_)));
        }
    }
}
