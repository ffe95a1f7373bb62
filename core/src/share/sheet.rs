//! The progress sheet: what an association shows YES of itself under its name, fact by fact, as it agreed.

use std::collections::BTreeMap;

use minicbor::{Decode, Encode};

use super::Day;
use super::canon::{self, Malformed};
use crate::crypto::{self, BadSignature, DeviceSecret, SIGNATURE_LEN};
use crate::id::StatisticsKey;
use crate::time::Timestamp;

/// The longest sheet: 64 facts of a short code each, three lines of a card, and a signature leave room.
pub const SHEET_BYTES_MAX: usize = 4 * 1024;

const FACTS_MAX: usize = 64;
const CODE_BYTES_MAX: usize = 16;
const LINE_BYTES_MAX: usize = 500;
const PURPOSE: &str = "progress-sheet";

/// What an association shows under its name. A fact that it does not show is not in it, and neither is that
/// it was not shown: the same holds of a fact that does not concern the association.
///
/// The sheet made later takes the place of the one before. To show nothing any more is to send one that is
/// empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgressSheet {
    /// When it was made, by the clock of the association's computer.
    pub made: Timestamp,
    /// The first day of the period that the facts are about.
    pub start: Day,
    /// The last day of that period.
    pub end: Day,
    /// Whether each fact holds, by the code of its indicator.
    pub facts: BTreeMap<String, bool>,
    /// What is public of the association anyway, if it shows that.
    pub card: Option<PublicCard>,
}

/// What stands on the signboard of an association: its name and where its site is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode)]
pub struct PublicCard {
    /// The name in Arabic, or empty.
    #[cbor(n(0), decode_with = "canon::text::<_, LINE_BYTES_MAX>")]
    pub name_ar: String,
    /// The name in Latin letters, or empty.
    #[cbor(n(1), decode_with = "canon::text::<_, LINE_BYTES_MAX>")]
    pub name_fr: String,
    /// The address of the site, or empty.
    #[cbor(n(2), decode_with = "canon::text::<_, LINE_BYTES_MAX>")]
    pub website: String,
}

/// A sheet with the signature of its association's statistics key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedSheet {
    key: StatisticsKey,
    sheet: ProgressSheet,
    signature: [u8; SIGNATURE_LEN],
}

/// A laptop's clock may run a day ahead of the hub's; a sheet from further ahead is rejected.
pub const SHEET_AHEAD_SECONDS_MAX: i64 = 86_400;

/// Why a hub does not take a sheet. Its node is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetReject {
    /// No sheet, or more bytes than one has.
    Malformed,
    /// The signature is not that of its key over these facts.
    Unsigned,
    /// Nobody with this key has a seat.
    NotRegistered,
    /// The one that stands was made later.
    Older,
    /// It was made later than now: it would stand in the way of all that come until then.
    Ahead,
}

impl SheetReject {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Malformed,
        Self::Unsigned,
        Self::NotRegistered,
        Self::Older,
        Self::Ahead,
    ];

    /// Its code, under which sentences stand.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Malformed => "sheet_malformed",
            Self::Unsigned => "sheet_unsigned",
            Self::NotRegistered => "sheet_not_registered",
            Self::Older => "sheet_older",
            Self::Ahead => "sheet_ahead",
        }
    }
}

impl ProgressSheet {
    /// Signs it with the association's statistics key; nothing if it holds more than a sheet may.
    pub fn sign(self, secret: &DeviceSecret) -> Option<SignedSheet> {
        let signed = SignedSheet {
            key: StatisticsKey(secret.id().0),
            signature: secret.sign(PURPOSE, &canon::to_bytes(&self.travelling())),
            sheet: self,
        };
        // What is too long for a reader is not written.
        SignedSheet::from_bytes(&signed.to_bytes()).ok()
    }

    fn travelling(&self) -> Travelling {
        let facts = self.facts.iter().map(|(code, holds)| Fact {
            code: code.clone(),
            holds: *holds,
        });
        Travelling {
            made: self.made.0,
            start: self.start,
            end: self.end,
            facts: facts.collect(),
            card: self.card.clone(),
        }
    }
}

impl SignedSheet {
    /// Who signed.
    pub fn key(&self) -> StatisticsKey {
        self.key
    }

    /// What is shown.
    pub fn sheet(&self) -> &ProgressSheet {
        &self.sheet
    }

    /// Checks the signature; whose the key is, only the hub knows.
    pub fn verify(&self) -> Result<(), BadSignature> {
        let signed = canon::to_bytes(&self.sheet.travelling());
        crypto::verify(PURPOSE, &self.key.0, &signed, &self.signature)
    }

    /// The one encoding: exactly what leaves.
    pub fn to_bytes(&self) -> Vec<u8> {
        canon::to_bytes(&Wire {
            key: self.key,
            sheet: self.sheet.travelling(),
            signature: self.signature,
        })
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote, and only that. Nothing is verified yet.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        let wire: Wire = canon::from_bytes(bytes, SHEET_BYTES_MAX)?;
        let Travelling {
            made,
            start,
            end,
            facts,
            card,
        } = wire.sheet;
        let ascending = facts.windows(2).all(|pair| pair[0].code < pair[1].code);
        if !ascending || end < start {
            return Err(Malformed);
        }
        Ok(Self {
            key: wire.key,
            sheet: ProgressSheet {
                made: Timestamp(made),
                start,
                end,
                facts: facts.into_iter().map(|fact| (fact.code, fact.holds)).collect(),
                card,
            },
            signature: wire.signature,
        })
    }
}

#[derive(Encode, Decode)]
struct Wire {
    #[n(0)]
    key: StatisticsKey,
    #[n(1)]
    sheet: Travelling,
    #[cbor(n(2), with = "minicbor::bytes")]
    signature: [u8; SIGNATURE_LEN],
}

#[derive(Encode, Decode)]
struct Travelling {
    #[n(0)]
    made: i64,
    #[n(1)]
    start: Day,
    #[n(2)]
    end: Day,
    #[cbor(n(3), decode_with = "canon::list::<_, _, FACTS_MAX>")]
    facts: Vec<Fact>,
    #[n(4)]
    card: Option<PublicCard>,
}

#[derive(Encode, Decode)]
struct Fact {
    #[cbor(n(0), decode_with = "canon::text::<_, CODE_BYTES_MAX>")]
    code: String,
    #[n(1)]
    holds: bool,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    fn sheet() -> ProgressSheet {
        ProgressSheet {
            made: Timestamp(1_795_860_000),
            start: "2026-10-01".parse().unwrap(),
            end: "2026-12-31".parse().unwrap(),
            facts: [("NT-R01", true), ("NT-R02", false)]
                .map(|(code, holds)| (code.to_owned(), holds))
                .into(),
            card: Some(PublicCard {
                name_ar: "جمعية الأمل".to_owned(),
                ..PublicCard::default()
            }),
        }
    }

    #[test]
    fn what_was_signed_is_read_again_and_nothing_else_verifies() {
        let secret = DeviceSecret::from_bytes(&[7; 64]);
        let signed = sheet().sign(&secret).unwrap();
        let read = SignedSheet::from_bytes(&signed.to_bytes()).unwrap();
        assert_eq!((&read, read.key().0), (&signed, secret.id().0));
        assert!(read.verify().is_ok());
        let turned = SignedSheet {
            sheet: ProgressSheet {
                facts: [("NT-R01".to_owned(), false)].into(),
                ..sheet()
            },
            ..read
        };
        assert!(turned.verify().is_err());
    }

    #[test]
    fn more_than_a_sheet_may_hold_is_not_signed() {
        let secret = DeviceSecret::from_bytes(&[7; 64]);
        let many = (0..=FACTS_MAX).map(|number| (format!("NT-{number:03}"), true));
        let long = PublicCard {
            website: "x".repeat(LINE_BYTES_MAX + 1),
            ..PublicCard::default()
        };
        let backwards = "2026-09-30".parse().unwrap();
        for refused in [
            ProgressSheet {
                facts: many.collect(),
                ..sheet()
            },
            ProgressSheet {
                facts: [("x".repeat(CODE_BYTES_MAX + 1), true)].into(),
                ..sheet()
            },
            ProgressSheet {
                card: Some(long),
                ..sheet()
            },
            ProgressSheet {
                end: backwards,
                ..sheet()
            },
        ] {
            assert_eq!(refused.sign(&secret), None);
        }
    }

    proptest! {
        #[test]
        fn bytes_read_as_nothing_or_as_themselves(at in 0usize..200, byte: u8, cut in 0usize..200) {
            let mut bytes = sheet().sign(&DeviceSecret::from_bytes(&[7; 64])).unwrap().to_bytes();
            let (at, cut) = (at % bytes.len(), cut % bytes.len());
            bytes[at] = byte;
            if let Ok(read) = SignedSheet::from_bytes(&bytes) {
                prop_assert_eq!(read.to_bytes(), bytes.clone());
            }
            prop_assert!(SignedSheet::from_bytes(&bytes[..cut]).is_err());
        }
    }
}
