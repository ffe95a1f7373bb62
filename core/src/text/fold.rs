//! Folding: one form for all the ways in which people write the same word.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// Raised when [`fold`] or [`crate::text::name_key`] answers differently: indexes are then rebuilt.
pub const FOLD_VERSION: u32 = 1;

/// Returns a text in the form in which it is indexed and asked for.
///
/// The same function runs before indexing and before asking, so that `Société` is found by
/// `societe`, `الأمل` by `الامل` and `٢٠٢٦` by `2026`. In order: compatibility forms (NFKC),
/// Latin diacritics, tashkeel, tatweel and direction marks are dropped, hamza and alef forms, taa
/// marbuta and alef maqsura meet, Arabic-Indic and Persian digits become ASCII, capitals become
/// small, runs of white space become one space and the ends are trimmed.
///
/// It does not take away the article or other clitics: that is what prefix and name keys are for.
/// Folding twice changes nothing.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut pending_space = false;
    for c in text.nfkd().flat_map(char::to_lowercase).nfkd() {
        if c.is_whitespace() {
            pending_space = !folded.is_empty();
            continue;
        }
        if is_dropped(c) {
            continue;
        }
        if std::mem::take(&mut pending_space) {
            folded.push(' ');
        }
        push_folded(&mut folded, c);
    }
    folded
}

/// Returns a text with Arabic-Indic and Persian digits in ASCII; marks between them stay as they are.
///
/// Borrowed if there was nothing to change.
pub fn digits(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| ascii_digit(c) == c) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(ascii_digit).collect())
}

/// A digit of any of the three scripts as its ASCII digit; everything else as it is.
pub(crate) fn ascii_digit(c: char) -> char {
    let zero = match c {
        '\u{0660}'..='\u{0669}' => 0x0660,
        '\u{06f0}'..='\u{06f9}' => 0x06f0,
        _ => return c,
    };
    char::from(b'0' + (c as u32 - zero) as u8)
}

/// Decomposed marks, tatweel, direction marks and other characters that nobody sees.
fn is_dropped(c: char) -> bool {
    matches!(c,
        '\u{0300}'..='\u{036f}' | '\u{0483}'..='\u{0487}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}'
        | '\u{0610}'..='\u{061a}' | '\u{0640}' | '\u{064b}'..='\u{065f}' | '\u{0670}'
        | '\u{06d6}'..='\u{06ed}' | '\u{08d3}'..='\u{08ff}'
        | '\u{00ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
        || crate::text::direction::is_direction_mark(c)
}

/// The letters that NFKD leaves apart although people take them for one.
fn push_folded(folded: &mut String, c: char) {
    match c {
        'ٱ' | 'ٲ' | 'ٳ' => folded.push('ا'),
        'ى' | 'ی' | 'ې' | 'ے' => folded.push('ي'),
        'ة' | 'ە' | 'ۃ' | 'ہ' | 'ھ' => folded.push('ه'),
        'ک' | 'گ' | 'ڭ' | 'ݣ' | 'ڪ' => folded.push('ك'),
        'ڤ' | 'ڥ' => folded.push('ف'),
        'پ' => folded.push('ب'),
        'ء' => {}
        'ß' => folded.push_str("ss"),
        'æ' => folded.push_str("ae"),
        'œ' => folded.push_str("oe"),
        'ø' => folded.push('o'),
        'đ' => folded.push('d'),
        'ł' => folded.push('l'),
        'ı' => folded.push('i'),
        '’' | '‘' | 'ʼ' | '`' | '´' | 'ʿ' | 'ʾ' => folded.push('\''),
        '‐' | '‑' | '–' | '—' | '−' => folded.push('-'),
        _ => folded.push(ascii_digit(c)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_writing_a_word_folds_alike() {
        let check = |written: &str, expected: &str| assert_eq!(fold(written), expected, "{written}");
        check("جَمْعِيَّةُ", "جمعيه");
        check("كــتاب", "كتاب");
        check("الأمل", "الامل");
        check("إسلام", "اسلام");
        check("آمال", "امال");
        check("ا\u{653}مال", "امال");
        check("هدى", "هدي");
        check("هدی", "هدي");
        check("رئيس", "رييس");
        check("مؤسس", "موسس");
        check("سناء", "سنا");
        check("گرسيف", "كرسيف");
        check("\u{fefb}", "لا");
        check("٢٠٢٦ ۲۰۲۶", "2026 2026");
        check("\u{202b}والماس\u{202c}", "والماس");
        check("Société", "societe");
        check("SOCIE\u{301}TE\u{301}", "societe");
        check("Œuvre Ægis Straße", "oeuvre aegis strasse");
        check("  L’Aïd \t el\u{a0}Kébir ", "l'aid el kebir");
        check("ⵜⴰⵎⴰⵣⵉⵖⵜ", "ⵜⴰⵎⴰⵣⵉⵖⵜ");
        check("\u{200f}", "");
    }

    #[test]
    fn digits_of_three_scripts_are_ascii() {
        assert_eq!(digits("٠٦٦١ ۷۸ 69"), "0661 78 69");
        assert!(matches!(digits("0661"), Cow::Borrowed(_)));
    }
}
