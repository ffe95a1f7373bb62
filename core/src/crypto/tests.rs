//! What must hold of the primitives as we compose them.

use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

use super::*;

fn dice(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed)
}

#[test]
fn a_signature_holds_for_its_key_purpose_and_bytes_only() {
    let (one, other) = (
        DeviceSecret::generate(&mut dice(1)),
        DeviceSecret::generate(&mut dice(2)),
    );
    let signature = one.sign("entry", b"data");
    assert_eq!(verify("entry", &one.id().0, b"data", &signature), Ok(()));
    assert_eq!(
        verify("member", &one.id().0, b"data", &signature),
        Err(BadSignature)
    );
    assert_eq!(
        verify("entry", &other.id().0, b"data", &signature),
        Err(BadSignature)
    );
    assert_eq!(
        verify("entry", &one.id().0, b"date", &signature),
        Err(BadSignature)
    );
    for byte in 0..SIGNATURE_LEN {
        let mut forged = signature;
        forged[byte] ^= 1;
        assert_eq!(verify("entry", &one.id().0, b"data", &forged), Err(BadSignature));
    }
}

#[test]
fn keys_of_small_order_verify_nothing() {
    // With the neutral element as key and R, and S = 0, lax verification accepts any message.
    let mut neutral = [0; 32];
    neutral[0] = 1;
    let mut signature = [0; SIGNATURE_LEN];
    signature[0] = 1;
    assert_eq!(
        verify("entry", &neutral, b"anything", &signature),
        Err(BadSignature)
    );
}

#[test]
fn the_same_signature_with_s_plus_the_group_order_is_refused() {
    // RFC 8032 section 5.1.7: S must be below L, or one signature has two forms.
    const ORDER: [u8; 32] = [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];
    let secret = DeviceSecret::generate(&mut dice(3));
    let mut signature = secret.sign("entry", b"data");
    let mut carry = 0u16;
    for (byte, order) in signature[32..].iter_mut().zip(ORDER) {
        let sum = u16::from(*byte) + u16::from(order) + carry;
        (*byte, carry) = (sum as u8, sum >> 8);
    }
    assert_eq!(
        verify("entry", &secret.id().0, b"data", &signature),
        Err(BadSignature)
    );
}

#[test]
fn a_device_reads_back_from_its_secret_bytes() {
    let secret = DeviceSecret::generate(&mut dice(4));
    let again = DeviceSecret::from_bytes(&secret.to_bytes());
    assert_eq!(again.keys(), secret.keys());
    assert_eq!(secret.pkcs8().len(), 48);
    assert_eq!(&secret.pkcs8()[16..], &secret.to_bytes()[..32]);
}

#[test]
fn a_wrap_opens_for_its_device_and_info_only() {
    let (one, other) = (
        DeviceSecret::generate(&mut dice(5)),
        DeviceSecret::generate(&mut dice(6)),
    );
    let key = EpochKey::generate(&mut dice(7));
    let wrap = key.wrap_for(&one.keys().exchange, b"info", &mut dice(8)).unwrap();
    assert_eq!(one.unwrap(b"info", &wrap).unwrap().key_id(), key.key_id());
    assert!(other.unwrap(b"info", &wrap).is_err());
    assert!(one.unwrap(b"other", &wrap).is_err());
    assert!(one.unwrap(b"info", &wrap[1..]).is_err());
    for byte in 0..WRAP_LEN {
        let mut forged = wrap;
        forged[byte] ^= 1;
        assert!(one.unwrap(b"info", &forged).is_err(), "byte {byte}");
    }
}

#[test]
fn a_public_key_of_small_order_is_refused() {
    let key = EpochKey::generate(&mut dice(9));
    assert_eq!(key.wrap_for(&[0; 32], b"", &mut dice(9)), Err(BadPublicKey));
}

#[test]
fn a_seal_opens_with_its_nonce_and_context_only() {
    let key = EpochKey::generate(&mut dice(10));
    let sealed = key.seal(&[1; NONCE_LEN], b"aad", b"plain");
    assert_eq!(sealed.len(), 5 + TAG_LEN);
    assert_eq!(key.open(&[1; NONCE_LEN], b"aad", &sealed).unwrap(), b"plain");
    assert_eq!(key.open(&[2; NONCE_LEN], b"aad", &sealed), Err(CannotOpen));
    assert_eq!(key.open(&[1; NONCE_LEN], b"aae", &sealed), Err(CannotOpen));
    assert_eq!(
        EpochKey::generate(&mut dice(11)).open(&[1; NONCE_LEN], b"aad", &sealed),
        Err(CannotOpen)
    );
    assert_eq!(key.open(&[1; NONCE_LEN], b"aad", &[]), Err(CannotOpen));
}

#[test]
fn an_older_key_opens_under_the_newer_only() {
    let (older, newer) = (
        EpochKey::generate(&mut dice(12)),
        EpochKey::generate(&mut dice(13)),
    );
    let sealed = newer.seal_key(&older, b"info", &mut dice(14));
    assert_eq!(newer.open_key(&sealed, b"info").unwrap().key_id(), older.key_id());
    assert!(older.open_key(&sealed, b"info").is_err());
    assert!(newer.open_key(&sealed, b"info").is_ok());
    assert!(newer.open_key(&sealed, b"").is_err());
    assert!(newer.open_key(&sealed[..10], b"info").is_err());
}

#[test]
fn purposes_do_not_share_keys() {
    let key = [7; 32];
    assert_ne!(derive("a", &key), derive("b", &key));
    assert_ne!(mac(&key, "a", b"x"), mac(&key, "b", b"x"));
    assert_ne!(mac(&key, "a", b"x"), mac(&key, "a", b"y"));
    let sealed = seal(&key, "a", &[0; NONCE_LEN], b"", b"x");
    assert_eq!(
        open(&key, "b", &[0; NONCE_LEN], b"", &sealed).map(|_| ()),
        Err(CannotOpen)
    );
    assert!(equal(&mac(&key, "a", b"x"), &mac(&key, "a", b"x")));
    assert!(!equal(&mac(&key, "a", b"x"), &mac(&key, "a", b"y")));
}

#[test]
fn the_derivation_context_is_blake3s_own() {
    assert_eq!(
        derive("epoch-id", b"ikm"),
        blake3::derive_key("tawro/epoch-id/v1", b"ikm")
    );
}

#[test]
fn padme_follows_the_paper() {
    let check = |len, padded| assert_eq!(padme(len), padded, "{len}");
    check(0, 64);
    check(64, 64);
    check(65, 72);
    check(100, 104);
    check(200, 208);
    check(1_000, 1_024);
    check(1_025, 1_088);
    check(1_048_577, 1_081_344);
    check(usize::MAX, usize::MAX);
    for len in 65..5_000 {
        let padded = padme(len);
        assert!(
            padded >= len && padded * 100 <= len * 112 + 100,
            "{len} becomes {padded}"
        );
        assert_eq!(padme(padded), padded);
    }
}

#[test]
fn no_secret_byte_is_printed() {
    let bytes = [0xab; 64];
    let secret = format!("{:?}", DeviceSecret::from_bytes(&bytes));
    let key = format!("{:?}", EpochKey([0xab; 32]));
    for text in [secret, key] {
        let lower = text.to_lowercase();
        assert!(!lower.contains("abab") && !lower.contains("171"), "{text}");
        assert!(!text.contains(&crate::id::base32(&[0xab; 5])), "{text}");
    }
}
