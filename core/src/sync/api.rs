//! What goes into a session and what comes out of it.

use crate::id::{DeviceId, LogId, MemberHash, SpaceId};
use crate::log::{Entry, EntryFault, ForkProof, LogHead, Receipt};
use crate::time::Timestamp;
use crate::wire::{Have, Message, PeerAcks, Proposed};

use super::Closing;

/// Which side of the stream this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// It opened the stream and speaks first.
    Node,
    /// It accepted the stream and has let the peer in; it sequences membership, if anybody does here.
    Hub,
}

/// What one side is and holds when a session begins.
#[derive(Debug, Clone)]
pub struct Local {
    /// The space.
    pub space: SpaceId,
    /// This device, or the hub's key.
    pub device: DeviceId,
    /// Which database this is: random, made once with it. A restored copy takes another.
    pub incarnation: [u8; 16],
    /// The last membership record known; none before the first.
    pub membership: Option<(u32, MemberHash)>,
    /// Every log held.
    pub heads: Vec<LogHead>,
    /// How far each log is applied; empty at a hub.
    pub applied: Vec<(LogId, u64)>,
    /// Logs whose beginning is in a checkpoint, with the first number held.
    pub floors: Vec<(LogId, u64)>,
    /// The log this device writes; a peer that holds more of it is told as [`Output::PeerAhead`].
    pub own_log: Option<LogId>,
    /// Name and version, for people.
    pub software: String,
    /// The local clock, for the peer's screen and for nothing else.
    pub clock: Timestamp,
}

/// What goes into a session.
#[derive(Debug, Clone)]
pub enum Input {
    /// A message from the peer, in the order of the stream.
    Frame(Message),
    /// The answer to [`Output::Fetch`]: entries from the number asked on, without a gap, as many as
    /// the bytes asked allow but at least one if there is one.
    Fetched {
        /// The log.
        log: LogId,
        /// The entries.
        entries: Vec<Entry>,
    },
    /// A commit happened here. All logs, not only those that grew.
    Durable {
        /// The heads.
        heads: Vec<LogHead>,
        /// How far each is applied to records.
        applied: Vec<(LogId, u64)>,
    },
    /// A delivered entry does not stand. The log is left alone for the rest of the session; what it
    /// says of the peer is decided here.
    Rejected {
        /// The entry as it was delivered.
        entry: Box<Entry>,
        /// What [`crate::log::check`] said.
        fault: EntryFault,
    },
    /// The membership stands at `head` now, durably: the answer to [`Output::FetchMembers`], and
    /// whenever it grew. Records not at hand may be left out: they are asked for.
    Members {
        /// The position of the first record.
        from: u32,
        /// Records in order.
        records: Vec<Vec<u8>>,
        /// The last record known.
        head: (u32, MemberHash),
    },
    /// Proposes a membership record to the sequencer. Only after [`Output::Ready`].
    Propose {
        /// Names it in this session.
        id: u32,
        /// The author-signed record.
        record: Vec<u8>,
    },
    /// The answer to [`Output::Proposal`].
    Proposed {
        /// Which.
        id: u32,
        /// What became of it.
        result: Proposed,
    },
    /// At a hub: what it has signed, for the peer.
    Receipt(Receipt),
    /// At a hub: what it knows of another device, for the peer.
    PeerAcks(PeerAcks),
    /// At a hub: something changed that is asked for elsewhere.
    Notify {
        /// What.
        topic: u32,
    },
    /// Says goodbye.
    Finish,
}

/// What comes out of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Output {
    /// To be written to the stream.
    Send(Message),
    /// To be answered by [`Input::Fetched`].
    Fetch {
        /// The log.
        log: LogId,
        /// The first number.
        from: u64,
        /// How many bytes of entries, about; one entry is always allowed.
        max_bytes: usize,
    },
    /// To be answered by [`Input::Members`].
    FetchMembers {
        /// The first position.
        from: u32,
        /// How many bytes of records, about; one record is always allowed.
        max_bytes: usize,
    },
    /// Entries in order, each log without a gap: check, store, apply, then [`Input::Durable`].
    Deliver {
        /// The entries; their signatures are not checked yet.
        entries: Vec<Entry>,
    },
    /// Membership records in order: check, store, then [`Input::Members`].
    DeliverMembers(Vec<Vec<u8>>),
    /// Who the peer is: acknowledgements are from this database of it.
    Peer {
        /// Its database.
        incarnation: [u8; 16],
        /// Its software, for people.
        software: String,
        /// Its clock, for a warning.
        clock: Timestamp,
        /// The minor version both speak.
        minor: u16,
        /// Its membership: to be compared with what is known at that position.
        membership: Option<(u32, MemberHash)>,
    },
    /// What the peer says it holds, unchecked: to be compared with receipts and vectors.
    PeerHave(Vec<Have>),
    /// The peer has stored, and applied, up to these numbers; never more than is held here.
    Acked {
        /// The log.
        log: LogId,
        /// Stored up to here.
        stored: u64,
        /// Applied up to here.
        applied: Option<u64>,
    },
    /// The hub's receipt; its signature is for the receiver to check.
    Receipt(Receipt),
    /// What the hub knows of another device.
    PeerAcks(PeerAcks),
    /// The peer holds more, or other, of the log that this device writes: this device was rolled
    /// back or copied. The peer's entries still come as [`Output::Deliver`].
    PeerAhead {
        /// This device's log.
        log: LogId,
        /// Up to where the peer holds it.
        seq: u64,
        /// The first half of the peer's head's hash, where it is known.
        head: Option<[u8; 16]>,
    },
    /// A log's author signed two entries for one place; both signatures were checked. Our branch
    /// stays; the log rests for this session.
    Forked(Box<ForkProof>),
    /// We lack what the peer holds in a checkpoint only.
    NeedCheckpoint {
        /// The log.
        log: LogId,
    },
    /// The peer lacks what is held here in a checkpoint only.
    CheckpointWanted {
        /// The log.
        log: LogId,
    },
    /// At a hub: a membership record to be sequenced, or refused, by [`Input::Proposed`].
    Proposal {
        /// Names it in this session.
        id: u32,
        /// The author-signed record.
        record: Vec<u8>,
    },
    /// What became of our proposal.
    Proposed {
        /// Which.
        id: u32,
        /// What became of it.
        result: Proposed,
    },
    /// Something changed at the hub that is asked for elsewhere.
    Notified {
        /// What.
        topic: u32,
    },
    /// The peer's membership and HAVE were read, and nothing of its membership is lacking here:
    /// sealing may begin. Once a session.
    Ready,
    /// The session is over; nothing comes after it.
    Close(Closing),
}
