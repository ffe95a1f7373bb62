//! Statistics have a protocol of their own: one question on each stream, and its answer.
//!
//! It shares the frames of [`super::frame`] and nothing else. Calls, reports, notices and editions are
//! signed bytes that travel as they are, whoever carries them; here it is only said which they are. What is
//! longer than a frame travels in parts, and what is held of them is bounded.
//!
//! A question of a newer release is answered with [`Denial::Unknown`]: each question stands alone, so that
//! nothing else is lost with it.

use minicbor::{Decode, Encode};

use super::frame::{CRITICAL, Frame, FrameFault};
use super::message::{cbor, map};
use crate::crypto::Hash;

/// The protocol's name in the TLS handshake; its number is the major version.
pub const STATISTICS_ALPN: &[u8] = b"tawro-statistics/1";

/// The longest report that travels.
pub const REPORT_MAX: usize = 16 * 1024;
/// The longest frame of a question: a report and its type byte; all that is known is shorter.
pub const QUESTION_MAX: usize = REPORT_MAX + 1;
/// How many calls or notices somebody may say they hold, and are given at once.
pub const KNOWN_MAX: usize = 64;
/// The longest call or notice that travels: some tens of thousands of associations.
pub const ITEM_MAX: usize = 4 * 1024 * 1024;
/// The longest edition of the programme: its text, and who signed it.
pub const EDITION_MAX: usize = 1024 * 1024 + 4 * 1024;
/// The longest part of an item.
pub const PART_MAX: usize = 256 * 1024;
/// The longest frame of an answer: a part and its type byte.
pub const ANSWER_MAX: usize = PART_MAX + 1;
/// The longest code of a reason.
const CODE_MAX: usize = 64;

/// What an association's computer asks, by the key of this connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// The calls that ask this key and are open, but for those whose bytes have these hashes. Each comes as
    /// an item.
    Calls {
        /// At most [`KNOWN_MAX`].
        known: Vec<Hash>,
    },
    /// Takes a report; answered with [`Answer::Taken`] or [`Answer::Rejected`].
    Report(Vec<u8>),
    /// What became of the periods that asked this key, but for the notices whose bytes have these hashes.
    /// Each comes as an item.
    Notices {
        /// At most [`KNOWN_MAX`].
        known: Vec<Hash>,
    },
    /// Takes a progress sheet; answered as a report is.
    Sheet(Vec<u8>),
    /// The programme's newest edition if its number is above this one; one item or none. Anybody may ask.
    Edition {
        /// The number of the edition that is held; 0 for none.
        above: u32,
    },
}

/// One frame of an answer. The stream ends where the answer does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A piece of an item of which more follows; never empty.
    Part(Vec<u8>),
    /// An item, or its last piece.
    Item(Vec<u8>),
    /// The report, or the sheet, is taken, now or before.
    Taken,
    /// It is not, for the reason under this code, of which people are told by words of their own.
    Rejected {
        /// Small letters and `_`.
        code: String,
    },
    /// The question is not answered.
    Denied(Denial),
    /// A frame of a newer release that may be skipped.
    Unknown {
        /// Its type.
        kind: u8,
    },
}

/// Why a question is not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Denial {
    /// Nobody with the key of this connection is registered.
    NoSeat,
    /// Too much at once, or the hub's file cannot be read now: come back later.
    Busy,
    /// It is no question, or longer than one may be.
    Malformed,
    /// A question of a newer release.
    Unknown,
    /// A reason of a newer release.
    Other(u16),
}

const CALLS: u8 = CRITICAL | 1;
const REPORT: u8 = CRITICAL | 2;
const NOTICES: u8 = CRITICAL | 3;
const EDITION: u8 = CRITICAL | 4;
const SHEET: u8 = CRITICAL | 5;
const PART: u8 = CRITICAL | 32;
const ITEM: u8 = CRITICAL | 33;
const TAKEN: u8 = CRITICAL | 34;
const REJECTED: u8 = CRITICAL | 35;
const DENIED: u8 = CRITICAL | 36;

impl Question {
    /// The frame, ready for a stream.
    pub fn to_frame(&self) -> Vec<u8> {
        match self {
            Self::Calls { known } => framed(CALLS, &known_bytes(known)),
            Self::Report(bytes) => framed(REPORT, bytes),
            Self::Notices { known } => framed(NOTICES, &known_bytes(known)),
            Self::Sheet(bytes) => framed(SHEET, bytes),
            Self::Edition { above } => framed(EDITION, &cbor(&EditionBody { above: *above })),
        }
    }

    /// Understands a frame.
    pub fn from_frame(frame: &Frame) -> Result<Self, FrameFault> {
        let Frame { kind, body } = frame;
        let question = match *kind {
            CALLS => known_of(body).map(|known| Self::Calls { known }),
            REPORT => Some(Self::Report(body.clone())),
            NOTICES => known_of(body).map(|known| Self::Notices { known }),
            SHEET => Some(Self::Sheet(body.clone())),
            EDITION => map(body).map(|EditionBody { above }| Self::Edition { above }),
            kind => return Err(FrameFault::UnknownCritical { kind }),
        };
        question.ok_or(FrameFault::Body { kind: *kind })
    }
}

impl Answer {
    /// The frames of an item, in order.
    pub fn item(bytes: &[u8]) -> Vec<Self> {
        let mut parts: Vec<Self> = bytes
            .chunks(PART_MAX)
            .map(|part| Self::Part(part.to_vec()))
            .collect();
        let last = match parts.pop() {
            Some(Self::Part(last)) => last,
            _ => Vec::new(),
        };
        parts.push(Self::Item(last));
        parts
    }

    /// The frame, ready for a stream.
    pub fn to_frame(&self) -> Vec<u8> {
        match self {
            Self::Part(bytes) => framed(PART, bytes),
            Self::Item(bytes) => framed(ITEM, bytes),
            Self::Taken => framed(TAKEN, &[]),
            Self::Rejected { code } => framed(REJECTED, &cbor(&RejectedBody { code })),
            Self::Denied(denial) => framed(
                DENIED,
                &cbor(&DeniedBody {
                    code: denial.number(),
                }),
            ),
            Self::Unknown { kind } => framed(kind & !CRITICAL, &[]),
        }
    }

    /// Understands a frame.
    pub fn from_frame(frame: &Frame) -> Result<Self, FrameFault> {
        let Frame { kind, body } = frame;
        let answer = match *kind {
            PART => (!body.is_empty()).then(|| Self::Part(body.clone())),
            ITEM => Some(Self::Item(body.clone())),
            TAKEN => Some(Self::Taken),
            REJECTED => map(body).and_then(rejected),
            DENIED => map(body).map(|DeniedBody { code }| Self::Denied(Denial::from_number(code))),
            kind if kind & CRITICAL != 0 => return Err(FrameFault::UnknownCritical { kind }),
            kind => Some(Self::Unknown { kind }),
        };
        answer.ok_or(FrameFault::Body { kind: *kind })
    }
}

impl Denial {
    const TABLE: [(u16, Self); 4] = [
        (1, Self::NoSeat),
        (2, Self::Busy),
        (3, Self::Malformed),
        (4, Self::Unknown),
    ];

    /// Its number on the wire.
    pub fn number(self) -> u16 {
        match self {
            Self::Other(number) => number,
            known => Self::TABLE
                .iter()
                .find(|(_, denial)| *denial == known)
                .map_or(0, |(number, _)| *number),
        }
    }

    /// The denial with this number.
    pub fn from_number(number: u16) -> Self {
        Self::TABLE
            .iter()
            .find(|(known, _)| *known == number)
            .map_or(Self::Other(number), |(_, denial)| *denial)
    }

    /// Its code, under which sentences stand.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoSeat => "statistics_no_seat",
            Self::Busy => "statistics_busy",
            Self::Malformed | Self::Unknown | Self::Other(_) => "statistics_not_answered",
        }
    }
}

/// Puts the parts of an item together; it holds no more than the item may be long.
#[derive(Debug)]
pub struct Items {
    limit: usize,
    held: Vec<u8>,
}

/// An item is longer than it may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong;

impl Items {
    /// For items of at most so many bytes.
    pub fn new(limit: usize) -> Self {
        let held = Vec::new();
        Self { limit, held }
    }

    /// Takes one more piece; the whole item with its last one.
    pub fn piece(&mut self, bytes: &[u8], is_last: IsLast) -> Result<Option<Vec<u8>>, TooLong> {
        if bytes.len() > self.limit - self.held.len() {
            return Err(TooLong);
        }
        self.held.extend_from_slice(bytes);
        Ok(match is_last {
            IsLast::Yes => Some(std::mem::take(&mut self.held)),
            IsLast::No => None,
        })
    }

    /// Whether an item has begun and not ended: a stream that stops here was cut.
    pub fn inside_item(&self) -> bool {
        !self.held.is_empty()
    }
}

/// Whether a piece ends its item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IsLast {
    /// It does.
    Yes,
    /// More follows.
    No,
}

fn framed(kind: u8, body: &[u8]) -> Vec<u8> {
    let mut frame = Vec::with_capacity(5 + body.len());
    frame.extend_from_slice(&(body.len() as u32 + 1).to_le_bytes());
    frame.push(kind);
    frame.extend_from_slice(body);
    frame
}

fn known_bytes(known: &[Hash]) -> Vec<u8> {
    let known = known.iter().take(KNOWN_MAX).map(|hash| hash.to_vec()).collect();
    cbor(&KnownBody { known })
}

fn known_of(body: &[u8]) -> Option<Vec<Hash>> {
    let KnownBody { known } = map(body)?;
    let known: Option<Vec<Hash>> = known.into_iter().map(|hash| hash.try_into().ok()).collect();
    known.filter(|known| known.len() <= KNOWN_MAX)
}

fn rejected(RejectedBody { code }: RejectedBody<'_>) -> Option<Answer> {
    let is_code = |code: &str| code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let code = (code.len() <= CODE_MAX && is_code(code)).then(|| code.to_owned())?;
    Some(Answer::Rejected { code })
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct KnownBody {
    #[n(0)]
    #[cbor(default, with = "super::blobs")]
    known: Vec<Vec<u8>>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct EditionBody {
    #[n(0)]
    #[cbor(default)]
    above: u32,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct RejectedBody<'a> {
    #[b(0)]
    code: &'a str,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct DeniedBody {
    #[n(0)]
    code: u16,
}

#[cfg(test)]
mod tests;
