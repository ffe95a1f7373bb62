//! What the peer lacks and is sent: in order within each log, at most a window unacknowledged.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::{Held, PeerFault};
use crate::id::{LogId, SpaceId};
use crate::log::Entry;
use crate::wire::{Message, Packer};

/// How much may be on its way without being acknowledged; counted by [`Entry::weight`].
pub(super) const WINDOW: usize = 4 * 1024 * 1024;
/// Entries of one frame, together, unless one alone is longer.
const FRAME_ENTRIES: usize = 256 * 1024;
/// Questions to the store at a time: enough to keep it busy, few enough to bound what comes back.
const FETCHES_MAX: usize = 4;
/// How often a peer may ask for one log again.
const WANTS_MAX: u8 = 32;

/// The sending half of a session.
pub(super) struct Outgoing {
    logs: BTreeMap<LogId, Sending>,
    /// Logs that have something to fetch, and no fetch under way.
    due: BTreeSet<LogId>,
    /// The log fetched last: the next one has its turn.
    turn: Option<LogId>,
    packer: Packer,
    flying: usize,
    fetching: usize,
}

#[derive(Default)]
struct Sending {
    /// The last number that the peer holds durably.
    peer: Option<u64>,
    /// The number to send next.
    next: u64,
    /// The last number sent in this session.
    sent: Option<u64>,
    fetching: bool,
    stopped: bool,
    wants: u8,
    /// Sent and not acknowledged: number and weight.
    flying: VecDeque<(u64, usize)>,
}

/// A question to the store.
pub(super) struct Fetch {
    pub(super) log: LogId,
    pub(super) from: u64,
    pub(super) max_bytes: usize,
}

impl Outgoing {
    pub(super) fn new(space: SpaceId) -> Self {
        Self {
            logs: BTreeMap::new(),
            due: BTreeSet::new(),
            turn: None,
            packer: Packer::new(space),
            flying: 0,
            fetching: 0,
        }
    }

    /// The last number the peer is known to hold durably.
    pub(super) fn peer(&self, log: &LogId) -> Option<u64> {
        self.logs.get(log)?.peer
    }

    /// The last number that was sent in this session: the peer knows by it what is held here.
    pub(super) fn sent(&self, log: &LogId) -> Option<u64> {
        self.logs.get(log)?.sent
    }

    pub(super) fn stopped(&self, log: &LogId) -> bool {
        self.logs.get(log).is_some_and(|sending| sending.stopped)
    }

    /// The logs of which the peer was heard to hold something.
    pub(super) fn peers(&self) -> impl Iterator<Item = (&LogId, u64)> {
        self.logs
            .iter()
            .filter(|(_, sending)| !sending.stopped)
            .filter_map(|(log, sending)| Some((log, sending.peer?)))
    }

    /// A log is held here up to its head: what the peer lacks of it is due.
    pub(super) fn held(&mut self, held: &Held) {
        let sending = self.logs.entry(held.head.log).or_default();
        if !sending.stopped && !sending.fetching && sending.next <= held.head.seq {
            self.due.insert(held.head.log);
        }
    }

    /// The peer holds a log durably up to a number: it said so, or sent that entry.
    pub(super) fn heard(&mut self, log: LogId, seq: u64, held: Option<&Held>) {
        let sending = self.logs.entry(log).or_default();
        sending.peer = sending.peer.max(Some(seq));
        sending.next = sending.next.max(seq.saturating_add(1));
        while let Some((_, weight)) = sending.flying.pop_front_if(|(sent, _)| *sent <= seq) {
            self.flying -= weight;
        }
        if held.is_none_or(|held| held.head.seq < sending.next) {
            self.due.remove(&log);
        }
    }

    /// Nothing more of a log is sent in this session.
    pub(super) fn stop(&mut self, log: LogId) {
        let sending = self.logs.entry(log).or_default();
        sending.stopped = true;
        self.flying -= sending.flying.drain(..).map(|(_, weight)| weight).sum::<usize>();
        self.due.remove(&log);
    }

    /// The peer wants a log again from a number on.
    pub(super) fn want(&mut self, log: LogId, from: u64, held: &Held) -> Result<(), PeerFault> {
        let sending = self.logs.entry(log).or_default();
        sending.wants = sending.wants.saturating_add(1);
        let holds = sending.peer.is_some_and(|seq| from <= seq);
        if sending.wants > WANTS_MAX || holds || from > sending.next || from < held.floor {
            return Err(PeerFault::Flood);
        }
        self.flying -= sending.flying.drain(..).map(|(_, weight)| weight).sum::<usize>();
        sending.next = from;
        self.held(held);
        Ok(())
    }

    /// What to fetch next, within the window; logs take turns.
    pub(super) fn next_fetch(&mut self) -> Option<Fetch> {
        if self.flying >= WINDOW || self.fetching >= FETCHES_MAX {
            return None;
        }
        let after = self.turn.and_then(|turn| {
            use std::ops::Bound::{Excluded, Unbounded};
            self.due.range((Excluded(turn), Unbounded)).next()
        });
        let log = *after.or_else(|| self.due.first())?;
        self.due.remove(&log);
        self.turn = Some(log);
        let sending = self.logs.get_mut(&log)?;
        sending.fetching = true;
        self.fetching += 1;
        let max_bytes = FRAME_ENTRIES.min(WINDOW - self.flying);
        Some(Fetch {
            log,
            from: sending.next,
            max_bytes,
        })
    }

    /// Packs what was fetched. What is not the next of its log is left out: the peer asked for
    /// another place meanwhile, or has it by now. An empty answer rests the log until it grows.
    pub(super) fn fetched(&mut self, log: LogId, entries: &[Entry], held: Option<&Held>) -> Vec<Message> {
        let Some(sending) = self.logs.get_mut(&log).filter(|sending| sending.fetching) else {
            return Vec::new();
        };
        sending.fetching = false;
        self.fetching -= 1;
        if sending.stopped {
            return Vec::new();
        }
        let mut messages = Vec::new();
        let mut frame = Vec::new();
        for entry in entries.iter().filter(|entry| entry.header.log == log) {
            if entry.header.seq != sending.next {
                continue;
            }
            if !frame.is_empty() && frame.len() + entry.weight() > FRAME_ENTRIES {
                messages.push(Message::Entries(std::mem::take(&mut frame)));
            }
            self.packer.pack(entry, &mut frame);
            sending.next += 1;
            sending.sent = sending.sent.max(Some(entry.header.seq));
            sending.flying.push_back((entry.header.seq, entry.weight()));
            self.flying += entry.weight();
        }
        if !frame.is_empty() {
            messages.push(Message::Entries(frame));
        }
        if !entries.is_empty() && held.is_some_and(|held| sending.next <= held.head.seq) {
            self.due.insert(log);
        }
        messages
    }

    /// How many entries of a log the peer has not acknowledged.
    pub(super) fn unacked(&self, held: &Held) -> u64 {
        match self.logs.get(&held.head.log) {
            Some(sending) if sending.stopped => 0,
            Some(Sending { peer: Some(seq), .. }) => held.head.seq.saturating_sub(*seq),
            _ => held.count(),
        }
    }
}
