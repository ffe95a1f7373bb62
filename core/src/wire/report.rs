//! What peers tell each other about what arrived: acknowledgements, other devices, proposals.

use minicbor::{Decode, Encode};

use crate::id::{DeviceId, LogId, MemberHash};

/// How far a peer has one log.
///
/// *Stored* is after its commit and is what receipts are about. *Applied* means merged into its
/// records; status and pruning go by it. A hub never applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Ack {
    /// The log.
    #[n(0)]
    pub log: LogId,
    /// The last number stored; everything before is stored too.
    #[n(1)]
    pub stored: u64,
    /// The last number applied.
    #[n(2)]
    pub applied: Option<u64>,
}

/// What a hub knows of another device of the space.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct PeerAcks {
    /// The device.
    #[n(0)]
    pub device: DeviceId,
    /// Which database of that device said so.
    #[n(1)]
    #[cbor(with = "minicbor::bytes")]
    pub incarnation: [u8; 16],
    /// When the hub last heard of it, by the hub's clock, in seconds; 0 = never.
    #[n(2)]
    #[cbor(default)]
    pub seen: i64,
    /// What it has. At most [`LOGS_MAX`](crate::log::LOGS_MAX).
    #[n(3)]
    #[cbor(default)]
    pub acks: Vec<Ack>,
}

/// What became of a proposed membership record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proposed {
    /// It was sequenced; the record itself comes with the membership, to everyone.
    Accepted {
        /// Its position.
        position: u32,
        /// Its hash, the sequencer's signature included.
        hash: MemberHash,
    },
    /// It was not.
    Refused(ProposalRefusal),
}

/// Why a proposed membership record was not sequenced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProposalRefusal {
    /// Another record took its place: read the membership, draft again.
    Behind,
    /// Its author may not do this.
    NotAllowed,
    /// It cuts a log below what the hub already stores: read the entries, draft again.
    CutBelowHeads,
    /// It is no membership record, or of another space.
    Malformed,
    /// This peer does not sequence this space.
    NotSequencer,
    /// A reason of a newer release.
    Other(u16),
}

impl ProposalRefusal {
    const TABLE: [(u16, Self); 5] = [
        (1, Self::Behind),
        (2, Self::NotAllowed),
        (3, Self::CutBelowHeads),
        (4, Self::Malformed),
        (5, Self::NotSequencer),
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
