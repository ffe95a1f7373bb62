//! History: who changed what, from what to what, read from the document when somebody asks.

use std::collections::BTreeSet;

use automerge::legacy::{Key, ObjectId, OpType};
use automerge::{ChangeHash, ObjId, ReadDoc};

use crate::id::ActorId;
use crate::record::Record;
use crate::schema::Scalar;
use crate::time::Timestamp;

/// One change, as people read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryLine {
    /// The change.
    pub hash: [u8; 32],
    /// Who.
    pub actor: ActorId,
    /// The number of the change among this actor's in this record.
    pub seq: u64,
    /// When, by the writer's clock.
    pub at: Timestamp,
    /// Which cells, with what the writer saw there before and left there; a long text whole.
    pub cells: Vec<(String, Scalar, Scalar)>,
}

impl Record {
    /// Returns what was changed, causes before effects, in the same order on every device.
    ///
    /// Reads the whole history: for one record on a screen, not for lists. Changes without content
    /// (the seeds of long texts) are left out.
    pub fn history(&self) -> Vec<HistoryLine> {
        let mut changes = self.doc.get_changes(&[]);
        // A change's operations are numbered after those of all it builds on.
        changes.sort_by(|a, b| (a.start_op(), a.actor_id()).cmp(&(b.start_op(), b.actor_id())));
        changes.iter().filter_map(|change| self.line(change)).collect()
    }

    fn line(&self, change: &automerge::Change) -> Option<HistoryLine> {
        let after = [change.hash()];
        let cells: Vec<_> = self
            .cells_of(change)
            .into_iter()
            .map(|cell| {
                let before = self.value_at(&cell, change.deps());
                let after = self.value_at(&cell, &after);
                (cell, before, after)
            })
            .collect();
        (!cells.is_empty()).then_some(HistoryLine {
            hash: change.hash().0,
            actor: ActorId::from_slice(change.actor_id().to_bytes())?,
            seq: change.seq(),
            at: Timestamp(change.timestamp()),
            cells,
        })
    }

    /// The cells that a change writes; what foreign programs nest deeper is left out.
    fn cells_of(&self, change: &automerge::Change) -> BTreeSet<String> {
        let mut cells = BTreeSet::new();
        let mut objects: BTreeSet<ObjId> = BTreeSet::new();
        for op in change.decode().operations {
            match (op.obj, op.key) {
                (ObjectId::Root, Key::Map(cell)) if !matches!(op.action, OpType::Make(_)) => {
                    cells.insert(cell.to_string());
                }
                (ObjectId::Id(id), _) => {
                    objects.insert(ObjId::Id(id.counter(), id.actor().clone(), 0));
                }
                _ => {}
            }
        }
        for object in objects {
            let field = self
                .doc
                .parents(&object)
                .ok()
                .and_then(|mut parents| parents.next());
            if let Some(automerge::Prop::Map(field)) = field.map(|parent| parent.prop)
                && self.note_object(&field) == Some(object)
            {
                cells.insert(field);
            }
        }
        cells
    }

    fn value_at(&self, cell: &str, heads: &[ChangeHash]) -> Scalar {
        let mut values = self.standing(cell, Some(heads));
        if values.is_empty() {
            Scalar::Null
        } else {
            values.swap_remove(0).value
        }
    }
}
