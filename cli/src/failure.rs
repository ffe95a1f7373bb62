//! Why a command ended without doing its work: a code, its facts, and the exit status.

use std::error::Error;

use tawro_core::code::CodeFault;
use tawro_core::command::Refusal;
use tawro_core::replica::ExecuteFault;
use tawro_core::share::{LedgerFault, RollFault, TaskFault};
use tawro_core::text::Fact;
use tawro_hub::HubError;
use tawro_hub::dashboard::PASSWORD_LETTERS_MIN;
use tawro_hub::period::PeriodFault;
use tawro_hub::report::ReportFault;
use tawro_node::error::Fault;
use tawro_node::fault::NodeError;
use tawro_node::folder::FolderError;
use tawro_node::import::ImportFault;

use crate::passphrase::PassphraseFault;

/// Facts of a sentence, each under the name that the sentence gives it.
pub(crate) type Facts = Vec<(&'static str, Fact)>;

/// A refusal or failure on its way to the person.
///
/// Its sentence is found by its code, see [`crate::output::Output::explain`].
#[derive(Debug)]
pub(crate) struct Failure {
    /// Stable name, as `conflict_open`.
    pub(crate) code: String,
    /// What the sentence may name.
    pub(crate) facts: Facts,
    /// The field it is about, where its sentence does not name it.
    pub(crate) field: Option<String>,
    /// What the errors beneath say, for whoever looks into it: shown last, in brackets.
    pub(crate) cause: Option<String>,
    /// What may be chosen instead, a line each.
    pub(crate) choices: Box<[String]>,
    /// The command was wrong, rather than refused.
    pub(crate) usage: bool,
}

impl Failure {
    /// A refusal or failure: exit status 1.
    pub(crate) fn new(code: &str, facts: Facts) -> Self {
        Self {
            code: code.to_owned(),
            facts,
            field: None,
            choices: Box::default(),
            cause: None,
            usage: false,
        }
    }

    /// Wrong usage: exit status 2.
    pub(crate) fn usage(code: &str, facts: Facts) -> Self {
        Self {
            usage: true,
            ..Self::new(code, facts)
        }
    }

    /// The same, with what may be chosen instead.
    pub(crate) fn with_choices(self, choices: Vec<String>) -> Self {
        Self {
            choices: choices.into(),
            ..self
        }
    }

    /// The same, with a field called what people call it.
    pub(crate) fn with_field_called(mut self, label: impl Fn(&str) -> String) -> Self {
        self.field = self.field.map(|field| label(&field));
        for (name, fact) in &mut self.facts {
            if *name == "field" {
                *fact = Fact::Text(label(&fact.to_string()));
            }
        }
        self
    }

    /// The same, with what an error and the errors beneath it say.
    pub(crate) fn because(mut self, error: &dyn Error) -> Self {
        let mut says = error.to_string();
        let mut beneath = error.source();
        while let Some(error) = beneath {
            let more = error.to_string();
            // A transparent error says what the one beneath it says.
            if !says.ends_with(&more) {
                says = format!("{says}: {more}");
            }
            beneath = error.source();
        }
        self.cause = Some(says);
        self
    }

    /// The exit status: 1 refused or failed, 2 wrong usage.
    pub(crate) fn status(&self) -> u8 {
        if self.usage { 2 } else { 1 }
    }

    /// Of any error that knows its code and facts.
    pub(crate) fn of(fault: &dyn Fault) -> Self {
        let fact = |text: String| text.parse().map_or(Fact::Text(text), Fact::Number);
        let facts = fault
            .facts()
            .into_iter()
            .map(|(name, text)| (name, fact(text)))
            .collect();
        Self::new(fault.code(), facts).because(fault)
    }
}

/// Errors that know their code, taken over as they are.
macro_rules! known {
    ($($error:ty),*) => {$(
        impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                Self::of(&error)
            }
        }
    )*};
}

known!(FolderError);

impl From<NodeError> for Failure {
    fn from(error: NodeError) -> Self {
        match error {
            NodeError::Execute(ExecuteFault::Refused(refusal)) => refusal.into(),
            NodeError::Code(fault) => fault.into(),
            NodeError::Import(ImportFault::UnknownKind { kind }) => Refusal::UnknownKind { kind }.into(),
            NodeError::Import(fault) => Self::new(fault.code(), fault.facts()).because(&fault),
            other => Self::of(&other),
        }
    }
}

impl From<HubError> for Failure {
    fn from(error: HubError) -> Self {
        let path = match &error {
            HubError::NoHub { folder } | HubError::Occupied { folder } | HubError::InUse { folder } => {
                Some(folder)
            }
            HubError::Keys { path } | HubError::File { path, .. } => Some(path),
            _ => None,
        };
        let mut facts: Facts = path
            .map(|path| ("path", path.display().to_string().into()))
            .into_iter()
            .collect();
        match &error {
            HubError::Listen { address, .. } => facts.push(("address", address.to_string().into())),
            HubError::Edition(fault) => {
                let told = fault.facts().into_iter();
                facts.extend(told.map(|(name, text)| (name, text.into())));
            }
            HubError::PasswordShort(_) => facts.push(("letters", PASSWORD_LETTERS_MIN.into())),
            HubError::Memory(fault) => facts.push(("memory_mib", (fault.memory_kib as usize / 1024).into())),
            _ => {}
        }
        Self::new(error.code(), facts).because(&error)
    }
}

impl From<PeriodFault> for Failure {
    fn from(fault: PeriodFault) -> Self {
        let facts = facts_of_period(&fault);
        Self::new(fault.code(), facts).because(&fault)
    }
}

impl From<ReportFault> for Failure {
    fn from(fault: ReportFault) -> Self {
        let facts = match &fault {
            ReportFault::NotPublished { period } => vec![("period", period.to_string().into())],
            _ => Vec::new(),
        };
        Self::new(fault.code(), facts).because(&fault)
    }
}

fn facts_of_period(fault: &PeriodFault) -> Facts {
    match fault {
        PeriodFault::NameTaken { name }
        | PeriodFault::KeyTaken { name }
        | PeriodFault::NoSuchSeat { name }
        | PeriodFault::OperatorTaken { name } => vec![("name", name.as_str().into())],
        PeriodFault::Unknown { period }
        | PeriodFault::Exists { period }
        | PeriodFault::Answered { period, .. }
        | PeriodFault::FrozenBefore { period }
        | PeriodFault::NotFrozen { period }
        | PeriodFault::OpenedBefore { period }
        | PeriodFault::PublishedBefore { period }
        | PeriodFault::NotPublished { period } => vec![("period", period.to_string().into())],
        PeriodFault::Overlaps { period, other } => vec![
            ("period", period.to_string().into()),
            ("other", other.to_string().into()),
        ],
        PeriodFault::YearPast { later } => vec![("later", later.to_string().into())],
        PeriodFault::WindowOpen { closes, missing } => vec![
            ("closes", closes.to_string().into()),
            ("missing", (*missing).into()),
        ],
        PeriodFault::SeatName { limit } => vec![("limit", (*limit).into())],
        PeriodFault::Roll(RollFault::NewcomersWait { found, needed }) => {
            vec![("found", (*found).into()), ("needed", (*needed).into())]
        }
        PeriodFault::Roll(RollFault::TooMany { found, limit })
        | PeriodFault::Task(TaskFault::Indicators { found, limit }) => {
            vec![("found", (*found).into()), ("limit", (*limit).into())]
        }
        PeriodFault::Task(TaskFault::Bound { code, bound }) => {
            vec![
                ("code", code.as_str().into()),
                ("bound", bound.to_string().into()),
            ]
        }
        PeriodFault::Task(
            TaskFault::Code { code }
            | TaskFault::Mixed { code }
            | TaskFault::Tables { code }
            | TaskFault::Fact { code },
        ) => vec![("code", code.as_str().into())],
        PeriodFault::Ledger(LedgerFault::Malformed { at } | LedgerFault::Broken { at }) => {
            vec![("at", (*at).into())]
        }
        _ => Vec::new(),
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        let mut facts: Facts = Vec::new();
        let mut of_value = None;
        let mut innermost = &refusal;
        while let Refusal::Row { source, .. } = innermost {
            innermost = source;
        }
        match innermost {
            Refusal::UnknownKind { kind } => facts.push(("kind", kind.as_str().into())),
            Refusal::UnknownField { kind, .. } => facts.push(("kind", kind.as_str().into())),
            Refusal::NotFound { record }
            | Refusal::Exists { record }
            | Refusal::Deleted { record }
            | Refusal::UnknownBase { record }
            | Refusal::MergeCycle { record }
            | Refusal::Unreadable { record, .. } => facts.push(("record", record.to_string().into())),
            Refusal::TooLong { bytes, max, .. } | Refusal::ChangeTooLarge { bytes, max } => {
                facts.extend([("bytes", (*bytes).into()), ("max", (*max).into())]);
            }
            Refusal::MergeKinds { from, into } => {
                facts.extend([("from", from.as_str().into()), ("into", into.as_str().into())]);
            }
            Refusal::Value { field, error } => {
                facts.extend(error.facts());
                of_value = Some(field.clone());
            }
            _ => {}
        }
        // People read the field's name, once somebody knows of which kind; what is typed stays the key.
        let field = refusal.field().into_iter();
        facts.extend(field.flat_map(|field| [("field", field.into()), ("key", field.into())]));
        Self {
            field: of_value,
            ..Self::new(refusal.code(), facts)
        }
    }
}

impl From<CodeFault> for Failure {
    fn from(fault: CodeFault) -> Self {
        let group = match fault {
            CodeFault::Empty => return Self::usage("no_code", Vec::new()),
            CodeFault::NotADigit { group, .. }
            | CodeFault::Group { group }
            | CodeFault::Incomplete { group, .. } => group,
            CodeFault::Missing { group } => {
                return Self::new("code_short", vec![("group", group.into())]).because(&fault);
            }
            CodeFault::TooLong { groups } => {
                return Self::new("code_long", vec![("groups", groups.into())]).because(&fault);
            }
            CodeFault::UnknownKind { .. } | CodeFault::Address => {
                return Self::new("update_needed", Vec::new()).because(&fault);
            }
        };
        Self::new("code_group", vec![("group", group.into())]).because(&fault)
    }
}

impl From<PassphraseFault> for Failure {
    fn from(fault: PassphraseFault) -> Self {
        let failure = match &fault {
            PassphraseFault::File { path, .. } => Self::new(
                "passphrase_file",
                vec![("path", path.display().to_string().into())],
            ),
            PassphraseFault::Empty => Self::new("empty_passphrase", Vec::new()),
            PassphraseFault::Differ => Self::new("passphrase_differs", Vec::new()),
            PassphraseFault::NobodyToAsk => Self::usage("no_passphrase", Vec::new()),
        };
        failure.because(&fault)
    }
}
