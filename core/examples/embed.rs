//! A record that merges: two devices write without knowing of each other, and nothing is lost.

#![expect(clippy::print_stdout, reason = "an example shows what it found")]

use std::collections::BTreeMap;

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use tawro_core::command::{Command, Decision, decide};
use tawro_core::id::{ActorId, RecordId};
use tawro_core::record::view::Person;
use tawro_core::record::{Author, Record};
use tawro_core::schema::Schema;
use tawro_core::time::Timestamp;

type Records = BTreeMap<RecordId, Record>;

/// What a device asks is decided; it keeps the records, and the changes go to the others.
fn run(
    records: &mut Records,
    actor: ActorId,
    command: &Command,
) -> Result<Decision, Box<dyn std::error::Error>> {
    // An embedder brings the machine's own randomness and clock.
    let mut dice = ChaCha20Rng::seed_from_u64(1);
    let mut author = Author::new(actor, Timestamp::UNKNOWN, &mut dice);
    let decision = decide(command, records, &Schema::builtin(), &mut author)?;
    records.extend(decision.records.clone());
    Ok(decision)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (mut laptop, mut desktop) = (Records::new(), Records::new());
    let added = run(
        &mut laptop,
        ActorId([1; 16]),
        &Command::add(Person::draft().given_name("fr", "Khadija")),
    )?;
    let id = added.added[0];
    desktop
        .entry(id)
        .or_insert_with(|| Record::new(id, Person::KIND))
        .apply(&added.changes);

    let one = Command::set(&laptop[&id], Person::draft().profession("teacher"));
    let other = Command::set(
        &desktop[&id],
        Person::draft().profession("farmer").douar("Sidi Allal"),
    );
    run(&mut laptop, ActorId([1; 16]), &one)?;
    let there = run(&mut desktop, ActorId([2; 16]), &other)?;

    let Some(record) = laptop.get_mut(&id) else {
        return Ok(());
    };
    record.apply(&there.changes);
    println!(
        "douar: {:?}",
        Person::of(record).and_then(|person| person.douar())
    );
    for conflict in record.conflicts() {
        let values: Vec<_> = conflict
            .values
            .iter()
            .map(|writing| (&writing.value, writing.actor))
            .collect();
        println!("{} waits for a decision: {values:?}", conflict.cell);
    }
    Ok(())
}
