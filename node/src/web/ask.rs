//! What was asked: the address, the form, who is there, and how they want to be spoken to.

use std::sync::Arc;

use axum::http::request::Parts;
use axum::http::{Method, header};
use tawro_core::id::RecordId;
use tawro_core::text::{Digits, Lang};
use tawro_core::time::Timestamp;
use tawro_pages::{Fields, Speech, Upload, Visit, guard};

use crate::web::App;

/// A request as it came.
pub(crate) struct Asked {
    method: Method,
    here: String,
    path: Vec<(String, String)>,
    query: Fields,
    cookies: Cookies,
    session_cookie: String,
    referer: Option<String>,
}

struct Cookies {
    session: Option<String>,
    lang: Option<Lang>,
    digits: Digits,
}

/// A request in the hands of a page.
pub(crate) struct Ask<'a> {
    pub(crate) app: &'a Arc<App>,
    pub(crate) speech: Speech,
    /// Who is let in.
    pub(crate) visit: Option<Visit<RecordId>>,
    /// The cookie by which they are.
    pub(crate) session: Option<&'a str>,
    /// What that cookie is called.
    pub(crate) session_cookie: &'a str,
    /// What stands behind `?`.
    pub(crate) query: &'a Fields,
    /// What the form sent.
    pub(crate) form: Fields,
    /// The file it sent.
    pub(crate) upload: Option<Upload>,
    /// It wants to change something.
    pub(crate) changes: bool,
    /// The address with its query.
    pub(crate) here: &'a str,
    /// Nobody said yet in which language they read.
    pub(crate) is_new_here: bool,
    pub(crate) now: Timestamp,
    path: &'a [(String, String)],
    referer: Option<&'a str>,
}

/// The cookie that holds a session. Ports share cookies, so that two folders on one computer need
/// two names; one folder, one process, one session each.
const SESSION: &str = "tawro";
pub(crate) const LANG: &str = "tawro-lang";
pub(crate) const DIGITS: &str = "tawro-digits";
/// What [`DIGITS`] holds for Arabic-Indic ones.
pub(crate) const ARABIC_INDIC: &str = "arab";

impl Asked {
    pub(crate) fn new(parts: &Parts, path: Vec<(String, String)>) -> Self {
        let cookie = |name: &str| guard::cookie(&parts.headers, name);
        let here = parts.uri.path_and_query();
        let session_cookie = session_cookie(parts);
        Self {
            method: parts.method.clone(),
            here: here.map_or("/", |here| here.as_str()).to_owned(),
            path,
            query: Fields::decode(parts.uri.query().unwrap_or_default()),
            cookies: Cookies {
                session: cookie(&session_cookie).map(str::to_owned),
                lang: cookie(LANG).and_then(Lang::from_tag),
                digits: match cookie(DIGITS) {
                    Some(ARABIC_INDIC) => Digits::ArabicIndic,
                    _ => Digits::Western,
                },
            },
            session_cookie,
            referer: referer(parts),
        }
    }
}

impl<'a> Ask<'a> {
    pub(crate) fn of(app: &'a Arc<App>, asked: &'a Asked, now: Timestamp) -> Self {
        let session = asked.cookies.session.as_deref();
        let lang = asked.cookies.lang.unwrap_or_default();
        Self {
            app,
            speech: Speech::new(Arc::clone(&app.setting.words), lang, asked.cookies.digits),
            visit: session.and_then(|session| app.sessions.find(session, now)),
            session,
            session_cookie: &asked.session_cookie,
            query: &asked.query,
            form: Fields::default(),
            upload: None,
            changes: !asked.method.is_safe(),
            here: &asked.here,
            is_new_here: asked.cookies.lang.is_none(),
            now,
            path: &asked.path,
            referer: asked.referer.as_deref(),
        }
    }

    /// The day by this computer's clock, as dates are stored; empty while the clock is not known.
    pub(crate) fn today(&self) -> String {
        self.now.to_string().chars().take(10).collect()
    }

    /// A part of the address, as `{id}`.
    pub(crate) fn part(&self, name: &str) -> &str {
        let found = self.path.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    /// Whether the address is one of those that begin so.
    pub(crate) fn path_begins(&self, with: &str) -> bool {
        self.here.starts_with(with)
    }

    /// The record whose id is part of the address.
    pub(crate) fn id(&self) -> Result<RecordId, crate::web::trouble::Trouble> {
        let id = self.part("id").parse();
        id.map_err(|_| crate::web::trouble::Trouble::Nowhere)
    }

    /// The app, for work that goes on after this request.
    pub(crate) fn share(&self) -> Arc<App> {
        Arc::clone(self.app)
    }

    /// The page of ours on which something was pressed.
    pub(crate) fn came_from(&self) -> Option<&str> {
        self.referer
    }

    /// Whether it is a form about a record: what was typed there must not be lost.
    pub(crate) fn is_writing(&self) -> bool {
        let path = self.here.split('?').next().unwrap_or_default();
        self.changes && (path.ends_with("/new") || path.ends_with("/edit"))
    }

    /// The session's token; empty if nobody is let in.
    pub(crate) fn token(&self) -> &str {
        self.visit
            .as_ref()
            .map(|visit| visit.token.as_str())
            .unwrap_or_default()
    }
}

/// A session's cookie by the port it is for: cookies are shared by all ports of a machine.
fn session_cookie(parts: &Parts) -> String {
    let host = parts.headers.get(header::HOST);
    let host = host.and_then(|host| host.to_str().ok()).unwrap_or_default();
    match host.rsplit_once(':') {
        Some((_, port)) => format!("{SESSION}-{port}"),
        None => SESSION.to_owned(),
    }
}

/// The path of the page that asks; none of another site's.
fn referer(parts: &Parts) -> Option<String> {
    let text = |name| parts.headers.get(name).and_then(|value| value.to_str().ok());
    let own = format!("http://{}", text(header::HOST)?);
    let path = text(header::REFERER)?.strip_prefix(&own)?;
    Some(path.to_owned())
}
