//! Streams of like things, side by side: what compresses best stands together.

use std::collections::BTreeMap;

use crate::record::RecordFault;
use crate::record::bounds::Reader;
use crate::record::columns::MALFORMED;
use crate::record::columns::parts::put_prefixed;
use crate::record::pack::put_unsigned;

/// More streams than any change needs are no layout of ours.
const STREAMS_MAX: u64 = 65_536;

/// Streams that are written.
#[derive(Default)]
pub(super) struct Sink {
    streams: BTreeMap<u64, Vec<u8>>,
    tables: BTreeMap<u64, BTreeMap<Vec<u8>, u64>>,
}

impl Sink {
    pub(super) fn bytes(&mut self, stream: u64, bytes: &[u8]) {
        self.streams.entry(stream).or_default().extend_from_slice(bytes);
    }

    pub(super) fn number(&mut self, stream: u64, number: u64) {
        put_unsigned(self.streams.entry(stream).or_default(), number);
    }

    pub(super) fn prefixed(&mut self, stream: u64, bytes: &[u8]) {
        put_prefixed(self.streams.entry(stream).or_default(), bytes);
    }

    /// The number of a word in the stream's table; a new word gets the next, and is to be written.
    pub(super) fn word(&mut self, stream: u64, word: &[u8]) -> (u64, bool) {
        let table = self.tables.entry(stream).or_default();
        if let Some(number) = table.get(word) {
            return (*number, false);
        }
        let number = table.len() as u64;
        table.insert(word.to_vec(), number);
        (number, true)
    }

    /// A word of a table as a number, 0 for a new one, which goes into the stream after.
    pub(super) fn named(&mut self, stream: u64, word: &[u8]) {
        match self.word(stream, word) {
            (_, true) => {
                self.number(stream, 0);
                self.prefixed(stream + 1, word);
            }
            (number, false) => self.number(stream, number + 1),
        }
    }

    pub(super) fn finish(self) -> Vec<u8> {
        let mut out = Vec::new();
        put_unsigned(&mut out, self.streams.len() as u64);
        let mut last = 0;
        for (stream, bytes) in &self.streams {
            put_unsigned(&mut out, stream - last);
            put_unsigned(&mut out, bytes.len() as u64);
            last = *stream;
        }
        for bytes in self.streams.values() {
            out.extend_from_slice(bytes);
        }
        out
    }
}

/// Streams that are read.
pub(super) struct Source<'a> {
    streams: BTreeMap<u64, Reader<'a>>,
    tables: BTreeMap<u64, Vec<(u64, &'a [u8])>>,
    classes: BTreeMap<&'a [u8], u64>,
}

impl<'a> Source<'a> {
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, RecordFault> {
        let mut r = Reader::new(bytes);
        let count = r.unsigned()?;
        if count > STREAMS_MAX {
            return Err(RecordFault::Malformed { at: 0 });
        }
        let mut lengths = Vec::new();
        let mut stream = 0u64;
        for _ in 0..count {
            stream = stream.saturating_add(r.unsigned()?);
            lengths.push((stream, r.unsigned()?));
        }
        let mut streams = BTreeMap::new();
        for (stream, length) in lengths {
            streams.insert(stream, Reader::new(r.take(length)?));
        }
        if !r.is_done() {
            return Err(RecordFault::Malformed { at: r.at() });
        }
        Ok(Self {
            streams,
            tables: BTreeMap::new(),
            classes: BTreeMap::new(),
        })
    }

    pub(super) fn is_done(&self, stream: u64) -> bool {
        self.streams.get(&stream).is_none_or(Reader::is_done)
    }

    fn stream(&mut self, stream: u64) -> Result<&mut Reader<'a>, RecordFault> {
        self.streams.get_mut(&stream).ok_or(MALFORMED)
    }

    pub(super) fn bytes(&mut self, stream: u64, length: u64) -> Result<&'a [u8], RecordFault> {
        if length == 0 {
            return Ok(&[]);
        }
        self.stream(stream)?.take(length)
    }

    pub(super) fn number(&mut self, stream: u64) -> Result<u64, RecordFault> {
        self.stream(stream)?.unsigned()
    }

    pub(super) fn prefixed(&mut self, stream: u64) -> Result<&'a [u8], RecordFault> {
        self.stream(stream)?.prefixed()
    }

    /// Adds a word, with what is to be remembered of it, to a stream's table; returns its number.
    pub(super) fn learn(&mut self, stream: u64, word: (u64, &'a [u8])) -> u64 {
        let table = self.tables.entry(stream).or_default();
        table.push(word);
        table.len() as u64 - 1
    }

    pub(super) fn word(&self, stream: u64, number: u64) -> Result<(u64, &'a [u8]), RecordFault> {
        let at = usize::try_from(number).ok();
        at.and_then(|at| self.tables.get(&stream)?.get(at).copied())
            .ok_or(MALFORMED)
    }

    /// The number of a class of values, by first appearance.
    pub(super) fn class(&mut self, class: &'a [u8]) -> u64 {
        let next = self.classes.len() as u64;
        *self.classes.entry(class).or_insert(next)
    }

    pub(super) fn named(&mut self, stream: u64) -> Result<&'a [u8], RecordFault> {
        match self.number(stream)? {
            0 => {
                let word = self.prefixed(stream + 1)?;
                self.learn(stream, (0, word));
                Ok(word)
            }
            number => self.word(stream, number - 1).map(|(_, word)| word),
        }
    }
}
