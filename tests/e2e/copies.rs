//! Copies and beginnings: what was made without a hub is never re-made, and what exists twice meets without loss.

use std::collections::BTreeMap;
use std::path::Path;

use tawro_core::id::RecordId;
use tawro_core::text::Words;
use tawro_node::driver::Node;
use tawro_node::import::{Request, with_words};
use tawro_node::net::Goal;
use tawro_tests::place::{Place, add_person, set, sight};

/// Every record with the hashes of its newest changes: equal means not one change was made again.
type Hashes = BTreeMap<RecordId, Vec<[u8; 32]>>;

fn hashes(node: &mut Node) -> Hashes {
    let rows = sight(node);
    rows.iter()
        .map(|row| (row.id, node.record(row.id).unwrap().unwrap().heads()))
        .collect()
}

fn import(node: &mut Node, name: &str) {
    let words = with_words(Words::builtin()).unwrap();
    let path = format!("{}/fixtures/sheets/{name}", env!("CARGO_MANIFEST_DIR"));
    let file = std::fs::read(path).unwrap();
    let request = Request {
        space: node.space(),
        kind: "member",
        file: &file,
        mapping: None,
    };
    node.import(&request, &words, &mut |_, _| {}).unwrap();
}

/// What `cp -r` does, to a folder that nobody holds.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for file in std::fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), to.join(file.file_name())).unwrap();
    }
}

/// Both, twice: the second time each hears what the other had brought.
async fn meet(a: &mut Node, b: &mut Node) {
    for _ in 0..2 {
        a.sync(Goal::InSync).await.unwrap();
        b.sync(Goal::InSync).await.unwrap();
    }
}

fn equal(nodes: &mut [&mut Node]) {
    let mut seen: Vec<_> = nodes.iter_mut().map(|node| (sight(node), hashes(node))).collect();
    let first = seen.pop().unwrap();
    for other in &seen {
        assert_eq!(*other, first);
    }
    for node in nodes {
        let status = node.status().unwrap();
        assert_eq!((status.unsynced, status.unapplied), (0, Vec::new()));
    }
}

/// What is known of a scan travels, its bytes stay: the other computer says so and fails at nothing.
#[tokio::test(flavor = "multi_thread")]
async fn a_scan_is_known_elsewhere_and_kept_where_it_was_added() {
    let place = Place::new();
    let mut a = place.found("a");
    let person = add_person(&mut a, "سناء");
    let paper = b"%PDF-1.7\n1 0 obj\n%%EOF\n";
    let facts = [("title", "عقد الازدياد"), ("attachment_type", "scan")];
    let facts = facts.map(|(name, text)| (name.to_owned(), text.to_owned()));
    let id = a.add_file(person, paper, &facts).unwrap();
    place.enrol(&mut a).await;
    let mut b = place.second(&mut a, "b").await;
    meet(&mut a, &mut b).await;
    equal(&mut [&mut a, &mut b]);
    let known = b.files_of(person).unwrap();
    assert_eq!(known.len(), 1);
    assert_eq!((known[0].row.id, known[0].is_here), (id, false));
    assert_eq!(known[0].row.title, "عقد الازدياد");
    assert_eq!(b.file_bytes(id).unwrap(), None);
    assert_eq!(a.file_bytes(id).unwrap().unwrap().bytes, paper);
    // The same scan, added there too, is there.
    b.add_file(person, paper, &facts).unwrap();
    assert_eq!(b.file_bytes(id).unwrap().unwrap().bytes, paper);
}

#[tokio::test(flavor = "multi_thread")]
async fn enrolling_after_a_week_re_makes_nothing() {
    let place = Place::new();
    let mut a = place.found("a");
    import(&mut a, "members-ar.xlsx");
    // A week, in which the program is opened every day.
    for day in 0..7 {
        let persons: Vec<RecordId> = sight(&mut a)
            .into_iter()
            .filter(|row| row.kind == "person")
            .map(|row| row.id)
            .collect();
        for id in persons.iter().skip(day).step_by(9) {
            set(&mut a, *id, "address", &format!("{day}"));
        }
        drop(a);
        a = place.open("a");
    }
    let before = (sight(&mut a), hashes(&mut a));
    assert!(before.0.len() >= 240);
    place.enrol(&mut a).await;
    assert_eq!((sight(&mut a), hashes(&mut a)), before);
    let mut b = place.second(&mut a, "b").await;
    assert_eq!((sight(&mut b), hashes(&mut b)), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copied_folder_and_its_original_meet_without_loss() {
    let mut place = Place::new();
    let mut a = place.found("a");
    let shared = add_person(&mut a, "خديجة");
    place.enrol(&mut a).await;
    let mut witness = place.second(&mut a, "b").await;
    let address = place.stop_hub().await;
    let unsent = add_person(&mut a, "فاطمة");
    drop(a);
    copy(&place.home("a"), &place.home("copy"));
    let (mut a, mut copied) = (place.open("a"), place.open("copy"));
    // The same device twice: both go on.
    for (node, name) in [(&mut a, "محمد"), (&mut copied, "عمر")] {
        for _ in 0..3 {
            add_person(node, name);
        }
        set(node, shared, "address", name);
        set(node, unsent, "douar", name);
    }
    place.wake_hub(address);
    meet(&mut a, &mut copied).await;
    meet(&mut a, &mut copied).await;
    witness.sync(Goal::InSync).await.unwrap();
    equal(&mut [&mut a, &mut copied, &mut witness]);
    let rows = sight(&mut witness);
    assert_eq!(rows.len(), 2 + 3 + 3, "nothing lost, nothing doubled");
    for (id, cell) in [(shared, "address"), (unsent, "douar")] {
        let row = rows.iter().find(|row| row.id == id).unwrap();
        assert_eq!(row.conflicts, [cell], "both values stand");
    }
    // And they stay two devices that agree.
    set(&mut a, unsent, "address", "one");
    set(&mut copied, shared, "douar", "two");
    meet(&mut a, &mut copied).await;
    witness.sync(Goal::InSync).await.unwrap();
    equal(&mut [&mut a, &mut copied, &mut witness]);
}

/// A system restore: the same file on the same disk, with what stood in it last week.
#[tokio::test(flavor = "multi_thread")]
async fn a_folder_that_was_set_back_heals() {
    let place = Place::new();
    let mut a = place.found("a");
    let shared = add_person(&mut a, "خديجة");
    place.enrol(&mut a).await;
    let mut b = place.second(&mut a, "b").await;
    a.sync(Goal::InSync).await.unwrap();
    drop(a);
    copy(&place.home("a"), &place.home("last-week"));
    let mut a = place.open("a");
    add_person(&mut a, "فاطمة");
    set(&mut a, shared, "address", "this week");
    a.sync(Goal::InSync).await.unwrap();
    drop(a);
    // Written over in place, witness and all, so that not even the file's age tells.
    copy(&place.home("last-week"), &place.home("a"));
    let mut a = place.open("a");
    assert_eq!(sight(&mut a).len(), 1);
    add_person(&mut a, "محمد");
    set(&mut a, shared, "douar", "after the restore");
    meet(&mut a, &mut b).await;
    meet(&mut a, &mut b).await;
    equal(&mut [&mut a, &mut b]);
    let rows = sight(&mut a);
    assert_eq!(rows.len(), 3);
    let row = rows.iter().find(|row| row.id == shared).unwrap();
    assert!(row.cells.contains_key("address") && row.cells.contains_key("douar"));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_sheet_on_two_offline_laptops_makes_each_person_once() {
    let mut place = Place::new();
    let mut a = place.found("a");
    place.enrol(&mut a).await;
    let mut b = place.second(&mut a, "b").await;
    let address = place.stop_hub().await;
    import(&mut a, "members-ar.xlsx");
    import(&mut b, "members-ar.xlsx");
    let alone = hashes(&mut a);
    assert_eq!(alone.len(), 240);
    place.wake_hub(address);
    meet(&mut a, &mut b).await;
    equal(&mut [&mut a, &mut b]);
    assert_eq!(hashes(&mut a), alone);
    assert!(sight(&mut a).iter().all(|row| row.conflicts.is_empty()));
}
