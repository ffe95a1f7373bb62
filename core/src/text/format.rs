//! Numbers, amounts, dates and telephone numbers as people read them, safe beside text of either direction.

use crate::text::Lang;

/// Which digits a reader prefers. Both are read everywhere; what is stored is always ASCII.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Digits {
    /// 0123456789, as Moroccan administrations write.
    #[default]
    Western,
    /// ٠١٢٣٤٥٦٧٨٩.
    ArabicIndic,
}

impl Digits {
    /// A text with its ASCII digits in these.
    pub fn write(self, text: &str) -> String {
        match self {
            Self::Western => text.to_owned(),
            Self::ArabicIndic => text.chars().map(arabic_indic).collect(),
        }
    }
}

fn arabic_indic(c: char) -> char {
    match c.to_digit(10) {
        Some(digit) if c.is_ascii_digit() => char::from_u32(0x0660 + digit).unwrap_or(c),
        _ => c,
    }
}

/// Parts the thousands; a plain space would let the groups change places in Arabic text (Unicode
/// Standard Annex 9, rules W4 and W7), this one does not.
const THOUSANDS: char = '\u{202f}';

/// A whole number with its thousands parted, as `1 234 567`.
pub fn number(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut grouped = String::with_capacity(digits.len() + 8);
    if number < 0 {
        grouped.push('-');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(THOUSANDS);
        }
        grouped.push(digit);
    }
    grouped
}

/// Writes a number in tenths: 425 as `42,5`, in English `42.5`, and 420 as `42`.
pub fn tenths(tenths: i64, lang: Lang) -> String {
    let whole = number(tenths / 10);
    let sign = if tenths < 0 && tenths > -10 { "-" } else { "" };
    let rest = tenths.unsigned_abs() % 10;
    let comma = if lang == Lang::En { '.' } else { ',' };
    match rest {
        0 => whole,
        _ => format!("{sign}{whole}{comma}{rest}"),
    }
}

/// An amount of centimes without its currency, as `1 234,50`; whole dirhams without decimals.
pub fn amount(centimes: i64, lang: Lang) -> String {
    let whole = number(centimes / 100);
    let sign = if centimes < 0 && centimes > -100 { "-" } else { "" };
    let rest = centimes.unsigned_abs() % 100;
    let comma = if lang == Lang::En { '.' } else { ',' };
    match rest {
        0 => whole,
        _ => format!("{sign}{whole}{comma}{rest:02}"),
    }
}

/// A date as it is stored (`2026`, `2026-03`, `2026-03-01`) in the order in which people read it:
/// `01/03/2026`. Anything else is left as it is.
pub fn date(stored: &str) -> String {
    let mut parts: Vec<&str> = stored.split('-').collect();
    let is_date = parts.len() <= 3
        && parts
            .iter()
            .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    if !is_date {
        return stored.to_owned();
    }
    parts.reverse();
    parts.join("/")
}

/// A Moroccan number as people write it, `06 61 23 45 67`; a foreign one as it is stored.
pub fn phone(e164: &str) -> String {
    let Some(national) = e164.strip_prefix("+212").filter(|rest| rest.len() == 9) else {
        return e164.to_owned();
    };
    let digits: Vec<char> = format!("0{national}").chars().collect();
    let pairs: Vec<String> = digits.chunks(2).map(|pair| pair.iter().collect()).collect();
    pairs.join("\u{a0}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted_by_a_space_that_holds() {
        let check = |n: i64, text: &str| assert_eq!(number(n).replace(THOUSANDS, "_"), text);
        check(0, "0");
        check(999, "999");
        check(1_000, "1_000");
        check(-1_234_567, "-1_234_567");
        check(i64::MIN, "-9_223_372_036_854_775_808");
    }

    #[test]
    fn amounts_are_dirhams() {
        let check = |n: i64, lang, text: &str| assert_eq!(amount(n, lang).replace(THOUSANDS, "_"), text);
        check(123_450, Lang::Ar, "1_234,50");
        check(123_400, Lang::Fr, "1_234");
        check(5, Lang::En, "0.05");
        check(-5, Lang::Fr, "-0,05");
        check(-150, Lang::Fr, "-1,50");
    }

    #[test]
    fn tenths_are_shown_where_there_are_any() {
        let check = |n: i64, lang, text: &str| assert_eq!(tenths(n, lang).replace(THOUSANDS, "_"), text);
        check(425, Lang::Fr, "42,5");
        check(12_340, Lang::En, "1_234");
        check(5, Lang::En, "0.5");
        check(-5, Lang::Ar, "-0,5");
    }

    #[test]
    fn dates_are_read_day_first() {
        assert_eq!(date("2026-03-01"), "01/03/2026");
        assert_eq!(date("2026-03"), "03/2026");
        assert_eq!(date("1962"), "1962");
        assert_eq!(date("soon"), "soon");
    }

    #[test]
    fn telephone_numbers_are_read_in_pairs() {
        assert_eq!(phone("+212661234567"), "06\u{a0}61\u{a0}23\u{a0}45\u{a0}67");
        assert_eq!(phone("+33612345678"), "+33612345678");
    }

    #[test]
    fn digits_are_the_readers() {
        assert_eq!(Digits::ArabicIndic.write("12/03"), "١٢/٠٣");
        assert_eq!(Digits::Western.write("12/03"), "12/03");
    }
}
