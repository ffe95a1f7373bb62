//! The life of a period, with associations and numbers that do not exist.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what it expects and stops there"
)]

mod exported;
mod life;
mod reports;
mod sample;
mod sheets;
mod years;
