//! What each record does to the membership, once the rules let it.

use std::collections::{BTreeMap, BTreeSet};

use super::body::{Body, Cut, Genesis, Role, Rotation, Wrap};
use super::fault::MemberFault;
use super::record::MemberRecord;
use super::rules;
use super::state::{Epoch, Member, Membership};
use crate::crypto::DeviceKeys;
use crate::id::SpaceId;

impl Membership {
    /// Replays a log from its genesis; the error names the position that fails.
    ///
    /// Compare [`space`](Self::space) with the space you expect: any genesis begins some space.
    pub fn replay<'a>(
        records: impl IntoIterator<Item = &'a MemberRecord>,
    ) -> Result<Self, (u32, MemberFault)> {
        let mut records = records.into_iter();
        let genesis = records.next().ok_or((0, MemberFault::NoGenesis))?;
        let mut membership = Self::begin(genesis).map_err(|fault| (0, fault))?;
        for (position, record) in (1..).zip(records) {
            membership.apply(record).map_err(|fault| (position, fault))?;
        }
        Ok(membership)
    }

    /// The membership that a genesis begins.
    pub fn begin(record: &MemberRecord) -> Result<Self, MemberFault> {
        let body = rules::check_genesis(record)?;
        let Genesis {
            nonce,
            founder,
            label,
            sequencer,
            recovery,
            key_id,
            wrap,
            recovery_wrap,
        } = body.clone();
        let mut membership = Self {
            space: SpaceId(record.hash().0),
            nonce,
            hashes: vec![record.hash()],
            sequencer,
            recovery,
            recovery_wraps: vec![(0, recovery_wrap)],
            members: Vec::new(),
            epochs: vec![Epoch {
                key_id,
                position: 0,
                old_under_new: None,
            }],
            invites: BTreeMap::new(),
            frozen: None,
            denied: BTreeSet::new(),
        };
        membership.add(founder, Role::Admin, label, 0, &[(0, wrap)]);
        Ok(membership)
    }

    /// Applies the next record, or changes nothing and says why not.
    ///
    /// A critical record of an unknown kind is applied as such: it is chained, the membership is
    /// [`frozen`](Self::frozen) and takes no further record until a newer release replays it.
    pub fn apply(&mut self, record: &MemberRecord) -> Result<(), MemberFault> {
        rules::check(self, record)?;
        rules::check_sequenced(self, record)?;
        let position = record.position();
        self.hashes.push(record.hash());
        self.denied.clear();
        match record.body() {
            Body::Genesis(_) => {}
            Body::Add(body) => {
                let body = body.as_ref().clone();
                if let Some(invite) = body.invite {
                    self.invites.remove(&invite);
                }
                self.add(
                    body.keys,
                    body.role,
                    body.label,
                    position,
                    &[(body.epoch, body.wrap)],
                );
            }
            Body::Remove(body) => {
                self.members
                    .iter_mut()
                    .filter(|member| body.devices.contains(&member.keys.device))
                    .for_each(|member| member.remove(position, &body.cut));
                self.rotate(position, &body.rotation);
            }
            Body::Rotate(rotation) => self.rotate(position, rotation),
            Body::SetRole(body) => {
                let cut = record.body().cut();
                for member in self
                    .members
                    .iter_mut()
                    .filter(|member| member.keys.device == body.device)
                {
                    member.role = body.role;
                    member.cut = cut.cloned();
                }
                if let Some(narrowing) = &body.narrowing {
                    self.rotate(position, &narrowing.rotation);
                }
            }
            Body::InviteOpen { invite, expires } => _ = self.invites.insert(*invite, *expires),
            Body::InviteClose { invite } => _ = self.invites.remove(invite),
            Body::SetRecovery(body) => {
                self.recovery = body.recovery;
                self.recovery_wraps = vec![(body.epoch, body.wrap)];
            }
            Body::SetSequencer { sequencer } => self.sequencer = *sequencer,
            Body::Recover(body) => {
                self.members
                    .iter_mut()
                    .filter(|member| member.removed_at.is_none())
                    .for_each(|member| member.remove(position, &body.cut));
                self.add(body.keys, Role::Admin, body.label.clone(), position, &[]);
                self.recovery = body.recovery;
                self.recovery_wraps.clear();
                self.rotate(position, &body.rotation);
            }
            Body::Unknown { critical, .. } => {
                if *critical {
                    self.frozen = Some(position);
                }
            }
        }
        Ok(())
    }

    fn add(
        &mut self,
        keys: DeviceKeys,
        role: Role,
        label_sealed: Vec<u8>,
        added_at: u32,
        wraps: &[(u32, Wrap)],
    ) {
        self.members.push(Member {
            keys,
            role,
            label_sealed,
            label_epoch: self.epoch(),
            added_at,
            removed_at: None,
            letter: letter(self.members.len()),
            cut: (role == Role::Reader).then(Cut::new),
            wraps: wraps.to_vec(),
        });
    }

    fn rotate(&mut self, position: u32, rotation: &Rotation) {
        let Rotation {
            epoch,
            key_id,
            wraps,
            recovery_wrap,
            old_under_new,
            closes,
            ..
        } = rotation;
        self.epochs.push(Epoch {
            key_id: *key_id,
            position,
            old_under_new: Some(*old_under_new),
        });
        self.recovery_wraps.push((*epoch, *recovery_wrap));
        for member in &mut self.members {
            if let Some(wrap) = wraps.get(&member.keys.device) {
                member.wraps.push((*epoch, *wrap));
            }
        }
        self.invites.retain(|invite, _| !closes.contains(invite));
    }

    /// Denies at once what an unsequenced removal names, until the next record is applied.
    ///
    /// Denying is safe before the order is known, as it cannot fork anything: the removal is either
    /// sequenced next, or refused and drafted again. Only a removal that could be sequenced as it
    /// stands denies anything.
    pub fn deny(&mut self, proposal: &MemberRecord) -> Result<(), MemberFault> {
        let Body::Remove(body) = proposal.body() else {
            return Err(MemberFault::NotARemoval);
        };
        rules::check(self, proposal)?;
        self.denied.extend(body.devices.iter().copied());
        Ok(())
    }

    /// Takes back what [`deny`](Self::deny) denied: the removal was refused, and what the device wrote
    /// before it must be read first.
    pub fn lift_denials(&mut self) {
        self.denied.clear();
    }
}

impl Member {
    fn remove(&mut self, position: u32, cut: &Cut) {
        self.removed_at = Some(position);
        let before = self.cut.take();
        // A device that could no longer write does not regain by leaving what it had lost before.
        let kept = |(log, seq): (&crate::id::LogId, &u64)| match &before {
            None => Some((*log, *seq)),
            Some(before) => before.get(log).map(|limit| (*log, *limit.min(seq))),
        };
        self.cut = Some(cut.iter().filter_map(kept).collect());
    }
}

/// A, B, … Z, AA, AB, …
fn letter(mut index: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(b'A' + (index % 26) as u8);
        index /= 26;
        if index == 0 {
            break;
        }
        index -= 1;
    }
    letters.iter().rev().map(|letter| char::from(*letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_z() {
        let check = |index, text| assert_eq!(letter(index), text);
        check(0, "A");
        check(25, "Z");
        check(26, "AA");
        check(27, "AB");
        check(701, "ZZ");
        check(702, "AAA");
    }
}
