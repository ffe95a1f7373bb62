//! The end of every seed: all are honest and on, and exchange until nothing moves any more.

use tawro_core::replica::Store;

use crate::planted::Planted;
use crate::world::{Held, World};

/// Rounds in which everybody calls the hub once.
const ROUNDS_MAX: usize = 40;
/// Messages of one call.
const MESSAGES_MAX: usize = 600;

impl World {
    /// Heals, until a whole round changes nothing.
    pub(crate) fn heal(&mut self) -> Held {
        self.note("everything heals");
        self.healing = true;
        self.stop_lying();
        for at in 0..self.machines.len() {
            self.machines[at].link = None;
            if self.machines[at].replica.is_none() {
                self.restart(at)?;
            }
        }
        self.enrol()?;
        if !self.hub.enrolled {
            return Err("the association cannot enrol".to_owned());
        }
        let mut before = self.state();
        for _ in 0..ROUNDS_MAX {
            while !self.newcomers.is_empty() {
                let waiting = self.newcomers.len();
                self.begin_newcomer()?;
                if self.newcomers.len() == waiting {
                    break;
                }
            }
            for at in 0..self.machines.len() {
                self.exchange(at)?;
            }
            let after = self.state();
            if after == before {
                return Ok(());
            }
            before = after;
        }
        Err("it never becomes quiet".to_owned())
    }

    fn stop_lying(&mut self) {
        let hidden = self.machines.iter().position(|machine| machine.face != 0);
        for machine in &mut self.machines {
            machine.face = 0;
        }
        if self.has(Planted::LogSkipped) {
            let heads = self.hub.heads(0, self.space);
            let victim = hidden.unwrap_or(self.machines.len() - 1);
            if let Some(head) = self.pick(&heads) {
                let disk = self.hub.without(self.space, head.log);
                self.machines[victim].face = self.hub.show(disk);
            }
        }
    }

    /// One call, until nothing is under way.
    fn exchange(&mut self, at: usize) -> Held {
        self.connect(at)?;
        for _ in 0..MESSAGES_MAX {
            match &self.machines[at].link {
                None => return Ok(()),
                Some(link) if link.is_quiet() => {
                    let over = link.peer.closed().is_some() || link.ended;
                    if !over && !link.peer.in_sync() {
                        let name = &self.machines[at].name;
                        return Err(format!("{name} and the hub are silent, and not in agreement"));
                    }
                    return self.cut(at);
                }
                Some(link) if !link.up.is_empty() => self.deliver_up(at)?,
                Some(_) => self.deliver_down(at)?,
            }
        }
        Err(format!("{} and the hub never stop", self.machines[at].name))
    }

    /// All that can still move.
    fn state(&self) -> Vec<Vec<u8>> {
        let mut state = Vec::new();
        let mut head = |log: &[u8], seq: u64| state.push([log, &seq.to_be_bytes()].concat());
        for machine in &self.machines {
            let mut store = machine.disk.store.clone();
            for held in store.heads.values() {
                head(&held.hash.0, held.seq);
            }
            head(b"journal", store.journal.len() as u64);
            head(b"members", store.membership.len() as u64);
            head(
                b"proposals",
                store.scan("proposal/").map_or(0, |found| found.len() as u64),
            );
            head(
                b"unapplied",
                store.scan("unapplied/").map_or(0, |found| found.len() as u64),
            );
        }
        for held in self.hub.heads(0, self.space) {
            head(&held.hash.0, held.seq);
        }
        head(b"met again", self.facts.met_again);
        head(b"hub", self.hub.records(0, self.space).len() as u64);
        state
    }
}
