//! Status: what exists only here, what the hub signed for, which device has what.

use crate::faults::{Fault, planted};
use crate::id::{DeviceId, LogId};
use crate::log::{CHANGE, LogHead, Receipt};
use crate::membership::Role;
use crate::replica::peer::Peer;
use crate::replica::received::Notice;
use crate::replica::seal::unsealed;
use crate::replica::store::{Store, StoreFault};
use crate::replica::unapplied::Unapplied;
use crate::replica::{Hindrance, Replica, ReplicaFault};
use crate::time::Timestamp;
use crate::wire::{Ack, PeerAcks};

/// What a replica knows of itself and of others.
#[derive(Debug, Clone, Default)]
pub struct Status {
    /// Changes that exist only on this device: in the journal, or sealed and not yet signed for.
    pub unsynced: u64,
    /// Those of them in the journal: no entry holds them yet.
    pub unsealed: u64,
    /// Why no entry can hold them, if that is so.
    pub hindrance: Option<Hindrance>,
    /// Entries that are stored and not applied, with the reason.
    pub unapplied: Vec<((LogId, u64), Unapplied)>,
    /// Decisions about members that are not ordered yet.
    pub proposals: usize,
    /// Every device that belongs or belonged.
    pub devices: Vec<DeviceStatus>,
}

/// What is known of one device.
#[derive(Debug, Clone)]
pub struct DeviceStatus {
    /// Which.
    pub device: DeviceId,
    /// Its letter, by order of joining.
    pub letter: String,
    /// What its person calls it, if that can be read here.
    pub label: Option<String>,
    /// What it may do.
    pub role: Role,
    /// It no longer belongs.
    pub removed: bool,
    /// Of the entries held here, how many it has stored.
    pub stored: u64,
    /// Of the entries held here, how many it has applied.
    pub applied: u64,
    /// When the hub last heard of it, by the hub's clock.
    pub last_seen: Timestamp,
}

const RECEIPT: &str = "receipt/";
const ACKS: &str = "acks/";

impl Replica {
    /// Tells how things stand; reads only.
    pub fn status(&self, store: &mut dyn Store) -> Result<Status, ReplicaFault> {
        let devices = self
            .membership
            .members()
            .map(|member| member.keys.device)
            .collect::<Vec<_>>();
        Ok(Status {
            unsynced: self.unsynced(store)?,
            unsealed: store.journal_count(CHANGE)?,
            hindrance: self.hindrance(),
            unapplied: self
                .waiting
                .iter()
                .map(|(at, reason)| (*at, reason.clone()))
                .collect(),
            proposals: self.proposals(store)?.len(),
            devices: devices
                .iter()
                .map(|device| self.device_status(device, store))
                .collect::<Result<_, _>>()?,
        })
    }

    /// How many changes exist only on this device, as far as it can prove otherwise.
    pub fn unsynced(&self, store: &mut dyn Store) -> Result<u64, ReplicaFault> {
        let mut changes = store.journal_count(CHANGE)?;
        let own = self.device();
        for head in self.heads.values().filter(|head| head.device == own) {
            let mut at = self.receipted(head.log, store)?.map_or(0, |seq| seq + 1);
            while at <= head.seq {
                let entries = store.entries(head.log, at, 1 << 20)?;
                if entries.is_empty() {
                    break;
                }
                for entry in entries {
                    at = entry.header.seq + 1;
                    let plain = self
                        .keyring
                        .key(entry.header.epoch)
                        .and_then(|key| entry.open(key).ok());
                    let batch = plain.and_then(|plain| unsealed(&plain).ok()).unwrap_or_default();
                    changes += batch.items.iter().filter(|item| item.says_something()).count() as u64;
                }
            }
        }
        Ok(changes)
    }

    /// The last entry of a log that the hub signed for, if it did. What another hub signed for, before
    /// the association was handed over, says nothing of this one.
    pub(crate) fn receipted(&self, log: LogId, store: &mut dyn Store) -> Result<Option<u64>, StoreFault> {
        let bytes = store.get(&format!("{RECEIPT}{log}"))?;
        Ok(bytes.and_then(|bytes| {
            let (seq, hub) = bytes.split_first_chunk::<8>()?;
            (hub == self.membership.sequencer()).then_some(u64::from_be_bytes(*seq))
        }))
    }

    /// The hub signed for a log up to here.
    pub(crate) fn note_receipt(&self, log: LogId, seq: u64, store: &mut dyn Store) -> Result<(), StoreFault> {
        let value = [&seq.to_be_bytes()[..], &self.membership.sequencer()[..]].concat();
        store.put(&format!("{RECEIPT}{log}"), Some(&value))
    }

    /// The hub shows that it holds a log up to `has` only, or nothing of it.
    pub(crate) fn unreceipt(
        &self,
        log: LogId,
        has: Option<u64>,
        store: &mut dyn Store,
    ) -> Result<(), StoreFault> {
        match has {
            Some(seq) => self.note_receipt(log, seq, store),
            None => store.put(&format!("{RECEIPT}{log}"), None),
        }
    }

    /// How far each log is applied here; logs of which nothing is are left out.
    pub(crate) fn applied(&self) -> Vec<(LogId, u64)> {
        let of = |head: &LogHead| Some((head.log, self.waiting.applied(head)?));
        self.heads.values().filter_map(of).collect()
    }

    pub(crate) fn take_receipts(
        &self,
        receipts: Vec<Receipt>,
        notices: &mut Vec<Notice>,
        store: &mut dyn Store,
    ) -> Result<(), ReplicaFault> {
        let sequencer = DeviceId(self.membership.sequencer());
        for receipt in receipts {
            let false_one = receipt.verify(&self.space(), &sequencer).is_err();
            if false_one && !planted(Fault::ReceiptUnchecked) {
                notices.push(Notice::FalseReceipt);
                continue;
            }
            for (log, seq, hash) in &receipt.heads {
                let held = self.entry_hash(*log, *seq, store)?;
                if held == Some(*hash) && self.receipted(*log, store)?.is_none_or(|before| before < *seq) {
                    self.note_receipt(*log, *seq, store)?;
                }
            }
        }
        Ok(())
    }

    pub(crate) fn take_acks(&self, peer: &mut Peer, store: &mut dyn Store) -> Result<(), StoreFault> {
        let known = |acks: &PeerAcks| self.membership.member(&acks.device).is_some();
        for acks in peer.take_acks().into_iter().filter(known) {
            let mut bytes = acks.seen.to_be_bytes().to_vec();
            for Ack { log, stored, applied } in &acks.acks {
                bytes.extend_from_slice(&log.0);
                bytes.extend_from_slice(&stored.saturating_add(1).to_be_bytes());
                bytes.extend_from_slice(&applied.map_or(0, |seq| seq.saturating_add(1)).to_be_bytes());
            }
            store.put(&format!("{ACKS}{}", acks.device), Some(&bytes))?;
        }
        Ok(())
    }

    fn device_status(&self, device: &DeviceId, store: &mut dyn Store) -> Result<DeviceStatus, ReplicaFault> {
        let member = self.membership.member(device);
        let own = *device == self.device();
        let (seen, acks) = match store.get(&format!("{ACKS}{device}"))? {
            Some(bytes) => read_acks(&bytes),
            None => (0, Vec::new()),
        };
        let (mut stored, mut applied) = (0, 0);
        for head in self.heads.values() {
            let all = head.seq + 1;
            let here = self.waiting.applied(head).map_or(0, |seq| seq + 1);
            // Nobody acknowledges what it wrote itself: its entries say so.
            let ack = acks.iter().find(|(log, ..)| *log == head.log);
            let (has, did) = match ack {
                _ if own => (all, here),
                _ if head.device == *device => (all, all),
                Some((_, stored, applied)) => ((*stored).min(all), (*applied).min(all)),
                None => (0, 0),
            };
            stored += has;
            applied += did;
        }
        Ok(DeviceStatus {
            device: *device,
            letter: member.map(|member| member.letter.clone()).unwrap_or_default(),
            label: self.label(device),
            role: member.map_or(Role::Reader, |member| member.role),
            removed: member.is_none_or(|member| member.removed_at.is_some()),
            stored,
            applied,
            last_seen: Timestamp(seen),
        })
    }
}

/// When it was seen, and per log how many entries it has stored and applied.
fn read_acks(bytes: &[u8]) -> (i64, Vec<(LogId, u64, u64)>) {
    let Some((seen, rest)) = bytes.split_first_chunk::<8>() else {
        return (0, Vec::new());
    };
    let number = |bytes: &[u8]| bytes.try_into().ok().map(u64::from_be_bytes);
    let read = |chunk: &[u8]| {
        let (log, rest) = chunk.split_at_checked(LogId::LEN)?;
        Some((LogId::from_slice(log)?, number(&rest[..8])?, number(&rest[8..])?))
    };
    (
        i64::from_be_bytes(*seen),
        rest.chunks_exact(LogId::LEN + 16).filter_map(read).collect(),
    )
}
