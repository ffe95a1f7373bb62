//! What a change costs on its way: its bytes without those that the receiver can rebuild.
//!
//! A packed change is a form byte, the record's id and what is left of the change chunk. Magic,
//! checksum, type and length always go. The one dependency goes as well where it is the same
//! actor's change before in the same record, and the count of dependencies where there are none.
//! Packing is lossless: unpacking gives the same bytes or an error, never others. Ids are whole and
//! in clear because compression of the entry finds their repetitions better than a table would.

use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::id::{ActorId, RecordId};
use crate::record::bounds::{CHANGE_CHUNK, LENGTH_AT, MAGIC, Reader};
use crate::record::{CHANGE_BYTES_MAX, Change, RecordFault};

/// The body as it is, its dependencies written out.
const WHOLE: u8 = 0;
/// Its only dependency is the actor's change before, and left out.
const AFTER_OWN: u8 = 1;
/// It has no dependencies, and their count is left out.
const FIRST: u8 = 2;

/// Form, id, and the most that a change body can have.
const PACKED_BYTES_MAX: usize = 1 + RecordId::LEN + CHANGE_BYTES_MAX;

/// Finds the hash of an actor's change in a record, if it may be left out.
pub type Lookup<'a> = &'a dyn Fn(RecordId, ActorId, u64) -> Option<[u8; 32]>;

/// Why bytes are not a packed change.
#[derive(Debug, Clone, Error)]
pub enum PackFault {
    /// Longer than any change can be.
    #[error("{bytes} bytes, at most {max}")]
    TooLong {
        /// How many there are.
        bytes: usize,
        /// How many there may be.
        max: usize,
    },
    /// Ends before its id does.
    #[error("{bytes} bytes are no packed change")]
    TooShort {
        /// How many there are.
        bytes: usize,
    },
    /// A form of a newer release.
    #[error("unknown form {form}")]
    UnknownForm {
        /// The form byte.
        form: u8,
    },
    /// The actor's change before is not here: what was left out cannot be rebuilt yet.
    #[error("change {seq} of actor {actor} is not here")]
    MissingPrevious {
        /// The record.
        record: RecordId,
        /// Whose change.
        actor: ActorId,
        /// Its number.
        seq: u64,
    },
    /// What was rebuilt is not a change.
    #[error("not a change")]
    Fault(#[from] RecordFault),
}

/// Packs a change.
///
/// `lookup` says what the receiver can look up as well: for a change of another device that is
/// carried along, it returns nothing, and the dependencies stay.
pub fn pack(change: &Change, lookup: Lookup<'_>) -> Vec<u8> {
    let body = body(&change.raw).unwrap_or_default();
    let previous = || lookup(change.record, change.actor, change.seq.checked_sub(1)?);
    let (form, rest) = match body {
        [0, rest @ ..] => (FIRST, rest),
        [1, rest @ ..] if rest.len() >= 32 && previous().is_some_and(|own| own == rest[..32]) => {
            (AFTER_OWN, &rest[32..])
        }
        _ => (WHOLE, body),
    };
    let mut packed = Vec::with_capacity(1 + RecordId::LEN + rest.len());
    packed.push(form);
    packed.extend_from_slice(&change.record.0);
    packed.extend_from_slice(rest);
    packed
}

/// Rebuilds a change from what [`pack`] left.
///
/// # Errors
///
/// Anything that does not give a sound change; [`PackFault::MissingPrevious`] where the change
/// before it has to come first.
pub fn unpack(packed: &[u8], lookup: Lookup<'_>) -> Result<Change, PackFault> {
    if packed.len() > PACKED_BYTES_MAX {
        return Err(PackFault::TooLong {
            bytes: packed.len(),
            max: PACKED_BYTES_MAX,
        });
    }
    let too_short = PackFault::TooShort { bytes: packed.len() };
    let (form, rest) = packed.split_first().ok_or_else(|| too_short.clone())?;
    let (id, rest) = rest
        .split_at_checked(RecordId::LEN)
        .ok_or_else(|| too_short.clone())?;
    let record = RecordId::from_slice(id).ok_or(too_short)?;
    let dependencies = match *form {
        WHOLE => Vec::new(),
        FIRST => vec![0],
        AFTER_OWN => {
            let (actor, seq) = actor_and_seq(rest)?;
            let own = lookup(record, actor, seq).ok_or(PackFault::MissingPrevious { record, actor, seq })?;
            [&[1], &own[..]].concat()
        }
        form => return Err(PackFault::UnknownForm { form }),
    };
    Ok(Change::from_raw(record, chunk(&[&dependencies, rest]))?)
}

/// The record that a packed change is of, without unpacking it.
pub fn record_of(packed: &[u8]) -> Option<RecordId> {
    packed
        .get(1..)
        .and_then(|rest| RecordId::from_slice(rest.get(..RecordId::LEN)?))
}

/// The actor at the front of a body without dependencies, and the number before its own.
fn actor_and_seq(rest: &[u8]) -> Result<(ActorId, u64), RecordFault> {
    let mut reader = Reader::new(rest);
    let length = reader.unsigned()?;
    let bytes = reader.take(length)?;
    let actor = ActorId::from_slice(bytes).ok_or(RecordFault::ActorLength { found: bytes.len() })?;
    let seq = reader
        .unsigned()?
        .checked_sub(1)
        .ok_or(RecordFault::Malformed { at: reader.at() })?;
    Ok((actor, seq))
}

/// What a chunk holds, without its head.
fn body(raw: &[u8]) -> Option<&[u8]> {
    let mut reader = Reader::new(raw.get(LENGTH_AT..)?);
    let length = reader.unsigned().ok()?;
    reader.take(length).ok()
}

/// A change chunk around a body: magic, the first four bytes of the hash, type, length.
fn chunk(parts: &[&[u8]]) -> Vec<u8> {
    let mut length = parts.iter().map(|part| part.len()).sum::<usize>();
    let mut raw = Vec::with_capacity(LENGTH_AT + 5 + length);
    raw.extend_from_slice(&MAGIC);
    raw.extend_from_slice(&[0; 4]);
    raw.push(CHANGE_CHUNK);
    while length >= 0x80 {
        raw.push((length & 0x7f) as u8 | 0x80);
        length >>= 7;
    }
    raw.push(length as u8);
    for part in parts {
        raw.extend_from_slice(part);
    }
    let hash = Sha256::digest(&raw[8..]);
    raw[4..8].copy_from_slice(&hash[..4]);
    raw
}
