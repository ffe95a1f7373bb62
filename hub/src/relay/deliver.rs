//! What a session asks for and brings: entries and records in, pages out.

use std::collections::BTreeSet;

use tawro_core::id::LogId;
use tawro_core::log::{Entry, EntryFault, ForkProof, check};
use tawro_core::membership::MemberRecord;
use tawro_core::sync::{Closing, Input, Output};
use tawro_core::wire::{Message, Proposed, Refusal};
use tawro_quic::close;

use super::peer::{Fetch, Stage, Syncing};
use super::space::Space;
use super::{Effect, PeerId, Relay};
use crate::membership;
use crate::quota::Now;
use crate::store::{Ack, Appended, Desk, Fork, Sealed, SpaceLog, StoreFault};

impl<S: SpaceLog + Desk> Relay<S> {
    /// Feeds a message to a session.
    pub(super) fn session_message(
        &mut self,
        peer: PeerId,
        message: Message,
        now: Now,
    ) -> Result<(), StoreFault> {
        self.session_input(peer, Input::Frame(message), now)
    }

    /// Feeds a session, and does what it then wants.
    pub(super) fn session_input(&mut self, peer: PeerId, input: Input, now: Now) -> Result<(), StoreFault> {
        let Some((_, syncing)) = self.syncing(peer) else {
            return Ok(());
        };
        if let Err(fault) = syncing.session.handle(input) {
            let space = syncing.space;
            tracing::warn!(peer = peer.0, space = %space.short(), %fault, "a peer broke the protocol");
        }
        self.pump(peer, now)
    }

    /// Does what a session wants. Its questions to the store wait until there is room on the stream.
    pub(super) fn pump(&mut self, peer: PeerId, now: Now) -> Result<(), StoreFault> {
        while let Some(known) = self.peers.get_mut(&peer) {
            let has_room = known.has_room();
            let Stage::Syncing(syncing) = &mut known.stage else {
                break;
            };
            if let Some(output) = syncing.session.poll() {
                self.output(peer, output, now)?;
            } else if has_room && let Some(fetch) = syncing.fetches.pop_front() {
                self.answer(peer, fetch)?;
            } else {
                break;
            }
        }
        Ok(())
    }

    fn output(&mut self, peer: PeerId, output: Output, now: Now) -> Result<(), StoreFault> {
        match output {
            Output::Send(message) => self.send(peer, message),
            Output::Fetch { log, from, max_bytes } => {
                self.fetch_later(peer, Fetch::Entries { log, from, max_bytes });
            }
            Output::FetchMembers { from, max_bytes } => {
                self.fetch_later(peer, Fetch::Members { from, max_bytes });
            }
            Output::Deliver { entries } => self.deliver(peer, entries, now)?,
            Output::DeliverMembers(records) => self.deliver_members(peer, &records)?,
            Output::Proposal { id, record } => self.proposal(peer, id, &record, now)?,
            Output::Acked { log, stored, applied } => self.acked(peer, log, stored, applied, now),
            Output::Forked(proof) => self.forked(peer, &proof)?,
            Output::Ready => self.ready(peer),
            Output::Close(closing) => self.closed(peer, closing),
            // A hub writes no log and keeps no checkpoint yet; what a device says of others, or asks
            // it to look at, is nothing to it.
            Output::Peer { .. }
            | Output::PeerHave(_)
            | Output::PeerAhead { .. }
            | Output::NeedCheckpoint { .. }
            | Output::CheckpointWanted { .. }
            | Output::Receipt(_)
            | Output::PeerAcks(_)
            | Output::Proposed { .. }
            | Output::Notified { .. } => {}
        }
        Ok(())
    }

    fn syncing(&mut self, peer: PeerId) -> Option<(&mut Space, &mut Syncing)> {
        let Stage::Syncing(syncing) = &mut self.peers.get_mut(&peer)?.stage else {
            return None;
        };
        Some((self.spaces.get_mut(&syncing.space)?, syncing))
    }

    fn fetch_later(&mut self, peer: PeerId, fetch: Fetch) {
        if let Some((_, syncing)) = self.syncing(peer) {
            syncing.fetches.push_back(fetch);
        }
    }

    fn answer(&mut self, peer: PeerId, fetch: Fetch) -> Result<(), StoreFault> {
        let Some((space, syncing)) = self.syncing(peer) else {
            return Ok(());
        };
        let (id, head) = (syncing.space, space.membership.head());
        let input = match fetch {
            Fetch::Entries { log, from, max_bytes } => {
                let entries = self.store.range(id, log, from, max_bytes)?;
                let entries = entries.iter().map(|bytes| Entry::from_bytes(bytes));
                let entries = entries
                    .collect::<Result<_, _>>()
                    .map_err(|_| StoreFault::Damaged(None))?;
                Input::Fetched { log, entries }
            }
            Fetch::Members { from, max_bytes } => {
                let mut left = max_bytes;
                let records = self.store.membership_since(id, from)?.into_iter().enumerate();
                let records = records.take_while(|(place, record)| {
                    let fits = *place == 0 || record.len() <= left;
                    left = left.saturating_sub(record.len());
                    fits
                });
                Input::Members {
                    from,
                    records: records.map(|(_, record)| record).collect(),
                    head,
                }
            }
        };
        if let Some((_, syncing)) = self.syncing(peer)
            && let Err(fault) = syncing.session.handle(input)
        {
            tracing::warn!(peer = peer.0, space = %id.short(), %fault, "a peer broke the protocol");
        }
        Ok(())
    }

    /// Checks entries one by one, stores those that may stand, and says which do not.
    fn deliver(&mut self, peer: PeerId, entries: Vec<Entry>, now: Now) -> Result<(), StoreFault> {
        let settings = &self.settings;
        let Stage::Syncing(syncing) = (match self.peers.get_mut(&peer) {
            Some(known) => &mut known.stage,
            None => return Ok(()),
        }) else {
            return Ok(());
        };
        let id = syncing.space;
        let Some(space) = self.spaces.get_mut(&id) else {
            return Ok(());
        };
        let weight: u64 = entries.iter().map(|entry| entry.weight() as u64).sum();
        if space.bytes + weight > settings.stored_bytes_max {
            tracing::warn!(space = %id.short(), stored = space.bytes, "a space is full");
            self.refuse(peer, Refusal::Quota);
            self.end(peer, close::BUSY);
            return Ok(());
        }
        let count = entries.len() as u64;
        let millis = self
            .entries
            .take(id, count, now)
            .max(self.bytes.take(id, weight, now));
        let (batch, refused) = space.judge(entries, &mut syncing.receipt_for);
        if !batch.is_empty() {
            let answers = self.store.append(id, &batch)?;
            if answers.iter().any(|answer| *answer != Appended::Stored) {
                // The heads came from this store, which has this one writer.
                return Err(StoreFault::Damaged(None));
            }
            space.bytes += batch.iter().map(|entry| entry.bytes.len() as u64).sum::<u64>();
            self.grown.insert(id);
        }
        tracing::debug!(space = %id.short(), entries = count, stored = batch.len(), bytes = weight, "entries");
        self.waiting.insert(peer);
        if millis > 0 {
            self.effects.push_back(Effect::Hold { peer, millis });
        }
        for (entry, fault) in refused {
            tracing::info!(space = %id.short(), log = %entry.header.log.short(), seq = entry.header.seq, %fault, "an entry does not stand");
            if let Some((_, syncing)) = self.syncing(peer)
                && let Err(fault) = syncing.session.handle(Input::Rejected {
                    entry: Box::new(entry),
                    fault,
                })
            {
                tracing::warn!(peer = peer.0, space = %id.short(), %fault, "a peer broke the protocol");
            }
        }
        Ok(())
    }

    /// Takes in records that this hub has sequenced and lost: devices bring them back.
    fn deliver_members(&mut self, peer: PeerId, records: &[Vec<u8>]) -> Result<(), StoreFault> {
        for bytes in records {
            let Stage::Syncing(syncing) = (match self.peers.get(&peer) {
                Some(known) => &known.stage,
                None => return Ok(()),
            }) else {
                return Ok(());
            };
            let id = syncing.space;
            let Some(space) = self.spaces.get_mut(&id) else {
                return Ok(());
            };
            let taken = match MemberRecord::from_bytes(bytes) {
                Ok(record) if space.membership.hash_at(record.position()) == Some(record.hash()) => continue,
                Ok(record) => membership::append(&mut self.store, &mut space.membership, &record)?,
                Err(_) => Proposed::Refused(tawro_core::wire::ProposalRefusal::Malformed),
            };
            match taken {
                Proposed::Accepted { position, .. } => {
                    tracing::warn!(space = %id.short(), position, "a device brought back a record that was lost here");
                    self.grown.insert(id);
                }
                Proposed::Refused(_) => {
                    tracing::warn!(space = %id.short(), "a record that does not hold");
                    self.end(peer, close::PROTOCOL);
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    fn proposal(&mut self, peer: PeerId, id: u32, record: &[u8], now: Now) -> Result<(), StoreFault> {
        let Some(known) = self.peers.get(&peer) else {
            return Ok(());
        };
        let Stage::Syncing(syncing) = &known.stage else {
            return Ok(());
        };
        let millis = self.asks.take(known.key, 1, now);
        let space_id = syncing.space;
        let Some(space) = self.spaces.get_mut(&space_id) else {
            return Ok(());
        };
        let heads = space.heads();
        let result = membership::order(
            &mut self.store,
            &mut space.membership,
            &heads,
            record,
            &self.secret,
            now.clock,
        )?;
        match result {
            Proposed::Accepted { position, .. } => {
                tracing::info!(space = %space_id.short(), position, "a membership record was ordered");
                self.grown.insert(space_id);
            }
            Proposed::Refused(refusal) => {
                tracing::info!(space = %space_id.short(), ?refusal, "a membership record was refused");
            }
        }
        if millis > 0 {
            self.effects.push_back(Effect::Hold { peer, millis });
        }
        if let Some((_, syncing)) = self.syncing(peer) {
            // A local answer: only what a peer sent can be a fault.
            let _ = syncing.session.handle(Input::Proposed { id, result });
        }
        Ok(())
    }

    /// Notes what a device says it has; the others are told.
    fn acked(&mut self, peer: PeerId, log: LogId, stored: u64, applied: Option<u64>, now: Now) {
        let Some(device) = self.peers.get(&peer).map(|known| known.key) else {
            return;
        };
        let Some((space, syncing)) = self.syncing(peer) else {
            return;
        };
        let id = syncing.space;
        let ack = Ack {
            device,
            log,
            stored: Some(stored),
            applied,
        };
        let Some(visit) = space.visits.get_mut(&device) else {
            return;
        };
        visit.at = now.clock;
        let before = space.acks.entry(device).or_default().insert(log, ack);
        if before == Some(ack) {
            return;
        }
        space.noted.insert((device, log));
        space.noted_visits.insert(device);
        let others = space.live.iter().filter(|(other, _)| **other != device);
        for other in others.map(|(_, other)| *other).collect::<Vec<_>>() {
            if let Some((_, syncing)) = self.syncing(other).filter(|(_, syncing)| syncing.space == id) {
                syncing.acks_of.insert(device);
                self.waiting.insert(other);
            }
        }
    }

    /// A peer was read whole: it gets a receipt for its own logs, as the last one may have been lost,
    /// and what is known of the others.
    fn ready(&mut self, peer: PeerId) {
        let Some(device) = self.peers.get(&peer).map(|known| known.key) else {
            return;
        };
        let Some((space, syncing)) = self.syncing(peer) else {
            return;
        };
        let own = space.heads.values().filter(|head| head.device == device);
        syncing.receipt_for.extend(own.map(|head| head.log));
        syncing
            .acks_of
            .extend(space.visits.keys().filter(|other| **other != device));
        self.waiting.insert(peer);
    }

    fn forked(&mut self, peer: PeerId, proof: &ForkProof) -> Result<(), StoreFault> {
        let Some((_, syncing)) = self.syncing(peer) else {
            return Ok(());
        };
        let id = syncing.space;
        let (log, seq) = (proof.log(), proof.seq());
        tracing::warn!(space = %id.short(), log = %log.short(), seq, "a device was copied or rolled back");
        let ours = proof.ours.to_bytes();
        let mut bytes = (ours.len() as u32).to_le_bytes().to_vec();
        bytes.extend_from_slice(&ours);
        bytes.extend_from_slice(&proof.theirs.to_bytes());
        self.promised = true;
        self.store.fork_keep(
            id,
            &Fork {
                log,
                seq,
                proof: bytes,
            },
        )
    }

    fn closed(&mut self, peer: PeerId, closing: Closing) {
        let code = match closing {
            Closing::Done | Closing::PeerDone | Closing::Refused(_) => close::DONE,
            Closing::RefusedPeer(_) => close::REFUSED,
            Closing::MembershipSplit { position } => {
                tracing::error!(
                    peer = peer.0,
                    position,
                    "a device knows another membership than this hub"
                );
                close::PROTOCOL
            }
            Closing::Fault(_) => close::PROTOCOL,
        };
        self.end(peer, code);
    }
}

impl Space {
    /// Decides which entries stand, in order; those that do become heads at once.
    fn judge(
        &mut self,
        entries: Vec<Entry>,
        logs: &mut BTreeSet<LogId>,
    ) -> (Vec<Sealed>, Vec<(Entry, EntryFault)>) {
        let mut batch = Vec::with_capacity(entries.len());
        let mut refused: Vec<(Entry, EntryFault)> = Vec::new();
        for entry in entries {
            let log = entry.header.log;
            if refused.iter().any(|(first, _)| first.header.log == log) {
                continue;
            }
            match check(&entry, self.heads.get(&log), &self.membership) {
                Ok(head) => {
                    self.heads.insert(log, head);
                    logs.insert(log);
                    batch.push(Sealed {
                        head,
                        prev: entry.header.prev,
                        bytes: entry.to_bytes(),
                    });
                }
                Err(EntryFault::Duplicate) => _ = logs.insert(log),
                Err(fault) => refused.push((entry, fault)),
            }
        }
        (batch, refused)
    }
}
