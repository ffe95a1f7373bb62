//! Many packed changes side by side: what is alike stands together, where compression finds it.
//!
//! Each packed change is taken into its parts, and each part goes into a stream of its like: forms,
//! records, actors, numbers, times, and of the operations the cells and, for each field apart, the
//! values. Ids and values that came before are numbers; a new one stands beside. What follows from
//! the change before is its difference from that. A change of any other layout goes whole.
//!
//! Nothing is lost: [`scatter`] gives the packed changes byte for byte as [`gather`] had them.

mod cells;
mod parts;
mod runs;
mod streams;

use std::collections::BTreeMap;

use crate::id::RecordId;
use crate::record::RecordFault;
use crate::record::columns::cells::{Cells, Order};
use crate::record::columns::parts::Parts;
use crate::record::columns::streams::{Sink, Source};
use crate::record::pack::{NOTED, PACKED_BYTES_MAX, SEED, WHOLE};

const MALFORMED: RecordFault = RecordFault::Malformed { at: 0 };

/// The form of a change that goes as it is.
const OTHER: u8 = 0xff;

// The streams by number. Those of words have the new words in the stream after.
const FORMS: u64 = 0;
const OTHERS: u64 = 1;
const RECORDS: u64 = 2;
const FIELDS: u64 = 4;
const DEPENDENCIES: u64 = 6;
const ACTORS: u64 = 7;
const SEQS: u64 = 9;
const STARTS: u64 = 10;
const TIMES: u64 = 11;
const MESSAGES: u64 = 12;
const TABLES: u64 = 14;
const SHAPES: u64 = 16;
const EXTRAS: u64 = 18;
const CELLS: u64 = 20;
const KEYS: u64 = 22;
/// Two for each column that is not taken apart: lengths, then bytes.
const COLUMNS: u64 = 0x100;
/// The classes of values; only the table, no stream.
const CLASSES: u64 = 0x3ff;
/// Three for each class of values.
const VALUES: u64 = 0x400;

/// The kinds of column that have streams of their own.
const KINDS: u64 = 0x100;

/// A record that is new, or the same as of the change before; beyond, its number.
const NEW: u64 = 0;
const SAME: u64 = 1;

/// What both ends remember from change to change.
#[derive(Default)]
struct Past {
    record: Option<RecordId>,
    time: i64,
    /// The last number of an actor in a record.
    seqs: BTreeMap<(RecordId, Vec<u8>), u64>,
    /// Where the last change of a record began to number its operations.
    starts: BTreeMap<RecordId, u64>,
    order: Order,
}

impl Past {
    fn seq(&mut self, parts: &Parts<'_>) -> &mut u64 {
        self.seqs.entry((parts.record, parts.actor.to_vec())).or_default()
    }

    fn start(&mut self, record: RecordId) -> &mut u64 {
        self.starts.entry(record).or_default()
    }
}

/// Lays packed changes out side by side; at most `max` operations and bytes are taken apart.
pub fn gather(packed: &[&[u8]], max: usize) -> Vec<u8> {
    let (mut sink, mut past, mut left) = (Sink::default(), Past::default(), max);
    for bytes in packed {
        let parts = Parts::read(bytes).ok().filter(|parts| parts.write() == *bytes);
        match parts {
            Some(parts) if parts.form != OTHER => put(&parts, &mut left, &mut past, &mut sink),
            _ => {
                sink.bytes(FORMS, &[OTHER]);
                sink.prefixed(OTHERS, bytes);
            }
        }
    }
    sink.finish()
}

/// Gives back what was gathered, one packed change after the other.
///
/// # Errors
///
/// What [`gather`] does not write, or more than `max` bytes or operations in all.
pub fn scatter(bytes: &[u8], max: usize) -> Result<Vec<Vec<u8>>, RecordFault> {
    let mut source = Source::read(bytes)?;
    let (mut past, mut left, mut room) = (Past::default(), max, max);
    let mut all = Vec::new();
    while !source.is_done(FORMS) {
        let form = source.bytes(FORMS, 1)?[0];
        let packed = if form == OTHER {
            source.prefixed(OTHERS)?.to_vec()
        } else {
            take(form, &mut left, &mut past, &mut source)?
        };
        room = room.checked_sub(packed.len()).ok_or(MALFORMED)?;
        all.push(packed);
    }
    Ok(all)
}

fn put(parts: &Parts<'_>, left: &mut usize, past: &mut Past, sink: &mut Sink) {
    sink.bytes(FORMS, &[parts.form]);
    put_record(parts.record, past, sink);
    if parts.form == SEED || parts.form & NOTED != 0 {
        sink.named(FIELDS, parts.field);
    }
    if parts.form == SEED {
        return;
    }
    if parts.form & !NOTED == WHOLE {
        sink.prefixed(DEPENDENCIES, parts.dependencies);
    }
    sink.named(ACTORS, parts.actor);
    let seq = past.seq(parts);
    sink.number(SEQS, parts.seq.wrapping_sub(*seq));
    *seq = parts.seq;
    let start = past.start(parts.record);
    sink.number(STARTS, parts.start.wrapping_sub(*start));
    *start = parts.start;
    sink.number(TIMES, zigzag(parts.time.wrapping_sub(past.time)));
    past.time = parts.time;
    sink.named(MESSAGES, parts.message);
    sink.number(TABLES, parts.others.len() as u64);
    for other in &parts.others {
        sink.named(ACTORS, other);
    }
    put_columns(parts, left, past, sink);
    sink.prefixed(EXTRAS, parts.extra);
}

fn put_record(record: RecordId, past: &mut Past, sink: &mut Sink) {
    match sink.word(RECORDS, &record.0) {
        (_, true) => {
            sink.number(RECORDS, NEW);
            sink.bytes(RECORDS + 1, &record.0);
        }
        _ if past.record == Some(record) => sink.number(RECORDS, SAME),
        (number, false) => sink.number(RECORDS, number + 2),
    }
    past.record = Some(record);
}

/// Which columns there are, and whether cells were taken apart; then the columns.
fn put_columns(parts: &Parts<'_>, left: &mut usize, past: &mut Past, sink: &mut Sink) {
    let kinds: Vec<u64> = parts.columns.iter().map(|(kind, _)| *kind).collect();
    let known = kinds.iter().all(|kind| *kind < KINDS);
    let apart = known && put_cells(parts, left, past, sink);
    let mut shape = vec![u8::from(apart)];
    for (kind, _) in &parts.columns {
        super::pack::put_unsigned(&mut shape, *kind);
    }
    sink.named(SHAPES, &shape);
    for (kind, bytes) in &parts.columns {
        if !(apart && is_cells(*kind)) {
            let stream = COLUMNS + 2 * (kind % KINDS);
            sink.number(stream, bytes.len() as u64);
            sink.bytes(stream + 1, bytes);
        }
    }
}

fn is_cells(kind: u64) -> bool {
    matches!(kind, cells::KEY | cells::LENGTH | cells::VALUE)
}

fn put_cells(parts: &Parts<'_>, left: &mut usize, past: &mut Past, sink: &mut Sink) -> bool {
    let column = |kind| {
        let mut of_kind = parts.columns.iter().filter(|(other, _)| *other == kind);
        let first = of_kind.next().map_or_else(Vec::new, |(_, bytes)| bytes.to_vec());
        of_kind.next().is_none().then_some(first)
    };
    let (Some(keys), Some(lengths), Some(values)) =
        (column(cells::KEY), column(cells::LENGTH), column(cells::VALUE))
    else {
        return false;
    };
    let cells = Cells {
        keys,
        lengths,
        values,
    };
    cells::write(&cells, left, &mut past.order, sink)
}

fn take(
    form: u8,
    left: &mut usize,
    past: &mut Past,
    source: &mut Source<'_>,
) -> Result<Vec<u8>, RecordFault> {
    let record = take_record(past, source)?;
    let mut parts = Parts::seed(record, &[]);
    parts.form = form;
    if form == SEED || form & NOTED != 0 {
        parts.field = source.named(FIELDS)?;
    }
    if form == SEED {
        return Ok(parts.write());
    }
    if form & !NOTED == WHOLE {
        parts.dependencies = source.prefixed(DEPENDENCIES)?;
    }
    parts.actor = source.named(ACTORS)?;
    let difference = source.number(SEQS)?;
    let seq = past.seq(&parts);
    *seq = seq.wrapping_add(difference);
    parts.seq = *seq;
    let start = past.start(record);
    *start = start.wrapping_add(source.number(STARTS)?);
    parts.start = *start;
    past.time = past.time.wrapping_add(unzigzag(source.number(TIMES)?));
    parts.time = past.time;
    parts.message = source.named(MESSAGES)?;
    for _ in 0..source.number(TABLES)? {
        parts.others.push(source.named(ACTORS)?);
    }
    let shape = source.named(SHAPES)?;
    let columns = take_columns(shape, left, past, source)?;
    parts.columns = columns.iter().map(|(kind, bytes)| (*kind, &bytes[..])).collect();
    parts.extra = source.prefixed(EXTRAS)?;
    let packed = parts.write();
    if packed.len() > PACKED_BYTES_MAX {
        Err(MALFORMED)
    } else {
        Ok(packed)
    }
}

fn take_record(past: &mut Past, source: &mut Source<'_>) -> Result<RecordId, RecordFault> {
    let record = match source.number(RECORDS)? {
        NEW => {
            let id = source.bytes(RECORDS + 1, RecordId::LEN as u64)?;
            source.learn(RECORDS, (0, id));
            RecordId::from_slice(id)
        }
        SAME => past.record,
        number => RecordId::from_slice(source.word(RECORDS, number - 2)?.1),
    };
    past.record = record;
    record.ok_or(MALFORMED)
}

fn take_columns(
    shape: &[u8],
    left: &mut usize,
    past: &mut Past,
    source: &mut Source<'_>,
) -> Result<Vec<(u64, Vec<u8>)>, RecordFault> {
    let mut shape = super::bounds::Reader::new(shape);
    let apart = shape.take(1)?[0] != 0;
    let mut taken = if apart {
        cells::read(left, &mut past.order, source)?
    } else {
        Cells::default()
    };
    let (mut columns, mut bytes) = (Vec::new(), 0);
    while !shape.is_done() {
        let kind = shape.unsigned()?;
        let column = match kind {
            cells::KEY if apart => std::mem::take(&mut taken.keys),
            cells::LENGTH if apart => std::mem::take(&mut taken.lengths),
            cells::VALUE if apart => std::mem::take(&mut taken.values),
            _ => {
                let stream = COLUMNS + 2 * (kind % KINDS);
                let length = source.number(stream)?;
                source.bytes(stream + 1, length)?.to_vec()
            }
        };
        bytes += column.len();
        if bytes > PACKED_BYTES_MAX {
            return Err(MALFORMED);
        }
        columns.push((kind, column));
    }
    Ok(columns)
}

fn zigzag(number: i64) -> u64 {
    ((number << 1) ^ (number >> 63)) as u64
}

fn unzigzag(number: u64) -> i64 {
    (number >> 1) as i64 ^ -((number & 1) as i64)
}

#[cfg(test)]
mod tests;
