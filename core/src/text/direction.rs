//! Direction marks: put around what must not be reordered, and taken away again.

/// Wraps a text so that its direction neither follows nor changes that of what stands around it.
///
/// A date, an amount or a telephone number inside an Arabic sentence is otherwise shown in pieces,
/// in the wrong order (Unicode Standard Annex 9, section 2.4: FSI and PDI).
pub fn isolate(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

/// A text without direction marks: what a file name, a JSON value or a plain terminal needs.
pub fn plain(text: &str) -> String {
    text.chars().filter(|c| !is_direction_mark(*c)).collect()
}

/// Marks that only say in which direction to show: LRM, RLM, ALM, embeddings, overrides, isolates.
pub(crate) fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A text whose amounts, dates, telephones and numbers of a book keep their order in an Arabic sentence,
/// however they were typed; one that has direction marks already is left as it is.
///
/// Digits that a space parts belong together where people write them so: thousands (`1 234,50`), and
/// telephones (`+212 522-123456`, `06 61 23 45 67`).
pub fn isolate_numbers(text: &str) -> String {
    if text.chars().any(is_direction_mark) {
        return text.to_owned();
    }
    let letters: Vec<char> = text.chars().collect();
    let mut kept = String::with_capacity(text.len());
    let mut at = 0;
    while at < letters.len() {
        let begins = letters[at].is_ascii_digit()
            || letters[at] == '+' && letters.get(at + 1).is_some_and(char::is_ascii_digit);
        // Digits in the middle of a word are part of it.
        let is_inside = at > 0 && letters[at - 1].is_ascii_alphabetic();
        let end = if begins && !is_inside {
            end_of(&letters, at)
        } else {
            at + 1
        };
        let run: String = letters[at..end].iter().collect();
        match run.chars().all(|letter| letter.is_ascii_digit()) || end == at + 1 {
            true => kept.push_str(&run),
            false => {
                kept.push('\u{2066}');
                kept.push_str(&run);
                kept.push('\u{2069}');
            }
        }
        at = end;
    }
    kept
}

/// A text in which numbers keep their order between Arabic words; without such words it stays as it is.
pub fn in_order(text: &str) -> String {
    match text.chars().any(is_arabic) {
        true => isolate_numbers(text),
        false => text.to_owned(),
    }
}

fn is_arabic(letter: char) -> bool {
    ('\u{600}'..='\u{6ff}').contains(&letter)
}

/// A title as it stands alone: between Arabic words its numbers keep their order, and it is read from the
/// right where its first word is, even if a number of a book stands before it. What shows it alone goes by
/// its first letter, and would take the `A` of `2026-A-0012` for a Latin word.
pub fn titled(title: &str) -> String {
    let kept = in_order(title);
    let mut depth = 0;
    let first = kept.chars().find(|letter| {
        match letter {
            '\u{2066}'..='\u{2068}' => depth += 1,
            '\u{2069}' => depth -= 1,
            _ => {}
        }
        depth == 0 && letter.is_alphabetic()
    });
    match first.is_some_and(is_arabic) && kept.starts_with('\u{2066}') {
        true => format!("\u{200f}{kept}"),
        false => kept,
    }
}

/// Where a number that begins at a place ends.
fn end_of(letters: &[char], begin: usize) -> usize {
    let is_phone = matches!(letters[begin], '+' | '0');
    let digits = |from: usize| {
        letters[from..]
            .iter()
            .take_while(|letter| letter.is_ascii_digit())
            .count()
    };
    let mut at = begin + 1;
    loop {
        at += digits(at);
        let (Some(between), Some(next)) = (letters.get(at), letters.get(at + 1)) else {
            return at;
        };
        let goes_on = match between {
            '/' | '-' => next.is_ascii_digit() || next.is_ascii_uppercase(),
            '.' | ',' | ':' | '\u{a0}' | '\u{202f}' => next.is_ascii_digit(),
            ' ' => next.is_ascii_digit() && (is_phone || digits(at + 1) == 3),
            // The letter of a device in a number of its book.
            letter if letter.is_ascii_uppercase() => matches!(next, '-'),
            _ => false,
        };
        if !goes_on {
            return at;
        }
        at += 1;
        if letters[at].is_ascii_uppercase() {
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_isolated_is_plain_again() {
        assert_eq!(plain(&isolate("2026-03-01")), "2026-03-01");
        assert_eq!(plain("\u{200f}جمعية\u{200e}"), "جمعية");
    }

    #[test]
    fn a_title_is_read_from_the_side_of_its_first_word() {
        let check = |title: &str, expected: &str| assert_eq!(titled(title), expected);
        check("2026-A-0012 طلب", "\u{200f}\u{2066}2026-A-0012\u{2069} طلب");
        check("طلب 2026-A-0012", "طلب \u{2066}2026-A-0012\u{2069}");
        check(
            "2026-A-0012 Demande طلب",
            "\u{2066}2026-A-0012\u{2069} Demande طلب",
        );
        check("2026-A-0012 Demande", "2026-A-0012 Demande");
        check("سناء العلوي", "سناء العلوي");
        assert_eq!(plain(&titled("2026-A-0012 طلب")), "2026-A-0012 طلب");
    }

    #[test]
    fn numbers_of_several_parts_are_kept_together_however_they_were_typed() {
        let kept = |number: &str| {
            let text = format!("مبلغ {number} درهم");
            assert_eq!(
                isolate_numbers(&text),
                format!("مبلغ \u{2066}{number}\u{2069} درهم")
            );
        };
        for number in [
            "1 234,50",
            "1\u{202f}234,50",
            "2026-03-01",
            "01/03/2026",
            "+212 522-123456",
            "06 61 23 45 67",
            "2026-A-0012",
            "10:30",
        ] {
            kept(number);
        }
        for same in [
            "سنة 2026",
            "2026 1200",
            "قاعة B2",
            "",
            "صفحة 7.",
            "\u{2068}1 234\u{2069}",
            "- 5 -",
        ] {
            assert_eq!(isolate_numbers(same), same);
        }
        assert_eq!(
            isolate_numbers("في 01/03/2026."),
            "في \u{2066}01/03/2026\u{2069}."
        );
        assert_eq!(isolate_numbers("2026-"), "2026-");
    }
}
