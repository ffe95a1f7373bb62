//! The session: who speaks first, whether the two may speak, and then the open exchange.

use std::collections::{BTreeMap, VecDeque};

use super::open::Open;
use super::{Closing, Held, Input, Local, Output, PeerFault, Side};
use crate::id::LogId;
use crate::log::{LOGS_MAX, LogHead};
use crate::wire::{Capabilities, Hello, MINOR, Message, ProposalRefusal, Proposed, Refusal, SOFTWARE_MAX};

/// The exchange of one space with one peer; see [the module](crate::sync) for how it is driven.
///
/// It keeps what it needs to know of the local logs, and no entry longer than it has to: entries are
/// fetched when the window has room and handed on as soon as they may stand.
pub struct Session {
    side: Side,
    local: Local,
    held: BTreeMap<LogId, Held>,
    state: State,
    outputs: VecDeque<Output>,
}

/// Where a session stands; each state has its data.
enum State {
    /// A node has said hello.
    AwaitWelcome,
    /// A hub has let the peer in, and has not read its hello.
    AwaitHello,
    /// Both have read each other.
    Open(Box<Open>),
    /// Over.
    Closed,
}

impl Session {
    /// Begins a session. A hub makes one when it has read the peer's `Hello`, found its space and
    /// checked that the peer's key belongs to it; that `Hello` is then the first input.
    pub fn new(side: Side, local: Local) -> Self {
        let mut held = BTreeMap::new();
        merge(&mut held, &local.heads, &local.applied);
        for (log, floor) in &local.floors {
            if let Some(held) = held.get_mut(log) {
                held.floor = *floor;
            }
        }
        let state = match side {
            Side::Node => State::AwaitWelcome,
            Side::Hub => State::AwaitHello,
        };
        let mut session = Self {
            side,
            local,
            held,
            state,
            outputs: VecDeque::new(),
        };
        if side == Side::Node {
            session
                .outputs
                .push_back(Output::Send(Message::Hello(session.hello())));
        }
        session
    }

    /// Takes one input. Then [`poll`](Self::poll) until there is nothing left.
    ///
    /// An error is the peer's doing and ends the session: it is output as [`Output::Close`] as well,
    /// and later inputs are passed over. No local input causes one, but an answer from the store can
    /// bring to light that the peer lied.
    pub fn handle(&mut self, input: Input) -> Result<(), PeerFault> {
        let result = self.dispatch(input);
        if let Err(fault) = result {
            self.close(Closing::Fault(fault));
        }
        result
    }

    /// The next output, if there is one.
    pub fn poll(&mut self) -> Option<Output> {
        if self.outputs.is_empty()
            && let State::Open(open) = &mut self.state
        {
            open.flush(&self.held, &mut self.outputs);
        }
        self.outputs.pop_front()
    }

    /// Each side has, durably, all that the other has, and has said so. Logs that rest because of a
    /// fork, or that a checkpoint must bring, are left out: they were output.
    pub fn in_sync(&self) -> bool {
        match &self.state {
            State::Open(open) => self.outputs.is_empty() && open.in_sync(&self.held),
            State::AwaitWelcome | State::AwaitHello | State::Closed => false,
        }
    }

    /// Entries held here that the peer has not acknowledged as stored. Before the peer was read:
    /// all of them.
    pub fn unacked(&self) -> u64 {
        match &self.state {
            State::Open(open) => open.unacked(&self.held),
            _ => self.held.values().map(Held::count).fold(0, u64::saturating_add),
        }
    }

    /// Entries that the peer is known to hold and that are not durable here. For a progress bar.
    pub fn lacking(&self) -> u64 {
        match &self.state {
            State::Open(open) => open.lacking(&self.held),
            _ => 0,
        }
    }

    /// Entries that wait for membership.
    pub fn parked(&self) -> usize {
        match &self.state {
            State::Open(open) => open.parked(),
            _ => 0,
        }
    }

    /// Whether [`Output::Ready`] has come, and the session is not over.
    pub fn is_ready(&self) -> bool {
        matches!(&self.state, State::Open(open) if open.is_ready())
    }

    /// Whether the session is over.
    pub fn is_closed(&self) -> bool {
        matches!(self.state, State::Closed)
    }

    fn dispatch(&mut self, input: Input) -> Result<(), PeerFault> {
        match &mut self.state {
            State::Closed => Ok(()),
            State::Open(open) => {
                if let Input::Durable { heads, applied } = &input {
                    merge(&mut self.held, heads, applied);
                }
                if let Some(closing) = open.handle(input, &self.held, &mut self.outputs)? {
                    self.close(closing);
                }
                Ok(())
            }
            State::AwaitWelcome | State::AwaitHello => self.before_open(input),
        }
    }

    fn before_open(&mut self, input: Input) -> Result<(), PeerFault> {
        match (input, self.side) {
            (Input::Frame(Message::Welcome(hello)), Side::Node) => self.open(hello),
            (Input::Frame(Message::Hello(hello)), Side::Hub) => self.open(hello),
            (Input::Frame(Message::Refused(refusal)), Side::Node) => {
                self.close(Closing::Refused(refusal));
                Ok(())
            }
            (Input::Frame(Message::Bye), _) => {
                self.close(Closing::PeerDone);
                Ok(())
            }
            (Input::Frame(Message::Unknown { .. }), _) => Ok(()),
            (Input::Frame(_), _) => Err(PeerFault::Unexpected),
            (Input::Durable { heads, applied }, _) => {
                merge(&mut self.held, &heads, &applied);
                Ok(())
            }
            (Input::Members { head, .. }, _) => {
                self.local.membership = Some(head);
                Ok(())
            }
            (Input::Propose { id, .. }, _) => {
                let result = Proposed::Refused(ProposalRefusal::NotSequencer);
                self.outputs.push_back(Output::Proposed { id, result });
                Ok(())
            }
            (Input::Finish, _) => {
                self.close(Closing::Done);
                Ok(())
            }
            // Answers to questions of a session that was never open, and news for a peer that will
            // be told with the welcome.
            _ => Ok(()),
        }
    }

    /// Both have spoken: refuses, or opens.
    fn open(&mut self, theirs: Hello) -> Result<(), PeerFault> {
        let ours = self.hello();
        let minor = minor(&ours, &theirs);
        let refusal = if theirs.space != self.local.space {
            Some(Refusal::NotHere)
        } else if minor.is_none() {
            Some(Refusal::Version)
        } else {
            None
        };
        if let Some(refusal) = refusal {
            if self.side == Side::Node && refusal == Refusal::NotHere {
                return Err(PeerFault::OtherSpace);
            }
            self.outputs.push_back(Output::Send(Message::Refused(refusal)));
            self.close(Closing::RefusedPeer(refusal));
            return Ok(());
        }
        if self.side == Side::Hub {
            self.outputs.push_back(Output::Send(Message::Welcome(ours)));
        }
        self.outputs.push_back(Output::Peer {
            incarnation: theirs.incarnation,
            software: theirs.software.clone(),
            clock: theirs.clock(),
            minor: minor.unwrap_or_default(),
            membership: theirs.membership(),
        });
        match Open::new(self.side, &self.local, &self.held, theirs, &mut self.outputs) {
            Ok(open) => self.state = State::Open(Box::new(open)),
            Err(closing) => self.close(closing),
        }
        Ok(())
    }

    fn hello(&self) -> Hello {
        let mut software = self.local.software.clone();
        while software.len() > SOFTWARE_MAX {
            software.pop();
        }
        Hello {
            minor_min: 0,
            minor_max: MINOR,
            capabilities: Capabilities::default(),
            software,
            clock: self.local.clock.0,
            space: self.local.space,
            incarnation: self.local.incarnation,
            member_position: self.local.membership.map(|(position, _)| position),
            member_hash: self.local.membership.map(|(_, hash)| hash),
            have: self.held.values().take(LOGS_MAX).map(Held::have).collect(),
        }
    }

    fn close(&mut self, closing: Closing) {
        if self.is_closed() {
            return;
        }
        if closing == Closing::Done && matches!(self.state, State::Open(_)) {
            self.outputs.push_back(Output::Send(Message::Bye));
        }
        self.state = State::Closed;
        self.outputs.push_back(Output::Close(closing));
    }
}

/// The newest minor version both speak.
fn minor(ours: &Hello, theirs: &Hello) -> Option<u16> {
    let newest = ours.minor_max.min(theirs.minor_max);
    (newest >= ours.minor_min.max(theirs.minor_min)).then_some(newest)
}

/// Takes over what a commit changed. A log never shrinks within a session: whoever truncates one
/// begins a new session.
fn merge(held: &mut BTreeMap<LogId, Held>, heads: &[LogHead], applied: &[(LogId, u64)]) {
    for head in heads {
        let known = held.entry(head.log).or_insert(Held {
            head: *head,
            floor: 0,
            applied: None,
        });
        if head.seq > known.head.seq {
            known.head = *head;
        }
    }
    for (log, seq) in applied {
        if let Some(held) = held.get_mut(log) {
            held.applied = held.applied.max(Some(*seq));
        }
    }
}
