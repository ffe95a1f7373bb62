//! Writing again: what this device wrote under a number that another copy of it also gave.

use std::collections::{BTreeMap, BTreeSet};

use automerge::{ChangeHash, ReadDoc};

use crate::record::{Author, Change, Heads, Record, WriteFault, Writes};

impl Record {
    /// Those of `ours` that cannot stand beside `theirs`: where `theirs` took their number, what the
    /// same actor wrote after it, and what stands on any of these.
    pub(crate) fn displaced(&self, ours: &[Change], theirs: &[Change]) -> BTreeSet<[u8; 32]> {
        let mut displaced = BTreeSet::new();
        loop {
            let before = displaced.len();
            for change in ours {
                let taken = |their: &Change| their.actor == change.actor && their.seq <= change.seq;
                let written = self.doc.get_change_by_hash(&ChangeHash(change.hash));
                let stands_on_one =
                    written.is_some_and(|change| change.deps().iter().any(|dep| displaced.contains(&dep.0)));
                if stands_on_one || theirs.iter().any(taken) {
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
    /// changed one field both values show. Nothing of ours may have been sent.
    pub(crate) fn write_again(
        &self,
        ours: &[Change],
        theirs: &[Change],
        author: &mut Author<'_>,
    ) -> Result<(Self, Vec<Change>), WriteFault> {
        let ours: BTreeSet<[u8; 32]> = ours.iter().map(|change| change.hash).collect();
        let mut record = Self::new(self.id, &self.kind);
        record.apply(&self.changes_but(&ours));
        record.apply(theirs);
        let mut again = BTreeMap::new();
        let mut changes = Vec::new();
        for line in self
            .history()
            .into_iter()
            .filter(|line| ours.contains(&line.hash))
        {
            let written = self.doc.get_change_by_hash(&ChangeHash(line.hash));
            let deps = written.map(|change| change.deps().to_vec()).unwrap_or_default();
            let mut base: Heads = deps
                .iter()
                .map(|hash| *again.get(&hash.0).unwrap_or(&hash.0))
                .collect();
            base.retain(|hash| record.knows(hash));
            let mut writes = Writes::default();
            for (cell, _, after) in line.cells {
                // A long text that was cleared is an empty one, never a scalar in its place.
                if self.note_object(&cell).is_some() && self.takes_note(&cell) {
                    let text = after.as_text().unwrap_or_default().to_owned();
                    writes.notes.push((cell, text));
                } else {
                    writes.cells.push((cell, after));
                }
            }
            let made = record.write(&base, &writes, author)?;
            if let Some(last) = made.last() {
                again.insert(line.hash, last.hash);
            }
            changes.extend(made);
        }
        Ok((record, changes))
    }

    fn changes_but(&self, left_out: &BTreeSet<[u8; 32]>) -> Vec<Change> {
        let all = self.doc.get_changes(&[]);
        let kept = all.iter().filter(|change| !left_out.contains(&change.hash().0));
        kept.filter_map(|change| Change::from_raw(self.id, change.raw_bytes().to_vec()).ok())
            .chain(self.waiting.iter().map(|(change, _)| change.clone()))
            .collect()
    }
}
