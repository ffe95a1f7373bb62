//! An entry: a signed header and the ciphertext it fixes, sealed when someone wants it.

use rand_core::CryptoRng;
use thiserror::Error;

use super::{Header, Malformed, Opening, Reader, SignedHeader, version};
use crate::crypto::{self, BadSignature, DeviceSecret, EpochKey};
use crate::faults::{Fault, planted};
use crate::id::{DeviceId, EntryHash, LogId, MemberHash, SpaceId};

/// The longest ciphertext of an entry; what is larger is a file, not an entry.
pub const CIPHERTEXT_MAX: usize = 256 * 1024;

const SIGNATURE_LEN: usize = 64;

/// One entry of a log. It never changes once it exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What is signed.
    pub header: Header,
    /// Ed25519 over the header's bytes, purpose `entry`, by the log's device.
    pub signature: [u8; 64],
    /// XChaCha20-Poly1305 under the epoch's key; only its hash is signed, so it can be pruned.
    pub ciphertext: Vec<u8>,
}

/// Where a new entry stands: everything a seal needs besides content, keys and dice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seal {
    /// The space.
    pub space: SpaceId,
    /// The log that is continued or opened.
    pub log: LogId,
    /// The next number of the log.
    pub seq: u64,
    /// The hash of the entry before; none at 0, and only there.
    pub prev: Option<EntryHash>,
    /// The membership position this device stands at.
    pub position: u32,
    /// The membership record there.
    pub member_hash: MemberHash,
    /// The epoch of the key.
    pub epoch: u32,
    /// At number 0, and only there: whose log this is.
    pub opening: Option<Opening>,
}

/// Why the inside of an entry cannot be read. The entry is kept all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum OpenFault {
    /// A newer release wrote it.
    #[error("written for readers from {min_reader} on")]
    NewerFormat {
        /// The oldest reader that understands it.
        min_reader: u8,
    },
    /// The key given is not the one it names.
    #[error("sealed under another key")]
    OtherKey,
    /// The ciphertext was not made with this key and header.
    #[error("the ciphertext does not open")]
    CannotOpen,
}

impl Entry {
    /// Seals and signs. The plaintext is what [`Batch::encode`](super::Batch::encode) or
    /// [`pack_up`](super::pack_up) returned, which bound it.
    ///
    /// Every peer refuses an entry whose ciphertext is longer than [`CIPHERTEXT_MAX`]; nothing here
    /// makes a plaintext shorter.
    pub fn seal(
        seal: Seal,
        plain: &[u8],
        key: &EpochKey,
        device: &DeviceSecret,
        dice: &mut dyn CryptoRng,
    ) -> Self {
        let mut nonce = [0; 24];
        dice.fill_bytes(&mut nonce);
        let mut header = Header {
            version: version::VERSION,
            suite: version::SUITE,
            critical: false,
            min_reader: 1,
            ring: 0,
            flags: 0,
            space: seal.space,
            log: seal.log,
            seq: seal.seq,
            prev: seal.prev.unwrap_or(EntryHash([0; 32])),
            position: seal.position,
            member_hash: seal.member_hash,
            epoch: seal.epoch,
            key_id: key.key_id(),
            ciphertext_len: 0,
            ciphertext_hash: [0; 32],
            nonce,
            opening: seal.opening,
            more: Vec::new(),
        };
        let ciphertext = if planted(Fault::Unsealed) {
            plain.to_vec()
        } else {
            key.seal(&nonce, &header.aad(), plain)
        };
        header.ciphertext_len = ciphertext.len() as u32;
        header.ciphertext_hash = crypto::hash(&ciphertext);
        let signature = device.sign("entry", &header.to_bytes());
        Self {
            header,
            signature,
            ciphertext,
        }
    }

    /// The hash that names it; see [`Header::hash`].
    pub fn hash(&self) -> EntryHash {
        self.header.hash()
    }

    /// Checks that the ciphertext is the one the header fixes and that this device signed the header.
    pub fn verify(&self, device: &DeviceId) -> Result<(), BadSignature> {
        if !self.whole() {
            return Err(BadSignature);
        }
        crypto::verify("entry", &device.0, &self.header.to_bytes(), &self.signature)
    }

    /// Whether the ciphertext has the length and hash the header says.
    pub fn whole(&self) -> bool {
        self.ciphertext.len() == self.header.ciphertext_len as usize
            && crypto::hash(&self.ciphertext) == self.header.ciphertext_hash
    }

    /// Decrypts; the result is for [`Batch::decode`](super::Batch::decode). Verify first.
    pub fn open(&self, key: &EpochKey) -> Result<Vec<u8>, OpenFault> {
        if !self.header.readable() {
            return Err(OpenFault::NewerFormat {
                min_reader: self.header.min_reader,
            });
        }
        if key.key_id() != self.header.key_id {
            return Err(OpenFault::OtherKey);
        }
        if planted(Fault::Unsealed) {
            return Ok(self.ciphertext.clone());
        }
        key.open(&self.header.nonce, &self.header.aad(), &self.ciphertext)
            .map_err(|_| OpenFault::CannotOpen)
    }

    /// The stored form: header, signature, ciphertext.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.header.to_bytes();
        bytes.reserve_exact(SIGNATURE_LEN + self.ciphertext.len());
        bytes.extend_from_slice(&self.signature);
        bytes.extend_from_slice(&self.ciphertext);
        bytes
    }

    /// Reads the stored form; nothing may follow it. Neither hash nor signature is checked.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        let (header, len) = Header::from_bytes(bytes)?;
        let mut r = Reader::new(&bytes[len..]);
        let signature = r.array()?;
        let expected = header.ciphertext_len as usize;
        if expected > CIPHERTEXT_MAX || r.rest().len() != expected {
            return Err(Malformed);
        }
        Ok(Self {
            header,
            signature,
            ciphertext: r.rest().to_vec(),
        })
    }

    /// Its header and signature alone: enough to prove a fork.
    pub fn signed_header(&self) -> SignedHeader {
        SignedHeader {
            header: self.header.clone(),
            signature: self.signature,
        }
    }

    /// What it counts for in budgets and windows: the ciphertext and a flat 256 bytes for the rest.
    pub fn weight(&self) -> usize {
        self.ciphertext.len() + 256
    }
}
