//! Two devices of one association, over a transport of your own: here, two queues in memory.
//!
//! Run it with `cargo run -p tawro-core --example two_peers`. It founds a space, admits a second
//! device, lets both write without each other, and exchanges until both agree.
#![expect(clippy::print_stdout, reason = "an example shows what it found")]

use std::error::Error;
use std::sync::Arc;

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use tawro_core::command::Command;
use tawro_core::crypto::DeviceSecret;
use tawro_core::membership::draft::{self, Newcomer};
use tawro_core::membership::{Role, recovery::RecoverySecret};
use tawro_core::replica::{Intent, MemoryStore, Peer, Replica};
use tawro_core::schema::{Scalar, Schema};
use tawro_core::sync::Side;
use tawro_core::time::Timestamp;
use tawro_core::wire::Message;

/// The caller's clock: core reads none.
const NOW: Timestamp = Timestamp(1_795_462_200);

struct Device {
    replica: Replica,
    store: MemoryStore,
}

impl Device {
    fn add(&mut self, name: &str, dice: &mut ChaCha20Rng) -> Result<(), Box<dyn Error>> {
        let cells = vec![("given_name/fr".to_owned(), Scalar::Text(name.to_owned()))];
        let command = Command::Add {
            kind: "person".to_owned(),
            id: None,
            cells,
        };
        self.replica.execute(&command, NOW, dice, &mut self.store)?;
        Ok(())
    }

    /// Does what is queued and returns what may be sent. With a real store the commit, and the
    /// witness file, come between the two lines of the loop.
    fn turn(&mut self, peer: &mut Peer, dice: &mut ChaCha20Rng) -> Result<Vec<Message>, Box<dyn Error>> {
        while peer.wants_work() {
            self.replica.work(peer, dice, &mut self.store)?;
            peer.committed(&mut self.replica)?;
        }
        Ok(std::iter::from_fn(|| peer.poll_send()).collect())
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    // A fixed seed keeps the example the same at every run; a program takes the system's dice.
    let mut dice = ChaCha20Rng::seed_from_u64(7);
    let schema = Arc::new(Schema::builtin());
    let (first, second) = (
        DeviceSecret::generate(&mut dice),
        DeviceSecret::generate(&mut dice),
    );
    let newcomer = Newcomer {
        keys: second.keys(),
        role: Role::Member,
        label: "Second".to_owned(),
        invite: None,
    };

    let paper = RecoverySecret::generate(&mut dice);
    let genesis = draft::genesis(&first, "First", &paper.keys(), &mut dice)?;
    let mut store = MemoryStore::default();
    let mut replica = Replica::found(Arc::clone(&schema), first, &genesis, &mut dice, &mut store)?;
    replica.decide_members(&Intent::Admit(newcomer), &mut dice, &mut store)?;
    let mut a = Device { replica, store };

    let mut store = MemoryStore {
        membership: a.store.membership.clone(),
        ..MemoryStore::default()
    };
    let replica = Replica::open(schema, second, None, &mut dice, &mut store)?;
    let mut b = Device { replica, store };

    a.add("Khadija", &mut dice)?;
    b.add("Mohammed", &mut dice)?;

    let (mut to_b, mut to_a) = (a.replica.meet(Side::Node, NOW), b.replica.meet(Side::Hub, NOW));
    while !(to_b.in_sync() && to_a.in_sync()) {
        for message in a.turn(&mut to_b, &mut dice)? {
            to_a.handle(message)?;
        }
        for message in b.turn(&mut to_a, &mut dice)? {
            to_b.handle(message)?;
        }
    }
    assert_eq!(a.store.rows, b.store.rows);
    println!("both have {} records", a.store.rows.len());
    Ok(())
}
