//! The end of a turn: one commit, and then everybody is told what is true now.

use std::collections::BTreeSet;

use tawro_core::id::{DeviceId, SpaceId};
use tawro_core::log::Receipt;
use tawro_core::sync::Input;
use tawro_core::wire::Refusal;
use tawro_quic::close;

use super::peer::Stage;
use super::{PeerId, Relay};
use crate::quota::Now;
use crate::store::{Desk, SpaceLog, StoreFault};

impl<S: SpaceLog + Desk> Relay<S> {
    /// Makes the turn durable and tells everybody concerned. Costs a flush of the disk only if
    /// somebody is promised something, or once a second for what is merely noted.
    ///
    /// # Errors
    /// The store failed; see [the module](super).
    pub fn commit(&mut self, now: Now) -> Result<(), StoreFault> {
        self.commit_turn(now).inspect_err(|_| self.start_over())
    }

    fn commit_turn(&mut self, now: Now) -> Result<(), StoreFault> {
        let due = now.millis.saturating_sub(self.noted_at_millis) >= NOTES_MILLIS;
        if due {
            self.tidy(now)?;
            self.end_silent(now);
        }
        let mut write = due || std::mem::take(&mut self.promised);
        // More than once only if membership released entries that had waited for it.
        while write || !self.grown.is_empty() {
            write = false;
            self.noted_at_millis = now.millis;
            self.write_notes()?;
            self.store.commit()?;
            for space in std::mem::take(&mut self.grown) {
                self.tell(space, now)?;
            }
        }
        if self.spaces.len() > SPACES_IDLE_MAX {
            self.spaces
                .retain(|_, space| !space.live.is_empty() || !space.noted_visits.is_empty());
        }
        self.flush(now)
    }

    /// Acknowledgements and visits promise nothing, so they ride on the next commit. Not written
    /// before: a transaction left open would keep other processes waiting.
    fn write_notes(&mut self) -> Result<(), StoreFault> {
        for (id, space) in &mut self.spaces {
            for device in std::mem::take(&mut space.noted_visits) {
                if let Some(visit) = space.visits.get(&device) {
                    self.store.visit_keep(*id, visit)?;
                }
            }
            for (device, log) in std::mem::take(&mut space.noted) {
                if let Some(ack) = space.acks.get(&device).and_then(|acks| acks.get(&log)) {
                    self.store.ack_keep(*id, ack)?;
                }
            }
        }
        Ok(())
    }

    fn tidy(&mut self, now: Now) -> Result<(), StoreFault> {
        if now.millis.saturating_sub(self.tidied_at_millis) >= TIDY_MILLIS {
            self.tidied_at_millis = now.millis;
            self.store.desk_tidy(now.clock)?;
        }
        Ok(())
    }

    /// Strangers who say nothing keep no connection: there are only so many.
    fn end_silent(&mut self, now: Now) {
        let silent = self.peers.iter().filter(|(_, peer)| peer.is_too_silent(now));
        for peer in silent.map(|(peer, _)| *peer).collect::<Vec<_>>() {
            tracing::debug!(peer = peer.0, "a stream was silent for too long");
            self.end(peer, close::BUSY);
        }
    }

    /// A space grew: who may not be here any more is ended, the others hear of it.
    fn tell(&mut self, id: SpaceId, now: Now) -> Result<(), StoreFault> {
        let Some(space) = self.spaces.get(&id) else {
            return Ok(());
        };
        let (heads, head) = (space.heads(), space.membership.head());
        let live: Vec<(DeviceId, PeerId)> = space.live.iter().map(|(key, peer)| (*key, *peer)).collect();
        let gone: BTreeSet<DeviceId> = live
            .iter()
            .map(|(key, _)| *key)
            .filter(|key| !space.admits(key))
            .collect();
        for (key, peer) in live {
            if gone.contains(&key) {
                tracing::info!(device = %key.short(), space = %id.short(), "does not belong any more");
                self.refuse(peer, Refusal::NotHere);
                self.end(peer, close::REFUSED);
                continue;
            }
            // Without the records: a session that lacks them asks.
            self.session_input(
                peer,
                Input::Members {
                    from: head.0 + 1,
                    records: Vec::new(),
                    head,
                },
                now,
            )?;
            let durable = Input::Durable {
                heads: heads.clone(),
                applied: Vec::new(),
            };
            self.session_input(peer, durable, now)?;
        }
        Ok(())
    }

    /// Sends receipts and acknowledgements to whoever has room for them.
    fn flush(&mut self, now: Now) -> Result<(), StoreFault> {
        for peer in std::mem::take(&mut self.waiting) {
            let Some(known) = self.peers.get_mut(&peer) else {
                continue;
            };
            if !known.has_room() {
                self.waiting.insert(peer);
                continue;
            }
            let Stage::Syncing(syncing) = &mut known.stage else {
                continue;
            };
            let Some(space) = self.spaces.get(&syncing.space) else {
                continue;
            };
            if !syncing.session.is_ready() {
                self.waiting.insert(peer);
                continue;
            }
            let logs = std::mem::take(&mut syncing.receipt_for);
            let heads = logs.iter().filter_map(|log| space.heads.get(log));
            let heads: Vec<_> = heads.map(|head| (head.log, head.seq, head.hash)).collect();
            let mut inputs = Vec::new();
            if !heads.is_empty() {
                inputs.push(Input::Receipt(Receipt::sign(
                    syncing.space,
                    heads,
                    &self.secret,
                    now.clock,
                )));
            }
            let told = syncing.acks_at_millis;
            if told.is_none_or(|told| now.millis.saturating_sub(told) >= ACKS_MILLIS) {
                for device in std::mem::take(&mut syncing.acks_of) {
                    inputs.extend(space.peer_acks(device).map(Input::PeerAcks));
                    syncing.acks_at_millis = Some(now.millis);
                }
            } else if !syncing.acks_of.is_empty() {
                self.waiting.insert(peer);
            }
            for input in inputs {
                self.session_input(peer, input, now)?;
            }
        }
        Ok(())
    }
}

/// How long what is merely noted may wait to be written.
const NOTES_MILLIS: u64 = 1_000;
/// How often a peer is told what others acknowledged: while two people type, each keystroke of one
/// need not tell the other that the last one arrived.
const ACKS_MILLIS: u64 = 1_000;
/// How often ended invitations are thrown away.
const TIDY_MILLIS: u64 = 60_000;
/// Spaces kept in memory though nobody of them is here.
const SPACES_IDLE_MAX: usize = 256;
