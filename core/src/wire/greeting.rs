//! The first words of a session: who is there, what they hold, or that they are not let in.

use minicbor::{Decode, Encode};

use crate::id::{LogId, MemberHash, SpaceId};
use crate::time::Timestamp;

/// The longest name of a software version, in bytes.
pub const SOFTWARE_MAX: usize = 64;

/// What a peer can do beyond the first minor version, as bits. None is defined yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Encode, Decode)]
#[cbor(transparent)]
pub struct Capabilities(#[n(0)] pub u64);

/// What both sides say first: the client as `Hello`, the hub as `Welcome` once it has let the
/// client in. Its HAVE is also the want: what the sender does not name, it wants.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Hello {
    /// The oldest minor version spoken.
    #[n(0)]
    pub minor_min: u16,
    /// The newest minor version spoken.
    #[n(1)]
    pub minor_max: u16,
    /// What it can do.
    #[n(2)]
    #[cbor(default)]
    pub capabilities: Capabilities,
    /// Name and version, for people; at most [`SOFTWARE_MAX`] bytes.
    #[n(3)]
    #[cbor(default)]
    pub software: String,
    /// Its clock in seconds, for a warning on a screen and for nothing else.
    #[n(4)]
    #[cbor(default)]
    pub clock: i64,
    /// The space both are to speak of.
    #[n(5)]
    pub space: SpaceId,
    /// Which database this is: acknowledgements hold for this one only.
    #[n(6)]
    #[cbor(with = "minicbor::bytes")]
    pub incarnation: [u8; 16],
    /// How much of the membership it knows: position and hash of the last record. None: nothing.
    #[n(7)]
    pub member_position: Option<u32>,
    /// The hash that goes with the position.
    #[n(8)]
    pub member_hash: Option<MemberHash>,
    /// The logs it holds. At most [`LOGS_MAX`](crate::log::LOGS_MAX), each once.
    #[n(9)]
    #[cbor(default)]
    pub have: Vec<Have>,
}

impl Hello {
    /// Position and hash of the last membership record known; none if either is missing.
    pub fn membership(&self) -> Option<(u32, MemberHash)> {
        self.member_position.zip(self.member_hash)
    }

    /// The sender's clock.
    pub fn clock(&self) -> Timestamp {
        Timestamp(self.clock)
    }
}

/// How much of one log the sender holds, durably and without a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Have {
    /// The log.
    #[n(0)]
    pub log: LogId,
    /// The first number it holds; what lies below is in a checkpoint.
    #[n(1)]
    #[cbor(default)]
    pub floor: u64,
    /// The last number it holds.
    #[n(2)]
    pub seq: u64,
    /// The first half of that entry's hash.
    #[n(3)]
    #[cbor(with = "minicbor::bytes")]
    pub head: [u8; 16],
    /// The last number it has applied to its records; none if nothing, and always at a hub.
    #[n(4)]
    pub applied: Option<u64>,
}

/// Why somebody is not let in, or not served.
///
/// An unknown space and a forbidden one answer alike, so that nobody learns which spaces exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such space for this device.
    NotHere,
    /// No minor version in common: one of the two must be updated.
    Version,
    /// Too many at once: come back later.
    Busy,
    /// The space has used up what it may.
    Quota,
    /// The ticket or invitation is not valid: unknown, used, expired, or the proof is wrong.
    Ticket,
    /// Not what was expected at this point.
    Unexpected,
    /// A reason of a newer release.
    Other(u16),
}

impl Refusal {
    const TABLE: [(u16, Self); 6] = [
        (1, Self::NotHere),
        (2, Self::Version),
        (3, Self::Busy),
        (4, Self::Quota),
        (5, Self::Ticket),
        (6, Self::Unexpected),
    ];

    /// Its number on the wire.
    pub fn number(self) -> u16 {
        match self {
            Self::Other(number) => number,
            known => Self::TABLE
                .iter()
                .find(|(_, code)| *code == known)
                .map_or(0, |(number, _)| *number),
        }
    }

    /// The refusal with this number.
    pub fn from_number(number: u16) -> Self {
        Self::TABLE
            .iter()
            .find(|(n, _)| *n == number)
            .map_or(Self::Other(number), |(_, code)| *code)
    }
}
