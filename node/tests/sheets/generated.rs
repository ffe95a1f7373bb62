//! Two hundred sheets as volunteers might keep them, each checked against the people it was made of.

use std::collections::BTreeMap;

use rand_chacha::ChaCha8Rng;
use rand_core::SeedableRng;
use tawro_core::record::Row;
use tawro_core::schema::Scalar;

use crate::layouts::{Column, Sheet, file, made};
use crate::people::{Dice, Person, people};
use crate::world::{World, text};

/// What the sheet says of a person, as cells of the person's record.
fn truth(sheet: &Sheet, person: &Person) -> BTreeMap<String, Scalar> {
    let mut cells = BTreeMap::new();
    let language = if sheet.latin { "fr" } else { "ar" };
    let name = |pair: (&str, &str)| Scalar::from(if sheet.latin { pair.1 } else { pair.0 });
    cells.insert(format!("given_name/{language}"), name(person.given));
    cells.insert(format!("family_name/{language}"), name(person.family));
    cells.insert("cnie".into(), Scalar::from(person.cnie.as_str()));
    cells.insert("phone".into(), Scalar::from(person.phones[0].as_str()));
    for phone in &person.phones {
        cells.insert(format!("phones/{phone}"), Scalar::Flag(true));
    }
    let (year, month, day) = person.birth;
    cells.insert(
        "birth_date".into(),
        Scalar::from(format!("{year}-{month:02}-{day:02}")),
    );
    if sheet.columns.contains(&Column::BirthAndPlace) {
        let place = if sheet.language == 0 {
            person.commune.1
        } else {
            person.commune.2
        };
        cells.insert("birth_place".into(), Scalar::from(place));
    }
    if sheet.columns.contains(&Column::Sex) {
        cells.insert("sex".into(), Scalar::from(if person.female { "2" } else { "1" }));
    }
    if sheet.columns.contains(&Column::Commune) {
        cells.insert("commune".into(), Scalar::from(person.commune.0));
    }
    cells
}

fn check_seed(seed: u64) {
    let mut dice = Dice(ChaCha8Rng::seed_from_u64(seed));
    let count = 4 + dice.below(16);
    let all = people(&mut dice, count);
    let sheet = made(&mut dice, &all);
    let bytes = file(&sheet, &mut dice);
    let mut world = World::new();
    let plan = world
        .plan("member", &bytes)
        .unwrap_or_else(|fault| panic!("seed {seed}: {fault}"));
    let report = world.apply(&plan);
    // What looks like a note is left out and said to be; every other row is a person, read whole.
    assert!(
        report.errors.iter().all(|error| error.code == "title"),
        "seed {seed}: {report:#?}"
    );
    assert_eq!(report.created, all.len(), "seed {seed}: {report:#?}");
    assert_eq!(
        report.rows,
        all.len() + report.errors.len(),
        "seed {seed}: {report:#?}"
    );
    let found: BTreeMap<String, Row> = world
        .rows("person")
        .into_iter()
        .map(|row| (text(&row, "cnie").to_owned(), row))
        .collect();
    assert_eq!(found.len(), all.len(), "seed {seed}");
    for person in &all {
        let row = found
            .get(&person.cnie)
            .unwrap_or_else(|| panic!("seed {seed}: no {}", person.cnie));
        assert_eq!(
            row.cells,
            truth(&sheet, person),
            "seed {seed}: {:#}",
            report.mapping
        );
    }
    if sheet.columns.contains(&Column::Dues) {
        let total: i64 = world
            .rows("membership")
            .iter()
            .filter_map(|row| row.cells["dues_amount"].as_integer())
            .sum();
        assert_eq!(
            total,
            all.iter().map(|person| i64::from(person.dues) * 100).sum::<i64>(),
            "seed {seed}"
        );
    }
    let again = world.plan("member", &bytes).unwrap();
    assert!(again.is_empty(), "seed {seed}");
}

#[test]
fn two_hundred_sheets_import_with_every_person_right() {
    (0..200).for_each(check_seed);
}
