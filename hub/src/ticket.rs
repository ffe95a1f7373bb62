//! Tickets: the operator's promise to take one association's space, and how it is redeemed.

use rand_core::CryptoRng;
use tawro_core::code::{Code, CodeSecret, HubAddress};
use tawro_core::crypto::DeviceSecret;
use tawro_core::id::DeviceId;
use tawro_core::membership::ticket::{client_proof, hub_proof, proves, ticket_id};
use tawro_core::membership::{MemberRecord, Membership};
use tawro_core::time::Timestamp;
use tawro_core::wire::{Enrol, Enrolled, Refusal};

use crate::membership::{line, note};
use crate::store::{Desk, Ordered, SpaceLog, StoreFault, Ticket, TicketState};

/// Makes a ticket; it counts once it is kept. The code is for the association and is shown once.
pub(crate) fn issue(name: &str, hub: HubAddress, now: Timestamp, dice: &mut dyn CryptoRng) -> (Ticket, Code) {
    let mut secret = [0; 16];
    dice.fill_bytes(&mut secret);
    let ticket = Ticket {
        id: ticket_id(&secret),
        secret,
        name: name.to_owned(),
        made: now,
        expires: Timestamp(now.0 + VALID_SECONDS),
        used_by: None,
    };
    (
        ticket,
        Code::Ticket {
            secret: CodeSecret::from(secret),
            hub,
        },
    )
}

/// Answers an enrolment: first that this hub knows the ticket, then that it took the space.
///
/// Asked again it answers the same, so that a cut connection costs nothing.
pub(crate) fn enrol<S: SpaceLog + Desk>(
    store: &mut S,
    secret: &DeviceSecret,
    key: DeviceId,
    asked: &Enrol,
    clock: Timestamp,
) -> Result<Result<Enrolled, Refusal>, StoreFault> {
    let Some(ticket) = store.ticket(asked.ticket)? else {
        return Ok(Err(Refusal::Ticket));
    };
    let hub = secret.id().0;
    let fits = key == asked.device
        && proves(&client_proof(&ticket.secret, &hub, &key), &asked.proof)
        && (ticket.used_by.is_some() || ticket.expires > clock);
    if !fits {
        tracing::info!(ticket = %asked.ticket.short(), key = %key.short(), "a ticket was refused");
        return Ok(Err(Refusal::Ticket));
    }
    let proof = hub_proof(&ticket.secret, &hub, &key);
    let Some(space) = asked.space else {
        return Ok(Ok(Enrolled {
            proof,
            position: None,
            hash: None,
        }));
    };
    let Some((records, membership)) = replay(asked) else {
        return Ok(Err(Refusal::Unexpected));
    };
    let handed_over = membership.space() == space && membership.sequencer() == hub;
    if !handed_over || !membership.is_active(&key) {
        return Ok(Err(Refusal::Unexpected));
    }
    let taken = take_in(store, asked, &records, &membership)?;
    if let Ok((position, hash)) = taken {
        tracing::info!(ticket = %asked.ticket.short(), space = %space.short(), position, "a space enrolled");
        return Ok(Ok(Enrolled {
            proof,
            position: Some(position),
            hash: Some(hash),
        }));
    }
    Ok(taken.map(|_| Enrolled {
        proof,
        position: None,
        hash: None,
    }))
}

fn replay(asked: &Enrol) -> Option<(Vec<MemberRecord>, Membership)> {
    let records = asked
        .records
        .iter()
        .map(|bytes| MemberRecord::from_bytes(bytes).ok());
    let records = records.collect::<Option<Vec<_>>>()?;
    let membership = Membership::replay(&records).ok()?;
    Some((records, membership))
}

/// Stores the records and uses the ticket, or neither: nothing is written before both are possible.
fn take_in<S: SpaceLog + Desk>(
    store: &mut S,
    asked: &Enrol,
    records: &[MemberRecord],
    membership: &Membership,
) -> Result<Result<(u32, tawro_core::id::MemberHash), Refusal>, StoreFault> {
    let space = membership.space();
    let ticket = store.ticket(asked.ticket)?;
    if ticket.is_none_or(|ticket| ticket.used_by.is_some_and(|used_by| used_by != space)) {
        return Ok(Err(Refusal::Ticket));
    }
    let held = store.membership_since(space, 0)?;
    let agrees = |(ours, theirs): (&Vec<u8>, &MemberRecord)| {
        MemberRecord::from_bytes(ours).is_ok_and(|ours| ours.hash() == theirs.hash())
    };
    if !held.iter().zip(records).all(agrees) {
        return Ok(Err(Refusal::Unexpected));
    }
    let mut before = None;
    for record in records {
        match store.membership_append(space, before, &line(record))? {
            Ordered::Stored | Ordered::Duplicate => before = Some((record.position(), record.hash())),
            // Compared just now, in the same transaction.
            Ordered::Conflict { .. } => return Err(StoreFault::Damaged(None)),
        }
    }
    if store.ticket_use(asked.ticket, space)? != TicketState::Yours {
        return Ok(Err(Refusal::Ticket));
    }
    let head = match held
        .get(records.len()..)
        .and_then(<[_]>::last)
        .map(|last| MemberRecord::from_bytes(last))
    {
        // This hub has more than the device knows: it enrolled before, and others went on.
        Some(Ok(last)) => (last.position(), last.hash()),
        _ => {
            note(store, membership)?;
            membership.head()
        }
    };
    Ok(Ok(head))
}

/// Thirty days: long enough for a letter and a holiday.
const VALID_SECONDS: i64 = 30 * 86_400;
