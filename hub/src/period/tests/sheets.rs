//! Progress sheets: the newest of a registered association stands, and nothing else is taken.

use std::collections::BTreeMap;

use tawro_core::share::{ProgressSheet, SheetReject, Taken};
use tawro_core::time::Timestamp;

use super::sample::{Place, WITHIN, name, secret};

fn sheet(number: u8, made: i64, codes: &[&str]) -> Vec<u8> {
    let facts: BTreeMap<String, bool> = codes.iter().map(|code| ((*code).to_owned(), true)).collect();
    let sheet = ProgressSheet {
        made: Timestamp(made),
        start: "2026-07-01".parse().unwrap(),
        end: "2026-09-30".parse().unwrap(),
        facts,
        card: None,
    };
    sheet.sign(&secret(number)).unwrap().to_bytes()
}

#[test]
fn the_newest_sheet_of_a_registered_association_stands() {
    let mut place = Place::of(2);
    let mut take = |bytes: Vec<u8>| place.periods.take_sheets(&[bytes], WITHIN).unwrap().remove(0);
    let first = sheet(1, 100, &["NT-R01", "NT-R02"]);
    let mut turned = first.clone();
    *turned.last_mut().unwrap() ^= 1;
    assert_eq!(take(first.clone()).outcome, Ok(Taken::New));
    assert_eq!(take(first.clone()).outcome, Ok(Taken::Already));
    assert_eq!(take(turned).outcome, Err(SheetReject::Unsigned));
    assert_eq!(take(first[1..].to_vec()).outcome, Err(SheetReject::Malformed));
    assert_eq!(take(vec![0; 1 << 20]).outcome, Err(SheetReject::Malformed));
    assert_eq!(
        take(sheet(9, 100, &["NT-R01"])).outcome,
        Err(SheetReject::NotRegistered)
    );
    // Everything taken back, and an old sheet sent once more by whoever kept it.
    assert_eq!(take(sheet(1, 101, &[])).outcome, Ok(Taken::Replaced));
    let old = take(first);
    assert_eq!(
        (old.outcome, old.association),
        (Err(SheetReject::Older), Some(name(1)))
    );
    let ahead = sheet(2, WITHIN.0 + 86_401, &["NT-R01"]);
    assert_eq!(take(ahead).outcome, Err(SheetReject::Ahead));
    assert_eq!(take(sheet(2, 50, &["NT-R01"])).outcome, Ok(Taken::New));

    place.reopen();
    let shown = place.periods.progress().unwrap();
    let shown: Vec<_> = shown
        .into_iter()
        .map(|one| (one.association, one.sheet.facts.into_keys().collect::<Vec<_>>()))
        .collect();
    assert_eq!(shown, [(name(1), vec![]), (name(2), vec!["NT-R01".to_owned()])]);
}
