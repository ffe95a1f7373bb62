//! The documents a replica has open: few at a time, loaded on demand, folded when their tail grows.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::command::{Records, Unreadable};
use crate::id::RecordId;
use crate::record::{Change, Record};
use crate::replica::ReplicaFault;
use crate::replica::store::{Store, StoreFault, TailSize};
use crate::schema::Schema;

/// Documents kept open after use; an open one costs about 20 KB.
const OPEN_MAX: usize = 200;
/// A tail of so many changes is folded into the snapshot.
const TAIL_CHANGES_MAX: usize = 16;
/// A tail of so many bytes is folded into the snapshot.
const TAIL_BYTES_MAX: usize = 4 * 1024;

/// The open documents, least recently used first out.
#[derive(Default)]
pub(crate) struct Documents {
    open: BTreeMap<RecordId, (u64, Record)>,
    by_use: BTreeSet<(u64, RecordId)>,
    uses: u64,
}

impl Documents {
    /// Takes a document out of the cache or the store; put it back with [`Documents::keep`].
    pub(crate) fn take(
        &mut self,
        id: RecordId,
        store: &mut dyn Store,
    ) -> Result<Option<Record>, ReplicaFault> {
        if let Some((used, record)) = self.open.remove(&id) {
            self.by_use.remove(&(used, id));
            return Ok(Some(record));
        }
        let Some(document) = store.document(id)? else {
            return Ok(None);
        };
        match Record::load(id, &document.snapshot, &document.tail) {
            Ok(record) => Ok(Some(record)),
            Err(fault) => Err(ReplicaFault::Document { id, fault }),
        }
    }

    /// Puts a document into the cache.
    pub(crate) fn keep(&mut self, record: Record) {
        let id = record.id();
        self.uses += 1;
        if let Some((used, _)) = self.open.insert(id, (self.uses, record)) {
            self.by_use.remove(&(used, id));
        }
        self.by_use.insert((self.uses, id));
        while self.open.len() > OPEN_MAX {
            let Some((_, oldest)) = self.by_use.pop_first() else {
                break;
            };
            self.open.remove(&oldest);
        }
    }

    /// Forgets every open document, after a transaction that did not happen.
    pub(crate) fn clear(&mut self) {
        self.open.clear();
        self.by_use.clear();
    }
}

/// Writes a record's new changes and its row, folding the tail if it has grown long.
pub(crate) fn write(
    record: &mut Record,
    changes: &[Change],
    schema: &Schema,
    store: &mut dyn Store,
) -> Result<(), StoreFault> {
    if !changes.is_empty() {
        let raw: Vec<&[u8]> = changes.iter().map(|change| change.raw.as_slice()).collect();
        let tail = store.append_changes(record.id(), &raw)?;
        if is_long(tail) {
            let snapshot = record.save();
            store.put_snapshot(record.id(), &snapshot)?;
        }
    }
    let row = record.row(schema);
    store.put_row(&row, schema)
}

fn is_long(tail: TailSize) -> bool {
    tail.changes > TAIL_CHANGES_MAX || tail.bytes > TAIL_BYTES_MAX
}

/// Looks a record up for a decision, in the cache and then in the store.
pub(crate) struct Lookup<'a> {
    pub(crate) documents: &'a mut Documents,
    pub(crate) store: &'a mut dyn Store,
    /// What went wrong beneath: ours to tell, not a refusal of what the person asked.
    pub(crate) fault: Option<ReplicaFault>,
}

impl Records for Lookup<'_> {
    fn record(&mut self, id: RecordId) -> Result<Option<Record>, Unreadable> {
        self.documents.take(id, self.store).map_err(|fault| {
            let source = Arc::new(std::io::Error::other(fault.to_string()));
            self.fault = Some(fault);
            Unreadable { record: id, source }
        })
    }
}
