//! Vetting: whether a change tells the truth about what it builds on.
//!
//! Every answer depends on the change and on what it builds on, never on what else is here: so each
//! device takes the same changes, in whatever order they come.
//!
//! Changes that only put scalars into the root, make a long text or edit it are checked operation by
//! operation and collected into a [`Run`], which Automerge then applies at once, in half the time.

use std::collections::{BTreeMap, BTreeSet};

use automerge::legacy::{ElementId, Key, ObjectId, Op, OpId, OpType};
use automerge::{ChangeHash, ExpandedChange, ObjId, ObjType, ROOT, ReadDoc, ScalarValue};

use crate::id::{ActorId, RecordId};
use crate::record::cell::note_seed_actor;
use crate::record::change::OP_NUMBER_MAX;
use crate::record::raw::actor_of;
use crate::record::{Record, RecordFault, bounds};

/// Changes in one run: beyond, comparing each with all before it would cost more than it saves.
const RUN_MAX: usize = 64;

/// Changes found sound, to be applied together; each builds on the document or on those before it.
#[derive(Debug, Default)]
pub(super) struct Run {
    pub(super) changes: Vec<automerge::Change>,
    planned: Vec<Planned>,
    at: BTreeMap<[u8; 32], usize>,
}

/// What later changes of the run ask about one before them.
#[derive(Debug, Default)]
pub(super) struct Planned {
    /// The changes of the run that it builds on, itself included.
    past: BTreeSet<usize>,
    /// The changes of the document that all of them build on.
    frontier: Vec<ChangeHash>,
    puts: Vec<Put>,
    /// Signs that it writes into a long text.
    signs: Option<(OpId, BTreeSet<OpId>)>,
}

/// What a change does, if it does nothing that cannot be checked operation by operation.
#[derive(Debug, Default)]
struct Deeds {
    puts: Vec<Put>,
    /// The long text that it writes into.
    text: Option<OpId>,
    signs: BTreeSet<OpId>,
    /// Signs of others, after which it writes or which it takes away.
    named: BTreeSet<OpId>,
    /// Those of them that it takes away.
    gone: BTreeSet<OpId>,
}

#[derive(Debug)]
struct Put {
    cell: String,
    id: OpId,
    /// The operations that it replaces.
    over: Vec<OpId>,
    /// A deletion leaves nothing standing.
    stands: bool,
    /// It makes a long text's object.
    is_text: bool,
}

impl Run {
    pub(super) fn is_full(&self) -> bool {
        self.changes.len() >= RUN_MAX
    }

    /// Checks what any change must keep to: the order of its actor and the numbers of operations.
    pub(super) fn vet(&self, record: &Record, change: &automerge::Change) -> Result<ActorId, RecordFault> {
        let index = record.index();
        let actor = actor_of(change.actor_id())?;
        let last = index.seq(&actor);
        if change.seq() <= last {
            return Err(RecordFault::DuplicateSeq {
                actor,
                seq: change.seq(),
            });
        }
        let follows = || {
            index
                .last(&actor)
                .is_none_or(|own| self.builds_on(record, change, &own))
        };
        if change.seq() != last + 1 || !follows() {
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
        Ok(actor)
    }

    /// Checks a change that only puts scalars into the root, over what stands in what it builds on, or
    /// edits a long text, naming nothing of it but signs; in the one encoding that a saved document
    /// gives back. Any other is not for a run: nothing.
    pub(super) fn plan(
        &self,
        record: &Record,
        change: &automerge::Change,
    ) -> Result<Option<Planned>, RecordFault> {
        let expanded = change.decode();
        let Some(deeds) = Deeds::of(record.id, &expanded) else {
            return Ok(None);
        };
        let mut planned = self.place(change);
        if let Some(text) = deeds.text {
            let are_signs = || self.are_signs(record, &planned, &text, &deeds.named);
            if !self.has_text(record, &planned, &text) || !are_signs() {
                return Ok(None);
            }
            planned.signs = Some((text, deeds.signs));
        }
        for put in deeds.puts {
            if !put.over.is_empty() {
                let standing = self.standing(record, &planned, &put.cell);
                if put.over.iter().any(|id| !standing.contains(id)) {
                    return Err(RecordFault::Dangling);
                }
            }
            planned.puts.push(put);
        }
        let canonical = automerge::Change::from(expanded).raw_bytes() == change.raw_bytes();
        Ok(canonical.then_some(planned))
    }

    /// Adds a change that was checked.
    pub(super) fn push(&mut self, mut planned: Planned, change: automerge::Change) {
        let at = self.planned.len();
        planned.past.insert(at);
        self.at.insert(change.hash().0, at);
        self.planned.push(planned);
        self.changes.push(change);
    }

    /// Where a change stands: what it builds on in the run, and in the document.
    fn place(&self, change: &automerge::Change) -> Planned {
        let mut planned = Planned::default();
        for dependency in change.deps() {
            match self.at.get(&dependency.0) {
                Some(at) => {
                    planned.past.extend(&self.planned[*at].past);
                    planned.frontier.extend(&self.planned[*at].frontier);
                }
                None => planned.frontier.push(*dependency),
            }
        }
        planned.frontier.sort_unstable();
        planned.frontier.dedup();
        planned
    }

    fn builds_on(&self, record: &Record, change: &automerge::Change, own: &[u8; 32]) -> bool {
        if change.deps().iter().any(|dependency| dependency.0 == *own) {
            return true;
        }
        let planned = self.place(change);
        match self.at.get(own) {
            Some(at) => planned.past.contains(at),
            None => !record
                .doc
                .get_changes_meta(&planned.frontier)
                .iter()
                .any(|later| later.hash.0 == *own),
        }
    }

    /// Whether a long text is among what a change builds on.
    fn has_text(&self, record: &Record, planned: &Planned, text: &OpId) -> bool {
        let made = |put: &Put| put.is_text && put.id == *text;
        if planned
            .past
            .iter()
            .any(|at| self.planned[*at].puts.iter().any(made))
        {
            return true;
        }
        let object = ObjId::Id(text.0, text.1.clone(), 0);
        let is_text = record
            .doc
            .object_type(&object)
            .is_ok_and(|kind| kind == ObjType::Text);
        let seed = record.doc.hash_for_opid(&object).filter(|_| is_text);
        seed.is_some_and(|seed| is_before(record, planned, &seed))
    }

    /// Whether all of these are signs of the text, written by what a change builds on.
    fn are_signs(&self, record: &Record, planned: &Planned, text: &OpId, named: &BTreeSet<OpId>) -> bool {
        let mut written = BTreeMap::new();
        let in_document = |sign: &OpId| {
            let object = ObjId::Id(sign.0, sign.1.clone(), 0);
            let Some(hash) = record.doc.hash_for_opid(&object) else {
                return false;
            };
            let signs = written.entry(hash).or_insert_with(|| {
                let change = record.doc.get_change_by_hash(&hash);
                let change = change.filter(|_| is_before(record, planned, &hash));
                change.map_or_else(BTreeSet::new, |change| signs(&change.decode(), text))
            });
            signs.contains(sign)
        };
        let in_run = |sign: &OpId| {
            let mut before = planned
                .past
                .iter()
                .filter_map(|at| self.planned[*at].signs.as_ref());
            before.any(|(of, signs)| of == text && signs.contains(sign))
        };
        let (_, mut others): (Vec<_>, Vec<_>) = named.iter().partition(|sign| in_run(sign));
        others.drain(..).all(in_document)
    }

    /// The operations that stand in a cell at what a change builds on, and after its own puts.
    fn standing(&self, record: &Record, planned: &Planned, cell: &str) -> BTreeSet<OpId> {
        let mut standing = BTreeSet::new();
        if !planned.frontier.is_empty() {
            let values = record
                .doc
                .get_all_at(ROOT, cell, &planned.frontier)
                .unwrap_or_default();
            standing.extend(values.into_iter().filter_map(|(_, op)| match op {
                ObjId::Id(number, actor, _) => Some(OpId::new(number, &actor)),
                ObjId::Root => None,
            }));
        }
        let before = planned.past.iter().flat_map(|at| &self.planned[*at].puts);
        let mut gone = Vec::new();
        for put in before.chain(&planned.puts).filter(|put| put.cell == cell) {
            gone.extend(&put.over);
            if put.stands {
                standing.insert(put.id.clone());
            }
        }
        for over in gone {
            standing.remove(over);
        }
        standing
    }
}

impl Deeds {
    /// Of a change that puts scalars into the root, makes its seed's long text, writes signs into one
    /// or takes some away; none if it does anything else.
    fn of(record: RecordId, change: &ExpandedChange) -> Option<Self> {
        let mut deeds = Self::default();
        for (op, number) in change.operations.iter().zip(change.start_op.get()..) {
            let id = OpId::new(number, &change.actor_id);
            match (&op.obj, &op.key) {
                (ObjectId::Root, Key::Map(cell)) if !op.insert && !cell.is_empty() => {
                    let put = put(record, change, op, id)?;
                    deeds.puts.push(put);
                }
                (ObjectId::Id(object), Key::Seq(at)) => {
                    if deeds.text.get_or_insert_with(|| object.clone()) != object {
                        return None;
                    }
                    deeds.edit(op, at, id)?;
                }
                _ => return None,
            }
        }
        Some(deeds)
    }

    /// A sign after another or at the head, or a sign of others that goes.
    fn edit(&mut self, op: &Op, at: &ElementId, id: OpId) -> Option<()> {
        let named = match at {
            ElementId::Head => None,
            ElementId::Id(sign) => Some(sign),
        };
        let goes = !op.insert && matches!(op.action, OpType::Delete);
        if goes {
            let sign = named.filter(|sign| !self.signs.contains(sign))?;
            let only = op.pred.len() == 1 && op.pred.iter().all(|over| over == sign);
            let first = self.gone.insert(sign.clone());
            self.named.insert(sign.clone());
            return (only && first).then_some(());
        }
        self.named
            .extend(named.filter(|sign| !self.signs.contains(sign)).cloned());
        self.signs.insert(id);
        (op.insert && op.pred.is_empty() && is_sign(&op.action)).then_some(())
    }
}

/// An operation on the root that puts a scalar, takes one away, or makes a long text.
fn put(record: RecordId, change: &ExpandedChange, op: &Op, id: OpId) -> Option<Put> {
    let Key::Map(cell) = &op.key else {
        return None;
    };
    let is_text = matches!(op.action, OpType::Make(ObjType::Text));
    let stands = match op.action {
        OpType::Put(_) => true,
        // A saved document keeps a deletion only at what it deletes.
        OpType::Delete if !op.pred.is_empty() => false,
        OpType::Make(_) if is_text && is_seed(record, change, cell) => true,
        _ => return None,
    };
    Some(Put {
        cell: cell.to_string(),
        id,
        over: op.pred.iter().cloned().collect(),
        stands,
        is_text,
    })
}

/// The signs that a change writes into a text.
fn signs(change: &ExpandedChange, text: &OpId) -> BTreeSet<OpId> {
    let all = change.operations.iter().zip(change.start_op.get()..);
    all.filter(|(op, _)| op.insert && op.obj == ObjectId::Id(text.clone()))
        .map(|(_, number)| OpId::new(number, &change.actor_id))
        .collect()
}

/// Whether a change of the document is among what a change builds on.
fn is_before(record: &Record, planned: &Planned, hash: &ChangeHash) -> bool {
    let later = || record.doc.get_changes_meta(&planned.frontier);
    let known = planned.frontier.contains(hash);
    known || (!planned.frontier.is_empty() && !later().iter().any(|change| change.hash == *hash))
}

fn is_seed(record: RecordId, change: &ExpandedChange, field: &str) -> bool {
    let is_alone = change.operations.len() == 1 && change.operations[0].pred.is_empty();
    is_alone && change.deps.is_empty() && *change.actor_id.to_bytes() == note_seed_actor(record, field)
}

fn is_sign(action: &OpType) -> bool {
    matches!(action, OpType::Put(ScalarValue::Str(text)) if text.chars().count() == 1)
}
