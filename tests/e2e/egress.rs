//! What leaves a laptop: of a word in every record, nothing that somebody else could read.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex};

use rusqlite::Connection;
use rusqlite::types::ValueRef;
use tawro_core::command::Command;
use tawro_core::log::{Batch, Entry};
use tawro_core::membership::{Keyring, KeyringSource};
use tawro_core::schema::{Field, FieldType, Kind, Scalar, Schema};
use tawro_hub::store::{SpaceLog, SqliteLog};
use tawro_node::driver::{Founding, Node};
use tawro_node::net::Goal;
use tawro_tests::place::{PASSPHRASE, Place, sight, text};
use tawro_tests::tap::{Packets, carry};
use tokio::net::UdpSocket;

use crate::search::{Needles, places};

/// A Latin word, an Arabic one, a telephone number and a card, none of which is anywhere else.
pub(crate) const LATIN: &str = "Qzoxwuvjik";
pub(crate) const ARABIC: &str = "ضغظثذخشقصعف";
pub(crate) const PHONE: &str = "+212661987543";
pub(crate) const CNIE: &str = "QZ987543";

/// Everything that the program logs, from everywhere in this process, at its most talkative.
#[derive(Clone, Default)]
struct Logs(Arc<Mutex<Vec<u8>>>);

impl io::Write for Logs {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(line);
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Logs {
    fn begin() -> Self {
        let logs = Self::default();
        let writer = logs.clone();
        tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .init();
        logs
    }
}

/// What says the word in one field; nothing where no word can stand.
fn planted(kind: &Kind, field: &Field) -> Vec<(String, Scalar)> {
    let sentence = format!("{LATIN} {}-{} {ARABIC}", kind.key, field.key);
    let word = LATIN.to_lowercase();
    let code = format!("{word}_{}", kind.key);
    let whole = |value: &str| vec![(field.key.to_owned(), text(value))];
    match &field.ty {
        FieldType::Text | FieldType::Note => whole(&sentence),
        FieldType::Localized => ["ar", "fr", "en"]
            .map(|language| (format!("{}/{language}", field.key), text(&sentence)))
            .to_vec(),
        FieldType::Email => whole(&format!("{word}@{word}.ma")),
        FieldType::Phone => whole(PHONE),
        FieldType::Cnie => whole(CNIE),
        FieldType::Code(_) => whole(&code),
        FieldType::Set(element) => {
            let member = match **element {
                FieldType::Text => sentence,
                FieldType::Phone => PHONE.to_owned(),
                FieldType::Code(_) => code,
                _ => return Vec::new(),
            };
            vec![(format!("{}/{member}", field.key), Scalar::Flag(true))]
        }
        _ => Vec::new(),
    }
}

/// A record of every kind, the word in all its fields; and again, in an edit. Returns the kinds.
pub(crate) fn plant(node: &mut Node) -> BTreeSet<String> {
    // Those, too, that this association does not use.
    let schema = Schema::builtin();
    let mut kinds = BTreeSet::new();
    for kind in schema.kinds() {
        let cells: Vec<_> = kind
            .fields
            .iter()
            .flat_map(|field| planted(kind, field))
            .collect();
        assert!(!cells.is_empty(), "{} has no text", kind.key);
        let add = Command::Add {
            kind: kind.key.to_owned(),
            id: None,
            cells: cells.clone(),
        };
        let id = node.execute(&add).unwrap().added[0];
        let base = node.record(id).unwrap().unwrap().heads();
        let (cell, value) = cells
            .into_iter()
            .find(|(_, value)| matches!(value, Scalar::Text(_)))
            .unwrap();
        let again = match value {
            Scalar::Text(value) if value.contains(' ') => text(&format!("{value} 2")),
            other => other,
        };
        let edit = Command::Set {
            id,
            base,
            cells: vec![(cell, again)],
        };
        node.execute(&edit).unwrap();
        kinds.insert(kind.key.to_owned());
    }
    // What is refused is not told to the log either.
    for (kind, field) in [("person", "birth_date"), (LATIN, "name"), ("person", LATIN)] {
        let cells = vec![(field.to_owned(), text(LATIN))];
        assert!(
            node.execute(&Command::Add {
                kind: kind.to_owned(),
                id: None,
                cells
            })
            .is_err()
        );
    }
    kinds
}

/// Every cell of every table, one after the other: what is split over pages is whole here.
pub(crate) fn cells(store: &Path) -> Vec<Vec<u8>> {
    let db = Connection::open(store).unwrap();
    let names = "SELECT name FROM sqlite_schema WHERE type = 'table'";
    let tables: Vec<String> = db
        .prepare(names)
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    let mut all = Vec::new();
    for table in tables {
        let mut statement = db.prepare(&format!("SELECT * FROM \"{table}\"")).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for column in 0..columns {
                if let ValueRef::Text(bytes) | ValueRef::Blob(bytes) = row.get_ref(column).unwrap() {
                    all.push(bytes.to_vec());
                }
            }
        }
    }
    all
}

/// What the hub would hold if nothing were sealed: the plaintext of every entry that it has.
fn opened(store: &Path, node: &Node) -> Vec<Vec<u8>> {
    let keyring = Keyring::open(node.membership(), KeyringSource::Device(node.replica().secret())).unwrap();
    let mut store = SqliteLog::open(store).unwrap();
    let space = node.space();
    let heads = store.heads(space).unwrap();
    heads
        .iter()
        .flat_map(|head| store.range(space, head.log, 0, usize::MAX).unwrap())
        .map(|bytes| {
            let entry = Entry::from_bytes(&bytes).unwrap();
            entry.open(keyring.key(entry.header.epoch).unwrap()).unwrap()
        })
        .collect()
}

struct Stage {
    place: Place,
    packets: Packets,
    logs: Logs,
    kinds: BTreeSet<String>,
}

/// Two laptops, by names nobody else may read, tell each other everything through the hub.
async fn play() -> (Stage, Node, Node) {
    let logs = Logs::begin();
    let front = UdpSocket::bind("127.0.0.1:0").await.unwrap();
    let place = Place::behind(front.local_addr().unwrap());
    let packets = Packets::default();
    let hub = place.running.as_ref().unwrap().local_addr();
    tokio::spawn(carry(front, hub, packets.clone()));
    let label = format!("{LATIN} {ARABIC}");
    let founding = Founding {
        device: &label,
        passphrase: PASSPHRASE,
    };
    let (mut a, _) = Node::found(&place.home("a"), &founding, Arc::clone(&place.schema)).unwrap();
    let kinds = plant(&mut a);
    place.enrol(&mut a).await;
    let mut b = place.second_called(&mut a, "b", &label).await;
    plant(&mut b);
    b.sync(Goal::InSync).await.unwrap();
    a.sync(Goal::InSync).await.unwrap();
    assert_eq!(sight(&mut a), sight(&mut b));
    (
        Stage {
            place,
            packets,
            logs,
            kinds,
        },
        a,
        b,
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn a_word_in_every_record_is_found_nowhere() {
    let (mut stage, a, b) = play().await;
    let needles = Needles::new(&[LATIN, ARABIC, PHONE, CNIE]);
    let nowhere = |stage: &Stage, logs: usize| {
        for (folder, least) in [("hub", 50_000), ("a", 100_000), ("b", 100_000)] {
            let (found, read) = needles.found_in(&stage.place.home(folder));
            assert_eq!(found, [""; 0], "in the folder {folder}");
            assert!(read > least, "{folder}: only {read} bytes were looked at");
        }
        for cell in cells(&stage.place.home("hub").join("hub.db")) {
            assert_eq!(needles.found(&cell), [""; 0], "in the hub's store");
        }
        let packets = stage.packets.lock().unwrap();
        assert!(packets.len() > 50_000, "only {} bytes went by", packets.len());
        assert_eq!(needles.found(&packets), [""; 0], "on the line");
        let said = stage.logs.0.lock().unwrap();
        assert!(said.len() > logs, "only {} bytes were logged", said.len());
        assert_eq!(needles.found(&said), [""; 0], "in the logs");
    };
    // With the write-ahead files, and with what closing leaves.
    nowhere(&stage, 10_000);
    let store = stage.place.home("hub").join("hub.db");
    all_is_there(&stage, &store, &a);
    stage.place.stop_hub().await;
    drop((a, b));
    nowhere(&stage, 10_000);
    let said = stage.logs.0.lock().unwrap();
    for line in ["tawro_hub", "a ticket was made", "serving", "stopped", "quinn"] {
        assert!(
            places(&said, line.as_bytes()).next().is_some(),
            "{line} was not logged"
        );
    }
}

/// The hub holds all of it, sealed; `unsealed.rs` shows that the search would find it.
fn all_is_there(stage: &Stage, store: &Path, node: &Node) {
    let plain = opened(store, node);
    let mut items = Vec::new();
    for plain in &plain {
        for item in Batch::decode(plain).unwrap().items {
            items.extend(item.to_bytes());
        }
    }
    for kind in &stage.kinds {
        let spoken = [
            format!("{LATIN} {kind}-"),
            format!("{}_{kind}", LATIN.to_lowercase()),
        ];
        let has = |said: &String| places(&items, said.as_bytes()).next().is_some();
        assert!(spoken.iter().any(has), "{kind} never reached the hub");
    }
}
