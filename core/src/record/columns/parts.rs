//! A packed change in its parts, and back: the same bytes or nothing.

use crate::id::RecordId;
use crate::record::RecordFault;
use crate::record::bounds::Reader;
use crate::record::pack::{NOTED, SEED, WHOLE, put_unsigned};

/// What stands in a packed change, in its order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parts<'a> {
    pub(super) form: u8,
    pub(super) record: RecordId,
    /// The long text's field, with forms that name one; of a seed nothing follows.
    pub(super) field: &'a [u8],
    /// Count and hashes, where they were not left out.
    pub(super) dependencies: &'a [u8],
    pub(super) actor: &'a [u8],
    pub(super) seq: u64,
    pub(super) start: u64,
    pub(super) time: i64,
    pub(super) message: &'a [u8],
    pub(super) others: Vec<&'a [u8]>,
    /// Kind and bytes of each column.
    pub(super) columns: Vec<(u64, &'a [u8])>,
    pub(super) extra: &'a [u8],
}

impl<'a> Parts<'a> {
    /// Of a seed: its field is all there is.
    pub(super) fn seed(record: RecordId, field: &'a [u8]) -> Self {
        Self {
            form: SEED,
            record,
            field,
            dependencies: &[],
            actor: &[],
            seq: 0,
            start: 0,
            time: 0,
            message: &[],
            others: Vec::new(),
            columns: Vec::new(),
            extra: &[],
        }
    }

    pub(super) fn read(packed: &'a [u8]) -> Result<Self, RecordFault> {
        let mut r = Reader::new(packed);
        let form = r.take(1)?[0];
        let at = r.at();
        let record =
            RecordId::from_slice(r.take(RecordId::LEN as u64)?).ok_or(RecordFault::Malformed { at })?;
        if form == SEED {
            return Ok(Self::seed(record, r.rest()));
        }
        let field = if form & NOTED == 0 {
            &[]
        } else {
            let len = r.take(1)?[0];
            r.take(len.into())?
        };
        let before = r.rest();
        let start = r.at();
        if form & !NOTED == WHOLE {
            let count = r.unsigned()?;
            r.take(count.saturating_mul(32))?;
        }
        let dependencies = &before[..r.at() - start];
        Ok(Self {
            form,
            record,
            field,
            dependencies,
            actor: r.prefixed()?,
            seq: r.unsigned()?,
            start: r.unsigned()?,
            time: r.signed()?,
            message: r.prefixed()?,
            others: others(&mut r)?,
            columns: columns(&mut r)?,
            extra: r.rest(),
        })
    }

    pub(super) fn write(&self) -> Vec<u8> {
        let mut out = vec![self.form];
        out.extend_from_slice(&self.record.0);
        if self.form == SEED {
            out.extend_from_slice(self.field);
            return out;
        }
        if self.form & NOTED != 0 {
            out.push(self.field.len() as u8);
            out.extend_from_slice(self.field);
        }
        out.extend_from_slice(self.dependencies);
        put_prefixed(&mut out, self.actor);
        put_unsigned(&mut out, self.seq);
        put_unsigned(&mut out, self.start);
        put_signed(&mut out, self.time);
        put_prefixed(&mut out, self.message);
        put_unsigned(&mut out, self.others.len() as u64);
        for other in &self.others {
            put_prefixed(&mut out, other);
        }
        put_unsigned(&mut out, self.columns.len() as u64);
        for (kind, bytes) in &self.columns {
            put_unsigned(&mut out, *kind);
            put_unsigned(&mut out, bytes.len() as u64);
        }
        for (_, bytes) in &self.columns {
            out.extend_from_slice(bytes);
        }
        out.extend_from_slice(self.extra);
        out
    }
}

fn others<'a>(r: &mut Reader<'a>) -> Result<Vec<&'a [u8]>, RecordFault> {
    // Each takes a byte at least, so the loop ends with the bytes.
    (0..r.unsigned()?).map(|_| r.prefixed()).collect()
}

fn columns<'a>(r: &mut Reader<'a>) -> Result<Vec<(u64, &'a [u8])>, RecordFault> {
    let mut lengths = Vec::new();
    for _ in 0..r.unsigned()? {
        lengths.push((r.unsigned()?, r.unsigned()?));
    }
    lengths
        .into_iter()
        .map(|(kind, length)| Ok((kind, r.take(length)?)))
        .collect()
}

pub(super) fn put_prefixed(out: &mut Vec<u8>, bytes: &[u8]) {
    put_unsigned(out, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

/// Signed LEB128 in its shortest form.
pub(super) fn put_signed(out: &mut Vec<u8>, mut number: i64) {
    loop {
        let byte = (number & 0x7f) as u8;
        number >>= 7;
        if (number == 0 && byte & 0x40 == 0) || (number == -1 && byte & 0x40 != 0) {
            out.push(byte);
            return;
        }
        out.push(byte | 0x80);
    }
}
