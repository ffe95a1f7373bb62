//! The association's pages: every address on one screen, and the server that answers them on loopback.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use tawro_core::schema::Schema;
use tawro_core::text::{Lang, Words};
use tokio::net::TcpListener;

mod app;
pub use app::App;
use app::{Asks, act, both, form, open, read};

use crate::desktop::Desktop;

mod ask;

mod reply;

mod trouble;

mod shown;

mod standing;
mod start;

mod login;

mod home;

mod section;

mod settings;

mod list;

mod many;

mod views;

mod boxes;

mod edit;

mod typing;

mod card;

mod files;

mod find;

mod sheets;

mod logins;

mod own;

mod own_form;

mod paper;

mod guide;

mod agree;

mod together;

mod join;

mod due;

mod owing;

mod present;

mod unlisted;

mod heads;

mod help;

mod beside;

mod consenting;

mod prints;

mod checked;

mod copies;

mod safety;

mod processing;

mod programme;

mod publish;

mod news;

mod figures;

mod leaves;

mod progress;

mod twice;

mod same;

/// Where pages are unless somebody says otherwise.
pub const ADDRESS: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 7420);

/// What a form may weigh, files apart.
const FORM_BYTES_MAX: usize = 512 * 1024;

/// What a sheet may weigh, as the importer has it, and a photo that is too large before it is told so.
const FILE_BYTES_MAX: usize = 32 * 1024 * 1024;

/// What a copy may weigh that a browser sends; larger ones lie on a stick.
const COPY_BYTES_MAX: usize = 256 * 1024 * 1024;

/// The sentences of the pages.
const FILES: [(Lang, &str); 18] = [
    (Lang::Ar, include_str!("../../locales/ar/pages.ftl")),
    (Lang::Fr, include_str!("../../locales/fr/pages.ftl")),
    (Lang::En, include_str!("../../locales/en/pages.ftl")),
    (Lang::Ar, include_str!("../../locales/ar/many.ftl")),
    (Lang::Fr, include_str!("../../locales/fr/many.ftl")),
    (Lang::En, include_str!("../../locales/en/many.ftl")),
    (Lang::Ar, include_str!("../../locales/ar/same.ftl")),
    (Lang::Fr, include_str!("../../locales/fr/same.ftl")),
    (Lang::En, include_str!("../../locales/en/same.ftl")),
    (Lang::Ar, include_str!("../../locales/ar/programme.ftl")),
    (Lang::Fr, include_str!("../../locales/fr/programme.ftl")),
    (Lang::En, include_str!("../../locales/en/programme.ftl")),
    (Lang::Ar, include_str!("../../locales/ar/news.ftl")),
    (Lang::Fr, include_str!("../../locales/fr/news.ftl")),
    (Lang::En, include_str!("../../locales/en/news.ftl")),
    (Lang::Ar, include_str!("../../locales/ar/figures.ftl")),
    (Lang::Fr, include_str!("../../locales/fr/figures.ftl")),
    (Lang::En, include_str!("../../locales/en/figures.ftl")),
];

/// The given words with those of the pages.
pub fn with_sentences(words: Words) -> Words {
    let words = tawro_pages::speech::with_sentences(words);
    FILES.into_iter().fold(words, |words, (lang, text)| {
        words
            .with_ftl(lang, text)
            .expect("the files that ship are Fluent and name no key twice, as a test shows")
    })
}

/// Every address. `open` is for whoever comes, `read` for who is let in, `act` changes something,
/// `both` is a form and what becomes of it.
fn routes() -> Router<Asks> {
    [day(), register(), record(), papers(), association()]
        .into_iter()
        .fold(coming_in(), Router::merge)
}

/// Before somebody is let in.
fn coming_in() -> Router<Asks> {
    Router::new()
        .route("/start", both(start::page, start::found))
        .route("/login", both(login::page, login::enter))
        .route("/leave", open(login::leave))
        .route("/language", open(login::language))
        .route(
            "/start/bring",
            both(copies::bring, copies::brought).layer(DefaultBodyLimit::max(COPY_BYTES_MAX)),
        )
        .route("/start/join", both(join::page, join::begin))
        .route("/start/lists", read(sheets::lists))
}

/// The day's work.
fn day() -> Router<Asks> {
    Router::new()
        .route("/", read(home::page))
        .route("/examples", act(home::add_examples))
        .route("/examples/remove", act(home::remove_examples))
        .route("/part/{part}", read(section::page))
        .route("/due", read(due::page))
        .route("/search", read(find::search))
        .route("/differences", read(find::differences))
        .route("/trash", read(find::trash))
        .route(news::HERE, read(news::page))
        .route("/programme/news/take", act(news::take))
        .route("/programme", read(publish::page))
        .route("/programme/file", read(publish::file))
        .route("/programme/agreed", act(publish::take_in))
        .route("/twice", read(twice::page))
        .route("/twice/apart", act(twice::apart))
}

/// A register, and sheets of it.
fn register() -> Router<Asks> {
    Router::new()
        .route("/r/{name}", read(list::page))
        .route("/r/{name}/act", act(many::act))
        .route("/r/{name}/unfill", act(many::unfill))
        .route("/r/{name}/views", act(views::keep))
        .route("/r/{name}/new", form(edit::new, edit::add))
        .route("/r/{name}/alike", act(typing::alike))
        .route("/r/{name}/export", read(sheets::export))
        .route("/r/{name}/blank", read(sheets::blank))
        .route("/r/{name}/import", read(sheets::page))
        .route(
            "/r/{name}/import/look",
            act(sheets::look).layer(DefaultBodyLimit::max(FILE_BYTES_MAX)),
        )
        .route("/r/{name}/import/do", act(sheets::take_in))
        .route("/import/{id}/undo", act(sheets::undo))
        .route("/processing/begin", act(processing::begin))
        .route("/work", both(sheets::progress, sheets::progress))
        .route("/pick/{kind}", read(typing::pick))
        .route("/draft", act(typing::keep_draft))
        .route("/draft/drop", act(typing::drop_draft))
}

/// Papers: each is a file at its address; below it `look` shows it and `picture` is one of its pages.
fn papers() -> Router<Asks> {
    let papers: [(&str, app::Let); 7] = [
        ("/print/{name}", prints::list),
        ("/sign/{name}", prints::attendance),
        ("/cards/{name}", prints::cards),
        ("/id/{id}/paper", prints::paper),
        ("/id/{id}/card", prints::card),
        ("/id/{id}/sign", present::sheet),
        ("/id/{id}/kept", prints::kept),
    ];
    papers
        .into_iter()
        .fold(Router::new(), |router, (address, paper)| {
            router
                .route(address, read(paper))
                .route(&format!("{address}/{{way}}"), read(paper))
        })
}

/// A record.
fn record() -> Router<Asks> {
    Router::new()
        .route("/id/{id}", read(card::page))
        .route("/id/{id}/edit", form(edit::page, edit::write))
        .route("/id/{id}/owing", read(owing::page))
        .route("/id/{id}/present", form(present::page, present::write))
        .route("/id/{id}/heads", form(heads::page, heads::write))
        .route("/id/{id}/withdraw", act(consenting::withdraw))
        .route(
            "/id/{id}/attach",
            form(files::page, files::add).layer(DefaultBodyLimit::max(FILE_BYTES_MAX)),
        )
        .route("/file/{id}", read(files::view))
        .route("/id/{id}/same", form(same::page, same::merge))
        .route("/id/{id}/part", act(same::part))
        .route("/id/{id}/portable", read(prints::portable))
        .route("/id/{id}/history", read(card::history))
        .route("/id/{id}/back", act(card::take_back))
        .route("/id/{id}/decide", act(card::decide))
        .route("/id/{id}/delete", act(card::delete))
        .route("/restore", act(card::restore))
}

/// The association and what keeps it safe.
fn association() -> Router<Asks> {
    Router::new()
        .route("/logins", form(logins::page, logins::add))
        .route("/logins/{id}/passphrase", act(logins::reset))
        .route("/logins/{id}/remove", act(logins::remove))
        .route(own::HERE, form(own::page, own::add))
        .route("/fields/{id}", act(own::change))
        .route("/fields/{id}/retire", act(own::retire))
        .route("/fields/{id}/again", act(own::take_up))
        .route("/together", read(together::page))
        .route("/together/enrol", act(together::enrol))
        .route("/together/invite", act(together::invite))
        .route("/together/picture", read(together::picture))
        .route("/together/look", act(together::look))
        .route("/together/admit", act(together::admit))
        .route("/together/{id}/remove", act(together::remove))
        .route("/copies", form(copies::page, copies::make))
        .route("/copies/download", act(copies::download))
        .route("/help", read(help::page))
        .route("/safety", form(safety::page, safety::say))
        .route("/indicators", read(figures::page))
        .route("/indicators/behind", read(figures::behind))
        .route("/indicators/leaves", form(leaves::page, leaves::make))
        .route("/indicators/leaves/task", act(leaves::take))
        .route("/indicators/leaves/withdraw", act(leaves::withdraw))
        .route("/indicators/leaves/disagree", act(leaves::disagree))
        .route("/indicators/leaves/file", read(leaves::file))
        .route("/indicators/progress", form(progress::page, progress::show))
        .route("/indicators/progress/file", read(progress::file))
        .route("/paper", form(paper::page, paper::make))
        .route("/paper/check", act(paper::check))
        .route("/guide", read(guide::index))
        .route("/guide/{chapter}", read(guide::page))
        .route("/guide/whole/{part}", read(guide::whole))
        .route("/settings", read(settings::page))
        .route("/settings/digits", act(settings::digits))
        .route("/settings/passphrase", act(settings::passphrase))
        .route("/settings/icon", act(settings::icon))
        .route("/quit", act(settings::quit))
}

/// What the pages need to begin.
pub struct Setting {
    /// The association's folder; it may be empty yet.
    pub home: PathBuf,
    /// The kinds of record.
    pub schema: Arc<Schema>,
    /// All words: of core, of sheets, of pages.
    pub words: Arc<Words>,
    /// What people call this computer until they say otherwise.
    pub device: String,
    /// Where an icon can be placed, if the way is known.
    pub desktop: Option<Desktop>,
}

/// Takes an address for the pages: the one that is asked for, or any other if that is taken.
pub async fn listen(wanted: SocketAddr) -> io::Result<TcpListener> {
    match TcpListener::bind(wanted).await {
        Err(error) if error.kind() == io::ErrorKind::AddrInUse && wanted == ADDRESS => {
            TcpListener::bind(SocketAddr::new(wanted.ip(), 0)).await
        }
        bound => bound,
    }
}

/// Answers until somebody closes the program, or `stop` does.
pub async fn serve(
    app: Arc<App>,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let router = routes()
        .layer(DefaultBodyLimit::max(FORM_BYTES_MAX))
        .fallback(app::nowhere)
        .merge(tawro_pages::assets::routes())
        .with_state(Asks(Arc::clone(&app)));
    let agreeing = agree::begin(Arc::clone(&app));
    let ended = {
        let app = Arc::clone(&app);
        async move {
            tokio::select! {
                () = stop => {}
                () = app.closed() => {}
            }
        }
    };
    let served = axum::serve(listener, router).with_graceful_shutdown(ended).await;
    app.agreement.end();
    // It ends within a moment; that it panicked would have been told.
    let _ = tokio::task::spawn_blocking(move || agreeing.join()).await;
    served
}
