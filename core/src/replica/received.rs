//! What came of entries that were received, and what someone should know of.

use std::collections::{BTreeMap, BTreeSet};

use crate::id::{DeviceId, LogId, RecordId};
use crate::log::{Entry, EntryFault};
use crate::sync::Closing;

/// What came of entries that were received.
#[derive(Debug, Default)]
pub struct Received {
    /// Entries newly stored.
    pub stored: usize,
    /// Records whose row may have changed.
    pub changed: BTreeSet<RecordId>,
    /// What someone should know of.
    pub notices: Vec<Notice>,
    /// Entries that do not stand, each with the reason; the session must know.
    pub(crate) rejected: Vec<(Entry, EntryFault)>,
    /// Another branch of a log that this device itself wrote.
    pub(crate) own_log_forked: Option<LogId>,
    /// The log that this device writes has an entry more, which it did not write.
    pub(crate) own_log_grew: bool,
    /// What authors had seen that was not here yet: the number, and the entry that says so.
    pub(crate) seen: BTreeMap<LogId, (u64, (LogId, u64))>,
}

/// Something noticed that must not pass in silence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// One device wrote two entries with one number: it was copied, or it cheats.
    Fork {
        /// Whose log.
        device: DeviceId,
        /// Which.
        log: LogId,
        /// From where on.
        seq: u64,
    },
    /// This device found itself copied or set back, and has begun a new log.
    Healed {
        /// The log it left.
        log: LogId,
    },
    /// The hub holds less than it has acknowledged: it lost data, and is given them again.
    HubLostData {
        /// In which log.
        log: LogId,
        /// What it signed for.
        receipted: u64,
        /// What it says it has; none if nothing.
        has: Option<u64>,
    },
    /// Another device has seen an entry that the hub does not show.
    Withheld {
        /// Of which log.
        log: LogId,
        /// Up to where others have it.
        seq: u64,
    },
    /// The hub shows two views of who belongs.
    SplitMembership {
        /// Where they part.
        position: u32,
    },
    /// A receipt did not carry the hub's signature.
    FalseReceipt,
    /// An entry was refused: its author may not write it.
    NotAdmitted {
        /// Of which log.
        log: LogId,
        /// Which.
        seq: u64,
    },
    /// The hub will not order a decision about members.
    ProposalRefused {
        /// Why.
        refusal: crate::wire::ProposalRefusal,
    },
    /// What an excluded device had written, and others built upon, is sent again by this one.
    Carried {
        /// The log it was in.
        log: LogId,
        /// How many items.
        items: usize,
    },
    /// Entries of a log that was taken back could not be read here, so nothing of them is sent again.
    LeftBehind {
        /// The log they were in.
        log: LogId,
        /// How many.
        entries: usize,
    },
}

impl Notice {
    /// Names the notice for whoever has words for it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Fork { .. } => "fork",
            Self::Healed { .. } => "healed",
            Self::HubLostData { .. } => "hub_lost_data",
            Self::Withheld { .. } => "withheld",
            Self::SplitMembership { .. } => "split_membership",
            Self::FalseReceipt => "false_receipt",
            Self::NotAdmitted { .. } => "not_admitted",
            Self::ProposalRefused { .. } => "proposal_refused",
            Self::Carried { .. } => "carried",
            Self::LeftBehind { .. } => "left_behind",
        }
    }
}

impl Received {
    pub(crate) fn add(&mut self, other: Self) {
        self.stored += other.stored;
        self.changed.extend(other.changed);
        self.notices.extend(other.notices);
        self.own_log_forked = self.own_log_forked.or(other.own_log_forked);
        self.own_log_grew |= other.own_log_grew;
        self.seen.extend(other.seen);
    }

    /// Why the session that brought this cannot go on: the peer knows another membership, or a log was
    /// taken back to a cut, and a session knows of logs that grow only.
    pub(crate) fn ends_session(&self) -> Option<Closing> {
        self.notices.iter().find_map(|notice| match notice {
            Notice::SplitMembership { position } => Some(Closing::MembershipSplit { position: *position }),
            Notice::Carried { .. } => Some(Closing::Done),
            _ => None,
        })
    }
}
