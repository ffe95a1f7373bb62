//! What a change costs on its way: its bytes without those that the receiver can rebuild.
//!
//! A packed change is a form byte, the record's id and what is left of the change chunk. Magic,
//! checksum, type and length always go. The one dependency goes as well where it is the same
//! actor's change before in the same record, and the count of dependencies where there are none. A
//! long text's seed is the same wherever it is made, so only its field goes with a change: neither
//! the seed itself nor its hash, nor its actor in the table of a change that writes the text.
//! Packing is lossless: unpacking gives the same bytes or an error, never others. Ids are whole and
//! in clear because compression of the entry finds their repetitions better than a table would.

use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::id::{ActorId, RecordId};
use crate::record::bounds::{CHANGE_CHUNK, LENGTH_AT, MAGIC, Reader};
use crate::record::cell::note_seed_actor;
use crate::record::change::seed_change;
use crate::record::{CHANGE_BYTES_MAX, Change, Read, RecordFault};

/// The body as it is, its dependencies written out.
pub(super) const WHOLE: u8 = 0;
/// Its only dependency is the actor's change before, and left out.
const AFTER_OWN: u8 = 1;
/// It has no dependencies, and their count is left out.
const FIRST: u8 = 2;
/// Its only dependency is the seed of a long text, and left out.
const AFTER_SEED: u8 = 3;
/// The seed of a long text: nothing but the field.
pub(super) const SEED: u8 = 4;
/// Added to a form: a field goes before the body, and where the table of other actors has the actor
/// of that field's seed, it has an empty one.
pub(super) const NOTED: u8 = 0x10;

/// Bytes of a field that goes with a change; a longer one is packed whole.
const FIELD_BYTES_MAX: usize = 64;

/// Form, id, field, and the most that a change body can have.
pub(super) const PACKED_BYTES_MAX: usize = 1 + RecordId::LEN + 1 + FIELD_BYTES_MAX + CHANGE_BYTES_MAX;

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
/// `notes` are the record's long texts, as far as their seeds may be left out. `lookup` says what the
/// receiver can look up as well: for a change of another device that is carried along, it returns
/// nothing, and the dependencies stay.
pub fn pack(change: &Change, notes: &[String], lookup: Lookup<'_>) -> Vec<u8> {
    let record = change.record;
    let mut packed = vec![WHOLE];
    packed.extend_from_slice(&record.0);
    let seed_of = |actor: &[u8]| {
        let short = notes.iter().filter(|field| field.len() <= FIELD_BYTES_MAX);
        short
            .into_iter()
            .find(|field| note_seed_actor(record, field) == *actor)
    };
    if let Some(field) = seed_of(&change.actor.0)
        && seed_change(record, field).is_ok_and(|seed| seed.change == *change)
    {
        packed[0] = SEED;
        packed.extend_from_slice(field.as_bytes());
        return packed;
    }
    let whole = body(&change.raw).unwrap_or_default();
    let noted = Table::of(whole).ok().and_then(|table| {
        if table.actors.iter().any(|actor| actor.is_empty()) {
            return None;
        }
        let field = table.actors.iter().find_map(|actor| seed_of(actor))?;
        Some((field, table.without(&note_seed_actor(record, field))))
    });
    if let Some((field, _)) = &noted {
        packed[0] = NOTED;
        packed.push(field.len() as u8);
        packed.extend_from_slice(field.as_bytes());
    }
    let seed = noted
        .as_ref()
        .and_then(|(field, _)| lookup(record, seed_actor(record, field), 1));
    let previous = || lookup(record, change.actor, change.seq.checked_sub(1)?);
    let body = noted.as_ref().map_or(whole, |(_, body)| body);
    let (form, rest) = match body {
        [0, rest @ ..] => (FIRST, rest),
        [1, rest @ ..] if rest.len() >= 32 => match Some(&rest[..32]) {
            dependency if dependency == seed.as_ref().map(|hash| &hash[..]) => (AFTER_SEED, &rest[32..]),
            dependency if dependency == previous().as_ref().map(|hash| &hash[..]) => (AFTER_OWN, &rest[32..]),
            _ => (WHOLE, body),
        },
        _ => (WHOLE, body),
    };
    packed[0] |= form;
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
    read(packed, lookup).map(|read| read.change)
}

/// As [`unpack`], with what was read on the way.
pub(crate) fn read(packed: &[u8], lookup: Lookup<'_>) -> Result<Read, PackFault> {
    if packed.len() > PACKED_BYTES_MAX {
        return Err(PackFault::TooLong {
            bytes: packed.len(),
            max: PACKED_BYTES_MAX,
        });
    }
    let too_short = || PackFault::TooShort { bytes: packed.len() };
    let (form, rest) = packed.split_first().ok_or_else(too_short)?;
    let (id, rest) = rest.split_at_checked(RecordId::LEN).ok_or_else(too_short)?;
    let record = RecordId::from_slice(id).ok_or_else(too_short)?;
    if form & !NOTED > SEED {
        return Err(PackFault::UnknownForm { form: *form });
    }
    if *form == SEED {
        return Ok(seed_change(record, field(rest)?)?);
    }
    let (noted, rest) = if form & NOTED == 0 {
        (None, rest)
    } else {
        let (len, rest) = rest.split_first().ok_or_else(too_short)?;
        let (name, rest) = rest.split_at_checked((*len).into()).ok_or_else(too_short)?;
        (Some(field(name)?), rest)
    };
    let found = |actor: ActorId, seq: u64| {
        let hash = lookup(record, actor, seq).ok_or(PackFault::MissingPrevious { record, actor, seq })?;
        Ok::<_, PackFault>([&[1], &hash[..]].concat())
    };
    let dependencies = match (form & !NOTED, noted) {
        (WHOLE, _) => Vec::new(),
        (FIRST, _) => vec![0],
        (AFTER_OWN, _) => {
            let (actor, seq) = actor_and_seq(rest)?;
            found(actor, seq)?
        }
        (AFTER_SEED, Some(field)) => found(seed_actor(record, field), 1)?,
        _ => return Err(PackFault::UnknownForm { form: *form }),
    };
    let mut body = [&dependencies[..], rest].concat();
    if let Some(field) = noted {
        body = Table::of(&body)?.with(&note_seed_actor(record, field));
    }
    Ok(Read::from_raw(record, chunk(&body))?)
}

fn seed_actor(record: RecordId, field: &str) -> ActorId {
    ActorId(note_seed_actor(record, field))
}

/// A field's key as it goes with a change.
fn field(bytes: &[u8]) -> Result<&str, RecordFault> {
    let sound = (1..=FIELD_BYTES_MAX).contains(&bytes.len());
    let text = sound.then(|| str::from_utf8(bytes).ok()).flatten();
    text.ok_or(RecordFault::Malformed { at: 0 })
}

/// A body's table of other actors: those whose operations it names, without its own.
struct Table<'a> {
    before: &'a [u8],
    actors: Vec<&'a [u8]>,
    after: &'a [u8],
}

impl<'a> Table<'a> {
    fn of(body: &'a [u8]) -> Result<Self, RecordFault> {
        let mut reader = Reader::new(body);
        let dependencies = reader.unsigned()?;
        reader.take(dependencies.saturating_mul(32))?;
        reader.skip_prefixed()?;
        reader.unsigned()?;
        reader.unsigned()?;
        reader.signed()?;
        reader.skip_prefixed()?;
        let before = &body[..reader.at()];
        let mut actors = Vec::new();
        for _ in 0..reader.unsigned()? {
            let length = reader.unsigned()?;
            actors.push(reader.take(length)?);
        }
        let after = &body[reader.at()..];
        Ok(Self {
            before,
            actors,
            after,
        })
    }

    /// The body with an empty actor in place of this one.
    fn without(&self, actor: &[u8]) -> Vec<u8> {
        self.put(|other| if other == actor { &[] } else { other })
    }

    /// The body with this actor in place of an empty one.
    fn with(&self, actor: &[u8]) -> Vec<u8> {
        self.put(|other| if other.is_empty() { actor } else { other })
    }

    fn put<'b>(&'b self, swap: impl Fn(&'b [u8]) -> &'b [u8]) -> Vec<u8> {
        let mut body = self.before.to_vec();
        put_unsigned(&mut body, self.actors.len() as u64);
        for actor in self.actors.iter().map(|actor| swap(actor)) {
            put_unsigned(&mut body, actor.len() as u64);
            body.extend_from_slice(actor);
        }
        body.extend_from_slice(self.after);
        body
    }
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
fn chunk(body: &[u8]) -> Vec<u8> {
    let mut raw = Vec::with_capacity(LENGTH_AT + 5 + body.len());
    raw.extend_from_slice(&MAGIC);
    raw.extend_from_slice(&[0; 4]);
    raw.push(CHANGE_CHUNK);
    put_unsigned(&mut raw, body.len() as u64);
    raw.extend_from_slice(body);
    let hash = Sha256::digest(&raw[8..]);
    raw[4..8].copy_from_slice(&hash[..4]);
    raw
}

/// Unsigned LEB128 in its shortest form.
pub(super) fn put_unsigned(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}
