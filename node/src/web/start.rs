//! The first run: language, the association's name, who begins, a passphrase; then lists and the paper.

use askama::Template;
use tawro_core::schema::{Schema, key};
use tawro_pages::Speech;
use zeroize::Zeroizing;

use crate::driver::Founding;
use crate::fault::NodeError;
use crate::founding::{Newborn, found as found_here};
use crate::web::ask::Ask;
use crate::web::login::let_in;
use crate::web::reply::{Answer, Reply};
use crate::web::settings::chosen;
use crate::web::shown::{Choice, choices};
use crate::web::trouble::{Trouble, said};

/// Fewer are guessed in an afternoon.
pub(super) const PASSPHRASE_CHARS_MIN: usize = 8;

#[derive(Template)]
#[template(path = "start-language.html")]
struct Language {}

#[derive(Template)]
#[template(path = "start.html")]
struct Page<'a> {
    speech: &'a Speech,
    name: &'a str,
    who: &'a str,
    communes: Vec<Choice>,
    functions: Vec<Choice>,
    fault: Option<(&'static str, (String, String))>,
}

impl Page<'_> {
    fn fault_of(&self, field: &str) -> Option<&(String, String)> {
        let (at, said) = self.fault.as_ref()?;
        (*at == field).then_some(said)
    }
}

/// Asks in which language to go on, then what is needed to begin.
pub(super) fn page(ask: &mut Ask<'_>) -> Answer {
    if ask.app.is_founded() {
        return Reply::go("/");
    }
    if ask.wishes.is_new_here {
        return Reply::page("نتطوروا – NET-Tawro", &Language {});
    }
    show(ask, None)
}

fn show(ask: &Ask<'_>, fault: Option<(&'static str, (String, String))>) -> Answer {
    let schema = &ask.app.setting.schema;
    let page = Page {
        speech: &ask.speech,
        name: ask.form.text("name"),
        who: ask.form.text("who"),
        communes: choices_of(
            schema,
            key::ASSOCIATION,
            key::COMMUNE,
            ask,
            ask.form.text("place"),
        ),
        functions: choices_of(schema, key::LOGIN, key::FUNCTIONS, ask, ask.form.text("function")),
        fault,
    };
    let title = ask.speech.say("start-title");
    match page.fault {
        Some(_) => Reply::again(title, &page),
        None => Reply::page(title, &page),
    }
}

fn choices_of(schema: &Schema, kind: &str, field: &str, ask: &Ask<'_>, chosen: &str) -> Vec<Choice> {
    let field = schema.kind(kind).and_then(|kind| kind.field(field));
    let vocabulary = field.and_then(|field| schema.vocabulary(field.ty.vocabulary()?));
    vocabulary
        .map(|vocabulary| choices(vocabulary, &ask.speech, &[chosen]))
        .unwrap_or_default()
}

/// Founds the association and lets its founder in.
pub(super) fn found(ask: &mut Ask<'_>) -> Answer {
    if ask.app.is_founded() {
        return Reply::go("/");
    }
    let passphrase = Zeroizing::new(ask.form.text("passphrase").to_owned());
    let needed = ["name", "who"]
        .into_iter()
        .find(|name| ask.form.text(name).trim().is_empty());
    if let Some(field) = needed {
        return show(ask, Some((field, said("needed", &[], &ask.speech))));
    }
    if let Err(code) = chosen(&passphrase, ask.form.text("again")) {
        return show(ask, Some(("passphrase", said(code, &[], &ask.speech))));
    }
    let functions: Vec<String> = ask
        .form
        .all("function")
        .filter(|function| !function.is_empty())
        .map(str::to_owned)
        .collect();
    let place = ask.form.text("place");
    let founding = Founding {
        device: &ask.app.setting.device,
        passphrase: &passphrase,
    };
    let newborn = Newborn {
        name: ask.form.text("name"),
        commune: (!place.is_empty()).then_some(place),
        login: ask.form.text("who"),
        functions: &functions,
    };
    let schema = ask.app.setting.schema.clone();
    // The paper's code is made when somebody is ready to print it: this one is shown to nobody.
    let begun = ask
        .app
        .begin(|folder| Ok(found_here(folder, &founding, &newborn, schema)?.0));
    match begun {
        Ok(login) => Ok(let_in(ask, login, "/start/lists")),
        Err(error @ (NodeError::Execute(_) | NodeError::Label(_))) => {
            let said = Trouble::from(error).said(&ask.speech);
            show(ask, Some(("name", said)))
        }
        Err(other) => Err(other.into()),
    }
}
