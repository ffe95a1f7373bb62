//! A full disk under a laptop and under a hub: it is said, nothing is lost, and with room it goes on.

use std::sync::Arc;

use tawro_core::command::Command;
use tawro_core::schema::Schema;
use tawro_hub::Hub;
use tawro_node::driver::{Founding, Node};
use tawro_node::error::Fault;
use tawro_tests::place::{PASSPHRASE, add_person, sight, text};

use crate::{power, shim};

#[test]
fn a_laptop_says_that_the_disk_is_full_and_loses_nothing() {
    shim::register();
    let root = tempfile::tempdir().unwrap();
    let home = root.path().join("a");
    power::supply(&home, u64::MAX, false, 1);
    let schema = Arc::new(Schema::builtin());
    let founding = Founding {
        device: "a",
        passphrase: PASSPHRASE,
    };
    let (mut node, _) = Node::found(&home, &founding, Arc::clone(&schema)).unwrap();
    let id = add_person(&mut node, "خديجة");
    let before = sight(&mut node);
    power::change(&home, |power| power.full = true);
    let base = node.record(id).unwrap().unwrap().heads();
    let cells = vec![("note".to_owned(), text(&"ملاحظة ".repeat(4_000)))];
    let set = Command::Set { id, base, cells };
    for _ in 0..2 {
        let refused = node.execute(&set).err().map(|error| error.code());
        assert_eq!(refused, Some("disk_full"));
        assert_eq!(sight(&mut node), before);
    }
    // It was full already when the program began: what is there can be read.
    drop(node);
    let mut node = Node::open(&home, PASSPHRASE, Arc::clone(&schema)).unwrap();
    assert_eq!(sight(&mut node), before);
    let refused = node.execute(&set).err().map(|error| error.code());
    assert_eq!(refused, Some("disk_full"));
    power::change(&home, |power| power.full = false);
    node.execute(&set).unwrap();
    let after = sight(&mut node);
    assert!(after[0].cells.contains_key("note"));
    drop(node);
    let mut node = Node::open(&home, PASSPHRASE, schema).unwrap();
    assert_eq!(sight(&mut node), after);
    assert_eq!(node.db().verify().unwrap(), [""; 0]);
}

#[test]
fn a_hub_says_that_the_disk_is_full() {
    shim::register();
    let root = tempfile::tempdir().unwrap();
    let home = root.path().join("hub");
    power::supply(&home, u64::MAX, false, 1);
    let address = "127.0.0.1:7421".parse().unwrap();
    let hub = Hub::init(&home, "YES", Some(&address)).unwrap();
    hub.ticket("one").unwrap();
    power::change(&home, |power| power.full = true);
    assert_eq!(
        hub.ticket(&"two".repeat(4_000)).err().map(|error| error.code()),
        Some("disk_full")
    );
    power::change(&home, |power| power.full = false);
    hub.ticket("three").unwrap();
    let names: Vec<_> = hub
        .status()
        .unwrap()
        .list
        .into_iter()
        .map(|one| one.name.unwrap())
        .collect();
    assert_eq!(names.len(), 2, "{names:?}");
}
