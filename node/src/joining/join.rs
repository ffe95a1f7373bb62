//! Joining: a new computer asks by an invitation and becomes one of the association's.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use tawro_core::code::{Code, CodeSecret, HubAddress, comparison};
use tawro_core::crypto::DeviceSecret;
use tawro_core::id::DeviceId;
use tawro_core::membership::invite::{JoinOffer, JoinRequest, invite_id, open_reveal, transcript};
use tawro_core::schema::Schema;
use tawro_core::wire::{MailSlot, Refusal};
use tawro_quic::{Identity, Pin};
use tokio::time::{Instant, sleep};

use super::LOOK_EVERY;
use super::invite::{get, put, wait_for};
use super::look::Look;
use crate::driver::{Belonging, Node, dice};
use crate::fault::NodeError;
use crate::folder::Folder;
use crate::net::{Line, dial};

/// A computer that has asked and waits to be admitted.
pub struct Joining {
    /// Six digits that both screens show.
    pub digits: String,
    folder: Folder,
    device: DeviceSecret,
    offer: JoinOffer,
    secret: CodeSecret<16>,
    hub: HubAddress,
}

/// Asks by an invitation; the folder must be empty.
pub async fn join(home: &Path, code: &str, label: &str, patience: Duration) -> Result<Joining, NodeError> {
    join_in(|| Ok(Folder::create(home)?), code, label, patience).await
}

/// The same with a folder that is taken once the code could be read.
pub async fn join_in(
    take: impl FnOnce() -> Result<Folder, NodeError>,
    code: &str,
    label: &str,
    patience: Duration,
) -> Result<Joining, NodeError> {
    let Code::Invite { secret, hub } = code.parse()? else {
        return Err(NodeError::OtherCode);
    };
    let folder = take()?;
    let device = DeviceSecret::generate(&mut dice());
    let line = dial(&Identity::from_pkcs8(&device.pkcs8())?, &hub, Pin::Learn).await?;
    let invite = invite_id(&secret);
    let sealed = get(&line, invite, MailSlot::Offer)
        .await?
        .ok_or(NodeError::Refused(Refusal::Ticket))?;
    let offer = JoinOffer::open(&secret, &sealed)?;
    if offer.hub != line.hub.0 {
        return Err(NodeError::FalseHub);
    }
    let request = JoinRequest::new(&device, label, &secret)?;
    put(
        &line,
        invite,
        MailSlot::Request,
        request.seal(&secret, &mut dice()),
    )
    .await?;
    let revealed = wait_for(&line, invite, MailSlot::Verdict, patience).await?;
    let nonce = open_reveal(&secret, &revealed)?;
    let digits = comparison(&transcript(&offer, &request, &nonce)?);
    line.close().await;
    Ok(Joining {
        digits,
        folder,
        device,
        offer,
        secret,
        hub,
    })
}

impl Joining {
    /// Waits to be admitted, and makes the folder.
    pub async fn finish(
        self,
        passphrase: &str,
        schema: Arc<Schema>,
        patience: Duration,
    ) -> Result<Node, NodeError> {
        let until = Instant::now() + patience;
        // Being admitted closes the invitation as well, so once it is closed one more look decides.
        let mut closed = false;
        let look = loop {
            match self.look().await {
                Ok(look) => break look,
                // Not a member: to a stranger every space is unknown.
                Err(NodeError::Refused(Refusal::NotHere)) if closed => return Err(NodeError::NotAdmitted),
                Err(NodeError::Refused(Refusal::NotHere)) if Instant::now() < until => {
                    closed = self.is_closed().await?;
                    if !closed {
                        sleep(LOOK_EVERY).await;
                    }
                }
                Err(NodeError::Refused(Refusal::NotHere)) => return Err(NodeError::TimedOut),
                Err(other) => return Err(other),
            }
        };
        self.offer
            .check(&look.records, &self.device.keys(), &self.secret)?;
        let belonging = Belonging {
            device: self.device,
            members: &look.records,
            hub: Some(&self.hub),
        };
        Node::settle(self.folder, belonging, passphrase, schema)
    }

    /// Whether the invitation has ended: used, taken back, or over.
    async fn is_closed(&self) -> Result<bool, NodeError> {
        let line = self.dial().await?;
        let request = get(&line, invite_id(&self.secret), MailSlot::Request).await;
        line.close().await;
        match request {
            Err(NodeError::Refused(Refusal::Ticket)) => Ok(true),
            other => other.map(|_| false),
        }
    }

    async fn dial(&self) -> Result<Line, NodeError> {
        let identity = Identity::from_pkcs8(&self.device.pkcs8())?;
        dial(&identity, &self.hub, Pin::Key(DeviceId(self.offer.hub))).await
    }

    async fn look(&self) -> Result<Look, NodeError> {
        let line = self.dial().await?;
        let look = Look::at(&line, self.offer.space, self.device.id()).await;
        line.close().await;
        look
    }
}
