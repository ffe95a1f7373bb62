//! Incarnations: what a device does when it was restored, copied or set back.
//!
//! A log is one incarnation of a device. When the witness file, another machine or a peer shows
//! that this database is not the last that wrote the log, the log is left as it is and a new one
//! begun. What only this database had is put back into the journal, so that the new log sends it;
//! the hub's branch stays the log's truth, and the headers of the other are kept as proof.

use rand_core::CryptoRng;

use crate::faults::{Fault, planted};
use crate::id::LogId;
use crate::log::{Batch, Item, LogHead};
use crate::replica::seal::unsealed;
use crate::replica::store::Store;
use crate::replica::{INCARNATION, NO_LOG, OWN_BOOK, OWN_LOG, Replica, ReplicaFault};

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
        let head = self.heads.get(&self.own_log)?;
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
        let holds = match self.witness() {
            Some(ours) => witness.is_some_and(|witness| witness.log == ours.log && witness.seq <= ours.seq),
            // Nothing of this log is sealed here; somewhere else it may be.
            None => witness.is_none_or(|witness| {
                let head = self.heads.get(&witness.log);
                head.is_some_and(|head| head.seq >= witness.seq)
            }),
        };
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
        self.own_log = NO_LOG;
        self.name_log(dice, store)?;
        self.incarnation = [0; 16];
        self.name_incarnation(dice, store)
    }

    /// Begins another book of numbers, in another log: this database was brought back or copied to where it
    /// is, and what it was copied from may go on giving numbers from the book it had.
    ///
    /// The book's number is drawn, since two copies know nothing of each other: of a hundred made from one
    /// state, a few may still meet in a book, and then two equal numbers are an issue that people see.
    pub fn begin_book(
        &mut self,
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<(), ReplicaFault> {
        let drawn = u16::try_from(dice.next_u32() % u32::from(BOOKS)).unwrap_or_default();
        self.own_book = FIRST_BOOK + drawn;
        store.put(OWN_BOOK, Some(&self.own_book.to_be_bytes()))?;
        self.leave_log(dice, store)
    }

    /// Names the log that the next sealed entry begins, if it has no name yet.
    pub(crate) fn name_log(
        &mut self,
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<(), ReplicaFault> {
        if self.own_log == NO_LOG {
            self.own_log = LogId::random(dice);
            store.put(OWN_LOG, Some(&self.own_log.0))?;
        }
        Ok(())
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
        self.doubt_journal(dice, store)?;
        if self.own_log == log {
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
}

/// Books that were begun so have three digits, so that nobody takes them for a second or third log.
const FIRST_BOOK: u16 = 100;
const BOOKS: u16 = 900;

fn proof_key(log: LogId, seq: u64) -> String {
    format!("proof/{log}/{seq:020}")
}
