//! Files of records: kept once, found by their record, seen by whom it concerns, brought back from a copy.

use std::path::Path;
use std::sync::Arc;

use tawro_core::schema::{Access, Schema};
use tempfile::TempDir;

use super::format::tests::POINT;
use super::*;
use crate::backup::bring_back;
use crate::driver::Founding;
use crate::error::Fault;

const PASSPHRASE: &str = "نخلة ريح قارب";
const PAPER: &[u8] = b"%PDF-1.7\n1 0 obj\n%%EOF\n";

fn founded(home: &Path) -> Node {
    let founding = Founding {
        device: "A",
        passphrase: PASSPHRASE,
    };
    let (mut node, _) = Node::found(home, &founding, Arc::new(Schema::builtin())).unwrap();
    node.name_login("خديجة", &[]).unwrap();
    node
}

fn texts(pairs: &[(&str, &str)]) -> Vec<Text> {
    let owned = |(name, text): &(&str, &str)| ((*name).to_owned(), (*text).to_owned());
    pairs.iter().map(owned).collect()
}

fn member(node: &mut Node, name: &str) -> RecordId {
    let name = texts(&[("given_name/ar", name), ("family_name/ar", "العلوي")]);
    node.add("member", &name).unwrap()
}

fn add(node: &mut Node, about: RecordId, bytes: &[u8], what: &str) -> RecordId {
    let facts = texts(&[("title", "عقد الازدياد"), ("attachment_type", what)]);
    node.add_file(about, bytes, &facts).unwrap()
}

fn home() -> (TempDir, Node) {
    let place = tempfile::tempdir().unwrap();
    let node = founded(&place.path().join("a"));
    (place, node)
}

fn files(node: &mut Node) -> u64 {
    node.db()
        .read(|tx| Ok::<_, NodeError>(tx.sum_files()?.files))
        .unwrap()
}

#[test]
fn a_scan_is_found_by_its_record_and_kept_once() {
    let (_place, mut node) = home();
    let (one, other) = (member(&mut node, "عمر"), member(&mut node, "سناء"));
    let id = add(&mut node, one, PAPER, "scan");
    add(&mut node, other, PAPER, "scan");
    add(&mut node, one, POINT, "photo");
    assert_eq!(files(&mut node), 2);
    let found = node.files_of(one).unwrap();
    assert_eq!(found.len(), 2);
    let scan = found.iter().find(|file| file.row.id == id).unwrap();
    assert_eq!((scan.format, scan.bytes), (Some(Format::Pdf), PAPER.len() as u64));
    assert_eq!((scan.what(), scan.is_here), ("scan", true));
    assert_eq!(scan.row.title, "عقد الازدياد");
    let kept = node.file_bytes(id).unwrap().unwrap();
    assert_eq!((kept.bytes.as_slice(), kept.format), (PAPER, Format::Pdf));
    // What it is about is no text that somebody could change.
    let moved = node.set(id, &texts(&[("about", &other.to_string())]));
    assert_eq!(moved.unwrap_err().code(), "unknown_field");
}

#[test]
fn a_scan_of_the_person_stands_on_the_card_of_the_role_and_follows_a_merge() {
    let (_place, mut node) = home();
    let (one, other) = (member(&mut node, "عمر"), member(&mut node, "عمر"));
    let person = node.show(one).unwrap().row.referred.unwrap();
    let id = add(&mut node, person, POINT, "photo");
    let ids = |files: Vec<Attached>| files.into_iter().map(|file| file.row.id).collect::<Vec<_>>();
    assert_eq!(ids(node.files_of(one).unwrap()), [id]);
    assert_eq!(ids(node.files_of(other).unwrap()), []);
    node.merge(one, other).unwrap();
    assert_eq!(ids(node.files_of(other).unwrap()), [id]);
    assert!(node.unmerge(one).unwrap());
    assert_eq!(ids(node.files_of(other).unwrap()), []);
}

#[test]
fn a_deleted_scan_comes_back_with_its_bytes() {
    let (_place, mut node) = home();
    let one = member(&mut node, "عمر");
    let id = add(&mut node, one, PAPER, "scan");
    node.delete_all(&[id]).unwrap();
    assert_eq!(node.files_of(one).unwrap(), []);
    node.restore_all(&[id]).unwrap();
    assert_eq!(node.files_of(one).unwrap().len(), 1);
    assert_eq!(node.file_bytes(id).unwrap().unwrap().bytes, PAPER);
}

#[test]
fn what_is_refused_leaves_nothing_behind() {
    let (_place, mut node) = home();
    let one = member(&mut node, "عمر");
    let facts = texts(&[("title", "x"), ("attachment_type", "scan")]);
    let mut refused = |about: RecordId, bytes: &[u8], facts: &[Text]| {
        let error = node.add_file(about, bytes, facts).unwrap_err();
        assert_eq!(files(&mut node), 0);
        error.code()
    };
    assert_eq!(refused(one, b"<svg/>", &facts), "file_other");
    assert_eq!(refused(one, &vec![0; FILE_BYTES_MAX + 1], &facts), "file_large");
    assert_eq!(refused(one, b"", &facts), "no_file");
    assert_eq!(refused(RecordId([7; 16]), PAPER, &facts), "not_found");
    let wrong = texts(&[("title", "x"), ("attachment_type", "scan"), ("taken_on", "soon")]);
    assert_eq!(refused(one, PAPER, &wrong), "not_a_date");
    let forged = texts(&[("title", "x"), ("content_hash", "00")]);
    assert_eq!(refused(one, PAPER, &forged), "unknown_field");
}

#[test]
fn whoever_may_see_a_record_sees_its_scans_and_whoever_may_write_it_adds_them() {
    let (_place, mut node) = home();
    let one = member(&mut node, "عمر");
    let letter = texts(&[
        ("direction", "in"),
        ("registered_on", "2026-11-01"),
        ("correspondent", "العمالة"),
        ("subject", "دعوة"),
    ]);
    let letter = node.add("correspondence", &letter).unwrap();
    let (photo, scan) = (
        add(&mut node, one, POINT, "photo"),
        add(&mut node, letter, PAPER, "scan"),
    );
    let facts = texts(&[("title", "x"), ("attachment_type", "scan")]);
    let denied = |error: NodeError| assert_eq!(error.code(), "not_allowed");

    // An archivist keeps the letters, and sees no member.
    node.hold_to(Access::of(["archivist"]));
    denied(node.file_bytes(photo).unwrap_err());
    denied(node.show(photo).unwrap_err());
    denied(node.history(photo).unwrap_err());
    denied(node.files_of(one).unwrap_err());
    denied(node.delete_all(&[photo]).unwrap_err());
    denied(node.set(photo, &texts(&[("title", "y")])).unwrap_err());
    denied(node.add_file(one, PAPER, &facts).unwrap_err());
    denied(
        node.list(attachment::KIND, &crate::store::ListQuery::default())
            .unwrap_err(),
    );
    assert_eq!(node.file_bytes(scan).unwrap().unwrap().bytes, PAPER);
    assert!(node.set(scan, &texts(&[("title", "دعوة العمالة")])).unwrap());
    node.delete_all(&[scan]).unwrap();
    node.restore_all(&[scan]).unwrap();
    let added = node.add_file(letter, POINT, &facts).unwrap();
    // Nor is it theirs to lay it to a member.
    let heads = node.heads(added).unwrap();
    let cells = vec![(attachment::ABOUT.to_owned(), Scalar::from(one))];
    let moving = Command::Set {
        id: added,
        base: heads,
        cells,
    };
    denied(node.execute(&moving).unwrap_err());

    // A treasurer looks at members, and writes none of their memberships.
    node.hold_to(Access::of(["treasurer"]));
    assert_eq!(node.file_bytes(photo).unwrap().unwrap().bytes, POINT);
    denied(node.add_file(one, PAPER, &facts).unwrap_err());
    denied(node.delete_all(&[photo]).unwrap_err());
    assert_eq!(node.files_of(letter).unwrap().len(), 2);
}

#[test]
fn an_attachment_whose_record_is_not_here_is_for_whoever_sees_everything() {
    let (_place, mut node) = home();
    let add = Command::Add {
        kind: attachment::KIND.to_owned(),
        id: None,
        cells: vec![(attachment::ABOUT.to_owned(), Scalar::from(RecordId([9; 16])))],
    };
    let id = node.execute(&add).unwrap().added[0];
    assert_eq!(node.file_bytes(id).unwrap(), None);
    node.hold_to(Access::of(["coordinator"]));
    assert_eq!(node.file_bytes(id).unwrap_err().code(), "not_allowed");
    assert_eq!(node.execute(&add).unwrap_err().code(), "not_allowed");
}

#[test]
fn the_latest_logo_stands_on_papers() {
    let (_place, mut node) = home();
    assert_eq!(node.logo().unwrap(), None);
    let association = node.only(key::ASSOCIATION);
    node.add("association", &texts(&[("name/ar", "الأمل")])).unwrap();
    add(&mut node, association, PAPER, "scan");
    assert_eq!(node.logo().unwrap(), None);
    add(&mut node, association, POINT, "logo");
    assert_eq!(node.logo().unwrap().unwrap().bytes, POINT);
}

#[test]
fn a_scan_comes_back_from_a_copy_byte_for_byte() {
    let (place, mut node) = home();
    let one = member(&mut node, "عمر");
    // Larger than what one page of the database holds, and different everywhere.
    let mut bytes = b"%PDF-1.7\n".to_vec();
    bytes.extend((0..400_000_u32).flat_map(u32::to_le_bytes));
    bytes.extend(b"\n%%EOF\n");
    let id = add(&mut node, one, &bytes, "scan");
    let stick = place.path().join("copy.tawro");
    let copied = node.copy_to(&stick).unwrap();
    assert_eq!(copied.files, 1);
    drop(node);
    std::fs::remove_dir_all(place.path().join("a")).unwrap();
    drop(bring_back(&stick, &place.path().join("b")).unwrap());
    // Nothing of it can be read without the passphrase.
    let raw = std::fs::read(&stick).unwrap();
    assert!(!raw.windows(9).any(|part| part == b"%PDF-1.7\n"));
    let schema = Arc::new(Schema::builtin());
    let mut back = Node::open(&place.path().join("b"), PASSPHRASE, schema).unwrap();
    assert_eq!(back.file_bytes(id).unwrap().unwrap().bytes, bytes);
    assert_eq!(back.files_of(one).unwrap().len(), 1);
}
