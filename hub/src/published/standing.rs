//! How a period stands, who was here when, and what is shown by name: names and states, and no number of anybody.

use tawro_core::indicator::Period;
use tawro_core::share::ProgressSheet;
use tawro_core::time::Timestamp;

/// How far a period has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Reports are taken.
    Open,
    /// Which reports count is signed; none is taken any more.
    Frozen,
    /// They are added up, which happens once, and the ledger says so.
    Opened,
    /// The figures are out.
    Published,
}

impl State {
    /// All, in the order in which a period goes through them.
    pub const ALL: [Self; 4] = [Self::Open, Self::Frozen, Self::Opened, Self::Published];

    /// Its name, in the store and for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "OPEN",
            Self::Frozen => "FROZEN",
            Self::Opened => "OPENED",
            Self::Published => "PUBLISHED",
        }
    }
}

/// How a period stands. Its window ends on [`Period::closes`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Which.
    pub period: Period,
    /// How far it has come.
    pub state: State,
    /// How many associations are asked.
    pub asked: usize,
    /// Of how many of them a report is held.
    pub reports: usize,
    /// Of which associations none is, by name.
    pub missing: Vec<String>,
}

/// When an association was last here. That is no secret of its records: to take part is public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// As YES calls it on its ticket; none for one that was moved here.
    pub name: Option<String>,
    /// Whether it used its ticket.
    pub is_enrolled: bool,
    /// Whether the ticket ended unused.
    pub is_expired: bool,
    /// When one of its computers was last here; none if never.
    pub last: Option<Timestamp>,
}

/// What an association shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Its name, as it is registered.
    pub association: String,
    /// What it shows: nothing, if it took all back.
    pub sheet: ProgressSheet,
    /// When that came, by this hub's clock.
    pub came: Timestamp,
}
