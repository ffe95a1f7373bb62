//! An Ed25519 key as the identity of one end, and how the other end's key is read.

use std::sync::Arc;

use quinn::Connection;
use rustls::crypto::ring::sign::any_eddsa_type;
use rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};
use rustls::sign::CertifiedKey;
use tawro_core::id::DeviceId;
use thiserror::Error;

/// What we prove to be in a handshake: an Ed25519 key.
///
/// Cheap to clone. It holds the secret in the TLS library's own form, which cannot be read back.
#[derive(Debug, Clone)]
pub struct Identity {
    device: DeviceId,
    key: Arc<CertifiedKey>,
}

/// Why bytes are no identity. The bytes are our own, so this is a fault of ours or of the disk.
#[derive(Debug, Error)]
pub enum IdentityError {
    /// Not a PKCS#8 document that holds an Ed25519 key, or its public half is another key's.
    #[error("not an Ed25519 key in PKCS#8")]
    Malformed(#[source] rustls::Error),
    /// The library could not name the public key of a key that it had read.
    #[error("the key has no public half")]
    NoPublicKey,
    /// The cipher that QUIC's first packets need (RFC 9001 section 5.2) was not built in.
    #[error("no cipher for the first packets")]
    NoInitialCipher,
}

impl Identity {
    /// Reads an Ed25519 key from PKCS#8: version 1 (RFC 5208, the seed alone) or version 2
    /// (RFC 5958, with the public key, which is then compared).
    ///
    /// # Errors
    /// [`IdentityError`] for anything else.
    pub fn from_pkcs8(pkcs8: &[u8]) -> Result<Self, IdentityError> {
        let signer = any_eddsa_type(&PrivatePkcs8KeyDer::from(pkcs8)).map_err(IdentityError::Malformed)?;
        let spki = signer
            .public_key()
            .ok_or(IdentityError::NoPublicKey)?
            .into_owned();
        let device = key_of_spki(spki.as_ref()).ok_or(IdentityError::NoPublicKey)?;
        let public = CertificateDer::from(spki.as_ref().to_vec());
        Ok(Self {
            device,
            key: Arc::new(CertifiedKey::new(vec![public], signer)),
        })
    }

    /// The public key: what the other end will know us by.
    pub fn device(&self) -> DeviceId {
        self.device
    }

    pub(crate) fn certified_key(&self) -> Arc<CertifiedKey> {
        self.key.clone()
    }
}

/// The key the other end proved in the handshake.
///
/// `None` only for a connection that was not made with this crate's configurations.
pub fn peer_key(connection: &Connection) -> Option<DeviceId> {
    let identity = connection.peer_identity()?;
    let chain = identity.downcast::<Vec<CertificateDer<'static>>>().ok()?;
    let [public] = chain.as_slice() else { return None };
    key_of_spki(public)
}

/// The raw key inside a SubjectPublicKeyInfo of an Ed25519 key (RFC 8410 section 4): exactly
/// twelve fixed bytes and the key.
pub(crate) fn key_of_spki(spki: &[u8]) -> Option<DeviceId> {
    DeviceId::from_slice(spki.strip_prefix(&SPKI_PREFIX)?)
}

const SPKI_PREFIX: [u8; 12] = [
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00,
];

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// PKCS#8 version 1 of a seed.
    pub(crate) fn version_1(seed: [u8; 32]) -> Vec<u8> {
        let mut der = vec![
            0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
        ];
        der.extend_from_slice(&seed);
        der
    }

    /// PKCS#8 version 2 of a seed with a public key beside it.
    fn version_2(seed: [u8; 32], public: [u8; 32]) -> Vec<u8> {
        let mut der = vec![
            0x30, 0x53, 0x02, 0x01, 0x01, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
        ];
        der.extend_from_slice(&seed);
        der.extend_from_slice(&[0xa1, 0x23, 0x03, 0x21, 0x00]);
        der.extend_from_slice(&public);
        der
    }

    #[test]
    fn both_versions_of_pkcs8_give_the_same_identity() {
        let first = Identity::from_pkcs8(&version_1([7; 32])).unwrap();
        let second = Identity::from_pkcs8(&version_2([7; 32], first.device().0)).unwrap();
        assert_eq!(first.device(), second.device());
        // RFC 8032 section 7.1, test 1.
        let seed = data("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        let public = data("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        assert_eq!(
            Identity::from_pkcs8(&version_1(seed)).unwrap().device(),
            DeviceId(public)
        );
    }

    #[test]
    fn another_public_half_or_no_key_at_all_is_refused() {
        assert!(Identity::from_pkcs8(&version_2([7; 32], [9; 32])).is_err());
        assert!(Identity::from_pkcs8(&version_1([7; 32])[..47]).is_err());
        assert!(Identity::from_pkcs8(b"").is_err());
    }

    #[test]
    fn a_key_is_read_only_from_the_exact_form() {
        let mut spki = SPKI_PREFIX.to_vec();
        spki.extend_from_slice(&[5; 32]);
        assert_eq!(key_of_spki(&spki), Some(DeviceId([5; 32])));
        assert_eq!(key_of_spki(&spki[..43]), None);
        spki.push(0);
        assert_eq!(key_of_spki(&spki), None);
    }

    fn data(hex: &str) -> [u8; 32] {
        std::array::from_fn(|i| u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).unwrap())
    }
}
