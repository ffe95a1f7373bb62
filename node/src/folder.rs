//! The data folder: one association, one process, readable by one user; the only file of node with unix-only calls.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::error::{Fault, FileError, Who};

mod witness;
pub use witness::{Kept, Witness};

/// A data folder that this process alone holds, from opening until it is dropped.
///
/// The lock is the operating system's, so that it ends with the process however that ends.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    _lock: File,
}

/// Why a data folder cannot be used.
#[derive(Debug, Error)]
pub enum FolderError {
    /// Another process holds it.
    #[error("the folder is in use")]
    InUse {
        /// The folder.
        path: PathBuf,
        /// The process that holds it, if it said so.
        holder: Option<u32>,
    },
    /// There is no association in it.
    #[error("no association is kept in this folder")]
    Empty {
        /// The folder.
        path: PathBuf,
    },
    /// An association is to be founded where one is kept already.
    #[error("an association is kept in this folder already")]
    Occupied {
        /// The folder.
        path: PathBuf,
    },
    /// An association was being recovered into it, and that was interrupted.
    #[error("a recovery into this folder was begun and not finished")]
    Recovering {
        /// The folder.
        path: PathBuf,
    },
    /// The system refused.
    #[error(transparent)]
    File(#[from] FileError),
}

impl Fault for FolderError {
    fn code(&self) -> &'static str {
        match self {
            Self::InUse { .. } => "folder_in_use",
            Self::Empty { .. } => "folder_empty",
            Self::Occupied { .. } => "folder_occupied",
            Self::Recovering { .. } => "folder_recovering",
            Self::File(error) => error.code(),
        }
    }

    fn who(&self) -> Who {
        match self {
            Self::File(error) => error.who(),
            _ => Who::Person,
        }
    }

    fn facts(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::InUse { path, holder } => {
                let mut facts = vec![("path", path.display().to_string())];
                facts.extend(holder.map(|pid| ("pid", pid.to_string())));
                facts
            }
            Self::Empty { path } | Self::Occupied { path } | Self::Recovering { path } => {
                vec![("path", path.display().to_string())]
            }
            Self::File(error) => error.facts(),
        }
    }
}

impl Folder {
    /// Makes the folder if need be and takes it for a new association.
    ///
    /// Refuses one that keeps an association or is being recovered into; what an interrupted making
    /// left is cleared, and other files in it are left alone.
    pub fn create(root: &Path) -> Result<Self, FolderError> {
        let folder = Self::create_or_go_on(root)?;
        if folder.recovering().exists() {
            return Err(FolderError::Recovering {
                path: root.to_owned(),
            });
        }
        Ok(folder)
    }

    /// The same, where a recovery that was begun goes on.
    pub(crate) fn create_or_go_on(root: &Path) -> Result<Self, FolderError> {
        make_private_dir(root)?;
        let folder = Self::lock(root)?;
        let kept = folder.keys().exists();
        // A database alone may be all that is left to whoever lost their keys: only one whose making
        // was interrupted is known to be worth nothing.
        if kept || folder.database().exists() && !folder.making().exists() {
            return Err(FolderError::Occupied {
                path: root.to_owned(),
            });
        }
        folder.clear_database()?;
        Ok(folder)
    }

    /// Takes the folder of an association that was founded or joined before.
    pub fn open(root: &Path) -> Result<Self, FolderError> {
        let path = root.to_owned();
        if !root.join(KEYS).exists() {
            return Err(match root.join(RECOVERING).exists() {
                true => FolderError::Recovering { path },
                false => FolderError::Empty { path },
            });
        }
        let folder = Self::lock(root)?;
        // Whoever was interrupted between the keys and this was done all the same.
        folder.made()?;
        Ok(folder)
    }

    /// Takes a folder whatever is in it: an association, or nothing yet.
    pub fn take(root: &Path) -> Result<Self, FolderError> {
        match Self::open(root) {
            Err(FolderError::Empty { .. }) => Self::create(root),
            other => other,
        }
    }

    /// Notes where this process shows the association's pages.
    pub fn note_pages(&self, address: SocketAddr) -> Result<(), FileError> {
        write_atomically(&self.root.join(PAGES), address.to_string().as_bytes())
    }

    /// Where the process that holds a folder shows its pages, if it does.
    pub fn pages_of(root: &Path) -> Option<SocketAddr> {
        let text = read_bounded(&root.join(PAGES), 64).ok()??;
        std::str::from_utf8(&text).ok()?.trim().parse().ok()
    }

    /// Marks that an association is being put into the folder: what is found with this mark and
    /// without keys is a rest. The database begins as an empty file of this user's alone: what SQLite
    /// puts beside it takes after it.
    pub(crate) fn make(&self) -> Result<(), FileError> {
        write_atomically(&self.making(), b"")?;
        let path = self.database();
        let made = private(OpenOptions::new().create(true).truncate(false).write(true)).open(&path);
        made.map(drop).map_err(FileError::when("create", &path))
    }

    /// The association is whole: its keys are written, and nothing tells of its making any more.
    pub(crate) fn made(&self) -> Result<(), FileError> {
        remove(&self.making())?;
        remove(&self.recovering())
    }

    fn clear_database(&self) -> Result<(), FileError> {
        for end in ["", "-wal", "-shm", "-journal"] {
            let mut path = self.database().into_os_string();
            path.push(end);
            remove(Path::new(&path))?;
        }
        Ok(())
    }

    fn lock(root: &Path) -> Result<Self, FolderError> {
        let path = root.join(LOCK);
        let lock = private(OpenOptions::new().create(true).truncate(false).write(true))
            .open(&path)
            .map_err(FileError::when("open", &path))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let holder = fs::read_to_string(root.join(HOLDER)).ok();
                let holder = holder.and_then(|text| text.trim().parse().ok());
                return Err(FolderError::InUse {
                    path: root.to_owned(),
                    holder,
                });
            }
            Err(TryLockError::Error(source)) => {
                return Err(FileError {
                    action: "lock",
                    path,
                    source,
                }
                .into());
            }
        }
        let folder = Self {
            root: root.to_owned(),
            _lock: lock,
        };
        // Beside the lock and not in it: on Windows nobody else can read a locked file.
        folder.write_holder()?;
        Ok(folder)
    }

    fn write_holder(&self) -> Result<(), FileError> {
        let path = self.root.join(HOLDER);
        private(OpenOptions::new().create(true).truncate(true).write(true))
            .open(&path)
            .and_then(|mut file| writeln!(file, "{}", std::process::id()))
            .map_err(FileError::when("write", &path))
    }

    /// The folder itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The encrypted database; SQLite keeps its own files beside it under the same name.
    pub fn database(&self) -> PathBuf {
        self.root.join("tawro.db")
    }

    /// The file of key slots.
    pub fn keys(&self) -> PathBuf {
        self.root.join(KEYS)
    }

    /// Keys of a device that is about to take an association over; there only until it has.
    pub(crate) fn recovering(&self) -> PathBuf {
        self.root.join(RECOVERING)
    }

    fn making(&self) -> PathBuf {
        self.root.join("making")
    }

    /// The file that says how far this device has spoken; see [`Witness`].
    pub fn witness(&self) -> PathBuf {
        self.root.join("tawro.witness")
    }

    /// Tells this computer and this copy of the folder from others, without naming them.
    ///
    /// Made of the machine's id and of when the database file was made, which a copy or a restored
    /// folder cannot have in common with what it was copied from. Two answers that differ mean
    /// another place; two equal ones prove nothing, for a whole machine can be cloned.
    pub fn place(&self) -> [u8; 16] {
        let mut facts = machine_id();
        facts.push(0);
        let created = fs::metadata(self.database()).and_then(|file| file.created());
        if let Some(age) = created
            .ok()
            .and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok())
        {
            facts.extend_from_slice(&age.as_nanos().to_be_bytes());
        }
        let mut place = [0; 16];
        place.copy_from_slice(&tawro_core::crypto::derive("place", &facts)[..16]);
        place
    }
}

/// The bytes of a file, at most `bytes_max` of them; nothing if there is no such file.
pub(crate) fn read_bounded(path: &Path, bytes_max: u64) -> Result<Option<Vec<u8>>, FileError> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(FileError::when("open", path)(error)),
    };
    let mut bytes = Vec::new();
    file.take(bytes_max)
        .read_to_end(&mut bytes)
        .map_err(FileError::when("read", path))?;
    Ok(Some(bytes))
}

/// A file that is written anew, its user's alone.
pub(crate) fn private_file(path: &Path) -> Result<File, FileError> {
    private(OpenOptions::new().create(true).truncate(true).write(true))
        .open(path)
        .map_err(FileError::when("create", path))
}

/// Replaces a file so that a crash at any moment leaves the old content or the new, whole and durable;
/// it is its user's alone.
///
/// # Errors
/// [`FileError`]; the old content stands, and nothing is left beside it.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let beside = PathBuf::from(beside);
    let write = || {
        let mut file = private(OpenOptions::new().create(true).truncate(true).write(true)).open(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()
    };
    let written = write().map_err(FileError::when("write", &beside));
    let replaced = written.and_then(|()| fs::rename(&beside, path).map_err(FileError::when("replace", path)));
    if replaced.is_err() {
        // What went wrong is told already.
        let _ = fs::remove_file(&beside);
    }
    replaced?;
    let dir = path.parent().unwrap_or(Path::new("."));
    sync_dir(dir).map_err(FileError::when("sync", dir))
}

/// Takes a file away for good, if it is there.
fn remove(path: &Path) -> Result<(), FileError> {
    match fs::remove_file(path) {
        Ok(()) => {
            let dir = path.parent().unwrap_or(Path::new("."));
            sync_dir(dir).map_err(FileError::when("sync", dir))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(FileError::when("remove", path)(error)),
    }
}

/// Makes a folder, with those above it, that only this user can look into.
fn make_private_dir(path: &Path) -> Result<(), FileError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(path).map_err(FileError::when("create", path))?;
    restrict(path).map_err(FileError::when("restrict", path))
}

/// Files made with these options are for this user only.
///
/// On Windows a user's own folders are private by inheritance, and there is nothing to do.
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options
}

/// Takes a folder that was there before away from other users.
#[cfg(unix)]
fn restrict(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o700))
}

#[cfg(not(unix))]
fn restrict(_path: &Path) -> io::Result<()> {
    Ok(())
}

/// Lets a file of this user's be started by a press on it.
pub(crate) fn let_run(path: &Path) -> Result<(), FileError> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let runnable = fs::Permissions::from_mode(0o700);
        fs::set_permissions(path, runnable).map_err(FileError::when("restrict", path))?;
    }
    // Elsewhere its ending says so.
    let _ = path;
    Ok(())
}

/// Makes a rename durable. Windows has no such call, and orders its metadata itself.
#[cfg(unix)]
fn sync_dir(dir: &Path) -> io::Result<()> {
    let dir = if dir.as_os_str().is_empty() {
        Path::new(".")
    } else {
        dir
    };
    File::open(dir)?.sync_all()
}

#[cfg(not(unix))]
fn sync_dir(_dir: &Path) -> io::Result<()> {
    Ok(())
}

/// What the system calls this installation of itself; empty where it keeps no file of it.
fn machine_id() -> Vec<u8> {
    let files = ["/etc/machine-id", "/var/lib/dbus/machine-id"];
    files
        .iter()
        .find_map(|path| fs::read(path).ok())
        .unwrap_or_default()
}

const LOCK: &str = "lock";
const HOLDER: &str = "holder";
const KEYS: &str = "keys";
const PAGES: &str = "pages";
const RECOVERING: &str = "recovering";

#[cfg(test)]
mod tests;
