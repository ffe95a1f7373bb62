//! Two sessions in memory: stores that check and commit, a stream that cuts anywhere.

mod converge;
mod faults;
mod hostile;
mod members;

use std::collections::{BTreeMap, VecDeque};

use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};

use super::*;
use crate::crypto::DeviceSecret;
use crate::id::{DeviceId, LogId};
use crate::log::{Entry, LogHead, Opening, Seal, check};
use crate::membership::draft::{self, Newcomer};
use crate::membership::recovery::RecoverySecret;
use crate::membership::{Keyring, KeyringSource, MemberRecord, Membership, Role, sequence};
use crate::time::Timestamp;
use crate::wire::{FrameReader, Message};

/// A space whose membership is made in advance, and its writers.
struct World {
    dice: ChaCha20Rng,
    devices: Vec<DeviceSecret>,
    /// Position n adds device n.
    records: Vec<MemberRecord>,
    keyring: Keyring,
    /// What was written of each log, the branch of the author.
    logs: BTreeMap<LogId, Vec<Entry>>,
}

impl World {
    fn new(seed: u64, devices: usize) -> Self {
        let mut dice = ChaCha20Rng::seed_from_u64(seed);
        let devices: Vec<DeviceSecret> = (0..devices).map(|_| DeviceSecret::generate(&mut dice)).collect();
        let recovery = RecoverySecret::generate(&mut dice);
        let genesis = draft::genesis(&devices[0], "a", &recovery.keys(), &mut dice).unwrap();
        let mut membership = Membership::replay([&genesis]).unwrap();
        let keyring = Keyring::open(&membership, KeyringSource::Device(&devices[0])).unwrap();
        let mut records = vec![genesis];
        for device in &devices[1..] {
            let newcomer = Newcomer {
                keys: device.keys(),
                role: Role::Member,
                label: "b".to_owned(),
                invite: None,
            };
            let record = draft::add(&membership, &keyring, &devices[0], &newcomer, &mut dice).unwrap();
            let record = sequence(record, &membership, &devices[0], &|_| Vec::new()).unwrap();
            membership.apply(&record).unwrap();
            records.push(record);
        }
        Self {
            dice,
            devices,
            records,
            keyring,
            logs: BTreeMap::new(),
        }
    }

    fn space(&self) -> crate::id::SpaceId {
        self.membership(0).space()
    }

    fn membership(&self, position: usize) -> Membership {
        Membership::replay(&self.records[..=position]).unwrap()
    }

    /// The log number `n` of a device.
    fn log(device: usize, n: u8) -> LogId {
        LogId([device as u8 * 16 + n; 16])
    }

    /// Writes the next entry of a log, knowing the membership up to a position.
    fn write(&mut self, device: usize, log: LogId, position: usize, plain: &[u8]) -> Entry {
        let before = self.logs.get(&log).and_then(|entries| entries.last()).cloned();
        let entry = self.write_after(before.as_ref(), device, log, position, plain);
        self.logs.entry(log).or_default().push(entry.clone());
        entry
    }

    /// Writes an entry after any other, on the side: this is how forks are made.
    fn write_after(
        &mut self,
        before: Option<&Entry>,
        device: usize,
        log: LogId,
        position: usize,
        plain: &[u8],
    ) -> Entry {
        let (epoch, key) = self.keyring.latest();
        let secret = &self.devices[device];
        let seal = Seal {
            space: self.space(),
            log,
            seq: before.map_or(0, |entry| entry.header.seq + 1),
            prev: before.map(Entry::hash),
            position: position as u32,
            member_hash: self.records[position].hash(),
            epoch,
            opening: before.is_none().then(|| Opening {
                device: secret.id(),
                previous: None,
            }),
        };
        Entry::seal(seal, plain, key, secret, &mut self.dice)
    }

    /// A store that knows the membership up to a position and holds nothing.
    fn store(&self, position: usize) -> Store {
        Store {
            records: self.records[..=position].to_vec(),
            membership: self.membership(position),
            logs: BTreeMap::new(),
            heads: BTreeMap::new(),
        }
    }
}

/// What one side holds durably.
#[derive(Clone)]
struct Store {
    records: Vec<MemberRecord>,
    membership: Membership,
    logs: BTreeMap<LogId, Vec<Entry>>,
    heads: BTreeMap<LogId, LogHead>,
}

impl Store {
    fn take(&mut self, entry: &Entry) -> Result<(), crate::log::EntryFault> {
        let log = entry.header.log;
        let head = check(entry, self.heads.get(&log), &self.membership)?;
        self.heads.insert(log, head);
        self.logs.entry(log).or_default().push(entry.clone());
        Ok(())
    }

    fn hold(&mut self, entries: &[Entry]) {
        entries.iter().for_each(|entry| self.take(entry).unwrap());
    }

    fn fetch(&self, log: LogId, from: u64, max_bytes: usize) -> Vec<Entry> {
        let mut bytes = 0;
        let entries = self.logs.get(&log).into_iter().flatten().skip(from as usize);
        let mut fetched = Vec::new();
        for entry in entries {
            bytes += entry.weight();
            if !fetched.is_empty() && bytes > max_bytes {
                break;
            }
            fetched.push(entry.clone());
        }
        fetched
    }
}

/// One end: a store, a session on it, and work that waits.
struct Peer {
    store: Store,
    session: Session,
    reader: FrameReader,
    /// Bytes written and not yet delivered to the other end.
    stream: VecDeque<u8>,
    inbox: VecDeque<Entry>,
    members: Vec<Vec<u8>>,
    fetches: VecDeque<Output>,
    /// What came out besides what was worked off.
    seen: Vec<Output>,
    fault: Option<PeerFault>,
    /// The messages written, without what fills them.
    said: Vec<&'static str>,
    /// Commits are told: off, to see what is held back until then.
    commits: bool,
}

impl Peer {
    fn new(side: Side, store: Store, device: DeviceId, own_log: Option<LogId>) -> Self {
        let local = Local {
            space: store.membership.space(),
            device,
            incarnation: [side as u8; 16],
            membership: Some(store.membership.head()),
            heads: store.heads.values().copied().collect(),
            applied: Vec::new(),
            floors: Vec::new(),
            own_log,
            software: "test".to_owned(),
            clock: Timestamp(5),
        };
        let mut peer = Self {
            store,
            session: Session::new(side, local),
            reader: FrameReader::new(),
            stream: VecDeque::new(),
            inbox: VecDeque::new(),
            members: Vec::new(),
            fetches: VecDeque::new(),
            seen: Vec::new(),
            fault: None,
            said: Vec::new(),
            commits: true,
        };
        peer.drain();
        peer
    }

    fn handle(&mut self, input: Input) {
        if let Err(fault) = self.session.handle(input) {
            self.fault = Some(fault);
        }
        self.drain();
    }

    fn drain(&mut self) {
        while let Some(output) = self.session.poll() {
            match output {
                Output::Send(message) => {
                    self.said.push(name(&message));
                    self.stream.extend(message.to_frame());
                }
                Output::Deliver { entries } => self.inbox.extend(entries),
                Output::DeliverMembers(records) => self.members.extend(records),
                Output::Fetch { .. } | Output::FetchMembers { .. } => self.fetches.push_back(output),
                other => self.seen.push(other),
            }
        }
    }

    fn receive(&mut self, bytes: &[u8]) {
        self.reader.push(bytes);
        while self.fault.is_none() {
            match self.reader.next_message() {
                Ok(Some(message)) => self.handle(Input::Frame(message)),
                Ok(None) => break,
                Err(_) => {
                    self.fault = Some(PeerFault::Malformed);
                    break;
                }
            }
        }
    }

    fn busy(&self) -> bool {
        !self.inbox.is_empty() || !self.members.is_empty() || !self.fetches.is_empty()
    }

    /// Answers the oldest question.
    fn answer(&mut self) {
        match self.fetches.pop_front() {
            Some(Output::Fetch { log, from, max_bytes }) => {
                let entries = self.store.fetch(log, from, max_bytes);
                self.handle(Input::Fetched { log, entries });
            }
            Some(Output::FetchMembers { from, .. }) => self.tell_members(from),
            _ => {}
        }
    }

    fn tell_members(&mut self, from: u32) {
        // Two at a time, so that a long membership takes several turns.
        let records = self.store.records.iter().skip(from as usize).take(2);
        let records = records.map(|record| record.bytes().to_vec()).collect();
        let head = self.store.membership.head();
        self.handle(Input::Members { from, records, head });
    }

    /// Applies what membership came.
    fn take_members(&mut self) {
        for record in std::mem::take(&mut self.members) {
            let record = MemberRecord::from_bytes(&record).unwrap();
            self.store.membership.apply(&record).unwrap();
            self.store.records.push(record);
        }
        let head = self.store.membership.head();
        self.handle(Input::Members {
            from: head.0,
            records: Vec::new(),
            head,
        });
    }

    /// Stores some of what was delivered, and commits.
    fn take_entries(&mut self, count: usize) {
        for _ in 0..count {
            let Some(entry) = self.inbox.pop_front() else {
                break;
            };
            if let Err(fault) = self.store.take(&entry) {
                self.handle(Input::Rejected {
                    entry: Box::new(entry),
                    fault,
                });
            }
        }
        self.commit();
    }

    fn commit(&mut self) {
        if self.commits {
            let heads: Vec<LogHead> = self.store.heads.values().copied().collect();
            let applied = heads.iter().map(|head| (head.log, head.seq)).collect();
            self.handle(Input::Durable { heads, applied });
        }
    }

    /// Seals an entry here: stored and committed.
    fn seal(&mut self, entry: &Entry) {
        self.store.take(entry).unwrap();
        self.commit();
    }

    fn saw(&self, what: impl Fn(&Output) -> bool) -> usize {
        self.seen.iter().filter(|output| what(output)).count()
    }

    fn ready(&self) -> bool {
        self.saw(|output| *output == Output::Ready) == 1
    }

    fn closing(&self) -> Option<Closing> {
        self.seen.iter().find_map(|output| match output {
            Output::Close(closing) => Some(*closing),
            _ => None,
        })
    }
}

fn name(message: &Message) -> &'static str {
    match message {
        Message::Hello(_) | Message::Welcome(_) => "hello",
        Message::Membership { .. } => "membership",
        Message::Entries(_) => "entries",
        Message::Ack(_) => "ack",
        Message::Want { .. } => "want",
        _ => "other",
    }
}

/// Lets both ends go on, in an order the dice choose, until nothing moves any more.
fn settle(a: &mut Peer, b: &mut Peer, dice: &mut ChaCha20Rng) {
    for turn in 0.. {
        assert!(turn < 200_000, "the two never come to rest");
        let (from, to) = if dice.next_u32().is_multiple_of(2) {
            (&mut *a, &mut *b)
        } else {
            (&mut *b, &mut *a)
        };
        let roll = dice.next_u32() as usize;
        match roll % 4 {
            0 if !from.fetches.is_empty() => from.answer(),
            1 if !from.members.is_empty() => from.take_members(),
            2 if !from.inbox.is_empty() => from.take_entries(1 + (roll >> 8) % 40),
            _ if !from.stream.is_empty() => {
                let len = from
                    .stream
                    .len()
                    .min(1 + (roll >> 8) % [3, 100, 9_000, 300_000][(roll >> 4) % 4]);
                let bytes: Vec<u8> = from.stream.drain(..len).collect();
                to.receive(&bytes);
            }
            _ if [&*a, &*b]
                .iter()
                .all(|peer| !peer.busy() && peer.stream.is_empty()) =>
            {
                return;
            }
            _ => {}
        }
    }
}

/// A device and a hub on two stores.
fn pair(world: &World, node: Store, hub: Store, own_log: Option<LogId>) -> (Peer, Peer) {
    let device = world.devices[1 % world.devices.len()].id();
    (
        Peer::new(Side::Node, node, device, own_log),
        Peer::new(Side::Hub, hub, DeviceId([99; 32]), None),
    )
}

fn dice(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed ^ 0x5eed)
}

/// Both hold the same, know it of each other, and nobody complained.
fn assert_converged(a: &Peer, b: &Peer) {
    assert_eq!((a.fault, b.fault), (None, None));
    assert_eq!(a.store.membership.head(), b.store.membership.head());
    assert_eq!(a.store.heads, b.store.heads);
    for peer in [a, b] {
        assert!(peer.ready());
        assert!(peer.session.in_sync());
        assert_eq!(
            (
                peer.session.unacked(),
                peer.session.lacking(),
                peer.session.parked()
            ),
            (0, 0, 0)
        );
        assert_eq!(peer.closing(), None);
    }
}
