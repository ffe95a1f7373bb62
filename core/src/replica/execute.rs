//! Commands: what a person asks becomes changes, rows and journal lines in one transaction.

use rand_core::CryptoRng;
use thiserror::Error;

use crate::command::{Command, Refusal, decide};
use crate::id::{ActorId, RecordId};
use crate::log::Item;
use crate::membership::Role;
use crate::record::{Author, pack};
use crate::replica::documents::{self, Lookup};
use crate::replica::store::Store;
use crate::replica::{Authorship, Replica, ReplicaFault, actor_key, series};
use crate::time::Timestamp;

/// What a command did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Done {
    /// The records it changed; empty if all stood so already.
    pub changed: Vec<RecordId>,
    /// The records it made, in the order in which the command names them.
    pub added: Vec<RecordId>,
}

/// Why a command was not executed; nothing of it was.
#[derive(Debug, Error)]
pub enum ExecuteFault {
    /// The person can do something about it.
    #[error("refused: {}", .0.code())]
    Refused(Refusal),
    /// This device may read and not write.
    #[error("this device may not write")]
    ReadOnly,
    /// Our data or the store.
    #[error(transparent)]
    Replica(#[from] ReplicaFault),
}

impl From<crate::replica::StoreFault> for ExecuteFault {
    fn from(fault: crate::replica::StoreFault) -> Self {
        Self::Replica(fault.into())
    }
}

impl Replica {
    /// Executes a command: durable with the transaction, sent when a peer next asks.
    ///
    /// `now` is the time shown to people beside the change; unknown is allowed.
    pub fn execute(
        &mut self,
        command: &Command,
        now: Timestamp,
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<Done, ExecuteFault> {
        if !self.may_write() {
            return Err(ExecuteFault::ReadOnly);
        }
        let numbered = series::number(command, &self.schema, &self.book(), now, store)?;
        let command = numbered.as_ref().unwrap_or(command);
        let mut author = Author::new(self.actor, now, dice);
        let mut lookup = Lookup {
            documents: &mut self.documents,
            store,
            fault: None,
        };
        let decision = match decide(command, &mut lookup, &self.schema, &mut author) {
            Ok(decision) => decision,
            Err(refusal) => {
                return Err(lookup
                    .fault
                    .map_or(ExecuteFault::Refused(refusal), ExecuteFault::Replica));
            }
        };
        let fresh = std::mem::take(&mut author.fresh);
        if !decision.changes.is_empty() {
            self.announce(now, store)?;
        }
        for actor in fresh {
            self.announce_actor(actor, now, store)?;
        }
        let mut changed = Vec::new();
        for (id, mut record) in decision.records {
            let own: Vec<_> = decision
                .changes
                .iter()
                .filter(|change| change.record == id)
                .cloned()
                .collect();
            let notes = record.notes();
            for change in &own {
                let lookup = |_, actor, seq| record.change_by(actor, seq);
                let line = Item::Change(pack::pack(change, &notes, &lookup)).to_bytes();
                store.journal_push(&line)?;
            }
            if !own.is_empty() {
                documents::write(&mut record, &own, &self.schema, store)?;
                changed.push(id);
            }
            self.documents.keep(record);
        }
        Ok(Done {
            changed,
            added: decision.added,
        })
    }

    /// This device is known as one that may write: active, not a reader, and not being removed.
    pub fn may_write(&self) -> bool {
        let device = self.device();
        let role = self.membership.member(&device).map(|member| member.role);
        self.membership.is_active(&device) && role.is_some_and(|role| role != Role::Reader)
    }

    /// Writes down, once, who stands behind the current actor.
    fn announce(&mut self, now: Timestamp, store: &mut dyn Store) -> Result<(), ReplicaFault> {
        if !self.announced {
            self.announce_actor(self.actor, now, store)?;
            self.announced = true;
        }
        Ok(())
    }

    fn announce_actor(
        &self,
        actor: ActorId,
        now: Timestamp,
        store: &mut dyn Store,
    ) -> Result<(), ReplicaFault> {
        let authorship = Authorship {
            device: self.device(),
            person: self.person,
            at: now,
            brought_by: None,
        };
        let line = self.announcement(actor, authorship, store)?;
        store.journal_push(&line)?;
        Ok(())
    }

    /// Remembers who an actor is; returns the journal line that tells others.
    pub(crate) fn announcement(
        &self,
        actor: ActorId,
        authorship: Authorship,
        store: &mut dyn Store,
    ) -> Result<Vec<u8>, ReplicaFault> {
        store.put(&actor_key(actor), Some(&authorship.to_bytes()))?;
        let Authorship {
            device, person, at, ..
        } = authorship;
        let item = if device == self.device() {
            Item::Session { actor, person, at }
        } else {
            Item::Carried {
                actor,
                device,
                person,
                at,
            }
        };
        Ok(item.to_bytes())
    }

    /// The book in which this device writes its numbers: the letter of its Add; after that, where another
    /// copy of this device may write too, the number of its own book and how many logs it has had.
    pub(super) fn book(&self) -> String {
        let device = self.device();
        let letter = self
            .membership
            .member(&device)
            .map(|member| member.letter.clone())
            .unwrap_or_default();
        let logs = self.heads.values().filter(|head| head.device == device).count();
        let logs = logs + usize::from(self.witness().is_none());
        match usize::from(self.own_book) + logs {
            0 | 1 => letter,
            book => format!("{letter}{book}"),
        }
    }
}
