//! Whether an entry may stand: after which head, by whom, under which membership.

use thiserror::Error;

use super::{CIPHERTEXT_MAX, Entry, LogHead, Place, place};
use crate::id::{DeviceId, EntryHash};
use crate::membership::{Membership, NotAdmitted};

/// Why an entry does not become the new head of its log.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EntryFault {
    /// It, or something with its number below the head, is held already. Nothing is wrong.
    #[error("held already")]
    Duplicate,
    /// It does not connect to what is held.
    #[error("does not connect to what is held")]
    Gap {
        /// The last number held.
        have: Option<u64>,
    },
    /// Its author signed two different entries for one place.
    #[error("the author signed two entries for one place")]
    Fork {
        /// The hash held.
        ours: EntryHash,
        /// The other.
        theirs: EntryHash,
    },
    /// Its author knew more of the membership than we do: wait for membership, then check again.
    #[error("needs membership up to {need}")]
    UnknownPosition {
        /// The position it stands on.
        need: u32,
    },
    /// Its author was shown another membership than we were.
    #[error("stands on another membership record {position}")]
    MemberHash {
        /// Where the two views part, at the latest.
        position: u32,
    },
    /// An older epoch than the entry before it.
    #[error("epoch {epoch} after epoch {before}")]
    EpochBack {
        /// Its epoch.
        epoch: u32,
        /// The epoch of the entry before.
        before: u32,
    },
    /// Its author may not write it.
    #[error(transparent)]
    NotAdmitted(#[from] NotAdmitted),
    /// It belongs to another space.
    #[error("belongs to another space")]
    OtherSpace,
    /// Longer than an entry may be, or not the ciphertext that was signed.
    #[error("not the ciphertext that was signed")]
    Altered,
    /// Not signed by the device whose log this is.
    #[error("the signature does not verify")]
    Signature,
}

/// Decides whether an entry may become the head of its log, and returns that head.
///
/// What costs little is looked at first, the signature last; yet a fork or a split membership is
/// reported only when the signature holds, because it accuses somebody. The same function decides
/// on devices and on the hub.
pub fn check(entry: &Entry, head: Option<&LogHead>, membership: &Membership) -> Result<LogHead, EntryFault> {
    let header = &entry.header;
    if header.space != membership.space() {
        return Err(EntryFault::OtherSpace);
    }
    if entry.ciphertext.len() > CIPHERTEXT_MAX {
        return Err(EntryFault::Altered);
    }
    let place = place(header, head);
    match place {
        Place::Held => return Err(EntryFault::Duplicate),
        Place::Gap { have } => return Err(EntryFault::Gap { have }),
        Place::Next | Place::Fork { .. } => {}
    }
    let device = match (head, &header.opening) {
        (Some(head), _) => head.device,
        (None, Some(opening)) => opening.device,
        (None, None) => return Err(EntryFault::Gap { have: None }),
    };
    if let Place::Fork { ours, theirs } = place {
        signed(entry, &device)?;
        return Err(EntryFault::Fork { ours, theirs });
    }
    let known = membership.hash_at(header.position);
    let Some(known) = known else {
        return Err(EntryFault::UnknownPosition {
            need: header.position,
        });
    };
    if known != header.member_hash {
        signed(entry, &device)?;
        return Err(EntryFault::MemberHash {
            position: header.position,
        });
    }
    if let Some(head) = head.filter(|head| header.epoch < head.epoch) {
        return Err(EntryFault::EpochBack {
            epoch: header.epoch,
            before: head.epoch,
        });
    }
    membership.admits(
        &device,
        &header.log,
        header.seq,
        header.position,
        &header.member_hash,
        header.epoch,
        &header.key_id,
    )?;
    signed(entry, &device)?;
    Ok(LogHead::of(entry, device))
}

fn signed(entry: &Entry, device: &DeviceId) -> Result<(), EntryFault> {
    if !entry.whole() {
        return Err(EntryFault::Altered);
    }
    entry
        .signed_header()
        .verify(device)
        .map_err(|_| EntryFault::Signature)
}
