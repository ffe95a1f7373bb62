//! What several of the proofs share.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed step of a test ends it with its line"
)]

pub mod board;
pub mod gauge;
pub mod inside;
pub mod listing;
pub mod place;
pub mod visit;
pub mod tap;
