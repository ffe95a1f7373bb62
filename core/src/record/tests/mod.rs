//! Tests of records, and devices as tests use them: each with its own actor, dice and copies.

mod hostile;
mod issues;
mod laws;
mod merging;
mod packing;
mod vetting;

use std::collections::BTreeMap;

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

use crate::command::{Command, Decision, Refusal, decide};
use crate::id::{ActorId, RecordId};
use crate::record::{Author, Change, Heads, IssueCode, Record, Row};
use crate::schema::{Scalar, Schema};
use crate::time::Timestamp;

pub(crate) const PERSON: RecordId = RecordId([7; 16]);

/// One computer: what it holds and who writes there.
pub(crate) struct Device {
    pub(crate) actor: ActorId,
    pub(crate) dice: ChaCha20Rng,
    pub(crate) clock: i64,
    pub(crate) schema: Schema,
    pub(crate) records: BTreeMap<RecordId, Record>,
    /// Everything it wrote, in order.
    pub(crate) written: Vec<Change>,
    pub(crate) fresh: Vec<ActorId>,
}

impl Device {
    pub(crate) fn new(number: u8) -> Self {
        Self {
            actor: ActorId([number; 16]),
            dice: ChaCha20Rng::seed_from_u64(number.into()),
            clock: 1_000 * i64::from(number),
            schema: Schema::builtin(),
            records: BTreeMap::new(),
            written: Vec::new(),
            fresh: Vec::new(),
        }
    }

    /// Decides and, unless refused, keeps what was decided.
    pub(crate) fn run(&mut self, command: &Command) -> Result<Decision, Refusal> {
        self.clock += 1;
        let mut author = Author::new(self.actor, Timestamp(self.clock), &mut self.dice);
        let decision = decide(command, &mut self.records, &self.schema, &mut author)?;
        self.fresh.extend(author.fresh);
        self.written.extend(decision.changes.iter().cloned());
        for (id, record) in &decision.records {
            self.records.insert(*id, record.clone());
        }
        Ok(decision)
    }

    pub(crate) fn add(&mut self, cells: &[(&str, Scalar)]) -> Decision {
        let command = Command::Add {
            kind: "person".into(),
            id: Some(PERSON),
            cells: owned(cells),
        };
        self.run(&command).unwrap()
    }

    pub(crate) fn set(&mut self, cells: &[(&str, Scalar)]) -> Result<Decision, Refusal> {
        let base = self.heads();
        self.set_at(base, cells)
    }

    pub(crate) fn set_at(&mut self, base: Heads, cells: &[(&str, Scalar)]) -> Result<Decision, Refusal> {
        self.run(&Command::Set {
            id: PERSON,
            base,
            cells: owned(cells),
        })
    }

    pub(crate) fn resolve(&mut self, cell: &str, value: Scalar) -> Result<Decision, Refusal> {
        let base = self.heads();
        self.run(&Command::Resolve {
            id: PERSON,
            base,
            cell: cell.into(),
            value,
        })
    }

    pub(crate) fn delete(&mut self) -> Decision {
        let base = self.heads();
        self.run(&Command::Delete { id: PERSON, base }).unwrap()
    }

    pub(crate) fn restore(&mut self) -> Decision {
        let base = self.heads();
        self.run(&Command::Restore { id: PERSON, base }).unwrap()
    }

    /// Takes over everything that another wrote and that it has, waiting for nothing.
    pub(crate) fn receive(&mut self, changes: &[Change]) {
        for change in changes {
            let record = self
                .records
                .entry(change.record)
                .or_insert_with(|| Record::new(change.record, ""));
            let applied = record.apply(std::slice::from_ref(change));
            assert!(applied.refused.is_empty(), "{:?}", applied.refused);
        }
    }

    pub(crate) fn person(&self) -> &Record {
        &self.records[&PERSON]
    }

    pub(crate) fn heads(&self) -> Heads {
        self.person().heads()
    }

    pub(crate) fn row(&self) -> Row {
        self.person().row(&self.schema)
    }

    pub(crate) fn cell(&self, cell: &str) -> Scalar {
        self.person().cells().get(cell).cloned().unwrap_or_default()
    }

    pub(crate) fn has_issue(&self, code: IssueCode) -> bool {
        self.row().issues.iter().any(|issue| issue.code == code)
    }
}

/// Two devices that hold the same person.
pub(crate) fn pair() -> (Device, Device) {
    let (mut a, mut b) = (Device::new(1), Device::new(2));
    a.add(&[
        ("given_name/ar", "خديجة".into()),
        ("family_name/ar", "العلوي".into()),
        ("douar", "سيدي".into()),
    ]);
    meet(&mut a, &mut b);
    (a, b)
}

/// Each gets what the other wrote.
pub(crate) fn meet(a: &mut Device, b: &mut Device) {
    let (from_a, from_b) = (a.written.clone(), b.written.clone());
    a.receive(&from_b);
    b.receive(&from_a);
    for id in a.records.keys() {
        assert_eq!(a.records[id].row(&a.schema), b.records[id].row(&b.schema));
        assert_eq!(a.records[id].conflicts(), b.records[id].conflicts());
    }
}

pub(crate) fn owned(cells: &[(&str, Scalar)]) -> Vec<(String, Scalar)> {
    cells
        .iter()
        .map(|(cell, value)| ((*cell).to_owned(), value.clone()))
        .collect()
}
