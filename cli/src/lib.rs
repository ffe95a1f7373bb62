//! The command line of NET-Tawro, as a library: so that a test can run it with kinds of its own.

mod args;
mod backup;
mod conflicts;
mod demo;
mod devices;
mod direction;
mod doctor;
mod failure;
mod help;
mod history;
mod hub;
mod import;
mod indicators;
mod kinds;
mod node;
mod output;
mod pages;
mod passphrase;
mod period;
mod programme;
mod record;
mod recover;
mod report;
mod session;
mod sheet;
mod shown;
mod speech;
mod statistics;
mod usage;

use std::ffi::OsString;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{CommandFactory, FromArgMatches};
use tawro_core::schema::Schema;
use tawro_core::text::{Lang, Words};

use crate::args::{Arguments, Family};
use crate::failure::Failure;
use crate::output::Output;
use crate::session::Session;

/// Runs the program with the kinds of `schema` and the labels of `words`, both the built-in ones
/// with whatever the caller added.
///
/// Data go to standard output, sentences to standard error; the result is 0 for done, 1 for refused
/// or failed, 2 for wrong usage.
pub fn run(schema: Schema, words: Words, arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    // Help and complaints are in the person's language too, so it is looked for before all else.
    let lang = speech::language(speech::asked(&arguments).as_deref(), |name| {
        std::env::var(name).ok()
    });
    let words = speech::with_sentences(words);
    let mut definition = help::spoken(Arguments::command(), &words, lang);
    let parsed = definition
        .try_get_matches_from_mut(&arguments)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    let arguments = match parsed {
        Ok(arguments) => arguments,
        Err(asked) => {
            let output = Output::new(false, lang, words);
            return match usage::failure(&asked, &arguments, &mut definition, &schema, &output) {
                Some(failure) => {
                    output.fail(&failure);
                    ExitCode::from(failure.status())
                }
                None => output::help(&asked, &mut definition),
            };
        }
    };
    output::start_log(match arguments.command {
        Some(Family::Hub(args::Hub::Serve { .. })) => output::LOG_OF_AN_OPERATOR,
        _ => output::LOG_OF_A_PERSON,
    });
    let output = Output::new(arguments.json, lang, words);
    if let Some(asked) = arguments.lang.filter(|tag| Lang::from_tag(tag).is_none()) {
        let failure = Failure::usage("unknown_language", vec![("text", asked.into())]);
        output.fail(&failure);
        return ExitCode::from(failure.status());
    }
    let session = Session::new(
        Arc::new(schema),
        output,
        arguments.home,
        arguments.passphrase_file,
    );
    let done = match arguments.command {
        Some(command) => carry_out(&session, command),
        None => pages::run(&session, &arguments.pages),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            session.output.fail(&failure);
            ExitCode::from(failure.status())
        }
    }
}

fn carry_out(session: &Session, command: Family) -> Result<(), Failure> {
    match command {
        Family::Demo(asked) => demo::run(session, &asked),
        Family::Node(command) => node::run(session, command),
        Family::Record(command) => record::run(session, command),
        Family::Import(asked) => import::run(session, &asked),
        Family::Export(asked) => import::export(session, &asked),
        Family::Indicators(command) => indicators::run(session, command),
        Family::Programme(command) => programme::run(session, command),
        Family::Backup(command) => backup::run(session, command),
        Family::Hub(command) => hub::run(session, command),
    }
}
