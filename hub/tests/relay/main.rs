//! The relay with real replicas around it: no socket, no disk, no clock, every turn by hand.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may stop where it stands"
)]

mod asking;
mod harness;
mod members;
mod syncing;
mod trouble;
