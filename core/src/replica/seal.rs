//! Sealing: the oldest journal lines become entries, when someone wants them.

use std::collections::BTreeMap;

use rand_core::CryptoRng;

use crate::id::LogId;
use crate::log::{self, BODY_MAX, Batch, BatchFault, Entry, Item, LogHead, Opening, PLAINTEXT_MAX, Seal};
use crate::record::columns;
use crate::replica::store::Store;
use crate::replica::{Replica, ReplicaFault};

/// What the last sealed entry told of every log, so that the next one tells only what is new.
const TOLD: &str = "own/told/";

/// Fewer changes than this are sealed one by one: side by side they would take more.
const TOGETHER_MIN: usize = 8;

/// Why nothing written here can be sealed, and so sent, as things stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hindrance {
    /// This device may not write: it reads only, or is being put out.
    NotAWriter,
    /// A newer release said something about members that this one does not understand.
    Outdated,
    /// The key of today has not come to this device.
    NoKey,
}

impl Hindrance {
    /// Names it for whoever has words for it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotAWriter => "not_a_writer",
            Self::Outdated => "outdated",
            Self::NoKey => "no_key",
        }
    }
}

impl Replica {
    /// Why nothing can be sealed, if that is so.
    pub fn hindrance(&self) -> Option<Hindrance> {
        if !self.may_write() {
            Some(Hindrance::NotAWriter)
        } else if self.membership.frozen().is_some() {
            Some(Hindrance::Outdated)
        } else if self.keyring.sealing(&self.membership).is_none() {
            Some(Hindrance::NoKey)
        } else {
            None
        }
    }

    /// Seals the whole journal and returns how many entries that made.
    ///
    /// Call it only for a peer whose membership and HAVE were read ([`Peer`](crate::replica::Peer)
    /// does): a device that was copied or rolled back then learns so before it gives a number twice.
    /// A device that may not write, or holds no key of the current epoch, seals nothing.
    pub(crate) fn seal(
        &mut self,
        dice: &mut dyn CryptoRng,
        store: &mut dyn Store,
    ) -> Result<usize, ReplicaFault> {
        if self.hindrance().is_some() {
            return Ok(0);
        }
        let mut sealed = 0;
        while self.seal_one(dice, store)? {
            sealed += 1;
        }
        Ok(sealed)
    }

    fn seal_one(&mut self, dice: &mut dyn CryptoRng, store: &mut dyn Store) -> Result<bool, ReplicaFault> {
        let mut lines = store.journal_front(PLAINTEXT_MAX)?;
        if lines.is_empty() {
            return Ok(false);
        }
        let items: Vec<Item> = lines
            .iter()
            .map(|(_, line)| own_item(line))
            .collect::<Result<_, _>>()?;
        // Who wrote is of no use without what was written.
        let is_all = lines.iter().map(|(_, line)| line.len()).sum::<usize>() < PLAINTEXT_MAX;
        if is_all && !items.iter().any(Item::says_something) {
            return Ok(false);
        }
        let vector = self.vector_news(store)?;
        let (plain, taken) = log::pack_up(&vector, &items, together);
        lines.truncate(taken);
        let Some((epoch, key)) = self.keyring.sealing(&self.membership) else {
            return Ok(false);
        };
        let log = self.own_log;
        let previous = self.heads.get(&log).copied();
        let opening = previous.is_none().then(|| Opening {
            device: self.device(),
            previous: self
                .last_own_head(log)
                .map(|head| (head.log, head.seq, head.hash)),
        });
        let (position, member_hash) = self.membership.head();
        let seal = Seal {
            space: self.membership.space(),
            log,
            seq: previous.as_ref().map_or(0, |head| head.seq + 1),
            prev: previous.as_ref().map(|head| head.hash),
            position,
            member_hash,
            epoch,
            opening,
        };
        let entry = Entry::seal(seal, &plain, key, &self.secret, dice);
        let head = LogHead::of(&entry, self.device());
        store.append_entry(&entry, &head)?;
        self.heads.insert(log, head);
        for (log, seq) in vector {
            store.put(&format!("{TOLD}{log}"), Some(&seq.to_be_bytes()))?;
        }
        if let Some((last, _)) = lines.last() {
            store.journal_remove(*last)?;
        }
        Ok(true)
    }

    /// The logs of others that moved since this device last told, and where it has them applied.
    fn vector_news(&self, store: &mut dyn Store) -> Result<Vec<(LogId, u64)>, ReplicaFault> {
        let told: BTreeMap<String, Vec<u8>> = store.scan(TOLD)?.into_iter().collect();
        let mut news = Vec::new();
        for head in self.heads.values().filter(|head| head.log != self.own_log) {
            let Some(applied) = self.waiting.applied(head) else {
                continue;
            };
            if told.get(&format!("{TOLD}{}", head.log)).map(Vec::as_slice) != Some(&applied.to_be_bytes()) {
                news.push((head.log, applied));
            }
        }
        Ok(news)
    }

    /// The head of the log that this device wrote before `log`, if it had one.
    fn last_own_head(&self, log: LogId) -> Option<&LogHead> {
        let device = self.device();
        self.heads
            .values()
            .filter(|head| head.device == device && head.log != log)
            .max_by_key(|head| head.seq)
    }
}

/// The items of an entry as they are sealed: many changes side by side, behind all others.
fn together(items: &[Item]) -> Vec<Item> {
    let (mut packed, mut others) = (Vec::new(), Vec::new());
    for item in items {
        match item {
            Item::Change(change) => packed.push(change.as_slice()),
            other => others.push(other.clone()),
        }
    }
    if packed.len() < TOGETHER_MIN {
        return items.to_vec();
    }
    let gathered = columns::gather(&packed, BODY_MAX);
    // What is sealed can never be mended: it must be seen to come back.
    match columns::scatter(&gathered, BODY_MAX) {
        Ok(back) if back == packed => {
            others.push(Item::Changes(gathered));
            others
        }
        _ => items.to_vec(),
    }
}

/// What an opened entry holds, each change by itself again.
pub(crate) fn unsealed(plain: &[u8]) -> Result<Batch, BatchFault> {
    let mut batch = Batch::decode(plain)?;
    let (mut items, mut gathered_before) = (Vec::with_capacity(batch.items.len()), false);
    for item in batch.items {
        match item {
            // One such item there may be: each may unfold to so much.
            Item::Changes(_) if std::mem::replace(&mut gathered_before, true) => {
                return Err(BatchFault::Malformed);
            }
            Item::Changes(gathered) => {
                let packed = columns::scatter(&gathered, BODY_MAX).map_err(|_| BatchFault::Malformed)?;
                items.extend(packed.into_iter().map(Item::Change));
            }
            item => items.push(item),
        }
    }
    batch.items = items;
    Ok(batch)
}

fn own_item(line: &[u8]) -> Result<Item, ReplicaFault> {
    Item::from_bytes(line).map_err(|_| ReplicaFault::State {
        key: "journal".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_unfolds_once_and_no_further() {
        let changes: Vec<Item> = (0..20u8).map(|n| Item::Change(vec![n; 30])).collect();
        let session = Item::Unknown {
            kind: 9,
            critical: false,
            bytes: vec![1],
        };
        let items = [&changes[..10], std::slice::from_ref(&session), &changes[10..]].concat();
        let sealed = together(&items);
        assert!(matches!(&sealed[..], [other, Item::Changes(_)] if *other == session));
        let batch = |items: Vec<Item>| Batch {
            vector: Vec::new(),
            items,
        };
        let back = unsealed(&batch(sealed.clone()).encode()).unwrap();
        assert_eq!(back.items, [&[session][..], &changes[..]].concat());
        let twice = [&sealed[..], &sealed[1..]].concat();
        assert_eq!(unsealed(&batch(twice).encode()), Err(BatchFault::Malformed));
        assert_eq!(together(&changes[..3]), changes[..3], "few are smaller singly");
    }
}
