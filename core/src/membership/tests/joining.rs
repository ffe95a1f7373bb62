//! Invitation, mailbox, digits, ticket.

use super::*;
use crate::membership::invite::{
    JoinOffer, JoinRequest, MailboxFault, OfferFault, invite_id, nonce, open_reveal, reveal, transcript,
};
use crate::membership::ticket::{client_proof, hub_proof, proves};

const SECRET: [u8; 16] = [5; 16];

#[test]
fn a_device_joins_by_an_invitation() {
    let mut space = Space::new(40);
    let (hub, joiner) = (space.device(), space.device());
    let invite = invite_id(&SECRET);
    let record = draft::invite_open(&space.now, &space.founder, invite, crate::time::Timestamp(1));
    space.take(record).unwrap();
    let offer = JoinOffer::new(&space.now, &space.founder, hub.id().0, &SECRET);
    let mailbox = offer.seal(&SECRET, &mut space.dice);
    let seen = JoinOffer::open(&SECRET, &mailbox).unwrap();
    assert_eq!(seen, offer);
    let request = JoinRequest::new(&joiner, "حاسوب أمين المال", &SECRET).unwrap();
    let mailbox = request.seal(&SECRET, &mut space.dice);
    let asked = JoinRequest::open(&SECRET, &mailbox).unwrap();
    assert_eq!(asked, request);
    let shown = open_reveal(&SECRET, &reveal(&space.founder, &SECRET, &mut space.dice)).unwrap();
    let admin_sees = transcript(&offer, &asked, &nonce(&space.founder, &SECRET)).unwrap();
    assert_eq!(transcript(&seen, &request, &shown), Ok(admin_sees));
    let newcomer = Newcomer {
        keys: asked.keys,
        role: Role::Member,
        label: asked.label.clone(),
        invite: Some(invite),
    };
    let (now, keyring) = (space.now.clone(), space.keyring());
    let record = draft::add(&now, &keyring, &space.founder, &newcomer, &mut space.dice);
    assert_eq!(
        seen.check(&space.records, &joiner.keys(), &SECRET),
        Err(OfferFault::NotAdded)
    );
    space.take(record).unwrap();
    assert_eq!(seen.check(&space.records, &joiner.keys(), &SECRET), Ok(()));
    assert!(space.now.invites().is_empty(), "an invitation is used once");
    let other = Newcomer {
        keys: space.device().keys(),
        ..newcomer
    };
    let second = draft::add(&space.now, &keyring, &space.founder, &other, &mut space.dice);
    assert_eq!(fault(second), MemberFault::InviteNotOpen { invite });
}

#[test]
fn an_offer_does_not_hold_for_another_log() {
    let space = Space::new(41);
    let other = Space::new(42);
    let keys = space.founder.keys();
    let offer = JoinOffer::new(&space.now, &space.founder, [1; 32], &SECRET);
    assert_eq!(
        offer.check(&other.records, &keys, &SECRET),
        Err(OfferFault::Space)
    );
    let ahead = JoinOffer { position: 1, ..offer };
    assert_eq!(
        ahead.check(&space.records, &keys, &SECRET),
        Err(OfferFault::History { position: 1 })
    );
}

#[test]
fn mailbox_items_open_with_their_secret_and_as_their_kind_only() {
    let mut space = Space::new(43);
    let offer = JoinOffer::new(&space.now, &space.founder, [1; 32], &SECRET).seal(&SECRET, &mut space.dice);
    assert_eq!(JoinOffer::open(&[6; 16], &offer), Err(MailboxFault::Sealed));
    assert_eq!(JoinRequest::open(&SECRET, &offer), Err(MailboxFault::Sealed));
    assert_eq!(open_reveal(&SECRET, &offer), Err(MailboxFault::Sealed));
    assert_eq!(JoinOffer::open(&SECRET, &offer[..20]), Err(MailboxFault::Sealed));
    assert!(JoinOffer::open(&SECRET, &[0; 2000]).is_err());
    assert!(invite::JoinRequest::new(&space.founder, &"x".repeat(181), &SECRET).is_err());
}

#[test]
fn a_request_for_somebody_elses_keys_is_refused() {
    let mut space = Space::new(44);
    let (one, other) = (space.device(), space.device());
    let mut request = JoinRequest::new(&one, "", &SECRET).unwrap();
    request.keys.exchange = other.keys().exchange;
    let sealed = request.seal(&SECRET, &mut space.dice);
    assert_eq!(JoinRequest::open(&SECRET, &sealed), Err(MailboxFault::Signature));
}

#[test]
fn the_digits_need_the_nonce_committed_to() {
    let mut space = Space::new(45);
    let offer = JoinOffer::new(&space.now, &space.founder, [1; 32], &SECRET);
    let request = JoinRequest::new(&space.device(), "", &SECRET).unwrap();
    assert_eq!(
        transcript(&offer, &request, &[0; 32]),
        Err(MailboxFault::Commitment)
    );
    let right = nonce(&space.founder, &SECRET);
    let other = JoinRequest::new(&space.device(), "", &SECRET).unwrap();
    assert_ne!(
        transcript(&offer, &request, &right),
        transcript(&offer, &other, &right)
    );
}

#[test]
fn a_ticket_proof_fits_its_side_and_keys_only() {
    let device = DeviceId([1; 32]);
    let proof = client_proof(&SECRET, &[2; 32], &device);
    assert!(proves(&client_proof(&SECRET, &[2; 32], &device), &proof));
    assert!(!proves(&hub_proof(&SECRET, &[2; 32], &device), &proof));
    assert!(!proves(&client_proof(&SECRET, &[3; 32], &device), &proof));
    assert!(!proves(
        &client_proof(&SECRET, &[2; 32], &DeviceId([2; 32])),
        &proof
    ));
    assert!(!proves(&client_proof(&[6; 16], &[2; 32], &device), &proof));
}
