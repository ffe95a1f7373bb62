//! The hub: the real relay over a store that survives crashes only as far as it was committed.
//!
//! A hub that lies shows somebody another *face*: a relay with the same key over another store.

use rand_chacha::ChaCha8Rng;
use tawro_core::crypto::DeviceSecret;
use tawro_core::id::{DeviceId, EntryHash, LogId, SpaceId};
use tawro_core::log::{Entry, LogHead};
use tawro_core::membership::{MemberRecord, Membership};
use tawro_core::time::Timestamp;
use tawro_core::wire::Message;
use tawro_hub::quota::Now;
use tawro_hub::relay::{Effect, Event, PeerId, Relay, Settings, size};
use tawro_hub::store::{Line, MemoryLog, Sealed, SpaceLog};

use crate::planted::Planted;
use crate::world::{Held, World};

/// One view that the hub gives.
pub(crate) struct Face {
    relay: Relay<MemoryLog>,
    /// What is on its disk.
    pub(crate) disk: MemoryLog,
}

/// The hub. Face 0 is the honest one.
pub(crate) struct Hub {
    secret: [u8; 64],
    pub(crate) key: DeviceId,
    pub(crate) ticket: [u8; 16],
    pub(crate) faces: Vec<Face>,
    /// Older states of its disk, since the association enrolled.
    pub(crate) backups: Vec<MemoryLog>,
    pub(crate) enrolled: bool,
    peers: u64,
    millis: u64,
}

impl Hub {
    pub(crate) fn new(dice: &mut ChaCha8Rng) -> Self {
        let secret = DeviceSecret::generate(dice);
        let (bytes, key) = (*secret.to_bytes(), secret.id());
        let mut hub = Self {
            secret: bytes,
            key,
            ticket: [5; 16],
            faces: Vec::new(),
            backups: Vec::new(),
            enrolled: false,
            peers: 0,
            millis: 0,
        };
        hub.show(MemoryLog::new());
        hub
    }

    /// Adds a face over this store, and names it.
    pub(crate) fn show(&mut self, disk: MemoryLog) -> usize {
        let secret = DeviceSecret::from_bytes(&self.secret);
        let relay = Relay::new(disk.clone(), secret, Settings::new([1; 16]));
        self.faces.push(Face { relay, disk });
        self.faces.len() - 1
    }

    /// The relay starts again from this disk.
    pub(crate) fn start_again(&mut self, face: usize, disk: MemoryLog) {
        self.show(disk);
        if let Some(fresh) = self.faces.pop() {
            self.faces[face] = fresh;
        }
    }

    pub(crate) fn next_peer(&mut self) -> PeerId {
        self.peers += 1;
        PeerId(self.peers)
    }

    pub(crate) fn now(&mut self) -> Now {
        self.millis += 700;
        Now {
            millis: self.millis,
            clock: Timestamp(1_795_462_200 + (self.millis / 1000) as i64),
        }
    }

    /// Writes to the honest store what the operator or an older program would have.
    pub(crate) fn prepare(&mut self, write: impl FnOnce(&mut MemoryLog)) {
        let face = &mut self.faces[0];
        write(face.relay.store());
        face.relay.store().commit().expect("memory does not fail");
        face.disk = face.relay.store().clone();
    }

    /// The membership on the honest disk; none before the association enrolled.
    pub(crate) fn membership(&self, space: SpaceId) -> Option<Membership> {
        let records = self.records(0, space);
        let records: Vec<_> = records
            .iter()
            .map(|bytes| MemberRecord::from_bytes(bytes).expect("the hub keeps records"))
            .collect();
        Membership::replay(&records).ok()
    }

    pub(crate) fn records(&self, face: usize, space: SpaceId) -> Vec<Vec<u8>> {
        let mut disk = self.faces[face].disk.clone();
        disk.membership_since(space, 0).expect("memory does not fail")
    }

    pub(crate) fn heads(&self, face: usize, space: SpaceId) -> Vec<LogHead> {
        let mut disk = self.faces[face].disk.clone();
        disk.heads(space).expect("memory does not fail")
    }

    /// Whether a face has this entry on its disk.
    pub(crate) fn holds(&self, face: usize, space: SpaceId, at: (LogId, u64, EntryHash)) -> bool {
        let mut disk = self.faces[face].disk.clone();
        let found = disk.range(space, at.0, at.1, 1).expect("memory does not fail");
        let entry = found.first().and_then(|bytes| Entry::from_bytes(bytes).ok());
        entry.is_some_and(|entry| entry.header.seq == at.1 && entry.hash() == at.2)
    }

    /// A copy of the honest disk without one log.
    pub(crate) fn without(&self, space: SpaceId, hidden: LogId) -> MemoryLog {
        let mut from = self.faces[0].disk.clone();
        let mut copy = MemoryLog::new();
        let mut head = None;
        for bytes in from.membership_since(space, 0).expect("memory does not fail") {
            let record = MemberRecord::from_bytes(&bytes).expect("the hub keeps records");
            let (position, hash) = (record.position(), record.hash());
            let line = Line {
                position,
                hash,
                bytes,
            };
            copy.membership_append(space, head, &line)
                .expect("memory does not fail");
            head = Some((position, hash));
        }
        for head in from.heads(space).expect("memory does not fail") {
            if head.log == hidden {
                continue;
            }
            let entries = from.range(space, head.log, 0, usize::MAX);
            for bytes in entries.expect("memory does not fail") {
                let entry = Entry::from_bytes(&bytes).expect("the hub keeps entries");
                let sealed = Sealed {
                    head: LogHead::of(&entry, head.device),
                    prev: entry.header.prev,
                    bytes,
                };
                copy.append(space, &[sealed]).expect("memory does not fail");
            }
        }
        copy.commit().expect("memory does not fail");
        copy
    }
}

impl World {
    /// A turn of one face of the hub: events in, a commit, effects out. It may crash in between.
    pub(crate) fn hub_turn(&mut self, face: usize, events: Vec<Event>) -> Held {
        let now = self.hub.now();
        let crash = if self.healing || !self.once_in(60) {
            0
        } else {
            1 + self.below(2)
        };
        for event in events {
            let handled = self.hub.faces[face].relay.handle(event, now);
            handled.map_err(|fault| format!("the hub's store fails: {fault}"))?;
        }
        if crash == 1 {
            return self.hub_crash(face, "before its commit");
        }
        let acks_early = self.has(Planted::AckBeforeCommit);
        self.hub_commit(face, now, !acks_early)?;
        if crash == 2 {
            return self.hub_crash(face, "after its commit");
        }
        loop {
            let written = self.hub_effects(face)?;
            if written.is_empty() {
                break;
            }
            for (peer, bytes) in written {
                let handled = self.hub.faces[face]
                    .relay
                    .handle(Event::Written { peer, bytes }, now);
                handled.map_err(|fault| format!("the hub's store fails: {fault}"))?;
            }
            self.hub_commit(face, now, true)?;
        }
        self.after_hub_commit(face)
    }

    fn hub_commit(&mut self, face: usize, now: Now, durable: bool) -> Held {
        let face = &mut self.hub.faces[face];
        let done = face.relay.commit(now);
        done.map_err(|fault| format!("the hub's store fails: {fault}"))?;
        if durable {
            face.disk = face.relay.store().clone();
        }
        Ok(())
    }

    /// Puts what the hub sends on its way; returns what left for the network.
    fn hub_effects(&mut self, face: usize) -> Held<Vec<(PeerId, usize)>> {
        let mut written = Vec::new();
        while let Some(effect) = self.hub.faces[face].relay.poll() {
            match effect {
                Effect::Send { peer, message } => {
                    written.push((peer, size(&message)));
                    self.check_hub_sends(face, &message)?;
                    if let Some(link) = self.link_of(face, peer) {
                        link.down.push_back(message);
                    }
                }
                Effect::Hold { .. } => {}
                Effect::End { peer, .. } => {
                    if let Some(link) = self.link_of(face, peer) {
                        link.ended = true;
                    }
                }
            }
        }
        Ok(written)
    }

    fn link_of(&mut self, face: usize, peer: PeerId) -> Option<&mut crate::link::Link> {
        let links = self
            .machines
            .iter_mut()
            .filter_map(|machine| machine.link.as_mut());
        links
            .into_iter()
            .find(|link| link.face == face && link.id == peer)
    }

    /// The hub's process dies; its disk stays as it was committed.
    pub(crate) fn hub_crash(&mut self, face: usize, when: &str) -> Held {
        self.note(format!("hub {face} crashes {when}"));
        let disk = self.hub.faces[face].disk.clone();
        self.hub_restart(face, disk);
        Ok(())
    }

    /// A face goes on from this disk, and all its streams are gone.
    pub(crate) fn hub_restart(&mut self, face: usize, disk: MemoryLog) {
        for machine in &mut self.machines {
            if machine.link.as_ref().is_some_and(|link| link.face == face) {
                machine.link = None;
            }
        }
        self.hub.start_again(face, disk);
    }

    fn check_hub_sends(&self, face: usize, message: &Message) -> Held {
        let Message::Receipt(receipt) = message else {
            return Ok(());
        };
        for at in &receipt.heads {
            if !self.hub.holds(face, self.space, *at) {
                return Err(format!(
                    "a receipt for {:?}/{} which is not on the hub's disk",
                    at.0, at.1
                ));
            }
        }
        Ok(())
    }
}
