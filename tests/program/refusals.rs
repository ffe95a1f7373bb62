//! Bad input: a sentence that says what happened and what to do, an exit status, and nothing half done.

use crate::run::Place;

/// Runs what must be refused and checks status, code and that something is said of what to do.
fn check(said: (i32, String), status: i32, code: &str) {
    let (found, text) = said;
    assert_eq!(found, status, "{text}");
    let lines: Vec<&str> = text.lines().collect();
    assert!(
        lines.len() >= 3,
        "what happened, what to do, and the code: {text}"
    );
    assert!(lines.last().unwrap().starts_with(&format!("[{code}")), "{text}");
    assert!(
        !text.contains("error-") && !text.contains("refusal-"),
        "a sentence is missing: {text}"
    );
}

#[test]
fn a_folder_says_why_it_does_not_open() {
    let place = Place::new();
    let nobody = place.computer("nobody");
    check(nobody.refused(&["node", "status"]), 1, "folder_empty");

    let mut first = place.computer("a");
    first.found("Al Amal");
    check(
        first.refused(&["node", "init", "--name", "again"]),
        1,
        "folder_occupied",
    );
    let (database, elsewhere) = (place.path("a/tawro.db"), place.path("elsewhere"));
    std::fs::rename(&database, &elsewhere).unwrap();
    check(
        first.refused(&["record", "list", "person"]),
        1,
        "database_missing",
    );
    assert!(!database.exists(), "no empty one in its place");
    std::fs::rename(&elsewhere, &database).unwrap();
    first.passphrase = "another".to_owned();
    check(first.refused(&["node", "status"]), 1, "wrong_passphrase");
    first.passphrase = String::new();
    check(first.refused(&["node", "status"]), 1, "empty_passphrase");
    let mut command = first.command(&["node", "status"]);
    let output = command.env_remove("TAWRO_PASSPHRASE").output().unwrap();
    check(
        (
            output.status.code().unwrap(),
            String::from_utf8(output.stderr).unwrap(),
        ),
        2,
        "no_passphrase",
    );
}

#[test]
fn records_and_sheets_are_refused_whole() {
    let place = Place::new();
    let first = place.computer("a");
    first.found("Al Amal");
    check(first.refused(&["record", "list", "unicorn"]), 1, "unknown_kind");
    check(
        first.refused(&["record", "add", "person", "shoe_size=44"]),
        1,
        "unknown_field",
    );
    check(
        first.refused(&["record", "add", "person", "given_name=Aïcha", "phone=12"]),
        1,
        "not_a_phone",
    );
    check(
        first.refused(&["record", "add", "person", "given_name"]),
        2,
        "field_syntax",
    );
    check(first.refused(&["record", "show", "short"]), 1, "bad_id");
    check(
        first.refused(&["record", "show", "aaaaaaaaaaaaaaaaaaaaaaaaaa"]),
        1,
        "not_found",
    );
    assert_eq!(
        first
            .json(&["record", "list", "person"])
            .as_array()
            .unwrap()
            .len(),
        0,
        "nothing half done"
    );

    check(
        first.refused(&["import", "member", "no-such-file.xlsx"]),
        1,
        "file_missing",
    );
    let nonsense = first.write("nonsense.csv", "1;2;3\n4;5;6\n");
    check(first.refused(&["import", "member", &nonsense]), 1, "no_header");
    check(
        first.refused(&["export", "member", "members.docx"]),
        2,
        "file_type",
    );
    let kept = first.write("kept.csv", "somebody's own");
    check(first.refused(&["export", "member", &kept]), 1, "file_exists");
    assert_eq!(std::fs::read_to_string(&kept).unwrap(), "somebody's own");
    first.done(&["export", "member", &kept, "--force"]);
    assert_ne!(std::fs::read_to_string(&kept).unwrap(), "somebody's own");
    check(
        first.refused(&["import", "--undo", "aaaaaaaaaaaaaaaaaaaaaaaaaa"]),
        1,
        "unknown_import",
    );
}

#[test]
fn codes_and_hubs_say_what_is_wrong() {
    let place = Place::new();
    let (first, relay) = (place.computer("a"), place.computer("hub"));
    first.found("Al Amal");
    check(first.refused(&["node", "sync"]), 1, "not_enrolled");
    check(first.refused(&["node", "invite"]), 1, "not_enrolled");
    check(
        first.refused(&["node", "enrol", "123456", "999999"]),
        1,
        "code_group",
    );
    check(first.refused(&["node", "enrol", "abc"]), 1, "code_group");
    check(
        first.refused(&["node", "revoke", "Z", "--yes"]),
        1,
        "no_such_device",
    );
    check(relay.refused(&["hub", "status"]), 1, "hub_missing");

    relay.done(&["hub", "init", "--name", "YES", "--address", "127.0.0.1:9"]);
    check(
        relay.refused(&["hub", "init", "--name", "again"]),
        1,
        "hub_exists",
    );
    let ticket = relay.json(&["hub", "ticket", "Al Amal"]);
    let ticket = ticket["ticket"].as_str().unwrap();
    // A ticket is no invitation; its digits may be Arabic.
    let joiner = place.computer("b");
    check(joiner.refused(&["node", "join", ticket]), 1, "code_other_kind");
    let arabic: String = ticket
        .chars()
        .map(|digit| {
            digit
                .to_digit(10)
                .and_then(|digit| char::from_u32(0x0660 + digit))
                .unwrap_or(digit)
        })
        .collect();
    check(joiner.refused(&["node", "join", &arabic]), 1, "code_other_kind");
}

#[test]
fn a_port_in_use_and_a_folder_in_use_say_so() {
    let place = Place::new();
    let (one, two) = (place.computer("hub"), place.computer("hub2"));
    let (_running, address) = crate::run::hub(&one);
    two.done(&["hub", "init", "--name", "Other"]);
    check(
        two.refused(&["hub", "serve", "--listen", &address]),
        1,
        "port_in_use",
    );
    check(
        one.refused(&["hub", "serve", "--listen", "127.0.0.1:0"]),
        1,
        "folder_in_use",
    );
}
