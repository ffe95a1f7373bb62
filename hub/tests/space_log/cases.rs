//! What every engine must do, one promise a case.

use tawro_core::id::InviteId;
use tawro_core::time::Timestamp;
use tawro_hub::store::archive::{self, ArchiveFault};
use tawro_hub::store::{
    Ack, Appended, Fork, Invite, Letter, Line, MemoryLog, Ordered, Sealed, SpaceLog, StoreFault, TicketState,
    Usage,
};

use crate::data::*;
use crate::engine::*;

pub(crate) fn membership_is_ordered_by_compare_and_swap(store: &mut dyn Engine) {
    let at = |n: u32, variant| Some((n, line(n, variant).hash));
    let mut append = |expect, record: &Line| store.membership_append(space(1), expect, record).unwrap();
    assert_eq!(append(at(0, 1), &line(1, 1)), Ordered::Conflict { head: None });
    assert_eq!(append(None, &line(1, 1)), Ordered::Conflict { head: None });
    assert_eq!(append(None, &line(0, 1)), Ordered::Stored);
    assert_eq!(append(None, &line(0, 1)), Ordered::Duplicate);
    assert_eq!(append(None, &line(0, 2)), Ordered::Conflict { head: at(0, 1) });
    assert_eq!(append(at(0, 1), &line(1, 1)), Ordered::Stored);
    assert_eq!(
        append(at(0, 1), &line(1, 2)),
        Ordered::Conflict { head: at(1, 1) }
    );
    assert_eq!(
        append(at(1, 1), &line(3, 1)),
        Ordered::Conflict { head: at(1, 1) }
    );
    assert_eq!(append(at(1, 1), &line(2, 1)), Ordered::Stored);
    assert_eq!(append(at(0, 1), &line(1, 1)), Ordered::Duplicate, "an old retry");
    assert_eq!(
        store.membership_since(space(1), 1).unwrap(),
        [line(1, 1).bytes, line(2, 1).bytes]
    );
    assert!(store.membership_since(space(1), 9).unwrap().is_empty());
}

pub(crate) fn a_log_has_no_holes(store: &mut dyn Engine) {
    found(store, 1);
    let mut append = |entries: &[Sealed]| store.append(space(1), entries).unwrap();
    assert_eq!(append(&[entry(1, 1)]), [Appended::Gap { have: None }]);
    assert_eq!(
        append(&[entry(1, 0), entry(1, 1), entry(1, 3)]),
        [
            Appended::Stored,
            Appended::Stored,
            Appended::Gap { have: Some(1) }
        ]
    );
    assert_eq!(
        append(&[entry(1, 1), entry(1, 2), entry(2, 0), entry(1, 3)]),
        [
            Appended::Duplicate,
            Appended::Stored,
            Appended::Stored,
            Appended::Stored
        ]
    );
    let heads = store.heads(space(1)).unwrap();
    let short: Vec<_> = heads
        .iter()
        .map(|head| (head.log, head.device, head.seq, head.hash))
        .collect();
    assert_eq!(
        short,
        [
            (log(1), device(1), 3, entry(1, 3).head.hash),
            (log(2), device(2), 0, entry(2, 0).head.hash)
        ]
    );
    assert_eq!(
        store.usage(space(1)).unwrap(),
        Usage {
            entries: 5,
            bytes: 500,
            logs: 2,
            members: 1
        }
    );
}

pub(crate) fn a_fork_is_told_and_the_first_branch_stays(store: &mut dyn Engine) {
    found(store, 1);
    let ours: Vec<_> = (0..5).map(|seq| entry(1, seq)).collect();
    store.append(space(1), &ours).unwrap();
    let before = seen_of(store, space(1));
    let mut append = |seq| store.append(space(1), &[entry_of(1, seq, 7, 3)]).unwrap();
    assert_eq!(append(2), [Appended::Duplicate]);
    assert_eq!(append(3), [Appended::Fork { seq: 3 }]);
    assert_eq!(append(4), [Appended::Fork { seq: 4 }]);
    assert_eq!(
        append(5),
        [Appended::Fork { seq: 4 }],
        "the next number, on another head"
    );
    assert_eq!(append(6), [Appended::Gap { have: Some(4) }]);
    assert_eq!(seen_of(store, space(1)), before);
}

pub(crate) fn a_page_is_bounded_but_never_empty(store: &mut dyn Engine) {
    found(store, 1);
    let entries: Vec<_> = (0..10).map(|seq| entry(1, seq)).collect();
    store.append(space(1), &entries).unwrap();
    let mut page = |from, max| store.range(space(1), log(1), from, max).unwrap().len();
    assert_eq!(page(0, usize::MAX), 10);
    assert_eq!(page(0, 350), 3);
    assert_eq!(page(8, 350), 2);
    assert_eq!(page(2, 1), 1);
    assert_eq!(page(10, 1000), 0);
    assert_eq!(store.range(space(1), log(9), 0, 1000).unwrap().len(), 0);
    assert_eq!(
        store.range(space(1), log(1), 4, 100).unwrap(),
        [entry(1, 4).bytes]
    );
}

pub(crate) fn a_space_never_sees_another(store: &mut dyn Engine) {
    assert_eq!(
        store.append(space(1), &[entry(1, 0)]).unwrap(),
        [Appended::Gap { have: None }]
    );
    found(store, 1);
    store.append(space(1), &[entry(1, 0)]).unwrap();
    let before = seen_of(store, space(1));
    found(store, 2);
    // The same log id, and another one: ids are chosen by devices, not by us.
    store
        .append(space(2), &[entry_of(1, 0, 5, 0), entry(2, 0)])
        .unwrap();
    store
        .ack_keep(
            space(2),
            &Ack {
                device: device(1),
                log: log(1),
                stored: Some(0),
                applied: None,
            },
        )
        .unwrap();
    assert_eq!(seen_of(store, space(1)), before);
    assert_eq!(store.spaces().unwrap(), [space(1), space(2)]);
    store.delete_space(space(2)).unwrap();
    assert_eq!(seen_of(store, space(1)), before);
}

pub(crate) fn a_crash_keeps_what_was_committed_and_nothing_else(store: &mut dyn Engine) {
    found(store, 1);
    store.append(space(1), &[entry(1, 0)]).unwrap();
    store.commit().unwrap();
    let before = seen_of(store, space(1));
    for stop in [
        |store: &mut dyn Engine| store.crash(),
        |store: &mut dyn Engine| store.rollback(),
    ] {
        store.append(space(1), &[entry(1, 1), entry(2, 0)]).unwrap();
        store
            .membership_append(space(1), Some((0, line(0, 1).hash)), &line(1, 1))
            .unwrap();
        store.visit_keep(space(1), &visit(1, 1, 5)).unwrap();
        store
            .ack_keep(
                space(1),
                &Ack {
                    device: device(1),
                    log: log(1),
                    stored: None,
                    applied: None,
                },
            )
            .unwrap();
        found(store, 2);
        store.ticket_keep(&ticket(1)).unwrap();
        store
            .invites_set(space(1), &[(InviteId([1; 16]), Timestamp(9))])
            .unwrap();
        store.delete_space(space(1)).unwrap();
        stop(store);
        assert_eq!(seen_of(store, space(1)), before);
        assert_eq!(store.spaces().unwrap(), [space(1)]);
        assert!(store.tickets().unwrap().is_empty());
        assert_eq!(store.invite(InviteId([1; 16]), Timestamp(0)).unwrap(), None);
    }
}

pub(crate) fn a_deleted_space_leaves_nothing(store: &mut dyn Engine) {
    found(store, 1);
    store
        .append(space(1), &[entry(1, 0), entry(1, 1), entry(2, 0)])
        .unwrap();
    store.visit_keep(space(1), &visit(1, 1, 5)).unwrap();
    store
        .invites_set(space(1), &[(InviteId([1; 16]), Timestamp(9))])
        .unwrap();
    store.delete_space(space(1)).unwrap();
    store.delete_space(space(1)).unwrap();
    assert_eq!(store.usage(space(1)).unwrap(), Usage::default());
    assert_eq!(store.invite(InviteId([1; 16]), Timestamp(0)).unwrap(), None);
    found(store, 1);
    assert!(store.heads(space(1)).unwrap().is_empty());
    assert!(store.visits(space(1)).unwrap().is_empty());
    assert_eq!(
        store.append(space(1), &[entry(2, 0)]).unwrap(),
        [Appended::Stored]
    );
    assert_eq!(store.range(space(1), log(2), 0, 1000).unwrap().len(), 1);
}

pub(crate) fn forks_acks_and_visits_are_kept(store: &mut dyn Engine) {
    found(store, 1);
    let fork = |seq, proof: &[u8]| Fork {
        log: log(1),
        seq,
        proof: proof.to_vec(),
    };
    store.fork_keep(space(1), &fork(3, b"first")).unwrap();
    store.fork_keep(space(1), &fork(2, b"second")).unwrap();
    assert_eq!(store.forks(space(1)).unwrap(), [fork(3, b"first")]);
    let ack = |stored, applied| Ack {
        device: device(1),
        log: log(2),
        stored,
        applied,
    };
    store.ack_keep(space(1), &ack(Some(9), Some(7))).unwrap();
    store.ack_keep(space(1), &ack(Some(4), None)).unwrap();
    assert_eq!(
        store.acks(space(1)).unwrap(),
        [ack(Some(4), None)],
        "a rolled-back device says less"
    );
    store.visit_keep(space(1), &visit(1, 1, 50)).unwrap();
    store.ack_keep(space(1), &ack(Some(4), None)).unwrap();
    store.visit_keep(space(1), &visit(1, 1, 40)).unwrap();
    assert_eq!(store.visits(space(1)).unwrap(), [visit(1, 1, 40)]);
    assert_eq!(store.acks(space(1)).unwrap().len(), 1);
    store.visit_keep(space(1), &visit(1, 2, 60)).unwrap();
    assert!(
        store.acks(space(1)).unwrap().is_empty(),
        "another database has another past"
    );
    store.fork_keep(space(9), &fork(0, b"")).unwrap();
    store.ack_keep(space(9), &ack(None, None)).unwrap();
    assert!(store.acks(space(9)).unwrap().is_empty());
}

pub(crate) fn a_ticket_is_for_one_space(store: &mut dyn Engine) {
    let id = ticket(1).id;
    assert_eq!(store.ticket_use(id, space(1)).unwrap(), TicketState::Unknown);
    store.ticket_keep(&ticket(1)).unwrap();
    store.ticket_keep(&ticket(2)).unwrap();
    assert_eq!(store.ticket_use(id, space(1)).unwrap(), TicketState::Yours);
    assert_eq!(store.ticket_use(id, space(1)).unwrap(), TicketState::Yours);
    assert_eq!(store.ticket_use(id, space(2)).unwrap(), TicketState::Used);
    store.ticket_keep(&ticket(1)).unwrap();
    assert_eq!(store.ticket(id).unwrap().unwrap().used_by, Some(space(1)));
    let names: Vec<_> = store
        .tickets()
        .unwrap()
        .into_iter()
        .map(|ticket| ticket.name)
        .collect();
    assert_eq!(names, ["جمعية 1", "جمعية 2"]);
    assert!(!format!("{:?}", ticket(1)).contains("جمعية"));
}

pub(crate) fn letters_live_as_long_as_their_invitation(store: &mut dyn Engine) {
    let (a, b) = (InviteId([1; 16]), InviteId([2; 16]));
    let letter = |slot, bytes: &[u8]| Letter {
        slot,
        bytes: bytes.to_vec(),
    };
    let known = |open| {
        Some(Invite {
            space: space(1),
            open,
        })
    };
    found(store, 1);
    store.letter_put(a, &letter(0, b"before it was opened")).unwrap();
    store
        .invites_set(space(1), &[(a, Timestamp(100)), (b, Timestamp(200))])
        .unwrap();
    assert!(store.letters(a).unwrap().is_empty());
    store.letter_put(a, &letter(1, b"request")).unwrap();
    store.letter_put(a, &letter(0, b"offer")).unwrap();
    store.letter_put(a, &letter(0, b"offer again")).unwrap();
    store.letter_put(b, &letter(0, b"other")).unwrap();
    assert_eq!(
        store.letters(a).unwrap(),
        [letter(0, b"offer again"), letter(1, b"request")]
    );
    assert_eq!(store.invite(a, Timestamp(99)).unwrap(), known(true));
    assert_eq!(store.invite(a, Timestamp(100)).unwrap(), None);
    store.invites_set(space(2), &[(b, Timestamp(500))]).unwrap();
    assert_eq!(
        store.invite(b, Timestamp(0)).unwrap(),
        known(true),
        "the first space keeps it"
    );
    store.invites_set(space(1), &[(b, Timestamp(999))]).unwrap();
    assert_eq!(store.invite(a, Timestamp(0)).unwrap(), known(false));
    assert_eq!(
        store.letters(a).unwrap().len(),
        2,
        "the last letter may not be read yet"
    );
    assert_eq!(
        store.invite(b, Timestamp(200)).unwrap(),
        None,
        "an end is not moved"
    );
    store.desk_tidy(Timestamp(150)).unwrap();
    assert!(store.letters(a).unwrap().is_empty());
    assert_eq!(store.invite(a, Timestamp(0)).unwrap(), None);
    assert_eq!(store.invite(b, Timestamp(0)).unwrap(), known(true));
    store.delete_space(space(1)).unwrap();
    assert!(store.letters(b).unwrap().is_empty());
}

pub(crate) fn a_recovery_key_finds_its_space(store: &mut dyn Engine) {
    store.recovery_set(space(1), device(7)).unwrap();
    store.recovery_set(space(2), device(8)).unwrap();
    assert_eq!(store.recovery_spaces(device(7)).unwrap(), [space(1)]);
    store.recovery_set(space(1), device(9)).unwrap();
    store.recovery_set(space(3), device(9)).unwrap();
    assert!(
        store.recovery_spaces(device(7)).unwrap().is_empty(),
        "an old code opens nothing"
    );
    assert_eq!(store.recovery_spaces(device(9)).unwrap(), [space(1), space(3)]);
    store.delete_space(space(1)).unwrap();
    assert_eq!(store.recovery_spaces(device(9)).unwrap(), [space(3)]);
}

pub(crate) fn an_archive_brings_a_space_to_another_engine(store: &mut dyn Engine) {
    found(store, 1);
    store
        .membership_append(space(1), Some((0, line(0, 1).hash)), &line(1, 1))
        .unwrap();
    let entries: Vec<_> = (0..7).map(|seq| entry(1, seq)).chain([entry(2, 0)]).collect();
    store.append(space(1), &entries).unwrap();
    store
        .fork_keep(
            space(1),
            &Fork {
                log: log(1),
                seq: 3,
                proof: b"both".to_vec(),
            },
        )
        .unwrap();
    let mut bytes = Vec::new();
    archive::export(store, space(1), &mut bytes).unwrap();
    let mut others: [Box<dyn Engine>; 2] = [Box::new(MemoryLog::new()), Box::new(OnDisk::new())];
    for other in &mut others {
        let cut = archive::import(&mut **other, &Plain, &mut &bytes[..bytes.len() - 1]);
        assert!(matches!(cut, Err(ArchiveFault::File(_))));
        assert!(other.spaces().unwrap().is_empty());
        for _ in 0..2 {
            assert_eq!(
                archive::import(&mut **other, &Plain, &mut &bytes[..]).unwrap(),
                space(1)
            );
            other.crash();
            assert_eq!(seen_of(&mut **other, space(1)), seen_of(store, space(1)));
        }
    }
    let mut third = MemoryLog::new();
    third.membership_append(space(1), None, &line(0, 9)).unwrap();
    let refused = archive::import(&mut third, &Plain, &mut &bytes[..]);
    assert!(matches!(refused, Err(ArchiveFault::Contradicts)));
}

pub(crate) fn a_number_no_entry_may_have_is_refused_and_the_rest_stays(store: &mut dyn Engine) {
    found(store, 1);
    store.append(space(1), &[entry(1, 0)]).unwrap();
    let before = seen_of(store, space(1));
    for seq in [1 << 32, u64::MAX] {
        let is_number = |fault| matches!(fault, StoreFault::Number { seq: found } if found == seq);
        let appended = store.append(space(1), &[entry(1, 1), entry(1, seq)]);
        assert!(is_number(appended.unwrap_err()));
        let (log, proof) = (log(1), Vec::new());
        let kept = store.fork_keep(space(1), &Fork { log, seq, proof });
        assert!(is_number(kept.unwrap_err()));
        let ack = Ack {
            device: device(1),
            log,
            stored: Some(seq),
            applied: None,
        };
        assert!(is_number(store.ack_keep(space(1), &ack).unwrap_err()));
        assert!(store.range(space(1), log, seq, 1_000).unwrap().is_empty());
    }
    store.commit().unwrap();
    assert_eq!(seen_of(store, space(1)), before);
}
