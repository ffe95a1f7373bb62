//! A ticket proves, once, that an association and a hub are meant for each other.
//!
//! The ticket holds 128 secret bits and the hub's address, but no key. TLS proves to each side which
//! key the other holds; the two proofs here show that who holds it knows the ticket. Each binds both
//! keys, so that somebody in between can pass on neither. The client speaks first; a false hub
//! learns a proof that only fits its own key.

use crate::crypto::{self, Hash};
use crate::id::{DeviceId, InviteId};

/// Names a ticket at the hub and reveals nothing of the secret.
pub fn ticket_id(secret: &[u8; 16]) -> InviteId {
    let mut id = [0; InviteId::LEN];
    id.copy_from_slice(&crypto::derive("ticket-id", secret)[..InviteId::LEN]);
    InviteId(id)
}

/// Shows the hub of this key that the device of this key holds the ticket.
pub fn client_proof(secret: &[u8; 16], hub: &[u8; 32], device: &DeviceId) -> Hash {
    proof("ticket-client", secret, hub, device)
}

/// Shows the device of this key that the hub of this key issued the ticket.
pub fn hub_proof(secret: &[u8; 16], hub: &[u8; 32], device: &DeviceId) -> Hash {
    proof("ticket-hub", secret, hub, device)
}

/// Whether a proof is the expected one, in constant time.
pub fn proves(expected: &Hash, given: &Hash) -> bool {
    crypto::equal(expected, given)
}

fn proof(purpose: &str, secret: &[u8; 16], hub: &[u8; 32], device: &DeviceId) -> Hash {
    let key = zeroize::Zeroizing::new(crypto::derive("ticket-key", secret));
    crypto::mac(&key, purpose, &[&hub[..], &device.0].concat())
}
