//! The relay of YES: stores what it cannot read, orders membership, hands out receipts.
#![warn(missing_docs)]

pub mod store;
