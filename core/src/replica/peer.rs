//! One peer of a replica: a session, what it brought, and what may be sent once it is durable.
//!
//! The order is the promise. [`Peer::handle`] only queues; [`Replica::work`] does all that is queued
//! in one transaction, each record and row once; after its commit and after the witness is durable,
//! [`Peer::committed`] releases what acknowledges it. A crash between any two of these loses
//! nothing that a peer was told.
//!
//! ```text
//! loop {
//!     peer.handle(message)?                   // as many as have arrived
//!     while peer.wants_work() {
//!         let work = replica.work(&mut peer, dice, &mut transaction)?;
//!         transaction.commit()?;
//!         if let Some(witness) = work.witness { folder.write_witness(witness)?; }
//!         peer.committed(&mut replica)?;
//!         while let Some(message) = peer.poll_send() { stream.write(message) }
//!     }
//! }
//! ```

use std::collections::{BTreeMap, VecDeque};

use rand_core::CryptoRng;

use crate::id::{LogId, MemberHash};
use crate::log::{Entry, ForkProof, Receipt};
use crate::replica::received::{Notice, Received};
use crate::replica::store::Store;
use crate::replica::{MembersFault, Replica, ReplicaFault, Witness};
use crate::sync::{Closing, Have, Input, Local, Output, PeerFault, Session, Side};
use crate::time::Timestamp;
use crate::wire::{Message, PeerAcks, ProposalRefusal, Proposed, Refusal};

/// A peer that a replica is exchanging with.
pub struct Peer {
    session: Session,
    inbox: Vec<Entry>,
    members: Vec<Vec<u8>>,
    fetches: VecDeque<Fetch>,
    receipts: Vec<Receipt>,
    acks: Vec<PeerAcks>,
    answers: Vec<Proposed>,
    pub(super) have: Option<Vec<Have>>,
    /// The peer's membership when it was met, not compared yet.
    pub(super) membership: Option<(u32, MemberHash)>,
    /// The last number of each log that the peer showed when it was met.
    pub(super) shown: BTreeMap<LogId, u64>,
    pub(super) ahead: Option<(LogId, u64)>,
    /// Where the peer claims to hold more of this device's log: nothing is sealed until it has shown it.
    pub(super) claimed: Option<(LogId, u64)>,
    pub(super) forks: Vec<ForkProof>,
    out: VecDeque<Message>,
    /// The proposal that was sent and is not answered.
    proposed: Option<MemberHash>,
    /// Proposals wait until what the peer holds is here.
    held_back: bool,
    /// This device was behind its own log, or has not begun one, when it met this peer.
    pub(super) was_behind: bool,
    /// How often decisions were drafted again because this peer refused them.
    redrafts: u32,
    /// What must be durable outside the database before the next release.
    witness: Option<Witness>,
    stale: bool,
    closed: Option<Closing>,
    topics: Vec<u32>,
    clock: Option<Timestamp>,
}

enum Fetch {
    Entries { log: LogId, from: u64, max_bytes: usize },
    Members { from: u32, max_bytes: usize },
}

/// More refusals in one session are no race that was lost: the hub lies, or cannot. The decisions wait
/// for another session.
const REDRAFTS_MAX: u32 = 16;

/// What one transaction of work came to.
#[derive(Debug, Default)]
pub struct Work {
    /// Records whose row may have changed, and what someone should know of.
    pub received: Received,
    /// Entries sealed.
    pub sealed: usize,
    /// To be made durable outside the database before anything is sent.
    pub witness: Option<Witness>,
    /// The log was healed: close this connection and meet the peer anew.
    pub meet_again: bool,
}

impl Peer {
    /// Queues what a peer sent; it is done by the next [`Replica::work`].
    pub fn handle(&mut self, message: Message) -> Result<(), PeerFault> {
        self.stale = true;
        let handled = self.session.handle(Input::Frame(message));
        self.drain();
        handled
    }

    /// Something changed here: a command, a login, a decision about members.
    pub fn nudge(&mut self) {
        self.stale = true;
    }

    /// There is something to do for [`Replica::work`].
    pub fn wants_work(&self) -> bool {
        self.closed.is_none() && (self.stale || !self.fetches.is_empty())
    }

    /// The next message to send. Nothing comes out that is not durable here.
    pub fn poll_send(&mut self) -> Option<Message> {
        self.out.pop_front()
    }

    /// Each side has all that the other has, and has said so; nothing is proposed and unanswered.
    pub fn in_sync(&self) -> bool {
        let quiet = !self.wants_work() && self.out.is_empty() && self.proposed.is_none();
        quiet && self.session.is_ready() && self.session.in_sync()
    }

    /// The peer was read: its membership and what it holds.
    pub fn is_ready(&self) -> bool {
        self.session.is_ready()
    }

    /// The peer refused decisions so often for being late that none is proposed in this session any more.
    pub fn gave_up(&self) -> bool {
        self.redrafts > REDRAFTS_MAX
    }

    /// Entries that the peer holds and that have not arrived: for a progress bar.
    pub fn lacking(&self) -> u64 {
        self.session.lacking()
    }

    /// Why the session is over, if it is.
    pub fn closed(&self) -> Option<Closing> {
        self.closed
    }

    /// The peer's word that this device is not let in, if that is why the session is over.
    pub fn refusal(&self) -> Option<Refusal> {
        match self.closed {
            Some(Closing::Refused(refusal)) => Some(refusal),
            _ => None,
        }
    }

    /// What the peer's clock said when it greeted: for a warning, and for what it alone judges.
    pub fn clock(&self) -> Option<Timestamp> {
        self.clock
    }

    /// What the hub gave notice of since this was last asked.
    pub fn topics(&mut self) -> Vec<u32> {
        std::mem::take(&mut self.topics)
    }

    /// Says goodbye.
    pub fn finish(&mut self) -> Result<(), PeerFault> {
        let handled = self.session.handle(Input::Finish);
        self.drain();
        handled
    }

    /// Releases what the last work promised. Call it when the transaction has committed and the
    /// witness is durable, and only then.
    pub fn committed(&mut self, replica: &mut Replica) -> Result<(), PeerFault> {
        replica.witnessed = self.witness.take().or(replica.witnessed);
        if self.closed.is_some() {
            return Ok(());
        }
        let head = replica.membership().head();
        let handled = self.session.handle(Input::Members {
            from: head.0 + 1,
            records: Vec::new(),
            head,
        });
        handled.and_then(|()| {
            self.drain();
            self.session.handle(Input::Durable {
                heads: replica.heads().copied().collect(),
                applied: replica.applied(),
            })
        })?;
        self.drain();
        let read = self.session.is_ready() && self.session.lacking() == 0;
        if read && (self.was_behind || self.held_back) {
            (self.was_behind, self.held_back) = (false, false);
            self.stale = true;
        }
        Ok(())
    }

    #[cfg(test)]
    pub(crate) fn report(&mut self, acks: PeerAcks) {
        self.acks.push(acks);
    }

    pub(crate) fn take_acks(&mut self) -> Vec<PeerAcks> {
        std::mem::take(&mut self.acks)
    }

    fn drain(&mut self) {
        while let Some(output) = self.session.poll() {
            match output {
                Output::Send(message) => self.out.push_back(message),
                Output::Fetch { log, from, max_bytes } => {
                    self.fetches.push_back(Fetch::Entries { log, from, max_bytes });
                }
                Output::FetchMembers { from, max_bytes } => {
                    self.fetches.push_back(Fetch::Members { from, max_bytes });
                }
                Output::Deliver { entries } => self.inbox.extend(entries),
                Output::DeliverMembers(records) => self.members.extend(records),
                Output::Receipt(receipt) => self.receipts.push(receipt),
                Output::PeerAcks(acks) => self.acks.push(acks),
                Output::Proposed { result, .. } => self.answers.push(result),
                Output::PeerHave(have) => self.have = Some(have),
                Output::PeerAhead { log, seq, .. } => self.ahead = Some((log, seq)),
                Output::Forked(proof) => self.forks.push(*proof),
                Output::Notified { topic } => self.topics.push(topic),
                Output::Close(reason) => self.closed = Some(reason),
                // The first release has no checkpoints, and a device orders nothing for others.
                Output::NeedCheckpoint { .. }
                | Output::CheckpointWanted { .. }
                | Output::Proposal { .. }
                | Output::Acked { .. } => {}
                Output::Peer {
                    clock, membership, ..
                } => {
                    self.clock = Some(clock);
                    self.membership = membership;
                }
                Output::Ready => self.stale = true,
            }
        }
        self.stale |= !self.inbox.is_empty() || !self.members.is_empty();
    }
}

impl Replica {
    /// Begins to exchange with a peer.
    pub fn meet(&self, side: Side, now: Timestamp) -> Peer {
        let local = Local {
            space: self.space(),
            device: self.device(),
            incarnation: self.incarnation,
            membership: Some(self.membership.head()),
            heads: self.heads.values().copied().collect(),
            applied: self.applied(),
            floors: Vec::new(),
            own_log: Some(self.own_log),
            software: concat!("tawro/", env!("CARGO_PKG_VERSION")).to_owned(),
            clock: now,
        };
        let mut peer = Peer {
            session: Session::new(side, local),
            inbox: Vec::new(),
            members: Vec::new(),
            fetches: VecDeque::new(),
            receipts: Vec::new(),
            acks: Vec::new(),
            answers: Vec::new(),
            have: None,
            membership: None,
            shown: BTreeMap::new(),
            ahead: None,
            claimed: None,
            forks: Vec::new(),
            out: VecDeque::new(),
            proposed: None,
            held_back: false,
            // A log not begun yet may follow on one that is not here: another copy of this device wrote it.
            was_behind: !self.heads.contains_key(&self.own_log),
            redrafts: 0,
            witness: None,
            stale: true,
            closed: None,
            topics: Vec::new(),
            clock: None,
        };
        peer.drain();
        peer
    }

    /// Does all that a peer has queued, in the caller's transaction.
    ///
    /// # Errors
    /// Nothing of the transaction counts then; a [`MembersFault::Record`] is the peer's fault.
    pub fn work(
        &mut self,
        peer: &mut Peer,
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<Work, MembersFault> {
        peer.stale = false;
        let mut work = Work::default();
        let members = std::mem::take(&mut peer.members);
        work.received.notices.extend(self.look_for_split(peer));
        if !members.is_empty() {
            work.received.add(self.receive_members(&members, dice, store)?);
        }
        if let Some(closing) = work.received.ends_session() {
            work.meet_again = closing == Closing::Done;
            peer.closed = Some(closing);
            return Ok(work);
        }
        let inbox = std::mem::take(&mut peer.inbox);
        let mut own_fork = self.look_at_own_logs(peer, dice, store)?;
        if !inbox.is_empty() {
            let received = self.receive(inbox, dice, store)?;
            own_fork = own_fork.or(received.own_log_forked);
            self.leave_log_if_it_grew(&received, dice, store)?;
            for (entry, fault) in &received.rejected {
                let input = Input::Rejected {
                    entry: Box::new(entry.clone()),
                    fault: fault.clone(),
                };
                self.tell(peer, input);
            }
            work.received.add(received);
        }
        self.look_at_have(peer, &mut work.received, store)?;
        let receipts = std::mem::take(&mut peer.receipts);
        self.take_receipts(receipts, &mut work.received.notices, store)?;
        self.take_acks(peer, store).map_err(ReplicaFault::from)?;
        if let Some(log) = own_fork {
            let taken = self.heal(log, dice, store)?;
            work.received.notices.push(Notice::Healed { log });
            if taken.unread > 0 {
                let entries = taken.unread;
                work.received.notices.push(Notice::LeftBehind { log, entries });
            }
            work.meet_again = true;
            peer.closed = Some(Closing::Done);
            return Ok(work);
        }
        if peer.session.is_ready() {
            work.meet_again = self.propose(peer, &mut work.received.notices, dice, store)?;
            // A device that was behind itself first takes in what it had written: the same numbers of
            // one actor, given twice, can be mended only while ours are still in the journal.
            if !peer.was_behind && !self.is_claimed(peer) {
                self.settle_doubt(dice, store)?;
                work.sealed = self.seal(dice, store)?;
            }
        }
        self.answer_fetches(peer, store)?;
        work.witness = self.witness().filter(|witness| Some(*witness) != self.witnessed);
        peer.witness = work.witness;
        Ok(work)
    }

    /// Sends the first decision that is not ordered yet, if none is on its way.
    fn propose(
        &mut self,
        peer: &mut Peer,
        notices: &mut Vec<Notice>,
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<bool, MembersFault> {
        for answer in std::mem::take(&mut peer.answers) {
            match answer {
                // The record comes with the membership; until then nothing else is proposed.
                Proposed::Accepted { .. } => {}
                Proposed::Refused(refusal) => {
                    if let Some(draft) = peer.proposed.take() {
                        peer.redrafts += u32::from(refusal == ProposalRefusal::Behind);
                        if peer.gave_up() {
                            notices.push(Notice::ProposalRefused { refusal });
                        }
                        self.refused(draft, refusal, notices, dice, store)?;
                    }
                    if self.redraft {
                        // What the removal denied rests in this session.
                        peer.closed = Some(Closing::Done);
                        return Ok(true);
                    }
                }
            }
        }
        peer.held_back = peer.session.lacking() > 0;
        if peer.held_back {
            return Ok(false);
        }
        if std::mem::take(&mut self.redraft) {
            self.draft_again(dice, store)?;
        }
        let waiting = self.proposals(store)?;
        let stands = |hash: &MemberHash| !waiting.iter().any(|draft| draft.hash() == *hash);
        if peer.proposed.as_ref().is_some_and(stands) {
            peer.proposed = None;
        }
        if peer.proposed.is_none()
            && !peer.gave_up()
            && let Some(draft) = waiting.first()
        {
            peer.proposed = Some(draft.hash());
            self.tell(
                peer,
                Input::Propose {
                    id: draft.position(),
                    record: draft.bytes().to_vec(),
                },
            );
        }
        Ok(false)
    }

    fn refused(
        &mut self,
        draft: MemberHash,
        refusal: ProposalRefusal,
        notices: &mut Vec<Notice>,
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<(), MembersFault> {
        match refusal {
            // What the hub has and we lacked is here by now, or on its way.
            ProposalRefusal::Behind => self.draft_again(dice, store),
            // The hub holds entries beyond the cut. They were denied here, so they could not come:
            // let them come, then draft again.
            ProposalRefusal::CutBelowHeads => {
                self.membership.lift_denials();
                self.redraft = true;
                Ok(())
            }
            _ => {
                notices.push(Notice::ProposalRefused { refusal });
                self.drop_proposal(draft, store)
            }
        }
    }

    fn answer_fetches(&mut self, peer: &mut Peer, store: &mut dyn Store) -> Result<(), ReplicaFault> {
        while let Some(fetch) = peer.fetches.pop_front() {
            let input = match fetch {
                Fetch::Entries { log, from, max_bytes } => Input::Fetched {
                    log,
                    entries: store.entries(log, from, max_bytes)?,
                },
                Fetch::Members { from, max_bytes } => {
                    let mut room = max_bytes;
                    let all = store.membership()?.into_iter().skip(from as usize);
                    let fits = |record: &Vec<u8>| {
                        let first = room == max_bytes;
                        let fits = first || record.len() <= room;
                        room = room.saturating_sub(record.len().max(1));
                        fits
                    };
                    Input::Members {
                        from,
                        records: all.take_while(fits).collect(),
                        head: self.membership.head(),
                    }
                }
            };
            self.tell(peer, input);
        }
        Ok(())
    }

    /// Tells the session something; where that shows that the peer lied, the session is over.
    fn tell(&self, peer: &mut Peer, input: Input) {
        if let Err(fault) = peer.session.handle(input) {
            peer.closed = Some(Closing::Fault(fault));
        }
        peer.drain();
    }
}
