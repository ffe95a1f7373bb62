//! A hub's store through hundreds of power cuts: no receipt was ever given for what is gone.

use std::collections::BTreeMap;
use std::path::Path;

use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use tawro_core::id::{DeviceId, EntryHash, LogId, MemberHash, SpaceId};
use tawro_core::log::LogHead;
use tawro_hub::store::{Line, Sealed, SpaceLog, SqliteLog, StoreFault};

use crate::{power, shim};

const SPACE: SpaceId = SpaceId([1; 32]);

/// What must be read back: the entries of each log, and how long the membership is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Model {
    logs: BTreeMap<LogId, Vec<Vec<u8>>>,
    members: u32,
    usage: (u64, u64),
}

#[derive(Debug)]
struct Lost(String);

fn entry(log: u8, seq: u64, dice: &mut ChaCha20Rng) -> Sealed {
    let hash = |seq: u64| {
        EntryHash(tawro_core::crypto::derive(
            "test",
            &[&[log], &seq.to_be_bytes()[..]].concat(),
        ))
    };
    let mut bytes = vec![log; 200 + dice.next_u32() as usize % 6_000];
    bytes[..8].copy_from_slice(&seq.to_be_bytes());
    Sealed {
        head: LogHead {
            log: LogId([log; 16]),
            device: DeviceId([log; 32]),
            seq,
            hash: hash(seq),
            epoch: 0,
            position: 0,
        },
        prev: seq.checked_sub(1).map_or(EntryHash([0; 32]), hash),
        bytes,
    }
}

fn line(position: u32) -> Line {
    let hash = tawro_core::crypto::derive("test", &position.to_be_bytes());
    Line {
        position,
        hash: MemberHash(hash),
        bytes: hash.to_vec(),
    }
}

/// What one turn of a relay does: some entries, now and then a member, one commit.
fn turn(store: &mut SqliteLog, model: &mut Model, dice: &mut ChaCha20Rng) -> Result<(), StoreFault> {
    if model.members == 0 || dice.next_u32().is_multiple_of(10) {
        let expect = model.members.checked_sub(1).map(|last| (last, line(last).hash));
        store.membership_append(SPACE, expect, &line(model.members))?;
        model.members += 1;
    }
    for _ in 0..dice.next_u32() % 5 {
        let log = dice.next_u32() as u8 % 4;
        let held = model.logs.entry(LogId([log; 16])).or_default();
        let entry = entry(log, held.len() as u64, dice);
        store.append(SPACE, std::slice::from_ref(&entry))?;
        model.usage.0 += 1;
        model.usage.1 += entry.bytes.len() as u64;
        held.push(entry.bytes);
    }
    model.logs.retain(|_, entries| !entries.is_empty());
    store.commit()
}

fn read(store: &mut SqliteLog) -> Result<Model, StoreFault> {
    let mut logs = BTreeMap::new();
    for head in store.heads(SPACE)? {
        let entries = store.range(SPACE, head.log, 0, usize::MAX)?;
        assert_eq!(entries.len() as u64, head.seq + 1, "a head without its entries");
        logs.insert(head.log, entries);
    }
    let usage = store.usage(SPACE)?;
    let members = store.membership_since(SPACE, 0)?.len() as u32;
    Ok(Model {
        logs,
        members,
        usage: (usage.entries, usage.bytes),
    })
}

fn open(folder: &Path) -> Result<SqliteLog, StoreFault> {
    SqliteLog::open(&folder.join("hub.db"))
}

fn live(seed: u64, cuts: u64, lies: bool) -> Result<u64, Lost> {
    shim::register();
    let root = tempfile::tempdir().unwrap();
    let mut dice = ChaCha20Rng::seed_from_u64(seed);
    let (mut before, mut after) = (Model::default(), Model::default());
    let mut turns = 0;
    std::fs::create_dir(root.path().join("0")).unwrap();
    for cut in 0..cuts {
        let folder = root.path().join(cut.to_string());
        power::supply(&folder, u64::from(dice.next_u32() % 300), lies, dice.next_u64());
        if let Ok(mut store) = open(&folder) {
            let seen = read(&mut store).map_err(|error| Lost(format!("{error:?}")))?;
            if seen != before && seen != after {
                return Err(Lost(format!(
                    "cut {cut}: {seen:?} is neither of what was written"
                )));
            }
            (before, after) = (seen.clone(), seen);
            while turn(&mut store, &mut after, &mut dice).is_ok() {
                turns += 1;
                before = after.clone();
            }
        }
        let next = root.path().join((cut + 1).to_string());
        power::survive(&folder, &next);
        std::fs::remove_dir_all(&folder).unwrap();
        if cut % 8 == 7 {
            let seen = open(&next)
                .and_then(|mut store| read(&mut store))
                .map_err(|error| Lost(format!("{error:?}")))?;
            if seen != before && seen != after {
                return Err(Lost(format!(
                    "cut {cut}: {seen:?} is neither of what was written"
                )));
            }
        }
    }
    Ok(turns)
}

#[test]
fn what_was_committed_survives_every_cut() {
    let mut turns = 0;
    for seed in 0..8 {
        turns += live(seed, 50, false).unwrap_or_else(|lost| panic!("seed {seed}: {}", lost.0));
    }
    assert!(turns > 1_000, "only {turns} turns");
}

#[test]
fn a_disk_that_lies_is_found_out() {
    let lost =
        |seed| std::panic::catch_unwind(move || live(seed, 50, true)).map_or(true, |life| life.is_err());
    assert!((0..8).any(lost));
}
