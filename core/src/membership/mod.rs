//! Who belongs: a linear signed log, replayed by everyone, ordered by one sequencer.
//!
//! Each record names its position and the hash of the one before, is signed by its author and
//! counts only with the signature of the *sequencer* (the founding device at first, a hub later).
//! The sequencer orders; it is never an authority: what a record may do depends on its author's
//! standing just before it, checked by everyone in [`Membership::apply`]. The same function judges
//! before an author signs ([`draft`]), before the sequencer signs ([`sequence()`]) and at every
//! replay, so that no log accepted by an honest sequencer can fail to replay.
//!
//! What is decided here, where the law of the house leaves it open:
//!
//! - At least one admin is always active: an admin removes others, never itself (it would know the
//!   new key), and the last one cannot be narrowed.
//! - A device that once was here never comes back under the same key; it joins as a new one.
//! - The device that is the sequencer cannot be removed: hand over first. If it is lost, the
//!   recovery code writes a `SetSequencer`, which the *new* sequencer signs; it is the only record
//!   that the old one need not sign.
//! - Every narrowing of a role rotates the key and closes every invitation (an admin may know their
//!   secrets). To reader, it carries a cut; from admin to member it carries none, as what the device
//!   wrote and writes stays welcome. Widening a reader lifts its cut.
//! - Remove, narrowing and Recover close *all* open invitations; a plain Rotate those it names.
//! - A rotation wraps its key for exactly the devices active after the record and for the recovery
//!   code: one missing would lock somebody out, one too many would let somebody in.
//! - That a wrap really holds the key cannot be seen from outside; [`Keyring`] checks its own.

mod admit;
mod body;
mod bytes;
mod fault;
mod keyring;
mod layout;
mod record;
mod replay;
mod rules;
mod sequence;
mod state;

pub mod draft;
pub mod invite;
pub mod recovery;
pub mod ticket;

pub use admit::{Allowance, NotAdmitted};
pub use body::{
    Add, Body, CUT_MAX, Cut, DEVICES_MAX, Genesis, INVITES_MAX, LABEL_SEALED_MAX, LOGS_PER_DEVICE_MAX,
    Narrowing, Recover, RecoveryKeys, Remove, Role, Rotation, SetRecovery, SetRole, Wrap,
};
pub use bytes::Malformed;
pub use fault::MemberFault;
pub use keyring::{Keyring, KeyringFault, KeyringSource, LABEL_MAX, LabelTooLong};
pub use record::{MemberRecord, RECORD_MAX, VERSION};
pub use rules::MEMBERS_EVER_MAX;
pub use sequence::{SequenceRefusal, sequence};
pub use state::{Epoch, Member, Membership};

#[cfg(test)]
mod tests;
