//! How the dates of a column read: day first or month first, by the evidence of the whole column.

use tawro_core::text::{digits, fold};

use crate::import::sheet::Cell;

/// Which number of `03/04/2026` is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// As in Morocco.
    #[default]
    DayFirst,
    /// As a program set to American English writes.
    MonthFirst,
}

/// What a year of two digits means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ShortYear {
    /// A birth may be a hundred years ago: only what cannot be of this century is read.
    OfBirth,
    /// What associations write down happened in their own time.
    OfEvent,
}

/// Years from 31 to 99 are those of the last century; nobody writes a sheet of 2031 yet, and an
/// association that does will find them refused as ambiguous rather than wrong.
const LAST_CENTURY_FROM: i64 = 31;

/// Month first, if some dates allow nothing else and none allows only the other.
pub(crate) fn order_of<'a>(cells: impl Iterator<Item = &'a Cell>) -> DateOrder {
    let (mut day_first, mut month_first) = (false, false);
    for cell in cells {
        if let Cell::Text(text) = cell
            && let Some([a, b, _]) = three_numbers(text)
        {
            day_first |= a > 12;
            month_first |= b > 12;
        }
    }
    if month_first && !day_first {
        DateOrder::MonthFirst
    } else {
        DateOrder::DayFirst
    }
}

/// A cell's date as text that the date type reads: day first, years in full where they are certain.
pub(crate) fn read(cell: &Cell, order: DateOrder, short: ShortYear) -> String {
    match cell {
        Cell::Number(number) => from_number(*number),
        Cell::Text(text) => from_text(text, order, short),
        other => other.shown(),
    }
}

/// A number in a date column is a year, or the sheet's own count of days with its format lost.
fn from_number(number: f64) -> String {
    let days = number.trunc();
    if number == days && (1800.0..2200.0).contains(&number) {
        return format!("{number:.0}");
    }
    // Days since 1899-12-30, the epoch of every sheet program since 1900-03-01.
    if (2200.0..100_000.0).contains(&days) {
        const EPOCH_DAYS: i64 = 25_569;
        let moment = tawro_core::time::Timestamp((days as i64 - EPOCH_DAYS) * 86_400);
        let (year, month, day) = moment.date();
        return format!("{year:04}-{month:02}-{day:02}");
    }
    Cell::Number(number).shown()
}

fn from_text(text: &str, order: DateOrder, short: ShortYear) -> String {
    // Five digits are a count of days that a text file brought along.
    if text.len() == 5
        && let Ok(days) = text.parse::<u32>()
    {
        return from_number(f64::from(days));
    }
    let Some([a, b, year]) = three_numbers(text) else {
        return text.to_owned();
    };
    let (day, month) = match order {
        DateOrder::DayFirst => (a, b),
        DateOrder::MonthFirst => (b, a),
    };
    match year {
        100.. => format!("{day}/{month}/{year:04}"),
        LAST_CENTURY_FROM..=99 => format!("{day}/{month}/19{year:02}"),
        _ if short == ShortYear::OfEvent => format!("{day}/{month}/20{year:02}"),
        _ => format!("{day}/{month}/{year:02}"),
    }
}

/// `28/06/1962`, `28-6-62`, `28.06.1962`: two short numbers and a year, nothing else.
fn three_numbers(text: &str) -> Option<[i64; 3]> {
    let plain = fold(&digits(text));
    let date = plain.split(' ').next()?;
    if plain.contains(|c: char| c.is_alphabetic()) || (plain != date && !plain.contains(':')) {
        return None;
    }
    let mut parts = date.split(['/', '-', '.', '\\']);
    let mut next = || {
        parts
            .next()
            .filter(|part| part.bytes().all(|b| b.is_ascii_digit()))
    };
    let (a, b, year) = (next()?, next()?, next()?);
    let sound = matches!(a.len(), 1 | 2) && matches!(b.len(), 1 | 2) && matches!(year.len(), 2 | 4);
    if !sound || parts.next().is_some() {
        return None;
    }
    Some([a.parse().ok()?, b.parse().ok()?, year.parse().ok()?])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(texts: &[&str]) -> Vec<Cell> {
        texts.iter().map(|text| Cell::text(text)).collect()
    }

    #[test]
    fn the_whole_column_says_which_number_is_the_day() {
        let check = |texts: &[&str], wanted| assert_eq!(order_of(cells(texts).iter()), wanted, "{texts:?}");
        check(&["03/04/2020", "05/06/2021"], DateOrder::DayFirst);
        check(&["03/04/2020", "06/28/1962"], DateOrder::MonthFirst);
        check(&["28/06/1962", "06/28/1962"], DateOrder::DayFirst);
        check(&["٠٦/٢٨/١٩٦٢"], DateOrder::MonthFirst);
    }

    #[test]
    fn a_cell_is_written_out_only_as_far_as_it_is_certain() {
        let check = |cell: Cell, order, short, wanted: &str| assert_eq!(read(&cell, order, short), wanted);
        use DateOrder::{DayFirst, MonthFirst};
        use ShortYear::{OfBirth, OfEvent};
        check(Cell::text("06/28/1962"), MonthFirst, OfBirth, "28/6/1962");
        check(Cell::text("28.06.62"), DayFirst, OfBirth, "28/6/1962");
        check(Cell::text("28/06/25"), DayFirst, OfBirth, "28/6/25");
        check(Cell::text("28/06/25"), DayFirst, OfEvent, "28/6/2025");
        check(Cell::Number(1962.0), DayFirst, OfBirth, "1962");
        check(Cell::Number(22825.0), DayFirst, OfBirth, "1962-06-28");
        check(Cell::text("28 يونيو 1962"), MonthFirst, OfBirth, "28 يونيو 1962");
        check(
            Cell::Date {
                year: 1962,
                month: 6,
                day: 28,
            },
            MonthFirst,
            OfBirth,
            "1962-06-28",
        );
    }
}
