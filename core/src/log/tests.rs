//! The laws of the log, and the golden bytes of what is signed.

use proptest::prelude::*;
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

use super::*;
use crate::crypto::{self, DeviceSecret, EpochKey};
use crate::id::{ActorId, DeviceId, EntryHash, LogId, MemberHash, RecordId, SpaceId};
use crate::time::Timestamp;

fn dice(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed)
}

struct Writer {
    device: DeviceSecret,
    key: EpochKey,
    dice: ChaCha20Rng,
}

impl Writer {
    fn new(seed: u64) -> Self {
        let mut dice = dice(seed);
        Self {
            device: DeviceSecret::generate(&mut dice),
            key: EpochKey::generate(&mut dice),
            dice,
        }
    }

    fn write(&mut self, head: Option<&Entry>, plain: &[u8]) -> Entry {
        let opening = Opening {
            device: self.device.id(),
            previous: None,
        };
        let seal = Seal {
            space: SpaceId([1; 32]),
            log: LogId([2; 16]),
            seq: head.map_or(0, |head| head.header.seq + 1),
            prev: head.map(Entry::hash),
            position: 3,
            member_hash: MemberHash([4; 32]),
            epoch: 5,
            opening: head.is_none().then_some(opening),
        };
        Entry::seal(seal, plain, &self.key, &self.device, &mut self.dice)
    }
}

fn batch() -> Batch {
    let actor = ActorId([9; 16]);
    let at = Timestamp(1_795_462_200);
    Batch {
        vector: vec![(LogId([8; 16]), 300)],
        items: vec![
            Item::Session {
                actor,
                person: Some(RecordId([7; 16])),
                at,
            },
            Item::Session {
                actor,
                person: None,
                at: Timestamp(-5),
            },
            Item::Change(b"a change".to_vec()),
            Item::Carried {
                actor,
                device: DeviceId([6; 32]),
                person: None,
                at,
            },
            Item::Unknown {
                kind: 100,
                critical: true,
                bytes: vec![1, 2],
            },
            Item::Unknown {
                kind: 101,
                critical: false,
                bytes: Vec::new(),
            },
        ],
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn an_entry_opens_verifies_and_reads_back() {
    let mut writer = Writer::new(1);
    let first = writer.write(None, &batch().encode());
    let second = writer.write(Some(&first), b"x");
    for entry in [&first, &second] {
        assert_eq!(Entry::from_bytes(&entry.to_bytes()).as_ref(), Ok(entry));
        assert_eq!(entry.verify(&writer.device.id()), Ok(()));
    }
    assert_eq!(
        Batch::decode(&first.open(&writer.key).expect("opens")),
        Ok(batch())
    );
    assert_eq!(
        first.open(&EpochKey::generate(&mut dice(2))),
        Err(OpenFault::OtherKey)
    );
    assert!(second.verify(&Writer::new(2).device.id()).is_err());
}

#[test]
fn the_bytes_that_are_signed_never_change() {
    let mut writer = Writer::new(7);
    let first = writer.write(None, b"the first entry");
    let second = writer.write(Some(&first), b"plain");
    let heads = vec![(LogId([2; 16]), 1, second.hash())];
    let receipt = Receipt::sign(SpaceId([1; 32]), heads, &writer.device, Timestamp(1_795_462_200));
    let pinned = [
        first.header.to_bytes(),
        second.header.to_bytes(),
        second.to_bytes(),
        receipt.to_bytes(),
    ]
    .map(|bytes| (bytes.len(), hex(&crypto::hash(&bytes)[..8])));
    let expected = [
        (245, "9f3a6c4fbd2017dc"),
        (213, "fe8f870e0eb975b8"),
        (298, "ad7068a1de4a22c0"),
        (131, "cf2785404d754890"),
    ];
    assert_eq!(pinned, expected.map(|(len, hash)| (len, hash.to_owned())));
    assert_eq!(hex(&second.header.to_bytes()[..9]), "01010001000000d500");
}

/// zstd may pack otherwise one day; what it packed today must always read.
#[test]
fn a_batch_packed_by_the_first_release_reads() {
    let plain = "004028b52ffd2094bd010024020108ac02260109f0d0a4b00d071209090261206368616e676536030603e40102016507\
                 00671000d75c3f91576a66a083a07b1d6803000000000000";
    let plain = data_encoding::HEXLOWER.decode(plain.as_bytes()).expect("is hex");
    assert_eq!(Batch::decode(&plain), Ok(batch()));
}

#[test]
fn a_header_of_a_later_version_is_kept_whole_and_not_opened() {
    let mut writer = Writer::new(1);
    let first = writer.write(None, b"x");
    let mut later = first.clone();
    later.header = Header {
        version: 2,
        min_reader: 2,
        flags: 0x40,
        more: vec![1; 30],
        ..first.header
    };
    later.signature = writer.device.sign("entry", &later.header.to_bytes());
    let read = Entry::from_bytes(&later.to_bytes()).expect("reads");
    assert_eq!(read, later);
    assert_eq!(read.verify(&writer.device.id()), Ok(()));
    assert_eq!(
        read.open(&writer.key),
        Err(OpenFault::NewerFormat { min_reader: 2 })
    );
}

#[test]
fn a_header_that_contradicts_itself_is_malformed() {
    let header = Writer::new(1).write(None, b"x").header;
    let opening = header.opening;
    let wrong = [
        Header {
            version: 0,
            ..header.clone()
        },
        Header {
            suite: 2,
            ..header.clone()
        },
        Header {
            ring: 1,
            ..header.clone()
        },
        Header {
            flags: 4,
            ..header.clone()
        },
        Header {
            more: vec![0],
            ..header.clone()
        },
        Header {
            min_reader: 2,
            ..header.clone()
        },
        Header {
            seq: 1,
            ..header.clone()
        },
        Header {
            prev: EntryHash([1; 32]),
            ..header.clone()
        },
        Header {
            opening: None,
            ..header.clone()
        },
        Header {
            opening,
            seq: 1,
            prev: EntryHash([1; 32]),
            ..header.clone()
        },
    ];
    for header in wrong {
        assert_eq!(
            Header::from_bytes(&header.to_bytes()),
            Err(Malformed),
            "{header:?}"
        );
    }
}

#[test]
fn an_entry_stands_next_or_is_told_why_not() {
    let mut writer = Writer::new(1);
    let device = writer.device.id();
    let first = writer.write(None, b"a");
    let second = writer.write(Some(&first), b"b");
    let third = writer.write(Some(&second), b"c");
    let other = writer.write(Some(&first), b"B");
    let beyond = writer.write(Some(&other), b"C");
    let head = LogHead::of(&second, device);
    let check = |entry: &Entry, head: Option<&LogHead>, expected| {
        assert_eq!(place(&entry.header, head), expected);
    };
    check(&first, None, Place::Next);
    check(&second, None, Place::Gap { have: None });
    check(&first, Some(&head), Place::Held);
    check(&second, Some(&head), Place::Held);
    check(&third, Some(&head), Place::Next);
    check(
        &third,
        Some(&LogHead::of(&first, device)),
        Place::Gap { have: Some(0) },
    );
    check(
        &other,
        Some(&head),
        Place::Fork {
            ours: second.hash(),
            theirs: other.hash(),
        },
    );
    check(
        &beyond,
        Some(&head),
        Place::Fork {
            ours: second.hash(),
            theirs: other.hash(),
        },
    );
}

#[test]
fn a_fork_is_proven_by_two_signatures_and_by_nothing_less() {
    let mut writer = Writer::new(1);
    let device = writer.device.id();
    let first = writer.write(None, b"a");
    let second = writer.write(Some(&first), b"b");
    let third = writer.write(Some(&second), b"c");
    let other = writer.write(Some(&first), b"B");
    let beyond = writer.write(Some(&other), b"C");
    let proof = |ours: &Entry, theirs: &Entry| ForkProof {
        ours: ours.signed_header(),
        theirs: theirs.signed_header(),
    };
    assert_eq!(proof(&second, &other).verify(&device), Ok(()));
    assert_eq!(proof(&second, &beyond).verify(&device), Ok(()));
    assert_eq!(proof(&beyond, &second).verify(&device), Ok(()));
    assert_eq!(proof(&second, &third).verify(&device), Err(NoFork::Consistent));
    assert_eq!(proof(&second, &second).verify(&device), Err(NoFork::Consistent));
    assert_eq!(proof(&first, &beyond).verify(&device), Err(NoFork::Consistent));
    let mut forged = proof(&second, &other);
    forged.theirs.signature[0] ^= 1;
    assert_eq!(forged.verify(&device), Err(NoFork::Signature));
    let bytes = forged.ours.to_bytes();
    assert_eq!(SignedHeader::from_bytes(&bytes), Ok(forged.ours));
}

#[test]
fn a_receipt_is_the_hubs_and_whole() {
    let hub = Writer::new(1).device;
    let heads = vec![(LogId([1; 16]), 4, EntryHash([2; 32]))];
    let receipt = Receipt::sign(SpaceId([3; 32]), heads, &hub, Timestamp(9));
    assert_eq!(Receipt::from_bytes(&receipt.to_bytes()), Ok(receipt.clone()));
    let space = SpaceId([3; 32]);
    assert_eq!(receipt.verify(&space, &hub.id()), Ok(()));
    assert!(receipt.verify(&space, &Writer::new(2).device.id()).is_err());
    assert!(receipt.verify(&SpaceId([4; 32]), &hub.id()).is_err());
    let mut more = receipt;
    more.heads[0].1 += 1;
    assert!(more.verify(&space, &hub.id()).is_err());
}

#[test]
fn a_batch_takes_what_fits_and_says_how_much() {
    // Bytes that zstd cannot shorten, 20 KiB each.
    let items: Vec<Item> = (0..40u8)
        .map(|n| {
            let mut bytes = Vec::new();
            while bytes.len() < 20 * 1024 {
                bytes.extend_from_slice(&crypto::hash(
                    &[&[n], bytes.len().to_le_bytes().as_slice()].concat(),
                ));
            }
            Item::Change(bytes)
        })
        .collect();
    let (plain, taken) = pack_up(&[], &items, <[Item]>::to_vec);
    assert!(fits(&plain) && taken > 10 && taken < 13, "{taken}");
    assert_eq!(
        Batch::decode(&plain).map(|batch| batch.items),
        Ok(items[..taken].to_vec())
    );

    let easy = vec![Item::Change(vec![0; 100 * 1024]); 40];
    let (plain, taken) = pack_up(&[], &easy, <[Item]>::to_vec);
    assert!(fits(&plain));
    assert_eq!(taken, 11, "closed by the item that reaches 1 MiB");

    let largest = Item::Change(
        items
            .iter()
            .take(10)
            .flat_map(Item::to_bytes)
            .take(192 * 1024)
            .collect(),
    );
    let (plain, taken) = pack_up(&[], &[largest], <[Item]>::to_vec);
    assert!(fits(&plain) && taken == 1);
}

#[test]
fn padding_hides_small_differences_and_costs_little() {
    let len = |bytes: usize| {
        Batch {
            vector: Vec::new(),
            items: vec![Item::Change(vec![7; bytes])],
        }
        .encode()
        .len()
    };
    assert_eq!(len(0), 64);
    assert_eq!(len(10), 64);
    assert_eq!(crypto::padme(200 * 1024), len_of_stored(200 * 1024));
}

/// A stored (unpacked) body whose plaintext would be exactly so long before padding.
fn len_of_stored(len: usize) -> usize {
    let mut bytes: Vec<u8> = Vec::new();
    while bytes.len() < len - 12 {
        bytes.extend_from_slice(&crypto::hash(&bytes.len().to_le_bytes()));
    }
    bytes.truncate(len - 12);
    Batch {
        vector: Vec::new(),
        items: vec![Item::Change(bytes)],
    }
    .encode()
    .len()
}

#[test]
fn a_bomb_is_refused_before_it_unpacks() {
    let bomb = zstd::bulk::compress(&vec![0; 64 * 1024 * 1024], 3).expect("packs");
    let mut plain = vec![0];
    put_varint(&mut plain, bomb.len() as u64);
    plain.extend_from_slice(&bomb);
    assert_eq!(Batch::decode(&plain), Err(BatchFault::Malformed));
    assert_eq!(
        Batch::decode(&[1, 0]),
        Err(BatchFault::UnknownDictionary { number: 1 })
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let _ = Header::from_bytes(&bytes);
        let _ = Entry::from_bytes(&bytes);
        let _ = Receipt::from_bytes(&bytes);
        let _ = SignedHeader::from_bytes(&bytes);
        let _ = Batch::decode(&bytes);
        let _ = Item::from_bytes(&bytes);
    }

    #[test]
    fn what_reads_writes_the_same_bytes(at in 0usize..245, bit in 0u8..8) {
        let mut bytes = Writer::new(1).write(None, b"x").header.to_bytes();
        bytes[at] ^= 1 << bit;
        if let Ok((header, len)) = Header::from_bytes(&bytes) {
            prop_assert_eq!(header.to_bytes(), &bytes[..len]);
        }
    }

    #[test]
    fn no_changed_bit_of_an_entry_passes(at in 0usize..400, bit in 0u8..8) {
        let mut writer = Writer::new(1);
        let entry = writer.write(None, &batch().encode());
        let mut bytes = entry.to_bytes();
        let at = at % bytes.len();
        bytes[at] ^= 1 << bit;
        if let Ok(read) = Entry::from_bytes(&bytes) {
            prop_assert!(read.verify(&writer.device.id()).is_err());
        }
    }

    #[test]
    fn batches_read_back(changes in proptest::collection::vec(
        proptest::collection::vec(any::<u8>(), 0..80), 0..20), seqs in proptest::collection::vec(any::<u64>(), 0..5)) {
        let vector = seqs.into_iter().enumerate().map(|(n, seq)| (LogId([n as u8; 16]), seq)).collect();
        let batch = Batch { vector, items: changes.into_iter().map(Item::Change).collect() };
        prop_assert_eq!(Batch::decode(&batch.encode()), Ok(batch));
    }
}

#[test]
fn a_number_beyond_the_last_is_malformed() {
    let mut writer = Writer::new(11);
    let first = writer.write(None, b"x");
    let mut header = writer.write(Some(&first), b"y").header;
    let mut check = |seq, expected| {
        header.seq = seq;
        assert_eq!(Header::from_bytes(&header.to_bytes()).is_ok(), expected);
    };
    check(SEQ_MAX, true);
    check(SEQ_MAX + 1, false);
    check(u64::MAX, false);
    let mut opening = first.header;
    let mut check = |seq, expected| {
        opening.opening = opening.opening.map(|opening| Opening {
            previous: Some((LogId([7; 16]), seq, EntryHash([7; 32]))),
            ..opening
        });
        assert_eq!(Header::from_bytes(&opening.to_bytes()).is_ok(), expected);
    };
    check(SEQ_MAX, true);
    check(u64::MAX, false);
    let check = |seq, expected| {
        let heads = vec![(LogId([2; 16]), seq, EntryHash([3; 32]))];
        let receipt = Receipt::sign(SpaceId([1; 32]), heads, &writer.device, Timestamp(1));
        assert_eq!(Receipt::from_bytes(&receipt.to_bytes()).is_ok(), expected);
    };
    check(SEQ_MAX, true);
    check(SEQ_MAX + 1, false);
}
