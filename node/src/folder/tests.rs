//! One holder at a time, private files, whole replacements, and a witness that notices.

use std::fs;

use tawro_core::id::LogId;

use super::*;

fn occupied(root: &Path) -> Folder {
    let folder = Folder::create(root).unwrap();
    fs::write(folder.keys(), "keys").unwrap();
    fs::write(folder.database(), "db").unwrap();
    folder
}

#[test]
fn a_second_holder_is_told_who_the_first_is() {
    let dir = tempfile::tempdir().unwrap();
    let first = occupied(dir.path());
    let Err(FolderError::InUse { holder, .. }) = Folder::open(dir.path()) else {
        panic!("the folder was opened twice");
    };
    assert_eq!(holder, Some(std::process::id()));
    drop(first);
    assert!(Folder::open(dir.path()).is_ok());
}

#[test]
fn only_an_empty_folder_is_founded_in_and_only_a_full_one_opened() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("a/b");
    assert_eq!(Folder::open(&root).unwrap_err().code(), "folder_empty");
    drop(occupied(&root));
    assert_eq!(Folder::create(&root).unwrap_err().code(), "folder_occupied");
}

#[test]
fn an_interrupted_making_is_cleared_and_lost_keys_are_not() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path();
    let folder = Folder::create(root).unwrap();
    folder.make().unwrap();
    fs::write(folder.database(), "half").unwrap();
    drop(folder);
    let folder = Folder::create(root).unwrap();
    assert!(!folder.database().exists(), "a rest");
    folder.make().unwrap();
    fs::write(folder.database(), "whole").unwrap();
    fs::write(folder.keys(), "keys").unwrap();
    drop(folder);
    // Interrupted after the keys: whole, and opening it says so for good.
    let folder = Folder::open(root).unwrap();
    fs::remove_file(folder.keys()).unwrap();
    drop(folder);
    assert_eq!(Folder::create(root).unwrap_err().code(), "folder_occupied");
    assert_eq!(fs::read(root.join("tawro.db")).unwrap(), b"whole");
}

#[cfg(unix)]
#[test]
fn other_users_see_nothing() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("home");
    fs::create_dir(&root).unwrap();
    fs::set_permissions(&root, fs::Permissions::from_mode(0o755)).unwrap();
    let folder = Folder::create(&root).unwrap();
    write_atomically(&folder.keys(), b"secret").unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&root), 0o700);
    assert_eq!(mode(&folder.keys()), 0o600);
    assert_eq!(mode(&root.join(LOCK)), 0o600);
    folder.make().unwrap();
    assert_eq!(mode(&folder.database()), 0o600);
}

#[test]
fn a_replacement_leaves_no_half_and_no_rest() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("keys");
    write_atomically(&path, b"old").unwrap();
    // A crash before the rename leaves this behind; the old file still stands.
    fs::write(dir.path().join("keys.new"), b"ha").unwrap();
    assert_eq!(read_bounded(&path, 10).unwrap().unwrap(), b"old");
    write_atomically(&path, b"new").unwrap();
    assert_eq!(read_bounded(&path, 10).unwrap().unwrap(), b"new");
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    assert_eq!(read_bounded(&path, 2).unwrap().unwrap().len(), 2);
}

#[test]
fn a_file_that_cannot_be_replaced_leaves_nothing_beside_it() {
    let root = tempfile::tempdir().unwrap();
    let path = root.path().join("taken");
    std::fs::create_dir(&path).unwrap();
    assert!(write_atomically(&path, b"new").is_err());
    let names: Vec<_> = std::fs::read_dir(root.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(names, ["taken"]);
}

fn witness(sent: Option<u64>) -> Witness {
    Witness {
        log: LogId([1; 16]),
        sent,
        database: [2; 16],
        place: [3; 16],
    }
}

#[test]
fn a_witness_reads_back_and_any_damage_makes_it_unreadable() {
    let dir = tempfile::tempdir().unwrap();
    let folder = Folder::create(dir.path()).unwrap();
    assert_eq!(folder.read_witness().unwrap(), Kept::Missing);
    for sent in [None, Some(0), Some(7), Some(u64::MAX - 1)] {
        folder.write_witness(&witness(sent)).unwrap();
        assert_eq!(folder.read_witness().unwrap(), Kept::Says(witness(sent)));
    }
    let good = fs::read(folder.witness()).unwrap();
    for at in 0..good.len() {
        let mut bad = good.clone();
        bad[at] ^= 1;
        fs::write(folder.witness(), &bad).unwrap();
        assert_eq!(folder.read_witness().unwrap(), Kept::Unreadable, "byte {at}");
    }
    fs::write(folder.witness(), [&good[..], b"x"].concat()).unwrap();
    assert_eq!(folder.read_witness().unwrap(), Kept::Unreadable);
}

#[test]
fn a_copied_folder_is_another_place() {
    let dir = tempfile::tempdir().unwrap();
    let one = occupied(&dir.path().join("one"));
    // File systems count the age of a file in ticks of some milliseconds.
    std::thread::sleep(std::time::Duration::from_millis(30));
    let two = Folder::create(&dir.path().join("two")).unwrap();
    fs::copy(one.database(), two.database()).unwrap();
    assert_eq!(one.place(), one.place());
    assert_ne!(one.place(), two.place());
}
