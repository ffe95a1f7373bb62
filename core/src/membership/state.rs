//! What the records say when replayed: members, epochs, invitations, sequencer.

use std::collections::{BTreeMap, BTreeSet};

use super::body::{Cut, RecoveryKeys, Role, Wrap};
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

    pub(super) fn wrap_info(&self, epoch: u32, recipient: &DeviceId) -> Vec<u8> {
        wrap_info(&self.nonce, epoch, recipient)
    }

    pub(super) fn chain_info(&self, epoch: u32) -> Vec<u8> {
        [&self.nonce[..], &epoch.to_le_bytes()].concat()
    }
}

/// What a wrap is bound to besides its recipient's key. The nonce stands for the space, whose id
/// does not exist yet when the genesis is made.
pub(super) fn wrap_info(nonce: &[u8; 32], epoch: u32, recipient: &DeviceId) -> Vec<u8> {
    [&nonce[..], &epoch.to_le_bytes(), &recipient.0].concat()
}
