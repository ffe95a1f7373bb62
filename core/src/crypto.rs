//! Sign, verify, seal, open, wrap: the only file that names a cipher.
//!
//! Everything is made of standard parts: Ed25519 (RFC 8032, strict verification), HPKE base mode
//! with X25519, HKDF-SHA256 and ChaCha20-Poly1305 (RFC 9180), XChaCha20-Poly1305 with random
//! nonces, BLAKE3. Every signature, derivation and seal carries a *purpose*, so that bytes made for
//! one can never pass for another. Purposes are literals of the calling code, never data.
//!
//! Randomness is always an argument. Secrets are wiped when dropped and never printed.

use std::fmt;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use rand_core::CryptoRng;
use thiserror::Error;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::id::{DeviceId, KeyId};

/// A BLAKE3 output.
pub type Hash = [u8; 32];

/// Bytes of an Ed25519 signature.
pub const SIGNATURE_LEN: usize = 64;
/// Bytes of a nonce: 192 random bits, so that a restored device never repeats one.
pub const NONCE_LEN: usize = 24;
/// Bytes by which a ciphertext is longer than its plaintext.
pub const TAG_LEN: usize = 16;
/// Bytes of an epoch key wrapped for one device: encapsulated key, key, tag.
pub const WRAP_LEN: usize = 32 + 32 + TAG_LEN;
/// Bytes of an epoch key sealed under another: nonce, key, tag.
pub const CHAINED_KEY_LEN: usize = NONCE_LEN + 32 + TAG_LEN;
/// The shortest padded plaintext.
pub const PAD_MIN: usize = 64;

/// The signature is not that key's, over those bytes, for that purpose; or the key is no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the signature does not verify")]
pub struct BadSignature;

/// The ciphertext was not made with this key, nonce and context, or was changed since.
///
/// Deliberately without a reason: which of these it was must not be told to whoever sent it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the ciphertext does not open")]
pub struct CannotOpen;

/// What is made for is not a usable public key (for X25519: a point of small order).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a usable public key")]
pub struct BadPublicKey;

/// Hashes bytes. For bytes that a person could guess, use [`mac`].
pub fn hash(bytes: &[u8]) -> Hash {
    *blake3::hash(bytes).as_bytes()
}

/// Derives 32 bytes for one purpose from secret material, in the context `tawro/<purpose>/v1`.
pub fn derive(purpose: &str, ikm: &[u8]) -> Hash {
    blake3::derive_key(&context(purpose), ikm)
}

/// Authenticates data for one purpose. Compare with [`equal`], never with `==`.
pub fn mac(key: &[u8; 32], purpose: &str, data: &[u8]) -> Hash {
    let key = Zeroizing::new(derive(purpose, key));
    *blake3::keyed_hash(&key, data).as_bytes()
}

/// Compares in a time that does not depend on where two values differ.
pub fn equal(a: &Hash, b: &Hash) -> bool {
    // blake3::Hash promises constant-time equality.
    blake3::Hash::from_bytes(*a) == blake3::Hash::from_bytes(*b)
}

/// Seals under a key derived for one purpose (XChaCha20-Poly1305).
///
/// The nonce must be fresh random bytes for each call; it and `aad` are needed again to open.
pub fn seal(key: &[u8; 32], purpose: &str, nonce: &[u8; NONCE_LEN], aad: &[u8], plain: &[u8]) -> Vec<u8> {
    cipher(key, purpose)
        .encrypt(&XNonce::from(*nonce), Payload { msg: plain, aad })
        .expect("no plaintext in memory reaches the cipher's limit of 256 GiB")
}

/// Opens what [`seal`] made. The plaintext is wiped when dropped.
pub fn open(
    key: &[u8; 32],
    purpose: &str,
    nonce: &[u8; NONCE_LEN],
    aad: &[u8],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, CannotOpen> {
    cipher(key, purpose)
        .decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad })
        .map(Zeroizing::new)
        .map_err(|_| CannotOpen)
}

fn cipher(key: &[u8; 32], purpose: &str) -> XChaCha20Poly1305 {
    let key = Zeroizing::new(derive(purpose, key));
    XChaCha20Poly1305::new((&*key).into())
}

fn context(purpose: &str) -> String {
    format!("tawro/{purpose}/v1")
}

/// `tawro/<purpose>/v1`, a zero byte, then the data: what a signature is over.
fn signed_bytes(purpose: &str, data: &[u8]) -> Vec<u8> {
    let mut bytes = context(purpose).into_bytes();
    bytes.push(0);
    bytes.extend_from_slice(data);
    bytes
}

/// Checks a signature made by [`DeviceSecret::sign`].
///
/// Strict (RFC 8032 with ed25519-dalek's `verify_strict`): keys of small order and non-canonical
/// encodings are refused, so that every implementation accepts the same signatures.
pub fn verify(
    purpose: &str,
    key: &[u8; 32],
    data: &[u8],
    signature: &[u8; SIGNATURE_LEN],
) -> Result<(), BadSignature> {
    let key = VerifyingKey::from_bytes(key).map_err(|_| BadSignature)?;
    key.verify_strict(&signed_bytes(purpose, data), &Signature::from_bytes(signature))
        .map_err(|_| BadSignature)
}

/// The public keys of a device, a hub or a recovery code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeviceKeys {
    /// Ed25519: signs, and is the identity.
    pub device: DeviceId,
    /// X25519: epoch keys are wrapped for it.
    pub exchange: [u8; 32],
}

/// The secret keys of a device: Ed25519 to sign, X25519 to receive epoch keys.
///
/// Not `Clone`, so that it stays where it was put; wiped when dropped; its `Debug` shows the public id.
#[derive(ZeroizeOnDrop)]
pub struct DeviceSecret {
    signing: SigningKey,
    exchange: [u8; 32],
}

impl DeviceSecret {
    /// Fresh keys.
    pub fn generate(dice: &mut dyn CryptoRng) -> Self {
        let mut bytes = Zeroizing::new([0; 64]);
        dice.fill_bytes(&mut *bytes);
        Self::from_bytes(&bytes)
    }

    /// The keys whose secret bytes these are: 32 of Ed25519, 32 of X25519.
    pub fn from_bytes(bytes: &[u8; 64]) -> Self {
        let (mut signing, mut exchange) = (Zeroizing::new([0; 32]), [0; 32]);
        signing.copy_from_slice(&bytes[..32]);
        exchange.copy_from_slice(&bytes[32..]);
        Self {
            signing: SigningKey::from_bytes(&signing),
            exchange,
        }
    }

    /// The secret bytes, to be sealed and kept.
    pub fn to_bytes(&self) -> Zeroizing<[u8; 64]> {
        let mut bytes = Zeroizing::new([0; 64]);
        bytes[..32].copy_from_slice(self.signing.as_bytes());
        bytes[32..].copy_from_slice(&self.exchange);
        bytes
    }

    /// The public half of the Ed25519 key.
    pub fn id(&self) -> DeviceId {
        DeviceId(self.signing.verifying_key().to_bytes())
    }

    /// The public halves.
    pub fn keys(&self) -> DeviceKeys {
        let exchange = X25519HkdfSha256::sk_to_pk(&self.exchange_key()).to_bytes().into();
        DeviceKeys {
            device: self.id(),
            exchange,
        }
    }

    /// Signs data for one purpose.
    pub fn sign(&self, purpose: &str, data: &[u8]) -> [u8; SIGNATURE_LEN] {
        self.signing.sign(&signed_bytes(purpose, data)).to_bytes()
    }

    /// Bytes only this device can make again: a secret per purpose and data that needs no storing.
    pub fn private(&self, purpose: &str, data: &[u8]) -> Hash {
        let key = Zeroizing::new(derive("device-private", self.signing.as_bytes()));
        mac(&key, purpose, data)
    }

    /// The Ed25519 key as PKCS#8 v1 (RFC 8410 section 7), as TLS libraries want it.
    pub fn pkcs8(&self) -> Zeroizing<Vec<u8>> {
        const PREFIX: [u8; 16] = [
            0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
        ];
        let mut der = Zeroizing::new(Vec::with_capacity(48));
        der.extend_from_slice(&PREFIX);
        der.extend_from_slice(self.signing.as_bytes());
        der
    }

    /// Opens a wrap made for these keys with the same `info`.
    pub fn unwrap(&self, info: &[u8], wrap: &[u8]) -> Result<EpochKey, CannotOpen> {
        if wrap.len() != WRAP_LEN {
            return Err(CannotOpen);
        }
        let (encapped, sealed) = wrap.split_at(32);
        let encapped =
            <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(encapped).map_err(|_| CannotOpen)?;
        let plain = hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
            &OpModeR::Base,
            &self.exchange_key(),
            &encapped,
            &signed_bytes("wrap", info),
            sealed,
            &[],
        )
        .map_err(|_| CannotOpen)?;
        EpochKey::from_plain(&Zeroizing::new(plain))
    }

    fn exchange_key(&self) -> <X25519HkdfSha256 as Kem>::PrivateKey {
        <X25519HkdfSha256 as Kem>::PrivateKey::from_bytes(&self.exchange)
            .expect("any 32 bytes are an X25519 private key")
    }
}

impl fmt::Debug for DeviceSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DeviceSecret({})", self.id().short())
    }
}

/// The key of one epoch: whoever holds it reads what was sealed in that epoch.
///
/// It is never used itself: each use derives its own key from it. Wiped when dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct EpochKey([u8; 32]);

impl EpochKey {
    /// A fresh key.
    pub fn generate(dice: &mut dyn CryptoRng) -> Self {
        let mut key = Self([0; 32]);
        dice.fill_bytes(&mut key.0);
        key
    }

    /// Names the key without revealing it, and commits to it: another key has another name.
    pub fn key_id(&self) -> KeyId {
        let mut id = [0; KeyId::LEN];
        id.copy_from_slice(&derive("epoch-id", &self.0)[..KeyId::LEN]);
        KeyId(id)
    }

    /// Seals the body of an entry.
    pub fn seal(&self, nonce: &[u8; NONCE_LEN], aad: &[u8], plain: &[u8]) -> Vec<u8> {
        seal(&self.0, "epoch-entry", nonce, aad, plain)
    }

    /// Opens the body of an entry.
    pub fn open(&self, nonce: &[u8; NONCE_LEN], aad: &[u8], sealed: &[u8]) -> Result<Vec<u8>, CannotOpen> {
        open(&self.0, "epoch-entry", nonce, aad, sealed).map(|mut plain| std::mem::take(&mut *plain))
    }

    /// A key for something else than entries.
    pub fn subkey(&self, purpose: &str) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(derive(purpose, &self.0))
    }

    /// Wraps the key for the device with this X25519 key; the same `info` is needed to unwrap.
    pub fn wrap_for(
        &self,
        exchange: &[u8; 32],
        info: &[u8],
        dice: &mut dyn CryptoRng,
    ) -> Result<[u8; WRAP_LEN], BadPublicKey> {
        let mut dice = dice;
        let recipient =
            <X25519HkdfSha256 as Kem>::PublicKey::from_bytes(exchange).map_err(|_| BadPublicKey)?;
        let (encapped, sealed) =
            hpke::single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
                &OpModeS::Base,
                &recipient,
                &signed_bytes("wrap", info),
                &self.0,
                &[],
                &mut dice,
            )
            .map_err(|_| BadPublicKey)?;
        let mut wrap = [0; WRAP_LEN];
        wrap[..32].copy_from_slice(&encapped.to_bytes());
        wrap[32..].copy_from_slice(&sealed);
        Ok(wrap)
    }

    /// Seals an older key under this one, so that who gets this one reads what came before.
    pub fn seal_key(&self, older: &Self, info: &[u8], dice: &mut dyn CryptoRng) -> [u8; CHAINED_KEY_LEN] {
        let mut nonce = [0; NONCE_LEN];
        dice.fill_bytes(&mut nonce);
        let mut sealed = [0; CHAINED_KEY_LEN];
        sealed[..NONCE_LEN].copy_from_slice(&nonce);
        sealed[NONCE_LEN..].copy_from_slice(&seal(&self.0, "epoch-chain", &nonce, info, &older.0));
        sealed
    }

    /// Opens an older key that [`seal_key`](Self::seal_key) sealed.
    pub fn open_key(&self, sealed: &[u8], info: &[u8]) -> Result<Self, CannotOpen> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE_LEN>().ok_or(CannotOpen)?;
        Self::from_plain(&open(&self.0, "epoch-chain", nonce, info, sealed)?)
    }

    fn from_plain(plain: &[u8]) -> Result<Self, CannotOpen> {
        plain.try_into().map(Self).map_err(|_| CannotOpen)
    }
}

impl fmt::Debug for EpochKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EpochKey({})", self.key_id().short())
    }
}

/// The length to which a plaintext of `len` bytes is padded: at least 64, then Padmé.
///
/// Padmé (Nikitin, Barman, Lueks, Underwood, Hubaux, Ford: "Reducing Metadata Leakage from
/// Encrypted Files and Communication with PURBs", PETS 2019, algorithm 1) leaks O(log log M) bits
/// of a length up to M and adds at most 12 percent.
pub fn padme(len: usize) -> usize {
    if len <= PAD_MIN {
        return PAD_MIN;
    }
    let exponent = len.ilog2();
    let mantissa = exponent.ilog2() + 1;
    let mask = (1usize << (exponent - mantissa)) - 1;
    len.checked_add(mask).map_or(usize::MAX, |sum| sum & !mask)
}

#[cfg(test)]
mod tests;
