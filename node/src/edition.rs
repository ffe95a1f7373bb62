//! Editions of the programme at a node: what its operator would publish, and the newest one that was taken.

use std::collections::BTreeMap;

use serde::Deserialize;
use tawro_core::command::Refusal;
use tawro_core::programme::{Drawn, Edition, ITEMS_MAX, Programme, Taken};
use tawro_core::replica::ExecuteFault;
use tawro_core::schema::published::{TARGET, publishes};
use tawro_core::schema::{Scalar, Schema};

use crate::driver::Node;
use crate::fault::NodeError;
use crate::store::{ListQuery, ListRow};

/// Where the newest edition is kept, as it came.
const KEPT: &str = "programme/edition";
/// Where an operator's computer keeps that the programme as agreed was taken in.
const AGREED: &str = "programme-agreed";
/// The programme of YES as its partners know it; law and letters with where they come from.
const CATALOGUE: &str = include_str!("../catalogue/programme.json");

/// A record of the catalogue: what a person would have typed, by cell.
#[derive(Deserialize)]
struct Agreed {
    kind: String,
    cells: BTreeMap<String, String>,
}

impl Node {
    /// Refuses whoever does not write what the programme publishes; nobody does where none is run.
    pub fn may_publish(&self) -> Result<(), NodeError> {
        match self.schema().kind(TARGET) {
            Some(_) => self.may_write(TARGET),
            None => Err(NodeError::NotAllowed),
        }
    }

    /// All that would be published now: the public fields of this association's own records.
    pub fn draw_programme(&mut self) -> Result<Drawn, NodeError> {
        self.may_publish()?;
        let schema = self.schema().clone();
        // One more than there may be, so that too many are told and not cut off.
        let query = ListQuery {
            limit: ITEMS_MAX + 1,
            ..ListQuery::default()
        };
        let rows = self.read(|_, tx| {
            let mut rows: Vec<ListRow> = Vec::new();
            for kind in schema.kinds().filter(|kind| publishes(kind)) {
                rows.extend(tx.list(kind.key, &query)?);
            }
            Ok(rows)
        })?;
        let records = rows.iter().map(|row| (row.id, row.kind.as_str(), &row.cells));
        Ok(Programme::of(&schema, records)?)
    }

    /// The newest edition that was taken in, if one was; anybody who is let in may read it.
    pub fn edition(&mut self) -> Result<Option<Edition>, NodeError> {
        let kept = self.read(|_, tx| Ok(tx.get(KEPT)?))?;
        Ok(kept.and_then(|bytes| Edition::from_bytes(&bytes).ok()))
    }

    /// Takes an edition in, whoever brings it: signed by the hub at which this association is enrolled, and
    /// not older than the one that is kept.
    ///
    /// # Errors
    /// [`NodeError::NotEnrolled`] where no hub's key is known, and why an edition is refused.
    pub fn take_edition(&mut self, bytes: &[u8]) -> Result<Taken, NodeError> {
        self.hub()?.ok_or(NodeError::NotEnrolled)?;
        let hub = self.hub_key();
        self.in_transaction(|_, tx| {
            let held = tx.get(KEPT)?;
            let held = held.and_then(|bytes| Edition::from_bytes(&bytes).ok());
            // What another hub signed counts for nothing once the association is at this one.
            let held = held.filter(|held| held.verify(&hub).is_ok());
            let taken = Edition::take(bytes, held.as_ref(), &Schema::builtin(), &hub)?;
            if let Taken::New(_) = &taken {
                tx.put(KEPT, Some(bytes))?;
            }
            Ok(taken)
        })
    }

    /// Whether the programme as it was agreed may still be taken in here.
    pub fn may_take_in_agreed(&mut self) -> Result<bool, NodeError> {
        Ok(self.may_publish().is_ok() && self.note(AGREED)?.is_none())
    }

    /// Writes the records of the programme as it was agreed: those that are not there already, once. Returns
    /// how many it wrote.
    pub fn take_in_agreed(&mut self) -> Result<usize, NodeError> {
        self.may_publish()?;
        let schema = self.schema().clone();
        let query = ListQuery {
            limit: ITEMS_MAX,
            ..ListQuery::default()
        };
        let mut written = 0;
        for Agreed { kind, cells } in catalogue() {
            let rows = self.list(&kind, &query)?;
            let title = schema
                .kind(&kind)
                .map(|kind| kind.title.as_slice())
                .unwrap_or_default();
            let is_title = |path: &str| path.split('/').next().is_some_and(|field| title.contains(&field));
            // Called the same in one language, it is the same.
            let stands = |row: &ListRow| {
                let mut called = cells.iter().filter(|(path, _)| is_title(path));
                called.any(|(path, text)| row.cells.get(path).and_then(Scalar::as_text) == Some(text))
            };
            if rows.iter().any(stands) {
                continue;
            }
            let pairs: Vec<(String, String)> = cells.into_iter().collect();
            match self.add(&kind, &pairs) {
                Ok(_) => written += 1,
                // The one there is of it says something else: it is the operator's own.
                Err(NodeError::Execute(ExecuteFault::Refused(Refusal::Exists { .. }))) => {}
                Err(other) => return Err(other),
            }
        }
        self.keep_note(AGREED, Some("1"))?;
        Ok(written)
    }
}

fn catalogue() -> Vec<Agreed> {
    serde_json::from_str(CATALOGUE).expect("the catalogue that ships is read, as a test shows")
}

#[cfg(test)]
mod tests;
