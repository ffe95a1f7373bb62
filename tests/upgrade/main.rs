//! Folders that past releases wrote, opened by this one: nothing is lost, and they go on.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed step of a test ends it with its line"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tawro_node::driver::Node;
use tawro_node::net::Goal;
use tawro_node::store::ListQuery;
use tawro_tests::listing::listing;
use tawro_tests::place::{Place, add_person};
use tempfile::TempDir;

/// Every format that was ever released.
const FORMATS: [&str; 1] = ["v1"];

fn fixture(format: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures")
        .join(format)
}

/// Copies of both folders; the fixture itself is opened by nobody.
fn copies(format: &str) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (from, to) in [("node", "a"), ("hub", "hub")] {
        let to = dir.path().join(to);
        std::fs::create_dir(&to).unwrap();
        for file in std::fs::read_dir(fixture(format).join(from)).unwrap() {
            let file = file.unwrap();
            std::fs::copy(file.path(), to.join(file.file_name())).unwrap();
        }
    }
    dir
}

fn expected(format: &str) -> Value {
    let text = std::fs::read_to_string(fixture(format).join("listing.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// What both say, piece by piece, so that a failure names the record.
fn same(found: &Value, expected: &Value, format: &str) {
    let records = |listing: &Value| listing["records"].as_object().unwrap().clone();
    let (found_records, records) = (records(found), records(expected));
    for (id, record) in &records {
        assert_eq!(found_records.get(id), Some(record), "{format}: record {id}");
    }
    assert_eq!(found_records.len(), records.len(), "{format}");
    for (key, value) in expected.as_object().unwrap() {
        assert_eq!(&found[key], value, "{format}: {key}");
    }
}

fn found_by(node: &mut Node, search: &str) -> usize {
    let query = ListQuery {
        search: search.to_owned(),
        ..ListQuery::default()
    };
    node.db().read(|tx| tx.list("person", &query)).unwrap().len()
}

#[test]
fn a_fixture_holds_what_a_format_has_to_keep() {
    for format in FORMATS {
        let listing = expected(format);
        let records = listing["records"].as_object().unwrap();
        let any = |what: &dyn Fn(&Value) -> bool| records.values().any(what);
        assert!(any(&|record| !record["conflicts"]
            .as_object()
            .unwrap()
            .is_empty()));
        assert!(any(&|record| record["deleted"] == true));
        assert!(any(&|record| !record["merged_into"].is_null()));
        assert!(any(&|record| !record["import"].is_null()));
        assert!(any(&|record| record.to_string().contains("خديجة")));
        assert!(listing["unsynced"].as_u64().unwrap() >= 3);
        let devices = listing["devices"].as_array().unwrap();
        let removed = devices.iter().filter(|device| device["removed"] == true).count();
        assert_eq!((devices.len(), removed), (3, 1));
    }
    let first = expected("v1");
    let records = first["records"].as_object().unwrap().values();
    let kinds: BTreeSet<&str> = records.map(|record| record["kind"].as_str().unwrap()).collect();
    assert!(kinds.len() >= 16, "{kinds:?}");
}

#[test]
fn every_past_folder_opens_and_says_what_it_said() {
    for format in FORMATS {
        let place = Place::around(copies(format));
        let mut node = place.open("a");
        same(&listing(&mut node), &expected(format), format);
        for name in ["خديجة", "khadija", "amrani"] {
            assert!(found_by(&mut node, name) > 0, "{format}: {name}");
        }
        let checked = node.check().unwrap();
        assert_eq!(
            (checked.faults, checked.differing, checked.unapplied),
            (vec![], 0, 0)
        );
        // All rows anew from the documents, and once more from disk.
        node.rebuild(&mut |_, _| {}).unwrap();
        drop(node);
        same(&listing(&mut place.open("a")), &expected(format), format);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_past_hub_serves_and_its_laptops_go_on() {
    for format in FORMATS {
        let mut place = Place::around(copies(format));
        let address = place.serve();
        let mut a = place.open("a");
        a.set_hub(&address.to_string().parse().unwrap()).unwrap();
        a.sync(Goal::InSync).await.unwrap();
        assert_eq!(a.status().unwrap().unsynced, 0, "{format}: the journal went out");
        let records = &expected(format)["records"];
        assert_eq!(&listing(&mut a)["records"], records, "{format}");
        // Whoever joins has all of it from the hub alone, and is heard.
        let mut b = place.second(&mut a, "b").await;
        assert_eq!(&listing(&mut b)["records"], records, "{format}");
        let new = add_person(&mut b, "جديدة");
        b.sync(Goal::InSync).await.unwrap();
        a.sync(Goal::InSync).await.unwrap();
        assert!(a.record(new).unwrap().is_some(), "{format}");
        assert_eq!(listing(&mut a)["records"], listing(&mut b)["records"], "{format}");
    }
}
