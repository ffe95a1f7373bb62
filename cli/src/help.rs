//! What `--help` says, in the language of the person.
//!
//! Every command and argument finds its words by its place in the tree: `help-node-init` is a command,
//! `help-node-init--name` its argument, `help-node-init--examples` what stands below. What a parser
//! would add in English on its own (defaults, values, variables) is written in those words.

use clap::{Arg, Command};
use tawro_core::text::{Lang, Words, plain};

/// The command that shows help, under every family; it has its words once.
const HELP: &str = "help";

/// The definition with all its texts in `lang`.
pub(crate) fn spoken(mut definition: Command, words: &Words, lang: Lang) -> Command {
    // However the file is called on this system, people type its name.
    definition = definition.bin_name("tawro");
    // Whatever the parser adds by itself is there after this, and can be given words.
    definition.build();
    let say = |key: &str| words.label(lang, key).map(|text| plain(&text));
    with_texts(definition, HELP, &say)
}

fn with_texts(command: Command, key: &str, say: &impl Fn(&str) -> Option<String>) -> Command {
    let names: Vec<String> = command
        .get_subcommands()
        .map(|below| below.get_name().to_owned())
        .collect();
    let usage = command.get_styles().get_usage();
    let heading = say("help-usage").unwrap_or_default();
    let template =
        format!("{{about-with-newline}}\n{usage}{heading}{usage:#} {{usage}}\n\n{{all-args}}{{after-help}}");
    let mut command = command
        .help_template(template)
        .mut_args(|argument| with_text(argument, key, say));
    command = match say("help-commands") {
        Some(heading) => command.subcommand_help_heading(heading),
        None => command,
    };
    command = match say(key) {
        Some(text) => command.about(text),
        None => command,
    };
    command = match say(&format!("{key}--examples")) {
        Some(text) => command.after_help(text),
        None => command,
    };
    names.into_iter().fold(command, |command, name| {
        // Below `help` stand the names of all commands once more, with the words they have.
        let below = if name == HELP || key.ends_with("-help") {
            "help-help".to_owned()
        } else {
            format!("{key}-{name}")
        };
        command.mut_subcommand(name, |command| with_texts(command, &below, say))
    })
}

fn with_text(argument: Arg, key: &str, say: &impl Fn(&str) -> Option<String>) -> Arg {
    let id = argument.get_id().as_str();
    let own = say(&format!("{key}--{id}"));
    let heading = match &own {
        Some(_) if argument.is_positional() => "help-arguments",
        Some(_) => "help-options",
        None => "help-everywhere",
    };
    let heading = say(heading);
    // An argument of every command is explained once, at the root.
    let text = own.or_else(|| say(&format!("{HELP}--{id}")));
    argument
        .help(text.unwrap_or_default())
        .help_heading(heading.unwrap_or_default())
        .hide_default_value(true)
        .hide_possible_values(true)
        .hide_env(true)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::args::Arguments;
    use crate::speech::with_sentences;

    fn definition(lang: Lang) -> Command {
        spoken(Arguments::command(), &with_sentences(Words::builtin()), lang)
    }

    /// Every command and every argument of it: where it stands, what is said of it, what it does unasked.
    fn texts(command: &Command, path: &str) -> Vec<(String, String, Vec<String>)> {
        let text = |said: Option<&clap::builder::StyledStr>| said.map(ToString::to_string);
        let about = text(command.get_about()).unwrap_or_default();
        let mut all = vec![(path.to_owned(), about, Vec::new())];
        for argument in command.get_arguments() {
            let unasked = argument.get_default_values().iter();
            let unasked = unasked.map(|value| value.to_string_lossy().into_owned());
            // A switch is off unless it is given; nobody needs to be told.
            let unasked = unasked.filter(|value| value != "false").collect();
            let said = text(argument.get_help()).unwrap_or_default();
            all.push((format!("{path} <{}>", argument.get_id()), said, unasked));
        }
        for below in command.get_subcommands().filter(|below| below.get_name() != HELP) {
            all.extend(texts(below, &format!("{path} {}", below.get_name())));
        }
        all
    }

    #[test]
    fn every_command_and_argument_is_explained_in_three_languages() {
        let [ar, fr, en] = Lang::ALL.map(|lang| texts(&definition(lang), "tawro"));
        assert!(en.len() > 100, "{}", en.len());
        for ((ar, fr), en) in ar.iter().zip(&fr).zip(&en) {
            for (place, said, unasked) in [ar, fr, en] {
                assert!(!said.is_empty(), "{place} is not explained");
                for value in unasked {
                    assert!(said.contains(value), "{place} is {value} unless asked: {said}");
                }
            }
            let arabic =
                ar.1.chars()
                    .any(|letter| ('\u{621}'..='\u{64a}').contains(&letter));
            assert!(arabic, "{}: {}", ar.0, ar.1);
            assert_ne!(fr.1, en.1, "{}", fr.0);
        }
    }

    #[test]
    fn a_screen_of_help_is_of_one_language() {
        for lang in Lang::ALL {
            let mut definition = definition(lang);
            let invite = definition
                .find_subcommand_mut("node")
                .and_then(|node| node.find_subcommand_mut("invite"));
            let screen = invite.expect("it is there").render_help().to_string();
            let english = ["Usage:", "Print help", "default", "possible values", "env:"];
            let found: Vec<&str> = english.into_iter().filter(|word| screen.contains(word)).collect();
            let expected: &[&str] = match lang {
                Lang::En => &["Usage:", "default"],
                _ => &[],
            };
            assert_eq!(found, expected, "{screen}");
        }
    }

    #[test]
    fn no_words_are_left_of_what_is_there_no_more() {
        let all: String = [
            "help-usage",
            "help-commands",
            "help-arguments",
            "help-options",
            "help-everywhere",
            "help-help",
        ]
        .into_iter()
        .map(|key| format!(" {key} "))
        .chain(keys(&definition(Lang::En), HELP))
        .collect();
        let file = include_str!("../locales/en/help.ftl");
        for key in file.lines().filter_map(|line| line.split_once(" =")) {
            let key = key.0;
            let known = all.contains(&format!(" {key} ")) || key.starts_with(' ') || key.starts_with('#');
            assert!(known, "{key} explains nothing");
        }
    }

    fn keys(command: &Command, key: &str) -> Vec<String> {
        let mut all = vec![format!(" {key} "), format!(" {key}--examples ")];
        all.extend(
            command
                .get_arguments()
                .map(|one| format!(" {key}--{} ", one.get_id())),
        );
        for below in command.get_subcommands().filter(|below| below.get_name() != HELP) {
            all.extend(keys(below, &format!("{key}-{}", below.get_name())));
        }
        all
    }
}
