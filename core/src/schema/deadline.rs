//! Days by which somebody has to do something, some of which follow from a date that stands in a record.

use std::collections::BTreeMap;

use crate::schema::{Date, Kind, Scalar};

/// A day by which somebody has to do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// The date.
    pub field: &'static str,
    /// What is filled once it is done.
    pub done_by: Option<&'static str>,
    /// How far from the date the day is.
    pub shift: Shift,
}

/// How far a day is from the date it follows from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shift {
    /// It is the date.
    None,
    /// So many days after it.
    Days(i64),
    /// So many working days after it, from Monday to Friday; no holiday is known here.
    WorkingDays(i64),
    /// So many days before it as a field says; without a number there is no such day.
    DaysBefore(&'static str),
}

/// Nobody gives notice of a longer time.
const DAYS_BEFORE_MAX: i64 = 3_660;

impl Shift {
    /// The field it reads a number from.
    pub fn field(self) -> Option<&'static str> {
        match self {
            Self::DaysBefore(field) => Some(field),
            _ => None,
        }
    }

    /// Days that the day is at least and at most after the date; less than nothing is before it.
    pub fn bounds(self) -> (i64, i64) {
        match self {
            Self::None => (0, 0),
            Self::Days(days) => (days, days),
            // Every five of them span a weekend, and so may the first.
            Self::WorkingDays(days) => (days, days + 2 * (days / 5 + 1)),
            Self::DaysBefore(_) => (-DAYS_BEFORE_MAX, 0),
        }
    }
}

impl Deadline {
    /// The key of what it is called: the label of its date, or `KIND-FIELD-due` if it follows from one.
    pub fn label_key(&self, kind: &Kind) -> String {
        let date = kind.label_key(self.field);
        match self.shift {
            Shift::None => date,
            _ => format!("{date}-due"),
        }
    }

    /// The day, by a record's cells. Of a date that leaves its day or month open it is the first, so
    /// that one hears of it early rather than late.
    pub fn day(&self, cells: &BTreeMap<String, Scalar>) -> Option<Date> {
        let date = Date::from_iso(cells.get(self.field)?.as_text()?).ok()?;
        match self.shift {
            Shift::None => Some(date),
            Shift::Days(days) => date.plus_days(days),
            Shift::WorkingDays(days) => (0..days).try_fold(date.plus_days(0)?, |day, _| {
                let next = day.plus_days(1)?;
                match next.weekday() {
                    6 => next.plus_days(2),
                    7 => next.plus_days(1),
                    _ => Some(next),
                }
            }),
            Shift::DaysBefore(field) => {
                let days = cells.get(field)?.as_integer()?;
                (0..=DAYS_BEFORE_MAX)
                    .contains(&days)
                    .then(|| date.plus_days(-days))
                    .flatten()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(shift: Shift, date: &str, number: Option<i64>) -> Option<String> {
        let deadline = Deadline {
            field: "date",
            done_by: None,
            shift,
        };
        let mut cells = BTreeMap::from([("date".to_owned(), Scalar::from(date))]);
        cells.extend(number.map(|number| ("number".to_owned(), Scalar::Integer(number))));
        deadline.day(&cells).map(|day| day.to_string())
    }

    #[test]
    fn a_day_follows_from_a_date() {
        let is = |shift, date: &str, expected: &str| {
            assert_eq!(
                day(shift, date, Some(60)),
                Some(expected.to_owned()),
                "{shift:?} {date}"
            );
        };
        is(Shift::None, "2026-05", "2026-05");
        is(Shift::Days(30), "2026-11-27", "2026-12-27");
        is(Shift::Days(30), "2024-02-15", "2024-03-16");
        is(Shift::Days(30), "2026-11", "2026-12-01");
        // From a Friday, a Saturday, a Sunday and a Monday.
        is(Shift::WorkingDays(10), "2026-11-27", "2026-12-11");
        is(Shift::WorkingDays(10), "2026-11-28", "2026-12-11");
        is(Shift::WorkingDays(10), "2026-11-29", "2026-12-11");
        is(Shift::WorkingDays(10), "2026-11-30", "2026-12-14");
        is(Shift::DaysBefore("number"), "2026-12-31", "2026-11-01");
    }

    #[test]
    fn without_its_parts_there_is_no_day() {
        assert_eq!(day(Shift::DaysBefore("number"), "2026-12-31", None), None);
        for number in [-1, i64::MAX, i64::MIN] {
            assert_eq!(day(Shift::DaysBefore("number"), "2026-12-31", Some(number)), None);
        }
        assert_eq!(day(Shift::Days(30), "soon", None), None);
        assert_eq!(day(Shift::Days(30), "2199-12-31", None), None);
    }

    #[test]
    fn a_day_is_never_outside_its_bounds() {
        let at = |text: &str| Date::from_iso(text).unwrap();
        for shift in [
            Shift::None,
            Shift::Days(30),
            Shift::WorkingDays(10),
            Shift::WorkingDays(3),
        ] {
            let (least, most) = shift.bounds();
            for start in 1..=28 {
                let date = format!("2026-11-{start:02}");
                let day = at(&day(shift, &date, None).unwrap());
                assert!(day >= at(&date).plus_days(least).unwrap(), "{shift:?} {date}");
                assert!(day <= at(&date).plus_days(most).unwrap(), "{shift:?} {date}");
            }
        }
    }
}
