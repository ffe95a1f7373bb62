//! Editions of the programme over files: from the desk to the relay, and back to who is enrolled there.

use serde_json::json;
use tawro_core::programme::Edition;

use crate::run::Place;

#[test]
fn what_the_desk_writes_is_signed_once_and_handed_out() {
    let place = Place::new();
    let (desk, hub) = (place.computer("desk"), place.computer("hub"));
    hub.done(&["hub", "init", "--name", "YES", "--address", "127.0.0.1:9"]);
    let (status, said) = hub.refused(&["hub", "programme", "show"]);
    assert!(status == 1 && said.contains("no edition"), "{said}");
    desk.found("YES");
    let file = place.path("programme");
    let file = file.to_str().unwrap();
    let (_, said) = desk.refused(&["programme", "publish", file]);
    assert!(
        said.contains("do not allow"),
        "who runs none publishes none: {said}"
    );
    let own = desk.json(&["record", "list", "association"]);
    let own = own[0]["id"].as_str().unwrap();
    desk.done(&["record", "set", own, "runs_programme=1"]);
    desk.done(&["record", "add", "announcement", "title/ar=افتتاح", "note=داخلي"]);
    let period = desk.done(&["record", "add", "report_period", "period=summer"]);
    desk.done(&["programme", "publish", file]);
    let (status, said) = desk.refused(&["programme", "publish", file]);
    assert!(status == 1 && said.contains(file), "{said}");
    assert!(!period.is_empty());

    let signed = hub.json(&["hub", "programme", "take", file]);
    assert_eq!((&signed["number"], &signed["records"]), (&json!(1), &json!(1)));
    let (_, said) = hub.refused(&["hub", "programme", "take", file]);
    assert!(said.contains("Edition 1 says this already"), "{said}");
    let shown = hub.json(&["hub", "programme", "show"]);
    assert_eq!(shown["records"][0]["cells"], json!({ "title/ar": "افتتاح" }));
    let edition = place.path("edition");
    let edition = edition.to_str().unwrap();
    hub.done(&["hub", "programme", "write", edition]);
    let read = Edition::from_bytes(&std::fs::read(edition).unwrap()).unwrap();
    assert_eq!(read.programme().announcements().len(), 1);
    let (_, said) = desk.refused(&["programme", "take", edition]);
    assert!(
        said.contains("not enrolled"),
        "nobody's signature is known: {said}"
    );
}
