//! An indicator as data: what it is called, whose it is, and how its number comes about.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::indicator::{
    Awaited, Axis, BuiltIn, Counting, Direction, Measure, Rule, Source, Table, Time, Unit,
};
#[cfg(feature = "text")]
use crate::text::{Fact, Lang, Words};

/// The code of an indicator, as `NT-O01`: its level, its number, and for a row of it that is kept apart a
/// letter, as `NT-R09a`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndicatorCode {
    level: Level,
    /// 1 to 99.
    number: u8,
    /// 0, or a small letter.
    row: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Level {
    /// Outputs of the programme.
    Output,
    /// Digital results.
    Result,
    /// Governance and participation.
    Governance,
    /// The system itself.
    System,
}

/// A text that is no code of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a code of an indicator")]
pub struct NotAnIndicator;

/// An indicator.
///
/// [`read`](crate::indicator::read) makes it and holds it to the rules of [`Rule`]; whatever it counts by was
/// granted by a schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    /// What it is known by.
    pub code: IndicatorCode,
    /// It is one of the set that the ministry's report has.
    pub core: bool,
    /// Which axis of the Nassij strategy it speaks to.
    pub axis: Axis,
    /// Whose numbers it is made of.
    pub source: Source,
    /// What it counts.
    pub unit: Unit,
    /// The tables in which it is published, the total always among them, in the order of [`Table::ALL`].
    pub tables: Vec<Table>,
    /// The most that one association may report in one leaf.
    pub bound: u64,
    /// Which way is better.
    pub direction: Direction,
    /// That an association does not hold to it would be an unkind thing to know.
    pub unkind: bool,
    /// What the programme aims at in all, in the indicator's unit.
    pub target: Option<u64>,
    /// How its number comes about.
    pub method: Method,
}

/// How an indicator's number comes about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Method {
    /// By counting records.
    Counting(Counting),
    /// By a rule of the program's own.
    BuiltIn(BuiltIn),
    /// Not yet: these records are not kept so far. At least one.
    Waits(Vec<Awaited>),
}

impl Indicator {
    /// No honest association has more in one leaf; what is above is a mistake in a definition.
    pub const BOUND_MAX: u64 = 1_000_000_000;

    /// Whether it is two numbers, the one of the other: a share or a mean. One that waits is none yet.
    pub fn is_pair(&self) -> bool {
        match &self.method {
            Method::Counting(counting) => matches!(counting.measure(), Measure::Share | Measure::Mean),
            Method::BuiltIn(built_in) => !built_in.is_fact(),
            Method::Waits(_) => false,
        }
    }

    /// Whether its periods add up: what happens, day by day, does; a state or what lasts does not.
    pub fn adds_up(&self) -> bool {
        match &self.method {
            Method::Counting(counting) => {
                let mut selections = counting.selections().iter();
                self.source != Source::Fact && selections.all(|rows| matches!(rows.time, Time::When(_)))
            }
            Method::BuiltIn(_) | Method::Waits(_) => false,
        }
    }

    /// Whether every association that is asked has an answer to it.
    pub fn concerns_all(&self) -> bool {
        match &self.method {
            Method::BuiltIn(built_in) => built_in.concerns_all(),
            Method::Counting(_) | Method::Waits(_) => true,
        }
    }

    /// Whether one part of it fits the other.
    pub(super) fn check(&self) -> Result<(), Rule> {
        if !self.tables.contains(&Table::Total) {
            return Err(Rule::NoTotal);
        }
        let by_people = |table: &&Table| matches!(table, Table::Sex | Table::Age | Table::SexAge);
        if let Some(table) = self
            .tables
            .iter()
            .find(by_people)
            // A cell of hours says nothing of how many persons are behind it: twelve may be one.
            .filter(|_| !self.is_of_people() || self.unit == Unit::Hours)
        {
            return Err(Rule::TablePeople { table: *table });
        }
        // Whether one that waits fits is seen once it counts something.
        let is_pair = self.is_pair();
        let (is_fact, is_mean) = match &self.method {
            Method::Counting(counting) => (
                counting.measure() == Measure::Flag,
                counting.measure() == Measure::Mean,
            ),
            Method::BuiltIn(built_in) => (built_in.is_fact(), false),
            Method::Waits(_) => return self.check_kindness(),
        };
        if is_fact != (self.source == Source::Fact) {
            return Err(Rule::SourceUnfit { found: self.source });
        }
        let is_money = matches!(&self.method, Method::Counting(counting) if counting.is_money());
        let fits = match self.unit {
            Unit::Dirhams => is_money,
            Unit::Percent => is_pair && !is_mean,
            Unit::Points => is_pair,
            Unit::Associations => !is_money && !is_pair,
            _ => !is_fact && !is_money && is_pair == is_mean,
        };
        if !fits {
            return Err(Rule::UnitUnfit { unit: self.unit });
        }
        if is_fact && self.bound != 1 {
            return Err(Rule::OutOfRange {
                key: "bound",
                min: 1,
                max: 1,
            });
        }
        self.check_kindness()
    }

    fn check_kindness(&self) -> Result<(), Rule> {
        match self.unkind && self.source != Source::Fact {
            true => Err(Rule::UnkindUnfit),
            false => Ok(()),
        }
    }

    /// Whether its numbers are told apart by sex and age; one that waits may be.
    fn is_of_people(&self) -> bool {
        match &self.method {
            Method::Counting(counting) => counting.is_of_people(),
            Method::BuiltIn(_) => false,
            Method::Waits(_) => self.source != Source::Fact,
        }
    }
}

#[cfg(feature = "text")]
impl Indicator {
    /// What people call it.
    pub fn label(&self, words: &Words, lang: Lang) -> Option<String> {
        words.label(lang, &format!("indicator-{}", self.code))
    }

    /// One sentence that says what is counted, and what is not.
    pub fn meaning(&self, words: &Words, lang: Lang) -> Option<String> {
        words.label(lang, &format!("indicator-{}-means", self.code))
    }

    /// What it waits for, in a sentence; nothing if it does not wait.
    pub fn waits(&self, words: &Words, lang: Lang) -> Option<String> {
        let Method::Waits(awaited) = &self.method else {
            return None;
        };
        let called = awaited
            .iter()
            .map(|awaited| words.label(lang, &format!("awaited-{}", awaited.code())));
        let called: Option<Vec<String>> = called.collect();
        let facts = [("awaited", Fact::List(called?))];
        words.sentence(lang, "indicator-waits", &facts)
    }
}

impl Level {
    const ALL: [Self; 4] = [Self::Output, Self::Result, Self::Governance, Self::System];

    const fn letter(self) -> char {
        match self {
            Self::Output => 'O',
            Self::Result => 'R',
            Self::Governance => 'G',
            Self::System => 'S',
        }
    }
}

impl IndicatorCode {
    /// The code without the letter of its row: what the list of indicators counts as one.
    pub fn whole(self) -> Self {
        Self { row: 0, ..self }
    }
}

impl fmt::Display for IndicatorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NT-{}{:02}", self.level.letter(), self.number)?;
        match self.row {
            0 => Ok(()),
            row => write!(f, "{}", char::from(row)),
        }
    }
}

/// Reads exactly what `Display` writes.
impl FromStr for IndicatorCode {
    type Err = NotAnIndicator;

    fn from_str(text: &str) -> Result<Self, NotAnIndicator> {
        let [b'N', b'T', b'-', level, rest @ ..] = text.as_bytes() else {
            return Err(NotAnIndicator);
        };
        let level = Level::ALL
            .into_iter()
            .find(|known| known.letter() == char::from(*level));
        let level = level.ok_or(NotAnIndicator)?;
        let (tens, ones, row) = match rest {
            [tens, ones] => (tens, ones, 0),
            [tens, ones, row] if row.is_ascii_lowercase() => (tens, ones, *row),
            _ => return Err(NotAnIndicator),
        };
        if !tens.is_ascii_digit() || !ones.is_ascii_digit() {
            return Err(NotAnIndicator);
        }
        let number = (tens - b'0') * 10 + (ones - b'0');
        (number > 0)
            .then_some(Self { level, number, row })
            .ok_or(NotAnIndicator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_it_is_written_and_nothing_else_is() {
        for text in ["NT-O01", "NT-R09a", "NT-G12", "NT-S05", "NT-O99z"] {
            let code: IndicatorCode = text.parse().unwrap();
            assert_eq!(code.to_string(), text);
        }
        for text in [
            "", "NT-", "NT-O1", "NT-O00", "NT-X01", "nt-O01", "NT-O001", "NT-O01A", "NT-O01ab", "NT-Oé",
            "NT-O+1",
        ] {
            assert_eq!(text.parse::<IndicatorCode>(), Err(NotAnIndicator), "{text}");
        }
    }

    #[test]
    fn a_row_is_one_of_the_whole() {
        let row: IndicatorCode = "NT-R09a".parse().unwrap();
        assert_eq!(row.whole().to_string(), "NT-R09");
        assert!(row.whole() < row);
    }
}
