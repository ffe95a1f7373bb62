//! Messages over one stream: framed, bounded, in order.

use quinn::{Connection, RecvStream, SendStream};
use tawro_core::wire::{FRAME_MAX, Frame, FrameFault, FrameReader, Message};

use crate::fault::LinkFault;

/// The half that sends.
#[derive(Debug)]
pub struct FrameSender {
    stream: SendStream,
}

/// The half that receives.
#[derive(Debug)]
pub struct FrameReceiver {
    stream: RecvStream,
    reader: FrameReader,
}

/// Opens a stream. The other end sees it when the first message was sent, not before.
///
/// # Errors
/// [`LinkFault`] when the connection ended.
pub async fn open(connection: &Connection) -> Result<(FrameSender, FrameReceiver), LinkFault> {
    Ok(framed(connection.open_bi().await?, FRAME_MAX))
}

/// Waits for the next stream that the other end opens.
///
/// # Errors
/// [`LinkFault`] when the connection ended.
pub async fn accept(connection: &Connection) -> Result<(FrameSender, FrameReceiver), LinkFault> {
    accept_short(connection, FRAME_MAX).await
}

/// The same where no frame that comes may be longer than this.
///
/// # Errors
/// [`LinkFault`] when the connection ended.
pub async fn accept_short(
    connection: &Connection,
    limit: usize,
) -> Result<(FrameSender, FrameReceiver), LinkFault> {
    Ok(framed(connection.accept_bi().await?, limit))
}

fn framed((send, recv): (SendStream, RecvStream), limit: usize) -> (FrameSender, FrameReceiver) {
    let reader = FrameReader::with_limit(limit);
    (
        FrameSender { stream: send },
        FrameReceiver { stream: recv, reader },
    )
}

impl FrameSender {
    /// Sends messages in one write. Waits while the other end does not read: that is the bound on
    /// what may wait to be sent, together with [`crate::Limits::send_window`].
    ///
    /// Dropping the future may leave half a message on the stream; send nothing more on it then.
    ///
    /// # Errors
    /// [`LinkFault`] when the stream or the connection ended.
    pub async fn send(&mut self, messages: &[Message]) -> Result<(), LinkFault> {
        match messages {
            [] => {}
            [one] => self.stream.write_all(&one.to_frame()).await?,
            several => {
                let frames: Vec<u8> = several.iter().flat_map(Message::to_frame).collect();
                self.stream.write_all(&frames).await?;
            }
        }
        Ok(())
    }

    /// Sends frames that are laid out already, under the same conditions as [`send`](Self::send).
    ///
    /// # Errors
    /// [`LinkFault`] when the stream or the connection ended.
    pub async fn send_frames(&mut self, frames: &[u8]) -> Result<(), LinkFault> {
        Ok(self.stream.write_all(frames).await?)
    }

    /// Says that nothing more comes, and does not wait: for a question whose answer is awaited anyway.
    pub fn end(&mut self) {
        // Fails only if the stream has ended already.
        let _ = self.stream.finish();
    }

    /// Says that nothing more comes, and waits until the other end has all of it or is gone.
    ///
    /// Without this wait, closing the connection right after the last message loses it.
    ///
    /// # Errors
    /// [`LinkFault`] when the connection ended before.
    pub async fn finish(mut self) -> Result<(), LinkFault> {
        if self.stream.finish().is_err() {
            return Ok(());
        }
        match self.stream.stopped().await {
            Ok(_) => Ok(()),
            Err(quinn::StoppedError::ConnectionLost(error)) => Err(error.into()),
            Err(quinn::StoppedError::ZeroRttRejected) => Err(LinkFault::Ours),
        }
    }

    /// Gives the stream up: what was not sent is dropped.
    pub fn reset(&mut self, code: u32) {
        // Fails only if the stream has ended already, which is what is wanted.
        let _ = self.stream.reset(code.into());
    }

    /// What is sent first when several streams have something to send; higher is sooner.
    pub fn set_priority(&self, priority: i32) {
        // Fails only if the stream has ended already.
        let _ = self.stream.set_priority(priority);
    }
}

impl FrameReceiver {
    /// The next message, or `None` once the other end has finished.
    ///
    /// May be dropped while it waits, as in `select!`: no byte is lost.
    ///
    /// # Errors
    /// [`LinkFault::Cut`] for a stream that ends inside a message, [`LinkFault::OtherProtocol`] for a
    /// critical message of a newer release, [`LinkFault::Broken`] for bytes that are no message.
    pub async fn next(&mut self) -> Result<Option<Message>, LinkFault> {
        let frame = self.next_frame().await?;
        let message = frame.map(|frame| Message::from_frame(&frame));
        message.transpose().map_err(frame_fault)
    }

    /// The next frame, for protocols of other messages; otherwise as [`next`](Self::next).
    ///
    /// # Errors
    /// [`LinkFault::Cut`] for a stream that ends inside a frame, [`LinkFault::Broken`] for one too long.
    pub async fn next_frame(&mut self) -> Result<Option<Frame>, LinkFault> {
        loop {
            if let Some(frame) = self.reader.next_frame().map_err(frame_fault)? {
                return Ok(Some(frame));
            }
            match self.stream.read_chunk(CHUNK_MAX, true).await? {
                Some(chunk) => self.reader.push(&chunk.bytes),
                None if self.reader.inside_frame() => return Err(LinkFault::Cut),
                None => return Ok(None),
            }
        }
    }

    /// The next message that has arrived whole already, without waiting for more.
    ///
    /// # Errors
    /// As [`next`](Self::next) for bytes that are no message.
    pub fn ready(&mut self) -> Result<Option<Message>, LinkFault> {
        self.reader.next_message().map_err(frame_fault)
    }

    /// Tells the other end to send no more on this stream.
    pub fn stop(&mut self, code: u32) {
        // Fails only if the stream has ended already.
        let _ = self.stream.stop(code.into());
    }
}

fn frame_fault(fault: FrameFault) -> LinkFault {
    match fault {
        FrameFault::UnknownCritical { .. } => LinkFault::OtherProtocol,
        FrameFault::Length { .. } | FrameFault::Body { .. } => LinkFault::Broken,
    }
}

/// What is taken off a stream at once; with one frame it bounds what a stream holds here.
const CHUNK_MAX: usize = 64 << 10;
