//! What goes back: a page in its frame, another address, or a file; and what goes wrong on the way.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use tawro_pages::fields::{FormFault, escape};
use tawro_pages::guard::{self, Keep};
use tawro_pages::{Frame, Icon, Link, answer};

use crate::dashboard::IDLE_SECONDS_MAX;
use crate::dashboard::asked::Ask;
use crate::export::ExportFault;
use crate::published::Unreadable;
use crate::report::ReportFault;

/// What a page makes of what was asked.
pub(super) type Answer = Result<Reply, Trouble>;

pub(super) enum Reply {
    Page {
        title: String,
        content: String,
        status: StatusCode,
    },
    Go {
        to: String,
        cookies: Vec<String>,
    },
    File {
        name: String,
        kind: &'static str,
        bytes: Vec<u8>,
    },
}

/// Why there is no such page.
#[derive(Debug)]
pub(super) enum Trouble {
    /// No page is at this address.
    Nowhere,
    /// It is for who knows the password.
    NotIn,
    /// The form is of another session than the one that sends it.
    Stale,
    /// The form could not be read.
    Form(FormFault),
    /// The hub's stores could not be read.
    Unreadable(Unreadable),
    /// A page or a file could not be made.
    Made,
    /// There is not enough memory to check a password.
    Memory,
}

impl From<Unreadable> for Trouble {
    fn from(fault: Unreadable) -> Self {
        Self::Unreadable(fault)
    }
}

impl From<askama::Error> for Trouble {
    fn from(error: askama::Error) -> Self {
        tracing::error!(%error, "a page could not be made");
        Self::Made
    }
}

impl From<ExportFault> for Trouble {
    fn from(error: ExportFault) -> Self {
        tracing::error!(%error, "a workbook could not be made");
        Self::Made
    }
}

impl From<ReportFault> for Trouble {
    fn from(fault: ReportFault) -> Self {
        if let ReportFault::NotPublished { .. } = fault {
            return Self::Nowhere;
        }
        tracing::error!(error = %fault, "a report could not be made");
        Self::Made
    }
}

#[derive(Template)]
#[template(path = "trouble.html")]
struct Page<'a> {
    speech: &'a tawro_pages::Speech,
    what: String,
    next: String,
    code: &'a str,
}

impl Trouble {
    pub(super) fn reply(self, ask: &Ask<'_>) -> Reply {
        if let Self::NotIn = self {
            let to = format!("/login?then={}", escape(&ask.wishes.here));
            return Reply::Go {
                to,
                cookies: Vec::new(),
            };
        }
        let (code, status) = self.code();
        let speech = &ask.speech;
        let say = |end: &str| speech.maybe(&format!("dash-trouble-{code}{end}"), &[]);
        let other = |end: &str| speech.say(&format!("dash-trouble-unknown{end}"));
        let page = Page {
            speech,
            what: say("").unwrap_or_else(|| other("")),
            next: say("-next").unwrap_or_else(|| other("-next")),
            code,
        };
        Reply::Page {
            title: speech.say("dash-trouble-title"),
            content: page.render().unwrap_or_default(),
            status,
        }
    }

    fn code(&self) -> (&'static str, StatusCode) {
        match self {
            Self::Nowhere => ("nowhere", StatusCode::NOT_FOUND),
            Self::NotIn => ("not_in", StatusCode::UNAUTHORIZED),
            Self::Stale => ("stale", StatusCode::FORBIDDEN),
            Self::Form(FormFault::TooLarge) => ("form", StatusCode::PAYLOAD_TOO_LARGE),
            Self::Form(FormFault::Broken) => ("form", StatusCode::BAD_REQUEST),
            Self::Unreadable(fault) => (fault.code, StatusCode::INTERNAL_SERVER_ERROR),
            Self::Made => ("made", StatusCode::INTERNAL_SERVER_ERROR),
            Self::Memory => ("memory", StatusCode::INTERNAL_SERVER_ERROR),
        }
    }
}

impl Reply {
    /// A page of a title and a template.
    pub(super) fn page(title: String, template: &impl Template) -> Answer {
        Ok(Self::Page {
            title,
            content: template.render()?,
            status: StatusCode::OK,
        })
    }

    pub(super) fn with_status(mut self, new: StatusCode) -> Self {
        if let Self::Page { status, .. } = &mut self {
            *status = new;
        }
        self
    }

    pub(super) fn response(self, ask: &Ask<'_>) -> Response {
        let mut response = match self {
            Self::Page {
                title,
                content,
                status,
            } => {
                let mut response = answer::html(frame(ask, &title, &content));
                *response.status_mut() = status;
                response
            }
            Self::Go { to, cookies } => answer::go(&to, &cookies),
            Self::File { name, kind, bytes } => answer::file(&name, kind, bytes, answer::Shown::Saved),
        };
        guard::seal(&mut response, Keep::Nothing);
        response
    }
}

/// The page in the house style. A frame that cannot be made is an empty page: a fault of ours.
fn frame(ask: &Ask<'_>, title: &str, content: &str) -> String {
    let links = links(ask).unwrap_or_default();
    let frame = Frame {
        speech: &ask.speech,
        title,
        owner: &ask.app.setting.owner,
        links: &links,
        search: None,
        who: None,
        token: ask.token(),
        told: None,
        sign: None,
        idle_seconds: if ask.is_in() { IDLE_SECONDS_MAX } else { 0 },
        help: None,
        content,
    };
    frame.render().unwrap_or_default()
}

/// Where one may go, as far as one may look.
fn links(ask: &Ask<'_>) -> Result<Vec<Link>, Trouble> {
    if ask.may_look().is_err() {
        return Ok(Vec::new());
    }
    let path = ask.wishes.here.split('?').next().unwrap_or_default();
    let link = |to: &str, key: &str, icon: Icon| Link {
        is_here: path == to || (to == "/periods" && path.starts_with("/period/")),
        to: to.to_owned(),
        label: ask.speech.say(key),
        icon,
        count: 0,
    };
    let mut links = vec![
        link("/", "dash-overview", Icon::Home),
        link("/outputs", "dash-outputs", Icon::Book),
        link("/periods", "dash-periods", Icon::Calendar),
    ];
    match ask.is_in() {
        true => links.extend([
            link("/progress", "dash-progress", Icon::Hands),
            link("/sync", "dash-sync", Icon::Sync),
        ]),
        false => links.push(link("/login", "dash-login", Icon::Shield)),
    }
    Ok(links)
}
