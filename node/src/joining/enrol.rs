//! Enrolling: an association that exists already is brought to a hub; nothing made before is re-made.

use tawro_core::code::Code;
use tawro_core::id::DeviceId;
use tawro_core::membership::ticket::{client_proof, hub_proof, proves, ticket_id};
use tawro_core::replica::Intent;
use tawro_core::wire::{Enrol, Enrolled, Message};
use tawro_quic::Pin;

use crate::driver::Node;
use crate::fault::NodeError;
use crate::net::{Line, ask, dial};

impl Node {
    /// Enrols at the hub that issued the ticket.
    ///
    /// May be repeated after any interruption: what stands already is not done again.
    pub async fn enrol(&mut self, ticket: &str) -> Result<(), NodeError> {
        let Code::Ticket { secret, hub } = ticket.parse()? else {
            return Err(NodeError::OtherCode);
        };
        if self.hub()?.is_some() {
            return Err(NodeError::Enrolled);
        }
        let line = dial(self.identity(), &hub, Pin::Learn).await?;
        let done = self.bring(&line, &secret).await;
        line.close().await;
        done?;
        self.set_hub(&hub)
    }

    async fn bring(&mut self, line: &Line, secret: &[u8; 16]) -> Result<(), NodeError> {
        let question = Enrol {
            ticket: ticket_id(secret),
            device: self.device(),
            proof: client_proof(secret, &line.hub.0, &self.device()),
            space: None,
            records: Vec::new(),
        };
        // First who they are, before anything of the association is shown.
        let answer = enrolled(ask(&line.connection, Message::Enrol(question.clone())).await?)?;
        if !proves(&hub_proof(secret, &line.hub.0, &self.device()), &answer.proof) {
            return Err(NodeError::FalseHub);
        }
        if self.membership().sequencer() != line.hub.0 {
            self.decide_members(&Intent::HandOver(line.hub.0))?;
        }
        let records = self.in_transaction(|_, tx| Ok(tx.membership()?))?;
        let question = Enrol {
            space: Some(self.space()),
            records,
            ..question
        };
        let answer = enrolled(ask(&line.connection, Message::Enrol(question)).await?)?;
        let (position, hash) = self.membership().head();
        if (answer.position, answer.hash) != (Some(position), Some(hash)) {
            return Err(NodeError::OtherAnswer);
        }
        Ok(())
    }

    /// The key of the hub that orders this association's decisions.
    pub(crate) fn hub_key(&self) -> DeviceId {
        DeviceId(self.membership().sequencer())
    }
}

fn enrolled(answer: Message) -> Result<Enrolled, NodeError> {
    match answer {
        Message::Enrolled(answer) => Ok(answer),
        _ => Err(NodeError::OtherAnswer),
    }
}
