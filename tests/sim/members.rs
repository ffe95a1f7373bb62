//! Who belongs: founding without a hub, enrolling, admitting, removing, rotating, narrowing.

use std::collections::BTreeSet;

use rand_chacha::rand_core::Rng;
use tawro_core::crypto::DeviceSecret;
use tawro_core::id::DeviceId;
use tawro_core::membership::draft::Newcomer as Applicant;
use tawro_core::membership::ticket::{client_proof, ticket_id};
use tawro_core::membership::{MemberRecord, Membership, Role};
use tawro_core::replica::{Intent, MembersFault, MemoryStore};
use tawro_core::time::Timestamp;
use tawro_core::wire::{Enrol, Message};
use tawro_hub::relay::Event;
use tawro_hub::store::{Desk, Ticket};

use crate::device::{Disk, Machine};
use crate::world::{Held, Newcomer, World};

/// Devices that one association of the simulation ever has.
const DEVICES_MAX: usize = 6;

impl World {
    /// Somebody decides something about members, or a newcomer begins.
    pub(crate) fn membership_step(&mut self) -> Held {
        self.begin_newcomer()?;
        let Some(at) = self.someone_on() else {
            return Ok(());
        };
        if self.may_order_twice(at) {
            return Ok(());
        }
        let others: Vec<DeviceId> = self.others(at);
        match self.below(10) {
            0..4 => self.admit(at),
            4..6 => self.decide(at, &Intent::Rotate),
            6..8 => match self.pick(&others) {
                Some(device) => self.decide(at, &Intent::Remove(BTreeSet::from([device]))),
                None => Ok(()),
            },
            _ => match self.pick(&others) {
                Some(device) => {
                    let role = [Role::Reader, Role::Member, Role::Admin][self.below(3)];
                    self.decide(at, &Intent::SetRole { device, role })
                }
                None => Ok(()),
            },
        }
    }

    /// Two copies of the device that orders the decisions would order two histories, and nobody could
    /// say which is the association's. Nothing heals that, so it is left out.
    fn may_order_twice(&self, at: usize) -> bool {
        let machine = &self.machines[at];
        self.facts.cloned.contains(&machine.device) && self.orders(at)
    }

    /// Whether a machine orders decisions itself, as the founder does before the hub.
    pub(crate) fn orders(&self, at: usize) -> bool {
        let machine = &self.machines[at];
        let replica = machine.replica.as_ref();
        replica.is_some_and(|replica| replica.membership().sequencer() == machine.device.0)
    }

    fn others(&self, at: usize) -> Vec<DeviceId> {
        let machine = &self.machines[at];
        let Some(replica) = &machine.replica else {
            return Vec::new();
        };
        let active = replica.membership().active().map(|member| member.keys.device);
        active.filter(|device| *device != machine.device).collect()
    }

    /// An admin lets a device in; it begins when its record is ordered.
    pub(crate) fn admit(&mut self, at: usize) -> Held {
        let known = self
            .machines
            .iter()
            .map(|machine| machine.device)
            .collect::<BTreeSet<_>>();
        if known.len() + self.newcomers.len() >= DEVICES_MAX {
            return Ok(());
        }
        let secret = DeviceSecret::generate(&mut self.dice);
        let name = char::from(b'A' + (known.len() + self.newcomers.len()) as u8).to_string();
        let role = [Role::Admin, Role::Member, Role::Member, Role::Admin, Role::Reader][self.below(5)];
        let applicant = Applicant {
            keys: secret.keys(),
            role,
            label: name.clone(),
            invite: None,
        };
        self.newcomers.push(Newcomer {
            name,
            device: secret.id(),
            secret: *secret.to_bytes(),
        });
        self.decide(at, &Intent::Admit(applicant))
    }

    fn decide(&mut self, at: usize, intent: &Intent) -> Held {
        let machine = &mut self.machines[at];
        let name = machine.name.clone();
        let mut store = machine.disk.store.clone();
        let Some(replica) = machine.replica.as_mut() else {
            return Ok(());
        };
        match replica.decide_members(intent, &mut self.dice, &mut store) {
            Ok(()) => {}
            Err(MembersFault::Draft(_) | MembersFault::Sequence(_)) => return self.reload(at),
            Err(fault) => return Err(format!("{name} cannot decide: {fault}")),
        }
        let what = match intent {
            Intent::Admit(newcomer) => format!("admits {} as {:?}", newcomer.label, newcomer.role),
            Intent::Remove(devices) => format!("removes {}", self.names(devices)),
            Intent::SetRole { device, role } => {
                format!("makes {} {role:?}", self.names(&BTreeSet::from([*device])))
            }
            Intent::Rotate => "rotates".to_owned(),
            _ => "hands over".to_owned(),
        };
        self.note(format!("{name} {what}"));
        self.commit(at, store)?;
        if let Some(link) = self.machines[at].link.as_mut() {
            link.peer.nudge();
        }
        Ok(())
    }

    fn names(&self, devices: &BTreeSet<DeviceId>) -> String {
        let of = self
            .machines
            .iter()
            .filter(|machine| devices.contains(&machine.device));
        of.map(|machine| machine.name.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// A newcomer whose record is ordered makes its folder.
    pub(crate) fn begin_newcomer(&mut self) -> Held {
        let records = if self.hub.enrolled {
            self.hub.records(0, self.space)
        } else {
            self.machines[0].disk.store.membership.clone()
        };
        let Some(membership) = membership_of(&records) else {
            return Err("the membership does not replay".to_owned());
        };
        let ready = |newcomer: &Newcomer| membership.is_active(&newcomer.device);
        let Some(at) = self.newcomers.iter().position(ready) else {
            return Ok(());
        };
        let Newcomer { name, secret, device } = self.newcomers.remove(at);
        self.note(format!("{name} begins"));
        let store = MemoryStore {
            membership: records,
            ..MemoryStore::default()
        };
        let disk = Disk { store, witness: None };
        self.machines
            .push(Machine::new(&name, secret, device, disk, None));
        self.restart(self.machines.len() - 1)
    }

    /// The founding device brings the association to the hub; may be done again after any interruption.
    pub(crate) fn enrol(&mut self) -> Held {
        if self.hub.enrolled {
            return Ok(());
        }
        let key = self.hub.key;
        let sequencer = |machine: &Machine| {
            let replica = machine.replica.as_ref();
            replica.is_some_and(|replica| {
                let ordering = replica.membership().sequencer();
                replica.membership().is_active(&machine.device)
                    && (ordering == machine.device.0 || ordering == key.0)
            })
        };
        let Some(at) = self.those(sequencer).first().copied() else {
            return Ok(());
        };
        let ordering = self.machines[at]
            .replica
            .as_ref()
            .map(|replica| replica.membership().sequencer());
        if ordering != Some(key.0) {
            self.decide(at, &Intent::HandOver(key.0))?;
            if self.once_in(8) && !self.healing {
                return Ok(());
            }
        }
        self.upload(at)
    }

    fn upload(&mut self, at: usize) -> Held {
        let secret = self.hub.ticket;
        self.hub.prepare(|store| {
            let ticket = Ticket {
                id: ticket_id(&secret),
                secret,
                name: String::new(),
                made: Timestamp(1),
                expires: Timestamp(i64::MAX),
                used_by: None,
            };
            store.ticket_keep(&ticket).expect("memory does not fail");
        });
        let device = self.machines[at].device;
        let question = Enrol {
            ticket: ticket_id(&secret),
            device,
            proof: client_proof(&secret, &self.hub.key.0, &device),
            space: Some(self.space),
            records: self.machines[at].disk.store.membership.clone(),
        };
        let peer = self.hub.next_peer();
        let message = Message::Enrol(question);
        self.hub_turn(
            0,
            vec![
                Event::Opened { peer, key: device },
                Event::Received { peer, message },
            ],
        )?;
        if !self.hub.records(0, self.space).is_empty() {
            self.note(format!("{} enrols", self.machines[at].name));
            self.hub.enrolled = true;
            let disk = self.hub.faces[0].disk.clone();
            self.hub.backups.push(disk);
        }
        Ok(())
    }

    /// A seed for dice of somebody's own.
    pub(crate) fn dice_seed(&mut self) -> u64 {
        self.dice.next_u64()
    }
}

/// The membership that records add up to, if they do.
pub(crate) fn membership_of(records: &[Vec<u8>]) -> Option<Membership> {
    let records = records.iter().map(|bytes| MemberRecord::from_bytes(bytes).ok());
    Membership::replay(&records.collect::<Option<Vec<_>>>()?).ok()
}
