//! Frames, messages and the short form of entries: what goes in comes out, and nothing else gets in.

use proptest::prelude::*;
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

use super::*;
use crate::crypto::{self, DeviceSecret, EpochKey};
use crate::id::{DeviceId, EntryHash, InviteId, LogId, MemberHash, SpaceId};
use crate::log::{Entry, Opening, Receipt, Seal};
use crate::time::Timestamp;

const SPACE: SpaceId = SpaceId([1; 32]);

fn messages() -> Vec<Message> {
    let have = Have {
        log: LogId([1; 16]),
        floor: 0,
        seq: 7,
        head: [2; 16],
        applied: None,
    };
    let hello = Hello {
        minor_min: 0,
        minor_max: 3,
        capabilities: Capabilities(5),
        software: "tawro 0.1.0".to_owned(),
        clock: 1_795_462_200,
        space: SPACE,
        incarnation: [9; 16],
        member_position: Some(4),
        member_hash: Some(MemberHash([3; 32])),
        have: vec![
            have,
            Have {
                log: LogId([2; 16]),
                applied: Some(3),
                ..have
            },
        ],
    };
    let ack = Ack {
        log: LogId([1; 16]),
        stored: 6,
        applied: Some(5),
    };
    let hub = DeviceSecret::from_bytes(&[5; 64]);
    let heads = vec![(LogId([1; 16]), 6, EntryHash([6; 32]))];
    let mail = Mail {
        invite: InviteId([4; 16]),
        slot: MailSlot::Request,
        sealed: Some(vec![1; 100]),
    };
    let enrol = Enrol {
        ticket: InviteId([4; 16]),
        device: DeviceId([5; 32]),
        proof: [6; 32],
        space: None,
        records: Vec::new(),
    };
    let accepted = Proposed::Accepted {
        position: 9,
        hash: MemberHash([1; 32]),
    };
    vec![
        Message::Hello(hello.clone()),
        Message::Welcome(Hello {
            member_position: None,
            member_hash: None,
            have: Vec::new(),
            ..hello
        }),
        Message::Refused(Refusal::NotHere),
        Message::Refused(Refusal::Other(900)),
        Message::Membership {
            from: 3,
            records: vec![vec![1, 2], Vec::new()],
        },
        Message::Propose {
            id: 1,
            record: vec![7; 40],
        },
        Message::Proposed {
            id: 1,
            result: accepted,
        },
        Message::Proposed {
            id: 2,
            result: Proposed::Refused(ProposalRefusal::CutBelowHeads),
        },
        Message::Entries(vec![1, 2, 3]),
        Message::Ack(vec![ack]),
        Message::Receipt(Receipt::sign(SPACE, heads, &hub, Timestamp(8))),
        Message::PeerAcks(PeerAcks {
            device: DeviceId([1; 32]),
            incarnation: [2; 16],
            seen: 3,
            acks: vec![ack],
        }),
        Message::Want {
            log: LogId([1; 16]),
            from: Some(0),
        },
        Message::Want {
            log: LogId([1; 16]),
            from: None,
        },
        Message::Fork {
            held: vec![1],
            other: None,
        },
        Message::Fork {
            held: vec![1],
            other: Some(vec![2]),
        },
        Message::NeedCheckpoint { log: LogId([1; 16]) },
        Message::Notify { topic: 1 },
        Message::Bye,
        Message::Enrol(enrol.clone()),
        Message::Enrol(Enrol {
            space: Some(SPACE),
            records: vec![vec![1]],
            ..enrol
        }),
        Message::Enrolled(Enrolled {
            proof: [1; 32],
            position: None,
            hash: None,
        }),
        Message::MailboxPut(mail.clone()),
        Message::MailboxGet(Mail {
            sealed: None,
            ..mail.clone()
        }),
        Message::MailboxItem(mail),
        Message::Locate { hint: [3; 5] },
        Message::Located {
            space: SpaceId([9; 32]),
        },
    ]
}

/// Entries of a few logs, each entry continuing the log that the plan names.
fn entries(plan: &[(usize, bool)]) -> Vec<Entry> {
    let mut dice = ChaCha20Rng::seed_from_u64(3);
    let key = EpochKey::generate(&mut dice);
    let device = DeviceSecret::generate(&mut dice);
    let mut heads: [Option<Entry>; 4] = [None, None, None, None];
    let mut position = 0;
    let mut written = Vec::new();
    for &(log, membership_grew) in plan {
        position += u32::from(membership_grew);
        let head = heads[log].as_ref();
        let previous = (log == 1).then_some((LogId([9; 16]), 300, EntryHash([8; 32])));
        let seal = Seal {
            space: SPACE,
            log: LogId([log as u8; 16]),
            seq: head.map_or(0, |head| head.header.seq + 1),
            prev: head.map(Entry::hash),
            position,
            member_hash: MemberHash([position as u8; 32]),
            epoch: position / 2,
            opening: head.is_none().then(|| Opening {
                device: device.id(),
                previous,
            }),
        };
        let entry = Entry::seal(seal, &[1; 64], &key, &device, &mut dice);
        heads[log] = Some(entry.clone());
        written.push(entry);
    }
    written
}

#[test]
fn every_message_reads_back_through_any_cutting() {
    let stream: Vec<u8> = messages().iter().flat_map(Message::to_frame).collect();
    for step in [1, 7, 1000, stream.len()] {
        let mut reader = FrameReader::new();
        let mut read = Vec::new();
        for bytes in stream.chunks(step) {
            reader.push(bytes);
            while let Some(message) = reader.next_message().expect("reads") {
                read.push(message);
            }
        }
        assert_eq!(read, messages());
        assert!(!reader.inside_frame());
    }
}

#[test]
fn the_bytes_of_the_first_release_never_change() {
    let stream: Vec<u8> = messages().iter().flat_map(Message::to_frame).collect();
    let pinned = data_encoding::HEXLOWER.encode(&crypto::hash(&stream)[..8]);
    assert_eq!((stream.len(), pinned.as_str()), (1401, "78502cdfce6358b9"));
    let mut packer = Packer::new(SPACE);
    let mut packed = Vec::new();
    for entry in entries(&[(0, false), (0, false), (1, true), (0, false), (1, true)]) {
        packer.pack(&entry, &mut packed);
    }
    let pinned = data_encoding::HEXLOWER.encode(&crypto::hash(&packed)[..8]);
    assert_eq!((packed.len(), pinned.as_str()), (1098, "97b9ea19d216989e"));
}

#[test]
fn a_frame_too_long_or_unknown_is_told_apart() {
    let check = |bytes: &[u8], expected| {
        let mut reader = FrameReader::new();
        reader.push(bytes);
        assert_eq!(reader.next_message(), expected);
    };
    check(&[0, 0, 0, 0], Err(FrameFault::Length { len: 0 }));
    check(&[1, 0, 16, 0], Err(FrameFault::Length { len: FRAME_MAX + 1 }));
    check(&[0, 0, 16, 0, 1], Ok(None));
    check(&[1, 0, 0, 0, 0x7f], Ok(Some(Message::Unknown { kind: 0x7f })));
    check(
        &[1, 0, 0, 0, 0xff],
        Err(FrameFault::UnknownCritical { kind: 0xff }),
    );
    check(&[1, 0, 0, 0, 0x81], Err(FrameFault::Body { kind: 0x81 }));
}

#[test]
fn a_have_that_names_a_log_twice_is_refused() {
    let Some(Message::Hello(mut hello)) = messages().into_iter().next() else {
        return;
    };
    hello.have.push(hello.have[0]);
    let mut reader = FrameReader::new();
    reader.push(&Message::Hello(hello).to_frame());
    assert_eq!(reader.next_message(), Err(FrameFault::Body { kind: 0x81 }));
}

#[test]
fn an_entry_in_steady_state_costs_two_bytes() {
    let entries = entries(&[(0, false); 3]);
    let mut packer = Packer::new(SPACE);
    let costs: Vec<usize> = entries
        .iter()
        .map(|entry| {
            let mut out = Vec::new();
            packer.pack(entry, &mut out);
            out.len() - 24 - 64 - entry.ciphertext.len()
        })
        .collect();
    // The first names its log, its device and, as the first of the stream, the key.
    assert_eq!(costs, [2 + 16 + 32 + 17, 2, 2]);
}

#[test]
fn an_entry_of_a_later_version_travels_whole() {
    let mut entry = entries(&[(0, false)]).remove(0);
    entry.header.version = 2;
    entry.header.more = vec![1, 2, 3];
    let mut out = Vec::new();
    let mut packer = Packer::new(SPACE);
    packer.pack(&entry, &mut out);
    assert_eq!(Unpacker::new(SPACE).unpack(&out), Ok(vec![entry]));
}

#[test]
fn a_million_empty_records_are_not_unpacked() {
    let message = |count| Message::Membership {
        from: 0,
        records: vec![Vec::new(); count],
    };
    let read = |message: Message| {
        let mut reader = FrameReader::new();
        reader.push(&message.to_frame());
        reader.next_message()
    };
    assert_eq!(read(message(8_192)), Ok(Some(message(8_192))));
    assert_eq!(read(message(8_193)), Err(FrameFault::Body { kind: 0x84 }));
}

#[test]
fn an_entry_that_jumps_to_where_none_can_stand_is_malformed() {
    let mut entry = entries(&[(0, false); 2]).remove(1);
    entry.header.prev = EntryHash([0; 32]);
    let mut out = Vec::new();
    Packer::new(SPACE).pack(&entry, &mut out);
    assert_eq!(Unpacker::new(SPACE).unpack(&out), Err(crate::log::Malformed));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn packed_entries_unpack_to_the_same_bytes(
        plan in proptest::collection::vec((0usize..4, any::<bool>()), 1..12),
        resent in proptest::collection::vec(any::<prop::sample::Index>(), 0..6),
    ) {
        let written = entries(&plan);
        let again = resent.iter().map(|index| index.get(&written).clone());
        let sent: Vec<Entry> = written.iter().cloned().chain(again).collect();
        let (mut packer, mut unpacker) = (Packer::new(SPACE), Unpacker::new(SPACE));
        let mut read = Vec::new();
        for frame in sent.chunks(3) {
            let mut out = Vec::new();
            frame.iter().for_each(|entry| packer.pack(entry, &mut out));
            read.extend(unpacker.unpack(&out).expect("unpacks"));
        }
        prop_assert_eq!(read, sent);
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), kind in any::<u8>()) {
        let _ = Unpacker::new(SPACE).unpack(&bytes);
        let mut reader = FrameReader::new();
        reader.push(&bytes);
        while let Ok(Some(_)) = reader.next_message() {}
        let _ = Message::from_frame(&Frame { kind, body: bytes });
    }

    #[test]
    fn changed_messages_never_panic(
        which in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), byte in any::<u8>(),
    ) {
        let messages = messages();
        let mut bytes = which.get(&messages).to_frame();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let mut reader = FrameReader::new();
        reader.push(&bytes);
        while let Ok(Some(_)) = reader.next_message() {}
    }

    #[test]
    fn changed_entries_never_pass(at in any::<prop::sample::Index>(), flip in 1u8..) {
        let sent = entries(&[(0, false), (1, true), (0, true)]);
        let device = sent[0].header.opening.expect("opens").device;
        let mut packer = Packer::new(SPACE);
        let mut out = Vec::new();
        sent.iter().for_each(|entry| packer.pack(entry, &mut out));
        let at = at.index(out.len());
        out[at] ^= flip;
        if let Ok(read) = Unpacker::new(SPACE).unpack(&out) {
            prop_assert_ne!(&read, &sent);
            prop_assert!(read.iter().any(|entry| entry.verify(&device).is_err()
                || entry.header.opening.is_some_and(|opening| opening.device != device)));
        }
    }
}
