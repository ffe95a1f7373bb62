//! Joining: an empty computer becomes one of the association's, by a code and six digits to compare.

use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use askama::Template;
use tawro_pages::Speech;
use zeroize::Zeroizing;

use crate::driver::Node;
use crate::error::Fault;
use crate::fault::NodeError;
use crate::joining::join_in;
use crate::web::App;
use crate::web::ask::Ask;
use crate::web::reply::{Answer, Reply};
use crate::web::settings::chosen;
use crate::web::trouble::said;

/// How far a joining has come.
#[derive(Debug, Clone, Default)]
enum Stage {
    /// Nobody has typed a code, or what was begun is over.
    #[default]
    Idle,
    /// The other computer has not looked yet.
    Asking,
    /// Both screens show these digits; the other one decides.
    Digits(String),
    /// It came to nothing, for this reason.
    Failed(&'static str),
}

/// The joining of this program.
#[derive(Default)]
pub(crate) struct Newcomer {
    stage: Mutex<Stage>,
}

impl Newcomer {
    fn stage(&self) -> Stage {
        self.stage.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set(&self, stage: Stage) {
        *self.stage.lock().unwrap_or_else(PoisonError::into_inner) = stage;
    }
}

/// As long as two people need to find each other.
const PATIENCE: Duration = Duration::from_secs(1800);

#[derive(Template)]
#[template(path = "join.html")]
struct Page<'a> {
    speech: &'a Speech,
    who: &'a str,
    fault: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "join-wait.html")]
struct Waiting<'a> {
    speech: &'a Speech,
    digits: Option<String>,
}

/// Asks for the code, or says how far it has come.
pub(super) fn page(ask: &mut Ask<'_>) -> Answer {
    if ask.app.is_founded() {
        return Reply::go("/login");
    }
    match ask.app.newcomer.stage() {
        Stage::Idle => show(ask, None),
        Stage::Failed(code) => {
            ask.app.newcomer.set(Stage::Idle);
            let fault = said(code, &[], &ask.speech);
            show(ask, Some(fault))
        }
        Stage::Asking => wait(ask, None),
        Stage::Digits(digits) => wait(ask, Some(digits)),
    }
}

fn wait(ask: &Ask<'_>, digits: Option<String>) -> Answer {
    let page = Waiting {
        speech: &ask.speech,
        digits,
    };
    Ok(Reply::page(ask.speech.say("join-title"), &page)?.alone())
}

fn show(ask: &Ask<'_>, fault: Option<(String, String)>) -> Answer {
    let page = Page {
        speech: &ask.speech,
        who: ask.form.text("who"),
        fault,
    };
    let title = ask.speech.say("join-title");
    match page.fault {
        Some(_) => Reply::again(title, &page),
        None => Reply::page(title, &page),
    }
}

/// Begins to ask by the code; the pages tell how far it has come.
pub(super) fn begin(ask: &mut Ask<'_>) -> Answer {
    if ask.app.is_founded() || !matches!(ask.app.newcomer.stage(), Stage::Idle | Stage::Failed(_)) {
        return Reply::go("/start/join");
    }
    let passphrase = Zeroizing::new(ask.form.text("passphrase").to_owned());
    let who = ask.form.text("who").trim().to_owned();
    let wrong = match who.is_empty() {
        true => Err("needed"),
        false => chosen(&passphrase, ask.form.text("again")),
    };
    if let Err(code) = wrong {
        return show(ask, Some(said(code, &[], &ask.speech)));
    }
    let (app, code) = (ask.share(), ask.form.text("code").to_owned());
    app.newcomer.set(Stage::Asking);
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let joined = match runtime {
            Ok(runtime) => runtime.block_on(join(&app, &code, &who, &passphrase)),
            Err(_) => Err(NodeError::TimedOut),
        };
        match joined {
            Ok(node) => {
                app.has_come(node);
                app.newcomer.set(Stage::Idle);
            }
            Err(error) => {
                app.take_again();
                app.newcomer.set(Stage::Failed(error.code()));
            }
        }
    });
    Reply::go("/start/join")
}

async fn join(app: &Arc<App>, code: &str, who: &str, passphrase: &str) -> Result<Node, NodeError> {
    let joining = join_in(|| app.give_folder(), code, &app.setting.device, PATIENCE).await?;
    app.newcomer.set(Stage::Digits(joining.digits.clone()));
    let schema = app.setting.schema.clone();
    let mut node = joining.finish(passphrase, schema, PATIENCE).await?;
    node.name_login(who, &[])?;
    Ok(node)
}
