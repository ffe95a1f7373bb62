//! Everything that core declares or returns has its words, and they mean one thing.

use std::collections::BTreeMap;

use crate::schema::{FieldType, Schema, Shift, ValueError, columns};
use crate::text::{Fact, Lang, Words, fold};

/// Every key that must have words: kinds, registers, fields, codes, errors, refusals and issues.
fn keys() -> Vec<String> {
    let schema = Schema::builtin();
    let mut keys = Vec::new();
    for kind in schema.kinds() {
        let register = kind.register.map(|register| register.key);
        for key in [Some(kind.key), register].into_iter().flatten() {
            keys.extend([key.to_owned(), format!("{key}-plural")]);
        }
        keys.extend(kind.fields.iter().map(|field| kind.label_key(field.key)));
        let shifted = kind.deadlines.iter().filter(|due| due.shift != Shift::None);
        keys.extend(shifted.map(|due| due.label_key(kind)));
        keys.extend(kind.groups.iter().map(|(group, _)| format!("group-{group}")));
    }
    for vocabulary in schema.vocabularies() {
        keys.extend(vocabulary.codes().iter().map(|code| vocabulary.label_key(code)));
    }
    keys.extend(columns::ALL.map(|key| format!("column-{key}")));
    keys.sort();
    keys.dedup();
    keys
}

#[test]
fn everything_declared_has_its_words_in_three_languages() {
    let words = Words::builtin();
    let missing: Vec<(Lang, String)> = Lang::ALL
        .into_iter()
        .flat_map(|lang| keys().into_iter().map(move |key| (lang, key)))
        .filter(|(lang, key)| {
            words
                .label(*lang, key)
                .is_none_or(|label| label.trim().is_empty())
        })
        .collect();
    assert_eq!(missing, []);
}

#[test]
fn no_words_stand_for_what_nobody_declares() {
    let keys = keys();
    for (lang, file) in crate::text::locales::LABELS {
        let stray: Vec<&str> = crate::text::locales::spellings(file)
            .map(|(key, _)| key)
            .filter(|key| keys.binary_search(&(*key).to_owned()).is_err())
            .collect();
        assert_eq!(stray, Vec::<&str>::new(), "{lang}");
    }
}

#[test]
fn every_error_says_what_happened_and_what_to_do() {
    let words = Words::builtin();
    for error in one_of_each() {
        for lang in Lang::ALL {
            assert!(error.sentence(&words, lang).is_some(), "{lang} {}", error.code());
            assert!(error.advice(&words, lang).is_some(), "{lang} {}", error.code());
        }
    }
}

#[test]
fn arabic_counts_as_arabic_counts() {
    let words = Words::builtin();
    let say = |found: usize| {
        let sentence = ValueError::NotAPhone { found }
            .sentence(&words, Lang::Ar)
            .expect("has words");
        crate::text::plain(&sentence)
    };
    assert!(say(0).contains("لا أرقام فيه"));
    assert!(say(1).contains("رقم واحد"));
    assert!(say(2).contains("رقمان"));
    assert!(say(3).contains("3 أرقام"));
    assert!(say(10).contains("10 أرقام"));
    assert!(say(11).contains("11 رقما"));
    assert!(say(99).contains("99 رقما"));
    assert!(say(100).contains("100 رقم."));
}

#[test]
fn candidates_are_shown_by_their_labels() {
    let schema = Schema::builtin();
    let error = FieldType::Code("commune").parse(&schema, "Oulmesse").unwrap_err();
    let sentence = error.sentence(&Words::builtin(), Lang::Ar).expect("has words");
    assert!(sentence.contains("اولماس"), "{sentence}");
}

#[test]
fn no_header_stands_for_two_fields_of_a_kind() {
    let (schema, words) = (Schema::builtin(), Words::builtin());
    let mut doubled = Vec::new();
    for kind in schema.kinds() {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for field in &kind.fields {
            for alias in words.aliases(&kind.label_key(field.key)) {
                if let Some(other) = seen
                    .insert(fold(&alias), field.key)
                    .filter(|other| *other != field.key)
                {
                    doubled.push(format!("{}: {alias}: {other}, {}", kind.key, field.key));
                }
            }
        }
    }
    assert_eq!(doubled, Vec::<String>::new());
}

/// What stands at the head of sheets of members, and what it means there: the role's fields before
/// the person's, then the columns that are no field.
#[test]
fn headers_of_members_sheets_are_known() {
    let (schema, words) = (Schema::builtin(), Words::builtin());
    let (role, person) = schema.register("member").expect("built in");
    let keys: Vec<(&str, String)> = [role, person]
        .iter()
        .flat_map(|kind| {
            kind.fields
                .iter()
                .map(|field| (field.key, kind.label_key(field.key)))
        })
        .chain(columns::ALL.map(|key| (key, format!("column-{key}"))))
        .collect();
    let meaning = |header: &str| {
        let known = |key: &str| words.aliases(key).iter().any(|alias| fold(alias) == fold(header));
        keys.iter().find(|(_, label)| known(label)).map(|(key, _)| *key)
    };
    let mut wrong = Vec::new();
    for (key, headers) in HEADERS {
        for header in headers.split('|').map(str::trim) {
            if meaning(header) != Some(*key) {
                wrong.push(format!("{header}: {:?}, not {key}", meaning(header)));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// Headers as they were seen, by what they mean.
const HEADERS: &[(&str, &str)] = &[
    (
        columns::FULL_NAME,
        "الاسم الكامل | الاسم والنسب | الإسم و النسب | Nom et prénom | NOM & PRENOM | Nom complet",
    ),
    (columns::ROW_NUMBER, "ر.ت | رقم | N° | Num | الرقم"),
    (
        columns::BIRTH_DATE_AND_PLACE,
        "تاريخ ومكان الازدياد | Date et lieu de naissance",
    ),
    ("given_name", "الاسم الشخصي | الاسم | Prénom | PRENOM | First name"),
    ("family_name", "الاسم العائلي | النسب | Nom | NOM | Surname"),
    ("sex", "الجنس | النوع | Sexe | Genre"),
    (
        "birth_date",
        "تاريخ الازدياد | تاريخ الإزدياد | تاريخ الولادة | Date de naissance | Date de naiss. | Né(e) le",
    ),
    (
        "cnie",
        "رقم البطاقة الوطنية | ت.الوطنية | ب.و | CIN | C.I.N | N° CIN | CNIE | N° CNIE",
    ),
    (
        "phone",
        "رقم الهاتف | الهاتف | الهاتف النقال | Tél | Tél. | GSM | Portable | Téléphone | TELEPHONE",
    ),
    ("commune", "الجماعة | الجماعة الترابية | Commune"),
    ("douar", "الدوار | Douar"),
    ("address", "العنوان | Adresse"),
    ("profession", "المهنة | Profession"),
    ("email", "البريد الإلكتروني | E-mail | Email"),
    ("category", "الصفة | صفة العضوية | Qualité | Catégorie"),
    (
        "joined_on",
        "تاريخ الانخراط | Date d'adhésion | Date d’adhésion | Adhésion",
    ),
    ("member_no", "رقم الانخراط | رقم العضوية | N° adhérent | Matricule"),
    (
        "dues_amount",
        "واجب الانخراط | مبلغ الاشتراك | المبلغ | Cotisation | Cotisation (DH) | Montant",
    ),
    ("remarks", "ملاحظات | Observations | Remarques"),
];

#[test]
fn every_label_of_a_code_means_that_code() {
    let (schema, words) = (Schema::builtin(), Words::builtin());
    let mut wrong = Vec::new();
    for vocabulary in schema.vocabularies() {
        for code in vocabulary.codes() {
            for spelling in words.aliases(&vocabulary.label_key(code)) {
                if vocabulary.read(&spelling) != Ok(code) {
                    wrong.push(format!(
                        "{} {code}: {spelling} {:?}",
                        vocabulary.key(),
                        vocabulary.read(&spelling)
                    ));
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn words_of_another_file_join_in_and_cannot_replace() {
    let words = Words::builtin()
        .with_ftl(Lang::Fr, "hive = Ruche\nhive-full = { $count } ruches\n")
        .expect("sound");
    assert_eq!(words.label(Lang::Fr, "hive").as_deref(), Some("Ruche"));
    assert_eq!(words.label(Lang::Ar, "hive"), None);
    assert_eq!(words.sentence(Lang::Fr, "hive-full", &[]), None);
    let full = words.sentence(Lang::Fr, "hive-full", &[("count", Fact::Number(3))]);
    assert_eq!(
        full.map(|text| crate::text::plain(&text)).as_deref(),
        Some("3 ruches")
    );
    let again = words.with_ftl(Lang::Fr, "hive = Essaim\n").unwrap_err();
    assert_eq!(
        again,
        crate::text::WordsFault::Twice {
            lang: Lang::Fr,
            key: "hive".to_owned()
        }
    );
}

fn one_of_each() -> Vec<ValueError> {
    let candidates = || vec!["1".to_owned(), "2".to_owned()];
    let errors = vec![
        ValueError::TooLong {
            limit: 500,
            found: 501,
        },
        ValueError::ControlCharacter,
        ValueError::WrongShape {
            expected: "text",
            found: "flag",
        },
        ValueError::NotCanonical,
        ValueError::NotANumber,
        ValueError::AmbiguousNumber {
            candidates: candidates(),
        },
        ValueError::TooPrecise { limit: 2, found: 3 },
        ValueError::OutOfRange { min: 1800, max: 2199 },
        ValueError::OtherCurrency {
            found: "EUR".to_owned(),
        },
        ValueError::NotADate,
        ValueError::AmbiguousDate {
            candidates: candidates(),
        },
        ValueError::NoSuchDay {
            year: 2026,
            month: 2,
            day: 30,
        },
        ValueError::NotAFlag,
        ValueError::NotACnie,
        ValueError::NotAPhone { found: 3 },
        ValueError::SeveralPhones {
            candidates: candidates(),
        },
        ValueError::NotAnEmail,
        ValueError::NotASeries,
        ValueError::NotAReference { found: 3 },
        ValueError::UnknownCode {
            vocabulary: "sex",
            candidates: candidates(),
        },
        ValueError::AmbiguousCode {
            vocabulary: "sex",
            candidates: candidates(),
        },
        ValueError::NoSuchMember {
            member: "de".to_owned(),
        },
    ];
    let codes: Vec<&str> = errors.iter().map(ValueError::code).collect();
    assert_eq!(codes, ValueError::CODES);
    errors
}
