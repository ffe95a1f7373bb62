//! A reporting period without a file in anybody's hand: the hub's process, two associations', and the wire.

use std::path::Path;

use serde_json::{Value, json};

use crate::run::{Computer, Place, hub};

const QUARTER: &str = "2026-Q3";

/// An association with activities of the quarter, enrolled and registered.
fn association(place: &Place, hub: &Computer, name: &str, activities: usize) -> Computer {
    let one = place.computer(name);
    one.found(name);
    for at in 0..activities {
        let title = format!("title/fr={name} {at}");
        let day = "starts_on=2026-08-12";
        one.done(&["record", "add", "activity", &title, day, "state=done"]);
    }
    let ticket = hub.json(&["hub", "ticket", name]);
    one.done(&["node", "enrol", ticket["ticket"].as_str().unwrap()]);
    let key = one.json(&["indicators", "key"]);
    hub.done(&["hub", "seat", name, "--key", key["key"].as_str().unwrap()]);
    one
}

fn exchanged(one: &Computer) -> Value {
    one.json(&["node", "sync"])["statistics"].clone()
}

fn state(place: &Place, one: &Computer, name: &str) -> Value {
    let file = place.path(&format!("{name}.report"));
    one.json(&["indicators", "audit", file.to_str().unwrap()])["state"].clone()
}

#[test]
fn two_associations_are_asked_answer_and_see_that_they_count() {
    let place = Place::new();
    let relay = place.computer("hub");
    let (_serving, _address) = hub(&relay);
    let names = ["Al Amal", "Nour"];
    let both = names.map(|name| association(&place, &relay, name, 2));
    relay.done(&["hub", "period", "open", QUARTER]);
    for (one, name) in both.iter().zip(names) {
        let said = exchanged(one);
        assert_eq!(
            (&said["asked"], &said["fault"], &said["answered"]),
            (&json!([QUARTER]), &Value::Null, &json!([]))
        );
        let (status, text) = one.refused(&["indicators", "report", QUARTER]);
        assert!(status == 1 && text.contains("[report_not_agreed"), "{text}");
        let file = place.path(&format!("{name}.report"));
        let made = one.json(&[
            "indicators",
            "report",
            QUARTER,
            "--agree",
            "--out",
            file.to_str().unwrap(),
        ]);
        assert_eq!(made["state"], "made");
        let answered = json!([{ "period": QUARTER, "revision": 1, "rejected": null }]);
        assert_eq!(exchanged(one)["answered"], answered);
        assert_eq!(state(&place, one, name), "received");
    }
    let status = relay.json(&["hub", "period", "status", QUARTER]);
    assert_eq!((&status["reports"], &status["missing"]), (&json!(2), &json!([])));
    relay.done(&["hub", "period", "freeze", QUARTER, "--force"]);
    for (one, name) in both.iter().zip(names) {
        let said = exchanged(one);
        assert_eq!(
            (&said["told"], &said["left_out"]),
            (&json!([QUARTER]), &json!([]))
        );
        assert_eq!(state(&place, one, name), "counted");
    }
    relay.done(&["hub", "period", "publish", QUARTER]);
    for (one, name) in both.iter().zip(names) {
        assert_eq!(exchanged(one)["told"], json!([QUARTER]));
        assert_eq!(state(&place, one, name), "published");
    }
}

/// A folder with all that is in it, as it is now.
fn copied(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        match entry.file_type().unwrap().is_dir() {
            true => copied(&entry.path(), &to),
            false => drop(std::fs::copy(entry.path(), to).unwrap()),
        }
    }
}

/// Freezes at a hub, and writes which reports count to a file.
fn settled(place: &Place, hub: &Computer, name: &str) -> String {
    hub.done(&["hub", "period", "freeze", QUARTER, "--force"]);
    let file = place.path(name).to_str().unwrap().to_owned();
    hub.done(&["hub", "period", "manifest", QUARTER, &file]);
    file
}

/// What a notice that brings bad news says, for programs and for people.
fn alarming(one: &Computer, file: &str, code: &str) -> (Value, String) {
    let output = one.run(&["indicators", "notice", file, "--json"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains(&format!("[{code}]")), "{said}");
    (serde_json::from_slice(&output.stdout).unwrap(), said)
}

#[test]
fn a_notice_that_comes_as_a_file_says_whether_a_report_counts() {
    let place = Place::new();
    let relay = place.computer("hub");
    let (_serving, _address) = hub(&relay);
    let names = ["Al Amal", "Nour"];
    let [sent, late] = names.map(|name| association(&place, &relay, name, 2));
    relay.done(&["hub", "period", "open", QUARTER]);
    // A hub that will forget what it takes from now on, and signs with the same key.
    let forgetful = place.computer("forgetful");
    copied(&relay.home, &forgetful.home);
    for one in [&sent, &late] {
        exchanged(one);
        one.done(&["indicators", "report", QUARTER, "--agree"]);
    }
    exchanged(&sent);
    let file = settled(&place, &relay, "notice");
    let heard = sent.json(&["indicators", "notice", &file]);
    let counted = json!([{
        "period": QUARTER, "task": heard[0]["task"], "revision": 1, "state": "counted", "rejected": null,
        "counted": true, "alarm": null, "contradicted": false, "published": false,
    }]);
    assert_eq!(heard, counted);
    let said = String::from_utf8(sent.run(&["indicators", "notice", &file]).stderr).unwrap();
    assert!(said.contains("Report 1 is counted in"), "{said}");
    // It was made and never handed over: whoever believes it was hears of it.
    let (heard, said) = alarming(&late, &file, "notice_without_report");
    assert_eq!(
        (&heard[0]["state"], &heard[0]["counted"]),
        (&json!("made"), &json!(false))
    );
    assert!(said.contains("without report 1"), "{said}");

    relay.done(&["hub", "period", "publish", QUARTER]);
    let published = place.path("published").to_str().unwrap().to_owned();
    relay.done(&["hub", "period", "manifest", QUARTER, &published]);
    let heard = sent.json(&["indicators", "notice", &published]);
    assert_eq!(
        (&heard[0]["state"], &heard[0]["published"]),
        (&json!("published"), &json!(true))
    );
    // What was signed before the figures were out contradicts nothing.
    let heard = sent.json(&["indicators", "notice", &file]);
    assert_eq!(
        (&heard[0]["published"], &heard[0]["contradicted"]),
        (&json!(true), &json!(false))
    );
    let other = settled(&place, &forgetful, "other");
    let (heard, said) = alarming(&sent, &other, "notice_amiss");
    assert_eq!(heard[0]["contradicted"], true);
    assert!(said.contains("two different lists"), "{said}");
}

#[test]
fn a_notice_that_leaves_a_report_out_is_heard_and_what_is_none_is_refused() {
    let place = Place::new();
    let relay = place.computer("hub");
    let (_serving, _address) = hub(&relay);
    let one = association(&place, &relay, "Al Amal", 2);
    relay.done(&["hub", "period", "open", QUARTER]);
    let forgetful = place.computer("forgetful");
    copied(&relay.home, &forgetful.home);
    let nothing = settled(&place, &forgetful, "nothing");
    let (_, said) = one.refused(&["indicators", "notice", &nothing]);
    assert!(
        said.contains("[notice_not_of_ours]") && said.contains("tawro sync"),
        "{said}"
    );
    exchanged(&one);
    one.done(&["indicators", "report", QUARTER, "--agree"]);
    assert_eq!(exchanged(&one)["answered"][0]["revision"], 1);
    let (heard, said) = alarming(&one, &nothing, "notice_amiss");
    assert_eq!(
        (&heard[0]["state"], &heard[0]["alarm"]),
        (&json!("left_out"), &json!("left_out"))
    );
    assert!(
        said.contains("YES left out report 1") && said.contains("Tell YES at once"),
        "{said}"
    );

    let call = place.path("call").to_str().unwrap().to_owned();
    relay.done(&["hub", "period", "task", QUARTER, &call]);
    let (status, said) = one.refused(&["indicators", "notice", &call]);
    assert!(
        status == 1 && said.contains("[notice_unreadable]") && said.contains("hub period manifest"),
        "{said}"
    );
    let stranger = place.computer("stranger");
    stranger.found("Nour");
    let (_, said) = stranger.refused(&["indicators", "notice", &nothing]);
    assert!(said.contains("[notice_no_relay]"), "{said}");
    let elsewhere = place.computer("elsewhere");
    let (_serving, _address) = hub(&elsewhere);
    let ticket = elsewhere.json(&["hub", "ticket", "Nour"]);
    stranger.done(&["node", "enrol", ticket["ticket"].as_str().unwrap()]);
    let (_, said) = stranger.refused(&["indicators", "notice", &nothing]);
    assert!(said.contains("[notice_not_from_our_relay]"), "{said}");
}
