//! What a frozen period adds up: signed by the hub, checked by every node.

use minicbor::{Decode, Encode};

use super::Report;
use super::canon::{self, Malformed};
use super::roll::SEATS_MAX;
use crate::crypto::{self, BadSignature, DeviceSecret, Hash, SIGNATURE_LEN};
use crate::id::{DeviceId, ReportId, StatisticsKey, TaskId};

const PURPOSE: &str = "statistics-manifest";
/// A key, a number, an id, a hash, each with its head.
const ENTRY_BYTES_MAX: usize = 96;
/// The most bytes that one is read from.
pub(super) const MANIFEST_BYTES_MAX: usize = SEATS_MAX * ENTRY_BYTES_MAX;

/// The signed list of the reports of a period, in order of their keys.
///
/// It also names the head of the ledger before the period was opened: every node that keeps its
/// manifests can show a ledger that was cut short or written anew.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Manifest {
    #[n(0)]
    task: TaskId,
    #[cbor(n(1), with = "minicbor::bytes")]
    ledger: Hash,
    #[cbor(n(2), decode_with = "canon::list::<_, _, SEATS_MAX>")]
    entries: Vec<ManifestEntry>,
    #[cbor(n(3), with = "minicbor::bytes")]
    signature: [u8; SIGNATURE_LEN],
}

/// One report that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct ManifestEntry {
    /// Whose.
    #[n(0)]
    pub key: StatisticsKey,
    /// Which revision.
    #[n(1)]
    pub revision: u32,
    /// Which report.
    #[n(2)]
    pub report: ReportId,
    /// The hash of its bytes.
    #[cbor(n(3), with = "minicbor::bytes")]
    pub hash: Hash,
}

/// Where a report stands in a manifest: what a node asks of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is in, with exactly these bytes.
    In,
    /// Nothing of this association is in: the hub left it out, or never had it.
    LeftOut,
    /// Another revision is in.
    OtherRevision {
        /// That revision.
        counted: u32,
    },
    /// This revision is in with other bytes: somebody changed them, or signed with this key.
    OtherBytes,
    /// It is the manifest of another task.
    OtherTask,
}

impl Manifest {
    /// Signs which reports count; `reports` are in order of their keys, each key once.
    pub(super) fn sign(task: TaskId, reports: &[Report], ledger: Hash, hub: &DeviceSecret) -> Self {
        let entry = |report: &Report| ManifestEntry {
            key: report.key(),
            revision: report.contribution().revision(),
            report: report.contribution().report(),
            hash: report.hash(),
        };
        let mut manifest = Self {
            task,
            ledger,
            entries: reports.iter().map(entry).collect(),
            signature: [0; SIGNATURE_LEN],
        };
        manifest.signature = hub.sign(PURPOSE, &manifest.signed());
        manifest
    }

    /// Checks that this hub signed it.
    pub fn verify(&self, hub: &DeviceId) -> Result<(), BadSignature> {
        crypto::verify(PURPOSE, &hub.0, &self.signed(), &self.signature)
    }

    /// Whether a report is in, with these bytes.
    pub fn standing(&self, report: &Report) -> Standing {
        if report.contribution().task() != self.task {
            return Standing::OtherTask;
        }
        let Ok(at) = self
            .entries
            .binary_search_by_key(&report.key(), |entry| entry.key)
        else {
            return Standing::LeftOut;
        };
        match &self.entries[at] {
            entry if entry.hash == report.hash() => Standing::In,
            entry if entry.revision != report.contribution().revision() => Standing::OtherRevision {
                counted: entry.revision,
            },
            _ => Standing::OtherBytes,
        }
    }

    /// The task whose reports these are.
    pub fn task(&self) -> TaskId {
        self.task
    }

    /// The head of the ledger before the period was opened.
    pub fn ledger(&self) -> Hash {
        self.ledger
    }

    /// Which reports count, in order of their keys.
    pub fn entries(&self) -> &[ManifestEntry] {
        &self.entries
    }

    /// What the ledger says of it.
    pub fn hash(&self) -> Hash {
        crypto::derive("statistics-manifest-hash", &self.to_bytes())
    }

    /// The one encoding.
    pub fn to_bytes(&self) -> Vec<u8> {
        canon::to_bytes(self)
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote, and only that. Nothing is verified yet.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        let manifest: Self = canon::from_bytes(bytes, MANIFEST_BYTES_MAX)?;
        let ascending = manifest.entries.windows(2).all(|pair| pair[0].key < pair[1].key);
        ascending.then_some(manifest).ok_or(Malformed)
    }

    fn signed(&self) -> Vec<u8> {
        canon::to_bytes(&(
            self.task,
            minicbor::bytes::ByteArray::from(self.ledger),
            &self.entries,
        ))
    }
}
