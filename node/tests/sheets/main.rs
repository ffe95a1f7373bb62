//! Sheets in and out, through the public door, over files as volunteers keep them.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on should say where"
)]

mod exporting;
mod generated;
mod habits;
mod importing;
mod kinds;
mod layouts;
mod ods;
mod people;
mod reading;
mod world;
