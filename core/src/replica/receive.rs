//! Entries of others: checked, stored, opened, and merged into records, each record and row once.

use std::collections::{BTreeMap, BTreeSet};

use rand_core::CryptoRng;

use crate::id::{ActorId, LogId, RecordId};
use crate::log::{self, Batch, Entry, EntryFault, Item};
use crate::record::pack::{self, PackFault};
use crate::record::{Applied, Change, Read, Record, RecordFault};
use crate::replica::documents;
use crate::replica::received::{Notice, Received};
use crate::replica::seal::unsealed;
use crate::replica::store::Store;
use crate::replica::unapplied::Unapplied;
use crate::replica::{Authorship, Replica, ReplicaFault, actor_key};

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
                    received.own_log_grew |= self.own_log == log;
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
        let Gathered { changes, mut faults } = gathered;
        let mut merged = Vec::with_capacity(changes.len());
        for (id, packed) in changes {
            merged.extend(self.merge_record((id, &packed), &mut faults, store)?);
        }
        let mut touched = self.meet_copies(entries, &merged, dice, store)?;
        for merged in merged {
            if merged.grew {
                touched.insert(merged.id);
            }
            self.note_faults(merged, &mut faults, store)?;
        }
        received.changed.extend(&touched);
        for (at, reason) in faults {
            self.waiting.set(at, reason, store)?;
        }
        Ok(touched)
    }

    /// What copies of this device wrote may stand where this one wrote something else.
    fn meet_copies(
        &mut self,
        entries: &[Entry],
        merged: &[Merged],
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<BTreeSet<RecordId>, ReplicaFault> {
        let from_a_copy = self.come_from_a_copy(entries);
        let is_doubled = |merged: &&Merged| {
            let mut refused = merged.refused.iter();
            refused.any(|(_, fault)| matches!(fault, RecordFault::DuplicateSeq { .. }))
        };
        let met: BTreeMap<RecordId, Vec<Change>> = merged
            .iter()
            .filter(|merged| from_a_copy || is_doubled(merged))
            .map(|merged| (merged.id, merged.changes.clone()))
            .collect();
        if met.is_empty() {
            return Ok(BTreeSet::new());
        }
        self.make_room(&met, dice, store)
    }

    fn open_entry(&self, entry: &Entry) -> Result<Batch, Unapplied> {
        let key = self.keyring.key(entry.header.epoch).ok_or(Unapplied::Key)?;
        let plain = entry.open(key).map_err(|_| Unapplied::Unreadable)?;
        unsealed(&plain).map_err(|_| Unapplied::Unreadable)
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
        &self,
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
                Item::Change(packed) => match pack::record_of(&packed) {
                    Some(record) => gathered.changes.entry(record).or_default().push((at, packed)),
                    None => {
                        gathered.faults.insert(at, Unapplied::Unreadable);
                    }
                },
                Item::Changes(_) | Item::Unknown { .. } => {
                    gathered.faults.insert(at, Unapplied::Unreadable);
                }
            }
        }
        Ok(())
    }

    /// Unpacks what came for one record, in the order in which it came, with the entries it was in.
    fn unpack(
        record: &Record,
        packed: &[Packed],
        faults: &mut Faults,
    ) -> (Vec<Read>, BTreeSet<(LogId, u64)>) {
        let id = record.id();
        let (mut changes, mut sources) = (Vec::with_capacity(packed.len()), BTreeSet::new());
        // What a packed change leaves out is the hash of its author's change before it in the same
        // record: just read from this batch, or in the document.
        let mut hashes = BTreeMap::new();
        for (at, bytes) in packed {
            let lookup = |of: RecordId, actor: ActorId, seq: u64| {
                let read = hashes.get(&(actor, seq)).copied();
                read.or_else(|| record.change_by(actor, seq)).filter(|_| of == id)
            };
            match pack::read(bytes, &lookup) {
                Ok(read) => {
                    hashes.insert((read.change.actor, read.change.seq), read.change.hash);
                    sources.insert(*at);
                    changes.push(read);
                }
                Err(PackFault::MissingPrevious { .. }) => waits(faults, *at, id),
                Err(_) => {
                    faults.insert(*at, Unapplied::Unreadable);
                }
            }
        }
        (changes, sources)
    }

    /// Merges what came for one record; none if nothing of it could be unpacked.
    fn merge_record(
        &mut self,
        (id, packed): (RecordId, &[Packed]),
        faults: &mut Faults,
        store: &mut dyn Store,
    ) -> Result<Option<Merged>, ReplicaFault> {
        let known = self.documents.take(id, store)?;
        let is_new = known.is_none();
        let mut record = known.unwrap_or_else(|| Record::new(id, ""));
        let (changes, sources) = Self::unpack(&record, packed, faults);
        if changes.is_empty() {
            if !is_new {
                self.documents.keep(record);
            }
            return Ok(None);
        }
        let read = changes;
        let changes: Vec<Change> = read.iter().map(|read| read.change.clone()).collect();
        let Applied { applied, refused, .. } = record.merge(read);
        if refused.is_empty() {
            documents::write(&mut record, &changes, &self.schema, store)?;
        } else {
            let is_refused = |change: &&Change| refused.iter().any(|(other, _)| other.hash == change.hash);
            let kept = changes.iter().filter(|change| !is_refused(change)).cloned();
            documents::write(&mut record, &kept.collect::<Vec<_>>(), &self.schema, store)?;
        }
        let waits = !record.missing().is_empty();
        self.documents.keep(record);
        Ok(Some(Merged {
            id,
            changes,
            sources,
            refused,
            grew: applied > 0,
            waits,
        }))
    }

    /// Names the entries that are not wholly in the record.
    fn note_faults(
        &mut self,
        merged: Merged,
        faults: &mut Faults,
        store: &mut dyn Store,
    ) -> Result<(), ReplicaFault> {
        let mut lost = false;
        if !merged.refused.is_empty()
            && let Some(record) = self.documents.take(merged.id, store)?
        {
            lost = merged
                .refused
                .iter()
                .any(|(change, _)| !record.knows(&change.hash));
            self.documents.keep(record);
        }
        for at in merged.sources {
            if lost {
                faults.insert(at, Unapplied::Refused(BTreeSet::from([merged.id])));
            } else if merged.waits {
                waits(faults, at, merged.id);
            }
        }
        Ok(())
    }
}

/// What came for one record, after it was merged.
struct Merged {
    id: RecordId,
    changes: Vec<Change>,
    sources: BTreeSet<(LogId, u64)>,
    /// Those that could not be taken as things stood.
    refused: Vec<(Change, RecordFault)>,
    /// Something came in that was not here: what waits for this record is worth another try.
    grew: bool,
    /// Some wait for changes that are not here.
    waits: bool,
}

/// What a batch of entries brings, before records are touched.
#[derive(Default)]
struct Gathered {
    /// Still packed: unpacking asks the document, which is taken out of the store once.
    changes: BTreeMap<RecordId, Vec<Packed>>,
    faults: Faults,
}

/// A packed change, with the entry it came in.
type Packed = ((LogId, u64), Vec<u8>);

/// Why entries are not applied.
type Faults = BTreeMap<(LogId, u64), Unapplied>;

fn waits(faults: &mut Faults, at: (LogId, u64), record: RecordId) {
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
