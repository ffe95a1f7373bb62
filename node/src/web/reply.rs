//! What goes back: a page in its frame, a part of one, another address, or a file.

use askama::Template;
use axum::http::StatusCode;
use axum::http::header::{self, HeaderValue};
use axum::response::Response;
use tawro_core::schema::Family;
use tawro_pages::answer::{self, Shown};
use tawro_pages::frame::Told;
use tawro_pages::guard::{self, Keep};
use tawro_pages::{Frame, Icon, Link};

use crate::driver::Node;
use crate::files::Format;
use crate::web::app::IDLE_SECONDS_MAX;
use crate::web::ask::Ask;
use crate::web::guide;
use crate::web::together::only_here;
use crate::web::trouble::Trouble;

/// What a page makes of what was asked.
pub(crate) type Answer = Result<Reply, Trouble>;

pub(crate) enum Reply {
    Page {
        title: String,
        content: String,
        help: Option<&'static str>,
        status: StatusCode,
        /// The records are busy: nothing of them stands around it.
        alone: bool,
    },
    Part(String),
    Go {
        to: String,
        cookies: Vec<String>,
    },
    File {
        name: String,
        kind: &'static str,
        bytes: Vec<u8>,
    },
    /// A photo or scan that somebody added: shown, and nothing in it is run.
    Kept {
        name: String,
        format: Format,
        bytes: Vec<u8>,
    },
}

impl Reply {
    /// A page of a title and a template.
    pub(crate) fn page(title: impl Into<String>, template: &impl Template) -> Answer {
        Ok(Self::Page {
            title: title.into(),
            content: template.render()?,
            help: None,
            status: StatusCode::OK,
            alone: false,
        })
    }

    /// The same, of a form that came back with faults beside its fields.
    pub(crate) fn again(title: impl Into<String>, template: &impl Template) -> Answer {
        Ok(Self::page(title, template)?.with_status(StatusCode::UNPROCESSABLE_ENTITY))
    }

    /// A part of a page, for a page that asks for it.
    pub(crate) fn part(template: &impl Template) -> Answer {
        Ok(Self::Part(template.render()?))
    }

    /// A picture (SVG) of this name, if it could be made.
    pub(crate) fn picture(name: String, picture: Option<String>) -> Answer {
        Ok(Self::File {
            name: format!("{name}.svg"),
            kind: "image/svg+xml",
            bytes: picture.ok_or(Trouble::Nowhere)?.into_bytes(),
        })
    }

    /// Another address.
    pub(crate) fn go(to: impl Into<String>) -> Answer {
        Ok(Self::Go {
            to: to.into(),
            cookies: Vec::new(),
        })
    }

    pub(crate) fn with_status(mut self, new: StatusCode) -> Self {
        if let Self::Page { status, .. } = &mut self {
            *status = new;
        }
        self
    }

    /// Without anything around it that is asked of the records.
    pub(crate) fn alone(mut self) -> Self {
        if let Self::Page { alone, .. } = &mut self {
            *alone = true;
        }
        self
    }

    /// The chapter of the guide that explains the page.
    pub(crate) fn explained_by(mut self, chapter: &'static str) -> Self {
        if let Self::Page { help, .. } = &mut self {
            *help = Some(chapter);
        }
        self
    }

    pub(crate) fn response(self, ask: &Ask<'_>) -> Response {
        let policy = match &self {
            Self::Kept { format, .. } if format.is_picture() => Some(POLICY_OF_PICTURE),
            Self::Kept { .. } => Some(POLICY_OF_PAPER),
            _ => None,
        };
        let mut response = match self {
            Self::Page {
                title,
                content,
                help,
                status,
                alone,
            } => {
                let around = match alone {
                    true => Around::default(),
                    false => Around::of(ask).unwrap_or_default(),
                };
                let html = frame(ask, &around, &title, &content, help);
                let mut response = answer::html(html);
                *response.status_mut() = status;
                response
            }
            Self::Part(html) => answer::html(html),
            Self::Go { to, cookies } => answer::go(&to, &cookies),
            Self::File { name, kind, bytes } => answer::file(&name, kind, bytes, shown(kind)),
            Self::Kept { name, format, bytes } => answer::file(&name, format.mime(), bytes, Shown::Inline),
        };
        guard::seal(&mut response, Keep::Nothing);
        if let Some(policy) = policy {
            let policy = HeaderValue::from_static(policy);
            response
                .headers_mut()
                .insert(header::CONTENT_SECURITY_POLICY, policy);
        }
        response
    }
}

/// Whoever added it may have written anything into it: in a room of its own it reaches nothing of ours.
const POLICY_OF_PICTURE: &str = "default-src 'none'; frame-ancestors 'self'; sandbox";
/// The same without the room of its own, in which browsers show no PDF.
const POLICY_OF_PAPER: &str =
    "default-src 'none'; frame-ancestors 'self'; form-action 'none'; base-uri 'none'";

/// A paper is looked at, all else is saved.
fn shown(kind: &str) -> Shown {
    match kind {
        "application/pdf" => Shown::Inline,
        _ => Shown::Saved,
    }
}

/// The page in the house style. A frame that cannot be made is an empty page: a fault of ours.
fn frame(ask: &Ask<'_>, around: &Around, title: &str, content: &str, help: Option<&'static str>) -> String {
    let program = ask.speech.say("page-program");
    let is_in = around.who.is_some();
    // A page that the chapter of a part explains lies in that part.
    let part = help.and_then(|chapter| chapter.split('#').next()).map(part_of);
    let part = part.map(|part| format!("/part/{part}"));
    let within = |link: &Link| Link {
        is_here: link.is_here || part.as_ref() == Some(&link.to),
        ..link.clone()
    };
    let links: Vec<Link> = around.links.iter().map(within).collect();
    let frame = Frame {
        speech: &ask.speech,
        title,
        owner: around.owner.as_deref().unwrap_or(&program),
        links: &links,
        search: is_in.then(|| ask.query.text("q")),
        who: around.who.as_deref(),
        token: ask.token(),
        told: around.told.as_ref(),
        sign: around.sign.as_ref(),
        idle_seconds: IDLE_SECONDS_MAX,
        help: help.filter(|chapter| is_in && guide::has(chapter)),
        content,
    };
    frame.render().unwrap_or_default()
}

/// The part of the program that a chapter is about: what keeps the association safe is found in its own part.
fn part_of(chapter: &str) -> &str {
    match chapter {
        "safety" | "together" | "access" => Family::Association.key(),
        other => other,
    }
}

/// What stands around a page of somebody who is let in.
#[derive(Default)]
struct Around {
    owner: Option<String>,
    who: Option<String>,
    links: Vec<Link>,
    told: Option<Told>,
    sign: Option<Link>,
}

impl Around {
    fn of(ask: &Ask<'_>) -> Result<Self, Trouble> {
        let mut place = ask.app.node();
        let (Some(visit), Some(node)) = (&ask.visit, place.as_mut()) else {
            return Ok(Self::default());
        };
        node.act_as(visit.who)?;
        let login = node.login();
        let who = node.logins()?.into_iter().find(|known| known.id == login);
        Ok(Self {
            owner: node.association_name()?,
            who: Some(who.map(|who| who.name).unwrap_or_default()),
            links: links(ask, node),
            told: ask.app.told(ask.token()),
            sign: Some(sign(ask, node)?),
        })
    }
}

/// How much exists only here, on every page.
fn sign(ask: &Ask<'_>, node: &mut Node) -> Result<Link, Trouble> {
    let is_enrolled = node.hub()?.is_some();
    let unsynced = if is_enrolled { node.unsynced()? } else { 0 };
    Ok(Link {
        to: "/together".to_owned(),
        label: only_here(&ask.speech, unsynced, is_enrolled),
        icon: Icon::Sync,
        is_here: false,
        count: 0,
    })
}

/// The parts of the program by what people do, those left out that this person may not look at.
fn links(ask: &Ask<'_>, node: &Node) -> Vec<Link> {
    let path = ask.here.split('?').next().unwrap_or(ask.here);
    let link = |to: String, label: String, icon: Icon| Link {
        is_here: path == to,
        to,
        label,
        icon,
        count: 0,
    };
    let home = link("/".to_owned(), ask.speech.say("page-home"), Icon::Home);
    let parts = Family::ALL.into_iter().filter(|family| {
        let mut kinds = node.schema().kinds().filter(|kind| kind.family == *family);
        kinds.any(|kind| node.access().sees(kind)) && *family != Family::Access
    });
    let parts = parts.map(|family| {
        let key = family.key();
        link(
            format!("/part/{key}"),
            ask.speech.say(&format!("part-{key}")),
            icon_of(family),
        )
    });
    std::iter::once(home).chain(parts).collect()
}

/// The picture of a part of the program.
pub(crate) fn icon_of(family: Family) -> Icon {
    match family {
        Family::People => Icon::People,
        Family::Giving => Icon::Money,
        Family::Activities => Icon::Calendar,
        Family::Mail => Icon::Mail,
        Family::Partners => Icon::Hands,
        Family::Programme => Icon::Book,
        Family::Association => Icon::Gear,
        Family::Access => Icon::Shield,
    }
}
