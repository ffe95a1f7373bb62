//! Coming in and leaving: a passphrase of one's own, and a brake on guessing.

use askama::Template;
use tawro_core::id::RecordId;
use tawro_core::text::Lang;
use tawro_pages::Speech;
use tawro_pages::frame::Told;
use tawro_pages::request::{LANG, lasting, local};
use zeroize::Zeroizing;

use crate::driver::{Node, dice};
use crate::fault::NodeError;
use crate::keys::KeysError;
use crate::logins::Login;
use crate::web::App;
use crate::web::ask::Ask;
use crate::web::reply::{Answer, Reply};
use crate::web::trouble::Trouble;
use crate::web::typing::draft_of;

#[derive(Template)]
#[template(path = "login.html")]
struct Page<'a> {
    speech: &'a Speech,
    /// Who may come, where that is known: nobody is named while the folder is locked.
    logins: Vec<Login>,
    who: &'a str,
    then: &'a str,
    /// The name under which a form is kept that was sent too late.
    left: &'a str,
    /// How long nobody may try, if so.
    wait: Option<String>,
    /// What was kept here came from a copy just now.
    is_brought: bool,
    fault: Option<(String, String)>,
}

/// Asks for a passphrase.
pub(super) fn page(ask: &mut Ask<'_>) -> Answer {
    if !ask.app.is_founded() {
        return Reply::go("/start");
    }
    // Whoever comes back to this page walked away: what they left open is closed.
    if let Some(session) = ask.session {
        ask.app.sessions.close(session);
        ask.visit = None;
    }
    show(ask, ask.query.text("then"), None)
}

fn show(ask: &Ask<'_>, then: &str, fault: Option<(String, String)>) -> Answer {
    let logins = match ask.app.node().as_mut() {
        Some(node) => node.logins()?,
        None => Vec::new(),
    };
    let page = Page {
        speech: &ask.speech,
        logins,
        who: ask.form.text("who"),
        then,
        left: match ask.form.text("left") {
            "" => ask.query.text("left"),
            left => left,
        },
        wait: usize::try_from(ask.app.brake.wait(ask.now))
            .ok()
            .filter(|wait| *wait > 0)
            .map(|wait| ask.speech.count("login-wait", wait)),
        is_brought: ask.query.maybe("brought").is_some(),
        fault,
    };
    let title = ask.speech.say("login-title");
    match page.fault {
        Some(_) => Reply::again(title, &page),
        None => Reply::page(title, &page),
    }
}

/// Lets in whose passphrase it is.
pub(super) fn enter(ask: &mut Ask<'_>) -> Answer {
    let then = ask.form.text("then").to_owned();
    if ask.app.brake.wait(ask.now) > 0 {
        return show(ask, &then, None);
    }
    let passphrase = Zeroizing::new(ask.form.text("passphrase").to_owned());
    let who = ask.form.text("who").parse().ok();
    match unlock(ask.app, &passphrase, who) {
        Ok(login) => {
            ask.app.brake.right();
            let to = take_up(ask, login)?.unwrap_or_else(|| local(&then).to_owned());
            Ok(let_in(ask, login, &to))
        }
        Err(NodeError::Keys(fault @ (KeysError::WrongPassphrase | KeysError::EmptyPassphrase))) => {
            ask.app.brake.wrong(ask.now);
            let said = Trouble::from(fault).said(&ask.speech);
            show(ask, &then, Some(said))
        }
        Err(other) => Err(other.into()),
    }
}

/// Makes a draft of the form that somebody sent when their session was over; they find it filled.
fn take_up(ask: &Ask<'_>, login: RecordId) -> Result<Option<String>, NodeError> {
    let left = ask.app.take_up(ask.form.text("left"));
    let mut place = ask.app.node();
    let (Some(mut left), Some(node)) = (left, place.as_mut()) else {
        return Ok(None);
    };
    node.act_as(login)?;
    left.fields.0.retain(|(name, _)| name != "token");
    node.keep_draft(draft_of(&left.path), &left.fields.0)?;
    Ok(Some(left.path))
}

/// Opens the folder for the first who comes; for those after, only looks whether the passphrase is theirs.
/// The records wait for nobody meanwhile: it takes half a second for each slot that is tried.
fn unlock(app: &App, passphrase: &str, who: Option<RecordId>) -> Result<RecordId, NodeError> {
    let keys = app.keys()?;
    let unlocked = match who {
        Some(who) => keys.unlock_slot(who, passphrase)?,
        None => keys.unlock(passphrase)?,
    };
    let login = unlocked.slot;
    let schema = app.setting.schema.clone();
    app.begin(|folder| Node::open_in(folder, (keys, unlocked), schema))?;
    Ok(login)
}

/// A session for somebody, as a cookie.
pub(super) fn let_in(ask: &Ask<'_>, login: RecordId, to: &str) -> Reply {
    let session = ask.app.sessions.open(login, ask.now, &mut dice());
    Reply::Go {
        to: to.to_owned(),
        cookies: vec![ask.wishes.let_in(&session)],
    }
}

/// Ends the session; another may come.
pub(super) fn leave(ask: &mut Ask<'_>) -> Answer {
    let ours = ask
        .visit
        .as_ref()
        .is_some_and(|visit| visit.token == ask.form.text("token"));
    if let Some(session) = ask.session.filter(|_| ours) {
        ask.app.sessions.close(session);
    }
    Reply::go("/login")
}

/// Changes the language, for whoever looks.
pub(super) fn language(ask: &mut Ask<'_>) -> Answer {
    let lang = Lang::from_tag(ask.form.text("lang")).unwrap_or_default();
    let to = local(ask.form.text("then"));
    let back = ask.came_from().unwrap_or(to);
    Ok(Reply::Go {
        to: local(back).to_owned(),
        cookies: vec![lasting(LANG, lang.tag())],
    })
}

/// Says something on the session's next page.
pub(super) fn tell(ask: &Ask<'_>, sentence: String, undo: Option<String>) {
    ask.app.tell(ask.token(), Told { sentence, undo });
}
