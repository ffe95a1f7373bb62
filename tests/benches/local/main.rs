//! One computer with 100,000 records: opening, the first page, searching, an edit, the pages, importing a sheet.
//!
//! ```text
//! cargo bench -p tawro-tests --bench local -- --records 100000 --rows 20000
//! ```
//!
//! Half of the records are persons, half their memberships. Every part runs in a process of its own,
//! so that its memory is its own. One JSON object is printed.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench prints its figures, and a failed step ends it with its line"
)]

#[path = "../common/people.rs"]
mod people;

mod pages;
mod parts;
mod sheet;

use std::env;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    let done: Value = match words.as_slice() {
        ["part", "build", dir, records] => parts::build(Path::new(dir), records.parse().unwrap()),
        ["part", "use", dir] => parts::use_it(Path::new(dir)),
        ["part", "pages", dir] => pages::pages(Path::new(dir)),
        ["part", "import", dir, file] => parts::import(Path::new(dir), Path::new(file)),
        ["part", "unlock", dir] => parts::unlock(Path::new(dir)),
        options => run(options),
    };
    if !done.is_null() {
        println!("{done}");
    }
}

fn run(options: &[&str]) -> Value {
    let number = |name: &str, usual: usize| -> usize {
        let at = options.iter().position(|option| *option == name);
        at.map_or(usual, |at| options[at + 1].parse().unwrap())
    };
    let (records, rows) = (number("--records", 100_000), number("--rows", 20_000));
    let dir = tempfile::tempdir().unwrap();
    let place = |name: &str| dir.path().join(name).to_str().unwrap().to_owned();
    let (home, empty, file) = (place("home"), place("empty"), place("sheet.xlsx"));
    sheet::write(Path::new(&file), rows);
    let built = part(&["build", &home, &records.to_string()]);
    let unlock_ms = part(&["unlock", &home])["ms"].clone();
    let mut used = part(&["use", &home]);
    // Opening is what remains without the key derivation, which is slow on purpose.
    let open = used["open_total_ms"].as_f64().unwrap() - unlock_ms.as_f64().unwrap();
    used["open_ms"] = json!((open * 100.0).round() / 100.0);
    let mut shown = part(&["pages", &home]);
    let start = shown["start_total_ms"].as_f64().unwrap() - unlock_ms.as_f64().unwrap();
    shown["start_to_page_ms"] = json!((start * 10.0).round() / 10.0);
    part(&["build", &empty, "0"]);
    let figures = json!({
        "bench": "local",
        "sqlcipher": cfg!(feature = "sqlcipher"),
        "records": records,
        "load": tawro_tests::gauge::load(),
            "processors": std::thread::available_parallelism().map_or(0, usize::from),
        "key_derivation_ms": unlock_ms,
        "build": built,
        "use": used,
        "pages": shown,
        "import_into_empty": part(&["import", &empty, &file]),
        "import": part(&["import", &home, &file]),
    });
    println!("{}", serde_json::to_string_pretty(&figures).unwrap());
    Value::Null
}

fn part(words: &[&str]) -> Value {
    let output = Command::new(env::current_exe().unwrap())
        .arg("part")
        .args(words)
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    assert!(output.status.success(), "{words:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}
