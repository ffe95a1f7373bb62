//! The store under a real replica, and by itself: what is kept, what is found, what survives.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use tawro_core::command::Command;
use tawro_core::crypto::DeviceSecret;
use tawro_core::id::RecordId;
use tawro_core::membership::draft;
use tawro_core::membership::recovery::RecoverySecret;
use tawro_core::replica::Replica;
use tawro_core::schema::{Field, FieldType, Kind, Scalar, Schema};
use tawro_core::time::Timestamp;

use super::*;

mod durable;
mod kept;
mod lists;
mod shown;

const KEY: [u8; 32] = [7; 32];
const NOW: Timestamp = Timestamp(1_795_462_200);

/// One device with a real database and a real replica.
struct Home {
    dir: tempfile::TempDir,
    schema: Schema,
    db: Db,
    replica: Replica,
    dice: ChaCha20Rng,
}

fn open_db(path: &Path, schema: &Schema) -> Result<Db, StoreError> {
    Db::open(path, &KEY, schema, &mut ChaCha20Rng::seed_from_u64(9))
}

/// The built-in kinds, and one that only this test knows.
fn schema() -> Schema {
    let hive = Kind::new(
        "hive",
        vec![
            Field::new("label", FieldType::Localized).required(),
            Field::new("number", FieldType::Text).unique(),
            Field::new("keeper", FieldType::Reference("person")),
            Field::new("set_up_on", FieldType::Date),
            Field::new("plants", FieldType::Set(Box::new(FieldType::Text))),
            Field::new("frames", FieldType::Integer),
        ],
    );
    Schema::builtin().with(hive).unwrap()
}

impl Home {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let schema = schema();
        let mut dice = ChaCha20Rng::seed_from_u64(1);
        let mut db = open_db(&dir.path().join("tawro.db"), &schema).unwrap();
        let device = DeviceSecret::generate(&mut dice);
        let recovery = RecoverySecret::generate(&mut dice);
        let genesis = draft::genesis(&device, "A", &recovery.keys(), &mut dice).unwrap();
        let replica = db
            .transaction(|tx| {
                let schema = Arc::new(schema.clone());
                Ok::<_, StoreError>(Replica::found(schema, device, &genesis, &mut dice, tx).unwrap())
            })
            .unwrap();
        Self {
            dir,
            schema,
            db,
            replica,
            dice,
        }
    }

    fn path(&self) -> PathBuf {
        self.dir.path().join("tawro.db")
    }

    fn run(&mut self, command: Command) -> Vec<RecordId> {
        let (replica, dice) = (&mut self.replica, &mut self.dice);
        let done = self
            .db
            .transaction(|tx| Ok::<_, StoreError>(replica.execute(&command, NOW, dice, tx).unwrap()));
        done.unwrap().added
    }

    /// For a command that may be refused.
    fn try_run(&mut self, command: Command) -> bool {
        let (replica, dice) = (&mut self.replica, &mut self.dice);
        let done = self
            .db
            .transaction(|tx| Ok::<_, StoreError>(replica.execute(&command, NOW, dice, tx).is_ok()));
        done.unwrap()
    }

    fn add(&mut self, kind: &str, cells: &[(&str, &str)]) -> RecordId {
        let cells = cells
            .iter()
            .map(|(cell, value)| ((*cell).to_owned(), scalar(value)))
            .collect();
        self.run(Command::Add {
            kind: kind.to_owned(),
            id: None,
            cells,
        })[0]
    }

    fn set(&mut self, id: RecordId, cell: &str, value: &str) {
        let base = self.row(id).heads;
        let cells = vec![(cell.to_owned(), scalar(value))];
        self.run(Command::Set { id, base, cells });
    }

    fn person(&mut self, given: &str, family: &str) -> RecordId {
        let language = if given < "\u{600}" { "fr" } else { "ar" };
        let cells = [
            (&*format!("given_name/{language}"), given),
            (&*format!("family_name/{language}"), family),
        ];
        self.add("person", &cells)
    }

    fn member(&mut self, person: RecordId, cells: &[(&str, &str)]) -> RecordId {
        let person = person.to_string();
        self.add("membership", &[&[("person", &*person)], cells].concat())
    }

    fn row(&mut self, id: RecordId) -> ListRow {
        self.db.read(|tx| tx.row(id)).unwrap().unwrap()
    }

    fn list(&mut self, name: &str, query: &ListQuery) -> Vec<ListRow> {
        let rows = self.db.read(|tx| tx.list(name, query)).unwrap();
        let all = ListQuery {
            limit: usize::MAX,
            after: None,
            ..query.clone()
        };
        let count = self.db.read(|tx| tx.count(name, &all)).unwrap();
        if query.after.is_none() && rows.len() < query.limit {
            assert_eq!(count, rows.len() as u64, "{query:?}");
        }
        rows
    }

    fn titles(&mut self, name: &str, query: &ListQuery) -> Vec<String> {
        self.list(name, query).into_iter().map(|row| row.title).collect()
    }
}

/// `true` is a flag and digits are a number, the rest is a text: as the tests below write them.
fn scalar(text: &str) -> Scalar {
    match text {
        "" => Scalar::Null,
        "true" => Scalar::Flag(true),
        _ => match text.strip_prefix('#').and_then(|number| number.parse().ok()) {
            Some(number) => Scalar::Integer(number),
            None => Scalar::Text(text.to_owned()),
        },
    }
}

fn search(text: &str) -> ListQuery {
    ListQuery {
        search: text.to_owned(),
        ..ListQuery::default()
    }
}
