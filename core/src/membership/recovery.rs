//! The recovery code's secret: 160 bits on paper, from which a key pair like a device's follows.
//!
//! Its public halves stand in the genesis and every rotation wraps its key for it, so that the paper
//! alone opens everything when all devices are lost. A node that recovers dials the hub with
//! [`RecoverySecret::secret`] as its identity, fetches the log and the entries, and writes
//! [`draft::recover`](super::draft::recover), which replaces the code too.

use std::fmt;

use rand_core::CryptoRng;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::body::RecoveryKeys;
use crate::crypto::{self, DeviceSecret};
use crate::id::SpaceId;

/// Bytes of the secret.
pub const RECOVERY_SECRET_LEN: usize = 20;

/// What is printed once and kept on paper. Wiped when dropped, never printed by `Debug`.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct RecoverySecret([u8; RECOVERY_SECRET_LEN]);

impl RecoverySecret {
    /// A fresh one.
    pub fn generate(dice: &mut dyn CryptoRng) -> Self {
        let mut secret = Self([0; RECOVERY_SECRET_LEN]);
        dice.fill_bytes(&mut secret.0);
        secret
    }

    /// The one whose bytes were on paper.
    pub fn from_bytes(bytes: &[u8; RECOVERY_SECRET_LEN]) -> Self {
        Self(*bytes)
    }

    /// The bytes, for the paper.
    pub fn to_bytes(&self) -> Zeroizing<[u8; RECOVERY_SECRET_LEN]> {
        Zeroizing::new(self.0)
    }

    /// The secret keys that follow from it.
    pub fn secret(&self) -> DeviceSecret {
        let mut bytes = Zeroizing::new([0; 64]);
        bytes[..32].copy_from_slice(&*Zeroizing::new(crypto::derive("recovery-sign", &self.0)));
        bytes[32..].copy_from_slice(&*Zeroizing::new(crypto::derive("recovery-exchange", &self.0)));
        DeviceSecret::from_bytes(&bytes)
    }

    /// The public keys, for the log.
    pub fn keys(&self) -> RecoveryKeys {
        self.secret().keys()
    }
}

impl fmt::Debug for RecoverySecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoverySecret")
    }
}

/// The part of a space's id that is on the paper: enough for the hub to find it, and for the node to
/// notice another one.
pub fn space_hint(space: &SpaceId) -> [u8; 5] {
    let mut hint = [0; 5];
    hint.copy_from_slice(&space.0[..5]);
    hint
}
