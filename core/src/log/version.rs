//! The byte layouts of headers, as every release ever wrote them: frozen, never edited.
//!
//! All numbers are little-endian. Version 1:
//!
//! | from | bytes | what |
//! |---|---|---|
//! | 0 | 1 | version |
//! | 1 | 1 | suite |
//! | 2 | 1 | critical, 0 or 1 |
//! | 3 | 1 | min_reader |
//! | 4 | 1 | ring |
//! | 5 | 2 | flags: bit 0 = opening, bit 1 = the opening names a previous log |
//! | 7 | 2 | bytes of the whole header |
//! | 9 | 32 | space |
//! | 41 | 16 | log |
//! | 57 | 8 | seq |
//! | 65 | 32 | prev |
//! | 97 | 4 | membership position |
//! | 101 | 32 | membership hash |
//! | 133 | 4 | epoch |
//! | 137 | 16 | key id |
//! | 153 | 4 | ciphertext length |
//! | 157 | 32 | ciphertext hash |
//! | 189 | 24 | nonce |
//! | 213 | 32 | opening: device |
//! | 245 | 16 + 8 + 32 | opening: previous log, its last seq and hash |
//!
//! **The frozen prefix** is all of it: a later version may append bytes and use other flag bits, and
//! changes nothing above. A hub of today therefore stores and relays the entries of tomorrow.

use super::{Header, Malformed, Opening, Reader};
use crate::id::{DeviceId, EntryHash, KeyId, LogId, MemberHash, SpaceId};

/// The version this release writes.
pub const VERSION: u8 = 1;
/// The algorithms of this release.
pub const SUITE: u8 = 1;
/// What this release can read: entries whose `min_reader` is at most this.
pub const READER: u8 = 1;
/// The longest header of any version.
pub const HEADER_MAX: usize = 1_024;
/// Bytes of a header without opening.
pub const HEADER_LEN: usize = 213;

const OPENING: u16 = 1;
const PREVIOUS: u16 = 2;

pub(super) fn encode_header(header: &Header) -> Vec<u8> {
    let mut flags = header.flags & !(OPENING | PREVIOUS);
    let mut tail = Vec::new();
    if let Some(opening) = &header.opening {
        flags |= OPENING;
        tail.extend_from_slice(&opening.device.0);
        if let Some((log, seq, hash)) = &opening.previous {
            flags |= PREVIOUS;
            tail.extend_from_slice(&log.0);
            tail.extend_from_slice(&seq.to_le_bytes());
            tail.extend_from_slice(&hash.0);
        }
    }
    tail.extend_from_slice(&header.more);
    let len = HEADER_LEN + tail.len();
    let mut out = Vec::with_capacity(len);
    out.extend_from_slice(&[
        header.version,
        header.suite,
        header.critical.into(),
        header.min_reader,
        header.ring,
    ]);
    out.extend_from_slice(&flags.to_le_bytes());
    out.extend_from_slice(&(len as u16).to_le_bytes());
    out.extend_from_slice(&header.space.0);
    out.extend_from_slice(&header.log.0);
    out.extend_from_slice(&header.seq.to_le_bytes());
    out.extend_from_slice(&header.prev.0);
    out.extend_from_slice(&header.position.to_le_bytes());
    out.extend_from_slice(&header.member_hash.0);
    out.extend_from_slice(&header.epoch.to_le_bytes());
    out.extend_from_slice(&header.key_id.0);
    out.extend_from_slice(&header.ciphertext_len.to_le_bytes());
    out.extend_from_slice(&header.ciphertext_hash);
    out.extend_from_slice(&header.nonce);
    out.extend_from_slice(&tail);
    out
}

pub(super) fn decode_header(bytes: &[u8]) -> Result<(Header, usize), Malformed> {
    let mut start = Reader::new(bytes);
    start.take(7)?;
    let len = usize::from(start.u16()?);
    if !(HEADER_LEN..=HEADER_MAX).contains(&len) {
        return Err(Malformed);
    }
    let mut r = Reader::new(bytes.get(..len).ok_or(Malformed)?);
    let version = r.u8()?;
    let suite = r.u8()?;
    let critical = match r.u8()? {
        0 => false,
        1 => true,
        _ => return Err(Malformed),
    };
    let (min_reader, ring) = (r.u8()?, r.u8()?);
    let flags = r.u16()?;
    r.u16()?;
    let mut header = Header {
        version,
        suite,
        critical,
        min_reader,
        ring,
        flags: flags & !(OPENING | PREVIOUS),
        space: SpaceId(r.array()?),
        log: LogId(r.array()?),
        seq: r.u64()?,
        prev: EntryHash(r.array()?),
        position: r.u32()?,
        member_hash: MemberHash(r.array()?),
        epoch: r.u32()?,
        key_id: KeyId(r.array()?),
        ciphertext_len: r.u32()?,
        ciphertext_hash: r.array()?,
        nonce: r.array()?,
        opening: None,
        more: Vec::new(),
    };
    header.opening = decode_opening(flags, &mut r)?;
    header.more = r.rest().to_vec();
    if header.sound() {
        Ok((header, len))
    } else {
        Err(Malformed)
    }
}

fn decode_opening(flags: u16, r: &mut Reader<'_>) -> Result<Option<Opening>, Malformed> {
    if flags & OPENING == 0 {
        return if flags & PREVIOUS == 0 {
            Ok(None)
        } else {
            Err(Malformed)
        };
    }
    let device = DeviceId(r.array()?);
    let previous = if flags & PREVIOUS == 0 {
        None
    } else {
        Some((LogId(r.array()?), r.u64()?, EntryHash(r.array()?)))
    };
    Ok(Some(Opening { device, previous }))
}
