//! Who belongs: what bytes and what deeds can do to the log of the membership.

#![no_main]

use std::collections::BTreeSet;
use std::sync::OnceLock;

use arbitrary::{Arbitrary, Unstructured};
use libfuzzer_sys::fuzz_target;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use tawro_core::crypto::DeviceSecret;
use tawro_core::id::{InviteId, LogId};
use tawro_core::membership::draft::{self, DraftRefusal, Newcomer, RoleChange, Takeover};
use tawro_core::membership::{
    Body, Cut, Keyring, KeyringSource, MemberRecord, Membership, Role, SequenceRefusal, sequence,
};
use tawro_core::time::Timestamp;

#[derive(Debug, Arbitrary)]
enum Deed {
    Add {
        who: u8,
        role: u8,
        invite: Option<u8>,
    },
    Remove {
        who: Vec<u8>,
        seq: u64,
    },
    Rotate {
        closes: Vec<u8>,
    },
    SetRole {
        who: u8,
        role: u8,
        cut: Option<u64>,
    },
    InviteOpen(u8),
    InviteClose(u8),
    SetRecovery(u8),
    SetSequencer(u8),
    Recover {
        who: u8,
        code: u8,
    },
    /// Any record of before with other bytes, signed by whom it takes.
    Forge(Forgery),
    /// A removal that is not sequenced.
    Deny {
        who: u8,
    },
}

#[derive(Debug, Arbitrary)]
struct Forgery {
    of: u8,
    by: u8,
    /// It stands at the next place; otherwise where the record of before stood.
    next: bool,
    head: Option<[u8; 4]>,
    edits: Vec<(u16, u8)>,
    cut: Option<u16>,
    more: Vec<u8>,
}

fuzz_target!(|data: &[u8]| {
    let Some((what, bytes)) = data.split_first() else {
        return;
    };
    if what % 2 == 0 {
        raw(bytes);
    } else {
        deeds(Unstructured::new(bytes));
    }
});

/// Records as they come from a stranger, each after two bytes of length.
fn raw(mut bytes: &[u8]) {
    let mut taken = Vec::new();
    let mut now: Option<Membership> = None;
    while let Some((len, rest)) = bytes.split_first_chunk::<2>() {
        let (record, rest) = rest.split_at(usize::from(u16::from_le_bytes(*len)).min(rest.len()));
        bytes = rest;
        let Ok(record) = MemberRecord::from_bytes(record) else {
            continue;
        };
        assert_eq!(MemberRecord::from_bytes(record.bytes()).as_ref(), Ok(&record));
        let applied = match &mut now {
            None => Membership::begin(&record).map(|begun| now = Some(begun)),
            Some(now) => apply(now, &record),
        };
        if applied.is_ok() {
            taken.push(record);
        }
    }
    if let Some(now) = now {
        replays(&taken, &now);
    }
}

/// Applies, and sees that a refusal changed nothing.
fn apply(now: &mut Membership, record: &MemberRecord) -> Result<(), tawro_core::membership::MemberFault> {
    let mut after = now.clone();
    let applied = after.apply(record);
    match applied {
        Ok(()) => {
            assert_eq!(after.head(), (now.head().0 + 1, record.hash()));
            *now = after;
        }
        Err(_) => assert_eq!(after, *now, "a refused record changes nothing"),
    }
    applied
}

/// Whatever was taken is taken by everyone, up to any point.
fn replays(taken: &[MemberRecord], now: &Membership) {
    // Records are applied one by one, so a replay that ends was one of every prefix too.
    let replayed = Membership::replay(taken).expect("what was taken replays");
    // A pending removal is nobody's but its reader's.
    let mut now = now.clone();
    now.lift_denials();
    assert_eq!(replayed, now);
}

struct Cast {
    devices: Vec<DeviceSecret>,
    codes: Vec<DeviceSecret>,
    genesis: MemberRecord,
}

/// Made once: making keys is slow.
fn cast() -> &'static Cast {
    static CAST: OnceLock<Cast> = OnceLock::new();
    CAST.get_or_init(|| {
        let mut dice = ChaCha20Rng::seed_from_u64(60);
        let mut some =
            |count: usize| -> Vec<_> { (0..count).map(|_| DeviceSecret::generate(&mut dice)).collect() };
        let (devices, codes) = (some(6), some(3));
        let genesis = draft::genesis(&devices[0], "x", &codes[0].keys(), &mut dice).expect("a genesis");
        Cast {
            devices,
            codes,
            genesis,
        }
    })
}

impl Cast {
    fn device(&self, number: u8) -> &DeviceSecret {
        &self.devices[usize::from(number) % self.devices.len()]
    }

    fn code(&self, number: u8) -> &DeviceSecret {
        &self.codes[usize::from(number) % self.codes.len()]
    }

    fn anybody(&self, number: u8) -> &DeviceSecret {
        let at = usize::from(number) % (self.devices.len() + self.codes.len());
        self.devices
            .get(at)
            .unwrap_or_else(|| &self.codes[at - self.devices.len()])
    }

    fn secret_of(&self, key: [u8; 32]) -> Option<&DeviceSecret> {
        self.devices
            .iter()
            .chain(&self.codes)
            .find(|secret| secret.id().0 == key)
    }
}

struct Trial {
    cast: &'static Cast,
    dice: ChaCha20Rng,
    now: Membership,
    taken: Vec<MemberRecord>,
    /// Nobody forged anything yet, so all that was promised must be kept.
    honest: bool,
}

fn deeds(mut input: Unstructured<'_>) {
    let cast = cast();
    let mut trial = Trial {
        cast,
        dice: ChaCha20Rng::seed_from_u64(1),
        now: Membership::begin(&cast.genesis).expect("a genesis begins a space"),
        taken: vec![cast.genesis.clone()],
        honest: true,
    };
    for _ in 0..20 {
        let (Ok(by), Ok(deed)) = (u8::arbitrary(&mut input), Deed::arbitrary(&mut input)) else {
            break;
        };
        trial.deed(by, &deed);
        if input.is_empty() {
            break;
        }
    }
    trial.ends();
}

fn role(number: u8) -> Role {
    [Role::Admin, Role::Member, Role::Reader][usize::from(number % 3)]
}

fn invite(number: u8) -> InviteId {
    InviteId([number % 4; 16])
}

fn cut(seq: Option<u64>) -> Cut {
    seq.map(|seq| (LogId([1; 16]), seq)).into_iter().collect()
}

impl Trial {
    fn deed(&mut self, by: u8, deed: &Deed) {
        let record = match deed {
            Deed::Forge(forgery) => self.forge(forgery),
            Deed::Deny { who } => return self.deny(by, *who),
            deed => self.draft(by, deed).and_then(Result::ok),
        };
        let Some(record) = record else {
            return;
        };
        let Some(sequencer) = self.cast.secret_of(self.expected(&record)) else {
            return;
        };
        match sequence(record.clone(), &self.now, sequencer, &|_| Vec::new()) {
            Ok(sequenced) => {
                assert_eq!(
                    apply(&mut self.now, &sequenced),
                    Ok(()),
                    "what is sequenced holds"
                );
                self.honest &= !matches!(deed, Deed::Forge(_));
                self.taken.push(sequenced);
            }
            // A careless sequencer signs it all the same.
            Err(SequenceRefusal::Fault(_) | SequenceRefusal::UnknownKind { .. }) => {
                let signed = record.bytes().len() - if record.sequenced() { 128 } else { 64 };
                let bytes = record.bytes()[..signed].to_vec();
                let Ok(forged) =
                    MemberRecord::from_bytes(&sign(bytes, record.author().0, self.cast, sequencer))
                else {
                    return;
                };
                if apply(&mut self.now, &forged).is_ok() {
                    assert!(matches!(forged.body(), Body::Unknown { .. }));
                    self.taken.push(forged);
                }
            }
            Err(_) => {}
        }
    }

    fn expected(&self, record: &MemberRecord) -> [u8; 32] {
        match record.body() {
            Body::SetSequencer { sequencer } if record.author() == self.now.recovery().device => *sequencer,
            _ => self.now.sequencer(),
        }
    }

    fn draft(&mut self, by: u8, deed: &Deed) -> Option<Result<MemberRecord, DraftRefusal>> {
        let (cast, now) = (self.cast, &self.now);
        let code = cast.secret_of(now.recovery().device.0)?;
        let by = cast.anybody(by);
        let keyring = Keyring::open(now, KeyringSource::Recovery(code)).ok()?;
        let dice = &mut self.dice;
        Some(match deed {
            Deed::Add {
                who,
                role: as_what,
                invite: with,
            } => {
                let newcomer = Newcomer {
                    keys: cast.device(*who).keys(),
                    role: role(*as_what),
                    label: "x".into(),
                    invite: with.map(invite),
                };
                draft::add(now, &keyring, by, &newcomer, dice)
            }
            Deed::Remove { who, seq } => {
                let gone = who.iter().map(|who| cast.device(*who).id()).collect();
                draft::remove(now, &keyring, by, &gone, cut(Some(*seq)), dice)
            }
            Deed::Rotate { closes } => draft::rotate(
                now,
                &keyring,
                by,
                closes.iter().map(|with| invite(*with)).collect(),
                dice,
            ),
            Deed::SetRole {
                who,
                role: as_what,
                cut: seq,
            } => {
                let change = RoleChange {
                    device: cast.device(*who).id(),
                    role: role(*as_what),
                    cut: cut(*seq),
                };
                draft::set_role(now, &keyring, by, change, dice)
            }
            Deed::InviteOpen(with) => draft::invite_open(now, by, invite(*with), Timestamp(1)),
            Deed::InviteClose(with) => draft::invite_close(now, by, invite(*with)),
            Deed::SetRecovery(next) => draft::set_recovery(now, &keyring, by, &cast.code(*next).keys(), dice),
            Deed::SetSequencer(to) => draft::set_sequencer(now, by, cast.device(*to).id().0),
            Deed::Recover { who, code: next } => {
                let takeover = Takeover {
                    keys: cast.device(*who).keys(),
                    label: "x".into(),
                    recovery: cast.code(*next).keys(),
                    cut: cut(Some(3)),
                };
                draft::recover(now, &keyring, code, takeover, dice)
            }
            Deed::Forge(_) | Deed::Deny { .. } => return None,
        })
    }

    fn forge(&self, forgery: &Forgery) -> Option<MemberRecord> {
        let before = &self.taken[usize::from(forgery.of) % self.taken.len()];
        let mut bytes = before.bytes()[..before.bytes().len() - 128].to_vec();
        let mut body = bytes.split_off(108);
        body.truncate(forgery.cut.map_or(body.len(), usize::from));
        body.extend_from_slice(&forgery.more);
        let len = body.len();
        for (at, byte) in forgery.edits.iter().filter(|_| len > 0) {
            body[usize::from(*at) % len] ^= byte;
        }
        if let Some(head) = forgery.head {
            bytes[..4].copy_from_slice(&head);
        }
        let author = self.cast.anybody(forgery.by).id().0;
        if forgery.next {
            let (position, hash) = self.now.head();
            bytes[4..36].copy_from_slice(&self.now.space().0);
            bytes[36..40].copy_from_slice(&(position + 1).to_le_bytes());
            bytes[40..72].copy_from_slice(&hash.0);
        }
        bytes[72..104].copy_from_slice(&author);
        bytes[104..108].copy_from_slice(&(len as u32).to_le_bytes());
        bytes.extend_from_slice(&body);
        let sequencer = self.cast.device(0);
        MemberRecord::from_bytes(&sign(bytes, author, self.cast, sequencer)).ok()
    }

    fn deny(&mut self, by: u8, who: u8) {
        let deed = Deed::Remove {
            who: vec![who],
            seq: 1,
        };
        let Some(Ok(removal)) = self.draft(by, &deed) else {
            return;
        };
        assert_eq!(self.now.deny(&removal), Ok(()));
        assert!(!self.now.is_active(&self.cast.device(who).id()));
        assert!(self.now.active().count() > 1, "somebody stays");
    }

    fn ends(&self) {
        replays(&self.taken, &self.now);
        let admins = self.now.active().filter(|member| member.role == Role::Admin);
        assert!(admins.count() > 0, "an admin is always active");
        let letters: BTreeSet<_> = self.now.members().map(|member| &member.letter).collect();
        assert_eq!(letters.len(), self.now.members().count());
        for secret in self.cast.devices.iter().chain(&self.cast.codes) {
            let is_code = secret.id() == self.now.recovery().device;
            let source = if is_code {
                KeyringSource::Recovery(secret)
            } else {
                KeyringSource::Device(secret)
            };
            let keyring = Keyring::open(&self.now, source);
            let holds = keyring
                .as_ref()
                .is_ok_and(|keyring| keyring.sealing(&self.now).is_some());
            let belongs = is_code
                || self
                    .now
                    .member(&secret.id())
                    .is_some_and(|member| member.removed_at.is_none());
            assert!(belongs || !holds, "who left does not hold the key");
            assert!(holds || !belongs || !self.honest, "who belongs holds the key");
        }
    }
}

/// Both signatures over a record's bytes; its author's is none if nobody has that key.
fn sign(mut bytes: Vec<u8>, author: [u8; 32], cast: &Cast, sequencer: &DeviceSecret) -> Vec<u8> {
    let by_author = cast
        .secret_of(author)
        .map_or([0; 64], |author| author.sign("member", &bytes));
    let by_sequencer = sequencer.sign("member-sequence", &bytes);
    bytes.extend_from_slice(&by_author);
    bytes.extend_from_slice(&by_sequencer);
    bytes
}
