//! A published number as people read it: a whole one, or a part of a whole.

use tawro_core::indicator::Unit;

/// A number; of a share, a mean or a fact also what it is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Value {
    /// The number.
    pub number: u64,
    /// What it is of: of a fact, the associations that answered.
    pub of: Option<u64>,
}

/// A number in tenths, rounded down: 425 is 42.5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tenths(pub u64);

impl Value {
    /// A number that is of nothing.
    pub const fn whole(number: u64) -> Self {
        Self { number, of: None }
    }

    /// It in the indicator's unit: the percentage of a share, the mean of a mean, else the number itself. None
    /// if it is of nothing at all.
    pub fn in_unit(self, unit: Unit) -> Option<Tenths> {
        let scale = match unit {
            Unit::Percent => 1_000,
            _ => 10,
        };
        let number = self.number.saturating_mul(scale);
        match (self.of, unit) {
            // How many it holds of is said beside: 18 of 24 are 18 associations.
            (None, _) | (_, Unit::Associations) => Some(Tenths(number)),
            (Some(of), _) => number.checked_div(of).map(Tenths),
        }
    }

    /// What part of the whole it is, in tenths of a percent; none if it is of nothing.
    pub fn share(self) -> Option<Tenths> {
        let thousandths = self.number.saturating_mul(1_000);
        thousandths.checked_div(self.of?).map(Tenths)
    }

    /// Whether there is nothing in it, and nothing that it is of.
    pub fn is_empty(self) -> bool {
        self.number == 0 && self.of.unwrap_or_default() == 0
    }
}
