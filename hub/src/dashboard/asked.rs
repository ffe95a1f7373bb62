//! How a request becomes a page: guarded, let in, asked, framed.

use std::convert::Infallible;
use std::sync::{Arc, Mutex};

use axum::extract::{FromRequestParts, RawPathParams, Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{MethodRouter, get, post};
use tawro_core::time::Timestamp;
use tawro_pages::guard::{self, Reach};
use tawro_pages::request::Wishes;
use tawro_pages::{Brake, Fields, Sessions, Speech, Visit, answer, fields};

use crate::dashboard::Setting;
use crate::dashboard::password::Password;
use crate::dashboard::reply::{Answer, Trouble};

/// What all pages share.
pub(super) struct App {
    pub(super) setting: Setting,
    /// From where it may be asked.
    pub(super) reach: Reach,
    /// Each with the password that opened it.
    pub(super) sessions: Sessions<Password>,
    pub(super) brake: Brake,
    /// One password is tried at a time: each takes much memory, and the brake must see the last one.
    pub(super) trying: Mutex<()>,
}

/// The app as axum carries it to every page.
#[derive(Clone)]
pub(super) struct Asks(pub(super) Arc<App>);

/// A request in the hands of a page.
pub(super) struct Ask<'a> {
    pub(super) app: &'a App,
    pub(super) speech: Speech,
    /// Whoever knows the password, if they are there.
    pub(super) visit: Option<Visit<Password>>,
    /// Where they come from, what their cookies say.
    pub(super) wishes: &'a Wishes,
    pub(super) query: Fields,
    pub(super) form: Fields,
    pub(super) now: Timestamp,
    path: &'a [(String, String)],
}

/// Answers a request.
pub(super) type Page = fn(&mut Ask<'_>) -> Answer;

/// Something to look at.
pub(super) fn shown(page: Page) -> MethodRouter<Asks, Infallible> {
    get(async move |State(Asks(app)), request: Request| handle(app, request, page).await)
}

/// Something that changes.
pub(super) fn act(page: Page) -> MethodRouter<Asks, Infallible> {
    post(async move |State(Asks(app)), request: Request| handle(app, request, page).await)
}

/// An address that leads nowhere.
pub(super) async fn nowhere(State(Asks(app)): State<Asks>, request: Request) -> Response {
    handle(app, request, |_| Err(Trouble::Nowhere)).await
}

async fn handle(app: Arc<App>, request: Request, page: Page) -> Response {
    if guard::check(app.reach, request.method(), request.headers()).is_err() {
        return answer::bare(StatusCode::MISDIRECTED_REQUEST);
    }
    let (mut parts, body) = request.into_parts();
    let path: Vec<(String, String)> = match RawPathParams::from_request_parts(&mut parts, &()).await {
        Ok(params) => params
            .iter()
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect(),
        Err(_) => Vec::new(),
    };
    let wishes = Wishes::of(&parts);
    let query = Fields::decode(parts.uri.query().unwrap_or_default());
    let form = match parts.method.is_safe() {
        true => Ok(Fields::default()),
        false => fields::read(Request::from_parts(parts, body))
            .await
            .map(|(form, _)| form),
    };
    // All that follows computes and reads the disk: not on the threads that answer others.
    let answered = tokio::task::spawn_blocking(move || {
        let now = crate::calendar();
        let mut ask = Ask {
            speech: Speech::new(Arc::clone(&app.setting.words), wishes.lang, wishes.digits),
            visit: visit(&app, wishes.session.as_deref(), now),
            app: &app,
            wishes: &wishes,
            query,
            form: Fields::default(),
            now,
            path: &path,
        };
        let answer = match form {
            Ok(form) => {
                ask.form = form;
                page(&mut ask)
            }
            Err(fault) => Err(Trouble::Form(fault)),
        };
        let reply = answer.unwrap_or_else(|trouble| trouble.reply(&ask));
        reply.response(&ask)
    });
    let answered = answered.await;
    answered.unwrap_or_else(|_| answer::bare(StatusCode::INTERNAL_SERVER_ERROR))
}

/// Whoever is at the page with the password of today: a new one ends what the old one opened.
fn visit(app: &App, session: Option<&str>, now: Timestamp) -> Option<Visit<Password>> {
    let visit = app.sessions.find(session?, now)?;
    let kept = app.setting.source.password().ok()??;
    (visit.who == kept).then_some(visit)
}

impl Ask<'_> {
    /// A part of the address, as `{code}`.
    pub(super) fn part(&self, name: &str) -> &str {
        let found = self.path.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    /// Whether they know the password.
    pub(super) fn is_in(&self) -> bool {
        self.visit.is_some()
    }

    /// Refuses whoever neither knows the password nor looks at what is public.
    pub(super) fn may_look(&self) -> Result<(), Trouble> {
        match self.is_in() || self.app.setting.source.is_public()? {
            true => Ok(()),
            false => Err(Trouble::NotIn),
        }
    }

    /// Refuses whoever does not know the password.
    pub(super) fn must_be_in(&self) -> Result<(), Trouble> {
        match self.is_in() {
            true => Ok(()),
            false => Err(Trouble::NotIn),
        }
    }

    /// The session's token; empty if nobody is let in.
    pub(super) fn token(&self) -> &str {
        self.visit
            .as_ref()
            .map(|visit| visit.token.as_str())
            .unwrap_or_default()
    }
}
