//! Names across scripts: a key that is equal for a name in Arabic and in Latin letters.

use crate::text::fold;

/// Returns the key under which a name is found in either script.
///
/// `Khadija`, `Khadîja` and `خديجة` give `xdj`; the words of a name keep their order, parted by one
/// space. Written vowels differ from clerk to clerk and Arabic leaves most of them out, so a word
/// becomes its consonants, those that Moroccan spelling does not tell apart taken for one. The
/// article goes, and what is written together or apart meets: `Abderrahmane` and `عبد الرحمان`,
/// `بن سعيد` and `Bensaïd`, `Nour Eddine` and `نورالدين`. A word of vowels only is `a`.
///
/// It finds more than is meant (`Amine` and `Amina` are both `mn`): a key is for finding and for
/// suggesting, never for deciding that two people are one.
pub fn name_key(name: &str) -> String {
    let prepared = name.replace(['ç', 'Ç'], "s").replace("اة", "ات");
    let folded = fold(&prepared);
    let mut key = String::new();
    for word in joined(&folded) {
        let skeleton = skeleton(&word);
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(if skeleton.is_empty() { "a" } else { &skeleton });
    }
    key
}

/// The words of a folded name, particles joined to what they belong to, articles taken away.
fn joined(folded: &str) -> Vec<String> {
    let text: String = folded
        .chars()
        .filter(|c| !matches!(c, '\'' | '.' | '"'))
        .collect();
    let mut words: Vec<String> = Vec::new();
    let mut prefix = String::new();
    for word in text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        let word = ABBREVIATIONS
            .iter()
            .find(|(short, _)| *short == word)
            .map_or(word, |(_, whole)| whole);
        if JOINED_TO_NEXT.contains(&word) {
            prefix.push_str(word);
        } else if LATIN_ARTICLES.contains(&word) {
            // Inside a compound the article is heard: `Ben El Arbi` is `Benlarbi`.
            if !prefix.is_empty() {
                prefix.push_str(word);
            }
        } else if let Some(previous) = words.last_mut().filter(|_| JOINED_TO_PREVIOUS.contains(&word)) {
            previous.push_str(word);
        } else {
            let bare = if prefix.is_empty() {
                without_article(word)
            } else {
                word
            };
            words.push(std::mem::take(&mut prefix) + bare);
        }
    }
    if !prefix.is_empty() {
        words.push(prefix);
    }
    words
}

/// A word without its article, if a word is left.
fn without_article(word: &str) -> &str {
    let long_enough = |rest: &&str| rest.chars().count() >= 2;
    if let Some(rest) = word.strip_prefix("ال").filter(long_enough) {
        return rest;
    }
    // `Elkhamissi`, but neither `Elias` nor `Ella`.
    let consonant = |rest: &&str| !rest.starts_with(is_latin_vowel) && !rest.starts_with('l');
    word.strip_prefix("el")
        .filter(long_enough)
        .filter(consonant)
        .unwrap_or(word)
}

/// The consonants of one word.
fn skeleton(word: &str) -> String {
    let letters: Vec<char> = with_assimilated_article(word).chars().collect();
    let mut skeleton = String::new();
    // Set while no vowel was written since the last consonant: doubled letters are one.
    let mut adjacent = None;
    let mut at = 0;
    while at < letters.len() {
        let (sound, used) = sound(&letters, at);
        at += used;
        // A final h is heard by few and written by some: `Fatimah`, `فاطمه`, `Abdellah`.
        let Some(sound) = sound.filter(|sound| *sound != 'h' || at < letters.len()) else {
            adjacent = None;
            continue;
        };
        if adjacent != Some(sound) {
            skeleton.push(sound);
        }
        adjacent = Some(sound);
    }
    match skeleton.strip_prefix('l') {
        // `Lahoucine` and `الحسين`: an l at the head may be the article; where two more consonants
        // tell the name, it goes from every name.
        Some(rest) if rest.len() >= 2 => rest.to_owned(),
        _ => skeleton,
    }
}

/// Drops the l of an article inside a compound before the letters that take it up (`ت د ر ز س ش ن …`).
fn with_assimilated_article(word: &str) -> String {
    for head in ["عبدال", "بنال", "ابنال", "بوال", "ابوال"] {
        if let Some(rest) = word.strip_prefix(head)
            && rest.starts_with(['ت', 'ث', 'د', 'ذ', 'ر', 'ز', 'س', 'ش', 'ص', 'ض', 'ط', 'ظ', 'ن'])
        {
            return head.trim_end_matches('ل').to_owned() + rest;
        }
    }
    if let Some(head) = word.strip_suffix("الدين") {
        return head.to_owned() + "دين";
    }
    for head in ["abdel", "abdal", "abdul", "abdoul"] {
        if let Some(rest) = word.strip_prefix(head)
            && (rest.starts_with(['t', 'd', 'r', 'z', 's', 'n']) || rest.starts_with("ch"))
        {
            return "abd".to_owned() + rest;
        }
    }
    word.replacen("othm", "otm", 1).replacen("uthm", "utm", 1)
}

/// The consonant that stands at a place, none for a vowel, and how many letters it takes.
fn sound(letters: &[char], at: usize) -> (Option<char>, usize) {
    let next = letters.get(at + 1).copied().unwrap_or(' ');
    let soft = matches!(next, 'e' | 'i' | 'y');
    match (letters[at], next) {
        ('k', 'h') => (Some('x'), 2),
        ('g', 'h') => (Some('g'), 2),
        ('r', 'h') if at == 0 => (Some('g'), 2),
        ('c', 'h') | ('s', 'h') => (Some('c'), 2),
        ('t', 'c') if letters.get(at + 2) == Some(&'h') => (Some('c'), 3),
        ('p', 'h') => (Some('f'), 2),
        ('d', 'h') => (Some('d'), 2),
        ('d', 'j') => (Some('j'), 2),
        ('c', _) if soft => (Some('s'), 1),
        ('g', _) if soft => (Some('j'), 1),
        (letter, _) => (consonant(letter, letters), 1),
    }
}

/// The sound of one letter; what is of neither script stands for itself.
fn consonant(letter: char, word: &[char]) -> Option<char> {
    Some(match letter {
        'ا' | 'و' | 'ي' | 'ع' => return None,
        letter if is_latin_vowel(letter) || letter == 'w' => return None,
        'ب' | 'p' => 'b',
        'ت' | 'ث' | 'ط' => 't',
        'ج' | 'ژ' => 'j',
        'ح' | 'ه' => 'h',
        'خ' => 'x',
        'د' | 'ذ' | 'ض' | 'ظ' => 'd',
        'ر' => 'r',
        'ز' => 'z',
        'س' | 'ص' => 's',
        'ش' | 'چ' => 'c',
        'غ' => 'g',
        'ف' | 'v' => 'f',
        'ق' | 'ك' | 'c' | 'g' | 'q' => 'k',
        'ل' => 'l',
        'م' => 'm',
        'ن' => 'n',
        // Digits as letters of a chat: 7assan, 3aicha, 9asem, 5adija.
        '3' | '2' if word.iter().any(char::is_ascii_alphabetic) => return None,
        '7' if word.iter().any(char::is_ascii_alphabetic) => 'h',
        '9' if word.iter().any(char::is_ascii_alphabetic) => 'k',
        '5' if word.iter().any(char::is_ascii_alphabetic) => 'x',
        other => other,
    })
}

fn is_latin_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Particles that are one name with the word behind them.
const JOINED_TO_NEXT: &[&str] = &[
    "عبد", "بن", "ابن", "بو", "ابو", "او", "ou", "abd", "abdel", "abdul", "abdoul", "abde", "ben", "ibn",
    "bou", "abou", "abu",
];

/// Words that are one name with the word before them.
const JOINED_TO_PREVIOUS: &[&str] = &[
    "الدين",
    "الله",
    "eddine",
    "eddin",
    "edine",
    "dine",
    "din",
    "ddine",
    "allah",
    "llah",
];

/// The article as a word of its own, in the forms that its next letter gives it.
const LATIN_ARTICLES: &[&str] = &[
    "el", "al", "l", "er", "ar", "es", "as", "ez", "az", "en", "an", "et", "ed", "ad", "ech", "ach", "ess",
];

/// What is written short in Moroccan registers.
const ABBREVIATIONS: &[(&str, &str)] = &[
    ("med", "mohamed"),
    ("md", "mohamed"),
    ("mhd", "mohamed"),
    ("mohd", "mohamed"),
    ("my", "moulay"),
    ("fz", "fatimazahra"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_one_key_in_both_scripts() {
        let mut wrong = Vec::new();
        for pair in include_str!("names.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
        {
            let mut spellings = pair.split('|').map(str::trim);
            let first = spellings.next().map(name_key).unwrap_or_default();
            wrong.extend(
                spellings
                    .filter(|other| name_key(other) != first)
                    .map(|other| format!("{pair}: {first}, but {other} {}", name_key(other))),
            );
        }
        assert_eq!(wrong, Vec::<String>::new());
    }

    #[test]
    fn the_words_of_a_name_keep_their_order() {
        assert_eq!(name_key("Khadija El Khamissi"), "xdj xms");
        assert_eq!(name_key("الخميسي خديجة"), "xms xdj");
    }

    #[test]
    fn different_names_have_different_keys() {
        let names = [
            "Khadija", "Mohamed", "Ahmed", "Hassan", "Fatima", "Rachid", "Zineb", "Omar", "Said", "Hicham",
        ];
        for (at, a) in names.iter().enumerate() {
            for b in &names[at + 1..] {
                assert_ne!(name_key(a), name_key(b), "{a} {b}");
            }
        }
    }

    #[test]
    fn nothing_and_vowels_have_a_key() {
        assert_eq!(name_key(""), "");
        assert_eq!(name_key(" - "), "");
        assert_eq!(name_key("آية"), "a");
        assert_eq!(name_key("Aya"), "a");
        assert_eq!(name_key("ⵉⴷⵉⵔ"), "ⵉⴷⵉⵔ");
    }
}
