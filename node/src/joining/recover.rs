//! Recovering: all devices are lost; the paper and the hub bring everything back.

use std::path::Path;
use std::sync::Arc;

use tawro_core::code::{Code, HubAddress};
use tawro_core::crypto::{DeviceSecret, derive};
use tawro_core::id::{RecordId, SpaceId};
use tawro_core::membership::draft::{self, Takeover};
use tawro_core::membership::recovery::{RECOVERY_SECRET_LEN, RecoverySecret, space_hint};
use tawro_core::membership::{Keyring, KeyringSource, Membership};
use tawro_core::schema::Schema;
use tawro_core::wire::{Message, ProposalRefusal, Proposed, Refusal};
use tawro_quic::{Identity, Pin};

use super::look::Look;
use crate::driver::{Belonging, Node, dice};
use crate::fault::NodeError;
use crate::folder::{Folder, FolderError};
use crate::keys::{KeyFile, MasterKey, Unlocked};
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

/// A recovery that is prepared, and of which the hub has not heard from this run of the program.
///
/// The new device's keys and the next code are in the folder before anything leaves: a power cut at
/// any moment is mended by beginning again in the same folder, with either of the two codes.
pub struct Recovery<'a> {
    asked: Recovering<'a>,
    folder: Folder,
    code: DeviceSecret,
    hint: [u8; 5],
    hub: HubAddress,
    device: DeviceSecret,
    next: RecoverySecret,
    taken_up: bool,
}

/// The hub may hear of something else first; more often than this it is not chance.
const TRIES_MAX: usize = 4;

impl<'a> Recovery<'a> {
    /// Prepares a recovery in an empty folder, or takes up one that was interrupted there.
    ///
    /// The code must be in force: nobody writes down a next one that will never be.
    pub async fn begin(home: &Path, asked: Recovering<'a>) -> Result<Self, NodeError> {
        let Code::Recovery { secret, hub, space } = asked.code.parse()? else {
            return Err(NodeError::OtherCode);
        };
        let hub = asked.hub.clone().or(hub).ok_or(NodeError::NoAddress)?;
        let folder = Folder::create_or_go_on(home)?;
        let code = RecoverySecret::from_bytes(&secret).secret();
        let taken_up = folder.recovering().exists();
        let kept = if taken_up {
            let kept = KeyFile::load_at(folder.recovering())?;
            if kept.slots().next() != Some(slot_for(space)) {
                let path = home.to_owned();
                return Err(FolderError::Recovering { path }.into());
            }
            kept.unlock(asked.passphrase)?
        } else {
            let line = dial_as(&code, &hub).await?;
            let known = locate(&line, space).await;
            line.close().await;
            known?;
            let dice = &mut dice();
            let device = DeviceSecret::generate(dice);
            let slot = slot_for(space);
            let (keys, kept) =
                KeyFile::prepare_at(folder.recovering(), slot, asked.passphrase, device, dice)?;
            keys.write()?;
            kept
        };
        let Unlocked { master, device, .. } = kept;
        Ok(Self {
            asked,
            folder,
            code,
            hint: space,
            hub,
            device,
            next: next_secret(&master),
            taken_up,
        })
    }

    /// The code that will be in force: to be on paper before [`Recovery::finish`] spends the old one.
    pub fn next_code(&self) -> Code {
        Code::Recovery {
            secret: (*self.next.to_bytes()).into(),
            hub: Some(self.hub.clone()),
            space: self.hint,
        }
    }

    /// Brings the association back onto this computer, and puts every other device out.
    pub async fn finish(self, schema: Arc<Schema>) -> Result<Node, NodeError> {
        let space = self.take_over().await?;
        // From here on the old code is spent and the new device belongs.
        let line = dial_as(&self.device, &self.hub).await?;
        let look = Look::at(&line, space, self.device.id()).await;
        let hub = line.hub.0;
        line.close().await;
        let look = look?;
        let belongs =
            |members: &Membership| members.sequencer() == hub && members.is_active(&self.device.id());
        if !look.membership.as_ref().is_some_and(belongs) {
            return Err(NodeError::FalseHub);
        }
        let belonging = Belonging {
            device: self.device,
            members: &look.records,
            hub: Some(&self.hub),
        };
        Node::settle(self.folder, belonging, self.asked.passphrase, schema)
    }

    async fn take_over(&self) -> Result<SpaceId, NodeError> {
        let line = dial_as(&self.code, &self.hub).await?;
        let done = self.propose(&line).await;
        line.close().await;
        match done {
            // The hub may have accepted before the interruption: then the next code is in force.
            Err(NodeError::RecoveryCode) if self.taken_up => {
                let line = dial_as(&self.next.secret(), &self.hub).await?;
                let space = locate(&line, self.hint).await;
                line.close().await;
                space
            }
            done => done,
        }
    }

    async fn propose(&self, line: &Line) -> Result<SpaceId, NodeError> {
        let space = locate(line, self.hint).await?;
        let mut last = ProposalRefusal::Behind;
        for _ in 0..TRIES_MAX {
            let mut look = Look::at(line, space, self.code.id()).await?;
            let membership = look.membership.as_ref().ok_or(NodeError::RecoveryCode)?;
            // Nobody else can have issued receipts: the hub that answers must be the one that the log names.
            if membership.sequencer() != line.hub.0 {
                return Err(NodeError::FalseHub);
            }
            if membership.is_active(&self.device.id()) {
                return Ok(space);
            }
            let keyring = Keyring::open(membership, KeyringSource::Recovery(&self.code))
                .map_err(|_| NodeError::RecoveryCode)?;
            let takeover = Takeover {
                keys: self.device.keys(),
                label: self.asked.device.to_owned(),
                recovery: self.next.keys(),
                cut: look.heads().into_iter().collect(),
            };
            let record = draft::recover(membership, &keyring, &self.code, takeover, &mut dice())?;
            match look.propose(&record).await? {
                Proposed::Accepted { .. } => return Ok(space),
                // A device that is not lost wrote meanwhile.
                Proposed::Refused(refusal) => last = refusal,
            }
            if !matches!(last, ProposalRefusal::Behind | ProposalRefusal::CutBelowHeads) {
                break;
            }
        }
        Err(NodeError::NotOrdered { refusal: Some(last) })
    }
}

/// The key on the paper is known to the hub: it proves itself as a device does.
async fn dial_as(key: &DeviceSecret, hub: &HubAddress) -> Result<Line, NodeError> {
    dial(&Identity::from_pkcs8(&key.pkcs8())?, hub, Pin::Learn).await
}

/// What the slot of a prepared recovery is called: of another association's it has another name.
fn slot_for(hint: [u8; 5]) -> RecordId {
    let mut id = [0; 16];
    id.copy_from_slice(&derive("recovering", &hint)[..16]);
    RecordId(id)
}

/// The next recovery secret, from a master key that serves for nothing else and is gone with its file.
fn next_secret(master: &MasterKey) -> RecoverySecret {
    let mut bytes = zeroize::Zeroizing::new([0; RECOVERY_SECRET_LEN]);
    bytes.copy_from_slice(&master.subkey("next-recovery")[..RECOVERY_SECRET_LEN]);
    RecoverySecret::from_bytes(&bytes)
}

async fn locate(line: &Line, hint: [u8; 5]) -> Result<SpaceId, NodeError> {
    match ask(&line.connection, Message::Locate { hint }).await {
        Ok(Message::Located { space }) if space_hint(&space) == hint => Ok(space),
        Ok(_) | Err(NodeError::Refused(Refusal::NotHere)) => Err(NodeError::RecoveryCode),
        Err(other) => Err(other),
    }
}
