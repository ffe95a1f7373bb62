//! The hub as sequencer: who goes next, and what a refused author is told.

use tawro_core::crypto::DeviceSecret;
use tawro_core::id::{DeviceId, InviteId, SpaceId};
use tawro_core::log::LogHead;
use tawro_core::membership::{Body, MemberFault, MemberRecord, Membership, SequenceRefusal, sequence};
use tawro_core::time::Timestamp;
use tawro_core::wire::{ProposalRefusal, Proposed};

use crate::store::{Desk, Line, Ordered, SpaceLog, StoreFault};

/// What the store keeps of a record.
pub(crate) fn line(record: &MemberRecord) -> Line {
    Line {
        position: record.position(),
        hash: record.hash(),
        bytes: record.bytes().to_vec(),
    }
}

/// Reads a space's membership back from the store; `None` if it is not known.
///
/// What was stored was replayed before, so a record that does not replay is a damaged store.
pub(crate) fn load(store: &mut dyn SpaceLog, space: SpaceId) -> Result<Option<Membership>, StoreFault> {
    let records = store.membership_since(space, 0)?;
    if records.is_empty() {
        return Ok(None);
    }
    let damaged = || StoreFault::Damaged(None);
    let records = records
        .iter()
        .map(|bytes| MemberRecord::from_bytes(bytes).map_err(|_| damaged()));
    let records = records.collect::<Result<Vec<_>, _>>()?;
    Membership::replay(&records).map(Some).map_err(|_| damaged())
}

/// Judges a proposal, signs it if it holds, and stores it.
///
/// The hub's clock may only deny: somebody added by an invitation that has ended is refused.
pub(crate) fn order<S: SpaceLog + Desk>(
    store: &mut S,
    membership: &mut Membership,
    heads: &[LogHead],
    proposal: &[u8],
    secret: &DeviceSecret,
    clock: Timestamp,
) -> Result<Proposed, StoreFault> {
    let refused = |refusal| Ok(Proposed::Refused(refusal));
    let Ok(record) = MemberRecord::from_bytes(proposal) else {
        return refused(ProposalRefusal::Malformed);
    };
    if ended_invite(&record, membership, clock).is_some() {
        return refused(ProposalRefusal::NotAllowed);
    }
    let stored = |device: &DeviceId| {
        let of = heads.iter().filter(|head| head.device == *device);
        of.map(|head| (head.log, head.seq)).collect()
    };
    match sequence(record, membership, secret, &stored) {
        Ok(record) => append(store, membership, &record),
        Err(SequenceRefusal::Known { position }) => Ok(match membership.hash_at(position) {
            Some(hash) => Proposed::Accepted { position, hash },
            None => Proposed::Refused(ProposalRefusal::Behind),
        }),
        Err(refusal) => refused(told(refusal)),
    }
}

/// Stores a record that continues the membership, and with it what the desk must know.
pub(crate) fn append<S: SpaceLog + Desk>(
    store: &mut S,
    membership: &mut Membership,
    record: &MemberRecord,
) -> Result<Proposed, StoreFault> {
    let before = membership.head();
    if let Err(fault) = membership.apply(record) {
        return Ok(Proposed::Refused(told(SequenceRefusal::Fault(fault))));
    }
    let space = membership.space();
    match store.membership_append(space, Some(before), &line(record))? {
        Ordered::Stored | Ordered::Duplicate => {}
        // The membership was read from this store, which has this one writer.
        Ordered::Conflict { .. } => return Err(StoreFault::Damaged(None)),
    }
    note(store, membership)?;
    let (position, hash) = membership.head();
    Ok(Proposed::Accepted { position, hash })
}

/// Tells the desk which invitations are open and which recovery key is in force.
pub(crate) fn note(store: &mut dyn Desk, membership: &Membership) -> Result<(), StoreFault> {
    let open: Vec<_> = membership
        .invites()
        .iter()
        .map(|(invite, end)| (*invite, *end))
        .collect();
    store.invites_set(membership.space(), &open)?;
    store.recovery_set(membership.space(), membership.recovery().device)
}

/// The invitation by which a record adds somebody, if it has ended by this hub's clock.
fn ended_invite(record: &MemberRecord, membership: &Membership, clock: Timestamp) -> Option<InviteId> {
    let Body::Add(add) = record.body() else {
        return None;
    };
    add.invite
        .filter(|invite| membership.invites().get(invite).is_some_and(|end| *end <= clock))
}

fn told(refusal: SequenceRefusal) -> ProposalRefusal {
    match refusal {
        SequenceRefusal::Known { .. } | SequenceRefusal::Moved { .. } => ProposalRefusal::Behind,
        SequenceRefusal::NotSequencer => ProposalRefusal::NotSequencer,
        SequenceRefusal::CutBelowStored { .. } => ProposalRefusal::CutBelowHeads,
        SequenceRefusal::UnknownKind { .. } => ProposalRefusal::NotAllowed,
        SequenceRefusal::Fault(fault) => match fault {
            MemberFault::Position { .. } | MemberFault::Prev => ProposalRefusal::Behind,
            MemberFault::Space => ProposalRefusal::Malformed,
            _ => ProposalRefusal::NotAllowed,
        },
    }
}
