//! A machine: a disk that survives, a replica that does not, and the order of commit, witness, send.

use std::collections::BTreeSet;
use std::sync::Arc;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use tawro_core::crypto::DeviceSecret;
use tawro_core::id::DeviceId;
use tawro_core::replica::{MemoryStore, Peer, Replica, Witness};
use tawro_core::wire::Message;

use crate::link::Link;
use crate::model::Form;
use crate::planted::Planted;
use crate::world::{Held, World};

/// What survives a crash.
#[derive(Clone)]
pub(crate) struct Disk {
    pub(crate) store: MemoryStore,
    pub(crate) witness: Option<Witness>,
}

/// A computer with a device's data folder.
pub(crate) struct Machine {
    pub(crate) name: String,
    pub(crate) secret: [u8; 64],
    pub(crate) device: DeviceId,
    pub(crate) disk: Disk,
    /// Older copies of the disk, each with the tokens written until then.
    pub(crate) backups: Vec<(MemoryStore, BTreeSet<String>)>,
    /// None: it is off.
    pub(crate) replica: Option<Replica>,
    /// The face that the hub shows it.
    pub(crate) face: usize,
    pub(crate) link: Option<Link>,
    /// Forms that people opened and have not sent off.
    pub(crate) forms: Vec<Form>,
    /// It noticed that the hub orders another membership than it knows.
    pub(crate) told_of_split: bool,
    /// Tokens committed here.
    pub(crate) wrote: BTreeSet<String>,
}

/// Rounds of work that one message can cause.
const ROUNDS_MAX: usize = 100;

/// Where a crash falls in one round of work.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Crash {
    Never,
    BeforeCommit,
    BeforeWitness,
    BeforeSend,
}

/// What a round of work leaves.
enum Round {
    Sends(Vec<Message>),
    Over,
}

impl Machine {
    pub(crate) fn new(
        name: &str,
        secret: [u8; 64],
        device: DeviceId,
        disk: Disk,
        replica: Option<Replica>,
    ) -> Self {
        Self {
            name: name.to_owned(),
            secret,
            device,
            disk,
            backups: Vec::new(),
            replica,
            face: 0,
            link: None,
            forms: Vec::new(),
            told_of_split: false,
            wrote: BTreeSet::new(),
        }
    }

    /// Off, with all that was in memory or under way gone.
    pub(crate) fn switch_off(&mut self) {
        self.replica = None;
        self.link = None;
        self.forms.clear();
    }
}

impl World {
    /// Opens a machine's folder with its own dice, which two copies of a running machine share.
    pub(crate) fn switch_on(&mut self, at: usize, dice: &mut ChaCha8Rng) -> Held {
        let machine = &mut self.machines[at];
        let mut store = machine.disk.store.clone();
        let secret = DeviceSecret::from_bytes(&machine.secret);
        let witness = match self.planted {
            // Believes its own database.
            Some(Planted::NoWitness) => believed(&store),
            _ => machine.disk.witness,
        };
        let opened = Replica::open(
            Arc::clone(&self.schema),
            secret,
            witness.as_ref(),
            dice,
            &mut store,
        );
        let mut replica = opened.map_err(|fault| format!("{} does not open: {fault}", machine.name))?;
        if self.planted == Some(Planted::ReusedActor) {
            replica.login(None, &mut ChaCha8Rng::seed_from_u64(7));
        }
        machine.disk.store = store;
        machine.replica = Some(replica);
        Ok(())
    }

    /// Opens it with fresh dice.
    pub(crate) fn restart(&mut self, at: usize) -> Held {
        let mut dice = ChaCha8Rng::from_rng(&mut self.dice);
        self.switch_on(at, &mut dice)
    }

    /// Does what a peer of a machine has queued, round by round, and returns what may be sent.
    ///
    /// `None`: the stream is over, by a crash or because it has to be met anew.
    pub(crate) fn turn(&mut self, at: usize, peer: &mut Peer, tampered: bool) -> Held<Option<Vec<Message>>> {
        let mut out = Vec::new();
        for rounds in 0.. {
            if !peer.wants_work() {
                break;
            }
            if rounds > ROUNDS_MAX {
                return Err(format!("{} works without end", self.machines[at].name));
            }
            match self.round(at, peer, tampered)? {
                Round::Sends(messages) => out.extend(messages),
                Round::Over => return Ok(None),
            }
        }
        out.extend(std::iter::from_fn(|| peer.poll_send()));
        Ok(Some(out))
    }

    fn round(&mut self, at: usize, peer: &mut Peer, tampered: bool) -> Held<Round> {
        let crash = self.crash();
        let mut store = self.machines[at].disk.store.clone();
        let machine = &mut self.machines[at];
        let Some(replica) = machine.replica.as_mut() else {
            return Ok(Round::Over);
        };
        let work = match replica.work(peer, &mut self.dice, &mut store) {
            Ok(work) => work,
            Err(fault) => {
                self.reload(at)?;
                return if tampered || self.facts.hub_lied {
                    Ok(Round::Over)
                } else {
                    Err(format!("{} cannot work: {fault}", self.machines[at].name))
                };
            }
        };
        self.hear(at, &work.received.notices);
        let early = self.has(Planted::AckBeforeCommit) && self.once_in(2);
        if early {
            let machine = &mut self.machines[at];
            machine.disk.witness = work.witness.or(machine.disk.witness);
        }
        if early && let Some(replica) = &mut self.machines[at].replica {
            let released = peer.committed(replica);
            released.map_err(|fault| format!("an early release: {fault}"))?;
            let sends: Vec<_> = std::iter::from_fn(|| peer.poll_send()).collect();
            self.check_acks(at, &sends)?;
            self.machines[at].disk.store = store;
            return Ok(Round::Sends(sends));
        }
        if crash == Crash::BeforeCommit {
            return self.die(at, "before its commit");
        }
        self.commit(at, store)?;
        if crash == Crash::BeforeWitness {
            return self.die(at, "before its witness");
        }
        if !self.has(Planted::NoWitness) {
            let machine = &mut self.machines[at];
            machine.disk.witness = work.witness.or(machine.disk.witness);
        }
        if crash == Crash::BeforeSend {
            return self.die(at, "before it sends");
        }
        if work.meet_again {
            self.facts.met_again += 1;
            self.note(format!("{} has healed and meets anew", self.machines[at].name));
            return Ok(Round::Over);
        }
        let Some(replica) = &mut self.machines[at].replica else {
            return Ok(Round::Over);
        };
        if let Err(fault) = peer.committed(replica) {
            return self.blame(at, tampered, &fault.to_string()).map(|()| Round::Over);
        }
        Ok(Round::Sends(std::iter::from_fn(|| peer.poll_send()).collect()))
    }

    /// A peer was called false: only somebody in between or a lying hub makes that so.
    pub(crate) fn blame(&mut self, at: usize, tampered: bool, fault: &str) -> Held {
        let name = self.machines[at].name.clone();
        self.note(format!("{name} calls its peer false: {fault}"));
        if tampered || self.facts.hub_lied {
            Ok(())
        } else {
            Err(format!("{name} calls an honest peer false: {fault}"))
        }
    }

    /// What is in memory follows the disk again, after a transaction that did not happen.
    pub(crate) fn reload(&mut self, at: usize) -> Held {
        let machine = &mut self.machines[at];
        let mut store = machine.disk.store.clone();
        if let Some(replica) = machine.replica.as_mut() {
            let done = replica.reload(&mut self.dice, &mut store);
            done.map_err(|fault| format!("{} does not reload: {fault}", machine.name))?;
            machine.disk.store = store;
        }
        Ok(())
    }

    fn crash(&mut self) -> Crash {
        if self.healing || !self.once_in(60) {
            return Crash::Never;
        }
        [Crash::BeforeCommit, Crash::BeforeWitness, Crash::BeforeSend][self.below(3)]
    }

    fn die(&mut self, at: usize, when: &str) -> Held<Round> {
        let name = self.machines[at].name.clone();
        self.note(format!("{name} crashes {when}"));
        self.machines[at].switch_off();
        Ok(Round::Over)
    }
}

/// The witness as a database without one would have it.
fn believed(store: &MemoryStore) -> Option<Witness> {
    let log = tawro_core::id::LogId::from_slice(store.values.get("own/log")?)?;
    let seq = store.heads.get(&log)?.seq;
    Some(Witness { log, seq })
}
