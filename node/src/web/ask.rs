//! What was asked: the address, the form, who is there, and how they want to be spoken to.

use std::sync::Arc;

use axum::http::Method;
use axum::http::request::Parts;
use tawro_core::id::RecordId;
use tawro_core::time::Timestamp;
use tawro_pages::request::Wishes;
use tawro_pages::{Fields, Speech, Upload, Visit};

use crate::web::App;

/// A request as it came.
pub(crate) struct Asked {
    method: Method,
    path: Vec<(String, String)>,
    query: Fields,
    wishes: Wishes,
}

/// A request in the hands of a page.
pub(crate) struct Ask<'a> {
    pub(crate) app: &'a Arc<App>,
    pub(crate) speech: Speech,
    /// Who is let in.
    pub(crate) visit: Option<Visit<RecordId>>,
    /// The cookie by which they are.
    pub(crate) session: Option<&'a str>,
    /// What their cookies say, and where they come from.
    pub(crate) wishes: &'a Wishes,
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
    pub(crate) now: Timestamp,
    path: &'a [(String, String)],
}

impl Asked {
    pub(crate) fn new(parts: &Parts, path: Vec<(String, String)>) -> Self {
        Self {
            method: parts.method.clone(),
            path,
            query: Fields::decode(parts.uri.query().unwrap_or_default()),
            wishes: Wishes::of(parts),
        }
    }
}

impl<'a> Ask<'a> {
    pub(crate) fn of(app: &'a Arc<App>, asked: &'a Asked, now: Timestamp) -> Self {
        let wishes = &asked.wishes;
        let session = wishes.session.as_deref();
        Self {
            app,
            speech: Speech::new(Arc::clone(&app.setting.words), wishes.lang, wishes.digits),
            visit: session.and_then(|session| app.sessions.find(session, now)),
            session,
            wishes,
            query: &asked.query,
            form: Fields::default(),
            upload: None,
            changes: !asked.method.is_safe(),
            here: &wishes.here,
            now,
            path: &asked.path,
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
        self.wishes.came_from.as_deref()
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
