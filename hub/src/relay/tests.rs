//! A store that fails: the relay forgets what was not kept, and goes on.

use tawro_core::crypto::DeviceSecret;
use tawro_core::id::InviteId;
use tawro_core::membership::ticket::{client_proof, ticket_id};
use tawro_core::membership::{MemberRecord, Membership, draft, sequence};
use tawro_core::time::Timestamp;
use tawro_core::wire::{Enrol, Message};

use super::*;
use crate::store::{MemoryLog, SqliteLog, Ticket};

const SECRET: [u8; 16] = [3; 16];

/// A membership of a dozen records that ends by handing over to a hub.
fn records(founder: &DeviceSecret, hub: DeviceId) -> (SpaceId, Vec<MemberRecord>) {
    let mut dice = crate::dice();
    let genesis = draft::genesis(
        founder,
        "A",
        &DeviceSecret::from_bytes(&[5; 64]).keys(),
        &mut dice,
    )
    .unwrap();
    let mut membership = Membership::begin(&genesis).unwrap();
    let mut records = vec![genesis];
    let mut take = |membership: &mut Membership, draft| {
        let record = sequence(draft, membership, founder, &|_| Vec::new()).unwrap();
        membership.apply(&record).unwrap();
        records.push(record);
    };
    for n in 0..40 {
        let draft = draft::invite_open(&membership, founder, InviteId([n; 16]), Timestamp(9_000));
        take(&mut membership, draft.unwrap());
    }
    let draft = draft::set_sequencer(&membership, founder, hub.0);
    take(&mut membership, draft.unwrap());
    (membership.space(), records)
}

#[test]
fn a_full_disk_ends_the_streams_loses_nothing_and_passes() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = SqliteLog::open(&folder.path().join("store")).unwrap();
    let id = ticket_id(&SECRET);
    let (made, expires) = (Timestamp(1), Timestamp(9_000));
    let ticket = Ticket {
        id,
        secret: SECRET,
        name: String::new(),
        made,
        expires,
        used_by: None,
    };
    store.ticket_keep(&ticket).unwrap();
    store.commit().unwrap();
    let mut relay = Relay::new(store, DeviceSecret::from_bytes(&[7; 64]), Settings::new([1; 16]));
    let founder = DeviceSecret::from_bytes(&[9; 64]);
    let (space, records) = records(&founder, relay.key());
    let enrol = Enrol {
        ticket: id,
        device: founder.id(),
        proof: client_proof(&SECRET, &relay.key().0, &founder.id()),
        space: Some(space),
        records: records.iter().map(|record| record.bytes().to_vec()).collect(),
    };
    let now = Now {
        millis: 1,
        clock: Timestamp(5),
    };
    let ask = |relay: &mut Relay<SqliteLog>, peer| {
        relay
            .handle(
                Event::Opened {
                    peer,
                    key: founder.id(),
                },
                now,
            )
            .unwrap();
        let message = Message::Enrol(enrol.clone());
        let asked = relay.handle(Event::Received { peer, message }, now);
        let done = asked.and_then(|()| relay.commit(now));
        (done, std::iter::from_fn(|| relay.poll()).collect::<Vec<_>>())
    };
    relay.store().fill_up();
    let (done, effects) = ask(&mut relay, PeerId(1));
    assert!(matches!(done, Err(StoreFault::Full)), "{done:?}");
    assert_eq!(
        effects,
        [Effect::End {
            peer: PeerId(1),
            code: close::BUSY
        }]
    );
    assert_eq!(relay.peers(), 0);
    assert!(relay.store().spaces().unwrap().is_empty());
    assert_eq!(relay.store().ticket(id).unwrap().unwrap().used_by, None);

    relay.store().make_room();
    let (done, effects) = ask(&mut relay, PeerId(2));
    done.unwrap();
    assert!(matches!(
        effects[..],
        [Effect::Send {
            message: Message::Enrolled(_),
            ..
        }]
    ));
    assert_eq!(relay.store().spaces().unwrap(), [space]);
}

#[test]
fn what_no_store_can_keep_ends_its_peer_alone() {
    let mut relay = Relay::new(
        MemoryLog::new(),
        DeviceSecret::from_bytes(&[7; 64]),
        Settings::new([1; 16]),
    );
    let founder = DeviceSecret::from_bytes(&[9; 64]);
    let (space, records) = records(&founder, relay.key());
    let mut head = None;
    for record in &records {
        let line = crate::store::Line {
            position: record.position(),
            hash: record.hash(),
            bytes: record.bytes().to_vec(),
        };
        relay.store().membership_append(space, head, &line).unwrap();
        head = Some((line.position, line.hash));
    }
    let now = Now::default();
    let (liar, other) = (PeerId(1), PeerId(2));
    for (peer, key) in [(liar, founder.id()), (other, DeviceId([8; 32]))] {
        relay.handle(Event::Opened { peer, key }, now).unwrap();
    }
    let fault = StoreFault::Number { seq: u64::MAX };
    relay.blame(liar, Err(fault)).unwrap();
    relay.commit(now).unwrap();
    let effects: Vec<_> = std::iter::from_fn(|| relay.poll()).collect();
    let code = close::PROTOCOL;
    assert_eq!(effects, [Effect::End { peer: liar, code }]);
    assert_eq!(relay.peers(), 1);
    assert_eq!(
        relay.store().spaces().unwrap(),
        [space],
        "what came before in the turn stays"
    );
}
