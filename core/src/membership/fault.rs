//! Why a membership record does not hold, as codes with facts.

use thiserror::Error;

use crate::id::{DeviceId, InviteId, KeyId};

/// Why a record does not hold where it stands. At an author it is a refusal, from a peer a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum MemberFault {
    /// The bytes are no record.
    #[error("not a membership record")]
    Unreadable,
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
    /// A rotation lacks a wrap for a device that stays, or for the recovery code in force.
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
