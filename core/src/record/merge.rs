//! Merging: how changes of others come into a document, and which are refused by themselves.
//!
//! Automerge believes what a change says about what it builds on, and panics or writes documents
//! that cannot be read back where that is not so. A device of the association may run a faulty or
//! foreign program, so every change is vetted first, by what it builds on alone: the same change is
//! taken or refused on every device, in whatever order changes come.
//!
//! A change that only puts scalars into the root is checked operation by operation. Any other (a
//! long text, an object of a newer release) is tried on a copy, which must come back from its own
//! saved bytes.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use automerge::legacy::{Key, ObjectId, OpType};
use automerge::{Automerge, ObjId, ROOT, ReadDoc};

use crate::id::ActorId;
use crate::record::change::{OP_NUMBER_MAX, actor_of, parse};
use crate::record::index::Index;
use crate::record::{Change, Record, RecordFault, bounds};

/// Changes of one record that may wait for others.
pub const WAITING_MAX: usize = 4_096;

/// What became of changes that were to be merged.
#[derive(Debug, Default)]
pub struct Applied {
    /// How many came in, those that had waited for them included.
    pub applied: usize,
    /// How many wait for changes that are not here.
    pub waiting: usize,
    /// Those that cannot be taken, each with the reason; every other counts.
    pub refused: Vec<(Change, RecordFault)>,
}

impl Record {
    /// Merges changes, in any order; those it already has are passed over.
    ///
    /// A change whose dependencies are not here waits, in memory and in what [`Self::save`] writes.
    pub fn apply(&mut self, changes: &[Change]) -> Applied {
        let mut outcome = Applied::default();
        let mut pending: BTreeMap<[u8; 32], (Change, automerge::Change)> = BTreeMap::new();
        let mut order = Vec::new();
        let waited = std::mem::take(&mut self.waiting);
        for change in waited.into_iter().chain(changes.iter().cloned()) {
            match self.admit(&change) {
                Ok(Some(parsed)) if !pending.contains_key(&change.hash) => {
                    order.push(change.hash);
                    pending.insert(change.hash, (change, parsed));
                }
                Ok(_) => {}
                Err(fault) => outcome.refused.push((change, fault)),
            }
        }
        // A pass over what is left takes all that is ready; changes mostly come in their order.
        loop {
            let before = pending.len();
            order.retain(|hash| {
                let ready = pending.get(hash).is_some_and(|(_, parsed)| {
                    parsed.deps().iter().all(|dependency| self.knows(&dependency.0))
                });
                if let Some((change, parsed)) = ready.then(|| pending.remove(hash)).flatten() {
                    match self.take(&change, parsed) {
                        Ok(()) => outcome.applied += 1,
                        Err(fault) => outcome.refused.push((change, fault)),
                    }
                }
                !ready
            });
            if pending.is_empty() || pending.len() == before {
                break;
            }
        }
        for (change, _) in order.iter().filter_map(|hash| pending.remove(hash)) {
            if self.waiting.len() < WAITING_MAX {
                self.waiting.push(change);
            } else {
                outcome
                    .refused
                    .push((change, RecordFault::TooManyWaiting { max: WAITING_MAX }));
            }
        }
        outcome.waiting = self.waiting.len();
        outcome
    }

    /// The change as Automerge reads it, unless it is here already.
    fn admit(&self, change: &Change) -> Result<Option<automerge::Change>, RecordFault> {
        if change.record != self.id {
            return Err(RecordFault::OtherRecord);
        }
        if self.knows(&change.hash) {
            return Ok(None);
        }
        let parsed = parse(&change.raw)?;
        if parsed.hash().0 != change.hash {
            return Err(RecordFault::Checksum);
        }
        Ok(Some(parsed))
    }

    /// Takes a change whose dependencies are all here.
    fn take(&mut self, change: &Change, parsed: automerge::Change) -> Result<(), RecordFault> {
        let actor = vet(self, &parsed)?;
        let max_op = parsed.max_op();
        if fenced(|| puts_scalars(self, &parsed))? {
            self.doc
                .apply_changes([parsed])
                .map_err(RecordFault::unreadable)?;
        } else {
            self.doc = tried(&self.doc, parsed)?;
        }
        self.took(actor, change.hash, max_op);
        Ok(())
    }

    /// Keeps the index and forgets what was derived before.
    pub(super) fn took(&mut self, actor: ActorId, hash: [u8; 32], max_op: u64) {
        self.cells.take();
        if let Some(index) = self.index.get_mut() {
            index.add(actor, hash, max_op);
        }
    }
}

pub(super) fn missing(record: &Record) -> Vec<[u8; 32]> {
    let mut missing: Vec<[u8; 32]> = record
        .waiting
        .iter()
        .filter_map(|change| parse(&change.raw).ok())
        .flat_map(|parsed| parsed.deps().iter().map(|hash| hash.0).collect::<Vec<_>>())
        .filter(|hash| !record.knows(hash) && !record.waiting.iter().any(|change| change.hash == *hash))
        .collect();
    missing.sort_unstable();
    missing.dedup();
    missing
}

/// Reads a document that this program saved; damage is an error, never a panic.
pub(super) fn fenced_load(bytes: &[u8]) -> Result<Automerge, RecordFault> {
    fenced(|| Automerge::load(bytes).map_err(RecordFault::unreadable))
}

/// Checks the actor's order and the numbers of operations.
fn vet(record: &Record, change: &automerge::Change) -> Result<ActorId, RecordFault> {
    let index = record.index();
    let actor = actor_of(change.actor_id())?;
    let last = index.seq(&actor);
    if change.seq() <= last {
        return Err(RecordFault::DuplicateSeq {
            actor,
            seq: change.seq(),
        });
    }
    if change.seq() != last + 1 || !builds_on_own(record, index, &actor, change) {
        return Err(RecordFault::Sequence {
            actor,
            last,
            found: change.seq(),
        });
    }
    let start = change.start_op().get();
    let before = change
        .deps()
        .iter()
        .filter_map(|hash| index.max_op_of(&hash.0))
        .max()
        .unwrap_or(0);
    if change.is_empty() || start <= before || start + bounds::OPERATIONS_MAX >= OP_NUMBER_MAX {
        return Err(RecordFault::OperationNumbers {
            start,
            expected: before + 1,
        });
    }
    for other in change.other_actor_ids() {
        if !index.knows_actor(&actor_of(other)?) {
            return Err(RecordFault::Dangling);
        }
    }
    Ok(actor)
}

fn builds_on_own(record: &Record, index: &Index, actor: &ActorId, change: &automerge::Change) -> bool {
    let Some(own) = index.last(actor) else {
        return true;
    };
    change.deps().iter().any(|dependency| dependency.0 == own)
        || !record
            .doc
            .get_changes_meta(change.deps())
            .iter()
            .any(|later| later.hash.0 == own)
}

/// Whether a change only puts scalars into the root, over values that stand in what it builds on,
/// and in the one encoding that a saved document gives back.
fn puts_scalars(record: &Record, change: &automerge::Change) -> Result<bool, RecordFault> {
    let expanded = change.decode();
    let mut written: Vec<(&str, (u64, &automerge::ActorId))> = Vec::new();
    for (op, number) in expanded.operations.iter().zip(change.start_op().get()..) {
        let (ObjectId::Root, Key::Map(cell)) = (&op.obj, &op.key) else {
            return Ok(false);
        };
        let plain = match op.action {
            OpType::Put(_) => true,
            // A saved document keeps a deletion only at what it deletes.
            OpType::Delete => !op.pred.is_empty(),
            _ => false,
        };
        if op.insert || cell.is_empty() || !plain {
            return Ok(false);
        }
        let mut standing = None;
        for before in op.pred.iter() {
            let own = (cell.as_str(), (before.counter(), before.actor()));
            let known = written.contains(&own)
                || standing
                    .get_or_insert_with(|| {
                        record.doc.get_all_at(ROOT, cell.as_str(), change.deps()).unwrap_or_default()
                    })
                    .iter()
                    .any(|(_, op)| matches!(op, ObjId::Id(n, a, _) if *n == before.counter() && a == before.actor()));
            if !known {
                return Err(RecordFault::Dangling);
            }
        }
        written.push((cell, (number, change.actor_id())));
    }
    Ok(automerge::Change::from(expanded).raw_bytes() == change.raw_bytes())
}

/// The document with the change, if it comes back from its own saved bytes with the same heads.
fn tried(doc: &Automerge, change: automerge::Change) -> Result<Automerge, RecordFault> {
    let hash = change.hash();
    let mut copy = doc.clone();
    fenced(move || {
        copy.apply_changes([change]).map_err(RecordFault::unreadable)?;
        let back = Automerge::load(&copy.save_nocompress()).map_err(RecordFault::unreadable)?;
        let taken = copy.get_heads().contains(&hash);
        if taken && back.get_heads() == copy.get_heads() {
            Ok(copy)
        } else {
            Err(RecordFault::Unsound)
        }
    })
}

/// Runs what reads foreign bytes; a panic of the library below is the bytes' fault.
fn fenced<T>(run: impl FnOnce() -> Result<T, RecordFault>) -> Result<T, RecordFault> {
    // What `run` owns is dropped with the panic, so nothing half-done is seen afterwards.
    catch_unwind(AssertUnwindSafe(run)).unwrap_or(Err(RecordFault::Unsound))
}
