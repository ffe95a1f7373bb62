//! The operations of a change by cell: which cell, and which value, each among its like.
//!
//! Three columns of Automerge say this together: the keys, and the lengths and bytes of the values.
//! Signs of a long text, which have no key, stand as one text.

use std::collections::BTreeMap;

use crate::record::bounds::Reader;
use crate::record::columns::parts::put_prefixed;
use crate::record::columns::runs;
use crate::record::columns::streams::{Sink, Source};
use crate::record::columns::{CELLS, CLASSES, KEYS, MALFORMED, VALUES};
use crate::record::pack::put_unsigned;
use crate::record::{CHANGE_BYTES_MAX, RecordFault};

/// The columns that are taken apart here.
pub(super) const KEY: u64 = 0x15;
pub(super) const LENGTH: u64 = 0x56;
pub(super) const VALUE: u64 = 0x57;

/// The low bits of a value's length say its type: 6 is text.
const TEXT: u64 = 6;

/// The three columns of one change; a missing one is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Cells {
    pub(super) keys: Vec<u8>,
    pub(super) lengths: Vec<u8>,
    pub(super) values: Vec<u8>,
}

/// What one operation, or a run of those without key, writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit<'a> {
    Cell {
        key: &'a [u8],
        length: u64,
        value: &'a [u8],
    },
    /// A text of so many signs, each an operation.
    Signs(&'a [u8]),
    /// Operations with neither key nor value.
    Nothing(u64),
}

/// What follows what: a column of cells mostly has the order of the one before.
#[derive(Debug, Default)]
pub(super) struct Order {
    follows: BTreeMap<u64, u64>,
    last: u64,
}

const START: u64 = 0;
const NEW: u64 = 0;
const EXPECTED: u64 = 1;
const SIGNS: u64 = 2;
const NOTHING: u64 = 3;
const FIRST_KEY: u64 = 4;

impl Order {
    fn expected(&self) -> Option<u64> {
        self.follows.get(&self.last).copied()
    }

    fn begin(&mut self) {
        self.last = START;
    }

    /// Notes what came: the code of a key, of signs, or of nothing.
    fn came(&mut self, code: u64) {
        self.follows.insert(self.last, code);
        self.last = code;
    }
}

/// Where the values of a cell stand: by its field, languages apart, and members of a set together.
fn class(key: &[u8]) -> &[u8] {
    match key.iter().position(|byte| *byte == b'/') {
        Some(at) if key.len() - at > 4 => &key[..at],
        _ => key,
    }
}

/// The values of a class: numbers, then lengths, then bytes of new ones.
fn streams(class: u64) -> u64 {
    VALUES + 3 * class
}

/// Takes the columns apart; says whether they were laid out as Automerge does, and so could be.
pub(super) fn write(cells: &Cells, left: &mut usize, order: &mut Order, sink: &mut Sink) -> bool {
    let Ok((units, operations)) = units(cells, *left) else {
        return false;
    };
    *left -= operations;
    sink.number(CELLS, units.len() as u64);
    order.begin();
    for unit in units {
        match unit {
            Unit::Cell { key, length, value } => {
                let (number, is_new) = sink.word(KEYS, key);
                put_code(number + FIRST_KEY, is_new, order, sink);
                if is_new {
                    sink.prefixed(KEYS + 1, key);
                }
                put_value(class(key), length, value, sink);
            }
            Unit::Signs(text) => {
                put_code(SIGNS, false, order, sink);
                put_value(&[], (text.len() as u64) << 4 | TEXT, text, sink);
            }
            Unit::Nothing(count) => {
                put_code(NOTHING, false, order, sink);
                sink.number(CELLS + 1, count);
            }
        }
    }
    true
}

fn put_code(code: u64, is_new: bool, order: &mut Order, sink: &mut Sink) {
    let expected = order.expected() == Some(code);
    sink.number(
        KEYS,
        if is_new {
            NEW
        } else if expected {
            EXPECTED
        } else {
            code
        },
    );
    order.came(code);
}

fn put_value(class: &[u8], length: u64, value: &[u8], sink: &mut Sink) {
    let (number, _) = sink.word(CLASSES, class);
    let stream = streams(number);
    let mut word = Vec::with_capacity(value.len() + 3);
    put_unsigned(&mut word, length);
    word.extend_from_slice(value);
    match sink.word(stream, &word) {
        (_, true) => {
            sink.number(stream, 0);
            sink.number(stream + 1, length);
            sink.bytes(stream + 2, value);
        }
        (number, false) => sink.number(stream, number + 1),
    }
}

/// What the operations write, and how many they are.
fn units(cells: &Cells, left: usize) -> Result<(Vec<Unit<'_>>, usize), RecordFault> {
    let lengths = runs::read(&cells.lengths, left, Reader::unsigned)?;
    let mut keys = runs::read(&cells.keys, left, Reader::prefixed)?;
    if runs::write(&lengths, put_unsigned) != cells.lengths || runs::write(&keys, put_prefixed) != cells.keys
    {
        return Err(MALFORMED);
    }
    if cells.keys.is_empty() {
        keys.resize(lengths.len(), None);
    } else if keys.len() != lengths.len() || keys.iter().all(Option::is_none) {
        return Err(MALFORMED);
    }
    let operations = lengths.len();
    let mut values = Reader::new(&cells.values);
    let (mut units, mut signs_from, mut bytes) = (Vec::new(), 0, 0);
    for (key, length) in keys.into_iter().zip(lengths) {
        let length = length.ok_or(MALFORMED)?;
        let at = values.at();
        let value = values.take(length >> 4)?;
        bytes += key.map_or(0, <[u8]>::len) + value.len();
        let unit = match (key, units.last_mut()) {
            (Some(key), _) => Unit::Cell { key, length, value },
            (None, Some(Unit::Nothing(count))) if length == 0 => {
                *count += 1;
                continue;
            }
            (None, _) if length == 0 => Unit::Nothing(1),
            (None, last) if length & 15 == TEXT && is_sign(value) => {
                if let Some(Unit::Signs(text)) = last {
                    *text = &cells.values[signs_from..values.at()];
                    continue;
                }
                signs_from = at;
                Unit::Signs(value)
            }
            (None, _) => return Err(MALFORMED),
        };
        units.push(unit);
    }
    if values.is_done() && bytes <= CHANGE_BYTES_MAX {
        Ok((units, operations))
    } else {
        Err(MALFORMED)
    }
}

fn is_sign(value: &[u8]) -> bool {
    str::from_utf8(value).is_ok_and(|text| text.chars().count() == 1)
}

/// Puts the columns together again; at most `left` operations.
pub(super) fn read(
    left: &mut usize,
    order: &mut Order,
    source: &mut Source<'_>,
) -> Result<Cells, RecordFault> {
    let (mut keys, mut lengths, mut values) = (Vec::new(), Vec::new(), Vec::new());
    let mut bytes = 0;
    let mut spend = |operations: usize, more: usize| {
        *left = left.checked_sub(operations).ok_or(MALFORMED)?;
        bytes += more;
        if bytes > CHANGE_BYTES_MAX {
            Err(MALFORMED)
        } else {
            Ok(())
        }
    };
    order.begin();
    for _ in 0..source.number(CELLS)? {
        let code = match source.number(KEYS)? {
            NEW => {
                let key = source.prefixed(KEYS + 1)?;
                source.learn(KEYS, (0, key)) + FIRST_KEY
            }
            EXPECTED => order.expected().ok_or(MALFORMED)?,
            code => code,
        };
        order.came(code);
        match code {
            SIGNS => {
                let (_, text) = value(&[], source)?;
                let text = str::from_utf8(text).map_err(|_| MALFORMED)?;
                spend(text.chars().count(), text.len())?;
                for sign in text.chars() {
                    keys.push(None);
                    lengths.push(Some((sign.len_utf8() as u64) << 4 | TEXT));
                }
                values.extend_from_slice(text.as_bytes());
            }
            NOTHING => {
                let count = usize::try_from(source.number(CELLS + 1)?).map_err(|_| MALFORMED)?;
                spend(count, 0)?;
                keys.resize(keys.len() + count, None);
                lengths.resize(lengths.len() + count, Some(0));
            }
            code => {
                let (_, key) = source.word(KEYS, code - FIRST_KEY)?;
                let (length, value) = value(class(key), source)?;
                spend(1, key.len() + value.len())?;
                keys.push(Some(key));
                lengths.push(Some(length));
                values.extend_from_slice(value);
            }
        }
    }
    let keyless = keys.iter().all(Option::is_none);
    Ok(Cells {
        keys: if keyless {
            Vec::new()
        } else {
            runs::write(&keys, put_prefixed)
        },
        lengths: runs::write(&lengths, put_unsigned),
        values,
    })
}

fn value<'a>(class: &'a [u8], source: &mut Source<'a>) -> Result<(u64, &'a [u8]), RecordFault> {
    let stream = streams(source.class(class));
    match source.number(stream)? {
        0 => {
            let length = source.number(stream + 1)?;
            let bytes = source.bytes(stream + 2, length >> 4)?;
            source.learn(stream, (length, bytes));
            Ok((length, bytes))
        }
        number => source.word(stream, number - 1),
    }
}
