//! A store in memory: for examples, tests and whoever brings a store of their own later.

use std::collections::BTreeMap;
use std::ops::Bound;

use crate::id::{LogId, RecordId};
use crate::log::{Entry, LogHead};
use crate::record::Row;
use crate::replica::store::{Document, Store, StoreFault, TailSize};
use crate::schema::Schema;

/// Everything a replica keeps, in memory.
///
/// A transaction is a clone: keep it to roll back, drop it to commit. Nothing here is durable.
#[derive(Debug, Clone, Default)]
pub struct MemoryStore {
    /// Document snapshots and tails.
    pub documents: BTreeMap<RecordId, Document>,
    /// The projection.
    pub rows: BTreeMap<RecordId, Row>,
    /// Journal lines by number.
    pub journal: BTreeMap<u64, Vec<u8>>,
    /// The number the next journal line gets.
    pub journal_next: u64,
    /// Entries by log and number.
    pub entries: BTreeMap<(LogId, u64), Entry>,
    /// The head of every log.
    pub heads: BTreeMap<LogId, LogHead>,
    /// Membership records in order.
    pub membership: Vec<Vec<u8>>,
    /// Small values.
    pub values: BTreeMap<String, Vec<u8>>,
}

impl Store for MemoryStore {
    fn document(&mut self, id: RecordId) -> Result<Option<Document>, StoreFault> {
        Ok(self.documents.get(&id).cloned())
    }

    fn append_changes(&mut self, id: RecordId, raw: &[&[u8]]) -> Result<TailSize, StoreFault> {
        let document = self.documents.entry(id).or_default();
        document.tail.extend(raw.iter().map(|change| change.to_vec()));
        Ok(TailSize {
            changes: document.tail.len(),
            bytes: document.tail.iter().map(Vec::len).sum(),
        })
    }

    fn put_snapshot(&mut self, id: RecordId, snapshot: &[u8]) -> Result<(), StoreFault> {
        self.documents.insert(
            id,
            Document {
                snapshot: snapshot.to_vec(),
                tail: Vec::new(),
            },
        );
        Ok(())
    }

    fn document_ids(&mut self, after: Option<RecordId>, limit: usize) -> Result<Vec<RecordId>, StoreFault> {
        let from = after.map_or(Bound::Unbounded, Bound::Excluded);
        Ok(self
            .documents
            .range((from, Bound::Unbounded))
            .map(|(id, _)| *id)
            .take(limit)
            .collect())
    }

    fn put_row(&mut self, row: &Row, _: &Schema) -> Result<(), StoreFault> {
        self.rows.insert(row.id, row.clone());
        Ok(())
    }

    fn journal_push(&mut self, line: &[u8]) -> Result<u64, StoreFault> {
        self.journal_next += 1;
        self.journal.insert(self.journal_next, line.to_vec());
        Ok(self.journal_next)
    }

    fn journal_front(&mut self, max_bytes: usize) -> Result<Vec<(u64, Vec<u8>)>, StoreFault> {
        let mut room = max_bytes;
        let mut lines = Vec::new();
        for (number, line) in &self.journal {
            if line.len() > room && !lines.is_empty() {
                break;
            }
            room = room.saturating_sub(line.len());
            lines.push((*number, line.clone()));
        }
        Ok(lines)
    }

    fn journal_remove(&mut self, up_to: u64) -> Result<(), StoreFault> {
        self.journal.retain(|number, _| *number > up_to);
        Ok(())
    }

    fn journal_count(&mut self, first: u8) -> Result<u64, StoreFault> {
        let lines = self.journal.values();
        Ok(lines.filter(|line| line.first() == Some(&first)).count() as u64)
    }

    fn log_heads(&mut self) -> Result<Vec<LogHead>, StoreFault> {
        Ok(self.heads.values().copied().collect())
    }

    fn append_entry(&mut self, entry: &Entry, head: &LogHead) -> Result<(), StoreFault> {
        self.entries
            .insert((entry.header.log, entry.header.seq), entry.clone());
        self.heads.insert(head.log, *head);
        Ok(())
    }

    fn entries(&mut self, log: LogId, from: u64, max_bytes: usize) -> Result<Vec<Entry>, StoreFault> {
        let mut room = max_bytes;
        let mut entries = Vec::new();
        for (_, entry) in self.entries.range((log, from)..=(log, u64::MAX)) {
            if entry.weight() > room && !entries.is_empty() {
                break;
            }
            room = room.saturating_sub(entry.weight());
            entries.push(entry.clone());
        }
        Ok(entries)
    }

    fn truncate_log(&mut self, log: LogId, from: u64, head: Option<&LogHead>) -> Result<(), StoreFault> {
        self.entries.retain(|(of, seq), _| *of != log || *seq < from);
        match head {
            Some(head) => self.heads.insert(log, *head),
            None => self.heads.remove(&log),
        };
        Ok(())
    }

    fn membership(&mut self) -> Result<Vec<Vec<u8>>, StoreFault> {
        Ok(self.membership.clone())
    }

    fn push_membership(&mut self, position: u32, bytes: &[u8]) -> Result<(), StoreFault> {
        self.membership.truncate(position as usize);
        self.membership.push(bytes.to_vec());
        Ok(())
    }

    fn get(&mut self, key: &str) -> Result<Option<Vec<u8>>, StoreFault> {
        Ok(self.values.get(key).cloned())
    }

    fn put(&mut self, key: &str, value: Option<&[u8]>) -> Result<(), StoreFault> {
        match value {
            Some(value) => self.values.insert(key.to_owned(), value.to_vec()),
            None => self.values.remove(key),
        };
        Ok(())
    }

    fn scan(&mut self, prefix: &str) -> Result<Vec<(String, Vec<u8>)>, StoreFault> {
        let from = self.values.range(prefix.to_owned()..);
        let found = from.take_while(|(key, _)| key.starts_with(prefix));
        Ok(found.map(|(key, value)| (key.clone(), value.clone())).collect())
    }
}
