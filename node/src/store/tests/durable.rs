//! What survives: reopening, killing, wrong keys, other versions, and what a thief reads.

use std::io::{BufRead, BufReader};
use std::process::{Command as Process, Stdio};

use crate::error::Fault;

use super::*;

#[test]
fn what_was_committed_is_there_after_reopening() {
    let mut home = Home::new();
    let id = home.person("خديجة", "العلوي");
    let before = home.row(id);
    let (path, name, schema) = (home.path(), home.db.name(), home.schema.clone());
    drop(home.db);
    let mut db = open_db(&path, &schema).unwrap();
    assert!(!db.rows_are_stale());
    assert_eq!(db.name(), name);
    assert_eq!(db.read(|tx| tx.row(id)).unwrap().unwrap(), before);
    assert!(db.read(|tx| tx.journal_len()).unwrap() > 0);
    assert_eq!(db.verify().unwrap(), [""; 0]);
}

#[test]
fn a_failed_transaction_leaves_nothing() {
    let mut home = Home::new();
    let id = RecordId([3; 16]);
    let failed = home.db.transaction(|tx| {
        tx.put_snapshot(id, b"document")?;
        tx.put("key", Some(b"value"))?;
        Err::<(), _>(StoreError::damaged("test"))
    });
    assert!(failed.is_err());
    assert_eq!(home.db.read(|tx| tx.document(id)).unwrap(), None);
    assert_eq!(home.db.read(|tx| tx.get("key")).unwrap(), None);
}

#[cfg(feature = "sqlcipher")]
#[test]
fn another_key_does_not_open_it() {
    let home = Home::new();
    let path = home.path();
    drop(home.db);
    let opened = Db::open(&path, &[8; 32], &home.schema, &mut ChaCha20Rng::seed_from_u64(9));
    assert_eq!(opened.err().map(|error| error.code()), Some("database_wrong_key"));
    assert!(open_db(&path, &home.schema).is_ok());
}

#[test]
fn a_newer_database_and_a_foreign_one_are_left_alone() {
    let home = Home::new();
    let path = home.path();
    drop(home.db);
    let check = |sql: &str, code: &str| {
        let conn = open::open(&path, &KEY, None).unwrap();
        conn.execute_batch(sql).unwrap();
        drop(conn);
        assert_eq!(
            open_db(&path, &home.schema).err().map(|error| error.code()),
            Some(code)
        );
        let conn = Connection::open(&path).unwrap();
        drop(conn);
    };
    check("PRAGMA user_version = 9", "database_newer");
    // Nothing of ours is written into what another program keeps.
    let other = home.dir.path().join("other.db");
    let conn = open::open(&other, &KEY, None).unwrap();
    conn.execute_batch("PRAGMA application_id = 7").unwrap();
    drop(conn);
    let opened = open_db(&other, &home.schema);
    assert_eq!(opened.err().map(|error| error.code()), Some("database_foreign"));
}

#[test]
fn a_damaged_page_is_noticed() {
    let mut home = Home::new();
    for number in 0..200 {
        home.person("Hassan", &format!("Alami{number}"));
    }
    let path = home.path();
    home.db.checkpoint().unwrap();
    drop(home.db);
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2 / 4096 * 4096;
    for byte in &mut bytes[middle..middle + 4096] {
        *byte ^= 0x55;
    }
    std::fs::write(&path, bytes).unwrap();
    let noticed = match open_db(&path, &home.schema) {
        Ok(mut db) => db.verify().map_or(true, |found| !found.is_empty()),
        Err(error) => error.code() == "database_damaged",
    };
    assert!(noticed);
}

#[cfg(feature = "sqlcipher")]
#[test]
fn nothing_of_a_record_is_readable_on_the_disk() {
    let mut home = Home::new();
    let canary = "Zzyzx-canary";
    home.person("Zzyzx-canary", "Qwertyuiop");
    home.db
        .transaction(|tx| tx.put("canary", Some(canary.as_bytes())))
        .unwrap();
    let mut read = 0;
    for file in std::fs::read_dir(home.dir.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        read += bytes.len();
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        for word in ["zzyzx", "qwertyuiop", "sqlite format", "create table"] {
            assert!(!text.contains(word), "{word}");
        }
    }
    assert!(read > 50_000, "the write-ahead file was looked at");
}

/// The other half of the test below: a process that is killed while it writes.
#[test]
fn a_process_to_be_killed() {
    let Ok(path) = std::env::var("TAWRO_TEST_DATABASE") else {
        return;
    };
    let mut db = open_db(Path::new(&path), &schema()).unwrap();
    for round in 0u64.. {
        db.transaction(|tx| {
            for n in 0..40u64 {
                tx.put(&format!("{n}"), Some(&round.to_be_bytes()))?;
                tx.journal_push(&[round as u8; 3_000])?;
                if n == 20 {
                    println!("round {round}");
                }
            }
            Ok::<_, StoreError>(())
        })
        .unwrap();
    }
}

#[test]
fn a_kill_in_the_middle_of_a_transaction_leaves_all_or_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("tawro.db");
    drop(open_db(&path, &schema()).unwrap());
    for kill_at in [1, 2, 5, 9] {
        let mut child = Process::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "store::tests::durable::a_process_to_be_killed",
                "--nocapture",
            ])
            .env("TAWRO_TEST_DATABASE", &path)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let rounds = lines.map_while(Result::ok).filter(|line| line.contains("round "));
        assert_eq!(rounds.take(kill_at).count(), kill_at);
        child.kill().unwrap();
        child.wait().unwrap();

        let mut db = open_db(&path, &schema()).unwrap();
        let (state, lines) = db
            .read(|tx| Ok::<_, StoreError>((tx.scan("")?, tx.journal_len()?)))
            .unwrap();
        let rounds: std::collections::BTreeSet<_> = state.iter().map(|(_, round)| round.clone()).collect();
        assert!(rounds.len() <= 1, "a transaction was cut");
        assert_eq!(lines % 40, 0, "a transaction was cut");
        assert!(kill_at == 1 || lines > 0, "what was committed is gone");
        assert_eq!(db.verify().unwrap(), [""; 0]);
        db.transaction(|tx| tx.journal_remove(u64::MAX)).unwrap();
        for (key, _) in state {
            db.transaction(|tx| tx.put(&key, None)).unwrap();
        }
    }
}

#[test]
fn a_full_disk_is_said_and_loses_nothing() {
    let mut home = Home::new();
    let id = home.person("Ali", "Tazi");
    let pages: i64 = home
        .db
        .conn
        .query_row("PRAGMA page_count", [], |row| row.get(0))
        .unwrap();
    home.db
        .conn
        .query_row(&format!("PRAGMA max_page_count = {}", pages + 3), [], |_| Ok(()))
        .unwrap();
    let filled = home.db.transaction(|tx| tx.put("large", Some(&[1; 100_000])));
    assert_eq!(filled.err().map(|error| error.code()), Some("disk_full"));
    assert_eq!(home.row(id).title, "Ali Tazi");
    home.set(id, "given_name/fr", "Omar");
    assert_eq!(home.row(id).title, "Omar Tazi");
}
