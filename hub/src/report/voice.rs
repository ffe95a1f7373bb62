//! How the report speaks: words, numbers, days and cells, each safe in a line of the other direction.

use tawro_core::indicator::{Cell as Place, Indicator, Period, Unit};
use tawro_core::text::{Fact, Lang, isolate, isolate_numbers};
use tawro_pages::{Speech, called};

use crate::published::{Tenths, Value};
use crate::report::block::Cell;

/// What stands where there is no number.
pub(super) const NOTHING: &str = "—";

/// The words of one report.
#[derive(Clone, Copy)]
pub(super) struct Voice<'a> {
    pub(super) speech: &'a Speech,
}

impl Voice<'_> {
    pub(super) fn say(self, key: &str) -> String {
        isolate_numbers(&self.speech.say(key))
    }

    /// A name, as its own letters are read, also in a report of the other direction.
    pub(super) fn name(self, key: &str) -> String {
        isolate(&self.say(key))
    }

    pub(super) fn tell(self, key: &str, facts: &[(&str, Fact)]) -> String {
        self.speech.tell(key, facts)
    }

    pub(super) fn label(self, indicator: &Indicator) -> String {
        let label = indicator.label(self.speech.words(), self.speech.lang());
        isolate_numbers(&label.unwrap_or_else(|| indicator.code.to_string()))
    }

    pub(super) fn meaning(self, indicator: &Indicator) -> String {
        let meaning = indicator.meaning(self.speech.words(), self.speech.lang());
        isolate_numbers(&meaning.unwrap_or_default())
    }

    /// What an indicator waits for; of one that does not, that nobody asked for it.
    pub(super) fn waits(self, indicator: &Indicator) -> String {
        let waits = indicator.waits(self.speech.words(), self.speech.lang());
        waits.unwrap_or_else(|| self.say("report-never-asked"))
    }

    /// Its code, in its order also between Arabic words.
    pub(super) fn code(self, indicator: &Indicator) -> String {
        ltr(&indicator.code.to_string())
    }

    pub(super) fn unit(self, unit: Unit) -> String {
        self.say(&format!("unit-{}", unit.code()))
    }

    /// A period by its name.
    pub(super) fn period(self, period: Period) -> String {
        called::period(period, self.speech)
    }

    /// A period with its first and last day.
    pub(super) fn days(self, period: Period) -> String {
        let facts = [
            ("period", self.period(period).into()),
            ("first", self.day(&period.first().to_string()).into()),
            ("last", self.day(&period.last().to_string()).into()),
        ];
        self.tell("report-days", &facts)
    }

    pub(super) fn day(self, stored: &str) -> String {
        ltr(&self.speech.date(stored))
    }

    pub(super) fn number(self, number: u64) -> String {
        ltr(&self.speech.number(i64::try_from(number).unwrap_or(i64::MAX)))
    }

    /// A number in tenths; whole ones without a decimal.
    pub(super) fn tenths(self, Tenths(tenths): Tenths) -> String {
        let whole = self.speech.number(i64::try_from(tenths / 10).unwrap_or(i64::MAX));
        let comma = if self.speech.lang() == Lang::En { '.' } else { ',' };
        match tenths % 10 {
            0 => ltr(&whole),
            tenth => ltr(&self.speech.digits().write(&format!("{whole}{comma}{tenth}"))),
        }
    }

    pub(super) fn of(self, number: u64, of: u64) -> String {
        let facts = [
            ("number", self.number(number).into()),
            ("of", self.number(of).into()),
        ];
        self.tell("report-of", &facts)
    }

    /// A figure in its unit; below it the two numbers of a share or a mean, or the whole of a part.
    pub(super) fn value(self, value: Value, unit: Unit) -> Cell {
        let shown = value.in_unit(unit).map(|tenths| self.tenths(tenths));
        let below = value.of.map(|of| match unit {
            Unit::Associations => self.tell("report-value-of", &[("of", self.number(of).into())]),
            Unit::Percent => self.of(value.number, of),
            // A mean is a sum of several, not a part of them.
            _ => {
                let facts = [
                    ("number", self.number(value.number).into()),
                    ("of", self.number(of).into()),
                ];
                self.tell("report-mean-of", &facts)
            }
        });
        Cell::strong(shown.unwrap_or_else(|| NOTHING.to_owned())).over(below)
    }

    /// The group that a cell of a table is about.
    pub(super) fn group(self, place: Place) -> String {
        match place {
            Place::Total => self.say("table-total"),
            part => isolate_numbers(&called::cell(part, self.speech)),
        }
    }
}

/// A text that is read from left to right whatever stands around it (Unicode Standard Annex 9: LRI and PDI).
fn ltr(text: &str) -> String {
    format!("\u{2066}{text}\u{2069}")
}
