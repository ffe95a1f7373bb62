//! A reporting period without a file in anybody's hand: the hub's process, two associations', and the wire.

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
