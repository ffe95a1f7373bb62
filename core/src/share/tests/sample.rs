//! Tasks and associations to test with.

use crate::id::StatisticsKey;
use crate::indicator::{Domain, Milieu, Table};
use crate::share::{Asked, Mode, Roll, Seat, Source, Terms, Unit};

pub(super) fn asked(code: &str, source: Source) -> Asked {
    let (unit, bound, tables) = match source {
        Source::Own => (Unit::Persons, 500, Table::ALL[..4].to_vec()),
        Source::Fact => (Unit::Associations, 1, vec![Table::Total]),
        Source::Pooled => (Unit::Persons, 500, Table::ALL.to_vec()),
    };
    Asked {
        code: code.to_owned(),
        source,
        unit,
        bound,
        unkind_when_negative: false,
        tables,
        definition: [7; 32],
    }
}

/// Associations 1 to `count`: two in three rural, domains in turn.
pub(super) fn roll(count: u8, domains: u8) -> Roll {
    Roll::new((1..=count).map(|number| seat(number, domains))).unwrap()
}

pub(super) fn seat(number: u8, domains: u8) -> Seat {
    let milieu = if number % 3 == 0 {
        Milieu::Urban
    } else {
        Milieu::Rural
    };
    Seat {
        key: StatisticsKey([number; 32]),
        milieu: Some(milieu),
        domain: Domain::new(1 + number / 3 % domains),
    }
}

pub(super) fn terms(roll: &Roll, indicators: Vec<Asked>) -> Terms {
    Terms {
        start: "2026-01-01".parse().unwrap(),
        end: "2026-03-31".parse().unwrap(),
        mode: Mode::One {
            operator: "YES".to_owned(),
        },
        k: 5,
        roll: roll.hash(),
        indicators,
    }
}
