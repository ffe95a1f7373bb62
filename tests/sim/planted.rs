//! The faults that the simulation must find.

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
}

/// All of them.
pub(crate) const ALL: [Planted; 5] = [
    Planted::AckBeforeCommit,
    Planted::NoWitness,
    Planted::StaleForm,
    Planted::ReusedActor,
    Planted::LogSkipped,
];
