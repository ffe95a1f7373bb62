//! What people call an indicator, a period and a cell of its tables.

use tawro_core::indicator::{Age, Cell, Indicator, Length, Period, Sex};

use crate::Speech;

/// An indicator.
pub fn indicator(indicator: &Indicator, speech: &Speech) -> String {
    let label = indicator.label(speech.words(), speech.lang());
    speech.digits().write(&label.unwrap_or_default())
}

/// What it counts, and what not.
pub fn meaning(indicator: &Indicator, speech: &Speech) -> String {
    let meaning = indicator.meaning(speech.words(), speech.lang());
    speech.digits().write(&meaning.unwrap_or_default())
}

/// A period, as within a sentence.
pub fn period(period: Period, speech: &Speech) -> String {
    let (length, number, year) = parts(period);
    let key = match number.as_str() {
        "" => format!("figures-{length}"),
        number => format!("figures-{length}-{number}"),
    };
    speech.with(&key, "year", &year)
}

/// A period where there is little room, as under a chart.
pub fn period_short(period: Period, speech: &Speech) -> String {
    let (length, number, year) = parts(period);
    let facts = [("number", number.into()), ("year", year.into())];
    speech.tell(&format!("figures-short-{length}"), &facts)
}

/// How long a period is, which of its year it is (nothing of a year), and its year.
fn parts(period: Period) -> (&'static str, String, String) {
    let length = match period.length() {
        Length::Month => "month",
        Length::Quarter => "quarter",
        Length::Half => "half",
        Length::Year => "year",
    };
    let text = period.to_string();
    let (year, number) = text.split_once('-').unwrap_or((&text, ""));
    let number = number.trim_start_matches(['Q', 'H', '0']);
    (length, number.to_owned(), year.to_owned())
}

/// A sex.
pub fn sex(sex: Sex, speech: &Speech) -> String {
    speech.say(&format!("figures-sex-{}", sex.code()))
}

/// A group of ages.
pub fn age(age: Age, speech: &Speech) -> String {
    speech.say(&format!("figures-age-{}", age_key(age)))
}

/// A group of ages in addresses and keys of words: no sign of it means anything there.
pub fn age_key(age: Age) -> &'static str {
    match age {
        Age::Under18 => "under18",
        Age::From18To34 => "18",
        Age::From35To59 => "35",
        Age::From60 => "60",
        Age::NotStated => "unknown",
    }
}

/// A cell; nothing of the total.
pub fn cell(cell: Cell, speech: &Speech) -> String {
    match cell {
        Cell::Total => String::new(),
        Cell::Sex(one) => sex(one, speech),
        Cell::Age(one) => age(one, speech),
        Cell::SexAge(leaf) => {
            let facts = [
                ("sex", sex(leaf.sex, speech).into()),
                ("age", age(leaf.age, speech).into()),
            ];
            speech.tell("figures-cell", &facts)
        }
        Cell::Milieu(milieu) => speech.say(&format!("milieu-{}", milieu.code())),
        Cell::Domain(domain) => speech.say(&format!("domain-{}", domain.group())),
    }
}

/// A count as the numbers of a speech have it.
pub fn whole(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
