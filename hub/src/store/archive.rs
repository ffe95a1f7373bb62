//! A space as a stream of bytes: to move it to another hub, or to put it away.
//!
//! The form is the same for every engine: a magic line, then pieces of kind, length and bytes, and
//! an end piece without which the file was cut. Nothing of the front desk is in it, nor any name.

use std::io::{self, Read, Write};

use tawro_core::id::{LogId, SpaceId};
use tawro_core::log::{Entry, LogHead};
use tawro_core::membership::MemberRecord;
use thiserror::Error;

use super::{Appended, Line, Ordered, Sealed, SpaceLog, StoreFault};

/// Why an archive was not written or not taken in.
#[derive(Debug, Error)]
pub enum ArchiveFault {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreFault),
    /// The archive could not be read or written.
    #[error("the archive could not be read or written")]
    File(#[from] io::Error),
    /// It is no archive of this version, or was cut or changed.
    #[error("not a whole archive of a space")]
    Malformed,
    /// What is here and what is in the archive cannot both stand.
    #[error("the archive contradicts what is here")]
    Contradicts,
}

/// What the caller reads out of a record or an entry; the store itself knows only bytes.
pub trait Reading {
    /// The position, hash and space of a membership record; `None` if it is malformed.
    fn line(&self, bytes: Vec<u8>) -> Option<Line>;
    /// Where an entry stands; `first` is the log's entry 0, which names the device.
    fn sealed(&self, bytes: Vec<u8>, first: Option<&Sealed>) -> Option<Sealed>;
}

/// Reads records and entries as core lays them.
#[derive(Debug, Clone, Copy)]
pub struct Signed;

impl Reading for Signed {
    fn line(&self, bytes: Vec<u8>) -> Option<Line> {
        let record = MemberRecord::from_bytes(&bytes).ok()?;
        Some(Line {
            position: record.position(),
            hash: record.hash(),
            bytes,
        })
    }

    fn sealed(&self, bytes: Vec<u8>, first: Option<&Sealed>) -> Option<Sealed> {
        let entry = Entry::from_bytes(&bytes).ok()?;
        let device = match entry.header.opening {
            Some(opening) => opening.device,
            None => {
                first
                    .filter(|first| first.head.log == entry.header.log)?
                    .head
                    .device
            }
        };
        Some(Sealed {
            head: LogHead::of(&entry, device),
            prev: entry.header.prev,
            bytes,
        })
    }
}

/// Writes all membership records and entries of a space. Acknowledgements are left behind: devices
/// say them again.
///
/// # Errors
/// [`ArchiveFault::Store`] or [`ArchiveFault::File`].
pub fn export(store: &mut dyn SpaceLog, space: SpaceId, sink: &mut dyn Write) -> Result<(), ArchiveFault> {
    sink.write_all(MAGIC)?;
    sink.write_all(&space.0)?;
    for record in store.membership_since(space, 0)? {
        piece(sink, MEMBER, &record)?;
    }
    for head in store.heads(space)? {
        let mut from = 0;
        while from <= head.seq {
            let entries = store.range(space, head.log, from, AT_ONCE)?;
            if entries.is_empty() {
                break;
            }
            from += entries.len() as u64;
            for entry in entries {
                piece(sink, ENTRY, &entry)?;
            }
        }
    }
    for fork in store.forks(space)? {
        let mut bytes = fork.log.0.to_vec();
        bytes.extend_from_slice(&fork.seq.to_le_bytes());
        bytes.extend_from_slice(&fork.proof);
        piece(sink, FORK, &bytes)?;
    }
    piece(sink, END, &[])?;
    Ok(sink.flush()?)
}

/// Takes in a space that [`export`] wrote, and commits it; what is here already stays.
///
/// The archive is believed as this hub's own disk is: it is the operator's file. Signatures were
/// checked when each entry first came in, and every device checks them again.
///
/// # Errors
/// [`ArchiveFault`]; nothing was kept then.
pub fn import(
    store: &mut dyn SpaceLog,
    reading: &dyn Reading,
    source: &mut dyn Read,
) -> Result<SpaceId, ArchiveFault> {
    let done = import_pieces(store, reading, source).and_then(|space| {
        store.commit()?;
        Ok(space)
    });
    if done.is_err() {
        store.rollback();
    }
    done
}

fn import_pieces(
    store: &mut dyn SpaceLog,
    reading: &dyn Reading,
    source: &mut dyn Read,
) -> Result<SpaceId, ArchiveFault> {
    let mut magic = [0; MAGIC.len()];
    source.read_exact(&mut magic)?;
    if magic != *MAGIC {
        return Err(ArchiveFault::Malformed);
    }
    let mut space = SpaceId([0; 32]);
    source.read_exact(&mut space.0)?;
    let mut expect = None;
    let mut first: Option<Sealed> = None;
    loop {
        let (kind, bytes) = read_piece(source)?;
        match kind {
            END => return Ok(space),
            MEMBER => {
                let line = reading.line(bytes).ok_or(ArchiveFault::Malformed)?;
                if let Ordered::Conflict { .. } = store.membership_append(space, expect, &line)? {
                    return Err(ArchiveFault::Contradicts);
                }
                expect = Some((line.position, line.hash));
            }
            ENTRY => {
                let entry = reading
                    .sealed(bytes, first.as_ref())
                    .ok_or(ArchiveFault::Malformed)?;
                let answer = store.append(space, std::slice::from_ref(&entry))?;
                if !matches!(answer[..], [Appended::Stored | Appended::Duplicate]) {
                    return Err(ArchiveFault::Contradicts);
                }
                if entry.head.seq == 0 {
                    first = Some(entry);
                }
            }
            FORK => {
                let (log, rest) = bytes.split_first_chunk::<16>().ok_or(ArchiveFault::Malformed)?;
                let (seq, proof) = rest.split_first_chunk::<8>().ok_or(ArchiveFault::Malformed)?;
                let fork = super::Fork {
                    log: LogId(*log),
                    seq: u64::from_le_bytes(*seq),
                    proof: proof.to_vec(),
                };
                store.fork_keep(space, &fork)?;
            }
            _ => return Err(ArchiveFault::Malformed),
        }
    }
}

fn piece(sink: &mut dyn Write, kind: u8, bytes: &[u8]) -> io::Result<()> {
    sink.write_all(&[kind])?;
    sink.write_all(&(bytes.len() as u32).to_le_bytes())?;
    sink.write_all(bytes)
}

fn read_piece(source: &mut dyn Read) -> Result<(u8, Vec<u8>), ArchiveFault> {
    let mut head = [0; 5];
    source.read_exact(&mut head)?;
    let [kind, length @ ..] = head;
    let length = u32::from_le_bytes(length);
    if length > PIECE_MAX {
        return Err(ArchiveFault::Malformed);
    }
    let mut bytes = vec![0; length as usize];
    source.read_exact(&mut bytes)?;
    Ok((kind, bytes))
}

const MAGIC: &[u8; 14] = b"tawro-space/1\n";
const MEMBER: u8 = 1;
const ENTRY: u8 = 2;
const FORK: u8 = 3;
const END: u8 = 0xff;
/// No record, entry or proof is longer: a frame holds each of them.
const PIECE_MAX: u32 = 1 << 20;
/// Bytes of entries held while exporting.
const AT_ONCE: usize = 256 << 10;
