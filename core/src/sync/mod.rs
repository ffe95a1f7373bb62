//! The exchange of one space between two peers, as a state machine without clock, dice or socket.
//!
//! One [`Session`] serves one stream: between a device and a hub, or between two devices. Whoever
//! opened the stream is [`Side::Node`] and says `Hello`; the other is [`Side::Hub`] and, having let
//! the peer in, says `Welcome`. Both carry what their sender holds, which is also what it wants:
//! each side then streams at once what the other lacks, membership before entries, and the session
//! stays open for what comes later.
//!
//! What decides is in pure functions beside the machine: [`plan`] for what is lacking,
//! [`crate::log::place`] for how an entry stands to its log.
//!
//! # How it is driven
//!
//! Everything goes in by [`Session::handle`] and comes out by [`Session::poll`]. After every
//! `handle`, poll until there is nothing left. An output that asks ([`Output::Fetch`],
//! [`Output::FetchMembers`]) is answered by the input of that name. What is delivered is checked
//! with [`crate::log::check`], stored, and only after the commit told as [`Input::Durable`], with
//! the heads of *all* logs: it releases acknowledgements, and what is new goes to the peer. Whoever
//! commits for another reason (a sealed entry, another session) tells it to every session likewise.
//!
//! ```
//! use tawro_core::sync::{Input, Output, PeerFault, Session};
//! use tawro_core::wire::Message;
//!
//! /// Feeds one message and returns what is to be written to the stream, in order.
//! fn turn(session: &mut Session, received: Message) -> Result<Vec<u8>, PeerFault> {
//!     let mut stream = Vec::new();
//!     session.handle(Input::Frame(received))?;
//!     while let Some(output) = session.poll() {
//!         match output {
//!             Output::Send(message) => stream.extend(message.to_frame()),
//!             Output::Deliver { entries } => { /* check, store, then handle(Input::Durable { .. }) */ }
//!             Output::Close(_) => break,
//!             _ => {}
//!         }
//!     }
//!     Ok(stream)
//! }
//! ```
//!
//! # What is bounded
//!
//! At most 4 MiB are on their way without being acknowledged; at most 8 MiB or 1,024 entries wait
//! for membership; at most four fetches are under way; a peer that exceeds what a correct peer can
//! send is closed. A slow peer costs its window, nobody else's.

mod api;
mod fault;
mod forks;
mod incoming;
mod members;
mod open;
mod outgoing;
mod plan;
mod progress;
mod session;
#[cfg(test)]
mod tests;

pub use crate::wire::Have;
pub use api::{Input, Local, Output, Side};
pub use fault::{Closing, PeerFault};
pub use plan::{Held, Plan, plan};
pub use session::Session;
