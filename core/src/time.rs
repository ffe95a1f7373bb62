//! Times as data: core computes with them and never reads a clock.

use std::fmt;

/// Seconds since 1970-01-01T00:00:00Z; 0 means unknown.
///
/// For display and for people only. No time takes part in security, ordering or merging:
/// old laptops have dead batteries.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize, serde::Deserialize,
)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// Not known.
    pub const UNKNOWN: Self = Self(0);

    /// The calendar date in UTC: year, month, day.
    ///
    /// After Howard Hinnant, "chrono-compatible low-level date algorithms", `civil_from_days`.
    pub fn date(self) -> (i64, u32, u32) {
        let days = self.0.div_euclid(86_400) + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_index = (5 * day_of_year + 2) / 153;
        let day = (day_of_year - (153 * month_index + 2) / 5 + 1) as u32;
        let month = if month_index < 10 {
            month_index + 3
        } else {
            month_index - 9
        } as u32;
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        (year, month, day)
    }
}

/// ISO 8601 in UTC, as `2026-11-23T19:30:00Z`; an unknown time is empty.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Self::UNKNOWN {
            return Ok(());
        }
        let (year, month, day) = self.date();
        let second = self.0.rem_euclid(86_400);
        write!(
            f,
            "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z",
            second / 3_600,
            second / 60 % 60,
            second % 60
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_moments_are_written_as_the_calendar_has_them() {
        let check = |seconds, text: &str| assert_eq!(Timestamp(seconds).to_string(), text);
        check(0, "");
        check(1, "1970-01-01T00:00:01Z");
        check(951_782_400, "2000-02-29T00:00:00Z");
        check(1_795_462_200, "2026-11-23T19:30:00Z");
        check(-1, "1969-12-31T23:59:59Z");
    }
}
