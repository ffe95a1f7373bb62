//! Typed views: fields as methods, so that Rust code never spells one.
//!
//! A view reads a record of its kind; a draft collects what is to be written, and becomes a command
//! with [`crate::command::Command::add`] or [`crate::command::Command::set`]. What a field means stands
//! with its declaration in the schema and with its words in the locales; a test holds the two together.
//!
//! ```
//! use tawro_core::command::Command;
//! use tawro_core::record::view::{Member, Person};
//!
//! let person = Person::draft().given_name("ar", "خديجة").phone("+212661000000");
//! let Command::Add { kind, cells, .. } = Command::add(person) else { unreachable!() };
//! assert_eq!((kind.as_str(), cells.len()), (Person::KIND, 2));
//! assert_eq!(Member::KIND, "membership");
//! ```

mod kinds;
pub use kinds::*;

mod programme;
pub use programme::*;

use crate::record::Record;
use crate::schema::Scalar;

/// Cells to be written into a record of a kind, put together by the drafts of this module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The key of the kind.
    pub kind: &'static str,
    /// What is to be written, by cell.
    pub cells: Vec<(String, Scalar)>,
}

impl Draft {
    fn with(mut self, cell: impl Into<String>, value: impl Into<Scalar>) -> Self {
        self.cells.push((cell.into(), value.into()));
        self
    }
}

/// What stands in a cell as text; other scalars are what a foreign program wrote there.
fn text<'a>(record: &'a Record, cell: &str) -> Option<&'a str> {
    record.cells().get(cell)?.as_text()
}

fn number(record: &Record, cell: &str) -> Option<i64> {
    record.cells().get(cell)?.as_integer()
}

/// The elements of a set that belong to it.
fn elements<'a>(record: &'a Record, field: &str) -> Vec<&'a str> {
    let from = record.cells().range(format!("{field}/")..);
    from.map_while(|(cell, value)| Some((cell.strip_prefix(field)?.strip_prefix('/')?, value)))
        .filter_map(|(element, value)| (*value == Scalar::Flag(true)).then_some(element))
        .collect()
}

/// Declares a view and its draft: each field with the way in which it is read and written.
macro_rules! view {
    ($(#[$doc:meta])* $view:ident, $draft:ident = $kind:ident { $($way:ident: $($field:ident)+;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $view<'a> {
            record: &'a Record,
        }

        impl<'a> $view<'a> {
            /// The key of the kind.
            pub const KIND: &'static str = stringify!($kind);

            /// Reads a record, if it is of this kind.
            pub fn of(record: &'a Record) -> Option<Self> {
                (record.kind() == Self::KIND).then_some(Self { record })
            }

            /// Begins to write one.
            pub fn draft() -> $draft {
                $draft(Draft { kind: Self::KIND, cells: Vec::new() })
            }

            /// The record that is read.
            pub fn record(&self) -> &'a Record {
                self.record
            }

            $($(view::read!($way $field);)+)+
        }

        #[doc = concat!("What is to be written into a [`", stringify!($view), "`].")]
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $draft(Draft);

        impl $draft {
            $($(view::write!($way $field);)+)+
        }

        impl From<$draft> for Draft {
            fn from(draft: $draft) -> Self {
                draft.0
            }
        }

        #[cfg(test)]
        impl $view<'_> {
            pub(super) const WAYS: &'static [(&'static str, &'static str)] =
                &[$($((stringify!($field), stringify!($way)),)+)+];
        }
    };
}

macro_rules! read {
    (localized $field:ident) => {
        #[doc = concat!("The field `", stringify!($field), "` in a language, as `ar`.")]
        pub fn $field(&self, language: &str) -> Option<&'a str> {
            text(self.record, &format!("{}/{language}", stringify!($field)))
        }
    };
    (set $field:ident) => {
        #[doc = concat!("The elements of the field `", stringify!($field), "`, sorted.")]
        pub fn $field(&self) -> Vec<&'a str> {
            elements(self.record, stringify!($field))
        }
    };
    (text $field:ident) => {
        #[doc = concat!("The field `", stringify!($field), "`.")]
        pub fn $field(&self) -> Option<&'a str> {
            text(self.record, stringify!($field))
        }
    };
    (code $field:ident) => {
        #[doc = concat!("The code in the field `", stringify!($field), "`, perhaps one of a newer release.")]
        pub fn $field(&self) -> Option<&'a str> {
            text(self.record, stringify!($field))
        }
    };
    (date $field:ident) => {
        #[doc = concat!("The date in the field `", stringify!($field), "`, with the precision that is known.")]
        pub fn $field(&self) -> Option<Date> {
            Date::from_iso(text(self.record, stringify!($field))?).ok()
        }
    };
    (money $field:ident) => {
        #[doc = concat!("The amount in the field `", stringify!($field), "`.")]
        pub fn $field(&self) -> Option<Money> {
            number(self.record, stringify!($field)).map(Money)
        }
    };
    (integer $field:ident) => {
        #[doc = concat!("The number in the field `", stringify!($field), "`.")]
        pub fn $field(&self) -> Option<i64> {
            number(self.record, stringify!($field))
        }
    };
    (flag $field:ident) => {
        #[doc = concat!("Yes or no in the field `", stringify!($field), "`.")]
        pub fn $field(&self) -> Option<bool> {
            self.record.cells().get(stringify!($field))?.as_flag()
        }
    };
    (reference $field:ident) => {
        #[doc = concat!("The record that the field `", stringify!($field), "` refers to.")]
        pub fn $field(&self) -> Option<RecordId> {
            text(self.record, stringify!($field))?.parse().ok()
        }
    };
}

macro_rules! write {
    (localized $field:ident) => {
        #[doc = concat!("Writes the field `", stringify!($field), "` in a language, as `ar`.")]
        #[must_use]
        pub fn $field(self, language: &str, value: impl Into<String>) -> Self {
            Self(
                self.0
                    .with(format!("{}/{language}", stringify!($field)), value.into()),
            )
        }
    };
    (set $field:ident) => {
        #[doc = concat!("Puts an element into the field `", stringify!($field), "`, or takes it out.")]
        #[must_use]
        pub fn $field(self, element: &str, inside: bool) -> Self {
            Self(
                self.0
                    .with(format!("{}/{element}", stringify!($field)), inside),
            )
        }
    };
    (text $field:ident) => {
        #[doc = concat!("Writes the field `", stringify!($field), "`.")]
        #[must_use]
        pub fn $field(self, value: impl Into<String>) -> Self {
            Self(self.0.with(stringify!($field), value.into()))
        }
    };
    (code $field:ident) => {
        #[doc = concat!("Writes the code of the field `", stringify!($field), "`.")]
        #[must_use]
        pub fn $field(self, code: impl Into<String>) -> Self {
            Self(self.0.with(stringify!($field), code.into()))
        }
    };
    (date $field:ident) => {
        #[doc = concat!("Writes the date of the field `", stringify!($field), "`.")]
        #[must_use]
        pub fn $field(self, date: Date) -> Self {
            Self(self.0.with(stringify!($field), date.to_string()))
        }
    };
    (money $field:ident) => {
        #[doc = concat!("Writes the amount of the field `", stringify!($field), "`.")]
        #[must_use]
        pub fn $field(self, amount: Money) -> Self {
            Self(self.0.with(stringify!($field), amount.0))
        }
    };
    (integer $field:ident) => {
        #[doc = concat!("Writes the number of the field `", stringify!($field), "`.")]
        #[must_use]
        pub fn $field(self, number: i64) -> Self {
            Self(self.0.with(stringify!($field), number))
        }
    };
    (flag $field:ident) => {
        #[doc = concat!("Writes yes or no into the field `", stringify!($field), "`.")]
        #[must_use]
        pub fn $field(self, flag: bool) -> Self {
            Self(self.0.with(stringify!($field), flag))
        }
    };
    (reference $field:ident) => {
        #[doc = concat!("Makes the field `", stringify!($field), "` refer to a record.")]
        #[must_use]
        pub fn $field(self, record: RecordId) -> Self {
            Self(self.0.with(stringify!($field), record))
        }
    };
}

use {read, view, write};
