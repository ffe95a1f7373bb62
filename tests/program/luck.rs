//! Bad luck, each with its own sentence in three languages, after which everything is there.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;

use rusqlite::Connection;
use serde_json::Value;
use tawro_node::folder::Folder;
use tawro_node::keys::KeyFile;

use crate::run::{Computer, PASSPHRASE, Place, Running, hub};

const LANGUAGES: [&str; 3] = ["ar", "fr", "en"];

/// What a folder, a disk, a port, a code and a hub may refuse.
const CODES: [&str; 9] = [
    "wrong_passphrase",
    "code_not_valid",
    "hub_other_key",
    "hub_quota",
    "database_newer",
    "newer_version",
    "folder_in_use",
    "disk_full",
    "port_in_use",
];

/// The text of an entry of a catalogue.
fn sentence<'a>(catalogue: &'a str, key: &str) -> &'a str {
    let line = catalogue
        .lines()
        .find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "));
    line.unwrap_or_else(|| panic!("{key} has no sentence"))
}

#[test]
fn no_two_of_them_say_the_same() {
    for language in LANGUAGES {
        let path = format!("{}/../cli/locales/{language}/cli.ftl", env!("CARGO_MANIFEST_DIR"));
        let catalogue = std::fs::read_to_string(path).unwrap();
        let said: BTreeSet<&str> = CODES
            .iter()
            .map(|code| sentence(&catalogue, &format!("error-{code}")))
            .collect();
        assert_eq!(said.len(), CODES.len(), "{language}: {said:?}");
        for code in CODES {
            sentence(&catalogue, &format!("error-{code}-next"));
        }
    }
}

/// Refused with this code, in every language otherwise; each time with what to do next.
fn refused(computer: &Computer, arguments: &[&str], code: &str) {
    let mut said = BTreeSet::new();
    for language in LANGUAGES {
        let mut command = computer.command(arguments);
        let output = command.env("TAWRO_LANG", language).output().unwrap();
        let text = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {text}");
        assert!(output.stdout.is_empty(), "{arguments:?} printed data");
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        assert!(lines.len() >= 3, "{text}");
        assert!(lines.last().unwrap().starts_with(&format!("[{code}")), "{text}");
        said.insert(lines);
    }
    assert_eq!(said.len(), LANGUAGES.len(), "{said:?}");
}

fn persons(computer: &Computer) -> Value {
    computer.json(&["record", "list", "person"])
}

/// An association with one person in it.
fn found(place: &Place, name: &str) -> (Computer, Value) {
    let computer = place.computer(name);
    computer.found("الأمل");
    computer.done(&["record", "add", "person", "given_name=خديجة", "family_name=بناني"]);
    let seen = persons(&computer);
    assert!(!seen.as_array().unwrap().is_empty());
    (computer, seen)
}

#[test]
fn what_a_folder_refuses_stays_in_it() {
    let place = Place::new();
    let (mut first, seen) = found(&place, "a");
    first.passphrase = "another".to_owned();
    refused(&first, &["record", "list", "person"], "wrong_passphrase");
    first.passphrase = PASSPHRASE.to_owned();

    let held = Folder::open(&first.home).unwrap();
    refused(&first, &["record", "list", "person"], "folder_in_use");
    drop(held);

    let known = set_version(&first.home, 99);
    refused(&first, &["record", "list", "person"], "database_newer");
    assert_eq!(set_version(&first.home, known), 99, "refused, and not written to");
    assert_eq!(persons(&first), seen);
}

/// Says of which version the data is; returns what it said before.
fn set_version(home: &Path, version: i64) -> i64 {
    let folder = Folder::open(home).unwrap();
    let unlocked = KeyFile::load(&folder).unwrap().unlock(PASSPHRASE).unwrap();
    let key = unlocked.master.database_key();
    let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    let db = Connection::open(folder.database()).unwrap();
    db.execute_batch(&format!("PRAGMA key = \"x'{hex}'\"")).unwrap();
    let known = db.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
    db.pragma_update(None, "user_version", version).unwrap();
    known
}

#[test]
fn what_a_hub_refuses_or_a_false_one_asks_costs_nothing() {
    let place = Place::new();
    let (first, seen) = found(&place, "a");
    let (other, others) = found(&place, "other");
    let (relay, second) = (place.computer("hub"), place.computer("hub2"));
    let (running, address) = hub(&relay);
    let ticket = relay.json(&["hub", "ticket", "Al Amal"]);
    let ticket = ticket["ticket"].as_str().unwrap();
    first.done(&["node", "enrol", ticket]);
    refused(&other, &["node", "enrol", ticket], "code_not_valid");
    assert_eq!(persons(&other), others);

    second.done(&["hub", "init", "--name", "Other"]);
    refused(&second, &["hub", "serve", "--listen", &address], "port_in_use");
    refused(
        &relay,
        &["hub", "serve", "--listen", "127.0.0.1:0"],
        "folder_in_use",
    );
    drop(running);

    let false_one = serve(&second, &address);
    first.done(&["record", "add", "person", "given_name=محمد"]);
    let more = persons(&first);
    refused(&first, &["node", "sync"], "hub_other_key");
    assert_eq!(persons(&first), more);
    assert_eq!(second.json(&["hub", "status"])["associations"].to_string(), "0");
    drop(false_one);

    let right = serve(&relay, &address);
    assert_eq!(first.json(&["node", "sync"])["unsynced"], 0);
    drop(right);
    assert_ne!(persons(&first), seen);

    let store = Connection::open(relay.home.join("hub.db")).unwrap();
    store.pragma_update(None, "user_version", 99).unwrap();
    drop(store);
    refused(&relay, &["hub", "status"], "newer_version");
}

#[test]
fn a_full_quota_at_the_hub_keeps_everything_here() {
    let place = Place::new();
    let (first, _) = found(&place, "a");
    let relay = place.computer("hub");
    let (running, address) = hub(&relay);
    let ticket = relay.json(&["hub", "ticket", "Al Amal"]);
    first.done(&["node", "enrol", ticket["ticket"].as_str().unwrap()]);
    drop(running);
    // One mebibyte for each association, from now on.
    let narrow = ["hub", "serve", "--listen", &address, "--max-mib", "1", "--json"];
    let full = serve_with(&relay, &narrow);
    let limits = relay.json(&["hub", "status"])["limits"].clone();
    assert_eq!(limits["stored_bytes_max"], 1 << 20);
    assert_eq!(limits["bytes_per_second"], 512 << 10, "as by default");

    let sheet = first.write("long.csv", &long_sheet());
    first.done(&["import", "activity", &sheet]);
    let seen = first.json(&["record", "list", "activity"]);
    refused(&first, &["node", "sync"], "hub_quota");
    assert_ne!(first.json(&["node", "status"])["unsynced"], 0);
    assert_eq!(first.json(&["record", "list", "activity"]), seen);
    drop(full);

    let _wide = serve_with(
        &relay,
        &["hub", "serve", "--listen", &address, "--max-mib", "9", "--json"],
    );
    assert_eq!(first.json(&["node", "sync"])["unsynced"], 0);
}

/// Eighty rows with notes that hardly pack: 1.8 MB of entries.
fn long_sheet() -> String {
    let mut sheet = "title;note\n".to_owned();
    let mut state = 1_u64;
    for row in 0..80 {
        sheet.push_str(&format!("Reunion {row};"));
        for _ in 0..30_000 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let letter = b'0' + u8::try_from((state >> 33) % 64).unwrap();
            sheet.push(if letter == b';' { 'z' } else { letter as char });
        }
        sheet.push('\n');
    }
    sheet
}

/// A hub that was set up before, at a given address.
pub(crate) fn serve(computer: &Computer, address: &str) -> Running {
    serve_with(computer, &["hub", "serve", "--listen", address, "--json"])
}

fn serve_with(computer: &Computer, arguments: &[&str]) -> Running {
    let mut command = computer.command(arguments);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    let mut says = BufReader::new(child.stdout.take().unwrap());
    says.read_line(&mut line).unwrap();
    assert!(line.contains("address"), "{line}");
    Running(child)
}
