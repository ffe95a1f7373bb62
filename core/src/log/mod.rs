//! The encrypted log: entries that are sealed, signed and chained, and never read here.
//!
//! A *log* is one incarnation of one device: a chain of [`Entry`]s with contiguous numbers from 0.
//! An entry is a signed [`Header`] and a ciphertext; what is inside is a [`Batch`] of opaque items.
//! Nothing in this module knows what a record is, and the hub, which has no key, uses the same code
//! to decide whether an entry may stand ([`check`]).

mod batch;
mod bytes;
mod check;
mod entry;
mod fork;
mod head;
mod header;
mod receipt;
#[cfg(test)]
mod tests;
pub mod version;

pub(crate) use batch::{BODY_MAX, CHANGE};
pub use batch::{Batch, BatchFault, Item, PLAINTEXT_MAX, fits, pack_up};
pub(crate) use bytes::{Reader, put_varint};
pub use check::{EntryFault, check};
pub use entry::{CIPHERTEXT_MAX, Entry, OpenFault, Seal};
pub use fork::{ForkProof, NoFork, SignedHeader};
pub use head::{LogHead, Place, place};
pub use header::{Header, Opening};
pub use receipt::Receipt;

use thiserror::Error;

/// How many logs one device may ever open: a device that needs more is copying itself.
pub const LOGS_PER_DEVICE_MAX: usize = 64;

/// How many logs a space may have, and with it the longest HAVE.
pub const LOGS_MAX: usize = 4_096;

/// The last number an entry may have: at one a second, a log is full after 136 years. Engines make
/// the place of an entry of its log and 32 bits.
pub const SEQ_MAX: u64 = u32::MAX as u64;

/// The bytes are not what they should be: cut short, too long, or with fields that contradict each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("malformed bytes")]
pub struct Malformed;
