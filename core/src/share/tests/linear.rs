//! What a linear system says of a sum of its unknowns: the least and the most it can be.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use microlp::{ComparisonOp, OptimizationDirection, Problem};

/// Unknowns within bounds, and sums of them that are known.
#[derive(Default)]
pub(super) struct Linear {
    bounds: Vec<(i64, i64)>,
    rows: Vec<(BTreeSet<usize>, i64)>,
    rows_of: Vec<BTreeSet<usize>>,
    known: RefCell<BTreeMap<Merged, (f64, f64)>>,
}

/// Unknowns that stand in the same rows are interchangeable: their sum is one unknown, within the sum
/// of their bounds. So one association stands for all others of its block, which makes the audit of
/// everything quick, and exact all the same. Keyed by whether it is asked for and its rows.
type Merged = Vec<((bool, BTreeSet<usize>), (i64, i64))>;

impl Linear {
    pub(super) fn unknown(&mut self, least: i64, most: i64) -> usize {
        self.bounds.push((least, most));
        self.rows_of.push(BTreeSet::new());
        self.bounds.len() - 1
    }

    /// Somebody told.
    pub(super) fn fix(&mut self, unknown: usize, value: i64) {
        self.bounds[unknown] = (value, value);
        self.known.borrow_mut().clear();
    }

    pub(super) fn sum(&mut self, unknowns: impl IntoIterator<Item = usize>, value: i64) {
        let unknowns: BTreeSet<usize> = unknowns.into_iter().collect();
        for unknown in &unknowns {
            self.rows_of[*unknown].insert(self.rows.len());
        }
        self.rows.push((unknowns, value));
    }

    /// The least and the most that the sum of these can be, all rows considered.
    pub(super) fn range(&self, asked: &[usize]) -> (f64, f64) {
        let asked: BTreeSet<usize> = asked.iter().copied().collect();
        let mut merged: BTreeMap<(bool, BTreeSet<usize>), (i64, i64)> = BTreeMap::new();
        for unknown in self.connected(&asked) {
            let column = (asked.contains(&unknown), self.rows_of[unknown].clone());
            let sum = merged.entry(column).or_insert((0, 0));
            let (least, most) = self.bounds[unknown];
            *sum = (sum.0 + least, sum.1 + most);
        }
        let merged: Merged = merged.into_iter().collect();
        if let Some(range) = self.known.borrow().get(&merged) {
            return *range;
        }
        let range = (
            self.solve(&merged, OptimizationDirection::Minimize),
            self.solve(&merged, OptimizationDirection::Maximize),
        );
        self.known.borrow_mut().insert(merged, range);
        range
    }

    /// The unknowns whose rows hang together with these; the others cannot say anything of them.
    fn connected(&self, asked: &BTreeSet<usize>) -> BTreeSet<usize> {
        let (mut met, mut rows) = (asked.clone(), BTreeSet::new());
        let mut next: Vec<usize> = asked.iter().copied().collect();
        while let Some(unknown) = next.pop() {
            for row in &self.rows_of[unknown] {
                if rows.insert(*row) {
                    next.extend(self.rows[*row].0.iter().filter(|other| met.insert(**other)));
                }
            }
        }
        met
    }

    fn solve(&self, merged: &Merged, direction: OptimizationDirection) -> f64 {
        let mut problem = Problem::new(direction);
        let mut rows: BTreeMap<usize, Vec<_>> = BTreeMap::new();
        for ((asked, in_rows), (least, most)) in merged {
            let weight = if *asked { 1.0 } else { 0.0 };
            let variable = problem.add_var(weight, (*least as f64, *most as f64));
            for row in in_rows {
                rows.entry(*row).or_default().push((variable, 1.0));
            }
        }
        for (row, terms) in rows {
            problem.add_constraint(terms, ComparisonOp::Eq, self.rows[row].1 as f64);
        }
        let solution = problem
            .solve()
            .expect("the true numbers are a solution")
            .into_solution();
        solution.expect("no limit was set").objective()
    }
}

#[test]
fn a_known_system_has_its_known_ranges() {
    let mut linear = Linear::default();
    let [a, b, c] = [0; 3].map(|_| linear.unknown(0, 100));
    assert_eq!(linear.range(&[a]), (0.0, 100.0));
    linear.sum([a, b, c], 30);
    assert_eq!(linear.range(&[a]), (0.0, 30.0));
    linear.sum([a, b], 20);
    assert_eq!(linear.range(&[c]), (10.0, 10.0));
    assert_eq!(linear.range(&[a, c]), (10.0, 30.0));
    linear.fix(b, 19);
    assert_eq!(linear.range(&[a]), (1.0, 1.0));
}
