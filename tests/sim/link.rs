//! A stream between a machine and the hub: messages under way, in order, until it is cut.

use std::collections::VecDeque;

use tawro_core::id::SpaceId;
use tawro_core::replica::Peer;
use tawro_core::wire::{FrameReader, Message, Unpacker};
use tawro_hub::relay::PeerId;

use crate::world::Held;

/// One stream.
pub(crate) struct Link {
    /// Which of the hub's faces it leads to.
    pub(crate) face: usize,
    pub(crate) id: PeerId,
    pub(crate) peer: Peer,
    pub(crate) up: VecDeque<Message>,
    pub(crate) down: VecDeque<Message>,
    /// The hub ended it: what is before that still comes.
    pub(crate) ended: bool,
    /// Somebody on the way changed what was sent; from here on each side may call the other false.
    pub(crate) tampered: bool,
    /// Reads along what the machine sends.
    pub(crate) reader: Unpacker,
}

impl Link {
    pub(crate) fn new(face: usize, id: PeerId, peer: Peer, space: SpaceId) -> Self {
        Self {
            face,
            id,
            peer,
            up: VecDeque::new(),
            down: VecDeque::new(),
            ended: false,
            tampered: false,
            reader: Unpacker::new(space),
        }
    }

    pub(crate) fn is_quiet(&self) -> bool {
        self.up.is_empty() && self.down.is_empty() && !self.peer.wants_work()
    }
}

/// A message as it arrives: as bytes, read again.
pub(crate) fn travel(message: &Message) -> Held<Message> {
    let mut reader = FrameReader::new();
    reader.push(&message.to_frame());
    match reader.next_message() {
        Ok(Some(arrived)) if arrived == *message => Ok(arrived),
        other => Err(format!("a message arrives as another: {message:?} as {other:?}")),
    }
}
