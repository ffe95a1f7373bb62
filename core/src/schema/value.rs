//! What a cell stores, and the typed value that a field makes of it.

use std::fmt;

use crate::id::RecordId;
use crate::schema::Date;

/// What one cell of a document holds: the only four things the storage knows.
///
/// Money is an `Integer` of centimes. A date is a `Text` as `2026`, `2026-03` or `2026-03-01`. Codes,
/// telephone numbers, identity cards, addresses, references and series are `Text`. Clearing a cell
/// writes `Null`; no key is ever taken away.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize, serde::Deserialize,
)]
#[serde(untagged)]
pub enum Scalar {
    /// Empty, or cleared.
    #[default]
    Null,
    /// Anything that is written in letters.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// Yes or no.
    Flag(bool),
}

impl Scalar {
    /// Whether nothing stands there.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The text, if it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, if it is one.
    pub fn as_integer(&self) -> Option<i64> {
        match self {
            Self::Integer(number) => Some(*number),
            _ => None,
        }
    }

    /// The flag, if it is one.
    pub fn as_flag(&self) -> Option<bool> {
        match self {
            Self::Flag(flag) => Some(*flag),
            _ => None,
        }
    }

    /// Bytes that it needs in storage, without what surrounds it.
    pub fn size(&self) -> usize {
        match self {
            Self::Null => 0,
            Self::Text(text) => text.len(),
            Self::Integer(_) => 8,
            Self::Flag(_) => 1,
        }
    }

    /// What it is, for an error: `empty`, `text`, `integer` or `flag`.
    pub fn shape(&self) -> &'static str {
        match self {
            Self::Null => "empty",
            Self::Text(_) => "text",
            Self::Integer(_) => "integer",
            Self::Flag(_) => "flag",
        }
    }
}

impl From<&str> for Scalar {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Scalar {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Scalar {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<bool> for Scalar {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<RecordId> for Scalar {
    fn from(id: RecordId) -> Self {
        Self::Text(id.to_string())
    }
}

/// A cell's content read by its field's type.
///
/// Made by [`crate::schema::FieldType::value`], which checks; nobody need check again. It is not
/// stored: a [`Scalar`] is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing stands there.
    Empty,
    /// One line, a long text, or one language of a multilingual text.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// An amount.
    Money(Money),
    /// A date with the precision that is known.
    Date(Date),
    /// Yes or no; of a set, whether the element belongs to it.
    Flag(bool),
    /// A national identity card number, upper case without spaces.
    Cnie(String),
    /// A telephone number in E.164.
    Phone(String),
    /// An electronic address.
    Email(String),
    /// A number of a book.
    Series(String),
    /// A code; whether the vocabulary knows it is the vocabulary's to say
    /// ([`crate::schema::Vocabulary::view`]).
    Code(String),
    /// Another record.
    Reference(RecordId),
}

/// An amount in centimes; the currency stands in a field of its own and is the dirham by default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Money(pub i64);

impl Money {
    /// The code of the currency where none is said.
    pub const DIRHAM: &'static str = "MAD";
}

/// Plain, for files: `1234.50`, as parsing reads it back. Screens group the digits themselves.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let centimes = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", centimes / 100, centimes % 100)
    }
}
