//! A period begins: what is asked, of whom, and the file that asks.

use tawro_core::indicator::{Indicator, Period, Source};
use tawro_core::schema::Date;
use tawro_core::share::{self, Call, Day, Mode, Task, Terms};

use crate::period::seat::roll_of_year;
use crate::period::take::Intakes;
use crate::period::{Asked, PeriodFault, Periods, State};

/// What was begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begun {
    /// How many are asked, who runs the programme among them.
    pub asked: usize,
    /// How many numbers each association is asked for, a share being two.
    pub numbers: usize,
    /// Who is registered and waits for a year in which enough enter together, by name.
    pub waiting: Vec<String>,
    /// The last day on which reports are awaited.
    pub closes: Date,
}

impl Periods {
    /// Begins a period: a task for associations and, where the programme's own register counts something,
    /// one for who runs it. With the first period of a year the roll of that year is fixed.
    ///
    /// # Errors
    /// A period that was begun, shares days with one, or is of a year before the newest roll; nobody to ask.
    pub fn begin(&mut self, period: Period, indicators: &[Indicator]) -> Result<Begun, PeriodFault> {
        let (start, end) = (day(period.first()), day(period.last()));
        let operator = self.operator.clone();
        self.store.write(|rows| {
            check_days(&rows.periods()?, period)?;
            let mut begun = Begun {
                asked: 0,
                numbers: 0,
                waiting: Vec::new(),
                closes: period.closes(),
            };
            rows.period_put(period)?;
            for asked in Asked::ALL {
                let of_own = |one: &&Indicator| (one.source == Source::Own) == (asked == Asked::Operator);
                let numbers: Vec<share::Asked> =
                    indicators.iter().filter(of_own).flat_map(share::asked).collect();
                if numbers.is_empty() {
                    continue;
                }
                let Some(roll) = roll_of_year(rows, asked, start.year())? else {
                    continue;
                };
                begun.asked += roll.len();
                if asked == Asked::Associations {
                    begun.numbers = numbers.len();
                }
                let mode = Mode::One {
                    operator: operator.clone(),
                };
                let task = Task::new(Terms {
                    start,
                    end,
                    mode,
                    k: ASSOCIATIONS_MIN,
                    roll: roll.hash(),
                    indicators: numbers,
                })?;
                rows.task_put(period, asked, start.year(), &task)?;
            }
            if begun.asked == 0 {
                return Err(PeriodFault::NoSeats);
            }
            let waiting = rows.seats()?.into_iter().filter(|held| !held.entered);
            begun.waiting = waiting
                .filter(|held| held.asked == Asked::Associations)
                .map(|held| held.name)
                .collect();
            Ok(begun)
        })
    }

    /// Takes back a period that was begun by mistake, and the roll of its year if nothing else stands on it, so
    /// that a mistyped year does not close those before it.
    ///
    /// # Errors
    /// A period that is not open, or to which reports came.
    pub fn cancel(&mut self, period: Period) -> Result<(), PeriodFault> {
        self.intakes = Intakes::default();
        self.store.write(|rows| {
            if rows.state(period)? != State::Open {
                return Err(PeriodFault::FrozenBefore { period });
            }
            match rows.reports_of(period)? {
                0 => rows.period_remove(period),
                reports => Err(PeriodFault::Answered { period, reports }),
            }
        })
    }

    /// What the hub asks with in a period, signed, for whoever carries it to the associations.
    ///
    /// # Errors
    /// A period that was not begun.
    pub fn call(&mut self, period: Period) -> Result<Call, PeriodFault> {
        let tasks = self.store.read(|rows| {
            rows.state(period)?;
            rows.tasks(period)
        })?;
        let asks = tasks.into_iter().map(|kept| (kept.task, kept.roll)).collect();
        Call::sign(asks, &self.secret).ok_or_else(PeriodFault::damaged)
    }
}

/// No day is reported on twice: the difference of two figures of it would be a correction.
fn check_days(begun: &[Period], period: Period) -> Result<(), PeriodFault> {
    for other in begun.iter().copied() {
        if other == period {
            return Err(PeriodFault::Exists { period });
        }
        if other.first() <= period.last() && period.first() <= other.last() {
            return Err(PeriodFault::Overlaps { period, other });
        }
    }
    Ok(())
}

fn day(date: Date) -> Day {
    date.to_string()
        .parse()
        .expect("the first and last day of a period are whole days of the calendar")
}

/// The k of what people agree to: see `core/docs/privacy.md`.
const ASSOCIATIONS_MIN: u8 = 5;
