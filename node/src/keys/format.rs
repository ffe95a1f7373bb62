//! The bytes of the `keys` file: JSON that says its version, with every part bounded on reading.

use std::path::Path;

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use tawro_core::crypto::{NONCE_LEN, TAG_LEN};
use tawro_core::id::RecordId;

use super::{Cost, FILE_BYTES_MAX, KeysError, SLOTS_MAX};

/// The newest version that this release reads and the one it writes.
const VERSION: u32 = 1;

#[derive(Debug, Clone)]
pub(super) struct File {
    pub(super) slots: Vec<Slot>,
    pub(super) device: Sealed,
}

#[derive(Debug, Clone)]
pub(super) struct Slot {
    pub(super) id: RecordId,
    pub(super) cost: Cost,
    pub(super) salt: [u8; 16],
    pub(super) sealed: Sealed,
}

#[derive(Debug, Clone)]
pub(super) struct Sealed {
    pub(super) nonce: [u8; NONCE_LEN],
    pub(super) bytes: Vec<u8>,
}

impl Sealed {
    pub(super) fn empty() -> Self {
        Self {
            nonce: [0; NONCE_LEN],
            bytes: Vec::new(),
        }
    }
}

impl Slot {
    /// What the seal of a slot is bound to: nobody can move it or lower its cost.
    pub(super) fn context(&self) -> Vec<u8> {
        let mut bytes = self.id.0.to_vec();
        for number in [self.cost.memory_kib, self.cost.passes, self.cost.lanes] {
            bytes.extend_from_slice(&number.to_le_bytes());
        }
        bytes.extend_from_slice(&self.salt);
        bytes
    }
}

#[derive(Serialize, Deserialize)]
struct Version {
    tawro_keys: u32,
}

#[derive(Serialize, Deserialize)]
struct Written {
    tawro_keys: u32,
    slots: Vec<WrittenSlot>,
    device: WrittenSealed,
}

#[derive(Serialize, Deserialize)]
struct WrittenSlot {
    id: RecordId,
    kdf: String,
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    salt: String,
    #[serde(flatten)]
    sealed: WrittenSealed,
}

#[derive(Serialize, Deserialize)]
struct WrittenSealed {
    nonce: String,
    sealed: String,
}

const KDF: &str = "argon2id";

impl File {
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let sealed = |sealed: &Sealed| WrittenSealed {
            nonce: HEXLOWER.encode(&sealed.nonce),
            sealed: HEXLOWER.encode(&sealed.bytes),
        };
        let slots = self.slots.iter().map(|slot| WrittenSlot {
            id: slot.id,
            kdf: KDF.to_owned(),
            memory_kib: slot.cost.memory_kib,
            passes: slot.cost.passes,
            lanes: slot.cost.lanes,
            salt: HEXLOWER.encode(&slot.salt),
            sealed: sealed(&slot.sealed),
        });
        let written = Written {
            tawro_keys: VERSION,
            slots: slots.collect(),
            device: sealed(&self.device),
        };
        serde_json::to_vec_pretty(&written).expect("texts and numbers have a JSON form")
    }

    pub(super) fn from_bytes(bytes: &[u8], path: &Path) -> Result<Self, KeysError> {
        let damaged = |part| KeysError::Damaged {
            path: path.to_owned(),
            part,
        };
        if bytes.len() as u64 > FILE_BYTES_MAX {
            return Err(damaged("length"));
        }
        let version: Version = serde_json::from_slice(bytes).map_err(|_| damaged("version"))?;
        if version.tawro_keys > VERSION {
            return Err(KeysError::Newer {
                found: version.tawro_keys,
                known: VERSION,
            });
        }
        let written: Written = serde_json::from_slice(bytes).map_err(|_| damaged("shape"))?;
        if written.slots.is_empty() || written.slots.len() > SLOTS_MAX {
            return Err(damaged("slots"));
        }
        let slots: Option<Vec<Slot>> = written.slots.iter().map(WrittenSlot::read).collect();
        Ok(Self {
            slots: slots.ok_or_else(|| damaged("slot"))?,
            device: written.device.read(64).ok_or_else(|| damaged("device"))?,
        })
    }
}

impl WrittenSlot {
    fn read(&self) -> Option<Slot> {
        let cost = Cost {
            memory_kib: self.memory_kib,
            passes: self.passes,
            lanes: self.lanes,
        };
        if self.kdf != KDF || !cost.is_sane() {
            return None;
        }
        Some(Slot {
            id: self.id,
            cost,
            salt: array(&self.salt)?,
            sealed: self.sealed.read(32)?,
        })
    }
}

impl WrittenSealed {
    fn read(&self, plain_len: usize) -> Option<Sealed> {
        let bytes = HEXLOWER.decode(self.sealed.as_bytes()).ok()?;
        let nonce = array(&self.nonce)?;
        (bytes.len() == plain_len + TAG_LEN).then_some(Sealed { nonce, bytes })
    }
}

fn array<const N: usize>(text: &str) -> Option<[u8; N]> {
    HEXLOWER.decode(text.as_bytes()).ok()?.try_into().ok()
}
