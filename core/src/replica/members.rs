//! Decisions about who belongs: drafted here, ordered by the sequencer, drafted again when another
//! was first.

use std::collections::{BTreeMap, BTreeSet};

use rand_core::CryptoRng;
use thiserror::Error;

use crate::crypto::DeviceSecret;
use crate::id::{DeviceId, InviteId, LogId, MemberHash};
use crate::membership::draft::{self, DraftRefusal, Newcomer, RoleChange};
use crate::membership::{
    Allowance, Body, Keyring, KeyringSource, MemberFault, MemberRecord, RecoveryKeys, Role, SequenceRefusal,
    sequence,
};
use crate::replica::received::{Notice, Received};
use crate::replica::store::Store;
use crate::replica::{Replica, ReplicaFault, StoreFault};
use crate::time::Timestamp;

/// What an admin decides.
#[derive(Debug, Clone)]
pub enum Intent {
    /// Opens an invitation.
    Invite {
        /// Its name.
        invite: InviteId,
        /// Until when the hub lets somebody ask by it.
        expires: Timestamp,
    },
    /// Closes an invitation.
    CloseInvite(InviteId),
    /// Admits a device.
    Admit(Newcomer),
    /// Puts devices out: they get nothing written from here on.
    Remove(BTreeSet<DeviceId>),
    /// Says what a device may do.
    SetRole {
        /// Whose.
        device: DeviceId,
        /// What.
        role: Role,
    },
    /// Takes a fresh key.
    Rotate,
    /// Hands the ordering of these decisions to another key: to enrol at a hub is this.
    HandOver([u8; 32]),
    /// Replaces the recovery code.
    ChangeRecovery(RecoveryKeys),
}

/// Why a decision about members does not stand.
#[derive(Debug, Error)]
pub enum MembersFault {
    /// It would not hold.
    #[error(transparent)]
    Draft(#[from] DraftRefusal),
    /// This device orders the decisions and refused.
    #[error(transparent)]
    Sequence(#[from] SequenceRefusal),
    /// A record from a peer does not follow on what is here.
    #[error("the membership record at position {position} does not hold")]
    Record {
        /// Where.
        position: u32,
        /// Why.
        #[source]
        fault: MemberFault,
    },
    /// Our data or the store.
    #[error(transparent)]
    Replica(#[from] ReplicaFault),
}

impl From<StoreFault> for MembersFault {
    fn from(fault: StoreFault) -> Self {
        Self::Replica(fault.into())
    }
}

const PROPOSALS: &str = "proposal/";

impl Replica {
    /// Decides about members. Where this device orders the decisions, it stands at once; otherwise it
    /// is kept and proposed at the next contact. A removal blocks here from now on either way.
    pub fn decide_members(
        &mut self,
        intent: &Intent,
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<(), MembersFault> {
        let draft = self.draft(intent, dice)?;
        if self.membership.sequencer() == self.device().0 {
            let heads = |device: &DeviceId| self.heads_of(device);
            let record = sequence(draft, &self.membership, &self.secret, &heads)?;
            let mut received = Received::default();
            return self.append_member(&record, &mut received, dice, store);
        }
        if matches!(intent, Intent::Remove(_)) {
            self.membership.deny(&draft).map_err(DraftRefusal::from)?;
        }
        // After the last one that waits: a count would name one that waits still, once an older is settled.
        let last = store.scan(PROPOSALS)?.pop();
        let last = last.and_then(|(key, _)| key.strip_prefix(PROPOSALS)?.parse::<u32>().ok());
        let number = last.map_or(0, |last| last.saturating_add(1));
        store.put(&format!("{PROPOSALS}{number:06}"), Some(draft.bytes()))?;
        Ok(())
    }

    /// Decisions that are not ordered yet.
    pub fn proposals(&self, store: &mut dyn Store) -> Result<Vec<MemberRecord>, StoreFault> {
        let stored = store.scan(PROPOSALS)?;
        Ok(stored
            .iter()
            .filter_map(|(_, bytes)| MemberRecord::from_bytes(bytes).ok())
            .collect())
    }

    /// What a device is called, if this device can read it.
    pub fn label(&self, device: &DeviceId) -> Option<String> {
        self.membership
            .member(device)
            .and_then(|member| self.keyring.label(member))
    }

    /// The key that signs the association's numbers; none if this device does not reach the first epoch's.
    pub fn statistics(&self) -> Option<DeviceSecret> {
        self.keyring.statistics()
    }

    fn draft(&self, intent: &Intent, dice: &mut dyn CryptoRng) -> Result<MemberRecord, DraftRefusal> {
        let (members, keys, by) = (&self.membership, &self.keyring, &self.secret);
        match intent {
            Intent::Invite { invite, expires } => draft::invite_open(members, by, *invite, *expires),
            Intent::CloseInvite(invite) => draft::invite_close(members, by, *invite),
            Intent::Admit(newcomer) => draft::add(members, keys, by, newcomer, dice),
            Intent::Remove(devices) => {
                let cut = devices.iter().flat_map(|device| self.heads_of(device)).collect();
                draft::remove(members, keys, by, devices, cut, dice)
            }
            Intent::SetRole { device, role } => {
                let narrows = members.member(device).is_some_and(|member| *role > member.role);
                let reader = narrows && *role == Role::Reader;
                let cut = if reader {
                    self.heads_of(device).into_iter().collect()
                } else {
                    BTreeMap::new()
                };
                draft::set_role(
                    members,
                    keys,
                    by,
                    RoleChange {
                        device: *device,
                        role: *role,
                        cut,
                    },
                    dice,
                )
            }
            Intent::Rotate => draft::rotate(
                members,
                keys,
                by,
                members.invites().keys().copied().collect(),
                dice,
            ),
            Intent::HandOver(sequencer) => draft::set_sequencer(members, by, *sequencer),
            Intent::ChangeRecovery(recovery) => draft::set_recovery(members, keys, by, recovery, dice),
        }
    }

    /// The intent that a stored draft was made for; none for a record that no draft of ours is.
    fn intent_of(&self, draft: &MemberRecord) -> Option<Intent> {
        Some(match draft.body() {
            Body::InviteOpen { invite, expires } => Intent::Invite {
                invite: *invite,
                expires: *expires,
            },
            Body::InviteClose { invite } => Intent::CloseInvite(*invite),
            Body::Add(add) => Intent::Admit(Newcomer {
                keys: add.keys,
                role: add.role,
                label: self.keyring.label_of(add)?,
                invite: add.invite,
            }),
            Body::Remove(remove) => Intent::Remove(remove.devices.clone()),
            Body::SetRole(set) => Intent::SetRole {
                device: set.device,
                role: set.role,
            },
            Body::Rotate(_) => Intent::Rotate,
            Body::SetSequencer { sequencer } => Intent::HandOver(*sequencer),
            Body::SetRecovery(set) => Intent::ChangeRecovery(set.recovery),
            _ => return None,
        })
    }

    fn heads_of(&self, device: &DeviceId) -> Vec<(LogId, u64)> {
        let own = self.heads.values().filter(|head| head.device == *device);
        own.map(|head| (head.log, head.seq)).collect()
    }

    /// Takes records that the sequencer signed; stops at the first that does not follow.
    pub fn receive_members(
        &mut self,
        records: &[Vec<u8>],
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<Received, MembersFault> {
        let mut received = Received::default();
        for bytes in records {
            let Ok(record) = MemberRecord::from_bytes(bytes) else {
                let (head, _) = self.membership.head();
                return Err(MembersFault::Record {
                    position: head + 1,
                    fault: MemberFault::Unreadable,
                });
            };
            match self.membership.hash_at(record.position()) {
                Some(known) if known == record.hash() => {}
                Some(_) => {
                    received.notices.push(Notice::SplitMembership {
                        position: record.position(),
                    });
                    break;
                }
                None => match self.append_member(&record, &mut received, dice, store) {
                    Err(MembersFault::Record {
                        position,
                        fault: MemberFault::Prev,
                    }) => {
                        received.notices.push(Notice::SplitMembership { position });
                        break;
                    }
                    appended => appended?,
                },
            }
        }
        Ok(received)
    }

    fn append_member(
        &mut self,
        record: &MemberRecord,
        received: &mut Received,
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<(), MembersFault> {
        let position = record.position();
        self.membership
            .apply(record)
            .map_err(|fault| MembersFault::Record { position, fault })?;
        store.push_membership(position, record.bytes())?;
        self.keyring = open_keyring(&self.membership, &self.secret)?;
        // After a removal, and after this device became one that may write.
        self.carry(received, store)?;
        self.unlock(received, dice, store)?;
        // A refused removal denies nothing until what it lacked is here.
        if self.redraft {
            Ok(())
        } else {
            self.draft_again(dice, store)
        }
    }

    /// Puts back into the journal what an excluded device wrote beyond its cut and others may have
    /// built upon, and takes its log back to the cut, as everyone has it.
    fn carry(&mut self, received: &mut Received, store: &mut dyn Store) -> Result<(), ReplicaFault> {
        let heads: Vec<_> = self.heads.values().copied().collect();
        for head in heads {
            let keep = match self.membership.allowance(&head.device, &head.log) {
                Allowance::Whole => continue,
                Allowance::UpTo(limit) if limit >= head.seq => continue,
                Allowance::UpTo(limit) => Some(limit),
                Allowance::Nothing => None,
            };
            if head.device == self.device() || !self.may_write() {
                continue;
            }
            let (log, taken) = (head.log, self.take_back(head.log, keep, store)?);
            let items = taken.items;
            received.notices.push(Notice::Carried { log, items });
            if taken.unread > 0 {
                let entries = taken.unread;
                received.notices.push(Notice::LeftBehind { log, entries });
            }
        }
        Ok(())
    }

    /// Drafts of ours that stand now are done with; the others are made anew for the new head.
    pub(crate) fn draft_again(
        &mut self,
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<(), MembersFault> {
        for (key, bytes) in store.scan(PROPOSALS)? {
            let draft = MemberRecord::from_bytes(&bytes).ok();
            let stands =
                |draft: &MemberRecord| self.membership.hash_at(draft.position()) == Some(draft.hash());
            let open = draft.filter(|draft| !stands(draft));
            let intent = open.and_then(|draft| self.intent_of(&draft));
            // What cannot be drafted any more was settled by somebody else, or is not ours to decide.
            let again = intent.and_then(|intent| self.draft(&intent, dice).ok());
            if let Some(draft) = &again {
                let _denied_where_it_removes = self.membership.deny(draft);
            }
            store.put(&key, again.as_ref().map(MemberRecord::bytes))?;
        }
        Ok(())
    }

    /// Denies again what unsequenced removals of ours name, after opening.
    pub(crate) fn deny_removals(&mut self, store: &mut dyn Store) -> Result<(), StoreFault> {
        for draft in self.proposals(store)? {
            if matches!(draft.body(), Body::Remove(_)) {
                let _stale_drafts_deny_nothing = self.membership.deny(&draft);
            }
        }
        Ok(())
    }

    /// Forgets a decision that the sequencer will not have.
    pub(crate) fn drop_proposal(
        &mut self,
        draft: MemberHash,
        store: &mut dyn Store,
    ) -> Result<(), MembersFault> {
        for (key, bytes) in store.scan(PROPOSALS)? {
            if MemberRecord::from_bytes(&bytes).is_ok_and(|record| record.hash() == draft) {
                store.put(&key, None)?;
            }
        }
        // A removal blocks until it is ordered or refused; what other drafts deny stays denied.
        self.membership.lift_denials();
        self.deny_removals(store)?;
        Ok(())
    }
}

/// The keys that this device holds; a device that was removed keeps what it had.
pub(crate) fn open_keyring(
    membership: &crate::membership::Membership,
    secret: &DeviceSecret,
) -> Result<Keyring, ReplicaFault> {
    Keyring::open(membership, KeyringSource::Device(secret)).map_err(ReplicaFault::Keys)
}
