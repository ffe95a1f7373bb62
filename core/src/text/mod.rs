//! Text as people write it: folded for search, keyed across scripts, and the words of three languages.
//!
//! Folding and name keys are used by parsing and by every index, so they never stand behind a
//! feature. [`Words`] needs Fluent and stands behind the feature `text`.

mod lang;
pub use lang::{LANGUAGES, Lang};

mod fact;
pub use fact::Fact;

mod fold;
pub use fold::{FOLD_VERSION, digits, fold};

mod name;
pub use name::name_key;

mod direction;
pub use direction::{in_order, isolate, isolate_numbers, plain, titled};

pub mod format;
pub use format::Digits;

pub(crate) mod locales;

#[cfg(feature = "text")]
mod words;
#[cfg(feature = "text")]
pub use words::{Words, WordsFault};
