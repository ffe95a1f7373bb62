//! What must hold of a record where it stands. One question, one function, the same for author,
//! sequencer and replay.

use std::collections::BTreeSet;

use super::body::{
    Add, Body, DEVICES_MAX, Genesis, INVITES_MAX, Recover, RecoveryKeys, Remove, Role, Rotation, SetRole,
};
use super::fault::MemberFault;
use super::record::MemberRecord;
use super::state::{Member, Membership};
use crate::crypto::DeviceKeys;
use crate::faults::{Fault, planted};
use crate::id::{DeviceId, InviteId, MemberHash, SpaceId};

/// Devices that may ever have belonged to one space.
pub const MEMBERS_EVER_MAX: usize = 1024;

/// Who is speaking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Voice {
    Admin,
    Recovery,
    Nobody,
}

/// Checks the first record.
pub(super) fn check_genesis(record: &MemberRecord) -> Result<&Genesis, MemberFault> {
    let Body::Genesis(body) = record.body() else {
        return Err(MemberFault::NoGenesis);
    };
    let first = record.position() == 0
        && record.space() == SpaceId([0; 32])
        && record.prev() == MemberHash([0; 32])
        && record.author() == body.founder.device
        && body.sequencer == body.founder.device.0
        && body.recovery.device != body.founder.device;
    if !first {
        return Err(MemberFault::NoGenesis);
    }
    record.verify_author().map_err(|_| MemberFault::AuthorSignature)?;
    record
        .verify_sequencer(&body.sequencer)
        .map_err(|_| MemberFault::SequencerSignature)?;
    Ok(body)
}

/// Checks everything about the next record but the sequencer's signature.
pub(super) fn check(membership: &Membership, record: &MemberRecord) -> Result<(), MemberFault> {
    if let Some(at) = membership.frozen {
        return Err(MemberFault::Frozen { at });
    }
    check_place(membership, record)?;
    record.verify_author().map_err(|_| MemberFault::AuthorSignature)?;
    check_voice(membership, record)?;
    let author = record.author();
    match record.body() {
        Body::Genesis(_) => Err(MemberFault::SecondGenesis),
        Body::Add(body) => check_add(membership, body),
        Body::Remove(body) => check_remove(membership, &author, body),
        Body::Rotate(rotation) => {
            let staying = membership.active().map(device).collect();
            check_rotation(membership, rotation, &staying, &membership.recovery)?;
            rotation
                .closes
                .iter()
                .try_for_each(|invite| check_open(membership, invite))
        }
        Body::SetRole(body) => check_set_role(membership, body),
        Body::InviteOpen { invite, .. } => check_invite_open(membership, invite),
        Body::InviteClose { invite } => check_open(membership, invite),
        Body::SetRecovery(body) => {
            check_new_key(membership, &body.recovery)?;
            check_current_epoch(membership, body.epoch)
        }
        Body::SetSequencer { sequencer } => check_sequencer(membership, sequencer),
        Body::Recover(body) => check_recover(membership, body),
        // Its author cannot be judged here; the sequencer, which can, signed it or did not.
        Body::Unknown { .. } => Ok(()),
    }
}

/// Checks that the right sequencer signed.
pub(super) fn check_sequenced(membership: &Membership, record: &MemberRecord) -> Result<(), MemberFault> {
    record
        .verify_sequencer(&expected_sequencer(membership, record))
        .map_err(|_| MemberFault::SequencerSignature)
}

/// Whose signature makes a record count: the sequencer's in force; but where the recovery code
/// names a new one, because the old is lost, the new one's.
pub(super) fn expected_sequencer(membership: &Membership, record: &MemberRecord) -> [u8; 32] {
    match record.body() {
        Body::SetSequencer { sequencer } if record.author() == membership.recovery.device => *sequencer,
        _ => membership.sequencer,
    }
}

fn check_place(membership: &Membership, record: &MemberRecord) -> Result<(), MemberFault> {
    let (head, hash) = membership.head();
    let expected = head + 1;
    if record.position() != expected {
        return Err(MemberFault::Position {
            expected,
            found: record.position(),
        });
    }
    if record.space() != membership.space {
        return Err(MemberFault::Space);
    }
    if record.prev() != hash {
        return Err(MemberFault::Prev);
    }
    Ok(())
}

fn voice(membership: &Membership, author: &DeviceId) -> Voice {
    if *author == membership.recovery.device {
        return Voice::Recovery;
    }
    let admin = membership
        .active()
        .any(|member| member.keys.device == *author && member.role == Role::Admin);
    if admin { Voice::Admin } else { Voice::Nobody }
}

fn check_voice(membership: &Membership, record: &MemberRecord) -> Result<(), MemberFault> {
    let author = record.author();
    let allowed = match (record.body(), voice(membership, &author)) {
        (Body::Unknown { .. }, _) => true,
        (Body::Recover(_), voice) => voice == Voice::Recovery,
        (Body::SetRecovery(_) | Body::SetSequencer { .. }, voice) => voice != Voice::Nobody,
        (_, voice) => voice == Voice::Admin,
    };
    if allowed {
        Ok(())
    } else {
        Err(MemberFault::NotAllowed { author })
    }
}

fn check_add(membership: &Membership, body: &Add) -> Result<(), MemberFault> {
    check_new_key(membership, &body.keys)?;
    check_room(membership)?;
    check_current_epoch(membership, body.epoch)?;
    body.invite
        .iter()
        .try_for_each(|invite| check_open(membership, invite))
}

fn check_remove(membership: &Membership, author: &DeviceId, body: &Remove) -> Result<(), MemberFault> {
    if body.devices.is_empty() {
        return Err(MemberFault::RemovesNobody);
    }
    if body.devices.contains(author) {
        return Err(MemberFault::SelfRemoval);
    }
    if body.devices.contains(&DeviceId(membership.sequencer)) {
        return Err(MemberFault::SequencerRemoval);
    }
    body.devices
        .iter()
        .try_for_each(|device| check_active(membership, device).map(|_| ()))?;
    let staying = membership
        .active()
        .map(device)
        .filter(|device| !body.devices.contains(device))
        .collect();
    check_rotation(membership, &body.rotation, &staying, &membership.recovery)?;
    check_closes_all(membership, &body.rotation)
}

fn check_set_role(membership: &Membership, body: &SetRole) -> Result<(), MemberFault> {
    let member = check_active(membership, &body.device)?;
    if body.role == member.role {
        return Err(MemberFault::SameRole);
    }
    let admins = membership
        .active()
        .filter(|member| member.role == Role::Admin)
        .count();
    if member.role == Role::Admin && admins == 1 {
        return Err(MemberFault::LastAdmin);
    }
    // Roles are ordered from the widest to the narrowest.
    match (&body.narrowing, body.role > member.role) {
        (None, false) => Ok(()),
        (Some(narrowing), true) if body.role == Role::Reader || narrowing.cut.is_empty() => {
            let staying = membership.active().map(device).collect();
            check_rotation(membership, &narrowing.rotation, &staying, &membership.recovery)?;
            check_closes_all(membership, &narrowing.rotation)
        }
        _ => Err(MemberFault::Narrowing),
    }
}

fn check_recover(membership: &Membership, body: &Recover) -> Result<(), MemberFault> {
    check_new_key(membership, &body.keys)?;
    check_new_key(membership, &body.recovery)?;
    if body.keys.device == body.recovery.device {
        return Err(MemberFault::DeviceKnown {
            device: body.recovery.device,
        });
    }
    if membership.members.len() >= MEMBERS_EVER_MAX {
        return Err(MemberFault::TooManyDevices {
            limit: MEMBERS_EVER_MAX,
        });
    }
    if membership
        .active()
        .any(|member| member.keys.device.0 == membership.sequencer)
    {
        return Err(MemberFault::SequencerRemoval);
    }
    check_rotation(
        membership,
        &body.rotation,
        &BTreeSet::from([body.keys.device]),
        &body.recovery,
    )?;
    check_closes_all(membership, &body.rotation)
}

fn check_invite_open(membership: &Membership, invite: &InviteId) -> Result<(), MemberFault> {
    if membership.invites.contains_key(invite) {
        return Err(MemberFault::InviteOpen { invite: *invite });
    }
    if membership.invites.len() >= INVITES_MAX {
        return Err(MemberFault::TooManyInvites { limit: INVITES_MAX });
    }
    Ok(())
}

fn check_sequencer(membership: &Membership, sequencer: &[u8; 32]) -> Result<(), MemberFault> {
    if *sequencer == membership.sequencer {
        return Err(MemberFault::SameSequencer);
    }
    let device = DeviceId(*sequencer);
    match membership.member(&device) {
        Some(member) if member.removed_at.is_some() => Err(MemberFault::DeviceNotActive { device }),
        _ => Ok(()),
    }
}

/// A wrap made for an older epoch would let its device in without letting it read.
fn check_current_epoch(membership: &Membership, found: u32) -> Result<(), MemberFault> {
    let expected = membership.epoch();
    if found == expected || planted(Fault::OldWrap) {
        Ok(())
    } else {
        Err(MemberFault::Epoch { expected, found })
    }
}

fn check_room(membership: &Membership) -> Result<(), MemberFault> {
    if membership.active().count() >= DEVICES_MAX {
        return Err(MemberFault::TooManyDevices { limit: DEVICES_MAX });
    }
    if membership.members.len() >= MEMBERS_EVER_MAX {
        return Err(MemberFault::TooManyDevices {
            limit: MEMBERS_EVER_MAX,
        });
    }
    Ok(())
}

/// Keys are never used twice: a removed device stays removed, a recovery code is no device.
fn check_new_key(membership: &Membership, keys: &DeviceKeys) -> Result<(), MemberFault> {
    let device = keys.device;
    let known = membership.member(&device).is_some() || membership.recovery.device == device;
    if known {
        Err(MemberFault::DeviceKnown { device })
    } else {
        Ok(())
    }
}

fn check_active<'a>(membership: &'a Membership, device: &DeviceId) -> Result<&'a Member, MemberFault> {
    membership
        .active()
        .find(|member| member.keys.device == *device)
        .ok_or(MemberFault::DeviceNotActive { device: *device })
}

fn check_open(membership: &Membership, invite: &InviteId) -> Result<(), MemberFault> {
    if membership.invites.contains_key(invite) {
        Ok(())
    } else {
        Err(MemberFault::InviteNotOpen { invite: *invite })
    }
}

fn check_closes_all(membership: &Membership, rotation: &Rotation) -> Result<(), MemberFault> {
    rotation
        .closes
        .iter()
        .try_for_each(|invite| check_open(membership, invite))?;
    match membership
        .invites
        .keys()
        .find(|invite| !rotation.closes.contains(invite))
    {
        Some(invite) => Err(MemberFault::InviteLeftOpen { invite: *invite }),
        None => Ok(()),
    }
}

fn check_rotation(
    membership: &Membership,
    rotation: &Rotation,
    staying: &BTreeSet<DeviceId>,
    recovery: &RecoveryKeys,
) -> Result<(), MemberFault> {
    let expected = membership.epoch() + 1;
    if rotation.epoch != expected {
        return Err(MemberFault::Epoch {
            expected,
            found: rotation.epoch,
        });
    }
    let key_id = rotation.key_id;
    if membership.epochs.iter().any(|epoch| epoch.key_id == key_id) {
        return Err(MemberFault::KeyReused { key_id });
    }
    if let Some(device) = staying.iter().find(|device| !rotation.wraps.contains_key(device)) {
        return Err(MemberFault::WrapMissing { device: *device });
    }
    if rotation.recovery != recovery.device {
        return Err(MemberFault::WrapMissing {
            device: recovery.device,
        });
    }
    if let Some(device) = rotation.wraps.keys().find(|device| !staying.contains(device)) {
        return Err(MemberFault::WrapForStranger { device: *device });
    }
    Ok(())
}

fn device(member: &Member) -> DeviceId {
    member.keys.device
}
