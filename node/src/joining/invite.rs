//! Inviting: a code for one more device, and its admission once the six digits were compared.

use std::time::Duration;

use tawro_core::code::{Code, HubAddress, comparison};
use tawro_core::crypto::{DeviceKeys, derive};
use tawro_core::id::InviteId;
use tawro_core::membership::draft::Newcomer;
use tawro_core::membership::invite::{JoinOffer, JoinRequest, invite_id, reveal, transcript};
use tawro_core::membership::{Membership, Role, invite};
use tawro_core::replica::Intent;
use tawro_core::time::Timestamp;
use tawro_core::wire::{Mail, MailSlot, Message, Refusal};
use tawro_quic::{LinkFault, Pin};
use tokio::time::{Instant, timeout_at};
use zeroize::Zeroizing;

use crate::driver::{Node, dice};
use crate::fault::NodeError;
use crate::net::{Goal, Line, ask, dial};

/// An open invitation.
pub struct Invitation {
    /// What the joiner types, digits only.
    pub code: Zeroizing<String>,
    /// Until when the hub lets somebody ask by it, by the hub's clock.
    pub expires: Timestamp,
    secret: Zeroizing<[u8; 16]>,
    invite: InviteId,
}

/// Who asks to join.
pub struct Joiner {
    /// What its person calls the device.
    pub label: String,
    /// Six digits that both screens show.
    pub digits: String,
    keys: DeviceKeys,
}

/// A notice may be lost with a hub that restarts: the letter is asked for again after so long.
const ASK_AGAIN: Duration = Duration::from_secs(5);
/// How long an invitation is open: two days.
const OPEN_FOR_SECONDS: i64 = 48 * 3600;

impl Node {
    /// Opens an invitation at the hub.
    pub async fn invite(&mut self) -> Result<Invitation, NodeError> {
        let hub = self.hub()?.ok_or(NodeError::NotEnrolled)?;
        // The hub alone judges when an invitation ends, so it is dated by the hub's clock: by that of a
        // computer whose battery is dead it would have ended before anybody could use it.
        let met = self.sync(Goal::Ordered).await?;
        let begins = met.hub_clock.unwrap_or_else(|| self.now());
        let expires = Timestamp(begins.0.saturating_add(OPEN_FOR_SECONDS));
        let mut secret = Zeroizing::new([0; 16]);
        rand_core::Rng::fill_bytes(&mut dice(), &mut *secret);
        let invite = invite_id(&secret);
        let opened = move |members: &Membership| members.invites().contains_key(&invite);
        self.decide_and_order(&Intent::Invite { invite, expires }, opened)
            .await?;
        let offer = JoinOffer::new(
            self.membership(),
            self.replica().secret(),
            self.hub_key().0,
            &secret,
        );
        let line = dial(self.identity(), &hub, Pin::Key(self.hub_key())).await?;
        put(&line, invite, MailSlot::Offer, offer.seal(&secret, &mut dice())).await?;
        line.close().await;
        let mut kept = Zeroizing::new([0; 24]);
        kept[..16].copy_from_slice(&*secret);
        kept[16..].copy_from_slice(&expires.0.to_be_bytes());
        self.in_transaction(|_, tx| Ok(tx.put(OPEN, Some(&*kept))?))?;
        Ok(invitation(secret, expires, hub))
    }

    /// The invitation that was opened last on this computer and that nobody has used: by it the
    /// joiner can be admitted later, and by another run of the program.
    pub fn open_invitation(&mut self) -> Result<Option<Invitation>, NodeError> {
        let Some(hub) = self.hub()? else { return Ok(None) };
        let kept = self.in_transaction(|_, tx| Ok(tx.get(OPEN)?))?;
        let kept = Zeroizing::new(kept.unwrap_or_default());
        let Some((secret, expires)) = kept.split_first_chunk::<16>() else {
            return Ok(None);
        };
        let Some(expires) = expires.try_into().ok().map(i64::from_be_bytes).map(Timestamp) else {
            return Ok(None);
        };
        let invitation = invitation(Zeroizing::new(*secret), expires, hub);
        let open = self.membership().invites().contains_key(&invitation.invite);
        Ok((open && self.now() < expires).then_some(invitation))
    }

    /// Waits until somebody asks by the invitation.
    pub async fn wait_for_joiner(
        &mut self,
        invitation: &Invitation,
        patience: Duration,
    ) -> Result<Joiner, NodeError> {
        let hub = self.hub()?.ok_or(NodeError::NotEnrolled)?;
        let line = dial(self.identity(), &hub, Pin::Key(self.hub_key())).await?;
        let sealed = match wait_for(&line, invitation.invite, MailSlot::Request, patience).await {
            Err(NodeError::Refused(Refusal::Ticket)) => {
                // It has ended by the hub's clock, whatever this one says: the next one is made anew.
                self.in_transaction(|_, tx| Ok(tx.put(OPEN, None)?))?;
                return Err(NodeError::Refused(Refusal::Ticket));
            }
            waited => waited?,
        };
        self.first_request(invitation.invite, &sealed)?;
        let request = JoinRequest::open(&invitation.secret, &sealed)?;
        let opened = get(&line, invitation.invite, MailSlot::Offer)
            .await?
            .ok_or(NodeError::OtherAnswer)?;
        let offer = JoinOffer::open(&invitation.secret, &opened)?;
        let by = self.replica().secret();
        let nonce = invite::nonce(by, &invitation.secret);
        let digits = comparison(&transcript(&offer, &request, &nonce)?);
        let verdict = reveal(by, &invitation.secret, &mut dice());
        put(&line, invitation.invite, MailSlot::Verdict, verdict).await?;
        line.close().await;
        Ok(Joiner {
            label: request.label.clone(),
            digits,
            keys: request.keys,
        })
    }

    /// The request that was first to be shown by its digits is the only one that ever is.
    ///
    /// The verdict that follows reveals the nonce: who knows it can look for keys with the same digits.
    fn first_request(&mut self, invite: InviteId, sealed: &[u8]) -> Result<(), NodeError> {
        let (key, asked) = (format!("{ASKED}{invite}"), derive("join-request", sealed));
        self.in_transaction(|_, tx| match tx.get(&key)? {
            Some(first) if first != asked => Err(NodeError::OtherRequest),
            Some(_) => Ok(()),
            None => Ok(tx.put(&key, Some(&asked))?),
        })
    }

    /// Admits a device whose digits were the same on both screens.
    pub async fn admit(
        &mut self,
        invitation: &Invitation,
        joiner: &Joiner,
        role: Role,
    ) -> Result<(), NodeError> {
        let newcomer = Newcomer {
            keys: joiner.keys,
            role,
            label: joiner.label.clone(),
            invite: Some(invitation.invite),
        };
        let device = joiner.keys.device;
        let belongs = move |members: &Membership| members.is_active(&device);
        self.decide_and_order(&Intent::Admit(newcomer), belongs).await?;
        self.forget_request(invitation.invite)
    }

    /// Closes an invitation that nobody is to use any more.
    pub async fn close_invitation(&mut self, invitation: &Invitation) -> Result<(), NodeError> {
        let invite = invitation.invite;
        let closed = move |members: &Membership| !members.invites().contains_key(&invite);
        self.decide_and_order(&Intent::CloseInvite(invite), closed)
            .await?;
        self.forget_request(invite)
    }

    fn forget_request(&mut self, invite: InviteId) -> Result<(), NodeError> {
        self.in_transaction(|_, tx| Ok(tx.put(&format!("{ASKED}{invite}"), None)?))
    }
}

fn invitation(secret: Zeroizing<[u8; 16]>, expires: Timestamp, hub: HubAddress) -> Invitation {
    let code = Code::Invite {
        secret: (*secret).into(),
        hub,
    };
    Invitation {
        code: Zeroizing::new(code.to_string()),
        expires,
        invite: invite_id(&secret),
        secret,
    }
}

/// Where the invitation is kept until it is used; the database is encrypted.
const OPEN: &str = "invite/open";
/// Where the request that was first shown is noted, by invitation.
const ASKED: &str = "invite/asked/";

pub(super) async fn put(
    line: &Line,
    invite: InviteId,
    slot: MailSlot,
    sealed: Vec<u8>,
) -> Result<(), NodeError> {
    let mail = Mail {
        invite,
        slot,
        sealed: Some(sealed),
    };
    ask(&line.connection, Message::MailboxPut(mail)).await.map(|_| ())
}

pub(super) async fn get(line: &Line, invite: InviteId, slot: MailSlot) -> Result<Option<Vec<u8>>, NodeError> {
    let mail = Mail {
        invite,
        slot,
        sealed: None,
    };
    match ask(&line.connection, Message::MailboxGet(mail)).await? {
        Message::MailboxItem(mail) => Ok(mail.sealed),
        _ => Err(NodeError::OtherAnswer),
    }
}

/// Asks for a letter on one stream, and again whenever the hub gives notice that one was left.
pub(super) async fn wait_for(
    line: &Line,
    invite: InviteId,
    slot: MailSlot,
    patience: Duration,
) -> Result<Vec<u8>, NodeError> {
    let until = Instant::now() + patience;
    let (mut sender, mut receiver) = tawro_quic::open(&line.connection).await?;
    loop {
        sender
            .send(&[Message::MailboxGet(Mail {
                invite,
                slot,
                sealed: None,
            })])
            .await?;
        let again = loop {
            match timeout_at(until.min(Instant::now() + ASK_AGAIN), receiver.next()).await {
                Ok(message) => match message?.ok_or(LinkFault::Cut)? {
                    Message::MailboxItem(Mail {
                        sealed: Some(sealed), ..
                    }) => return Ok(sealed),
                    Message::Refused(refusal) => return Err(NodeError::Refused(refusal)),
                    Message::Notify { .. } => break Ok(()),
                    _ => {}
                },
                Err(_) => {
                    break if Instant::now() >= until {
                        Err(NodeError::TimedOut)
                    } else {
                        Ok(())
                    };
                }
            }
        };
        again?;
    }
}

#[cfg(test)]
mod tests {
    use zeroize::ZeroizeOnDrop;

    use super::*;

    #[test]
    fn the_secret_of_an_invitation_is_wiped_and_so_is_its_code() {
        fn is_wiped(_: &impl ZeroizeOnDrop) {}
        let hub: HubAddress = "192.0.2.7".parse().unwrap();
        let invitation = invitation(Zeroizing::new([7; 16]), Timestamp(1), hub);
        is_wiped(&invitation.secret);
        is_wiped(&invitation.code);
    }
}
