//! Laws of the log, tried on random operations by random authors.
//!
//! 1. What an honest sequencer signs applies everywhere, and replaying gives the same as applying.
//! 2. What it refuses by the rules is refused by everyone, and changes nothing.
//! 3. Afterwards an admin is active, every active device and the recovery code open the current
//!    epoch and all before it, and nobody else opens the current one.
//! 4. No byte of an accepted log can be changed.

use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::id::InviteId;
use crate::time::Timestamp;

#[derive(Debug, Clone)]
enum Operation {
    Add {
        who: Index,
        role: Role,
        invite: Option<Index>,
    },
    Remove {
        who: Vec<Index>,
        seq: u64,
    },
    Rotate,
    SetRole {
        who: Index,
        role: Role,
        cut: bool,
    },
    InviteOpen(Index),
    InviteClose(Index),
    SetRecovery(Index),
    SetSequencer(Index),
    Recover {
        who: Index,
        code: Index,
    },
    /// A body that was drafted earlier, for the position of now.
    Stale(Index),
}

/// How an operation reaches the sequencer.
#[derive(Debug, Clone)]
struct Attempt {
    operation: Operation,
    /// Which admin drafts it.
    author: Index,
    /// Anybody, device or code, who then signs it instead.
    forger: Option<Index>,
}

/// Keys that may be devices and codes, made once: making them is slow.
struct Cast {
    devices: Vec<DeviceSecret>,
    codes: Vec<DeviceSecret>,
}

struct Trial<'a> {
    cast: &'a Cast,
    dice: ChaCha20Rng,
    records: Vec<MemberRecord>,
    now: Membership,
    drafted: Vec<Body>,
}

impl Trial<'_> {
    fn code(&self) -> &DeviceSecret {
        self.cast
            .codes
            .iter()
            .find(|code| code.id() == self.now.recovery().device)
            .unwrap()
    }

    fn secret_of(&self, key: [u8; 32]) -> &DeviceSecret {
        let all = self.cast.devices.iter().chain(&self.cast.codes);
        all.into_iter().find(|secret| secret.id().0 == key).unwrap()
    }

    fn draft(&mut self, operation: &Operation, author: &DeviceSecret) -> Result<MemberRecord, DraftRefusal> {
        let cast = self.cast;
        let device = |index: &Index| index.get(&cast.devices).keys();
        let invite = |index: &Index| InviteId([index.index(4) as u8; 16]);
        let keyring = Keyring::open(&self.now, KeyringSource::Recovery(self.code())).unwrap();
        let (now, dice) = (&self.now, &mut self.dice);
        let log = LogId([1; 16]);
        match operation {
            Operation::Add {
                who,
                role,
                invite: by,
            } => {
                let invite = by.as_ref().map(invite);
                let newcomer = Newcomer {
                    keys: device(who),
                    role: *role,
                    label: "x".into(),
                    invite,
                };
                draft::add(now, &keyring, author, &newcomer, dice)
            }
            Operation::Remove { who, seq } => {
                let devices = who.iter().map(|who| device(who).device).collect();
                draft::remove(now, &keyring, author, &devices, Cut::from([(log, *seq)]), dice)
            }
            Operation::Rotate => draft::rotate(now, &keyring, author, BTreeSet::new(), dice),
            Operation::SetRole { who, role, cut } => {
                let cut = if *cut { Cut::from([(log, 3)]) } else { Cut::new() };
                let change = RoleChange {
                    device: device(who).device,
                    role: *role,
                    cut,
                };
                draft::set_role(now, &keyring, author, change, dice)
            }
            Operation::InviteOpen(index) => draft::invite_open(now, author, invite(index), Timestamp(1)),
            Operation::InviteClose(index) => draft::invite_close(now, author, invite(index)),
            Operation::SetRecovery(index) => {
                draft::set_recovery(now, &keyring, author, &index.get(&cast.codes).keys(), dice)
            }
            Operation::SetSequencer(index) => draft::set_sequencer(now, author, device(index).device.0),
            Operation::Recover { who, code } => {
                let takeover = draft::Takeover {
                    keys: device(who),
                    label: "x".into(),
                    recovery: code.get(&cast.codes).keys(),
                    cut: Cut::from([(log, 3)]),
                };
                draft::recover(now, &keyring, author, takeover, dice)
            }
            Operation::Stale(index) => {
                let body = if self.drafted.is_empty() {
                    self.records[0].body()
                } else {
                    index.get(&self.drafted)
                };
                let (head, hash) = now.head();
                Ok(MemberRecord::sign(author, now.space(), head + 1, hash, body)?)
            }
        }
    }

    fn attempt(&mut self, attempt: &Attempt) -> Result<(), TestCaseError> {
        let cast = self.cast;
        let admins: Vec<_> = self
            .now
            .active()
            .filter(|member| member.role == Role::Admin)
            .collect();
        let author = match attempt.operation {
            Operation::Recover { .. } => self.code(),
            _ => self.secret_of(attempt.author.get(&admins).keys.device.0),
        };
        let author = &DeviceSecret::from_bytes(&author.to_bytes());
        let Ok(mut record) = self.draft(&attempt.operation, author) else {
            return Ok(());
        };
        if let Some(forger) = &attempt.forger {
            let everyone: Vec<_> = cast.devices.iter().chain(&cast.codes).collect();
            let (head, hash) = self.now.head();
            let forged = MemberRecord::sign(
                everyone[forger.index(everyone.len())],
                self.now.space(),
                head + 1,
                hash,
                record.body(),
            );
            record = forged.unwrap();
        }
        self.drafted.push(record.body().clone());
        let expected = rules::expected_sequencer(&self.now, &record);
        let sequencer = DeviceSecret::from_bytes(&self.secret_of(expected).to_bytes());
        match sequence(record.clone(), &self.now, &sequencer, &|_| Vec::new()) {
            Ok(sequenced) => {
                prop_assert_eq!(self.now.apply(&sequenced), Ok(()));
                self.records.push(sequenced);
                self.holds()
            }
            Err(SequenceRefusal::Fault(refused)) => {
                let before = self.now.clone();
                prop_assert_eq!(self.now.apply(&record.sequenced_by(&sequencer)), Err(refused));
                prop_assert_eq!(&self.now, &before);
                Ok(())
            }
            Err(other) => Err(TestCaseError::fail(other.to_string())),
        }
    }

    fn holds(&self) -> Result<(), TestCaseError> {
        prop_assert!(self.now.active().any(|member| member.role == Role::Admin));
        prop_assert!(
            self.now
                .active()
                .all(|member| member.keys.device != self.now.recovery().device)
        );
        let opens = |source| Keyring::open(&self.now, source);
        let code = opens(KeyringSource::Recovery(self.code())).unwrap();
        for epoch in 0..=self.now.epoch() {
            prop_assert_eq!(code.key(epoch).map(|key| key.key_id()), self.now.key_id(epoch));
        }
        for device in &self.cast.devices {
            let keyring = opens(KeyringSource::Device(device));
            let current = keyring
                .as_ref()
                .is_ok_and(|keyring| keyring.sealing(&self.now).is_some());
            prop_assert_eq!(current, self.now.is_active(&device.id()));
            if current {
                prop_assert!(
                    (0..self.now.epoch()).all(|e| keyring.as_ref().is_ok_and(|k| k.key(e).is_some()))
                );
            }
        }
        Ok(())
    }
}

fn cast() -> &'static Cast {
    static CAST: std::sync::OnceLock<Cast> = std::sync::OnceLock::new();
    CAST.get_or_init(|| {
        let mut dice = ChaCha20Rng::seed_from_u64(60);
        let mut some = |count: usize| (0..count).map(|_| DeviceSecret::generate(&mut dice)).collect();
        Cast {
            devices: some(9),
            codes: some(4),
        }
    })
}

fn trial(seed: u64) -> Trial<'static> {
    let (cast, mut dice) = (cast(), ChaCha20Rng::seed_from_u64(seed));
    let genesis = draft::genesis(&cast.devices[0], "x", &cast.codes[0].keys(), &mut dice).unwrap();
    let now = Membership::replay([&genesis]).unwrap();
    Trial {
        cast,
        dice,
        records: vec![genesis],
        now,
        drafted: Vec::new(),
    }
}

fn operation() -> impl Strategy<Value = Operation> {
    use Operation::*;
    let role = prop_oneof![3 => Just(Role::Admin), 2 => Just(Role::Member), 1 => Just(Role::Reader)].boxed();
    let index = any::<Index>;
    prop_oneof![
        8 => (index(), role.clone(), prop::option::weighted(0.3, index()))
            .prop_map(|(who, role, invite)| Add { who, role, invite }),
        3 => (prop::collection::vec(index(), 0..3), any::<u64>()).prop_map(|(who, seq)| Remove { who, seq }),
        2 => Just(Rotate),
        4 => (index(), role, any::<bool>()).prop_map(|(who, role, cut)| SetRole { who, role, cut }),
        3 => index().prop_map(InviteOpen),
        1 => index().prop_map(InviteClose),
        1 => index().prop_map(SetRecovery),
        2 => index().prop_map(SetSequencer),
        1 => (index(), index()).prop_map(|(who, code)| Recover { who, code }),
        3 => index().prop_map(Stale),
    ]
}

fn attempts() -> impl Strategy<Value = Vec<Attempt>> {
    let attempt = (
        operation(),
        any::<Index>(),
        prop::option::weighted(0.25, any::<Index>()),
    )
        .prop_map(|(operation, author, forger)| Attempt {
            operation,
            author,
            forger,
        });
    prop::collection::vec(attempt, 1..24)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_sequenced_replays_and_what_is_refused_changes_nothing(seed: u64, attempts in attempts()) {
        let mut trial = trial(seed);
        for attempt in &attempts {
            trial.attempt(attempt)?;
        }
        let replayed = Membership::replay(&trial.records);
        prop_assert_eq!(replayed.as_ref(), Ok(&trial.now));
        for prefix in 1..trial.records.len() {
            prop_assert!(Membership::replay(&trial.records[..prefix]).is_ok());
        }
    }

    #[test]
    fn no_byte_of_an_accepted_log_can_be_changed(
        seed: u64, attempts in attempts(), which: Index, at: Index, flip in 1u8..,
    ) {
        let mut trial = trial(seed);
        for attempt in &attempts {
            trial.attempt(attempt)?;
        }
        let which = which.index(trial.records.len());
        let mut bytes = trial.records[which].bytes().to_vec();
        let at = at.index(bytes.len());
        bytes[at] ^= flip;
        if let Ok(forged) = MemberRecord::from_bytes(&bytes) {
            trial.records[which] = forged;
            prop_assert!(Membership::replay(&trial.records).is_err());
        }
    }
}
