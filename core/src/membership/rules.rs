//! What must hold of a record where it stands. One question, one function, the same for author,
//! sequencer and replay.

use std::collections::BTreeSet;

use thiserror::Error;

use super::body::{Add, Body, DEVICES_MAX, Genesis, INVITES_MAX, Recover, Remove, Role, Rotation, SetRole};
use super::record::MemberRecord;
use super::state::{Member, Membership};
use crate::crypto::DeviceKeys;
use crate::id::{DeviceId, InviteId, KeyId, MemberHash, SpaceId};

/// Devices that may ever have belonged to one space.
pub const MEMBERS_EVER_MAX: usize = 1024;

/// Why a record does not hold where it stands. At an author it is a refusal, from a peer a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum MemberFault {
    /// A log begins with a genesis at position 0, signed twice by its founder.
    #[error("no valid genesis")]
    NoGenesis,
    /// A genesis stands at the beginning only.
    #[error("a second genesis")]
    SecondGenesis,
    /// The membership was frozen by a record that a newer release understands.
    #[error("frozen at position {at}")]
    Frozen {
        /// That record's position.
        at: u32,
    },
    /// The record is not for the next position.
    #[error("position {found}, {expected} is next")]
    Position {
        /// The next position.
        expected: u32,
        /// The record's.
        found: u32,
    },
    /// The record follows another record than the newest one here: one of the two logs was forked.
    #[error("does not follow the record before it")]
    Prev,
    /// The record is for another space.
    #[error("of another space")]
    Space,
    /// The author's signature does not verify.
    #[error("not signed by its author")]
    AuthorSignature,
    /// The sequencer's signature is missing or does not verify.
    #[error("not signed by the sequencer")]
    SequencerSignature,
    /// The author may not say this: neither an active admin nor the recovery code where that may.
    #[error("{author} may not say this")]
    NotAllowed {
        /// The author.
        author: DeviceId,
    },
    /// The key is or was a device's, or is the recovery code's.
    #[error("{device} is known already")]
    DeviceKnown {
        /// The key.
        device: DeviceId,
    },
    /// No active device has this key.
    #[error("{device} is not active")]
    DeviceNotActive {
        /// The key.
        device: DeviceId,
    },
    /// A removal names nobody.
    #[error("removes nobody")]
    RemovesNobody,
    /// An admin cannot remove itself: it would know the new key.
    #[error("an admin removes others, not itself")]
    SelfRemoval,
    /// The device orders the records: hand over first.
    #[error("the sequencer cannot be removed")]
    SequencerRemoval,
    /// Nobody would be left to admit and remove devices.
    #[error("the last admin stays admin")]
    LastAdmin,
    /// Too many devices.
    #[error("at most {limit} devices")]
    TooManyDevices {
        /// How many there may be.
        limit: usize,
    },
    /// A wrap or a rotation is for another epoch than the one that stands here.
    #[error("epoch {found}, {expected} expected")]
    Epoch {
        /// The epoch that belongs here.
        expected: u32,
        /// The record's.
        found: u32,
    },
    /// The rotation's key was used before.
    #[error("an old key again")]
    KeyReused {
        /// The key's name.
        key_id: KeyId,
    },
    /// A rotation lacks a wrap for a device that stays.
    #[error("no wrap for {device}")]
    WrapMissing {
        /// The device.
        device: DeviceId,
    },
    /// A rotation wraps its key for somebody who does not belong.
    #[error("a wrap for {device}, which does not belong")]
    WrapForStranger {
        /// The device.
        device: DeviceId,
    },
    /// The invitation is not open: never opened, used, or closed.
    #[error("invitation {invite} is not open")]
    InviteNotOpen {
        /// The invitation.
        invite: InviteId,
    },
    /// The invitation is open already.
    #[error("invitation {invite} is open already")]
    InviteOpen {
        /// The invitation.
        invite: InviteId,
    },
    /// Whoever is removed or narrowed could still use this invitation.
    #[error("invitation {invite} would stay open")]
    InviteLeftOpen {
        /// The invitation.
        invite: InviteId,
    },
    /// Too many open invitations.
    #[error("at most {limit} open invitations")]
    TooManyInvites {
        /// How many there may be.
        limit: usize,
    },
    /// The device has this role already.
    #[error("the role is the same")]
    SameRole,
    /// A role that allows less comes with a rotation, one that allows more does not; only a role
    /// that no longer writes comes with a cut.
    #[error("what goes with the role does not fit it")]
    Narrowing,
    /// The sequencer is this one already.
    #[error("the sequencer is the same")]
    SameSequencer,
    /// Only a removal denies before it is sequenced.
    #[error("not a removal")]
    NotARemoval,
}

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
            check_rotation(membership, rotation, &staying)?;
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
    check_rotation(membership, &body.rotation, &staying)?;
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
            check_rotation(membership, &narrowing.rotation, &staying)?;
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
    check_rotation(membership, &body.rotation, &BTreeSet::from([body.keys.device]))?;
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
    if found == expected {
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
    if let Some(device) = rotation.wraps.keys().find(|device| !staying.contains(device)) {
        return Err(MemberFault::WrapForStranger { device: *device });
    }
    Ok(())
}

fn device(member: &Member) -> DeviceId {
    member.keys.device
}
