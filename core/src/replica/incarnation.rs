//! Incarnations: what a device does when it was restored, copied or set back.
//!
//! A log is one incarnation of a device. When the witness file, another machine or a peer shows
//! that this database is not the last that wrote the log, the log is left as it is and a new one
//! begun. What only this database had is put back into the journal, so that the new log sends it;
//! the hub's branch stays the log's truth, and the headers of the other are kept as proof.

use std::collections::BTreeSet;

use rand_core::CryptoRng;

use crate::faults::{Fault, planted};
use crate::id::{ActorId, LogId, RecordId};
use crate::log::{Batch, Item, LogHead};
use crate::record::{Author, Change, Record, pack};
use crate::replica::documents;
use crate::replica::seal::unsealed;
use crate::replica::store::Store;
use crate::replica::{INCARNATION, OWN_LOG, Replica, ReplicaFault};
use crate::time::Timestamp;

/// What stands in a file outside the database, made durable before an entry is first sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Witness {
    /// The log this device writes.
    pub log: LogId,
    /// The highest entry of it that may have been sent.
    pub seq: u64,
}

/// What came of entries that were taken back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct TakenBack {
    /// Items that went into the journal again.
    pub(crate) items: usize,
    /// Entries that this device could not read, and so not put back; their headers are kept.
    pub(crate) unread: usize,
}

impl Replica {
    /// What the witness must say before any entry of this device's log is sent.
    pub fn witness(&self) -> Option<Witness> {
        let head = self.heads.get(&self.own_log?)?;
        Some(Witness {
            log: head.log,
            seq: head.seq,
        })
    }

    /// Leaves the log if the witness knows of more than the database, or of another log, or is
    /// gone: the database is an older or a copied one.
    pub(crate) fn leave_log_if_behind(
        &mut self,
        witness: Option<&Witness>,
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<(), ReplicaFault> {
        let Some(ours) = self.witness() else { return Ok(()) };
        let holds = witness.is_some_and(|witness| witness.log == ours.log && witness.seq <= ours.seq);
        if holds {
            Ok(())
        } else {
            self.leave_log(dice, store)
        }
    }

    /// Begins a new log with the next sealed entry.
    pub(crate) fn leave_log(
        &mut self,
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<(), ReplicaFault> {
        self.own_log = None;
        store.put(OWN_LOG, None)?;
        self.incarnation = [0; 16];
        self.name_incarnation(dice, store)
    }

    /// Names this database, if it has no name yet.
    pub(crate) fn name_incarnation(
        &mut self,
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<(), ReplicaFault> {
        if self.incarnation == [0; 16] {
            dice.fill_bytes(&mut self.incarnation);
            store.put(INCARNATION, Some(&self.incarnation))?;
        }
        Ok(())
    }

    /// A peer showed another branch of a log of ours, or more of it than we hold: goes back to what
    /// the hub signed for, and keeps what came after for the new log.
    ///
    /// The caller then meets the peer anew: the peer's branch is downloaded like any other log.
    pub(crate) fn heal(
        &mut self,
        log: LogId,
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<TakenBack, ReplicaFault> {
        let keep = self.receipted(log, store)?;
        let taken = self.take_back(log, keep, store)?;
        self.actor = ActorId::random(dice);
        self.announced = false;
        if self.own_log == Some(log) {
            self.leave_log(dice, store)?;
        }
        Ok(taken)
    }

    /// Removes a log's entries after `keep` and puts what they carried into the journal.
    pub(crate) fn take_back(
        &mut self,
        log: LogId,
        keep: Option<u64>,
        store: &mut dyn Store,
    ) -> Result<TakenBack, ReplicaFault> {
        let from = keep.map_or(0, |seq| seq + 1);
        let mut taken = TakenBack::default();
        let mut at = from;
        loop {
            let entries = store.entries(log, at, 1 << 20)?;
            let Some(last) = entries.last() else { break };
            at = last.header.seq + 1;
            for entry in &entries {
                store.put(
                    &proof_key(log, entry.header.seq),
                    Some(&entry.signed_header().to_bytes()),
                )?;
                let plain = self
                    .keyring
                    .key(entry.header.epoch)
                    .and_then(|key| entry.open(key).ok());
                match plain.and_then(|plain| unsealed(&plain).ok()) {
                    Some(batch) => taken.items += self.put_back(log, batch, store)?,
                    None => taken.unread += 1,
                }
            }
        }
        let head = match keep {
            Some(seq) => self.head_at(log, seq, store)?,
            None => None,
        };
        store.truncate_log(log, from, head.as_ref())?;
        match head {
            Some(head) => self.heads.insert(log, head),
            None => self.heads.remove(&log),
        };
        self.waiting.clear_from(log, from, store)?;
        Ok(taken)
    }

    /// Puts a batch of another branch into the journal, saying whose it was.
    fn put_back(&self, log: LogId, batch: Batch, store: &mut dyn Store) -> Result<usize, ReplicaFault> {
        let author = self.heads.get(&log).map_or(self.device(), |head| head.device);
        if author != self.device() && planted(Fault::CarriedDropped) {
            return Ok(0);
        }
        let mut items = 0;
        for item in batch.items {
            let line = match item {
                Item::Session { actor, person, at } => Item::Carried {
                    actor,
                    device: author,
                    person,
                    at,
                },
                other => other,
            };
            store.journal_push(&line.to_bytes())?;
            items += 1;
        }
        Ok(items)
    }

    fn head_at(&self, log: LogId, seq: u64, store: &mut dyn Store) -> Result<Option<LogHead>, ReplicaFault> {
        let device = self.heads.get(&log).map_or(self.device(), |head| head.device);
        let entry = store
            .entries(log, seq, 1)?
            .into_iter()
            .next()
            .filter(|entry| entry.header.seq == seq);
        Ok(entry.map(|entry| LogHead::of(&entry, device)))
    }

    /// Two running copies of one device wrote different changes under one actor and number. The
    /// peer's stand; ours, still in the journal, are written again by a fresh actor, with what was built
    /// upon them and nothing else.
    pub(crate) fn write_again(
        &mut self,
        id: RecordId,
        theirs: &[Change],
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<(), ReplicaFault> {
        let Some(old) = self.documents.take(id, store)? else {
            return Ok(());
        };
        let (lines, ours) = self.journalled(id, &old, theirs, store)?;
        if ours.is_empty() {
            self.documents.keep(old);
            return Ok(());
        }
        let actor = ActorId::random(dice);
        let mut author = Author::new(actor, Timestamp::UNKNOWN, dice);
        let rewritten = old.write_again(&ours, theirs, &mut author);
        let announced = std::mem::take(&mut author.fresh);
        self.announce_actor(actor, Timestamp::UNKNOWN, store)?;
        for actor in announced {
            self.announce_actor(actor, Timestamp::UNKNOWN, store)?;
        }
        let Ok((mut record, changes)) = rewritten else {
            self.documents.keep(old);
            return Ok(());
        };
        self.replace_journal(&lines, store)?;
        for change in &changes {
            let lookup = |_, actor, seq| record.change_by(actor, seq);
            store.journal_push(&Item::Change(pack::pack(change, &[], &lookup)).to_bytes())?;
        }
        let snapshot = record.save();
        store.put_snapshot(id, &snapshot)?;
        documents::write(&mut record, &[], &self.schema, store)?;
        self.documents.keep(record);
        Ok(())
    }

    /// The journal without the changes of one record that `theirs` displace, and those changes.
    fn journalled(
        &self,
        id: RecordId,
        record: &Record,
        theirs: &[Change],
        store: &mut dyn Store,
    ) -> Result<(Vec<Vec<u8>>, Vec<Change>), ReplicaFault> {
        let lookup = |_, actor, seq| record.change_by(actor, seq);
        let read = |line: &[u8]| match Item::from_bytes(line) {
            Ok(Item::Change(packed)) if pack::record_of(&packed) == Some(id) => {
                pack::unpack(&packed, &lookup).ok()
            }
            _ => None,
        };
        let lines = store.journal_front(usize::MAX)?;
        let mut ours: Vec<Change> = lines.iter().filter_map(|(_, line)| read(line)).collect();
        let displaced = record.displaced(&ours, theirs);
        let mut seen = BTreeSet::new();
        ours.retain(|change| displaced.contains(&change.hash) && seen.insert(change.hash));
        let stays = |line: &Vec<u8>| read(line).is_none_or(|change| !displaced.contains(&change.hash));
        let others = lines.into_iter().map(|(_, line)| line).filter(stays).collect();
        Ok((others, ours))
    }

    fn replace_journal(&self, lines: &[Vec<u8>], store: &mut dyn Store) -> Result<(), ReplicaFault> {
        store.journal_remove(ALL)?;
        for line in lines {
            store.journal_push(line)?;
        }
        Ok(())
    }
}

/// Above every journal number, and still a number that a database can hold.
const ALL: u64 = i64::MAX as u64;

fn proof_key(log: LogId, seq: u64) -> String {
    format!("proof/{log}/{seq:020}")
}
