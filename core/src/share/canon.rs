//! One meaning, one encoding: CBOR read within bounds, and refused unless it is written back the same.

use minicbor::{Decode, Decoder, Encode};
use thiserror::Error;

/// The bytes are not what they should be: too long, another layout, or not the one encoding of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("malformed")]
pub struct Malformed;

type Read = minicbor::decode::Error;

/// The one encoding.
pub(crate) fn to_bytes<T: Encode<()>>(value: &T) -> Vec<u8> {
    minicbor::to_vec(value).expect("a vector takes every byte")
}

/// Reads the one encoding of a value, of at most `limit` bytes.
///
/// What is read is written again and compared: bytes added, numbers written long, indefinite lengths
/// and every other second form of the same meaning are refused, so that a hash of the bytes is a hash
/// of the meaning.
pub(crate) fn from_bytes<'b, T>(bytes: &'b [u8], limit: usize) -> Result<T, Malformed>
where
    T: Encode<()> + Decode<'b, ()>,
{
    if bytes.len() > limit {
        return Err(Malformed);
    }
    let value: T = minicbor::decode(bytes).map_err(|_| Malformed)?;
    (to_bytes(&value) == bytes).then_some(value).ok_or(Malformed)
}

/// Reads a list of at most `MAX` items, which is refused before the first is read.
pub(crate) fn list<'b, C, T: Decode<'b, C>, const MAX: usize>(
    d: &mut Decoder<'b>,
    ctx: &mut C,
) -> Result<Vec<T>, Read> {
    let count = d
        .array()?
        .ok_or_else(|| Read::message("a list without its length"))?;
    if count > MAX as u64 {
        return Err(Read::message("a list too long"));
    }
    (0..count).map(|_| T::decode(d, ctx)).collect()
}

/// Reads a text of at most `MAX` bytes.
pub(crate) fn text<C, const MAX: usize>(d: &mut Decoder<'_>, _: &mut C) -> Result<String, Read> {
    let text = d.str()?;
    if text.len() > MAX {
        return Err(Read::message("a text too long"));
    }
    Ok(text.to_owned())
}

/// How a value stands in CBOR as its code.
macro_rules! by_code {
    ($name:ty, $all:expr, $code:expr) => {
        impl<C> minicbor::Encode<C> for $name {
            fn encode<W: minicbor::encode::Write>(
                &self,
                e: &mut minicbor::Encoder<W>,
                _: &mut C,
            ) -> Result<(), minicbor::encode::Error<W::Error>> {
                e.str($code(*self))?.ok()
            }
        }

        impl<'b, C> minicbor::Decode<'b, C> for $name {
            fn decode(d: &mut minicbor::Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
                let code = d.str()?;
                $all.iter()
                    .copied()
                    .find(|known: &$name| $code(*known) == code)
                    .ok_or_else(|| minicbor::decode::Error::message("no such code"))
            }
        }
    };
}
pub(super) use by_code;
