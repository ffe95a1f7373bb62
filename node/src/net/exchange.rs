//! An exchange: moves messages between a stream and a session, and decides nothing.

use std::time::Duration;

use tawro_core::replica::{Notice, Peer};
use tawro_core::sync::Closing;
use tawro_core::time::Timestamp;
use tawro_core::wire::{Message, ProposalRefusal};
use tawro_quic::{FrameReceiver, FrameSender, LinkFault};
use tokio::time::{Instant, sleep, timeout, timeout_at};

use crate::driver::Node;
use crate::fault::NodeError;
use crate::hold::Hold;
use crate::net::Line;

/// When an exchange is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// When each side has all that the other has.
    InSync,
    /// When the decisions about members made here are ordered, and nothing waits.
    Ordered,
}

/// How a stay ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stay {
    /// It was time to connect anew.
    Over,
    /// The log was healed meanwhile: the hub must be met anew.
    Healed,
    /// Something else is to be done; one may go on staying afterwards.
    Paused,
}

/// When a stay is interrupted, once both sides agree.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pause {
    /// From then on.
    pub(crate) at: Instant,
    /// And when another number of reports was made.
    pub(crate) reports: u64,
}

/// What was moved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Totals {
    /// Entries that went out.
    pub sent: u64,
    /// Entries that came in.
    pub received: u64,
    /// Bytes of UDP payload that went out.
    pub bytes_up: u64,
    /// Bytes of UDP payload that came in.
    pub bytes_down: u64,
    /// What someone should know of.
    pub notices: Vec<Notice>,
    /// What the hub's clock said, if it greeted.
    pub hub_clock: Option<Timestamp>,
}

impl Totals {
    /// Keeps what was noticed: each thing once, and no more than somebody reads.
    pub(crate) fn note(&mut self, notices: impl IntoIterator<Item = Notice>) {
        for notice in notices {
            if self.notices.len() < NOTICES_MAX && !self.notices.contains(&notice) {
                self.notices.push(notice);
            }
        }
    }
}

/// One live session with a hub.
pub struct Exchange<'a, H: Hold = Node> {
    node: &'a mut H,
    peer: Peer,
    sender: FrameSender,
    receiver: FrameReceiver,
    totals: Totals,
    met_again: bool,
    agreed: bool,
    /// How many of the notices were told.
    told: usize,
}

/// A hub that says nothing for so long is gone.
const SILENCE_MAX: Duration = Duration::from_secs(30);
/// A hub may lie about a thousand logs; whoever reads a hundred lines of it knows enough.
const NOTICES_MAX: usize = 100;
/// What is written within so short a time goes out together.
const QUIET: Duration = Duration::from_millis(250);
const DAY: Duration = Duration::from_secs(24 * 3600);
/// Messages that are taken in before the work on them is committed.
const MESSAGES_PER_COMMIT: usize = 256;

impl<'a, H: Hold> Exchange<'a, H> {
    /// Opens a stream and begins.
    pub async fn begin(node: &'a mut H, line: &Line) -> Result<Self, NodeError> {
        let (sender, receiver) = tawro_quic::open(&line.connection).await?;
        let peer = node.with(|node| Ok(node.meet()))?;
        Ok(Self {
            node,
            peer,
            sender,
            receiver,
            totals: Totals::default(),
            met_again: false,
            agreed: false,
            told: 0,
        })
    }

    /// Works until the goal is reached.
    ///
    /// Returns whether the log was healed meanwhile: then the hub must be met anew.
    pub async fn run(&mut self, goal: Goal) -> Result<bool, NodeError> {
        loop {
            self.settle().await?;
            if self.met_again || self.reached(goal)? {
                return Ok(self.met_again);
            }
            self.wait(Instant::now() + SILENCE_MAX).await?;
        }
    }

    /// Listens; a silence in which the hub owes us what it claims has a name of its own.
    async fn wait(&mut self, until: Instant) -> Result<(), NodeError> {
        match self.listen(until).await {
            Err(silence @ NodeError::Link(LinkFault::NoAnswer)) => {
                let peer = &self.peer;
                let owes = self.node.with(|node| Ok(node.replica().is_claimed(peer)))?;
                Err(if owes { NodeError::Unshown } else { silence })
            }
            other => other,
        }
    }

    /// Stays in the exchange until `until` or a pause, working on whatever comes; `notice` hears at once
    /// what someone should know of.
    pub(crate) async fn stay(
        &mut self,
        until: Instant,
        pause: Pause,
        notice: &mut dyn FnMut(&Notice),
    ) -> Result<Stay, NodeError> {
        loop {
            let settled = self.settle().await;
            self.totals.notices.iter().skip(self.told).for_each(&mut *notice);
            self.told = self.totals.notices.len();
            settled?;
            if self.met_again {
                return Ok(Stay::Healed);
            }
            self.still_open()?;
            if self.is_paused(pause)? {
                return Ok(Stay::Paused);
            }
            let quiet = until.min(Instant::now() + SILENCE_MAX);
            let changes = self.node.changes();
            let waited = tokio::select! {
                waited = self.wait(quiet) => waited,
                () = changes.notified() => {
                    // Whoever types goes on typing: what follows at once goes out together.
                    sleep(QUIET).await;
                    self.peer.nudge();
                    Ok(())
                }
            };
            match waited {
                Err(NodeError::Link(LinkFault::NoAnswer)) if Instant::now() >= until => {
                    return Ok(Stay::Over);
                }
                // It has nothing to say, which is no fault while one stays.
                Err(NodeError::Link(LinkFault::NoAnswer)) if Instant::now() >= quiet => {}
                other => other?,
            }
        }
    }

    fn is_paused(&mut self, pause: Pause) -> Result<bool, NodeError> {
        let is_due = |node: &mut Node| Ok(node.reports_made() != pause.reports);
        Ok(self.agreed && (Instant::now() >= pause.at || self.node.with(is_due)?))
    }

    /// Whoever holds the node, for what is done in a pause.
    pub(crate) fn holder(&mut self) -> &mut H {
        self.node
    }

    /// Both sides had, at some time, all that the other had.
    pub fn agreed(&self) -> bool {
        self.agreed
    }

    /// Waits until the hub says something, and takes it in; [`Exchange::settle`] works on it.
    ///
    /// May be dropped while it waits: nothing that came is lost.
    pub async fn heard(&mut self) -> Result<(), NodeError> {
        // A hub that has nothing to say is silent; one that is gone ends the connection.
        self.listen(Instant::now() + DAY).await
    }

    /// Does all that is queued and sends what that allows.
    pub async fn settle(&mut self) -> Result<(), NodeError> {
        while self.peer.wants_work() {
            let peer = &mut self.peer;
            let work = self.node.with(|node| node.work(peer))?;
            self.totals.received += work.received.stored as u64;
            self.totals.sent += work.sealed as u64;
            self.totals.note(work.received.notices);
            self.met_again |= work.meet_again;
            let mut out = Vec::new();
            while let Some(message) = self.peer.poll_send() {
                out.push(message);
            }
            if let Err(fault) = self.sender.send(&out).await {
                return Err(self.last_word().await.unwrap_or(fault.into()));
            }
        }
        self.agreed |= self.peer.in_sync();
        Ok(())
    }

    fn reached(&mut self, goal: Goal) -> Result<bool, NodeError> {
        self.still_open()?;
        if goal == Goal::Ordered && self.peer.gave_up() {
            let refusal = Some(ProposalRefusal::Behind);
            return Err(NodeError::NotOrdered { refusal });
        }
        if !self.peer.in_sync() {
            return Ok(false);
        }
        let status = self.node.with(Node::status)?;
        // What cannot be sealed stays here however long one waits; the status says why.
        let stays = status.hindrance.map_or(0, |_| status.unsealed);
        let sent = status.unsynced <= stays;
        Ok(match goal {
            Goal::InSync => sent,
            Goal::Ordered => sent && status.proposals == 0,
        })
    }

    /// The hub lets us in, and neither side has ended the session.
    fn still_open(&self) -> Result<(), NodeError> {
        match self.peer.closed() {
            None => Ok(()),
            Some(Closing::Refused(refusal)) => Err(NodeError::Refused(refusal)),
            Some(Closing::Fault(fault)) => Err(NodeError::Peer(fault)),
            Some(_) => Err(LinkFault::Cut.into()),
        }
    }

    /// Takes in one message, and those that have arrived behind it.
    async fn listen(&mut self, until: Instant) -> Result<(), NodeError> {
        let first = timeout_at(until, self.receiver.next())
            .await
            .map_err(|_| LinkFault::NoAnswer)??;
        let mut next = Some(first.ok_or(LinkFault::Cut)?);
        let mut taken = 0;
        while let Some(message) = next {
            self.take(message)?;
            taken += 1;
            next = if taken < MESSAGES_PER_COMMIT {
                self.arrived().await?
            } else {
                None
            };
        }
        Ok(())
    }

    /// Why the hub let go of us while we were sending, if it said so: its word came before the end.
    async fn last_word(&mut self) -> Option<NodeError> {
        while let Ok(Some(message)) = self.arrived().await {
            self.take(message).ok()?;
        }
        self.peer.refusal().map(NodeError::Refused)
    }

    /// The next message if it is here already; the end of the stream shows at the next wait.
    async fn arrived(&mut self) -> Result<Option<Message>, NodeError> {
        match timeout(Duration::ZERO, self.receiver.next()).await {
            Ok(message) => Ok(message?),
            Err(_) => Ok(None),
        }
    }

    fn take(&mut self, message: Message) -> Result<(), NodeError> {
        Ok(self.peer.handle(message)?)
    }

    /// Says goodbye and tells what was moved.
    pub async fn end(mut self, line: &Line) -> Totals {
        // The line may be gone already; what was acknowledged stays so.
        if self.sender.send(&[Message::Bye]).await.is_ok() {
            let _gone_already = self.sender.finish().await;
        }
        self.totals.hub_clock = self.peer.clock();
        let udp = line.connection.stats();
        self.totals.bytes_up = udp.udp_tx.bytes;
        self.totals.bytes_down = udp.udp_rx.bytes;
        self.totals
    }
}

impl Exchange<'_, Node> {
    /// The node, to execute commands meanwhile; [`Exchange::settle`] sends what they made.
    pub fn node(&mut self) -> &mut Node {
        self.peer.nudge();
        self.node
    }

    /// The node, to look at meanwhile.
    pub fn watch(&self) -> &Node {
        self.node
    }
}

#[cfg(test)]
mod tests {
    use tawro_core::id::LogId;

    use super::*;

    #[test]
    fn a_thousand_lies_are_a_hundred_lines_and_each_is_said_once() {
        let withheld = |number: u64| Notice::Withheld {
            log: LogId([1; 16]),
            seq: number,
        };
        let mut totals = Totals::default();
        totals.note([withheld(1), withheld(1)]);
        totals.note([withheld(1), withheld(2)]);
        assert_eq!(totals.notices, [withheld(1), withheld(2)]);
        totals.note((0..1_000).map(withheld));
        assert_eq!(totals.notices.len(), NOTICES_MAX);
    }
}
