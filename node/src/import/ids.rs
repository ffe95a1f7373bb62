//! Ids that every laptop importing the same file gives alike.

use tawro_core::crypto;
use tawro_core::id::{ImportId, RecordId, SpaceId};

/// What the ids of an import derive from.
#[derive(Debug, Clone)]
pub(crate) struct Origin {
    /// Space and file, as bytes.
    base: Vec<u8>,
    sheet: String,
}

impl Origin {
    pub(crate) fn new(space: SpaceId, file: &[u8], sheet: &str) -> Self {
        Self {
            base: [space.0, crypto::hash(file)].concat(),
            sheet: sheet.to_owned(),
        }
    }

    /// The import of this file as this kind, read by this mapping.
    pub(crate) fn import(&self, kind: &str, mapping: &str) -> ImportId {
        ImportId(self.derived("import", &[&self.sheet, kind, mapping]))
    }

    /// The record of a kind that a row makes. A person is the same one whichever register the file
    /// is imported into.
    pub(crate) fn record(&self, kind: &str, row: u32) -> RecordId {
        RecordId(self.derived("imported-record", &[&self.sheet, kind, &row.to_string()]))
    }

    fn derived(&self, purpose: &str, parts: &[&str]) -> [u8; 16] {
        let mut bytes = self.base.clone();
        for part in parts {
            bytes.extend_from_slice(&(part.len() as u64).to_le_bytes());
            bytes.extend_from_slice(part.as_bytes());
        }
        let hash = crypto::derive(purpose, &bytes);
        let mut id = [0; 16];
        id.copy_from_slice(&hash[..16]);
        id
    }
}
