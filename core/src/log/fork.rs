//! Proof that a device wrote two different entries at one place: it was copied or rolled back.

use thiserror::Error;

use super::{Header, Malformed, Reader};
use crate::crypto::{self, BadSignature};
use crate::id::{DeviceId, EntryHash, LogId};

/// A header with its signature, without the ciphertext.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedHeader {
    /// What is signed.
    pub header: Header,
    /// Ed25519, purpose `entry`.
    pub signature: [u8; 64],
}

impl SignedHeader {
    /// Checks that this device signed it.
    pub fn verify(&self, device: &DeviceId) -> Result<(), BadSignature> {
        crypto::verify("entry", &device.0, &self.header.to_bytes(), &self.signature)
    }

    /// Header, then signature.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.header.to_bytes();
        bytes.extend_from_slice(&self.signature);
        bytes
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote; nothing may follow it.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        let (header, len) = Header::from_bytes(bytes)?;
        let mut r = Reader::new(&bytes[len..]);
        let signature = r.array()?;
        if r.is_empty() {
            Ok(Self { header, signature })
        } else {
            Err(Malformed)
        }
    }
}

/// Two signed headers of one log that cannot both stand.
///
/// Either both have one number and different hashes, or `theirs` is the next number after `ours` and
/// points at another entry than `ours`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForkProof {
    /// The one held here: the branch accepted first.
    pub ours: SignedHeader,
    /// The one that came.
    pub theirs: SignedHeader,
}

/// Why two headers prove nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NoFork {
    /// They are of different logs or places, or they agree.
    #[error("the two headers can both stand")]
    Consistent,
    /// One of them was not signed by the device.
    #[error("a header is not signed by the device")]
    Signature,
}

impl ForkProof {
    /// The log that forked.
    pub fn log(&self) -> LogId {
        self.ours.header.log
    }

    /// The number at which both sides had different entries.
    pub fn seq(&self) -> u64 {
        self.ours.header.seq.min(self.theirs.header.seq)
    }

    /// Checks the proof against the device whose log this is.
    pub fn verify(&self, device: &DeviceId) -> Result<(), NoFork> {
        let (ours, theirs) = (&self.ours.header, &self.theirs.header);
        let same_log = ours.log == theirs.log && ours.space == theirs.space;
        if !same_log || !(contradict(ours, theirs) || contradict(theirs, ours)) {
            return Err(NoFork::Consistent);
        }
        for signed in [&self.ours, &self.theirs] {
            signed.verify(device).map_err(|BadSignature| NoFork::Signature)?;
        }
        Ok(())
    }
}

/// Whether the two have one place and differ, or `next` follows `held` and points elsewhere.
fn contradict(held: &Header, next: &Header) -> bool {
    let at = |header: &Header| -> EntryHash { header.hash() };
    (held.seq == next.seq && at(held) != at(next))
        || (held.seq.checked_add(1) == Some(next.seq) && next.prev != at(held))
}
