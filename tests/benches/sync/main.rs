//! Two devices and a hub as three processes over loopback QUIC: how long and how much until both agree.
//!
//! ```text
//! cargo bench -p tawro-tests --bench sync -- --base 500 --records 2000 --edits-a 10000 --edits-b 500
//! ```
//!
//! Also `--steady 50`, `--seed N`, and `--rtt-ms 100` for a slow line. One JSON object is printed; what
//! each figure means stands in [`report`]. What the database's cipher costs shows when the same is run
//! without it: `cargo bench -p tawro-tests --no-default-features --bench sync -- …`.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench prints its figures, and a failed step ends it with its line"
)]

#[path = "../common/people.rs"]
mod people;

mod child;
mod device;
mod hub;
mod proxy;
mod report;

use std::env;
use std::path::Path;
use std::time::Duration;

use crate::report::Bench;

/// What is measured.
#[derive(Debug, Clone)]
pub(crate) struct Options {
    /// Records that both have when they part.
    pub(crate) base: usize,
    /// Records that A adds offline.
    pub(crate) records: usize,
    /// Single edits that A makes offline, each its own commit.
    pub(crate) edits_a: usize,
    /// Single edits that B makes offline, each its own commit.
    pub(crate) edits_b: usize,
    /// Single edits from A to B, one at a time, while both are connected.
    pub(crate) steady: usize,
    pub(crate) seed: u64,
    /// Added to every round trip.
    pub(crate) rtt: Duration,
}

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["hub", dir, listen, told] => hub::run(Path::new(dir), listen, told),
        ["device", dir, name] => device::run(Path::new(dir), name),
        options => {
            let figures = Bench::start(&parse(options)).run();
            println!("{}", serde_json::to_string_pretty(&figures).unwrap());
        }
    }
}

fn parse(args: &[&str]) -> Options {
    let number = |name: &str, usual: u64| {
        let at = args.iter().position(|arg| *arg == name);
        at.map_or(usual, |at| args[at + 1].parse().unwrap())
    };
    let count = |name: &str, usual: u64| usize::try_from(number(name, usual)).unwrap();
    Options {
        base: count("--base", 500),
        records: count("--records", 2_000),
        edits_a: count("--edits-a", 10_000),
        edits_b: count("--edits-b", 500),
        steady: count("--steady", 50),
        seed: number("--seed", 1),
        rtt: Duration::from_millis(number("--rtt-ms", 0)),
    }
}
