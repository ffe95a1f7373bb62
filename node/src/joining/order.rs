//! Ordering: whether a decision that was made here really stands once the hub has been met.

use std::collections::BTreeSet;

use tawro_core::id::DeviceId;
use tawro_core::membership::Membership;
use tawro_core::replica::{Intent, Notice};

use crate::driver::Node;
use crate::fault::NodeError;
use crate::net::{Goal, Totals};

impl Node {
    /// Decides, meets the hub, and looks at the membership: a decision that was refused, or that what
    /// others decided first made impossible, waits no more and holds no more than one never made.
    pub(crate) async fn decide_and_order(
        &mut self,
        intent: &Intent,
        holds: impl Fn(&Membership) -> bool,
    ) -> Result<Totals, NodeError> {
        self.decide_members(intent)?;
        let met = self.sync(Goal::Ordered).await;
        self.look_whether(met, holds)
    }

    /// Puts devices out: blocked here at once, and everywhere when the hub has ordered it.
    ///
    /// Returns whether it is ordered. Without a hub it is; a hub that cannot be reached now is told
    /// at the next contact, and until then the devices are blocked on this computer alone.
    pub async fn revoke_now(&mut self, devices: BTreeSet<DeviceId>) -> Result<bool, NodeError> {
        self.revoke(devices.clone())?;
        if self.hub()?.is_none() {
            return Ok(true);
        }
        let met = self.sync(Goal::Ordered).await;
        let out = |members: &Membership| {
            let gone = |device| {
                members
                    .member(device)
                    .is_none_or(|member| member.removed_at.is_some())
            };
            devices.iter().all(gone)
        };
        match self.look_whether(met, out) {
            Ok(_) => Ok(true),
            Err(error) if error.passes() => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn look_whether(
        &self,
        met: Result<Totals, NodeError>,
        holds: impl Fn(&Membership) -> bool,
    ) -> Result<Totals, NodeError> {
        match met {
            Ok(totals) if !holds(self.membership()) => Err(NodeError::NotOrdered {
                refusal: totals.notices.iter().find_map(|notice| match notice {
                    Notice::ProposalRefused { refusal } => Some(*refusal),
                    _ => None,
                }),
            }),
            // Whoever puts their own device out is shown the door in the same meeting.
            Err(NodeError::Refused(_) | NodeError::Link(_)) if holds(self.membership()) => {
                Ok(Totals::default())
            }
            met => met,
        }
    }
}
