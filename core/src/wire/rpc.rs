//! Single questions and answers of somebody who belongs nowhere yet: enrolling, and the mailbox.

use minicbor::{Decode, Encode};

use crate::id::{DeviceId, InviteId, MemberHash, SpaceId};

/// Asks to bring a space to a hub, with a ticket of the hub.
///
/// Asked twice. First without a space: each side proves to the other that it knows the ticket's
/// secret, over both keys of the connection, and nothing of the space is shown to a hub that does
/// not. Then with the space and its whole membership, which ends with the record that hands the
/// sequencing to this hub.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Enrol {
    /// Names the ticket without its secret.
    #[n(0)]
    pub ticket: InviteId,
    /// Who asks: the key of this connection.
    #[n(1)]
    pub device: DeviceId,
    /// That the asker knows the secret.
    #[n(2)]
    #[cbor(with = "minicbor::bytes")]
    pub proof: [u8; 32],
    /// The space, the second time.
    #[n(3)]
    pub space: Option<SpaceId>,
    /// Its membership from position 0, the second time.
    #[n(4)]
    #[cbor(default, with = "super::blobs")]
    pub records: Vec<Vec<u8>>,
}

/// The hub's answer to [`Enrol`]. A refusal is a `Refused`.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Enrolled {
    /// That the hub knows the secret.
    #[n(0)]
    #[cbor(with = "minicbor::bytes")]
    pub proof: [u8; 32],
    /// The last membership position stored, the second time.
    #[n(1)]
    pub position: Option<u32>,
    /// Its hash.
    #[n(2)]
    pub hash: Option<MemberHash>,
}

/// One slot of an invitation's mailbox at the hub: sealed under the invitation's secret, which the
/// hub does not know.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Mail {
    /// Names the invitation without its secret.
    #[n(0)]
    pub invite: InviteId,
    /// Which of its letters.
    #[n(1)]
    pub slot: MailSlot,
    /// The letter. None in an answer: there is none yet.
    #[n(2)]
    #[cbor(with = "minicbor::bytes")]
    pub sealed: Option<Vec<u8>>,
}

/// The letters of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum MailSlot {
    /// From the device that invites: the space, its membership's head, the hub's key.
    #[n(1)]
    Offer,
    /// From the device that joins: its keys and label.
    #[n(2)]
    Request,
    /// From the device that invites: it was accepted, or not.
    #[n(3)]
    Verdict,
}
