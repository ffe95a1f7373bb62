//! A store in memory, for tests and for the simulation: what was not committed does not survive.

use std::collections::BTreeMap;

use tawro_core::id::{DeviceId, InviteId, LogId, MemberHash, SpaceId};
use tawro_core::log::LogHead;
use tawro_core::time::Timestamp;

use super::{
    Ack, Appended, Desk, Fork, Invite, Letter, Line, Ordered, Place, Sealed, SpaceLog, StoreFault, Ticket,
    TicketState, Usage, Visit, numbered, place,
};

/// A store in memory.
///
/// A clone is a copy of the disk: the simulation restores one to roll a hub back. [`SpaceLog::rollback`]
/// is also what a crash does.
#[derive(Debug, Clone, Default)]
pub struct MemoryLog {
    spaces: BTreeMap<SpaceId, Space>,
    desk: Counter,
    undo: Vec<Undo>,
}

#[derive(Debug, Clone, Default)]
struct Space {
    members: Vec<Line>,
    logs: BTreeMap<LogId, Log>,
    side: Side,
}

#[derive(Debug, Clone, Default)]
struct Log {
    entries: Vec<(LogHead, Vec<u8>)>,
}

/// What stands beside the logs of a space; small, so it is undone by keeping a copy.
#[derive(Debug, Clone, Default)]
struct Side {
    forks: BTreeMap<LogId, Fork>,
    acks: BTreeMap<(DeviceId, LogId), Ack>,
    visits: BTreeMap<DeviceId, Visit>,
}

#[derive(Debug, Clone, Default)]
struct Counter {
    tickets: Vec<Ticket>,
    invites: BTreeMap<InviteId, (Invite, Timestamp)>,
    letters: BTreeMap<(InviteId, u8), Vec<u8>>,
    recovery: BTreeMap<SpaceId, DeviceId>,
}

/// How to take back one write. Taken back in reverse, they give the state of the last commit.
#[derive(Debug, Clone)]
enum Undo {
    Member(SpaceId),
    Entry(SpaceId, LogId),
    Side(SpaceId, Box<Side>),
    Deleted(SpaceId, Box<Space>),
    Desk(Box<Counter>),
}

impl MemoryLog {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    fn side(&mut self, space: SpaceId) -> Option<&mut Side> {
        let known = self.spaces.get_mut(&space)?;
        self.undo.push(Undo::Side(space, Box::new(known.side.clone())));
        Some(&mut known.side)
    }

    fn counter(&mut self) -> &mut Counter {
        self.undo.push(Undo::Desk(Box::new(self.desk.clone())));
        &mut self.desk
    }

    fn take_back(&mut self, undo: Undo) {
        match undo {
            Undo::Desk(counter) => self.desk = *counter,
            Undo::Deleted(space, known) => {
                self.spaces.insert(space, *known);
            }
            Undo::Side(space, side) => {
                if let Some(known) = self.spaces.get_mut(&space) {
                    known.side = *side;
                }
            }
            Undo::Member(space) => {
                if let Some(known) = self.spaces.get_mut(&space) {
                    known.members.pop();
                    if known.members.is_empty() {
                        self.spaces.remove(&space);
                    }
                }
            }
            Undo::Entry(space, log) => {
                if let Some(known) = self.spaces.get_mut(&space)
                    && let Some(held) = known.logs.get_mut(&log)
                {
                    held.entries.pop();
                    if held.entries.is_empty() {
                        known.logs.remove(&log);
                    }
                }
            }
        }
    }
}

impl Space {
    fn head(&self) -> Option<(u32, MemberHash)> {
        self.members.last().map(|line| (line.position, line.hash))
    }

    fn append(&mut self, entry: &Sealed) -> Appended {
        let held = self.logs.get(&entry.head.log).map_or(&[][..], |log| &log.entries);
        let head = held.last().map(|(head, _)| (head.seq, head.hash));
        match place(head, entry) {
            Place::Not(answer) => answer,
            Place::Held if held[entry.head.seq as usize].0.hash == entry.head.hash => Appended::Duplicate,
            Place::Held => Appended::Fork { seq: entry.head.seq },
            Place::Next => {
                let log = self.logs.entry(entry.head.log).or_default();
                log.entries.push((entry.head, entry.bytes.clone()));
                Appended::Stored
            }
        }
    }
}

impl SpaceLog for MemoryLog {
    fn commit(&mut self) -> Result<(), StoreFault> {
        self.undo.clear();
        Ok(())
    }

    fn rollback(&mut self) {
        while let Some(undo) = self.undo.pop() {
            self.take_back(undo);
        }
    }

    fn membership_append(
        &mut self,
        space: SpaceId,
        expect: Option<(u32, MemberHash)>,
        line: &Line,
    ) -> Result<Ordered, StoreFault> {
        let known = self.spaces.get(&space);
        let there = known.and_then(|known| known.members.get(line.position as usize));
        if there.is_some_and(|there| there.hash == line.hash) {
            return Ok(Ordered::Duplicate);
        }
        let head = known.and_then(Space::head);
        let next = head.map_or(0, |(position, _)| position + 1);
        if head != expect || line.position != next {
            return Ok(Ordered::Conflict { head });
        }
        self.spaces.entry(space).or_default().members.push(line.clone());
        self.undo.push(Undo::Member(space));
        Ok(Ordered::Stored)
    }

    fn membership_since(&mut self, space: SpaceId, from: u32) -> Result<Vec<Vec<u8>>, StoreFault> {
        let lines = self.spaces.get(&space).map_or(&[][..], |known| &known.members);
        Ok(lines
            .iter()
            .skip(from as usize)
            .map(|line| line.bytes.clone())
            .collect())
    }

    fn heads(&mut self, space: SpaceId) -> Result<Vec<LogHead>, StoreFault> {
        let logs = self.spaces.get(&space).into_iter().flat_map(|known| &known.logs);
        Ok(logs
            .filter_map(|(_, log)| log.entries.last().map(|(head, _)| *head))
            .collect())
    }

    fn append(&mut self, space: SpaceId, batch: &[Sealed]) -> Result<Vec<Appended>, StoreFault> {
        numbered(batch.iter().map(|entry| entry.head.seq))?;
        let Some(known) = self.spaces.get_mut(&space) else {
            return Ok(vec![Appended::Gap { have: None }; batch.len()]);
        };
        let mut answers = Vec::with_capacity(batch.len());
        for entry in batch {
            let answer = known.append(entry);
            if answer == Appended::Stored {
                self.undo.push(Undo::Entry(space, entry.head.log));
            }
            answers.push(answer);
        }
        Ok(answers)
    }

    fn range(
        &mut self,
        space: SpaceId,
        log: LogId,
        from: u64,
        max_bytes: usize,
    ) -> Result<Vec<Vec<u8>>, StoreFault> {
        let held = self.spaces.get(&space).and_then(|known| known.logs.get(&log));
        let entries = held.map_or(&[][..], |held| &held.entries);
        let mut left = max_bytes;
        let mut taken = Vec::new();
        for (_, bytes) in entries.iter().skip(from as usize) {
            if bytes.len() > left && !taken.is_empty() {
                break;
            }
            left = left.saturating_sub(bytes.len());
            taken.push(bytes.clone());
        }
        Ok(taken)
    }

    fn fork_keep(&mut self, space: SpaceId, fork: &Fork) -> Result<(), StoreFault> {
        numbered([fork.seq])?;
        if let Some(side) = self.side(space) {
            side.forks.entry(fork.log).or_insert_with(|| fork.clone());
        }
        Ok(())
    }

    fn forks(&mut self, space: SpaceId) -> Result<Vec<Fork>, StoreFault> {
        Ok(self
            .spaces
            .get(&space)
            .map_or_else(Vec::new, |known| known.side.forks.values().cloned().collect()))
    }

    fn ack_keep(&mut self, space: SpaceId, ack: &Ack) -> Result<(), StoreFault> {
        numbered([ack.stored, ack.applied].into_iter().flatten())?;
        if let Some(side) = self.side(space) {
            side.acks.insert((ack.device, ack.log), *ack);
        }
        Ok(())
    }

    fn acks(&mut self, space: SpaceId) -> Result<Vec<Ack>, StoreFault> {
        Ok(self
            .spaces
            .get(&space)
            .map_or_else(Vec::new, |known| known.side.acks.values().copied().collect()))
    }

    fn visit_keep(&mut self, space: SpaceId, visit: &Visit) -> Result<(), StoreFault> {
        if let Some(side) = self.side(space) {
            let before = side.visits.insert(visit.device, *visit);
            if before.is_none_or(|before| before.incarnation != visit.incarnation) {
                side.acks.retain(|(device, _), _| *device != visit.device);
            }
        }
        Ok(())
    }

    fn visits(&mut self, space: SpaceId) -> Result<Vec<Visit>, StoreFault> {
        let known = self.spaces.get(&space);
        Ok(known.map_or_else(Vec::new, |known| known.side.visits.values().copied().collect()))
    }

    fn usage(&mut self, space: SpaceId) -> Result<Usage, StoreFault> {
        let Some(known) = self.spaces.get(&space) else {
            return Ok(Usage::default());
        };
        let sizes = || {
            known
                .logs
                .values()
                .flat_map(|log| &log.entries)
                .map(|(_, bytes)| bytes.len() as u64)
        };
        Ok(Usage {
            entries: sizes().count() as u64,
            bytes: sizes().sum(),
            logs: known.logs.len() as u64,
            members: known.members.len() as u32,
        })
    }

    fn spaces(&mut self) -> Result<Vec<SpaceId>, StoreFault> {
        Ok(self.spaces.keys().copied().collect())
    }

    fn delete_space(&mut self, space: SpaceId) -> Result<(), StoreFault> {
        if let Some(known) = self.spaces.remove(&space) {
            self.undo.push(Undo::Deleted(space, Box::new(known)));
        }
        let counter = self.counter();
        counter.recovery.remove(&space);
        counter.invites.retain(|_, (invite, _)| invite.space != space);
        counter
            .letters
            .retain(|(id, _), _| counter.invites.contains_key(id));
        Ok(())
    }
}

impl Desk for MemoryLog {
    fn ticket_keep(&mut self, ticket: &Ticket) -> Result<(), StoreFault> {
        if !self.desk.tickets.iter().any(|known| known.id == ticket.id) {
            self.counter().tickets.push(ticket.clone());
        }
        Ok(())
    }

    fn ticket(&mut self, id: InviteId) -> Result<Option<Ticket>, StoreFault> {
        Ok(self.desk.tickets.iter().find(|ticket| ticket.id == id).cloned())
    }

    fn ticket_use(&mut self, id: InviteId, space: SpaceId) -> Result<TicketState, StoreFault> {
        let Some(ticket) = self.counter().tickets.iter_mut().find(|ticket| ticket.id == id) else {
            return Ok(TicketState::Unknown);
        };
        match ticket.used_by {
            Some(other) if other != space => Ok(TicketState::Used),
            _ => {
                ticket.used_by = Some(space);
                Ok(TicketState::Yours)
            }
        }
    }

    fn tickets(&mut self) -> Result<Vec<Ticket>, StoreFault> {
        Ok(self.desk.tickets.clone())
    }

    fn invites_set(&mut self, space: SpaceId, open: &[(InviteId, Timestamp)]) -> Result<(), StoreFault> {
        let counter = self.counter();
        for (id, (invite, _)) in counter
            .invites
            .iter_mut()
            .filter(|(_, (of, _))| of.space == space)
        {
            invite.open = open.iter().any(|(open, _)| open == id);
        }
        for (id, expires) in open {
            counter
                .invites
                .entry(*id)
                .or_insert((Invite { space, open: true }, *expires));
        }
        Ok(())
    }

    fn invite(&mut self, invite: InviteId, now: Timestamp) -> Result<Option<Invite>, StoreFault> {
        let known = self.desk.invites.get(&invite);
        Ok(known
            .filter(|(_, expires)| *expires > now)
            .map(|(invite, _)| *invite))
    }

    fn letter_put(&mut self, invite: InviteId, letter: &Letter) -> Result<(), StoreFault> {
        let counter = self.counter();
        if counter.invites.contains_key(&invite) {
            counter
                .letters
                .insert((invite, letter.slot), letter.bytes.clone());
        }
        Ok(())
    }

    fn letters(&mut self, invite: InviteId) -> Result<Vec<Letter>, StoreFault> {
        let range = self.desk.letters.range((invite, 0)..=(invite, u8::MAX));
        Ok(range
            .map(|((_, slot), bytes)| Letter {
                slot: *slot,
                bytes: bytes.clone(),
            })
            .collect())
    }

    fn recovery_set(&mut self, space: SpaceId, key: DeviceId) -> Result<(), StoreFault> {
        if self.desk.recovery.get(&space) != Some(&key) {
            self.counter().recovery.insert(space, key);
        }
        Ok(())
    }

    fn recovery_spaces(&mut self, key: DeviceId) -> Result<Vec<SpaceId>, StoreFault> {
        let known = self.desk.recovery.iter();
        Ok(known
            .filter(|(_, known)| **known == key)
            .map(|(space, _)| *space)
            .collect())
    }

    fn desk_tidy(&mut self, now: Timestamp) -> Result<(), StoreFault> {
        let counter = self.counter();
        counter.invites.retain(|_, (_, expires)| *expires > now);
        counter
            .letters
            .retain(|(id, _), _| counter.invites.contains_key(id));
        Ok(())
    }
}
