//! May this entry stand? Asked by everyone of every entry, and of what was stored before too.

use thiserror::Error;

use super::body::Role;
use super::state::Membership;
use crate::faults::{Fault, planted};
use crate::id::{DeviceId, KeyId, LogId, MemberHash};

/// How far a device's log is admitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allowance {
    /// All of it.
    Whole,
    /// Up to this sequence number, it included.
    UpTo(u64),
    /// Nothing.
    Nothing,
}

/// Why an entry may not stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NotAdmitted {
    /// The membership is frozen: a newer release must judge.
    #[error("the membership is frozen at position {at}")]
    Frozen {
        /// Position of the record that is not understood.
        at: u32,
    },
    /// The entry was made knowing more records than are here. It may stand later.
    #[error("made at position {need}, not known here yet")]
    UnknownPosition {
        /// The position that must be known first.
        need: u32,
    },
    /// The entry's author saw another record at that position: one of the two logs was forked.
    #[error("another record at position {position}")]
    Forked {
        /// The position.
        position: u32,
    },
    /// No record up to the entry's own position added this device.
    #[error("the device did not belong")]
    Stranger,
    /// The device reads only.
    #[error("a reader does not write")]
    Reader,
    /// The device was removed, or made a reader, and the entry lies beyond what was kept.
    #[error("beyond the cut")]
    BeyondCut {
        /// The last sequence number kept of this log; none if nothing was.
        limit: Option<u64>,
    },
    /// A removal that is not sequenced yet names the device. The entry may stand later.
    #[error("a removal of the device is pending")]
    RemovalPending,
    /// The epoch did not exist yet at the entry's own position.
    #[error("epoch {epoch} did not exist")]
    NoSuchEpoch {
        /// The entry's epoch.
        epoch: u32,
    },
    /// The epoch has another key.
    #[error("epoch {epoch} has another key")]
    OtherKey {
        /// The entry's epoch.
        epoch: u32,
    },
}

impl Membership {
    /// May an entry of this header stand?
    ///
    /// Depends on the author and its cut, never on the age of the epoch: a laptop that comes back
    /// after months seals under the epoch it knew. Left to the caller: that the signature holds,
    /// that the log is this device's, and that epochs and positions never decrease along a log.
    #[expect(
        clippy::too_many_arguments,
        reason = "the fields of an entry's header, in its order"
    )]
    pub fn admits(
        &self,
        device: &DeviceId,
        log: &LogId,
        seq: u64,
        position: u32,
        hash: &MemberHash,
        epoch: u32,
        key_id: &KeyId,
    ) -> Result<(), NotAdmitted> {
        if let Some(at) = self.frozen {
            return Err(NotAdmitted::Frozen { at });
        }
        match self.hash_at(position) {
            None => return Err(NotAdmitted::UnknownPosition { need: position }),
            Some(known) if known != *hash => return Err(NotAdmitted::Forked { position }),
            Some(_) => {}
        }
        self.admits_author(device, log, seq, position)?;
        self.admits_epoch(position, epoch, key_id)
    }

    fn admits_author(
        &self,
        device: &DeviceId,
        log: &LogId,
        seq: u64,
        position: u32,
    ) -> Result<(), NotAdmitted> {
        let member = self.member(device).filter(|member| member.added_at <= position);
        let member = member.ok_or(NotAdmitted::Stranger)?;
        if self.denied.contains(device) {
            return Err(NotAdmitted::RemovalPending);
        }
        match self.allowance(device, log) {
            Allowance::Whole => Ok(()),
            Allowance::UpTo(limit) if seq <= limit => Ok(()),
            _ if planted(Fault::BeyondCutAccepted) => Ok(()),
            Allowance::UpTo(limit) => Err(NotAdmitted::BeyondCut { limit: Some(limit) }),
            Allowance::Nothing if member.removed_at.is_none() && member.role == Role::Reader => {
                Err(NotAdmitted::Reader)
            }
            Allowance::Nothing => Err(NotAdmitted::BeyondCut { limit: None }),
        }
    }

    fn admits_epoch(&self, position: u32, epoch: u32, key_id: &KeyId) -> Result<(), NotAdmitted> {
        let known = self
            .epochs
            .get(epoch as usize)
            .filter(|known| known.position <= position);
        match known {
            None => Err(NotAdmitted::NoSuchEpoch { epoch }),
            Some(known) if known.key_id != *key_id => Err(NotAdmitted::OtherKey { epoch }),
            Some(_) => Ok(()),
        }
    }

    /// How far a log of this device is admitted; nothing for a stranger.
    pub fn allowance(&self, device: &DeviceId, log: &LogId) -> Allowance {
        match self.member(device).map(|member| &member.cut) {
            None => Allowance::Nothing,
            Some(None) => Allowance::Whole,
            Some(Some(cut)) => cut
                .get(log)
                .map_or(Allowance::Nothing, |seq| Allowance::UpTo(*seq)),
        }
    }

    /// The last sequence number that some cut keeps of a log; absent if no cut names it.
    ///
    /// For lists and counters. A log that no cut names may still have nothing admitted, if its
    /// device was removed: ask [`allowance`](Self::allowance) where the device is known.
    pub fn limit(&self, log: &LogId) -> Option<u64> {
        self.members
            .iter()
            .filter_map(|member| member.cut.as_ref()?.get(log))
            .min()
            .copied()
    }
}
