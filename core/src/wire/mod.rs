//! Everything that may cross a network: frames, messages and the short form of entries.
//!
//! A stream carries frames: the length of what follows as four bytes, little-endian, one type byte,
//! a body. What evolves is a CBOR map with numeric keys, where a reader skips keys it does not know
//! and a new key is optional; what is signed, and entries, are hand-laid bytes. Types with the high
//! bit set are critical: who does not know one closes the connection, any other is skipped.
//!
//! The same frames serve two uses: a *session* of one space ([`crate::sync`]), which begins with
//! `Hello`, and single questions of somebody who belongs nowhere yet (`Enrol`, the mailbox). Statistics go
//! over connections of their own, in a protocol of their own ([`Question`], [`Answer`]).

mod compact;
mod frame;
mod greeting;
mod message;
mod report;
mod rpc;
mod statistics;
#[cfg(test)]
mod tests;

pub use compact::{Packer, Unpacker};
pub use frame::{FRAME_MAX, Frame, FrameFault, FrameReader};
pub use greeting::{Capabilities, Have, Hello, Refusal, SOFTWARE_MAX};
pub use message::Message;
pub use report::{Ack, PeerAcks, ProposalRefusal, Proposed};
pub use rpc::{Enrol, Enrolled, Mail, MailSlot};
pub use statistics::{
    ANSWER_MAX, Answer, Denial, EDITION_MAX, ITEM_MAX, IsLast, Items, KNOWN_MAX, PART_MAX, QUESTION_MAX,
    Question, REPORT_MAX, STATISTICS_ALPN, TooLong,
};

/// The protocol's name in the TLS handshake; its number is the major version.
pub const ALPN: &[u8] = b"tawro-sync/1";

/// The minor version this release speaks. A minor version only adds.
pub const MINOR: u16 = 0;

/// Lists of byte strings as CBOR byte strings, not as arrays of numbers.
mod blobs {
    use minicbor::bytes::ByteSlice;
    use minicbor::decode::Error as DecodeError;
    use minicbor::encode::{Error as EncodeError, Write};
    use minicbor::{Decoder, Encoder};

    /// An empty string is one byte in a frame and many in memory.
    const BLOBS_MAX: usize = 8_192;

    pub(super) fn encode<C, W: Write>(
        blobs: &[Vec<u8>],
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        e.array(blobs.len() as u64)?;
        for blob in blobs {
            e.bytes(blob)?;
        }
        Ok(())
    }

    pub(super) fn decode<'b, C>(d: &mut Decoder<'b>, _: &mut C) -> Result<Vec<Vec<u8>>, DecodeError> {
        let mut blobs = Vec::new();
        for blob in d.array_iter::<&ByteSlice>()? {
            if blobs.len() == BLOBS_MAX {
                return Err(DecodeError::message("too many byte strings"));
            }
            blobs.push(blob?.to_vec());
        }
        Ok(blobs)
    }
}
