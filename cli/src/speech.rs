//! The language a person is spoken to in, and the words of the command line.

use tawro_core::text::{Lang, Words};

/// The sentences of this package, beside the labels that core brings.
const FILES: [(Lang, &str); 3] = [
    (Lang::Ar, include_str!("../locales/ar/cli.ftl")),
    (Lang::Fr, include_str!("../locales/fr/cli.ftl")),
    (Lang::En, include_str!("../locales/en/cli.ftl")),
];

/// Variables that say which language a person reads, the most specific first.
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The given words with those of the command line, and of sheets.
pub(crate) fn with_sentences(words: Words) -> Words {
    let words = tawro_node::import::with_words(words)
        .expect("the node's files are Fluent and name no key twice, as a test shows");
    FILES.into_iter().fold(words, |words, (lang, text)| {
        words
            .with_ftl(lang, text)
            .expect("the files that ship are Fluent and name no key twice, as a test shows")
    })
}

/// The language that was asked for, else that of the system, else Arabic.
pub(crate) fn language(asked: Option<&str>, variable: impl Fn(&str) -> Option<String>) -> Lang {
    let system = || {
        VARIABLES
            .iter()
            .find_map(|name| variable(name).filter(|tag| !tag.is_empty()))
    };
    asked
        .and_then(Lang::from_tag)
        .or_else(|| system().as_deref().and_then(Lang::from_tag))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_the_one_asked_for_then_the_systems_then_arabic() {
        let system = |tag: &'static str| move |name: &str| (name == "LANG").then(|| tag.to_owned());
        assert_eq!(language(Some("fr"), system("en_US.UTF-8")), Lang::Fr);
        assert_eq!(language(None, system("en_US.UTF-8")), Lang::En);
        assert_eq!(language(None, system("fr_MA.UTF-8")), Lang::Fr);
        assert_eq!(language(None, system("C.UTF-8")), Lang::Ar);
        assert_eq!(language(None, |_| None), Lang::Ar);
    }

    #[test]
    fn every_file_of_words_can_be_read_and_every_failure_says_what_to_do() {
        let words = with_sentences(Words::builtin());
        for line in FILES[2].1.lines().filter(|line| line.starts_with("error-")) {
            let key = line.split_once(" =").map_or(line, |(key, _)| key);
            if !key.ends_with("-next") {
                assert!(
                    FILES[2].1.contains(&format!("\n{key}-next = ")),
                    "{key} leaves a person alone"
                );
            }
        }
        assert!(words.sentence(Lang::Ar, "answer-yes", &[]).is_some());
        assert!(words.label(Lang::Ar, "import-record-id").is_some());
    }
}
