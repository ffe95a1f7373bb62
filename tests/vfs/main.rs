//! The real stores over a disk that forgets what was not synced, tears what was under way, and fills up.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed step of a test ends it with its line"
)]

mod power;
mod shim;
mod node;
mod hub;
mod full;
