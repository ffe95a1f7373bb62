//! Entries of others: checked, stored, opened, and merged into records, each record and row once.

use std::collections::{BTreeMap, BTreeSet};

use rand_core::CryptoRng;

use crate::id::{ActorId, DeviceId, LogId, RecordId};
use crate::log::{self, Batch, Entry, EntryFault, Item};
use crate::record::pack::{self, PackFault};
use crate::record::{Change, Record, RecordFault};
use crate::replica::documents;
use crate::replica::store::Store;
use crate::replica::unapplied::Unapplied;
use crate::replica::{Authorship, Replica, ReplicaFault, actor_key};

/// What came of entries that were received.
#[derive(Debug, Default)]
pub struct Received {
    /// Entries newly stored.
    pub stored: usize,
    /// Records whose row may have changed.
    pub changed: BTreeSet<RecordId>,
    /// What someone should know of.
    pub notices: Vec<Notice>,
    /// Entries that do not stand, each with the reason; the session must know.
    pub(crate) rejected: Vec<(Entry, EntryFault)>,
    /// Another branch of a log that this device itself wrote.
    pub(crate) own_log_forked: Option<LogId>,
    /// The log that this device writes has an entry more, which it did not write.
    pub(crate) own_log_grew: bool,
    /// What authors had seen that was not here yet: the number, and the entry that says so.
    pub(crate) seen: BTreeMap<LogId, (u64, (LogId, u64))>,
}

/// Something noticed that must not pass in silence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// One device wrote two entries with one number: it was copied, or it cheats.
    Fork {
        /// Whose log.
        device: DeviceId,
        /// Which.
        log: LogId,
        /// From where on.
        seq: u64,
    },
    /// This device found itself copied or set back, and has begun a new log.
    Healed {
        /// The log it left.
        log: LogId,
    },
    /// The hub holds less than it has acknowledged: it lost data, and is given them again.
    HubLostData {
        /// In which log.
        log: LogId,
        /// What it signed for.
        receipted: u64,
        /// What it says it has; none if nothing.
        has: Option<u64>,
    },
    /// Another device has seen an entry that the hub does not show.
    Withheld {
        /// Of which log.
        log: LogId,
        /// Up to where others have it.
        seq: u64,
    },
    /// The hub shows two views of who belongs.
    SplitMembership {
        /// Where they part.
        position: u32,
    },
    /// A receipt did not carry the hub's signature.
    FalseReceipt,
    /// An entry was refused: its author may not write it.
    NotAdmitted {
        /// Of which log.
        log: LogId,
        /// Which.
        seq: u64,
    },
    /// The hub will not order a decision about members.
    ProposalRefused {
        /// Why.
        refusal: crate::wire::ProposalRefusal,
    },
    /// What an excluded device had written, and others built upon, is sent again by this one.
    Carried {
        /// The log it was in.
        log: LogId,
        /// How many items.
        items: usize,
    },
    /// Entries of a log that was taken back could not be read here, so nothing of them is sent again.
    LeftBehind {
        /// The log they were in.
        log: LogId,
        /// How many.
        entries: usize,
    },
}

impl Notice {
    /// Names the notice for whoever has words for it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Fork { .. } => "fork",
            Self::Healed { .. } => "healed",
            Self::HubLostData { .. } => "hub_lost_data",
            Self::Withheld { .. } => "withheld",
            Self::SplitMembership { .. } => "split_membership",
            Self::FalseReceipt => "false_receipt",
            Self::NotAdmitted { .. } => "not_admitted",
            Self::ProposalRefused { .. } => "proposal_refused",
            Self::Carried { .. } => "carried",
            Self::LeftBehind { .. } => "left_behind",
        }
    }
}

impl Received {
    pub(crate) fn add(&mut self, other: Self) {
        self.stored += other.stored;
        self.changed.extend(other.changed);
        self.notices.extend(other.notices);
        self.own_log_forked = self.own_log_forked.or(other.own_log_forked);
        self.own_log_grew |= other.own_log_grew;
        self.seen.extend(other.seen);
    }
}

impl Replica {
    /// Stores and applies entries in one go; what cannot stand is left out and named.
    pub(crate) fn receive(
        &mut self,
        entries: Vec<Entry>,
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<Received, ReplicaFault> {
        let mut received = Received::default();
        let mut fresh = Vec::new();
        for entry in entries {
            let (log, seq) = (entry.header.log, entry.header.seq);
            match log::check(&entry, self.heads.get(&log), &self.membership) {
                Ok(head) => {
                    store.append_entry(&entry, &head)?;
                    self.heads.insert(log, head);
                    received.stored += 1;
                    received.own_log_grew |= self.own_log == Some(log);
                    fresh.push(entry);
                }
                Err(EntryFault::Duplicate) => {}
                Err(fault) => {
                    self.refuse(log, seq, &fault, &mut received);
                    received.rejected.push((entry, fault));
                }
            }
        }
        self.apply(&fresh, &mut received, dice, store)?;
        Ok(received)
    }

    fn refuse(&self, log: LogId, seq: u64, fault: &EntryFault, received: &mut Received) {
        let head = self.heads.get(&log);
        let own = head.is_some_and(|head| head.device == self.device());
        let notice = match fault {
            EntryFault::Fork { .. } if own => {
                received.own_log_forked = Some(log);
                return;
            }
            EntryFault::Fork { .. } => match head {
                Some(head) => Notice::Fork {
                    device: head.device,
                    log,
                    seq,
                },
                None => return,
            },
            EntryFault::MemberHash { position } => Notice::SplitMembership { position: *position },
            _ => Notice::NotAdmitted { log, seq },
        };
        received.notices.push(notice);
    }

    /// Tries again what waited for a key, after membership has grown.
    pub(crate) fn unlock(
        &mut self,
        received: &mut Received,
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<(), ReplicaFault> {
        let locked = self.waiting.locked();
        self.try_again(&locked, received, dice, store)
    }

    /// Applies stored entries, and after them those that waited for what these brought.
    pub(crate) fn apply(
        &mut self,
        entries: &[Entry],
        received: &mut Received,
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<(), ReplicaFault> {
        let mut touched = self.apply_once(entries, received, dice, store)?;
        let mut tried = BTreeSet::new();
        loop {
            let again: BTreeSet<_> = touched
                .iter()
                .flat_map(|id| self.waiting.waiting_for(*id))
                .collect();
            if again.is_empty() || again == tried {
                return Ok(());
            }
            let mut entries = Vec::with_capacity(again.len());
            for (log, seq) in &again {
                entries.extend(
                    store
                        .entries(*log, *seq, 1)?
                        .into_iter()
                        .filter(|entry| entry.header.seq == *seq),
                );
            }
            touched = self.apply_once(&entries, received, dice, store)?;
            tried = again;
        }
    }

    fn apply_once(
        &mut self,
        entries: &[Entry],
        received: &mut Received,
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<BTreeSet<RecordId>, ReplicaFault> {
        let mut gathered = Gathered::default();
        for entry in entries {
            let at = (entry.header.log, entry.header.seq);
            self.waiting.clear(at, store)?;
            match self.open_entry(entry) {
                Ok(batch) => {
                    self.note_vector(at, &batch, received);
                    self.gather(at, batch, &mut gathered, store)?;
                }
                Err(reason) => {
                    gathered.faults.insert(at, reason);
                }
            }
        }
        let Gathered {
            changes,
            mut faults,
            records,
            ..
        } = gathered;
        let touched = changes.keys().copied().collect();
        for (id, list) in changes {
            let sources = records.get(&id).cloned().unwrap_or_default();
            self.apply_record((id, list), &sources, &mut faults, dice, store)?;
            received.changed.insert(id);
        }
        for (at, reason) in faults {
            self.waiting.set(at, reason, store)?;
        }
        Ok(touched)
    }

    fn open_entry(&self, entry: &Entry) -> Result<Batch, Unapplied> {
        let key = self.keyring.key(entry.header.epoch).ok_or(Unapplied::Key)?;
        let plain = entry.open(key).map_err(|_| Unapplied::Unreadable)?;
        Batch::decode(&plain).map_err(|_| Unapplied::Unreadable)
    }

    /// What the author had seen and is not here: on its way, or withheld.
    fn note_vector(&self, at: (LogId, u64), batch: &Batch, received: &mut Received) {
        for (log, seq) in &batch.vector {
            if self.heads.get(log).is_none_or(|head| head.seq < *seq) {
                let seen = received.seen.entry(*log).or_insert((*seq, at));
                if seen.0 < *seq {
                    *seen = (*seq, at);
                }
            }
        }
    }

    fn gather(
        &mut self,
        at: (LogId, u64),
        batch: Batch,
        gathered: &mut Gathered,
        store: &mut dyn Store,
    ) -> Result<(), ReplicaFault> {
        // Who does not understand a critical item must not act on the rest of its batch.
        if batch
            .items
            .iter()
            .any(|item| matches!(item, Item::Unknown { critical: true, .. }))
        {
            gathered.faults.insert(at, Unapplied::Unreadable);
            return Ok(());
        }
        let author = self.heads.get(&at.0).map(|head| head.device);
        for item in batch.items {
            match item {
                Item::Session { actor, person, at } => {
                    if let Some(device) = author {
                        let brought_by = None;
                        let authorship = Authorship {
                            device,
                            person,
                            at,
                            brought_by,
                        };
                        note_actor(actor, authorship, store)?;
                    }
                }
                Item::Carried {
                    actor,
                    device,
                    person,
                    at,
                } => {
                    let brought_by = author.filter(|author| *author != device);
                    let authorship = Authorship {
                        device,
                        person,
                        at,
                        brought_by,
                    };
                    note_actor(actor, authorship, store)?;
                }
                Item::Change(packed) => self.gather_change(at, &packed, gathered, store)?,
                Item::Unknown { .. } => {
                    gathered.faults.insert(at, Unapplied::Unreadable);
                }
            }
        }
        Ok(())
    }

    fn gather_change(
        &mut self,
        at: (LogId, u64),
        packed: &[u8],
        gathered: &mut Gathered,
        store: &mut dyn Store,
    ) -> Result<(), ReplicaFault> {
        let found = |gathered: &Gathered| {
            let lookup = |record, actor, seq| gathered.hashes.get(&(record, actor, seq)).copied();
            pack::unpack(packed, &lookup)
        };
        let mut change = found(gathered);
        // What a packed change leaves out is the hash of its author's change before it in the same
        // record: just read from this batch, or in the document.
        if let Err(PackFault::MissingPrevious { record, actor, seq }) = change
            && let Some(document) = self.documents.take(record, store)?
        {
            if let Some(hash) = document.change_by(actor, seq) {
                gathered.hashes.insert((record, actor, seq), hash);
            }
            self.documents.keep(document);
            change = found(gathered);
        }
        match change {
            Ok(change) => {
                gathered
                    .hashes
                    .insert((change.record, change.actor, change.seq), change.hash);
                gathered.records.entry(change.record).or_default().insert(at);
                gathered.changes.entry(change.record).or_default().push(change);
            }
            Err(PackFault::MissingPrevious { record, .. }) => waits(&mut gathered.faults, at, record),
            Err(_) => {
                gathered.faults.insert(at, Unapplied::Unreadable);
            }
        }
        Ok(())
    }

    fn apply_record(
        &mut self,
        (id, changes): (RecordId, Vec<Change>),
        sources: &BTreeSet<(LogId, u64)>,
        faults: &mut BTreeMap<(LogId, u64), Unapplied>,
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<(), ReplicaFault> {
        let mut record = self
            .documents
            .take(id, store)?
            .unwrap_or_else(|| Record::new(id, ""));
        let refused = record.apply(&changes).refused;
        let is_refused = |change: &Change| refused.iter().any(|(other, _)| other.hash == change.hash);
        let kept: Vec<Change> = changes.into_iter().filter(|change| !is_refused(change)).collect();
        documents::write(&mut record, &kept, &self.schema, store)?;
        self.documents.keep(record);
        let doubled: Vec<Change> = refused
            .iter()
            .filter(|(_, fault)| matches!(fault, RecordFault::DuplicateSeq { .. }))
            .map(|(change, _)| change.clone())
            .collect();
        if !doubled.is_empty() {
            self.write_again(id, &doubled, dice, store)?;
        }
        let Some(record) = self.documents.take(id, store)? else {
            return Ok(());
        };
        let lost = refused.iter().any(|(change, _)| !record.knows(&change.hash));
        let waiting = !record.missing().is_empty();
        self.documents.keep(record);
        for at in sources {
            if lost {
                faults.insert(*at, Unapplied::Refused(BTreeSet::from([id])));
            } else if waiting {
                waits(faults, *at, id);
            }
        }
        Ok(())
    }
}

/// What a batch of entries brings, before records are touched.
#[derive(Default)]
struct Gathered {
    changes: BTreeMap<RecordId, Vec<Change>>,
    records: BTreeMap<RecordId, BTreeSet<(LogId, u64)>>,
    hashes: BTreeMap<(RecordId, ActorId, u64), [u8; 32]>,
    faults: BTreeMap<(LogId, u64), Unapplied>,
}

fn waits(faults: &mut BTreeMap<(LogId, u64), Unapplied>, at: (LogId, u64), record: RecordId) {
    match faults
        .entry(at)
        .or_insert_with(|| Unapplied::Waits(BTreeSet::new()))
    {
        Unapplied::Waits(records) => {
            records.insert(record);
        }
        Unapplied::Key | Unapplied::Unreadable | Unapplied::Refused(_) => {}
    }
}

/// The first who speaks for an actor is believed, and a device for itself before others who bring its
/// changes.
fn note_actor(actor: ActorId, authorship: Authorship, store: &mut dyn Store) -> Result<(), ReplicaFault> {
    let key = actor_key(actor);
    let known = store.get(&key)?.and_then(|bytes| Authorship::from_bytes(&bytes));
    let is_better = |known: Authorship| known.brought_by.is_some() && authorship.brought_by.is_none();
    if known.is_none_or(is_better) {
        store.put(&key, Some(&authorship.to_bytes()))?;
    }
    Ok(())
}
