//! Single questions to a hub: one stream, one message, one answer.

use quinn::Connection;
use tawro_core::wire::Message;
use tawro_quic::LinkFault;

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
