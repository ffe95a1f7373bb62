//! What leaves an association for statistics: whole numbers of declared cells, never a record.
//!
//! The way of a number, from top to bottom:
//!
//! 1. A [`Task`] says what is counted in a period, for whom, within which bounds, and what may be
//!    published. Its [`TaskId`](crate::id::TaskId) is the hash of its one encoding: to agree is to agree
//!    to that hash.
//! 2. An association's [`Contribution`] answers a task; signed with its statistics key it is a
//!    [`Report`]. It holds numbers by leaf of the fixed table plan, and nothing else can stand in it.
//! 3. The hub takes reports into an [`Intake`], freezes them in a [`Manifest`] that every node checks,
//!    and writes what it opens into a [`Ledger`].
//! 4. [`publish`] adds up, lets each table through its gate as a whole or not at all, and books late
//!    corrections. `core/docs/privacy.md` says what that protects, and what it does not.
//! 5. Tasks travel to nodes in a [`Call`], what became of them comes back in a [`Notice`]; both are
//!    signed, so that it does not matter who carries them.
//! 6. What is shown under a name, because it was agreed to fact by fact, is a [`ProgressSheet`]: another
//!    thing, which no number of a report is part of.
//!
//! With a second operator the same numbers travel as shares (`prio3.rs`, feature `prio3`).

pub(crate) mod canon;
pub use canon::Malformed;

mod day;
pub use day::Day;

mod roll;
pub use roll::{NEWCOMERS_MIN, Roll, RollFault, Seat};

mod task;
pub use task::{Asked, Mode, TASK_BYTES_MAX, Task, TaskFault, Terms, Unit};

mod ask;
pub use ask::{answers, asked, codes, indicator_of};

mod small;
pub use small::{SMALL_MAX, is_small, without_small_cells};

mod contribution;
pub use contribution::{Contribution, ContributionFault, Count, REPORT_BYTES_MAX, Report};

mod period;
pub use period::{Frozen, Intake, OtherRoll, Reject, Taken};

mod manifest;
pub use manifest::{Manifest, ManifestEntry, Standing};

mod gate;
pub use gate::{Block, PERSONS_MIN, Rules, Tallies, Tally, Withheld, flagged, gate};

mod correct;
pub use correct::Waiting;

mod family;
pub use family::family_of;

mod publish;
pub use publish::{
    Annual, Outcome, PARTIAL_BELOW, Published, PublishedCell, PublishedTable, annual, is_partial, publish,
};

mod ledger;
pub use ledger::{Ledger, LedgerFault, Opening};

mod call;
pub use call::Call;

mod notice;
pub use notice::Notice;

mod sheet;
pub use sheet::{
    ProgressSheet, PublicCard, SHEET_AHEAD_SECONDS_MAX, SHEET_BYTES_MAX, SheetReject, SignedSheet,
};

#[cfg(feature = "prio3")]
pub mod prio3;

#[cfg(test)]
mod tests;
