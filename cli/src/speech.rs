//! The language a person is spoken to in, and the words of the command line.

use std::ffi::OsString;

use tawro_core::text::{Lang, Words};

/// The sentences of this package, beside the labels that core brings.
const FILES: [(Lang, &str); 6] = [
    (Lang::Ar, include_str!("../locales/ar/cli.ftl")),
    (Lang::Fr, include_str!("../locales/fr/cli.ftl")),
    (Lang::En, include_str!("../locales/en/cli.ftl")),
    (Lang::Ar, include_str!("../locales/ar/help.ftl")),
    (Lang::Fr, include_str!("../locales/fr/help.ftl")),
    (Lang::En, include_str!("../locales/en/help.ftl")),
];

/// The variable that says it for this program alone.
const OWN_VARIABLE: &str = "TAWRO_LANG";

/// The argument that says it for one command.
const ARGUMENT: &str = "--lang";

/// Variables that say which language a person reads, the most specific first.
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The given words with those of the command line, and of sheets.
pub(crate) fn with_sentences(words: Words) -> Words {
    let words = tawro_node::import::with_words(words)
        .expect("the node's files are Fluent and name no key twice, as a test shows");
    let words = tawro_node::web::with_sentences(words);
    let words = tawro_hub::with_sentences(words);
    FILES.into_iter().fold(words, |words, (lang, text)| {
        words
            .with_ftl(lang, text)
            .expect("the files that ship are Fluent and name no key twice, as a test shows")
    })
}

/// The language that the arguments ask for, before anything else in them is understood.
pub(crate) fn asked(arguments: &[OsString]) -> Option<String> {
    let mut arguments = arguments.iter().filter_map(|argument| argument.to_str());
    let mut asked = None;
    while let Some(argument) = arguments.next() {
        match argument.strip_prefix(ARGUMENT) {
            Some("") => asked = arguments.next(),
            Some(joined) if joined.starts_with('=') => asked = Some(&joined[1..]),
            _ => {}
        }
    }
    asked.map(str::to_owned)
}

/// The language that was asked for, else that of the system, else Arabic.
pub(crate) fn language(asked: Option<&str>, variable: impl Fn(&str) -> Option<String>) -> Lang {
    let system = || {
        VARIABLES
            .iter()
            .find_map(|name| variable(name).filter(|tag| !tag.is_empty()))
    };
    let own = || variable(OWN_VARIABLE).as_deref().and_then(Lang::from_tag);
    asked
        .and_then(Lang::from_tag)
        .or_else(own)
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
        let own = |name: &str| (name == OWN_VARIABLE).then(|| "fr".to_owned());
        assert_eq!(language(None, own), Lang::Fr);
        assert_eq!(language(Some("en"), own), Lang::En);
    }

    #[test]
    fn the_language_is_found_in_arguments_that_are_wrong() {
        let found = |line: &str| {
            let words: Vec<OsString> = line.split_whitespace().map(OsString::from).collect();
            asked(&words)
        };
        assert_eq!(found("tawro record list --lang fr").as_deref(), Some("fr"));
        assert_eq!(found("tawro --lang=en fly --away").as_deref(), Some("en"));
        assert_eq!(found("tawro record list --lang"), None);
        assert_eq!(found("tawro record list member"), None);
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
