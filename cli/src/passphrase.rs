//! Where a passphrase comes from: a file, the environment, or a question; never an argument.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use thiserror::Error;
use zeroize::Zeroizing;

/// The variable that scripts set.
pub(crate) const VARIABLE: &str = "TAWRO_PASSPHRASE";

/// Why there is no passphrase. The person at the keyboard can act on each.
#[derive(Debug, Error)]
pub(crate) enum PassphraseFault {
    /// The file that was named cannot be read.
    #[error("the passphrase file {path} cannot be read")]
    File {
        /// Its path.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// What was given is empty.
    #[error("the passphrase is empty")]
    Empty,
    /// The two that were typed differ.
    #[error("the two passphrases differ")]
    Differ,
    /// There is nobody to ask, and neither a file nor the variable.
    #[error("no passphrase was given and there is no terminal to ask at")]
    NobodyToAsk,
}

/// Whether the passphrase is there already or is being chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// It opens what exists.
    Open,
    /// It is chosen now: typed twice.
    Choose,
}

/// The passphrase from `file`, else from the environment, else by asking with `questions`
/// (the question, and the request to repeat).
pub(crate) fn passphrase(
    file: Option<&Path>,
    purpose: Purpose,
    questions: &[String; 2],
) -> Result<Zeroizing<String>, PassphraseFault> {
    if let Some(path) = file {
        return from_file(path);
    }
    if let Ok(text) = std::env::var(VARIABLE) {
        return not_empty(Zeroizing::new(text));
    }
    if !std::io::stdin().is_terminal() {
        return Err(PassphraseFault::NobodyToAsk);
    }
    let first = not_empty(ask(&questions[0])?)?;
    if purpose == Purpose::Choose && ask(&questions[1])? != first {
        return Err(PassphraseFault::Differ);
    }
    Ok(first)
}

fn from_file(path: &Path) -> Result<Zeroizing<String>, PassphraseFault> {
    let fault = |source| PassphraseFault::File {
        path: path.to_owned(),
        source,
    };
    let text = Zeroizing::new(std::fs::read_to_string(path).map_err(fault)?);
    let first = text.lines().next().unwrap_or_default();
    not_empty(Zeroizing::new(first.to_owned()))
}

fn ask(question: &str) -> Result<Zeroizing<String>, PassphraseFault> {
    rpassword::prompt_password(question)
        .map(Zeroizing::new)
        .map_err(|_| PassphraseFault::NobodyToAsk)
}

fn not_empty(text: Zeroizing<String>) -> Result<Zeroizing<String>, PassphraseFault> {
    if text.is_empty() {
        Err(PassphraseFault::Empty)
    } else {
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_gives_its_first_line_and_an_empty_one_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pass");
        let questions = [String::new(), String::new()];
        let read = || passphrase(Some(&path), Purpose::Open, &questions);
        assert!(matches!(read(), Err(PassphraseFault::File { .. })));
        std::fs::write(&path, "نخلة 7 ريح\nsecond line\n").unwrap();
        assert_eq!(read().unwrap().as_str(), "نخلة 7 ريح");
        std::fs::write(&path, "\n").unwrap();
        assert!(matches!(read(), Err(PassphraseFault::Empty)));
    }
}
