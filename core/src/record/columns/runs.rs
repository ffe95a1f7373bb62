//! A column of runs as the values in it, and back, as Automerge lays it out.

use crate::record::RecordFault;
use crate::record::bounds::Reader;
use crate::record::columns::parts::put_signed;
use crate::record::pack::put_unsigned;

/// What a column holds, row by row; none where the row has no value.
///
/// # Errors
///
/// More than `max` rows, or no column of runs.
pub(super) fn read<'a, T: Copy>(
    column: &'a [u8],
    max: usize,
    value: impl Fn(&mut Reader<'a>) -> Result<T, RecordFault>,
) -> Result<Vec<Option<T>>, RecordFault> {
    let mut r = Reader::new(column);
    let mut rows = Vec::new();
    let fits = |rows: &Vec<Option<T>>, more: u64| {
        let left = (max - rows.len()) as u64;
        if more > left {
            Err(RecordFault::TooManyOperations { max: max as u64 })
        } else {
            Ok(more as usize)
        }
    };
    while !r.is_done() {
        match r.signed()? {
            0 => {
                let more = r.unsigned()?;
                let more = fits(&rows, more)?;
                rows.resize(rows.len() + more, None);
            }
            run @ 1.. => {
                let more = fits(&rows, run.unsigned_abs())?;
                let one = value(&mut r)?;
                rows.resize(rows.len() + more, Some(one));
            }
            run => {
                for _ in 0..fits(&rows, run.unsigned_abs())? {
                    rows.push(Some(value(&mut r)?));
                }
            }
        }
    }
    Ok(rows)
}

/// The one encoding that Automerge writes: of equal neighbours a run, of others a list.
pub(super) fn write<T: Copy + PartialEq>(rows: &[Option<T>], put: impl Fn(&mut Vec<u8>, T)) -> Vec<u8> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(first) = rows.get(at) {
        let same = rows[at..].iter().take_while(|row| *row == first).count();
        match first {
            None => {
                out.push(0);
                put_unsigned(&mut out, same as u64);
                at += same;
            }
            Some(value) if same > 1 => {
                put_signed(&mut out, same as i64);
                put(&mut out, *value);
                at += same;
            }
            Some(_) => {
                let list = list_len(&rows[at..]);
                put_signed(&mut out, -(list as i64));
                for value in rows[at..at + list].iter().flatten() {
                    put(&mut out, *value);
                }
                at += list;
            }
        }
    }
    out
}

/// How many values follow each other of which none equals its neighbour.
fn list_len<T: PartialEq>(rows: &[Option<T>]) -> usize {
    let ends = |at: usize| rows[at].is_none() || rows.get(at + 1) == Some(&rows[at]);
    (0..rows.len()).find(|at| ends(*at)).unwrap_or(rows.len())
}
