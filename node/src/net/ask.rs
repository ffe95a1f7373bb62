//! Single questions to a hub: one stream, one question, one answer.

use std::time::Duration;

use quinn::Connection;
use tawro_core::wire::{Answer, Denial, FrameFault, IsLast, Items, KNOWN_MAX, Message, Question};
use tawro_quic::LinkFault;
use tokio::time::timeout;

use crate::fault::NodeError;

/// Asks, and waits for the answer; a refusal is an error.
pub(crate) async fn ask(connection: &Connection, question: Message) -> Result<Message, NodeError> {
    let (mut sender, mut receiver) = tawro_quic::open(connection).await?;
    sender.send(&[question]).await?;
    let answer = receiver.next().await?.ok_or(LinkFault::Cut)?;
    match answer {
        Message::Refused(refusal) => Err(NodeError::Refused(refusal)),
        answer => Ok(answer),
    }
}

/// What a hub answers to a question about statistics.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// What was asked for, as it is; nothing verified.
    Items(Vec<Vec<u8>>),
    /// The report is taken.
    Taken,
    /// It is not, by the code of the reason.
    Rejected(String),
    /// The question is not answered.
    Denied(Denial),
}

/// Asks about statistics; each item may have so many bytes.
pub(crate) async fn ask_statistics(
    connection: &Connection,
    question: &Question,
    limit: usize,
) -> Result<Told, NodeError> {
    let (mut sender, mut receiver) = tawro_quic::open(connection).await?;
    sender.send_frames(&question.to_frame()).await?;
    sender.end();
    let (mut all, mut items) = (Vec::new(), Items::new(limit));
    loop {
        let frame = timeout(SILENCE_MAX, receiver.next_frame());
        let Some(frame) = frame.await.map_err(|_| LinkFault::NoAnswer)?? else {
            break;
        };
        let answer = Answer::from_frame(&frame).map_err(|fault| match fault {
            FrameFault::UnknownCritical { .. } => LinkFault::OtherProtocol,
            _ => LinkFault::Broken,
        })?;
        let item = match answer {
            Answer::Part(part) => items.piece(&part, IsLast::No),
            Answer::Item(last) => items.piece(&last, IsLast::Yes),
            Answer::Taken => return Ok(Told::Taken),
            Answer::Rejected { code } => return Ok(Told::Rejected(code)),
            Answer::Denied(denial) => return Ok(Told::Denied(denial)),
            Answer::Unknown { .. } => continue,
        };
        all.extend(item.map_err(|_| LinkFault::Broken)?);
        if all.len() > KNOWN_MAX {
            return Err(LinkFault::Broken.into());
        }
    }
    match items.inside_item() {
        true => Err(LinkFault::Cut.into()),
        false => Ok(Told::Items(all)),
    }
}

/// A hub that says nothing for so long is gone.
const SILENCE_MAX: Duration = Duration::from_secs(30);
