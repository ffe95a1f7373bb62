//! Dates, amounts, numbers and ticks as people write them.

use super::parsing::{read, reads, refuses};
use crate::schema::{FieldType, Scalar, ValueError};

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
