//! The `keys` file: one master key in slots, one slot per login, and the device's keys sealed beside it.
//!
//! A passphrase opens its own slot and nothing else; all slots hold the same random master key, so
//! that a passphrase can be changed or a login taken away without touching the data. The database
//! key is derived from the master key. The file is never part of a backup: who restores one enrols
//! as a new device.

use std::fmt;
use std::path::PathBuf;

use rand_core::CryptoRng;
use tawro_core::crypto::{self, DeviceSecret, NONCE_LEN};
use tawro_core::id::RecordId;
use tawro_pages::cost::NoMemory;
use thiserror::Error;
use zeroize::Zeroizing;

use crate::error::{Fault, FileError, Who};
use crate::folder::{Folder, read_bounded, write_atomically};

mod format;
use format::{File, Sealed, Slot};

pub use tawro_pages::cost::Cost;

/// The key from which every key of this folder is derived; random, and never shown to anyone.
pub struct MasterKey(Zeroizing<[u8; 32]>);

impl MasterKey {
    fn generate(dice: &mut dyn CryptoRng) -> Self {
        let mut key = Zeroizing::new([0; 32]);
        dice.fill_bytes(&mut *key);
        Self(key)
    }

    /// The raw key of the database.
    pub fn database_key(&self) -> Zeroizing<[u8; 32]> {
        self.subkey("database")
    }

    /// A key for something else that is kept in the folder.
    pub fn subkey(&self, purpose: &str) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(crypto::derive(purpose, &*self.0))
    }
}

impl fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MasterKey")
    }
}

/// What a right passphrase gives.
#[derive(Debug)]
pub struct Unlocked {
    /// The slot it opened: whose login this is.
    pub slot: RecordId,
    /// The master key.
    pub master: MasterKey,
    /// This device's keys.
    pub device: DeviceSecret,
}

/// The file, read and bounded, and still locked.
///
/// Each change writes the whole file anew before it returns; after a crash the old one or the new
/// one is there.
#[derive(Debug, Clone)]
pub struct KeyFile {
    path: PathBuf,
    file: File,
    cost: Cost,
}

/// Why keys cannot be had or changed.
#[derive(Debug, Error)]
pub enum KeysError {
    /// No slot opens with this passphrase.
    #[error("the passphrase opens no slot")]
    WrongPassphrase,
    /// A passphrase must have at least one character.
    #[error("the passphrase is empty")]
    EmptyPassphrase,
    /// Another slot opens with it.
    #[error("the passphrase is another's")]
    PassphraseTaken,
    /// There is no slot of this id.
    #[error("no such slot")]
    NoSuchSlot {
        /// The slot.
        slot: RecordId,
    },
    /// There is a slot of this id already.
    #[error("the slot exists")]
    SlotExists {
        /// The slot.
        slot: RecordId,
    },
    /// Without it nobody could open the folder any more.
    #[error("the last slot cannot be removed")]
    LastSlot,
    /// No further slot fits.
    #[error("the file has all its slots")]
    SlotsFull {
        /// How many there may be.
        slots_max: usize,
    },
    /// There is no file.
    #[error("there is no keys file")]
    Missing {
        /// Where it should be.
        path: PathBuf,
    },
    /// A newer release wrote it.
    #[error("a newer release wrote the keys file")]
    Newer {
        /// The file's version.
        found: u32,
        /// The newest that this release reads.
        known: u32,
    },
    /// It is not what was written: a damaged disk, or somebody changed it.
    #[error("the keys file is damaged")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// Which part of it.
        part: &'static str,
    },
    /// The computer has not the memory that the slot asks for.
    #[error("not enough memory to check the passphrase")]
    Memory {
        /// How much it asks for.
        memory_kib: u32,
    },
    /// The system refused.
    #[error(transparent)]
    File(#[from] FileError),
}

impl From<NoMemory> for KeysError {
    fn from(NoMemory { memory_kib }: NoMemory) -> Self {
        Self::Memory { memory_kib }
    }
}

impl Fault for KeysError {
    fn code(&self) -> &'static str {
        match self {
            Self::WrongPassphrase => "wrong_passphrase",
            Self::EmptyPassphrase => "empty_passphrase",
            Self::PassphraseTaken => "passphrase_taken",
            Self::NoSuchSlot { .. } => "no_such_login",
            Self::SlotExists { .. } => "login_exists",
            Self::LastSlot => "last_login",
            Self::SlotsFull { .. } => "logins_full",
            Self::Missing { .. } => "keys_missing",
            Self::Newer { .. } => "keys_newer",
            Self::Damaged { .. } => "keys_damaged",
            Self::Memory { .. } => "memory_short",
            Self::File(error) => error.code(),
        }
    }

    fn who(&self) -> Who {
        match self {
            Self::Missing { .. } | Self::Damaged { .. } | Self::Memory { .. } => Who::Operator,
            Self::File(error) => error.who(),
            _ => Who::Person,
        }
    }

    fn facts(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NoSuchSlot { slot } | Self::SlotExists { slot } => vec![("login", slot.to_string())],
            Self::SlotsFull { slots_max } => vec![("max", slots_max.to_string())],
            Self::Missing { path } => vec![("path", path.display().to_string())],
            Self::Newer { found, known } => vec![("found", found.to_string()), ("known", known.to_string())],
            Self::Damaged { path, part } => {
                vec![("path", path.display().to_string()), ("part", (*part).to_owned())]
            }
            Self::Memory { memory_kib } => vec![("memory_mib", (memory_kib / 1024).to_string())],
            Self::File(error) => error.facts(),
            Self::WrongPassphrase | Self::EmptyPassphrase | Self::PassphraseTaken | Self::LastSlot => {
                Vec::new()
            }
        }
    }
}

impl KeyFile {
    /// Makes a fresh master key with one slot and the device's keys, in memory: [`Self::write`] makes
    /// the file, and with it a folder that counts as one of an association's.
    pub fn prepare(
        folder: &Folder,
        slot: RecordId,
        passphrase: &str,
        device: DeviceSecret,
        dice: &mut dyn CryptoRng,
    ) -> Result<(Self, Unlocked), KeysError> {
        Self::prepare_at(folder.keys(), slot, passphrase, device, dice)
    }

    /// The same for another file than the folder's own.
    pub(crate) fn prepare_at(
        path: PathBuf,
        slot: RecordId,
        passphrase: &str,
        device: DeviceSecret,
        dice: &mut dyn CryptoRng,
    ) -> Result<(Self, Unlocked), KeysError> {
        let master = MasterKey::generate(dice);
        let cost = Cost::DEFAULT;
        let file = File {
            slots: vec![seal_slot(slot, passphrase, cost, &master, dice)?],
            device: seal_device(&master, &device, dice),
        };
        let keys = Self { path, file, cost };
        Ok((keys, Unlocked { slot, master, device }))
    }

    /// Makes the file at once, as [`Self::prepare`] and [`Self::write`] do.
    pub fn create(
        folder: &Folder,
        slot: RecordId,
        passphrase: &str,
        device: DeviceSecret,
        dice: &mut dyn CryptoRng,
    ) -> Result<(Self, Unlocked), KeysError> {
        let (keys, unlocked) = Self::prepare(folder, slot, passphrase, device, dice)?;
        keys.write()?;
        Ok((keys, unlocked))
    }

    /// Reads the file; every number in it is checked against its bounds before it is used.
    pub fn load(folder: &Folder) -> Result<Self, KeysError> {
        Self::load_at(folder.keys())
    }

    /// The same for another file than the folder's own.
    pub(crate) fn load_at(path: PathBuf) -> Result<Self, KeysError> {
        let Some(bytes) = read_bounded(&path, FILE_BYTES_MAX + 1)? else {
            return Err(KeysError::Missing { path });
        };
        let file = File::from_bytes(&bytes, &path)?;
        Ok(Self {
            path,
            file,
            cost: Cost::DEFAULT,
        })
    }

    /// The ids of the slots, in the order in which they were made.
    pub fn slots(&self) -> impl Iterator<Item = RecordId> {
        self.file.slots.iter().map(|slot| slot.id)
    }

    /// Opens whichever slot the passphrase is for; each slot that is tried takes about half a second.
    pub fn unlock(&self, passphrase: &str) -> Result<Unlocked, KeysError> {
        for slot in &self.file.slots {
            match self.unlock_with(slot, passphrase) {
                Err(KeysError::WrongPassphrase) => {}
                found => return found,
            }
        }
        Err(KeysError::WrongPassphrase)
    }

    /// Opens one slot.
    pub fn unlock_slot(&self, slot: RecordId, passphrase: &str) -> Result<Unlocked, KeysError> {
        let slot = self.file.slots.iter().find(|known| known.id == slot);
        let slot = slot.ok_or(KeysError::WrongPassphrase)?;
        self.unlock_with(slot, passphrase)
    }

    /// Adds a slot for another login.
    pub fn add_slot(
        &mut self,
        master: &MasterKey,
        slot: RecordId,
        passphrase: &str,
        dice: &mut dyn CryptoRng,
    ) -> Result<(), KeysError> {
        if self.slots().any(|known| known == slot) {
            return Err(KeysError::SlotExists { slot });
        }
        if self.file.slots.len() >= SLOTS_MAX {
            return Err(KeysError::SlotsFull { slots_max: SLOTS_MAX });
        }
        let sealed = seal_slot(slot, passphrase, self.cost, master, dice)?;
        self.change(|file| file.slots.push(sealed))
    }

    /// Gives a slot another passphrase.
    pub fn replace_slot(
        &mut self,
        master: &MasterKey,
        slot: RecordId,
        passphrase: &str,
        dice: &mut dyn CryptoRng,
    ) -> Result<(), KeysError> {
        let at = self
            .slots()
            .position(|known| known == slot)
            .ok_or(KeysError::NoSuchSlot { slot })?;
        let sealed = seal_slot(slot, passphrase, self.cost, master, dice)?;
        self.change(|file| file.slots[at] = sealed)
    }

    /// Takes a login's slot away; the last one stays.
    ///
    /// Who copied the file before, and knows the passphrase, still opens that copy.
    pub fn remove_slot(&mut self, slot: RecordId) -> Result<(), KeysError> {
        if !self.slots().any(|known| known == slot) {
            return Err(KeysError::NoSuchSlot { slot });
        }
        if self.file.slots.len() == 1 {
            return Err(KeysError::LastSlot);
        }
        self.change(|file| file.slots.retain(|known| known.id != slot))
    }

    /// Puts other device keys in place of those that are there: this computer joined anew.
    pub fn replace_device(
        &mut self,
        master: &MasterKey,
        device: &DeviceSecret,
        dice: &mut dyn CryptoRng,
    ) -> Result<(), KeysError> {
        let sealed = seal_device(master, device, dice);
        self.change(|file| file.device = sealed)
    }

    /// Only what is on disk counts: a change that could not be written is not made.
    fn change(&mut self, change: impl FnOnce(&mut File)) -> Result<(), KeysError> {
        let before = self.file.clone();
        change(&mut self.file);
        self.write().inspect_err(|_| self.file = before)
    }

    /// Makes the file, or replaces it whole.
    pub fn write(&self) -> Result<(), KeysError> {
        Ok(write_atomically(&self.path, &self.file.to_bytes())?)
    }

    fn unlock_with(&self, slot: &Slot, passphrase: &str) -> Result<Unlocked, KeysError> {
        let key = slot_key(passphrase, slot.cost, &slot.salt)?;
        let plain = crypto::open(
            &key,
            SLOT,
            &slot.sealed.nonce,
            &slot.context(),
            &slot.sealed.bytes,
        )
        .map_err(|_| KeysError::WrongPassphrase)?;
        let damaged = |part| KeysError::Damaged {
            path: self.path.clone(),
            part,
        };
        let mut master = Zeroizing::new([0; 32]);
        if plain.len() != master.len() {
            return Err(damaged("slot"));
        }
        master.copy_from_slice(&plain);
        let sealed = &self.file.device;
        let plain = crypto::open(&master, DEVICE, &sealed.nonce, &[], &sealed.bytes)
            .map_err(|_| damaged("device"))?;
        let mut bytes = Zeroizing::new([0; 64]);
        if plain.len() != bytes.len() {
            return Err(damaged("device"));
        }
        bytes.copy_from_slice(&plain);
        Ok(Unlocked {
            slot: slot.id,
            master: MasterKey(master),
            device: DeviceSecret::from_bytes(&bytes),
        })
    }
}

fn seal_slot(
    id: RecordId,
    passphrase: &str,
    cost: Cost,
    master: &MasterKey,
    dice: &mut dyn CryptoRng,
) -> Result<Slot, KeysError> {
    let mut slot = Slot {
        id,
        cost,
        salt: [0; 16],
        sealed: Sealed::empty(),
    };
    dice.fill_bytes(&mut slot.salt);
    let key = slot_key(passphrase, cost, &slot.salt)?;
    slot.sealed = seal(&key, SLOT, &slot.context(), &*master.0, dice);
    Ok(slot)
}

fn seal_device(master: &MasterKey, device: &DeviceSecret, dice: &mut dyn CryptoRng) -> Sealed {
    seal(&master.0, DEVICE, &[], &*device.to_bytes(), dice)
}

fn seal(key: &[u8; 32], purpose: &str, context: &[u8], plain: &[u8], dice: &mut dyn CryptoRng) -> Sealed {
    let mut nonce = [0; NONCE_LEN];
    dice.fill_bytes(&mut nonce);
    Sealed {
        nonce,
        bytes: crypto::seal(key, purpose, &nonce, context, plain),
    }
}

fn slot_key(passphrase: &str, cost: Cost, salt: &[u8; 16]) -> Result<Zeroizing<[u8; 32]>, KeysError> {
    match passphrase.is_empty() {
        true => Err(KeysError::EmptyPassphrase),
        false => Ok(cost.stretch(passphrase, salt)?),
    }
}

/// Purposes under which things are sealed.
const SLOT: &str = "key-slot";
const DEVICE: &str = "device-keys";
/// Larger files are not ours.
const FILE_BYTES_MAX: u64 = 64 * 1024;
/// A passphrase is tried on each of them.
const SLOTS_MAX: usize = 64;

#[cfg(test)]
mod tests;
