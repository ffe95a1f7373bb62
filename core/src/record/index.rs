//! Which changes a document holds, by hash and by actor: what packing and vetting ask for.

use std::collections::BTreeMap;

use automerge::Automerge;

use crate::id::ActorId;

/// Every change of a document, without its operations.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    /// The number of its last operation, by hash.
    known: BTreeMap<[u8; 32], u64>,
    /// The hashes of an actor's changes: seq 1 first, none missing.
    chains: BTreeMap<ActorId, Vec<[u8; 32]>>,
    max_op: u64,
}

impl Index {
    pub(super) fn read(doc: &Automerge) -> Self {
        let mut index = Self::default();
        for change in doc.get_changes_meta(&[]) {
            if let Some(actor) = ActorId::from_slice(change.actor.to_bytes()) {
                index.add(actor, change.hash.0, change.max_op);
            }
        }
        index
    }

    /// Adds the actor's next change.
    pub(super) fn add(&mut self, actor: ActorId, hash: [u8; 32], max_op: u64) {
        self.known.insert(hash, max_op);
        self.chains.entry(actor).or_default().push(hash);
        self.max_op = self.max_op.max(max_op);
    }

    pub(super) fn knows(&self, hash: &[u8; 32]) -> bool {
        self.known.contains_key(hash)
    }

    pub(super) fn change_by(&self, actor: ActorId, seq: u64) -> Option<[u8; 32]> {
        let at = usize::try_from(seq.checked_sub(1)?).ok()?;
        self.chains.get(&actor)?.get(at).copied()
    }

    /// How many changes the actor made.
    pub(super) fn seq(&self, actor: &ActorId) -> u64 {
        self.chains.get(actor).map_or(0, |chain| chain.len() as u64)
    }

    /// The hash of the actor's last change.
    pub(super) fn last(&self, actor: &ActorId) -> Option<[u8; 32]> {
        self.chains.get(actor)?.last().copied()
    }

    /// The number of a change's last operation.
    pub(super) fn max_op_of(&self, hash: &[u8; 32]) -> Option<u64> {
        self.known.get(hash).copied()
    }

    /// The highest number of an operation.
    pub(super) fn max_op(&self) -> u64 {
        self.max_op
    }
}
