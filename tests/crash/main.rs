//! Real processes over real sockets, killed at random moments: what was acknowledged stays.
//!
//! `cargo test -p tawro-tests --test crash` does ten rounds; `TAWRO_CRASH_ROUNDS=200` does more, and
//! `TAWRO_CRASH_SEED` plays other moments.
#![allow(clippy::print_stdout, reason = "the rounds tell their figures")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed step of a test ends it with its line"
)]

mod child;
mod process;
mod rounds;
