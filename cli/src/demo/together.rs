//! The demo's computers among each other: enrolling, joining, and putting one out.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use tawro_core::id::RecordId;
use tawro_core::membership::Role;
use tawro_node::driver::Node;
use tawro_node::fault::NodeError;
use tawro_node::joining;
use tawro_node::net::Goal;

use super::{Association, PASSPHRASE, Stage};
use crate::failure::Failure;

/// Nobody in the demo waits for a person.
const PATIENCE: Duration = Duration::from_secs(60);

impl Stage<'_> {
    /// Enrols an association with its ticket and lets more computers join, up to so many.
    pub(super) fn enrol(
        &self,
        association: &mut Association,
        ticket: &str,
        devices: usize,
    ) -> Result<(), Failure> {
        let first = &mut association.devices[0];
        self.runtime.block_on(async {
            first.enrol(ticket).await?;
            first.sync(Goal::InSync).await
        })?;
        for number in 1..devices {
            let joined = self.join(association, number)?;
            association.devices.push(joined);
        }
        // What the newcomers wrote of themselves reaches everybody.
        self.sync_all(association)?;
        association.records = association.devices[0].digest()?.records;
        Ok(())
    }

    fn join(&self, association: &mut Association, number: usize) -> Result<Node, Failure> {
        let label = char::from(b'A' + u8::try_from(number % 26).unwrap_or(0)).to_string();
        let home = association.home.join(&label);
        let schema = Arc::clone(&self.session.declared);
        let host = &mut association.devices[0];
        let mut joined = self.runtime.block_on(async {
            let invitation = host.invite().await?;
            let admit = async {
                let joiner = host.wait_for_joiner(&invitation, PATIENCE).await?;
                host.admit(&invitation, &joiner, Role::Member).await
            };
            let ask = async {
                let joining = joining::join(&home, &invitation.code, &label, PATIENCE).await?;
                let mut node = joining.finish(PASSPHRASE, schema, PATIENCE).await?;
                node.sync(Goal::InSync).await?;
                Ok::<_, NodeError>(node)
            };
            let (admitted, joined) = tokio::join!(admit, ask);
            admitted?;
            Ok::<_, Failure>(joined?)
        })?;
        joined.name_login(&label, &[])?;
        Ok(joined)
    }

    /// The last computer is lost, and put out; what it writes afterwards arrives nowhere.
    pub(super) fn revoke_last(
        &self,
        association: &mut Association,
        id: RecordId,
        phone: &str,
    ) -> Result<(), Failure> {
        let Some(lost) = association.devices.pop() else {
            return Ok(());
        };
        let first = &mut association.devices[0];
        first.revoke(BTreeSet::from([lost.device()]))?;
        self.runtime.block_on(first.sync(Goal::Ordered))?;
        let mut lost = lost;
        lost.set(id, &[(phone.to_owned(), "0661000009".to_owned())])?;
        // The hub no longer knows it: that is what is shown, so the refusal is no failure.
        let refused = self.runtime.block_on(lost.sync(Goal::InSync)).is_err();
        association.lost = refused.then_some(lost);
        self.sync_all(association)
    }
}
