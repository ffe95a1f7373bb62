//! Single questions: tickets that fit and tickets that do not, letters of an invitation.

use tawro_core::id::DeviceId;
use tawro_core::membership::invite::invite_id;
use tawro_core::replica::Intent;
use tawro_core::time::Timestamp;
use tawro_core::wire::{Enrol, Mail, MailSlot, Message, Refusal};
use tawro_hub::relay::{Effect, Event};
use tawro_hub::store::SpaceLog;
use tawro_quic::close;

use crate::harness::{TICKET, World};

fn refused(refusal: Refusal) -> [Message; 1] {
    [Message::Refused(refusal)]
}

#[test]
fn a_ticket_that_does_not_fit_is_refused_whatever_is_wrong_with_it() {
    let mut world = World::new(1, 40);
    let (id, good) = (world.id(0), world.enrolment(0, TICKET, false));
    let mut check = |enrol: Enrol| {
        assert_eq!(world.ask(id, Message::Enrol(enrol)), refused(Refusal::Ticket));
    };
    check(Enrol {
        proof: [0; 32],
        ..good.clone()
    });
    check(Enrol {
        device: DeviceId([1; 32]),
        ..good.clone()
    });
    check(Enrol {
        ticket: tawro_core::id::InviteId([1; 16]),
        ..good.clone()
    });
    // Somebody in between cannot pass on the proof of another connection.
    let other = DeviceId([4; 32]);
    assert_eq!(
        world.ask(other, Message::Enrol(good.clone())),
        refused(Refusal::Ticket)
    );
    world.now.clock = Timestamp(world.now.clock.0 + 1_000);
    assert_eq!(
        world.ask(id, Message::Enrol(good)),
        refused(Refusal::Ticket),
        "it has ended"
    );
}

#[test]
fn an_enrolment_is_repeated_without_harm_and_for_one_space_only() {
    let mut world = World::new(2, 41);
    world.enrol(0);
    let again = world.enrolment(0, TICKET, true);
    let id = world.id(0);
    let answer = world.ask(id, Message::Enrol(again.clone()));
    assert!(matches!(answer[..], [Message::Enrolled(_)]));
    // Later, when others went on meanwhile and the ticket has ended.
    world.connect(0);
    world.decide(0, &Intent::Rotate);
    world.settle();
    world.now.clock = Timestamp(world.now.clock.0 + 9_000);
    let head = world.membership().head();
    let answer = world.ask(id, Message::Enrol(again));
    let Some(Message::Enrolled(enrolled)) = answer.into_iter().next() else {
        panic!("refused")
    };
    assert_eq!(enrolled.position.zip(enrolled.hash), Some(head));

    let mut other = World::new(1, 42);
    let hub = other.hub().0;
    other.decide(0, &Intent::HandOver(hub));
    let theirs = other.enrolment(0, TICKET, true);
    assert_eq!(
        world.ask(other.id(0), Message::Enrol(theirs)),
        refused(Refusal::Ticket)
    );
    let spaces = world.relay.store().spaces().unwrap();
    assert_eq!(spaces, [world.space()]);
}

#[test]
fn a_membership_that_was_not_handed_over_is_not_taken() {
    let mut world = World::new(1, 43);
    let id = world.id(0);
    let not_yet = world.enrolment(0, TICKET, true);
    assert_eq!(
        world.ask(id, Message::Enrol(not_yet.clone())),
        refused(Refusal::Unexpected)
    );
    let mut cut = not_yet;
    cut.records.clear();
    assert_eq!(world.ask(id, Message::Enrol(cut)), refused(Refusal::Unexpected));
    world.decide(0, &Intent::HandOver([9; 32]));
    let to_another = world.enrolment(0, TICKET, true);
    assert_eq!(
        world.ask(id, Message::Enrol(to_another)),
        refused(Refusal::Unexpected)
    );
    assert!(world.relay.store().spaces().unwrap().is_empty());
}

#[test]
fn letters_pass_between_who_invites_and_who_asks() {
    let mut world = World::enrolled(1, 44);
    let (admin, joiner) = (world.id(0), DeviceId([4; 32]));
    let invite = invite_id(&[1; 16]);
    let mail = |slot, bytes: Option<&[u8]>| Mail {
        invite,
        slot,
        sealed: bytes.map(<[u8]>::to_vec),
    };
    let put = |slot| Message::MailboxPut(mail(slot, Some(b"sealed")));
    let get = |slot| Message::MailboxGet(mail(slot, None));
    assert_eq!(
        world.ask(admin, put(MailSlot::Offer)),
        refused(Refusal::Ticket),
        "not open yet"
    );
    let expires = Timestamp(world.now.clock.0 + 100);
    world.decide(0, &Intent::Invite { invite, expires });
    world.settle();
    assert_eq!(
        world.ask(joiner, put(MailSlot::Offer)),
        refused(Refusal::Ticket),
        "not a member"
    );
    let taken = [Message::MailboxItem(mail(MailSlot::Offer, None))];
    assert_eq!(world.ask(admin, put(MailSlot::Offer)), taken);
    let item = [Message::MailboxItem(mail(MailSlot::Offer, Some(b"sealed")))];
    assert_eq!(world.ask(joiner, get(MailSlot::Offer)), item);
    assert_eq!(
        world.ask(joiner, get(MailSlot::Verdict)),
        [Message::MailboxItem(mail(MailSlot::Verdict, None))]
    );

    // The joiner waits on its stream; the admin hears of the request, the joiner of the verdict.
    let waiting = world.open(joiner);
    let ask = Event::Received {
        peer: waiting,
        message: get(MailSlot::Verdict),
    };
    world.relay.handle(ask, world.now).unwrap();
    world.turn();
    world.ask(joiner, put(MailSlot::Request));
    let peer = world.open(admin);
    world
        .relay
        .handle(
            Event::Received {
                peer,
                message: put(MailSlot::Verdict),
            },
            world.now,
        )
        .unwrap();
    let notified = Effect::Send {
        peer: waiting,
        message: Message::Notify { topic: 1 },
    };
    assert!(world.turn().contains(&notified));

    // The answer shows a nonce: from here on another request could be made to match the digits.
    let another = Message::MailboxPut(mail(MailSlot::Request, Some(b"another")));
    assert_eq!(world.ask(joiner, another), refused(Refusal::Ticket), "used once");
    let taken = [Message::MailboxItem(mail(MailSlot::Request, None))];
    assert_eq!(world.ask(joiner, put(MailSlot::Request)), taken, "the same again");
    let long = Message::MailboxPut(mail(MailSlot::Request, Some(&[0; 2_000])));
    assert_eq!(world.ask(joiner, long), refused(Refusal::Ticket));
    world.decide(0, &Intent::CloseInvite(invite));
    world.settle();
    assert_eq!(
        world.ask(joiner, put(MailSlot::Request)),
        refused(Refusal::Ticket),
        "closed"
    );
    let verdict = [Message::MailboxItem(mail(MailSlot::Verdict, Some(b"sealed")))];
    assert_eq!(
        world.ask(joiner, get(MailSlot::Verdict)),
        verdict,
        "the last letter can still be read"
    );
    world.now.clock = expires;
    assert_eq!(
        world.ask(joiner, get(MailSlot::Verdict)),
        refused(Refusal::Ticket)
    );
}

#[test]
fn who_asks_without_end_is_slowed_down() {
    let mut world = World::new(1, 45);
    let peer = world.open(DeviceId([4; 32]));
    let mut held = 0;
    for _ in 0..200 {
        let message = Message::Locate { hint: [0; 5] };
        world
            .relay
            .handle(Event::Received { peer, message }, world.now)
            .unwrap();
        held += world
            .turn()
            .iter()
            .filter(|effect| matches!(effect, Effect::Hold { .. }))
            .count();
    }
    assert!((100..200).contains(&held), "{held}");
}

#[test]
fn a_question_out_of_place_ends_the_stream() {
    let mut world = World::new(1, 46);
    let peer = world.open(DeviceId([4; 32]));
    world
        .relay
        .handle(
            Event::Received {
                peer,
                message: Message::Ack(Vec::new()),
            },
            world.now,
        )
        .unwrap();
    let effects = world.turn();
    assert!(effects.contains(&Effect::End {
        peer,
        code: tawro_quic::close::PROTOCOL
    }));
    assert_eq!(world.relay.peers(), 0);
}

#[test]
fn a_stranger_who_says_nothing_keeps_no_connection() {
    let mut world = World::enrolled(1, 40);
    let (silent, asking) = (world.open(DeviceId([1; 32])), world.open(DeviceId([2; 32])));
    let ask = |world: &mut World| {
        let message = Message::Locate { hint: [0; 5] };
        let event = Event::Received {
            peer: asking,
            message,
        };
        world.relay.handle(event, world.now).unwrap();
        world.turn();
    };
    ask(&mut world);
    let pass = |world: &mut World, millis| {
        world.now.millis += millis;
        let ended = |effect| match effect {
            Effect::End { peer, code } => Some((peer, code)),
            _ => None,
        };
        world.turn().into_iter().filter_map(ended).collect::<Vec<_>>()
    };
    assert_eq!(pass(&mut world, 9_999), []);
    assert_eq!(pass(&mut world, 1_000), [(silent, close::BUSY)]);
    assert_eq!(pass(&mut world, 3_580_000), []);
    ask(&mut world);
    assert_eq!(pass(&mut world, 3_590_000), []);
    assert_eq!(pass(&mut world, 10_000), [(asking, close::BUSY)]);
    assert_eq!(
        world.relay.peers(),
        1,
        "a device of a space may be as quiet as it likes"
    );
}
