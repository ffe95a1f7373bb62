//! Who is there already: stored entries and those of the sheet itself, found by what they share.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use tawro_core::id::RecordId;

/// An entry that a row may be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Entry {
    /// A record of the association.
    Stored(RecordId),
    /// An earlier row of the sheet, by its place in the plan.
    Planned(usize),
}

/// Entries by the hashes of their keys: a sixteen-byte line per key, so that a hundred thousand
/// persons take no more memory than the sheet. A chance hit is sorted out by comparing.
#[derive(Debug, Default)]
pub(crate) struct Pool {
    ids: Vec<RecordId>,
    /// Sorted by [`Self::seal`].
    stored: Vec<(u64, u32)>,
    planned: HashMap<u64, Vec<usize>>,
}

/// A name that many share is no lead: beyond this, a key's entries are not compared.
const ENTRIES_MAX: usize = 16;

impl Pool {
    pub(crate) fn add_stored(&mut self, id: RecordId, keys: impl IntoIterator<Item = String>) {
        let at = match self.ids.last() {
            Some(last) if *last == id => self.ids.len() - 1,
            _ => {
                self.ids.push(id);
                self.ids.len() - 1
            }
        };
        self.stored
            .extend(keys.into_iter().map(|key| (hash(&key), at as u32)));
    }

    /// Makes what was stored findable.
    pub(crate) fn seal(&mut self) {
        self.stored.sort_unstable();
    }

    pub(crate) fn add_planned(&mut self, at: usize, keys: impl IntoIterator<Item = String>) {
        for key in keys {
            let rows = self.planned.entry(hash(&key)).or_default();
            if rows.len() < ENTRIES_MAX {
                rows.push(at);
            }
        }
    }

    /// The entries that share a key, each once; of a key that very many share, the first ones.
    pub(crate) fn find(&self, keys: impl IntoIterator<Item = String>) -> Vec<Entry> {
        let mut found = Vec::new();
        for key in keys {
            let key = hash(&key);
            let from = self.stored.partition_point(|(stored, _)| *stored < key);
            let stored = self.stored[from..]
                .iter()
                .take_while(|(stored, _)| *stored == key);
            found.extend(
                stored
                    .take(ENTRIES_MAX)
                    .map(|(_, at)| Entry::Stored(self.ids[*at as usize])),
            );
            found.extend(
                self.planned
                    .get(&key)
                    .into_iter()
                    .flatten()
                    .map(|at| Entry::Planned(*at)),
            );
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

fn hash(key: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}
