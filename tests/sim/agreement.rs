//! "Equal means": what must hold when all have healed.

use std::collections::BTreeSet;

use tawro_core::log::LogHead;
use tawro_core::membership::{Allowance, Membership};
use tawro_core::replica::{MemoryStore, Unapplied};

use crate::device::Machine;
use crate::model::{NOTE, Write, all_tokens, read, tokens, values};
use crate::world::{Held, World};

impl World {
    /// All that is asked at the end of a seed. `kept`: the tokens that nobody may lose.
    pub(crate) fn check_agreement(&self, kept: &BTreeSet<String>) -> Held {
        let Some(membership) = self.hub.membership(self.space) else {
            return Err("the hub has no membership".to_owned());
        };
        self.check_removed(&membership)?;
        let active =
            self.those(|machine| membership.is_active(&machine.device) && !self.is_split_off(machine));
        let agreeing: Vec<usize> = active
            .into_iter()
            .filter(|at| self.has_nothing_of_its_own(*at))
            .collect();
        let Some(first) = agreeing.first().copied() else {
            return Err("nobody is left that agrees".to_owned());
        };
        for machine in &self.machines {
            let talks = membership.is_active(&machine.device);
            if talks && self.is_split_off(machine) && !machine.told_of_split {
                return Err(format!("{} was split off and never noticed", machine.name));
            }
        }
        for at in &agreeing {
            self.check_applied(*at)?;
        }
        for at in &agreeing {
            self.check_equal(first, *at)?;
        }
        let store = &self.machines[first].disk.store;
        let found = all_tokens(store);
        if let Some(lost) = kept.iter().find(|token| !found.contains(*token)) {
            return Err(format!("{lost} is lost"));
        }
        self.check_records(store, &found)?;
        self.check_values(store)
    }

    /// What everybody who counts has on the disk before healing: it must be there afterwards.
    pub(crate) fn kept(&self) -> BTreeSet<String> {
        let mut kept = BTreeSet::new();
        for machine in &self.machines {
            kept.extend(all_tokens(&machine.disk.store));
            kept.extend(machine.wrote.iter().cloned());
        }
        kept
    }

    /// Of what was kept, what only somebody had who was put out before it could be sent.
    pub(crate) fn lost_with_reason(&self, before: &[(usize, BTreeSet<String>)]) -> BTreeSet<String> {
        let membership = self.hub.membership(self.space);
        let counts = |at: &usize| {
            let device = self.machines[*at].device;
            membership
                .as_ref()
                .is_some_and(|membership| membership.is_active(&device))
                && !self.is_split_off(&self.machines[*at])
                && self.has_nothing_of_its_own(*at)
        };
        let of_others: BTreeSet<_> = before
            .iter()
            .filter(|(at, _)| counts(at))
            .flat_map(|(_, tokens)| tokens)
            .collect();
        let all = before.iter().flat_map(|(_, tokens)| tokens);
        all.filter(|token| !of_others.contains(token)).cloned().collect()
    }

    /// A hub that shows several states, or was set back and then ordered other decisions in the place of
    /// those it lost, has split the association. Nobody can say which half is right: all that can be
    /// asked is that the halves do not mix, and that who is split off is told.
    fn is_split_off(&self, machine: &Machine) -> bool {
        let ordered = self.hub.records(0, self.space);
        let known = &machine.disk.store.membership;
        let parts = ordered.iter().zip(known).any(|(ordered, known)| ordered != known);
        parts && (self.facts.hub_set_back || self.facts.hub_lied)
    }

    /// A reader's own changes from before it became one stay with it, and it says so; so does what it
    /// has, from a meeting without a hub, of a device that was excluded meanwhile.
    fn has_nothing_of_its_own(&self, at: usize) -> bool {
        let machine = &self.machines[at];
        let mut store = machine.disk.store.clone();
        let Some(replica) = &machine.replica else {
            return false;
        };
        let is_beyond = |head: &LogHead| match replica.membership().allowance(&head.device, &head.log) {
            Allowance::Whole => false,
            Allowance::UpTo(limit) => head.seq > limit,
            Allowance::Nothing => true,
        };
        let has_more = store.heads.values().any(is_beyond);
        let has_own = replica.unsynced(&mut store).is_ok_and(|unsynced| unsynced > 0);
        replica.may_write() || !(has_own || has_more)
    }

    fn agree_all(&self) -> bool {
        (0..self.machines.len()).all(|at| self.has_nothing_of_its_own(at))
    }

    fn check_equal(&self, first: usize, other: usize) -> Held {
        let (a, b) = (&self.machines[first], &self.machines[other]);
        let (left, right) = (&a.disk.store.rows, &b.disk.store.rows);
        if left == right {
            return Ok(());
        }
        let differs = left.iter().find(|(id, row)| right.get(id) != Some(*row));
        let lacks = right.keys().find(|id| !left.contains_key(id));
        Err(format!(
            "{} and {} differ: {:?} {:?} against {:?}",
            a.name,
            b.name,
            lacks,
            differs.map(|(_, row)| row),
            differs.and_then(|(id, _)| right.get(id)),
        ))
    }

    fn check_applied(&self, at: usize) -> Held {
        let machine = &self.machines[at];
        let mut store = machine.disk.store.clone();
        let Some(replica) = &machine.replica else {
            return Ok(());
        };
        let status = replica
            .status(&mut store)
            .map_err(|fault| format!("no status: {fault}"))?;
        let unread = status.unapplied.iter().find(|(_, reason)| match reason {
            // What a newer release wrote stays unread, and is kept.
            Unapplied::Unreadable => false,
            // What it waits for may be with a reader, who was to bring it and may not any more.
            Unapplied::Waits(_) => !self.facts.met_directly || self.agree_all(),
            _ => true,
        });
        if let Some((place, reason)) = unread {
            return Err(format!("{} has not applied {place:?}: {reason:?}", machine.name));
        }
        if replica.may_write() && status.unsynced > 0 {
            return Err(format!(
                "{} still has {} changes of its own",
                machine.name, status.unsynced
            ));
        }
        if status.proposals > 0 {
            return Err(format!(
                "{} still has {} proposals",
                machine.name, status.proposals
            ));
        }
        Ok(())
    }

    fn check_removed(&self, membership: &Membership) -> Held {
        for head in self.hub.heads(0, self.space) {
            let beyond = match membership.allowance(&head.device, &head.log) {
                Allowance::Whole => false,
                Allowance::UpTo(limit) => head.seq > limit,
                Allowance::Nothing => true,
            };
            // One that was set back, or shows several states, took in what it would have refused; no device
            // takes that from it.
            if beyond && !self.facts.hub_set_back && !self.facts.hub_lied {
                return Err(format!(
                    "the hub holds {:?}/{} beyond the cut",
                    head.log, head.seq
                ));
            }
        }
        if self.facts.hub_set_back || self.facts.hub_lied {
            return Ok(());
        }
        for machine in &self.machines {
            let Some(number) = self.facts.removed_at.get(&machine.device) else {
                continue;
            };
            for token in all_tokens(&machine.disk.store) {
                let Some(write) = self.model.writes.get(&token) else {
                    continue;
                };
                // An imported row may have been imported there as well.
                let own = write.device == machine.device || !token.starts_with('t');
                if write.number > *number && !own {
                    return Err(format!(
                        "{} was removed and sees {token}, written after",
                        machine.name
                    ));
                }
            }
        }
        Ok(())
    }

    /// As many records as were put in, imported ones once.
    fn check_records(&self, store: &MemoryStore, found: &BTreeSet<String>) -> Held {
        let writes = found.iter().filter_map(|token| self.model.writes.get(token));
        let records: BTreeSet<_> = writes.map(|write| write.record).collect();
        let rows: BTreeSet<_> = store.rows.keys().copied().collect();
        // A reader may keep what others lack: it says so, and cannot send it.
        if records == rows || (self.facts.met_directly && !self.agree_all()) {
            return Ok(());
        }
        Err(format!(
            "{} records were put in, {} are there",
            records.len(),
            rows.len()
        ))
    }

    /// Nothing was overwritten by somebody who had not seen it, and all texts are whole.
    fn check_values(&self, store: &MemoryStore) -> Held {
        for id in store.rows.keys() {
            let Some(record) = read(store, *id) else {
                return Err(format!("{id:?} cannot be read"));
            };
            let tokens = tokens(&record);
            let overwritten: BTreeSet<_> = tokens
                .iter()
                .filter_map(|token| self.model.writes.get(token))
                .flat_map(|write| &write.shown)
                .collect();
            let note: String = values(&record, NOTE).concat();
            for token in &tokens {
                let Some(write) = self.model.writes.get(token) else {
                    return Err(format!("nobody wrote {token}"));
                };
                let stands = if write.cell == NOTE {
                    note.contains(token.as_str())
                } else {
                    values(&record, &write.cell).contains(token)
                };
                let expected = write.cell == NOTE || !overwritten.contains(token);
                let again = stands && self.may_be_written_again(write);
                if stands != expected && !again {
                    let what = if stands {
                        "stands, and was replaced"
                    } else {
                        "was overwritten in silence"
                    };
                    return Err(format!("{token} in {} of {id:?} {what}", write.cell));
                }
            }
        }
        Ok(())
    }

    /// A copy whose hub lost what the other copy sent writes that again: the value shows beside those
    /// that replaced it, and nothing is lost.
    fn may_be_written_again(&self, write: &Write) -> bool {
        self.facts.hub_set_back && self.facts.cloned.contains(&write.device)
    }
}
