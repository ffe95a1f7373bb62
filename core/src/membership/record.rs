//! One signed membership record: its frozen header, its hash, its two signatures.
//!
//! | bytes | what |
//! |---|---|
//! | 1 | version of the writer |
//! | 1 | `min_reader`: a reader below it treats the record as unknown |
//! | 1 | `critical`: 1 if a reader that does not understand it must stop |
//! | 1 | kind |
//! | 32 | space (zero in the genesis, whose hash it is) |
//! | 4 | position, from 0 |
//! | 32 | hash of the record before (zero in the genesis) |
//! | 32 | author: the Ed25519 key of a device or of the recovery code |
//! | 4 | length of the body |
//! | … | body |
//! | 64 | the author's signature over all of the above, purpose `member` |
//! | 64 | the sequencer's, over the same bytes, purpose `member-sequence`; absent in a proposal |
//!
//! The hash is BLAKE3 over the bytes *before* the signatures. Both signatures are over exactly these
//! bytes, so each commits to the hash and the hash to everything either of them says. An Ed25519
//! author can make many valid signatures over the same bytes; because no signature is hashed, they
//! are one record and cannot fork the chain, and two different records cannot share a hash.

use std::fmt;

use super::body::Body;
use super::bytes::{Malformed, Reader, Writer};
use crate::crypto::{self, BadSignature, DeviceSecret, SIGNATURE_LEN};
use crate::id::{DeviceId, MemberHash, SpaceId};

/// The version this release writes, and the highest `min_reader` it understands.
pub const VERSION: u8 = 1;
/// Bytes a record may have, its signatures included.
pub const RECORD_MAX: usize = 128 * 1024;

const HEADER_LEN: usize = 4 + 32 + 4 + 32 + 32 + 4;
const AUTHOR_PURPOSE: &str = "member";
const SEQUENCER_PURPOSE: &str = "member-sequence";

/// A membership record as it was received: the bytes are kept and forwarded, never made again.
///
/// That it could be read says nothing about whether it holds: [`Membership::apply`] judges.
///
/// [`Membership::apply`]: super::Membership::apply
#[derive(Clone, PartialEq, Eq)]
pub struct MemberRecord {
    bytes: Vec<u8>,
    signed_len: usize,
    space: SpaceId,
    position: u32,
    prev: MemberHash,
    author: DeviceId,
    hash: MemberHash,
    body: Body,
}

impl MemberRecord {
    /// Reads a record, with or without the sequencer's signature. Checks form only.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        if bytes.len() > RECORD_MAX {
            return Err(Malformed::TooLong {
                len: bytes.len(),
                limit: RECORD_MAX,
            });
        }
        let mut r = Reader::new(bytes);
        let (version, min_reader) = (r.u8()?, r.u8()?);
        if version == 0 {
            return Err(Malformed::Value { field: "version" });
        }
        let (critical, kind) = (r.flag("critical flag")?, r.u8()?);
        let (space, position) = (SpaceId(r.array()?), r.u32()?);
        let (prev, author) = (MemberHash(r.array()?), DeviceId(r.array()?));
        let body_len = r.u32()? as usize;
        let body = r.take(body_len)?;
        let body = if min_reader > VERSION {
            Body::Unknown { kind, critical }
        } else {
            Body::decode(kind, critical, body)?
        };
        r.take(SIGNATURE_LEN)?;
        let signed_len = HEADER_LEN + body_len;
        if bytes.len() > signed_len + SIGNATURE_LEN {
            r.take(SIGNATURE_LEN)?;
        }
        r.end()?;
        let hash = MemberHash(crypto::hash(&bytes[..signed_len]));
        Ok(Self {
            bytes: bytes.to_vec(),
            signed_len,
            space,
            position,
            prev,
            author,
            hash,
            body,
        })
    }

    /// Writes and signs a proposal. Fails only if the body is larger than a record may be.
    pub(super) fn sign(
        by: &DeviceSecret,
        space: SpaceId,
        position: u32,
        prev: MemberHash,
        body: &Body,
    ) -> Result<Self, Malformed> {
        let encoded = body.encode();
        let mut w = Writer::default();
        // Every body of this version changes who belongs: all of them are critical.
        w.u8(VERSION).u8(VERSION).u8(1).u8(body.kind());
        w.raw(&space.0).u32(position).raw(&prev.0).raw(&by.id().0);
        // A length beyond u32 is far beyond RECORD_MAX: reading back refuses it.
        w.u32(u32::try_from(encoded.len()).unwrap_or(u32::MAX))
            .raw(&encoded);
        let signature = by.sign(AUTHOR_PURPOSE, &w.0);
        w.raw(&signature);
        Self::from_bytes(&w.0)
    }

    /// Adds the sequencer's signature to a proposal, or puts it in the place of another.
    pub(super) fn sequenced_by(mut self, sequencer: &DeviceSecret) -> Self {
        self.bytes.truncate(self.signed_len + SIGNATURE_LEN);
        let signature = sequencer.sign(SEQUENCER_PURPOSE, &self.bytes[..self.signed_len]);
        self.bytes.extend_from_slice(&signature);
        self
    }

    /// Checks the author's signature.
    pub(super) fn verify_author(&self) -> Result<(), BadSignature> {
        let signature = self.signature_at(self.signed_len).ok_or(BadSignature)?;
        crypto::verify(
            AUTHOR_PURPOSE,
            &self.author.0,
            &self.bytes[..self.signed_len],
            signature,
        )
    }

    /// Checks the sequencer's signature; a proposal has none and fails.
    pub(super) fn verify_sequencer(&self, sequencer: &[u8; 32]) -> Result<(), BadSignature> {
        let signature = self
            .signature_at(self.signed_len + SIGNATURE_LEN)
            .ok_or(BadSignature)?;
        crypto::verify(
            SEQUENCER_PURPOSE,
            sequencer,
            &self.bytes[..self.signed_len],
            signature,
        )
    }

    fn signature_at(&self, at: usize) -> Option<&[u8; SIGNATURE_LEN]> {
        self.bytes.get(at..)?.first_chunk()
    }

    /// The bytes to store and forward.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The space it belongs to; zero in a genesis.
    pub fn space(&self) -> SpaceId {
        self.space
    }

    /// Its place in the log, from 0.
    pub fn position(&self) -> u32 {
        self.position
    }

    /// The hash of the record before it; zero in a genesis.
    pub fn prev(&self) -> MemberHash {
        self.prev
    }

    /// The BLAKE3 hash of what both signatures are over. Of a genesis it is the space id.
    pub fn hash(&self) -> MemberHash {
        self.hash
    }

    /// What it says.
    pub fn body(&self) -> &Body {
        &self.body
    }

    /// Who wrote it: a device's key or the recovery code's.
    pub fn author(&self) -> DeviceId {
        self.author
    }

    /// Whether it carries a second signature. Whose, and over what, only applying it tells.
    pub fn sequenced(&self) -> bool {
        self.bytes.len() > self.signed_len + SIGNATURE_LEN
    }
}

impl fmt::Debug for MemberRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemberRecord")
            .field("position", &self.position)
            .field("hash", &self.hash)
            .field("author", &self.author)
            .field("kind", &self.body.kind())
            .field("sequenced", &self.sequenced())
            .finish()
    }
}
