//! Streams: made, cut, and messages delivered one at a time; and somebody in between.

use tawro_core::crypto::DeviceSecret;
use tawro_core::log::Receipt;
use tawro_core::sync::{Closing, Side};
use tawro_core::wire::{Message, Packer};
use tawro_hub::relay::Event;

use crate::link::{Link, travel};
use crate::world::{Held, World};

impl World {
    /// Something moves on some stream.
    pub(crate) fn traffic(&mut self) -> Held {
        let on = self.those(|machine| machine.replica.is_some());
        let Some(at) = self.pick(&on) else { return Ok(()) };
        if self.machines[at].link.is_none() {
            return if self.hub.enrolled {
                self.connect(at)
            } else {
                Ok(())
            };
        }
        match self.below(12) {
            0 => self.pump(at),
            1 if self.once_in(4) => {
                self.note(format!("{} is cut", self.machines[at].name));
                self.cut(at)
            }
            2..7 => self.deliver_up(at),
            _ => self.deliver_down(at),
        }
    }

    /// A machine calls the hub, or the face that the hub shows it.
    pub(crate) fn connect(&mut self, at: usize) -> Held {
        let now = self.clock();
        let id = self.hub.next_peer();
        let machine = &mut self.machines[at];
        let (face, key) = (machine.face, machine.device);
        let Some(replica) = &machine.replica else {
            return Ok(());
        };
        let peer = replica.meet(Side::Node, now);
        machine.link = Some(Link::new(face, id, peer, self.space));
        self.note(format!("{} calls the hub", self.machines[at].name));
        self.hub_turn(face, vec![Event::Opened { peer: id, key }])?;
        self.pump(at)
    }

    /// The stream ends; what was under way is lost.
    pub(crate) fn cut(&mut self, at: usize) -> Held {
        let Some(link) = self.machines[at].link.take() else {
            return Ok(());
        };
        // The hub may learn of it only when the machine comes again.
        if self.once_in(5) && !self.healing {
            return Ok(());
        }
        self.hub_turn(link.face, vec![Event::Closed { peer: link.id }])
    }

    /// A machine does what has arrived and puts on its way what that allows.
    pub(crate) fn pump(&mut self, at: usize) -> Held {
        let Some(mut link) = self.machines[at].link.take() else {
            return Ok(());
        };
        let (face, id) = (link.face, link.id);
        match self.turn(at, &mut link.peer, link.tampered)? {
            Some(messages) => {
                self.check_sends(at, &mut link.reader, &messages)?;
                link.up.extend(messages);
                let over = link.peer.closed().is_some() && link.up.is_empty();
                let split = matches!(link.peer.closed(), Some(Closing::MembershipSplit { .. }));
                self.machines[at].told_of_split |= split;
                self.machines[at].link = Some(link);
                if over { self.cut(at) } else { Ok(()) }
            }
            None => self.hub_turn(face, vec![Event::Closed { peer: id }]),
        }
    }

    /// The oldest message of a machine reaches the hub.
    pub(crate) fn deliver_up(&mut self, at: usize) -> Held {
        let Some(link) = self.machines[at].link.as_mut() else {
            return Ok(());
        };
        let (face, peer) = (link.face, link.id);
        let Some(message) = link.up.pop_front() else {
            return if link.peer.closed().is_some() {
                self.cut(at)
            } else {
                self.pump(at)
            };
        };
        let message = travel(&message)?;
        self.hub_turn(face, vec![Event::Received { peer, message }])
    }

    /// The oldest message of the hub reaches a machine, and sometimes others right behind it.
    pub(crate) fn deliver_down(&mut self, at: usize) -> Held {
        let several = 1 + self.below(3);
        for _ in 0..several {
            let Some(link) = self.machines[at].link.as_mut() else {
                return Ok(());
            };
            let Some(message) = link.down.pop_front() else {
                break;
            };
            let tampered = link.tampered;
            if let Err(fault) = link.peer.handle(travel(&message)?) {
                self.blame(at, tampered, &fault.to_string())?;
                return self.cut(at);
            }
        }
        let over = self.machines[at]
            .link
            .as_ref()
            .is_some_and(|link| link.ended && link.down.is_empty());
        self.pump(at)?;
        if over { self.cut(at) } else { Ok(()) }
    }

    /// Two devices in one room, without a hub.
    pub(crate) fn meet_directly(&mut self) -> Held {
        let on = self.those(|machine| machine.replica.is_some());
        let (Some(a), Some(b)) = (self.pick(&on), self.pick(&on)) else {
            return Ok(());
        };
        if self.hub.enrolled || self.machines[a].device == self.machines[b].device {
            return Ok(());
        }
        self.note(format!(
            "{} meets {}",
            self.machines[a].name, self.machines[b].name
        ));
        self.facts.met_directly = true;
        let now = self.clock();
        let (Some(left), Some(right)) = (&self.machines[a].replica, &self.machines[b].replica) else {
            return Ok(());
        };
        let known = |one: &tawro_core::replica::Replica, other| one.membership().is_active(other);
        if !known(left, &self.machines[b].device) || !known(right, &self.machines[a].device) {
            return Ok(());
        }
        let (mut left, mut right) = (left.meet(Side::Node, now), right.meet(Side::Hub, now));
        let steps = 2 + self.below(12);
        for _ in 0..steps {
            let Some(messages) = self.turn(a, &mut left, false)? else {
                return Ok(());
            };
            for message in &messages {
                if let Err(fault) = right.handle(travel(message)?) {
                    return self.blame(b, false, &fault.to_string());
                }
            }
            let Some(messages) = self.turn(b, &mut right, false)? else {
                return Ok(());
            };
            for message in &messages {
                if let Err(fault) = left.handle(travel(message)?) {
                    return self.blame(a, false, &fault.to_string());
                }
            }
        }
        Ok(())
    }

    /// Somebody between a machine and the hub repeats, turns round, drops or forges.
    pub(crate) fn tamper(&mut self) -> Held {
        let linked = self.those(|machine| machine.link.is_some());
        let Some(at) = self.pick(&linked) else {
            return Ok(());
        };
        let (what, down) = (self.below(6), self.once_in(2));
        let name = self.machines[at].name.clone();
        let forged = self.forged(at);
        let Some(link) = self.machines[at].link.as_mut() else {
            return Ok(());
        };
        link.tampered = true;
        let queue = if down { &mut link.down } else { &mut link.up };
        let done = match what {
            0 => queue
                .front()
                .cloned()
                .map(|message| queue.push_back(message))
                .map(|()| "repeats"),
            1 if queue.len() > 1 => {
                queue.swap(0, 1);
                Some("turns round")
            }
            2 => queue.pop_front().map(|_| "drops"),
            3 | 4 => forged.0.map(|receipt| {
                link.up.retain(|message| !matches!(message, Message::Entries(_)));
                link.down.push_front(Message::Receipt(receipt));
                "signs a receipt"
            }),
            _ => forged.1.map(|entries| {
                link.down.push_back(Message::Entries(entries));
                "leaves entries out"
            }),
        };
        if let Some(done) = done {
            self.note(format!("somebody between {name} and the hub {done}"));
        }
        Ok(())
    }

    /// A receipt by another key for all that the machine wrote, and entries beyond a gap in what it has.
    fn forged(&mut self, at: usize) -> (Option<Receipt>, Option<Vec<u8>>) {
        let machine = &self.machines[at];
        let own = machine
            .disk
            .store
            .heads
            .values()
            .filter(|head| head.device == machine.device);
        let heads: Vec<_> = own.map(|head| (head.log, head.seq, head.hash)).collect();
        let stranger = DeviceSecret::from_bytes(&[3; 64]);
        let receipt = Receipt::sign(self.space, heads, &stranger, tawro_core::time::Timestamp(1));
        let receipt = (!receipt.heads.is_empty()).then_some(receipt);
        let store = &machine.disk.store;
        let others = self.machines.iter().flat_map(|other| &other.disk.store.entries);
        let beyond = others
            .filter(|((log, seq), _)| {
                let have = store.heads.get(log).map_or(0, |head| head.seq + 1);
                *seq == have + 1
            })
            .map(|(_, entry)| entry.clone());
        let beyond: Vec<_> = beyond.collect();
        let entry = self.pick(&beyond);
        let entries = entry.map(|entry| {
            let mut bytes = Vec::new();
            Packer::new(self.space).pack(&entry, &mut bytes);
            bytes
        });
        (receipt, entries)
    }
}
