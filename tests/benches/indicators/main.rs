//! What indicators cost: those of the catalogue over an association's records, and a period at the hub.
//!
//! ```text
//! cargo bench -p tawro-tests --bench indicators -- --records 100000 --associations 10800
//! ```
//!
//! Records are in equal parts persons, enrolments, presences, payments and gifts. At the hub each association
//! sends one report, which answers all that is asked of it; each part runs in a process of its own, so that its
//! memory is its own. One JSON object is printed.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench prints its figures, and a failed step ends it with its line"
)]

mod hub;
mod node;

use std::env;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use serde_json::{Value, json};

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    let done: Value = match words.as_slice() {
        ["part", "node", dir, records] => node::compute(Path::new(dir), records.parse().unwrap()),
        ["part", "hub", dir, associations] => hub::period(Path::new(dir), associations.parse().unwrap()),
        options => run(options),
    };
    println!("{done}");
}

fn run(options: &[&str]) -> Value {
    let number = |name: &str, usual: u32| -> u32 {
        let at = options.iter().position(|option| *option == name);
        at.map_or(usual, |at| options[at + 1].parse().unwrap())
    };
    let (records, associations) = (number("--records", 100_000), number("--associations", 10_800));
    let dir = tempfile::tempdir().unwrap();
    let place = |name: &str| dir.path().join(name).to_str().unwrap().to_owned();
    json!({
        "bench": "indicators",
        "load": tawro_tests::gauge::load(),
        "processors": std::thread::available_parallelism().map_or(0, usize::from),
        "node": part(&["node", &place("node"), &records.to_string()]),
        "hub": part(&["hub", &place("hub"), &associations.to_string()]),
    })
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

/// Seconds since, to a hundredth.
fn seconds(began: Instant) -> f64 {
    (began.elapsed().as_secs_f64() * 100.0).round() / 100.0
}
