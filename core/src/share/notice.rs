//! What a hub tells those it asked: which reports count, and what was published of them, signed.

use minicbor::{Decode, Encode};

use super::canon::{self, Malformed};
use super::manifest::MANIFEST_BYTES_MAX;
use super::publish::PUBLISHED_BYTES_MAX;
use super::{Manifest, Published};
use crate::crypto::{self, BadSignature, DeviceSecret, SIGNATURE_LEN};
use crate::id::{DeviceId, TaskId};

const PURPOSE: &str = "statistics-notice";
const TASKS_MAX: usize = 2;
/// The heads of a few lists, and a signature.
const FRAME_BYTES_MAX: usize = 128;

/// What became of a period, as it travels back to every node.
///
/// A manifest alone is told from the freeze on; once the figures are out they come with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    told: Vec<(Manifest, Option<Published>)>,
    signature: [u8; SIGNATURE_LEN],
}

impl Notice {
    /// Signs what became of each task, one or two; nothing if figures stand beside the manifest of another.
    pub fn sign(told: Vec<(Manifest, Option<Published>)>, hub: &DeviceSecret) -> Option<Self> {
        let signature = hub.sign(PURPOSE, &canon::to_bytes(&travelling(&told)));
        let notice = Self { told, signature };
        notice.fits().then_some(notice)
    }

    /// Checks that this hub signed it, and each manifest in it.
    pub fn verify(&self, hub: &DeviceId) -> Result<(), BadSignature> {
        let signed = canon::to_bytes(&travelling(&self.told));
        crypto::verify(PURPOSE, &hub.0, &signed, &self.signature)?;
        self.told
            .iter()
            .try_for_each(|(manifest, _)| manifest.verify(hub))
    }

    /// What became of a task: its manifest, and its figures if they are out.
    pub fn of(&self, task: TaskId) -> Option<(&Manifest, Option<&Published>)> {
        let mut told = self.told.iter();
        let (manifest, published) = told.find(|(manifest, _)| manifest.task() == task)?;
        Some((manifest, published.as_ref()))
    }

    /// What became of each task.
    pub fn told(&self) -> &[(Manifest, Option<Published>)] {
        &self.told
    }

    /// The one encoding.
    pub fn to_bytes(&self) -> Vec<u8> {
        canon::to_bytes(&Wire {
            told: travelling(&self.told),
            signature: self.signature,
        })
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote, and only that. Nothing is verified yet.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        let limit = TASKS_MAX * (MANIFEST_BYTES_MAX + PUBLISHED_BYTES_MAX) + FRAME_BYTES_MAX;
        let wire: Wire = canon::from_bytes(bytes, limit)?;
        let read = |told: Told| {
            let published = told.published.map(|bytes| Published::from_bytes(&bytes));
            Ok((Manifest::from_bytes(&told.manifest)?, published.transpose()?))
        };
        let notice = Self {
            told: wire
                .told
                .into_iter()
                .map(read)
                .collect::<Result<_, Malformed>>()?,
            signature: wire.signature,
        };
        notice.fits().then_some(notice).ok_or(Malformed)
    }

    fn fits(&self) -> bool {
        let belongs = |(manifest, published): &(Manifest, Option<Published>)| {
            published
                .as_ref()
                .is_none_or(|published| published.task == manifest.task())
        };
        (1..=TASKS_MAX).contains(&self.told.len()) && self.told.iter().all(belongs)
    }
}

fn travelling(told: &[(Manifest, Option<Published>)]) -> Vec<Told> {
    let one = |(manifest, published): &(Manifest, Option<Published>)| Told {
        manifest: manifest.to_bytes(),
        published: published.as_ref().map(|published| published.to_bytes().into()),
    };
    told.iter().map(one).collect()
}

#[derive(Encode, Decode)]
struct Wire {
    #[cbor(n(0), decode_with = "canon::list::<_, _, TASKS_MAX>")]
    told: Vec<Told>,
    #[cbor(n(1), with = "minicbor::bytes")]
    signature: [u8; SIGNATURE_LEN],
}

#[derive(Encode, Decode)]
struct Told {
    #[cbor(n(0), with = "minicbor::bytes")]
    manifest: Vec<u8>,
    #[n(1)]
    published: Option<minicbor::bytes::ByteVec>,
}
