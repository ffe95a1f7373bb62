//! The relay: everything a hub decides, without socket, clock, dice or thread.
//!
//! A [`Relay`] owns a store and serves *peers*: one peer is one stream of one connection whose key
//! was proved. It is driven in turns:
//!
//! 1. [`Relay::handle`] takes any number of [`Event`]s,
//! 2. [`Relay::commit`] makes durable what they wrote: one flush of the disk for all of them,
//! 3. [`Relay::poll`] gives the [`Effect`]s until there are none.
//!
//! Effects are asked for after the commit and never before: what they promise is then true. When a
//! call fails, the store failed: everything since the last commit is forgotten, all peers are ended,
//! and the relay goes on with what the disk has. What one peer brought that no store can keep ends
//! that peer alone.
//!
//! ```
//! use tawro_core::crypto::DeviceSecret;
//! use tawro_core::id::DeviceId;
//! use tawro_core::wire::{Message, Refusal};
//! use tawro_hub::quota::Now;
//! use tawro_hub::relay::{Effect, Event, PeerId, Relay, Settings};
//! use tawro_hub::store::MemoryLog;
//!
//! let secret = DeviceSecret::from_bytes(&[7; 64]);
//! let mut relay = Relay::new(MemoryLog::new(), secret, Settings::new([1; 16]));
//! let (peer, now) = (PeerId(1), Now::default());
//! relay.handle(Event::Opened { peer, key: DeviceId([9; 32]) }, now)?;
//! relay.handle(Event::Received { peer, message: Message::Locate { hint: [0; 5] } }, now)?;
//! relay.commit(now)?;
//! let refused = Message::Refused(Refusal::NotHere);
//! assert_eq!(relay.poll(), Some(Effect::Send { peer, message: refused }));
//! assert_eq!(relay.poll(), None);
//! # Ok::<(), tawro_hub::store::StoreFault>(())
//! ```

mod ask;
mod deliver;
mod peer;
mod space;
mod turn;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use tawro_core::crypto::DeviceSecret;
use tawro_core::id::{DeviceId, InviteId, SpaceId};
use tawro_core::wire::{Message, Refusal};
use tawro_quic::close;

use self::peer::{Peer, Stage};
use self::space::Space;
use crate::quota::{Buckets, Now, Rate};
use crate::store::{Desk, SpaceLog, StoreFault};

/// Names a stream for as long as it lasts; the caller never uses one twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PeerId(pub u64);

/// What happened to a peer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A stream was opened on a connection whose other end proved this key.
    Opened {
        /// Its name from now on.
        peer: PeerId,
        /// The key.
        key: DeviceId,
    },
    /// A message came, in the order of the stream.
    Received {
        /// From whom.
        peer: PeerId,
        /// What.
        message: Message,
    },
    /// Messages of [`Effect::Send`] left for the network; without this a peer is sent one window only.
    Written {
        /// To whom.
        peer: PeerId,
        /// The sum of their [`size`]s.
        bytes: usize,
    },
    /// The stream is gone.
    Closed {
        /// Whose.
        peer: PeerId,
    },
}

/// What is to be done for a peer, in this order for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Send it this.
    Send {
        /// To whom.
        peer: PeerId,
        /// What.
        message: Message,
    },
    /// Read nothing from it for a while: it sent more than it may.
    Hold {
        /// Whom.
        peer: PeerId,
        /// For how long.
        millis: u64,
    },
    /// Send what is before this, then end its stream; with another code of [`tawro_quic::close`] than
    /// `DONE`, its connection.
    End {
        /// Whom.
        peer: PeerId,
        /// The code.
        code: u32,
    },
}

/// What an operator may set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Random bytes made once with the store; a restored copy keeps them, as the hub says what it holds.
    pub incarnation: [u8; 16],
    /// Entries of one space.
    pub entries: Rate,
    /// Bytes of entries of one space.
    pub bytes: Rate,
    /// Bytes of entries a space may have stored.
    pub stored_bytes_max: u64,
    /// Single questions and proposals of one key.
    pub asks: Rate,
}

impl Settings {
    /// What fits an association of a few laptops, with room for a first upload of years.
    pub fn new(incarnation: [u8; 16]) -> Self {
        Self {
            incarnation,
            entries: Rate {
                per_second: 50,
                burst: 20_000,
            },
            bytes: Rate {
                per_second: 512 << 10,
                burst: 256 << 20,
            },
            stored_bytes_max: 2 << 30,
            asks: Rate {
                per_second: 2,
                burst: 60,
            },
        }
    }
}

/// Everything a hub decides; see [the module](self).
pub struct Relay<S> {
    store: S,
    secret: DeviceSecret,
    settings: Settings,
    peers: BTreeMap<PeerId, Peer>,
    spaces: BTreeMap<SpaceId, Space>,
    /// Spaces whose logs or membership grew in this turn.
    grown: BTreeSet<SpaceId>,
    /// Somebody is promised something by what was written in this turn.
    promised: bool,
    asks: Buckets<DeviceId>,
    entries: Buckets<SpaceId>,
    bytes: Buckets<SpaceId>,
    noted_at_millis: u64,
    tidied_at_millis: u64,
    /// Peers for which there is a receipt or an acknowledgement to send.
    waiting: BTreeSet<PeerId>,
    effects: VecDeque<Effect>,
}

impl<S: SpaceLog + Desk> Relay<S> {
    /// A relay over a store, without a peer.
    pub fn new(store: S, secret: DeviceSecret, settings: Settings) -> Self {
        Self {
            store,
            secret,
            asks: Buckets::new(settings.asks),
            entries: Buckets::new(settings.entries),
            bytes: Buckets::new(settings.bytes),
            settings,
            peers: BTreeMap::new(),
            spaces: BTreeMap::new(),
            grown: BTreeSet::new(),
            promised: false,
            noted_at_millis: 0,
            tidied_at_millis: 0,
            waiting: BTreeSet::new(),
            effects: VecDeque::new(),
        }
    }

    /// The hub's key.
    pub fn key(&self) -> DeviceId {
        self.secret.id()
    }

    /// How many peers there are.
    pub fn peers(&self) -> usize {
        self.peers.len()
    }

    /// The store, for questions. What the relay knows of it must not be changed behind its back;
    /// tickets may.
    pub fn store(&mut self) -> &mut S {
        &mut self.store
    }

    /// The store, once the relay is not needed any more. What was not committed is gone.
    pub fn into_store(mut self) -> S {
        self.store.rollback();
        self.store
    }

    /// Takes one event.
    ///
    /// # Errors
    /// The store failed; see [the module](self).
    pub fn handle(&mut self, event: Event, now: Now) -> Result<(), StoreFault> {
        let (Event::Opened { peer: whose, .. }
        | Event::Received { peer: whose, .. }
        | Event::Written { peer: whose, .. }
        | Event::Closed { peer: whose }) = event;
        let done = match event {
            Event::Opened { peer, key } => {
                self.peers.insert(peer, Peer::new(key, now));
                Ok(())
            }
            Event::Received { peer, message } => self.received(peer, message, now),
            Event::Written { peer, bytes } => {
                if let Some(known) = self.peers.get_mut(&peer) {
                    known.unsent = known.unsent.saturating_sub(bytes);
                }
                self.pump(peer, now)
            }
            Event::Closed { peer } => {
                self.forget(peer);
                Ok(())
            }
        };
        self.blame(whose, done)
    }

    /// A fault of what one peer brought is that peer's end, and nobody else's.
    fn blame(&mut self, peer: PeerId, done: Result<(), StoreFault>) -> Result<(), StoreFault> {
        let done = match done {
            Err(StoreFault::Number { seq }) => {
                tracing::warn!(peer = peer.0, seq, "a peer brought a number no entry may have");
                let reread = self.reread(peer);
                self.end(peer, close::PROTOCOL);
                reread
            }
            done => done,
        };
        done.inspect_err(|_| self.start_over())
    }

    /// The heads of a peer's space as the store has them: what it brought was not kept.
    fn reread(&mut self, peer: PeerId) -> Result<(), StoreFault> {
        if let Some(Stage::Syncing(syncing)) = self.peers.get(&peer).map(|known| &known.stage)
            && let Some(space) = self.spaces.get_mut(&syncing.space)
        {
            let heads = self.store.heads(syncing.space)?.into_iter();
            space.heads = heads.map(|head| (head.log, head)).collect();
        }
        Ok(())
    }

    /// The next effect. Only between a commit and the next event.
    pub fn poll(&mut self) -> Option<Effect> {
        self.effects.pop_front()
    }

    /// Ends every peer with this code: the hub stops.
    pub fn end_all(&mut self, code: u32) {
        for peer in self.peers.keys().copied().collect::<Vec<_>>() {
            self.end(peer, code);
        }
    }

    fn received(&mut self, peer: PeerId, message: Message, now: Now) -> Result<(), StoreFault> {
        let Some(known) = self.peers.get(&peer) else {
            return Ok(());
        };
        match (&known.stage, message) {
            (Stage::New, Message::Hello(hello)) => self.greet(peer, hello, now),
            (Stage::New | Stage::Asking { .. }, message) => self.ask(peer, message, now),
            (Stage::Syncing(_), message) => self.session_message(peer, message, now),
        }
    }

    /// Sends to a peer, or ends one that does not read.
    fn send(&mut self, peer: PeerId, message: Message) {
        let Some(known) = self.peers.get_mut(&peer) else {
            return;
        };
        known.unsent += size(&message);
        if known.unsent > UNSENT_MAX {
            return self.end(peer, close::BUSY);
        }
        self.effects.push_back(Effect::Send { peer, message });
    }

    fn refuse(&mut self, peer: PeerId, refusal: Refusal) {
        self.send(peer, Message::Refused(refusal));
    }

    /// Ends a peer after what was sent to it.
    fn end(&mut self, peer: PeerId, code: u32) {
        if self.peers.contains_key(&peer) {
            self.forget(peer);
            self.effects.push_back(Effect::End { peer, code });
        }
    }

    fn forget(&mut self, peer: PeerId) {
        let Some(gone) = self.peers.remove(&peer) else {
            return;
        };
        self.waiting.remove(&peer);
        if let Stage::Syncing(syncing) = gone.stage
            && let Some(space) = self.spaces.get_mut(&syncing.space)
        {
            space.live.retain(|_, live| *live != peer);
        }
    }

    /// After the store failed: what was read from it may not be so.
    fn start_over(&mut self) {
        self.store.rollback();
        self.effects.clear();
        self.grown.clear();
        self.promised = false;
        self.end_all(close::BUSY);
        self.spaces.clear();
    }

    /// Tells whoever waits for a letter of this invitation that there is one.
    fn notify(&mut self, invite: InviteId, space: SpaceId) {
        let waiting = self.peers.iter().filter(|(_, peer)| match &peer.stage {
            Stage::Asking { waits_for } => *waits_for == Some(invite),
            Stage::Syncing(syncing) => syncing.space == space,
            Stage::New => false,
        });
        for peer in waiting.map(|(peer, _)| *peer).collect::<Vec<_>>() {
            self.send(peer, Message::Notify { topic: MAILBOX });
        }
    }
}

/// What a message counts for while it waits to be written: its bytes, about.
pub fn size(message: &Message) -> usize {
    match message {
        Message::Entries(bytes) => bytes.len() + FRAME_HEAD,
        Message::Membership { records, .. } => records.iter().map(|record| record.len() + FRAME_HEAD).sum(),
        Message::Receipt(receipt) => 128 + 56 * receipt.heads.len(),
        Message::Welcome(hello) => 256 + 64 * hello.have.len(),
        _ => 512,
    }
}

const FRAME_HEAD: usize = 8;
/// The topic of a letter in [`Message::Notify`].
const MAILBOX: u32 = 1;
/// What may wait to be written to one peer before it is ended. Entries stop long before this.
const UNSENT_MAX: usize = 8 << 20;
