//! What the peer sends: checked for order, parked until its membership is known, then delivered.

use std::collections::{BTreeMap, VecDeque};

use super::outgoing::WINDOW;
use super::{Held, PeerFault};
use crate::id::{DeviceId, LogId, SpaceId};
use crate::log::{Entry, LOGS_MAX, LOGS_PER_DEVICE_MAX, LogHead, Place, place};
use crate::wire::Unpacker;

/// Entries that wait for membership, together.
const PARKED_MAX: usize = 1_024;
/// Their weight, together.
const PARKED_BYTES_MAX: usize = 8 * 1024 * 1024;
/// A correct peer stops at the window; its last fetches may have been under way.
const UNDURABLE_MAX: usize = 2 * WINDOW;

/// The receiving half of a session.
pub(super) struct Incoming {
    space: SpaceId,
    unpacker: Unpacker,
    logs: BTreeMap<LogId, Receiving>,
    /// The last membership position known here.
    position: Option<u32>,
    /// Weight of what was taken and is not durable yet.
    undurable: usize,
    parked: usize,
    parked_bytes: usize,
}

/// One log as it comes in.
struct Receiving {
    /// The last entry taken or held.
    tip: Option<LogHead>,
    flow: Flow,
    /// Taken and not durable: number and weight.
    taken: VecDeque<(u64, usize)>,
    parked: VecDeque<Entry>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Flow {
    /// What comes is taken.
    Taking,
    /// The park is full: what comes is passed over until membership arrives.
    PassingOver,
    /// It was asked for again: what comes before the answer is passed over.
    Resuming,
    /// Nothing more of it is taken in this session.
    Stopped,
}

/// What became of entries that came.
#[derive(Default)]
pub(super) struct Taken {
    /// To be checked, stored and applied.
    pub(super) deliver: Vec<Entry>,
    /// The peer holds these: log and number.
    pub(super) heard: Vec<(LogId, u64)>,
    /// Contradicts what is held; the log was stopped.
    pub(super) forks: Vec<Entry>,
    /// Logs that the peer is asked for again from a number on, or asked to stop.
    pub(super) wants: Vec<(LogId, Option<u64>)>,
}

impl Incoming {
    pub(super) fn new(space: SpaceId, position: Option<u32>) -> Self {
        Self {
            space,
            unpacker: Unpacker::new(space),
            logs: BTreeMap::new(),
            position,
            undurable: 0,
            parked: 0,
            parked_bytes: 0,
        }
    }

    pub(super) fn parked(&self) -> usize {
        self.parked
    }

    pub(super) fn stopped(&self, log: &LogId) -> bool {
        self.logs
            .get(log)
            .is_some_and(|receiving| receiving.flow == Flow::Stopped)
    }

    /// Nothing more of a log is taken in this session.
    pub(super) fn stop(&mut self, log: LogId) {
        let receiving = self.logs.entry(log).or_insert_with(|| Receiving::new(None));
        receiving.flow = Flow::Stopped;
        self.undurable -= receiving.taken.drain(..).map(|(_, weight)| weight).sum::<usize>();
        for entry in receiving.parked.drain(..) {
            self.parked -= 1;
            self.parked_bytes -= entry.weight();
        }
    }

    /// Takes a frame of entries.
    pub(super) fn take(&mut self, bytes: &[u8], held: &BTreeMap<LogId, Held>) -> Result<Taken, PeerFault> {
        let entries = self.unpacker.unpack(bytes).map_err(|_| PeerFault::Malformed)?;
        let mut taken = Taken::default();
        for entry in entries {
            self.take_one(entry, held, &mut taken)?;
        }
        Ok(taken)
    }

    fn take_one(
        &mut self,
        entry: Entry,
        held: &BTreeMap<LogId, Held>,
        taken: &mut Taken,
    ) -> Result<(), PeerFault> {
        let (log, seq) = (entry.header.log, entry.header.seq);
        if entry.header.space != self.space {
            return Err(PeerFault::OtherSpace);
        }
        let head = held.get(&log).map(|held| held.head);
        let tip = self.tip(log, head);
        if !self.flows(log, seq, tip.as_ref()) {
            return Ok(());
        }
        match place(&entry.header, tip.as_ref()) {
            Place::Held => {
                taken.heard.push((log, seq));
                Ok(())
            }
            Place::Gap { have } => Err(PeerFault::Gap { log, have, got: seq }),
            Place::Fork { .. } => {
                self.stop(log);
                taken.forks.push(entry);
                Ok(())
            }
            Place::Next => {
                let Some(device) = tip
                    .map(|tip| tip.device)
                    .or(entry.header.opening.map(|o| o.device))
                else {
                    return Err(PeerFault::Malformed);
                };
                if tip.is_none() && !self.room_for(&device, held) {
                    self.stop(log);
                    taken.wants.push((log, None));
                    return Ok(());
                }
                self.accept(entry, device, taken)
            }
        }
    }

    /// The last entry taken or held: another session may have brought more than this one.
    fn tip(&mut self, log: LogId, head: Option<LogHead>) -> Option<LogHead> {
        let receiving = self.logs.entry(log).or_insert_with(|| Receiving::new(head));
        if receiving
            .tip
            .is_none_or(|tip| head.is_some_and(|head| head.seq > tip.seq))
        {
            receiving.tip = head;
        }
        receiving.tip
    }

    /// Whether the entry is looked at: it is the answer to what was asked again, if something was.
    fn flows(&mut self, log: LogId, seq: u64, tip: Option<&LogHead>) -> bool {
        let Some(receiving) = self.logs.get_mut(&log) else {
            return false;
        };
        if receiving.flow == Flow::Resuming && seq == tip.map_or(0, |tip| tip.seq + 1) {
            receiving.flow = Flow::Taking;
        }
        receiving.flow == Flow::Taking
    }

    fn room_for(&self, device: &DeviceId, held: &BTreeMap<LogId, Held>) -> bool {
        let coming = self
            .logs
            .values()
            .filter_map(|log| log.tip)
            .filter(|tip| !held.contains_key(&tip.log));
        let of_device = held
            .values()
            .map(|held| held.head)
            .chain(coming.clone())
            .filter(|head| head.device == *device)
            .count();
        of_device < LOGS_PER_DEVICE_MAX && held.len() + coming.count() < LOGS_MAX
    }

    fn accept(&mut self, entry: Entry, device: DeviceId, taken: &mut Taken) -> Result<(), PeerFault> {
        let (log, weight) = (entry.header.log, entry.weight());
        let Some(receiving) = self.logs.get_mut(&log) else {
            return Ok(());
        };
        let waits =
            !receiving.parked.is_empty() || self.position.is_none_or(|known| entry.header.position > known);
        if waits && (self.parked >= PARKED_MAX || self.parked_bytes + weight > PARKED_BYTES_MAX) {
            receiving.flow = Flow::PassingOver;
            return Ok(());
        }
        if self.undurable + weight > UNDURABLE_MAX {
            return Err(PeerFault::Flood);
        }
        taken.heard.push((log, entry.header.seq));
        receiving.tip = Some(LogHead::of(&entry, device));
        receiving.taken.push_back((entry.header.seq, weight));
        self.undurable += weight;
        if waits {
            self.parked += 1;
            self.parked_bytes += weight;
            receiving.parked.push_back(entry);
        } else {
            taken.deliver.push(entry);
        }
        Ok(())
    }

    /// Membership is known up to a position: what waited for it goes on.
    pub(super) fn membership(&mut self, position: u32) -> Taken {
        self.position = Some(position);
        let mut taken = Taken::default();
        for (log, receiving) in &mut self.logs {
            while let Some(entry) = receiving
                .parked
                .pop_front_if(|entry| entry.header.position <= position)
            {
                self.parked -= 1;
                self.parked_bytes -= entry.weight();
                taken.deliver.push(entry);
            }
            if receiving.flow == Flow::PassingOver && receiving.parked.is_empty() {
                receiving.flow = Flow::Resuming;
                taken
                    .wants
                    .push((*log, Some(receiving.tip.map_or(0, |tip| tip.seq + 1))));
            }
        }
        taken
    }

    /// A log is durable up to its head.
    pub(super) fn durable(&mut self, head: &LogHead) {
        let Some(receiving) = self.logs.get_mut(&head.log) else {
            return;
        };
        while let Some((_, weight)) = receiving.taken.pop_front_if(|(seq, _)| *seq <= head.seq) {
            self.undurable -= weight;
        }
        // What another session brought meanwhile need not wait here any more.
        while let Some(entry) = receiving
            .parked
            .pop_front_if(|entry| entry.header.seq <= head.seq)
        {
            self.parked -= 1;
            self.parked_bytes -= entry.weight();
        }
    }

    /// Whether something was taken that is not durable yet.
    pub(super) fn undurable(&self) -> bool {
        self.undurable > 0
    }
}

impl Receiving {
    fn new(tip: Option<LogHead>) -> Self {
        Self {
            tip,
            flow: Flow::Taking,
            taken: VecDeque::new(),
            parked: VecDeque::new(),
        }
    }
}
