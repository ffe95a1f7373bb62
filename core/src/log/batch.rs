//! What is inside an entry: what its author had seen, and a run of opaque items.
//!
//! Before it is sealed a batch is laid out so: one dictionary byte, the length of the packed body,
//! the packed body, and zeroes up to a Padmé length of at least 64 bytes. The dictionary byte is 0
//! for zstd without a dictionary and 255 for a body that zstd does not shorten; 1 to 254 are
//! dictionaries that later releases may ship, each of which is then kept for ever.

use thiserror::Error;

use super::{CIPHERTEXT_MAX, LOGS_MAX, Malformed, Reader, put_varint};
use crate::crypto::{self, TAG_LEN};
use crate::id::{ActorId, DeviceId, LogId, RecordId};
use crate::time::Timestamp;

/// An entry is closed when its items reach this many bytes.
pub const PLAINTEXT_MAX: usize = 1024 * 1024;

/// The longest body a reader unpacks: an entry is closed after the item that reached
/// [`PLAINTEXT_MAX`], and the vector and lengths come on top.
pub(crate) const BODY_MAX: usize = 2 * PLAINTEXT_MAX;
const ITEMS_MAX: usize = 65_536;

const NO_DICTIONARY: u8 = 0;
const NOT_PACKED: u8 = 255;

const CRITICAL: u8 = 0x80;
const SESSION: u8 = 1;
/// How the bytes of a change begin.
pub(crate) const CHANGE: u8 = 2;
const CARRIED: u8 = 3;
const CHANGES: u8 = 4;

/// What an entry carries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Batch {
    /// Logs whose last number known to the author grew since the author's entry before, with that
    /// number. At most [`LOGS_MAX`].
    pub vector: Vec<(LogId, u64)>,
    /// In the order in which they were made.
    pub items: Vec<Item>,
}

/// One thing inside a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// From here on this log's device writes as `actor`.
    Session {
        /// Fresh at every opening of the data folder and at every login.
        actor: ActorId,
        /// Who logged in, if anybody did.
        person: Option<RecordId>,
        /// When, for display.
        at: Timestamp,
    },
    /// A change, packed by its owner; nothing here looks inside.
    Change(Vec<u8>),
    /// Many changes side by side, likewise.
    Changes(Vec<u8>),
    /// As `Session`, for an actor of another device whose changes this log brings again.
    Carried {
        /// Who wrote.
        actor: ActorId,
        /// The device it wrote on.
        device: DeviceId,
        /// Who was logged in there.
        person: Option<RecordId>,
        /// When, for display.
        at: Timestamp,
    },
    /// Made by a newer release, kept byte for byte.
    Unknown {
        /// Its kind, below 128.
        kind: u8,
        /// Who does not understand it must not act on the rest of the batch.
        critical: bool,
        /// Its body.
        bytes: Vec<u8>,
    },
}

/// Why a decrypted plaintext is no batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum BatchFault {
    /// A dictionary this release does not have: a newer release wrote it.
    #[error("packed with dictionary {number}, which this release does not have")]
    UnknownDictionary {
        /// The dictionary byte.
        number: u8,
    },
    /// Cut short, too long, or not what a batch looks like.
    #[error("malformed batch")]
    Malformed,
}

impl From<Malformed> for BatchFault {
    fn from(_: Malformed) -> Self {
        Self::Malformed
    }
}

impl Item {
    /// Whether something is lost with the item: a change, or what a newer release wrote.
    pub(crate) fn says_something(&self) -> bool {
        !matches!(self, Self::Session { .. } | Self::Carried { .. })
    }

    /// The kind with its critical bit, then the body. The length is left to whoever stores it.
    pub fn to_bytes(&self) -> Vec<u8> {
        match self {
            Self::Session { actor, person, at } => {
                let mut out = vec![SESSION];
                out.extend_from_slice(&actor.0);
                put_who(&mut out, *person, *at);
                out
            }
            Self::Change(packed) => [&[CHANGE], packed.as_slice()].concat(),
            Self::Changes(together) => [&[CHANGES], together.as_slice()].concat(),
            Self::Carried {
                actor,
                device,
                person,
                at,
            } => {
                let mut out = vec![CARRIED];
                out.extend_from_slice(&actor.0);
                out.extend_from_slice(&device.0);
                put_who(&mut out, *person, *at);
                out
            }
            Self::Unknown {
                kind,
                critical,
                bytes,
            } => {
                let critical = if *critical { CRITICAL } else { 0 };
                [&[kind & !CRITICAL | critical], bytes.as_slice()].concat()
            }
        }
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote. Any kind reads: an unknown one stays as it is.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        let mut r = Reader::new(bytes);
        let item = match r.u8()? {
            SESSION => {
                let actor = ActorId(r.array()?);
                let (person, at) = take_who(&mut r)?;
                Self::Session { actor, person, at }
            }
            CHANGE => return Ok(Self::Change(r.rest().to_vec())),
            CHANGES => return Ok(Self::Changes(r.rest().to_vec())),
            CARRIED => {
                let (actor, device) = (ActorId(r.array()?), DeviceId(r.array()?));
                let (person, at) = take_who(&mut r)?;
                Self::Carried {
                    actor,
                    device,
                    person,
                    at,
                }
            }
            kind => {
                let critical = kind & CRITICAL != 0;
                return Ok(Self::Unknown {
                    kind: kind & !CRITICAL,
                    critical,
                    bytes: r.rest().to_vec(),
                });
            }
        };
        if r.is_empty() { Ok(item) } else { Err(Malformed) }
    }
}

/// A time as zigzag, so that a clock before 1970 costs no ten bytes, then the person if there is one.
fn put_who(out: &mut Vec<u8>, person: Option<RecordId>, at: Timestamp) {
    put_varint(out, ((at.0 << 1) ^ (at.0 >> 63)) as u64);
    if let Some(person) = person {
        out.extend_from_slice(&person.0);
    }
}

fn take_who(r: &mut Reader<'_>) -> Result<(Option<RecordId>, Timestamp), Malformed> {
    let zigzag = r.varint()?;
    let at = Timestamp((zigzag >> 1) as i64 ^ -((zigzag & 1) as i64));
    let person = if r.is_empty() {
        None
    } else {
        Some(RecordId(r.array()?))
    };
    Ok((person, at))
}

impl Batch {
    /// The plaintext to seal: packed and padded.
    ///
    /// It can be longer than an entry may be; [`fits`] says so, and [`pack_up`] takes only what fits.
    pub fn encode(&self) -> Vec<u8> {
        encode(&self.vector, &self.items)
    }

    /// Reads a plaintext. Never unpacks more than 2 MiB, whatever the bytes promise.
    pub fn decode(plain: &[u8]) -> Result<Self, BatchFault> {
        let mut r = Reader::new(plain);
        let dictionary = r.u8()?;
        let len = r.count(CIPHERTEXT_MAX)?;
        let packed = r.take(len)?;
        match dictionary {
            NOT_PACKED => Self::from_body(packed),
            NO_DICTIONARY => {
                let body = zstd::bulk::decompress(packed, BODY_MAX).map_err(|_| BatchFault::Malformed)?;
                Self::from_body(&body)
            }
            number => Err(BatchFault::UnknownDictionary { number }),
        }
    }

    fn from_body(body: &[u8]) -> Result<Self, BatchFault> {
        let mut r = Reader::new(body);
        let logs = r.count(LOGS_MAX)?;
        let vector = (0..logs)
            .map(|_| Ok((LogId(r.array()?), r.varint()?)))
            .collect::<Result<_, Malformed>>()?;
        let mut items = Vec::new();
        while !r.is_empty() {
            if items.len() == ITEMS_MAX {
                return Err(BatchFault::Malformed);
            }
            let len = r.count(BODY_MAX)?;
            items.push(Item::from_bytes(r.take(len)?)?);
        }
        Ok(Self { vector, items })
    }
}

/// Whether an entry with this plaintext is one that peers take.
pub fn fits(plain: &[u8]) -> bool {
    plain.len() + TAG_LEN <= CIPHERTEXT_MAX
}

/// Packs as many of the first items as one entry holds; returns the plaintext and how many it took.
///
/// `together` may lay out the items of an entry in another way. At least one is taken if there is one:
/// a change is at most 192 KiB, which always fits.
pub fn pack_up(
    vector: &[(LogId, u64)],
    items: &[Item],
    together: impl Fn(&[Item]) -> Vec<Item>,
) -> (Vec<u8>, usize) {
    let mut taken = items.len().min(ITEMS_MAX);
    let mut bytes = 0;
    if let Some(last) = items[..taken].iter().position(|item| {
        bytes += item.to_bytes().len();
        bytes >= PLAINTEXT_MAX
    }) {
        taken = last + 1;
    }
    loop {
        let plain = encode(vector, &together(&items[..taken]));
        if fits(&plain) || taken <= 1 {
            return (plain, taken);
        }
        // In proportion, a little below, since what is padded up to the limit would not fit either.
        taken = (taken * (CIPHERTEXT_MAX - CIPHERTEXT_MAX / 16) / plain.len()).clamp(1, taken - 1);
    }
}

fn encode(vector: &[(LogId, u64)], items: &[Item]) -> Vec<u8> {
    let mut body = Vec::new();
    let vector = &vector[..vector.len().min(LOGS_MAX)];
    put_varint(&mut body, vector.len() as u64);
    for (log, seq) in vector {
        body.extend_from_slice(&log.0);
        put_varint(&mut body, *seq);
    }
    for item in items {
        let item = item.to_bytes();
        put_varint(&mut body, item.len() as u64);
        body.extend_from_slice(&item);
    }
    // A long body is an import or a catch-up, where a better ratio is worth the milliseconds.
    let level = if body.len() >= 64 * 1024 { 9 } else { 3 };
    let packed = zstd::bulk::compress(&body, level)
        .ok()
        .filter(|packed| packed.len() < body.len());
    let (dictionary, packed) = packed.map_or((NOT_PACKED, body), |packed| (NO_DICTIONARY, packed));
    let mut plain = vec![dictionary];
    put_varint(&mut plain, packed.len() as u64);
    plain.extend_from_slice(&packed);
    plain.resize(crypto::padme(plain.len()), 0);
    plain
}
