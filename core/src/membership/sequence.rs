//! Ordering: the one place where a record gets its second signature.

use thiserror::Error;

use super::admit::Allowance;
use super::body::Body;
use super::fault::MemberFault;
use super::record::MemberRecord;
use super::rules;
use super::state::Membership;
use crate::crypto::DeviceSecret;
use crate::id::{DeviceId, LogId};

/// Why a proposal is not sequenced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SequenceRefusal {
    /// It stands in the log already: a repeated proposal. Answer with the stored record.
    #[error("already at position {position}")]
    Known {
        /// Where.
        position: u32,
    },
    /// Another record took the position first. Fetch it and draft again.
    #[error("the log is at position {head} already")]
    Moved {
        /// The newest position.
        head: u32,
    },
    /// Another key orders this space.
    #[error("another key is the sequencer")]
    NotSequencer,
    /// A kind that this release cannot judge, and so must not sign. Update first.
    #[error("record kind {kind} is not known")]
    UnknownKind {
        /// The kind.
        kind: u8,
    },
    /// The record does not hold.
    #[error(transparent)]
    Fault(#[from] MemberFault),
    /// It would cut off entries that are stored here already. Fetch them and draft again.
    #[error("log {log} is stored up to {stored}, beyond the cut")]
    CutBelowStored {
        /// Whose log.
        device: DeviceId,
        /// The log.
        log: LogId,
        /// The last sequence number stored here.
        stored: u64,
        /// The last one the record keeps; none if it keeps nothing.
        cut: Option<u64>,
    },
}

/// Judges a proposal for the next position and signs it as its sequencer.
///
/// `heads` gives every log stored of a device with its last sequence number. The caller applies and
/// stores the result in the same transaction that read `membership` and `heads` (compare and swap),
/// and may have refused before by its own clock (an expired invitation).
pub fn sequence(
    record: MemberRecord,
    membership: &Membership,
    sequencer: &DeviceSecret,
    heads: &dyn Fn(&DeviceId) -> Vec<(LogId, u64)>,
) -> Result<MemberRecord, SequenceRefusal> {
    check_place(&record, membership)?;
    if let Body::Unknown { kind, .. } = record.body() {
        return Err(SequenceRefusal::UnknownKind { kind: *kind });
    }
    if rules::expected_sequencer(membership, &record) != sequencer.id().0 {
        return Err(SequenceRefusal::NotSequencer);
    }
    rules::check(membership, &record)?;
    check_cut(&record, membership, heads)?;
    Ok(record.sequenced_by(sequencer))
}

fn check_place(record: &MemberRecord, membership: &Membership) -> Result<(), SequenceRefusal> {
    let (position, (head, hash)) = (record.position(), membership.head());
    if membership.hash_at(position) == Some(record.hash()) {
        return Err(SequenceRefusal::Known { position });
    }
    let behind = position <= head || (position == head + 1 && record.prev() != hash);
    if behind && record.space() == membership.space() {
        return Err(SequenceRefusal::Moved { head });
    }
    Ok(())
}

/// What is stored and acknowledged must not be taken back by somebody who had not seen it.
fn check_cut(
    record: &MemberRecord,
    membership: &Membership,
    heads: &dyn Fn(&DeviceId) -> Vec<(LogId, u64)>,
) -> Result<(), SequenceRefusal> {
    let Some(cut) = record.body().cut() else {
        return Ok(());
    };
    for device in cut_devices(record.body(), membership) {
        for (log, stored) in heads(&device) {
            // What an earlier cut excludes stays excluded: nobody can fetch it for a better cut.
            let stored = match membership.allowance(&device, &log) {
                Allowance::Whole => stored,
                Allowance::UpTo(limit) => stored.min(limit),
                Allowance::Nothing => continue,
            };
            let cut = cut.get(&log).copied();
            if cut.is_none_or(|seq| seq < stored) {
                return Err(SequenceRefusal::CutBelowStored {
                    device,
                    log,
                    stored,
                    cut,
                });
            }
        }
    }
    Ok(())
}

fn cut_devices(body: &Body, membership: &Membership) -> Vec<DeviceId> {
    match body {
        Body::Remove(body) => body.devices.iter().copied().collect(),
        Body::SetRole(body) => vec![body.device],
        Body::Recover(_) => membership.active().map(|member| member.keys.device).collect(),
        _ => Vec::new(),
    }
}
