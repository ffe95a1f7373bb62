//! A command that was typed wrong: what is missing or unknown, in the language of the person.

use std::ffi::OsString;

use clap::Command;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use tawro_core::schema::Schema;

use crate::failure::{Facts, Failure};
use crate::kinds;
use crate::output::Output;

/// What a parser's complaint comes to; none if it is no complaint but help or the version.
pub(crate) fn failure(
    asked: &Error,
    typed: &[OsString],
    definition: &mut Command,
    schema: &Schema,
    output: &Output,
) -> Option<Failure> {
    let facts = Place::of(typed, definition).facts();
    let text = |kind| texts(asked, kind).join(" ");
    let code = match asked.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::MissingSubcommand
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => return None,
        ErrorKind::MissingRequiredArgument => return Some(missing(asked, facts, schema, output)),
        ErrorKind::InvalidSubcommand => "unknown_command",
        ErrorKind::UnknownArgument => "unknown_argument",
        ErrorKind::InvalidValue if text(ContextKind::InvalidValue).is_empty() => "argument_empty",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "argument_value",
        ErrorKind::ArgumentConflict => "arguments_exclude",
        _ => "wrong_usage",
    };
    let mut facts = facts;
    facts.extend([
        ("argument", text(ContextKind::InvalidArg).into()),
        ("text", text(ContextKind::InvalidValue).into()),
        ("word", text(ContextKind::InvalidSubcommand).into()),
        ("other", text(ContextKind::PriorArg).into()),
    ]);
    Some(Failure::usage(code, facts))
}

/// What must be given was not. A kind is chosen from a list, so the list is shown.
fn missing(asked: &Error, mut facts: Facts, schema: &Schema, output: &Output) -> Failure {
    let names = texts(asked, ContextKind::InvalidArg);
    let about = |name: &str| names.iter().any(|one| one.contains(name));
    facts.push(("argument", names.join(" ").into()));
    if about("<KIND>") {
        return Failure::usage("missing_kind", facts).with_choices(kinds::choices(schema, output));
    }
    // A sheet, or the import that is taken back.
    if about("--undo") {
        return Failure::usage("no_sheet", facts).with_choices(kinds::choices(schema, output));
    }
    if about("<FIELD=VALUE>") {
        return Failure::usage("missing_fields", facts);
    }
    if about("<ID>") {
        return Failure::usage("missing_id", facts);
    }
    Failure::usage("missing_argument", facts)
}

fn texts(asked: &Error, kind: ContextKind) -> Vec<String> {
    match asked.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}

/// How a command is written, and the words of it alone: `tawro record list`.
struct Place {
    usage: String,
    command: String,
}

impl Place {
    /// Where in the definition the arguments lead. The parser's own usage is of no help: it names
    /// settings of the environment that nobody typed, or is not there.
    fn of(typed: &[OsString], definition: &mut Command) -> Self {
        let mut path = vec![definition.get_name().to_owned()];
        let mut at = definition;
        for word in typed.iter().skip(1).filter_map(|word| word.to_str()) {
            if at.find_subcommand(word).is_some() {
                path.push(word.to_owned());
                at = at.find_subcommand_mut(word).expect("it was found just now");
            }
        }
        let usage = at.render_usage().to_string();
        let usage = usage.split_once(": ").map_or(usage.as_str(), |(_, line)| line);
        Self {
            usage: usage.trim().to_owned(),
            command: path.join(" "),
        }
    }

    fn facts(&self) -> Facts {
        vec![
            ("usage", self.usage.as_str().into()),
            ("command", self.command.as_str().into()),
        ]
    }
}
