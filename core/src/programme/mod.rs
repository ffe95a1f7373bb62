//! What whoever runs a programme tells every association in it: public records, in numbered signed editions.
//!
//! One writes and all read, so nothing has to merge: an [`Edition`] holds all of it and replaces the one
//! before. Its way, from top to bottom:
//!
//! 1. [`Programme::of`] takes the public fields of the operator's records, by the schema's declarations
//!    alone ([`is_published`](crate::schema::published::is_published)). No other field can get in, and what
//!    carries one is refused wherever it is read.
//! 2. The hub gives it a number and signs it ([`Edition::next`]): its key is the one that associations pin.
//! 3. A node takes it from whoever brings it ([`Edition::take`]): signed by its own hub, newer than the one
//!    it keeps, nothing in it that is not public.
//! 4. [`Programme`] says what stands in it: targets, periods, courses, days of the law, letters.
//!
//! What a newer release publishes is carried and passed over: its kinds and fields are not known here.

mod item;
pub use item::Item;

mod content;
pub use content::{Drawn, ITEMS_MAX, PROGRAMME_BYTES_MAX, Programme};

mod edition;
pub use edition::{EDITION_BYTES_MAX, Edition, EditionFault, Taken};

mod told;
pub use told::{
    Announcement, Baseline, Capsule, Checked, Course, Guide, LegalDeadline, LetterModel, Profile,
    ReportPeriod, Target, Wording,
};

mod read;

#[cfg(test)]
mod tests;
