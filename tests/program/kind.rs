//! A kind that is declared in a test alone works in the command line, import, search, conflict, sync
//! and export.

use serde_json::json;

use crate::run::{Computer, Place, hub, lines, together};

/// A sheet as somebody keeps it: Arabic headings, Arabic-Indic digits, a title above.
const SHEET: &str = "\
جرد خلايا النحل,,,,\n\
علامة الخلية,السلالة,عدد الإطارات,تاريخ الوضع,المنتوجات\n\
أ-١,صفراء,١٢,01/03/2026,عسل\n\
أ-٢,سوداء,٨,15/03/2026,عسل، شمع\n\
أ-٣,صفراء,كثير,15/03/2026,\n";

#[test]
fn a_kind_declared_in_a_test_alone_works_everywhere() {
    let place = Place::new();
    let (first, second, relay) = (place.computer("a"), place.computer("b"), place.computer("hub"));
    first.found("جمعية النحالين");

    // The command line knows it, by its declaration.
    let kinds = first.json(&["record", "kinds", "beehive"]);
    assert_eq!(kinds[0]["label"], "Beehive");
    assert_eq!(kinds[0]["fields"].as_array().unwrap().len(), 7);
    let added = first.json(&[
        "record",
        "add",
        "beehive",
        "mark=B-7",
        "race=noire",
        "frames=١٠",
        "products=miel, cire",
    ]);
    let id = added["id"].as_str().unwrap();
    let shown = first.json(&["record", "show", id]);
    let expected = json!({"mark": "B-7", "race": "black", "frames": 10, "products": ["honey", "wax"]});
    assert_eq!(shown["fields"], expected);

    imported(&first);
    // Search, by a word in another form than the one it was written in.
    let found = first.json(&["record", "list", "beehive", "--search", "ا-2"]);
    assert_eq!(found[0]["fields"]["race"], "black");
    assert_eq!(found.as_array().unwrap().len(), 1);

    let (_hub, _) = hub(&relay);
    together(&relay, &first, &second);
    differed(&first, &second, id);
    exported(&place, &first);
    first.done(&["node", "doctor"]);
}

/// Import finds its columns by its words, and says what it could not read.
fn imported(computer: &Computer) {
    let sheet = computer.write("hives.csv", SHEET);
    let looked = computer.json(&["import", "beehive", &sheet, "--dry-run"]);
    assert_eq!((&looked["rows"], &looked["created"]), (&json!(3), &json!(3)));
    assert_eq!(looked["errors"][0]["row"], 5);
    assert_eq!(looked["errors"][0]["column"], "عدد الإطارات");
    assert_eq!(count(computer), 1, "a dry run changes nothing");
    computer.done(&["import", "beehive", &sheet]);
    assert_eq!(count(computer), 4);
    assert_eq!(computer.json(&["import", "beehive", &sheet])["created"], 0);
}

/// Sync, and a conflict that both see until one decides.
fn differed(first: &Computer, second: &Computer, id: &str) {
    assert_eq!(count(second), 4);
    first.done(&["record", "set", id, "frames=11"]);
    second.done(&["record", "set", id, "frames=12"]);
    for computer in [first, second, first] {
        computer.done(&["node", "sync"]);
    }
    for computer in [first, second] {
        let shown = computer.json(&["record", "show", id]);
        let mut said: Vec<String> = shown["conflicts"]["frames"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| format!("{} {} {}", one["value"], one["author"], one["device"]))
            .collect();
        said.sort();
        assert_eq!(said, ["11 \"aicha\" \"first\"", "12 \"brahim\" \"second\""]);
    }
    second.done(&["record", "resolve", id, "frames=12"]);
    second.done(&["node", "sync"]);
    first.done(&["node", "sync"]);
    let after = first.json(&["record", "show", id]);
    assert_eq!(
        (&after["fields"]["frames"], &after["conflicts"]),
        (&json!(12), &json!({}))
    );
}

/// Export, and the same back in without a change.
fn exported(place: &Place, computer: &Computer) {
    let out = place.path("hives-out.csv");
    computer.done(&["export", "beehive", out.to_str().unwrap()]);
    let lines = lines(&out);
    assert_eq!(lines.len(), 5);
    assert!(
        lines[0].starts_with("Mark of the hive;Race;Number of frames"),
        "{}",
        lines[0]
    );
    let again = computer.json(&["import", "beehive", out.to_str().unwrap()]);
    assert_eq!(
        (&again["created"], &again["updated"]),
        (&json!(0), &json!(0)),
        "{again}"
    );
}

fn count(computer: &Computer) -> usize {
    computer
        .json(&["record", "list", "beehive"])
        .as_array()
        .unwrap()
        .len()
}
