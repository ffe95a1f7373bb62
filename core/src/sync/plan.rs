//! What two peers lack of each other, decided from their HAVE alone.

use std::collections::BTreeMap;

use crate::id::LogId;
use crate::log::LogHead;
use crate::wire::Have;

/// How much of one log is held here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// The last entry held.
    pub head: LogHead,
    /// The first number held; what lies below is in a checkpoint.
    pub floor: u64,
    /// The last number applied to records; none if nothing, and always at a hub.
    pub applied: Option<u64>,
}

impl Held {
    /// How many entries of it are held.
    pub fn count(&self) -> u64 {
        self.head.seq.saturating_sub(self.floor).saturating_add(1)
    }

    /// What is said of it to a peer.
    pub fn have(&self) -> Have {
        Have {
            log: self.head.log,
            floor: self.floor,
            seq: self.head.seq,
            head: half(&self.head),
            applied: self.applied,
        }
    }
}

/// The first half of a head's hash, as HAVE carries it.
pub(super) fn half(head: &LogHead) -> [u8; 16] {
    let mut half = [0; 16];
    half.copy_from_slice(&head.hash.0[..16]);
    half
}

/// What two peers lack of each other. Each log stands in one list at most.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// The peer lacks the log from this number on.
    pub send: Vec<(LogId, u64)>,
    /// We lack the log from the first number to the second.
    pub receive: Vec<(LogId, u64, u64)>,
    /// Both hold the same number with another hash.
    pub forked: Vec<LogId>,
    /// We lack what the peer holds in a checkpoint only.
    pub need_checkpoint: Vec<LogId>,
    /// The peer lacks what we hold in a checkpoint only.
    pub owe_checkpoint: Vec<LogId>,
}

/// Compares what is held here with a peer's HAVE.
///
/// Where one side holds more, whether the shorter is a prefix of the longer is not known yet: the
/// first entry that is sent points at the shorter's head, or shows the fork.
pub fn plan(ours: &[Held], theirs: &[Have]) -> Plan {
    let mut theirs: BTreeMap<LogId, &Have> = theirs.iter().map(|have| (have.log, have)).collect();
    let mut plan = Plan::default();
    for held in ours {
        let log = held.head.log;
        let have = theirs.remove(&log);
        let lacks_from = have.map_or(0, |have| have.seq.saturating_add(1));
        match have {
            Some(have) if have.seq > held.head.seq => receive(&mut plan, have, held.head.seq + 1),
            Some(have) if have.seq == held.head.seq => {
                if have.head != half(&held.head) {
                    plan.forked.push(log);
                }
            }
            _ if lacks_from < held.floor => plan.owe_checkpoint.push(log),
            _ => plan.send.push((log, lacks_from)),
        }
    }
    for have in theirs.into_values() {
        receive(&mut plan, have, 0);
    }
    plan
}

fn receive(plan: &mut Plan, have: &Have, from: u64) {
    if from < have.floor {
        plan.need_checkpoint.push(have.log);
    } else {
        plan.receive.push((have.log, from, have.seq));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{DeviceId, EntryHash};

    fn held(floor: u64, seq: u64, hash: u8) -> Held {
        let head = LogHead {
            log: LogId([1; 16]),
            device: DeviceId([2; 32]),
            seq,
            hash: EntryHash([hash; 32]),
            epoch: 0,
            position: 0,
        };
        Held {
            head,
            floor,
            applied: None,
        }
    }

    #[test]
    fn each_side_lacks_what_the_other_has_more() {
        let log = LogId([1; 16]);
        let check = |ours: Option<Held>, theirs: Option<Held>, expected: Plan| {
            let theirs: Vec<Have> = theirs.iter().map(Held::have).collect();
            let ours: Vec<Held> = ours.into_iter().collect();
            assert_eq!(plan(&ours, &theirs), expected);
        };
        let none = Plan::default;
        check(None, None, none());
        check(Some(held(0, 4, 1)), Some(held(0, 4, 1)), none());
        check(
            Some(held(0, 4, 1)),
            Some(held(0, 4, 2)),
            Plan {
                forked: vec![log],
                ..none()
            },
        );
        check(
            Some(held(0, 4, 1)),
            None,
            Plan {
                send: vec![(log, 0)],
                ..none()
            },
        );
        check(
            Some(held(0, 4, 1)),
            Some(held(0, 2, 1)),
            Plan {
                send: vec![(log, 3)],
                ..none()
            },
        );
        check(
            Some(held(3, 4, 1)),
            Some(held(0, 2, 1)),
            Plan {
                send: vec![(log, 3)],
                ..none()
            },
        );
        check(
            Some(held(4, 5, 1)),
            Some(held(0, 2, 1)),
            Plan {
                owe_checkpoint: vec![log],
                ..none()
            },
        );
        check(
            None,
            Some(held(0, 2, 1)),
            Plan {
                receive: vec![(log, 0, 2)],
                ..none()
            },
        );
        check(
            Some(held(0, 1, 1)),
            Some(held(0, 2, 1)),
            Plan {
                receive: vec![(log, 2, 2)],
                ..none()
            },
        );
        check(
            Some(held(0, 1, 1)),
            Some(held(3, 9, 1)),
            Plan {
                need_checkpoint: vec![log],
                ..none()
            },
        );
    }
}
