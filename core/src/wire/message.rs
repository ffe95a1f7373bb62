//! The messages, each with its type byte.

use minicbor::{Decode, Encode};

use super::frame::{CRITICAL, FRAME_MAX, Frame, FrameFault};
use super::{Ack, Enrol, Enrolled, Hello, Mail, PeerAcks, ProposalRefusal, Proposed, Refusal, SOFTWARE_MAX};
use crate::id::{LogId, MemberHash, SpaceId};
use crate::log::{LOGS_MAX, Receipt, SEQ_MAX};

/// One message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// The client's first word.
    Hello(Hello),
    /// The hub's, once the client is let in.
    Welcome(Hello),
    /// No; the connection ends.
    Refused(Refusal),
    /// Membership records, in order.
    Membership {
        /// The position of the first.
        from: u32,
        /// Their bytes as received, each at most what a membership record may be.
        records: Vec<Vec<u8>>,
    },
    /// A signed membership record for the sequencer.
    Propose {
        /// Names the proposal in this session.
        id: u32,
        /// Its bytes.
        record: Vec<u8>,
    },
    /// What became of a proposal.
    Proposed {
        /// Which.
        id: u32,
        /// What.
        result: Proposed,
    },
    /// Entries in the short form; only the session knows the context they are relative to.
    Entries(Vec<u8>),
    /// What the sender has stored and applied.
    Ack(Vec<Ack>),
    /// The hub's signed word for what it stores.
    Receipt(Receipt),
    /// What the hub knows of another device.
    PeerAcks(PeerAcks),
    /// Send this log again from a number on, or no more of it in this session.
    Want {
        /// The log.
        log: LogId,
        /// From where; none: no more.
        from: Option<u64>,
    },
    /// The log's author signed two entries for one place.
    Fork {
        /// The signed header the sender holds.
        held: Vec<u8>,
        /// The signed header that came and contradicts it; none if only its hash is known yet.
        other: Option<Vec<u8>>,
    },
    /// The sender wants entries that the receiver holds in a checkpoint only, or the other way round.
    NeedCheckpoint {
        /// The log.
        log: LogId,
    },
    /// Something changed that is asked for elsewhere.
    Notify {
        /// What: 1 = an invitation's mailbox.
        topic: u32,
    },
    /// The sender is done and will close.
    Bye,
    /// Asks to bring a space to a hub.
    Enrol(Enrol),
    /// The answer.
    Enrolled(Enrolled),
    /// Puts a letter into an invitation's mailbox.
    MailboxPut(Mail),
    /// Asks for one; `sealed` is empty.
    MailboxGet(Mail),
    /// The answer to both.
    MailboxItem(Mail),
    /// Asks which space the key of this connection recovers. The hint is on the recovery code's paper.
    Locate {
        /// The first bytes of the space's id.
        hint: [u8; 5],
    },
    /// The answer. A refusal is a `Refused`.
    Located {
        /// The whole id.
        space: SpaceId,
    },
    /// A frame of a newer release that may be skipped.
    Unknown {
        /// Its type.
        kind: u8,
    },
}

const HELLO: u8 = CRITICAL | 1;
const WELCOME: u8 = CRITICAL | 2;
const REFUSED: u8 = CRITICAL | 3;
const MEMBERSHIP: u8 = CRITICAL | 4;
const PROPOSE: u8 = CRITICAL | 5;
const PROPOSED: u8 = CRITICAL | 6;
const ENTRIES: u8 = CRITICAL | 7;
const ACK: u8 = CRITICAL | 8;
const RECEIPT: u8 = 9;
const PEER_ACKS: u8 = 10;
const WANT: u8 = CRITICAL | 11;
const FORK: u8 = CRITICAL | 12;
const NEED_CHECKPOINT: u8 = CRITICAL | 13;
const NOTIFY: u8 = 14;
const BYE: u8 = CRITICAL | 15;
const ENROL: u8 = CRITICAL | 32;
const ENROLLED: u8 = CRITICAL | 33;
const MAILBOX_PUT: u8 = CRITICAL | 34;
const MAILBOX_GET: u8 = CRITICAL | 35;
const MAILBOX_ITEM: u8 = CRITICAL | 36;
const LOCATE: u8 = CRITICAL | 37;
const LOCATED: u8 = CRITICAL | 38;

impl Message {
    /// The frame, ready for a stream.
    ///
    /// Whoever makes messages keeps them within [`FRAME_MAX`]; a longer one is a frame that every
    /// reader refuses.
    pub fn to_frame(&self) -> Vec<u8> {
        let (kind, body) = self.body();
        debug_assert!(body.len() < FRAME_MAX, "a message of {} bytes", body.len());
        let mut frame = Vec::with_capacity(5 + body.len());
        frame.extend_from_slice(&(body.len() as u32 + 1).to_le_bytes());
        frame.push(kind);
        frame.extend_from_slice(&body);
        frame
    }

    fn body(&self) -> (u8, Vec<u8>) {
        match self {
            Self::Hello(hello) => (HELLO, cbor(hello)),
            Self::Welcome(hello) => (WELCOME, cbor(hello)),
            Self::Refused(refusal) => (
                REFUSED,
                cbor(&RefusedBody {
                    code: refusal.number(),
                }),
            ),
            Self::Membership { from, records } => (
                MEMBERSHIP,
                cbor(&MembershipBody {
                    from: *from,
                    records: records.clone(),
                }),
            ),
            Self::Propose { id, record } => (
                PROPOSE,
                cbor(&ProposeBody {
                    id: *id,
                    record: record.clone(),
                }),
            ),
            Self::Proposed { id, result } => (PROPOSED, cbor(&ProposedBody::new(*id, *result))),
            Self::Entries(bytes) => (ENTRIES, bytes.clone()),
            Self::Ack(acks) => (ACK, cbor(&AckBody { acks: acks.clone() })),
            Self::Receipt(receipt) => (RECEIPT, receipt.to_bytes()),
            Self::PeerAcks(acks) => (PEER_ACKS, cbor(acks)),
            Self::Want { log, from } => (
                WANT,
                cbor(&WantBody {
                    log: *log,
                    from: *from,
                }),
            ),
            Self::Fork { held, other } => (
                FORK,
                cbor(&ForkBody {
                    held: held.clone(),
                    other: other.clone(),
                }),
            ),
            Self::NeedCheckpoint { log } => (
                NEED_CHECKPOINT,
                cbor(&WantBody {
                    log: *log,
                    from: None,
                }),
            ),
            Self::Notify { topic } => (NOTIFY, cbor(&NotifyBody { topic: *topic })),
            Self::Bye => (BYE, Vec::new()),
            Self::Enrol(body) => (ENROL, cbor(body)),
            Self::Enrolled(body) => (ENROLLED, cbor(body)),
            Self::MailboxPut(mail) => (MAILBOX_PUT, cbor(mail)),
            Self::MailboxGet(mail) => (MAILBOX_GET, cbor(mail)),
            Self::MailboxItem(mail) => (MAILBOX_ITEM, cbor(mail)),
            Self::Locate { hint } => (LOCATE, hint.to_vec()),
            Self::Located { space } => (LOCATED, space.0.to_vec()),
            Self::Unknown { kind } => (kind & !CRITICAL, Vec::new()),
        }
    }

    /// Understands a frame.
    pub fn from_frame(frame: &Frame) -> Result<Self, FrameFault> {
        let Frame { kind, body } = frame;
        let message = match *kind {
            HELLO => map(body).and_then(hello).map(Self::Hello),
            WELCOME => map(body).and_then(hello).map(Self::Welcome),
            REFUSED => map(body).map(|RefusedBody { code }| Self::Refused(Refusal::from_number(code))),
            MEMBERSHIP => {
                map(body).map(|MembershipBody { from, records }| Self::Membership { from, records })
            }
            PROPOSE => map(body).map(|ProposeBody { id, record }| Self::Propose { id, record }),
            PROPOSED => map(body).and_then(ProposedBody::message),
            ENTRIES => Some(Self::Entries(body.clone())),
            ACK => map(body).and_then(|AckBody { acks }| sound(&acks).then_some(Self::Ack(acks))),
            RECEIPT => Receipt::from_bytes(body).ok().map(Self::Receipt),
            PEER_ACKS => map(body)
                .filter(|peer: &PeerAcks| sound(&peer.acks))
                .map(Self::PeerAcks),
            WANT => map(body).map(|WantBody { log, from }| Self::Want { log, from }),
            FORK => map(body).map(|ForkBody { held, other }| Self::Fork { held, other }),
            NEED_CHECKPOINT => map(body).map(|WantBody { log, .. }| Self::NeedCheckpoint { log }),
            NOTIFY => map(body).map(|NotifyBody { topic }| Self::Notify { topic }),
            BYE => Some(Self::Bye),
            ENROL => map(body).map(Self::Enrol),
            ENROLLED => map(body).map(Self::Enrolled),
            MAILBOX_PUT => map(body).map(Self::MailboxPut),
            MAILBOX_GET => map(body).map(Self::MailboxGet),
            MAILBOX_ITEM => map(body).map(Self::MailboxItem),
            LOCATE => body[..].try_into().ok().map(|hint| Self::Locate { hint }),
            LOCATED => SpaceId::from_slice(body).map(|space| Self::Located { space }),
            kind if kind & CRITICAL != 0 => return Err(FrameFault::UnknownCritical { kind }),
            kind => Some(Self::Unknown { kind }),
        };
        message.ok_or(FrameFault::Body { kind: *kind })
    }
}

pub(super) fn cbor(body: &impl Encode<()>) -> Vec<u8> {
    minicbor::to_vec(body).expect("writing to memory does not fail")
}

/// A body that is one CBOR item and nothing after it.
pub(super) fn map<'b, T: Decode<'b, ()>>(body: &'b [u8]) -> Option<T> {
    let mut decoder = minicbor::Decoder::new(body);
    let value = decoder.decode().ok()?;
    (decoder.position() == body.len()).then_some(value)
}

fn hello(hello: Hello) -> Option<Hello> {
    let mut logs: Vec<LogId> = hello.have.iter().map(|have| have.log).collect();
    logs.sort_unstable();
    logs.dedup();
    let sound = logs.len() == hello.have.len()
        && logs.len() <= LOGS_MAX
        && hello.software.len() <= SOFTWARE_MAX
        && hello.minor_min <= hello.minor_max
        && hello.have.iter().all(|have| {
            have.floor <= have.seq && have.seq <= SEQ_MAX && have.applied.is_none_or(|seq| seq <= SEQ_MAX)
        });
    sound.then_some(hello)
}

/// Whether there are no more than logs, all of numbers an entry may have.
fn sound(acks: &[Ack]) -> bool {
    let numbered = |ack: &Ack| ack.stored <= SEQ_MAX && ack.applied.is_none_or(|seq| seq <= SEQ_MAX);
    acks.len() <= LOGS_MAX && acks.iter().all(numbered)
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct RefusedBody {
    #[n(0)]
    code: u16,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct MembershipBody {
    #[n(0)]
    from: u32,
    #[n(1)]
    #[cbor(with = "super::blobs")]
    records: Vec<Vec<u8>>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct ProposeBody {
    #[n(0)]
    id: u32,
    #[n(1)]
    #[cbor(with = "minicbor::bytes")]
    record: Vec<u8>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct ProposedBody {
    #[n(0)]
    id: u32,
    #[n(1)]
    position: Option<u32>,
    #[n(2)]
    hash: Option<MemberHash>,
    #[n(3)]
    refusal: Option<u16>,
}

impl ProposedBody {
    fn new(id: u32, result: Proposed) -> Self {
        match result {
            Proposed::Accepted { position, hash } => Self {
                id,
                position: Some(position),
                hash: Some(hash),
                refusal: None,
            },
            Proposed::Refused(refusal) => Self {
                id,
                position: None,
                hash: None,
                refusal: Some(refusal.number()),
            },
        }
    }

    fn message(self) -> Option<Message> {
        let result = match (self.position, self.hash, self.refusal) {
            (Some(position), Some(hash), None) => Proposed::Accepted { position, hash },
            (None, None, Some(number)) => Proposed::Refused(ProposalRefusal::from_number(number)),
            _ => return None,
        };
        Some(Message::Proposed { id: self.id, result })
    }
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct AckBody {
    #[n(0)]
    acks: Vec<Ack>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct WantBody {
    #[n(0)]
    log: LogId,
    #[n(1)]
    from: Option<u64>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct ForkBody {
    #[n(0)]
    #[cbor(with = "minicbor::bytes")]
    held: Vec<u8>,
    #[n(1)]
    #[cbor(with = "minicbor::bytes")]
    other: Option<Vec<u8>>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct NotifyBody {
    #[n(0)]
    topic: u32,
}
