//! Why a command ended without doing its work: a code, its facts, and the exit status.

use tawro_core::text::Fact;

/// A refusal or failure on its way to the person.
///
/// The sentence is `error-CODE` of `cli/locales`, what to do next is `error-CODE-next`; both take
/// `facts`.
#[derive(Debug)]
pub(crate) struct Failure {
    /// Stable name, as `conflict_open`.
    pub(crate) code: String,
    /// What the sentence may name.
    pub(crate) facts: Vec<(&'static str, Fact)>,
    /// What the machine said, where that helps who reads it: for the last line, in brackets.
    pub(crate) cause: Option<String>,
    /// The command was wrong, rather than refused.
    pub(crate) usage: bool,
}

impl Failure {
    /// A refusal or failure: exit status 1.
    pub(crate) fn new(code: &str, facts: Vec<(&'static str, Fact)>) -> Self {
        Self {
            code: code.to_owned(),
            facts,
            cause: None,
            usage: false,
        }
    }

    /// Wrong usage: exit status 2.
    pub(crate) fn usage(code: &str, facts: Vec<(&'static str, Fact)>) -> Self {
        Self {
            usage: true,
            ..Self::new(code, facts)
        }
    }

    /// The same with what an error and the errors beneath it say.
    pub(crate) fn because(mut self, error: &dyn std::error::Error) -> Self {
        let mut says = error.to_string();
        let mut beneath = error.source();
        while let Some(error) = beneath {
            says = format!("{says}: {error}");
            beneath = error.source();
        }
        self.cause = Some(says);
        self
    }

    /// The key of its sentence.
    pub(crate) fn key(&self) -> String {
        format!("error-{}", self.code)
    }

    /// The key of what to do next.
    pub(crate) fn next_key(&self) -> String {
        format!("{}-next", self.key())
    }

    /// The exit status: 1 refused or failed, 2 wrong usage.
    pub(crate) fn status(&self) -> u8 {
        if self.usage { 2 } else { 1 }
    }
}
