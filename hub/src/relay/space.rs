//! What the relay keeps of one space while somebody of it is here, and who may come in.

use std::collections::{BTreeMap, BTreeSet};

use tawro_core::id::{DeviceId, LogId, SpaceId};
use tawro_core::log::LogHead;
use tawro_core::membership::Membership;
use tawro_core::sync::{Input, Local, Session, Side};
use tawro_core::time::Timestamp;
use tawro_core::wire::{Ack as PeerAck, Hello, PeerAcks, Refusal};
use tawro_quic::close;

use super::peer::{Stage, Syncing};
use super::{PeerId, Relay};
use crate::membership;
use crate::quota::Now;
use crate::store::{Ack, Desk, SpaceLog, StoreFault, Visit};

/// A space as the store has it, and who is here.
pub(super) struct Space {
    pub(super) membership: Membership,
    pub(super) heads: BTreeMap<LogId, LogHead>,
    pub(super) bytes: u64,
    /// The stream of each device that is here.
    pub(super) live: BTreeMap<DeviceId, PeerId>,
    pub(super) acks: BTreeMap<DeviceId, BTreeMap<LogId, Ack>>,
    pub(super) visits: BTreeMap<DeviceId, Visit>,
    /// Acknowledgements not written yet: they promise nothing, so they wait for the next commit.
    pub(super) noted: BTreeSet<(DeviceId, LogId)>,
    /// Visits not written yet.
    pub(super) noted_visits: BTreeSet<DeviceId>,
}

impl Space {
    /// Reads a space; `None` if it is not known.
    pub(super) fn load(store: &mut dyn SpaceLog, id: SpaceId) -> Result<Option<Self>, StoreFault> {
        let Some(membership) = membership::load(store, id)? else {
            return Ok(None);
        };
        let mut acks: BTreeMap<DeviceId, BTreeMap<LogId, Ack>> = BTreeMap::new();
        for ack in store.acks(id)? {
            acks.entry(ack.device).or_default().insert(ack.log, ack);
        }
        Ok(Some(Self {
            membership,
            heads: store
                .heads(id)?
                .into_iter()
                .map(|head| (head.log, head))
                .collect(),
            bytes: store.usage(id)?.bytes,
            live: BTreeMap::new(),
            acks,
            visits: store
                .visits(id)?
                .into_iter()
                .map(|visit| (visit.device, visit))
                .collect(),
            noted: BTreeSet::new(),
            noted_visits: BTreeSet::new(),
        }))
    }

    /// Whether a key may exchange this space: a device that belongs, or the recovery code, which
    /// reads everything in order to write one record.
    pub(super) fn admits(&self, key: &DeviceId) -> bool {
        self.membership.is_active(key) || self.membership.recovery().device == *key
    }

    pub(super) fn heads(&self) -> Vec<LogHead> {
        self.heads.values().copied().collect()
    }

    /// What others are told of a device: everything it said.
    pub(super) fn peer_acks(&self, device: DeviceId) -> Option<PeerAcks> {
        let visit = self.visits.get(&device)?;
        let acks = self.acks.get(&device).into_iter().flatten();
        let acks = acks.filter_map(|(log, ack)| {
            Some(PeerAck {
                log: *log,
                stored: ack.stored?,
                applied: ack.applied,
            })
        });
        Some(PeerAcks {
            device,
            incarnation: visit.incarnation,
            seen: visit.at.0,
            acks: acks.collect(),
        })
    }

    fn local(&self, hub: DeviceId, incarnation: [u8; 16], clock: Timestamp) -> Local {
        Local {
            space: self.membership.space(),
            device: hub,
            incarnation,
            membership: Some(self.membership.head()),
            heads: self.heads(),
            applied: Vec::new(),
            floors: Vec::new(),
            own_log: None,
            software: concat!("tawro-hub ", env!("CARGO_PKG_VERSION")).to_owned(),
            clock,
        }
    }
}

impl<S: SpaceLog + Desk> Relay<S> {
    /// Lets a peer into the space it names, or not: an unknown space and a forbidden one answer alike.
    pub(super) fn greet(&mut self, peer: PeerId, hello: Hello, now: Now) -> Result<(), StoreFault> {
        let Some(key) = self.peers.get(&peer).map(|known| known.key) else {
            return Ok(());
        };
        let (id, incarnation) = (hello.space, hello.incarnation);
        let local = match self.space(id)? {
            Some(space) if space.admits(&key) => Some(space),
            _ => None,
        };
        let Some(local) = local.map(|space| space.local(key, [0; 16], now.clock)) else {
            tracing::info!(key = %key.short(), space = %id.short(), "not let in");
            self.refuse(peer, Refusal::NotHere);
            self.end(peer, close::REFUSED);
            return Ok(());
        };
        let local = Local {
            device: self.key(),
            incarnation: self.settings.incarnation,
            ..local
        };
        let syncing = Syncing {
            space: id,
            session: Session::new(Side::Hub, local),
            incarnation,
            fetches: Default::default(),
            receipt_for: BTreeSet::new(),
            acks_at_millis: None,
            acks_of: BTreeSet::new(),
        };
        if let Some(known) = self.peers.get_mut(&peer) {
            known.stage = Stage::Syncing(Box::new(syncing));
        }
        self.replace(id, key, peer, incarnation);
        self.visited(
            id,
            Visit {
                device: key,
                incarnation,
                at: now.clock,
            },
        );
        self.session_input(peer, Input::Frame(tawro_core::wire::Message::Hello(hello)), now)
    }

    /// The space, read from the store if it is not here.
    pub(super) fn space(&mut self, id: SpaceId) -> Result<Option<&mut Space>, StoreFault> {
        if !self.spaces.contains_key(&id)
            && let Some(space) = Space::load(&mut self.store, id)?
        {
            self.spaces.insert(id, space);
        }
        Ok(self.spaces.get_mut(&id))
    }

    /// A device that comes again takes the place of its older stream, which the network may have lost
    /// without telling us.
    fn replace(&mut self, id: SpaceId, key: DeviceId, peer: PeerId, incarnation: [u8; 16]) {
        let Some(space) = self.spaces.get_mut(&id) else {
            return;
        };
        let Some(older) = space.live.insert(key, peer) else {
            return;
        };
        if let Some(Stage::Syncing(syncing)) = self.peers.get(&older).map(|known| &known.stage)
            && syncing.incarnation != incarnation
        {
            tracing::warn!(device = %key.short(), space = %id.short(), "one key, two databases: a copied device");
        }
        self.end(older, close::REPLACED);
    }

    /// Notes a visit; the others hear of it.
    fn visited(&mut self, id: SpaceId, visit: Visit) {
        let Some(space) = self.spaces.get_mut(&id) else {
            return;
        };
        if !space.membership.is_active(&visit.device) {
            return;
        }
        let before = space.visits.insert(visit.device, visit);
        if before.is_none_or(|before| before.incarnation != visit.incarnation) {
            space.acks.remove(&visit.device);
            space.noted.retain(|(device, _)| *device != visit.device);
        }
        space.noted_visits.insert(visit.device);
    }
}
