//! The only place that prints: data on standard output, sentences on standard error.

use std::io::{IsTerminal, Write};
use std::sync::Arc;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;
use tawro_core::schema::{Kind, Vocabulary};
use tawro_core::text::{Fact, Lang, Words, isolate, plain};

use crate::direction::with_commands_isolated;
use crate::failure::Failure;

/// What a command says, in the language of the person and the form that was asked for.
pub(crate) struct Output {
    json: bool,
    lang: Lang,
    words: Arc<Words>,
}

impl Output {
    /// Prints as asked: JSON for programs, tables for people.
    pub(crate) fn new(json: bool, lang: Lang, words: Words) -> Self {
        let words = Arc::new(words);
        Self { json, lang, words }
    }

    /// Whether data is printed as JSON.
    pub(crate) fn json(&self) -> bool {
        self.json
    }

    /// The language of sentences and labels.
    pub(crate) fn lang(&self) -> Lang {
        self.lang
    }

    /// The words themselves.
    pub(crate) fn words(&self) -> &Words {
        &self.words
    }

    /// The same, for pages that outlive a command.
    pub(crate) fn shared_words(&self) -> Arc<Words> {
        Arc::clone(&self.words)
    }

    /// The sentence of `key` with its facts; the key itself if nobody wrote one, so that a missing
    /// sentence is seen rather than silent.
    pub(crate) fn sentence(&self, key: &str, facts: &[(&str, Fact)]) -> String {
        self.spoken(key, facts).unwrap_or_else(|| key.to_owned())
    }

    /// The sentence of `key`, if somebody wrote one. Marks of direction stay where they help: between
    /// right-to-left words. Terminals that do not know them show boxes.
    fn spoken(&self, key: &str, facts: &[(&str, Fact)]) -> Option<String> {
        let sentence = self.words.sentence(self.lang, key, facts)?;
        Some(if self.lang.right_to_left() {
            with_commands_isolated(&sentence)
        } else {
            plain(&sentence)
        })
    }

    /// What people call a kind, a field, a code or an issue.
    pub(crate) fn label(&self, key: &str) -> String {
        self.words.label(self.lang, key).unwrap_or_else(|| key.to_owned())
    }

    /// What people call a field.
    pub(crate) fn field(&self, kind: &Kind, field: &str) -> String {
        let label = kind.label(field, &self.words, self.lang);
        label.unwrap_or_else(|| field.to_owned())
    }

    /// What people call a code of a vocabulary.
    pub(crate) fn code(&self, vocabulary: &Vocabulary, code: &str) -> String {
        let label = vocabulary.label(code, &self.words, self.lang);
        label.unwrap_or_else(|| code.to_owned())
    }

    /// Prints one JSON document.
    pub(crate) fn data(&self, value: &impl Serialize) {
        let text = serde_json::to_string(value).expect("what is printed has text keys only");
        write_line(&mut std::io::stdout().lock(), &text);
    }

    /// Prints JSON if it was asked for, else a table of `rows` under `heads`.
    pub(crate) fn table(&self, value: &impl Serialize, heads: &[String], rows: &[Vec<String>]) {
        if self.json {
            self.data(value);
            return;
        }
        for line in lay_out(heads, rows, self.lang) {
            write_line(&mut std::io::stdout().lock(), &line);
        }
    }

    /// The lines of a list of which one is to be chosen: the word to type, and what people call it.
    pub(crate) fn choices(rows: &[Vec<String>]) -> Vec<String> {
        let heads = vec![String::new(); rows.first().map_or(0, Vec::len)];
        // The words to type come first, so these lines run from left to right in every language.
        let rows = lay_out(&heads, rows, Lang::En).into_iter().skip(1);
        rows.map(|line| format!("  {line}")).collect()
    }

    /// Prints JSON if it was asked for, else one `label: value` a line.
    pub(crate) fn facts(&self, value: &impl Serialize, lines: &[(String, String)]) {
        if self.json {
            self.data(value);
            return;
        }
        for (label, text) in lines {
            write_line(&mut std::io::stdout().lock(), &fact(self.lang, label, text));
        }
    }

    /// Says a sentence to the person.
    pub(crate) fn say(&self, key: &str, facts: &[(&str, Fact)]) {
        write_line(&mut std::io::stderr().lock(), &self.sentence(key, facts));
    }

    /// Asks a question that is answered by yes or no; without a terminal the answer is no.
    pub(crate) fn confirm(&self, key: &str, facts: &[(&str, Fact)]) -> bool {
        let Some(answer) = self.ask(key, facts) else {
            return false;
        };
        let answer = answer.trim().to_lowercase();
        self.sentence("answer-yes", &[])
            .split_whitespace()
            .any(|yes| yes == answer)
    }

    /// Asks for one line; none without a terminal.
    pub(crate) fn ask(&self, key: &str, facts: &[(&str, Fact)]) -> Option<String> {
        if !std::io::stdin().is_terminal() {
            return None;
        }
        let mut stderr = std::io::stderr().lock();
        let asked = write!(stderr, "{} ", self.sentence(key, facts)).and_then(|()| stderr.flush());
        let mut line = String::new();
        asked.and_then(|()| std::io::stdin().read_line(&mut line)).ok()?;
        Some(line.trim_end_matches(['\r', '\n']).to_owned())
    }

    /// Says what happened, what to do next, and the code under which it is known.
    pub(crate) fn fail(&self, failure: &Failure) {
        let mut stderr = std::io::stderr().lock();
        let mut lines = self.explain(failure);
        lines.extend(failure.choices.iter().cloned());
        let cause = failure
            .cause
            .as_ref()
            .map(|cause| format!(": {cause}"))
            .unwrap_or_default();
        lines.push(format!("[{}{cause}]", failure.code));
        for line in lines {
            write_line(&mut stderr, &line);
        }
    }

    /// Says what happened, where nothing is to be done.
    pub(crate) fn tell(&self, failure: &Failure) {
        let happened = self.explain(failure).into_iter().take(1);
        happened.for_each(|line| write_line(&mut std::io::stderr().lock(), &line));
    }

    /// What happened, and what to do next.
    ///
    /// The words of this package come first, as they name the commands that help; then those that
    /// core has for refusals and values, and the node for sheets, whose sentences say both at once.
    pub(crate) fn explain(&self, failure: &Failure) -> Vec<String> {
        let say = |end: &str| {
            FAMILIES
                .iter()
                .find_map(|family| self.spoken(&format!("{family}-{}{end}", failure.code), &failure.facts))
        };
        let Some(what) = say("") else {
            return ["error-unknown", "error-unknown-next"]
                .map(|key| self.sentence(key, &[]))
                .to_vec();
        };
        let what = match &failure.field {
            Some(field) => format!("{field}: {what}"),
            None => what,
        };
        std::iter::once(what).chain(say("-next")).collect()
    }

    /// A bar that shows how far long work has come; it shows only to a person at a terminal.
    pub(crate) fn progress(&self, key: &str) -> Progress {
        let target = match std::io::stderr().is_terminal() && !self.json {
            true => ProgressDrawTarget::stderr(),
            false => ProgressDrawTarget::hidden(),
        };
        let bar = ProgressBar::with_draw_target(Some(0), target);
        let style = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len}");
        bar.set_style(style.expect("the template is fixed and names known fields"));
        bar.set_message(self.sentence(key, &[]));
        Progress { bar }
    }
}

/// How the keys of sentences begin, by who has them.
const FAMILIES: [&str; 4] = ["error", "refusal", "value", "import-fault"];

/// A progress bar; gone from the screen when dropped.
pub(crate) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// Moves the bar to `done` of `all`.
    pub(crate) fn at(&self, done: u64, all: u64) {
        self.bar.set_length(all);
        self.bar.set_position(done);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// Prints help or the version where they belong: on standard error if nobody asked for them.
pub(crate) fn help(asked: &clap::Error, definition: &mut clap::Command) -> std::process::ExitCode {
    // A reader that went away is no failure of ours.
    let _ = match asked.kind() {
        // A setting of the environment counts as an argument, so nothing was asked for all the same.
        clap::error::ErrorKind::MissingSubcommand => {
            write!(std::io::stderr(), "{}", definition.render_help())
        }
        _ => asked.print(),
    };
    std::process::ExitCode::from(u8::try_from(asked.exit_code()).unwrap_or(2))
}

/// What is logged when TAWRO_LOG says nothing: a person reads sentences, so only errors.
pub(crate) const LOG_OF_A_PERSON: &str = "error";
/// An operator is not there when it happens: who came, what was refused, what was ordered.
pub(crate) const LOG_OF_AN_OPERATOR: &str = "error,tawro_hub=info";

/// Sends the log to standard error: what TAWRO_LOG asks for, else the usual.
pub(crate) fn start_log(usual: &str) {
    let filter = tracing_subscriber::EnvFilter::try_from_env("TAWRO_LOG");
    let filter = filter.unwrap_or_else(|_| tracing_subscriber::EnvFilter::new(usual));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        // Told on standard error as well, which panics once nobody reads that any more.
        .log_internal_errors(false);
    // A second start in one process (tests) finds the first one, which serves as well.
    let _ = log.json().try_init();
}

/// A reader that went away, as `head` does, is no failure of ours.
fn write_line(out: &mut impl Write, line: &str) {
    let _ = writeln!(out, "{line}");
}

/// One label and its text. Behind Arabic letters the groups of a code would change places: what stands
/// there is isolated, as it is in sentences.
fn fact(lang: Lang, label: &str, text: &str) -> String {
    match lang {
        _ if lang.right_to_left() => format!("{label}: {}", isolate(text)),
        Lang::Fr => format!("{label} : {text}"),
        _ => format!("{label}: {text}"),
    }
}

/// Columns as wide as their widest cell, two spaces between, the last one as long as it is.
///
/// For a reader from right to left every line begins with a mark of that direction and every cell is
/// isolated: a terminal that knows directions would else turn the columns of some lines and not of others.
fn lay_out(heads: &[String], rows: &[Vec<String>], lang: Lang) -> Vec<String> {
    let all = || std::iter::once(heads).chain(rows.iter().map(Vec::as_slice));
    let width = |column: usize| {
        all()
            .filter_map(|row| row.get(column))
            .map(|cell| columns(cell))
            .max()
    };
    let widths: Vec<usize> = (0..heads.len())
        .map(|column| width(column).unwrap_or(0))
        .collect();
    let line = |row: &[String]| {
        let cells = row.iter().zip(&widths).map(|(cell, width)| {
            let pad = " ".repeat(width.saturating_sub(columns(cell)));
            if lang.right_to_left() && !cell.is_empty() {
                format!("{}{pad}", isolate(cell))
            } else {
                format!("{cell}{pad}")
            }
        });
        let line = cells.collect::<Vec<_>>().join("  ").trim_end().to_owned();
        if lang.right_to_left() && !line.is_empty() {
            format!("{RIGHT_TO_LEFT}{line}")
        } else {
            line
        }
    };
    all().map(line).collect()
}

/// A mark that is not seen and says that a line runs from right to left.
const RIGHT_TO_LEFT: char = '\u{200f}';

/// Columns a text takes on a terminal: marks above and below letters and direction marks take none.
fn columns(text: &str) -> usize {
    let takes_none = |letter: &char| {
        matches!(letter, '\u{0300}'..='\u{036f}' | '\u{064b}'..='\u{065f}' | '\u{200e}' | '\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().filter(|letter| !takes_none(letter)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_groups_of_a_code_keep_their_order_behind_an_arabic_word() {
        assert_eq!(
            fact(Lang::Ar, "الرمز", "123456-234567"),
            "الرمز: \u{2068}123456-234567\u{2069}"
        );
        assert_eq!(fact(Lang::Fr, "Code", "123456-234567"), "Code : 123456-234567");
    }

    #[test]
    fn a_table_is_aligned_in_both_scripts() {
        let text = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        let rows = [text(&["خَدِيجَة", "1"]), text(&["Mohammed", "22"])];
        let lines = lay_out(&text(&["name", "n"]), &rows, Lang::Fr);
        assert_eq!(lines, ["name      n", "خَدِيجَة     1", "Mohammed  22"]);
        let lines = lay_out(&text(&["الاسم", "ع"]), &rows, Lang::Ar);
        let seen = lines
            .iter()
            .map(|line| line.replace(RIGHT_TO_LEFT, "R").replace('\u{2068}', "<"));
        let seen: Vec<String> = seen.map(|line| line.replace('\u{2069}', ">")).collect();
        assert_eq!(seen, ["R<الاسم>     <ع>", "R<خَدِيجَة>     <1>", "R<Mohammed>  <22>"]);
    }
}
