//! The built-in schema agrees with itself, and has its words.

use super::*;

#[test]
fn the_builtin_declarations_agree_with_each_other() {
    let schema = families::builtin().expect("agrees");
    for key in [
        "association",
        "person",
        "household",
        "membership",
        "dues_period",
        "payment",
        "enrolment",
        "consent",
        "donor",
        "donation",
        "partner",
        "convention",
        "activity",
        "attendance",
        "correspondence",
        "login",
        "custom_field",
        "custom_choice",
    ] {
        assert!(schema.kind(key).is_some(), "{key}");
    }
    for key in ["member", "beneficiary", "donor", "partner"] {
        let (_, referred) = schema.register(key).expect(key);
        assert_eq!(referred.key, "person");
    }
}

#[test]
fn a_declaration_that_the_rest_could_not_serve_is_refused() {
    let check = |kind: Kind, fault: SchemaFault| assert_eq!(Schema::builtin().with(kind).unwrap_err(), fault);
    let text = |key| Field::new(key, FieldType::Text);
    check(
        Kind::new("Hive", vec![text("name")]),
        SchemaFault::Key { key: "Hive" },
    );
    check(
        Kind::new("hive", vec![text("_kind")]),
        SchemaFault::Key { key: "_kind" },
    );
    check(
        Kind::new("person", vec![text("name")]),
        SchemaFault::Twice { key: "person" },
    );
    check(
        Kind::new("sex", vec![text("name")]),
        SchemaFault::Twice { key: "sex" },
    );
    check(
        Kind::new("hive", vec![text("name"), text("name")]),
        SchemaFault::Twice { key: "name" },
    );
    check(
        Kind::new("hive", vec![Field::new("colour", FieldType::Code("colour"))]),
        SchemaFault::Unknown {
            kind: "hive",
            field: "colour",
            names: "colour",
        },
    );
    check(
        Kind::new("hive", vec![Field::new("keeper", FieldType::Reference("keeper"))]),
        SchemaFault::Unknown {
            kind: "hive",
            field: "keeper",
            names: "keeper",
        },
    );
    check(
        Kind::new(
            "hive",
            vec![Field::new("notes", FieldType::Set(Box::new(FieldType::Note)))],
        ),
        SchemaFault::Element {
            kind: "hive",
            field: "notes",
        },
    );
    check(
        Kind::new("hive", vec![text("name").sensitive(), text("colour")]),
        SchemaFault::SensitiveMixed {
            kind: "hive",
            field: "colour",
        },
    );
    let keeper = Field::new("keeper", FieldType::Reference("person"));
    check(
        Kind::new("hive", vec![keeper.clone(), text("email")]).register("beekeeper", "keeper"),
        SchemaFault::Twice { key: "email" },
    );
    check(
        Kind::new("hive", vec![keeper.clone()]).register("member", "keeper"),
        SchemaFault::Twice { key: "member" },
    );
}

#[test]
fn every_change_of_a_declaration_changes_the_fingerprint() {
    let builtin = Schema::builtin();
    let with = |field: Field| {
        builtin
            .clone()
            .with(Kind::new("hive", vec![field]))
            .expect("sound")
            .fingerprint()
    };
    let plain = with(Field::new("name", FieldType::Text));
    assert_ne!(plain, builtin.fingerprint());
    assert_ne!(plain, with(Field::new("name", FieldType::Text).unique()));
    assert_ne!(plain, with(Field::new("name", FieldType::Note)));
    assert_eq!(plain, with(Field::new("name", FieldType::Text)));
}

#[test]
fn a_path_names_a_field_and_its_member() {
    let schema = Schema::builtin();
    let person = schema.kind("person").expect("built in");
    let check = |path: &str, expected: Option<(&str, Option<&str>)>| {
        assert_eq!(
            person.cell(path).map(|(field, member)| (field.key, member)),
            expected,
            "{path}"
        );
    };
    check("cnie", Some(("cnie", None)));
    check("given_name/ar", Some(("given_name", Some("ar"))));
    check("phones/+212661786989", Some(("phones", Some("+212661786989"))));
    check("given_name", None);
    check("given_name/de", None);
    check("phones/0661786989", None);
    check("cnie/x", None);
    check("_kind", None);
    check("", None);
}

mod cells;
mod figures;
mod laws;
mod own;
mod parsing;
mod programme;
#[cfg(feature = "text")]
mod words;

/// A title is kept as it is, in no language: a code in it would be read without its label.
#[test]
fn no_title_names_a_code() {
    for kind in Schema::builtin().kinds() {
        for key in &kind.title {
            let field = kind.field(key).unwrap();
            assert_eq!(field.ty.vocabulary(), None, "{}.{key}", kind.key);
        }
    }
}
