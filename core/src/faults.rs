//! Planted faults: what the simulation must be able to find, or its silence would mean nothing.
//!
//! Each fault is one line at the one place that does the thing right. Only with the feature `faults`,
//! which nothing that ships turns on, can one be planted; without it the lines compile to nothing.

/// One thing done wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// An entry is taken though those before it are missing.
    GapAccepted,
    /// An entry is taken though it lies beyond its author's cut.
    BeyondCutAccepted,
    /// A long text's object is made by whoever first writes it, not by the seed that all share.
    LazyContainer,
    /// A device is let in with the wrap of an older key.
    OldWrap,
    /// Entries that could not be read or applied are acknowledged as applied.
    UnappliedAcknowledged,
    /// What an excluded device wrote, and others built upon, is dropped and not carried on.
    CarriedDropped,
    /// A receipt counts whoever signed it.
    ReceiptUnchecked,
    /// An entry's ciphertext is its plaintext. Not in a build without debug assertions, as every release
    /// is: there it cannot be planted, feature or not.
    Unsealed,
}

#[cfg(feature = "faults")]
mod planting {
    use std::cell::Cell;

    use super::Fault;

    thread_local! {
        static PLANTED: Cell<Option<Fault>> = const { Cell::new(None) };
    }

    /// Plants a fault into everything that this thread does from now on, or takes it out again.
    pub fn plant(fault: Option<Fault>) {
        PLANTED.set(fault);
    }

    /// Whether this fault is planted here.
    pub(crate) fn planted(fault: Fault) -> bool {
        PLANTED.get() == Some(fault) && (cfg!(debug_assertions) || fault != Fault::Unsealed)
    }
}

#[cfg(feature = "faults")]
pub use planting::plant;
#[cfg(feature = "faults")]
pub(crate) use planting::planted;

/// Never, in what ships.
#[cfg(not(feature = "faults"))]
pub(crate) const fn planted(_: Fault) -> bool {
    false
}
