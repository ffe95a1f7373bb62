//! What people may see of reporting periods: published figures beside targets, and how each period stands.
//!
//! It is made of [`share::Published`](tawro_core::share::Published) and of names and states. No report is
//! within its reach, so whatever is built on it, a page or a document, cannot show one association's number.

mod standing;
pub use standing::{Progress, Seen, Standing, State};

mod value;
pub use value::{Tenths, Value};

mod goal;
pub use goal::{Aim, Baseline, Goal, Goals, goals};

mod series;
pub use series::{Breakdown, Outcome, Part, Reading, Series, Trend, Year, all, series};

#[cfg(test)]
mod tests;

use tawro_core::indicator::Period;
use tawro_core::share::{Ledger, Published};
use thiserror::Error;

/// All that is shown of a hub's periods, read at one moment.
#[derive(Debug, Default)]
pub struct Shown {
    /// Every period that was begun, the oldest first.
    pub standings: Vec<Standing>,
    /// The figures of those that are published, the oldest first.
    pub periods: Vec<PublishedPeriod>,
    /// Everything that was ever opened; its chain holds.
    pub ledger: Ledger,
    /// What the programme aims at.
    pub goals: Goals,
    /// What associations show of themselves by name, to who runs the programme and nobody else.
    pub progress: Vec<Progress>,
}

/// The figures of one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedPeriod {
    /// Which.
    pub period: Period,
    /// What was published of it: of the associations, and of who runs the programme.
    pub tasks: Vec<Published>,
}

/// Where what is shown is read, each time anew.
pub trait Source: Send + Sync {
    /// The periods.
    ///
    /// # Errors
    /// A store that cannot be read, or a ledger that was touched.
    fn shown(&self) -> Result<Shown, Unreadable>;

    /// When each association's computers were last here.
    ///
    /// # Errors
    /// A store that cannot be read.
    fn seen(&self) -> Result<Vec<Seen>, Unreadable>;
}

/// What is shown could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not readable: {code}")]
pub struct Unreadable {
    /// Why: the code under which a sentence stands.
    pub code: &'static str,
}
