//! What a disk keeps when the power goes: all that was synced, and of the rest whatever it likes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard};

use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};

/// How a file system treats one folder.
pub(crate) struct Power {
    /// Writes, truncations, deletions and syncs until the power goes.
    pub(crate) left: u64,
    /// The disk says that it has synced, and has not: what `synchronous = OFF` amounts to.
    pub(crate) lies: bool,
    /// No file may grow.
    pub(crate) full: bool,
    dice: ChaCha20Rng,
    /// What was found on the disk afterwards, by the names of the files.
    kept: Option<BTreeMap<PathBuf, Vec<u8>>>,
}

/// One file: what is on the disk for sure, and what was done to it since.
#[derive(Default)]
struct File {
    durable: Option<Vec<u8>>,
    since: Vec<Act>,
    /// It was made since the folder was synced: SQLite syncs the folder with the file's first sync.
    is_new: bool,
}

/// Something done to a file that a sync would make durable.
enum Act {
    Write { at: usize, bytes: Vec<u8> },
    Truncate(usize),
    Delete,
}

/// Whether the caller goes on, or why not.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Goes {
    On,
    /// The power is gone.
    Off,
    /// The disk is full.
    Full,
}

#[derive(Default)]
struct World {
    powers: BTreeMap<PathBuf, Power>,
    files: BTreeMap<PathBuf, File>,
}

/// A disk that writes in units of so many bytes, each whole or not at all.
const SECTOR: usize = 512;

static WORLD: Mutex<World> = Mutex::new(World {
    powers: BTreeMap::new(),
    files: BTreeMap::new(),
});

fn world() -> MutexGuard<'static, World> {
    // A test that failed meanwhile has left everything whole.
    WORLD.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

/// From now on a folder has power for `left` acts.
pub(crate) fn supply(folder: &Path, left: u64, lies: bool, seed: u64) {
    let dice = ChaCha20Rng::seed_from_u64(seed);
    let power = Power {
        left,
        lies,
        full: false,
        dice,
        kept: None,
    };
    world().powers.insert(folder.to_owned(), power);
}

/// Changes how a folder is treated.
pub(crate) fn change(folder: &Path, change: impl FnOnce(&mut Power)) {
    change(world().powers.get_mut(folder).unwrap());
}

/// Ends a folder: writes what the disk kept into another one. If the power never went, it goes now.
pub(crate) fn survive(folder: &Path, into: &Path) {
    let mut world = world();
    world.cut(folder);
    let power = world.powers.remove(folder).unwrap();
    world.files.retain(|path, _| !path.starts_with(folder));
    std::fs::create_dir(into).unwrap();
    for (name, bytes) in power.kept.unwrap_or_default() {
        std::fs::write(into.join(name), bytes).unwrap();
    }
}

/// A file is opened. Says whether it is one to look after.
pub(crate) fn opened(path: &Path) -> bool {
    let mut world = world();
    let looked_after = path
        .parent()
        .is_some_and(|folder| world.powers.contains_key(folder));
    if looked_after {
        let file = world.files.entry(path.to_owned()).or_insert_with(|| File {
            durable: std::fs::read(path).ok().filter(|bytes| !bytes.is_empty()),
            ..File::default()
        });
        file.is_new |= file.kept(&mut |_| Fate::Whole).is_none();
    }
    looked_after
}

pub(crate) fn written(path: &Path, at: usize, bytes: &[u8]) -> Goes {
    world().act(
        path,
        Some(Act::Write {
            at,
            bytes: bytes.to_vec(),
        }),
    )
}

pub(crate) fn truncated(path: &Path, len: usize) -> Goes {
    world().act(path, Some(Act::Truncate(len)))
}

pub(crate) fn deleted(path: &Path) -> Goes {
    world().act(path, Some(Act::Delete))
}

pub(crate) fn synced(path: &Path) -> Goes {
    world().act(path, None)
}

impl World {
    fn act(&mut self, path: &Path, act: Option<Act>) -> Goes {
        let Some(folder) = path.parent() else {
            return Goes::On;
        };
        let (Some(power), Some(file)) = (self.powers.get_mut(folder), self.files.get_mut(path)) else {
            return Goes::On;
        };
        if power.kept.is_some() {
            return Goes::Off;
        }
        if let Some(Act::Write { at, bytes }) = &act
            && power.full
            && at + bytes.len() > file.len()
        {
            return Goes::Full;
        }
        match act {
            Some(act) => file.since.push(act),
            None if power.left == 0 || power.lies => {}
            None => {
                let whole = file.kept(&mut |_| Fate::Whole);
                let is_new = std::mem::take(&mut file.is_new);
                *file = File {
                    durable: whole,
                    ..File::default()
                };
                if is_new {
                    let folder = folder.to_owned();
                    self.sync_names(&folder);
                    return self.spend(&folder);
                }
            }
        }
        let folder = folder.to_owned();
        self.spend(&folder)
    }

    /// Which files there are becomes durable: no deleted one comes back.
    fn sync_names(&mut self, folder: &Path) {
        let in_folder = |(path, _): &(&PathBuf, &mut File)| path.parent() == Some(folder);
        for (_, file) in self.files.iter_mut().filter(in_folder) {
            if let Some(last) = file.since.iter().rposition(|act| matches!(act, Act::Delete)) {
                file.durable = None;
                file.since.drain(..=last);
            }
        }
    }

    /// One act less until the power goes.
    fn spend(&mut self, folder: &Path) -> Goes {
        let Some(power) = self.powers.get_mut(folder) else {
            return Goes::On;
        };
        match power.left.checked_sub(1) {
            Some(less) => {
                power.left = less;
                Goes::On
            }
            None => {
                self.cut(folder);
                Goes::Off
            }
        }
    }

    /// The power of a folder goes, if it is not gone.
    fn cut(&mut self, folder: &Path) {
        let Some(power) = self.powers.get_mut(folder).filter(|power| power.kept.is_none()) else {
            return;
        };
        let dice = &mut power.dice;
        let manner = dice.next_u32() % 4;
        let mut kept = BTreeMap::new();
        for (path, file) in self
            .files
            .iter()
            .filter(|(path, _)| path.parent() == Some(folder))
        {
            let upto = dice.next_u32() as usize % (file.since.len() + 1);
            let mut number = 0;
            let mut fate = |_: &Act| {
                number += 1;
                match manner {
                    0 => Fate::Lost,
                    1 if number <= upto => Fate::Whole,
                    1 if number == upto + 1 => Fate::Torn(dice.next_u64()),
                    1 => Fate::Lost,
                    2 => Fate::Torn(dice.next_u64()),
                    _ => Fate::Whole,
                }
            };
            if let Some(bytes) = file.kept(&mut fate) {
                kept.insert(PathBuf::from(path.file_name().unwrap()), bytes);
            }
        }
        power.kept = Some(kept);
    }
}

/// What became of an act when the power went.
enum Fate {
    Whole,
    Lost,
    /// Some of its sectors, by these dice.
    Torn(u64),
}

impl File {
    /// How long the program believes it to be.
    fn len(&self) -> usize {
        self.kept(&mut |_| Fate::Whole).map_or(0, |bytes| bytes.len())
    }

    /// The content if each act has its fate; nothing if there is no such file.
    fn kept(&self, fate: &mut dyn FnMut(&Act) -> Fate) -> Option<Vec<u8>> {
        let mut content = self.durable.clone();
        for act in &self.since {
            let fate = fate(act);
            match (act, &fate) {
                (_, Fate::Lost) => {}
                (Act::Write { at, bytes }, _) => write(content.get_or_insert_default(), *at, bytes, &fate),
                (_, Fate::Torn(dice)) if dice % 2 == 0 => {}
                (Act::Truncate(len), _) => content.get_or_insert_default().resize(*len, 0),
                (Act::Delete, _) => content = None,
            }
        }
        content
    }
}

fn write(content: &mut Vec<u8>, at: usize, bytes: &[u8], fate: &Fate) {
    let mut from = 0;
    while from < bytes.len() {
        let place = at + from;
        let to = bytes.len().min(from + SECTOR - place % SECTOR);
        let keep = match fate {
            Fate::Torn(dice) => dice.rotate_left((place / SECTOR % 64) as u32) & 1 == 1,
            _ => true,
        };
        if keep {
            let end = at + to;
            if content.len() < end {
                content.resize(end, 0);
            }
            content[place..end].copy_from_slice(&bytes[from..to]);
        }
        from = to;
    }
}

#[test]
fn what_was_synced_stays_and_the_rest_may_go() {
    let folder = PathBuf::from("a-folder-that-is-not-there");
    let path = folder.join("file");
    let mut found = std::collections::BTreeSet::new();
    for seed in 0..40 {
        supply(&folder, 3, false, seed);
        assert!(opened(&path));
        assert!(written(&path, 0, &[1; 1024]) == Goes::On);
        assert!(synced(&path) == Goes::On);
        assert!(written(&path, 0, &[2; 1024]) == Goes::On);
        assert!(
            synced(&path) == Goes::Off,
            "the power goes before the second sync is done"
        );
        assert!(written(&path, 0, &[3; 1024]) == Goes::Off);
        let into = tempfile::tempdir().unwrap();
        survive(&folder, &into.path().join("kept"));
        let kept = std::fs::read(into.path().join("kept/file")).unwrap();
        assert_eq!(kept.len(), 1024);
        found.insert((kept[0], kept[1023]));
    }
    assert_eq!(found, [(1, 1), (1, 2), (2, 1), (2, 2)].into());
}
