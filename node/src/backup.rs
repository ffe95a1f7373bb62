//! Copies: everything this computer has in one file, checked after it was written, and brought back.
//!
//! A copy holds the encrypted database as it is and the `keys` file beside it, so that whoever logs in
//! here logs in where it is brought back. What comes back is noticed as a copy by itself: it goes on in a
//! log of its own and in a book of numbers of its own (decision 0010).
//!
//! Layout: the mark, the length of the keys (u32) and of the database (u64) in big-endian order, both,
//! and the hash of the hashes of all that in pieces of 1 MiB.

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tawro_core::crypto;
use thiserror::Error;

use crate::driver::{Node, dice};
use crate::error::{Fault, FileError, Who};
use crate::fault::NodeError;
use crate::folder::{Folder, private_file};
use crate::store::Db;

/// Why a file is no copy.
#[derive(Debug, Error)]
pub enum BackupFault {
    /// Something else was chosen.
    #[error("not a copy of this program")]
    NotOne,
    /// A newer release made it.
    #[error("a newer release made the copy")]
    Newer,
    /// Not what was written: a damaged stick, or a copying that was cut short.
    #[error("the copy is damaged")]
    Damaged,
    /// What was written does not hold what this computer has.
    #[error("the copy is not whole")]
    NotWhole,
}

impl BackupFault {
    /// Stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotOne => "backup_not_one",
            Self::Newer => "backup_newer",
            Self::Damaged => "backup_damaged",
            Self::NotWhole => "backup_not_whole",
        }
    }
}

impl Fault for BackupFault {
    fn code(&self) -> &'static str {
        Self::code(self)
    }

    fn who(&self) -> Who {
        match self {
            Self::NotOne | Self::Newer => Who::Person,
            Self::Damaged | Self::NotWhole => Who::Operator,
        }
    }
}

/// A copy that was made and brought back once, in a folder that is gone again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// Bytes of the file.
    pub bytes: u64,
    /// Records in it.
    pub records: u64,
    /// Photos and scans in it.
    pub files: u64,
}

/// Before the number stands whose it is.
const MARK: &[u8] = b"TAWRO-COPY-";
const VERSION: u8 = b'1';
const HEAD_LEN: usize = MARK.len() + 2 + 4 + 8;
/// Keys are small; a database is as large as its disk.
const KEYS_BYTES_MAX: u32 = 64 * 1024;
const PIECE: usize = 1 << 20;

impl Node {
    /// Makes a copy on something that leaves this computer, and remembers when.
    pub fn copy_to(&mut self, path: &Path) -> Result<Copied, NodeError> {
        let copied = self.make_copy(path)?;
        self.note_copy()?;
        Ok(copied)
    }

    /// Writes everything to a file, reads it again from where it was written, brings it back into a
    /// folder of its own, and compares. Only then it is a copy; before, the file has another name.
    pub fn make_copy(&mut self, path: &Path) -> Result<Copied, NodeError> {
        self.may_manage()?;
        let beside = path.with_extension("part");
        let made = self.write_copy(&beside).and_then(|()| self.try_copy(&beside));
        match made {
            Ok(copied) => {
                fs::rename(&beside, path).map_err(FileError::when("replace", path))?;
                Ok(copied)
            }
            Err(error) => {
                // What went wrong is told already.
                let _ = fs::remove_file(&beside);
                Err(error)
            }
        }
    }

    fn write_copy(&mut self, path: &Path) -> Result<(), NodeError> {
        self.db().checkpoint()?;
        let (keys, database) = (self.folder().keys(), self.folder().database());
        let keys = fs::read(&keys).map_err(FileError::when("read", &keys))?;
        let mut source = File::open(&database).map_err(FileError::when("open", &database))?;
        let length = source
            .metadata()
            .map_err(FileError::when("read", &database))?
            .len();
        let file = private_file(path)?;
        let mut out = Hashing::new(BufWriter::new(file));
        let mut head = [MARK, &[VERSION, b'\n']].concat();
        head.extend_from_slice(&u32::try_from(keys.len()).unwrap_or(u32::MAX).to_be_bytes());
        head.extend_from_slice(&length.to_be_bytes());
        let write = || {
            out.write_all(&head)?;
            out.write_all(&keys)?;
            io::copy(&mut source, &mut out)?;
            let hash = out.hash();
            let mut file = out.inner.into_inner().map_err(io::IntoInnerError::into_error)?;
            file.write_all(&hash)?;
            file.sync_all()
        };
        write().map_err(FileError::when("write", path))?;
        Ok(())
    }

    /// Brings a copy back into a folder of its own, and looks whether all is in it.
    fn try_copy(&mut self, path: &Path) -> Result<Copied, NodeError> {
        let own = self.digest()?;
        let own_files = self.db().read(|tx| Ok::<_, NodeError>(tx.sum_files()?))?;
        let trial = self.folder().root().join(TRIAL);
        let brought = bring_back(path, &trial).and_then(|folder| {
            let schema = Arc::clone(self.schema());
            let mut db = Db::open(&folder.database(), &self.database_key(), &schema, &mut dice())?;
            let faults = db.verify()?;
            let inside = db.read(|tx| Ok::<_, NodeError>((tx.document_count()?, tx.sum_files()?)))?;
            Ok((faults.is_empty(), inside))
        });
        let _ = fs::remove_dir_all(&trial);
        let (is_sound, (records, files)) = brought?;
        if !is_sound || records != own.records || files != own_files {
            return Err(BackupFault::NotWhole.into());
        }
        let bytes = fs::metadata(path).map_err(FileError::when("read", path))?.len();
        Ok(Copied {
            bytes,
            records,
            files: files.files,
        })
    }

    fn note_copy(&mut self) -> Result<(), NodeError> {
        let now = self.clock().0.to_string();
        self.keep_note(LAST_COPY, Some(&now))
    }

    /// When the last copy was made on this computer, by its clock.
    pub fn last_copy(&mut self) -> Result<Option<tawro_core::time::Timestamp>, NodeError> {
        let kept = self.note(LAST_COPY)?;
        Ok(kept
            .and_then(|text| text.parse().ok())
            .map(tawro_core::time::Timestamp))
    }
}

const LAST_COPY: &str = "last-copy";
const TRIAL: &str = "trial";

/// Reads a copy through, whole: what is said of it is true afterwards.
pub fn verify(path: &Path) -> Result<u64, NodeError> {
    let file = File::open(path).map_err(FileError::when("open", path))?;
    let length = file.metadata().map_err(FileError::when("read", path))?.len();
    let mut reader = Hashing::new(BufReader::new(file));
    let (keys, database) = read_head(&mut reader)?;
    let expected = HEAD_LEN as u64 + u64::from(keys) + database + 32;
    if length != expected {
        return Err(BackupFault::Damaged.into());
    }
    let cut = |_: io::Error| NodeError::from(BackupFault::Damaged);
    io::copy(
        &mut reader.by_ref().take(u64::from(keys) + database),
        &mut io::sink(),
    )
    .map_err(cut)?;
    let hash = reader.hash();
    let mut said = [0; 32];
    reader.inner.read_exact(&mut said).map_err(cut)?;
    (hash == said)
        .then_some(length)
        .ok_or_else(|| BackupFault::Damaged.into())
}

/// Brings a copy back into a folder that keeps nothing. The file is read through before anything is made.
pub fn bring_back(path: &Path, root: &Path) -> Result<Folder, NodeError> {
    verify(path)?;
    let folder = Folder::create(root)?;
    bring_back_into(path, &folder)?;
    Ok(folder)
}

/// The same into a folder that this process holds already.
pub fn bring_back_into(path: &Path, folder: &Folder) -> Result<(), NodeError> {
    let file = File::open(path).map_err(FileError::when("open", path))?;
    let mut reader = BufReader::new(file);
    let (keys, database) = read_head(&mut reader)?;
    let mut kept = vec![0; keys as usize];
    let cut = |_: io::Error| NodeError::from(BackupFault::Damaged);
    reader.read_exact(&mut kept).map_err(cut)?;
    folder.make()?;
    let to = folder.database();
    let written = private_file(&to)?;
    let mut out = BufWriter::new(written);
    let mut copy = || {
        io::copy(&mut reader.by_ref().take(database), &mut out)?;
        out.flush()?;
        out.get_ref().sync_all()
    };
    copy().map_err(FileError::when("write", &to))?;
    // The keys come last: a folder without them keeps nothing.
    crate::folder::write_atomically(&folder.keys(), &kept)?;
    folder.made()?;
    Ok(())
}

/// The lengths of the keys and of the database.
fn read_head(reader: &mut dyn Read) -> Result<(u32, u64), NodeError> {
    let mut head = [0; HEAD_LEN];
    reader
        .read_exact(&mut head)
        .map_err(|_| NodeError::from(BackupFault::NotOne))?;
    let rest = head.strip_prefix(MARK).ok_or(BackupFault::NotOne)?;
    let (version, rest) = rest.split_at(2);
    if version != [VERSION, b'\n'] {
        return Err(BackupFault::Newer.into());
    }
    let (keys, database) = rest.split_at(4);
    let keys = keys.try_into().map(u32::from_be_bytes).unwrap_or(u32::MAX);
    let database = database.try_into().map(u64::from_be_bytes).unwrap_or(u64::MAX);
    if keys > KEYS_BYTES_MAX || database > u64::from(u32::MAX) * 1024 {
        return Err(BackupFault::Damaged.into());
    }
    Ok((keys, database))
}

/// Where a copy may be written or lie: what is plugged in, as the systems show it.
pub fn sticks() -> Vec<PathBuf> {
    let below = |path: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(path).into_iter().flatten().flatten();
        entries
            .map(|entry| entry.path())
            .filter(|path| path.is_dir())
            .collect()
    };
    let mut found: Vec<PathBuf> = below(Path::new("/Volumes"));
    for media in ["/media", "/run/media"] {
        for user in below(Path::new(media)) {
            found.extend(below(&user));
        }
    }
    // On Windows, every letter behind the system's own.
    let letters = ('D'..='Z').map(|letter| PathBuf::from(format!("{letter}:\\")));
    found.extend(letters.filter(|path| path.is_dir()));
    found.sort();
    found
}

/// Hashes what goes through it, piece by piece.
struct Hashing<T> {
    inner: T,
    piece: Vec<u8>,
    hashes: Vec<u8>,
}

impl<T> Hashing<T> {
    fn new(inner: T) -> Self {
        Self {
            inner,
            piece: Vec::with_capacity(PIECE),
            hashes: Vec::new(),
        }
    }

    fn take_in(&mut self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            let (now, later) = bytes.split_at(bytes.len().min(PIECE - self.piece.len()));
            self.piece.extend_from_slice(now);
            bytes = later;
            if self.piece.len() == PIECE {
                self.hashes.extend_from_slice(&crypto::hash(&self.piece));
                self.piece.clear();
            }
        }
    }

    fn hash(&mut self) -> [u8; 32] {
        if !self.piece.is_empty() {
            self.hashes.extend_from_slice(&crypto::hash(&self.piece));
            self.piece.clear();
        }
        crypto::hash(&self.hashes)
    }
}

impl<T: Write> Write for Hashing<T> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.take_in(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

impl<T: Read> Read for Hashing<T> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(bytes)?;
        self.take_in(&bytes[..read]);
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use tawro_core::schema::Schema;

    use super::*;
    use crate::driver::Founding;
    use crate::folder::FolderError;
    use crate::store::ListQuery;

    const PASSPHRASE: &str = "نخلة ريح قارب";

    fn founded(home: &Path) -> Node {
        let founding = Founding {
            device: "A",
            passphrase: PASSPHRASE,
        };
        let (mut node, _) = Node::found(home, &founding, Arc::new(Schema::builtin())).unwrap();
        node.name_login("خديجة", &[]).unwrap();
        let text = |name: &str, text: &str| (name.to_owned(), text.to_owned());
        node.add(
            "member",
            &[text("given_name/ar", "عمر"), text("family_name/ar", "العلوي")],
        )
        .unwrap();
        node
    }

    #[test]
    fn what_is_brought_back_is_what_was_there_and_goes_on() {
        let place = tempfile::tempdir().unwrap();
        let mut node = founded(&place.path().join("a"));
        let stick = place.path().join("copy.tawro");
        let copied = node.copy_to(&stick).unwrap();
        assert_eq!(copied.bytes, verify(&stick).unwrap());
        assert!(node.last_copy().unwrap().is_some());
        let own = node.digest().unwrap();
        drop(node);
        std::fs::remove_dir_all(place.path().join("a")).unwrap();
        drop(bring_back(&stick, &place.path().join("b")).unwrap());
        let schema = Arc::new(Schema::builtin());
        let mut back = Node::open(&place.path().join("b"), PASSPHRASE, schema).unwrap();
        assert_eq!(back.digest().unwrap(), own);
        let text = [("given_name/ar".to_owned(), "سناء".to_owned())];
        back.add("member", &text).unwrap();
        assert_eq!(back.count("member", &ListQuery::default()).unwrap(), 2);
    }

    #[test]
    fn no_number_is_given_twice_by_what_is_brought_back() {
        let place = tempfile::tempdir().unwrap();
        let mut node = founded(&place.path().join("a"));
        let stick = place.path().join("copy.tawro");
        let letter = |node: &mut Node| {
            let texts = [
                ("direction", "out"),
                ("registered_on", "2026-05-01"),
                ("correspondent", "الجماعة"),
                ("subject", "طلب"),
            ]
            .map(|(key, text)| (key.to_owned(), text.to_owned()));
            let id = node.add("correspondence", &texts).unwrap();
            node.show(id).unwrap().row.cells["reg_no"]
                .as_text()
                .unwrap()
                .to_owned()
        };
        let first = letter(&mut node);
        node.copy_to(&stick).unwrap();
        let here: Vec<String> = (0..3).map(|_| letter(&mut node)).collect();
        drop(bring_back(&stick, &place.path().join("b")).unwrap());
        let schema = Arc::new(Schema::builtin());
        let open = |home: &Path| Node::open(home, PASSPHRASE, Arc::clone(&schema)).unwrap();
        let mut back = open(&place.path().join("b"));
        let there: Vec<String> = (0..3).map(|_| letter(&mut back)).collect();
        assert!(!there.contains(&first), "{first} {there:?}");
        assert!(
            there.iter().all(|number| !here.contains(number)),
            "{here:?} {there:?}"
        );
        // The book goes on where it stopped, whenever the program is started again.
        let book = |number: &str| number.rsplit_once('-').unwrap().0.to_owned();
        drop(back);
        let mut again = open(&place.path().join("b"));
        let next = letter(&mut again);
        assert_eq!(book(&next), book(&there[0]));
        assert!(!there.contains(&next));
        // And where nothing was brought back, nothing changes.
        drop(node);
        let mut node = open(&place.path().join("a"));
        assert_eq!(book(&letter(&mut node)), book(&first));
    }

    #[test]
    fn a_copy_that_was_damaged_or_is_none_brings_nothing_back() {
        let place = tempfile::tempdir().unwrap();
        let mut node = founded(&place.path().join("a"));
        let stick = place.path().join("copy.tawro");
        node.copy_to(&stick).unwrap();
        let whole = std::fs::read(&stick).unwrap();
        let refused = |bytes: &[u8]| {
            std::fs::write(&stick, bytes).unwrap();
            let error = bring_back(&stick, &place.path().join("b")).unwrap_err();
            assert!(!place.path().join("b").exists());
            error.code()
        };
        assert_eq!(refused(b"PK\x03\x04"), "backup_not_one");
        assert_eq!(refused(b""), "backup_not_one");
        assert_eq!(refused(&whole[..whole.len() - 100]), "backup_damaged");
        let mut newer = whole.clone();
        newer[MARK.len()] = b'2';
        assert_eq!(refused(&newer), "backup_newer");
        for at in [HEAD_LEN - 1, HEAD_LEN + 5, whole.len() / 2, whole.len() - 1] {
            let mut bad = whole.clone();
            bad[at] ^= 1;
            assert_eq!(refused(&bad), "backup_damaged", "byte {at}");
        }
        let mut huge = whole;
        huge[HEAD_LEN - 8] = 0xff;
        assert_eq!(refused(&huge), "backup_damaged");
    }

    #[test]
    fn a_folder_that_keeps_something_is_left_alone() {
        let place = tempfile::tempdir().unwrap();
        let mut node = founded(&place.path().join("a"));
        let stick = place.path().join("copy.tawro");
        node.copy_to(&stick).unwrap();
        drop(node);
        let refused = bring_back(&stick, &place.path().join("a")).unwrap_err();
        assert!(matches!(refused, NodeError::Folder(FolderError::Occupied { .. })));
    }
}
