//! `tawro` without a command: the association's pages, in the person's browser.

use std::net::{SocketAddr, TcpStream};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tawro_node::desktop::Desktop;
use tawro_node::error::FileError;
use tawro_node::folder::{Folder, FolderError};
use tawro_node::web::{self, ADDRESS, App, Setting};
use tokio::net::TcpListener;

use crate::args::Pages;
use crate::failure::Failure;
use crate::node::stopped;
use crate::session::{Session, device_label};

/// How long a program that says it shows pages may take to answer.
const ANSWER_MAX: Duration = Duration::from_secs(2);

/// Starts the pages, or finds those of the program that runs already, and opens them.
pub(crate) fn run(session: &Session, asked: &Pages) -> Result<(), Failure> {
    let home = session.node_home()?;
    let folder = match Folder::take(&home) {
        Err(error @ FolderError::InUse { .. }) => {
            let running = Folder::pages_of(&home).filter(answers);
            let running = running.ok_or_else(|| Failure::from(error))?;
            show(session, running, asked, "pages-found");
            return Ok(());
        }
        taken => taken?,
    };
    session.warn_of_clock();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| Failure::new("internal", Vec::new()).because(&error))?;
    runtime.block_on(async {
        let (app, listener) = prepare(session, home, folder, asked.ui.unwrap_or(ADDRESS)).await?;
        let address = local(&listener)?;
        show(session, address, asked, "pages-here");
        serve(app, listener).await
    })?;
    session.output.say("serve-end", &[]);
    Ok(())
}

/// Shows the pages of a computer of the demo until somebody ends it, and says how to come in.
pub(crate) async fn show_demo(session: &Session, home: PathBuf, passphrase: &str) -> Result<(), Failure> {
    let folder = Folder::take(&home)?;
    let (app, listener) = prepare(session, home, folder, ADDRESS).await?;
    let url = format!("http://{}", local(&listener)?);
    let facts = [("url", url.as_str().into()), ("passphrase", passphrase.into())];
    session.output.say("demo-pages", &facts);
    serve(app, listener).await
}

async fn prepare(
    session: &Session,
    home: PathBuf,
    folder: Folder,
    wanted: SocketAddr,
) -> Result<(Arc<App>, TcpListener), Failure> {
    let listener = web::listen(wanted).await.map_err(|error| taken(wanted, &error))?;
    let noted = folder.note_pages(local(&listener)?);
    noted.map_err(|error: FileError| Failure::of(&error))?;
    let setting = Setting {
        // The icon on the desktop starts from another folder.
        home: std::path::absolute(&home).unwrap_or(home),
        schema: Arc::clone(&session.declared),
        words: session.output.shared_words(),
        device: device_label(None, &session.output),
        desktop: Desktop::of(&|name| std::env::var_os(name)),
    };
    Ok((Arc::new(App::new(setting, folder)), listener))
}

fn local(listener: &TcpListener) -> Result<SocketAddr, Failure> {
    listener.local_addr().map_err(|error| taken(ADDRESS, &error))
}

async fn serve(app: Arc<App>, listener: TcpListener) -> Result<(), Failure> {
    let served = web::serve(app, listener, stopped()).await;
    served.map_err(|error| taken(ADDRESS, &error))
}

fn answers(address: &SocketAddr) -> bool {
    TcpStream::connect_timeout(address, ANSWER_MAX).is_ok()
}

fn taken(address: SocketAddr, error: &std::io::Error) -> Failure {
    Failure::new("port_in_use", vec![("address", address.to_string().into())]).because(error)
}

/// Says where the pages are, and opens them where there is a browser.
fn show(session: &Session, address: SocketAddr, asked: &Pages, sentence: &str) {
    let url = format!("http://{address}");
    if session.output.json() {
        session.output.data(&serde_json::json!({ "pages": url }));
    }
    session.output.say(sentence, &[("url", url.as_str().into())]);
    if !asked.no_browser && opener::open(&url).is_err() {
        session.output.say("pages-open-yourself", &[]);
    }
}
