//! What a field makes of a text, and what storage may hold.

use crate::schema::{FieldType, Scalar, Schema, ValueError};

#[test]
fn a_field_writes_its_cells() {
    let schema = Schema::builtin();
    let person = schema.kind("person").expect("built in");
    let cells = |field: &str, member: Option<&str>, text: &str| {
        person
            .field(field)
            .expect("has it")
            .parse_cells(&schema, member, text)
    };
    let one = |path: &str, scalar: Scalar| Ok(vec![(path.to_owned(), scalar)]);
    assert_eq!(
        cells("given_name", None, "خديجة"),
        one("given_name/ar", "خديجة".into())
    );
    assert_eq!(
        cells("given_name", None, "Khadija"),
        one("given_name/fr", "Khadija".into())
    );
    assert_eq!(
        cells("given_name", None, "ⵉⴷⵉⵔ"),
        one("given_name/zgh", "ⵉⴷⵉⵔ".into())
    );
    assert_eq!(
        cells("given_name", Some("en"), "Khadija"),
        one("given_name/en", "Khadija".into())
    );
    assert_eq!(
        cells("phones", None, "0661786989"),
        one("phones/+212661786989", true.into())
    );
    assert_eq!(
        cells("phones", Some("+212661786989"), "non"),
        one("phones/+212661786989", false.into())
    );
    assert_eq!(cells("cnie", None, ""), one("cnie", Scalar::Null));
    let no_such = |member: &str| {
        Err(ValueError::NoSuchMember {
            member: member.to_owned(),
        })
    };
    assert_eq!(cells("cnie", Some("ar"), "A1"), no_such("ar"));
    assert_eq!(cells("given_name", Some("de"), "x"), no_such("de"));
    assert_eq!(cells("phones", Some("0661"), "x"), no_such("0661"));
}

#[test]
fn what_storage_holds_is_checked() {
    let code = |ty: FieldType, scalar: Scalar| ty.check(&scalar).map_err(|error| error.code());
    assert_eq!(code(FieldType::Date, "1962-06".into()), Ok(()));
    assert_eq!(code(FieldType::Date, Scalar::Null), Ok(()));
    assert_eq!(code(FieldType::Date, "28/06/1962".into()), Err("not_a_date"));
    assert_eq!(code(FieldType::Date, "1962-02-30".into()), Err("no_such_day"));
    assert_eq!(code(FieldType::Date, 1962.into()), Err("wrong_shape"));
    assert_eq!(code(FieldType::Money, i64::MAX.into()), Err("out_of_range"));
    assert_eq!(code(FieldType::Money, i64::MIN.into()), Err("out_of_range"));
    assert_eq!(code(FieldType::Cnie, "xa 1".into()), Err("not_canonical"));
    assert_eq!(code(FieldType::Phone, "0661786989".into()), Err("not_canonical"));
    assert_eq!(
        code(FieldType::Code("sex"), "a code of tomorrow".into()),
        Err("not_canonical")
    );
    assert_eq!(code(FieldType::Code("sex"), "x-tomorrow".into()), Ok(()));
    assert_eq!(
        code(FieldType::Set(Box::new(FieldType::Phone)), true.into()),
        Ok(())
    );
    assert_eq!(
        code(FieldType::Reference("person"), "A".repeat(26).into()),
        Err("not_canonical")
    );
}

#[test]
fn a_code_of_tomorrow_is_kept_and_seen_as_other() {
    use crate::schema::Code;
    let schema = Schema::builtin();
    let sex = schema.vocabulary("sex").expect("built in");
    assert_eq!(sex.view("2"), Code::Known("2"));
    assert_eq!(sex.view("3"), Code::Other("3"));
}
