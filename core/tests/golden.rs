//! Golden vectors: the bytes of what is signed, sealed and typed, for fixed dice.
//!
//! Another implementation can check itself against `golden/trust.txt`. A changed line means that
//! devices in the field no longer understand each other: make a new version instead. Lines are a
//! name and lower-case hex (or, where marked, text).

use std::collections::{BTreeMap, BTreeSet};

use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use tawro_core::code::{Card, Code, comparison};
use tawro_core::crypto::{self, DeviceSecret, EpochKey};
use tawro_core::id::{DeviceId, InviteId, LogId, RecordId, SpaceId};
use tawro_core::membership::draft::{self, Newcomer, RoleChange, Takeover};
use tawro_core::membership::invite::{self, JoinOffer, JoinRequest};
use tawro_core::membership::recovery::{RecoverySecret, space_hint};
use tawro_core::membership::{Cut, Keyring, KeyringSource, MemberRecord, Membership, Role, sequence, ticket};
use tawro_core::time::Timestamp;

const GOLDEN: &str = include_str!("golden/trust.txt");
const INVITE: [u8; 16] = [0x11; 16];
const RECOVERY: [u8; 20] = [0x22; 20];

fn founder() -> DeviceSecret {
    DeviceSecret::from_bytes(&[0x33; 64])
}

fn second() -> DeviceSecret {
    DeviceSecret::from_bytes(&[0x44; 64])
}

fn hub() -> DeviceSecret {
    DeviceSecret::from_bytes(&[0x55; 64])
}

/// Every line of the file, made again.
#[derive(Default)]
struct Lines(Vec<(String, String)>);

impl Lines {
    fn hex(&mut self, name: &str, bytes: &[u8]) {
        self.text(name, &data_encoding::HEXLOWER.encode(bytes));
    }

    fn text(&mut self, name: &str, text: &str) {
        self.0.push((name.to_owned(), text.to_owned()));
    }
}

fn primitives(lines: &mut Lines) {
    let key = EpochKey::generate(&mut ChaCha20Rng::seed_from_u64(1));
    lines.hex("derive epoch-id of 'ikm'", &crypto::derive("epoch-id", b"ikm"));
    lines.hex(
        "mac ticket-hub of 'data' under 32 bytes 66",
        &crypto::mac(&[0x66; 32], "ticket-hub", b"data"),
    );
    lines.hex("founder device", &founder().keys().device.0);
    lines.hex("founder exchange", &founder().keys().exchange);
    lines.hex("founder signs entry of 'data'", &founder().sign("entry", b"data"));
    lines.hex("key id of dice 1", &key.key_id().0);
    lines.hex(
        "entry sealed with nonce 77 and aad 'aad' of 'plain'",
        &key.seal(&[0x77; 24], b"aad", b"plain"),
    );
    let wrap = key.wrap_for(
        &second().keys().exchange,
        b"info",
        &mut ChaCha20Rng::seed_from_u64(2),
    );
    lines.hex(
        "wrapped for second with info 'info' and dice 2",
        &wrap.expect("a usable key"),
    );
    lines.hex(
        "recovery device",
        &RecoverySecret::from_bytes(&RECOVERY).keys().device.0,
    );
    lines.hex(
        "recovery exchange",
        &RecoverySecret::from_bytes(&RECOVERY).keys().exchange,
    );
}

fn codes(lines: &mut Lines) {
    let hub: tawro_core::code::HubAddress = "hub.example.org:7421".parse().expect("an address");
    let ticket = Code::Ticket {
        secret: [0x88; 16].into(),
        hub: "192.0.2.7".parse().expect("an address"),
    };
    let recovery = Code::Recovery {
        secret: RECOVERY.into(),
        hub: Some(hub.clone()),
        space: [0x99; 5],
    };
    lines.text("ticket code (text)", &ticket.to_string());
    lines.text(
        "invite code (text)",
        &Code::Invite {
            secret: INVITE.into(),
            hub,
        }
        .to_string(),
    );
    lines.text("recovery code (text)", &recovery.to_string());
    let until = "2026-12-31".parse().expect("a day");
    let card = Card::sign(&SpaceId([0xdd; 32]), RecordId([0xee; 16]), until, &founder());
    lines.text("membership card code (text)", &card.to_string());
    lines.text("comparison of 32 bytes aa (text)", &comparison(&[0xaa; 32]));
    let device = DeviceId([0xbb; 32]);
    lines.hex("ticket id", &ticket::ticket_id(&[0x88; 16]).0);
    lines.hex(
        "ticket client proof",
        &ticket::client_proof(&[0x88; 16], &[0xcc; 32], &device),
    );
    lines.hex(
        "ticket hub proof",
        &ticket::hub_proof(&[0x88; 16], &[0xcc; 32], &device),
    );
}

struct Log {
    records: Vec<MemberRecord>,
    now: Membership,
}

impl Log {
    fn push(&mut self, draft: Result<MemberRecord, draft::DraftRefusal>, sequencer: &DeviceSecret) {
        let draft = draft.expect("the golden log holds");
        let record = sequence(draft, &self.now, sequencer, &|_| Vec::new()).expect("the golden log holds");
        self.now.apply(&record).expect("what is sequenced applies");
        self.records.push(record);
    }

    fn keyring(&self) -> Keyring {
        Keyring::open(&self.now, KeyringSource::Device(&founder())).expect("the founder belongs")
    }
}

fn membership() -> Log {
    let mut dice = ChaCha20Rng::seed_from_u64(3);
    let recovery = RecoverySecret::from_bytes(&RECOVERY);
    let genesis = draft::genesis(&founder(), "founder", &recovery.keys(), &mut dice).expect("a genesis");
    let now = Membership::replay([&genesis]).expect("a genesis begins a space");
    let mut log = Log {
        records: vec![genesis],
        now,
    };
    let (by, id) = (founder(), invite::invite_id(&INVITE));
    let draft = draft::invite_open(&log.now, &by, id, Timestamp(1_795_462_200));
    log.push(draft, &by);
    let (keys, role) = (second().keys(), Role::Admin);
    let newcomer = Newcomer {
        keys,
        role,
        label: "second".into(),
        invite: Some(id),
    };
    let draft = draft::add(&log.now, &log.keyring(), &by, &newcomer, &mut dice);
    log.push(draft, &by);
    let change = RoleChange {
        device: second().id(),
        role: Role::Member,
        cut: Cut::new(),
    };
    let draft = draft::set_role(&log.now, &log.keyring(), &by, change, &mut dice);
    log.push(draft, &by);
    let draft = draft::set_sequencer(&log.now, &by, hub().id().0);
    log.push(draft, &by);
    let draft = draft::rotate(&log.now, &log.keyring(), &by, BTreeSet::new(), &mut dice);
    log.push(draft, &hub());
    let draft = draft::invite_open(&log.now, &by, InviteId([1; 16]), Timestamp(0));
    log.push(draft, &hub());
    let draft = draft::invite_close(&log.now, &by, InviteId([1; 16]));
    log.push(draft, &hub());
    let (gone, cut) = (BTreeSet::from([second().id()]), Cut::from([(LogId([2; 16]), 41)]));
    let draft = draft::remove(&log.now, &log.keyring(), &by, &gone, cut.clone(), &mut dice);
    log.push(draft, &hub());
    let code = RecoverySecret::from_bytes(&[0xdd; 20]);
    let draft = draft::set_recovery(&log.now, &log.keyring(), &by, &code.keys(), &mut dice);
    log.push(draft, &hub());
    let takeover = Takeover {
        keys: DeviceSecret::from_bytes(&[0xee; 64]).keys(),
        label: "third".into(),
        recovery: RecoverySecret::from_bytes(&[0xff; 20]).keys(),
        cut,
    };
    let keyring = Keyring::open(&log.now, KeyringSource::Recovery(&code.secret())).expect("the code opens");
    let draft = draft::recover(&log.now, &keyring, &code.secret(), takeover, &mut dice);
    log.push(draft, &hub());
    log
}

fn joining(log: &Log, lines: &mut Lines) {
    let mut dice = ChaCha20Rng::seed_from_u64(4);
    let begun = Membership::replay(&log.records[..1]).expect("a genesis begins a space");
    let offer = JoinOffer::new(&begun, &founder(), hub().id().0, &INVITE);
    let request = JoinRequest::new(&second(), "second", &INVITE).expect("a short label");
    lines.hex("invite id", &invite::invite_id(&INVITE).0);
    lines.hex("join offer with dice 4", &offer.seal(&INVITE, &mut dice));
    lines.hex("join request with dice 4", &request.seal(&INVITE, &mut dice));
    lines.hex(
        "join reveal with dice 4",
        &invite::reveal(&founder(), &INVITE, &mut dice),
    );
    let nonce = invite::nonce(&founder(), &INVITE);
    let transcript = invite::transcript(&offer, &request, &nonce).expect("the nonce committed to");
    lines.hex("join transcript", &transcript);
    lines.text("join comparison (text)", &comparison(&transcript));
}

#[test]
fn the_bytes_are_the_ones_written_down() {
    let (mut lines, log) = (Lines::default(), membership());
    primitives(&mut lines);
    codes(&mut lines);
    joining(&log, &mut lines);
    lines.hex("space", &log.now.space().0);
    for record in &log.records {
        lines.hex(&format!("member record {}", record.position()), record.bytes());
        lines.hex(&format!("member hash {}", record.position()), &record.hash().0);
    }
    let code = RecoverySecret::from_bytes(&[0xff; 20]).secret();
    let keyring = Keyring::open(&log.now, KeyringSource::Recovery(&code)).expect("the code opens");
    let statistics = keyring
        .statistics()
        .expect("a code in force reaches the first epoch");
    lines.hex("statistics key", &statistics.keys().device.0);
    lines.hex("statistics exchange", &statistics.keys().exchange);
    let made: Vec<String> = lines
        .0
        .iter()
        .map(|(name, value)| format!("{name} = {value}"))
        .collect();
    let known: Vec<&str> = GOLDEN.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(known, made, "\n{}\n", made.join("\n"));
}

#[test]
fn the_written_bytes_replay_and_open() {
    let known: BTreeMap<&str, &str> = GOLDEN.lines().filter_map(|line| line.split_once(" = ")).collect();
    let bytes = |name: &str| {
        data_encoding::HEXLOWER
            .decode(known[name].as_bytes())
            .expect("hex")
    };
    let records: Vec<MemberRecord> = (0..11)
        .map(|position| {
            let bytes = bytes(&format!("member record {position}"));
            MemberRecord::from_bytes(&bytes).expect("a record")
        })
        .collect();
    let membership = Membership::replay(&records).expect("the golden log replays");
    assert_eq!(membership.space().0.to_vec(), bytes("space"));
    assert_eq!(space_hint(&membership.space()).to_vec(), bytes("space")[..5]);
    let code = RecoverySecret::from_bytes(&[0xff; 20]).secret();
    let keyring = Keyring::open(&membership, KeyringSource::Recovery(&code)).expect("the code opens");
    assert!((0..=membership.epoch()).all(|epoch| keyring.key(epoch).is_some()));
    let labels: Vec<_> = membership
        .members()
        .filter_map(|member| keyring.label(member))
        .collect();
    assert_eq!(labels, ["founder", "second", "third"]);
    let request = JoinRequest::open(&INVITE, &bytes("join request with dice 4")).expect("a request");
    assert_eq!(
        (request.keys, request.label.as_str()),
        (second().keys(), "second")
    );
    assert!(JoinOffer::open(&INVITE, &bytes("join offer with dice 4")).is_ok());
}
