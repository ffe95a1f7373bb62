//! Vocabularies: what a coded field may hold, and every way in which people write each code.

use std::collections::BTreeMap;

use crate::schema::ValueError;
use crate::schema::own::Named;
#[cfg(feature = "text")]
use crate::text::Words;
use crate::text::{Lang, fold};

/// A list of codes, open at its end: a code of a newer release is kept and shown as it is.
///
/// Words stand in the locales under `VOCABULARY-CODE`, with `_` for the dots of a code. A code of a
/// vocabulary is never renamed and never means something else later.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    key: &'static str,
    codes: Vec<&'static str>,
    /// Folded spelling to the codes it stands for.
    spellings: BTreeMap<String, Vec<&'static str>>,
    /// What an association calls its own choices; those that it retired among them.
    named: BTreeMap<&'static str, Named>,
}

/// A stored code as this release sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code<'a> {
    /// One of the vocabulary.
    Known(&'static str),
    /// Written by a newer release, or by hand: kept, shown as it is, an issue on its row.
    Other(&'a str),
}

impl Vocabulary {
    /// A vocabulary by its codes, in the order in which people see them.
    pub fn new(key: &'static str, codes: &[&'static str]) -> Self {
        Self {
            key,
            codes: codes.to_vec(),
            spellings: BTreeMap::new(),
            named: BTreeMap::new(),
        }
        .spelled_by_codes()
    }

    /// The choices of an association's own field, each with its names and whether it is retired: one that
    /// is has a label, is not offered, and is read where no other is called so.
    pub(crate) fn own(key: &'static str, choices: impl Iterator<Item = (&'static str, Named, bool)>) -> Self {
        let mut own = Self::new(key, &[]);
        let (retired, used): (Vec<_>, Vec<_>) = choices.partition(|(_, _, retired)| *retired);
        for (code, named, _) in used {
            own.codes.push(code);
            own.add(code, code);
            named.all().for_each(|name| own.add(code, name));
            own.named.insert(code, named);
        }
        for (code, named, _) in retired {
            for name in named.all().chain([code]) {
                own.spellings
                    .entry(spelling_key(name))
                    .or_insert_with(|| vec![code]);
            }
            own.named.insert(code, named);
        }
        own
    }

    /// Whether it is of a field that an association added.
    pub(crate) fn is_own(&self) -> bool {
        self.key.starts_with("x_")
    }

    /// What an association calls one of its own choices.
    fn own_label(&self, code: &str, lang: Lang) -> Option<&str> {
        self.named.get(code).map(|named| named.label(lang))
    }

    /// Another way in which people write a code; a code that it does not have is passed over.
    pub fn spelling(mut self, code: &str, text: &str) -> Self {
        self.spell(code, text);
        self
    }

    pub(crate) fn spell(&mut self, code: &str, text: &str) {
        if let Some(code) = self.codes.iter().find(|known| **known == code).copied() {
            self.add(code, text);
        }
    }

    /// Its key, as `sex`.
    pub fn key(&self) -> &'static str {
        self.key
    }

    /// Its codes, in the order in which people see them.
    pub fn codes(&self) -> &[&'static str] {
        &self.codes
    }

    /// Whether this release knows a code.
    pub fn contains(&self, code: &str) -> bool {
        self.codes.contains(&code)
    }

    /// How this release sees a stored code.
    pub fn view<'a>(&self, code: &'a str) -> Code<'a> {
        self.codes
            .iter()
            .find(|known| **known == code)
            .map_or(Code::Other(code), |known| Code::Known(known))
    }

    /// The code that a person means: the code itself, a label or a spelling, after folding.
    pub fn read(&self, text: &str) -> Result<&'static str, ValueError> {
        let wanted = spelling_key(text);
        let candidates = |codes: &[&'static str]| codes.iter().map(|code| self.candidate(code)).collect();
        match self.spellings.get(&wanted).map(Vec::as_slice) {
            Some([code]) => Ok(code),
            Some(codes) => Err(ValueError::AmbiguousCode {
                vocabulary: self.key,
                candidates: candidates(codes),
            }),
            None => Err(ValueError::UnknownCode {
                vocabulary: self.key,
                candidates: self.near(&wanted),
            }),
        }
    }

    /// The label key of one of its codes, as `commune-04_291_01_01`.
    pub fn label_key(&self, code: &str) -> String {
        label_key(self.key, code)
    }

    /// What people call one of its codes.
    #[cfg(feature = "text")]
    pub fn label(&self, code: &str, words: &Words, lang: Lang) -> Option<String> {
        match self.own_label(code, lang) {
            Some(own) => Some(own.to_owned()),
            None => words.label(lang, &self.label_key(code)),
        }
    }

    fn spelled_by_codes(mut self) -> Self {
        for code in self.codes.clone() {
            self.add(code, code);
        }
        self
    }

    fn add(&mut self, code: &'static str, text: &str) {
        let codes = self.spellings.entry(spelling_key(text)).or_default();
        if !codes.contains(&code) {
            codes.push(code);
        }
    }

    /// Codes with a spelling at most two slips away, the nearest first, at most five.
    fn near(&self, wanted: &str) -> Vec<String> {
        let wanted: Vec<char> = wanted.chars().take(64).collect();
        let slips_max = if wanted.len() <= 3 { 1 } else { 2 };
        let mut found: Vec<(usize, usize, &str)> = self
            .spellings
            .iter()
            .filter(|(spelling, _)| spelling.chars().count().abs_diff(wanted.len()) <= slips_max)
            .flat_map(|(spelling, codes)| codes.iter().map(move |code| (spelling, *code)))
            .filter_map(|(spelling, code)| {
                let slips = slips(&wanted, spelling);
                let order = self.codes.iter().position(|known| *known == code)?;
                (slips <= slips_max).then_some((slips, order, code))
            })
            .collect();
        found.sort_unstable();
        let mut codes: Vec<String> = Vec::new();
        for (_, _, code) in found {
            if codes.len() < 5 && !codes.iter().any(|known| known == code) {
                codes.push(code.to_owned());
            }
        }
        codes.iter().map(|code| self.candidate(code)).collect()
    }

    /// A code as an error names it: the words of an association's own choice stand in no file, so its
    /// name is given, which reads as the code does.
    fn candidate(&self, code: &str) -> String {
        self.own_label(code, Lang::default()).unwrap_or(code).to_owned()
    }
}

/// The label key of a vocabulary's code.
pub(crate) fn label_key(vocabulary: &str, code: &str) -> String {
    format!("{vocabulary}-{}", code.replace('.', "_"))
}

/// How a spelling is compared: folded, letters and digits only, so that `عضو-عامل`, `M'qam` and
/// `Sidi  Allal` meet their codes however they are joined.
fn spelling_key(text: &str) -> String {
    let folded = fold(text);
    let key: String = folded.chars().filter(|c| c.is_alphanumeric()).collect();
    if key.is_empty() { folded } else { key }
}

/// Levenshtein distance between two short texts.
fn slips(a: &[char], b: &str) -> usize {
    let mut row: Vec<usize> = (0..=a.len()).collect();
    for (y, b) in b.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], y + 1);
        for x in 0..a.len() {
            let above = row[x + 1];
            let cost = usize::from(a[x] != b);
            row[x + 1] = (diagonal + cost).min(above + 1).min(row[x] + 1);
            diagonal = above;
        }
    }
    row[a.len()]
}
