//! The world of one seed: an association, its devices, the hub, and what is known of all of them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use tawro_core::crypto::DeviceSecret;
use tawro_core::id::{DeviceId, EntryHash, LogId, SpaceId};
use tawro_core::membership::draft;
use tawro_core::membership::recovery::RecoverySecret;
use tawro_core::replica::{MemoryStore, Replica};
use tawro_core::schema::Schema;
use tawro_core::time::Timestamp;

use crate::device::{Disk, Machine};
use crate::hub::Hub;
use crate::model::Model;
use crate::planted::Planted;

/// What a step says: that something which must always hold does not.
pub(crate) type Held<T = ()> = Result<T, String>;

/// Everything of one seed.
pub(crate) struct World {
    pub(crate) dice: ChaCha8Rng,
    pub(crate) schema: Arc<Schema>,
    pub(crate) space: SpaceId,
    pub(crate) now: i64,
    pub(crate) machines: Vec<Machine>,
    pub(crate) newcomers: Vec<Newcomer>,
    pub(crate) hub: Hub,
    pub(crate) model: Model,
    pub(crate) facts: Facts,
    pub(crate) planted: Option<Planted>,
    /// Disasters are over: everybody is honest and nothing breaks.
    pub(crate) healing: bool,
    pub(crate) events: Vec<String>,
}

/// A device that was, or is to be, admitted and has not begun.
pub(crate) struct Newcomer {
    pub(crate) name: String,
    pub(crate) secret: [u8; 64],
    pub(crate) device: DeviceId,
}

/// What happened, as far as it decides what may be expected.
#[derive(Default)]
pub(crate) struct Facts {
    /// Devices of which there is more than one machine.
    pub(crate) cloned: BTreeSet<DeviceId>,
    /// The hub was set back to an older state at some time.
    pub(crate) hub_set_back: bool,
    /// The hub showed somebody another view than the others.
    pub(crate) hub_lied: bool,
    /// By log and number: the hash that was accepted by somebody else than its author.
    pub(crate) accepted: BTreeMap<(LogId, u64), EntryHash>,
    /// Per device put out by the hub's order: the token that came next.
    pub(crate) removed_at: BTreeMap<DeviceId, u64>,
    /// How often a device had to meet its peer anew.
    pub(crate) met_again: u64,
    /// Devices met each other without the hub.
    pub(crate) met_directly: bool,
}

impl World {
    /// An association of one device, founded a moment ago.
    pub(crate) fn new(seed: u64, planted: Option<Planted>) -> Self {
        let mut dice = ChaCha8Rng::seed_from_u64(seed);
        let schema = Arc::new(Schema::builtin());
        let secret = DeviceSecret::generate(&mut dice);
        let recovery = RecoverySecret::generate(&mut dice);
        let genesis = draft::genesis(&secret, "A", &recovery.keys(), &mut dice).expect("a genesis");
        let hub = Hub::new(&mut dice);
        let (bytes, device) = (*secret.to_bytes(), secret.id());
        let mut store = MemoryStore::default();
        let replica = Replica::found(Arc::clone(&schema), secret, &genesis, &mut dice, &mut store);
        let replica = replica.expect("a space is founded");
        let space = replica.space();
        let disk = Disk { store, witness: None };
        let founder = Machine::new("A", bytes, device, disk, Some(replica));
        Self {
            dice,
            schema,
            space,
            now: 1_795_462_200,
            machines: vec![founder],
            newcomers: Vec::new(),
            hub,
            model: Model::default(),
            facts: Facts::default(),
            planted,
            healing: false,
            events: Vec::new(),
        }
    }

    /// A number below `n`.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        (self.dice.next_u64() % n.max(1) as u64) as usize
    }

    /// True once in `n` times.
    pub(crate) fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// One of these, if there is any.
    pub(crate) fn pick<T: Clone>(&mut self, of: &[T]) -> Option<T> {
        if of.is_empty() {
            return None;
        }
        let at = self.below(of.len());
        Some(of[at].clone())
    }

    /// The time of the next change; clocks of old laptops stand still or are unknown.
    pub(crate) fn clock(&mut self) -> Timestamp {
        self.now += 1;
        if self.once_in(20) {
            Timestamp::UNKNOWN
        } else {
            Timestamp(self.now)
        }
    }

    pub(crate) fn note(&mut self, event: impl Into<String>) {
        self.events.push(event.into());
    }

    /// Machines for which this holds.
    pub(crate) fn those(&self, wanted: impl Fn(&Machine) -> bool) -> Vec<usize> {
        let all = self.machines.iter().enumerate();
        all.filter(|(_, machine)| wanted(machine))
            .map(|(at, _)| at)
            .collect()
    }

    /// One of the machines that are on.
    pub(crate) fn someone_on(&mut self) -> Option<usize> {
        let on = self.those(|machine| machine.replica.is_some());
        self.pick(&on)
    }

    /// Whether this very fault is planted.
    pub(crate) fn has(&self, fault: Planted) -> bool {
        self.planted == Some(fault)
    }
}
