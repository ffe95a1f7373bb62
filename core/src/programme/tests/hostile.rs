//! Bytes from outside: nothing but the one encoding is read, nothing is allocated for what is not there.

use proptest::prelude::*;

use super::{Cells, cells, hub, id, issue, known};
use crate::programme::{EDITION_BYTES_MAX, Edition, Item, PROGRAMME_BYTES_MAX, Programme};
use crate::schema::{Scalar, Schema};
use crate::share::Malformed;

#[test]
fn an_edition_that_was_touched_is_malformed_or_not_signed() {
    let bytes = issue(known(), None).to_bytes();
    let taken = |bytes: &[u8]| Edition::take(bytes, None, &Schema::builtin(), &hub().id()).is_ok();
    assert!(taken(&bytes));
    for at in 0..bytes.len() {
        let mut touched = bytes.clone();
        touched[at] ^= 1;
        assert!(!taken(&touched), "byte {at}");
        assert_eq!(Edition::from_bytes(&bytes[..at]), Err(Malformed));
    }
    assert!(!taken(&[bytes.as_slice(), &[0xf6]].concat()));
}

#[test]
fn records_stand_in_order_and_each_once() {
    let announced = |number, text: &str| ("announcement", id(number), cells(&[("title/ar", text.into())]));
    let reads = |forged: Programme| Programme::from_bytes(&forged.to_bytes()).is_ok();
    assert!(reads(Programme::forged(&[announced(1, "أ"), announced(2, "ب")])));
    assert!(!reads(Programme::forged(&[announced(2, "ب"), announced(1, "أ")])));
    assert!(!reads(Programme::forged(&[announced(1, "أ"), announced(1, "ب")])));
    assert!(!reads(Programme::forged(&[(
        "announcement",
        id(1),
        Cells::new()
    )])));
}

#[test]
fn what_says_that_it_is_long_is_not_believed() {
    let read = |bytes: &[u8]| assert_eq!(Programme::from_bytes(bytes), Err(Malformed));
    // A list of 2^32 records; a record of 2^32 cells; a text of 2^32 bytes.
    read(&[0x81, 0x9a, 0xff, 0xff, 0xff, 0xff]);
    let start = [[0x81, 0x81, 0x83, 0x61, b'x', 0x50].as_slice(), &[0; 16]].concat();
    read(&[start.as_slice(), &[0xba, 0xff, 0xff, 0xff, 0xff]].concat());
    read(&[start.as_slice(), &[0xa1, 0x7a, 0xff, 0xff, 0xff, 0xff]].concat());
    read(&vec![0x80; PROGRAMME_BYTES_MAX + 1]);
    assert_eq!(
        Edition::from_bytes(&vec![0x80; EDITION_BYTES_MAX + 1]),
        Err(Malformed)
    );
}

fn any_scalar() -> impl Strategy<Value = Scalar> {
    prop_oneof![
        any::<i64>().prop_map(Scalar::Integer),
        any::<bool>().prop_map(Scalar::Flag),
        "\\PC{0,30}".prop_map(Scalar::Text),
        "20[0-9]{2}-[01][0-9]-[0-3][0-9]".prop_map(Scalar::Text),
        "NT-[OG]0[0-9]|2026-H1".prop_map(Scalar::Text),
    ]
}

/// Records of kinds and fields that there are, and of others, with anything in them.
fn any_record() -> impl Strategy<Value = (String, u8, Cells)> {
    let kinds: Vec<String> = Schema::builtin()
        .kinds()
        .map(|kind| kind.key.to_owned())
        .collect();
    let kind = prop_oneof![4 => proptest::sample::select(kinds), 1 => "[a-z]{1,8}"];
    kind.prop_flat_map(|kind| {
        let schema = Schema::builtin();
        let known = schema.kind(&kind).map_or(Vec::new(), |kind| {
            kind.fields
                .iter()
                .flat_map(|field| [field.key.to_owned(), format!("{}/ar", field.key)])
                .collect()
        });
        let path = match known.is_empty() {
            true => "[a-z_]{1,9}(/[a-z]{2})?".boxed(),
            false => proptest::sample::select(known).boxed(),
        };
        let cells = proptest::collection::btree_map(path, any_scalar(), 1..6);
        (Just(kind), 1..9_u8, cells)
    })
}

proptest! {
    #[test]
    fn no_bytes_are_more_than_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(edition) = Edition::from_bytes(&bytes) {
            prop_assert_eq!(edition.to_bytes(), bytes);
        }
    }

    #[test]
    fn whatever_is_written_in_reads_back_and_nothing_breaks(records in proptest::collection::vec(any_record(), 0..8)) {
        let schema = Schema::builtin();
        let records: Vec<_> = records.iter().map(|(kind, number, cells)| (kind.as_str(), id(*number), cells.clone())).collect();
        let forged = Programme::forged(&records);
        if let Ok(read) = Programme::from_bytes(&forged.to_bytes()) {
            prop_assert_eq!(&read, &forged);
            let _ = (read.targets(), read.periods(), read.courses(), read.capsules(), read.guides());
            let _ = (read.legal_deadlines(), read.letter_models(), read.announcements(), read.profile());
            // Whatever passes is public: what a schema draws of it again is all of it.
            if read.check_whole(&schema).is_ok() {
                for item in read.items() {
                    let again = Item::of(&schema, item.kind(), item.id(), item.cells());
                    let gone = item.cells().values().filter(|value| **value == Scalar::Flag(false)).count();
                    let kept = again.map_or(0, |again| again.cells().len());
                    prop_assert!(kept + gone >= item.cells().len());
                }
            }
        }
    }
}
