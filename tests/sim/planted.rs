//! The faults that the simulation must find.

use tawro_core::faults::Fault;

/// A fault, and where it is planted: in the way the simulation drives, or inside core.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Planted {
    /// A promise leaves before what it promises is on the disk.
    AckBeforeCommit,
    /// Nothing stands outside the database.
    NoWitness,
    /// A form writes at the state as it is now, not as it was shown.
    StaleForm,
    /// Every opening uses one actor.
    ReusedActor,
    /// The hub never shows one device one log.
    LogSkipped,
    /// Inside core.
    Core(Fault),
}

/// All of them.
pub(crate) const ALL: [Planted; 12] = [
    Planted::AckBeforeCommit,
    Planted::NoWitness,
    Planted::Core(Fault::GapAccepted),
    Planted::Core(Fault::BeyondCutAccepted),
    Planted::StaleForm,
    Planted::Core(Fault::LazyContainer),
    Planted::ReusedActor,
    Planted::Core(Fault::OldWrap),
    Planted::Core(Fault::UnappliedAcknowledged),
    Planted::Core(Fault::CarriedDropped),
    Planted::LogSkipped,
    Planted::Core(Fault::ReceiptUnchecked),
];

impl Planted {
    /// The fault to plant into core, if it is one of core's.
    pub(crate) fn in_core(self) -> Option<Fault> {
        match self {
            Self::Core(fault) => Some(fault),
            _ => None,
        }
    }
}
