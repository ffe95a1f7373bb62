//! What the signature of an entry is over: where it stands, under which key, over which ciphertext.

use super::{Malformed, SEQ_MAX, version};
use crate::crypto;
use crate::id::{DeviceId, EntryHash, KeyId, LogId, MemberHash, SpaceId};

/// The header of an entry.
///
/// Its bytes are laid by hand ([`version`]) and are the only encoding it has, so what was signed can
/// always be rebuilt. A header made by a newer release is kept whole: the fields below stand where
/// they always stood, and what this release does not know is in `more`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Which layout: 1 today. Later versions only append fields.
    pub version: u8,
    /// Which algorithms: 1 = Ed25519, XChaCha20-Poly1305, BLAKE3.
    pub suite: u8,
    /// Who cannot read this entry must not act on what comes after it in the same log.
    pub critical: bool,
    /// The oldest reader that understands what is inside.
    pub min_reader: u8,
    /// Who may read inside the space; 0 = everybody. Nothing else exists yet.
    pub ring: u8,
    /// Flags this release does not know; always 0 in version 1.
    pub flags: u16,
    /// The space it belongs to.
    pub space: SpaceId,
    /// The log it continues.
    pub log: LogId,
    /// Its number in the log, from 0 to [`SEQ_MAX`].
    pub seq: u64,
    /// The hash of the entry before; zeroes at 0.
    pub prev: EntryHash,
    /// How much of the membership its author knew.
    pub position: u32,
    /// The membership record at that position, so that split views of the membership show.
    pub member_hash: MemberHash,
    /// The epoch whose key sealed it.
    pub epoch: u32,
    /// That key's name, which also commits to it.
    pub key_id: KeyId,
    /// Bytes of ciphertext.
    pub ciphertext_len: u32,
    /// BLAKE3 of the ciphertext.
    pub ciphertext_hash: [u8; 32],
    /// 192 random bits.
    pub nonce: [u8; 24],
    /// Whose log this is; in entry 0 and nowhere else.
    pub opening: Option<Opening>,
    /// What a newer version appended; always empty in version 1.
    pub more: Vec<u8>,
}

/// What entry 0 of a log says: whose incarnation this is, and which one it follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    /// The device that signs this log.
    pub device: DeviceId,
    /// The device's log before: its id, and the last number and hash the device knew of it.
    pub previous: Option<(LogId, u64, EntryHash)>,
}

impl Header {
    /// The bytes that are signed, stored and hashed.
    pub fn to_bytes(&self) -> Vec<u8> {
        version::encode_header(self)
    }

    /// Reads a header from the front of some bytes; returns how many it took.
    pub fn from_bytes(bytes: &[u8]) -> Result<(Self, usize), Malformed> {
        version::decode_header(bytes)
    }

    /// The hash that names the entry and that the next one points at: BLAKE3 of the signed bytes.
    ///
    /// The signature is left out on purpose. The header fixes the ciphertext, so one hash means one
    /// content; and a second valid signature over the same header, which any Ed25519 signer can
    /// make, is the same entry and not a fork.
    pub fn hash(&self) -> EntryHash {
        EntryHash(crypto::hash(&self.to_bytes()))
    }

    /// Whether this release understands what is inside. An entry it does not is stored, relayed and
    /// acknowledged as stored.
    pub fn readable(&self) -> bool {
        self.min_reader <= version::READER && self.suite == version::SUITE && self.ring == 0
    }

    /// What must hold between its fields, in version 1 in particular.
    pub(crate) fn sound(&self) -> bool {
        let first = self.seq == 0;
        let chained = first == self.opening.is_some() && first == (self.prev == EntryHash([0; 32]));
        let previous = self.opening.and_then(|opening| opening.previous);
        let numbered = self.seq <= SEQ_MAX && previous.is_none_or(|(_, seq, _)| seq <= SEQ_MAX);
        let known = self.version != 1
            || (self.suite == version::SUITE
                && self.min_reader <= 1
                && self.ring == 0
                && self.flags == 0
                && self.more.is_empty());
        self.version >= 1 && chained && numbered && known
    }

    /// What the ciphertext is bound to: the header as it stood before there was a ciphertext.
    pub(super) fn aad(&self) -> Vec<u8> {
        Self {
            ciphertext_len: 0,
            ciphertext_hash: [0; 32],
            ..self.clone()
        }
        .to_bytes()
    }
}
