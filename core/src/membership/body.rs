//! What a membership record can say, and how each saying is laid out in bytes.

use std::collections::{BTreeMap, BTreeSet};

use crate::crypto::{CHAINED_KEY_LEN, DeviceKeys, WRAP_LEN};
use crate::id::{DeviceId, InviteId, KeyId, LogId};
use crate::time::Timestamp;

/// Devices that may be active at once.
pub const DEVICES_MAX: usize = 64;
/// Logs (incarnations) of one device.
pub const LOGS_PER_DEVICE_MAX: usize = 64;
/// Logs that one cut may name.
pub const CUT_MAX: usize = DEVICES_MAX * LOGS_PER_DEVICE_MAX;
/// Invitations that may be open at once.
pub const INVITES_MAX: usize = 64;
/// Bytes of a sealed label.
pub const LABEL_SEALED_MAX: usize = 256;

/// What a device may do. Enforced by signatures, not by screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Reads, writes, and decides who belongs.
    Admin,
    /// Reads and writes.
    Member,
    /// Reads.
    Reader,
}

/// The public keys of a recovery code: Ed25519 signs [`Body::Recover`], X25519 receives every epoch key.
pub type RecoveryKeys = DeviceKeys;

/// An epoch key wrapped for one recipient.
pub type Wrap = [u8; WRAP_LEN];

/// The last sequence number that stays admitted, by log. A log that is not named has none.
pub type Cut = BTreeMap<LogId, u64>;

/// What one record says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// The association begins.
    Genesis(Box<Genesis>),
    /// A device joins.
    Add(Box<Add>),
    /// Devices leave, with what of theirs stays, the new key and the closed invitations in one.
    Remove(Box<Remove>),
    /// A new epoch for those who are here.
    Rotate(Box<Rotation>),
    /// A device may do more, or less.
    SetRole(Box<SetRole>),
    /// One device may ask to join.
    InviteOpen {
        /// Names the invitation; the secret is never here.
        invite: InviteId,
        /// After this the hub lets nobody ask. No device decides by it.
        expires: Timestamp,
    },
    /// Nobody may ask by this invitation any more.
    InviteClose {
        /// The invitation.
        invite: InviteId,
    },
    /// Another recovery code.
    SetRecovery(Box<SetRecovery>),
    /// Another key orders the records from here on.
    SetSequencer {
        /// The Ed25519 key.
        sequencer: [u8; 32],
    },
    /// All devices are lost: they leave, one joins as admin, with a new recovery code.
    Recover(Box<Recover>),
    /// From a newer release. `critical`: who does not understand it must not judge what follows.
    Unknown {
        /// The code of what it says.
        kind: u8,
        /// Whether it may be skipped.
        critical: bool,
    },
}

/// The first record. Its hash is the space id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Genesis {
    /// Random: no two spaces have one id, and no wrap of one opens in another.
    pub nonce: [u8; 32],
    /// The founding device, an admin.
    pub founder: DeviceKeys,
    /// Its label, sealed.
    pub label: Vec<u8>,
    /// Who orders the records: the founding device itself.
    pub sequencer: [u8; 32],
    /// The recovery code's public keys.
    pub recovery: RecoveryKeys,
    /// Names the key of epoch 0.
    pub key_id: KeyId,
    /// The key, for the founder.
    pub wrap: Wrap,
    /// The key, for the recovery code.
    pub recovery_wrap: Wrap,
}

/// A device joins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Add {
    /// Its public keys.
    pub keys: DeviceKeys,
    /// What it may do.
    pub role: Role,
    /// Its label, sealed under the current epoch.
    pub label: Vec<u8>,
    /// The invitation it used up.
    pub invite: Option<InviteId>,
    /// The epoch of the wrap: the one current where this record stands, or the record is refused.
    pub epoch: u32,
    /// The key of that epoch; older ones follow from it.
    pub wrap: Wrap,
}

/// A new epoch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rotation {
    /// The one after the current.
    pub epoch: u32,
    /// Names its key.
    pub key_id: KeyId,
    /// The key, for exactly the devices active after the record.
    pub wraps: BTreeMap<DeviceId, Wrap>,
    /// The recovery code's Ed25519 key: the one in force after the record, or the record is refused.
    pub recovery: DeviceId,
    /// The key, for the recovery code.
    pub recovery_wrap: Wrap,
    /// The key before, sealed under the new one.
    pub old_under_new: [u8; CHAINED_KEY_LEN],
    /// Invitations that end here.
    pub closes: BTreeSet<InviteId>,
}

/// Devices leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remove {
    /// Which.
    pub devices: BTreeSet<DeviceId>,
    /// What of theirs stays.
    pub cut: Cut,
    /// The key they do not get.
    pub rotation: Rotation,
}

/// A device may do more, or less.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetRole {
    /// Which.
    pub device: DeviceId,
    /// What it may do from here on.
    pub role: Role,
    /// Present exactly when it may do less.
    pub narrowing: Option<Narrowing>,
}

/// What goes with a role that allows less.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Narrowing {
    /// What of the device's stays, if it may no longer write; empty if it still may.
    pub cut: Cut,
    /// Closes every invitation, as an admin may know their secrets.
    pub rotation: Rotation,
}

/// Another recovery code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetRecovery {
    /// Its public keys.
    pub recovery: RecoveryKeys,
    /// The epoch of the wrap: the current one.
    pub epoch: u32,
    /// The key of that epoch, for the new code.
    pub wrap: Wrap,
}

/// All devices are lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recover {
    /// The device that takes over, as admin.
    pub keys: DeviceKeys,
    /// Its label, sealed under the current epoch.
    pub label: Vec<u8>,
    /// The next recovery code, as this one was typed into a computer.
    pub recovery: RecoveryKeys,
    /// What stays of every device that leaves.
    pub cut: Cut,
    /// The key of the new epoch, for the new device and the new code.
    pub rotation: Rotation,
}

impl Body {
    /// What the record leaves of the logs of those it removes or no longer lets write.
    pub fn cut(&self) -> Option<&Cut> {
        match self {
            Self::Remove(body) => Some(&body.cut),
            Self::SetRole(body) if body.role == Role::Reader => body.narrowing.as_ref().map(|n| &n.cut),
            Self::Recover(body) => Some(&body.cut),
            _ => None,
        }
    }
}

impl Role {
    /// The role's number in signed bytes and on the wire.
    pub fn code(self) -> u8 {
        match self {
            Self::Admin => 1,
            Self::Member => 2,
            Self::Reader => 3,
        }
    }

    /// The role with this number.
    pub fn from_code(code: u8) -> Option<Self> {
        [Self::Admin, Self::Member, Self::Reader]
            .into_iter()
            .find(|role| role.code() == code)
    }
}
