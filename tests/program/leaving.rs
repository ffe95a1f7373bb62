//! Coming back from paper, and devices that never came, as a person meets them: with the program alone.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use serde_json::Value;

use crate::run::{Computer, Place, hub, together};

fn recovery_code(founded: &Value) -> String {
    founded["recovery_code"].as_str().unwrap().to_owned()
}

/// Founds with the paper in hand.
fn founded(computer: &Computer) -> String {
    let said = computer.json(&["node", "init", "--name", "Al Amal", "--login", "aicha"]);
    recovery_code(&said)
}

#[test]
fn a_paper_printed_before_enrolling_brings_all_back_on_a_third_computer() {
    let place = Place::new();
    let (first, second, third) = (place.computer("a"), place.computer("b"), place.computer("c"));
    let old = founded(&first);
    let (_running, address) = hub(&place.computer("hub"));
    together(&place.computer("hub"), &first, &second);
    first.done(&["record", "add", "person", "given_name=Aïcha"]);
    first.done(&["node", "sync"]);
    let all = first.json(&["record", "list", "person"]);

    let (_, said) = first.refused(&["node", "revoke", "A", "--yes"]);
    assert!(said.contains("[self_removal"), "{said}");
    let (_, said) = second.refused(&["node", "revoke", "A", "--yes"]);
    assert!(said.starts_with("This device may not decide that.\n"), "{said}");

    let (status, said) = third.refused(&["node", "recover", &old, "--yes"]);
    assert!(status == 1 && said.contains("[no_address"), "{said}");
    let with_hub = ["node", "recover", old.as_str(), "--hub", address.as_str()];
    // Nobody answers: nothing is spent, and the next code was shown before anything was asked.
    let (status, said) = third.refused(&with_hub);
    assert!(status == 1 && said.contains("[recover_declined"), "{said}");
    assert!(said.contains("--yes"), "{said}");
    let (_, said) = third.refused(&["node", "status"]);
    assert!(said.contains("[folder_recovering"), "{said}");
    first.done(&["node", "sync"]);

    let shown = third.run(&[&with_hub[..], &["--json", "--login", "brahim"]].concat());
    let said = String::from_utf8(shown.stderr).unwrap();
    assert!(shown.status.success(), "{said}");
    let done: Value = serde_json::from_slice(&shown.stdout).unwrap();
    let next = recovery_code(&done);
    assert_ne!(next, old);
    assert!(said.contains(&next), "shown before it was needed: {said}");
    assert_eq!(third.json(&["record", "list", "person"]), all);
    let (_, said) = first.refused(&["node", "sync"]);
    assert!(said.contains("[hub_not_here"), "the old computer is out: {said}");

    // The next paper knows the relay, and the old one is worth nothing.
    let fourth = place.computer("d");
    let spent = [
        "node",
        "recover",
        old.as_str(),
        "--hub",
        address.as_str(),
        "--yes",
    ];
    let (_, said) = fourth.refused(&spent);
    assert!(said.contains("[recovery_code"), "{said}");
    assert!(!said.contains("NEXT"), "no code that will never hold: {said}");
    let (_, said) = fourth.refused(&["node", "status"]);
    assert!(said.contains("[folder_empty"), "{said}");
    let (_, said) = third.refused(&spent);
    assert!(said.contains("[folder_occupied"), "{said}");
    let fifth = place.computer("e");
    fifth.done(&["node", "recover", &next, "--yes"]);
    assert_eq!(fifth.json(&["record", "list", "person"]), all);
}

#[test]
fn a_device_whose_joining_was_interrupted_is_told_and_can_be_put_out() {
    let place = Place::new();
    let (first, second, third) = (place.computer("a"), place.computer("b"), place.computer("c"));
    founded(&first);
    let (_running, _) = hub(&place.computer("hub"));
    together(&place.computer("hub"), &first, &second);
    second.done(&["node", "sync"]);
    first.done(&["node", "sync"]);
    let told = |arguments: &[&str]| String::from_utf8(first.run(arguments).stderr).unwrap();
    assert_eq!(told(&["node", "status"]), "", "everybody came");

    // The third is switched off when it has shown its digits.
    let invited = first.json(&["node", "invite"]);
    let code = invited["code"].as_str().unwrap();
    let mut admitting = first
        .command(&["node", "invite", "--accept", "--yes"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut joining = third
        .command(&["node", "join", code, "--device", "third"])
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(joining.stderr.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    assert!(line.contains("six digits"), "{line}");
    joining.kill().unwrap();
    joining.wait().unwrap();
    assert!(admitting.wait().unwrap().success());

    for arguments in [["node", "status"], ["node", "devices"]] {
        let said = told(&arguments);
        assert!(said.starts_with("third was admitted"), "{said}");
        assert!(said.contains("tawro node revoke C"), "{said}");
    }
    first.done(&["node", "revoke", "C", "--yes"]);
    assert_eq!(told(&["node", "status"]), "");
    // The folder that was begun does not bar a second attempt.
    let invited = first.json(&["node", "invite"]);
    let mut admitting = first
        .command(&["node", "invite", "--accept", "--yes"])
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    third.done(&["node", "join", invited["code"].as_str().unwrap()]);
    assert!(admitting.wait().unwrap().success());
    let list = ["record", "list", "association"];
    assert_eq!(third.json(&list), first.json(&list));
}
