//! Who is asked in a year: the associations of a task, where they are and what they work on.

use std::collections::BTreeMap;

use minicbor::{Decode, Encode};
use thiserror::Error;

use super::canon::{self, Malformed, by_code};
use crate::crypto::{self, Hash};
use crate::id::StatisticsKey;
use crate::indicator::{Domain, Milieu};

/// Newcomers enter so many at a time, or none.
///
/// Of fewer, last year's figure taken from this year's would tell too much.
pub const NEWCOMERS_MIN: usize = 5;

/// All of Morocco has 270,000 associations.
pub(super) const SEATS_MAX: usize = 300_000;
/// A key with its head, two codes of a few letters.
const SEAT_BYTES_MAX: usize = 64;
/// The most bytes that a roll is read from.
pub(super) const ROLL_BYTES_MAX: usize = SEATS_MAX * SEAT_BYTES_MAX;

/// Where an association has its seat and what it works on first: both are public.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct Seat {
    /// Its statistics key.
    #[n(0)]
    pub key: StatisticsKey,
    /// The milieu of its seat, if it is known.
    #[n(1)]
    pub milieu: Option<Milieu>,
    /// Its domain, if it is known.
    #[n(2)]
    pub domain: Option<Domain>,
}

/// The associations of a task, each once.
///
/// They stay the same for a year, and so does what is public of each: one that changed its block
/// between two periods could be told from the difference.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Roll(BTreeMap<StatisticsKey, Seat>);

/// Why a roll cannot be made of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RollFault {
    /// Fewer newcomers than may enter together: they wait for others.
    #[error("{found} newcomers, {needed} enter together")]
    NewcomersWait {
        /// How many there are.
        found: usize,
        /// How many there must be.
        needed: usize,
    },
    /// An association is there twice.
    #[error("{key} is there twice")]
    Twice {
        /// Its key.
        key: StatisticsKey,
    },
    /// More associations than a roll holds.
    #[error("{found} associations, at most {limit}")]
    TooMany {
        /// How many there are.
        found: usize,
        /// How many there may be.
        limit: usize,
    },
}

impl RollFault {
    /// Its code, under which sentences stand.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NewcomersWait { .. } => "newcomers_wait",
            Self::Twice { .. } => "seat_twice",
            Self::TooMany { .. } => "too_many_seats",
        }
    }
}

impl Roll {
    /// The first roll of a programme.
    pub fn new(seats: impl IntoIterator<Item = Seat>) -> Result<Self, RollFault> {
        let mut roll = BTreeMap::new();
        for seat in seats {
            if roll.insert(seat.key, seat).is_some() {
                return Err(RollFault::Twice { key: seat.key });
            }
        }
        match roll.len() {
            found if found > SEATS_MAX => Err(RollFault::TooMany {
                found,
                limit: SEATS_MAX,
            }),
            _ => Ok(Self(roll)),
        }
    }

    /// The roll of the year after this one.
    pub fn next(&self, seats: impl IntoIterator<Item = Seat>) -> Result<Self, RollFault> {
        let next = Self::new(seats)?;
        match next.0.keys().filter(|key| !self.0.contains_key(key)).count() {
            found @ 1..NEWCOMERS_MIN => Err(RollFault::NewcomersWait {
                found,
                needed: NEWCOMERS_MIN,
            }),
            _ => Ok(next),
        }
    }

    /// The seat of the association with this key.
    pub fn seat(&self, key: &StatisticsKey) -> Option<&Seat> {
        self.0.get(key)
    }

    /// All seats, in order of their keys.
    pub fn seats(&self) -> impl Iterator<Item = &Seat> {
        self.0.values()
    }

    /// How many associations are asked.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nobody is asked.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What a task says of it.
    pub fn hash(&self) -> Hash {
        crypto::derive("roll", &self.to_bytes())
    }

    /// The one encoding: the seats in order of their keys.
    pub fn to_bytes(&self) -> Vec<u8> {
        canon::to_bytes(&self.0.values().collect::<Vec<_>>())
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote, and only that.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        let seats: Seats = canon::from_bytes(bytes, ROLL_BYTES_MAX)?;
        let roll = Self::new(seats.0).map_err(|_| Malformed)?;
        // Another order would be another encoding.
        (roll.to_bytes() == bytes).then_some(roll).ok_or(Malformed)
    }
}

#[derive(Encode, Decode)]
#[cbor(transparent)]
struct Seats(#[cbor(decode_with = "canon::list::<_, _, SEATS_MAX>")] Vec<Seat>);

by_code!(Milieu, Milieu::ALL, |milieu: Milieu| milieu.code());

impl<C> Encode<C> for Domain {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut minicbor::Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.u8(self.group())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Domain {
    fn decode(d: &mut minicbor::Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        Self::new(d.u8()?).ok_or_else(|| minicbor::decode::Error::message("no such domain"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seat(number: u8) -> Seat {
        Seat {
            key: StatisticsKey([number; 32]),
            milieu: (!number.is_multiple_of(3)).then_some(Milieu::Rural),
            domain: Domain::new(number % 14),
        }
    }

    #[test]
    fn a_roll_reads_back_and_has_one_encoding() {
        let roll = Roll::new((1..=9).map(seat)).unwrap();
        let bytes = roll.to_bytes();
        assert_eq!(Roll::from_bytes(&bytes), Ok(roll.clone()));
        assert_eq!(roll, Roll::new((1..=9).rev().map(seat)).unwrap());

        let backwards = canon::to_bytes(&(1..=9).rev().map(seat).collect::<Vec<_>>());
        assert_eq!(Roll::from_bytes(&backwards), Err(Malformed));
        let mut longer = bytes.clone();
        longer.push(0);
        assert_eq!(Roll::from_bytes(&longer), Err(Malformed));
        // A list that says it has 2^32 seats.
        assert_eq!(Roll::from_bytes(&[0x9a, 0xff, 0xff, 0xff, 0xff]), Err(Malformed));
    }

    #[test]
    fn newcomers_enter_five_at_a_time() {
        let roll = Roll::new((1..=9).map(seat)).unwrap();
        let wait = |found| Err(RollFault::NewcomersWait { found, needed: 5 });
        assert_eq!(roll.next((1..=10).map(seat)), wait(1));
        assert_eq!(roll.next((3..=13).map(seat)), wait(4));
        assert!(roll.next((1..=14).map(seat)).is_ok());
        assert!(roll.next((1..=8).map(seat)).is_ok());
        assert_eq!(
            Roll::new([seat(1), seat(1)]),
            Err(RollFault::Twice { key: seat(1).key })
        );
    }
}
