//! What devices of one association do to a record, and what a foreign program may send as a change.

#![no_main]

use std::collections::BTreeMap;

use arbitrary::{Arbitrary, Unstructured};
use libfuzzer_sys::fuzz_target;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use tawro_core::command::{Command, decide};
use tawro_core::id::{ActorId, RecordId};
use tawro_core::record::{Author, Change, Record, pack};
use tawro_core::schema::{Scalar, Schema};
use tawro_core::time::Timestamp;

const PERSON: RecordId = RecordId([7; 16]);
const CELLS: [&str; 10] = [
    "given_name/ar",
    "given_name/fr",
    "family_name/fr",
    "phones/+212612345678",
    "note",
    "birth_date",
    "sex",
    "douar",
    "email",
    "profession",
];
const TEXTS: [&str; 8] = [
    "فاطمة",
    "Ali",
    "",
    "a@b.ma",
    "1",
    "1962-06",
    "+212612345678",
    "a long 😀 note",
];

#[derive(Debug, Arbitrary)]
enum Deed {
    Set {
        at: u8,
        cells: Vec<(u8, Value)>,
    },
    Resolve {
        cell: u8,
        value: Value,
    },
    Delete {
        at: u8,
    },
    Restore {
        at: u8,
    },
    /// The two meet: all that the other wrote comes, in this order.
    Meet {
        backwards: bool,
    },
    /// A change of before with other bytes, as a foreign program might send it.
    Forge {
        of: u8,
        form: u8,
        edits: Vec<(u16, u8)>,
        cut: Option<u16>,
        more: Vec<u8>,
    },
    /// The record goes to disk and comes back.
    Reload,
}

#[derive(Debug, Arbitrary)]
enum Value {
    Null,
    Known(u8),
    Any(String),
    Integer(i64),
    Flag(bool),
}

impl Value {
    fn scalar(&self) -> Scalar {
        match self {
            Self::Null => Scalar::Null,
            Self::Known(number) => TEXTS[usize::from(*number) % TEXTS.len()].into(),
            Self::Any(text) => text.as_str().into(),
            Self::Integer(number) => Scalar::Integer(*number),
            Self::Flag(flag) => Scalar::Flag(*flag),
        }
    }
}

struct Device {
    actor: ActorId,
    dice: ChaCha8Rng,
    records: BTreeMap<RecordId, Record>,
    /// What it wrote and took, in order.
    changes: Vec<Change>,
    heads: Vec<Vec<[u8; 32]>>,
}

fuzz_target!(
    init: tawro_fuzz::let_panics_unwind(),
    |data: &[u8]| tawro_fuzz::run(|| one(data))
);

fn one(data: &[u8]) {
    thread_local! {
        static SCHEMA: Schema = Schema::builtin();
    }
    let Some((what, rest)) = data.split_first() else {
        return;
    };
    SCHEMA.with(|schema| {
        if what % 2 == 0 {
            packed(rest, schema);
        } else {
            deeds(Unstructured::new(rest), schema);
        }
    });
}

/// Packed changes from a stranger, each after two bytes of length.
fn packed(mut bytes: &[u8], schema: &Schema) {
    let mut record = Record::new(PERSON, "");
    let mut taken = Vec::new();
    while let Some((len, rest)) = bytes.split_first_chunk::<2>() {
        let (packed, rest) = rest.split_at(usize::from(u16::from_le_bytes(*len)).min(rest.len()));
        bytes = rest;
        let own = |id: RecordId, actor, seq| (id == PERSON).then(|| record.change_by(actor, seq)).flatten();
        if let Ok(change) = pack::unpack(packed, &own) {
            let known = own_lookup(&record);
            receive(&mut record, &change, &known);
            taken.push(change);
        }
    }
    sound(&record, schema);
    let mut backwards = Record::new(PERSON, "");
    taken.reverse();
    backwards.apply(&taken);
    let again: Vec<_> = taken.iter().rev().cloned().collect();
    backwards.apply(&again);
    if one_each(&taken) && record.missing().is_empty() && backwards.missing().is_empty() {
        same(&record, &backwards, schema);
    }
}

/// Nobody gave one number to two changes: of those the first to come stands, which differs by device.
fn one_each<'a>(changes: impl IntoIterator<Item = &'a Change>) -> bool {
    let mut by_number = BTreeMap::new();
    changes
        .into_iter()
        .all(|change| *by_number.entry((change.actor, change.seq)).or_insert(change.hash) == change.hash)
}

fn own_lookup(record: &Record) -> Vec<(ActorId, u64, [u8; 32])> {
    let lines = record.history();
    lines
        .iter()
        .map(|line| (line.actor, line.seq, line.hash))
        .collect()
}

/// Applies a change, which packs and unpacks to itself whatever it is.
fn receive(record: &mut Record, change: &Change, known: &[(ActorId, u64, [u8; 32])]) {
    let lookup = |_: RecordId, actor: ActorId, seq: u64| {
        known
            .iter()
            .find(|line| (line.0, line.1) == (actor, seq))
            .map(|line| line.2)
    };
    let packed = pack::pack(change, &[], &lookup);
    assert_eq!(pack::unpack(&packed, &lookup).expect("it was packed"), *change);
    record.apply(std::slice::from_ref(change));
}

/// All that can be asked of a record, and that it comes back from its bytes the same.
fn sound(record: &Record, schema: &Schema) {
    let saved = record.save();
    let loaded = Record::load(PERSON, &saved, &[]).expect("what is saved can be read");
    same(record, &loaded, schema);
    assert_eq!(loaded.missing(), record.missing());
    for conflict in record.conflicts() {
        assert!(conflict.values.len() > 1);
    }
}

fn same(one: &Record, other: &Record, schema: &Schema) {
    assert_eq!(one.heads(), other.heads());
    assert_eq!(one.cells(), other.cells());
    assert_eq!(one.conflicts(), other.conflicts());
    assert_eq!(one.row(schema), other.row(schema));
    assert_eq!(one.history(), other.history());
}

fn deeds(mut input: Unstructured<'_>, schema: &Schema) {
    let mut devices = [Device::new(1), Device::new(2)];
    let created = devices[0].run(
        &Command::Add {
            kind: "person".into(),
            id: Some(PERSON),
            cells: vec![("family_name/fr".into(), "Amrani".into())],
        },
        schema,
    );
    assert!(created);
    for _ in 0..16 {
        let Ok((who, deed)) = <(bool, Deed)>::arbitrary(&mut input) else {
            break;
        };
        let [one, other] = &mut devices;
        let (here, there) = if who { (one, other) } else { (other, one) };
        here.deed(&deed, there, schema);
        if input.is_empty() {
            break;
        }
    }
    let [one, other] = &mut devices;
    one.take(&other.changes.clone(), schema);
    other.take(&one.changes.clone(), schema);
    if one_each(one.changes.iter().chain(&other.changes)) {
        same(one.person(), other.person(), schema);
    }
}

impl Device {
    fn new(number: u8) -> Self {
        Self {
            actor: ActorId([number; 16]),
            dice: ChaCha8Rng::seed_from_u64(number.into()),
            records: BTreeMap::from([(PERSON, Record::new(PERSON, ""))]),
            changes: Vec::new(),
            heads: Vec::new(),
        }
    }

    fn person(&self) -> &Record {
        &self.records[&PERSON]
    }

    fn run(&mut self, command: &Command, schema: &Schema) -> bool {
        let mut author = Author::new(self.actor, Timestamp(5), &mut self.dice);
        let Ok(decision) = decide(command, &mut self.records, schema, &mut author) else {
            return false;
        };
        self.changes.extend(decision.changes);
        self.records.extend(decision.records);
        self.heads.push(self.person().heads());
        true
    }

    /// A state that a form may have been opened at.
    fn base(&self, at: u8) -> Vec<[u8; 32]> {
        let before = usize::from(at).checked_rem(self.heads.len() + 1).unwrap_or(0);
        self.heads
            .iter()
            .rev()
            .nth(before)
            .cloned()
            .unwrap_or_else(|| self.person().heads())
    }

    fn take(&mut self, changes: &[Change], schema: &Schema) {
        let record = self.records.get_mut(&PERSON).expect("it was put in at first");
        let new: Vec<_> = changes
            .iter()
            .filter(|change| !record.knows(&change.hash))
            .cloned()
            .collect();
        for change in &new {
            let known = own_lookup(record);
            receive(record, change, &known);
        }
        self.changes
            .extend(new.into_iter().filter(|change| record.knows(&change.hash)));
        self.heads.push(record.heads());
        sound(record, schema);
    }

    fn deed(&mut self, deed: &Deed, other: &Self, schema: &Schema) {
        let cell = |number: u8| CELLS[usize::from(number) % CELLS.len()].to_owned();
        match deed {
            Deed::Set { at, cells } => {
                let cells = cells
                    .iter()
                    .map(|(at, value)| (cell(*at), value.scalar()))
                    .collect();
                self.run(
                    &Command::Set {
                        id: PERSON,
                        base: self.base(*at),
                        cells,
                    },
                    schema,
                );
            }
            Deed::Resolve { cell: number, value } => {
                let (base, value) = (self.base(0), value.scalar());
                self.run(
                    &Command::Resolve {
                        id: PERSON,
                        base,
                        cell: cell(*number),
                        value,
                    },
                    schema,
                );
            }
            Deed::Delete { at } => {
                _ = self.run(
                    &Command::Delete {
                        id: PERSON,
                        base: self.base(*at),
                    },
                    schema,
                )
            }
            Deed::Restore { at } => {
                _ = self.run(
                    &Command::Restore {
                        id: PERSON,
                        base: self.base(*at),
                    },
                    schema,
                )
            }
            Deed::Meet { backwards } => {
                let mut changes = other.changes.clone();
                if *backwards {
                    changes.reverse();
                }
                self.take(&changes, schema);
            }
            Deed::Forge {
                of,
                form,
                edits,
                cut,
                more,
            } => self.forge(*of, *form, edits, *cut, more, schema),
            Deed::Reload => {
                let saved = self.person().save();
                let loaded = Record::load(PERSON, &saved, &[]).expect("what is saved can be read");
                same(self.person(), &loaded, schema);
                self.records.insert(PERSON, loaded);
            }
        }
    }

    fn forge(
        &mut self,
        of: u8,
        form: u8,
        edits: &[(u16, u8)],
        cut: Option<u16>,
        more: &[u8],
        schema: &Schema,
    ) {
        let Some(change) = self.changes.get(usize::from(of) % self.changes.len().max(1)) else {
            return;
        };
        let mut bytes = pack::pack(change, &[], &|_, _, _| None);
        bytes.truncate(cut.map_or(bytes.len(), usize::from));
        bytes.extend_from_slice(more);
        let len = bytes.len();
        for (at, byte) in edits.iter().filter(|_| len > 0) {
            bytes[usize::from(*at) % len] ^= byte;
        }
        if let Some(first) = bytes.first_mut().filter(|_| form < 3) {
            *first = form;
        }
        if let Some(id) = bytes.get_mut(1..17) {
            id.copy_from_slice(&PERSON.0);
        }
        let person = self.person().clone();
        let lookup = |_: RecordId, actor: ActorId, seq: u64| person.change_by(actor, seq);
        if let Ok(forged) = pack::unpack(&bytes, &lookup) {
            self.take(&[forged], schema);
        }
    }
}
