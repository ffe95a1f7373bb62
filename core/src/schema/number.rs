//! Whole numbers, amounts and flags as people write them; what can be read in two ways is refused.

use crate::schema::ValueError;
use crate::schema::value::Money;
use crate::text::{digits, fold, plain};

/// The largest number that every reader of our exports holds exactly (2^53 - 1).
pub(crate) const INTEGER_MAX: i64 = (1 << 53) - 1;

/// Reads a whole number: digits of any script, groups of three set apart.
pub(crate) fn integer(text: &str) -> Result<i64, ValueError> {
    let number = Written::read(text)?;
    if !number.before.is_empty() || !number.after.is_empty() {
        return Err(ValueError::NotANumber);
    }
    let fraction = number.fraction.trim_end_matches('0').len();
    if fraction > 0 {
        return Err(ValueError::TooPrecise {
            limit: 0,
            found: fraction,
        });
    }
    number.scaled(0)
}

/// Reads an amount in dirhams, with at most two decimals, with or without its unit.
///
/// `1 234,50`, `1,234.50`, `1.234,50` and `١٬٢٣٤٫٥٠` are one amount. `1.234` and `1,234` are refused:
/// the one reading is a thousand times the other.
pub(crate) fn money(text: &str) -> Result<Money, ValueError> {
    let number = Written::read(text)?;
    for unit in [&number.before, &number.after] {
        if !unit.is_empty() && !DIRHAM.contains(&unit.as_str()) {
            return Err(match CURRENCIES.iter().find(|(spelling, _)| spelling == unit) {
                Some((_, code)) => ValueError::OtherCurrency {
                    found: (*code).to_owned(),
                },
                None => ValueError::NotANumber,
            });
        }
    }
    let fraction = number.fraction.trim_end_matches('0').len();
    if fraction > 2 {
        return Err(ValueError::TooPrecise {
            limit: 2,
            found: fraction,
        });
    }
    number.scaled(2).map(Money)
}

/// Reads yes or no, in three languages and as people tick boxes.
pub(crate) fn flag(text: &str) -> Result<bool, ValueError> {
    let folded = fold(text);
    let word = folded.trim_matches(['.', '!', '[', ']', '(', ')', ' ']);
    if YES.contains(&word) {
        Ok(true)
    } else if NO.contains(&word) {
        Ok(false)
    } else {
        Err(ValueError::NotAFlag)
    }
}

/// A number taken apart, before anybody says how many decimals it may have.
struct Written {
    /// What stood before the number, folded: a unit, or nothing.
    before: String,
    /// What stood behind it, folded.
    after: String,
    negative: bool,
    /// Digits only, at least one.
    whole: String,
    /// Digits only, perhaps none.
    fraction: String,
}

impl Written {
    fn read(text: &str) -> Result<Self, ValueError> {
        let text = digits(text);
        let text: String = plain(&text)
            .chars()
            .map(|c| if c.is_whitespace() { ' ' } else { c })
            .collect();
        let digit = |c: char| c.is_ascii_digit();
        let (Some(first), Some(last)) = (text.find(digit), text.rfind(digit)) else {
            return Err(ValueError::NotANumber);
        };
        let (before, rest) = text.split_at(first);
        let (body, after) = rest.split_at(last + 1 - first);
        let (before, after) = (before.trim(), after.trim());
        let (negative, before, after) = sign(before, after);
        // `.5` is half of one; what stands before or behind otherwise is a unit.
        let (body, before) = match before.strip_suffix(['.', ',', '\u{066b}']) {
            Some(before) if body.len() <= 2 => (format!("0.{body}"), before),
            _ => (body.to_owned(), before),
        };
        let (whole, fraction) = split(&body)?;
        Ok(Self {
            before: unit(before),
            after: unit(after),
            negative,
            whole,
            fraction,
        })
    }

    /// The number times ten to the power of `decimals`; the fraction has at most as many.
    fn scaled(&self, decimals: usize) -> Result<i64, ValueError> {
        let bound = INTEGER_MAX / 10_i64.pow(decimals as u32);
        let out_of_range = ValueError::OutOfRange {
            min: -bound,
            max: bound,
        };
        let fraction = self.fraction.get(..decimals).unwrap_or(&self.fraction);
        let text = format!("{}{fraction:0<decimals$}", self.whole.trim_start_matches('0'));
        let number: i64 = match text.as_str() {
            "" => 0,
            text => text.parse().map_err(|_| out_of_range.clone())?,
        };
        match number {
            0..=INTEGER_MAX if self.negative => Ok(-number),
            0..=INTEGER_MAX => Ok(number),
            _ => Err(out_of_range),
        }
    }
}

/// A minus before or behind the number, or the brackets of accountants.
fn sign<'a>(before: &'a str, after: &'a str) -> (bool, &'a str, &'a str) {
    if let (Some(before), Some(after)) = (before.strip_suffix('('), after.strip_prefix(')')) {
        return (true, before.trim(), after.trim());
    }
    if let Some(before) = before.strip_suffix(MINUS).or_else(|| before.strip_prefix(MINUS)) {
        return (true, before.trim(), after);
    }
    if after == "-" {
        return (true, before, "");
    }
    (false, before.strip_suffix('+').unwrap_or(before).trim(), after)
}

/// The signs that people type for a minus.
const MINUS: [char; 3] = ['-', '−', '–'];

/// A unit as it is compared: folded, without the dots of `د.م.` and the fraction mark of `100,-`.
fn unit(text: &str) -> String {
    fold(text)
        .chars()
        .filter(|c| !matches!(c, '.' | ',' | ' ' | '-' | ':' | '='))
        .collect()
}

/// Splits digits and marks into the whole part and the fraction.
fn split(body: &str) -> Result<(String, String), ValueError> {
    let marks: Vec<(usize, char)> = body.char_indices().filter(|(_, c)| !c.is_ascii_digit()).collect();
    if marks.iter().any(|(_, mark)| !MARKS.contains(mark)) {
        return Err(ValueError::NotANumber);
    }
    let count = |wanted: char| marks.iter().filter(|(_, mark)| *mark == wanted).count();
    let last = |wanted: &[char]| {
        marks
            .iter()
            .rev()
            .find(|(_, mark)| wanted.contains(mark))
            .copied()
    };
    let decimal = match (last(&['\u{066b}']), last(&['.', ','])) {
        (Some(decimal), _) => Some(decimal),
        // One kind only, several times: these are groups.
        (None, Some((_, mark))) if count(mark) > 1 => None,
        (None, decimal) => decimal,
    };
    let Some((at, mark)) = decimal else {
        return Ok((grouped(body)?, String::new()));
    };
    let (whole, fraction) = (&body[..at], &body[at + mark.len_utf8()..]);
    if fraction.is_empty() || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(ValueError::NotANumber);
    }
    let could_be_group = mark != '\u{066b}'
        && marks.len() == 1
        && fraction.len() == 3
        && whole.len() <= 3
        && !whole.starts_with('0');
    if could_be_group {
        let candidates = vec![format!("{whole}{fraction}"), format!("{whole}.{fraction}0")];
        return Err(ValueError::AmbiguousNumber { candidates });
    }
    Ok((grouped(whole)?, fraction.to_owned()))
}

/// Digits with one kind of mark between groups of three, without the marks.
fn grouped(text: &str) -> Result<String, ValueError> {
    let mut marks = text.chars().filter(|c| !c.is_ascii_digit());
    let Some(mark) = marks.next() else {
        return Ok(text.to_owned());
    };
    let groups: Vec<&str> = text.split(mark).collect();
    let sound = marks.all(|other| other == mark)
        && mark != '\u{066b}'
        && (1..=3).contains(&groups[0].len())
        && groups[1..].iter().all(|group| group.len() == 3);
    if sound {
        Ok(groups.concat())
    } else {
        Err(ValueError::NotANumber)
    }
}

/// What may stand between digits: spaces, apostrophes, points, commas, the Arabic marks.
const MARKS: [char; 8] = [' ', '\'', '\u{2019}', '.', ',', '،', '\u{066b}', '\u{066c}'];

/// The dirham, after folding and without dots.
const DIRHAM: &[&str] = &[
    "dh",
    "dhs",
    "mad",
    "dirham",
    "dirhams",
    "درهم",
    "دراهم",
    "درهما",
    "درهم مغربي",
    "درهممغربي",
    "دم",
    "د",
];

/// What else an amount may be in; such an amount is refused here and belongs beside a `currency`.
const CURRENCIES: &[(&str, &str)] = &[
    ("€", "EUR"),
    ("eur", "EUR"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("اورو", "EUR"),
    ("يورو", "EUR"),
    ("$", "USD"),
    ("usd", "USD"),
    ("dollar", "USD"),
    ("dollars", "USD"),
    ("دولار", "USD"),
    ("£", "GBP"),
    ("gbp", "GBP"),
];

/// Yes, after folding.
const YES: &[&str] = &[
    "نعم", "اجل", "yes", "y", "oui", "o", "true", "vrai", "1", "x", "✓", "✔", "☑", "☒", "ok", "صح", "ايه",
];

/// No, after folding.
const NO: &[&str] = &[
    "لا", "كلا", "no", "n", "non", "false", "faux", "0", "✗", "✘", "☐", "خطا",
];
