//! A hub in memory and the devices around it, moved by hand until nothing moves any more.

use std::sync::Arc;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use tawro_core::command::Command;
use tawro_core::crypto::DeviceSecret;
use tawro_core::id::{DeviceId, RecordId, SpaceId, base32};
use tawro_core::membership::draft::{self, Newcomer};
use tawro_core::membership::recovery::RecoverySecret;
use tawro_core::membership::ticket::{client_proof, hub_proof, ticket_id};
use tawro_core::membership::{MemberRecord, Membership, Role};
use tawro_core::replica::{Intent, MemoryStore, Peer, Replica};
use tawro_core::schema::{Scalar, Schema};
use tawro_core::sync::Side;
use tawro_core::time::Timestamp;
use tawro_core::wire::{Enrol, Enrolled, Message};
use tawro_hub::quota::Now;
use tawro_hub::relay::{Effect, Event, PeerId, Relay, Settings, size};
use tawro_hub::store::{Desk, MemoryLog, SpaceLog, Ticket};

pub(crate) const TICKET: [u8; 16] = [3; 16];

/// A device of an association: its replica, and the stream it has open.
pub(crate) struct Device {
    pub(crate) replica: Replica,
    pub(crate) store: MemoryStore,
    pub(crate) peer: Option<(PeerId, Peer)>,
    /// The code its last connection was ended with.
    pub(crate) ended: Option<u32>,
    /// Receipts it was given.
    pub(crate) receipts: usize,
    pub(crate) secret: [u8; 64],
}

pub(crate) struct World {
    pub(crate) relay: Relay<MemoryLog>,
    pub(crate) now: Now,
    pub(crate) dice: ChaCha8Rng,
    pub(crate) devices: Vec<Device>,
    pub(crate) recovery: RecoverySecret,
    next: u64,
}

pub(crate) fn hub_secret() -> DeviceSecret {
    DeviceSecret::from_bytes(&[77; 64])
}

pub(crate) fn settings() -> Settings {
    Settings::new([8; 16])
}

impl World {
    /// An association of so many devices, not enrolled, and a hub that has a ticket for it.
    pub(crate) fn new(devices: usize, seed: u64) -> Self {
        let mut dice = ChaCha8Rng::seed_from_u64(seed);
        let recovery = RecoverySecret::generate(&mut dice);
        let mut world = Self {
            relay: Relay::new(MemoryLog::new(), hub_secret(), settings()),
            now: Now {
                millis: 1_000_000,
                clock: Timestamp(1_795_462_200),
            },
            dice,
            devices: Vec::new(),
            recovery,
            next: 1,
        };
        world.keep_ticket(TICKET);
        let founder = DeviceSecret::generate(&mut world.dice);
        let genesis = draft::genesis(&founder, "A", &world.recovery.keys(), &mut world.dice).unwrap();
        let mut store = MemoryStore::default();
        let bytes = *founder.to_bytes();
        let replica = Replica::found(
            Arc::new(Schema::builtin()),
            founder,
            &genesis,
            &mut world.dice,
            &mut store,
        )
        .unwrap();
        world.devices.push(Device::new(replica, store, bytes));
        for _ in 1..devices {
            world.admit(Role::Admin);
        }
        world
    }

    /// The same, enrolled and everybody connected.
    pub(crate) fn enrolled(devices: usize, seed: u64) -> Self {
        let mut world = Self::new(devices, seed);
        world.enrol(0);
        for device in 0..devices {
            world.connect(device);
        }
        world.settle();
        world
    }

    pub(crate) fn keep_ticket(&mut self, secret: [u8; 16]) {
        let store = self.relay.store();
        let ticket = Ticket {
            id: ticket_id(&secret),
            secret,
            name: "جمعية الأمل".to_owned(),
            made: self.now.clock,
            expires: Timestamp(self.now.clock.0 + 1_000),
            used_by: None,
        };
        store.ticket_keep(&ticket).unwrap();
        store.commit().unwrap();
    }

    /// Lets one more device in, as a copy of the founder's membership; before enrolment only.
    pub(crate) fn admit(&mut self, role: Role) -> usize {
        let secret = DeviceSecret::generate(&mut self.dice);
        let bytes = *secret.to_bytes();
        let newcomer = Newcomer {
            keys: secret.keys(),
            role,
            label: "B".to_owned(),
            invite: None,
        };
        let founder = &mut self.devices[0];
        founder
            .replica
            .decide_members(&Intent::Admit(newcomer), &mut self.dice, &mut founder.store)
            .unwrap();
        let mut store = MemoryStore {
            membership: founder.store.membership.clone(),
            ..MemoryStore::default()
        };
        let schema = Arc::new(Schema::builtin());
        let replica = Replica::open(schema, secret, None, &mut self.dice, &mut store).unwrap();
        self.devices.push(Device::new(replica, store, bytes));
        self.devices.len() - 1
    }

    pub(crate) fn space(&self) -> SpaceId {
        self.devices[0].replica.space()
    }

    pub(crate) fn id(&self, device: usize) -> DeviceId {
        self.devices[device].replica.device()
    }

    pub(crate) fn hub(&self) -> DeviceId {
        self.relay.key()
    }

    /// Asks a single question on a stream of its own and returns all answers.
    pub(crate) fn ask(&mut self, key: DeviceId, message: Message) -> Vec<Message> {
        let peer = self.open(key);
        self.relay
            .handle(Event::Received { peer, message }, self.now)
            .unwrap();
        let effects = self.turn();
        self.relay.handle(Event::Closed { peer }, self.now).unwrap();
        let of_peer = |effect| match effect {
            Effect::Send { peer: to, message } if to == peer => Some(message),
            _ => None,
        };
        effects.into_iter().filter_map(of_peer).collect()
    }

    pub(crate) fn open(&mut self, key: DeviceId) -> PeerId {
        let peer = PeerId(self.next);
        self.next += 1;
        self.relay.handle(Event::Opened { peer, key }, self.now).unwrap();
        peer
    }

    /// Commits and returns the effects; everything sent counts as written.
    pub(crate) fn turn(&mut self) -> Vec<Effect> {
        self.relay.commit(self.now).unwrap();
        let effects: Vec<_> = std::iter::from_fn(|| self.relay.poll()).collect();
        for effect in &effects {
            if let Effect::Send { peer, message } = effect {
                let written = Event::Written {
                    peer: *peer,
                    bytes: size(message),
                };
                self.relay.handle(written, self.now).unwrap();
            }
        }
        effects
    }

    /// What a device sends to enrol, with the proof under a ticket's secret.
    pub(crate) fn enrolment(&self, device: usize, secret: [u8; 16], with_space: bool) -> Enrol {
        let id = self.id(device);
        Enrol {
            ticket: ticket_id(&secret),
            device: id,
            proof: client_proof(&secret, &self.hub().0, &id),
            space: with_space.then(|| self.space()),
            records: if with_space {
                self.devices[device].store.membership.clone()
            } else {
                Vec::new()
            },
        }
    }

    /// Both steps of an enrolment, with the handing over between them.
    pub(crate) fn enrol(&mut self, device: usize) {
        let id = self.id(device);
        let first = self.ask(id, Message::Enrol(self.enrolment(device, TICKET, false)));
        let proof = hub_proof(&TICKET, &self.hub().0, &id);
        assert_eq!(
            first,
            [Message::Enrolled(Enrolled {
                proof,
                position: None,
                hash: None
            })]
        );
        let hub = self.hub().0;
        let founder = &mut self.devices[device];
        founder
            .replica
            .decide_members(&Intent::HandOver(hub), &mut self.dice, &mut founder.store)
            .unwrap();
        let (position, hash) = founder.replica.membership().head();
        let second = self.ask(id, Message::Enrol(self.enrolment(device, TICKET, true)));
        let enrolled = Enrolled {
            proof,
            position: Some(position),
            hash: Some(hash),
        };
        assert_eq!(second, [Message::Enrolled(enrolled)]);
    }

    pub(crate) fn connect(&mut self, device: usize) {
        let peer = self.open(self.id(device));
        let device = &mut self.devices[device];
        device.ended = None;
        device.peer = Some((peer, device.replica.meet(Side::Node, self.now.clock)));
    }

    pub(crate) fn disconnect(&mut self, device: usize) {
        if let Some((peer, _)) = self.devices[device].peer.take() {
            self.relay.handle(Event::Closed { peer }, self.now).unwrap();
        }
    }

    /// What a device has to send now goes to the relay.
    pub(crate) fn speak(&mut self, device: usize) -> bool {
        let Some((peer, messages)) = self.devices[device].work(&mut self.dice) else {
            return false;
        };
        let spoke = !messages.is_empty();
        for message in messages {
            self.relay
                .handle(Event::Received { peer, message }, self.now)
                .unwrap();
        }
        if self.devices[device]
            .peer
            .as_ref()
            .is_some_and(|(_, peer)| peer.closed().is_some())
        {
            // A replica that closes a session by itself wants to meet anew.
            self.disconnect(device);
            self.connect(device);
            return true;
        }
        spoke
    }

    /// What the relay has to say goes to the devices.
    pub(crate) fn listen(&mut self) -> bool {
        let effects = self.turn();
        let heard = !effects.is_empty();
        for effect in effects {
            match effect {
                Effect::Send { peer, message } => {
                    if let Some(device) = self.device_of(peer) {
                        device.receipts += usize::from(matches!(message, Message::Receipt(_)));
                        if let Some((_, session)) = &mut device.peer {
                            // A fault of ours shows as a closed session.
                            let _ = session.handle(message);
                        }
                    }
                }
                Effect::End { peer, code } => {
                    if let Some(device) = self.device_of(peer) {
                        device.ended = Some(code);
                        device.peer = None;
                    }
                }
                Effect::Hold { .. } => {}
            }
        }
        heard
    }

    fn device_of(&mut self, peer: PeerId) -> Option<&mut Device> {
        self.devices
            .iter_mut()
            .find(|device| device.peer.as_ref().is_some_and(|(id, _)| *id == peer))
    }

    /// Until nothing moves.
    pub(crate) fn settle(&mut self) {
        for _ in 0..200 {
            let mut moved = false;
            for device in 0..self.devices.len() {
                moved |= self.speak(device);
            }
            moved |= self.listen();
            if !moved {
                return;
            }
        }
        panic!("it never settles");
    }

    pub(crate) fn add(&mut self, device: usize, name: &str) -> RecordId {
        let command = Command::Add {
            kind: "person".to_owned(),
            id: None,
            cells: vec![("given_name/fr".to_owned(), Scalar::Text(name.to_owned()))],
        };
        let (now, dice) = (self.now.clock, &mut self.dice);
        let device = &mut self.devices[device];
        let done = device
            .replica
            .execute(&command, now, dice, &mut device.store)
            .unwrap();
        if let Some((_, peer)) = &mut device.peer {
            peer.nudge();
        }
        done.added[0]
    }

    /// Many records of noise, which nothing can make small: about 600 bytes each.
    pub(crate) fn add_long(&mut self, device: usize, records: usize) {
        for _ in 0..records {
            let mut noise = [0; 250];
            self.dice.fill_bytes(&mut noise);
            self.add(device, &base32(&noise));
        }
    }

    pub(crate) fn decide(&mut self, device: usize, intent: &Intent) {
        let device = &mut self.devices[device];
        device
            .replica
            .decide_members(intent, &mut self.dice, &mut device.store)
            .unwrap();
        if let Some((_, peer)) = &mut device.peer {
            peer.nudge();
        }
    }

    pub(crate) fn unsynced(&mut self, device: usize) -> u64 {
        let device = &mut self.devices[device];
        device.replica.unsynced(&mut device.store).unwrap()
    }

    pub(crate) fn rows(&self, device: usize) -> usize {
        self.devices[device].store.rows.len()
    }

    /// The hub's view of the membership.
    pub(crate) fn membership(&mut self) -> Membership {
        let space = self.space();
        let records = self.relay.store().membership_since(space, 0).unwrap();
        let records: Vec<_> = records
            .iter()
            .map(|bytes| MemberRecord::from_bytes(bytes).unwrap())
            .collect();
        Membership::replay(&records).unwrap()
    }

    /// The power goes: the relay comes back with what was committed; all streams are gone.
    pub(crate) fn crash(&mut self) {
        let fresh = Relay::new(MemoryLog::new(), hub_secret(), settings());
        let store = std::mem::replace(&mut self.relay, fresh).into_store();
        self.relay = Relay::new(store, hub_secret(), settings());
        self.devices.iter_mut().for_each(|device| device.peer = None);
    }
}

impl Device {
    pub(crate) fn new(replica: Replica, store: MemoryStore, secret: [u8; 64]) -> Self {
        Self {
            replica,
            store,
            peer: None,
            ended: None,
            receipts: 0,
            secret,
        }
    }

    /// What the device says now, without anybody hearing it.
    pub(crate) fn work(&mut self, dice: &mut ChaCha8Rng) -> Option<(PeerId, Vec<Message>)> {
        let (id, peer) = self.peer.as_mut()?;
        while peer.wants_work() {
            self.replica.work(peer, dice, &mut self.store).unwrap();
            peer.committed(&mut self.replica).unwrap();
        }
        Some((*id, std::iter::from_fn(|| peer.poll_send()).collect()))
    }
}
