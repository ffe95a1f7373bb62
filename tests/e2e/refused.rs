//! Bad input and bad luck: each has a code of its own, and loses nothing.

use std::sync::Arc;
use std::time::Duration;

use rusqlite::Connection;
use tawro_core::code::Code;
use tawro_hub::Hub;
use tawro_node::driver::{Founding, Node};
use tawro_node::error::Fault;
use tawro_node::fault::NodeError;
use tawro_node::folder::Folder;
use tawro_node::joining::join;
use tawro_node::keys::KeyFile;
use tawro_node::net::Goal;
use tawro_tests::place::{PASSPHRASE, PATIENCE, Place, add_person, sight};

fn refused<T>(done: Result<T, NodeError>) -> &'static str {
    done.err().map_or("nothing was refused", |error| error.code())
}

fn open(place: &Place, name: &str, passphrase: &str) -> Result<Node, NodeError> {
    Node::open(&place.home(name), passphrase, Arc::clone(&place.schema))
}

#[test]
fn a_wrong_passphrase_and_a_folder_in_use() {
    let place = Place::without_hub();
    let mut node = place.found("a");
    add_person(&mut node, "خديجة");
    let before = sight(&mut node);
    assert_eq!(refused(open(&place, "a", PASSPHRASE)), "folder_in_use");
    drop(node);
    assert_eq!(refused(open(&place, "a", "أربعة قوارب")), "wrong_passphrase");
    assert_eq!(refused(open(&place, "nothing", PASSPHRASE)), "folder_empty");
    let founding = Founding {
        device: "b",
        passphrase: PASSPHRASE,
    };
    let again = Node::found(&place.home("a"), &founding, Arc::clone(&place.schema));
    assert_eq!(refused(again), "folder_occupied");
    assert_eq!(sight(&mut place.open("a")), before);
}

#[test]
fn a_folder_of_a_newer_version_is_left_as_it_is() {
    let place = Place::without_hub();
    let mut node = place.found("a");
    add_person(&mut node, "خديجة");
    let before = sight(&mut node);
    drop(node);
    let set_version = |version: i64| {
        let folder = Folder::open(&place.home("a")).unwrap();
        let key = KeyFile::load(&folder)
            .unwrap()
            .unlock(PASSPHRASE)
            .unwrap()
            .master
            .database_key();
        let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
        let db = Connection::open(folder.database()).unwrap();
        db.execute_batch(&format!("PRAGMA key = \"x'{hex}'\"")).unwrap();
        let known: i64 = db.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
        db.pragma_update(None, "user_version", version).unwrap();
        known
    };
    let known = set_version(99);
    assert_eq!(refused(open(&place, "a", PASSPHRASE)), "database_newer");
    assert_eq!(set_version(known), 99, "refused, and not written to");
    assert_eq!(sight(&mut place.open("a")), before);

    let store = place.home("hub").join("hub.db");
    let db = Connection::open(&store).unwrap();
    db.pragma_update(None, "user_version", 99).unwrap();
    let hub = Hub::open(&place.home("hub")).unwrap();
    assert_eq!(
        hub.ticket("x").err().map(|error| error.code()),
        Some("newer_version")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn codes_that_are_used_wrong_or_of_another_kind() {
    let place = Place::new();
    let ticket = place.hub.ticket("Association").unwrap().to_string();
    let mut a = place.found("a");
    add_person(&mut a, "خديجة");
    let before = sight(&mut a);
    a.enrol(&ticket).await.unwrap();
    assert_eq!(refused(a.enrol(&ticket).await), "enrolled_already");
    let mut other = place.found("other");
    assert_eq!(
        refused(other.enrol(&ticket).await),
        "code_not_valid",
        "a ticket is used once"
    );
    assert_eq!(refused(other.enrol("123456").await), "code_unreadable");
    let invitation = a.invite().await.unwrap();
    assert_eq!(refused(other.enrol(&invitation.code).await), "code_other_kind");
    a.close_invitation(&invitation).await.unwrap();
    let late = join(
        &place.home("late"),
        &invitation.code,
        "late",
        Duration::from_secs(1),
    )
    .await;
    assert_eq!(refused(late), "code_not_valid", "an invitation that was closed");
    let mut used = place.second(&mut a, "b").await;
    assert_eq!(sight(&mut used), before);
    // The refused ones enrol and go on with a good code.
    place.enrol(&mut other).await;
    assert_eq!(sight(&mut a), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_is_used_once() {
    let place = Place::new();
    let mut a = place.found("a");
    place.enrol(&mut a).await;
    let invitation = a.invite().await.unwrap();
    let (home, again) = (place.home("b"), place.home("c"));
    let first = join(&home, &invitation.code, "b", PATIENCE);
    let (first, joiner) = tokio::join!(first, a.wait_for_joiner(&invitation, PATIENCE));
    first.unwrap();
    joiner.unwrap();
    let second = join(&again, &invitation.code, "c", Duration::from_secs(1)).await;
    assert_eq!(refused(second), "code_not_valid");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hub_with_another_key_gets_nothing() {
    let mut place = Place::new();
    let mut a = place.found("a");
    place.enrol(&mut a).await;
    let ticket = place.hub.ticket("Another").unwrap().to_string();
    let address = place.stop_hub().await;
    let false_hub = Hub::init(&place.home("false"), "YES", None).unwrap();
    let serving = loop {
        // The socket of the right one may be open for a moment longer.
        match false_hub.serve(address) {
            Ok(serving) => break serving,
            Err(error) => assert_eq!(error.code(), "port_in_use"),
        }
    };
    add_person(&mut a, "خديجة");
    assert_eq!(refused(a.sync(Goal::InSync).await), "hub_other_key");
    assert!(a.status().unwrap().unsynced > 0, "it waits for the right one");
    let mut b = place.found("b");
    let members = b.membership().head();
    let tried = refused(b.enrol(&ticket).await);
    assert!(matches!(tried, "hub_false" | "code_not_valid"), "{tried}");
    assert_eq!(b.membership().head(), members, "nothing was handed over");
    assert_eq!(false_hub.status().unwrap().associations, 0);
    serving.shutdown().await;
    place.wake_hub(address);
    a.sync(Goal::InSync).await.unwrap();
    b.enrol(&ticket).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_port_in_use_and_a_hub_served_twice() {
    let mut place = Place::new();
    let here = place.running.as_ref().unwrap().local_addr();
    let code = |hub: &Hub| hub.serve(here).err().map(|error| error.code());
    assert_eq!(code(&place.hub), Some("folder_in_use"));
    let other = Hub::init(&place.home("other"), "YES", None).unwrap();
    assert_eq!(code(&other), Some("port_in_use"));
    place.stop_hub().await;
    // The socket of a hub that stopped is given back a moment after it said so.
    let mut refused = code(&other);
    for _ in 0..50 {
        if refused.is_none() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        refused = code(&other);
    }
    assert_eq!(refused, None);
    assert!(Hub::init(&place.home("other"), "YES", None).is_err_and(|error| error.code() == "hub_exists"));
    assert!(Hub::open(&place.home("none")).is_err_and(|error| error.code() == "hub_missing"));
}

#[test]
fn one_wrong_digit_of_a_code_is_told() {
    let place = Place::without_hub();
    let code = place.hub.ticket("Association").unwrap().to_string();
    let at = code.char_indices().rfind(|(_, c)| c.is_ascii_digit()).unwrap().0;
    let digit = if &code[at..=at] == "7" { "8" } else { "7" };
    let wrong = format!("{}{digit}{}", &code[..at], &code[at + 1..]);
    assert!(wrong.parse::<Code>().is_err());
    assert!(code.parse::<Code>().is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hub_that_claims_more_than_it_shows_is_named() {
    let mut place = Place::new();
    let mut a = place.found("a");
    add_person(&mut a, "خديجة");
    place.enrol(&mut a).await;
    let address = place.stop_hub().await;
    let store = place.home("hub").join("hub.db");
    let claim = |more: i64| {
        let db = Connection::open(&store).unwrap();
        assert_eq!(db.execute("UPDATE log SET seq = seq + ?", [more]).unwrap(), 1);
    };
    claim(5);
    place.wake_hub(address);
    add_person(&mut a, "محمد");
    let before = sight(&mut a);
    assert_eq!(refused(a.sync(Goal::InSync).await), "hub_unshown");
    assert_eq!(a.status().unwrap().unsynced, 1);
    assert_eq!(sight(&mut a), before);
    // It comes to its senses: nothing was left, and nothing made twice.
    let address = place.stop_hub().await;
    claim(-5);
    place.wake_hub(address);
    a.sync(Goal::InSync).await.unwrap();
    assert_eq!(a.status().unwrap().unsynced, 0);
    assert_eq!(sight(&mut a), before);
}
