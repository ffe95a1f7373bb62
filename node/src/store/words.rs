//! What is searched in a row, how it sorts, and how a search is asked.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;
use rusqlite::types::ValueRef;
use tawro_core::schema::{Field, FieldType, Kind, Scalar};
use tawro_core::text::{LANGUAGES, fold, name_key};

use super::StoreError;
use super::plan::is_searched;

/// The words of a row and the keys of its name, parted by spaces.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) words: String,
    pub(super) keys: String,
}

impl Words {
    pub(super) fn of(kind: &Kind, cells: &BTreeMap<String, Scalar>) -> Self {
        let (mut words, mut keys) = (BTreeSet::new(), BTreeSet::new());
        for (cell, value) in cells {
            let Some((field, member)) = kind.cell(cell).filter(|(field, _)| is_searched(field)) else {
                continue;
            };
            let text = match (&field.ty, member, value) {
                (FieldType::Set(_), Some(member), _) => member,
                (_, _, Scalar::Text(text)) => text.as_str(),
                _ => continue,
            };
            add(&mut words, field, text);
            if is_name(kind, field) {
                keys.extend(tokens(&name_key(text)).map(str::to_owned));
            }
        }
        Self {
            words: join(&words),
            keys: join(&keys),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.keys.is_empty()
    }
}

/// What of a kind people call a record by, in letters: found in either script.
fn is_name(kind: &Kind, field: &Field) -> bool {
    kind.title.contains(&field.key) && matches!(field.ty, FieldType::Text | FieldType::Localized)
}

fn add(words: &mut BTreeSet<String>, field: &Field, text: &str) {
    words.extend(tokens(&fold(text)).map(str::to_owned));
    let is_phone = match &field.ty {
        FieldType::Phone => true,
        FieldType::Set(element) => **element == FieldType::Phone,
        _ => false,
    };
    // People look for 0661… as they dial it.
    if let Some(national) = text.strip_prefix("+212").filter(|_| is_phone) {
        words.insert(format!("0{national}"));
        words.insert(national.to_owned());
    }
}

fn join(tokens: &BTreeSet<String>) -> String {
    tokens.iter().map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// Letters and digits that stand together.
pub(super) fn tokens(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|token| !token.is_empty())
}

/// A search as it is typed, as an expression of FTS5: every word of it begins a word of the row, or
/// its name key begins one of the row's. Nothing if there is no word in it.
pub(super) fn typed(search: &str) -> Option<String> {
    let folded = fold(search);
    let words: Vec<String> = tokens(&folded).take(TOKENS_MAX).map(typed_word).collect();
    (!words.is_empty()).then(|| words.join(" AND "))
}

fn typed_word(word: &str) -> String {
    let word_begins = format!("words : \"{word}\" *");
    if word.contains(|c: char| c.is_ascii_digit()) {
        return word_begins;
    }
    let key = name_key(word);
    let keys: Vec<String> = tokens(&key)
        .map(|key| match key.chars().count() {
            // One consonant begins too many names: it must be all that the name has, as in Aïcha.
            1 => format!("keys : \"{key}\""),
            _ => format!("keys : \"{key}\" *"),
        })
        .collect();
    if keys.is_empty() {
        word_begins
    } else {
        format!("({word_begins} OR ({}))", keys.join(" AND "))
    }
}

/// A whole name, as an expression of FTS5: every key of it is a key of the row, in any order.
pub(super) fn named(name: &str) -> Option<String> {
    let key = name_key(name);
    let keys: Vec<String> = tokens(&key)
        .take(TOKENS_MAX)
        .map(|key| format!("keys : \"{key}\""))
        .collect();
    (!keys.is_empty()).then(|| keys.join(" AND "))
}

/// A text whose words all stand in the row, as an expression of FTS5.
pub(super) fn holding(text: &str) -> Option<String> {
    let folded = fold(text);
    let words: Vec<String> = tokens(&folded)
        .take(TOKENS_MAX)
        .map(|word| format!("words : \"{word}\""))
        .collect();
    (!words.is_empty()).then(|| words.join(" AND "))
}

/// What stands in a text field or, of one in several languages, in the first of them that is there.
pub(super) fn first_text<'c>(cells: &'c BTreeMap<String, Scalar>, field: &str) -> Option<&'c str> {
    let text = |cell: &str| cells.get(cell).and_then(Scalar::as_text);
    text(field).or_else(|| {
        LANGUAGES
            .iter()
            .find_map(|language| text(&format!("{field}/{language}")))
    })
}

/// How a text sorts: Arabic before other scripts, both by their folded letters, nothing last.
pub(crate) fn sort_key(text: &str) -> String {
    let folded = fold(text);
    let first = folded.chars().find(|c| c.is_alphanumeric());
    let script = match first {
        Some('\u{0600}'..='\u{06ff}') => '0',
        Some(_) => '1',
        None => '2',
    };
    let mut key = String::with_capacity(1 + folded.len());
    key.push(script);
    key.push_str(&folded);
    // Enough to order by; what is equal so far is ordered by id.
    key.truncate(key.floor_char_boundary(SORT_BYTES_MAX));
    key
}

/// Teaches the connection to sort by [`sort_key`]; an empty or missing text has no key.
pub(super) fn register(conn: &Connection) -> Result<(), StoreError> {
    let flags =
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    conn.create_scalar_function("sort_key", 1, flags, |context| {
        Ok(match context.get_raw(0) {
            ValueRef::Text(text) => Some(sort_key(&String::from_utf8_lossy(text))),
            _ => None,
        })
    })?;
    Ok(())
}

/// Words of one search that are looked at.
const TOKENS_MAX: usize = 12;
const SORT_BYTES_MAX: usize = 120;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_stands_before_latin_and_nothing_last() {
        let mut names = ["", "Alami", "أحمد", "  ", "ÉMILE", "بدر", "إدريس", "2M"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, ["أحمد", "إدريس", "بدر", "2M", "Alami", "ÉMILE", "", "  "]);
    }

    #[test]
    fn a_search_is_words_however_it_is_punctuated() {
        assert_eq!(typed(" \"*- "), None);
        assert!(typed("a\"b").is_some_and(|query| query.contains("\"a\"") && query.contains("\"b\"")));
        let long = "كلمة ".repeat(100);
        assert_eq!(
            typed(&long).map(|query| query.matches("words").count()),
            Some(TOKENS_MAX)
        );
    }
}
