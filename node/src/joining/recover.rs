//! Recovering: all devices are lost; the paper and the hub bring everything back.

use std::path::Path;
use std::sync::Arc;

use tawro_core::code::{Code, HubAddress};
use tawro_core::crypto::DeviceSecret;
use tawro_core::id::SpaceId;
use tawro_core::membership::draft::{self, Takeover};
use tawro_core::membership::recovery::{RecoverySecret, space_hint};
use tawro_core::membership::{Keyring, KeyringSource};
use tawro_core::schema::Schema;
use tawro_core::wire::Message;
use tawro_quic::{Identity, Pin};

use super::look::Look;
use crate::driver::{Node, dice};
use crate::fault::NodeError;
use crate::folder::Folder;
use crate::net::{Line, ask, dial};

/// What recovering needs to know.
pub struct Recovering<'a> {
    /// The digits on the paper.
    pub code: &'a str,
    /// The hub's address, where it is not on the paper.
    pub hub: Option<HubAddress>,
    /// What people call this computer.
    pub device: &'a str,
    /// Opens the folder from now on.
    pub passphrase: &'a str,
}

/// Brings an association back onto this computer, and puts every other device out.
///
/// The second value is the next recovery secret: the old one is spent.
pub async fn recover(
    home: &Path,
    recovering: Recovering<'_>,
    schema: Arc<Schema>,
) -> Result<(Node, RecoverySecret), NodeError> {
    let Code::Recovery { secret, hub, space } = recovering.code.parse()? else {
        return Err(NodeError::OtherCode);
    };
    let hub = recovering.hub.or(hub).ok_or(NodeError::NotEnrolled)?;
    let folder = Folder::create(home)?;
    let code = RecoverySecret::from_bytes(&secret).secret();
    // The key on the paper is known to the hub: it proves itself as a device does.
    let line = dial(&Identity::from_pkcs8(&code.pkcs8())?, &hub, Pin::Learn).await?;
    let next = RecoverySecret::generate(&mut dice());
    let device = DeviceSecret::generate(&mut dice());
    let space = take_over(&line, &code, space, &device, recovering.device, &next).await?;
    line.close().await;
    // From here on the code is spent and the new device belongs.
    let line = dial(&Identity::from_pkcs8(&device.pkcs8())?, &hub, Pin::Learn).await?;
    let look = Look::at(&line, space, device.id()).await?;
    let mut node = Node::settle(folder, device, recovering.passphrase, &look.records, schema)?;
    node.set_hub(&hub)?;
    line.close().await;
    Ok((node, next))
}

async fn take_over(
    line: &Line,
    code: &DeviceSecret,
    hint: [u8; 5],
    device: &DeviceSecret,
    label: &str,
    next: &RecoverySecret,
) -> Result<SpaceId, NodeError> {
    let space = locate(line, hint).await?;
    let mut look = Look::at(line, space, code.id()).await?;
    let membership = look.membership.as_ref().ok_or(NodeError::RecoveryCode)?;
    // Nobody else can have issued receipts: the hub that answers must be the one that the log names.
    if membership.sequencer() != line.hub.0 {
        return Err(NodeError::FalseHub);
    }
    let keyring =
        Keyring::open(membership, KeyringSource::Recovery(code)).map_err(|_| NodeError::RecoveryCode)?;
    let takeover = Takeover {
        keys: device.keys(),
        label: label.to_owned(),
        recovery: next.keys(),
        cut: look.heads().into_iter().collect(),
    };
    let record = draft::recover(membership, &keyring, code, takeover, &mut dice())?;
    look.propose(&record).await?;
    Ok(space)
}

async fn locate(line: &Line, hint: [u8; 5]) -> Result<SpaceId, NodeError> {
    match ask(&line.connection, Message::Locate { hint }).await? {
        Message::Located { space } if space_hint(&space) == hint => Ok(space),
        _ => Err(NodeError::RecoveryCode),
    }
}
