//! What a replica keeps reads back: documents, journal, logs, membership, small values.

use tawro_core::crypto::EpochKey;
use tawro_core::id::{LogId, MemberHash, SpaceId};
use tawro_core::log::{Entry, LogHead, Opening, Seal};
use tawro_core::replica::{Document, TailSize};

use super::*;

fn db() -> (tempfile::TempDir, Db) {
    let dir = tempfile::tempdir().unwrap();
    let db = open_db(&dir.path().join("tawro.db"), &schema()).unwrap();
    (dir, db)
}

#[test]
fn a_document_is_its_snapshot_and_the_changes_since() {
    let (_dir, mut db) = db();
    let id = RecordId([1; 16]);
    // Bytes that a text could not hold.
    let odd: &[u8] = &[0, 255, 0, 128];
    db.transaction(|tx| {
        assert_eq!(tx.document(id)?, None);
        assert_eq!(
            tx.append_changes(id, &[odd, b""])?,
            TailSize { changes: 2, bytes: 4 }
        );
        assert_eq!(
            tx.append_changes(id, &[&[9; 5000]])?,
            TailSize {
                changes: 3,
                bytes: 5004
            }
        );
        let tail = vec![odd.to_vec(), vec![], vec![9; 5000]];
        assert_eq!(
            tx.document(id)?,
            Some(Document {
                snapshot: vec![],
                tail
            })
        );
        tx.put_snapshot(id, odd)?;
        assert_eq!(
            tx.document(id)?,
            Some(Document {
                snapshot: odd.to_vec(),
                tail: vec![]
            })
        );
        assert_eq!(tx.append_changes(id, &[b"x"])?, TailSize { changes: 1, bytes: 1 });
        tx.put_snapshot(RecordId([0; 16]), b"first")?;
        assert_eq!(tx.document_ids(None, 10)?, [RecordId([0; 16]), id]);
        assert_eq!(tx.document_ids(Some(RecordId([0; 16])), 10)?, [id]);
        assert_eq!(tx.document_ids(None, 1)?.len(), 1);
        Ok::<_, StoreError>(())
    })
    .unwrap();
}

#[test]
fn journal_lines_leave_in_order_and_numbers_are_never_reused() {
    let (_dir, mut db) = db();
    db.transaction(|tx| {
        let first = tx.journal_push(b"one")?;
        let second = tx.journal_push(b"two")?;
        assert!(second > first);
        assert_eq!(tx.journal_front(0)?, [(first, b"one".to_vec())]);
        assert_eq!(tx.journal_front(6)?.len(), 2);
        tx.journal_remove(second)?;
        assert_eq!(tx.journal_len()?, 0);
        assert!(tx.journal_push(b"three")? > second);
        Ok::<_, StoreError>(())
    })
    .unwrap();
}

fn entry(seq: u64, device: &DeviceSecret, dice: &mut ChaCha20Rng) -> Entry {
    let seal = Seal {
        space: SpaceId([1; 32]),
        log: LogId([2; 16]),
        seq,
        prev: (seq > 0).then_some(tawro_core::id::EntryHash([3; 32])),
        position: 0,
        member_hash: MemberHash([4; 32]),
        epoch: 0,
        opening: (seq == 0).then_some(Opening {
            device: device.id(),
            previous: None,
        }),
    };
    Entry::seal(seal, &[5; 300], &EpochKey::generate(dice), device, dice)
}

#[test]
fn a_log_grows_is_read_in_parts_and_is_cut() {
    let (_dir, mut db) = db();
    let mut dice = ChaCha20Rng::seed_from_u64(2);
    let device = DeviceSecret::generate(&mut dice);
    let entries: Vec<Entry> = (0..4).map(|seq| entry(seq, &device, &mut dice)).collect();
    let head = |entry: &Entry| LogHead {
        log: entry.header.log,
        device: device.id(),
        seq: entry.header.seq,
        hash: entry.hash(),
        epoch: 0,
        position: entry.header.seq as u32,
    };
    let log = entries[0].header.log;
    db.transaction(|tx| {
        for entry in &entries {
            tx.append_entry(entry, &head(entry))?;
        }
        assert_eq!(tx.log_heads()?, [head(&entries[3])]);
        assert_eq!(tx.entries(log, 0, usize::MAX)?, entries);
        assert_eq!(tx.entries(log, 2, usize::MAX)?, entries[2..]);
        assert_eq!(tx.entries(log, 0, 1)?, entries[..1]);
        assert_eq!(tx.entries(LogId([8; 16]), 0, 1)?, []);
        tx.truncate_log(log, 2, Some(&head(&entries[1])))?;
        assert_eq!(tx.entries(log, 0, usize::MAX)?, entries[..2]);
        assert_eq!(tx.log_heads()?, [head(&entries[1])]);
        tx.truncate_log(log, 0, None)?;
        assert_eq!(tx.log_heads()?, []);
        Ok::<_, StoreError>(())
    })
    .unwrap();
    // The same number twice is refused whole, not taken in silence.
    let doubled = db.transaction(|tx| {
        tx.append_entry(&entries[0], &head(&entries[0]))?;
        tx.append_entry(&entries[0], &head(&entries[0]))
    });
    assert!(matches!(doubled, Err(StoreError::Sql { .. })));
    assert_eq!(db.read(|tx| tx.log_heads()).unwrap(), []);
}

#[test]
fn membership_and_small_values_read_back() {
    let (_dir, mut db) = db();
    db.transaction(|tx| {
        tx.push_membership(0, b"genesis")?;
        tx.push_membership(1, b"add")?;
        assert_eq!(tx.membership()?, [b"genesis".to_vec(), b"add".to_vec()]);
        tx.put("a/2", Some(b"two"))?;
        tx.put("a/1", Some(b"one"))?;
        tx.put("b", Some(b""))?;
        tx.put("a/2", Some(b"zwei"))?;
        assert_eq!(tx.get("b")?, Some(Vec::new()));
        let found = [
            ("a/1".to_owned(), b"one".to_vec()),
            ("a/2".to_owned(), b"zwei".to_vec()),
        ];
        assert_eq!(tx.scan("a/")?, found);
        tx.put("a/1", None)?;
        assert_eq!(tx.get("a/1")?, None);
        Ok::<_, StoreError>(())
    })
    .unwrap();
    assert!(db.transaction(|tx| tx.push_membership(1, b"another")).is_err());
}
