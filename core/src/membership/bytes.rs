//! Hand-laid bytes: a writer and a reader that checks every bound before it allocates.
//!
//! Numbers are little-endian and of fixed width. A list is a `u16` count and its items in strictly
//! ascending order, so that one meaning has one encoding.

use std::collections::{BTreeMap, BTreeSet};

use thiserror::Error;

/// Why bytes are no membership record. The sender is at fault; nothing is kept of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Malformed {
    /// More bytes than a record may have.
    #[error("{len} bytes, at most {limit}")]
    TooLong {
        /// Bytes that were given.
        len: usize,
        /// Bytes a record may have.
        limit: usize,
    },
    /// The bytes end before the record does.
    #[error("ends at byte {at}, {needed} more needed")]
    Truncated {
        /// Where the missing part begins.
        at: usize,
        /// How many bytes are missing from there.
        needed: usize,
    },
    /// Bytes remain where the record should have ended.
    #[error("{extra} bytes too many")]
    Trailing {
        /// How many.
        extra: usize,
    },
    /// A field holds a value that this encoding does not have.
    #[error("no such {field}")]
    Value {
        /// The field.
        field: &'static str,
    },
    /// A list is longer than allowed.
    #[error("{found} items, at most {limit}")]
    TooMany {
        /// Items the list claims.
        found: usize,
        /// Items it may have.
        limit: usize,
    },
    /// A list repeats an item or is not in ascending order.
    #[error("a list out of order")]
    Unordered,
}

/// Appends to a buffer.
#[derive(Default)]
pub(super) struct Writer(pub(super) Vec<u8>);

impl Writer {
    pub(super) fn raw(&mut self, bytes: &[u8]) -> &mut Self {
        self.0.extend_from_slice(bytes);
        self
    }

    pub(super) fn u8(&mut self, value: u8) -> &mut Self {
        self.raw(&[value])
    }

    pub(super) fn u32(&mut self, value: u32) -> &mut Self {
        self.raw(&value.to_le_bytes())
    }

    pub(super) fn u64(&mut self, value: u64) -> &mut Self {
        self.raw(&value.to_le_bytes())
    }

    /// A count; one beyond `u16` becomes 65535, above every limit, so that reading refuses it.
    pub(super) fn count(&mut self, value: usize) -> &mut Self {
        self.raw(&u16::try_from(value).unwrap_or(u16::MAX).to_le_bytes())
    }

    /// Bytes of varying length behind their count.
    pub(super) fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.count(bytes.len()).raw(bytes)
    }
}

/// Reads from the front of a slice.
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    pub(super) fn take(&mut self, len: usize) -> Result<&'a [u8], Malformed> {
        let rest = &self.bytes[self.at..];
        let missing = || Malformed::Truncated {
            at: self.at,
            needed: len - rest.len(),
        };
        let taken = rest.get(..len).ok_or_else(missing)?;
        self.at += len;
        Ok(taken)
    }

    pub(super) fn array<const N: usize>(&mut self) -> Result<[u8; N], Malformed> {
        let mut array = [0; N];
        array.copy_from_slice(self.take(N)?);
        Ok(array)
    }

    pub(super) fn u8(&mut self) -> Result<u8, Malformed> {
        Ok(self.array::<1>()?[0])
    }

    pub(super) fn u32(&mut self) -> Result<u32, Malformed> {
        self.array().map(u32::from_le_bytes)
    }

    /// A byte that is 0 or 1.
    pub(super) fn flag(&mut self, field: &'static str) -> Result<bool, Malformed> {
        match self.u8()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(Malformed::Value { field }),
        }
    }

    /// The count of a list, refused above `limit` or when so many items cannot follow.
    fn count(&mut self, limit: usize, item_len: usize) -> Result<usize, Malformed> {
        let found = usize::from(self.array().map(u16::from_le_bytes)?);
        if found > limit {
            return Err(Malformed::TooMany { found, limit });
        }
        let (rest, needed) = (self.bytes.len() - self.at, found * item_len);
        if needed > rest {
            return Err(Malformed::Truncated {
                at: self.at,
                needed: needed - rest,
            });
        }
        Ok(found)
    }

    /// Bytes of varying length behind their count.
    pub(super) fn bytes(&mut self, limit: usize) -> Result<Vec<u8>, Malformed> {
        let len = self.count(limit, 1)?;
        self.take(len).map(<[u8]>::to_vec)
    }

    /// Items of `N` bytes, ascending.
    pub(super) fn set<const N: usize, T: Ord>(
        &mut self,
        limit: usize,
        item: impl Fn([u8; N]) -> T,
    ) -> Result<BTreeSet<T>, Malformed> {
        let mut set = BTreeSet::new();
        for _ in 0..self.count(limit, N)? {
            let item = item(self.array()?);
            if set.last().is_some_and(|last| *last >= item) {
                return Err(Malformed::Unordered);
            }
            set.insert(item);
        }
        Ok(set)
    }

    /// Keys of `N` bytes, ascending, each with a value of `M` bytes.
    pub(super) fn map<const N: usize, const M: usize, K: Ord, V>(
        &mut self,
        limit: usize,
        key: impl Fn([u8; N]) -> K,
        value: impl Fn([u8; M]) -> V,
    ) -> Result<BTreeMap<K, V>, Malformed> {
        let mut map = BTreeMap::new();
        for _ in 0..self.count(limit, N + M)? {
            let key = key(self.array()?);
            if map.last_key_value().is_some_and(|(last, _)| *last >= key) {
                return Err(Malformed::Unordered);
            }
            map.insert(key, value(self.array()?));
        }
        Ok(map)
    }

    /// Nothing may remain.
    pub(super) fn end(self) -> Result<(), Malformed> {
        match self.bytes.len() - self.at {
            0 => Ok(()),
            extra => Err(Malformed::Trailing { extra }),
        }
    }
}
