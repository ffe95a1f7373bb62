//! What one person sets for themselves, and the end of the program.

use std::path::Path;

use askama::Template;
use tawro_core::text::Digits;
use tawro_pages::Speech;
use tawro_pages::request::{ARABIC_INDIC, DIGITS, lasting};
use zeroize::Zeroizing;

use crate::driver::Node;
use crate::error::FileError;
use crate::fault::NodeError;
use crate::keys::KeysError;
use crate::web::ask::Ask;
use crate::web::login::tell;
use crate::web::reply::{Answer, Reply};
use crate::web::start::PASSPHRASE_CHARS_MIN;
use crate::web::trouble::Trouble;

#[derive(Template)]
#[template(path = "settings.html")]
struct Page<'a> {
    speech: &'a Speech,
    token: &'a str,
    arabic_indic: bool,
    /// An icon can be placed here.
    has_desktop: bool,
    fault: Option<(String, String)>,
}

/// Shows it.
pub(super) fn page(ask: &mut Ask<'_>, _node: &mut Node) -> Answer {
    show(ask, None)
}

fn show(ask: &Ask<'_>, fault: Option<(String, String)>) -> Answer {
    let page = Page {
        speech: &ask.speech,
        token: ask.token(),
        arabic_indic: ask.speech.digits() == Digits::ArabicIndic,
        has_desktop: ask.app.setting.desktop.is_some(),
        fault,
    };
    let title = ask.speech.say("settings-title");
    match page.fault {
        Some(_) => Reply::again(title, &page),
        None => Ok(Reply::page(title, &page)?.explained_by("access#settings")),
    }
}

/// Which digits to read.
pub(super) fn digits(ask: &mut Ask<'_>, _node: &mut Node) -> Answer {
    let value = match ask.form.text("digits") {
        ARABIC_INDIC => ARABIC_INDIC,
        _ => "latn",
    };
    Ok(Reply::Go {
        to: "/settings".to_owned(),
        cookies: vec![lasting(DIGITS, value)],
    })
}

/// An icon that starts the program.
pub(super) fn icon(ask: &mut Ask<'_>, _node: &mut Node) -> Answer {
    let setting = &ask.app.setting;
    let desktop = setting.desktop.as_ref().ok_or(Trouble::Nowhere)?;
    let placed = std::env::current_exe()
        .map_err(FileError::when("find", Path::new("tawro")))
        .and_then(|program| desktop.place(&program, &setting.home, &ask.speech.say("page-program")));
    match placed {
        Ok(()) => {
            tell(ask, ask.speech.say("settings-icon-done"), None);
            Reply::go("/settings")
        }
        Err(error) => show(ask, Some(Trouble::from(error).said(&ask.speech))),
    }
}

/// Another passphrase for oneself; the one in use is asked for first.
pub(super) fn passphrase(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    // Whoever finds an open page must not try passphrases on it without end.
    let wait = ask.app.brake.wait(ask.now);
    if let Ok(seconds @ 1..) = usize::try_from(wait) {
        let fault = (ask.speech.count("login-wait", seconds), String::new());
        return show(ask, Some(fault));
    }
    let text = |name: &str| Zeroizing::new(ask.form.text(name).to_owned());
    let (old, new, again) = (text("old"), text("new"), text("again"));
    let login = node.login();
    let changed = match chosen(&new, &again) {
        Err(code) => return show(ask, Some(crate::web::trouble::said(code, &[], &ask.speech))),
        Ok(()) => node.keys().unlock_slot(login, &old).map_err(NodeError::from),
    };
    match changed.and_then(|_| node.set_passphrase(login, &new)) {
        Ok(()) => {
            tell(ask, ask.speech.say("settings-passphrase-done"), None);
            Reply::go("/settings")
        }
        Err(NodeError::Keys(fault @ (KeysError::WrongPassphrase | KeysError::PassphraseTaken))) => {
            ask.app.brake.wrong(ask.now);
            show(ask, Some(Trouble::from(fault).said(&ask.speech)))
        }
        Err(other) => Err(other.into()),
    }
}

/// Whether a passphrase that was chosen can be one, or the code of why not.
pub(super) fn chosen(new: &str, again: &str) -> Result<(), &'static str> {
    if new.chars().count() < PASSPHRASE_CHARS_MIN {
        return Err("passphrase_short");
    }
    (new == again).then_some(()).ok_or("passphrase_differs")
}

#[derive(Template)]
#[template(path = "closed.html")]
struct Closed<'a> {
    speech: &'a Speech,
}

/// Closes the program.
pub(super) fn quit(ask: &mut Ask<'_>, _node: &mut Node) -> Answer {
    ask.app.close();
    ask.visit = None;
    let title = ask.speech.say("closed-title");
    Reply::page(title, &Closed { speech: &ask.speech })
}
