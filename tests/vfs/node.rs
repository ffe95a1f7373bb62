//! A laptop's store through hundreds of power cuts: what a commit returned for is there, and nothing half.

use std::collections::BTreeMap;
use std::path::Path;

use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use tawro_core::id::RecordId;
use tawro_core::replica::Document;
use tawro_core::schema::Schema;
use tawro_node::store::{Db, StoreError, Tx};

use crate::{power, shim};

/// All that the transactions have written, as it must be read back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Model {
    values: BTreeMap<String, Vec<u8>>,
    journal: Vec<Vec<u8>>,
    documents: BTreeMap<RecordId, Document>,
}

/// What a cut left does not fit anything that was written.
#[derive(Debug)]
struct Lost(String);

fn blob(dice: &mut ChaCha20Rng) -> Vec<u8> {
    let mut bytes = vec![0; dice.next_u32() as usize % 3_000];
    dice.fill_bytes(&mut bytes);
    bytes
}

/// One transaction of a few writes, the same in the store and in the model.
fn write(tx: &mut Tx<'_>, model: &mut Model, number: u64) -> Result<(), StoreError> {
    let dice = &mut ChaCha20Rng::seed_from_u64(number);
    for _ in 0..=dice.next_u32() % 6 {
        let key = format!("{}", dice.next_u32() % 20);
        let value = blob(dice);
        tx.put(&key, Some(&value))?;
        model.values.insert(key, value);
        let line = blob(dice);
        tx.journal_push(&line)?;
        model.journal.push(line);
        let id = RecordId([dice.next_u32() as u8 % 8; 16]);
        let document = model.documents.entry(id).or_default();
        let change = blob(dice);
        if dice.next_u32() % 5 == 0 {
            tx.put_snapshot(id, &change)?;
            *document = Document {
                snapshot: change,
                tail: Vec::new(),
            };
        } else {
            tx.append_changes(id, &[&change])?;
            document.tail.push(change);
        }
    }
    if dice.next_u32() % 9 == 0 {
        tx.journal_remove(u64::MAX >> 1)?;
        model.journal.clear();
    }
    let count = number.to_be_bytes().to_vec();
    tx.put("count", Some(&count))?;
    model.values.insert("count".to_owned(), count);
    Ok(())
}

fn read(db: &mut Db) -> Result<Model, StoreError> {
    db.read(|tx| {
        let mut documents = BTreeMap::new();
        for id in tx.document_ids(None, usize::MAX >> 1)? {
            documents.insert(id, tx.document(id)?.unwrap_or_default());
        }
        Ok(Model {
            values: tx.scan("")?.into_iter().collect(),
            journal: tx
                .journal_front(usize::MAX)?
                .into_iter()
                .map(|(_, line)| line)
                .collect(),
            documents,
        })
    })
}

fn open(folder: &Path) -> Result<Db, StoreError> {
    let dice = &mut ChaCha20Rng::seed_from_u64(1);
    Db::open_through(
        shim::NAME,
        &folder.join("tawro.db"),
        &[7; 32],
        &Schema::builtin(),
        dice,
    )
}

/// A database's life over `cuts` power cuts; returns how many transactions were made.
fn live(seed: u64, cuts: u64, lies: bool) -> Result<u64, Lost> {
    shim::register();
    let root = tempfile::tempdir().unwrap();
    let mut dice = ChaCha20Rng::seed_from_u64(seed);
    let (mut before, mut after) = (Model::default(), Model::default());
    let mut number = 0;
    std::fs::create_dir(root.path().join("0")).unwrap();
    for cut in 0..cuts {
        let folder = root.path().join(cut.to_string());
        power::supply(&folder, u64::from(dice.next_u32() % 300), lies, dice.next_u64());
        if let Ok(mut db) = open(&folder) {
            let seen = read(&mut db).map_err(|error| Lost(format!("{error:?}")))?;
            if seen != before && seen != after {
                return Err(Lost(format!(
                    "cut {cut}: {seen:?} is neither of what was written"
                )));
            }
            if cut % 16 == 0 && db.verify().is_ok_and(|found| !found.is_empty()) {
                return Err(Lost(format!(
                    "cut {cut}: {seen:?} is neither of what was written"
                )));
            }
            (before, after) = (seen.clone(), seen);
            loop {
                number += 1;
                let done = db.transaction(|tx| write(tx, &mut after, number));
                if done.is_err() {
                    break;
                }
                before = after.clone();
                if dice.next_u32() % 8 == 0 && db.checkpoint().is_err() {
                    break;
                }
            }
        }
        power::survive(&folder, &root.path().join((cut + 1).to_string()));
        std::fs::remove_dir_all(&folder).unwrap();
        // With the power on again it opens, whatever the disk kept.
        let folder = root.path().join((cut + 1).to_string());
        if cut % 8 == 7 {
            let mut db = open(&folder).map_err(|error| Lost(format!("{error:?}")))?;
            let seen = read(&mut db).map_err(|error| Lost(format!("{error:?}")))?;
            if seen != before && seen != after {
                return Err(Lost(format!(
                    "cut {cut}: {seen:?} is neither of what was written"
                )));
            }
        }
    }
    Ok(number)
}

#[test]
fn what_was_committed_survives_every_cut() {
    let mut transactions = 0;
    for seed in 0..8 {
        transactions += live(seed, 50, false).unwrap_or_else(|lost| panic!("seed {seed}: {}", lost.0));
    }
    assert!(transactions > 1_000, "only {transactions} transactions");
}

#[test]
fn a_disk_that_lies_is_found_out() {
    assert!((0..8).any(|seed| live(seed, 50, true).is_err()));
}
