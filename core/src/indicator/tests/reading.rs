//! Definitions as text: each rule with the place where it is broken, and the form in which they are kept.

use proptest::prelude::*;

use super::*;
use crate::indicator::{DefinitionFault, write};

/// A definition that keeps to every rule.
const FINE: &str = r#"[[indicator]]
code = "NT-G99"
axis = "digital"
source = "pooled"
unit = "people"
tables = ["total", "sex"]
bound = 100
direction = "up"
measure = "distinct"

[[indicator.rows]]
kind = "attendance"
of = "person"
when = "activity.starts_on"
where = { "activity.state" = ["done", ""], present = true }
"#;

fn fault(text: &str) -> DefinitionFault {
    read(text, &Schema::builtin()).unwrap_err()
}

/// What replaces a piece of [`FINE`], and the rule that this breaks, with line and column.
const BROKEN: &[(&str, &str, &str, usize, usize)] = &[
    ("bound = 100", "bound = = 100", "not_toml", 7, 9),
    ("code = \"NT-G99\"", "code = \"G99\"", "code_form", 2, 8),
    ("code = \"NT-G99\"", "code = 99", "shape", 2, 8),
    ("axis = \"digital\"\n", "", "missing_key", 1, 1),
    ("axis = \"digital\"", "axis = \"sky\"", "not_in_list", 3, 8),
    (
        "axis = \"digital\"",
        "axis = \"digital\"\n\"عام\" = 1",
        "unknown_key",
        4,
        1,
    ),
    ("\"digital\"", "\"digital\" # نص", "fine", 0, 0),
    ("bound = 100", "bound = 0", "out_of_range", 7, 9),
    ("bound = 100", "bound = -1", "out_of_range", 7, 9),
    ("bound = 100", "bound = 0x64", "fine", 0, 0),
    ("bound = 100", "bound = 1.5", "shape", 7, 9),
    ("[\"total\", \"sex\"]", "[\"sex\"]", "no_total", 6, 10),
    ("[\"total\", \"sex\"]", "[\"total\", \"total\"]", "twice", 6, 20),
    ("[\"total\", \"sex\"]", "\"total\"", "shape", 6, 10),
    (
        "[\"total\", \"sex\"]",
        "[\"total\", \"commune\"]",
        "not_in_list",
        6,
        20,
    ),
    ("source = \"pooled\"", "source = \"fact\"", "source_unfit", 4, 10),
    ("unit = \"people\"", "unit = \"percent\"", "unit_unfit", 5, 8),
    ("unit = \"people\"", "unit = \"dirhams\"", "unit_unfit", 5, 8),
    ("bound = 100", "bound = 100\nunkind = true", "unkind_unfit", 8, 10),
    (
        "measure = \"distinct\"",
        "fact = \"duplicates\"",
        "one_method",
        1,
        1,
    ),
    ("measure = \"distinct\"\n", "", "missing_key", 1, 1),
    (
        "measure = \"distinct\"",
        "measure = \"median\"",
        "not_in_list",
        9,
        11,
    ),
    (
        "measure = \"distinct\"",
        "measure = \"count\"",
        "unknown_key",
        13,
        6,
    ),
    ("measure = \"distinct\"", "measure = \"sum\"", "other_type", 13, 6),
    (
        "measure = \"distinct\"",
        "measure = \"share\"",
        "missing_key",
        11,
        1,
    ),
    (
        "kind = \"attendance\"",
        "kind = \"course_of_life\"",
        "unknown_kind",
        12,
        8,
    ),
    (
        "kind = \"attendance\"",
        "kind = \"functioning\"",
        "sensitive_kind",
        12,
        8,
    ),
    ("of = \"person\"\n", "", "missing_key", 11, 1),
    ("of = \"person\"", "of = \"person.cnie\"", "identifier", 13, 6),
    (
        "of = \"person\"",
        "of = \"person.given_name\"",
        "free_text",
        13,
        6,
    ),
    ("of = \"person\"", "of = \"person.household\"", "personal", 13, 6),
    ("of = \"person\"", "of = \"present\"", "other_type", 13, 6),
    (
        "of = \"person\"",
        "of = \"person\"\nperson = \"activity\"",
        "other_type",
        14,
        10,
    ),
    (
        "of = \"person\"",
        "of = \"activity\"\nperson = \"person\"",
        "person_apart",
        14,
        10,
    ),
    ("of = \"person\"", "of = \"activity\"", "table_people", 6, 10),
    (
        "when = \"activity.starts_on\"",
        "when = \"activity.title\"",
        "free_text",
        14,
        8,
    ),
    (
        "when = \"activity.starts_on\"",
        "when = \"present\"",
        "other_type",
        14,
        8,
    ),
    ("when = \"activity.starts_on\"\n", "", "one_time", 11, 1),
    ("when = ", "since = \"attended_on\"\nwhen = ", "one_time", 11, 1),
    (
        "\"activity.state\" = ",
        "\"person.commune\" = ",
        "place_field",
        15,
        11,
    ),
    ("\"activity.state\" = ", "note = ", "free_text", 15, 11),
    ("\"activity.state\" = ", "attended_on = ", "other_type", 15, 11),
    ("\"activity.state\" = ", "activity.state = ", "other_type", 15, 11),
    ("[\"done\", \"\"]", "[\"done\", \"gone\"]", "not_in_list", 15, 39),
    ("[\"done\", \"\"]", "[\"done\", \"done\"]", "twice", 15, 39),
    ("[\"done\", \"\"]", "[]", "missing_key", 15, 30),
    ("present = true", "present = \"yes\"", "shape", 15, 54),
    ("where = ", "part = ", "unknown_key", 15, 8),
    (
        "where = { \"activity.state\" = [\"done\", \"\"], present = true }",
        "where = 1",
        "shape",
        15,
        9,
    ),
];

#[test]
fn each_rule_is_told_with_the_place_where_it_is_broken() {
    let mut wrong = Vec::new();
    for (piece, instead, code, line, column) in BROKEN {
        assert!(FINE.contains(piece), "{piece}");
        let text = FINE.replacen(piece, instead, 1);
        let told = match read(&text, &Schema::builtin()) {
            Ok(_) => ("fine", 0, 0),
            Err(fault) => (fault.rule.code(), fault.line, fault.column),
        };
        if told != (*code, *line, *column) {
            wrong.push((instead, told));
        }
    }
    assert_eq!(wrong, []);
}

#[test]
fn rules_over_several_indicators_and_rows_are_kept() {
    let twice = fault(&format!("{FINE}\n{FINE}"));
    assert_eq!((twice.rule.code(), twice.line, twice.column), ("twice", 18, 8));
    let rows = |more: &str, measure: &str| {
        let text = FINE.replace("measure = \"distinct\"", measure);
        let text = text.replace("of = \"person\"\n", "").replace(", \"sex\"", "");
        fault(&format!("{text}\n{more}")).rule.code()
    };
    let again = "[[indicator.rows]]\nkind = \"attendance\"\nwhen = \"attended_on\"\n";
    assert_eq!(rows(again, "measure = \"count\""), "kind_twice");
    let partner = "[[indicator.rows]]\nkind = \"convention\"\nof = \"partner\"\nsince = \"signed_on\"\n";
    assert_eq!(fault(&format!("{FINE}\n{partner}")).rule.code(), "distinct_kinds");
    let sums = "[[indicator.rows]]\nkind = \"payment\"\nof = \"amount\"\nwhen = \"paid_on\"\n";
    let hours = FINE
        .replace("\"distinct\"", "\"sum\"")
        .replace("of = \"person\"", "of = \"hours\"");
    assert_eq!(fault(&format!("{hours}\n{sums}")).rule.code(), "money_mixed");
    let many =
        "[[indicator.rows]]\nkind = \"attendance\"\nof = \"person\"\nwhen = \"attended_on\"\n".repeat(8);
    assert_eq!(fault(&format!("{FINE}\n{many}")).rule.code(), "too_many");
    assert_eq!(fault(&" ".repeat(300_000)).rule.code(), "too_long");
    assert_eq!(fault("").rule.code(), "missing_key");
    assert_eq!(fault("indicator = 1").rule.code(), "shape");
    let flag = "source = \"fact\"\nunit = \"associations\"\ntables = [\"total\"]";
    let text = FINE
        .replace(
            "source = \"pooled\"\nunit = \"people\"\ntables = [\"total\", \"sex\"]",
            flag,
        )
        .replace("\"distinct\"", "\"flag\"")
        .replace("of = \"person\"\n", "");
    assert_eq!(fault(&text).rule.code(), "out_of_range");
    assert!(read(&text.replace("bound = 100", "bound = 1"), &Schema::builtin()).is_ok());
}

#[test]
fn the_whole_catalogue_is_kept_as_it_was_read() {
    let text = write(catalogue());
    let again = read(&text, &Schema::builtin()).unwrap();
    assert_eq!(again, catalogue());
    assert_eq!(write(&again), text);
}

/// Indicators of the catalogue in any order, with what may be anything changed.
fn any_indicators() -> impl Strategy<Value = Vec<Indicator>> {
    let some = proptest::sample::subsequence(catalogue().to_vec(), 0..12).prop_shuffle();
    let changes = proptest::collection::vec((any::<bool>(), 1..=1_000_000_u64, any::<Option<u32>>()), 12);
    (some, changes).prop_map(|(mut some, changes)| {
        for (indicator, (core, bound, target)) in some.iter_mut().zip(changes) {
            indicator.core = core;
            indicator.target = target.map(u64::from);
            if indicator.bound != 1 {
                indicator.bound = bound;
            }
        }
        some
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_again_and_written_alike(some in any_indicators()) {
        let text = write(&some);
        if some.is_empty() {
            prop_assert_eq!(text, "");
        } else {
            let again = read(&text, &Schema::builtin()).unwrap();
            prop_assert_eq!(write(&again), text);
            prop_assert_eq!(again, some);
        }
    }

    #[test]
    fn no_text_is_too_strange_to_be_answered(
        at in 0..FINE.len(),
        cut in 0..40_usize,
        put in ".{0,12}",
    ) {
        let text = format!("{}{put}{}", &FINE[..at], &FINE[(at + cut).min(FINE.len())..]);
        if let Err(fault) = read(&text, &Schema::builtin()) {
            let line = text.split('\n').nth(fault.line - 1);
            let line = line.unwrap_or_else(|| panic!("no line {}", fault.line));
            prop_assert!(fault.column <= line.chars().count() + 1, "{:?}", fault);
        }
    }
}
