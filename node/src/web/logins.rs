//! Who uses the program at this computer: seen, let in, given a new passphrase, taken away.

use askama::Template;
use tawro_core::id::RecordId;
use tawro_core::schema::{Vocabulary, key};
use tawro_pages::Speech;
use zeroize::Zeroizing;

use crate::driver::Node;
use crate::fault::NodeError;
use crate::keys::KeysError;
use crate::web::ask::Ask;
use crate::web::login::tell;
use crate::web::reply::{Answer, Reply};
use crate::web::settings::chosen;
use crate::web::shown::{Choice, choices};
use crate::web::trouble::{Trouble, said};

#[derive(Template)]
#[template(path = "logins.html")]
struct Page<'a> {
    speech: &'a Speech,
    token: &'a str,
    logins: Vec<Line>,
    functions: Vec<Choice>,
    name: &'a str,
    fault: Option<(String, String)>,
}

struct Line {
    id: String,
    name: String,
    functions: String,
    first: bool,
    own: bool,
}

/// Shows them.
pub(super) fn page(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    node.may_manage()?;
    show(ask, node, None)
}

fn show(ask: &Ask<'_>, node: &mut Node, fault: Option<(String, String)>) -> Answer {
    let schema = node.schema().clone();
    let login = schema
        .kind(key::LOGIN)
        .and_then(|kind| kind.field(key::FUNCTIONS));
    let vocabulary = login.and_then(|field| schema.vocabulary(field.ty.vocabulary()?));
    let typed: Vec<&str> = ask.form.all("function").collect();
    let own = node.login();
    let named = |codes: &[String], vocabulary: &Vocabulary| {
        let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
        let all = choices(vocabulary, &ask.speech, &codes).into_iter();
        let labels: Vec<String> = all
            .filter(|choice| choice.is_chosen)
            .map(|choice| choice.label)
            .collect();
        labels.join(" · ")
    };
    let logins = node.logins()?.into_iter().map(|login| Line {
        id: login.id.to_string(),
        functions: vocabulary
            .map(|vocabulary| named(&login.functions, vocabulary))
            .unwrap_or_default(),
        name: login.name,
        first: login.first,
        own: login.id == own,
    });
    let page = Page {
        speech: &ask.speech,
        token: ask.token(),
        logins: logins.collect(),
        functions: vocabulary
            .map(|vocabulary| choices(vocabulary, &ask.speech, &typed))
            .unwrap_or_default(),
        name: ask.form.text("name"),
        fault,
    };
    let title = ask.speech.say("logins-title");
    match page.fault {
        Some(_) => Reply::again(title, &page),
        None => Ok(Reply::page(title, &page)?.explained_by("access")),
    }
}

/// Lets one more person in.
pub(super) fn add(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    node.may_manage()?;
    let passphrase = Zeroizing::new(ask.form.text("passphrase").to_owned());
    let name = ask.form.text("name").trim().to_owned();
    if name.is_empty() {
        return show(ask, node, Some(said("needed", &[], &ask.speech)));
    }
    if let Err(code) = chosen(&passphrase, ask.form.text("again")) {
        return show(ask, node, Some(said(code, &[], &ask.speech)));
    }
    let functions: Vec<String> = ask.form.all("function").map(str::to_owned).collect();
    match node.add_login(&name, &functions, &passphrase) {
        Ok(_) => done(ask, ask.speech.with("logins-added", "name", &name)),
        Err(error) => beside(ask, node, error),
    }
}

/// Gives somebody who forgot theirs another passphrase.
pub(super) fn reset(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    node.may_manage()?;
    let passphrase = Zeroizing::new(ask.form.text("passphrase").to_owned());
    if let Err(code) = chosen(&passphrase, ask.form.text("again")) {
        return show(ask, node, Some(said(code, &[], &ask.speech)));
    }
    let login = ask.id()?;
    match node.set_passphrase(login, &passphrase) {
        Ok(()) => {
            // Whoever knew the old one is out.
            ask.app
                .sessions
                .close_all(|who| *who == login && *who != node.login());
            done(ask, ask.speech.say("settings-passphrase-done"))
        }
        Err(error) => beside(ask, node, error),
    }
}

/// Takes somebody's way in away.
pub(super) fn remove(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let login: RecordId = ask.id()?;
    match node.remove_login(login) {
        Ok(()) => {
            ask.app.sessions.close_all(|who| *who == login);
            done(ask, ask.speech.say("logins-removed"))
        }
        Err(error) => beside(ask, node, error),
    }
}

fn done(ask: &Ask<'_>, sentence: String) -> Answer {
    tell(ask, sentence, None);
    Reply::go("/logins")
}

fn beside(ask: &Ask<'_>, node: &mut Node, error: NodeError) -> Answer {
    match error {
        NodeError::Keys(
            fault @ (KeysError::PassphraseTaken | KeysError::LastSlot | KeysError::SlotsFull { .. }),
        ) => show(ask, node, Some(Trouble::from(fault).said(&ask.speech))),
        other => Err(other.into()),
    }
}
