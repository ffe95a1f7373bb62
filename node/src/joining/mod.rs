//! Joining and leaving: to enrol at a hub, to invite, to join, to put out, to recover.

mod enrol;

mod invite;
pub use invite::{Invitation, Joiner};

mod join;
pub use join::{Joining, join, join_in};

mod order;

mod recover;
pub use recover::{Recovering, Recovery};

mod look;

use std::time::Duration;

/// How often a joiner looks whether it was admitted.
const LOOK_EVERY: Duration = Duration::from_millis(250);
