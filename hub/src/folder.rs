//! The hub's folder: its keys, its store, its lock; for one user only; the only file of hub with unix-only calls.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use tawro_core::crypto::DeviceSecret;
use zeroize::Zeroizing;

use crate::error::HubError;
use crate::store::StoreFault;

/// Where a hub keeps everything. Several processes may use it; one at a time may serve.
#[derive(Debug, Clone)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(path: &Path) -> Self {
        Self(path.to_owned())
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn store(&self) -> PathBuf {
        self.0.join(STORE)
    }

    /// Makes the folder and writes the keys. The keys come last: without them there is no hub yet,
    /// and a cut set-up can be repeated.
    pub(crate) fn found(&self, secret: &DeviceSecret) -> Result<(), HubError> {
        if self.0.join(KEYS).exists() {
            return Err(HubError::Occupied {
                folder: self.0.clone(),
            });
        }
        let mut bytes = Zeroizing::new(KEYS_MAGIC.to_vec());
        bytes.extend_from_slice(&*secret.to_bytes());
        self.replace(KEYS, &bytes)
    }

    /// Writes a whole file in the place of what was there: after a power cut it is the old one or the new.
    pub(crate) fn replace(&self, name: &str, bytes: &[u8]) -> Result<(), HubError> {
        let (path, draft) = (self.0.join(name), self.0.join(format!("{name}.new")));
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        private(&mut options);
        let write = || -> io::Result<()> {
            let mut file = options.open(&draft)?;
            file.write_all(bytes)?;
            file.sync_all()?;
            fs::rename(&draft, &path)?;
            sync_dir(&self.0)
        };
        write().map_err(|source| HubError::File {
            path: path.clone(),
            source,
        })
    }

    /// Reads a file, if there is one: no more of it than one byte beyond `limit`.
    pub(crate) fn read(&self, name: &str, limit: usize) -> Result<Option<Vec<u8>>, HubError> {
        let path = self.0.join(name);
        let mut bytes = Vec::new();
        let read = File::open(&path).and_then(|file| file.take(limit as u64 + 1).read_to_end(&mut bytes));
        match read {
            Ok(_) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(HubError::File { path, source }),
        }
    }

    /// Makes the folder, empty and private.
    pub(crate) fn make(&self) -> Result<(), HubError> {
        let failed = |source| HubError::File {
            path: self.0.clone(),
            source,
        };
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        make_private(&builder, &self.0).map_err(failed)
    }

    /// Makes the store's file.
    pub(crate) fn make_store(&self) -> Result<PathBuf, HubError> {
        self.make_file(STORE)
    }

    /// Makes a file if there is none, empty and private: what SQLite puts beside it takes after it.
    pub(crate) fn make_file(&self, name: &str) -> Result<PathBuf, HubError> {
        let path = self.0.join(name);
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        private(&mut options);
        match options.open(&path) {
            Ok(_) => Ok(path),
            Err(source) => Err(HubError::File { path, source }),
        }
    }

    /// Reads the keys.
    pub(crate) fn secret(&self) -> Result<DeviceSecret, HubError> {
        let path = self.0.join(KEYS);
        let mut bytes = Zeroizing::new(Vec::with_capacity(KEYS_MAGIC.len() + 65));
        let read =
            File::open(&path).and_then(|file| file.take(bytes.capacity() as u64).read_to_end(&mut bytes));
        match read {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(HubError::NoHub {
                    folder: self.0.clone(),
                });
            }
            Err(source) => return Err(HubError::File { path, source }),
            Ok(_) => {}
        }
        let Some(secret) = bytes.strip_prefix(KEYS_MAGIC) else {
            return Err(StoreFault::NotOurs { path }.into());
        };
        let secret: Option<&[u8; 64]> = secret.try_into().ok();
        secret
            .map(DeviceSecret::from_bytes)
            .ok_or(HubError::Keys { path })
    }

    /// Keeps others from serving from this folder until the result is dropped. The system's own lock,
    /// so that it ends with the process however that ends.
    pub(crate) fn lock(&self) -> Result<File, HubError> {
        let (file, path) = self.lock_file(LOCK)?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(TryLockError::WouldBlock) => Err(HubError::InUse {
                folder: self.0.clone(),
            }),
            Err(TryLockError::Error(source)) => Err(HubError::File { path, source }),
        }
    }

    /// Waits until nobody else holds this lock, and holds it until the result is dropped.
    pub(crate) fn wait_for(&self, name: &str) -> Result<File, HubError> {
        let (file, path) = self.lock_file(name)?;
        match file.lock() {
            Ok(()) => Ok(file),
            Err(source) => Err(HubError::File { path, source }),
        }
    }

    fn lock_file(&self, name: &str) -> Result<(File, PathBuf), HubError> {
        let path = self.make_file(name)?;
        let file = OpenOptions::new().write(true).open(&path);
        match file {
            Ok(file) => Ok((file, path)),
            Err(source) => Err(HubError::File { path, source }),
        }
    }
}

/// Files made with these options are for this user only. On Windows a user's own folders are private
/// by inheritance, and there is nothing to do.
fn private(options: &mut OpenOptions) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    #[cfg(not(unix))]
    let _ = options;
}

/// Makes a folder that only this user can look into, and takes one that was there from others: what
/// SQLite makes inside is then out of reach too.
fn make_private(builder: &fs::DirBuilder, path: &Path) -> io::Result<()> {
    builder.create(path)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

/// Makes a rename durable. Windows has no such call, and orders its metadata itself.
fn sync_dir(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    File::open(path)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

const KEYS: &str = "keys";
const LOCK: &str = "lock";
const STORE: &str = "hub.db";
const KEYS_MAGIC: &[u8] = b"tawro-hub-keys/1\n";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_read_back_and_are_nobody_elses() {
        let home = tempfile::tempdir().unwrap();
        let folder = Folder::new(&home.path().join("hub"));
        assert!(matches!(folder.secret(), Err(HubError::NoHub { .. })));
        folder.make().unwrap();
        let secret = DeviceSecret::from_bytes(&[7; 64]);
        folder.found(&secret).unwrap();
        assert_eq!(folder.secret().unwrap().id(), secret.id());
        assert!(matches!(folder.found(&secret), Err(HubError::Occupied { .. })));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode(folder.path()), 0o700);
            assert_eq!(mode(&folder.path().join(KEYS)), 0o600);
        }
        fs::write(folder.path().join(KEYS), "something else").unwrap();
        let theirs = folder.secret();
        assert!(matches!(theirs, Err(HubError::Store(StoreFault::NotOurs { .. }))));
        fs::write(folder.path().join(KEYS), [KEYS_MAGIC, b"short"].concat()).unwrap();
        assert!(matches!(folder.secret(), Err(HubError::Keys { .. })));
    }

    #[test]
    fn one_process_serves_from_a_folder() {
        let home = tempfile::tempdir().unwrap();
        let folder = Folder::new(home.path());
        let held = folder.lock().unwrap();
        assert!(matches!(folder.lock(), Err(HubError::InUse { .. })));
        drop(held);
        folder.lock().unwrap();
    }
}
