//! Frames: where one message ends and the next begins, decided before anything is allocated.

use thiserror::Error;

use super::Message;

/// The longest frame: its type byte and body together.
pub const FRAME_MAX: usize = 1024 * 1024;

/// Set in the type of a frame that must not be skipped.
pub(super) const CRITICAL: u8 = 0x80;

/// One frame, not yet understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// What the body is.
    pub kind: u8,
    /// At most [`FRAME_MAX`] - 1 bytes.
    pub body: Vec<u8>,
}

/// Why a stream of frames cannot go on. The peer broke the protocol or speaks a newer one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum FrameFault {
    /// A frame longer than may come here, or without a type.
    #[error("a frame of {len} bytes")]
    Length {
        /// What the length bytes said.
        len: usize,
    },
    /// A frame that must be understood and is not: a newer release speaks.
    #[error("an unknown critical frame of type {kind}")]
    UnknownCritical {
        /// Its type.
        kind: u8,
    },
    /// The body is not what its type says.
    #[error("a malformed frame of type {kind}")]
    Body {
        /// Its type.
        kind: u8,
    },
}

/// Cuts received bytes into messages.
///
/// It holds no more than what was pushed: the length a peer announces allocates nothing. Drain it
/// after every push, and its memory is one frame and one push at most.
///
/// ```
/// use tawro_core::wire::{FrameReader, Message};
///
/// let mut reader = FrameReader::new();
/// for bytes in Message::Bye.to_frame().chunks(2) {
///     reader.push(bytes);
/// }
/// assert_eq!(reader.next_message()?, Some(Message::Bye));
/// assert_eq!(reader.next_message()?, None);
/// # Ok::<(), tawro_core::wire::FrameFault>(())
/// ```
#[derive(Debug)]
pub struct FrameReader {
    limit: usize,
    buffer: Vec<u8>,
    read: usize,
}

impl Default for FrameReader {
    fn default() -> Self {
        Self::with_limit(FRAME_MAX)
    }
}

impl FrameReader {
    /// An empty one, for the start of a stream.
    pub fn new() -> Self {
        Self::default()
    }

    /// One that refuses frames longer than this, where all that may come is shorter than [`FRAME_MAX`].
    pub fn with_limit(limit: usize) -> Self {
        Self {
            limit: limit.min(FRAME_MAX),
            buffer: Vec::new(),
            read: 0,
        }
    }

    /// Takes bytes as they came.
    pub fn push(&mut self, bytes: &[u8]) {
        self.buffer.drain(..self.read);
        self.read = 0;
        self.buffer.extend_from_slice(bytes);
    }

    /// The next whole frame. After a fault the stream is lost: close it.
    pub fn next_frame(&mut self) -> Result<Option<Frame>, FrameFault> {
        let rest = &self.buffer[self.read..];
        let Some((len, rest)) = rest.split_first_chunk::<4>() else {
            return Ok(None);
        };
        let len = u32::from_le_bytes(*len) as usize;
        if len == 0 || len > self.limit {
            return Err(FrameFault::Length { len });
        }
        let Some((kind, body)) = rest.get(..len).and_then(<[u8]>::split_first) else {
            return Ok(None);
        };
        let frame = Frame {
            kind: *kind,
            body: body.to_vec(),
        };
        self.read += 4 + len;
        Ok(Some(frame))
    }

    /// The next whole message. Unknown frames that may be skipped come as [`Message::Unknown`].
    pub fn next_message(&mut self) -> Result<Option<Message>, FrameFault> {
        self.next_frame()?
            .map(|frame| Message::from_frame(&frame))
            .transpose()
    }

    /// Whether a frame has begun and not ended: a stream that stops here was cut.
    pub fn inside_frame(&self) -> bool {
        self.read < self.buffer.len()
    }
}
