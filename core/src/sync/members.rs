//! The membership of both sides: whoever has more sends it, before any entry.

use super::PeerFault;
use crate::id::MemberHash;
use crate::wire::Message;

/// Records of one question to the store, and of one frame.
pub(super) const MEMBERS_BYTES: usize = 256 * 1024;

type Head = Option<(u32, MemberHash)>;

/// Where both sides stand.
pub(super) struct Members {
    ours: Head,
    /// The last position the peer has, by its own word or because it was sent.
    theirs: Option<u32>,
    /// The last position that came from the peer and was handed on.
    delivered: Option<u32>,
    fetching: bool,
}

impl Members {
    /// Compares both heads; the error is the position at which they contradict each other.
    pub(super) fn new(ours: Head, theirs: Head) -> Result<Self, u32> {
        match (ours, theirs) {
            (Some((at, ours)), Some((same, theirs))) if at == same && ours != theirs => Err(at),
            _ => Ok(Self {
                ours,
                theirs: theirs.map(|(at, _)| at),
                delivered: position(ours),
                fetching: false,
            }),
        }
    }

    /// The peer lacks nothing of ours: entries may follow.
    pub(super) fn sent(&self) -> bool {
        position(self.ours) <= self.theirs
    }

    /// We lack nothing of the peer's.
    pub(super) fn received(&self) -> bool {
        self.theirs <= position(self.ours)
    }

    /// The position from which records are to be fetched for the peer, once.
    pub(super) fn next_fetch(&mut self) -> Option<u32> {
        if self.sent() || self.fetching {
            return None;
        }
        self.fetching = true;
        Some(after(self.theirs))
    }

    /// Our membership stands at a head now; the records, if any, are for the peer as far as it lacks
    /// them.
    pub(super) fn ours(&mut self, from: u32, records: Vec<Vec<u8>>, head: (u32, MemberHash)) -> Vec<Message> {
        self.ours = Some(head);
        self.delivered = self.delivered.max(Some(head.0));
        self.fetching = false;
        let mut need = after(self.theirs);
        let Some(skip) = need.checked_sub(from) else {
            return Vec::new();
        };
        let mut messages = Vec::new();
        let mut frame: Vec<Vec<u8>> = Vec::new();
        let mut bytes = 0;
        for record in records.into_iter().skip(skip as usize) {
            if !frame.is_empty() && bytes + record.len() > MEMBERS_BYTES {
                messages.push(membership(&mut need, &mut frame));
                bytes = 0;
            }
            bytes += record.len();
            frame.push(record);
        }
        if !frame.is_empty() {
            messages.push(membership(&mut need, &mut frame));
        }
        self.theirs = self.theirs.max(need.checked_sub(1));
        messages
    }

    /// Records came; returns those not handed on before.
    pub(super) fn theirs(&mut self, from: u32, mut records: Vec<Vec<u8>>) -> Result<Vec<Vec<u8>>, PeerFault> {
        let need = after(self.delivered);
        let Some(known) = need.checked_sub(from) else {
            return Err(PeerFault::MembershipGap { need, got: from });
        };
        let count = u32::try_from(records.len()).map_err(|_| PeerFault::Malformed)?;
        let next = from.checked_add(count).ok_or(PeerFault::Malformed)?;
        self.theirs = self.theirs.max(next.checked_sub(1));
        self.delivered = self.delivered.max(next.checked_sub(1));
        records.drain(..records.len().min(known as usize));
        Ok(records)
    }

    /// The last position known here.
    pub(super) fn position(&self) -> Option<u32> {
        position(self.ours)
    }
}

fn position(head: Head) -> Option<u32> {
    head.map(|(at, _)| at)
}

fn after(position: Option<u32>) -> u32 {
    position.map_or(0, |at| at.saturating_add(1))
}

fn membership(need: &mut u32, frame: &mut Vec<Vec<u8>>) -> Message {
    let records = std::mem::take(frame);
    let from = *need;
    *need = need.saturating_add(records.len() as u32);
    Message::Membership { from, records }
}
