//! What a hub tells its operator while it serves: by ids, never by names.

use std::fs::{File, read_to_string};
use std::io::{BufRead, BufReader};
use std::process::Stdio;

use serde_json::Value;

use crate::run::{Place, Running};

#[test]
fn an_operator_is_told_what_happened_and_no_names() {
    let place = Place::new();
    let (hub, first) = (place.computer("hub"), place.computer("first"));
    hub.done(&["hub", "init", "--name", "YES"]);
    let journal = place.path("journal");
    let serve = ["hub", "serve", "--listen", "127.0.0.1:0", "--json"];
    let mut child = hub
        .command(&serve)
        .stdout(Stdio::piped())
        .stderr(File::create(&journal).unwrap())
        .spawn()
        .unwrap();
    let mut line = String::new();
    let mut said = BufReader::new(child.stdout.take().unwrap());
    let running = Running(child);
    said.read_line(&mut line).unwrap();
    assert!(serde_json::from_str::<Value>(&line).unwrap()["address"].is_string());
    first.found("Al Amal");
    let ticket = hub.json(&["hub", "ticket", "Al Amal"]);
    let enrolled = first.run(&["node", "enrol", ticket["ticket"].as_str().unwrap()]);
    assert!(enrolled.status.success());
    drop(running);
    let journal = read_to_string(journal).unwrap();
    assert!(journal.contains("a space enrolled"), "{journal}");
    let said = String::from_utf8(enrolled.stderr).unwrap();
    assert!(!said.contains("\"level\""), "people read sentences: {said}");
    for name in ["Al Amal", "aicha"] {
        assert!(!journal.contains(name), "{name} is in the journal:\n{journal}");
    }
}
