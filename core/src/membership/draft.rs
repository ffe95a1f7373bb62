//! Proposals: records signed by their author, which count once the sequencer has signed them too.
//!
//! Each draft is for the position after the membership it is given and is judged by the same rules
//! as at replay, so that nobody signs what cannot hold. When another record took that position
//! first, draft again.

use std::collections::BTreeSet;

use rand_core::CryptoRng;
use thiserror::Error;

use super::body::{
    Add, Body, Cut, Genesis, Narrowing, Recover, RecoveryKeys, Remove, Role, Rotation, SetRecovery, SetRole,
    Wrap,
};
use super::bytes::Malformed;
use super::fault::MemberFault;
use super::keyring::{Keyring, LabelTooLong, seal_label, wrap_key};
use super::record::MemberRecord;
use super::rules;
use super::state::Membership;
use crate::crypto::{BadPublicKey, DeviceKeys, DeviceSecret, EpochKey};
use crate::faults::{Fault, planted};
use crate::id::{DeviceId, InviteId, MemberHash, SpaceId};
use crate::time::Timestamp;

/// Why a draft was not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DraftRefusal {
    /// It would not hold.
    #[error(transparent)]
    Fault(#[from] MemberFault),
    /// It would be larger than a record may be.
    #[error(transparent)]
    Malformed(#[from] Malformed),
    /// The label is too long.
    #[error(transparent)]
    Label(#[from] LabelTooLong),
    /// The keyring lacks the current epoch's key.
    #[error("the key of epoch {epoch} is not held")]
    NoKey {
        /// The current epoch.
        epoch: u32,
    },
    /// Nothing can be wrapped for a key that somebody gave.
    #[error("a public key is not usable")]
    PublicKey,
}

impl From<BadPublicKey> for DraftRefusal {
    fn from(_: BadPublicKey) -> Self {
        Self::PublicKey
    }
}

/// A device to add.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newcomer {
    /// Its public keys, as its join request proved them.
    pub keys: DeviceKeys,
    /// What it may do.
    pub role: Role,
    /// What its person calls it; sealed in the record.
    pub label: String,
    /// The invitation it used.
    pub invite: Option<InviteId>,
}

/// A role to set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleChange {
    /// Whose.
    pub device: DeviceId,
    /// What it may do from here on.
    pub role: Role,
    /// What of its logs stays, if it becomes a reader; otherwise empty.
    pub cut: Cut,
}

/// A device to take over, after all are lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Takeover {
    /// Its public keys.
    pub keys: DeviceKeys,
    /// What its person calls it.
    pub label: String,
    /// The next recovery code's public keys.
    pub recovery: RecoveryKeys,
    /// What of all earlier logs stays: what was fetched before recovering.
    pub cut: Cut,
}

/// The record that begins a space, with both signatures.
pub fn genesis(
    founder: &DeviceSecret,
    label: &str,
    recovery: &RecoveryKeys,
    dice: &mut dyn CryptoRng,
) -> Result<MemberRecord, DraftRefusal> {
    let mut nonce = [0; 32];
    dice.fill_bytes(&mut nonce);
    let key = EpochKey::generate(dice);
    let keys = founder.keys();
    let body = Body::Genesis(Box::new(Genesis {
        nonce,
        founder: keys,
        label: seal_label(&key, &keys.device, label, dice)?,
        sequencer: keys.device.0,
        recovery: *recovery,
        key_id: key.key_id(),
        wrap: wrap_key(&key, &nonce, 0, &keys, dice)?,
        recovery_wrap: wrap_key(&key, &nonce, 0, recovery, dice)?,
    }));
    let zero = (SpaceId([0; 32]), MemberHash([0; 32]));
    let record = MemberRecord::sign(founder, zero.0, 0, zero.1, &body)?.sequenced_by(founder);
    rules::check_genesis(&record)?;
    Ok(record)
}

/// Lets a device in, with the current epoch's key.
pub fn add(
    membership: &Membership,
    keyring: &Keyring,
    by: &DeviceSecret,
    newcomer: &Newcomer,
    dice: &mut dyn CryptoRng,
) -> Result<MemberRecord, DraftRefusal> {
    let (epoch, key) = match keyring.key(0).filter(|_| planted(Fault::OldWrap)) {
        Some(old) => (0, old),
        None => current(membership, keyring)?,
    };
    let body = Body::Add(Box::new(Add {
        keys: newcomer.keys,
        role: newcomer.role,
        label: seal_label(key, &newcomer.keys.device, &newcomer.label, dice)?,
        invite: newcomer.invite,
        epoch,
        wrap: wrap_key(key, &membership.nonce, epoch, &newcomer.keys, dice)?,
    }));
    propose(membership, by, &body)
}

/// Removes devices, keeps of their logs what `cut` names, rotates, and closes every invitation.
pub fn remove(
    membership: &Membership,
    keyring: &Keyring,
    by: &DeviceSecret,
    devices: &BTreeSet<DeviceId>,
    cut: Cut,
    dice: &mut dyn CryptoRng,
) -> Result<MemberRecord, DraftRefusal> {
    let staying = membership.active().map(|member| member.keys);
    let staying: Vec<_> = staying.filter(|keys| !devices.contains(&keys.device)).collect();
    let rotation = rotation(membership, keyring, &staying, &membership.recovery, dice)?;
    let body = Body::Remove(Box::new(Remove {
        devices: devices.clone(),
        cut,
        rotation,
    }));
    propose(membership, by, &body)
}

/// Begins a new epoch and closes the invitations named.
pub fn rotate(
    membership: &Membership,
    keyring: &Keyring,
    by: &DeviceSecret,
    closes: BTreeSet<InviteId>,
    dice: &mut dyn CryptoRng,
) -> Result<MemberRecord, DraftRefusal> {
    let rotation = rotation(
        membership,
        keyring,
        &staying(membership),
        &membership.recovery,
        dice,
    )?;
    propose(
        membership,
        by,
        &Body::Rotate(Box::new(Rotation { closes, ..rotation })),
    )
}

/// Sets a role; one that allows less brings a rotation with it.
pub fn set_role(
    membership: &Membership,
    keyring: &Keyring,
    by: &DeviceSecret,
    change: RoleChange,
    dice: &mut dyn CryptoRng,
) -> Result<MemberRecord, DraftRefusal> {
    let RoleChange { device, role, cut } = change;
    let narrows = membership
        .member(&device)
        .is_some_and(|member| role > member.role);
    let narrowing = if narrows {
        let rotation = rotation(
            membership,
            keyring,
            &staying(membership),
            &membership.recovery,
            dice,
        )?;
        Some(Narrowing { cut, rotation })
    } else {
        None
    };
    propose(
        membership,
        by,
        &Body::SetRole(Box::new(SetRole {
            device,
            role,
            narrowing,
        })),
    )
}

/// Opens an invitation.
pub fn invite_open(
    membership: &Membership,
    by: &DeviceSecret,
    invite: InviteId,
    expires: Timestamp,
) -> Result<MemberRecord, DraftRefusal> {
    propose(membership, by, &Body::InviteOpen { invite, expires })
}

/// Closes an invitation.
pub fn invite_close(
    membership: &Membership,
    by: &DeviceSecret,
    invite: InviteId,
) -> Result<MemberRecord, DraftRefusal> {
    propose(membership, by, &Body::InviteClose { invite })
}

/// Replaces the recovery code; signed by an admin or by the code being replaced.
pub fn set_recovery(
    membership: &Membership,
    keyring: &Keyring,
    by: &DeviceSecret,
    recovery: &RecoveryKeys,
    dice: &mut dyn CryptoRng,
) -> Result<MemberRecord, DraftRefusal> {
    let (epoch, key) = current(membership, keyring)?;
    let wrap = wrap_key(key, &membership.nonce, epoch, recovery, dice)?;
    propose(
        membership,
        by,
        &Body::SetRecovery(Box::new(SetRecovery {
            recovery: *recovery,
            epoch,
            wrap,
        })),
    )
}

/// Hands the ordering of records over. By an admin: the old sequencer signs it. By the recovery
/// code, when the old sequencer is lost: the new one does.
pub fn set_sequencer(
    membership: &Membership,
    by: &DeviceSecret,
    sequencer: [u8; 32],
) -> Result<MemberRecord, DraftRefusal> {
    propose(membership, by, &Body::SetSequencer { sequencer })
}

/// Replaces all devices by one. `code` is the recovery secret, which also opened the keyring.
///
/// If a lost device was the sequencer, [`set_sequencer`] by the code comes first.
pub fn recover(
    membership: &Membership,
    keyring: &Keyring,
    code: &DeviceSecret,
    takeover: Takeover,
    dice: &mut dyn CryptoRng,
) -> Result<MemberRecord, DraftRefusal> {
    let Takeover {
        keys,
        label,
        recovery,
        cut,
    } = takeover;
    let (_, key) = current(membership, keyring)?;
    let label = seal_label(key, &keys.device, &label, dice)?;
    let rotation = rotation(membership, keyring, &[keys], &recovery, dice)?;
    let body = Body::Recover(Box::new(Recover {
        keys,
        label,
        recovery,
        cut,
        rotation,
    }));
    propose(membership, code, &body)
}

fn propose(membership: &Membership, by: &DeviceSecret, body: &Body) -> Result<MemberRecord, DraftRefusal> {
    let (head, hash) = membership.head();
    let record = MemberRecord::sign(by, membership.space, head + 1, hash, body)?;
    rules::check(membership, &record)?;
    Ok(record)
}

fn current<'a>(membership: &Membership, keyring: &'a Keyring) -> Result<(u32, &'a EpochKey), DraftRefusal> {
    keyring.sealing(membership).ok_or(DraftRefusal::NoKey {
        epoch: membership.epoch(),
    })
}

fn staying(membership: &Membership) -> Vec<DeviceKeys> {
    membership.active().map(|member| member.keys).collect()
}

/// A fresh key for those who stay, and every open invitation closed.
fn rotation(
    membership: &Membership,
    keyring: &Keyring,
    staying: &[DeviceKeys],
    recovery: &RecoveryKeys,
    dice: &mut dyn CryptoRng,
) -> Result<Rotation, DraftRefusal> {
    let (before, old) = current(membership, keyring)?;
    let (epoch, key) = (before + 1, EpochKey::generate(dice));
    let mut wrap = |keys: &DeviceKeys| -> Result<Wrap, BadPublicKey> {
        wrap_key(&key, &membership.nonce, epoch, keys, dice)
    };
    let wraps = staying
        .iter()
        .map(|keys| Ok((keys.device, wrap(keys)?)))
        .collect::<Result<_, BadPublicKey>>()?;
    let recovery_wrap = wrap(recovery)?;
    Ok(Rotation {
        epoch,
        key_id: key.key_id(),
        wraps,
        recovery: recovery.device,
        recovery_wrap,
        old_under_new: key.seal_key(old, &membership.chain_info(epoch), dice),
        closes: membership.invites.keys().copied().collect(),
    })
}
