//! What a membership card proves by itself: whose it is, until when, and that a device of ours made it.
//!
//! The code of a card is read by a camera or typed, and looked up without a network. It names nobody: it
//! holds a record's id, a day and a signature, so that a card that is lost tells its finder nothing.

use std::fmt;
use std::str::FromStr;

use super::{CodeFault, groups};
use crate::crypto::{self, BadSignature, DeviceSecret, SIGNATURE_LEN};
use crate::id::{DeviceId, RecordId, SpaceId};

/// A card's code. `Display` writes its digits without anything between, as a QR code packs them best;
/// `FromStr` reads them with or without separators.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Card {
    /// Whose it is: a membership.
    pub record: RecordId,
    /// The last day on which it holds.
    pub until: CardDay,
    signature: [u8; SIGNATURE_LEN],
}

/// A day between 2000 and 2127, in two bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CardDay(u16);

/// The text is no day as `2026-12-31`, or not between 2000 and 2127.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a day between 2000 and 2127")]
pub struct NotACardDay;

/// Beside the kinds of [`Code`](super::Code); the low half of the byte is the layout's version.
const KIND: u8 = 4;
const VERSION: u8 = 1;
const PURPOSE: &str = "membership-card";
/// Header, record, day, signature.
const LEN: usize = 1 + RecordId::LEN + 2 + SIGNATURE_LEN;
const YEAR_MIN: u16 = 2000;

impl Card {
    /// Makes the code of a card of this space; the device answers for it.
    pub fn sign(space: &SpaceId, record: RecordId, until: CardDay, by: &DeviceSecret) -> Self {
        Self {
            record,
            until,
            signature: by.sign(PURPOSE, &said(space, record, until)),
        }
    }

    /// Whether this device made it, for this space, and nobody changed it since.
    pub fn verify(&self, space: &SpaceId, by: &DeviceId) -> Result<(), BadSignature> {
        crypto::verify(
            PURPOSE,
            &by.0,
            &said(space, self.record, self.until),
            &self.signature,
        )
    }

    /// Whether somebody who wrote this means the code of a card: digits alone, and too many for anything
    /// that is searched for.
    pub fn is_meant(text: &str) -> bool {
        const SEARCHED_MAX: usize = 60;
        let mut digits = 0;
        for letter in text.chars().take(READ_MAX) {
            match letter.is_numeric() {
                true => digits += 1,
                false if letter.is_alphabetic() => return false,
                false => {}
            }
        }
        digits > SEARCHED_MAX
    }
}

/// What is signed: the space too, so that no card of one association is one of another.
fn said(space: &SpaceId, record: RecordId, until: CardDay) -> Vec<u8> {
    let mut bytes = vec![KIND << 4 | VERSION];
    bytes.extend_from_slice(&space.0);
    bytes.extend_from_slice(&record.0);
    bytes.extend_from_slice(&until.0.to_be_bytes());
    bytes
}

/// A text that is longer is none of ours.
const READ_MAX: usize = 1_000;

impl fmt::Display for Card {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut bytes = vec![KIND << 4 | VERSION];
        bytes.extend_from_slice(&self.record.0);
        bytes.extend_from_slice(&self.until.0.to_be_bytes());
        bytes.extend_from_slice(&self.signature);
        // Whole groups, as those of every code.
        bytes.push(0);
        for (index, pair) in bytes.chunks_exact(2).enumerate() {
            let (value, check) = groups::write(index, [pair[0], pair[1]]);
            write!(f, "{value:05}{check}")?;
        }
        Ok(())
    }
}

impl FromStr for Card {
    type Err = CodeFault;

    fn from_str(text: &str) -> Result<Self, CodeFault> {
        let bytes = groups::read(text)?;
        let group = bytes.len() / 2;
        let (header, rest) = bytes.split_first().ok_or(CodeFault::Empty)?;
        if *header != (KIND << 4 | VERSION) {
            return Err(CodeFault::UnknownKind { kind: header >> 4 });
        }
        let missing = CodeFault::Missing { group };
        let (record, rest) = rest.split_first_chunk::<{ RecordId::LEN }>().ok_or(missing)?;
        let (day, rest) = rest.split_first_chunk::<2>().ok_or(missing)?;
        let (signature, rest) = rest.split_first_chunk::<SIGNATURE_LEN>().ok_or(missing)?;
        match rest {
            [0] => Ok(Self {
                record: RecordId(*record),
                until: CardDay(u16::from_be_bytes(*day)),
                signature: *signature,
            }),
            _ => Err(CodeFault::TooLong {
                groups: LEN.div_ceil(2),
            }),
        }
    }
}

impl FromStr for CardDay {
    type Err = NotACardDay;

    fn from_str(text: &str) -> Result<Self, NotACardDay> {
        let mut parts = text.split('-').map(|part| part.parse::<u16>().ok());
        let day = match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (
                Some(Some(year @ YEAR_MIN..=2127)),
                Some(Some(month @ 1..=12)),
                Some(Some(day @ 1..=31)),
                None,
            ) => (year - YEAR_MIN) << 9 | month << 5 | day,
            _ => return Err(NotACardDay),
        };
        Ok(Self(day))
    }
}

/// As a stored date: `2026-12-31`, so that texts compare as days do.
impl fmt::Display for CardDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = (YEAR_MIN + (self.0 >> 9), self.0 >> 5 & 0x0f, self.0 & 0x1f);
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPACE: SpaceId = SpaceId([7; 32]);

    fn device(byte: u8) -> DeviceSecret {
        DeviceSecret::from_bytes(&[byte; 64])
    }

    fn card() -> Card {
        let until = "2026-12-31".parse().unwrap();
        Card::sign(&SPACE, RecordId([9; 16]), until, &device(1))
    }

    #[test]
    fn a_card_is_read_as_it_was_written_with_digits_of_either_script() {
        let text = card().to_string();
        assert_eq!(text.len(), 252, "{text}");
        let spaced: String = text.chars().map(|digit| format!("{digit} ")).collect();
        let arabic: String = text
            .chars()
            .map(|digit| char::from_u32(u32::from(digit) - u32::from('0') + 0x0660).unwrap())
            .collect();
        for text in [text.clone(), spaced, arabic] {
            assert!(Card::is_meant(&text));
            let read: Card = text.parse().unwrap();
            assert_eq!(read, card());
            assert_eq!(read.until.to_string(), "2026-12-31");
            assert_eq!(read.verify(&SPACE, &device(1).id()), Ok(()));
        }
    }

    #[test]
    fn it_holds_for_its_device_and_space_alone_and_only_unchanged() {
        let card = card();
        assert_eq!(card.verify(&SPACE, &device(2).id()), Err(BadSignature));
        assert_eq!(card.verify(&SpaceId([8; 32]), &device(1).id()), Err(BadSignature));
        let later = Card {
            until: "2027-12-31".parse().unwrap(),
            ..card
        };
        let other = Card {
            record: RecordId([8; 16]),
            ..card
        };
        for forged in [later, other] {
            // What is read back is what was forged: the digits fit, the signature does not.
            let forged: Card = forged.to_string().parse().unwrap();
            assert_eq!(forged.verify(&SPACE, &device(1).id()), Err(BadSignature));
        }
    }

    #[test]
    fn what_is_signed_for_something_else_is_no_card() {
        let said = said(&SPACE, RecordId([9; 16]), "2026-12-31".parse().unwrap());
        let signature = device(1).sign("something-else", &said);
        let card = Card { signature, ..card() };
        assert_eq!(card.verify(&SPACE, &device(1).id()), Err(BadSignature));
    }

    #[test]
    fn hostile_texts_are_refused_and_bounded() {
        let text = card().to_string();
        let longer = format!("{text}000000");
        let swapped = format!("{}{}{}", &text[1..2], &text[..1], &text[2..]);
        for wrong in [
            "",
            "7",
            &text[..246],
            &text[..251],
            &longer,
            &swapped,
            &text.replace('0', "o"),
        ] {
            assert!(wrong.parse::<Card>().is_err(), "{wrong}");
        }
        assert!("9".repeat(1_000_000).parse::<Card>().is_err());
        assert!(!Card::is_meant("0661234567") && !Card::is_meant("2026-A-0012"));
        assert!(!Card::is_meant(&"a1".repeat(300)));
        // A code of another kind is named as that.
        let mut other = String::new();
        for index in 0..42 {
            let (value, check) = groups::write(index, [0x11, 0]);
            other.push_str(&format!("{value:05}{check}"));
        }
        assert_eq!(other.parse::<Card>(), Err(CodeFault::UnknownKind { kind: 1 }));
    }

    #[test]
    fn days_that_do_not_fit_are_none() {
        for wrong in [
            "1999-12-31",
            "2128-01-01",
            "2026-13-01",
            "2026-00-01",
            "2026-01-32",
            "2026",
            "2026-01-01-01",
            "",
        ] {
            assert!(wrong.parse::<CardDay>().is_err(), "{wrong}");
        }
        let days = ["2000-01-01", "2026-12-31", "2127-12-31"].map(|day| day.parse::<CardDay>().unwrap());
        assert!(days.is_sorted());
        assert_eq!(
            days.map(|day| day.to_string()),
            ["2000-01-01", "2026-12-31", "2127-12-31"]
        );
    }
}
