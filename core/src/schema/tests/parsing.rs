//! What people write, and what is made of it.

use crate::schema::{CELL_BYTES_MAX, FieldType, Scalar, Schema, ValueError};

pub(super) fn read(ty: &FieldType, text: &str) -> Result<Scalar, ValueError> {
    ty.parse(&Schema::builtin(), text)
}

/// Each text is read as the one it stands with.
pub(super) fn reads(ty: FieldType, cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(text, expected)| read(&ty, text) != Ok(Scalar::from(*expected)))
        .map(|(text, expected)| format!("{text:?}: {:?}, not {expected:?}", read(&ty, text)))
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

/// Each text is refused with the code it stands with.
pub(super) fn refuses(ty: FieldType, cases: &[(&str, &str)]) {
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
    // Beyond the bound nothing is looked at, whatever the type.
    let found = CELL_BYTES_MAX + 1;
    for ty in [
        FieldType::Text,
        FieldType::Note,
        FieldType::Date,
        FieldType::Code("commune"),
    ] {
        let error = read(&ty, &"a".repeat(found)).unwrap_err();
        let limit = CELL_BYTES_MAX;
        assert_eq!(error, ValueError::TooLong { limit, found }, "{ty:?}");
    }
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
            ("0801004747", "+212801004747"),
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
            ("801004747", "not_a_phone"),
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
    let domains = FieldType::Set(Box::new(FieldType::Code("domain")));
    let codes = |codes: &[&str]| Ok(codes.iter().map(|code| Scalar::from(*code)).collect::<Vec<_>>());
    assert_eq!(
        domains.parse_set(&schema, "1 ; 2"),
        codes(&["1", "2"]),
        "and not 12"
    );
    assert_eq!(domains.parse_set(&schema, "1, 5"), codes(&["1", "5"]));
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
