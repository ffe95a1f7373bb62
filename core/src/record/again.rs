//! Writing again: what this device wrote under a number that another copy of it also gave.

use std::collections::{BTreeMap, BTreeSet};

use automerge::legacy::{Op, OpType};
use automerge::{ChangeHash, ReadDoc};
use rand_core::CryptoRng;

use crate::crypto;
use crate::id::ActorId;
use crate::record::cell::first_16;
use crate::record::{Author, Change, Heads, HistoryLine, Record, WriteFault, Writes, change, hashes};

/// A record in which changes were written again.
pub(crate) struct Again {
    /// As it stands now.
    pub(crate) record: Record,
    /// The new changes.
    pub(crate) changes: Vec<Change>,
    /// Their actors, each with the actor of the change that it wrote again.
    pub(crate) actors: Vec<(ActorId, ActorId)>,
}

/// Who writes a change again: a name for this very change, so that no one else has it.
fn again_actor(change: &[u8; 32]) -> ActorId {
    ActorId(first_16(crypto::derive("again-actor", change)))
}

impl Record {
    /// Those of `ours` that cannot stay as they are: the `doubtful`, those whose number `theirs` took, what
    /// the same actor wrote after it, what another copy wrote again, and what stands on any of these.
    pub(crate) fn displaced(
        &self,
        ours: &[Change],
        theirs: &[Change],
        doubtful: &dyn Fn(&Change) -> bool,
    ) -> BTreeSet<[u8; 32]> {
        let theirs: Vec<&Change> = theirs.iter().filter(|change| !self.knows(&change.hash)).collect();
        let mut displaced = BTreeSet::new();
        loop {
            let before = displaced.len();
            for change in ours {
                let taken = |their: &&Change| their.actor == change.actor && their.seq <= change.seq;
                let written = self.doc.get_change_by_hash(&ChangeHash(change.hash));
                let stands_on_one =
                    written.is_some_and(|change| change.deps().iter().any(|dep| displaced.contains(&dep.0)));
                let is_written_again = || self.change_by(again_actor(&change.hash), 1).is_some();
                if stands_on_one || theirs.iter().any(taken) || is_written_again() || doubtful(change) {
                    displaced.insert(change.hash);
                }
            }
            if displaced.len() == before {
                return displaced;
            }
        }
    }

    /// The record with `theirs` in place of `ours`, and what `ours` said as new changes beside them.
    ///
    /// A change of ours is written again at the state it was written at, so that where both copies
    /// changed one field both values show. Its new actor is derived from it: two copies that write one
    /// change again make one change. Nothing of ours may have been sent.
    pub(crate) fn write_again(
        &self,
        ours: &[Change],
        theirs: &[Change],
        dice: &mut dyn CryptoRng,
    ) -> Result<Again, WriteFault> {
        let ours: BTreeSet<[u8; 32]> = ours.iter().map(|change| change.hash).collect();
        let mut record = Self::new(self.id, &self.kind);
        record.apply(&self.changes_but(&ours));
        record.apply(theirs);
        let mut again = BTreeMap::new();
        let (mut changes, mut actors) = (Vec::new(), Vec::new());
        let history = self.history().into_iter();
        for line in history.filter(|line| ours.contains(&line.hash)) {
            let actor = again_actor(&line.hash);
            if let Some(made) = record.change_by(actor, 1) {
                again.insert(line.hash, made);
                continue;
            }
            let written = self.doc.get_change_by_hash(&ChangeHash(line.hash));
            let deps = written.map(|change| change.deps().to_vec()).unwrap_or_default();
            let mut base: Heads = deps
                .iter()
                .map(|hash| *again.get(&hash.0).unwrap_or(&hash.0))
                .collect();
            base.retain(|hash| record.knows(hash));
            let mut author = Author::new(actor, line.at, dice);
            // In the past alone, so that nothing else that is here shows in it.
            let mut past = record.at(&base)?;
            let base = past.heads();
            let mut made = past.write(&base, &self.said(&line), &mut author)?;
            if let Some(last) = made.last() {
                again.insert(line.hash, last.hash);
            }
            actors.push((actor, line.actor));
            made.retain(|change| !record.knows(&change.hash));
            record.apply(&made);
            changes.extend(made);
        }
        Ok(Again {
            record,
            changes,
            actors,
        })
    }

    /// The record as it was at some heads.
    fn at(&self, heads: &Heads) -> Result<Self, WriteFault> {
        let mut past = Self::new(self.id, &self.kind);
        if !heads.is_empty() {
            past.doc = change::past(&self.doc, &hashes(heads)).map_err(|_| WriteFault::UnknownBase)?;
        }
        Ok(past)
    }

    /// What a change wrote, as it is to be written once more.
    fn said(&self, line: &HistoryLine) -> Writes {
        let mut writes = Writes::default();
        for (cell, _, after) in &line.cells {
            // A long text that was cleared is an empty one, never a scalar in its place.
            if self.note_object(cell).is_some() && self.takes_note(cell) {
                let text = after.as_text().unwrap_or_default().to_owned();
                writes.notes.push((cell.clone(), text));
            } else {
                writes.cells.push((cell.clone(), after.clone()));
            }
        }
        writes
    }

    /// Whether a change creates the record: it builds on nothing, or on the seeds of its long texts alone.
    pub(crate) fn is_first(&self, change: &Change) -> bool {
        let of = |hash: &[u8; 32]| self.doc.get_change_by_hash(&ChangeHash(*hash));
        let is_seed = |hash: &ChangeHash| {
            of(&hash.0).is_some_and(|seed| {
                let makes = |op: &Op| matches!(op.action, OpType::Make(_));
                seed.deps().is_empty() && seed.decode().operations.iter().all(makes)
            })
        };
        of(&change.hash).is_some_and(|change| change.deps().iter().all(is_seed))
    }

    fn changes_but(&self, left_out: &BTreeSet<[u8; 32]>) -> Vec<Change> {
        let all = self.doc.get_changes(&[]);
        let kept = all.iter().filter(|change| !left_out.contains(&change.hash().0));
        kept.filter_map(|change| Change::from_raw(self.id, change.raw_bytes().to_vec()).ok())
            .chain(self.waiting.iter().map(|(change, _)| change.clone()))
            .collect()
    }
}
