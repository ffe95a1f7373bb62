//! Merging: how changes of others come into a document, and which are refused by themselves.
//!
//! Automerge believes what a change says about what it builds on, and panics or writes documents
//! that cannot be read back where that is not so. A device of the association may run a faulty or
//! foreign program, so every change is vetted first. One that does more than put scalars into the
//! root or edit a long text (an object of a newer release) is tried on a copy, which must come back from
//! its own saved bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};

use automerge::Automerge;

use crate::id::ActorId;
use crate::record::change::past;
use crate::record::raw::parse;
use crate::record::vet::Run;
use crate::record::{Change, Read, Record, RecordFault};

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
        let mut faults = Vec::new();
        let mut read = Vec::with_capacity(changes.len());
        for change in changes {
            match self.admit(change) {
                Ok(Some(one)) => read.push(one),
                Ok(None) => {}
                Err(fault) => faults.push((change.clone(), fault)),
            }
        }
        let mut outcome = self.merge(read);
        outcome.refused.splice(0..0, faults);
        outcome
    }

    /// As [`Self::apply`], of changes of this record that were read already.
    pub(crate) fn merge(&mut self, changes: Vec<Read>) -> Applied {
        let mut outcome = Applied::default();
        let mut pending: BTreeMap<[u8; 32], (Change, automerge::Change)> = BTreeMap::new();
        let mut order = Vec::new();
        for (change, parsed) in std::mem::take(&mut self.waiting) {
            order.push(change.hash);
            pending.insert(change.hash, (change, parsed));
        }
        for Read { change, parsed } in changes {
            if !self.knows(&change.hash) && !pending.contains_key(&change.hash) {
                order.push(change.hash);
                pending.insert(change.hash, (change, parsed));
            }
        }
        // A pass over what is left takes all that is ready; changes mostly come in their order.
        let mut run = Run::default();
        loop {
            let before = pending.len();
            order.retain(|hash| {
                let ready = pending.get(hash).is_some_and(|(_, parsed)| {
                    parsed.deps().iter().all(|dependency| self.knows(&dependency.0))
                });
                if let Some((change, parsed)) = ready.then(|| pending.remove(hash)).flatten() {
                    match self.take(&mut run, &change, parsed) {
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
        self.finish(&mut run);
        for (change, parsed) in order.iter().filter_map(|hash| pending.remove(hash)) {
            if self.waiting.len() < WAITING_MAX {
                self.waiting.push((change, parsed));
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
    fn admit(&self, change: &Change) -> Result<Option<Read>, RecordFault> {
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
        let change = change.clone();
        Ok(Some(Read { change, parsed }))
    }

    /// Takes a change whose dependencies are all here, or in the run that is to be applied.
    fn take(&mut self, run: &mut Run, change: &Change, parsed: automerge::Change) -> Result<(), RecordFault> {
        let actor = run.vet(self, &parsed)?;
        let max_op = parsed.max_op();
        // An author inside a change is Automerge's own idea, and refuses a whole run if given twice.
        let plain = parsed.extra_bytes().is_empty();
        match if plain {
            fenced(|| run.plan(self, &parsed))?
        } else {
            None
        } {
            Some(planned) => run.push(planned, parsed),
            None => {
                self.finish(run);
                self.doc = fenced(|| tried(&self.doc, parsed))?;
            }
        }
        self.took(actor, change.hash, max_op);
        if run.is_full() {
            self.finish(run);
        }
        Ok(())
    }

    /// Applies the changes of a run.
    fn finish(&mut self, run: &mut Run) {
        let run = std::mem::take(run);
        if run.changes.is_empty() || self.doc.apply_changes(run.changes.iter().cloned()).is_ok() {
            return;
        }
        // All of them were found sound, so Automerge knows a fault that vetting does not: it costs
        // that change alone, and the index is read again from what came in.
        for change in run.changes {
            let taken = self.doc.apply_changes([change]);
            debug_assert!(taken.is_ok(), "a vetted change was refused: {taken:?}");
        }
        self.index.take();
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
    let waiting: BTreeSet<[u8; 32]> = record.waiting.iter().map(|(change, _)| change.hash).collect();
    let wanted = record
        .waiting
        .iter()
        .flat_map(|(_, parsed)| parsed.deps())
        .map(|hash| hash.0);
    let missing: BTreeSet<[u8; 32]> = wanted
        .filter(|hash| !record.knows(hash) && !waiting.contains(hash))
        .collect();
    missing.into_iter().collect()
}

/// Reads a document that this program saved; damage is an error, never a panic.
pub(super) fn fenced_load(bytes: &[u8]) -> Result<Automerge, RecordFault> {
    fenced(|| Automerge::load(bytes).map_err(RecordFault::unreadable))
}

/// The document with the change, if what the change builds on, with it and nothing else, comes back
/// from its own saved bytes.
fn tried(doc: &Automerge, change: automerge::Change) -> Result<Automerge, RecordFault> {
    let take = |mut doc: Automerge| {
        doc.apply_changes([change.clone()])
            .map_err(RecordFault::unreadable)?;
        let taken = doc.get_heads().contains(&change.hash());
        if taken { Ok(doc) } else { Err(RecordFault::Unsound) }
    };
    let current = doc.get_heads() == change.deps();
    let past = take(if current {
        doc.clone()
    } else {
        past(doc, change.deps())?
    })?;
    let back = Automerge::load(&past.save_nocompress()).map_err(RecordFault::unreadable)?;
    if back.get_heads() != past.get_heads() {
        return Err(RecordFault::Unsound);
    }
    if current { Ok(past) } else { take(doc.clone()) }
}

/// Runs what reads foreign bytes; a panic of the library below is the bytes' fault.
fn fenced<T>(run: impl FnOnce() -> Result<T, RecordFault>) -> Result<T, RecordFault> {
    // What `run` owns is dropped with the panic, so nothing half-done is seen afterwards.
    catch_unwind(AssertUnwindSafe(run)).unwrap_or(Err(RecordFault::Unsound))
}
