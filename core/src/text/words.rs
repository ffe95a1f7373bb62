//! The words of three languages, from Fluent files.

use std::borrow::Cow;
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use thiserror::Error;
use unic_langid::LanguageIdentifier;

use crate::text::{Fact, Lang, locales};

/// Labels, sentences and header variants in Arabic, French and English.
///
/// A key that is missing gives nothing, never another language and never the key: what to do then
/// is the caller's choice, and a test of each crate shows that it does not happen. Sentences hold
/// isolation marks around their facts (see [`crate::text::isolate`]); [`crate::text::plain`] takes
/// them away where they would disturb.
pub struct Words {
    /// In the order of [`Lang::ALL`].
    bundles: [FluentBundle<FluentResource>; 3],
}

/// Why a file of words cannot be used: a mistake of whoever wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum WordsFault {
    /// Not Fluent's syntax.
    #[error("{lang}: not Fluent, near byte {at}")]
    Syntax {
        /// The file's language.
        lang: Lang,
        /// Where the first fault begins.
        at: usize,
    },
    /// A key that has words already.
    #[error("{lang}: {key} has words already")]
    Twice {
        /// The file's language.
        lang: Lang,
        /// The key.
        key: String,
    },
}

impl Words {
    /// The words of everything that core declares or returns.
    pub fn builtin() -> Self {
        let mut words = Self {
            bundles: Lang::ALL.map(bundle),
        };
        for (lang, text) in locales::FILES {
            words = words
                .with_ftl(lang, text)
                .expect("the built-in files are Fluent, as a test shows");
        }
        words
    }

    /// The words with those of another file: of another crate, or of an invented kind.
    pub fn with_ftl(mut self, lang: Lang, text: &str) -> Result<Self, WordsFault> {
        let resource =
            FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| WordsFault::Syntax {
                lang,
                at: errors.first().map_or(0, |error| error.pos.start),
            })?;
        match self.bundles[lang as usize].add_resource(resource) {
            Ok(()) => Ok(self),
            Err(errors) => {
                let key = errors.into_iter().find_map(|error| match error {
                    FluentError::Overriding { id, .. } => Some(id),
                    _ => None,
                });
                Err(WordsFault::Twice {
                    lang,
                    key: key.unwrap_or_default(),
                })
            }
        }
    }

    /// The words with those of one language changed on their way out. A pseudo-language shows so what does
    /// not come from the files; facts stay as they are.
    ///
    /// ```
    /// use std::borrow::Cow;
    /// use tawro_core::text::{Lang, Words};
    ///
    /// let loud = Words::builtin().changed(Lang::En, |text| Cow::Owned(text.to_uppercase()));
    /// assert_eq!(loud.label(Lang::En, "person").as_deref(), Some("PERSON"));
    /// ```
    pub fn changed(mut self, lang: Lang, change: fn(&str) -> Cow<'_, str>) -> Self {
        self.bundles[lang as usize].set_transform(Some(change));
        self
    }

    /// The label of a kind (`person`, `person-plural`), a field (`person-birth_date`) or a code
    /// (`sex-2`, `commune-04_291_01_01`).
    pub fn label(&self, lang: Lang, key: &str) -> Option<String> {
        self.sentence(lang, key, &[])
    }

    /// What people write for a key: its labels in all languages and their variants, each once.
    pub fn aliases(&self, key: &str) -> Vec<String> {
        let mut aliases: Vec<String> = Vec::new();
        for bundle in &self.bundles {
            let Some(message) = bundle.get_message(key) else {
                continue;
            };
            let variants = message
                .get_attribute("aliases")
                .map(|attribute| attribute.value());
            for pattern in message.value().into_iter().chain(variants) {
                let written = bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned();
                for alias in written
                    .split('|')
                    .map(str::trim)
                    .filter(|alias| !alias.is_empty())
                {
                    if !aliases.iter().any(|known| known == alias) {
                        aliases.push(alias.to_owned());
                    }
                }
            }
        }
        aliases
    }

    /// A sentence with its facts put in, plural forms chosen by them.
    ///
    /// Nothing if there are no words for the key, or if they need a fact that was not given.
    pub fn sentence(&self, lang: Lang, key: &str, facts: &[(&str, Fact)]) -> Option<String> {
        let bundle = &self.bundles[lang as usize];
        let pattern = bundle.get_message(key)?.value()?;
        let mut args = FluentArgs::with_capacity(facts.len());
        for (name, fact) in facts {
            let value = match fact {
                Fact::Number(number) => FluentValue::from(*number),
                other => FluentValue::from(other.to_string()),
            };
            args.set((*name).to_owned(), value);
        }
        let mut errors = Vec::new();
        let sentence = bundle
            .format_pattern(pattern, Some(&args), &mut errors)
            .into_owned();
        errors.is_empty().then_some(sentence)
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").finish_non_exhaustive()
    }
}

fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let identifier: LanguageIdentifier = match lang {
        Lang::Ar => unic_langid::langid!("ar-MA"),
        Lang::Fr => unic_langid::langid!("fr-MA"),
        Lang::En => unic_langid::langid!("en"),
    };
    FluentBundle::new_concurrent(vec![identifier])
}
