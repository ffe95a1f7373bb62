//! The time that a number is about: a month, a quarter, a half-year or a year, and until when it is open.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::schema::Date;
use crate::time::Timestamp;

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Length {
    /// One month.
    Month,
    /// Three months.
    Quarter,
    /// Six months.
    Half,
    /// Twelve months.
    Year,
}

/// A part of a year that is reported on: whole months, beginning where its length divides the year.
///
/// Ordered by year, then length, then place in the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    year: u16,
    length: Length,
    /// From 1 on, among those of its length.
    number: u8,
}

/// A text that names no period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a period")]
pub struct NotAPeriod;

impl Length {
    /// All, from the shortest on.
    pub const ALL: [Self; 4] = [Self::Month, Self::Quarter, Self::Half, Self::Year];

    /// How many months it has.
    pub const fn months(self) -> u8 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Half => 6,
            Self::Year => 12,
        }
    }
}

impl Period {
    /// The first and the last year that a period may lie in.
    pub const YEARS: (i64, i64) = (2000, 2099);

    /// The period of a length in which a day lies; a date that leaves its month open lies in a year only.
    pub fn of(date: Date, length: Length) -> Option<Self> {
        let month = match (length, date.month()) {
            (Length::Year, month) => month.unwrap_or(1),
            (_, month) => month?,
        };
        let number = (month as u8 - 1) / length.months() + 1;
        Self::new(date.year(), length, number)
    }

    fn new(year: i64, length: Length, number: u8) -> Option<Self> {
        let (first, last) = Self::YEARS;
        let lies = (first..=last).contains(&year) && (1..=12 / length.months()).contains(&number);
        lies.then_some(Self {
            year: year as u16,
            length,
            number,
        })
    }

    /// How long it is.
    pub fn length(self) -> Length {
        self.length
    }

    /// Its first day.
    pub fn first(self) -> Date {
        self.begins(self.number)
    }

    /// Its last day.
    pub fn last(self) -> Date {
        let end = match self.number == 12 / self.length.months() {
            true => day(self.year + 1, 1).plus_days(-1),
            false => self.begins(self.number + 1).plus_days(-1),
        };
        end.expect("the day before a day of these centuries is a date")
    }

    /// The one after it; none after the last of [`Self::YEARS`].
    pub fn next(self) -> Option<Self> {
        let year = i64::from(self.year);
        Self::new(year, self.length, self.number + 1).or_else(|| Self::new(year + 1, self.length, 1))
    }

    /// The last day on which a report about it is taken: 20 days after its end, 45 after the end of a year.
    pub fn closes(self) -> Date {
        let last = self.last();
        let days = if self.ends_year() { 45 } else { 20 };
        let closes = last.plus_days(days);
        closes.expect("a few days after a day of these centuries is a date")
    }

    /// Whether it is the last of its year: what comes after it is closed is counted in no other, since the figures
    /// of a year are the sum of its periods.
    pub fn ends_year(self) -> bool {
        self.last().month() == Some(12)
    }

    /// Whether that day is past, by the calendar of UTC.
    pub fn window_is_past(self, now: Timestamp) -> bool {
        let (year, month, day) = now.date();
        format!("{year:04}-{month:02}-{day:02}") > self.closes().to_string()
    }

    /// The first and the last text between which the stored dates stand that surely lie in it.
    ///
    /// A date that leaves its day open lies in a period that holds the whole month; one that leaves its month
    /// open, in a year alone. Stored dates are compared as texts ([`Date`]'s `Display`), which is what a
    /// database does too.
    pub fn stored(self) -> (String, String) {
        let first = match self.length {
            Length::Year => format!("{:04}", self.year),
            _ => self.first().to_string().chars().take(7).collect(),
        };
        (first, self.last().to_string())
    }

    /// The first day of the one with this number in its year.
    fn begins(self, number: u8) -> Date {
        day(self.year, (number - 1) * self.length.months() + 1)
    }
}

/// The first day of a month.
fn day(year: u16, month: u8) -> Date {
    Date::new(i64::from(year), Some(i64::from(month)), Some(1))
        .expect("every month of these centuries has a first day")
}

/// As it is typed and kept: `2026-09`, `2026-Q3`, `2026-H1`, `2026`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, number) = (self.year, self.number);
        match self.length {
            Length::Month => write!(f, "{year:04}-{number:02}"),
            Length::Quarter => write!(f, "{year:04}-Q{number}"),
            Length::Half => write!(f, "{year:04}-H{number}"),
            Length::Year => write!(f, "{year:04}"),
        }
    }
}

/// Reads exactly what `Display` writes.
impl FromStr for Period {
    type Err = NotAPeriod;

    fn from_str(text: &str) -> Result<Self, NotAPeriod> {
        let (year, rest) = text.split_once('-').unwrap_or((text, ""));
        let length = match rest.as_bytes().first() {
            None => Length::Year,
            Some(b'Q') => Length::Quarter,
            Some(b'H') => Length::Half,
            Some(_) => Length::Month,
        };
        let number = match length {
            Length::Year => Ok(1),
            Length::Month => rest.parse(),
            Length::Quarter | Length::Half => rest[1..].parse(),
        };
        let (year, number) = (year.parse(), number);
        let period = match (year, number) {
            (Ok(year), Ok(number)) => Self::new(year, length, number),
            _ => None,
        };
        period
            .filter(|period| period.to_string() == text)
            .ok_or(NotAPeriod)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn period(text: &str) -> Period {
        text.parse().unwrap()
    }

    fn any_period() -> impl Strategy<Value = Period> {
        (2000..=2099_i64, 0..4_usize, 1..=12_u8)
            .prop_filter_map("beyond the year", |(year, length, number)| {
                Period::new(year, Length::ALL[length], number)
            })
    }

    /// Days known whole, to the month, and to the year.
    fn any_date() -> impl Strategy<Value = Date> {
        let parts = (
            1998..=2101_i64,
            1..=12_i64,
            prop_oneof![1..=31_i64, 28..=31_i64],
            0..3_u8,
        );
        parts.prop_filter_map("no such day", |(year, month, day, open)| {
            let month = (open < 2).then_some(month);
            let day = (open < 1).then_some(day);
            Date::new(year, month, day).ok()
        })
    }

    #[test]
    fn each_length_begins_ends_and_closes_where_the_calendar_says() {
        let check = |text: &str, first: &str, last: &str, closes: &str| {
            let period = period(text);
            let days = [period.first(), period.last(), period.closes()].map(|day| day.to_string());
            assert_eq!(days, [first, last, closes], "{text}");
        };
        check("2026-09", "2026-09-01", "2026-09-30", "2026-10-20");
        check("2028-02", "2028-02-01", "2028-02-29", "2028-03-20");
        check("2026-Q3", "2026-07-01", "2026-09-30", "2026-10-20");
        check("2026-Q4", "2026-10-01", "2026-12-31", "2027-02-14");
        check("2026-12", "2026-12-01", "2026-12-31", "2027-02-14");
        check("2026-H1", "2026-01-01", "2026-06-30", "2026-07-20");
        check("2026-H2", "2026-07-01", "2026-12-31", "2027-02-14");
        check("2026", "2026-01-01", "2026-12-31", "2027-02-14");
        check("2099", "2099-01-01", "2099-12-31", "2100-02-14");
    }

    #[test]
    fn what_names_no_period_is_refused() {
        for text in [
            "",
            "26",
            "2026-",
            "2026-Q",
            "2026-Q0",
            "2026-Q5",
            "2026-Q03",
            "2026-q3",
            "2026-H3",
            "2026-0",
            "2026-9",
            "2026-13",
            "2026-+9",
            "+2026",
            "1999",
            "2100",
            "2026-09-01",
            "2026-Qé",
            "2026-é",
            "é",
        ] {
            assert_eq!(text.parse::<Period>(), Err(NotAPeriod), "{text}");
        }
    }

    #[test]
    fn the_last_has_none_after_it() {
        assert_eq!(period("2026-12").next(), Some(period("2027-01")));
        assert_eq!(period("2026-Q1").next(), Some(period("2026-Q2")));
        assert_eq!(period("2099-H2").next(), None);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(period in any_period()) {
            prop_assert_eq!(period.to_string().parse(), Ok(period));
        }

        #[test]
        fn periods_follow_each_other_without_a_gap(period in any_period()) {
            if let Some(next) = period.next() {
                prop_assert_eq!(period.last().plus_days(1), Some(next.first()));
            }
            prop_assert_eq!(Period::of(period.first(), period.length()), Some(period));
            prop_assert_eq!(Period::of(period.last(), period.length()), Some(period));
            prop_assert!(period.closes() > period.last());
        }

        #[test]
        fn a_stored_date_stands_between_the_texts_if_it_surely_lies_in_it(
            period in any_period(),
            date in any_date(),
        ) {
            let (from, to) = period.stored();
            let stands = (from..=to).contains(&date.to_string());
            let last = match (date.month(), date.day()) {
                (_, Some(_)) => date,
                (Some(month), None) => {
                    let length = [28, 29, 30, 31].into_iter().rev();
                    let days = length.map(|day| Date::new(date.year(), Some(month.into()), Some(day)));
                    days.flatten().next().unwrap()
                }
                _ => Date::new(date.year(), Some(12), Some(31)).unwrap(),
            };
            let lies = period.first() <= date.plus_days(0).unwrap() && last <= period.last();
            prop_assert_eq!(stands, lies, "{} in {}", date, period);
        }
    }
}
