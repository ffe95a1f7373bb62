//! Joining by invitation: what is left in the hub's mailbox, and the six digits on both screens.
//!
//! An invitation is 128 random bits that travel by paper or voice. Everything else lies in the
//! hub's mailbox under [`invite_id`], sealed so that the hub reads none of it:
//!
//! 1. The admin's device opens the invitation in the membership log and leaves a [`JoinOffer`]: which
//!    space, how far its log reaches, the hub's key, its own key, and a *commitment* to a nonce.
//! 2. The joiner's device reads the offer, checks that it talks to that hub, and leaves a
//!    [`JoinRequest`]: its public keys, signed by themselves, and its label.
//! 3. The admin's device reads the request and leaves the [`reveal`]ed nonce. Both screens show
//!    [`code::comparison`] of the [`transcript`]; a person compares and accepts.
//! 4. The admin's device drafts the Add. The joiner replays the log and [`JoinOffer::check`]s it.
//!
//! The space key is never in any of these. The digits are for the case that somebody else read the
//! invitation: without the commitment, they could search for keys whose digits are the same as the
//! joiner's; with it, they must choose their keys before they know what the digits depend on, and
//! have one chance in a million. For the same reason an invitation takes *one* request: who has seen
//! the nonce can search again. If the digits differ, close the invitation and open another; never read
//! a second request once the nonce was revealed.
//!
//! [`code::comparison`]: crate::code::comparison

use rand_core::CryptoRng;
use thiserror::Error;

use super::body::Body;
use super::bytes::{Malformed, Reader, Writer};
use super::keyring::{LABEL_MAX, LabelTooLong};
use super::record::MemberRecord;
use super::state::Membership;
use crate::crypto::{self, DeviceKeys, DeviceSecret, Hash, NONCE_LEN, SIGNATURE_LEN, padme};
use crate::id::{DeviceId, InviteId, MemberHash, SpaceId};

/// Bytes that a mailbox item may have.
pub const MAILBOX_ITEM_MAX: usize = 1024;

const OFFER: &str = "join-offer";
const REQUEST: &str = "join-request";
const REVEAL: &str = "join-reveal";

/// Names an invitation at the hub and in the log, and reveals nothing of the secret.
pub fn invite_id(secret: &[u8; 16]) -> InviteId {
    let mut id = [0; InviteId::LEN];
    id.copy_from_slice(&crypto::derive("invite-id", secret)[..InviteId::LEN]);
    InviteId(id)
}

/// Why a mailbox item is not what it should be. Whoever left it is at fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum MailboxFault {
    /// Not sealed with this invitation's secret, or not as this kind of item.
    #[error("does not open with this invitation")]
    Sealed,
    /// Opened, but is no such item.
    #[error(transparent)]
    Malformed(#[from] Malformed),
    /// The device that asks did not sign the keys it gives.
    #[error("the request is not signed by its own key")]
    Signature,
    /// The nonce is not the one that the offer committed to: somebody stands in between.
    #[error("the nonce is not the one committed to")]
    Commitment,
}

/// Why a replayed log is not what the offer promised. Do not join.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum OfferFault {
    /// Another space.
    #[error("another space")]
    Space,
    /// The log lacks the record the offer named: a hub shows an old or another log.
    #[error("the record at position {position} is missing or another")]
    History {
        /// The position.
        position: u32,
    },
    /// The offer's author has not added this device by this invitation.
    #[error("not added by who invited")]
    NotAdded,
}

/// What an admin's device leaves for whoever holds the secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JoinOffer {
    /// The space, that is the hash of its genesis.
    pub space: SpaceId,
    /// How far the membership log reached.
    pub position: u32,
    /// The hash of the record there.
    pub hash: MemberHash,
    /// The key under which the hub must answer.
    pub hub: [u8; 32],
    /// The device that invites, and will sign the Add.
    pub admin: DeviceId,
    /// Hash of the nonce that [`reveal`] shows later.
    pub commitment: Hash,
}

/// What the joiner's device leaves in return.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JoinRequest {
    /// Its public keys.
    pub keys: DeviceKeys,
    /// What its person calls it.
    pub label: String,
    signature: [u8; SIGNATURE_LEN],
}

impl JoinOffer {
    /// The offer for the membership as it stands.
    pub fn new(membership: &Membership, by: &DeviceSecret, hub: [u8; 32], secret: &[u8; 16]) -> Self {
        let (position, hash) = membership.head();
        let commitment = crypto::derive("join-commitment", &nonce(by, secret));
        Self {
            space: membership.space(),
            position,
            hash,
            hub,
            admin: by.id(),
            commitment,
        }
    }

    /// Seals it for the mailbox.
    pub fn seal(&self, secret: &[u8; 16], dice: &mut dyn CryptoRng) -> Vec<u8> {
        seal(secret, OFFER, &self.to_bytes(), dice)
    }

    /// Opens one from the mailbox.
    pub fn open(secret: &[u8; 16], sealed: &[u8]) -> Result<Self, MailboxFault> {
        let plain = open(secret, OFFER, sealed)?;
        let mut r = Reader::new(&plain);
        let offer = Self {
            space: SpaceId(r.array()?),
            position: r.u32()?,
            hash: MemberHash(r.array()?),
            hub: r.array()?,
            admin: DeviceId(r.array()?),
            commitment: r.array()?,
        };
        r.end()?;
        Ok(offer)
    }

    fn to_bytes(self) -> Vec<u8> {
        let mut w = Writer::default();
        w.raw(&self.space.0).u32(self.position).raw(&self.hash.0);
        w.raw(&self.hub).raw(&self.admin.0).raw(&self.commitment);
        w.0
    }

    /// Checks a replayed log before anything is believed: the space, the record that the offer
    /// named, and that its author added exactly these keys by this invitation.
    pub fn check(
        &self,
        records: &[MemberRecord],
        own: &DeviceKeys,
        secret: &[u8; 16],
    ) -> Result<(), OfferFault> {
        let at = |position: u32| records.get(position as usize);
        if at(0).map(|genesis| genesis.hash().0) != Some(self.space.0) {
            return Err(OfferFault::Space);
        }
        if at(self.position).map(MemberRecord::hash) != Some(self.hash) {
            return Err(OfferFault::History {
                position: self.position,
            });
        }
        let added = records.iter().any(|record| match record.body() {
            Body::Add(body) => {
                record.author() == self.admin && body.keys == *own && body.invite == Some(invite_id(secret))
            }
            _ => false,
        });
        if added { Ok(()) } else { Err(OfferFault::NotAdded) }
    }
}

impl JoinRequest {
    /// The request of a device, signed by its own key.
    pub fn new(device: &DeviceSecret, label: &str, secret: &[u8; 16]) -> Result<Self, LabelTooLong> {
        if label.len() > LABEL_MAX {
            return Err(LabelTooLong { len: label.len() });
        }
        let keys = device.keys();
        let signature = device.sign(REQUEST, &Self::signed(&keys, label, secret));
        Ok(Self {
            keys,
            label: label.to_owned(),
            signature,
        })
    }

    /// Seals it for the mailbox.
    pub fn seal(&self, secret: &[u8; 16], dice: &mut dyn CryptoRng) -> Vec<u8> {
        seal(secret, REQUEST, &self.to_bytes(), dice)
    }

    /// Opens one from the mailbox and checks that its keys are its own.
    pub fn open(secret: &[u8; 16], sealed: &[u8]) -> Result<Self, MailboxFault> {
        let plain = open(secret, REQUEST, sealed)?;
        let mut r = Reader::new(&plain);
        let keys = DeviceKeys {
            device: DeviceId(r.array()?),
            exchange: r.array()?,
        };
        let signature = r.array()?;
        let label = String::from_utf8(r.bytes(LABEL_MAX)?);
        let label = label.map_err(|_| Malformed::Value { field: "label" })?;
        r.end()?;
        crypto::verify(
            REQUEST,
            &keys.device.0,
            &Self::signed(&keys, &label, secret),
            &signature,
        )
        .map_err(|_| MailboxFault::Signature)?;
        Ok(Self {
            keys,
            label,
            signature,
        })
    }

    fn to_bytes(&self) -> Vec<u8> {
        let mut w = Writer::default();
        w.raw(&self.keys.device.0)
            .raw(&self.keys.exchange)
            .raw(&self.signature);
        w.bytes(self.label.as_bytes());
        w.0
    }

    fn signed(keys: &DeviceKeys, label: &str, secret: &[u8; 16]) -> Vec<u8> {
        let mut w = Writer::default();
        w.raw(&invite_id(secret).0)
            .raw(&keys.device.0)
            .raw(&keys.exchange)
            .bytes(label.as_bytes());
        w.0
    }
}

/// The admin's nonce, sealed for the mailbox. Only after the request was read, or the digits prove
/// nothing.
pub fn reveal(by: &DeviceSecret, secret: &[u8; 16], dice: &mut dyn CryptoRng) -> Vec<u8> {
    seal(secret, REVEAL, &nonce(by, secret), dice)
}

/// The admin's nonce for one invitation; made again whenever needed, so nothing is stored.
pub fn nonce(by: &DeviceSecret, secret: &[u8; 16]) -> [u8; 32] {
    by.private("join-nonce", secret)
}

/// Opens the admin's nonce from the mailbox.
pub fn open_reveal(secret: &[u8; 16], sealed: &[u8]) -> Result<[u8; 32], MailboxFault> {
    let plain = open(secret, REVEAL, sealed)?;
    let mut r = Reader::new(&plain);
    let nonce = r.array()?;
    r.end()?;
    Ok(nonce)
}

/// What both sides have seen, for the six digits; refused if the nonce is not the committed one.
pub fn transcript(offer: &JoinOffer, request: &JoinRequest, nonce: &[u8; 32]) -> Result<Hash, MailboxFault> {
    if !crypto::equal(&crypto::derive("join-commitment", nonce), &offer.commitment) {
        return Err(MailboxFault::Commitment);
    }
    let mut seen = offer.to_bytes();
    seen.extend_from_slice(nonce);
    seen.extend_from_slice(&request.to_bytes());
    Ok(crypto::derive("join-transcript", &seen))
}

/// Nonce, then the padded item under a key of its kind: one kind never opens as another.
fn seal(secret: &[u8; 16], kind: &str, plain: &[u8], dice: &mut dyn CryptoRng) -> Vec<u8> {
    let mut w = Writer::default();
    w.bytes(plain);
    w.0.resize(padme(w.0.len()), 0);
    let mut nonce = [0; NONCE_LEN];
    dice.fill_bytes(&mut nonce);
    let sealed = crypto::seal(&mailbox_key(secret), kind, &nonce, &invite_id(secret).0, &w.0);
    [&nonce[..], &sealed].concat()
}

fn open(secret: &[u8; 16], kind: &str, sealed: &[u8]) -> Result<Vec<u8>, MailboxFault> {
    if sealed.len() > MAILBOX_ITEM_MAX {
        return Err(Malformed::TooLong {
            len: sealed.len(),
            limit: MAILBOX_ITEM_MAX,
        }
        .into());
    }
    let (nonce, sealed) = sealed
        .split_first_chunk::<NONCE_LEN>()
        .ok_or(MailboxFault::Sealed)?;
    let plain = crypto::open(&mailbox_key(secret), kind, nonce, &invite_id(secret).0, sealed)
        .map_err(|_| MailboxFault::Sealed)?;
    Ok(Reader::new(&plain).bytes(MAILBOX_ITEM_MAX)?)
}

fn mailbox_key(secret: &[u8; 16]) -> zeroize::Zeroizing<[u8; 32]> {
    zeroize::Zeroizing::new(crypto::derive("invite-mailbox", secret))
}
