//! Looking: what a hub shows of a space to a key that holds nothing of it yet.

use std::time::Duration;

use tawro_core::id::{DeviceId, LogId, SpaceId};
use tawro_core::membership::{MemberRecord, Membership};
use tawro_core::sync::{Closing, Have, Input, Local, Output, Session, Side};
use tawro_core::wire::{Message, Proposed};
use tawro_quic::{FrameReceiver, FrameSender, LinkFault};
use tokio::time::timeout;

use crate::driver::{dice, now};
use crate::fault::NodeError;
use crate::net::Line;

/// A session of a key that has no replica: it reads the membership and what logs there are.
pub(super) struct Look {
    session: Session,
    sender: FrameSender,
    receiver: FrameReceiver,
    /// The records as they came.
    pub(super) records: Vec<MemberRecord>,
    /// What they come to.
    pub(super) membership: Option<Membership>,
    have: Vec<Have>,
    answer: Option<Proposed>,
    ready: bool,
    closed: Option<Closing>,
    heard: usize,
}

/// A hub that says nothing for so long is gone.
const SILENCE_MAX: Duration = Duration::from_secs(30);
/// A membership and an answer take a few messages; a hub that says more without saying it plays for time.
const MESSAGES_MAX: usize = 4_096;

impl Look {
    /// Asks for a space and reads its membership whole.
    pub(super) async fn at(line: &Line, space: SpaceId, device: DeviceId) -> Result<Self, NodeError> {
        let (sender, receiver) = tawro_quic::open(&line.connection).await?;
        let mut incarnation = [0; 16];
        rand_core::Rng::fill_bytes(&mut dice(), &mut incarnation);
        let local = Local {
            space,
            device,
            incarnation,
            membership: None,
            heads: Vec::new(),
            applied: Vec::new(),
            floors: Vec::new(),
            own_log: None,
            software: concat!("tawro/", env!("CARGO_PKG_VERSION")).to_owned(),
            clock: now(),
        };
        let mut look = Self {
            session: Session::new(Side::Node, local),
            sender,
            receiver,
            records: Vec::new(),
            membership: None,
            have: Vec::new(),
            answer: None,
            ready: false,
            closed: None,
            heard: 0,
        };
        look.drain().await?;
        while !look.ready {
            look.listen().await?;
        }
        match &look.membership {
            Some(membership) if membership.space() == space => Ok(look),
            _ => Err(NodeError::History {
                position: 0,
                fault: None,
            }),
        }
    }

    /// The last number of every log that the hub holds.
    pub(super) fn heads(&self) -> Vec<(LogId, u64)> {
        self.have.iter().map(|have| (have.log, have.seq)).collect()
    }

    /// Proposes a record and waits for what becomes of it.
    pub(super) async fn propose(&mut self, record: &MemberRecord) -> Result<Proposed, NodeError> {
        self.answer = None;
        self.session.handle(Input::Propose {
            id: record.position(),
            record: record.bytes().to_vec(),
        })?;
        self.drain().await?;
        loop {
            match self.answer {
                Some(answer) => return Ok(answer),
                None => self.listen().await?,
            }
        }
    }

    async fn listen(&mut self) -> Result<(), NodeError> {
        match self.closed {
            Some(Closing::Refused(refusal)) => return Err(NodeError::Refused(refusal)),
            Some(_) => return Err(LinkFault::Cut.into()),
            None => {}
        }
        self.heard += 1;
        if self.heard > MESSAGES_MAX {
            return Err(NodeError::OtherAnswer);
        }
        let message = timeout(SILENCE_MAX, self.receiver.next()).await;
        let message: Message = message.map_err(|_| LinkFault::NoAnswer)??.ok_or(LinkFault::Cut)?;
        self.session.handle(Input::Frame(message))?;
        self.drain().await
    }

    async fn drain(&mut self) -> Result<(), NodeError> {
        let mut out = Vec::new();
        while let Some(output) = self.session.poll() {
            match output {
                Output::Send(message) => out.push(message),
                Output::DeliverMembers(records) => self.take(&records)?,
                Output::PeerHave(have) => self.have = have,
                Output::Proposed { result, .. } => self.answer = Some(result),
                Output::Ready => self.ready = true,
                Output::Close(reason) => self.closed = Some(reason),
                // Entries are for the replica that is made afterwards.
                _ => {}
            }
        }
        Ok(self.sender.send(&out).await?)
    }

    fn take(&mut self, records: &[Vec<u8>]) -> Result<(), NodeError> {
        for bytes in records {
            let position = u32::try_from(self.records.len()).unwrap_or(u32::MAX);
            let broken = |fault| NodeError::History { position, fault };
            let record = MemberRecord::from_bytes(bytes).map_err(|_| broken(None))?;
            match &mut self.membership {
                Some(membership) => membership.apply(&record).map_err(|fault| broken(Some(fault)))?,
                None => {
                    self.membership = Some(Membership::begin(&record).map_err(|fault| broken(Some(fault)))?)
                }
            }
            self.records.push(record);
        }
        if let Some(membership) = &self.membership {
            let head = membership.head();
            self.session.handle(Input::Members {
                from: head.0 + 1,
                records: Vec::new(),
                head,
            })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::net::SocketAddr;

    use quinn::Endpoint;
    use tawro_core::crypto::DeviceSecret;
    use tawro_quic::{Identity, Limits, Pin, server_config};

    use super::*;
    use crate::net::dial;

    fn identity(seed: u8) -> Identity {
        let secret = DeviceSecret::from_bytes(&[seed; 64]);
        Identity::from_pkcs8(&secret.pkcs8()).expect("a key")
    }

    /// A hub that talks of what nobody understands, four times as long as anybody listens, and waits.
    async fn chatter(endpoint: Endpoint) {
        let connection = endpoint.accept().await.expect("dials").await.expect("connects");
        let (mut sender, _receiver) = tawro_quic::accept(&connection).await.expect("opens");
        let words = vec![Message::Unknown { kind: 99 }; 256];
        for _ in 0..4 * MESSAGES_MAX / words.len() {
            if sender.send(&words).await.is_err() {
                break;
            }
        }
        connection.closed().await;
    }

    #[tokio::test]
    async fn a_hub_that_talks_without_saying_anything_is_left() {
        let config = server_config(&identity(1), &Limits::hub()).expect("a configuration");
        let any = SocketAddr::from(([127, 0, 0, 1], 0));
        let endpoint = Endpoint::server(config, any).expect("a socket");
        let address = endpoint.local_addr().expect("an address").to_string();
        let talking = tokio::spawn(chatter(endpoint));
        let address = address.parse().expect("an address of a hub");
        let line = dial(&identity(2), &address, Pin::Learn).await.expect("dials");
        let looked = Look::at(&line, SpaceId([3; 32]), DeviceId([2; 32])).await;
        assert!(matches!(looked.err(), Some(NodeError::OtherAnswer)));
        line.close().await;
        talking.await.expect("ends");
    }
}
