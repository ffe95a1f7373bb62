//! The open exchange: membership before entries, entries both ways, acknowledgements after commits.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::forks::{Forks, Step};
use super::incoming::{Incoming, Taken};
use super::members::Members;
use super::outgoing::Outgoing;
use super::plan::plan;
use super::{Closing, Held, Input, Local, Output, PeerFault, Side};
use crate::id::{DeviceId, LogId};
use crate::log::{Entry, EntryFault};
use crate::wire::{Ack, Have, Hello, Message, ProposalRefusal, Proposed};

/// What is kept of a session once both have read each other.
pub(super) struct Open {
    side: Side,
    pub(super) device: DeviceId,
    own_log: Option<LogId>,
    pub(super) members: Members,
    pub(super) outgoing: Outgoing,
    pub(super) incoming: Incoming,
    forks: Forks,
    /// What the peer was last told of each log: stored, applied.
    pub(super) told: BTreeMap<LogId, (u64, Option<u64>)>,
    /// Logs of which there may be something to tell.
    pub(super) to_tell: BTreeSet<LogId>,
    /// Logs that a checkpoint must bring, to us or to the peer.
    pub(super) by_checkpoint: BTreeSet<LogId>,
    ahead: bool,
    /// What the peer last said of each log held here.
    heard: BTreeMap<LogId, (u64, Option<u64>)>,
    /// Acknowledgements that said nothing new.
    idle_acks: usize,
    pub(super) ready: bool,
}

pub(super) type Outputs = VecDeque<Output>;
pub(super) type Logs = BTreeMap<LogId, Held>;

impl Open {
    /// Compares both sides; what follows from it is output at once.
    pub(super) fn new(
        side: Side,
        local: &Local,
        held: &Logs,
        peer: Hello,
        out: &mut Outputs,
    ) -> Result<Self, Closing> {
        let members = Members::new(local.membership, peer.membership())
            .map_err(|position| Closing::MembershipSplit { position })?;
        let mut open = Self {
            side,
            device: local.device,
            own_log: local.own_log,
            incoming: Incoming::new(local.space, members.position()),
            members,
            outgoing: Outgoing::new(local.space),
            forks: Forks::default(),
            told: held
                .iter()
                .map(|(log, held)| (*log, (held.head.seq, held.applied)))
                .collect(),
            to_tell: BTreeSet::new(),
            by_checkpoint: BTreeSet::new(),
            ahead: false,
            heard: BTreeMap::new(),
            idle_acks: 0,
            ready: false,
        };
        out.push_back(Output::PeerHave(peer.have.clone()));
        open.compare(held, &peer.have, out);
        open.settle(out);
        Ok(open)
    }

    fn compare(&mut self, held: &Logs, have: &[Have], out: &mut Outputs) {
        let ours: Vec<Held> = held.values().copied().collect();
        let plan = plan(&ours, have);
        for have in have {
            self.outgoing.heard(have.log, have.seq, held.get(&have.log));
            if let Some(held) = held.get(&have.log).filter(|_| !plan.forked.contains(&have.log)) {
                acked(held, have.seq, have.applied, out);
            }
        }
        for (log, from, _) in &plan.receive {
            if Some(*log) == self.own_log {
                let theirs = have.iter().find(|have| have.log == *log);
                let seq = theirs.map_or(*from, |have| have.seq);
                self.peer_ahead(*log, seq, theirs.map(|have| have.head), out);
            }
        }
        for log in plan.need_checkpoint {
            out.push_back(Output::Send(Message::NeedCheckpoint { log }));
            out.push_back(Output::NeedCheckpoint { log });
            self.rest(log);
            self.by_checkpoint.insert(log);
        }
        for log in plan.owe_checkpoint {
            self.outgoing.stop(log);
            self.by_checkpoint.insert(log);
        }
        for log in plan.forked {
            let Some(held) = held.get(&log) else { continue };
            let theirs = have.iter().find(|have| have.log == log).map(|have| have.head);
            if Some(log) == self.own_log {
                self.peer_ahead(log, held.head.seq, theirs, out);
            }
            self.rest(log);
            let step = self.forks.open(log, held.head.seq, None);
            self.fork_step(step, out);
        }
        for held in held.values() {
            self.outgoing.held(held);
        }
    }

    pub(super) fn handle(
        &mut self,
        input: Input,
        held: &Logs,
        out: &mut Outputs,
    ) -> Result<Option<Closing>, PeerFault> {
        match input {
            Input::Frame(message) => return self.message(message, held, out),
            Input::Fetched { log, entries } => {
                self.fetched(log, &entries, held, out)?;
            }
            Input::Rejected { entry, fault } => self.rejected(&entry, &fault, held, out)?,
            Input::Members { from, records, head } => {
                let messages = self.members.ours(from, records, head);
                out.extend(messages.into_iter().map(Output::Send));
                let taken = self.incoming.membership(head.0);
                self.took(taken, held, out);
                self.settle(out);
            }
            Input::Propose { id, record } => out.push_back(Output::Send(Message::Propose { id, record })),
            Input::Proposed { id, result } => out.push_back(Output::Send(Message::Proposed { id, result })),
            Input::Receipt(receipt) => out.push_back(Output::Send(Message::Receipt(receipt))),
            Input::PeerAcks(acks) => out.push_back(Output::Send(Message::PeerAcks(acks))),
            Input::Notify { topic } => out.push_back(Output::Send(Message::Notify { topic })),
            Input::Finish => return Ok(Some(Closing::Done)),
            Input::Durable { .. } => self.durable(held),
        }
        Ok(None)
    }

    /// The logs stand as `held` says now.
    fn durable(&mut self, held: &Logs) {
        for (log, held) in held {
            self.incoming.durable(&held.head);
            self.outgoing.held(held);
            self.to_tell.insert(*log);
        }
    }

    fn message(
        &mut self,
        message: Message,
        held: &Logs,
        out: &mut Outputs,
    ) -> Result<Option<Closing>, PeerFault> {
        match message {
            Message::Membership { from, records } => {
                let records = self.members.theirs(from, records)?;
                if !records.is_empty() {
                    out.push_back(Output::DeliverMembers(records));
                }
            }
            Message::Entries(bytes) => {
                let taken = self.incoming.take(&bytes, held)?;
                self.took(taken, held, out);
            }
            Message::Ack(acks) => self.acks(acks, held, out)?,
            Message::Want { log, from } => match (from, held.get(&log)) {
                (None, Some(_)) => self.outgoing.stop(log),
                (Some(from), Some(held)) => self.outgoing.want(log, from, held)?,
                // A peer cannot make us remember logs that do not exist.
                (_, None) => {}
            },
            Message::Fork { held: header, other } => {
                let device_of = |log: &LogId| held.get(log).map(|held| held.head.device);
                let (log, step) = self.forks.said(&header, other.as_deref(), &device_of)?;
                self.rest(log);
                self.fork_step(step, out);
            }
            Message::NeedCheckpoint { log } => {
                if held.contains_key(&log) {
                    self.outgoing.stop(log);
                    self.by_checkpoint.insert(log);
                    out.push_back(Output::CheckpointWanted { log });
                }
            }
            Message::Receipt(receipt) => out.push_back(Output::Receipt(receipt)),
            Message::PeerAcks(acks) => out.push_back(Output::PeerAcks(acks)),
            Message::Propose { id, record } => out.push_back(self.proposal(id, record)),
            Message::Proposed { id, result } => out.push_back(Output::Proposed { id, result }),
            Message::Notify { topic } => out.push_back(Output::Notified { topic }),
            Message::Bye => return Ok(Some(Closing::PeerDone)),
            Message::Refused(refusal) => return Ok(Some(Closing::Refused(refusal))),
            Message::Unknown { .. } => {}
            _ => return Err(PeerFault::Unexpected),
        }
        Ok(None)
    }

    fn proposal(&self, id: u32, record: Vec<u8>) -> Output {
        match self.side {
            Side::Hub => Output::Proposal { id, record },
            Side::Node => {
                let result = Proposed::Refused(ProposalRefusal::NotSequencer);
                Output::Send(Message::Proposed { id, result })
            }
        }
    }

    fn took(&mut self, taken: Taken, held: &Logs, out: &mut Outputs) {
        for (log, seq) in taken.heard {
            let held = held.get(&log);
            self.outgoing.heard(log, seq, held);
            self.to_tell.insert(log);
            if Some(log) == self.own_log && held.is_some_and(|held| held.head.seq < seq) {
                self.peer_ahead(log, seq, None, out);
            }
        }
        for entry in taken.forks {
            let log = entry.header.log;
            let Some(held) = held.get(&log) else { continue };
            self.outgoing.stop(log);
            let step = self.forks.open(log, held.head.seq, Some(entry.signed_header()));
            self.fork_step(step, out);
        }
        for (log, from) in taken.wants {
            out.push_back(Output::Send(Message::Want { log, from }));
        }
        if !taken.deliver.is_empty() {
            out.push_back(Output::Deliver {
                entries: taken.deliver,
            });
        }
    }

    fn fetched(
        &mut self,
        log: LogId,
        entries: &[Entry],
        held: &Logs,
        out: &mut Outputs,
    ) -> Result<(), PeerFault> {
        if let Some(held) = held.get(&log) {
            let step = self.forks.fetched(log, entries, &held.head.device)?;
            self.fork_step(step, out);
        }
        let messages = self.outgoing.fetched(log, entries, held.get(&log));
        out.extend(messages.into_iter().map(Output::Send));
        Ok(())
    }

    fn rejected(
        &mut self,
        entry: &Entry,
        fault: &EntryFault,
        held: &Logs,
        out: &mut Outputs,
    ) -> Result<(), PeerFault> {
        let log = entry.header.log;
        match fault {
            EntryFault::Duplicate => return Ok(()),
            EntryFault::Signature | EntryFault::Altered => return Err(PeerFault::FalseEntry { log }),
            EntryFault::OtherSpace => return Err(PeerFault::OtherSpace),
            EntryFault::Fork { .. } => {
                self.rest(log);
                if let Some(held) = held.get(&log) {
                    // The entry contradicts the head of then; ours of that number is what counts.
                    let at = entry.header.seq.min(held.head.seq);
                    let step = self.forks.open(log, at, Some(entry.signed_header()));
                    self.fork_step(step, out);
                }
                return Ok(());
            }
            _ => {}
        }
        if !self.incoming.stopped(&log) {
            self.incoming.stop(log);
            out.push_back(Output::Send(Message::Want { log, from: None }));
        }
        Ok(())
    }

    fn acks(&mut self, acks: Vec<Ack>, held: &Logs, out: &mut Outputs) -> Result<(), PeerFault> {
        // An empty one would cost nothing, and could come for ever.
        self.idle_acks += usize::from(acks.is_empty());
        for Ack { log, stored, applied } in acks {
            let says = held
                .get(&log)
                .map(|held| (held, self.heard.insert(log, (stored, applied))));
            let Some((held, _)) = says.filter(|(_, before)| *before != Some((stored, applied))) else {
                self.idle_acks += 1;
                continue;
            };
            if Some(log) == self.own_log && stored > held.head.seq {
                self.peer_ahead(log, stored, None, out);
            }
            self.outgoing.heard(log, stored.min(held.head.seq), Some(held));
            self.to_tell.insert(log);
            acked(held, stored, applied, out);
        }
        if self.idle_acks > IDLE_ACKS_MAX {
            return Err(PeerFault::Flood);
        }
        Ok(())
    }

    fn fork_step(&mut self, step: Step, out: &mut Outputs) {
        if let Some((log, from)) = step.fetch {
            out.push_back(Output::Fetch {
                log,
                from,
                max_bytes: 1,
            });
        }
        out.extend(step.send.map(Output::Send));
        out.extend(step.proof.map(|proof| Output::Forked(Box::new(proof))));
    }

    fn peer_ahead(&mut self, log: LogId, seq: u64, head: Option<[u8; 16]>, out: &mut Outputs) {
        if !self.ahead {
            self.ahead = true;
            out.push_back(Output::PeerAhead { log, seq, head });
        }
    }

    /// The log rests: nothing more is sent or taken of it in this session.
    fn rest(&mut self, log: LogId) {
        self.outgoing.stop(log);
        self.incoming.stop(log);
    }

    fn settle(&mut self, out: &mut Outputs) {
        if !self.ready && self.members.received() {
            self.ready = true;
            out.push_back(Output::Ready);
        }
    }
}

/// A correct peer acknowledges what changed; one that sends more than this of nothing wastes our time.
const IDLE_ACKS_MAX: usize = 8_192;

/// What the peer says it has, never more than we hold: nobody can acknowledge what was not sent.
fn acked(held: &Held, stored: u64, applied: Option<u64>, out: &mut Outputs) {
    let most = held.head.seq;
    let (stored, applied) = (stored.min(most), applied.map(|seq| seq.min(most)));
    out.push_back(Output::Acked {
        log: held.head.log,
        stored,
        applied,
    });
}
