//! Laws of parsing and folding, tried on random text: no input panics, what is written reads back,
//! and folding twice is folding once.

use proptest::prelude::*;

use crate::schema::{FieldType, Schema, columns};
use crate::text::{digits, fold, isolate, name_key, plain};

fn types() -> Vec<FieldType> {
    vec![
        FieldType::Text,
        FieldType::Note,
        FieldType::Localized,
        FieldType::Integer,
        FieldType::Points,
        FieldType::Money,
        FieldType::Date,
        FieldType::Flag,
        FieldType::Cnie,
        FieldType::Phone,
        FieldType::Email,
        FieldType::Series,
        FieldType::Code("commune"),
        FieldType::Code("sex"),
        FieldType::Reference("person"),
        FieldType::Set(Box::new(FieldType::Phone)),
        FieldType::Set(Box::new(FieldType::Code("commune"))),
    ]
}

/// Texts that come near to what is parsed, and texts that do not.
fn texts() -> impl Strategy<Value = String> {
    let near = "[-+0-9٠-٩۰-۹ ,.٫٬/()'xXAaBdDhH٠اأإآةهىيديسمبرغشت\u{200f}\u{202f}T:@;و]{0,40}";
    let dated = "[0-9]{1,2}[-/. ](juin|يونيو|06|6|13)[-/. ][0-9]{2,4}";
    prop_oneof![
        any::<String>(),
        near,
        dated,
        "[0-9 .,]{1,12}( DH| درهم)?",
        "\\PC{0,60}"
    ]
}

proptest! {
    #[test]
    fn no_text_panics_and_what_is_read_is_sound(text in texts()) {
        let schema = Schema::builtin();
        for ty in types() {
            let _ = ty.parse_set(&schema, &text);
            let Ok(scalar) = ty.parse(&schema, &text) else { continue };
            let element = match &ty {
                FieldType::Set(element) => element.as_ref(),
                other => other,
            };
            prop_assert_eq!(element.check(&scalar), Ok(()), "{:?} {:?}", ty, text);
            let written = ty.write(&scalar);
            prop_assert_eq!(ty.parse(&schema, &written), Ok(scalar), "{:?} {:?} {:?}", ty, text, written);
        }
        let _ = columns::date_and_place(&text);
    }

    #[test]
    fn a_date_of_the_calendar_reads_back_in_every_order(year in 1800_i64..2200, month in 1_i64..13, day in 1_i64..29) {
        let schema = Schema::builtin();
        let expected = Ok(format!("{year:04}-{month:02}-{day:02}").as_str().into());
        for text in [
            format!("{day}/{month}/{year}"),
            format!("{day:02}-{month:02}-{year}"),
            format!("{day}.{month}.{year}"),
            format!("{year}-{month:02}-{day:02}"),
            format!("{day} {} {year}", ["يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت",
                "شتنبر", "أكتوبر", "نونبر", "دجنبر"][month as usize - 1]),
        ] {
            prop_assert_eq!(FieldType::Date.parse(&schema, &text), expected.clone(), "{}", text);
        }
    }

    #[test]
    fn an_amount_is_never_read_as_another(centimes in -9_007_199_254_740_991_i64..9_007_199_254_740_991) {
        let schema = Schema::builtin();
        let (sign, whole, rest) = (if centimes < 0 { "-" } else { "" }, centimes.unsigned_abs() / 100, centimes.unsigned_abs() % 100);
        let grouped = |mark: &str| {
            let digits = whole.to_string();
            let head = digits.len() % 3;
            let mut groups = vec![digits[..head].to_owned()];
            groups.extend(digits.as_bytes()[head..].chunks(3).map(|group| String::from_utf8_lossy(group).into_owned()));
            groups.retain(|group| !group.is_empty());
            groups.join(mark)
        };
        for (groups, decimal) in [("", "."), ("", ","), (" ", ","), (".", ","), (",", "."), ("\u{202f}", ","), ("\u{66c}", "\u{66b}")] {
            let text = format!("{sign}{}{decimal}{rest:02}", grouped(groups));
            prop_assert_eq!(FieldType::Money.parse(&schema, &text), Ok(centimes.into()), "{}", text);
        }
    }

    #[test]
    fn folding_twice_is_folding_once(text in texts()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once.clone());
        prop_assert_eq!(fold(&digits(&text)), once);
    }

    #[test]
    fn a_name_key_is_words_parted_by_one_space(text in texts()) {
        let key = name_key(&text);
        prop_assert!(!key.starts_with(' ') && !key.ends_with(' ') && !key.contains("  "), "{:?}", key);
        prop_assert_eq!(name_key(&isolate(&text)), key);
    }

    #[test]
    fn isolation_adds_marks_only(text in texts()) {
        prop_assert_eq!(plain(&isolate(&text)), plain(&text));
    }
}
