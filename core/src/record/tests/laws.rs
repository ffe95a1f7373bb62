//! Laws of merging, proved over random lives of one record on three devices.
//!
//! A failure is: two orders of the same changes that differ in heads, row, conflicts, history or in
//! what is refused; a record that its saved bytes do not give back; a conflict that a decision does
//! not end. What is none: conflicts and issues themselves, and changes that wait for others.

use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::command::ImportRow;
use crate::id::ImportId;
use crate::record::pack::{pack, unpack};
use crate::record::{CellConflict, HistoryLine};

/// What may happen on a device, or between two.
#[derive(Debug, Clone)]
enum Event {
    Set {
        device: usize,
        cell: usize,
        value: usize,
    },
    /// At a state that the device was in some changes ago.
    SetAtOld {
        device: usize,
        back: Index,
        cell: usize,
        value: usize,
    },
    Element {
        device: usize,
        element: usize,
        inside: bool,
    },
    Note {
        device: usize,
        at: Index,
        text: String,
        old: bool,
    },
    Delete {
        device: usize,
    },
    Restore {
        device: usize,
    },
    Merge {
        device: usize,
        into: u8,
    },
    Unmerge {
        device: usize,
    },
    Resolve {
        device: usize,
        conflict: Index,
        value: Index,
    },
    Import {
        device: usize,
        variant: usize,
    },
    /// The first some changes that one knows, to the other.
    Send {
        from: usize,
        to: usize,
        some: Index,
    },
}

fn event() -> impl Strategy<Value = Event> {
    use Event::*;
    let device = || 0usize..3;
    prop_oneof![
        6 => (device(), 0usize..4, 0usize..4).prop_map(|(device, cell, value)| Set { device, cell, value }),
        3 => (device(), any::<Index>(), 0usize..4, 0usize..4)
            .prop_map(|(device, back, cell, value)| SetAtOld { device, back, cell, value }),
        2 => (device(), 0usize..3, any::<bool>())
            .prop_map(|(device, element, inside)| Element { device, element, inside }),
        3 => (device(), any::<Index>(), "[abت]{0,4}", any::<bool>())
            .prop_map(|(device, at, text, old)| Note { device, at, text, old }),
        1 => device().prop_map(|device| Delete { device }),
        1 => device().prop_map(|device| Restore { device }),
        1 => (device(), 50u8..53).prop_map(|(device, into)| Merge { device, into }),
        1 => device().prop_map(|device| Unmerge { device }),
        3 => (device(), any::<Index>(), any::<Index>())
            .prop_map(|(device, conflict, value)| Resolve { device, conflict, value }),
        1 => (device(), 0usize..2).prop_map(|(device, variant)| Import { device, variant }),
        5 => (device(), device(), any::<Index>()).prop_map(|(from, to, some)| Send { from, to, some }),
    ]
}

const CELLS: [&str; 4] = ["douar", "profession", "given_name/ar", "birth_date"];
const VALUES: [&str; 4] = ["خديجة", "Khadija", "", "1962-06-28"];

/// One device, all that it knows in the order of arrival, and the states it was in.
struct Life {
    device: Device,
    known: Vec<Change>,
    states: Vec<Heads>,
}

impl Life {
    fn new(number: u8) -> Self {
        let mut device = Device::new(number);
        for twin in 50..53 {
            let id = Some(RecordId([twin; 16]));
            device
                .run(&Command::Add {
                    kind: "person".into(),
                    id,
                    cells: vec![],
                })
                .unwrap();
        }
        device.written.clear();
        Self {
            device,
            known: Vec::new(),
            states: vec![Heads::new()],
        }
    }

    /// Commands may be refused; what they must not do is fail in a way that is our own fault.
    fn run(&mut self, command: &Command) {
        match self.device.run(command) {
            Ok(decision) => {
                self.known.extend(
                    decision
                        .changes
                        .into_iter()
                        .filter(|change| change.record == PERSON),
                );
                self.states.push(self.device.heads());
            }
            Err(refusal) => assert!(
                [
                    "conflict_open",
                    "deleted",
                    "not_a_date",
                    "no_conflict",
                    "not_canonical"
                ]
                .contains(&refusal.code()),
                "{refusal:?}"
            ),
        }
    }

    fn live(&mut self, event: &Event) {
        let id = PERSON;
        let base = self.device.heads();
        let value = |value: usize| match VALUES[value] {
            "" => Scalar::Null,
            text => text.into(),
        };
        let set = |base, cell: &str, value| Command::Set {
            id,
            base,
            cells: vec![(cell.into(), value)],
        };
        match event {
            Event::Set { cell, value: v, .. } => self.run(&set(base, CELLS[*cell], value(*v))),
            Event::SetAtOld {
                back, cell, value: v, ..
            } => {
                let old = self.states[1 + back.index(self.states.len() - 1)].clone();
                self.run(&set(old, CELLS[*cell], value(*v)));
            }
            Event::Element { element, inside, .. } => {
                self.run(&set(
                    base,
                    &format!("phones/+21266100000{element}"),
                    (*inside).into(),
                ));
            }
            Event::Note { at, text, old, .. } => {
                let state = if *old {
                    self.states.iter().rev().nth(1).unwrap_or(&base)
                } else {
                    &base
                };
                let mut note: Vec<char> = self
                    .device
                    .cell("note")
                    .as_text()
                    .unwrap_or_default()
                    .chars()
                    .collect();
                let at = at.index(note.len() + 1);
                note.splice(at..(at + 1).min(note.len()), text.chars());
                self.run(&set(
                    state.clone(),
                    "note",
                    note.into_iter().collect::<String>().into(),
                ));
            }
            Event::Delete { .. } => self.run(&Command::Delete { id, base }),
            Event::Restore { .. } => self.run(&Command::Restore { id, base }),
            Event::Merge { into, .. } => {
                self.run(&Command::Merge {
                    from: id,
                    into: RecordId([*into; 16]),
                    base,
                });
            }
            Event::Unmerge { .. } => self.run(&Command::Unmerge { id, base }),
            Event::Resolve { conflict, value, .. } => {
                let conflicts = self.device.person().conflicts();
                if !conflicts.is_empty() {
                    let conflict = conflict.get(&conflicts);
                    let (cell, value) = (conflict.cell.clone(), value.get(&conflict.values).value.clone());
                    self.run(&Command::Resolve {
                        id,
                        base,
                        cell,
                        value,
                    });
                }
            }
            Event::Import { variant, .. } => self.run(&import(*variant)),
            Event::Send { .. } => {}
        }
    }
}

fn import(variant: usize) -> Command {
    let cells = owned(&[
        ("douar", VALUES[variant].into()),
        ("note", "from the sheet".into()),
    ]);
    let row = ImportRow {
        id: PERSON,
        kind: "person".into(),
        cells,
    };
    Command::Import {
        import: ImportId([5; 16]),
        rows: vec![row],
    }
}

/// Three devices live; returns them with everything that any of them wrote.
fn live(events: &[Event]) -> (Vec<Life>, Vec<Change>) {
    let mut lives: Vec<Life> = (1..4).map(Life::new).collect();
    lives[0].device.add(&[("given_name/ar", "خديجة".into())]);
    let first = lives[0].device.written.clone();
    for life in &mut lives {
        life.device.receive(&first);
        life.known = first.clone();
        let heads = life.device.heads();
        life.states.push(heads);
    }
    for event in events {
        match event {
            Event::Send { from, to, some } => {
                let sent = lives[*from].known[..some.index(lives[*from].known.len()) + 1].to_vec();
                let life = &mut lives[*to];
                life.device.receive(&sent);
                life.known.extend(
                    sent.into_iter()
                        .filter(|change| !life.device.written.contains(change)),
                );
                let heads = life.device.heads();
                life.states.push(heads);
            }
            Event::Set { device, .. }
            | Event::SetAtOld { device, .. }
            | Event::Element { device, .. }
            | Event::Note { device, .. }
            | Event::Delete { device }
            | Event::Restore { device }
            | Event::Merge { device, .. }
            | Event::Unmerge { device }
            | Event::Resolve { device, .. }
            | Event::Import { device, .. } => lives[*device].live(event),
        }
    }
    let mut all: Vec<Change> = Vec::new();
    for change in lives.iter().flat_map(|life| &life.known) {
        if !all.iter().any(|other| other.hash == change.hash) {
            all.push(change.clone());
        }
    }
    (lives, all)
}

/// Everything that two devices must agree about.
fn agreed(record: &Record) -> (Row, Vec<CellConflict>, Vec<HistoryLine>, Heads) {
    (
        record.row(&Schema::builtin()),
        record.conflicts(),
        record.history(),
        record.missing(),
    )
}

fn merged(changes: &[Change]) -> Record {
    let mut record = Record::new(PERSON, "");
    let outcome = record.apply(changes);
    assert!(outcome.refused.is_empty(), "{:?}", outcome.refused);
    record
}

fn events(most: usize) -> impl Strategy<Value = Vec<Event>> {
    proptest::collection::vec(event(), 1..most)
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        max_shrink_iters: 4_000,
        ..ProptestConfig::with_cases(cases)
    }
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn order_grouping_and_repetition_do_not_matter(
        events in events(40),
        (cut, again) in (any::<Index>(), any::<Index>()),
        seed in any::<u64>(),
    ) {
        let (lives, all) = live(&events);
        let whole = merged(&all);
        let expected = agreed(&whole);
        prop_assert_eq!(whole.missing(), Vec::<[u8; 32]>::new());
        let shuffled = shuffle(&all, seed);
        // Commutative: one by one, in another order, some of them twice.
        let mut singly = Record::new(PERSON, "");
        for (place, change) in shuffled.iter().enumerate() {
            singly.apply(std::slice::from_ref(change));
            if place == again.index(shuffled.len()) {
                singly.apply(&shuffled[..place]);
                singly = Record::load(PERSON, &singly.save(), &[]).unwrap();
            }
        }
        prop_assert_eq!(&agreed(&singly), &expected);
        // Associative: (a + b) + c = a + (b + c), of any parts.
        let cut = cut.index(shuffled.len());
        let (a, b) = shuffled.split_at(cut);
        let (b, c) = b.split_at(b.len() / 2);
        let mut left = merged(a);
        left.apply(b);
        left.apply(c);
        let mut right = merged(b);
        right.apply(c);
        right.apply(a);
        prop_assert_eq!(&agreed(&left), &expected);
        prop_assert_eq!(&agreed(&right), &expected);
        // Idempotent.
        let outcome = left.apply(&shuffled);
        prop_assert_eq!((outcome.applied, outcome.refused.len()), (0, 0));
        prop_assert_eq!(&agreed(&left), &expected);
        // Every device, once it has everything, agrees.
        for life in lives {
            let mut record = life.device.records[&PERSON].clone();
            record.apply(&all);
            prop_assert_eq!(&agreed(&record), &expected);
        }
    }

    #[test]
    fn parts_agree_while_changes_wait(events in events(30), part in any::<u64>(), seed in any::<u64>()) {
        let (_, all) = live(&events);
        let some: Vec<Change> =
            all.iter().enumerate().filter(|(place, _)| part >> (place % 64) & 1 == 1).map(|(_, c)| c.clone()).collect();
        let one = merged(&some);
        let other = merged(&shuffle(&some, seed));
        prop_assert_eq!(agreed(&one), agreed(&other));
        let loaded = Record::load(PERSON, &one.save(), &[]).unwrap();
        prop_assert_eq!(agreed(&loaded), agreed(&one));
        let tail: Vec<Vec<u8>> = some.iter().map(|change| change.raw.clone()).collect();
        prop_assert_eq!(agreed(&Record::load(PERSON, &[], &tail).unwrap()), agreed(&one));
    }

    #[test]
    fn a_decision_on_one_device_ends_every_conflict_on_all(events in events(40), choice in any::<Index>()) {
        let (mut lives, all) = live(&events);
        for life in &mut lives {
            life.device.receive(&all);
        }
        let device = &mut lives[0].device;
        if device.row().deleted {
            device.restore();
        }
        for conflict in device.person().conflicts() {
            device.resolve(&conflict.cell, choice.get(&conflict.values).value.clone()).unwrap();
        }
        prop_assert!(device.row().conflicts.is_empty());
        let (decided, row) = (device.written.clone(), device.row());
        for life in &mut lives {
            life.device.receive(&decided);
            prop_assert_eq!(life.device.row(), row.clone());
            let conflicts = life.device.person().conflicts();
            prop_assert!(conflicts.is_empty(), "{:?}", conflicts);
        }
    }

    #[test]
    fn packing_loses_nothing(events in events(40), carried in any::<bool>()) {
        let (_, all) = live(&events);
        let mut receiver = Record::new(PERSON, "");
        for change in &all {
            let lookup = |_: RecordId, actor, seq| if carried { None } else { receiver.change_by(actor, seq) };
            let packed = pack(change, &[], &lookup);
            prop_assert!(packed.len() + 4 < change.raw.len() + 17);
            let back = unpack(&packed, &lookup).unwrap();
            prop_assert_eq!(&back, change);
            receiver.apply(&[back]);
        }
        prop_assert_eq!(agreed(&receiver), agreed(&merged(&all)));
    }

    #[test]
    fn what_is_refused_is_refused_in_every_order(
        events in events(25),
        twists in proptest::collection::vec((any::<Index>(), 0usize..7, 200u8..204), 1..4),
        seed in any::<u64>(),
    ) {
        let (_, mut all) = live(&events);
        for (which, twist, actor) in twists {
            all.extend(twisted(which.get(&all), twist, actor));
        }
        all.sort_by_key(|change| (change.actor, change.seq, change.hash));
        // Two changes of one name are told apart by who came first; that is another law.
        all.dedup_by_key(|change| (change.actor, change.seq));
        let outcome = |changes: &[Change], at_once: bool| {
            let mut record = Record::new(PERSON, "");
            let mut refused: Vec<[u8; 32]> = Vec::new();
            for part in changes.chunks(if at_once { changes.len() } else { 1 }) {
                refused.extend(record.apply(part).refused.iter().map(|(change, _)| change.hash));
            }
            refused.sort_unstable();
            let back = Record::load(PERSON, &record.save(), &[]).unwrap();
            assert_eq!(agreed(&back), agreed(&record));
            (agreed(&record), refused)
        };
        let expected = outcome(&all, true);
        let other = shuffle(&all, seed);
        prop_assert_eq!(&outcome(&all, false), &expected);
        prop_assert_eq!(&outcome(&other, true), &expected);
        prop_assert_eq!(&outcome(&other, false), &expected);
    }
}

/// A change of a program that lies, in its own name.
fn twisted(change: &Change, twist: usize, actor: u8) -> Option<Change> {
    use automerge::legacy::{Key, ObjectId, OpId, OpType};
    let mut expanded = automerge::Change::try_from(&change.raw[..]).unwrap().decode();
    expanded.actor_id = automerge::ActorId::from(&[actor; 16][..]);
    expanded.seq = 1;
    let op = expanded.operations.first_mut()?;
    match twist {
        0 => {}
        1 => op.pred = vec![OpId::new(1, &expanded.actor_id)].into(),
        2 => op.pred = Vec::new().into(),
        3 => op.action = OpType::Delete,
        4 => op.obj = ObjectId::Id(OpId::new(3, &expanded.actor_id)),
        5 => op.key = Key::Map("profession".into()),
        _ => expanded.start_op = expanded.start_op.saturating_add(40),
    }
    Change::from_raw(PERSON, automerge::Change::from(expanded).raw_bytes().to_vec()).ok()
}

fn shuffle(changes: &[Change], seed: u64) -> Vec<Change> {
    let mut shuffled = changes.to_vec();
    shuffled.sort_by_key(|change| crate::crypto::hash(&[&seed.to_le_bytes()[..], &change.hash].concat()));
    shuffled
}
