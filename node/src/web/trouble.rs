//! What goes wrong on the way to a page, in the reader's words, with what to do next.

use askama::Template;
use axum::http::StatusCode;
use tawro_core::command::Refusal;
use tawro_core::replica::ExecuteFault;
use tawro_core::text::Fact;
use tawro_pages::Speech;
use tawro_pages::fields::{FormFault, escape};

use crate::error::{Fault, Who};
use crate::fault::NodeError;
use crate::web::ask::Ask;
use crate::web::reply::Reply;

/// Why there is no such page.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// No page is at this address, or no record of this id is here.
    Nowhere,
    /// Nobody is let in, or not any more; what they wrote is kept under this name.
    NotIn { left: Option<String> },
    /// The form is of another session than the one that sends it.
    Stale,
    /// What was asked of a page makes no sense there, by the code of its words.
    Said(&'static str),
    /// The form could not be read.
    Form(FormFault),
    /// The node refuses or fails.
    Node(NodeError),
    /// A page could not be made.
    Made(askama::Error),
}

impl<E: Into<NodeError>> From<E> for Trouble {
    fn from(error: E) -> Self {
        Self::Node(error.into())
    }
}

impl From<askama::Error> for Trouble {
    fn from(error: askama::Error) -> Self {
        Self::Made(error)
    }
}

#[derive(Template)]
#[template(path = "trouble.html")]
struct Page<'a> {
    speech: &'a Speech,
    what: String,
    next: String,
    code: &'a str,
}

impl Trouble {
    pub(crate) fn reply(self, ask: &mut Ask<'_>) -> Reply {
        if let Self::NotIn { left } = &self {
            let then = if ask.changes { "/" } else { ask.here };
            let left = left.as_deref().unwrap_or_default();
            return Reply::Go {
                to: format!("/login?then={}&left={left}", escape(then)),
                cookies: Vec::new(),
            };
        }
        if let Self::Node(error) = &self
            && matches!(error.who(), Who::Us | Who::Operator)
        {
            tracing::error!(code = error.code(), "a page failed");
        }
        if let Self::Made(error) = &self {
            tracing::error!(%error, "a page could not be made");
        }
        let code = self.code();
        let (what, next) = self.said(&ask.speech);
        let page = Page {
            speech: &ask.speech,
            what,
            next,
            code: &code,
        };
        Reply::Page {
            title: ask.speech.say("trouble-title"),
            content: page.render().unwrap_or_default(),
            help: None,
            status: self.status(),
            alone: false,
        }
    }

    /// What happened, and what to do next.
    pub(crate) fn said(&self, speech: &Speech) -> (String, String) {
        said(&self.code(), &self.facts(), speech)
    }

    fn code(&self) -> String {
        match self {
            Self::Nowhere => "nowhere".to_owned(),
            Self::NotIn { .. } => "not_in".to_owned(),
            Self::Stale => "stale".to_owned(),
            Self::Said(code) => (*code).to_owned(),
            Self::Form(FormFault::TooLarge) => "form_large".to_owned(),
            Self::Form(FormFault::Broken) => "form_broken".to_owned(),
            Self::Node(error) => error.code().to_owned(),
            Self::Made(_) => "page".to_owned(),
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        let Self::Node(error) = self else {
            return Vec::new();
        };
        match error {
            NodeError::Execute(ExecuteFault::Refused(Refusal::Value { error, .. })) => error.facts(),
            NodeError::Import(fault) => fault.facts(),
            other => {
                let fact = |text: String| text.parse().map_or(Fact::Text(text), Fact::Number);
                let facts = other.facts().into_iter();
                facts.map(|(name, text)| (name, fact(text))).collect()
            }
        }
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::Nowhere => StatusCode::NOT_FOUND,
            Self::NotIn { .. } => StatusCode::UNAUTHORIZED,
            Self::Stale => StatusCode::FORBIDDEN,
            Self::Said(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Form(FormFault::TooLarge) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Form(FormFault::Broken) => StatusCode::BAD_REQUEST,
            Self::Node(NodeError::NotAllowed) => StatusCode::FORBIDDEN,
            Self::Node(NodeError::Execute(ExecuteFault::Refused(Refusal::NotFound { .. }))) => {
                StatusCode::NOT_FOUND
            }
            Self::Node(error) if error.who() == Who::Person => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Node(_) | Self::Made(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

/// The words of a code: those of pages first, which name no command; then core's and the sheets'.
pub(crate) fn said(code: &str, facts: &[(&str, Fact)], speech: &Speech) -> (String, String) {
    const FAMILIES: [&str; 5] = ["trouble", "refusal", "value", "import-fault", "error"];
    let say = |end: &str| {
        FAMILIES
            .iter()
            .find_map(|family| speech.maybe(&format!("{family}-{code}{end}"), facts))
    };
    match say("") {
        Some(what) => (what, say("-next").unwrap_or_default()),
        None => (speech.say("trouble-unknown"), speech.say("trouble-unknown-next")),
    }
}
