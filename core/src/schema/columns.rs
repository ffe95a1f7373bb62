//! Columns that sheets have and records do not: each stands for a part, or for several, of a record.
//!
//! Their words stand under `column-KEY`, with the headers people write as `.aliases`.

use crate::schema::{Date, ValueError};

/// Given and family name in one cell, in either order.
pub const FULL_NAME: &str = "full_name";
/// A running number of the sheet, which means nothing outside it.
pub const ROW_NUMBER: &str = "row_number";
/// Birth date and birth place in one cell; [`date_and_place`] takes them apart.
pub const BIRTH_DATE_AND_PLACE: &str = "birth_date_and_place";

/// All of them.
pub const ALL: [&str; 3] = [FULL_NAME, ROW_NUMBER, BIRTH_DATE_AND_PLACE];

/// Takes `28/06/1962 à Khémisset` or `الخميسات في 1962` apart into the date and the place.
///
/// The date is the part between the first and the last digit, with the name of a month if there is
/// one; the place is what stands before or behind it, empty if nothing does.
pub fn date_and_place(text: &str) -> Result<(Date, String), ValueError> {
    let words: Vec<&str> = text
        .split([' ', '\n', '\t', '،', ',', ';'])
        .filter(|word| !word.is_empty())
        .take(32)
        .collect();
    let dated = |range: std::ops::Range<usize>| Date::parse(&words[range].join(" "));
    // The longest run of words that is a date: a shorter one might be its year alone.
    for length in (1..=words.len().min(6)).rev() {
        for start in 0..=words.len() - length {
            let end = start + length;
            let Ok(date) = dated(start..end) else { continue };
            let mut place: Vec<&str> = words[..start].to_vec();
            place.extend(&words[end..]);
            let linking = |word: &&str| LINKING.contains(word);
            while place.first().is_some_and(linking) {
                place.remove(0);
            }
            while place.last().is_some_and(linking) {
                place.pop();
            }
            return Ok((date, place.join(" ")));
        }
    }
    Date::parse(text).map(|date| (date, String::new()))
}

/// Words and signs that join a date and a place.
const LINKING: &[&str] = &[
    "à",
    "a",
    "au",
    "le",
    "-",
    "–",
    "/",
    "في",
    "ب",
    "بـ",
    "سنة",
    "بتاريخ",
    "in",
    "at",
    "on",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_and_a_place_come_apart_in_either_order() {
        let check = |text: &str, date: &str, place: &str| {
            let found = date_and_place(text).map(|(date, place)| (date.to_string(), place));
            assert_eq!(found, Ok((date.to_owned(), place.to_owned())), "{text}");
        };
        check("28/06/1962 à Khémisset", "1962-06-28", "Khémisset");
        check("28/06/1962 الخميسات", "1962-06-28", "الخميسات");
        check("الخميسات في 1962", "1962", "الخميسات");
        check("12 يونيو 1962 بـ الرماني", "1962-06-12", "الرماني");
        check("Sidi Allal El Bahraoui, 1962", "1962", "Sidi Allal El Bahraoui");
        check("1962", "1962", "");
        assert!(date_and_place("Khémisset").is_err());
    }
}
