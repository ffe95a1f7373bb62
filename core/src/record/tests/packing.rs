//! Tests of packed changes: lossless, bounded, and half the bytes.

use proptest::prelude::*;

use super::*;
use crate::record::RecordFault;
use crate::record::pack::{PackFault, pack, unpack};

fn lookup_in<'a>(record: &'a Record) -> impl Fn(RecordId, ActorId, u64) -> Option<[u8; 32]> + 'a {
    |id, actor, seq| {
        (id == record.id())
            .then(|| record.change_by(actor, seq))
            .flatten()
    }
}

#[test]
fn the_receiver_rebuilds_what_was_left_out() {
    let (mut a, mut b) = pair();
    a.set(&[("douar", "2".into()), ("note", "x".into())]).unwrap();
    b.set(&[("email", "a@b.ma".into())]).unwrap();
    meet(&mut a, &mut b);
    a.set(&[("douar", "3".into())]).unwrap();
    a.set(&[("douar", "4".into())]).unwrap();
    let mut receiver = Record::new(PERSON, "");
    for change in a.written.iter().chain(&b.written) {
        receiver.apply(std::slice::from_ref(change));
    }
    for change in a.written.iter().chain(&b.written) {
        let packed = pack(change, &[], &lookup_in(&receiver));
        assert_eq!(unpack(&packed, &lookup_in(&receiver)).unwrap(), *change);
    }
    let last = a.written.last().unwrap();
    let packed = pack(last, &[], &lookup_in(a.person()));
    let carried = pack(last, &[], &|_, _, _| None);
    assert_eq!(last.raw.len() - packed.len(), 4 + 4 + 1 + 2 + 33 - 17 - 1);
    assert_eq!(carried.len(), packed.len() + 33);
    assert_eq!(
        unpack(&carried, &|_, _, _| None).unwrap(),
        *last,
        "a carried change needs nothing"
    );
    let Err(PackFault::MissingPrevious { record, actor, seq }) = unpack(&packed, &|_, _, _| None) else {
        panic!("what is left out cannot be found");
    };
    assert_eq!((record, actor, seq), (PERSON, a.actor, last.seq - 1));
}

#[test]
fn of_a_long_text_and_its_seed_only_the_field_is_sent() {
    let mut a = Device::new(1);
    a.add(&[("given_name/ar", "خديجة".into()), ("note", "واحد".into())]);
    a.set(&[("note", "واحد 2".into())]).unwrap();
    let record = a.person();
    let notes = record.notes();
    assert_eq!(notes, ["note"]);
    let lookup = lookup_in(record);
    let mut sizes = Vec::new();
    for change in &a.written {
        let packed = pack(change, &notes, &lookup);
        assert_eq!(unpack(&packed, &lookup).unwrap(), *change);
        sizes.push((packed[0], pack(change, &[], &lookup).len() - packed.len()));
        let nothing = unpack(&packed, &|_, _, _| None);
        assert_eq!(nothing.is_ok(), (packed[0] == 4));
    }
    assert_eq!(
        sizes,
        [(4, 42), (0x13, 44), (0x11, 11)],
        "form, and bytes that it saves"
    );
}

#[test]
fn what_is_no_packed_change_is_refused() {
    let none = |_, _, _| None;
    let check = |packed: &[u8]| unpack(packed, &none).unwrap_err();
    assert!(matches!(check(&[]), PackFault::TooShort { bytes: 0 }));
    assert!(matches!(check(&[0; 10]), PackFault::TooShort { bytes: 10 }));
    assert!(matches!(check(&[9; 40]), PackFault::UnknownForm { form: 9 }));
    assert!(matches!(
        check(&[0; 40]),
        PackFault::Fault(RecordFault::Malformed { .. } | RecordFault::Unreadable(_))
    ));
    assert!(matches!(check(&[0xff; 40]), PackFault::UnknownForm { .. }));
    assert!(matches!(check(&vec![0; 300_000]), PackFault::TooLong { .. }));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn no_bytes_make_unpacking_panic(form in 0u8..4, bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let packed = [&[form][..], &bytes].concat();
        if let Ok(change) = unpack(&packed, &|_, _, _| Some([1; 32])) {
            Record::new(change.record, "").apply(&[change]);
        }
    }

    #[test]
    fn a_change_damaged_on_its_way_never_panics(at in 0usize..400, with in 1u8..=255, which in 0usize..4) {
        let (mut a, _) = pair();
        a.set(&[("note", "one two".into()), ("douar", "2".into())]).unwrap();
        a.set(&[("note", "one 2".into())]).unwrap();
        let change = &a.written[which % a.written.len()];
        let mut packed = pack(change, &[], &|_, _, _| None);
        let at = at % packed.len();
        packed[at] ^= with;
        if let Ok(damaged) = unpack(&packed, &|_, _, _| None) {
            let mut record = Record::new(damaged.record, "");
            record.apply(&a.written[..which % a.written.len()]);
            record.apply(&[damaged]);
            record.row(&a.schema);
            record.history();
            Record::load(record.id(), &record.save(), &[]).unwrap();
        }
    }
}
