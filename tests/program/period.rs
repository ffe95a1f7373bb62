//! A reporting period at the hub, over files: from who is asked to the figures.

use std::path::{Path, PathBuf};

use calamine::Reader;
use serde_json::{Value, json};
use tawro_core::crypto::DeviceSecret;
use tawro_core::id::{ReportId, StatisticsKey};
use tawro_core::indicator::not_stated;
use tawro_core::share::{Call, Contribution, Count, Notice, Report, Standing, Task, Unit};

use crate::run::{Computer, Place};

/// So far away that no clock says its window is over.
const QUARTER: &str = "2099-Q4";
const ASSOCIATIONS: u8 = 25;

fn secret(number: u8) -> DeviceSecret {
    DeviceSecret::from_bytes(&[number; 64])
}

fn name(number: u8) -> String {
    format!("جمعية {number}")
}

/// Of every indicator as many as the association's number says; of a statement that it holds.
fn report(task: &Task, number: u8) -> Report {
    let counts = task.indicators.iter().map(|asked| {
        let value = match asked.unit {
            Unit::Associations => 1,
            _ => u64::from(number) + 5,
        };
        Count::prepare(asked, &task.mode, not_stated(value.min(asked.bound)), 0).0
    });
    let id = ReportId([number; 16]);
    let contribution = Contribution::new(task, counts.collect(), 1, id).unwrap();
    contribution.sign(&secret(number))
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// A hub at which associations are registered, in communes of both kinds.
fn hub(place: &Place, associations: u8) -> Computer {
    let hub = place.computer("hub");
    hub.done(&["hub", "init", "--name", "YES", "--address", "127.0.0.1:9"]);
    for number in 1..=associations {
        let commune = match number.is_multiple_of(3) {
            true => "04.291.01.05",
            false => "04.291.05.11",
        };
        let (key, domain) = (StatisticsKey(secret(number).id().0).to_string(), number % 2 + 1);
        let (name, domain) = (name(number), domain.to_string());
        let seat = [
            "hub",
            "seat",
            &name,
            "--key",
            &key,
            "--commune",
            commune,
            "--domain",
            &domain,
        ];
        hub.done(&seat);
    }
    hub
}

/// Begins the period; the task as it travels.
fn begin(place: &Place, hub: &Computer) -> Task {
    let begun = hub.json(&["hub", "period", "open", QUARTER]);
    assert_eq!(begun["closes"], "2100-02-14");
    let file = place.path("call");
    hub.done(&["hub", "period", "task", QUARTER, text(&file)]);
    let call = Call::from_bytes(&std::fs::read(&file).unwrap()).unwrap();
    let key = StatisticsKey(secret(1).id().0);
    call.of(&key).unwrap().0.clone()
}

fn write(place: &Place, name: &str, bytes: &[u8]) -> PathBuf {
    let path = place.path(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn twenty_five_associations_go_through_a_period() {
    let place = Place::new();
    let hub = hub(&place, ASSOCIATIONS);
    let task = begin(&place, &hub);
    let files: Vec<PathBuf> = (1..=24)
        .map(|number| {
            write(
                &place,
                &format!("{number}.report"),
                &report(&task, number).to_bytes(),
            )
        })
        .collect();
    let mut take = vec!["hub", "period", "take"];
    take.extend(files.iter().map(|file| text(file)));
    let taken = hub.json(&take);
    assert_eq!(taken[0]["outcome"], "new");
    assert_eq!(taken[23]["association"], name(24));

    let status = hub.json(&["hub", "period", "status", QUARTER]);
    assert_eq!(
        (&status["period"], &status["state"], &status["reports"]),
        (&json!(QUARTER), &json!("OPEN"), &json!(24))
    );
    assert_eq!(
        (&status["missing"], &status["rejected"]),
        (&json!([name(25)]), &json!([]))
    );

    hub.done(&["hub", "period", "freeze", QUARTER, "--force"]);
    let published = hub.json(&["hub", "period", "publish", QUARTER]);
    assert!(published["published"].as_u64().unwrap() > 0);
    let file = place.path("notice");
    hub.done(&["hub", "period", "manifest", QUARTER, text(&file)]);
    let notice = Notice::from_bytes(&std::fs::read(&file).unwrap()).unwrap();
    let (manifest, figures) = notice.of(task.id()).unwrap();
    assert!(figures.is_some());
    assert_eq!(manifest.standing(&report(&task, 3)), Standing::In);
    assert_eq!(manifest.standing(&report(&task, 25)), Standing::LeftOut);

    figures_are_sums(&place, &hub);
}

/// What is exported is what the reports add up to, in all three forms.
fn figures_are_sums(place: &Place, hub: &Computer) {
    let file = |name: &str| place.path(name);
    hub.done(&["hub", "export", QUARTER, text(&file("figures.json"))]);
    let rows: Value = serde_json::from_slice(&std::fs::read(file("figures.json")).unwrap()).unwrap();
    let rows = rows.as_array().unwrap();
    let total = rows
        .iter()
        .find(|row| row["indicator"] == "NT-G11" && row["cell"] == json!({"table": "total"}));
    let total = total.unwrap();
    let sum: u64 = (1..=24).map(|number| number + 5).sum();
    assert_eq!(
        (&total["value"], &total["status"]),
        (&json!(sum), &json!("published"))
    );
    assert_eq!((&total["associations"], &total["of"]), (&json!(24), &json!(25)));
    assert_eq!(
        (&total["period_start"], &total["period_end"]),
        (&json!("2099-10-01"), &json!("2099-12-31"))
    );
    assert!(rows.iter().any(|row| row["indicator"] == "NT-R12:of"));

    hub.done(&[
        "hub",
        "export",
        QUARTER,
        text(&file("figures.csv")),
        "--lang",
        "ar",
    ]);
    let lines = crate::run::lines(&file("figures.csv"));
    assert_eq!(lines.len(), rows.len() + 1);
    assert!(lines[0].starts_with("المؤشر (الرمز);المؤشر;"), "{}", lines[0]);
    hub.done(&[
        "hub",
        "export",
        QUARTER,
        text(&file("figures.xlsx")),
        "--lang",
        "fr",
    ]);
    let bytes = std::fs::read(file("figures.xlsx")).unwrap();
    let mut book = calamine::Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    assert_eq!(sheet.height(), rows.len() + 1);
    assert_eq!(sheet.get((0, 1)).unwrap().to_string(), "Indicateur");
    reported(place, hub);
}

/// The ministry report of the period and of its year, to print and to edit, in the language that was asked for.
fn reported(place: &Place, hub: &Computer) {
    for (period, name, lang, begins) in [
        (QUARTER, "report.pdf", "ar", b"%PDF".as_slice()),
        (QUARTER, "report.docx", "fr", b"PK"),
        ("2099", "year.docx", "ar", b"PK"),
    ] {
        let file = place.path(name);
        let made = hub.json(&["hub", "report", period, text(&file), "--lang", lang]);
        assert_eq!((&made["period"], &made["lang"]), (&json!(period), &json!(lang)));
        assert!(std::fs::read(&file).unwrap().starts_with(begins), "{name}");
    }
    let again = place.path("report.pdf");
    refused(hub, &["hub", "report", QUARTER, text(&again)], "file_exists");
}

/// Runs what must be refused; the code is the last word, and a sentence says what to do.
fn refused(hub: &Computer, arguments: &[&str], code: &str) -> String {
    let (status, text) = hub.refused(arguments);
    assert!(status == 1 || status == 2, "{text}");
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines.len() >= 3 && !text.contains("error-"), "{text}");
    assert!(lines.last().unwrap().starts_with(&format!("[{code}")), "{text}");
    text
}

#[test]
fn each_step_that_is_not_the_next_says_which_is() {
    let place = Place::new();
    let hub = hub(&place, 0);
    refused(&hub, &period("open"), "no_seats");
    refused(&hub, &period("status"), "period_unknown");
    for number in 1..=5 {
        let key = StatisticsKey(secret(number).id().0).to_string();
        hub.done(&["hub", "seat", &name(number), "--key", &key]);
    }
    let task = begin(&place, &hub);
    refused(&hub, &period("open"), "period_exists");
    refused(&hub, &["hub", "period", "open", "2099"], "period_overlaps");
    let said = refused(&hub, &period("freeze"), "period_window_open");
    for word in ["2100-02-14", "Missing: 5", "--force"] {
        assert!(said.contains(word), "{word} is not in: {said}");
    }
    refused(&hub, &period("publish"), "period_not_frozen");
    let call = place.path("call");
    refused(
        &hub,
        &["hub", "period", "task", QUARTER, text(&call)],
        "file_exists",
    );
    let notice = place.path("notice");
    refused(
        &hub,
        &["hub", "period", "manifest", QUARTER, text(&notice)],
        "period_not_frozen",
    );
    assert!(!notice.exists(), "nothing half done");
    reports_are_refused(&place, &hub, &task);
    let figures = place.path("figures.json");
    refused(
        &hub,
        &["hub", "export", QUARTER, text(&figures)],
        "period_not_published",
    );
    hub.done(&period("publish"));
    refused(&hub, &period("publish"), "period_published");
    refused(
        &hub,
        &["hub", "export", QUARTER, text(&place.path("figures.pdf"))],
        "figures_file_type",
    );
    refused(
        &hub,
        &["hub", "report", QUARTER, text(&place.path("report.odt"))],
        "report_file_type",
    );
    refused(
        &hub,
        &["hub", "report", "2098", text(&place.path("report.pdf"))],
        "period_not_published",
    );
}

fn period(step: &'static str) -> [&'static str; 4] {
    ["hub", "period", step, QUARTER]
}

/// One that is none, one that comes late, and one that is not there; then the period is frozen.
fn reports_are_refused(place: &Place, hub: &Computer, task: &Task) {
    let good = write(place, "1.report", &report(task, 1).to_bytes());
    let letter = write(place, "letter", b"no report at all");
    let said = refused(
        hub,
        &["hub", "period", "take", text(&good), text(&letter)],
        "reports_rejected",
    );
    assert!(
        said.contains("cannot be read") && said.contains("taken: 1; rejected: 1"),
        "{said}"
    );
    refused(
        hub,
        &["hub", "period", "take", text(&place.path("nothing"))],
        "file_missing",
    );
    hub.done(&["hub", "period", "freeze", QUARTER, "--force"]);
    refused(hub, &period("freeze"), "period_frozen");
    let late = write(place, "2.report", &report(task, 2).to_bytes());
    let said = refused(hub, &["hub", "period", "take", text(&late)], "reports_rejected");
    assert!(said.contains(&name(2)), "{said}");
    let rejected = &hub.json(&period("status"))["rejected"];
    assert_eq!(rejected[0]["code"], "report_malformed");
    assert_eq!(
        (&rejected[1]["association"], &rejected[1]["code"]),
        (&json!(name(2)), &json!("report_late"))
    );
}

#[test]
fn a_seat_is_of_one_and_its_facts_are_read() {
    let place = Place::new();
    let hub = hub(&place, 1);
    let key = |number: u8| StatisticsKey(secret(number).id().0).to_string();
    let seat = |name: &str, key: &str, more: &[&str]| {
        let first = ["hub", "seat", name, "--key", key];
        let (status, text) = hub.refused(&[first.as_slice(), more].concat());
        format!("{status} {}", text.lines().last().unwrap_or_default())
    };
    assert!(seat(&name(1), &key(9), &[]).starts_with("1 [seat_name_taken"));
    assert!(seat("Other", &key(1), &[]).starts_with("1 [seat_key_taken"));
    assert!(seat("Other", &key(9), &["--commune", "Tiflet"]).starts_with("2 [bad_commune"));
    assert!(seat("Other", "abc", &[]).starts_with("2 [argument_value"));
    assert!(seat("Other", &key(9), &["--domain", "13"]).starts_with("2 [argument_value"));
}

/// The file is for the operator alone, as the hub's other files are.
#[cfg(unix)]
#[test]
fn the_numbers_of_associations_are_nobody_elses() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    let hub = hub(&place, 1);
    let file = hub.home.join("statistics.db");
    let mode = std::fs::metadata(file).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}
