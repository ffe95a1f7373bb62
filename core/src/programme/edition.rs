//! An edition: the programme under a number, signed by the hub; the newest one counts.

use minicbor::{Decode, Encode};
use thiserror::Error;

use super::{PROGRAMME_BYTES_MAX, Programme};
use crate::crypto::{self, BadSignature, DeviceSecret, SIGNATURE_LEN};
use crate::id::DeviceId;
use crate::schema::Schema;
use crate::share::{Day, Malformed, canon};

const PURPOSE: &str = "programme-edition";
/// A number, a day, a signature, and the heads of a few lists.
const FRAME_BYTES_MAX: usize = 128;
/// The longest edition, in bytes.
pub const EDITION_BYTES_MAX: usize = PROGRAMME_BYTES_MAX + FRAME_BYTES_MAX;

/// The programme as it stood on a day, under a number.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Edition {
    /// From 1 on.
    #[n(0)]
    number: u32,
    #[n(1)]
    issued: Day,
    #[n(2)]
    programme: Programme,
    #[cbor(n(3), with = "minicbor::bytes")]
    signature: [u8; SIGNATURE_LEN],
}

/// What taking an edition in came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    /// It replaces what was held.
    New(Edition),
    /// It is the one that is held.
    Already,
}

/// Why a programme is not published, or an edition not taken in.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EditionFault {
    /// The bytes are no edition, or not the one encoding of it.
    #[error("malformed")]
    Malformed,
    /// Another hub signed it, or nobody.
    #[error("not signed by our hub")]
    NotSigned,
    /// One of a higher number is held.
    #[error("edition {found}, {held} is held")]
    Older {
        /// Its number.
        found: u32,
        /// The number of the one that is held.
        held: u32,
    },
    /// Another one of the same number is held: the hub signed two, or lost its folder and began anew.
    #[error("two editions {number}")]
    Forked {
        /// Their number.
        number: u32,
    },
    /// A record that is not public, or a field that is not.
    #[error("{kind}.{field} is not public")]
    NotPublic {
        /// The kind.
        kind: String,
        /// The cell; nothing if the kind has none that is.
        field: String,
    },
    /// A kind or field that this release does not know.
    #[error("{kind}.{field} is not known")]
    Unknown {
        /// The kind.
        kind: String,
        /// The cell.
        field: String,
    },
    /// A value that the field cannot hold.
    #[error("{kind}.{field} holds something else")]
    Unfit {
        /// The kind.
        kind: String,
        /// The cell.
        field: String,
    },
    /// Too many records.
    #[error("{found} records, at most {limit}")]
    TooMany {
        /// How many there are.
        found: usize,
        /// How many there may be.
        limit: usize,
    },
    /// Too many bytes.
    #[error("{found} bytes, at most {limit}")]
    TooLong {
        /// How many there are.
        found: usize,
        /// How many there may be.
        limit: usize,
    },
    /// Nothing stands in it.
    #[error("nothing to publish")]
    Empty,
    /// It says what the one that is held says.
    #[error("nothing changed since edition {number}")]
    Unchanged {
        /// The number of the one that is held.
        number: u32,
    },
}

impl EditionFault {
    /// Its code, under which sentences stand.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Malformed => "edition_malformed",
            Self::NotSigned => "edition_not_signed",
            Self::Older { .. } => "edition_older",
            Self::Forked { .. } => "edition_forked",
            Self::NotPublic { .. } => "edition_not_public",
            Self::Unknown { .. } => "edition_unknown",
            Self::Unfit { .. } => "edition_unfit",
            Self::TooMany { .. } => "edition_too_many",
            Self::TooLong { .. } => "edition_too_long",
            Self::Empty => "edition_empty",
            Self::Unchanged { .. } => "edition_unchanged",
        }
    }

    /// What its sentence may name: keys of the schema and numbers, never what a record says.
    pub fn facts(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Older { found, held } => vec![("found", found.to_string()), ("held", held.to_string())],
            Self::Forked { number } | Self::Unchanged { number } => vec![("number", number.to_string())],
            Self::NotPublic { kind, field } | Self::Unknown { kind, field } | Self::Unfit { kind, field } => {
                vec![("kind", kind.clone()), ("field", field.clone())]
            }
            Self::TooMany { found, limit } | Self::TooLong { found, limit } => {
                vec![("found", found.to_string()), ("limit", limit.to_string())]
            }
            Self::Malformed | Self::NotSigned | Self::Empty => Vec::new(),
        }
    }
}

impl From<Malformed> for EditionFault {
    fn from(_: Malformed) -> Self {
        Self::Malformed
    }
}

impl From<BadSignature> for EditionFault {
    fn from(_: BadSignature) -> Self {
        Self::NotSigned
    }
}

impl Edition {
    /// Makes and signs the edition that follows the one that is held, if one is.
    ///
    /// # Errors
    /// A programme of which a schema does not know everything to be public, that is empty, or that says what
    /// the last edition said.
    pub fn next(
        programme: Programme,
        held: Option<&Self>,
        schema: &Schema,
        hub: &DeviceSecret,
        issued: Day,
    ) -> Result<Self, EditionFault> {
        programme.check_whole(schema)?;
        if programme.is_empty() {
            return Err(EditionFault::Empty);
        }
        let last = held.map_or(0, |held| held.number);
        if held.is_some_and(|held| held.programme == programme) {
            return Err(EditionFault::Unchanged { number: last });
        }
        let mut edition = Self {
            number: last + 1,
            issued,
            programme,
            signature: [0; SIGNATURE_LEN],
        };
        edition.signature = hub.sign(PURPOSE, &edition.signed());
        Ok(edition)
    }

    /// Takes an edition in as it came: signed by this hub, not older than what is held, and nothing in it
    /// that the schema does not publish.
    ///
    /// # Errors
    /// Why it is not, and what is held stays.
    pub fn take(
        bytes: &[u8],
        held: Option<&Self>,
        schema: &Schema,
        hub: &DeviceId,
    ) -> Result<Taken, EditionFault> {
        let edition = Self::from_bytes(bytes)?;
        edition.verify(hub)?;
        edition.programme.check(schema)?;
        let found = edition.number;
        match held {
            Some(held) if held.number > found => Err(EditionFault::Older {
                found,
                held: held.number,
            }),
            Some(held) if *held == edition => Ok(Taken::Already),
            Some(held) if held.number == found => Err(EditionFault::Forked { number: found }),
            _ => Ok(Taken::New(edition)),
        }
    }

    /// Checks that this hub signed it.
    pub fn verify(&self, hub: &DeviceId) -> Result<(), BadSignature> {
        crypto::verify(PURPOSE, &hub.0, &self.signed(), &self.signature)
    }

    /// Its number: the highest counts.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// The day on which the hub signed it, by the hub's calendar: for people to read.
    pub fn issued(&self) -> Day {
        self.issued
    }

    /// What it says.
    pub fn programme(&self) -> &Programme {
        &self.programme
    }

    /// The one encoding.
    pub fn to_bytes(&self) -> Vec<u8> {
        canon::to_bytes(self)
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote, and only that. Nothing is verified yet.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        let edition: Self = canon::from_bytes(bytes, EDITION_BYTES_MAX)?;
        let sound = edition.number > 0 && edition.programme.is_in_order();
        sound.then_some(edition).ok_or(Malformed)
    }

    fn signed(&self) -> Vec<u8> {
        canon::to_bytes(&(self.number, self.issued, &self.programme))
    }
}
