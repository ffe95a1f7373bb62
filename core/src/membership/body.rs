//! What a membership record can say, and how each saying is laid out in bytes.

use std::collections::{BTreeMap, BTreeSet};

use super::bytes::{Malformed, Reader, Writer};
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

const GENESIS: u8 = 1;
const ADD: u8 = 2;
const REMOVE: u8 = 3;
const ROTATE: u8 = 4;
const SET_ROLE: u8 = 5;
const INVITE_OPEN: u8 = 6;
const INVITE_CLOSE: u8 = 7;
const SET_RECOVERY: u8 = 8;
const SET_SEQUENCER: u8 = 9;
const RECOVER: u8 = 10;
// 11 is reserved for ErasureDone; until then it is read as unknown.

impl Body {
    /// The code that stands in the record's header.
    pub fn kind(&self) -> u8 {
        match self {
            Self::Genesis(_) => GENESIS,
            Self::Add(_) => ADD,
            Self::Remove(_) => REMOVE,
            Self::Rotate(_) => ROTATE,
            Self::SetRole(_) => SET_ROLE,
            Self::InviteOpen { .. } => INVITE_OPEN,
            Self::InviteClose { .. } => INVITE_CLOSE,
            Self::SetRecovery(_) => SET_RECOVERY,
            Self::SetSequencer { .. } => SET_SEQUENCER,
            Self::Recover(_) => RECOVER,
            Self::Unknown { kind, .. } => *kind,
        }
    }

    /// What the record leaves of the logs of those it removes or no longer lets write.
    pub fn cut(&self) -> Option<&Cut> {
        match self {
            Self::Remove(body) => Some(&body.cut),
            Self::SetRole(body) if body.role == Role::Reader => body.narrowing.as_ref().map(|n| &n.cut),
            Self::Recover(body) => Some(&body.cut),
            _ => None,
        }
    }

    pub(super) fn encode(&self) -> Vec<u8> {
        let mut w = Writer::default();
        match self {
            Self::Genesis(body) => body.encode(&mut w),
            Self::Add(body) => body.encode(&mut w),
            Self::Remove(body) => {
                w.count(body.devices.len());
                body.devices.iter().for_each(|device| _ = w.raw(&device.0));
                encode_cut(&body.cut, &mut w);
                body.rotation.encode(&mut w);
            }
            Self::Rotate(body) => body.encode(&mut w),
            Self::SetRole(body) => body.encode(&mut w),
            Self::InviteOpen { invite, expires } => _ = w.raw(&invite.0).raw(&expires.0.to_le_bytes()),
            Self::InviteClose { invite } => _ = w.raw(&invite.0),
            Self::SetRecovery(body) => {
                encode_keys(&body.recovery, &mut w);
                w.u32(body.epoch).raw(&body.wrap);
            }
            Self::SetSequencer { sequencer } => _ = w.raw(sequencer),
            Self::Recover(body) => {
                encode_keys(&body.keys, &mut w);
                w.bytes(&body.label);
                encode_keys(&body.recovery, &mut w);
                encode_cut(&body.cut, &mut w);
                body.rotation.encode(&mut w);
            }
            Self::Unknown { .. } => {}
        }
        w.0
    }

    /// Reads the body of a kind; one that is not known here is told apart by `critical` only.
    pub(super) fn decode(kind: u8, critical: bool, bytes: &[u8]) -> Result<Self, Malformed> {
        let mut r = Reader::new(bytes);
        let body = match kind {
            GENESIS => Self::Genesis(Box::new(Genesis::decode(&mut r)?)),
            ADD => Self::Add(Box::new(Add::decode(&mut r)?)),
            REMOVE => Self::Remove(Box::new(Remove {
                devices: r.set(DEVICES_MAX, DeviceId)?,
                cut: decode_cut(&mut r)?,
                rotation: Rotation::decode(&mut r)?,
            })),
            ROTATE => Self::Rotate(Box::new(Rotation::decode(&mut r)?)),
            SET_ROLE => Self::SetRole(Box::new(SetRole::decode(&mut r)?)),
            INVITE_OPEN => Self::InviteOpen {
                invite: InviteId(r.array()?),
                expires: Timestamp(i64::from_le_bytes(r.array()?)),
            },
            INVITE_CLOSE => Self::InviteClose {
                invite: InviteId(r.array()?),
            },
            SET_RECOVERY => Self::SetRecovery(Box::new(SetRecovery {
                recovery: decode_keys(&mut r)?,
                epoch: r.u32()?,
                wrap: r.array()?,
            })),
            SET_SEQUENCER => Self::SetSequencer {
                sequencer: r.array()?,
            },
            RECOVER => Self::Recover(Box::new(Recover {
                keys: decode_keys(&mut r)?,
                label: r.bytes(LABEL_SEALED_MAX)?,
                recovery: decode_keys(&mut r)?,
                cut: decode_cut(&mut r)?,
                rotation: Rotation::decode(&mut r)?,
            })),
            _ => return Ok(Self::Unknown { kind, critical }),
        };
        r.end()?;
        Ok(body)
    }
}

impl Genesis {
    fn encode(&self, w: &mut Writer) {
        w.raw(&self.nonce);
        encode_keys(&self.founder, w);
        w.bytes(&self.label).raw(&self.sequencer);
        encode_keys(&self.recovery, w);
        w.raw(&self.key_id.0).raw(&self.wrap).raw(&self.recovery_wrap);
    }

    fn decode(r: &mut Reader<'_>) -> Result<Self, Malformed> {
        Ok(Self {
            nonce: r.array()?,
            founder: decode_keys(r)?,
            label: r.bytes(LABEL_SEALED_MAX)?,
            sequencer: r.array()?,
            recovery: decode_keys(r)?,
            key_id: KeyId(r.array()?),
            wrap: r.array()?,
            recovery_wrap: r.array()?,
        })
    }
}

impl Add {
    fn encode(&self, w: &mut Writer) {
        encode_keys(&self.keys, w);
        w.u8(self.role.code())
            .bytes(&self.label)
            .u8(self.invite.is_some().into());
        if let Some(invite) = &self.invite {
            w.raw(&invite.0);
        }
        w.u32(self.epoch).raw(&self.wrap);
    }

    fn decode(r: &mut Reader<'_>) -> Result<Self, Malformed> {
        Ok(Self {
            keys: decode_keys(r)?,
            role: Role::decode(r)?,
            label: r.bytes(LABEL_SEALED_MAX)?,
            invite: if r.flag("invitation")? {
                Some(InviteId(r.array()?))
            } else {
                None
            },
            epoch: r.u32()?,
            wrap: r.array()?,
        })
    }
}

impl Rotation {
    fn encode(&self, w: &mut Writer) {
        w.u32(self.epoch).raw(&self.key_id.0).count(self.wraps.len());
        self.wraps
            .iter()
            .for_each(|(device, wrap)| _ = w.raw(&device.0).raw(wrap));
        w.raw(&self.recovery_wrap)
            .raw(&self.old_under_new)
            .count(self.closes.len());
        self.closes.iter().for_each(|invite| _ = w.raw(&invite.0));
    }

    fn decode(r: &mut Reader<'_>) -> Result<Self, Malformed> {
        Ok(Self {
            epoch: r.u32()?,
            key_id: KeyId(r.array()?),
            wraps: r.map(DEVICES_MAX, DeviceId, |wrap: Wrap| wrap)?,
            recovery_wrap: r.array()?,
            old_under_new: r.array()?,
            closes: r.set(INVITES_MAX, InviteId)?,
        })
    }
}

impl SetRole {
    fn encode(&self, w: &mut Writer) {
        w.raw(&self.device.0)
            .u8(self.role.code())
            .u8(self.narrowing.is_some().into());
        if let Some(narrowing) = &self.narrowing {
            encode_cut(&narrowing.cut, w);
            narrowing.rotation.encode(w);
        }
    }

    fn decode(r: &mut Reader<'_>) -> Result<Self, Malformed> {
        let (device, role) = (DeviceId(r.array()?), Role::decode(r)?);
        let narrowing = if r.flag("narrowing")? {
            Some(Narrowing {
                cut: decode_cut(r)?,
                rotation: Rotation::decode(r)?,
            })
        } else {
            None
        };
        Ok(Self {
            device,
            role,
            narrowing,
        })
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

    fn decode(r: &mut Reader<'_>) -> Result<Self, Malformed> {
        Self::from_code(r.u8()?).ok_or(Malformed::Value { field: "role" })
    }
}

fn encode_keys(keys: &DeviceKeys, w: &mut Writer) {
    w.raw(&keys.device.0).raw(&keys.exchange);
}

fn decode_keys(r: &mut Reader<'_>) -> Result<DeviceKeys, Malformed> {
    Ok(DeviceKeys {
        device: DeviceId(r.array()?),
        exchange: r.array()?,
    })
}

fn encode_cut(cut: &Cut, w: &mut Writer) {
    w.count(cut.len());
    cut.iter().for_each(|(log, seq)| _ = w.raw(&log.0).u64(*seq));
}

fn decode_cut(r: &mut Reader<'_>) -> Result<Cut, Malformed> {
    r.map(CUT_MAX, LogId, u64::from_le_bytes)
}
