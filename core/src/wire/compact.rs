//! The short form of entries on a stream: the receiver rebuilds the header, then checks the signature.
//!
//! Both ends keep the same small context, one for each direction: the logs named so far with their
//! last number and hash, the membership record and the key that the entry before stood on. An entry
//! that goes on where the context stands costs two bytes, or three, besides nonce, signature and ciphertext;
//! its number, its predecessor, membership, epoch, ciphertext length and hash are rebuilt. A wrong
//! context cannot pass: the signature is over the whole header.
//!
//! One byte of flags, then what the flags say, in this order:
//!
//! | bit | what follows |
//! |---|---|
//! | 0 whole | varint length and the stored form of the entry; nothing else |
//! | 1 new log | its 16 bytes; it gets the next number |
//! | 2 other log | varint number of a log named before; without 1 and 2: the log of the entry before |
//! | 3 jump | varint seq, then prev unless seq is 0; without it: the next of this log, 0 if new |
//! | 4 membership | varint position, 32 bytes hash |
//! | 5 key | varint epoch, 16 bytes key id |
//! | 6 previous | the opening names a previous log: 16 bytes, varint seq, 32 bytes hash |
//!
//! At seq 0 the opening's device follows (32 bytes), before the previous log. Then nonce, signature,
//! varint length, ciphertext.

use std::collections::BTreeMap;

use crate::crypto;
use crate::id::{DeviceId, EntryHash, KeyId, LogId, MemberHash, SpaceId};
use crate::log::{CIPHERTEXT_MAX, Entry, Header, LOGS_MAX, Malformed, Opening, Reader, put_varint, version};

const WHOLE: u8 = 1;
const NEW_LOG: u8 = 1 << 1;
const OTHER_LOG: u8 = 1 << 2;
const JUMP: u8 = 1 << 3;
const MEMBERSHIP: u8 = 1 << 4;
const KEY: u8 = 1 << 5;
const PREVIOUS: u8 = 1 << 6;

const NONE: EntryHash = EntryHash([0; 32]);

/// What both ends remember of one direction.
#[derive(Debug)]
struct Context {
    space: SpaceId,
    logs: Vec<Log>,
    /// The log of the entry before.
    current: usize,
    membership: (u32, MemberHash),
    key: (u32, KeyId),
}

#[derive(Debug)]
struct Log {
    id: LogId,
    /// The number and predecessor that the next entry has, unless it jumps.
    seq: u64,
    prev: EntryHash,
}

impl Context {
    fn new(space: SpaceId) -> Self {
        let membership = (0, MemberHash([0; 32]));
        Self {
            space,
            logs: Vec::new(),
            current: 0,
            membership,
            key: (0, KeyId([0; 16])),
        }
    }

    fn advance(&mut self, at: usize, header: &Header) {
        self.current = at;
        self.membership = (header.position, header.member_hash);
        self.key = (header.epoch, header.key_id);
        let log = &mut self.logs[at];
        (log.seq, log.prev) = (header.seq.saturating_add(1), header.hash());
    }
}

/// Writes entries in the short form, in the order in which they are to be read.
#[derive(Debug)]
pub struct Packer {
    context: Context,
    numbers: BTreeMap<LogId, usize>,
}

impl Packer {
    /// For the start of a stream of one space.
    pub fn new(space: SpaceId) -> Self {
        Self {
            context: Context::new(space),
            numbers: BTreeMap::new(),
        }
    }

    /// Appends an entry. Entries of another space, of a later version, and of logs beyond the
    /// 4,096th are written whole.
    pub fn pack(&mut self, entry: &Entry, out: &mut Vec<u8>) {
        let header = &entry.header;
        let number = self.numbers.get(&header.log).copied();
        let plain = header.version == 1
            && header.min_reader == 1
            && !header.critical
            && header.space == self.context.space
            && entry.ciphertext.len() == header.ciphertext_len as usize;
        let at = match number {
            Some(at) if plain => at,
            None if plain && self.context.logs.len() < LOGS_MAX => {
                self.context.logs.push(Log {
                    id: header.log,
                    seq: 0,
                    prev: NONE,
                });
                let at = self.context.logs.len() - 1;
                self.numbers.insert(header.log, at);
                at
            }
            _ => {
                let bytes = entry.to_bytes();
                out.push(WHOLE);
                put_varint(out, bytes.len() as u64);
                out.extend_from_slice(&bytes);
                return;
            }
        };
        self.pack_short(entry, at, number.is_none(), out);
        self.context.advance(at, header);
    }

    fn pack_short(&self, entry: &Entry, at: usize, new: bool, out: &mut Vec<u8>) {
        let header = &entry.header;
        let flags_at = out.len();
        let mut flags = 0;
        out.push(0);
        if new {
            flags |= NEW_LOG;
            out.extend_from_slice(&header.log.0);
        } else if at != self.context.current {
            flags |= OTHER_LOG;
            put_varint(out, at as u64);
        }
        let log = &self.context.logs[at];
        if (log.seq, log.prev) != (header.seq, header.prev) {
            flags |= JUMP;
            put_varint(out, header.seq);
            if header.seq > 0 {
                out.extend_from_slice(&header.prev.0);
            }
        }
        if self.context.membership != (header.position, header.member_hash) {
            flags |= MEMBERSHIP;
            put_varint(out, header.position.into());
            out.extend_from_slice(&header.member_hash.0);
        }
        if self.context.key != (header.epoch, header.key_id) {
            flags |= KEY;
            put_varint(out, header.epoch.into());
            out.extend_from_slice(&header.key_id.0);
        }
        if let Some(opening) = &header.opening {
            out.extend_from_slice(&opening.device.0);
            if let Some((log, seq, hash)) = &opening.previous {
                flags |= PREVIOUS;
                out.extend_from_slice(&log.0);
                put_varint(out, *seq);
                out.extend_from_slice(&hash.0);
            }
        }
        out.extend_from_slice(&header.nonce);
        out.extend_from_slice(&entry.signature);
        put_varint(out, entry.ciphertext.len() as u64);
        out.extend_from_slice(&entry.ciphertext);
        out[flags_at] = flags;
    }
}

/// Reads what a [`Packer`] wrote, in the same order.
#[derive(Debug)]
pub struct Unpacker {
    context: Context,
}

impl Unpacker {
    /// For the start of a stream of one space.
    pub fn new(space: SpaceId) -> Self {
        Self {
            context: Context::new(space),
        }
    }

    /// Reads all entries of a frame. No signature is checked here.
    ///
    /// After an error the context is lost, and the stream with it.
    pub fn unpack(&mut self, bytes: &[u8]) -> Result<Vec<Entry>, Malformed> {
        let mut r = Reader::new(bytes);
        let mut entries = Vec::new();
        while !r.is_empty() {
            entries.push(self.unpack_one(&mut r)?);
        }
        Ok(entries)
    }

    fn unpack_one(&mut self, r: &mut Reader<'_>) -> Result<Entry, Malformed> {
        let flags = r.u8()?;
        if flags == WHOLE {
            let len = r.count(version::HEADER_MAX + 64 + CIPHERTEXT_MAX)?;
            return Entry::from_bytes(r.take(len)?);
        }
        if flags & (WHOLE | 0x80) != 0 || flags & NEW_LOG != 0 && flags & OTHER_LOG != 0 {
            return Err(Malformed);
        }
        let at = self.log(flags, r)?;
        let mut header = self.header(flags, at, r)?;
        header.nonce = r.array()?;
        let signature = r.array()?;
        let len = r.count(CIPHERTEXT_MAX)?;
        let ciphertext = r.take(len)?.to_vec();
        header.ciphertext_len = ciphertext.len() as u32;
        header.ciphertext_hash = crypto::hash(&ciphertext);
        if !header.sound() {
            return Err(Malformed);
        }
        self.context.advance(at, &header);
        Ok(Entry {
            header,
            signature,
            ciphertext,
        })
    }

    fn log(&mut self, flags: u8, r: &mut Reader<'_>) -> Result<usize, Malformed> {
        let logs = &mut self.context.logs;
        if flags & NEW_LOG != 0 {
            if logs.len() >= LOGS_MAX {
                return Err(Malformed);
            }
            logs.push(Log {
                id: LogId(r.array()?),
                seq: 0,
                prev: NONE,
            });
            return Ok(logs.len() - 1);
        }
        let at = if flags & OTHER_LOG != 0 {
            r.count(LOGS_MAX)?
        } else {
            self.context.current
        };
        if at < logs.len() { Ok(at) } else { Err(Malformed) }
    }

    fn header(&self, flags: u8, at: usize, r: &mut Reader<'_>) -> Result<Header, Malformed> {
        let context = &self.context;
        let log = &context.logs[at];
        let (seq, prev) = match flags & JUMP {
            0 => (log.seq, log.prev),
            _ => match r.varint()? {
                0 => (0, NONE),
                seq => (seq, EntryHash(r.array()?)),
            },
        };
        let (position, member_hash) = match flags & MEMBERSHIP {
            0 => context.membership,
            _ => (small(r)?, MemberHash(r.array()?)),
        };
        let (epoch, key_id) = match flags & KEY {
            0 => context.key,
            _ => (small(r)?, KeyId(r.array()?)),
        };
        let opening = if seq == 0 { Some(opening(flags, r)?) } else { None };
        if opening.is_none() && flags & PREVIOUS != 0 {
            return Err(Malformed);
        }
        Ok(Header {
            version: 1,
            suite: version::SUITE,
            critical: false,
            min_reader: 1,
            ring: 0,
            flags: 0,
            space: context.space,
            log: log.id,
            seq,
            prev,
            position,
            member_hash,
            epoch,
            key_id,
            ciphertext_len: 0,
            ciphertext_hash: [0; 32],
            nonce: [0; 24],
            opening,
            more: Vec::new(),
        })
    }
}

fn small(r: &mut Reader<'_>) -> Result<u32, Malformed> {
    u32::try_from(r.varint()?).map_err(|_| Malformed)
}

fn opening(flags: u8, r: &mut Reader<'_>) -> Result<Opening, Malformed> {
    let device = DeviceId(r.array()?);
    let previous = if flags & PREVIOUS == 0 {
        None
    } else {
        Some((LogId(r.array()?), r.varint()?, EntryHash(r.array()?)))
    };
    Ok(Opening { device, previous })
}
