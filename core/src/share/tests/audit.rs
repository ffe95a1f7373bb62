//! The auditor: everything published as one linear system, and what it says of anybody.
//!
//! **Who attacks.** Somebody who has everything that was ever published, the roll, who reported in
//! which period, the bounds, and knows which period's figures hold corrections. Unknown are the numbers.
//!
//! **The protection interval** of an association's number x, of one leaf, sex, age or all together:
//! the range that the system leaves begins at 0 and reaches at least to x, and of persons to ten, unless
//! the bound itself is lower. So nothing can be shown to be there, and the order of size stays open. A
//! cell published as zero says that nobody has anything in it; only that may narrow a number to zero.
//!
//! **The protection interval** of a group of one to nine persons, any leaf, sex or age of any milieu,
//! domain or both: the range that the system leaves is ten persons wide or more.

use std::collections::BTreeMap;

use super::linear::Linear;
use super::sample::Numbers;
use crate::indicator::{Cell, Domain, LEAVES, Leaf, Milieu, Table};
use crate::share::{Count, Published, PublishedTable, Roll, Seat, Task, Unit, flagged};

const SLACK: f64 = 1e-4;

/// A period as the attacker and the truth have it.
pub(super) struct Audited {
    pub(super) published: Vec<PublishedTable>,
    /// As they were sent: small cells moved.
    pub(super) numbers: BTreeMap<u8, [u64; LEAVES.len()]>,
    pub(super) unknowns: BTreeMap<u8, [usize; LEAVES.len()]>,
    pub(super) corrections: BTreeMap<u8, usize>,
}

pub(super) struct Audit {
    pub(super) task: Task,
    seats: BTreeMap<u8, Seat>,
    pub(super) linear: Linear,
    pub(super) periods: Vec<Audited>,
}

impl Audit {
    pub(super) fn new(task: &Task, roll: &Roll) -> Self {
        let seats = (1..=u8::MAX).filter_map(|number| {
            let seat = roll.seat(&super::sample::key(number))?;
            Some((number, *seat))
        });
        Self {
            task: task.clone(),
            seats: seats.collect(),
            linear: Linear::default(),
            periods: Vec::new(),
        }
    }

    /// Adds what was published of a period. `corrected` is whether corrections are booked in it.
    pub(super) fn add(&mut self, published: &Published, numbers: &Numbers, corrected: bool) {
        let asked = &self.task.indicators[0];
        let bound = asked.bound as i64;
        let sent = numbers.iter().map(|(number, (leaves, _))| {
            let (count, _) = Count::prepare(asked, &self.task.mode, *leaves, 0);
            (*number, count.leaves)
        });
        let numbers: BTreeMap<u8, [u64; LEAVES.len()]> = sent.collect();
        let linear = &mut self.linear;
        let unknowns: BTreeMap<u8, [usize; LEAVES.len()]> = numbers
            .keys()
            .map(|number| (*number, LEAVES.map(|_| linear.unknown(0, bound))))
            .collect();
        let most = asked.total_bound() as i64 * 4;
        let corrections: BTreeMap<u8, usize> = numbers
            .keys()
            .filter(|_| corrected)
            .map(|number| (*number, linear.unknown(-most, most)))
            .collect();
        for cell in published
            .tables
            .iter()
            .filter_map(PublishedTable::cells)
            .flatten()
        {
            let mut inside = Vec::new();
            for (number, unknowns) in &unknowns {
                let seat = &self.seats[number];
                let held = |leaf: &Leaf| cell.cell.holds(*leaf, seat.milieu, seat.domain);
                inside.extend(
                    LEAVES
                        .iter()
                        .filter(|leaf| held(leaf))
                        .map(|leaf| unknowns[leaf.place()]),
                );
                inside.extend(corrections.get(number).filter(|_| held(&LEAVES[14])));
            }
            linear.sum(inside, cell.value as i64);
        }
        let published = published.tables.clone();
        self.periods.push(Audited {
            published,
            numbers,
            unknowns,
            corrections,
        });
    }

    /// What of everybody is told more narrowly than its protection interval.
    pub(super) fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for (at, period) in self.periods.iter().enumerate() {
            for number in period.numbers.keys() {
                for cell in flagged() {
                    faults.extend(
                        self.association(period, *number, cell)
                            .map(|fault| format!("period {at}: {fault}")),
                    );
                }
            }
            for part in parts() {
                for cell in flagged() {
                    faults.extend(
                        self.group(period, part, cell)
                            .map(|fault| format!("period {at}: {fault}")),
                    );
                }
            }
        }
        faults
    }

    fn association(&self, period: &Audited, number: u8, cell: Cell) -> Option<String> {
        let leaves = || LEAVES.iter().filter(|leaf| cell.holds(**leaf, None, None));
        let value: u64 = leaves().map(|leaf| period.numbers[&number][leaf.place()]).sum();
        let unknowns: Vec<usize> = leaves()
            .map(|leaf| period.unknowns[&number][leaf.place()])
            .collect();
        let (least, most) = self.linear.range(&unknowns);
        let asked = &self.task.indicators[0];
        let floor = if asked.unit == Unit::Persons { 10 } else { 0 };
        let needed = value.max(floor).min(asked.bound * unknowns.len() as u64);
        let open = least <= SLACK && most + SLACK >= needed as f64;
        let nobody = value == 0 && leaves().all(|leaf| period.is_empty(*leaf));
        (!open && !nobody)
            .then(|| format!("association {number} {cell:?}: {value} is within {least:.1} to {most:.1}"))
    }

    fn group(&self, period: &Audited, part: (Option<Milieu>, Option<Domain>), cell: Cell) -> Option<String> {
        let fits = |seat: &Seat| {
            part.0.is_none_or(|milieu| seat.milieu == Some(milieu))
                && part.1.is_none_or(|domain| seat.domain == Some(domain))
        };
        let (mut value, mut unknowns) = (0, Vec::new());
        for number in period.numbers.keys().filter(|number| fits(&self.seats[*number])) {
            for leaf in LEAVES.iter().filter(|leaf| cell.holds(**leaf, None, None)) {
                value += period.numbers[number][leaf.place()];
                unknowns.push(period.unknowns[number][leaf.place()]);
            }
        }
        let persons = self.task.indicators[0].unit == Unit::Persons && (1..10).contains(&value);
        let (least, most) = if persons {
            self.linear.range(&unknowns)
        } else {
            return None;
        };
        (most - least + SLACK < 10.0)
            .then(|| format!("group {part:?} {cell:?}: {value} persons are within {least:.1} to {most:.1}"))
    }

    /// For each table: the narrowest and the middle width of what associations have in its cells.
    pub(super) fn widths(&self) -> Vec<(Table, f64, f64)> {
        let mut widths: BTreeMap<Table, Vec<f64>> = BTreeMap::new();
        for period in &self.periods {
            for unknowns in period.unknowns.values() {
                for cell in flagged() {
                    let inside = LEAVES.iter().filter(|leaf| cell.holds(**leaf, None, None));
                    let nobody = inside.clone().all(|leaf| period.is_empty(*leaf));
                    let inside: Vec<usize> = inside.map(|leaf| unknowns[leaf.place()]).collect();
                    let (least, most) = self.linear.range(&inside);
                    if !nobody {
                        widths.entry(cell.table()).or_default().push(most - least);
                    }
                }
            }
        }
        let middle = |(table, mut all): (Table, Vec<f64>)| {
            all.sort_by(f64::total_cmp);
            (table, all[0], all[all.len() / 2])
        };
        widths.into_iter().map(middle).collect()
    }
}

impl Audited {
    /// Whether a published cell says that nobody has anything in this leaf.
    fn is_empty(&self, leaf: Leaf) -> bool {
        let cells = self.published.iter().filter_map(PublishedTable::cells).flatten();
        let mut cells = cells.filter(|cell| cell.cell.holds(leaf, None, None));
        self.corrections.is_empty() && cells.any(|cell| cell.value == 0)
    }
}

/// Every milieu, every domain, every meeting of the two.
fn parts() -> Vec<(Option<Milieu>, Option<Domain>)> {
    let milieus = [None, Some(Milieu::Urban), Some(Milieu::Rural)];
    let domains = || std::iter::once(None).chain(Domain::all().map(Some));
    milieus
        .into_iter()
        .flat_map(|milieu| domains().map(move |domain| (milieu, domain)))
        .collect()
}
