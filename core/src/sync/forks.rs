//! Forks under examination: both signed headers are brought together, shown, and sent to the peer.

use std::collections::BTreeMap;

use super::PeerFault;
use crate::id::{DeviceId, LogId};
use crate::log::{Entry, ForkProof, NoFork, SignedHeader};
use crate::wire::Message;

/// The forks of one session: one a log at most.
#[derive(Default)]
pub(super) struct Forks {
    cases: BTreeMap<LogId, Case>,
}

/// One fork, until it is proven.
struct Case {
    /// The number of the header that is fetched from our store.
    at: u64,
    ours: Option<SignedHeader>,
    theirs: Option<SignedHeader>,
    said: bool,
    proven: bool,
}

/// What a step of an examination comes to.
#[derive(Default)]
pub(super) struct Step {
    /// Our header of this log and number is needed.
    pub(super) fetch: Option<(LogId, u64)>,
    /// To the peer.
    pub(super) send: Option<Message>,
    /// Both headers, both signatures checked.
    pub(super) proof: Option<ForkProof>,
}

impl Forks {
    /// Whether the log is, or was, under examination.
    pub(super) fn knows(&self, log: &LogId) -> bool {
        self.cases.contains_key(log)
    }

    /// Opens an examination: our entry `at` is contradicted, by this header if it is here already.
    pub(super) fn open(&mut self, log: LogId, at: u64, theirs: Option<SignedHeader>) -> Step {
        if self.knows(&log) {
            return Step::default();
        }
        self.cases.insert(
            log,
            Case {
                at,
                ours: None,
                theirs,
                said: false,
                proven: false,
            },
        );
        Step {
            fetch: Some((log, at)),
            ..Step::default()
        }
    }

    /// Entries came from our store; the one that is waited for may be among them.
    pub(super) fn fetched(
        &mut self,
        log: LogId,
        entries: &[Entry],
        device: &DeviceId,
    ) -> Result<Step, PeerFault> {
        let Some(case) = self.cases.get_mut(&log).filter(|case| case.ours.is_none()) else {
            return Ok(Step::default());
        };
        let Some(ours) = entries
            .iter()
            .find(|entry| entry.header.log == log && entry.header.seq == case.at)
        else {
            return Ok(Step::default());
        };
        case.ours = Some(ours.signed_header());
        case.step(device)
    }

    /// The peer says that the log forked. Returns a step, after which the log is not to be trusted.
    pub(super) fn said(
        &mut self,
        held: &[u8],
        other: Option<&[u8]>,
        device_of: &dyn Fn(&LogId) -> Option<DeviceId>,
    ) -> Result<(LogId, Step), PeerFault> {
        let header = |bytes: &[u8]| SignedHeader::from_bytes(bytes).map_err(|_| PeerFault::Malformed);
        let theirs = header(held)?;
        let log = theirs.header.log;
        let device = device_of(&log).ok_or(PeerFault::FalseFork { log })?;
        theirs.verify(&device).map_err(|_| PeerFault::FalseFork { log })?;
        if let Some(case) = self.cases.get_mut(&log) {
            if case.theirs.is_none() {
                case.theirs = Some(theirs);
            }
            return Ok((log, case.step(&device)?));
        }
        let Some(ours) = other.map(header).transpose()? else {
            return Ok((log, self.open(log, theirs.header.seq, Some(theirs))));
        };
        // The peer has both: nothing needs to be fetched, and nothing said.
        let at = ours.header.seq;
        let mut case = Case {
            at,
            ours: Some(ours),
            theirs: Some(theirs),
            said: true,
            proven: false,
        };
        let step = case.step(&device)?;
        self.cases.insert(log, case);
        Ok((log, step))
    }
}

impl Case {
    fn step(&mut self, device: &DeviceId) -> Result<Step, PeerFault> {
        let mut step = Step::default();
        let Some(ours) = &self.ours else { return Ok(step) };
        let log = ours.header.log;
        if let Some(theirs) = self.theirs.as_ref().filter(|_| !self.proven) {
            let proof = ForkProof {
                ours: ours.clone(),
                theirs: theirs.clone(),
            };
            proof.verify(device).map_err(|fault| match fault {
                NoFork::Signature => PeerFault::FalseEntry { log },
                NoFork::Consistent => PeerFault::FalseFork { log },
            })?;
            self.proven = true;
            step.proof = Some(proof);
        }
        if !self.said {
            self.said = true;
            let other = self.theirs.as_ref().map(SignedHeader::to_bytes);
            step.send = Some(Message::Fork {
                held: ours.to_bytes(),
                other,
            });
        }
        Ok(step)
    }
}
