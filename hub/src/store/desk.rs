//! The hub's front desk: tickets that let a space enrol, and letters left for an invitation.

use tawro_core::id::{DeviceId, InviteId, SpaceId};
use tawro_core::time::Timestamp;

use super::StoreFault;

/// A ticket: the hub's promise to take one space.
#[derive(Clone, PartialEq, Eq)]
pub struct Ticket {
    /// Names it without revealing the secret.
    pub id: InviteId,
    /// What the code carries and both sides prove to know.
    pub secret: [u8; 16],
    /// The operator's own label for it. It is shown to the operator and written in no log.
    pub name: String,
    /// When it was made.
    pub made: Timestamp,
    /// When it ends, if nobody used it.
    pub expires: Timestamp,
    /// The space that used it.
    pub used_by: Option<SpaceId>,
}

impl std::fmt::Debug for Ticket {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Ticket({}, used_by: {:?})", self.id.short(), self.used_by)
    }
}

/// What became of using a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TicketState {
    /// It is this space's now, or was already.
    Yours,
    /// Another space used it.
    Used,
    /// There is no such ticket.
    Unknown,
}

/// An invitation that the desk knows of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Invite {
    /// The space that invites.
    pub space: SpaceId,
    /// Whether somebody may still ask by it; not once it was used or closed.
    pub open: bool,
}

/// Something left for whoever holds an invitation: sealed, the hub cannot read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Which pigeonhole: the two sides of an invitation write to different ones.
    pub slot: u8,
    /// The sealed bytes.
    pub bytes: Vec<u8>,
}

/// Tickets, invitations and their letters.
///
/// Same contract as [`super::SpaceLog`]: idempotent, durable after its commit. Tickets are also read
/// and written by other processes on the same folder, so they are read at use and never remembered.
pub trait Desk {
    /// Keeps a ticket; one that is there stays as it is.
    fn ticket_keep(&mut self, ticket: &Ticket) -> Result<(), StoreFault>;
    /// A ticket by its id.
    fn ticket(&mut self, id: InviteId) -> Result<Option<Ticket>, StoreFault>;
    /// Gives a ticket to a space, unless another one has it.
    fn ticket_use(&mut self, id: InviteId, space: SpaceId) -> Result<TicketState, StoreFault>;
    /// Every ticket, oldest first.
    fn tickets(&mut self) -> Result<Vec<Ticket>, StoreFault>;

    /// States which invitations of a space are open and until when; all others of that space close.
    /// An end that is known is not moved.
    fn invites_set(&mut self, space: SpaceId, open: &[(InviteId, Timestamp)]) -> Result<(), StoreFault>;
    /// An invitation, open or closed, if it has not ended at this time.
    fn invite(&mut self, invite: InviteId, now: Timestamp) -> Result<Option<Invite>, StoreFault>;
    /// Leaves a letter in a slot of an invitation, in place of the one there. One that is closed
    /// keeps its letters until its end: who was let in may not have read the last one yet.
    fn letter_put(&mut self, invite: InviteId, letter: &Letter) -> Result<(), StoreFault>;
    /// The letters of an invitation, by slot.
    fn letters(&mut self, invite: InviteId) -> Result<Vec<Letter>, StoreFault>;
    /// Notes whose word recovers a space, in place of the key before.
    fn recovery_set(&mut self, space: SpaceId, key: DeviceId) -> Result<(), StoreFault>;
    /// The spaces that a recovery key recovers, by id. More than one only if somebody copied its
    /// public half into another space.
    fn recovery_spaces(&mut self, key: DeviceId) -> Result<Vec<SpaceId>, StoreFault>;
    /// Throws away invitations that ended before this time, with their letters.
    fn desk_tidy(&mut self, now: Timestamp) -> Result<(), StoreFault>;
}
