//! What the records say when replayed: members, epochs, invitations, sequencer.

use std::collections::{BTreeMap, BTreeSet};

use super::body::{Body, Cut, Genesis, RecoveryKeys, Role, Rotation, Wrap};
use super::fault::MemberFault;
use super::record::MemberRecord;
use super::rules;
use crate::crypto::{CHAINED_KEY_LEN, DeviceKeys};
use crate::id::{DeviceId, InviteId, KeyId, MemberHash, SpaceId};
use crate::time::Timestamp;

/// A device that belongs or belonged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Its public keys.
    pub keys: DeviceKeys,
    /// What it may do, or could when it left.
    pub role: Role,
    /// Its label, as sealed by whoever added it: [`Keyring::label`](super::Keyring::label) opens it.
    pub label_sealed: Vec<u8>,
    /// The epoch its label is sealed under.
    pub label_epoch: u32,
    /// The position that added it.
    pub added_at: u32,
    /// The position that removed it.
    pub removed_at: Option<u32>,
    /// Its letter in numbers of series, by order of joining: A to Z, then AA.
    pub letter: String,
    /// What of its entries stays admitted; absent while it may write.
    pub(super) cut: Option<Cut>,
    /// Epoch keys wrapped for it, oldest first.
    pub(super) wraps: Vec<(u32, Wrap)>,
}

/// One epoch: a key that everyone active since `position` holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Epoch {
    /// Names its key.
    pub key_id: KeyId,
    /// The record that began it.
    pub position: u32,
    /// The key before it, sealed under its own; absent in epoch 0.
    pub(super) old_under_new: Option<[u8; CHAINED_KEY_LEN]>,
}

/// Who belongs, as of the newest record applied.
///
/// Two replicas that applied the same records are equal. Nothing here is secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    pub(super) space: SpaceId,
    pub(super) nonce: [u8; 32],
    pub(super) hashes: Vec<MemberHash>,
    pub(super) sequencer: [u8; 32],
    pub(super) recovery: RecoveryKeys,
    pub(super) recovery_wraps: Vec<(u32, Wrap)>,
    pub(super) members: Vec<Member>,
    pub(super) epochs: Vec<Epoch>,
    pub(super) invites: BTreeMap<InviteId, Timestamp>,
    pub(super) frozen: Option<u32>,
    pub(super) denied: BTreeSet<DeviceId>,
}

impl Membership {
    /// Replays a log from its genesis; the error names the position that fails.
    ///
    /// Compare [`space`](Self::space) with the space you expect: any genesis begins some space.
    pub fn replay<'a>(
        records: impl IntoIterator<Item = &'a MemberRecord>,
    ) -> Result<Self, (u32, MemberFault)> {
        let mut records = records.into_iter();
        let genesis = records.next().ok_or((0, MemberFault::NoGenesis))?;
        let mut membership = Self::begin(genesis).map_err(|fault| (0, fault))?;
        for (position, record) in (1..).zip(records) {
            membership.apply(record).map_err(|fault| (position, fault))?;
        }
        Ok(membership)
    }

    /// The membership that a genesis begins.
    pub fn begin(record: &MemberRecord) -> Result<Self, MemberFault> {
        let body = rules::check_genesis(record)?;
        let Genesis {
            nonce,
            founder,
            label,
            sequencer,
            recovery,
            key_id,
            wrap,
            recovery_wrap,
        } = body.clone();
        let mut membership = Self {
            space: SpaceId(record.hash().0),
            nonce,
            hashes: vec![record.hash()],
            sequencer,
            recovery,
            recovery_wraps: vec![(0, recovery_wrap)],
            members: Vec::new(),
            epochs: vec![Epoch {
                key_id,
                position: 0,
                old_under_new: None,
            }],
            invites: BTreeMap::new(),
            frozen: None,
            denied: BTreeSet::new(),
        };
        membership.add(founder, Role::Admin, label, 0, &[(0, wrap)]);
        Ok(membership)
    }

    /// Applies the next record, or changes nothing and says why not.
    ///
    /// A critical record of an unknown kind is applied as such: it is chained, the membership is
    /// [`frozen`](Self::frozen) and takes no further record until a newer release replays it.
    pub fn apply(&mut self, record: &MemberRecord) -> Result<(), MemberFault> {
        rules::check(self, record)?;
        rules::check_sequenced(self, record)?;
        let position = record.position();
        self.hashes.push(record.hash());
        self.denied.clear();
        match record.body() {
            Body::Genesis(_) => {}
            Body::Add(body) => {
                let body = body.as_ref().clone();
                if let Some(invite) = body.invite {
                    self.invites.remove(&invite);
                }
                self.add(
                    body.keys,
                    body.role,
                    body.label,
                    position,
                    &[(body.epoch, body.wrap)],
                );
            }
            Body::Remove(body) => {
                self.members
                    .iter_mut()
                    .filter(|member| body.devices.contains(&member.keys.device))
                    .for_each(|member| member.remove(position, &body.cut));
                self.rotate(position, &body.rotation);
            }
            Body::Rotate(rotation) => self.rotate(position, rotation),
            Body::SetRole(body) => {
                let cut = record.body().cut();
                for member in self
                    .members
                    .iter_mut()
                    .filter(|member| member.keys.device == body.device)
                {
                    member.role = body.role;
                    member.cut = cut.cloned();
                }
                if let Some(narrowing) = &body.narrowing {
                    self.rotate(position, &narrowing.rotation);
                }
            }
            Body::InviteOpen { invite, expires } => _ = self.invites.insert(*invite, *expires),
            Body::InviteClose { invite } => _ = self.invites.remove(invite),
            Body::SetRecovery(body) => {
                self.recovery = body.recovery;
                self.recovery_wraps = vec![(body.epoch, body.wrap)];
            }
            Body::SetSequencer { sequencer } => self.sequencer = *sequencer,
            Body::Recover(body) => {
                self.members
                    .iter_mut()
                    .filter(|member| member.removed_at.is_none())
                    .for_each(|member| member.remove(position, &body.cut));
                self.add(body.keys, Role::Admin, body.label.clone(), position, &[]);
                self.recovery = body.recovery;
                self.recovery_wraps.clear();
                self.rotate(position, &body.rotation);
            }
            Body::Unknown { critical, .. } => {
                if *critical {
                    self.frozen = Some(position);
                }
            }
        }
        Ok(())
    }

    fn add(
        &mut self,
        keys: DeviceKeys,
        role: Role,
        label_sealed: Vec<u8>,
        added_at: u32,
        wraps: &[(u32, Wrap)],
    ) {
        self.members.push(Member {
            keys,
            role,
            label_sealed,
            label_epoch: self.epoch(),
            added_at,
            removed_at: None,
            letter: letter(self.members.len()),
            cut: (role == Role::Reader).then(Cut::new),
            wraps: wraps.to_vec(),
        });
    }

    fn rotate(&mut self, position: u32, rotation: &Rotation) {
        let Rotation {
            epoch,
            key_id,
            wraps,
            recovery_wrap,
            old_under_new,
            closes,
            ..
        } = rotation;
        self.epochs.push(Epoch {
            key_id: *key_id,
            position,
            old_under_new: Some(*old_under_new),
        });
        self.recovery_wraps.push((*epoch, *recovery_wrap));
        for member in &mut self.members {
            if let Some(wrap) = wraps.get(&member.keys.device) {
                member.wraps.push((*epoch, *wrap));
            }
        }
        self.invites.retain(|invite, _| !closes.contains(invite));
    }

    /// The space: the hash of the genesis.
    pub fn space(&self) -> SpaceId {
        self.space
    }

    /// Position and hash of the newest record.
    pub fn head(&self) -> (u32, MemberHash) {
        // A membership begins with its genesis, so there always is one.
        let position = self.hashes.len() - 1;
        (position as u32, self.hashes[position])
    }

    /// The hash of the record at a position, if that is known here.
    pub fn hash_at(&self, position: u32) -> Option<MemberHash> {
        self.hashes.get(position as usize).copied()
    }

    /// The key whose signature makes the next record count.
    pub fn sequencer(&self) -> [u8; 32] {
        self.sequencer
    }

    /// The public keys of the recovery code in force.
    pub fn recovery(&self) -> &RecoveryKeys {
        &self.recovery
    }

    /// Every device that belongs or belonged, in order of joining.
    pub fn members(&self) -> impl Iterator<Item = &Member> {
        self.members.iter()
    }

    /// The devices that belong.
    pub fn active(&self) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(|member| member.removed_at.is_none())
    }

    /// One device, whether it still belongs or not.
    pub fn member(&self, device: &DeviceId) -> Option<&Member> {
        self.members.iter().find(|member| member.keys.device == *device)
    }

    /// Whether a device belongs, and no pending removal [denies](Self::deny) it.
    pub fn is_active(&self, device: &DeviceId) -> bool {
        !self.denied.contains(device) && self.active().any(|member| member.keys.device == *device)
    }

    /// The number of the current epoch.
    pub fn epoch(&self) -> u32 {
        self.epochs.len() as u32 - 1
    }

    /// Every epoch, from 0.
    pub fn epochs(&self) -> &[Epoch] {
        &self.epochs
    }

    /// The name of an epoch's key.
    pub fn key_id(&self, epoch: u32) -> Option<KeyId> {
        self.epochs.get(epoch as usize).map(|epoch| epoch.key_id)
    }

    /// Open invitations, with the time after which the hub lets nobody ask by them.
    pub fn invites(&self) -> &BTreeMap<InviteId, Timestamp> {
        &self.invites
    }

    /// The position of the critical record that this release does not understand.
    ///
    /// From there on nothing is admitted, as it could be wrong to; local work goes on.
    pub fn frozen(&self) -> Option<u32> {
        self.frozen
    }

    /// Denies at once what an unsequenced removal names, until the next record is applied.
    ///
    /// Denying is safe before the order is known, as it cannot fork anything: the removal is either
    /// sequenced next, or refused and drafted again. Only a removal that could be sequenced as it
    /// stands denies anything.
    pub fn deny(&mut self, proposal: &MemberRecord) -> Result<(), MemberFault> {
        let Body::Remove(body) = proposal.body() else {
            return Err(MemberFault::NotARemoval);
        };
        rules::check(self, proposal)?;
        self.denied.extend(body.devices.iter().copied());
        Ok(())
    }

    /// Takes back what [`deny`](Self::deny) denied: the removal was refused, and what the device wrote
    /// before it must be read first.
    pub fn lift_denials(&mut self) {
        self.denied.clear();
    }

    pub(super) fn wrap_info(&self, epoch: u32, recipient: &DeviceId) -> Vec<u8> {
        wrap_info(&self.nonce, epoch, recipient)
    }

    pub(super) fn chain_info(&self, epoch: u32) -> Vec<u8> {
        [&self.nonce[..], &epoch.to_le_bytes()].concat()
    }
}

impl Member {
    fn remove(&mut self, position: u32, cut: &Cut) {
        self.removed_at = Some(position);
        let before = self.cut.take();
        // A device that could no longer write does not regain by leaving what it had lost before.
        let kept = |(log, seq): (&crate::id::LogId, &u64)| match &before {
            None => Some((*log, *seq)),
            Some(before) => before.get(log).map(|limit| (*log, *limit.min(seq))),
        };
        self.cut = Some(cut.iter().filter_map(kept).collect());
    }
}

/// What a wrap is bound to besides its recipient's key. The nonce stands for the space, whose id
/// does not exist yet when the genesis is made.
pub(super) fn wrap_info(nonce: &[u8; 32], epoch: u32, recipient: &DeviceId) -> Vec<u8> {
    [&nonce[..], &epoch.to_le_bytes(), &recipient.0].concat()
}

/// A, B, … Z, AA, AB, …
fn letter(mut index: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(b'A' + (index % 26) as u8);
        index /= 26;
        if index == 0 {
            break;
        }
        index -= 1;
    }
    letters.iter().rev().map(|letter| char::from(*letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_z() {
        let check = |index, text| assert_eq!(letter(index), text);
        check(0, "A");
        check(25, "Z");
        check(26, "AA");
        check(27, "AB");
        check(701, "ZZ");
        check(702, "AAA");
    }
}
