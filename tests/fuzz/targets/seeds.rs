//! No target: writes the seeds of the others anew, from the golden vectors and from every message.

#![no_main]

use std::fs;
use std::path::Path;

use libfuzzer_sys::fuzz_target;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use tawro_core::crypto::{DeviceSecret, EpochKey};
use tawro_core::id::{ActorId, DeviceId, EntryHash, InviteId, LogId, MemberHash, RecordId, SpaceId};
use tawro_core::log::{Batch, Entry, Item, Opening, Receipt, Seal};
use tawro_core::time::Timestamp;
use tawro_core::wire::{
    Ack, Capabilities, Enrol, Enrolled, Have, Hello, Mail, MailSlot, Message, Packer, PeerAcks,
    ProposalRefusal, Proposed, Refusal,
};

const GOLDEN: &str = include_str!("../../../core/tests/golden/trust.txt");
const SPACE: SpaceId = SpaceId([7; 32]);

fuzz_target!(
    init: write_and_leave(),
    |_data: &[u8]| {}
);

fn write_and_leave() {
    frames();
    entries();
    membership();
    deeds();
    std::process::exit(0);
}

fn put(target: &str, name: &str, parts: &[&[u8]]) {
    let folder = Path::new("seeds").join(target);
    fs::create_dir_all(&folder).expect("the folder of the fuzz targets can be written");
    fs::write(folder.join(name), parts.concat()).expect("the folder of the fuzz targets can be written");
}

fn log() -> Vec<Entry> {
    let mut dice = ChaCha20Rng::seed_from_u64(3);
    let key = EpochKey::generate(&mut dice);
    let device = DeviceSecret::generate(&mut dice);
    let mut written: Vec<Entry> = Vec::new();
    for (number, log) in [(0, 1), (1, 1), (0, 2), (2, 1)] {
        let before = written.iter().rfind(|entry| entry.header.log == LogId([log; 16]));
        let previous = (log == 2).then_some((LogId([1; 16]), 1, EntryHash([9; 32])));
        let seal = Seal {
            space: SPACE,
            log: LogId([log; 16]),
            seq: number,
            prev: before.map(Entry::hash),
            position: 3,
            member_hash: MemberHash([4; 32]),
            epoch: 5,
            opening: (number == 0).then_some(Opening {
                device: device.id(),
                previous,
            }),
        };
        let entry = Entry::seal(seal, &batch().encode(), &key, &device, &mut dice);
        written.push(entry);
    }
    written
}

fn batch() -> Batch {
    let (actor, at) = (ActorId([9; 16]), Timestamp(1_795_462_200));
    Batch {
        vector: vec![(LogId([8; 16]), 300)],
        items: vec![
            Item::Session {
                actor,
                person: Some(RecordId([7; 16])),
                at,
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
        ],
    }
}

fn frames() {
    let mut stream = vec![6];
    for (number, message) in session().iter().chain(&questions()).enumerate() {
        let frame = message.to_frame();
        put("frame", &format!("message-{number:02}"), &[&[1], &frame[4..]]);
        stream.extend_from_slice(&frame);
    }
    put("frame", "stream", &[&stream]);
}

fn packed() -> Vec<u8> {
    let mut entries = Vec::new();
    let mut packer = Packer::new(SPACE);
    log().iter().for_each(|entry| packer.pack(entry, &mut entries));
    entries
}

fn hello() -> Hello {
    let have = Have {
        log: LogId([1; 16]),
        floor: 0,
        seq: 7,
        head: [2; 16],
        applied: Some(3),
    };
    Hello {
        minor_min: 0,
        minor_max: 3,
        capabilities: Capabilities(5),
        software: "tawro 0.1.0".to_owned(),
        clock: 1_795_462_200,
        space: SPACE,
        incarnation: [9; 16],
        member_position: Some(4),
        member_hash: Some(MemberHash([3; 32])),
        have: vec![have],
    }
}

fn session() -> Vec<Message> {
    let ack = Ack {
        log: LogId([1; 16]),
        stored: 6,
        applied: Some(5),
    };
    let accepted = Proposed::Accepted {
        position: 9,
        hash: MemberHash([1; 32]),
    };
    vec![
        Message::Hello(hello()),
        Message::Welcome(hello()),
        Message::Refused(Refusal::NotHere),
        Message::Membership {
            from: 3,
            records: vec![vec![1, 2], Vec::new()],
        },
        Message::Propose {
            id: 1,
            record: vec![7; 10],
        },
        Message::Proposed {
            id: 1,
            result: accepted,
        },
        Message::Proposed {
            id: 2,
            result: Proposed::Refused(ProposalRefusal::CutBelowHeads),
        },
        Message::Entries(packed()),
        Message::Ack(vec![ack]),
        Message::Receipt(receipt()),
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
        Message::Fork {
            held: vec![1],
            other: Some(vec![2]),
        },
        Message::NeedCheckpoint { log: LogId([1; 16]) },
        Message::Notify { topic: 1 },
        Message::Bye,
    ]
}

fn questions() -> Vec<Message> {
    let mail = Mail {
        invite: InviteId([4; 16]),
        slot: MailSlot::Request,
        sealed: Some(vec![1; 20]),
    };
    vec![
        Message::Enrol(Enrol {
            ticket: InviteId([4; 16]),
            device: DeviceId([5; 32]),
            proof: [6; 32],
            space: Some(SPACE),
            records: vec![vec![1]],
        }),
        Message::Enrolled(Enrolled {
            proof: [1; 32],
            position: None,
            hash: None,
        }),
        Message::MailboxPut(mail),
        Message::Locate { hint: [3; 5] },
        Message::Located { space: SPACE },
    ]
}

fn receipt() -> Receipt {
    let heads = vec![(LogId([1; 16]), 6, EntryHash([6; 32]))];
    Receipt::sign(SPACE, heads, &DeviceSecret::from_bytes(&[5; 64]), Timestamp(8))
}

fn entries() {
    let log = log();
    let signed: Vec<_> = log.iter().map(|entry| entry.signed_header().to_bytes()).collect();
    for (number, entry) in log.iter().enumerate() {
        put(
            "entry_header",
            &format!("header-{number}"),
            &[&[0], &entry.header.to_bytes()],
        );
        put(
            "entry_header",
            &format!("entry-{number}"),
            &[&[1], &entry.to_bytes()],
        );
    }
    put("entry_header", "receipt", &[&[2], &receipt().to_bytes()]);
    put("entry_header", "fork", &[&[3], &signed[0], &signed[1]]);
    put("entry_header", "batch", &[&[4], &batch().encode()]);
    let mut items = vec![5];
    for item in batch().items {
        let item = item.to_bytes();
        items.extend_from_slice(&(item.len() as u16).to_le_bytes());
        items.extend_from_slice(&item);
    }
    put("entry_header", "items", &[&items]);
}

fn membership() {
    let mut log = vec![0];
    for line in GOLDEN.lines().filter(|line| line.starts_with("member record ")) {
        let (name, hex) = line
            .split_once(" = ")
            .expect("every golden line is a name and bytes");
        let record: Vec<u8> = (0..hex.len() / 2)
            .map(|at| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).expect("golden bytes are hex"))
            .collect();
        let len = (record.len() as u16).to_le_bytes();
        log.extend_from_slice(&len);
        log.extend_from_slice(&record);
        put(
            "membership_replay",
            &name.replace(' ', "-"),
            &[&[0], &len, &record],
        );
    }
    put("membership_replay", "log", &[&log]);
}

/// Deeds are read from any bytes, so any will do to begin with.
fn deeds() {
    for seed in 0..8 {
        let mut bytes = vec![0; 40 << (seed % 4)];
        ChaCha20Rng::seed_from_u64(seed).fill_bytes(&mut bytes);
        for target in ["membership_replay", "operations"] {
            put(target, &format!("deeds-{seed}"), &[&[1], &bytes]);
        }
    }
}
