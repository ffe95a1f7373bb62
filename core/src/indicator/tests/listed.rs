//! The catalogue is whole: the core, the words of each in three languages, what waits and for what.

use std::collections::BTreeSet;

use super::*;
use crate::indicator::{
    Awaited, Axis, DefinitionFault, Direction, Method, NotCountable, Rule, Source, Table, Unfit, Unit,
};
use crate::text::locales::{FILES, INDICATORS, spellings};
use crate::text::{Lang, Words};

/// The set of the ministry's report, and those that have nothing to count yet.
const CORE: &str = "NT-O01 NT-O02 NT-O03 NT-O04 NT-O05 NT-O08 NT-O11 NT-O13 NT-O14 NT-R01 NT-R03 NT-R04 NT-R05 \
    NT-R08 NT-R09 NT-R11 NT-R13 NT-G01 NT-G02 NT-G03 NT-G06 NT-G07 NT-G09 NT-G10 NT-G11 NT-G12";
const READY: &str = "NT-O01 NT-O02 NT-O03 NT-O04 NT-O05 NT-O08 NT-O10 NT-O11 NT-O13 NT-O14 NT-R08 NT-R09 NT-R09a NT-R09b NT-R09c NT-R10 NT-R11 NT-R12 NT-R13 NT-R14 NT-G05 NT-G07 NT-G08 NT-G09 \
    NT-G09a NT-G10 NT-G10a NT-G10b NT-G10c NT-G11 NT-G12 NT-G12a NT-G13 NT-G14";

#[test]
fn the_catalogue_has_its_fifty_one_and_the_core_its_twenty_six() {
    let whole = |core: bool| -> Vec<String> {
        let of = catalogue().iter().filter(|indicator| indicator.core || !core);
        let mut codes: Vec<String> = of.map(|indicator| indicator.code.whole().to_string()).collect();
        codes.dedup();
        codes
    };
    assert_eq!(whole(false).len(), 51);
    assert_eq!(whole(true), CORE.split_whitespace().collect::<Vec<_>>());
}

#[test]
fn what_has_no_records_yet_says_what_it_waits_for() {
    let words = Words::builtin();
    let ready = catalogue()
        .iter()
        .filter(|indicator| !matches!(indicator.method, Method::Waits(_)));
    let ready: Vec<String> = ready.map(|indicator| indicator.code.to_string()).collect();
    assert_eq!(ready, READY.split_whitespace().collect::<Vec<_>>());
    for indicator in catalogue() {
        let waits = !ready.contains(&indicator.code.to_string());
        for lang in Lang::ALL {
            assert_eq!(
                indicator.waits(&words, lang).is_some(),
                waits,
                "{lang} {}",
                indicator.code
            );
        }
    }
    let archive = listed("NT-R04").waits(&words, Lang::Ar).unwrap();
    assert!(
        crate::text::plain(&archive).ends_with("ينتظر: الأرشيف."),
        "{archive}"
    );
}

#[test]
fn targets_are_those_that_the_programme_states() {
    let targets = catalogue().iter().filter_map(|indicator| {
        let target = indicator.target?;
        Some((indicator.code.to_string(), target))
    });
    let stated = [("NT-O01", 25), ("NT-O02", 3), ("NT-O11", 4)];
    let stated = stated.map(|(code, target)| (code.to_owned(), target));
    assert_eq!(targets.collect::<Vec<_>>(), stated);
}

/// Every key that an indicator, or a word of a definition, is known by.
fn keys() -> BTreeSet<String> {
    let mut keys = BTreeSet::from(["indicator-waits".to_owned()]);
    for indicator in catalogue() {
        let key = format!("indicator-{}", indicator.code);
        keys.extend([format!("{key}-means"), key]);
    }
    keys.extend(Axis::ALL.iter().map(|word| format!("axis-{}", word.code())));
    keys.extend(Source::ALL.iter().map(|word| format!("source-{}", word.code())));
    keys.extend(Unit::ALL.iter().map(|word| format!("unit-{}", word.code())));
    keys.extend(
        Direction::ALL
            .iter()
            .map(|word| format!("direction-{}", word.code())),
    );
    keys.extend(Table::ALL.iter().map(|word| format!("table-{}", word.code())));
    keys.extend(Awaited::ALL.iter().map(|word| format!("awaited-{}", word.code())));
    keys
}

#[test]
fn every_indicator_has_its_words_and_no_words_are_left_over() {
    let words = Words::builtin();
    for (lang, file) in INDICATORS {
        let said = spellings(file).map(|(key, _)| key.to_owned());
        let said: BTreeSet<String> = said.collect();
        assert_eq!(said, keys(), "{lang}");
    }
    for indicator in catalogue() {
        for lang in Lang::ALL {
            let said = [indicator.label(&words, lang), indicator.meaning(&words, lang)];
            assert!(said.iter().all(Option::is_some), "{lang} {}", indicator.code);
        }
    }
}

#[test]
fn no_two_indicators_are_called_alike() {
    let words = Words::builtin();
    for lang in Lang::ALL {
        let labels: BTreeSet<_> = catalogue()
            .iter()
            .map(|indicator| indicator.label(&words, lang))
            .collect();
        assert_eq!(labels.len(), catalogue().len(), "{lang}");
    }
}

/// One of each rule.
fn rules() -> Vec<Rule> {
    let some = || "x".to_owned();
    let mut rules = vec![
        Rule::NotToml,
        Rule::TooLong { limit: 1, found: 2 },
        Rule::TooMany {
            key: "rows",
            limit: 8,
            found: 9,
        },
        Rule::UnknownKey { key: some() },
        Rule::Missing { key: "axis" },
        Rule::Shape { expected: "text" },
        Rule::NotInList {
            key: "axis",
            found: some(),
            candidates: vec![some()],
        },
        Rule::CodeForm,
        Rule::Twice { found: some() },
        Rule::OutOfRange {
            key: "bound",
            min: 1,
            max: u64::MAX,
        },
        Rule::OtherType {
            field: some(),
            expected: "date",
        },
        Rule::OneMethod { found: 0 },
        Rule::OneTime,
        Rule::NoTotal,
        Rule::TablePeople { table: Table::Sex },
        Rule::SourceUnfit { found: Source::Own },
        Rule::UnitUnfit { unit: Unit::Hours },
        Rule::UnkindUnfit,
        Rule::KindTwice { kind: "person" },
        Rule::DistinctKinds,
        Rule::MoneyMixed,
        Rule::PersonApart,
    ];
    let (kind, field) = ("person", "cnie");
    rules.extend(Unfit::ALL.map(|unfit| Rule::NotCountable(NotCountable::Unfit { kind, field, unfit })));
    rules.extend([
        Rule::NotCountable(NotCountable::UnknownKind { kind: some() }),
        Rule::NotCountable(NotCountable::SensitiveKind { kind }),
        Rule::NotCountable(NotCountable::UnknownField { kind, field: some() }),
    ]);
    rules
}

#[test]
fn every_rule_says_where_what_and_what_to_do() {
    let words = Words::builtin();
    for rule in rules() {
        let fault = DefinitionFault {
            rule,
            line: 12,
            column: 3,
        };
        for lang in Lang::ALL {
            let said = [
                fault.place(&words, lang),
                fault.sentence(&words, lang),
                fault.advice(&words, lang),
            ];
            assert!(
                said.iter().all(Option::is_some),
                "{lang} {}: {said:?}",
                fault.rule.code()
            );
        }
    }
}

#[test]
fn every_sentence_about_a_definition_is_of_a_rule() {
    let mut codes: BTreeSet<String> = rules().iter().map(|rule| rule.code().to_owned()).collect();
    codes.insert("place".to_owned());
    for (lang, file) in FILES {
        let keys = file
            .lines()
            .filter_map(|line| line.strip_prefix("definition-")?.split(" =").next());
        let said: BTreeSet<String> = keys
            .filter(|key| !key.ends_with("-next"))
            .map(str::to_owned)
            .collect();
        assert!(
            said.is_empty() || said == codes,
            "{lang}: {:?}",
            said.symmetric_difference(&codes)
        );
    }
}
