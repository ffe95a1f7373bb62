//! A transaction as what a replica keeps: the same methods, with the fault that core knows.

use tawro_core::id::{LogId, RecordId};
use tawro_core::log::{Entry, LogHead};
use tawro_core::record::Row;
use tawro_core::replica::{Document, Store, StoreFault, TailSize};
use tawro_core::schema::Schema;

use super::Tx;

impl Store for Tx<'_> {
    fn document(&mut self, id: RecordId) -> Result<Option<Document>, StoreFault> {
        Ok(Tx::document(self, id)?)
    }

    fn append_changes(&mut self, id: RecordId, raw: &[&[u8]]) -> Result<TailSize, StoreFault> {
        Ok(Tx::append_changes(self, id, raw)?)
    }

    fn put_snapshot(&mut self, id: RecordId, snapshot: &[u8]) -> Result<(), StoreFault> {
        Ok(Tx::put_snapshot(self, id, snapshot)?)
    }

    fn document_ids(&mut self, after: Option<RecordId>, limit: usize) -> Result<Vec<RecordId>, StoreFault> {
        Ok(Tx::document_ids(self, after, limit)?)
    }

    fn put_row(&mut self, row: &Row, _: &Schema) -> Result<(), StoreFault> {
        Ok(Tx::put_row(self, row)?)
    }

    fn journal_push(&mut self, line: &[u8]) -> Result<u64, StoreFault> {
        Ok(Tx::journal_push(self, line)?)
    }

    fn journal_front(&mut self, max_bytes: usize) -> Result<Vec<(u64, Vec<u8>)>, StoreFault> {
        Ok(Tx::journal_front(self, max_bytes)?)
    }

    fn journal_remove(&mut self, up_to: u64) -> Result<(), StoreFault> {
        Ok(Tx::journal_remove(self, up_to)?)
    }

    fn journal_count(&mut self, first: u8) -> Result<u64, StoreFault> {
        Ok(Tx::journal_count(self, first)?)
    }

    fn log_heads(&mut self) -> Result<Vec<LogHead>, StoreFault> {
        Ok(Tx::log_heads(self)?)
    }

    fn append_entry(&mut self, entry: &Entry, head: &LogHead) -> Result<(), StoreFault> {
        Ok(Tx::append_entry(self, entry, head)?)
    }

    fn entries(&mut self, log: LogId, from: u64, max_bytes: usize) -> Result<Vec<Entry>, StoreFault> {
        Ok(Tx::entries(self, log, from, max_bytes)?)
    }

    fn truncate_log(&mut self, log: LogId, from: u64, head: Option<&LogHead>) -> Result<(), StoreFault> {
        Ok(Tx::truncate_log(self, log, from, head)?)
    }

    fn membership(&mut self) -> Result<Vec<Vec<u8>>, StoreFault> {
        Ok(Tx::membership(self)?)
    }

    fn push_membership(&mut self, position: u32, bytes: &[u8]) -> Result<(), StoreFault> {
        Ok(Tx::push_membership(self, position, bytes)?)
    }

    fn get(&mut self, key: &str) -> Result<Option<Vec<u8>>, StoreFault> {
        Ok(Tx::get(self, key)?)
    }

    fn put(&mut self, key: &str, value: Option<&[u8]>) -> Result<(), StoreFault> {
        Ok(Tx::put(self, key, value)?)
    }

    fn scan(&mut self, prefix: &str) -> Result<Vec<(String, Vec<u8>)>, StoreFault> {
        Ok(Tx::scan(self, prefix)?)
    }
}
