//! The dashboard of who runs the programme: every address on one screen, and the server that answers them.
//!
//! It reads [`crate::published`] and nothing else: no page can show what was not published.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use tawro_core::text::Words;
use tawro_pages::guard::Reach;
use tawro_pages::{Brake, Sessions};
use tokio::net::TcpListener;

use crate::published::{Source, Unreadable};

mod password;
pub use password::{PASSWORD_LETTERS_MIN, Password, TooShort};

mod asked;

mod reply;

mod say;

mod chart;

mod login;

mod overview;

mod indicator;

mod periods;

mod sync;

mod progress;

use asked::{App, Asks, act, nowhere, shown};

/// Where the dashboard is unless somebody says otherwise.
pub const ADDRESS: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 7440);

/// What the dashboard is made of.
pub struct Setting {
    /// Where it reads, and who may.
    pub source: Box<dyn Settings>,
    /// All words: of core, and of the dashboard.
    pub words: Arc<Words>,
    /// Who runs the programme.
    pub owner: String,
}

/// What is set of a dashboard, read at each request: it is changed by another process.
pub trait Settings: Source {
    /// Its password, if one was set.
    ///
    /// # Errors
    /// A store that cannot be read.
    fn password(&self) -> Result<Option<Password>, Unreadable>;

    /// Whether what is published may be seen by whoever comes.
    ///
    /// # Errors
    /// A store that cannot be read.
    fn is_public(&self) -> Result<bool, Unreadable>;
}

/// Every address. What is `shown` may be public, all else is for who is let in.
fn routes() -> Router<Asks> {
    Router::new()
        .route("/login", shown(login::page).merge(act(login::enter)))
        .route("/leave", act(login::leave))
        .route("/language", act(login::language))
        .route("/", shown(overview::page))
        .route("/outputs", shown(overview::outputs))
        .route("/indicator/{code}", shown(indicator::page))
        .route("/periods", shown(periods::list))
        .route("/period/{period}", shown(periods::page))
        .route("/export/{file}", shown(periods::export))
        .route("/report/{file}", shown(periods::report))
        .route("/sync", shown(sync::page))
        .route("/progress", shown(progress::page))
}

/// A dashboard that listens, and answers once it is served.
pub struct Dashboard {
    listener: TcpListener,
    app: App,
}

impl Dashboard {
    /// Takes its address.
    ///
    /// # Errors
    /// The address is another program's, or not this machine's.
    pub async fn listen(address: SocketAddr, setting: Setting) -> io::Result<Self> {
        let listener = TcpListener::bind(address).await?;
        let reach = match listener.local_addr()?.ip().is_loopback() {
            true => Reach::Here,
            false => Reach::Network,
        };
        let app = App {
            setting,
            reach,
            sessions: Sessions::new(IDLE_SECONDS_MAX),
            brake: Brake::default(),
            trying: Default::default(),
        };
        Ok(Self { listener, app })
    }

    /// Where it is.
    ///
    /// # Errors
    /// What the system says.
    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Answers until `stop` does.
    ///
    /// # Errors
    /// What the system says.
    pub async fn serve(self, stop: impl Future<Output = ()> + Send + 'static) -> io::Result<()> {
        let router = routes()
            .layer(DefaultBodyLimit::max(FORM_BYTES_MAX))
            .fallback(nowhere)
            .merge(tawro_pages::assets::routes())
            .with_state(Asks(Arc::new(self.app)));
        axum::serve(self.listener, router)
            .with_graceful_shutdown(stop)
            .await
    }
}

/// Half an hour: it is looked at while a report is written.
const IDLE_SECONDS_MAX: i64 = 1_800;
/// A password and where to go, and nothing longer.
const FORM_BYTES_MAX: usize = 16 * 1024;
