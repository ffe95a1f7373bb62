//! Who gets in, who does not, and what a changed or damaged file does.

use std::fs;

use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

use super::*;

struct Home {
    _dir: tempfile::TempDir,
    folder: Folder,
    dice: ChaCha20Rng,
}

const ONE: RecordId = RecordId([1; 16]);
const TWO: RecordId = RecordId([2; 16]);

fn home() -> Home {
    let dir = tempfile::tempdir().unwrap();
    let folder = Folder::create(dir.path()).unwrap();
    Home {
        _dir: dir,
        folder,
        dice: ChaCha20Rng::seed_from_u64(1),
    }
}

fn created(home: &mut Home) -> (KeyFile, Unlocked) {
    let device = DeviceSecret::generate(&mut home.dice);
    KeyFile::create(&home.folder, ONE, "كلمة السر", device, &mut home.dice).unwrap()
}

#[test]
fn the_passphrase_opens_and_another_does_not() {
    let mut home = home();
    let (_, first) = created(&mut home);
    let keys = KeyFile::load(&home.folder).unwrap();
    let again = keys.unlock("كلمة السر").unwrap();
    assert_eq!(again.slot, ONE);
    assert_eq!(*again.master.database_key(), *first.master.database_key());
    assert_ne!(*again.master.database_key(), *again.master.subkey("other"));
    assert_eq!(again.device.keys(), first.device.keys());
    assert_eq!(keys.unlock("كلمة السرّ").unwrap_err().code(), "wrong_passphrase");
    assert_eq!(keys.unlock("").unwrap_err().code(), "empty_passphrase");
    assert_eq!(
        keys.unlock_slot(TWO, "كلمة السر").unwrap_err().code(),
        "wrong_passphrase"
    );
}

#[test]
fn each_login_has_its_own_passphrase_to_the_same_data() {
    let mut home = home();
    let (mut keys, first) = created(&mut home);
    keys.add_slot(&first.master, TWO, "second", &mut home.dice)
        .unwrap();
    assert_eq!(
        keys.add_slot(&first.master, TWO, "again", &mut home.dice)
            .unwrap_err()
            .code(),
        "login_exists"
    );
    let second = KeyFile::load(&home.folder).unwrap().unlock("second").unwrap();
    assert_eq!(second.slot, TWO);
    assert_eq!(*second.master.database_key(), *first.master.database_key());

    keys.replace_slot(&first.master, TWO, "changed", &mut home.dice)
        .unwrap();
    assert!(keys.unlock_slot(TWO, "second").is_err());
    keys.remove_slot(ONE).unwrap();
    let keys = KeyFile::load(&home.folder).unwrap();
    assert_eq!(keys.slots().collect::<Vec<_>>(), [TWO]);
    assert_eq!(keys.unlock("كلمة السر").unwrap_err().code(), "wrong_passphrase");
    assert_eq!(keys.unlock("changed").unwrap().slot, TWO);
}

#[test]
fn the_last_login_stays_and_another_cannot_be_taken_away() {
    let mut home = home();
    let (mut keys, _) = created(&mut home);
    assert_eq!(keys.remove_slot(ONE).unwrap_err().code(), "last_login");
    assert_eq!(keys.remove_slot(TWO).unwrap_err().code(), "no_such_login");
}

#[test]
fn composed_and_decomposed_letters_are_one_passphrase() {
    let mut home = home();
    let (mut keys, first) = created(&mut home);
    keys.replace_slot(&first.master, ONE, "re\u{301}sume\u{301}", &mut home.dice)
        .unwrap();
    assert!(keys.unlock("résumé").is_ok());
}

#[test]
fn a_changed_file_is_refused_before_it_costs_anything() {
    let mut home = home();
    created(&mut home);
    let good = fs::read_to_string(home.folder.keys()).unwrap();
    let check = |from: &str, to: &str, code: &str| {
        assert!(good.contains(from), "{from}");
        fs::write(home.folder.keys(), good.replacen(from, to, 1)).unwrap();
        assert_eq!(KeyFile::load(&home.folder).unwrap_err().code(), code, "{to}");
    };
    check("\"tawro_keys\": 1", "\"tawro_keys\": 2", "keys_newer");
    check("65536", "4294967295", "keys_damaged");
    check("65536", "8", "keys_damaged");
    check("\"passes\": 3", "\"passes\": 1", "keys_damaged");
    check("\"lanes\": 1", "\"lanes\": 255", "keys_damaged");
    check("argon2id", "md5", "keys_damaged");
    check("\"salt\": \"", "\"salt\": \"00", "keys_damaged");
    check("{", "", "keys_damaged");
    fs::write(home.folder.keys(), vec![b' '; FILE_BYTES_MAX as usize * 2]).unwrap();
    assert_eq!(KeyFile::load(&home.folder).unwrap_err().code(), "keys_damaged");
    fs::remove_file(home.folder.keys()).unwrap();
    assert_eq!(KeyFile::load(&home.folder).unwrap_err().code(), "keys_missing");
}

#[test]
fn a_slot_is_bound_to_its_cost_and_its_login() {
    let mut home = home();
    created(&mut home);
    let good = fs::read_to_string(home.folder.keys()).unwrap();
    fs::write(
        home.folder.keys(),
        good.replacen("\"passes\": 3", "\"passes\": 4", 1),
    )
    .unwrap();
    let keys = KeyFile::load(&home.folder).unwrap();
    assert_eq!(keys.unlock("كلمة السر").unwrap_err().code(), "wrong_passphrase");
    fs::write(
        home.folder.keys(),
        good.replacen(&ONE.to_string(), &TWO.to_string(), 1),
    )
    .unwrap();
    let keys = KeyFile::load(&home.folder).unwrap();
    assert_eq!(keys.unlock("كلمة السر").unwrap_err().code(), "wrong_passphrase");
}

#[test]
fn a_change_that_cannot_be_written_is_not_made() {
    let mut home = home();
    let (mut keys, first) = created(&mut home);
    // A folder where the new file should be written stops the write.
    fs::create_dir(home.folder.root().join("keys.new")).unwrap();
    assert!(
        keys.add_slot(&first.master, TWO, "second", &mut home.dice)
            .is_err()
    );
    assert_eq!(keys.slots().collect::<Vec<_>>(), [ONE]);
    assert!(KeyFile::load(&home.folder).unwrap().unlock("كلمة السر").is_ok());
}

#[test]
fn no_key_is_in_the_file_or_printed() {
    let mut home = home();
    let (keys, unlocked) = created(&mut home);
    let file = fs::read(home.folder.keys()).unwrap();
    let secrets = [unlocked.master.0.to_vec(), unlocked.device.to_bytes().to_vec()];
    let printed = format!("{keys:?} {unlocked:?}").into_bytes();
    for secret in secrets {
        for text in [
            secret.clone(),
            data_encoding::HEXLOWER.encode(&secret[..8]).into_bytes(),
        ] {
            assert!(!file.windows(text.len()).any(|part| part == text));
            assert!(!printed.windows(text.len()).any(|part| part == text));
        }
    }
}
