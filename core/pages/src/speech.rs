//! How a page speaks: words in the reader's language, numbers in the reader's digits.

use std::sync::Arc;

use tawro_core::text::{Digits, Fact, Lang, Words, format};

/// The words of one reader.
#[derive(Debug, Clone)]
pub struct Speech {
    words: Arc<Words>,
    lang: Lang,
    digits: Digits,
}

/// The sentences of this package.
const FILES: [(Lang, &str); 6] = [
    (Lang::Ar, include_str!("../locales/ar/frame.ftl")),
    (Lang::Fr, include_str!("../locales/fr/frame.ftl")),
    (Lang::En, include_str!("../locales/en/frame.ftl")),
    (Lang::Ar, include_str!("../locales/ar/figures.ftl")),
    (Lang::Fr, include_str!("../locales/fr/figures.ftl")),
    (Lang::En, include_str!("../locales/en/figures.ftl")),
];

/// The given words with those of the frame.
pub fn with_sentences(words: Words) -> Words {
    FILES.into_iter().fold(words, |words, (lang, text)| {
        words
            .with_ftl(lang, text)
            .expect("the files that ship are Fluent and name no key twice, as a test shows")
    })
}

impl Speech {
    /// A reader's speech.
    pub fn new(words: Arc<Words>, lang: Lang, digits: Digits) -> Self {
        Self { words, lang, digits }
    }

    /// The words themselves.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The digits.
    pub fn digits(&self) -> Digits {
        self.digits
    }

    /// The direction in which the page is written, as HTML says it.
    pub fn dir(&self) -> &'static str {
        if self.lang.right_to_left() { "rtl" } else { "ltr" }
    }

    /// A sentence without facts.
    pub fn say(&self, key: &str) -> String {
        self.tell(key, &[])
    }

    /// A sentence whose one fact is a count.
    pub fn count(&self, key: &str, count: usize) -> String {
        self.tell(key, &[("count", count.into())])
    }

    /// A sentence whose one fact is a text.
    pub fn with(&self, key: &str, name: &str, text: &str) -> String {
        self.tell(key, &[(name, text.into())])
    }

    /// A sentence with its facts. A key without words is shown in brackets that no page may hold: a
    /// test looks for them.
    pub fn tell(&self, key: &str, facts: &[(&str, Fact)]) -> String {
        match self.words.sentence(self.lang, key, facts) {
            Some(sentence) => self.digits.write(&sentence),
            None => format!("⟦{key}⟧"),
        }
    }

    /// A sentence if there are words for the key.
    pub fn maybe(&self, key: &str, facts: &[(&str, Fact)]) -> Option<String> {
        let sentence = self.words.sentence(self.lang, key, facts)?;
        Some(self.digits.write(&sentence))
    }

    /// A whole number.
    pub fn number(&self, number: i64) -> String {
        self.digits.write(&format::number(number))
    }

    /// An amount of centimes, without its currency.
    pub fn amount(&self, centimes: i64) -> String {
        self.digits.write(&format::amount(centimes, self.lang))
    }

    /// A number in tenths: 425 is 42.5.
    pub fn tenths(&self, tenths: i64) -> String {
        self.digits.write(&format::tenths(tenths, self.lang))
    }

    /// A stored date.
    pub fn date(&self, stored: &str) -> String {
        self.digits.write(&format::date(stored))
    }

    /// A stored telephone number.
    pub fn phone(&self, stored: &str) -> String {
        self.digits.write(&format::phone(stored))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_choose_their_plural_and_digits_are_the_readers() {
        let words = Arc::new(with_sentences(Words::builtin()));
        let speech = |lang, digits| Speech::new(Arc::clone(&words), lang, digits);
        let arabic = speech(Lang::Ar, Digits::ArabicIndic);
        assert_eq!(arabic.dir(), "rtl");
        assert_eq!(arabic.date("2026-03-01"), "٠١/٠٣/٢٠٢٦");
        assert_eq!(speech(Lang::Fr, Digits::Western).number(7), "7");
        assert_eq!(arabic.say("no-such-key"), "⟦no-such-key⟧");
    }
}
