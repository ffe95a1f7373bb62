//! Coming in and leaving: one password for those who run the programme, and a brake on guessing.

use std::sync::PoisonError;

use askama::Template;
use axum::http::StatusCode;
use tawro_core::text::Lang;
use tawro_pages::Speech;
use tawro_pages::request::{LANG, lasting, local};
use zeroize::Zeroizing;

use crate::dashboard::asked::Ask;
use crate::dashboard::reply::{Answer, Reply, Trouble};

#[derive(Template)]
#[template(path = "login.html")]
struct Page<'a> {
    speech: &'a Speech,
    then: &'a str,
    /// Nobody set a password yet.
    is_unset: bool,
    is_wrong: bool,
    /// How long nobody may try, if so.
    wait: Option<String>,
}

/// Asks for the password.
pub(super) fn page(ask: &mut Ask<'_>) -> Answer {
    let then = ask.query.text("then").to_owned();
    show(ask, &then, false)
}

fn show(ask: &Ask<'_>, then: &str, is_wrong: bool) -> Answer {
    let wait = usize::try_from(ask.app.brake.wait(ask.now)).unwrap_or_default();
    let page = Page {
        speech: &ask.speech,
        then,
        is_unset: ask.app.setting.source.password()?.is_none(),
        is_wrong,
        wait: (wait > 0).then(|| ask.speech.count("dash-login-wait", wait)),
    };
    let status = match is_wrong || wait > 0 {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    Ok(Reply::page(ask.speech.say("dash-login"), &page)?.with_status(status))
}

/// Lets in who knows it.
pub(super) fn enter(ask: &mut Ask<'_>) -> Answer {
    let then = ask.form.text("then").to_owned();
    let tried = Zeroizing::new(ask.form.text("password").to_owned());
    let right = {
        let _one = ask.app.trying.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = ask.app.setting.source.password()?;
        let (Some(kept), 0) = (kept, ask.app.brake.wait(ask.now)) else {
            return show(ask, &then, false);
        };
        let is_right = kept.is(&tried).map_err(|_| Trouble::Memory)?;
        match is_right {
            true => ask.app.brake.right(),
            false => ask.app.brake.wrong(ask.now),
        }
        is_right.then_some(kept)
    };
    let Some(right) = right else {
        return show(ask, &then, true);
    };
    let session = ask.app.sessions.open(right, ask.now, &mut crate::dice());
    Ok(Reply::Go {
        to: local(&then).to_owned(),
        cookies: vec![ask.wishes.let_in(&session)],
    })
}

/// Ends the session.
pub(super) fn leave(ask: &mut Ask<'_>) -> Answer {
    if let (Some(visit), Some(session)) = (&ask.visit, ask.wishes.session.as_deref()) {
        if visit.token != ask.form.text("token") {
            return Err(Trouble::Stale);
        }
        ask.app.sessions.close(session);
    }
    Ok(Reply::Go {
        to: "/login".to_owned(),
        cookies: Vec::new(),
    })
}

/// Changes the language, for whoever looks.
pub(super) fn language(ask: &mut Ask<'_>) -> Answer {
    let lang = Lang::from_tag(ask.form.text("lang")).unwrap_or_default();
    let back = ask.wishes.came_from.as_deref().unwrap_or("/");
    Ok(Reply::Go {
        to: local(back).to_owned(),
        cookies: vec![lasting(LANG, lang.tag())],
    })
}
