//! Copies of one running device: they write under one actor, and give one number to different changes.
//!
//! A change and its number are the actor's; once two copies have sent different changes under one
//! number, nobody can take both. So a copy that learns of another (its log grew or forked without it)
//! takes a fresh actor, and writes again what it has not sent of the old one. The new actors are
//! derived from the old changes: what both copies wrote again is one change.

use std::collections::{BTreeMap, BTreeSet};

use rand_core::CryptoRng;

use crate::id::{ActorId, RecordId};
use crate::log::{Entry, Item};
use crate::record::{Again, Change, Record, pack};
use crate::replica::documents;
use crate::replica::store::{Store, StoreFault};
use crate::replica::{Authorship, Replica, ReplicaFault};
use crate::time::Timestamp;

/// Another copy of this device writes, and what waits here was not compared with what it sent.
const DOUBTED: &str = "own/doubted";
/// Actors of changes that were written again here: no copy gives their numbers to anything else.
const AGAIN: &str = "own/again/";
/// Above every journal number, and still a number that a database can hold.
const ALL: u64 = i64::MAX as u64;

impl Replica {
    /// Another copy of this device writes, and may go by the same actor: from here on a fresh one
    /// writes, and what waits is written again before it is sent.
    pub(crate) fn doubt_journal(
        &mut self,
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<(), StoreFault> {
        self.doubted = true;
        self.actor = ActorId::random(dice);
        self.announced = false;
        store.put(DOUBTED, Some(&[]))
    }

    pub(crate) fn read_doubt(&mut self, store: &mut dyn Store) -> Result<(), StoreFault> {
        self.doubted = store.get(DOUBTED)?.is_some();
        Ok(())
    }

    /// Writes a doubted journal again. Call it when what the other copies sent was read.
    pub(crate) fn settle_doubt(
        &mut self,
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<(), ReplicaFault> {
        if !self.doubted {
            return Ok(());
        }
        let journal = Journal::read(store)?;
        let waiting = journal.changes.keys().map(|id| (*id, Vec::new())).collect();
        self.put_in_order(&waiting, true, dice, store)?;
        self.doubted = false;
        store.put(DOUBTED, None)?;
        Ok(())
    }

    /// Whether a copy of this device wrote any of the entries.
    pub(crate) fn come_from_a_copy(&self, entries: &[Entry]) -> bool {
        entries.iter().any(|entry| {
            let head = self.heads.get(&entry.header.log);
            head.is_some_and(|head| head.device == self.device())
        })
    }

    /// Makes room for what copies of this device wrote, by record: takes out of the journal what they
    /// have sent already, and writes again, beside theirs, what cannot stand with it. Returns the
    /// records in which something was written again.
    pub(crate) fn make_room(
        &mut self,
        theirs: &BTreeMap<RecordId, Vec<Change>>,
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<BTreeSet<RecordId>, ReplicaFault> {
        self.put_in_order(theirs, false, dice, store)
    }

    /// Puts the journal in order beside `theirs`, with all that may be `doubted` written again.
    fn put_in_order(
        &mut self,
        theirs: &BTreeMap<RecordId, Vec<Change>>,
        doubted: bool,
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<BTreeSet<RecordId>, ReplicaFault> {
        let mut journal = Journal::read(store)?;
        let (mut gone, mut changed) = (BTreeSet::new(), BTreeSet::new());
        let certain = if doubted {
            Some(written_again(store)?)
        } else {
            None
        };
        for (id, theirs) in theirs {
            let Some(packed) = journal.changes.remove(id) else {
                continue;
            };
            let Some(old) = self.documents.take(*id, store)? else {
                continue;
            };
            match part(&old, packed, (theirs, certain.as_ref()), &mut gone, dice) {
                Some(again) => {
                    changed.insert(*id);
                    self.keep_again(again, store, &mut journal.added)?;
                }
                None => self.documents.keep(old),
            }
        }
        journal.write(&gone, store)?;
        Ok(changed)
    }

    /// Keeps a record in which changes were written again, and adds the lines that send them.
    fn keep_again(
        &mut self,
        again: Again,
        store: &mut dyn Store,
        added: &mut Vec<Vec<u8>>,
    ) -> Result<(), ReplicaFault> {
        let mut record = again.record;
        for (actor, written_by) in again.actors {
            let authorship = self.author(written_by, store)?.unwrap_or(Authorship {
                device: self.device(),
                person: None,
                at: Timestamp::UNKNOWN,
                brought_by: None,
            });
            added.push(self.announcement(actor, authorship, store)?);
            store.put(&format!("{AGAIN}{actor}"), Some(&[]))?;
        }
        let notes = record.notes();
        let lookup = |_, actor, seq| record.change_by(actor, seq);
        for change in &again.changes {
            added.push(Item::Change(pack::pack(change, &notes, &lookup)).to_bytes());
        }
        let snapshot = record.save();
        store.put_snapshot(record.id(), &snapshot)?;
        documents::write(&mut record, &[], &self.schema, store)?;
        self.documents.keep(record);
        Ok(())
    }
}

fn written_again(store: &mut dyn Store) -> Result<BTreeSet<ActorId>, StoreFault> {
    let actor = |(key, _): (String, Vec<u8>)| key.strip_prefix(AGAIN).and_then(|actor| actor.parse().ok());
    Ok(store.scan(AGAIN)?.into_iter().filter_map(actor).collect())
}

/// Parts what waits of one record: the lines that go, and what is written again, if anything is. With
/// actors that are `certain`, all others are doubted.
fn part(
    old: &Record,
    packed: Vec<(u64, Vec<u8>)>,
    (theirs, certain): (&[Change], Option<&BTreeSet<ActorId>>),
    gone: &mut BTreeSet<u64>,
    dice: &mut dyn CryptoRng,
) -> Option<Again> {
    let lookup = |_, actor, seq| old.change_by(actor, seq);
    let sent: BTreeSet<[u8; 32]> = theirs.iter().map(|change| change.hash).collect();
    let mut ours = Vec::new();
    for (line, packed) in packed {
        match pack::unpack(&packed, &lookup) {
            Ok(change) if sent.contains(&change.hash) && old.knows(&change.hash) => {
                gone.insert(line);
            }
            Ok(change) => ours.push((line, change)),
            // Not a change of this document as it stands: it goes out as it is.
            Err(_) => {}
        }
    }
    let doubtful = |change: &Change| {
        certain.is_some_and(|certain| !certain.contains(&change.actor)) && !old.is_first(change)
    };
    let changes: Vec<Change> = ours.iter().map(|(_, change)| change.clone()).collect();
    let displaced = old.displaced(&changes, theirs, &doubtful);
    ours.retain(|(_, change)| displaced.contains(&change.hash));
    if ours.is_empty() {
        return None;
    }
    let changes: Vec<Change> = ours.iter().map(|(_, change)| change.clone()).collect();
    // What would not fit an entry when written again stays as it was.
    let again = old.write_again(&changes, theirs, dice).ok()?;
    gone.extend(ours.iter().map(|(line, _)| *line));
    Some(again)
}

/// What waits in the journal.
struct Journal {
    /// The changes by record, each with the number of its line.
    changes: BTreeMap<RecordId, Vec<(u64, Vec<u8>)>>,
    /// Every line.
    lines: Vec<(u64, Vec<u8>)>,
    /// Lines to come after them.
    added: Vec<Vec<u8>>,
}

impl Journal {
    fn read(store: &mut dyn Store) -> Result<Self, StoreFault> {
        let lines = store.journal_front(usize::MAX)?;
        let mut changes: BTreeMap<RecordId, Vec<(u64, Vec<u8>)>> = BTreeMap::new();
        for (number, line) in &lines {
            if let Ok(Item::Change(packed)) = Item::from_bytes(line)
                && let Some(id) = pack::record_of(&packed)
            {
                changes.entry(id).or_default().push((*number, packed));
            }
        }
        Ok(Self {
            changes,
            lines,
            added: Vec::new(),
        })
    }

    /// Puts the journal in order again, if anything in it changed.
    fn write(self, gone: &BTreeSet<u64>, store: &mut dyn Store) -> Result<(), ReplicaFault> {
        if gone.is_empty() && self.added.is_empty() {
            return Ok(());
        }
        store.journal_remove(ALL)?;
        let stay = self
            .lines
            .into_iter()
            .filter(|(number, _)| !gone.contains(number));
        for line in stay.map(|(_, line)| line).chain(self.added) {
            store.journal_push(&line)?;
        }
        Ok(())
    }
}
