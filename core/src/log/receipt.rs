//! A hub's signed word that it holds a space's logs up to given entries.

use super::{LOGS_MAX, Malformed, Reader, SEQ_MAX};
use crate::crypto::{self, BadSignature, DeviceSecret};
use crate::id::{DeviceId, EntryHash, LogId, SpaceId};
use crate::time::Timestamp;

const VERSION: u8 = 1;

/// What a hub signs after each commit: every entry up to these heads is on its disk.
///
/// A device keeps the newest receipt of each log. A hub that later shows less than it signed has lost
/// data or hides it, and the receipt proves it. The time is the hub's: nothing is decided by it.
///
/// What is signed begins with the space and the hub. Both ends know them, so its bytes are without.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// When, by the hub's clock.
    pub time: Timestamp,
    /// Log, last number stored, its hash. At most [`LOGS_MAX`].
    pub heads: Vec<(LogId, u64, EntryHash)>,
    /// Ed25519, purpose `receipt`.
    pub signature: [u8; 64],
}

impl Receipt {
    /// Signs that the heads are durable. Heads beyond [`LOGS_MAX`] are left out.
    pub fn sign(
        space: SpaceId,
        mut heads: Vec<(LogId, u64, EntryHash)>,
        hub: &DeviceSecret,
        time: Timestamp,
    ) -> Self {
        heads.truncate(LOGS_MAX);
        let mut receipt = Self {
            time,
            heads,
            signature: [0; 64],
        };
        receipt.signature = hub.sign("receipt", &receipt.signed(&space, &hub.id()));
        receipt
    }

    /// Checks that this hub signed it, of this space.
    pub fn verify(&self, space: &SpaceId, hub: &DeviceId) -> Result<(), BadSignature> {
        crypto::verify("receipt", &hub.0, &self.signed(space, hub), &self.signature)
    }

    /// The signed bytes without what both ends know, then the signature.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = vec![VERSION];
        self.put_rest(&mut bytes);
        bytes.extend_from_slice(&self.signature);
        bytes
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote; nothing may follow it.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        let mut r = Reader::new(bytes);
        if r.u8()? != VERSION {
            return Err(Malformed);
        }
        let time = Timestamp(r.u64()? as i64);
        let count = usize::from(r.u16()?);
        if count > LOGS_MAX || r.rest().len() != count * (16 + 8 + 32) + 64 {
            return Err(Malformed);
        }
        let heads = (0..count)
            .map(|_| Ok((LogId(r.array()?), r.u64()?, EntryHash(r.array()?))))
            .collect::<Result<Vec<_>, Malformed>>()?;
        if heads.iter().any(|(_, seq, _)| *seq > SEQ_MAX) {
            return Err(Malformed);
        }
        Ok(Self {
            time,
            heads,
            signature: r.array()?,
        })
    }

    fn signed(&self, space: &SpaceId, hub: &DeviceId) -> Vec<u8> {
        let mut bytes = vec![VERSION];
        bytes.extend_from_slice(&space.0);
        bytes.extend_from_slice(&hub.0);
        self.put_rest(&mut bytes);
        bytes
    }

    fn put_rest(&self, bytes: &mut Vec<u8>) {
        bytes.extend_from_slice(&self.time.0.to_le_bytes());
        bytes.extend_from_slice(&(self.heads.len() as u16).to_le_bytes());
        for (log, seq, hash) in &self.heads {
            bytes.extend_from_slice(&log.0);
            bytes.extend_from_slice(&seq.to_le_bytes());
            bytes.extend_from_slice(&hash.0);
        }
    }
}
