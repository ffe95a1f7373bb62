//! The epoch keys that one secret opens.

use std::collections::BTreeMap;

use rand_core::CryptoRng;
use thiserror::Error;
use zeroize::Zeroizing;

use super::body::{Add, Wrap};
use super::state::{Member, Membership, wrap_info};
use crate::crypto::{self, DeviceSecret, EpochKey, NONCE_LEN, padme};
use crate::id::DeviceId;

/// Bytes of UTF-8 that a device's label may have.
pub const LABEL_MAX: usize = 180;

/// Whose wraps to open.
#[derive(Debug, Clone, Copy)]
pub enum KeyringSource<'a> {
    /// A device's, with its own secret.
    Device(&'a DeviceSecret),
    /// The recovery code's, with the secret [derived](super::recovery::RecoverySecret::secret) from it.
    Recovery(&'a DeviceSecret),
}

/// Why a secret opens nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum KeyringFault {
    /// The key never belonged here, or is not the recovery code in force.
    #[error("no epoch key was ever wrapped for {device}")]
    Unknown {
        /// The public half.
        device: DeviceId,
    },
    /// Wraps exist and none opens: whoever made them cheated, or the secret is damaged.
    #[error("no wrap opens")]
    Unreadable,
}

/// A label longer than [`LABEL_MAX`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{len} bytes, at most {LABEL_MAX}")]
pub struct LabelTooLong {
    /// Its bytes.
    pub len: usize,
}

/// Epoch keys, by number. Never empty.
///
/// Opened again after every record that rotates or adds: it is derived, never stored.
#[derive(Debug, Clone)]
pub struct Keyring {
    keys: BTreeMap<u32, EpochKey>,
}

impl Keyring {
    /// Opens the newest wrap and walks back from key to older key.
    ///
    /// Where the walk breaks, because somebody sealed nonsense, older wraps are tried; keys that
    /// are not what the membership names are left out. A device that was removed keeps what it had.
    pub fn open(membership: &Membership, source: KeyringSource<'_>) -> Result<Self, KeyringFault> {
        let (secret, wraps) = match source {
            KeyringSource::Device(secret) => (
                secret,
                membership.member(&secret.id()).map(|member| &member.wraps),
            ),
            KeyringSource::Recovery(secret) => {
                let in_force = membership.recovery.device == secret.id();
                (secret, in_force.then_some(&membership.recovery_wraps))
            }
        };
        let wraps = wraps.ok_or(KeyringFault::Unknown { device: secret.id() })?;
        let mut keyring = Self {
            keys: BTreeMap::new(),
        };
        for (epoch, wrap) in wraps.iter().rev() {
            if !keyring.keys.contains_key(epoch) {
                keyring.open_wrap(membership, secret, *epoch, wrap);
            }
        }
        if keyring.keys.is_empty() {
            Err(KeyringFault::Unreadable)
        } else {
            Ok(keyring)
        }
    }

    fn open_wrap(&mut self, membership: &Membership, secret: &DeviceSecret, epoch: u32, wrap: &Wrap) {
        let info = membership.wrap_info(epoch, &secret.id());
        let Ok(mut key) = secret.unwrap(&info, wrap) else {
            return;
        };
        let mut epoch = epoch;
        loop {
            if membership.key_id(epoch) != Some(key.key_id()) || self.keys.contains_key(&epoch) {
                return;
            }
            let older = membership.epochs[epoch as usize].old_under_new;
            let older = older.and_then(|sealed| key.open_key(&sealed, &membership.chain_info(epoch)).ok());
            self.keys.insert(epoch, key);
            let Some(older) = older else { return };
            (key, epoch) = (older, epoch - 1);
        }
    }

    /// The key of an epoch, if this secret opens it.
    pub fn key(&self, epoch: u32) -> Option<&EpochKey> {
        self.keys.get(&epoch)
    }

    /// The newest key held. Of a removed device this is not the current epoch's.
    pub fn latest(&self) -> (u32, &EpochKey) {
        let (epoch, key) = self
            .keys
            .last_key_value()
            .expect("a keyring that opened holds a key");
        (*epoch, key)
    }

    /// The key to seal under: the current epoch's, or none if this secret does not open that.
    pub fn sealing(&self, membership: &Membership) -> Option<(u32, &EpochKey)> {
        let epoch = membership.epoch();
        self.key(epoch).map(|key| (epoch, key))
    }

    /// The key that signs the association's numbers for statistics: the same on all of its devices, and no
    /// device's. None if this secret does not reach back to the first epoch.
    ///
    /// It is derived from the key of the first epoch, which stays the same however often later ones are
    /// rotated: a roll names it for a year. So a device that was put out still knows it, and could sign
    /// numbers; the association sees that by the manifest, in which its own report is not
    /// (`core/docs/decisions/0014-statistics-key.md`).
    pub fn statistics(&self) -> Option<DeviceSecret> {
        let first = self.key(0)?;
        let mut bytes = Zeroizing::new([0; 64]);
        let (signing, exchange) = bytes.split_at_mut(32);
        signing.copy_from_slice(&*first.subkey("statistics-signing"));
        exchange.copy_from_slice(&*first.subkey("statistics-exchange"));
        Some(DeviceSecret::from_bytes(&bytes))
    }

    /// The label of a device, if the key it was sealed under is held.
    pub fn label(&self, member: &Member) -> Option<String> {
        self.open_label(member.label_epoch, &member.keys.device, &member.label_sealed)
    }

    /// The label that a record gives the device it adds, if the key it was sealed under is held.
    pub fn label_of(&self, add: &Add) -> Option<String> {
        self.open_label(add.epoch, &add.keys.device, &add.label)
    }

    fn open_label(&self, epoch: u32, device: &DeviceId, sealed: &[u8]) -> Option<String> {
        let key = self.key(epoch)?;
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE_LEN>()?;
        let device = &device.0;
        let padded = crypto::open(&key.subkey("epoch-label"), "label", nonce, device, sealed).ok()?;
        let end = padded.iter().rposition(|byte| *byte == 0x80)?;
        String::from_utf8(padded[..end].to_vec()).ok()
    }
}

/// Seals a label: nonce, then the text, 0x80 and zeros up to a padded length.
pub(super) fn seal_label(
    key: &EpochKey,
    device: &DeviceId,
    label: &str,
    dice: &mut dyn CryptoRng,
) -> Result<Vec<u8>, LabelTooLong> {
    if label.len() > LABEL_MAX {
        return Err(LabelTooLong { len: label.len() });
    }
    let mut padded = label.as_bytes().to_vec();
    padded.push(0x80);
    padded.resize(padme(padded.len()), 0);
    let mut nonce = [0; NONCE_LEN];
    dice.fill_bytes(&mut nonce);
    let sealed = crypto::seal(&key.subkey("epoch-label"), "label", &nonce, &device.0, &padded);
    Ok([&nonce[..], &sealed].concat())
}

/// Wraps an epoch key for one recipient of a space.
pub(super) fn wrap_key(
    key: &EpochKey,
    nonce: &[u8; 32],
    epoch: u32,
    recipient: &crypto::DeviceKeys,
    dice: &mut dyn CryptoRng,
) -> Result<Wrap, crypto::BadPublicKey> {
    key.wrap_for(
        &recipient.exchange,
        &wrap_info(nonce, epoch, &recipient.device),
        dice,
    )
}
