//! Makes a fixture: a node's folder and a hub's as this release writes them, and what they say.
//!
//! `cargo run -p tawro-tests --example make_fixture -- tests/fixtures/v1`, once in the life of a storage
//! format. What is there stays: a fixture that is made anew proves nothing about the old format.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed step of a test ends it with its line"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use tawro_core::command::Command;
use tawro_core::id::RecordId;
use tawro_core::schema::{FieldType, Kind, Scalar, Schema};
use tawro_core::text::Words;
use tawro_node::driver::Node;
use tawro_node::import::{Request, with_words};
use tawro_node::net::Goal;
use tawro_tests::listing::listing;
use tawro_tests::place::{Place, add_person, set, text};

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let target = PathBuf::from(std::env::args().nth(1).expect("where to"));
    for name in ["node", "hub", "listing.json"] {
        assert!(!target.join(name).exists(), "{name} is there and stays");
    }
    let mut place = Place::new();
    let mut a = place.found("a");
    live(&place, &mut a).await;
    place.stop_hub().await;
    leave_unsynced(&mut a);
    let says = serde_json::to_string_pretty(&listing(&mut a)).unwrap();
    drop(a);
    keep(
        &place.home("a"),
        &target.join("node"),
        &["keys", "tawro.db", "tawro.witness"],
    );
    keep(&place.home("hub"), &target.join("hub"), &["hub.db", "keys"]);
    std::fs::write(target.join("listing.json"), says + "\n").unwrap();
}

/// What an association does in a month, on three laptops of which one is stolen.
async fn live(place: &Place, a: &mut Node) {
    let made = every_kind(a);
    let person = made["person"];
    import(a);
    place.enrol(a).await;
    let mut b = place.second(a, "الحاسوب الثاني").await;
    let mut c = place.second(a, "c").await;

    // Two write one field without knowing of each other.
    set(a, person, "address", "حي السلام");
    set(&mut b, person, "address", "Hay Salam");
    let lost = add_person(&mut c, "محمد");
    for node in [&mut c, &mut b, a] {
        node.sync(Goal::InSync).await.unwrap();
    }
    a.revoke(BTreeSet::from([c.device()])).unwrap();
    a.sync(Goal::InSync).await.unwrap();

    let twin = add_person(a, "خديجة");
    let base = heads(a, twin);
    a.execute(&Command::Merge {
        from: twin,
        into: lost,
        base,
    })
    .unwrap();
    let gone = add_person(a, "غائب");
    let base = heads(a, gone);
    a.execute(&Command::Delete { id: gone, base }).unwrap();
    b.sync(Goal::InSync).await.unwrap();
    set(&mut b, lost, "profession", "Enseignante");
    b.sync(Goal::InSync).await.unwrap();
    a.sync(Goal::InSync).await.unwrap();
    assert_eq!(a.status().unwrap().unsynced, 0);
    let conflicts = a.record(person).unwrap().unwrap().conflicts();
    assert_eq!(conflicts.len(), 1, "{conflicts:?}");
}

/// Written after the last meeting: only in the journal, in no entry.
fn leave_unsynced(a: &mut Node) {
    let id = add_person(a, "فاطمة الزهراء");
    set(a, id, "phone", "+212661234567");
    set(a, id, "address", "دوار آيت علي");
    assert!(a.status().unwrap().unsynced >= 3);
}

fn heads(node: &mut Node, id: RecordId) -> Vec<[u8; 32]> {
    node.record(id).unwrap().unwrap().heads()
}

/// One record of every kind with all its fields; persons first, as others refer to them.
fn every_kind(node: &mut Node) -> BTreeMap<String, RecordId> {
    let schema = node.schema().clone();
    let (persons, others): (Vec<&Kind>, Vec<&Kind>) = schema.kinds().partition(|kind| kind.key == "person");
    let mut made = BTreeMap::new();
    for kind in persons.into_iter().chain(others) {
        let cells = kind
            .fields
            .iter()
            .flat_map(|field| cells(&schema, kind.key, field.key, &field.ty, &made))
            .collect();
        let add = Command::Add {
            kind: kind.key.to_owned(),
            id: None,
            cells,
        };
        let done = node
            .execute(&add)
            .unwrap_or_else(|error| panic!("{}: {error}", kind.key));
        made.insert(kind.key.to_owned(), done.added[0]);
    }
    made
}

fn cells(
    schema: &Schema,
    kind: &str,
    field: &str,
    ty: &FieldType,
    made: &BTreeMap<String, RecordId>,
) -> Vec<(String, Scalar)> {
    let arabic = format!("نص عربي، {kind} {field}");
    let french = format!("Été à Taroudant, {kind} {field}");
    let value = match ty {
        FieldType::Text => text(&arabic),
        FieldType::Note => text(&format!("{arabic}\n{french}\n")),
        FieldType::Localized => {
            return vec![
                (format!("{field}/ar"), text(&arabic)),
                (format!("{field}/fr"), text(&french)),
            ];
        }
        FieldType::Integer | FieldType::Points => Scalar::Integer(7),
        FieldType::Money => Scalar::Integer(123_450),
        FieldType::Date => text("1962-06-28"),
        FieldType::Flag => Scalar::Flag(true),
        FieldType::Cnie => text("BE123456"),
        FieldType::Phone => text("+212612345678"),
        FieldType::Email => text("khadija@example.ma"),
        FieldType::Code(vocabulary) => text(schema.vocabulary(vocabulary).unwrap().codes()[0]),
        FieldType::Reference(to) => match made.get(*to) {
            Some(id) => text(&id.to_string()),
            None => return Vec::new(),
        },
        // Numbers of a series are given by the device.
        FieldType::Series => return Vec::new(),
        FieldType::Set(element) => {
            return cells(schema, kind, field, element, made)
                .into_iter()
                .filter_map(|(_, value)| match value {
                    Scalar::Text(member) => Some((format!("{field}/{member}"), Scalar::Flag(true))),
                    _ => None,
                })
                .collect();
        }
    };
    vec![(field.to_owned(), value)]
}

fn import(node: &mut Node) {
    let sheet = "الاسم الكامل;الهاتف;تاريخ الازدياد\n\
        خديجة بناني;0612345679;٢٨/٠٦/١٩٦٢\n\
        Mohamed El Amrani;0612345670;03/1970\n";
    let words = with_words(Words::builtin()).unwrap();
    let request = Request {
        space: node.space(),
        kind: "member",
        file: sheet.as_bytes(),
        mapping: None,
    };
    let plan = node.import(&request, &words, &mut |_, _| {}).unwrap();
    assert_eq!(plan.outcomes.len(), 2);
}

/// Copies what holds something; what else lies in the folder ended with the process.
fn keep(from: &Path, to: &Path, files: &[&str]) {
    std::fs::create_dir_all(to).unwrap();
    for file in std::fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        let name = file.file_name().into_string().unwrap();
        if files.contains(&name.as_str()) {
            std::fs::copy(file.path(), to.join(name)).unwrap();
        } else {
            let passing = ["lock", "holder"].contains(&name.as_str()) || name.ends_with("-shm");
            let empty = file.metadata().unwrap().len() == 0;
            assert!(passing || empty, "{name} holds something");
        }
    }
}
