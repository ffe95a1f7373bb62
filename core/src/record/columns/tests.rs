//! Tests of changes side by side: lossless whatever they are, bounded, and much smaller together.

use proptest::prelude::*;

use super::*;
use crate::record::pack::pack;
use crate::record::tests::{Device, PERSON};

const MAX: usize = 2 * 1024 * 1024;

fn check(packed: &[Vec<u8>]) -> Vec<u8> {
    let slices: Vec<&[u8]> = packed.iter().map(Vec::as_slice).collect();
    let together = gather(&slices, MAX);
    assert_eq!(scatter(&together, MAX).unwrap(), packed);
    together
}

/// What a device sends that adds a person and edits it this often.
fn edits(count: usize) -> Vec<Vec<u8>> {
    let mut a = Device::new(1);
    a.add(&[
        ("given_name/ar", "خديجة".into()),
        ("given_name/fr", "Khadija".into()),
        ("note", "واحد اثنان".into()),
        ("phones/+212661000000", true.into()),
    ]);
    for number in 0..count {
        let cell = ["douar", "address", "note"][number % 3];
        a.set(&[(cell, format!("{cell} {number}").into())]).unwrap();
    }
    let record = a.person();
    let notes = record.notes();
    let lookup = |_, actor, seq| record.change_by(actor, seq);
    a.written
        .iter()
        .map(|change| pack(change, &notes, &lookup))
        .collect()
}

#[test]
fn changes_come_back_as_they_were() {
    check(&[]);
    check(&[Vec::new()]);
    check(&edits(0));
    check(&[vec![0; 40], vec![0xff; 40], vec![SEED], PERSON.0.to_vec()]);
    let mut edits = edits(9);
    edits.push(edits[1].iter().rev().copied().collect());
    edits.push(edits[2][..20].to_vec());
    check(&edits);
}

/// What the first release made of a person and her edits: together, then one by one.
#[test]
fn changes_gathered_by_the_first_release_read() {
    let mut golden = include_str!("golden.txt")
        .lines()
        .map(|line| data_encoding::HEXLOWER.decode(line.as_bytes()).unwrap());
    let together = golden.next().unwrap();
    let single: Vec<Vec<u8>> = golden.collect();
    assert_eq!(scatter(&together, MAX).unwrap(), single);
    assert_eq!(check(&single), together);
}

#[test]
fn an_edit_beside_its_like_takes_a_few_bytes() {
    let few = check(&edits(100)).len();
    let many = check(&edits(400)).len();
    assert!(many - few < 300 * 50, "{few} {many}");
}

#[test]
fn more_than_was_asked_for_is_refused_before_it_is_made() {
    let edits = edits(30);
    let together = check(&edits);
    let bytes: usize = edits.iter().map(Vec::len).sum();
    assert!(scatter(&together, bytes).is_ok());
    assert!(scatter(&together, bytes - 1).is_err());
    // One operation without key and value, four thousand million times.
    let mut sink = Sink::default();
    let parts = Parts::seed(PERSON, &[]);
    sink.bytes(FORMS, &[1]);
    put_record(parts.record, &mut Past::default(), &mut sink);
    for stream in [SEQS, STARTS, TIMES, TABLES] {
        sink.number(stream, 0);
    }
    sink.named(ACTORS, &[1; 16]);
    sink.named(MESSAGES, &[]);
    sink.named(SHAPES, &[1, 0x56]);
    sink.number(CELLS, 1);
    sink.number(KEYS, 3);
    sink.number(CELLS + 1, u64::from(u32::MAX));
    sink.number(EXTRAS, 0);
    assert!(scatter(&sink.finish(), MAX).is_err());
}

proptest! {
    #[test]
    fn any_bytes_are_gathered_and_read_without_harm(
        noise in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..60), 0..8),
        at in any::<prop::sample::Index>(),
        flip in 1u8..,
        wild in proptest::collection::vec(any::<u8>(), 0..200),
    ) {
        check(&noise);
        let mut edits = edits(6);
        let edit = at.index(edits.len());
        let byte = at.index(edits[edit].len());
        edits[edit][byte] ^= flip;
        let mut together = check(&edits);
        let byte = at.index(together.len());
        together[byte] ^= flip;
        let _ = scatter(&together, MAX);
        let _ = scatter(&wild, MAX);
    }
}
