//! All that one edition tells: public records, each once, in order, within bounds.

use std::collections::BTreeMap;

use minicbor::{Decode, Encode};

use super::read::makes_sense;
use super::{EditionFault, Item};
use crate::id::RecordId;
use crate::schema::{Scalar, Schema};
use crate::share::{Malformed, canon};

/// The longest programme, in bytes.
pub const PROGRAMME_BYTES_MAX: usize = 1024 * 1024;
/// The most records in it.
pub const ITEMS_MAX: usize = 2_000;

/// The public records of a programme.
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode)]
pub struct Programme {
    /// In order of kind and id, each once.
    #[cbor(n(0), decode_with = "canon::list::<_, _, ITEMS_MAX>")]
    items: Vec<Item>,
}

/// What was taken of an operator's records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// All that can be published.
    pub programme: Programme,
    /// Records that stay behind: something is missing in them, or is not what it should be.
    pub left_out: Vec<RecordId>,
}

impl Programme {
    /// The public fields of records, each with its kind and id: those that are not deleted, and stand for
    /// themselves. Kinds of which nothing is public are passed over, whatever stands in them.
    ///
    /// # Errors
    /// [`EditionFault::TooMany`] and [`EditionFault::TooLong`].
    pub fn of<'r>(
        schema: &Schema,
        records: impl IntoIterator<Item = (RecordId, &'r str, &'r BTreeMap<String, Scalar>)>,
    ) -> Result<Drawn, EditionFault> {
        let mut items = BTreeMap::new();
        let mut left_out = Vec::new();
        for (id, kind, cells) in records {
            let Some(item) = Item::of(schema, kind, id, cells) else {
                continue;
            };
            let sound = item.check(schema).is_ok() && item.is_complete(schema) && makes_sense(&item);
            match sound {
                true => drop(items.insert((item.kind().to_owned(), id), item)),
                false => left_out.push(id),
            }
        }
        let items = items.into_values().collect();
        let programme = Self { items };
        programme.check_size()?;
        Ok(Drawn { programme, left_out })
    }

    /// Its records, in order of kind and id.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// Whether it tells nothing.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The one encoding: what the operator hands to the hub, before it has a number.
    pub fn to_bytes(&self) -> Vec<u8> {
        canon::to_bytes(self)
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote, and only that.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        let programme: Self = canon::from_bytes(bytes, PROGRAMME_BYTES_MAX)?;
        programme.is_in_order().then_some(programme).ok_or(Malformed)
    }

    /// Refuses what a schema knows and does not publish, and values that no such field has.
    ///
    /// # Errors
    /// The first record that is not what it should be.
    pub fn check(&self, schema: &Schema) -> Result<(), EditionFault> {
        self.check_size()?;
        self.items.iter().try_for_each(|item| item.check(schema))
    }

    /// Refuses also what a schema does not know: nobody signs what they cannot read.
    ///
    /// # Errors
    /// As [`check`](Self::check), and [`EditionFault::Unknown`].
    pub fn check_whole(&self, schema: &Schema) -> Result<(), EditionFault> {
        self.check(schema)?;
        self.items.iter().try_for_each(|item| item.check_known(schema))
    }

    pub(super) fn is_in_order(&self) -> bool {
        let key = |item: &Item| (item.kind().to_owned(), item.id());
        self.items.windows(2).all(|pair| key(&pair[0]) < key(&pair[1]))
    }

    fn check_size(&self) -> Result<(), EditionFault> {
        let (found, limit) = (self.items.len(), ITEMS_MAX);
        if found > limit {
            return Err(EditionFault::TooMany { found, limit });
        }
        let (found, limit) = (self.to_bytes().len(), PROGRAMME_BYTES_MAX);
        match found > limit {
            true => Err(EditionFault::TooLong { found, limit }),
            false => Ok(()),
        }
    }
}

#[cfg(test)]
impl Programme {
    /// Whatever somebody could write in, in the order in which they did.
    pub(super) fn forged(records: &[(&str, RecordId, BTreeMap<String, Scalar>)]) -> Self {
        let forged = |(kind, id, cells): &(&str, RecordId, BTreeMap<String, Scalar>)| {
            Item::forged(kind, *id, cells.clone())
        };
        Self {
            items: records.iter().map(forged).collect(),
        }
    }
}
