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

/// Asks about statistics; all items together may have so many bytes.
pub(crate) async fn ask_statistics(
    connection: &Connection,
    question: &Question,
    limit: usize,
) -> Result<Told, NodeError> {
    let (mut sender, mut receiver) = tawro_quic::open(connection).await?;
    sender.send_frames(&question.to_frame()).await?;
    sender.end();
    let mut all = Gathered::new(limit);
    loop {
        let frame = timeout(SILENCE_MAX, receiver.next_frame());
        let Some(frame) = frame.await.map_err(|_| LinkFault::NoAnswer)?? else {
            break;
        };
        let answer = Answer::from_frame(&frame).map_err(|fault| match fault {
            FrameFault::UnknownCritical { .. } => LinkFault::OtherProtocol,
            _ => LinkFault::Broken,
        })?;
        match answer {
            Answer::Part(part) => all.piece(&part, IsLast::No)?,
            Answer::Item(last) => all.piece(&last, IsLast::Yes)?,
            Answer::Taken => return Ok(Told::Taken),
            Answer::Rejected { code } => return Ok(Told::Rejected(code)),
            Answer::Denied(denial) => return Ok(Told::Denied(denial)),
            Answer::Unknown { .. } => continue,
        }
    }
    Ok(Told::Items(all.whole()?))
}

/// What is held of an answer while it comes: as many items as may be asked for, and all of them together no
/// longer than one may be. A hub gives no more at once; the rest is for the next question.
struct Gathered {
    all: Vec<Vec<u8>>,
    items: Items,
    left: usize,
}

impl Gathered {
    fn new(limit: usize) -> Self {
        Self {
            all: Vec::new(),
            items: Items::new(limit),
            left: limit,
        }
    }

    fn piece(&mut self, bytes: &[u8], is_last: IsLast) -> Result<(), LinkFault> {
        self.left = self.left.checked_sub(bytes.len()).ok_or(LinkFault::Broken)?;
        let item = self.items.piece(bytes, is_last).map_err(|_| LinkFault::Broken)?;
        self.all.extend(item);
        match self.all.len() > KNOWN_MAX {
            true => Err(LinkFault::Broken),
            false => Ok(()),
        }
    }

    fn whole(self) -> Result<Vec<Vec<u8>>, LinkFault> {
        match self.items.inside_item() {
            true => Err(LinkFault::Cut),
            false => Ok(self.all),
        }
    }
}

/// A hub that says nothing for so long is gone.
const SILENCE_MAX: Duration = Duration::from_secs(30);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_items_together_are_no_longer_than_one_may_be() {
        let mut all = Gathered::new(10);
        all.piece(&[1; 4], IsLast::No).unwrap();
        all.piece(&[1; 2], IsLast::Yes).unwrap();
        all.piece(&[2; 4], IsLast::Yes).unwrap();
        assert!(all.piece(&[3], IsLast::Yes).is_err());
        let mut fits = Gathered::new(10);
        fits.piece(&[1; 6], IsLast::Yes).unwrap();
        fits.piece(&[2; 4], IsLast::Yes).unwrap();
        assert_eq!(fits.whole().unwrap(), [vec![1; 6], vec![2; 4]]);
        let mut cut = Gathered::new(10);
        cut.piece(&[1; 4], IsLast::No).unwrap();
        assert!(cut.whole().is_err());
        let mut many = Gathered::new(1000);
        let given = (0..=KNOWN_MAX).map(|_| many.piece(&[1], IsLast::Yes).is_err());
        assert_eq!(given.filter(|is_refused| *is_refused).count(), 1);
    }
}
