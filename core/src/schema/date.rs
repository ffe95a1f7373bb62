//! Dates that say how much of them is known, and the many ways in which people write them.

use std::fmt;

use crate::schema::ValueError;
use crate::text::{digits, fold};
use crate::time::Timestamp;

/// How much of a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// The year only, as on the cards of many who were born before 1970.
    Year,
    /// Year and month.
    Month,
    /// The day.
    Day,
}

/// A date of the Gregorian calendar between 1800 and 2199, as precise as it is known.
///
/// Ordered by year, then month, then day; a date that leaves a part open stands before those that
/// fill it in. It is not a moment: it has no time of day and no zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

impl Date {
    /// The first and the last year that a date may have.
    pub const YEARS: (i64, i64) = (1800, 2199);

    /// A date from its parts, if the calendar has it; a day needs a month.
    pub fn new(year: i64, month: Option<i64>, day: Option<i64>) -> Result<Self, ValueError> {
        let fault = ValueError::NoSuchDay {
            year,
            month: month.unwrap_or(0),
            day: day.unwrap_or(0),
        };
        let (first, last) = Self::YEARS;
        if !(first..=last).contains(&year) {
            return Err(ValueError::OutOfRange {
                min: first,
                max: last,
            });
        }
        let Some(month_number) = month else {
            return if day.is_none() {
                Ok(Self {
                    year: year as u16,
                    month: None,
                    day: None,
                })
            } else {
                Err(fault)
            };
        };
        if !(1..=12).contains(&month_number) {
            return Err(fault);
        }
        if day.is_some_and(|day| !(1..=days_in(year, month_number)).contains(&day)) {
            return Err(fault);
        }
        Ok(Self {
            year: year as u16,
            month: Some(month_number as u8),
            day: day.map(|day| day as u8),
        })
    }

    /// The year.
    pub fn year(self) -> i64 {
        i64::from(self.year)
    }

    /// The month, 1 to 12, if it is known.
    pub fn month(self) -> Option<u32> {
        self.month.map(u32::from)
    }

    /// The day of the month, if it is known.
    pub fn day(self) -> Option<u32> {
        self.day.map(u32::from)
    }

    /// The day so many days from it, counted from its first day if a part is open; nothing beyond
    /// [`Self::YEARS`].
    pub fn plus_days(self, days: i64) -> Option<Self> {
        let seconds = self.day_number().checked_add(days)?.checked_mul(86_400)?;
        let (first, last) = Self::YEARS;
        let (year, month, day) = Timestamp(seconds).date();
        (first..=last)
            .contains(&year)
            .then(|| Self::new(year, Some(i64::from(month)), Some(i64::from(day))).ok())
            .flatten()
    }

    /// The day of the week, 1 for Monday to 7 for Sunday, of its first day if a part is open.
    pub fn weekday(self) -> u8 {
        // The first of January 1970 was a Thursday.
        ((self.day_number() + 3).rem_euclid(7) + 1) as u8
    }

    /// Days since 1970-01-01.
    ///
    /// After Howard Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil`.
    fn day_number(self) -> i64 {
        let month = i64::from(self.month.unwrap_or(1));
        let year = i64::from(self.year) - i64::from(month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + i64::from(self.day.unwrap_or(1)) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    /// How much of it is known.
    pub fn precision(self) -> Precision {
        match (self.month, self.day) {
            (None, _) => Precision::Year,
            (_, None) => Precision::Month,
            _ => Precision::Day,
        }
    }

    /// Reads the stored form only: `2026`, `2026-03` or `2026-03-01`.
    pub fn from_iso(text: &str) -> Result<Self, ValueError> {
        let parts: Vec<&str> = text.split('-').collect();
        let shape: Vec<usize> = parts.iter().map(|part| part.len()).collect();
        if !matches!(shape.as_slice(), [4] | [4, 2] | [4, 2, 2])
            || !parts
                .iter()
                .all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
        {
            return Err(ValueError::NotADate);
        }
        let part = |at: usize| parts.get(at).and_then(|part| part.parse::<i64>().ok());
        Self::new(part(0).ok_or(ValueError::NotADate)?, part(1), part(2))
    }

    /// Reads a date as people write it.
    ///
    /// Year alone, month and year, or day, month and year in the order of Morocco; ISO 8601; months
    /// by number or by name in Arabic (of Morocco or of the Levant), French or English; digits of
    /// any script; a weekday, a time of day and ordinals are passed over. A year of two digits is
    /// refused as ambiguous, with its readings: nobody can tell 1925 from 2025 for certain.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let folded = fold(&digits(text));
        let tokens = tokens(&folded)?;
        match tokens.as_slice() {
            [Token::Number(year, 4)] => Self::new(*year, None, None),
            [month, Token::Number(year, 4)] => Self::new(*year, Some(month.month()?), None),
            [Token::Number(year, 4), month] => Self::new(*year, Some(month.month()?), None),
            [Token::Number(year, 4), month, Token::Number(day, 1 | 2)] => {
                Self::new(*year, Some(month.month()?), Some(*day))
            }
            [Token::Number(day, 1 | 2), month, Token::Number(year, 4)] => Self::day_first(*day, month, *year),
            [
                Token::Month(month),
                Token::Number(day, 1 | 2),
                Token::Number(year, 4),
            ] => Self::new(*year, Some(*month), Some(*day)),
            [Token::Number(day, 1 | 2), month, Token::Number(year, 2)] => {
                let month = month.month()?;
                Err(ambiguous(
                    [1900 + year, 2000 + year].map(|year| Self::new(year, Some(month), Some(*day))),
                ))
            }
            [Token::Month(month), Token::Number(year, 2)] => {
                let readings = [1900 + year, 2000 + year].map(|year| Self::new(year, Some(*month), None));
                Err(ambiguous(readings))
            }
            [Token::Number(number, 8)] => Self::compact(*number),
            _ => Err(ValueError::NotADate),
        }
    }

    /// Day, month, year; if only the other order is a day of the calendar, it is asked about.
    fn day_first(day: i64, month: &Token, year: i64) -> Result<Self, ValueError> {
        let written = Self::new(year, Some(month.month()?), Some(day));
        if written.is_err()
            && let Token::Number(number, _) = month
            && let Ok(swapped) = Self::new(year, Some(day), Some(*number))
        {
            return Err(ValueError::AmbiguousDate {
                candidates: vec![swapped.to_string()],
            });
        }
        written
    }

    /// Eight digits without separators: `20260301` or `01032026`, if only one of them is a date.
    fn compact(number: i64) -> Result<Self, ValueError> {
        let year_first = Self::new(number / 10_000, Some(number / 100 % 100), Some(number % 100));
        let day_first = Self::new(
            number % 10_000,
            Some(number / 10_000 % 100),
            Some(number / 1_000_000),
        );
        match (year_first, day_first) {
            (Ok(date), Err(_)) | (Err(_), Ok(date)) => Ok(date),
            readings => Err(ambiguous([readings.0, readings.1])),
        }
    }
}

/// ISO 8601 of the parts that are known: `2026`, `2026-03`, `2026-03-01`. This is the stored form.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// What a date is written with.
enum Token {
    /// A number and how many digits it has.
    Number(i64, usize),
    /// A month by its name.
    Month(i64),
}

impl Token {
    /// The month it says: a name, or a number of one or two digits.
    fn month(&self) -> Result<i64, ValueError> {
        match self {
            Self::Month(month) | Self::Number(month, 1 | 2) => Ok(*month),
            Self::Number(..) => Err(ValueError::NotADate),
        }
    }
}

/// At most as many parts as a date, a weekday and a time of day can have.
const TOKENS_MAX: usize = 16;

/// Splits a folded date; words that add nothing are passed over, unknown ones are refused.
fn tokens(folded: &str) -> Result<Vec<Token>, ValueError> {
    let without_time = without_time(folded);
    let mut tokens = Vec::new();
    for word in words(without_time) {
        if tokens.len() == TOKENS_MAX {
            return Err(ValueError::NotADate);
        }
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            let number = word.parse().map_err(|_| ValueError::NotADate)?;
            tokens.push(Token::Number(number, word.len()));
        } else if let Some(month) = month(word) {
            tokens.push(Token::Month(month));
        } else if !PASSED_OVER.contains(&word) {
            return Err(ValueError::NotADate);
        }
    }
    Ok(tokens)
}

/// Runs of digits and runs of letters; anything between them separates.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).flat_map(|run| {
        let mut parts = Vec::new();
        let mut start = 0;
        let mut kind = None;
        for (at, c) in run.char_indices() {
            let digit = c.is_ascii_digit();
            if kind.is_some_and(|kind| kind != digit) {
                parts.push(&run[start..at]);
                start = at;
            }
            kind = Some(digit);
        }
        if start < run.len() {
            parts.push(&run[start..]);
        }
        parts
    })
}

/// Cuts off a time of day as sheets add it: `2026-03-01t00:00:00`, `01/03/2026 00:00`.
fn without_time(folded: &str) -> &str {
    let Some(colon) = folded.find(':') else {
        return folded;
    };
    let before = folded[..colon].trim_end_matches(|c: char| c.is_ascii_digit());
    before.trim_end_matches(['t', ' '])
}

/// The readings that the calendar has, as an error.
fn ambiguous(readings: [Result<Date, ValueError>; 2]) -> ValueError {
    let candidates: Vec<String> = readings
        .into_iter()
        .flatten()
        .map(|date| date.to_string())
        .collect();
    if candidates.is_empty() {
        ValueError::NotADate
    } else {
        ValueError::AmbiguousDate { candidates }
    }
}

/// How many days a month has.
fn days_in(year: i64, month: i64) -> i64 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The month of a folded name, or of a French or English name cut short to at least three letters.
fn month(word: &str) -> Option<i64> {
    let by_name = MONTHS.iter().position(|names| names.contains(&word));
    let cut_short = || {
        let unique = word.is_ascii() && word.len() >= 3;
        let mut found = MONTHS.iter().enumerate().filter(|(_, names)| {
            unique && names.iter().any(|name| name.is_ascii() && name.starts_with(word))
        });
        let first = found.next().map(|(at, _)| at);
        if found.next().is_some() { None } else { first }
    };
    by_name.or_else(cut_short).map(|at| at as i64 + 1)
}

/// The months' names after folding: of Morocco, of the Levant, French, English.
const MONTHS: [&[&str]; 12] = [
    &["يناير", "جانفي", "janvier", "january"],
    &["فبراير", "فيفري", "شباط", "fevrier", "february"],
    &["مارس", "اذار", "mars", "march"],
    &["ابريل", "افريل", "نيسان", "avril", "april"],
    &["ماي", "مايو", "ايار", "mai", "may"],
    &["يونيو", "يونيه", "جوان", "حزيران", "juin", "june"],
    &["يوليوز", "يوليو", "يوليه", "جويليه", "تموز", "juillet", "july"],
    &["غشت", "اغسطس", "اب", "aout", "august"],
    &["شتنبر", "سبتمبر", "ايلول", "septembre", "september"],
    &["اكتوبر", "octobre", "october"],
    &["نونبر", "نوفمبر", "novembre", "november"],
    &["دجنبر", "ديسمبر", "decembre", "december"],
];

/// Words around a date that add nothing to it, after folding.
const PASSED_OVER: &[&str] = &[
    "le",
    "du",
    "en",
    "er",
    "th",
    "st",
    "nd",
    "rd",
    "of",
    "the",
    "ne",
    "nee",
    "on",
    "in",
    "يوم",
    "في",
    "سنه",
    "عام",
    "شهر",
    "بتاريخ",
    "م",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "الاثنين",
    "الثلاثا",
    "الاربعا",
    "الخميس",
    "الجمعه",
    "السبت",
    "الاحد",
];
