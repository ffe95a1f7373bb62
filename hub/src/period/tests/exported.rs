//! What is exported: the contract of the JSON, and words beside every code.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::{Value, json};
use tawro_core::indicator::{Table, Unit, catalogue};
use tawro_core::share::Withheld;
use tawro_core::text::{Lang, Words};

use super::sample::{Place, WITHIN, indicators, own, period, report, seat};
use crate::export::{Row, csv, rows, xlsx};
use crate::period::Asked;
use crate::published::{Goal, Goals, goals};
use crate::with_sentences;

fn words() -> Arc<Words> {
    Arc::new(with_sentences(tawro_pages::speech::with_sentences(
        Words::builtin(),
    )))
}

fn published() -> Vec<Row> {
    let mut place = Place::of(25);
    let mut yes = seat(100);
    yes.asked = Asked::Operator;
    place.periods.register(&yes).unwrap();
    let (quarter, all) = (period("2026-Q3"), [indicators(), vec![own()]].concat());
    place.periods.begin(quarter, &all).unwrap();
    let task = place.task(quarter);
    let reports: Vec<Vec<u8>> = (1..=19).map(|number| report(&task, number, 1)).collect();
    place.periods.take(&reports, WITHIN).unwrap();
    place.finish(quarter);
    rows(
        &place.periods.published(quarter).unwrap(),
        &all,
        &goals(&all, None),
    )
}

#[test]
fn every_row_has_the_keys_of_the_contract_and_a_share_both_its_numbers() {
    let rows = published();
    let written = serde_json::to_value(&rows).unwrap();
    let keys = [
        "indicator",
        "source",
        "unit",
        "period_start",
        "period_end",
        "cell",
        "value",
        "status",
        "reason",
        "associations",
        "of",
        "target",
    ];
    for row in written.as_array().unwrap() {
        let found: Vec<&str> = row.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(found, keys);
        let withheld = row["status"] == "withheld";
        assert_eq!(
            (row["value"].is_null(), row["reason"].is_null()),
            (withheld, !withheld)
        );
    }
    let of = |code: &str, table: Table| -> Vec<&Row> {
        let of = |row: &&Row| row.indicator == code && row.cell.table == table.code();
        rows.iter().filter(of).collect()
    };
    let total = of("NT-G11", Table::Total)[0];
    assert_eq!((total.status, total.associations, total.of), ("partial", 19, 25));
    let written = serde_json::to_value(of("NT-G11", Table::Milieu)).unwrap();
    let cells: Vec<&Value> = written
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["cell"])
        .collect();
    assert_eq!(
        cells,
        [
            &json!({"table": "milieu", "milieu": "urban"}),
            &json!({"table": "milieu", "milieu": "rural"})
        ]
    );
    assert_eq!(
        of("NT-R12", Table::Total).len(),
        of("NT-R12:of", Table::Total).len()
    );
    let own = of("NT-O98", Table::Total)[0];
    assert_eq!(
        (own.status, own.reason, own.target),
        ("withheld", Some("no_report"), Some(12))
    );
}

#[test]
fn no_code_stands_without_its_label() {
    let rows = published();
    let mut firsts = BTreeSet::new();
    for lang in Lang::ALL {
        let text = String::from_utf8(csv(&rows, &words(), lang)).unwrap();
        let mut lines = text.trim_start_matches('\u{feff}').lines();
        let headings: Vec<&str> = lines.next().unwrap().split(';').collect();
        assert_eq!(headings.len(), 20, "{headings:?}");
        assert!(headings.iter().all(|heading| !heading.contains("figure-")));
        firsts.insert(headings[1].to_owned());
        assert!(
            !text.contains('\u{2068}'),
            "no mark of direction is part of a word"
        );
        for line in lines {
            let fields: Vec<&str> = line.split(';').collect();
            assert_eq!(fields.len(), headings.len(), "{line}");
            assert_eq!(fields[12].is_empty(), fields[13] == "withheld", "{line}");
            // Invented for the test, so without words.
            let invented = |label: &&str| label.contains("NT-O98");
            let unsaid = [
                "figure",
                "indicator-",
                "⟦",
                "source-",
                "table-",
                "sex-",
                "milieu-",
                "domain-",
            ];
            let missing = fields
                .iter()
                .filter(|field| unsaid.iter().any(|start| field.starts_with(start)));
            assert_eq!(missing.filter(|label| !invented(label)).count(), 0, "{line}");
        }
    }
    assert_eq!(firsts.len(), 3, "{firsts:?}");
}

#[test]
fn every_code_that_can_be_published_has_words() {
    let words = with_sentences(Words::builtin());
    let mut keys: Vec<String> = Table::ALL.map(|table| format!("table-{}", table.code())).to_vec();
    keys.extend(Unit::ALL.iter().map(|unit| format!("unit-{}", unit.code())));
    keys.push("unit-number".to_owned());
    keys.extend(Withheld::ALL.map(|reason| format!("figure-reason-{}", reason.code())));
    keys.extend(["published", "partial", "withheld"].map(|status| format!("figure-status-{status}")));
    keys.extend(catalogue().iter().map(|one| format!("indicator-{}", one.code)));
    for (key, lang) in keys.iter().flat_map(|key| Lang::ALL.map(|lang| (key, lang))) {
        assert!(words.label(lang, key).is_some(), "{key} in {lang:?}");
    }
}

#[test]
fn a_workbook_reads_from_right_to_left_in_arabic() {
    let rows = published();
    let [arabic, french] = [Lang::Ar, Lang::Fr].map(|lang| xlsx(&rows, &words(), lang).unwrap());
    assert!(arabic.starts_with(b"PK") && french.starts_with(b"PK"));
    assert_ne!(arabic, french);
}

#[test]
fn a_row_stands_beside_what_the_programme_aims_at() {
    let mut place = Place::of(25);
    let quarter = period("2026-Q3");
    place.periods.begin(quarter, &indicators()).unwrap();
    let task = place.task(quarter);
    let reports: Vec<Vec<u8>> = (1..=25).map(|number| report(&task, number, 1)).collect();
    place.periods.take(&reports, WITHIN).unwrap();
    place.finish(quarter);
    let goal = Goal {
        target: Some(900),
        baseline: None,
    };
    let told = Goals::from([("NT-G11".parse().unwrap(), goal)]);
    let published = place.periods.published(quarter).unwrap();
    let aimed: Vec<_> = rows(&published, &indicators(), &told)
        .into_iter()
        .filter_map(|row| Some((row.indicator, row.cell.table, row.target?)))
        .collect();
    assert_eq!(aimed, [("NT-G11".to_owned(), "total", 900)]);
}
