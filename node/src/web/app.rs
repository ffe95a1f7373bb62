//! What all pages share, and how a request becomes a page: guarded, let in, asked, framed.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::extract::{FromRequestParts, RawPathParams, Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{MethodRouter, get, post};
use tawro_core::id::RecordId;
use tawro_pages::fields::{self, FormFault};
use tawro_pages::frame::Told;
use tawro_pages::guard::Reach;
use tawro_pages::session::secret;
use tawro_pages::{Brake, Fields, Sessions, answer as answers, guard};
use tokio::sync::Notify;

use crate::driver::{Node, dice, now};
use crate::fault::NodeError;
use crate::folder::Folder;
use crate::joining::Joiner;
use crate::keys::{KeyFile, KeysError};
use crate::web::Setting;
use crate::web::agree::Agreement;
use crate::web::ask::{Ask, Asked};
use crate::web::join::Newcomer;
use crate::web::reply::Answer;
use crate::web::sheets::Sent;
use crate::web::trouble::Trouble;

/// What the pages of one folder share.
pub struct App {
    pub(super) setting: Setting,
    pub(super) sessions: Sessions<RecordId>,
    pub(super) brake: Brake,
    /// Files that are looked at, and how far long work has come.
    pub(super) sent: Sent,
    /// Forms that were sent when nobody was let in any more.
    left: Mutex<BTreeMap<String, Left>>,
    /// What is said once, on the next page of a session.
    told: Mutex<BTreeMap<String, Told>>,
    /// The folder until somebody opens it: it is this program's alone from the start.
    folder: Mutex<Option<Folder>>,
    node: Mutex<Option<Node>>,
    close: Notify,
    /// What is known of the other computers, and how they are told of changes.
    pub(super) agreement: Agreement,
    /// Who asks to join, while a person compares digits.
    joiner: Mutex<Option<Joiner>>,
    /// This computer, while it asks to join.
    pub(super) newcomer: Newcomer,
}

/// A form that was sent when its session was over, and where.
pub(super) struct Left {
    pub(super) path: String,
    pub(super) fields: Fields,
}

/// The app as axum carries it to every page.
#[derive(Clone)]
pub(super) struct Asks(pub(super) Arc<App>);

/// Fifteen minutes: long enough to answer the telephone, short enough for a shared office.
pub(super) const IDLE_SECONDS_MAX: i64 = 900;

impl App {
    /// Pages of a folder that nobody has opened yet, or in which nothing is founded yet.
    pub fn new(setting: Setting, folder: Folder) -> Self {
        Self {
            setting,
            sessions: Sessions::new(IDLE_SECONDS_MAX),
            brake: Brake::default(),
            sent: Sent::default(),
            left: Mutex::default(),
            told: Mutex::default(),
            folder: Mutex::new(Some(folder)),
            node: Mutex::new(None),
            close: Notify::new(),
            agreement: Agreement::new(),
            joiner: Mutex::new(None),
            newcomer: Newcomer::default(),
        }
    }

    /// The node, if somebody opened it since the program began.
    pub(super) fn node(&self) -> MutexGuard<'_, Option<Node>> {
        self.node.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Gives the empty folder to whoever makes something of it.
    pub(super) fn give_folder(&self) -> Result<Folder, NodeError> {
        match self.folder().take() {
            Some(folder) => Ok(folder),
            None => Ok(Folder::take(&self.setting.home)?),
        }
    }

    /// Takes the folder again of which nothing became.
    pub(super) fn take_again(&self) {
        let mut folder = self.folder();
        if folder.is_none() {
            *folder = Folder::take(&self.setting.home).ok();
        }
    }

    /// The node that came of it.
    pub(super) fn has_come(&self, node: Node) {
        *self.node() = Some(node);
    }

    /// Who asks to join.
    pub(super) fn joiner(&self) -> MutexGuard<'_, Option<Joiner>> {
        self.joiner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether an association is kept in the folder.
    pub(super) fn is_founded(&self) -> bool {
        let kept = self
            .folder()
            .as_ref()
            .is_some_and(|folder| folder.keys().exists());
        kept || self.node().is_some()
    }

    /// Founds an association in the folder, or opens the one that is kept there. What fails leaves the
    /// folder to the next try.
    pub(super) fn begin(
        &self,
        begin: impl FnOnce(Folder) -> Result<Node, NodeError>,
    ) -> Result<RecordId, NodeError> {
        let mut folder = self.folder();
        let mut place = self.node();
        if let Some(node) = place.as_ref() {
            return Ok(node.login());
        }
        let taken = match folder.take() {
            Some(folder) => folder,
            None => Folder::take(&self.setting.home)?,
        };
        let node = match begin(taken) {
            Ok(node) => node,
            Err(error) => {
                *folder = Folder::take(&self.setting.home).ok();
                return Err(error);
            }
        };
        let login = node.login();
        *place = Some(node);
        Ok(login)
    }

    /// Does something to the folder while nothing is kept in it.
    pub(super) fn with_folder(
        &self,
        act: impl FnOnce(&Folder) -> Result<(), NodeError>,
    ) -> Result<(), NodeError> {
        match self.folder().as_ref() {
            Some(folder) => act(folder),
            None => Err(KeysError::Missing {
                path: self.setting.home.clone(),
            }
            .into()),
        }
    }

    /// The key slots, for whoever comes.
    pub(super) fn keys(&self) -> Result<KeyFile, NodeError> {
        if let Some(node) = self.node().as_ref() {
            return Ok(node.keys().clone());
        }
        match self.folder().as_ref() {
            Some(folder) => Ok(KeyFile::load(folder)?),
            None => Err(KeysError::Missing {
                path: self.setting.home.clone(),
            }
            .into()),
        }
    }

    fn folder(&self) -> MutexGuard<'_, Option<Folder>> {
        self.folder.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Says something on the next page of a session.
    pub(super) fn tell(&self, token: &str, told: Told) {
        let mut all = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() < TOLD_MAX {
            all.insert(token.to_owned(), told);
        }
    }

    pub(super) fn told(&self, token: &str) -> Option<Told> {
        let mut all = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        all.remove(token)
    }

    /// Keeps a form whose session is over, for whoever comes in next by the name that is returned.
    fn leave(&self, path: String, fields: Fields) -> String {
        let name = secret(&mut dice());
        let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        if left.len() >= LEFT_MAX {
            left.pop_first();
        }
        left.insert(name.clone(), Left { path, fields });
        name
    }

    /// Takes up what was left under a name.
    pub(super) fn take_up(&self, name: &str) -> Option<Left> {
        let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        left.remove(name)
    }

    /// Ends the program once this request is answered.
    pub(super) fn close(&self) {
        self.close.notify_one();
    }

    pub(super) async fn closed(&self) {
        self.close.notified().await;
    }
}

/// Forms that are kept at one time.
const LEFT_MAX: usize = 16;
/// Sentences that wait for their page; more than sessions there may be is a fault of ours, and harmless.
const TOLD_MAX: usize = 256;

/// Answers whoever comes, let in or not.
pub(super) type Open = fn(&mut Ask<'_>) -> Answer;
/// Answers who is let in.
pub(super) type Let = fn(&mut Ask<'_>, &mut Node) -> Answer;

/// A page for who is let in.
pub(super) fn read(page: Let) -> MethodRouter<Asks, Infallible> {
    get(async move |State(Asks(app)), request: Request| handle(app, request, Handler::Let(page)).await)
}

/// Something that changes, for who is let in.
pub(super) fn act(act: Let) -> MethodRouter<Asks, Infallible> {
    post(async move |State(Asks(app)), request: Request| handle(app, request, Handler::Let(act)).await)
}

/// A form and what becomes of it, for who is let in.
pub(super) fn form(page: Let, act: Let) -> MethodRouter<Asks, Infallible> {
    read(page)
        .post(async move |State(Asks(app)), request: Request| handle(app, request, Handler::Let(act)).await)
}

/// Something for whoever comes.
pub(super) fn open(act: Open) -> MethodRouter<Asks, Infallible> {
    post(async move |State(Asks(app)), request: Request| handle(app, request, Handler::Open(act)).await)
}

/// A form and what becomes of it, for whoever comes.
pub(super) fn both(page: Open, act: Open) -> MethodRouter<Asks, Infallible> {
    open(act)
        .get(async move |State(Asks(app)), request: Request| handle(app, request, Handler::Open(page)).await)
}

/// An address that leads nowhere.
pub(super) async fn nowhere(State(Asks(app)): State<Asks>, request: Request) -> Response {
    handle(app, request, Handler::Open(|_| Err(Trouble::Nowhere))).await
}

#[derive(Clone, Copy)]
enum Handler {
    Open(Open),
    Let(Let),
}

async fn handle(app: Arc<App>, request: Request, handler: Handler) -> Response {
    let foreign = guard::check(Reach::Here, request.method(), request.headers());
    if foreign.is_err() {
        return answers::bare(StatusCode::MISDIRECTED_REQUEST);
    }
    let (mut parts, body) = request.into_parts();
    let path = match RawPathParams::from_request_parts(&mut parts, &()).await {
        Ok(params) => params
            .iter()
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect(),
        Err(_) => Vec::new(),
    };
    let ask = Asked::new(&parts, path);
    let form = match parts.method.is_safe() {
        true => Ok(Default::default()),
        false => fields::read(Request::from_parts(parts, body)).await,
    };
    // All that follows computes and reads the disk: not on the threads that answer others.
    let answered = tokio::task::spawn_blocking(move || answer(&app, &ask, form, handler)).await;
    answered.unwrap_or_else(|_| answers::bare(StatusCode::INTERNAL_SERVER_ERROR))
}

type Form = Result<(Fields, Option<fields::Upload>), FormFault>;

fn answer(app: &Arc<App>, asked: &Asked, form: Form, handler: Handler) -> Response {
    let mut ask = Ask::of(app, asked, now());
    let sent = match form {
        Ok((fields, upload)) => {
            ask.form = fields;
            ask.upload = upload;
            Ok(())
        }
        Err(fault) => Err(Trouble::Form(fault)),
    };
    let answer = sent.and_then(|()| match handler {
        Handler::Open(page) => page(&mut ask),
        Handler::Let(page) => enter(&mut ask, app.node().as_mut(), page),
    });
    let reply = match answer {
        Ok(reply) => reply,
        Err(trouble) => trouble.reply(&mut ask),
    };
    reply.response(&ask)
}

/// Lets in who shows a session, if what they ask comes from a page of that session.
fn enter(ask: &mut Ask<'_>, node: Option<&mut Node>, page: Let) -> Answer {
    let (Some(visit), Some(node)) = (&ask.visit, node) else {
        let left = ask.is_writing().then(|| {
            let fields = std::mem::take(&mut ask.form);
            ask.app.leave(ask.here.to_owned(), fields)
        });
        return Err(Trouble::NotIn { left });
    };
    if ask.changes && ask.form.text("token") != visit.token {
        return Err(Trouble::Stale);
    }
    node.act_as(visit.who)?;
    let answer = page(ask, node);
    if ask.changes {
        ask.app.agreement.changes.notify_one();
    }
    answer
}
