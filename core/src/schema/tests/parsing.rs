//! What people write, and what is made of it.

use crate::schema::{CELL_BYTES_MAX, FieldType, Scalar, Schema, ValueError};

fn read(ty: &FieldType, text: &str) -> Result<Scalar, ValueError> {
    ty.parse(&Schema::builtin(), text)
}

/// Each text is read as the one it stands with.
fn reads(ty: FieldType, cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(text, expected)| read(&ty, text) != Ok(Scalar::from(*expected)))
        .map(|(text, expected)| format!("{text:?}: {:?}, not {expected:?}", read(&ty, text)))
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

/// Each text is refused with the code it stands with.
fn refuses(ty: FieldType, cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(text, code)| read(&ty, text).map_err(|error| error.code()) != Err(code))
        .map(|(text, code)| format!("{text:?}: {:?}, not {code}", read(&ty, text)))
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn white_space_and_direction_marks_are_nothing() {
    for ty in [
        FieldType::Text,
        FieldType::Date,
        FieldType::Money,
        FieldType::Phone,
        FieldType::Code("sex"),
    ] {
        for text in ["", " ", "\u{200f}", "\n\t \u{a0}"] {
            assert_eq!(read(&ty, text), Ok(Scalar::Null), "{ty:?} {text:?}");
        }
    }
}

#[test]
fn a_line_is_trimmed_and_bounded() {
    reads(
        FieldType::Text,
        &[
            ("  Khadija   El\u{a0}Khamissi ", "Khadija El Khamissi"),
            ("a\nb", "a b"),
        ],
    );
    refuses(
        FieldType::Text,
        &[("a\u{7}b", "control_character"), (&"ا".repeat(501), "too_long")],
    );
    assert!(read(&FieldType::Text, &"ا".repeat(500)).is_ok());
    let found = CELL_BYTES_MAX + 1;
    let error = read(&FieldType::Note, &"a".repeat(found)).unwrap_err();
    assert_eq!(
        error,
        ValueError::TooLong {
            limit: CELL_BYTES_MAX,
            found
        }
    );
}

#[test]
fn a_long_text_keeps_its_lines() {
    reads(FieldType::Note, &[("un\r\ndeux\rtrois\n", "un\ndeux\ntrois")]);
    refuses(FieldType::Note, &[("a\u{0}b", "control_character")]);
}

#[test]
fn identity_cards() {
    reads(
        FieldType::Cnie,
        &[
            ("XA13858", "XA13858"),
            ("xa 13858", "XA13858"),
            ("X.A-13858", "XA13858"),
            ("\u{200e}A٣٢٠٥٠", "A32050"),
            ("x 1", "X1"),
            ("AB1234567", "AB1234567"),
        ],
    );
    refuses(
        FieldType::Cnie,
        &[
            ("13858", "not_a_cnie"),
            ("XAB1385", "not_a_cnie"),
            ("XA12345678", "not_a_cnie"),
            ("XA", "not_a_cnie"),
            ("XA13858B", "not_a_cnie"),
            ("خ13858", "not_a_cnie"),
            ("néant", "not_a_cnie"),
        ],
    );
}

#[test]
fn telephones() {
    reads(
        FieldType::Phone,
        &[
            ("0661786989", "+212661786989"),
            ("06 61 78 69 89", "+212661786989"),
            ("06.61.78.69.89", "+212661786989"),
            ("06-61-78-69-89", "+212661786989"),
            ("٠٦٦١٧٨٦٩٨٩", "+212661786989"),
            ("۰۶۶۱۷۸۶۹۸۹", "+212661786989"),
            ("+212661786989", "+212661786989"),
            ("+212 6 61 78 69 89", "+212661786989"),
            ("+212 (0)661786989", "+212661786989"),
            ("+2120661786989", "+212661786989"),
            ("00212661786989", "+212661786989"),
            ("212661786989", "+212661786989"),
            ("661786989", "+212661786989"),
            ("661786989.0", "+212661786989"),
            ("537551234", "+212537551234"),
            ("Tél : 0537 55 12 34", "+212537551234"),
            ("\u{202a}+212661786989\u{202c}", "+212661786989"),
            ("+33 6 12 34 56 78", "+33612345678"),
            ("0033612345678", "+33612345678"),
            ("+34612345678", "+34612345678"),
        ],
    );
    refuses(
        FieldType::Phone,
        &[
            ("066178698", "not_a_phone"),
            ("06617869891", "not_a_phone"),
            ("0161786989", "not_a_phone"),
            ("461786989", "not_a_phone"),
            ("+212461786989", "not_a_phone"),
            ("+661786989", "not_a_phone"),
            ("00661786989", "not_a_phone"),
            ("+0661786989", "not_a_phone"),
            ("123", "not_a_phone"),
            ("لا يوجد", "not_a_phone"),
            ("0661786989 / 0537551234", "several_phones"),
            ("0661786989\n0537551234", "several_phones"),
        ],
    );
}

#[test]
fn several_telephones_of_one_cell() {
    let phones = FieldType::Set(Box::new(FieldType::Phone));
    let schema = Schema::builtin();
    let both = [Scalar::from("+212661786989"), Scalar::from("+212537551234")];
    for text in [
        "0661786989/0537551234",
        "06 61 78 69 89 / 05 37 55 12 34",
        "06.61.78.69.89 - 05.37.55.12.34",
        "06-61-78-69-89 05-37-55-12-34",
        "0661786989-0537551234",
        "0661786989 0537551234",
        "661786989;537551234",
        "0661786989، 0537551234",
        "0661786989 و 0537551234",
        "0661786989 ou 0537551234",
        "0661786989\n0537551234\n0661786989",
        "GSM: 0661786989 Fixe: 0537551234",
    ] {
        assert_eq!(phones.parse_set(&schema, text), Ok(both.to_vec()), "{text}");
    }
    assert_eq!(phones.parse_set(&schema, "0661786989"), Ok(both[..1].to_vec()));
    assert_eq!(phones.parse_set(&schema, " "), Ok(Vec::new()));
    assert!(phones.parse_set(&schema, "0661786989 / 05375512").is_err());
}

#[test]
fn dates() {
    reads(
        FieldType::Date,
        &[
            ("1962", "1962"),
            ("١٩٦٢", "1962"),
            ("سنة 1962", "1962"),
            ("06/1962", "1962-06"),
            ("1962-06", "1962-06"),
            ("juin 1962", "1962-06"),
            ("28/06/1962", "1962-06-28"),
            ("28-06-1962", "1962-06-28"),
            ("28.06.1962", "1962-06-28"),
            ("28 06 1962", "1962-06-28"),
            ("8/6/1962", "1962-06-08"),
            ("1962-06-28", "1962-06-28"),
            ("1962/06/28", "1962-06-28"),
            ("٢٨/٠٦/١٩٦٢", "1962-06-28"),
            ("28062026", "2026-06-28"),
            ("19620628", "1962-06-28"),
            ("1962-06-28T00:00:00", "1962-06-28"),
            ("28/06/1962 00:00:00", "1962-06-28"),
            ("28 juin 1962", "1962-06-28"),
            ("1er août 1962", "1962-08-01"),
            ("le 28 Juin 1962", "1962-06-28"),
            ("jeudi 28 juin 1962", "1962-06-28"),
            ("28 déc. 1962", "1962-12-28"),
            ("28-juil-1962", "1962-07-28"),
            ("June 28, 1962", "1962-06-28"),
            ("28th of June 1962", "1962-06-28"),
            ("28 يونيو 1962", "1962-06-28"),
            ("٢٨ يونيو ١٩٦٢", "1962-06-28"),
            ("الخميس 28 يونيو 1962 م", "1962-06-28"),
            ("1 يناير 2020", "2020-01-01"),
            ("1 فبراير 2020", "2020-02-01"),
            ("1 مارس 2020", "2020-03-01"),
            ("1 أبريل 2020", "2020-04-01"),
            ("1 ماي 2020", "2020-05-01"),
            ("1 يوليوز 2020", "2020-07-01"),
            ("1 غشت 2020", "2020-08-01"),
            ("1 شتنبر 2020", "2020-09-01"),
            ("1 أكتوبر 2020", "2020-10-01"),
            ("1 نونبر 2020", "2020-11-01"),
            ("1 دجنبر 2020", "2020-12-01"),
            ("29/02/2024", "2024-02-29"),
        ],
    );
    refuses(
        FieldType::Date,
        &[
            ("30/02/1962", "no_such_day"),
            ("29/02/2023", "no_such_day"),
            ("29/02/1900", "no_such_day"),
            ("31/04/2024", "no_such_day"),
            ("13/1962", "no_such_day"),
            ("28.06.62", "ambiguous_date"),
            ("28 juin 62", "ambiguous_date"),
            ("juin 62", "ambiguous_date"),
            ("06/28/1962", "ambiguous_date"),
            ("0/6/1962", "no_such_day"),
            ("1799", "out_of_range"),
            ("38214", "not_a_date"),
            ("28/06", "not_a_date"),
            ("28 thermidor 1962", "not_a_date"),
            ("ju 1962", "not_a_date"),
            ("99999999", "not_a_date"),
            ("99999999999999999999999", "not_a_date"),
            ("inconnue", "not_a_date"),
        ],
    );
    let error = read(&FieldType::Date, "28.06.62").unwrap_err();
    let candidates = vec!["1962-06-28".to_owned(), "2062-06-28".to_owned()];
    assert_eq!(error, ValueError::AmbiguousDate { candidates });
    let error = read(&FieldType::Date, "06/28/1962").unwrap_err();
    assert_eq!(
        error,
        ValueError::AmbiguousDate {
            candidates: vec!["1962-06-28".to_owned()]
        }
    );
}

#[test]
fn amounts() {
    let check = |text: &str, centimes: i64| {
        assert_eq!(
            read(&FieldType::Money, text),
            Ok(Scalar::Integer(centimes)),
            "{text}"
        );
    };
    check("100", 10_000);
    check("100 DH", 10_000);
    check("100dhs", 10_000);
    check("MAD 100", 10_000);
    check("100 درهم", 10_000);
    check("100 د.م.", 10_000);
    check("١٠٠", 10_000);
    check("100.0", 10_000);
    check("100,-", 10_000);
    check("0,5", 50);
    check(".5", 50);
    check("0.500", 50);
    check("1 234,50", 123_450);
    check("1\u{202f}234,50", 123_450);
    check("1,234.50", 123_450);
    check("1.234,50", 123_450);
    check("1'234.50", 123_450);
    check("1234,5", 123_450);
    check("١٢٣٤٫٥٠", 123_450);
    check("١٬٢٣٤٫٥٠", 123_450);
    check("1.234.567", 123_456_700);
    check("1,234,567.8", 123_456_780);
    check("1 234 567", 123_456_700);
    check("1234.500", 123_450);
    check("-12,50", -1_250);
    check("−12,50", -1_250);
    check("(12,50)", -1_250);
    check("- 12 DH", -1_200);
    refuses(
        FieldType::Money,
        &[
            ("1.234", "ambiguous_number"),
            ("1,234", "ambiguous_number"),
            ("-1,234", "ambiguous_number"),
            ("1234.567", "too_precise"),
            ("1 234,567", "too_precise"),
            ("12 34", "not_a_number"),
            ("1,23,456", "not_a_number"),
            ("1.2.3", "not_a_number"),
            ("1,234.567,8", "not_a_number"),
            ("06 61 78 69 89", "not_a_number"),
            ("cent", "not_a_number"),
            ("100 sacs", "not_a_number"),
            ("100 €", "other_currency"),
            ("$100", "other_currency"),
            ("100/200", "not_a_number"),
            ("90071992547409.92", "out_of_range"),
            ("99999999999999999999999999", "out_of_range"),
        ],
    );
}

#[test]
fn whole_numbers_and_flags() {
    let integer = |text: &str| read(&FieldType::Integer, text);
    assert_eq!(integer("12"), Ok(Scalar::Integer(12)));
    assert_eq!(integer("12.0"), Ok(Scalar::Integer(12)));
    assert_eq!(integer("١٢"), Ok(Scalar::Integer(12)));
    assert_eq!(integer("1 234"), Ok(Scalar::Integer(1_234)));
    assert_eq!(integer("-3"), Ok(Scalar::Integer(-3)));
    refuses(
        FieldType::Integer,
        &[
            ("12,5", "too_precise"),
            ("1,234", "ambiguous_number"),
            ("12 h", "not_a_number"),
            ("x", "not_a_number"),
        ],
    );
    for text in ["نعم", "oui", "Oui.", "yes", "X", "✓", "1", "[x]", "O"] {
        assert_eq!(read(&FieldType::Flag, text), Ok(Scalar::Flag(true)), "{text}");
    }
    for text in ["لا", "non", "No", "0", "faux"] {
        assert_eq!(read(&FieldType::Flag, text), Ok(Scalar::Flag(false)), "{text}");
    }
    refuses(
        FieldType::Flag,
        &[("peut-être", "not_a_flag"), ("2", "not_a_flag")],
    );
}

#[test]
fn codes_by_code_label_or_spelling() {
    for text in [
        "2", "F", "f", "Femme", "أنثى", "انثى", "Féminin", "female", "FEMME ",
    ] {
        assert_eq!(
            read(&FieldType::Code("sex"), text),
            Ok(Scalar::from("2")),
            "{text}"
        );
    }
    for text in ["1", "H", "M", "Homme", "ذكر", "ذَكَر", "male", "Masculin"] {
        assert_eq!(
            read(&FieldType::Code("sex"), text),
            Ok(Scalar::from("1")),
            "{text}"
        );
    }
    for text in [
        "Oulmès",
        "oulmes",
        "OULMES",
        "والماس",
        "اولماس",
        "أولماس",
        "04.291.05.11",
        "042910511",
    ] {
        assert_eq!(
            read(&FieldType::Code("commune"), text),
            Ok(Scalar::from("04.291.05.11")),
            "{text}"
        );
    }
    for (text, code) in [
        ("Ait Yadine", "04.291.03.07"),
        ("آيت يدين", "04.291.03.07"),
        ("ايت يدين", "04.291.03.07"),
        ("Sidi Allal El Bahraoui", "04.291.01.17"),
        ("سيدي علال البحراوي", "04.291.01.17"),
        ("M'qam Tolba", "04.291.09.11"),
        ("Ain Johra - Sidi Boukhalkhal", "04.291.09.02"),
        ("Khemisset", "04.291.01.01"),
    ] {
        assert_eq!(
            read(&FieldType::Code("commune"), text),
            Ok(Scalar::from(code)),
            "{text}"
        );
    }
    for (text, code) in [
        ("منخرط", "adherent"),
        ("عضو شرفي", "honorary"),
        ("عضو عامل", "active"),
        ("مؤسس", "founder"),
        ("Membre d'honneur", "honorary"),
        ("founder", "founder"),
    ] {
        assert_eq!(
            read(&FieldType::Code("member_category"), text),
            Ok(Scalar::from(code)),
            "{text}"
        );
    }
    let error = read(&FieldType::Code("commune"), "Oulmess").unwrap_err();
    let candidates = vec!["04.291.05.11".to_owned()];
    assert_eq!(
        error,
        ValueError::UnknownCode {
            vocabulary: "commune",
            candidates
        }
    );
    refuses(FieldType::Code("commune"), &[("Casablanca", "unknown_code")]);
}

#[test]
fn addresses_series_and_references() {
    reads(
        FieldType::Email,
        &[
            ("Assoc@Exemple.MA", "Assoc@exemple.ma"),
            (" mailto:a.b+c@exemple.org ", "a.b+c@exemple.org"),
            ("a@b.ma;", "a@b.ma"),
        ],
    );
    refuses(
        FieldType::Email,
        &[
            ("a", "not_an_email"),
            ("a@b", "not_an_email"),
            ("a b@c.ma", "not_an_email"),
            ("@c.ma", "not_an_email"),
            ("a@c.ma, d@e.ma", "not_an_email"),
            ("a@.ma", "not_an_email"),
        ],
    );
    reads(
        FieldType::Series,
        &[("2026-A-0012", "2026-A-0012"), (" ١٢ / ٢٠٢٦ ", "12 / 2026")],
    );
    refuses(
        FieldType::Series,
        &[("sans", "not_a_series"), ("1<2", "not_a_series")],
    );
    let id = crate::id::RecordId([7; 16]).to_string();
    reads(FieldType::Reference("person"), &[(&id.to_uppercase(), &id)]);
    refuses(FieldType::Reference("person"), &[("abc", "not_a_reference")]);
}

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
