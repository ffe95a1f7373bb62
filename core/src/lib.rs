//! NET-Tawro's core: what is true about an association's records, without touching the world.
//!
#![doc = include_str!("../README.md")]
#![warn(missing_docs)]

#[cfg_attr(not(feature = "faults"), doc(hidden))]
pub mod faults;
pub mod id;
pub mod time;
pub mod crypto;
pub mod code;
pub mod text;
pub mod schema;
pub mod record;
pub mod command;
pub mod membership;
pub mod log;
pub mod wire;
pub mod sync;
pub mod replica;
pub mod indicator;
pub mod share;
pub mod programme;
