//! How much a change's bytes announce, found out before anything is allocated for it.
//!
//! Automerge stores operations in columns of runs: ten bytes can announce as many operations as a
//! 64-bit number can say. Its decoder believes them; this walk adds them up first.
//! The layout is that of <https://automerge.org/automerge-binary-format-spec/>, change chunks.

use crate::record::RecordFault;

/// Operations that one change may have: a long text of 64 KiB written anew, twice over.
pub(super) const OPERATIONS_MAX: u64 = 262_144;

/// The first bytes of every chunk.
pub(super) const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];

/// The type byte of a change that is not compressed.
pub(super) const CHANGE_CHUNK: u8 = 1;

/// Bytes before the length of a chunk: magic, checksum, type.
pub(super) const LENGTH_AT: usize = 9;

/// Reads numbers off the front of a slice; knows where it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    fn fault(&self) -> RecordFault {
        RecordFault::Malformed { at: self.at }
    }

    pub(super) fn rest(&self) -> &'a [u8] {
        &self.bytes[self.at..]
    }

    pub(super) fn is_done(&self) -> bool {
        self.at == self.bytes.len()
    }

    pub(super) fn take(&mut self, count: u64) -> Result<&'a [u8], RecordFault> {
        let end = usize::try_from(count)
            .ok()
            .and_then(|count| self.at.checked_add(count));
        let taken = end
            .and_then(|end| self.bytes.get(self.at..end))
            .ok_or_else(|| self.fault())?;
        self.at += taken.len();
        Ok(taken)
    }

    /// An unsigned LEB128 number of at most 64 bits, in its one shortest form.
    pub(super) fn unsigned(&mut self) -> Result<u64, RecordFault> {
        let (mut number, mut shift) = (0u64, 0);
        loop {
            let byte = self.take(1)?[0];
            let bits = u64::from(byte & 0x7f);
            if shift > 63 || (shift == 63 && bits > 1) {
                return Err(self.fault());
            }
            number |= bits << shift;
            if byte & 0x80 == 0 {
                if byte == 0 && shift > 0 {
                    return Err(self.fault());
                }
                return Ok(number);
            }
            shift += 7;
        }
    }

    /// A signed LEB128 number of at most 64 bits.
    pub(super) fn signed(&mut self) -> Result<i64, RecordFault> {
        let (mut number, mut shift) = (0i64, 0);
        loop {
            let byte = self.take(1)?[0];
            if shift > 63 {
                return Err(self.fault());
            }
            number |= i64::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 {
                if shift < 64 && byte & 0x40 != 0 {
                    number |= -1 << shift;
                }
                return Ok(number);
            }
        }
    }

    /// Bytes behind their length.
    pub(super) fn prefixed(&mut self) -> Result<&'a [u8], RecordFault> {
        let length = self.unsigned()?;
        self.take(length)
    }

    pub(super) fn skip_prefixed(&mut self) -> Result<(), RecordFault> {
        self.prefixed().map(drop)
    }
}

/// Parts the first chunk from what follows; both are empty if the bytes are.
pub(super) fn split_chunk(bytes: &[u8]) -> Result<(&[u8], &[u8]), RecordFault> {
    if bytes.is_empty() {
        return Ok((bytes, bytes));
    }
    let mut reader = Reader::new(bytes);
    if reader.take(4)? != MAGIC {
        return Err(RecordFault::Malformed { at: 0 });
    }
    reader.take(5)?;
    reader.skip_prefixed()?;
    Ok(bytes.split_at(reader.at()))
}

/// Refuses a change chunk that is compressed, too rich in operations, or not laid out as one.
pub(super) fn check_change(raw: &[u8]) -> Result<(), RecordFault> {
    let (chunk, rest) = split_chunk(raw)?;
    if chunk.is_empty() || !rest.is_empty() {
        return Err(RecordFault::Malformed { at: chunk.len() });
    }
    if chunk[8] != CHANGE_CHUNK {
        return Err(RecordFault::ChunkType { found: chunk[8] });
    }
    let mut reader = Reader {
        bytes: chunk,
        at: LENGTH_AT,
    };
    reader.unsigned()?;
    let dependencies = reader.unsigned()?;
    reader.take(
        dependencies
            .checked_mul(32)
            .ok_or(RecordFault::Malformed { at: reader.at })?,
    )?;
    reader.skip_prefixed()?;
    reader.unsigned()?;
    reader.unsigned()?;
    reader.signed()?;
    reader.skip_prefixed()?;
    let actors = reader.unsigned()?;
    for _ in 0..actors {
        reader.skip_prefixed()?;
    }
    // Columns count its own actor first, then the others.
    check_columns(&mut reader, actors.saturating_add(1))
}

fn check_columns(reader: &mut Reader<'_>, actors: u64) -> Result<(), RecordFault> {
    let count = reader.unsigned()?;
    // Each takes two bytes at least, so there cannot be more than bytes.
    let mut columns = Vec::new();
    for _ in 0..count {
        let kind = reader.unsigned()?;
        let length = reader.unsigned()?;
        columns.push((kind, length));
    }
    for (kind, length) in columns {
        let column = Reader::new(reader.take(length)?);
        match kind & 7 {
            _ if kind & 8 != 0 => return Err(reader.fault()),
            7 => {}
            4 => check_flags(column)?,
            kind => check_runs(column, kind, actors)?,
        }
    }
    Ok(())
}

fn add(sum: &mut u64, count: u64) -> Result<(), RecordFault> {
    *sum = sum.saturating_add(count);
    if *sum > OPERATIONS_MAX {
        Err(RecordFault::TooManyOperations { max: OPERATIONS_MAX })
    } else {
        Ok(())
    }
}

fn check_flags(mut column: Reader<'_>) -> Result<(), RecordFault> {
    let mut rows = 0;
    while !column.is_done() {
        let run = column.unsigned()?;
        add(&mut rows, run)?;
    }
    Ok(())
}

/// Runs of the column types 0 to 3, 5 and 6: a positive count and one value, a negative count and as
/// many values, or 0 and a count of rows without value.
fn check_runs(mut column: Reader<'_>, kind: u64, actors: u64) -> Result<(), RecordFault> {
    let (mut rows, mut members) = (0, 0);
    while !column.is_done() {
        let run = column.signed()?;
        let (values, weight) = match run {
            0 => {
                let empty = column.unsigned()?;
                add(&mut rows, empty)?;
                continue;
            }
            1.. => (1, run.unsigned_abs()),
            _ => (run.unsigned_abs(), 1),
        };
        add(&mut rows, run.unsigned_abs())?;
        for _ in 0..values {
            match kind {
                // A group says how many rows of its columns belong to one operation.
                0 => {
                    let group = column.unsigned()?;
                    add(&mut members, group.saturating_mul(weight))?;
                }
                1 if column.unsigned()? >= actors => return Err(RecordFault::Dangling),
                1 => {}
                3 => drop(column.signed()?),
                5 => column.skip_prefixed()?,
                _ => drop(column.unsigned()?),
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_leb128_has_them() {
        let signed = |bytes: &[u8]| Reader::new(bytes).signed().unwrap();
        assert_eq!(signed(&[0x7f]), -1);
        assert_eq!(signed(&[0x80, 0x7f]), -128);
        assert_eq!(signed(&[0x3f]), 63);
        assert_eq!(Reader::new(&[0xe5, 0x8e, 0x26]).unsigned().unwrap(), 624_485);
        assert!(Reader::new(&[0xff; 11]).unsigned().is_err());
        assert!(Reader::new(&[0x80]).unsigned().is_err());
        assert!(Reader::new(&[0x80, 0x00]).unsigned().is_err());
    }

    #[test]
    fn a_run_beyond_all_measure_is_refused_before_it_is_followed() {
        let check = |bytes: &[u8], kind| check_runs(Reader::new(bytes), kind, 2);
        assert!(check(&[0x02, 0x07, 0x7d, 1, 2, 3], 2).is_ok());
        let huge = [0xff, 0xff, 0xff, 0xff, 0x0f, 0x01];
        assert!(matches!(
            check(&huge, 2),
            Err(RecordFault::TooManyOperations { .. })
        ));
        let least = [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f];
        assert!(matches!(
            check(&least, 2),
            Err(RecordFault::TooManyOperations { .. })
        ));
        let group = [0x02, 0xff, 0xff, 0xff, 0x0f];
        assert!(matches!(
            check(&group, 0),
            Err(RecordFault::TooManyOperations { .. })
        ));
        assert!(check(&[0x02, 1], 1).is_ok());
        assert!(
            matches!(check(&[0x02, 2], 1), Err(RecordFault::Dangling)),
            "no actor of that number"
        );
        assert!(check_flags(Reader::new(&[0x00, 0xff, 0xff, 0xff, 0x0f])).is_err());
    }
}
