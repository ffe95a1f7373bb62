//! Single questions of somebody who belongs nowhere yet: tickets, letters, lost devices.

use tawro_core::id::{DeviceId, SpaceId};
use tawro_core::membership::invite::MAILBOX_ITEM_MAX;
use tawro_core::wire::{Mail, MailSlot, Message, Refusal};
use tawro_quic::close;

use super::peer::Stage;
use super::{Effect, PeerId, Relay};
use crate::quota::Now;
use crate::store::{Desk, Invite, Letter, SpaceLog, StoreFault};
use crate::ticket;

impl<S: SpaceLog + Desk> Relay<S> {
    /// Answers a question. Who asks too fast is read from more slowly.
    pub(super) fn ask(&mut self, peer: PeerId, message: Message, now: Now) -> Result<(), StoreFault> {
        let Some(known) = self.peers.get_mut(&peer) else {
            return Ok(());
        };
        let key = known.key;
        known.heard_at_millis = now.millis;
        known.stage = Stage::Asking {
            waits_for: match &message {
                Message::MailboxGet(mail) => Some(mail.invite),
                _ => None,
            },
        };
        let millis = self.asks.take(key, 1, now);
        if millis > 0 {
            self.effects.push_back(Effect::Hold { peer, millis });
        }
        match message {
            Message::Enrol(enrol) => {
                let secret = &self.secret;
                match ticket::enrol(&mut self.store, secret, key, &enrol, now.clock)? {
                    Ok(enrolled) => {
                        self.promised = true;
                        if let Some(space) = enrol.space {
                            self.space_changed(space)?;
                        }
                        self.send(peer, Message::Enrolled(enrolled));
                    }
                    Err(refusal) => self.refuse(peer, refusal),
                }
            }
            Message::MailboxGet(mail) => match self.store.invite(mail.invite, now.clock)? {
                // Who asks whether its own request still lies there learns that nobody will read it.
                Some(invite) if invite.open || mail.slot != MailSlot::Request => {
                    self.answer_letter(peer, &mail)?
                }
                _ => self.refuse(peer, Refusal::Ticket),
            },
            Message::MailboxPut(mail) => match self.store.invite(mail.invite, now.clock)? {
                Some(invite) if self.may_write(key, &mail, invite)? => {
                    self.take_letter(peer, mail, invite)?
                }
                _ => self.refuse(peer, Refusal::Ticket),
            },
            Message::Locate { hint } => {
                let spaces = self.store.recovery_spaces(key)?;
                match spaces.into_iter().find(|space| space.0.starts_with(&hint)) {
                    Some(space) => self.send(peer, Message::Located { space }),
                    None => self.refuse(peer, Refusal::NotHere),
                }
            }
            Message::Bye => self.end(peer, close::DONE),
            Message::Unknown { .. } => {}
            _ => {
                self.refuse(peer, Refusal::Unexpected);
                self.end(peer, close::PROTOCOL);
            }
        }
        Ok(())
    }

    /// The letters of the inviting side are a member's to write; the request is anybody's who knows
    /// the invitation, as long as it is open.
    fn may_write(&mut self, key: DeviceId, mail: &Mail, invite: Invite) -> Result<bool, StoreFault> {
        if mail
            .sealed
            .as_ref()
            .is_none_or(|sealed| sealed.len() > MAILBOX_ITEM_MAX)
        {
            return Ok(false);
        }
        match mail.slot {
            MailSlot::Request => Ok(invite.open && !self.is_answered(mail)?),
            MailSlot::Offer | MailSlot::Verdict => {
                let space = self.space(invite.space)?;
                Ok(space.is_some_and(|space| space.membership.is_active(&key)))
            }
        }
    }

    /// Whether the request of the invitation was answered, and this is another one: who has read the
    /// answer could look for keys whose six digits match.
    fn is_answered(&mut self, request: &Mail) -> Result<bool, StoreFault> {
        let letters = self.store.letters(request.invite)?;
        let is_same = |letter: &Letter| Some(&letter.bytes) == request.sealed.as_ref();
        let of = |wanted: MailSlot| letters.iter().find(|letter| letter.slot == slot(wanted));
        Ok(of(MailSlot::Verdict).is_some() && !of(MailSlot::Request).is_some_and(is_same))
    }

    fn take_letter(&mut self, peer: PeerId, mail: Mail, invite: Invite) -> Result<(), StoreFault> {
        let letter = Letter {
            slot: slot(mail.slot),
            bytes: mail.sealed.clone().unwrap_or_default(),
        };
        self.store.letter_put(mail.invite, &letter)?;
        self.promised = true;
        self.send(
            peer,
            Message::MailboxItem(Mail {
                sealed: None,
                ..mail.clone()
            }),
        );
        self.notify(mail.invite, invite.space);
        Ok(())
    }

    fn answer_letter(&mut self, peer: PeerId, mail: &Mail) -> Result<(), StoreFault> {
        let letters = self.store.letters(mail.invite)?;
        let letter = letters.into_iter().find(|letter| letter.slot == slot(mail.slot));
        let sealed = letter.map(|letter| letter.bytes);
        self.send(
            peer,
            Message::MailboxItem(Mail {
                sealed,
                ..mail.clone()
            }),
        );
        Ok(())
    }

    /// An enrolment may have brought records of a space that is here already.
    fn space_changed(&mut self, id: SpaceId) -> Result<(), StoreFault> {
        let Some(membership) = crate::membership::load(&mut self.store, id)? else {
            return Ok(());
        };
        if let Some(space) = self.spaces.get_mut(&id)
            && space.membership.head() != membership.head()
        {
            space.membership = membership;
            self.grown.insert(id);
        }
        Ok(())
    }
}

fn slot(slot: MailSlot) -> u8 {
    match slot {
        MailSlot::Offer => 1,
        MailSlot::Request => 2,
        MailSlot::Verdict => 3,
    }
}
