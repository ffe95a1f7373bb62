//! What a replica keeps, as one transaction that its caller opens and commits.
//!
//! The transaction is an argument and not an effect, because a replica reads what it has just
//! written: ten commands on one person in one transaction each see the one before. What was
//! promised to a peer is sent only after the commit; see [`crate::replica::Peer`].

use thiserror::Error;

use crate::id::{LogId, RecordId};
use crate::log::{Entry, LogHead};
use crate::record::Row;
use crate::schema::Schema;

/// A document as it lies in the store.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// The last saved state; empty if there is none yet.
    pub snapshot: Vec<u8>,
    /// The changes since, raw, in the order in which they arrived.
    pub tail: Vec<Vec<u8>>,
}

/// How long a document's tail has become.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TailSize {
    /// Changes in it.
    pub changes: usize,
    /// Their bytes.
    pub bytes: usize,
}

/// The store failed: the disk is full, the file is damaged, the transaction is gone.
///
/// Nothing of the transaction counts; the replica must be opened anew from what was committed.
#[derive(Debug, Error)]
#[error("the store failed")]
pub struct StoreFault(#[source] pub Box<dyn std::error::Error + Send + Sync>);

/// One transaction over everything that a replica keeps.
///
/// What one method writes, later ones of the same transaction read. Either all of it is durable
/// after the commit, or nothing.
pub trait Store {
    /// The document of a record, if it has one.
    fn document(&mut self, id: RecordId) -> Result<Option<Document>, StoreFault>;
    /// Adds raw changes to the tail of a document, which comes to be if it was not.
    fn append_changes(&mut self, id: RecordId, raw: &[&[u8]]) -> Result<TailSize, StoreFault>;
    /// Replaces a document by its saved state and empties its tail.
    fn put_snapshot(&mut self, id: RecordId, snapshot: &[u8]) -> Result<(), StoreFault>;
    /// Record ids in order, after the given one, at most `limit`.
    fn document_ids(&mut self, after: Option<RecordId>, limit: usize) -> Result<Vec<RecordId>, StoreFault>;

    /// Projects a record: its row, what is searched, what is counted.
    fn put_row(&mut self, row: &Row, schema: &Schema) -> Result<(), StoreFault>;

    /// Adds a line to the journal and returns its number; numbers only grow.
    fn journal_push(&mut self, line: &[u8]) -> Result<u64, StoreFault>;
    /// The oldest lines, together at most `max_bytes`, but at least one if there is one.
    fn journal_front(&mut self, max_bytes: usize) -> Result<Vec<(u64, Vec<u8>)>, StoreFault>;
    /// Removes the lines numbered `up_to` and below.
    fn journal_remove(&mut self, up_to: u64) -> Result<(), StoreFault>;
    /// How many lines begin with this byte.
    fn journal_count(&mut self, first: u8) -> Result<u64, StoreFault>;

    /// The head of every log, contiguous from entry 0.
    fn log_heads(&mut self) -> Result<Vec<LogHead>, StoreFault>;
    /// Appends an entry that was checked; `head` is the log's head afterwards.
    fn append_entry(&mut self, entry: &Entry, head: &LogHead) -> Result<(), StoreFault>;
    /// Entries of a log from `from` on, together at most `max_bytes`, but at least one if there is one.
    fn entries(&mut self, log: LogId, from: u64, max_bytes: usize) -> Result<Vec<Entry>, StoreFault>;
    /// Removes the entries from `from` on; the head becomes `head`, or the log is gone.
    fn truncate_log(&mut self, log: LogId, from: u64, head: Option<&LogHead>) -> Result<(), StoreFault>;

    /// Every membership record, in order.
    fn membership(&mut self) -> Result<Vec<Vec<u8>>, StoreFault>;
    /// Adds the record of the next position.
    fn push_membership(&mut self, position: u32, bytes: &[u8]) -> Result<(), StoreFault>;

    /// A small named value.
    fn get(&mut self, key: &str) -> Result<Option<Vec<u8>>, StoreFault>;
    /// Sets or removes a small named value.
    fn put(&mut self, key: &str, value: Option<&[u8]>) -> Result<(), StoreFault>;
    /// All small values whose name begins so, by name.
    fn scan(&mut self, prefix: &str) -> Result<Vec<(String, Vec<u8>)>, StoreFault>;
}
