//! Conflicts: cells in which two people wrote different values without knowing of each other.

use automerge::ObjId;

use crate::id::ActorId;
use crate::record::Record;
use crate::schema::Scalar;
use crate::time::Timestamp;

/// A cell with more than one value, until a person decides ([`crate::command::Command::Resolve`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellConflict {
    /// Which cell.
    pub cell: String,
    /// Its values, all different; first the one that lists show, the same on every device.
    pub values: Vec<Writing>,
}

/// A value and who wrote it; of several people who wrote the same, the one whose writing counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Writing {
    /// What was written.
    pub value: Scalar,
    /// By whom; the caller knows the device and the person behind an actor.
    pub actor: ActorId,
    /// When, by the writer's clock.
    pub at: Timestamp,
    /// The change.
    pub hash: [u8; 32],
}

impl Record {
    /// Returns the cells that wait for a person's decision, by name.
    ///
    /// Reserved cells are not among them: a contested deletion, or two merges into different records
    /// (of which the winner is followed), are issues of the row.
    pub fn conflicts(&self) -> Vec<CellConflict> {
        let disputed = self
            .derived()
            .disputed
            .iter()
            .filter(|cell| !cell.starts_with('_'));
        disputed
            .map(|cell| CellConflict {
                cell: cell.clone(),
                values: self
                    .distinct(cell, None)
                    .into_iter()
                    .filter_map(|one| self.writing(one.value, &one.op))
                    .collect(),
            })
            .collect()
    }

    fn writing(&self, value: Scalar, op: &ObjId) -> Option<Writing> {
        let hash = self.doc.hash_for_opid(op)?;
        let change = self.doc.get_change_meta_by_hash(&hash)?;
        let actor = ActorId::from_slice(change.actor.to_bytes())?;
        Some(Writing {
            value,
            actor,
            at: Timestamp(change.timestamp),
            hash: hash.0,
        })
    }
}
