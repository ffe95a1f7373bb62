//! What a peer shows: of this device's own logs, of what the hub signed for, of what others have seen.
//!
//! What a peer merely claims costs this device nothing but patience. It leaves its log, or goes back
//! in it, only for what it signed itself: an entry of its own, or two headers that contradict each other.

use std::collections::BTreeMap;

use rand_core::CryptoRng;

use crate::id::{EntryHash, LogId};
use crate::log::ForkProof;
use crate::membership::Allowance;
use crate::replica::peer::Peer;
use crate::replica::received::{Notice, Received};
use crate::replica::store::{Store, StoreFault};
use crate::replica::{Replica, ReplicaFault};

/// Entries that somebody has seen and that are not here: the number by its log.
const SEEN: &str = "seen/";

impl Replica {
    /// What the peer knows of our own logs that we do not. Returns a log to go back in.
    pub(super) fn look_at_own_logs(
        &mut self,
        peer: &mut Peer,
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<Option<LogId>, ReplicaFault> {
        let own = self.device();
        let mut forked = None;
        for proof in std::mem::take(&mut peer.forks) {
            let log = proof.log();
            if self.heads.get(&log).is_none_or(|head| head.device != own) {
                store.put(
                    &format!("fork/{log}"),
                    Some(&[proof.ours.to_bytes(), proof.theirs.to_bytes()].concat()),
                )?;
            } else if !self.is_settled(&proof, store)? {
                self.doubt_receipt(log, proof.seq(), store)?;
                forked = Some(log);
            }
        }
        if let Some((log, seq)) = peer.ahead.take() {
            peer.was_behind = true;
            // Where it claims another branch, no number settles it: the proof does, by ending the session.
            let another = self.heads.get(&log).is_some_and(|head| head.seq >= seq);
            peer.claimed = Some((log, if another { u64::MAX } else { seq }));
            self.doubt_journal(dice, store)?;
        }
        Ok(forked)
    }

    /// The peer's membership contradicts ours at the last position that it knows.
    pub(super) fn look_for_split(&self, peer: &mut Peer) -> Option<Notice> {
        let (position, theirs) = peer.membership.take()?;
        let ours = self.membership.hash_at(position)?;
        (ours != theirs).then_some(Notice::SplitMembership { position })
    }

    /// The peer claims more of our own log than it has shown. Nothing is sealed for it until it has: it
    /// may be on its way, and a peer that never shows it costs patience.
    pub fn is_claimed(&self, peer: &Peer) -> bool {
        let short = |(log, seq): (LogId, u64)| self.heads.get(&log).is_none_or(|head| head.seq < seq);
        peer.claimed.is_some_and(short)
    }

    /// Entries of our own log came from a peer: another copy of this device writes it, or this one was
    /// set back.
    pub(super) fn leave_log_if_it_grew(
        &mut self,
        received: &Received,
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<(), ReplicaFault> {
        if received.own_log_grew {
            self.doubt_journal(dice, store)?;
            self.leave_log(dice, store)?;
        }
        Ok(())
    }

    /// Nothing held here contradicts their branch: the same proof convinces once.
    fn is_settled(&self, proof: &ForkProof, store: &mut dyn Store) -> Result<bool, StoreFault> {
        let theirs = &proof.theirs.header;
        if let Some(held) = self.entry_hash(theirs.log, theirs.seq, store)? {
            return Ok(held == theirs.hash());
        }
        let Some(before) = theirs.seq.checked_sub(1) else {
            return Ok(true);
        };
        let before = self.entry_hash(theirs.log, before, store)?;
        Ok(before.is_none_or(|hash| hash == theirs.prev))
    }

    /// Another branch stands at `seq`: where the hub signed for ours, that is lost there, and goes into
    /// the new log with the rest.
    fn doubt_receipt(&self, log: LogId, seq: u64, store: &mut dyn Store) -> Result<(), ReplicaFault> {
        if self.receipted(log, store)? >= Some(seq) {
            self.unreceipt(log, seq.checked_sub(1), store)?;
        }
        Ok(())
    }

    /// Compares what the hub says it has with what it signed for, and with what others have seen.
    pub(super) fn look_at_have(
        &mut self,
        peer: &mut Peer,
        received: &mut Received,
        store: &mut dyn Store,
    ) -> Result<(), ReplicaFault> {
        if let Some(have) = peer.have.take() {
            peer.shown = have.iter().map(|have| (have.log, have.seq)).collect();
            self.look_for_losses(&peer.shown, &mut received.notices, store)?;
            for (key, bytes) in store.scan(SEEN)? {
                store.put(&key, None)?;
                let log = key.strip_prefix(SEEN).and_then(|log| log.parse().ok());
                if let (Some(log), Ok(seq)) = (log, bytes.try_into().map(u64::from_be_bytes))
                    && self.is_withheld(log, seq, &peer.shown, store)?
                {
                    received.notices.push(Notice::Withheld { log, seq });
                }
            }
        }
        for (log, (seq, (in_log, at))) in std::mem::take(&mut received.seen) {
            // What the peer shows now it held when it was met, with all that its author had seen; what
            // came later is judged when the peer is met again.
            let was_there = peer.shown.get(&in_log).is_some_and(|shown| at <= *shown);
            if !was_there {
                store.put(&format!("{SEEN}{log}"), Some(&seq.to_be_bytes()))?;
            } else if self.is_withheld(log, seq, &peer.shown, store)? {
                received.notices.push(Notice::Withheld { log, seq });
            }
        }
        Ok(())
    }

    fn look_for_losses(
        &self,
        shown: &BTreeMap<LogId, u64>,
        notices: &mut Vec<Notice>,
        store: &mut dyn Store,
    ) -> Result<(), ReplicaFault> {
        for log in self.heads.keys() {
            let Some(receipted) = self.receipted(*log, store)? else {
                continue;
            };
            let has = shown.get(log).copied();
            if has.is_none_or(|seq| seq < receipted) {
                // Not synced any more, whatever was signed for; a new receipt says when it is again.
                self.unreceipt(*log, has, store)?;
                notices.push(Notice::HubLostData {
                    log: *log,
                    receipted,
                    has,
                });
            }
        }
        Ok(())
    }

    /// An entry that somebody has seen is neither here nor shown, and nothing keeps it away: its author
    /// was not put out before it, and its log did not fork.
    fn is_withheld(
        &self,
        log: LogId,
        seq: u64,
        shown: &BTreeMap<LogId, u64>,
        store: &mut dyn Store,
    ) -> Result<bool, StoreFault> {
        let head = self.heads.get(&log);
        let may_stand = head.is_none_or(|head| match self.membership.allowance(&head.device, &log) {
            Allowance::Whole => true,
            Allowance::UpTo(limit) => seq <= limit,
            Allowance::Nothing => false,
        });
        let is_held = head.is_some_and(|head| head.seq >= seq);
        let is_shown = shown.get(&log).is_some_and(|shown| *shown >= seq);
        Ok(may_stand && !is_held && !is_shown && store.get(&format!("fork/{log}"))?.is_none())
    }

    pub(super) fn entry_hash(
        &self,
        log: LogId,
        seq: u64,
        store: &mut dyn Store,
    ) -> Result<Option<EntryHash>, StoreFault> {
        if let Some(head) = self.heads.get(&log).filter(|head| head.seq == seq) {
            return Ok(Some(head.hash));
        }
        let entry = store
            .entries(log, seq, 1)?
            .into_iter()
            .next()
            .filter(|entry| entry.header.seq == seq);
        Ok(entry.map(|entry| entry.hash()))
    }
}
