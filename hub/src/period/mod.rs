//! The life of a reporting period at the hub: asked, answered, frozen, added up, published.
//!
//! `tawro_core::share` decides all of it; this room keeps what was decided, each step in one transaction,
//! in a file of its own: reports are numbers, and have no place beside what the hub cannot read.

mod fault;
pub use fault::PeriodFault;
mod store;
mod seat;
pub use seat::{Asked, NewSeat};
mod begin;
pub use begin::Begun;
mod take;
pub use take::Answer;
mod sheet;
pub use sheet::SheetAnswer;
mod status;
pub use status::{PeriodStatus, Rejected};
mod shown;
mod freeze;
pub use freeze::{Early, Frozen};
mod publish;
mod told;

#[cfg(test)]
mod tests;

use std::fmt;
use std::path::Path;

use tawro_core::crypto::DeviceSecret;

use crate::period::store::Store;
use crate::period::take::Intakes;
pub use crate::published::State;
use crate::store::StoreFault;

/// All periods of a hub, and who is asked in them.
///
/// Several processes may have it open; each call is one transaction, or reads one state.
pub struct Periods {
    store: Store,
    secret: DeviceSecret,
    operator: String,
    /// What was read before, so that each report is verified once.
    intakes: Intakes,
}

impl Periods {
    /// Opens the store of a hub whose keys and operator these are, making it if there is none.
    pub(crate) fn open(path: &Path, secret: DeviceSecret, operator: String) -> Result<Self, StoreFault> {
        Ok(Self {
            store: Store::open(path)?,
            secret,
            operator,
            intakes: Intakes::default(),
        })
    }
}

impl fmt::Debug for Periods {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Periods")
            .field("operator", &self.operator)
            .finish_non_exhaustive()
    }
}
