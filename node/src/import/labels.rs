//! How near a column's header comes to the words for a field.

use std::collections::BTreeSet;

use tawro_core::text::fold;

/// Words that join and add nothing, in the languages of sheets, after folding.
const JOINING: &[&str] = &[
    "de", "du", "des", "d", "la", "le", "les", "l", "a", "au", "en", "of", "the", "in", "et", "and", "و",
    "ou", "or", "او", "في", "من",
];

/// A header, or a word for a field, in the form in which the two are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Label {
    /// Folded, letters and digits only, single spaces.
    text: String,
    /// The length of `text` in letters.
    chars: usize,
    /// Its words that carry meaning, without article and plural.
    words: BTreeSet<String>,
}

impl Label {
    pub(crate) fn new(text: &str) -> Self {
        let folded = fold(text);
        let mut spaced = String::with_capacity(folded.len());
        for c in folded.chars() {
            spaced.push(if c.is_alphanumeric() { c } else { ' ' });
        }
        let runs: Vec<&str> = spaced.split_whitespace().collect();
        let words = runs
            .iter()
            .filter(|word| !JOINING.contains(word))
            .map(|word| stem(word))
            .collect();
        let text = runs.join(" ");
        Self {
            chars: text.chars().count(),
            text,
            words,
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The same without words that say nothing of the field: units, languages, ordinals.
    pub(crate) fn without(&self, fillers: &BTreeSet<String>) -> Self {
        let spare = |word: &String| fillers.contains(word) || word.chars().all(|c| c.is_ascii_digit());
        let words: BTreeSet<String> = self.words.iter().filter(|word| !spare(word)).cloned().collect();
        if words.is_empty() {
            self.clone()
        } else {
            Self {
                text: self.text.clone(),
                chars: self.chars,
                words,
            }
        }
    }

    /// The first letters of its words: two labels that come near each other share some.
    pub(crate) fn starts(&self) -> BTreeSet<String> {
        self.words
            .iter()
            .map(|word| word.chars().take(2).collect())
            .collect()
    }

    /// The words alone, for lists of fillers.
    pub(crate) fn into_words(self) -> BTreeSet<String> {
        self.words
    }
}

/// Sure: the header says the field's name.
pub(crate) const SURE: u32 = 90;
/// Probable: near enough for a field that is no name.
pub(crate) const PROBABLE: u32 = 75;
/// Possible: taken only if the column's values say the same.
pub(crate) const POSSIBLE: u32 = 60;

/// How near a header comes to one of a field's words: 0 not at all, 100 the same.
pub(crate) fn nearness(header: &Label, word: &Label) -> u32 {
    if header.is_empty() || word.is_empty() {
        return 0;
    }
    if header.text == word.text {
        return 100;
    }
    if header.words == word.words {
        return 95;
    }
    let (long, short) = (header.chars, word.chars);
    if long.min(short) >= 5 && long.abs_diff(short) <= 1 && one_slip(&header.text, &word.text) {
        return 80;
    }
    if header.words.len() == word.words.len() && abbreviates(header, word) {
        return 78;
    }
    if word.words.is_subset(&header.words) {
        POSSIBLE + (10 * word.words.len() / header.words.len()) as u32
    } else {
        0
    }
}

/// Every word of the header begins one of the field's, as `Tél` does `Téléphone`.
fn abbreviates(header: &Label, word: &Label) -> bool {
    let begins = |short: &String| {
        word.words
            .iter()
            .any(|long| short.chars().count() >= 3 && long.starts_with(short.as_str()))
    };
    header
        .words
        .iter()
        .all(|short| word.words.contains(short) || begins(short))
}

/// A word without the Arabic article or the French plural.
fn stem(word: &str) -> String {
    let long = word.chars().count() > 4;
    let stem = word.strip_prefix("ال").filter(|_| long).unwrap_or(word);
    stem.strip_suffix(['s', 'x'])
        .filter(|_| long && stem.is_ascii())
        .unwrap_or(stem)
        .to_owned()
}

/// Whether one letter inserted, left out, changed or swapped with its neighbour makes one of the other.
fn one_slip(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let start = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[start..], &b[start..]);
    let end = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let (a, b) = (&a[..a.len() - end], &b[..b.len() - end]);
    match (a, b) {
        ([], [_]) | ([_], []) | ([_], [_]) => true,
        ([a1, a2], [b1, b2]) => a1 == b2 && a2 == b1,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_come_near_the_words_they_mean() {
        let check = |header: &str, word: &str, least: u32, most: u32| {
            let found = nearness(&Label::new(header), &Label::new(word));
            assert!((least..=most).contains(&found), "{header} / {word}: {found}");
        };
        check("Date de naissance", "date de naissance", 100, 100);
        check("DATE NAISSANCE :", "Date de naissance", SURE, 99);
        check("رقم الهاتف", "رقم هاتف", SURE, 99);
        check("الإسم  العائلي", "الاسم العائلي", 100, 100);
        check("Telephones", "Téléphone", SURE, 99);
        check("Tél.", "Téléphone", PROBABLE, 89);
        check("Comune", "Commune", PROBABLE, 89);
        check("Nom du père", "Nom", POSSIBLE, PROBABLE - 1);
        check("Prénom", "Nom", 0, 0);
        check("", "Nom", 0, 0);
    }
}
