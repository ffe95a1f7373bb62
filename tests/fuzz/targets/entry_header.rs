//! What a hub stores and a device opens: headers, entries, receipts, proofs of a fork, batches.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tawro_core::id::{DeviceId, SpaceId};
use tawro_core::log::{
    Batch, CIPHERTEXT_MAX, Entry, ForkProof, Header, Item, PLAINTEXT_MAX, Receipt, SignedHeader, fits,
    pack_up, place, version,
};
use tawro_core::record::columns;

fuzz_target!(|data: &[u8]| {
    let Some((what, bytes)) = data.split_first() else {
        return;
    };
    match what % 6 {
        0 => header(bytes),
        1 => entry(bytes),
        2 => receipt(bytes),
        3 => fork(bytes),
        4 => batch(bytes),
        _ => items(bytes),
    }
});

fn header(bytes: &[u8]) {
    let Ok((header, len)) = Header::from_bytes(bytes) else {
        return;
    };
    assert!(len <= version::HEADER_MAX);
    assert_eq!(header.to_bytes(), bytes[..len], "what was signed can be rebuilt");
    assert_eq!(Header::from_bytes(&header.to_bytes()), Ok((header, len)));
}

fn entry(bytes: &[u8]) {
    let Ok(entry) = Entry::from_bytes(bytes) else {
        return;
    };
    assert!(entry.ciphertext.len() <= CIPHERTEXT_MAX);
    assert_eq!(entry.to_bytes(), bytes);
    assert_eq!(
        entry.signed_header().to_bytes(),
        bytes[..bytes.len() - entry.ciphertext.len()]
    );
    let author = entry
        .header
        .opening
        .map_or(DeviceId([1; 32]), |opening| opening.device);
    if entry.verify(&author).is_ok() {
        assert!(entry.whole());
    }
    let _ = place(&entry.header, None);
}

fn receipt(bytes: &[u8]) {
    if let Ok(receipt) = Receipt::from_bytes(bytes) {
        assert_eq!(receipt.to_bytes(), bytes);
        let _ = receipt.verify(&SpaceId([1; 32]), &DeviceId([2; 32]));
    }
}

/// Two signed headers, one after the other: the first says how long it is.
fn fork(bytes: &[u8]) {
    let Ok((_, len)) = Header::from_bytes(bytes) else {
        return;
    };
    let Some((ours, theirs)) = bytes.split_at_checked(len + 64) else {
        return;
    };
    let (Ok(ours), Ok(theirs)) = (SignedHeader::from_bytes(ours), SignedHeader::from_bytes(theirs)) else {
        return;
    };
    assert_eq!([ours.to_bytes(), theirs.to_bytes()].concat(), bytes);
    let device = ours
        .header
        .opening
        .map_or(DeviceId([1; 32]), |opening| opening.device);
    let proof = ForkProof { ours, theirs };
    if proof.verify(&device).is_ok() {
        assert_ne!(proof.ours.header, proof.theirs.header);
        assert_eq!(proof.log(), proof.theirs.header.log);
        assert!(proof.seq() <= proof.theirs.header.seq);
    }
}

/// Decrypted, so written by a member's device; which may be a thief's.
fn batch(bytes: &[u8]) {
    if let Ok(batch) = Batch::decode(bytes) {
        assert_eq!(Batch::decode(&batch.encode()).as_ref(), Ok(&batch));
        for item in &batch.items {
            if let Item::Changes(gathered) = item {
                let packed = columns::scatter(gathered, PLAINTEXT_MAX).unwrap_or_default();
                let slices: Vec<&[u8]> = packed.iter().map(Vec::as_slice).collect();
                let again = columns::scatter(&columns::gather(&slices, PLAINTEXT_MAX), PLAINTEXT_MAX);
                assert_eq!(again.unwrap(), packed);
            }
        }
        let (plain, taken) = pack_up(&batch.vector, &batch.items, <[Item]>::to_vec);
        assert!(taken > 0 || batch.items.is_empty());
        assert!(fits(&plain) || taken <= 1 || plain.len() > PLAINTEXT_MAX);
    }
}

/// Items of two length bytes each, as this target and no release lays them, through a batch and back.
fn items(mut bytes: &[u8]) {
    let mut batch = Batch::default();
    while let Some((len, rest)) = bytes.split_first_chunk::<2>() {
        let len = usize::from(u16::from_le_bytes(*len)).min(rest.len());
        let (item, rest) = rest.split_at(len);
        bytes = rest;
        if let Ok(item) = Item::from_bytes(item) {
            assert_eq!(Item::from_bytes(&item.to_bytes()).as_ref(), Ok(&item));
            batch.items.push(item);
        }
    }
    assert_eq!(Batch::decode(&batch.encode()), Ok(batch));
}
