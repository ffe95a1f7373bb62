//! How changes come to be: the only file that sets an actor or writes at an old state.
//!
//! An actor numbers its changes; the same number given twice loses one of the two. So an actor
//! writes only after everything it wrote before. A form that was opened before this device's last
//! change is written by a fresh actor, which the caller announces like every other.

use std::collections::BTreeSet;
use std::num::NonZeroU64;

use crate::crypto;
use crate::faults::{Fault, planted};
use crate::id::{ActorId, ImportId, RecordId};
use crate::record::cell::{first_16, note_seed_actor, scalar};
use crate::record::text::edits;
use crate::record::{
    Author, CHANGE_BYTES_MAX, Change, Heads, Read, Record, RecordFault, WriteFault, Writes, bounds, hashes,
};
use crate::schema::Scalar;
use crate::time::Timestamp;
use automerge::legacy::{Key, ObjectId, Op, OpType};
use automerge::transaction::{CommitOptions, Transactable};
use automerge::{
    ActorId as DocActor, Automerge, ChangeHash, ExpandedChange, ObjType, PatchLog, ROOT, ReadDoc,
    ScalarValue, Value,
};

/// Operations are numbered below this, far from where Automerge's own numbers end.
pub(super) const OP_NUMBER_MAX: u64 = 1 << 31;

impl Record {
    /// Writes at the state `base`; what others wrote since stays beside it.
    ///
    /// Returns the changes in the order in which they apply: seeds of long texts first.
    pub(crate) fn write(
        &mut self,
        base: &Heads,
        writes: &Writes,
        author: &mut Author<'_>,
    ) -> Result<Vec<Change>, WriteFault> {
        if base.iter().any(|hash| !self.knows(hash)) {
            return Err(WriteFault::UnknownBase);
        }
        let mut base = base.clone();
        base.sort_unstable();
        base.dedup();
        let mut changes = Vec::new();
        let mut current = base == self.heads();
        for (field, _) in &writes.notes {
            let (seed, made) = self.seed(field, author.actor)?;
            changes.extend(made);
            if current {
                base = self.heads();
            } else if !base.contains(&seed) {
                base.push(seed);
                base.sort_unstable();
                base.dedup();
            }
        }
        current = base == self.heads();
        let actor = self.actor_at(&base, current, author);
        let at = (!current).then(|| hashes(&base));
        changes.push(self.commit(actor, at, author.now, writes)?);
        Ok(changes)
    }

    /// Creates the record from a row of a sheet: byte for byte the same on every device.
    pub(crate) fn write_import(
        &mut self,
        import: ImportId,
        writes: &Writes,
    ) -> Result<Vec<Change>, WriteFault> {
        let mut fresh = Self::new(self.id, "");
        let mut changes = Vec::new();
        let actor = import_actor(self.id, import, writes);
        for (field, _) in &writes.notes {
            changes.extend(fresh.seed(field, actor)?.1);
        }
        changes.push(fresh.commit(actor, None, Timestamp::UNKNOWN, writes)?);
        if self.is_empty() && self.waiting.is_empty() {
            *self = fresh;
            return Ok(changes);
        }
        changes.retain(|change| !self.knows(&change.hash));
        let applied = self.apply(&changes);
        // Made by this very program a moment ago, they can only clash with another content under the
        // same derived actor, which the derivation rules out.
        debug_assert!(applied.refused.is_empty());
        Ok(changes)
    }

    /// The actor itself, or a fresh one if it already wrote what `base` does not know.
    fn actor_at(&self, base: &Heads, current: bool, author: &mut Author<'_>) -> ActorId {
        if current || self.index().seq(&author.actor) == 0 {
            return author.actor;
        }
        let later = self.doc.get_changes_meta(&hashes(base));
        if !later
            .iter()
            .any(|change| change.actor.to_bytes() == author.actor.0)
        {
            return author.actor;
        }
        let fresh = ActorId::random(author.dice);
        author.fresh.push(fresh);
        fresh
    }

    /// Makes sure that a long text has its object; returns the seed's hash, and it, if it was made.
    fn seed(&mut self, field: &str, writer: ActorId) -> Result<([u8; 32], Option<Change>), WriteFault> {
        let actor = ActorId(note_seed_actor(self.id, field));
        if let Some(hash) = self.change_by(actor, 1) {
            return Ok((hash, None));
        }
        // Nothing of the writer is in it, so that it is one change wherever it is made.
        let time = if planted(Fault::LazyContainer) {
            Timestamp(i64::from(writer.0[0]))
        } else {
            Timestamp::UNKNOWN
        };
        let change = seed_change_at(self.id, field, time);
        self.apply(std::slice::from_ref(&change));
        Ok((change.hash, Some(change)))
    }

    fn commit(
        &mut self,
        actor: ActorId,
        at: Option<Vec<ChangeHash>>,
        now: Timestamp,
        writes: &Writes,
    ) -> Result<Change, WriteFault> {
        if self.index().max_op() + bounds::OPERATIONS_MAX >= OP_NUMBER_MAX {
            return Err(WriteFault::Exhausted);
        }
        let notes: Vec<_> = writes
            .notes
            .iter()
            .filter_map(|(field, text)| Some((self.note_object(field)?, text)))
            .collect();
        if self.doc.is_empty() && notes.is_empty() && !repeats(&writes.cells) {
            let made = first(actor, now, &writes.cells);
            self.doc.apply_changes([made.clone()])?;
            return self.committed(actor, &made);
        }
        self.doc.set_actor(DocActor::from(&actor.0[..]));
        let mut transaction = match &at {
            None => self.doc.transaction(),
            Some(heads) => self
                .doc
                .transaction_at(PatchLog::inactive(), heads)
                .map_err(automerge::AutomergeError::from)?,
        };
        for (cell, value) in &writes.cells {
            put(&mut transaction, cell, value)?;
        }
        for (object, text) in &notes {
            rewrite(&mut transaction, object, text)?;
        }
        let (hash, _) = transaction.commit_with(CommitOptions::default().with_time(now.0));
        let hash = hash.ok_or(automerge::AutomergeError::Fail)?;
        let made = self
            .doc
            .get_change_by_hash(&hash)
            .ok_or(automerge::AutomergeError::Fail)?;
        self.committed(actor, &made)
    }

    fn committed(&mut self, actor: ActorId, made: &automerge::Change) -> Result<Change, WriteFault> {
        let change = Change::of(self.id, actor, made);
        if change.raw.len() > CHANGE_BYTES_MAX {
            return Err(WriteFault::TooLarge {
                bytes: change.raw.len(),
            });
        }
        self.took(actor, change.hash, made.max_op());
        Ok(change)
    }
}

/// The change that makes a long text's object: the same wherever it is made.
pub(super) fn seed_change(record: RecordId, field: &str) -> Result<Read, RecordFault> {
    Read::from_raw(record, seed_change_at(record, field, Timestamp::UNKNOWN).raw)
}

fn seed_change_at(record: RecordId, field: &str, at: Timestamp) -> Change {
    let actor = ActorId(note_seed_actor(record, field));
    let operation = Op {
        action: OpType::Make(ObjType::Text),
        obj: ObjectId::Root,
        key: Key::Map(field.into()),
        pred: Vec::new().into(),
        insert: false,
    };
    Change::of(record, actor, &only(actor, at, vec![operation]))
}

/// A document without changes; its actor is replaced before it ever writes.
pub(super) fn empty() -> Automerge {
    Automerge::new().with_actor(DocActor::from(&[0; 16][..]))
}

/// The document as it was at a state, to try things on; nothing is ever written with its actor.
#[expect(
    clippy::disallowed_methods,
    reason = "the copy's invented actor is replaced at once"
)]
pub(super) fn past(doc: &Automerge, heads: &[ChangeHash]) -> Result<Automerge, RecordFault> {
    let past = doc.fork_at(heads).map_err(RecordFault::unreadable)?;
    Ok(past.with_actor(DocActor::from(&[0; 16][..])))
}

/// The change that fills an empty document: byte for byte what a transaction makes, in a third of the
/// time, which is most of what importing a sheet costs.
fn first(actor: ActorId, now: Timestamp, cells: &[(String, Scalar)]) -> automerge::Change {
    let operations = cells.iter().map(|(cell, value)| Op {
        action: OpType::Put(match value {
            Scalar::Null => ScalarValue::Null,
            Scalar::Text(text) => ScalarValue::Str(text.as_str().into()),
            Scalar::Integer(number) => ScalarValue::Int(*number),
            Scalar::Flag(flag) => ScalarValue::Boolean(*flag),
        }),
        obj: ObjectId::Root,
        key: Key::Map(cell.as_str().into()),
        pred: Vec::new().into(),
        insert: false,
    });
    only(actor, now, operations.collect())
}

/// The first change of an actor in a record that has none before.
fn only(actor: ActorId, now: Timestamp, operations: Vec<Op>) -> automerge::Change {
    automerge::Change::from(ExpandedChange {
        operations,
        actor_id: DocActor::from(&actor.0[..]),
        hash: None,
        seq: 1,
        start_op: NonZeroU64::MIN,
        time: now.0,
        message: None,
        deps: Vec::new(),
        extra_bytes: Vec::new(),
        author: None,
    })
}

fn repeats(cells: &[(String, Scalar)]) -> bool {
    let mut seen = BTreeSet::new();
    !cells.iter().all(|(cell, _)| seen.insert(cell))
}

/// Writes a scalar even where an equal one stands.
///
/// Automerge would leave the writing out, or only take the other values of a conflict away: then two
/// people who decide differently would not notice each other.
fn put(transaction: &mut impl Transactable, cell: &str, value: &Scalar) -> Result<(), WriteFault> {
    let winner = transaction.get(ROOT, cell)?;
    if matches!(&winner, Some((Value::Scalar(standing), _)) if scalar(standing).0 == *value) {
        transaction.delete(ROOT, cell)?;
    }
    match value {
        Scalar::Null => transaction.put(ROOT, cell, ())?,
        Scalar::Text(text) => transaction.put(ROOT, cell, text.as_str())?,
        Scalar::Integer(number) => transaction.put(ROOT, cell, *number)?,
        Scalar::Flag(flag) => transaction.put(ROOT, cell, *flag)?,
    }
    Ok(())
}

/// Makes a long text the new one by replacing the words that differ, so that two people's edits both
/// stay. From the end, so that what stands before keeps its place.
fn rewrite(
    transaction: &mut impl Transactable,
    object: &automerge::ObjId,
    text: &str,
) -> Result<(), WriteFault> {
    let old = transaction.text(object)?;
    for edit in edits(&old, text).into_iter().rev() {
        let gone = isize::try_from(edit.gone).unwrap_or(isize::MAX);
        transaction.splice_text(object, edit.at, gone, edit.new)?;
    }
    Ok(())
}

/// Who creates an imported record: a name for this very content, so that no one else has it.
fn import_actor(record: RecordId, import: ImportId, writes: &Writes) -> ActorId {
    let mut bytes = Vec::new();
    bytes.extend_from_slice(&record.0);
    bytes.extend_from_slice(&import.0);
    let mut text = |text: &str| {
        bytes.extend_from_slice(&(text.len() as u64).to_le_bytes());
        bytes.extend_from_slice(text.as_bytes());
    };
    for (cell, value) in &writes.cells {
        text(cell);
        match value {
            Scalar::Null => text("null"),
            Scalar::Text(content) => {
                text("text");
                text(content);
            }
            Scalar::Integer(number) => {
                text("integer");
                text(&number.to_string());
            }
            Scalar::Flag(flag) => text(if *flag { "true" } else { "false" }),
        }
    }
    for (field, content) in &writes.notes {
        text(field);
        text("note");
        text(content);
    }
    ActorId(first_16(crypto::derive("import-actor", &bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_way_to_a_first_change_gives_the_bytes_of_the_long_one() {
        let actor = ActorId([3; 16]);
        let cells: Vec<(String, Scalar)> = vec![
            ("b".into(), "خديجة".into()),
            ("a".into(), Scalar::Null),
            ("c/x".into(), true.into()),
            ("d".into(), (-7).into()),
            ("e".into(), "".into()),
        ];
        let mut doc = empty();
        doc.set_actor(DocActor::from(&actor.0[..]));
        let mut transaction = doc.transaction();
        for (cell, value) in &cells {
            put(&mut transaction, cell, value).unwrap();
        }
        transaction.commit_with(CommitOptions::default().with_time(5));
        let long = doc.get_last_local_change().unwrap();
        assert_eq!(first(actor, Timestamp(5), &cells).raw_bytes(), long.raw_bytes());
        assert!(repeats(&[cells[0].clone(), cells[0].clone()]) && !repeats(&cells));
    }
}
