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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_isolated_is_plain_again() {
        assert_eq!(plain(&isolate("2026-03-01")), "2026-03-01");
        assert_eq!(plain("\u{200f}جمعية\u{200e}"), "جمعية");
    }
}
