//! Checks: whether a data folder agrees with itself, and two devices with each other.

use tawro_core::crypto;
use tawro_core::id::RecordId;
use tawro_core::record::{Record, Row};

use crate::driver::Node;
use crate::fault::NodeError;
use crate::projection;
use crate::store::{StoreError, Tx};

/// What a check of the folder found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// Records there are.
    pub records: u64,
    /// Entries of all logs.
    pub entries: u64,
    /// What the database says of its own pages; empty if they are whole.
    pub faults: Vec<String>,
    /// Rows that are not what their record projects to, records that cannot be read among them.
    pub differing: u64,
    /// Entries that are stored and not applied.
    pub unapplied: u64,
}

/// What two devices of one association must have in common once they agree.
///
/// Equal digests mean equal heads, rows, conflicts and issues of every record, nothing parked and
/// nothing that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digest {
    /// Records there are, deleted ones among them.
    pub records: u64,
    /// Hash over all of them in the order of their ids.
    pub hash: [u8; 32],
    /// Entries that are stored and not applied: two devices with any do not agree.
    pub unapplied: u64,
}

impl Node {
    /// Checks the database's pages, and every row against its record.
    pub fn check(&mut self) -> Result<Checked, NodeError> {
        let faults = self.db().verify()?;
        let schema = self.declared().clone();
        let unapplied = self.status()?.unapplied.len() as u64;
        let entries = self.replica().heads().map(|head| head.seq + 1).sum();
        let (_, db) = self.halves();
        let mut checked = Checked {
            faults,
            entries,
            unapplied,
            ..Checked::default()
        };
        db.read(|tx| {
            each(tx, &mut |tx, id| {
                checked.records += 1;
                let Some(document) = tx.document(id)? else {
                    return Ok(());
                };
                let record = Record::load(id, &document.snapshot, &document.tail);
                let expected = record.ok().map(|record| record.row(&schema));
                let known = expected
                    .as_ref()
                    .is_none_or(|row| schema.kind(&row.kind).is_some());
                if known && tx.projected(id)? != expected {
                    checked.differing += 1;
                }
                Ok(())
            })
        })?;
        Ok(checked)
    }

    /// Makes every row anew from its record; returns how many records there are.
    pub fn rebuild(&mut self, progress: &mut dyn FnMut(u64, u64)) -> Result<u64, NodeError> {
        let schema = self.declared().clone();
        let rebuilt = projection::rebuild(self.db(), &schema, progress)?;
        Ok(rebuilt.documents)
    }

    /// What this device knows, in a form that another can compare.
    pub fn digest(&mut self) -> Result<Digest, NodeError> {
        let unapplied = self.status()?.unapplied.len() as u64;
        let (_, db) = self.halves();
        let (mut records, mut all) = (0, Vec::new());
        db.read(|tx| {
            each(tx, &mut |tx, id| {
                records += 1;
                let row = tx.projected(id)?;
                let issues = tx.row(id)?.map(|row| row.issues);
                let text = format!("{id}{}{issues:?}", row.as_ref().map(plain).unwrap_or_default());
                all.extend_from_slice(&crypto::hash(text.as_bytes()));
                Ok(())
            })
        })?;
        Ok(Digest {
            records,
            hash: crypto::hash(&all),
            unapplied,
        })
    }
}

/// Everything of a row that devices must agree on.
fn plain(row: &Row) -> String {
    let Row {
        id: _,
        kind,
        cells,
        conflicts,
        issues,
        deleted,
        merged_into,
        import,
        heads,
        updated,
    } = row;
    format!("{kind}{cells:?}{conflicts:?}{issues:?}{deleted}{merged_into:?}{import:?}{heads:?}{updated:?}")
}

/// Every record, in the order of ids.
fn each(
    tx: &mut Tx<'_>,
    seen: &mut dyn FnMut(&mut Tx<'_>, RecordId) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut after = None;
    loop {
        let ids = tx.document_ids(after, PAGE)?;
        let Some(last) = ids.last() else { return Ok(()) };
        after = Some(*last);
        for id in ids {
            seen(tx, id)?;
        }
    }
}

/// Ids that are read at once.
const PAGE: usize = 1_000;
