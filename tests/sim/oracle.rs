//! What must hold at every step: promises are true when they are given, and nothing forks unseen.

use tawro_core::id::{EntryHash, LogId};
use tawro_core::replica::{MemoryStore, Notice};
use tawro_core::wire::{Message, Unpacker};

use crate::world::{Held, World};

impl World {
    /// A machine's transaction becomes durable.
    pub(crate) fn commit(&mut self, at: usize, store: MemoryStore) -> Held {
        self.machines[at].disk.store = store;
        let machine = &self.machines[at];
        let heads: Vec<_> = machine.disk.store.heads.values().copied().collect();
        let device = machine.device;
        for head in heads {
            if !machine_has_whole(&self.machines[at].disk.store, head.log, head.seq) {
                return Err(format!(
                    "{} holds {:?} with a gap",
                    self.machines[at].name, head.log
                ));
            }
            if head.device != device {
                self.accept(head.log, head.seq, head.hash, head.device)?;
            }
        }
        self.check_unsynced(at)
    }

    /// Somebody accepted an entry of somebody else: nobody may accept another one in its place.
    fn accept(&mut self, log: LogId, seq: u64, hash: EntryHash, author: tawro_core::id::DeviceId) -> Held {
        let known = *self.facts.accepted.entry((log, seq)).or_insert(hash);
        if known == hash || self.facts.cloned.contains(&author) {
            return Ok(());
        }
        Err(format!(
            "two entries are {log:?}/{seq}, and its device was never copied"
        ))
    }

    /// Notices are for people; some of them say that somebody is false.
    pub(crate) fn hear(&mut self, at: usize, notices: &[Notice]) {
        for notice in notices {
            self.machines[at].told_of_split |= matches!(notice, Notice::SplitMembership { .. });
            self.events
                .push(format!("{} notices {notice:?}", self.machines[at].name));
        }
    }

    /// What leaves a machine is true: acknowledged entries are on its disk, its witness covers its own.
    pub(crate) fn check_sends(&self, at: usize, reader: &mut Unpacker, messages: &[Message]) -> Held {
        self.check_acks(at, messages)?;
        let machine = &self.machines[at];
        let own = machine.replica.as_ref().and_then(|replica| replica.witness());
        for message in messages {
            let Message::Entries(bytes) = message else {
                continue;
            };
            let sent = reader.unpack(bytes);
            let sent = sent.map_err(|_| format!("{} sends what cannot be read", machine.name))?;
            for entry in sent {
                let (log, seq) = (entry.header.log, entry.header.seq);
                let covered = machine
                    .disk
                    .witness
                    .is_some_and(|said| said.log == log && said.seq >= seq);
                if own.is_some_and(|own| own.log == log) && !covered {
                    return Err(format!("{} sends {log:?}/{seq} beyond its witness", machine.name));
                }
            }
        }
        Ok(())
    }

    pub(crate) fn check_acks(&self, at: usize, messages: &[Message]) -> Held {
        let machine = &self.machines[at];
        for message in messages {
            let Message::Ack(acks) = message else { continue };
            let mut store = machine.disk.store.clone();
            for ack in acks {
                let stored = store.heads.get(&ack.log).map(|head| head.seq);
                if stored.is_none_or(|seq| seq < ack.stored) {
                    return Err(format!(
                        "{} acknowledges {:?}/{} and holds {stored:?}",
                        machine.name, ack.log, ack.stored
                    ));
                }
                let Some(replica) = &machine.replica else { continue };
                let status = replica.status(&mut store);
                let status = status.map_err(|fault| format!("no status: {fault}"))?;
                let waits =
                    |((log, seq), _): &&((LogId, u64), _)| *log == ack.log && Some(*seq) <= ack.applied;
                if let Some((place, reason)) = status.unapplied.iter().find(waits) {
                    return Err(format!(
                        "{} acknowledges {place:?} as applied, and it is not: {reason:?}",
                        machine.name
                    ));
                }
            }
        }
        Ok(())
    }

    /// "Nothing exists only here" is true, as long as the hub keeps what it has and shows it.
    fn check_unsynced(&self, at: usize) -> Held {
        let machine = &self.machines[at];
        let Some(replica) = &machine.replica else {
            return Ok(());
        };
        if self.facts.hub_set_back || self.facts.hub_lied || !self.hub.enrolled {
            return Ok(());
        }
        let mut store = machine.disk.store.clone();
        let unsynced = replica.unsynced(&mut store);
        if unsynced.map_err(|fault| format!("no status: {fault}"))? > 0 {
            return Ok(());
        }
        for head in store.heads.values().filter(|head| head.device == machine.device) {
            if !self.hub.holds(0, self.space, (head.log, head.seq, head.hash)) {
                return Err(format!(
                    "{} says all is at the hub, which lacks {:?}/{}",
                    machine.name, head.log, head.seq
                ));
            }
        }
        Ok(())
    }

    /// What the hub has taken in is remembered; a removal that it ordered counts from now.
    pub(crate) fn after_hub_commit(&mut self, face: usize) -> Held {
        for head in self.hub.heads(face, self.space) {
            self.accept(head.log, head.seq, head.hash, head.device)?;
        }
        let Some(membership) = (face == 0).then(|| self.hub.membership(self.space)).flatten() else {
            return Ok(());
        };
        let next = self.model.next;
        for member in membership.members().filter(|member| member.removed_at.is_some()) {
            self.facts.removed_at.entry(member.keys.device).or_insert(next);
        }
        Ok(())
    }
}

fn machine_has_whole(store: &MemoryStore, log: LogId, last: u64) -> bool {
    let held = store
        .entries
        .range((log, 0)..=(log, u64::MAX))
        .map(|((_, seq), _)| *seq);
    held.eq(0..=last)
}
