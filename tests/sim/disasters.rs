//! What breaks: crashes, old disks put back, copies, and a hub that loses, hides or lies.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use tawro_core::log::Item;
use tawro_core::replica::Store;

use crate::device::Machine;
use crate::members::membership_of;
use crate::world::{Held, World};

/// Copies of devices in one seed.
const CLONES_MAX: usize = 2;

/// What may happen in one seed; the fewer of these, the more can be asked of the rest.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weather {
    pub(crate) rollbacks: bool,
    pub(crate) clones: bool,
    pub(crate) hub_set_back: bool,
    pub(crate) hub_lies: bool,
    pub(crate) tampering: bool,
    pub(crate) newer_release: bool,
}

impl Weather {
    pub(crate) fn of(world: &mut World) -> Self {
        Self {
            rollbacks: world.once_in(3),
            clones: world.once_in(3),
            hub_set_back: world.once_in(4),
            hub_lies: world.once_in(5),
            tampering: world.once_in(4),
            newer_release: world.once_in(6),
        }
    }
}

impl World {
    /// Something breaks, as far as this seed's weather allows.
    pub(crate) fn disaster(&mut self, weather: Weather) -> Held {
        match self.below(14) {
            0..2 => self.switch_one_off(),
            2..6 => self.switch_one_on(),
            6 => self.keep_a_copy(),
            7 if weather.rollbacks => self.put_a_copy_back(),
            8 if weather.clones => self.copy_a_folder(),
            9 if weather.clones => self.copy_while_running(),
            10 if weather.hub_set_back => self.set_hub_back(),
            11 if weather.hub_lies => self.hub_lies(),
            12 if weather.hub_lies => self.hub_speaks_true(),
            13 if weather.newer_release && self.once_in(3) => self.newer_release(),
            _ => self.keep_hub_copy(),
        }
    }

    fn switch_one_off(&mut self) -> Held {
        let Some(at) = self.someone_on() else {
            return Ok(());
        };
        self.note(format!("{} goes off", self.machines[at].name));
        self.machines[at].switch_off();
        Ok(())
    }

    fn switch_one_on(&mut self) -> Held {
        let off = self.those(|machine| machine.replica.is_none());
        let Some(at) = self.pick(&off) else { return Ok(()) };
        self.note(format!("{} comes on", self.machines[at].name));
        self.restart(at)
    }

    fn keep_a_copy(&mut self) -> Held {
        let at = self.below(self.machines.len());
        let machine = &mut self.machines[at];
        machine
            .backups
            .push((machine.disk.store.clone(), machine.wrote.clone()));
        Ok(())
    }

    /// The database is an older one; the witness beside it is not.
    fn put_a_copy_back(&mut self) -> Held {
        let kept = self.those(|machine| !machine.backups.is_empty());
        let Some(at) = self.pick(&kept) else { return Ok(()) };
        let which = self.below(self.machines[at].backups.len());
        let (old, new) = (
            &self.machines[at].backups[which].0.membership,
            &self.machines[at].disk.store.membership,
        );
        let orders = membership_of(old).is_some_and(|old| old.sequencer() == self.machines[at].device.0);
        if old.len() < new.len() && orders {
            // As with a copy of the device that orders: it would order another history.
            return Ok(());
        }
        let machine = &mut self.machines[at];
        machine.switch_off();
        let (store, wrote) = machine.backups[which].clone();
        machine.disk.store = store;
        machine.wrote = wrote;
        let name = machine.name.clone();
        self.note(format!("{name} has an older disk"));
        self.restart(at)
    }

    fn may_copy(&mut self) -> Option<usize> {
        if self.facts.cloned.len() >= CLONES_MAX {
            return None;
        }
        let on = self.those(|machine| machine.replica.is_some());
        self.pick(&on)
    }

    fn copy_of(&mut self, at: usize) -> usize {
        let original = &self.machines[at];
        let same = self
            .machines
            .iter()
            .filter(|machine| machine.device == original.device);
        let name = format!("{}{}", original.name.replace('\'', ""), "'".repeat(same.count()));
        let mut copy = Machine::new(
            &name,
            original.secret,
            original.device,
            original.disk.clone(),
            None,
        );
        copy.wrote = original.wrote.clone();
        self.facts.cloned.insert(original.device);
        self.machines.push(copy);
        self.machines.len() - 1
    }

    fn copy_a_folder(&mut self) -> Held {
        let Some(at) = self.may_copy() else { return Ok(()) };
        self.note(format!("{}'s folder is copied", self.machines[at].name));
        let copy = self.copy_of(at);
        self.restart(copy)
    }

    /// As a virtual machine is: both go on with one memory.
    fn copy_while_running(&mut self) -> Held {
        let Some(at) = self.may_copy() else { return Ok(()) };
        self.note(format!("{} is copied while it runs", self.machines[at].name));
        let seed = self.dice_seed();
        let copy = self.copy_of(at);
        self.machines[at].switch_off();
        self.switch_on(at, &mut ChaCha8Rng::seed_from_u64(seed))?;
        self.switch_on(copy, &mut ChaCha8Rng::seed_from_u64(seed))
    }

    fn keep_hub_copy(&mut self) -> Held {
        if self.hub.enrolled && self.once_in(3) {
            let disk = self.hub.faces[0].disk.clone();
            self.hub.backups.push(disk);
        }
        Ok(())
    }

    fn set_hub_back(&mut self) -> Held {
        let backups = self.hub.backups.clone();
        let Some(disk) = self.pick(&backups) else {
            return Ok(());
        };
        self.note("the hub has an older disk");
        self.facts.hub_set_back = true;
        self.hub_restart(0, disk);
        Ok(())
    }

    /// From now on the hub shows one machine an older state, or hides one log from it.
    fn hub_lies(&mut self) -> Held {
        if !self.hub.enrolled {
            return Ok(());
        }
        let victim = self.below(self.machines.len());
        let older = self.once_in(2);
        let backups = self.hub.backups.clone();
        let disk = match self.pick(&backups) {
            Some(disk) if older => Some(disk),
            _ => {
                let heads = self.hub.heads(0, self.space);
                self.pick(&heads)
                    .map(|head| self.hub.without(self.space, head.log))
            }
        };
        let Some(disk) = disk else { return Ok(()) };
        self.note(format!("the hub lies to {}", self.machines[victim].name));
        self.facts.hub_lied = true;
        self.machines[victim].link = None;
        self.machines[victim].face = self.hub.show(disk);
        Ok(())
    }

    fn hub_speaks_true(&mut self) -> Held {
        let lied_to = self.those(|machine| machine.face != 0);
        if let Some(at) = self.pick(&lied_to) {
            self.machines[at].link = None;
            self.machines[at].face = 0;
        }
        Ok(())
    }

    /// A newer minor release writes something that this one does not know.
    fn newer_release(&mut self) -> Held {
        let Some(at) = self.someone_on() else {
            return Ok(());
        };
        let item = Item::Unknown {
            kind: 77,
            critical: false,
            bytes: vec![1, 2, 3],
        };
        self.note(format!(
            "{} was updated and writes something new",
            self.machines[at].name
        ));
        let store = &mut self.machines[at].disk.store;
        store
            .journal_push(&item.to_bytes())
            .expect("memory does not fail");
        Ok(())
    }
}
