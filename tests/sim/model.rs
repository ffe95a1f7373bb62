//! What people wrote and saw, kept apart from the product: the measure of what must be there.

use std::collections::{BTreeMap, BTreeSet};

use tawro_core::id::{DeviceId, RecordId};
use tawro_core::record::{Heads, Record};
use tawro_core::replica::MemoryStore;
use tawro_core::schema::Scalar;

/// The fields into which tokens are written.
pub(crate) const FIELDS: [&str; 3] = ["address", "profession", "douar"];
/// The long text.
pub(crate) const NOTE: &str = "note";

/// A form in front of a person: the state it was opened at and what it showed.
#[derive(Clone)]
pub(crate) struct Form {
    pub(crate) record: RecordId,
    pub(crate) heads: Heads,
    /// By cell, every value shown.
    pub(crate) shown: BTreeMap<String, Vec<String>>,
    pub(crate) deleted: bool,
}

/// A token that somebody wrote, and what it was written over.
pub(crate) struct Write {
    pub(crate) record: RecordId,
    pub(crate) cell: String,
    /// The values that the writer saw in the cell.
    pub(crate) shown: Vec<String>,
    pub(crate) number: u64,
    pub(crate) device: DeviceId,
}

/// All that was written.
#[derive(Default)]
pub(crate) struct Model {
    pub(crate) writes: BTreeMap<String, Write>,
    pub(crate) next: u64,
}

impl Model {
    /// A text that nobody wrote before.
    pub(crate) fn token(&mut self) -> String {
        self.next += 1;
        format!("t{:05}z", self.next)
    }
}

/// The record as a store has it.
pub(crate) fn read(store: &MemoryStore, id: RecordId) -> Option<Record> {
    let document = store.documents.get(&id)?;
    Record::load(id, &document.snapshot, &document.tail).ok()
}

/// What a form shows of a record.
pub(crate) fn open_form(store: &MemoryStore, id: RecordId) -> Option<Form> {
    let record = read(store, id)?;
    let row = store.rows.get(&id)?;
    let cells = FIELDS.iter().chain([&NOTE]);
    let shown = cells.map(|cell| ((*cell).to_owned(), values(&record, cell)));
    Some(Form {
        record: id,
        heads: row.heads.clone(),
        shown: shown.collect(),
        deleted: row.deleted,
    })
}

/// Every value that stands in a cell.
pub(crate) fn values(record: &Record, cell: &str) -> Vec<String> {
    let conflict = record
        .conflicts()
        .into_iter()
        .find(|conflict| conflict.cell == cell);
    let values: Vec<Scalar> = match conflict {
        Some(conflict) => conflict.values.into_iter().map(|writing| writing.value).collect(),
        None => record.cells().get(cell).cloned().into_iter().collect(),
    };
    let texts = values.iter().filter_map(|value| value.as_text());
    let mut texts: Vec<_> = texts.filter(|text| !text.is_empty()).map(str::to_owned).collect();
    texts.sort();
    texts
}

/// Every token in the history of a record, by cell.
pub(crate) fn tokens(record: &Record) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for line in record.history() {
        for (cell, _, after) in line.cells {
            let Some(text) = after.as_text() else { continue };
            if cell == NOTE {
                found.extend(
                    text.split('\n')
                        .filter(|part| !part.is_empty())
                        .map(str::to_owned),
                );
            } else if FIELDS.contains(&cell.as_str()) {
                found.insert(text.to_owned());
            }
        }
    }
    found
}

/// Every token in the records of a store.
pub(crate) fn all_tokens(store: &MemoryStore) -> BTreeSet<String> {
    let records = store.documents.keys().filter_map(|id| read(store, *id));
    records.flat_map(|record| tokens(&record)).collect()
}
