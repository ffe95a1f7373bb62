//! What stands in the cells of a document, read so that no foreign content can do harm.

use std::collections::BTreeMap;

use automerge::{
    ActorId as DocActor, Automerge, ChangeHash, ObjId, ObjType, ROOT, ReadDoc, ScalarValue, Value, ValueRef,
};

use crate::crypto;
use crate::id::RecordId;
use crate::record::{Heads, Record, hashes, reserved};
use crate::schema::Scalar;

/// A seed change is made anew under another version if its content ever has to differ.
const NOTE_SEED_VERSION: u8 = 1;

/// The operation that makes a long text, the first and only one of its seed change.
const NOTE_SEED_OP: u64 = 1;

/// Everything that rows, lists and decisions ask of the present state.
#[derive(Debug, Clone, Default)]
pub(super) struct Cells {
    /// The value that every device shows, by cell.
    pub(super) winners: BTreeMap<String, Scalar>,
    /// Cells in which two or more different values stand.
    pub(super) disputed: Vec<String>,
    /// Cells that hold what no release of ours writes: a nested object, bytes, a float.
    pub(super) foreign: Vec<String>,
    pub(super) deletion: Deletion,
}

/// Whether a record counts as deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Deletion {
    /// Nobody deleted it, or it was restored.
    #[default]
    Standing,
    /// Deleted by somebody who knew every edit.
    Deleted,
    /// Deleted, and edited or restored by somebody who did not know.
    Contested,
}

/// One value of a cell, with the operation that wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Standing {
    pub(super) value: Scalar,
    pub(super) op: ObjId,
    /// Our releases write such a value.
    pub(super) ours: bool,
}

impl Cells {
    pub(super) fn read(record: &Record) -> Self {
        let mut cells = Self::default();
        for item in record.doc.map_range(ROOT, ..) {
            let cell = item.key.as_ref();
            if item.conflict {
                cells.take_several(record, cell);
                continue;
            }
            let op = item.id();
            let value = item.value.into_value();
            match standing(&record.doc, record.id, cell, &value, op, None) {
                Some(one) => cells.take(cell, one),
                None => cells.foreign.push(cell.to_owned()),
            }
        }
        cells.deletion = record.deletion_at(None);
        cells
    }

    fn take(&mut self, cell: &str, one: Standing) {
        if !one.ours {
            self.foreign.push(cell.to_owned());
        }
        self.winners.insert(cell.to_owned(), one.value);
    }

    fn take_several(&mut self, record: &Record, cell: &str) {
        let mut values = record.standing(cell, None);
        if values.iter().skip(1).any(|other| other.value != values[0].value) {
            self.disputed.push(cell.to_owned());
        }
        if values.is_empty() {
            self.foreign.push(cell.to_owned());
        } else {
            self.take(cell, values.swap_remove(0));
        }
    }
}

impl Record {
    /// Every value of a cell, the winner first; nested objects left out, a long text as its text.
    pub(super) fn standing(&self, cell: &str, at: Option<&[ChangeHash]>) -> Vec<Standing> {
        let all = match at {
            None => self.doc.get_all(ROOT, cell),
            Some(heads) => self.doc.get_all_at(ROOT, cell, heads),
        };
        let mut values: Vec<Standing> = all
            .unwrap_or_default()
            .into_iter()
            .filter_map(|(value, op)| standing(&self.doc, self.id, cell, &value, op, at))
            .collect();
        // Automerge's own order: the later operation wins, by number and then by actor.
        values.sort_unstable_by(|a, b| b.op.cmp(&a.op));
        values
    }

    /// The same without repetition: equal values of two people are no conflict.
    pub(super) fn distinct(&self, cell: &str, at: Option<&[ChangeHash]>) -> Vec<Standing> {
        let mut values: Vec<Standing> = Vec::new();
        for one in self.standing(cell, at) {
            if !values.iter().any(|other| other.value == one.value) {
                values.push(one);
            }
        }
        values
    }

    /// Whether it counts as deleted, at a state or now.
    ///
    /// An edit brings it back if no deletion knew of it: it is not among the changes that some
    /// deletion builds on.
    pub(super) fn deletion_at(&self, at: Option<&[ChangeHash]>) -> Deletion {
        let flags = self.standing(reserved::DELETED, at);
        let (deletions, others): (Vec<_>, Vec<_>) =
            flags.iter().partition(|flag| flag.value == Scalar::Flag(true));
        if deletions.is_empty() {
            return Deletion::Standing;
        }
        if !others.is_empty() {
            return Deletion::Contested;
        }
        let known: Vec<ChangeHash> = deletions
            .iter()
            .filter_map(|flag| self.doc.hash_for_opid(&flag.op))
            .collect();
        let mut unknown = self.doc.get_changes(&known);
        if let Some(heads) = at {
            let later: Vec<ChangeHash> = self
                .doc
                .get_changes_meta(heads)
                .into_iter()
                .map(|change| change.hash)
                .collect();
            unknown.retain(|change| !later.contains(&change.hash()));
        }
        if unknown.iter().any(writes_field) {
            Deletion::Contested
        } else {
            Deletion::Deleted
        }
    }

    /// The different values of a cell in a state that was seen, the winner first.
    pub(crate) fn values_at(&self, cell: &str, base: &Heads) -> Vec<Scalar> {
        let at = hashes(base);
        self.distinct(cell, Some(&at))
            .into_iter()
            .map(|one| one.value)
            .collect()
    }

    /// Whether people saw it as deleted in that state.
    pub(crate) fn was_deleted(&self, base: &Heads) -> bool {
        self.deletion_at(Some(&hashes(base))) == Deletion::Deleted
    }

    /// Whether nothing but its own text object stands in the cell of a long text.
    pub(crate) fn takes_note(&self, field: &str) -> bool {
        let op = note_object(self.id, field);
        self.doc
            .get_all(ROOT, field)
            .unwrap_or_default()
            .iter()
            .all(|(_, other)| *other == op)
    }

    /// The text object of a long text, if its seed is here.
    pub(super) fn note_object(&self, field: &str) -> Option<ObjId> {
        let op = note_object(self.id, field);
        self.doc
            .object_type(&op)
            .is_ok_and(|kind| kind == ObjType::Text)
            .then_some(op)
    }
}

/// The fields in which a long text stands, its own object and nothing else.
pub(super) fn notes(record: &Record) -> Vec<String> {
    let texts = record.doc.map_range(ROOT, ..).filter(|item| {
        matches!(item.value, ValueRef::Object(ObjType::Text))
            && item.id() == note_object(record.id, &item.key)
    });
    texts.map(|item| item.key.into_owned()).collect()
}

/// The actor of a long text's seed change.
pub(super) fn note_seed_actor(record: RecordId, field: &str) -> [u8; 16] {
    let mut bytes = vec![NOTE_SEED_VERSION];
    bytes.extend_from_slice(&record.0);
    bytes.extend_from_slice(field.as_bytes());
    first_16(crypto::derive("note-seed", &bytes))
}

pub(super) fn first_16(hash: crypto::Hash) -> [u8; 16] {
    let mut actor = [0; 16];
    actor.copy_from_slice(&hash[..16]);
    actor
}

/// Whether a change writes anything that people see as the record's content.
pub(super) fn writes_field(change: &automerge::Change) -> bool {
    use automerge::legacy::{Key, ObjectId, OpType};
    change
        .decode()
        .operations
        .iter()
        .any(|op| match (&op.obj, &op.key) {
            (ObjectId::Root, Key::Map(cell)) => {
                !cell.starts_with('_') && !matches!(op.action, OpType::Make(_))
            }
            _ => true,
        })
}

fn note_object(record: RecordId, field: &str) -> ObjId {
    ObjId::Id(
        NOTE_SEED_OP,
        DocActor::from(&note_seed_actor(record, field)[..]),
        0,
    )
}

fn standing(
    doc: &Automerge,
    record: RecordId,
    cell: &str,
    value: &Value<'_>,
    op: ObjId,
    at: Option<&[ChangeHash]>,
) -> Option<Standing> {
    match value {
        Value::Scalar(value) => {
            let (value, ours) = scalar(value);
            Some(Standing { value, op, ours })
        }
        Value::Object(ObjType::Text) if op == note_object(record, cell) => {
            let text = match at {
                None => doc.text(&op),
                Some(heads) => doc.text_at(&op, heads),
            };
            let text = text.ok()?;
            let value = if text.is_empty() {
                Scalar::Null
            } else {
                Scalar::Text(text)
            };
            Some(Standing {
                value,
                op,
                ours: true,
            })
        }
        Value::Object(_) => None,
    }
}

/// A stored scalar as one of ours, and whether our releases write it so.
pub(super) fn scalar(value: &ScalarValue) -> (Scalar, bool) {
    let bytes = |bytes: &[u8]| (Scalar::Text(crate::id::base32(bytes)), false);
    match value {
        ScalarValue::Null => (Scalar::Null, true),
        ScalarValue::Str(text) => (Scalar::Text(text.to_string()), true),
        ScalarValue::Int(number) => (Scalar::Integer(*number), true),
        ScalarValue::Boolean(flag) => (Scalar::Flag(*flag), true),
        ScalarValue::Uint(number) => match i64::try_from(*number) {
            Ok(number) => (Scalar::Integer(number), false),
            Err(_) => (Scalar::Text(number.to_string()), false),
        },
        ScalarValue::F64(number) => (Scalar::Text(number.to_string()), false),
        ScalarValue::Counter(counter) => (Scalar::Integer(counter.into()), false),
        ScalarValue::Timestamp(seconds) => (Scalar::Integer(*seconds), false),
        ScalarValue::Bytes(content) => bytes(content),
        ScalarValue::Unknown { bytes: content, .. } => bytes(content),
    }
}
