//! What the relay keeps of one peer.

use std::collections::{BTreeSet, VecDeque};

use tawro_core::id::{DeviceId, InviteId, LogId, SpaceId};
use tawro_core::sync::Session;

use crate::quota::Now;

/// One stream whose other end proved a key.
pub(super) struct Peer {
    /// The key.
    pub(super) key: DeviceId,
    /// What it is here for.
    pub(super) stage: Stage,
    /// What was sent and is not known to be written.
    pub(super) unsent: usize,
    /// When it opened its stream, or asked last.
    pub(super) heard_at_millis: u64,
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
    pub(super) fn new(key: DeviceId, now: Now) -> Self {
        Self {
            key,
            stage: Stage::New,
            unsent: 0,
            heard_at_millis: now.millis,
        }
    }

    /// Whether it has kept its stream for longer than it may without saying anything. Who exchanges a
    /// space belongs to it, and may be as quiet as it likes.
    pub(super) fn is_too_silent(&self, now: Now) -> bool {
        let silent = now.millis.saturating_sub(self.heard_at_millis);
        match self.stage {
            Stage::New => silent >= FIRST_WORD_MILLIS,
            Stage::Asking { .. } => silent >= NEXT_QUESTION_MILLIS,
            Stage::Syncing(_) => false,
        }
    }

    /// Whether more of what can wait may be sent.
    pub(super) fn has_room(&self) -> bool {
        self.unsent < WINDOW
    }
}

/// How long a stream may be open before its first message.
const FIRST_WORD_MILLIS: u64 = 10_000;
/// How long a stream is kept for the next question, or for a letter to come. Whoever waits for one asks
/// again long before.
const NEXT_QUESTION_MILLIS: u64 = 3_600_000;
/// What may wait to be written before questions to the store go unanswered.
const WINDOW: usize = 512 << 10;
