//! What the relay keeps of one peer.

use std::collections::{BTreeSet, VecDeque};

use tawro_core::id::{DeviceId, InviteId, LogId, SpaceId};
use tawro_core::sync::Session;

/// One stream whose other end proved a key.
pub(super) struct Peer {
    /// The key.
    pub(super) key: DeviceId,
    /// What it is here for.
    pub(super) stage: Stage,
    /// What was sent and is not known to be written.
    pub(super) unsent: usize,
}

/// What a peer is here for: its first message says so.
pub(super) enum Stage {
    /// Not said yet.
    New,
    /// It asks single questions.
    Asking {
        /// The invitation whose letters it asked for last.
        waits_for: Option<InviteId>,
    },
    /// It exchanges a space.
    Syncing(Box<Syncing>),
}

/// A session and what waits for room on the stream.
pub(super) struct Syncing {
    pub(super) space: SpaceId,
    pub(super) session: Session,
    pub(super) incarnation: [u8; 16],
    /// Questions of the session that are answered when what was sent before is written.
    pub(super) fetches: VecDeque<Fetch>,
    /// Logs it brought something of since its last receipt.
    pub(super) receipt_for: BTreeSet<LogId>,
    /// When it was last told what others acknowledged.
    pub(super) acks_at_millis: Option<u64>,
    /// Devices that acknowledged something since it was last told of them.
    pub(super) acks_of: BTreeSet<DeviceId>,
}

/// A question of the session to the store.
pub(super) enum Fetch {
    /// For entries.
    Entries { log: LogId, from: u64, max_bytes: usize },
    /// For membership records.
    Members { from: u32, max_bytes: usize },
}

impl Peer {
    pub(super) fn new(key: DeviceId) -> Self {
        Self {
            key,
            stage: Stage::New,
            unsent: 0,
        }
    }

    /// Whether more of what can wait may be sent.
    pub(super) fn has_room(&self) -> bool {
        self.unsent < WINDOW
    }
}

/// What may wait to be written before questions to the store go unanswered.
const WINDOW: usize = 512 << 10;
