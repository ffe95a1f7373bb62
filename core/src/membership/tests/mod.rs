//! A small association to try the membership on, and what must hold of it.

mod bytes;
mod joining;
mod laws;
mod life;
mod refusals;
mod wraps;

use std::collections::BTreeSet;

use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

use super::draft::{self, DraftRefusal, Newcomer, RoleChange};
use super::recovery::RecoverySecret;
use super::*;
use crate::crypto::DeviceSecret;
use crate::id::{DeviceId, KeyId, LogId, MemberHash};

/// A space with its log, and whoever signs for it.
struct Space {
    dice: ChaCha20Rng,
    records: Vec<MemberRecord>,
    now: Membership,
    founder: DeviceSecret,
    recovery: RecoverySecret,
}

impl Space {
    fn new(seed: u64) -> Self {
        let mut dice = ChaCha20Rng::seed_from_u64(seed);
        let founder = DeviceSecret::generate(&mut dice);
        let recovery = RecoverySecret::generate(&mut dice);
        let genesis = draft::genesis(&founder, "مكتب الكاتبة", &recovery.keys(), &mut dice).unwrap();
        let now = Membership::replay([&genesis]).unwrap();
        Self {
            dice,
            records: vec![genesis],
            now,
            founder,
            recovery,
        }
    }

    fn keyring(&self) -> Keyring {
        Keyring::open(&self.now, KeyringSource::Device(&self.founder)).unwrap()
    }

    fn device(&mut self) -> DeviceSecret {
        DeviceSecret::generate(&mut self.dice)
    }

    /// Sequences by the founder and applies.
    fn take(&mut self, record: Result<MemberRecord, DraftRefusal>) -> Result<(), SequenceRefusal> {
        let record = sequence(record.unwrap(), &self.now, &self.founder, &|_| Vec::new())?;
        self.now.apply(&record).unwrap();
        self.records.push(record);
        Ok(())
    }

    fn draft_add(&mut self, device: &DeviceSecret, role: Role) -> Result<MemberRecord, DraftRefusal> {
        let newcomer = Newcomer {
            keys: device.keys(),
            role,
            label: "laptop".into(),
            invite: None,
        };
        draft::add(
            &self.now,
            &self.keyring(),
            &self.founder,
            &newcomer,
            &mut self.dice,
        )
    }

    fn draft_remove(&mut self, device: &DeviceSecret, cut: Cut) -> Result<MemberRecord, DraftRefusal> {
        let devices = BTreeSet::from([device.id()]);
        draft::remove(
            &self.now,
            &self.keyring(),
            &self.founder,
            &devices,
            cut,
            &mut self.dice,
        )
    }

    fn draft_role(&mut self, device: DeviceId, role: Role, cut: Cut) -> Result<MemberRecord, DraftRefusal> {
        let change = RoleChange { device, role, cut };
        draft::set_role(&self.now, &self.keyring(), &self.founder, change, &mut self.dice)
    }

    fn draft_rotate(&mut self) -> Result<MemberRecord, DraftRefusal> {
        draft::rotate(
            &self.now,
            &self.keyring(),
            &self.founder,
            BTreeSet::new(),
            &mut self.dice,
        )
    }

    fn add(&mut self, role: Role) -> DeviceSecret {
        let device = self.device();
        let record = self.draft_add(&device, role);
        self.take(record).unwrap();
        device
    }

    fn remove(&mut self, device: &DeviceSecret, cut: Cut) {
        let record = self.draft_remove(device, cut);
        self.take(record).unwrap();
    }

    /// What an entry of this device, made now, would have in its header.
    fn admits(&self, device: &DeviceSecret, log: u8, seq: u64) -> Result<(), NotAdmitted> {
        let ((position, hash), epoch) = (self.now.head(), self.now.epoch());
        let key_id = self.now.key_id(epoch).unwrap();
        self.now.admits(
            &device.id(),
            &LogId([log; 16]),
            seq,
            position,
            &hash,
            epoch,
            &key_id,
        )
    }
}

fn fault(result: Result<MemberRecord, DraftRefusal>) -> MemberFault {
    match result {
        Err(DraftRefusal::Fault(fault)) => fault,
        other => panic!("a fault was expected: {other:?}"),
    }
}

/// Signs what no draft would: the body as given, for the next position.
fn forge(space: &Space, by: &DeviceSecret, body: &Body) -> MemberRecord {
    let (head, hash) = space.now.head();
    let record = MemberRecord::sign(by, space.now.space(), head + 1, hash, body).unwrap();
    record.sequenced_by(&space.founder)
}

/// Refused by whoever replays it, and by a sequencer that keeps the rules.
fn refused(space: &Space, record: &MemberRecord) -> MemberFault {
    let mut after = space.now.clone();
    let fault = after.apply(record).unwrap_err();
    assert_eq!(after, space.now, "a refused record changes nothing");
    let sequenced = sequence(record.clone(), &space.now, &space.founder, &|_| Vec::new());
    assert!(sequenced.is_err());
    fault
}

fn rotation_of(record: &MemberRecord) -> Rotation {
    match record.body() {
        Body::Rotate(rotation) => rotation.as_ref().clone(),
        Body::Remove(body) => body.rotation.clone(),
        body => panic!("no rotation in {body:?}"),
    }
}
