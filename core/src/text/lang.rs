//! The three languages the program speaks, and the tags of those a text may be written in.

use std::fmt;

/// Tags that a multilingual text may carry, as `given_name/ar`; `zgh` is standard Moroccan Tamazight.
///
/// `fr` is also the home of names in Latin letters.
pub const LANGUAGES: [&str; 4] = ["ar", "fr", "en", "zgh"];

/// A language the program speaks. Arabic is the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Lang {
    /// Arabic as Moroccan associations write it.
    #[default]
    Ar,
    /// French.
    Fr,
    /// English.
    En,
}

impl Lang {
    /// All of them, the first language first.
    pub const ALL: [Self; 3] = [Self::Ar, Self::Fr, Self::En];

    /// The tag, as `ar`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Ar => "ar",
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// The language of a tag such as `fr`, `fr-MA` or `ar_MA.UTF-8`, if the program speaks it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|lang| lang.tag().eq_ignore_ascii_case(primary))
    }

    /// Whether it is written from right to left.
    pub fn right_to_left(self) -> bool {
        self == Self::Ar
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_of_a_system_locale_names_its_language() {
        assert_eq!(Lang::from_tag("fr-MA"), Some(Lang::Fr));
        assert_eq!(Lang::from_tag("ar_MA.UTF-8"), Some(Lang::Ar));
        assert_eq!(Lang::from_tag("EN"), Some(Lang::En));
        assert_eq!(Lang::from_tag("C"), None);
        assert_eq!(Lang::from_tag(""), None);
    }
}
