//! How each body is laid out in the bytes that are signed.
//!
//! The fields in the order in which their type declares them, without names or padding.

use super::body::{
    Add, Body, CUT_MAX, Cut, DEVICES_MAX, Genesis, INVITES_MAX, LABEL_SEALED_MAX, Narrowing, Recover, Remove,
    Role, Rotation, SetRecovery, SetRole, Wrap,
};
use super::bytes::{Malformed, Reader, Writer};
use crate::crypto::DeviceKeys;
use crate::id::{DeviceId, InviteId, KeyId, LogId};
use crate::time::Timestamp;

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
        w.raw(&self.recovery.0).raw(&self.recovery_wrap);
        w.raw(&self.old_under_new).count(self.closes.len());
        self.closes.iter().for_each(|invite| _ = w.raw(&invite.0));
    }

    fn decode(r: &mut Reader<'_>) -> Result<Self, Malformed> {
        Ok(Self {
            epoch: r.u32()?,
            key_id: KeyId(r.array()?),
            wraps: r.map(DEVICES_MAX, DeviceId, |wrap: Wrap| wrap)?,
            recovery: DeviceId(r.array()?),
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
