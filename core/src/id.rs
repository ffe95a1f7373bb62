//! Identifiers: fixed-width newtypes, their text form and the error of reading one.
//!
//! The text form is lower-case base32 (RFC 4648 section 6, without padding): 16 bytes are 26
//! characters, 32 bytes are 52. Reading accepts upper case too, as people copy ids from paper.

use std::fmt;
use std::str::FromStr;

use rand_core::CryptoRng;
use thiserror::Error;

/// Why a text is not an identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not an identifier: {found} characters of base32, {expected} needed")]
pub struct ParseIdError {
    /// Characters an identifier of this type has.
    pub expected: usize,
    /// Characters that were given.
    pub found: usize,
}

/// Writes bytes as lower-case base32 without padding.
pub fn base32(bytes: &[u8]) -> String {
    let mut text = data_encoding::BASE32_NOPAD.encode(bytes);
    text.make_ascii_lowercase();
    text
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $len:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; $len]);

        impl $name {
            /// How many bytes it has.
            pub const LEN: usize = $len;

            /// A fresh one from the caller's dice.
            pub fn random(dice: &mut dyn CryptoRng) -> Self {
                let mut bytes = [0; $len];
                dice.fill_bytes(&mut bytes);
                Self(bytes)
            }

            /// The bytes, if there are exactly as many as it has.
            pub fn from_slice(bytes: &[u8]) -> Option<Self> {
                bytes.try_into().ok().map(Self)
            }

            /// The first eight characters of its text: enough for logs and screens, never for lookups.
            pub fn short(&self) -> String {
                base32(&self.0[..5])
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&base32(&self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.short())
            }
        }

        impl FromStr for $name {
            type Err = ParseIdError;

            fn from_str(text: &str) -> Result<Self, ParseIdError> {
                let expected = ($len * 8usize).div_ceil(5);
                let error = ParseIdError { expected, found: text.chars().count() };
                if text.len() != expected {
                    return Err(error);
                }
                let bytes = data_encoding::BASE32_NOPAD
                    .decode(text.to_ascii_uppercase().as_bytes())
                    .map_err(|_| error)?;
                Self::from_slice(&bytes).ok_or(error)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        impl<C> minicbor::Encode<C> for $name {
            fn encode<W: minicbor::encode::Write>(
                &self,
                e: &mut minicbor::Encoder<W>,
                _: &mut C,
            ) -> Result<(), minicbor::encode::Error<W::Error>> {
                e.bytes(&self.0)?.ok()
            }
        }

        impl<'b, C> minicbor::Decode<'b, C> for $name {
            fn decode(d: &mut minicbor::Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
                Self::from_slice(d.bytes()?)
                    .ok_or_else(|| minicbor::decode::Error::message("identifier of another length"))
            }
        }
    };
}

id! {
    /// One record: a person, a membership, a payment.
    RecordId, 16
}
id! {
    /// One device: its Ed25519 public key, which signs its entries and is its TLS identity (RFC 7250).
    DeviceId, 32
}
id! {
    /// One association's space: the BLAKE3 hash of its genesis record.
    SpaceId, 32
}
id! {
    /// One log: one incarnation of a device.
    LogId, 16
}
id! {
    /// Who writes inside a document: fresh at every opening of a data folder and at every login.
    ActorId, 16
}
id! {
    /// An entry: the BLAKE3 hash of its signed header.
    EntryHash, 32
}
id! {
    /// A membership record: the BLAKE3 hash of its signed bytes.
    MemberHash, 32
}
id! {
    /// Names an epoch key without revealing it.
    KeyId, 16
}
id! {
    /// Names an invitation or a ticket without revealing its secret.
    InviteId, 16
}
id! {
    /// One import of one sheet: the same file imported on two devices has one id.
    ImportId, 16
}
id! {
    /// What an association agreed to count for one period: the BLAKE3 hash of the task's canonical bytes.
    TaskId, 32
}
id! {
    /// One set of numbers of one association, fresh for each revision.
    ReportId, 16
}
id! {
    /// Who sends numbers: an Ed25519 public key apart from every device's, so that a report never
    /// tells which device made it.
    StatisticsKey, 32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_reads_back_in_either_case() {
        let id = RecordId([7; 16]);
        assert_eq!(id.to_string().len(), 26);
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(id.to_string().to_uppercase().parse(), Ok(id));
    }

    #[test]
    fn another_length_or_alphabet_is_refused() {
        assert!("abc".parse::<RecordId>().is_err());
        assert!("1".repeat(26).parse::<RecordId>().is_err());
        assert!("جمعية".parse::<SpaceId>().is_err());
    }
}
