//! What holds of numbers on their way out, by example and by random cases.

#![allow(clippy::unwrap_used, clippy::panic)]

mod audit;
mod audited;
mod contribution;
mod family;
mod linear;
mod period;
mod publish;
mod sample;
#[cfg(feature = "prio3")]
mod shares;
mod task;
mod travel;
