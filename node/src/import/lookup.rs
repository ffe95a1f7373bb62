//! What planning asks of the association's records.

use std::collections::BTreeMap;

use thiserror::Error;

use tawro_core::id::{ImportId, RecordId};
use tawro_core::record::Row;

/// The association's data as an import sees it. The store answers it; tests answer from memory.
pub trait Lookup {
    /// The row of a record, deleted ones included.
    fn row(&mut self, id: RecordId) -> Result<Option<Row>, LookupFault>;

    /// Shows every row of a kind once, deleted and merged ones included, in any order.
    fn each(&mut self, kind: &str, seen: &mut dyn FnMut(&Row)) -> Result<(), LookupFault>;

    /// Whether this very import was applied on this device and not undone since.
    fn is_applied(&mut self, import: ImportId) -> Result<bool, LookupFault>;

    /// The mapping that a person gave for sheets with this header, as its file's text.
    fn mapping(&mut self, fingerprint: &str) -> Result<Option<String>, LookupFault>;
}

/// The records cannot be read.
#[derive(Debug, Error)]
#[error("the records cannot be read")]
pub struct LookupFault(#[from] pub Box<dyn std::error::Error + Send + Sync>);

/// Records in memory: an association that has nothing yet, or a test's.
#[derive(Debug, Clone, Default)]
pub struct InMemory {
    /// Every row, by id.
    pub rows: BTreeMap<RecordId, Row>,
    /// The imports that were applied.
    pub applied: Vec<ImportId>,
    /// Mappings by fingerprint.
    pub mappings: BTreeMap<String, String>,
}

impl Lookup for InMemory {
    fn row(&mut self, id: RecordId) -> Result<Option<Row>, LookupFault> {
        Ok(self.rows.get(&id).cloned())
    }

    fn each(&mut self, kind: &str, seen: &mut dyn FnMut(&Row)) -> Result<(), LookupFault> {
        self.rows.values().filter(|row| row.kind == kind).for_each(seen);
        Ok(())
    }

    fn is_applied(&mut self, import: ImportId) -> Result<bool, LookupFault> {
        Ok(self.applied.contains(&import))
    }

    fn mapping(&mut self, fingerprint: &str) -> Result<Option<String>, LookupFault> {
        Ok(self.mappings.get(fingerprint).cloned())
    }
}
