//! End to end: real nodes and a real hub over real sockets, on loopback.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed step of a test ends it with its line"
)]

mod decisions;
mod joining;
mod sheets;
mod own;
mod copies;
mod egress;
mod search;
mod unsealed;
mod refused;
mod staying;
mod statistics;
mod counted;
mod pages;
mod programme;
