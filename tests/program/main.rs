//! The program as people run it: real processes, real folders, real sockets.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what it expects and stops there"
)]

mod run;
mod sheets;
mod clock;
mod demo;
mod journal;
mod indicators;
mod kind;
mod leaving;
mod luck;
mod merging;
mod pages;
mod period;
mod programme;
mod recount;
mod refusals;
mod speech;
mod statistics;
