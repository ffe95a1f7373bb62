//! The association's pages over a real socket: who is let in, what is refused, what is never lost.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed step of a test ends it with its line"
)]

mod guards;

mod roles;

mod files;

mod help;

mod kept;

mod examples;

mod writing;

mod pages;

mod pseudo;

mod papers;

mod presence;

mod consents;

mod own;

mod programme;

mod leaves;

mod news;

mod same;

mod dashboard;
