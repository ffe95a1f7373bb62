//! The house rules as tests: each rule reads the project's own files, and is shown able to fail.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what it expects and stops there"
)]

mod source;
mod arrows;
mod places;
mod size;
mod packages;
mod papers;
mod guide;
