//! What the programme aims at, where it began, and how far a figure is from it.

use std::collections::BTreeMap;

use tawro_core::indicator::{Direction, Indicator, IndicatorCode};
use tawro_core::programme::Programme;

use crate::published::{Series, Tenths};

/// What the programme aims at with one indicator, in its unit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Goal {
    /// Over the whole programme; none where it states none.
    pub target: Option<u64>,
    /// Where it began, if that was measured.
    pub baseline: Option<Baseline>,
}

/// Where the programme began with one indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Baseline {
    /// What was measured.
    pub value: u64,
    /// It was measured after the programme had begun, which is said wherever it is shown.
    pub is_late: bool,
}

/// The goal of each indicator that has one.
pub type Goals = BTreeMap<IndicatorCode, Goal>;

/// How far an indicator is from its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// The programme states no target.
    NoTarget,
    /// Nothing is published that could be compared.
    NoFigure,
    /// The target is reached.
    Reached,
    /// It is not: so much is missing, or too much where less is better.
    Behind(Tenths),
}

/// The targets that the definitions state, and in their place those of the programme's newest edition. What it
/// aims at in one year is no target of the whole.
pub fn goals(indicators: &[Indicator], told: Option<&Programme>) -> Goals {
    let stated = indicators.iter().filter(|one| one.target.is_some());
    let goal = |one: &Indicator| Goal {
        target: one.target,
        baseline: None,
    };
    let mut goals: Goals = stated.map(|one| (one.code, goal(one))).collect();
    let told = told.into_iter().flat_map(Programme::targets);
    for target in told.filter(|target| target.year.is_none()) {
        let baseline = target.baseline.map(|baseline| Baseline {
            value: baseline.value,
            is_late: baseline.late,
        });
        let goal = Goal {
            target: Some(target.value),
            baseline,
        };
        goals.insert(target.indicator, goal);
    }
    goals
}

impl Series<'_> {
    /// How far it is from its target.
    pub fn aim(&self) -> Aim {
        let Some(target) = self.goal.target else {
            return Aim::NoTarget;
        };
        let actual = self
            .actual()
            .and_then(|actual| actual.in_unit(self.indicator.unit));
        let Some(Tenths(actual)) = actual else {
            return Aim::NoFigure;
        };
        let target = target.saturating_mul(10);
        let missing = match self.indicator.direction {
            Direction::Up => target.saturating_sub(actual),
            Direction::Down => actual.saturating_sub(target),
        };
        match missing {
            0 => Aim::Reached,
            missing => Aim::Behind(Tenths(missing)),
        }
    }
}
