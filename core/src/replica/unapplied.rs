//! Entries that are stored and not yet applied: why, and until what arrives.

use std::collections::{BTreeMap, BTreeSet};

use rand_core::CryptoRng;

use crate::faults::{Fault, planted};
use crate::id::{LogId, RecordId};
use crate::log::LogHead;
use crate::replica::received::Received;
use crate::replica::store::{Store, StoreFault};
use crate::replica::{Replica, ReplicaFault};

/// Why a stored entry is not applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unapplied {
    /// It is sealed under a key this device does not hold yet.
    Key,
    /// Its plaintext cannot be read by this release: damaged, or of a newer form. Another release tries
    /// again when it opens the store.
    Unreadable,
    /// It changes records on top of changes that have not arrived.
    Waits(BTreeSet<RecordId>),
    /// Automerge refused a change of it, of these records; it is kept apart and shown.
    Refused(BTreeSet<RecordId>),
}

/// All stored and unapplied entries.
#[derive(Debug, Clone, Default)]
pub(crate) struct Waiting {
    entries: BTreeMap<(LogId, u64), Unapplied>,
}

const PREFIX: &str = "unapplied/";
/// The release that last tried everything that waits.
const READER: &str = "own/reader";
/// Entries that are tried again at a time.
const TRIED_AT_ONCE: usize = 64;

impl Replica {
    /// Tries all that waits again, once in each release: a newer one may read what an older could not.
    pub(crate) fn try_again_in_this_release(
        &mut self,
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<(), ReplicaFault> {
        let release = env!("CARGO_PKG_VERSION").as_bytes();
        if store.get(READER)?.as_deref() == Some(release) {
            return Ok(());
        }
        store.put(READER, Some(release))?;
        let waiting: Vec<_> = self.waiting.iter().map(|(at, _)| *at).collect();
        for some in waiting.chunks(TRIED_AT_ONCE) {
            self.try_again(some, &mut Received::default(), dice, store)?;
        }
        Ok(())
    }

    /// Applies stored entries that waited.
    pub(crate) fn try_again(
        &mut self,
        waiting: &[(LogId, u64)],
        received: &mut Received,
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<(), ReplicaFault> {
        let mut entries = Vec::with_capacity(waiting.len());
        for (log, seq) in waiting {
            let found = store.entries(*log, *seq, 1)?.into_iter();
            entries.extend(found.filter(|entry| entry.header.seq == *seq));
        }
        self.apply(&entries, received, dice, store)
    }
}

impl Waiting {
    pub(crate) fn read(store: &mut dyn Store) -> Result<Self, StoreFault> {
        let mut entries = BTreeMap::new();
        for (key, bytes) in store.scan(PREFIX)? {
            if let Some(position) = position(&key) {
                entries.insert(position, Unapplied::from_bytes(&bytes));
            }
        }
        Ok(Self { entries })
    }

    pub(crate) fn set(
        &mut self,
        position: (LogId, u64),
        reason: Unapplied,
        store: &mut dyn Store,
    ) -> Result<(), StoreFault> {
        store.put(&key(position), Some(&reason.to_bytes()))?;
        self.entries.insert(position, reason);
        Ok(())
    }

    pub(crate) fn clear(&mut self, position: (LogId, u64), store: &mut dyn Store) -> Result<(), StoreFault> {
        if self.entries.remove(&position).is_some() {
            store.put(&key(position), None)?;
        }
        Ok(())
    }

    /// Forgets what waited in a log from `from` on: those entries are no longer stored.
    pub(crate) fn clear_from(
        &mut self,
        log: LogId,
        from: u64,
        store: &mut dyn Store,
    ) -> Result<(), StoreFault> {
        let gone: Vec<_> = self
            .entries
            .range((log, from)..=(log, u64::MAX))
            .map(|(at, _)| *at)
            .collect();
        gone.into_iter()
            .try_for_each(|position| self.clear(position, store))
    }

    /// The last entry of a log up to which all are applied; none if its first one waits.
    pub(crate) fn applied(&self, head: &LogHead) -> Option<u64> {
        let first = self.entries.range((head.log, 0)..=(head.log, u64::MAX)).next();
        match first.filter(|_| !planted(Fault::UnappliedAcknowledged)) {
            Some(((_, first), _)) => first.checked_sub(1),
            None => Some(head.seq),
        }
    }

    /// The entries that wait for a key.
    pub(crate) fn locked(&self) -> Vec<(LogId, u64)> {
        self.of(|reason| *reason == Unapplied::Key)
    }

    /// The entries that wait for what a record lacks.
    pub(crate) fn waiting_for(&self, record: RecordId) -> Vec<(LogId, u64)> {
        self.of(|reason| matches!(reason, Unapplied::Waits(records) if records.contains(&record)))
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&(LogId, u64), &Unapplied)> {
        self.entries.iter()
    }

    fn of(&self, wanted: impl Fn(&Unapplied) -> bool) -> Vec<(LogId, u64)> {
        self.entries
            .iter()
            .filter(|(_, reason)| wanted(reason))
            .map(|(at, _)| *at)
            .collect()
    }
}

fn key((log, seq): (LogId, u64)) -> String {
    format!("{PREFIX}{log}/{seq:020}")
}

fn position(key: &str) -> Option<(LogId, u64)> {
    let (log, seq) = key.strip_prefix(PREFIX)?.split_once('/')?;
    Some((log.parse().ok()?, seq.parse().ok()?))
}

impl Unapplied {
    fn to_bytes(&self) -> Vec<u8> {
        let (tag, records) = match self {
            Self::Key => (0, None),
            Self::Unreadable => (1, None),
            Self::Waits(records) => (2, Some(records)),
            Self::Refused(records) => (3, Some(records)),
        };
        let mut bytes = vec![tag];
        for record in records.into_iter().flatten() {
            bytes.extend_from_slice(&record.0);
        }
        bytes
    }

    fn from_bytes(bytes: &[u8]) -> Self {
        let records = || {
            let list = bytes.get(1..).unwrap_or_default().chunks_exact(RecordId::LEN);
            list.filter_map(RecordId::from_slice).collect()
        };
        match bytes.first() {
            Some(0) => Self::Key,
            Some(2) => Self::Waits(records()),
            Some(3) => Self::Refused(records()),
            _ => Self::Unreadable,
        }
    }
}
