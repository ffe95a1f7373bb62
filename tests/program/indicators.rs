//! The numbers of one association by the command line: counted, explained, agreed to, made, audited.

use std::path::Path;

use serde_json::{Value, json};
use tawro_core::id::StatisticsKey;
use tawro_core::indicator::catalogue;
use tawro_core::share::{Mode, Report, Roll, Seat, Task, Terms, asked};

use crate::run::{Computer, Place};

/// What YES asks about the third quarter of 2026.
fn task(key: StatisticsKey, codes: &[&str]) -> Task {
    about(["2026-07-01", "2026-09-30"], key, codes)
}

/// The same about other days.
fn about([start, end]: [&str; 2], key: StatisticsKey, codes: &[&str]) -> Task {
    let seat = Seat {
        key,
        milieu: None,
        domain: None,
    };
    let chosen = catalogue()
        .iter()
        .filter(|one| codes.contains(&one.code.to_string().as_str()));
    let terms = Terms {
        start: start.parse().unwrap(),
        end: end.parse().unwrap(),
        mode: Mode::One {
            operator: "YES".to_owned(),
        },
        k: 5,
        roll: Roll::new([seat]).unwrap().hash(),
        indicators: chosen.flat_map(asked).collect(),
    };
    Task::new(terms).unwrap()
}

/// Six women born in 1999 at an activity in August; the id of one of them.
fn held(computer: &Computer) -> String {
    let added = |fields: &[&str]| {
        let added = computer.json(&[&["record", "add"], fields].concat());
        added["id"].as_str().unwrap().to_owned()
    };
    let activity = added(&["activity", "title/ar=دورة", "starts_on=12/08/2026", "state=done"]);
    let mut last = String::new();
    for name in ["سناء", "ليلى", "هدى", "مريم", "نادية", "سعاد"] {
        let given = format!("given_name/ar={name}");
        last = added(&[
            "person",
            &given,
            "family_name/ar=العلوي",
            "sex=2",
            "birth_date=1999",
        ]);
        let (activity, person) = (format!("activity={activity}"), format!("person={last}"));
        added(&["attendance", &activity, &person, "present=1"]);
    }
    last
}

fn cell<'v>(preview: &'v Value, indicator: &str, cell: &Value) -> &'v Value {
    let mut cells = preview["cells"].as_array().unwrap().iter();
    let found = cells.find(|one| one["indicator"] == indicator && one["cell"] == *cell);
    found.unwrap_or_else(|| panic!("{indicator} {cell}: {preview}"))
}

const TOTAL: &str = "total";

fn text(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

#[test]
fn numbers_are_counted_and_explained_before_anything_is_asked() {
    let place = Place::new();
    let computer = place.computer("a");
    computer.found("جمعية الأمل");
    let woman = held(&computer);
    let list = computer.json(&["indicators", "list"]);
    assert!(list.as_array().unwrap().len() > 40, "{list}");
    let preview = computer.json(&["indicators", "preview", "2026-Q3"]);
    let none = (&Value::Null, &Value::Null, &json!([]));
    assert_eq!((&preview["mode"], &preview["task"], &preview["operators"]), none);
    let total = cell(&preview, "NT-G12", &json!({ "table": TOTAL }));
    assert_eq!((&total["value"], &total["withheld"]), (&json!(6), &json!(false)));
    let archive = cell(&preview, "NT-R04", &json!({ "table": TOTAL }));
    assert_eq!(archive["value"], Value::Null);
    let explained = computer.json(&["indicators", "explain", "2026-Q3", "NT-G12"]);
    let records = explained["records"].as_array().unwrap();
    assert_eq!(records.len(), 6);
    assert!(
        records.iter().any(|one| one["id"] == woman.as_str()),
        "{explained}"
    );
    let (status, said) = computer.refused(&["indicators", "explain", "2026-Q3", "NT-R04"]);
    assert!(
        status == 1 && said.contains("No data yet") && said.contains("[no_data_yet]"),
        "{said}"
    );
}

#[test]
fn what_is_asked_is_shown_agreed_to_made_and_audited() {
    let place = Place::new();
    let computer = place.computer("a");
    computer.found("جمعية الأمل");
    held(&computer);
    let key = computer.json(&["indicators", "key"])["key"]
        .as_str()
        .unwrap()
        .to_owned();
    let asks = task(key.parse().unwrap(), &["NT-G11", "NT-G12"]);
    let file = place.path("ask.task");
    std::fs::write(&file, asks.to_bytes()).unwrap();
    let file = text(&file);
    let preview = computer.json(&["indicators", "preview", "2026-Q3", "--task", &file]);
    assert_eq!(
        (&preview["mode"], &preview["operators"]),
        (&json!(1), &json!(["YES"]))
    );
    assert_eq!(preview["task"], asks.id().to_string());
    let leaf = json!({ "table": "sex_age", "sex": "2", "age": "18-34" });
    assert_eq!(cell(&preview, "NT-G12", &leaf)["value"], 6);
    let kept = computer.json(&["indicators", "preview", "2026-Q3"]);
    assert_eq!(kept["task"], Value::Null, "to look is not to take in");

    let (out, made) = (place.path("our.report"), text(&place.path("second.report")));
    let report = [
        "indicators",
        "report",
        "2026-Q3",
        "--task",
        &file,
        "--out",
        &text(&out),
    ];
    let (status, said) = computer.refused(&report);
    assert!(status == 1 && said.contains("It cannot see any person"), "{said}");
    assert!(said.contains("[report_not_agreed") && !out.exists(), "{said}");
    computer.done(&[&report[..], &["--withhold", "NT-G11", "--agree"]].concat());
    let bytes = std::fs::read(&out).unwrap();
    let first = Report::from_bytes(&bytes).unwrap();
    assert!(first.verify().is_ok());
    assert_eq!(first.key().to_string(), key);
    let counts = first.contribution().counts();
    assert_eq!((counts[0].withheld, counts[1].total()), (true, 6));
    let name = "العلوي".as_bytes();
    assert!(!bytes.windows(name.len()).any(|part| part == name));
    let (status, said) = computer.refused(&report);
    assert!(status == 1 && said.contains("[file_exists]"), "{said}");
    let again = ["indicators", "report", "2026-Q3", "--task", &file, "--out", &made];
    assert_eq!(
        computer.json(&again)["revision"],
        2,
        "agreed once, not asked again"
    );
    audits(&computer, &out, &bytes);
}

fn audits(computer: &Computer, out: &Path, kept: &[u8]) {
    let path = out.to_str().unwrap();
    let audit = computer.json(&["indicators", "audit", path]);
    assert_eq!((&audit["holds"], &audit["revision"]), (&json!(true), &json!(1)));
    let mut flipped = kept.to_vec();
    *flipped.last_mut().unwrap() ^= 1;
    std::fs::write(out, &flipped).unwrap();
    let (status, said) = computer.refused(&["indicators", "audit", path]);
    assert!(status == 1 && said.contains("[audit_unsigned]"), "{said}");
    std::fs::write(out, &kept[..kept.len() - 1]).unwrap();
    let (_, said) = computer.refused(&["indicators", "audit", path]);
    assert!(said.contains("[report_unreadable"), "{said}");
    std::fs::write(out, kept).unwrap();
    held(computer);
    let (_, said) = computer.refused(&["indicators", "audit", path]);
    assert!(
        said.contains("[audit_differs]") && said.contains("NT-G12"),
        "{said}"
    );
    let output = computer.run(&["indicators", "audit", path, "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (&found["holds"], &found["kept"], &found["differ"]),
        (&json!(false), &json!(true), &json!(["NT-G12"]))
    );
}

/// Takes in a task about the third quarter, so that reports need no file.
fn asked_of(place: &Place, computer: &Computer, codes: &[&str]) -> String {
    let key = computer.json(&["indicators", "key"]);
    let file = place.path("ask.task");
    let asks = task(key["key"].as_str().unwrap().parse().unwrap(), codes);
    std::fs::write(&file, asks.to_bytes()).unwrap();
    text(&file)
}

#[test]
fn what_was_withheld_stays_so_until_somebody_says_otherwise() {
    let place = Place::new();
    let computer = place.computer("a");
    computer.found("جمعية الأمل");
    held(&computer);
    let file = asked_of(&place, &computer, &["NT-G11", "NT-G12"]);
    let made = |more: &[&str]| computer.json(&[&["indicators", "report", "2026-Q3"], more].concat());
    let first = made(&["--task", &file, "--agree", "--withhold", "NT-G12"]);
    assert_eq!(first["withheld"], json!(["NT-G12"]));
    let out = place.path("second.report");
    let output = computer.run(&["indicators", "report", "2026-Q3", "--out", &text(&out)]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("withheld: does not leave") && said.contains("--withhold-none"),
        "{said}"
    );
    let corrected = Report::from_bytes(&std::fs::read(&out).unwrap()).unwrap();
    let counts = corrected.contribution().counts();
    assert_eq!((counts[0].withheld, counts[1].withheld), (false, true));

    let total = json!({ "table": TOTAL });
    let leaves = |code: &str| {
        let preview = computer.json(&["indicators", "preview", "2026-Q3"]);
        cell(&preview, code, &total)["withheld"] == false
    };
    assert!(leaves("NT-G11") && !leaves("NT-G12"));
    // Named ones are withheld, and no others.
    let output = computer.run(&["indicators", "report", "2026-Q3", "--withhold", "NT-G11"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("Withheld before, and sent now: NT-G12"), "{said}");
    assert!(!leaves("NT-G11") && leaves("NT-G12"));
    assert_eq!(made(&["--withhold-none"])["withheld"], json!([]));
    assert!(leaves("NT-G11") && leaves("NT-G12"));
    let last = made(&[]);
    assert_eq!((&last["revision"], &last["withheld"]), (&json!(5), &json!([])));
    let both = ["--withhold-none", "--withhold", "NT-G11"];
    let (status, _) = computer.refused(&[&["indicators", "report", "2026-Q3"], &both[..]].concat());
    assert_eq!(status, 2);
}

#[test]
fn whoever_agrees_sees_in_the_same_call_what_to() {
    let place = Place::new();
    let computer = place.computer("a");
    computer.found("جمعية الأمل");
    held(&computer);
    let file = asked_of(&place, &computer, &["NT-G11", "NT-G12"]);
    let output = computer.run(&["indicators", "report", "2026-Q3", "--task", &file, "--agree"]);
    let said = String::from_utf8(output.stderr).unwrap();
    let place_of = |words: &str| said.find(words).unwrap_or_else(|| panic!("{words}: {said}"));
    let made = place_of("Report 1 is made");
    for shown in [
        "It cannot see any person",
        "at least 5 associations",
        "NT-G11 · ",
        "NT-G12 · ",
        "leaves as it is",
    ] {
        assert!(place_of(shown) < made, "{said}");
    }
    // Other terms are shown, and nobody has agreed to them.
    let file = asked_of(&place, &computer, &["NT-G09", "NT-G11"]);
    let (_, said) = computer.refused(&["indicators", "report", "2026-Q3", "--task", &file]);
    assert!(
        said.contains("NT-G09 · ") && said.contains("[report_not_agreed"),
        "{said}"
    );
}

#[test]
fn corrections_of_earlier_periods_are_shown_before_they_leave() {
    let place = Place::new();
    let computer = place.computer("a");
    computer.found("جمعية الأمل");
    let in_may = |title: &str| {
        let title = format!("title/fr={title}");
        computer.done(&[
            "record",
            "add",
            "activity",
            &title,
            "starts_on=12/05/2026",
            "state=done",
        ]);
    };
    in_may("premier");
    let key = computer.json(&["indicators", "key"]);
    let key = key["key"].as_str().unwrap().parse().unwrap();
    let second = place.path("second.task");
    let asks = about(["2026-04-01", "2026-06-30"], key, &["NT-G11"]);
    std::fs::write(&second, asks.to_bytes()).unwrap();
    computer.done(&[
        "indicators",
        "report",
        "2026-Q2",
        "--task",
        &text(&second),
        "--agree",
    ]);
    // It was written down after the report was made.
    in_may("deuxième");
    let file = asked_of(&place, &computer, &["NT-G11"]);
    let look = ["indicators", "preview", "2026-Q3", "--task", &file];
    let preview = computer.json(&look);
    let total = cell(&preview, "NT-G11", &json!({ "table": TOTAL }));
    assert_eq!(
        (&total["value"], &total["plus"], &total["minus"]),
        (&json!(0), &json!(1), &json!(0))
    );
    let said = computer.done(&look);
    assert!(
        said.contains("correction of earlier periods of the year: 1 more"),
        "{said}"
    );
}

#[test]
fn what_makes_no_sense_is_said() {
    let place = Place::new();
    let computer = place.computer("a");
    computer.found("الأمل");
    let (status, said) = computer.refused(&["indicators", "preview", "2026-Q5"]);
    assert!(
        status == 2 && said.contains("[not_a_period]") && said.contains("2026-Q3"),
        "{said}"
    );
    let (status, said) = computer.refused(&["indicators", "explain", "2026-Q3", "NT-Z99"]);
    assert!(status == 2 && said.contains("[unknown_indicator]"), "{said}");
    let key = computer.json(&["indicators", "key"])["key"]
        .as_str()
        .unwrap()
        .to_owned();
    let file = place.path("ask.task");
    std::fs::write(&file, task(key.parse().unwrap(), &["NT-G11"]).to_bytes()).unwrap();
    let file = file.to_str().unwrap();
    let out = place.path("r").to_str().unwrap().to_owned();
    let report = |period: &str, more: &[&str]| {
        let all = [
            &[
                "indicators",
                "report",
                period,
                "--task",
                file,
                "--out",
                &out,
                "--agree",
            ],
            more,
        ]
        .concat();
        computer.refused(&all).1
    };
    assert!(report("2026-Q2", &[]).contains("[task_other_period"));
    assert!(report("2026-Q3", &["--withhold", "NT-G12"]).contains("[report_no_such_number"));
}
