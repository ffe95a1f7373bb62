//! Two engines given the same operations, in any order, never differ.

use proptest::prelude::*;
use tawro_core::id::InviteId;
use tawro_core::time::Timestamp;
use tawro_hub::store::{Ack, Desk, Letter, MemoryLog};

use crate::data::*;
use crate::engine::*;

/// Operations in any order, as a fuzzer would send them.
#[derive(Debug, Clone)]
enum Operation {
    Found(u8),
    Member {
        space: u8,
        position: u32,
        variant: u8,
    },
    Append {
        space: u8,
        log: u8,
        seqs: std::ops::Range<u64>,
        branch: u8,
    },
    Ack {
        space: u8,
        stored: Option<u64>,
    },
    Delete(u8),
    Invite {
        space: u8,
        invite: u8,
    },
    Letter(u8),
    Commit,
    Crash,
}

fn operation() -> impl Strategy<Value = Operation> {
    prop_oneof![
        (1..3u8).prop_map(Operation::Found),
        (1..3u8, 0..4u32, 1..3u8).prop_map(|(space, position, variant)| Operation::Member {
            space,
            position,
            variant
        }),
        (1..3u8, 1..3u8, 0..6u64, 1..4u64, 0..2u8).prop_map(|(space, log, from, len, branch)| {
            Operation::Append {
                space,
                log,
                seqs: from..from + len,
                branch,
            }
        }),
        (1..3u8, proptest::option::of(0..9u64)).prop_map(|(space, stored)| Operation::Ack { space, stored }),
        (1..3u8).prop_map(Operation::Delete),
        (1..3u8, 1..3u8).prop_map(|(space, invite)| Operation::Invite { space, invite }),
        (1..3u8).prop_map(Operation::Letter),
        Just(Operation::Commit),
        Just(Operation::Crash),
    ]
}

fn perform(store: &mut dyn Engine, operation: &Operation) -> String {
    match operation {
        Operation::Found(n) => format!(
            "{:?}",
            store.membership_append(space(*n), None, &line(0, *n)).unwrap()
        ),
        Operation::Member {
            space: n,
            position,
            variant,
        } => {
            let expect = position
                .checked_sub(1)
                .map(|before| (before, line(before, *variant).hash));
            format!(
                "{:?}",
                store
                    .membership_append(space(*n), expect, &line(*position, *variant))
                    .unwrap()
            )
        }
        Operation::Append {
            space: n,
            log,
            seqs,
            branch,
        } => {
            let batch: Vec<_> = seqs.clone().map(|seq| entry_of(*log, seq, *branch, 2)).collect();
            format!("{:?}", store.append(space(*n), &batch).unwrap())
        }
        Operation::Ack { space: n, stored } => {
            let ack = Ack {
                device: device(1),
                log: log(1),
                stored: *stored,
                applied: None,
            };
            format!("{:?}", store.ack_keep(space(*n), &ack).unwrap())
        }
        Operation::Delete(n) => format!("{:?}", store.delete_space(space(*n)).unwrap()),
        Operation::Invite { space: n, invite } => {
            format!(
                "{:?}",
                store
                    .invites_set(space(*n), &[(InviteId([*invite; 16]), Timestamp(9))])
                    .unwrap()
            )
        }
        Operation::Letter(n) => {
            let letter = Letter {
                slot: 0,
                bytes: vec![*n],
            };
            format!("{:?}", store.letter_put(InviteId([*n; 16]), &letter).unwrap())
        }
        Operation::Commit => format!("{:?}", store.commit().unwrap()),
        Operation::Crash => {
            store.crash();
            String::new()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn two_engines_never_differ(operations in proptest::collection::vec(operation(), 1..40)) {
        let (mut memory, mut disk) = (MemoryLog::new(), OnDisk::new());
        for operation in &operations {
            prop_assert_eq!(perform(&mut memory, operation), perform(&mut disk, operation));
            for n in 1..3 {
                prop_assert_eq!(seen_of(&mut memory, space(n)), seen_of(&mut disk, space(n)));
                let invite = InviteId([n; 16]);
                prop_assert_eq!(memory.letters(invite).unwrap(), disk.letters(invite).unwrap());
                prop_assert_eq!(
                    memory.invite(invite, Timestamp(0)).unwrap(),
                    disk.invite(invite, Timestamp(0)).unwrap()
                );
            }
        }
    }
}
