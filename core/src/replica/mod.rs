//! `Replica`: the one door for whoever embeds an association's records.
//!
//! A replica joins what the rest of core keeps apart: commands become changes, changes a journal,
//! the journal sealed entries, entries of others become records again. It performs no IO; every
//! method that reads or writes takes the [`Store`] transaction, the time and the dice it needs.
//!
//! After a transaction that did not commit, what a replica holds in memory is ahead of the store:
//! call [`Replica::reload`] before anything else.

mod documents;

mod store;
pub use store::{Document, Store, StoreFault, TailSize};

mod memory;
pub use memory::MemoryStore;

mod execute;
pub use execute::{Done, ExecuteFault};

mod series;

mod seal;
pub use seal::Hindrance;

mod receive;
mod received;
pub use received::{Notice, Received};

mod unapplied;
pub use unapplied::Unapplied;

mod members;
pub use members::{Intent, MembersFault};

mod copies;
mod incarnation;
pub use incarnation::Witness;

mod shown;

mod peer;
pub use peer::{Peer, Work};

#[cfg(test)]
mod tests;

mod status;
pub use status::{DeviceStatus, Status};

use std::collections::BTreeMap;
use std::sync::Arc;

use rand_core::CryptoRng;
use thiserror::Error;

use crate::crypto::DeviceSecret;
use crate::id::{ActorId, DeviceId, LogId, RecordId, SpaceId};
use crate::log::LogHead;
use crate::membership::{Keyring, KeyringFault, MemberFault, MemberRecord, Membership};
use crate::record::{Record, RecordFault};
use crate::schema::Schema;
use crate::time::Timestamp;
use documents::Documents;
use unapplied::Waiting;

/// One association's records on one device.
pub struct Replica {
    schema: Arc<Schema>,
    secret: DeviceSecret,
    membership: Membership,
    keyring: Keyring,
    heads: BTreeMap<LogId, LogHead>,
    /// The log this incarnation writes. Named before its first entry: two copies of a running device
    /// then begin the same one, and find out.
    own_log: LogId,
    /// Names this database to peers: what it acknowledged holds for no older copy of it.
    incarnation: [u8; 16],
    /// The book of numbers this database began when it was brought back; 0 before.
    own_book: u16,
    actor: ActorId,
    person: Option<RecordId>,
    /// The actor stands in the journal: others will know who wrote.
    announced: bool,
    /// Another copy of this device writes, and what waits was not compared with what it sent.
    doubted: bool,
    /// What the file outside the database is known to say, or was asked to say last.
    witnessed: Option<Witness>,
    /// A removal was refused for what we had not read: draft it again once that is here.
    redraft: bool,
    documents: Documents,
    waiting: Waiting,
}

/// What goes wrong beneath a replica: our own data, or the store.
#[derive(Debug, Error)]
pub enum ReplicaFault {
    /// The store failed; nothing of the transaction counts.
    #[error(transparent)]
    Store(#[from] StoreFault),
    /// A document cannot be read; rows may be rebuilt from the log while it is whole.
    #[error("the document of {id} cannot be read")]
    Document {
        /// Whose.
        id: RecordId,
        /// Why.
        #[source]
        fault: RecordFault,
    },
    /// The stored membership does not replay.
    #[error("the stored membership does not replay at position {position}")]
    Membership {
        /// The record that does not.
        position: u32,
        /// Why.
        #[source]
        fault: MemberFault,
    },
    /// This device holds no key of the space.
    #[error(transparent)]
    Keys(KeyringFault),
    /// A small value of the store has another shape than this release writes.
    #[error("the stored value {key} cannot be read")]
    State {
        /// Its name.
        key: String,
    },
}

impl Replica {
    /// Founds a space: writes its genesis as the first membership record.
    pub fn found(
        schema: Arc<Schema>,
        secret: DeviceSecret,
        genesis: &MemberRecord,
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<Self, ReplicaFault> {
        store.push_membership(0, genesis.bytes())?;
        Self::open(schema, secret, None, dice, store)
    }

    /// Opens what the store holds, as this device, under a fresh actor.
    ///
    /// `witness` is what the file outside the database says; a log that it contradicts is left and
    /// a new one begun. Pass `None` where there is none: then a log that was ever sealed into is left.
    pub fn open(
        schema: Arc<Schema>,
        secret: DeviceSecret,
        witness: Option<&Witness>,
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<Self, ReplicaFault> {
        let membership = read_membership(store)?;
        let keyring = members::open_keyring(&membership, &secret)?;
        let mut replica = Self {
            schema,
            secret,
            membership,
            keyring,
            heads: BTreeMap::new(),
            own_log: NO_LOG,
            incarnation: [0; 16],
            own_book: 0,
            actor: ActorId::random(dice),
            person: None,
            announced: false,
            doubted: false,
            witnessed: witness.copied(),
            redraft: false,
            documents: Documents::default(),
            waiting: Waiting::default(),
        };
        replica.read_state(store)?;
        replica.name_log(dice, store)?;
        replica.leave_log_if_behind(witness, dice, store)?;
        replica.name_incarnation(dice, store)?;
        replica.try_again_in_this_release(dice, store)?;
        Ok(replica)
    }

    /// Reads everything anew from the store, after a transaction that did not commit.
    pub fn reload(&mut self, dice: &mut dyn CryptoRng, store: &mut dyn Store) -> Result<(), ReplicaFault> {
        self.membership = read_membership(store)?;
        self.keyring = members::open_keyring(&self.membership, &self.secret)?;
        self.documents.clear();
        self.actor = ActorId::random(dice);
        self.announced = false;
        self.witnessed = None;
        self.read_state(store)?;
        self.name_log(dice, store)
    }

    /// A person logs in, or out with `None`: what follows is written under a fresh actor.
    pub fn login(&mut self, person: Option<RecordId>, dice: &mut dyn CryptoRng) {
        self.actor = ActorId::random(dice);
        self.person = person;
        self.announced = false;
    }

    /// The association's space.
    pub fn space(&self) -> SpaceId {
        self.membership.space()
    }

    /// This device.
    pub fn device(&self) -> DeviceId {
        self.secret.keys().device
    }

    /// The device's secret keys, as they were given at opening: to sign invitations, to prove itself.
    pub fn secret(&self) -> &DeviceSecret {
        &self.secret
    }

    /// Who belongs, as far as this device knows.
    pub fn membership(&self) -> &Membership {
        &self.membership
    }

    /// The kinds this replica knows.
    pub fn schema(&self) -> &Schema {
        &self.schema
    }

    /// Takes another schema from now on: rows are made by it. Those that stand are the store's to make
    /// anew.
    pub fn set_schema(&mut self, schema: Arc<Schema>) {
        self.schema = schema;
    }

    /// The head of every log it holds.
    pub fn heads(&self) -> impl Iterator<Item = &LogHead> {
        self.heads.values()
    }

    /// A record as it stands, for what only its document tells: conflicts in full, history.
    pub fn record(&mut self, id: RecordId, store: &mut dyn Store) -> Result<Option<Record>, ReplicaFault> {
        let record = self.documents.take(id, store)?;
        if let Some(record) = &record {
            self.documents.keep(record.clone());
        }
        Ok(record)
    }

    /// Who wrote under an actor: the device, and the person if one was logged in.
    pub fn author(&self, actor: ActorId, store: &mut dyn Store) -> Result<Option<Authorship>, StoreFault> {
        Ok(store
            .get(&actor_key(actor))?
            .and_then(|bytes| Authorship::from_bytes(&bytes)))
    }

    fn read_state(&mut self, store: &mut dyn Store) -> Result<(), ReplicaFault> {
        self.heads = store
            .log_heads()?
            .into_iter()
            .map(|head| (head.log, head))
            .collect();
        self.own_log = store
            .get(OWN_LOG)?
            .and_then(|bytes| LogId::from_slice(&bytes))
            .unwrap_or(NO_LOG);
        self.incarnation = store
            .get(INCARNATION)?
            .and_then(|bytes| bytes.try_into().ok())
            .unwrap_or_default();
        self.own_book = store
            .get(OWN_BOOK)?
            .and_then(|bytes| bytes.try_into().ok())
            .map_or(0, u16::from_be_bytes);
        self.waiting = Waiting::read(store)?;
        self.read_doubt(store)?;
        self.deny_removals(store)?;
        Ok(())
    }
}

/// Who wrote, and when they opened the folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Authorship {
    /// The device that announced the actor.
    pub device: DeviceId,
    /// The person logged in, if any.
    pub person: Option<RecordId>,
    /// When the device's clock said so.
    pub at: Timestamp,
    /// The device that sent its changes again after `device` was put out, and on whose word alone the
    /// rest of this stands; none where `device` announced the actor itself.
    pub brought_by: Option<DeviceId>,
}

impl Authorship {
    pub(crate) fn to_bytes(self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(88);
        bytes.extend_from_slice(&self.device.0);
        bytes.extend_from_slice(&self.at.0.to_be_bytes());
        if let Some(person) = self.person {
            bytes.extend_from_slice(&person.0);
        }
        if let Some(device) = self.brought_by {
            bytes.extend_from_slice(&device.0);
        }
        bytes
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (device, rest) = bytes.split_at_checked(DeviceId::LEN)?;
        let (at, rest) = rest.split_at_checked(8)?;
        // Told apart by length: 16 bytes of a person, 32 of a device.
        let (person, brought_by) = rest.split_at(rest.len() % DeviceId::LEN);
        Some(Self {
            device: DeviceId::from_slice(device)?,
            at: Timestamp(i64::from_be_bytes(at.try_into().ok()?)),
            person: RecordId::from_slice(person),
            brought_by: DeviceId::from_slice(brought_by),
        })
    }
}

const OWN_LOG: &str = "own/log";
const NO_LOG: LogId = LogId([0; 16]);
const INCARNATION: &str = "own/incarnation";
const OWN_BOOK: &str = "own/book";

pub(crate) fn actor_key(actor: ActorId) -> String {
    format!("actor/{actor}")
}

fn read_membership(store: &mut dyn Store) -> Result<Membership, ReplicaFault> {
    let mut records = Vec::new();
    for (position, bytes) in (0..).zip(store.membership()?) {
        let record = MemberRecord::from_bytes(&bytes).map_err(|_| ReplicaFault::State {
            key: format!("members/{position}"),
        })?;
        records.push(record);
    }
    Membership::replay(&records).map_err(|(position, fault)| ReplicaFault::Membership { position, fault })
}
