//! How far the open exchange has come, and what follows from it without being asked.

use super::Output;
use super::members::MEMBERS_BYTES;
use super::open::{Logs, Open, Outputs};
use crate::id::LogId;
use crate::log::LOGS_MAX;
use crate::wire::{Ack, Message};

impl Open {
    /// What follows from where things stand: acknowledgements, questions to the store.
    pub(super) fn flush(&mut self, held: &Logs, out: &mut Outputs) {
        let acks = self.due_acks(held);
        for acks in acks.chunks(LOGS_MAX) {
            out.push_back(Output::Send(Message::Ack(acks.to_vec())));
        }
        if let Some(from) = self.members.next_fetch() {
            out.push_back(Output::FetchMembers {
                from,
                max_bytes: MEMBERS_BYTES,
            });
        }
        if self.members.sent()
            && let Some(fetch) = self.outgoing.next_fetch()
        {
            out.push_back(Output::Fetch {
                log: fetch.log,
                from: fetch.from,
                max_bytes: fetch.max_bytes,
            });
        }
    }

    /// Acknowledges what the peer holds. Of what was sent to it, it knows without that what is held
    /// here; and that the author of a log has applied it.
    fn due_acks(&mut self, held: &Logs) -> Vec<Ack> {
        let mut acks = Vec::new();
        for log in std::mem::take(&mut self.to_tell) {
            let Some(held) = held.get(&log) else { continue };
            let now = (held.head.seq, held.applied);
            let known = self.outgoing.sent(&log) >= Some(now.0)
                && (held.applied.is_none() || held.head.device == self.device);
            if !known && self.told.get(&log) != Some(&now) && self.outgoing.peer(&log) >= Some(now.0) {
                self.told.insert(log, now);
                acks.push(Ack {
                    log,
                    stored: now.0,
                    applied: now.1,
                });
            }
        }
        acks
    }

    pub(super) fn in_sync(&self, held: &Logs) -> bool {
        let members = self.ready && self.members.sent() && self.members.received();
        let told = self.to_tell.is_empty();
        let taken = self.parked() == 0 && !self.incoming.undurable();
        members && told && taken && self.unacked(held) == 0 && self.lacking(held) == 0
    }

    pub(super) fn unacked(&self, held: &Logs) -> u64 {
        let awake = held.values().filter(|held| !self.resting(&held.head.log));
        awake
            .map(|held| self.outgoing.unacked(held))
            .fold(0, u64::saturating_add)
    }

    /// What the peer claims to hold is not believed further than a counter goes.
    pub(super) fn lacking(&self, held: &Logs) -> u64 {
        let lacks = |(log, seq): (&LogId, u64)| match held.get(log) {
            _ if self.resting(log) => 0,
            Some(held) => seq.saturating_sub(held.head.seq),
            None => seq.saturating_add(1),
        };
        self.outgoing.peers().map(lacks).fold(0, u64::saturating_add)
    }

    fn resting(&self, log: &LogId) -> bool {
        self.outgoing.stopped(log) || self.incoming.stopped(log) || self.by_checkpoint.contains(log)
    }

    pub(super) fn parked(&self) -> usize {
        self.incoming.parked()
    }

    pub(super) fn is_ready(&self) -> bool {
        self.ready
    }
}
