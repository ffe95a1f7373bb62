//! Why something about a period was not done. Nearly all of it is the operator's to decide anew.

use tawro_core::indicator::Period;
use tawro_core::schema::Date;
use tawro_core::share::{LedgerFault, RollFault, TaskFault};
use thiserror::Error;

use crate::store::StoreFault;

/// Why a step was not taken. Nothing of it was kept.
#[derive(Debug, Error)]
pub enum PeriodFault {
    /// The name of an association is empty or too long.
    #[error("a name has 1 to {limit} bytes")]
    SeatName {
        /// The most there may be.
        limit: usize,
    },
    /// An association of that name is registered with another key.
    #[error("{name} is registered already")]
    NameTaken {
        /// The name.
        name: String,
    },
    /// Nobody is registered under it.
    #[error("nobody is registered as {name}")]
    NoSuchSeat {
        /// The name.
        name: String,
    },
    /// The key is another association's.
    #[error("the key is that of {name}")]
    KeyTaken {
        /// Whose.
        name: String,
    },
    /// Somebody else is registered as the one who runs the programme.
    #[error("{name} runs the programme")]
    OperatorTaken {
        /// Who.
        name: String,
    },
    /// Nobody is registered, so nobody can be asked.
    #[error("nobody is registered")]
    NoSeats,
    /// No period was ever begun.
    #[error("no period was begun")]
    NoPeriod,
    /// This one was not begun.
    #[error("{period} was not begun")]
    Unknown {
        /// Which.
        period: Period,
    },
    /// It was begun before.
    #[error("{period} was begun before")]
    Exists {
        /// Which.
        period: Period,
    },
    /// Its days are those of another, too: the difference of their figures would be a correction.
    #[error("{period} shares days with {other}")]
    Overlaps {
        /// Which.
        period: Period,
        /// The one that was begun before.
        other: Period,
    },
    /// A later year has its roll already.
    #[error("the roll of {later} is fixed")]
    YearPast {
        /// The later year.
        later: u16,
    },
    /// Reports may still come.
    #[error("reports are taken until {closes}, {missing} are missing")]
    WindowOpen {
        /// The last day of the window.
        closes: Date,
        /// How many of those asked have not answered.
        missing: usize,
    },
    /// Reports came to it: it is not taken back any more.
    #[error("{reports} reports came for {period}")]
    Answered {
        /// Which.
        period: Period,
        /// How many.
        reports: usize,
    },
    /// It is frozen already.
    #[error("{period} is frozen")]
    FrozenBefore {
        /// Which.
        period: Period,
    },
    /// It is open still.
    #[error("{period} is not frozen")]
    NotFrozen {
        /// Which.
        period: Period,
    },
    /// It was added up before, which is done once.
    #[error("{period} was opened before")]
    OpenedBefore {
        /// Which.
        period: Period,
    },
    /// Its figures are out already.
    #[error("{period} is published")]
    PublishedBefore {
        /// Which.
        period: Period,
    },
    /// Its figures are not out.
    #[error("{period} is not published")]
    NotPublished {
        /// Which.
        period: Period,
    },
    /// The roll of the year cannot be made.
    #[error(transparent)]
    Roll(#[from] RollFault),
    /// The definitions make no task.
    #[error(transparent)]
    Task(#[from] TaskFault),
    /// The ledger was touched.
    #[error(transparent)]
    Ledger(#[from] LedgerFault),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreFault),
}

impl PeriodFault {
    /// What the store holds cannot be what was put there.
    pub(super) fn damaged() -> Self {
        Self::Store(StoreFault::Damaged(None))
    }

    /// A stable word for programs and for looking up the sentence.
    pub fn code(&self) -> &'static str {
        match self {
            Self::SeatName { .. } => "seat_name",
            Self::NameTaken { .. } => "seat_name_taken",
            Self::NoSuchSeat { .. } => "seat_unknown",
            Self::KeyTaken { .. } => "seat_key_taken",
            Self::OperatorTaken { .. } => "seat_operator_taken",
            Self::NoSeats => "no_seats",
            Self::NoPeriod => "no_period",
            Self::Unknown { .. } => "period_unknown",
            Self::Exists { .. } => "period_exists",
            Self::Overlaps { .. } => "period_overlaps",
            Self::YearPast { .. } => "period_year_past",
            Self::WindowOpen { .. } => "period_window_open",
            Self::Answered { .. } => "period_answered",
            Self::FrozenBefore { .. } => "period_frozen",
            Self::NotFrozen { .. } => "period_not_frozen",
            Self::OpenedBefore { .. } => "period_opened",
            Self::PublishedBefore { .. } => "period_published",
            Self::NotPublished { .. } => "period_not_published",
            Self::Roll(fault) => fault.code(),
            Self::Task(fault) => fault.code(),
            Self::Ledger(fault) => fault.code(),
            Self::Store(fault) => fault.code(),
        }
    }
}
