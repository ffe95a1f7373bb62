//! The relay of YES: stores what it cannot read, orders membership, hands out receipts.
//!
//! [`Relay`] decides everything and touches nothing; [`Hub`] is a folder with keys and
//! a store, and runs a relay on a socket.
//!
//! ```no_run
//! # async fn example() -> Result<(), tawro_hub::HubError> {
//! use tawro_hub::Hub;
//!
//! let hub = Hub::init("/srv/tawro".as_ref(), "YES", None)?;
//! let running = hub.serve("0.0.0.0:7421".parse().expect("an address"))?;
//! let code = hub.ticket("Association Al Amal")?; // shown once, to the association
//! running.shutdown().await;
//! # Ok(()) }
//! ```
#![warn(missing_docs)]

mod allowance;
pub use allowance::Allowance;
mod error;
pub use error::HubError;
mod folder;
pub mod store;
pub mod quota;
mod membership;
pub mod published;
mod sentences;
pub use sentences::with_sentences;
pub mod export;
pub mod report;
pub mod period;
mod programme;
mod ticket;
pub mod relay;
mod turns;
mod peer;
mod statistics;
mod accept;
mod status;
pub use status::{Association, Status};
pub mod dashboard;
mod view;
pub use view::View;

use std::fs::File;
use std::io::{Read, Write};
use std::net::{IpAddr, SocketAddr, UdpSocket};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use quinn::{Endpoint, EndpointConfig};
use rand_core::UnwrapErr;
use tawro_core::code::{Code, HUB_PORT, HubAddress};
use tawro_core::crypto::DeviceSecret;
use tawro_core::id::{DeviceId, SpaceId, base32};
use tawro_core::time::Timestamp;
use tawro_quic::{Identity, Limits, close, server_config};
use tokio::sync::{mpsc, oneshot};

use crate::folder::Folder;
use crate::peer::Line;
use crate::period::Periods;
use crate::quota::Now;
use crate::relay::Relay;
use crate::statistics::Statistics;
use crate::store::{Desk, SpaceLog, SqliteLog, archive};
use crate::turns::Call;

/// A hub in a folder.
///
/// Tickets and status may be asked while another process serves from the same folder.
#[derive(Debug, Clone)]
pub struct Hub {
    folder: Folder,
    key: DeviceId,
}

impl Hub {
    /// Makes a hub: fresh keys and an empty store. `name` says who runs it; `address` is where
    /// associations reach it, for the tickets. Without it, tickets say where the hub last listened.
    ///
    /// # Errors
    /// [`HubError::Occupied`] when there is a hub in the folder.
    pub fn init(folder: &Path, name: &str, address: Option<&HubAddress>) -> Result<Self, HubError> {
        let folder = Folder::new(folder);
        folder.make()?;
        if folder.secret().is_ok() {
            return Err(HubError::Occupied {
                folder: folder.path().to_owned(),
            });
        }
        let secret = DeviceSecret::generate(&mut dice());
        let mut incarnation = [0; 16];
        rand_core::Rng::fill_bytes(&mut dice(), &mut incarnation);
        let mut store = SqliteLog::open(&folder.make_store()?)?;
        store.setting_put(NAME, name)?;
        store.setting_put(INCARNATION, &base32(&incarnation))?;
        if let Some(address) = address {
            store.setting_put(ADDRESS, &address.to_string())?;
        }
        store.commit()?;
        folder.found(&secret)?;
        Ok(Self {
            folder,
            key: secret.id(),
        })
    }

    /// Opens the hub of a folder.
    ///
    /// # Errors
    /// [`HubError::NoHub`] when there is none.
    pub fn open(folder: &Path) -> Result<Self, HubError> {
        let folder = Folder::new(folder);
        let key = folder.secret()?.id();
        Ok(Self { folder, key })
    }

    /// The hub's key: what devices pin.
    pub fn key(&self) -> DeviceId {
        self.key
    }

    /// Who runs it.
    ///
    /// # Errors
    /// The store.
    pub fn name(&self) -> Result<String, HubError> {
        Ok(self.store()?.setting(NAME)?.unwrap_or_default())
    }

    /// Makes a ticket with which one association enrols, valid for thirty days. `name` is for the
    /// operator's own list. The code cannot be shown again.
    ///
    /// # Errors
    /// [`HubError::NoAddress`], or the store.
    pub fn ticket(&self, name: &str) -> Result<Code, HubError> {
        let mut store = self.store()?;
        let address = [ADDRESS, LISTENED]
            .iter()
            .find_map(|setting| store.setting(setting).transpose());
        let address = address
            .transpose()?
            .and_then(|text| text.parse().ok())
            .or_else(usual_address);
        let address = address.ok_or(HubError::NoAddress)?;
        let (ticket, code) = ticket::issue(name, address, calendar(), &mut dice());
        store.ticket_keep(&ticket)?;
        store.commit()?;
        tracing::info!(ticket = %ticket.id.short(), "a ticket was made");
        Ok(code)
    }

    /// What each association may store and send.
    ///
    /// # Errors
    /// The store.
    pub fn allowance(&self) -> Result<Allowance, HubError> {
        Allowance::read(&self.store()?)
    }

    /// Sets what each association may store and send, from the next start on.
    ///
    /// # Errors
    /// The store.
    pub fn allow(&self, allowance: Allowance) -> Result<(), HubError> {
        let mut store = self.store()?;
        allowance.write(&mut store)?;
        Ok(store.commit()?)
    }

    /// How much it holds, and for whom.
    ///
    /// # Errors
    /// The store.
    pub fn status(&self) -> Result<Status, HubError> {
        let mut store = self.store()?;
        let name = store.setting(NAME)?.unwrap_or_default();
        let limits = Allowance::read(&store)?;
        Ok(status::read(&mut store, name, limits, calendar())?)
    }

    /// Its reporting periods, in a file of their own beside the store. A period may be worked on while
    /// another process serves.
    ///
    /// # Errors
    /// The folder, or the file.
    pub fn periods(&self) -> Result<Periods, HubError> {
        let file = self.folder.make_file(STATISTICS)?;
        Ok(Periods::open(&file, self.folder.secret()?, self.name()?)?)
    }

    /// Writes all that is kept of a space: to move it, or to put it away.
    ///
    /// # Errors
    /// The store, or `sink`.
    pub fn export(&self, space: SpaceId, sink: &mut dyn Write) -> Result<(), HubError> {
        Ok(archive::export(&mut self.store()?, space, sink)?)
    }

    /// Takes in what [`export`](Self::export) wrote; what is here already stays. A space that another
    /// hub orders is kept and served, but its membership rests until it is handed over to this one.
    /// Not while the hub serves: it would not notice.
    ///
    /// # Errors
    /// [`HubError::InUse`] while it serves; [`HubError::Archive`], and nothing was taken in then.
    pub fn import(&self, source: &mut dyn Read) -> Result<SpaceId, HubError> {
        let _lock = self.folder.lock()?;
        let mut store = self.store()?;
        let space = archive::import(&mut store, &archive::Signed, source)?;
        if let Some(membership) = membership::load(&mut store, space)? {
            membership::note(&mut store, &membership)?;
            store.commit()?;
        }
        Ok(space)
    }

    /// Serves until [`Running::shutdown`]. Must be called inside a tokio runtime; two worker threads
    /// are plenty, as all deciding is done by one thread of the hub's own.
    ///
    /// # Errors
    /// [`HubError::InUse`] when another process serves from the folder, [`HubError::Listen`] when the
    /// address cannot be had, or the store.
    pub fn serve(&self, listen: SocketAddr) -> Result<Running, HubError> {
        let lock = self.folder.lock()?;
        let secret = self.folder.secret()?;
        let identity = Identity::from_pkcs8(&secret.pkcs8())?;
        let config = server_config(&identity, &Limits::hub())?;
        let refused = |source| HubError::Listen {
            address: listen,
            source,
        };
        let socket = UdpSocket::bind(listen).map_err(refused)?;
        let local_addr = socket.local_addr().map_err(refused)?;
        let runtime = quinn::default_runtime().ok_or_else(|| HubError::System(no_runtime()))?;
        let endpoint = Endpoint::new(EndpointConfig::default(), Some(config), socket, runtime);
        let endpoint = endpoint.map_err(refused)?;
        let store = self.prepare(local_addr)?;
        let incarnation = store.setting(INCARNATION)?.unwrap_or_default();
        let settings = Allowance::read(&store)?.settings(incarnation_of(&incarnation));
        let relay = Relay::new(store, secret, settings);
        let clock = Clock(Instant::now());
        let (calls, queue) = mpsc::channel(QUEUE);
        let (done, stopped) = oneshot::channel();
        thread::Builder::new()
            .name("relay".to_owned())
            .spawn(move || {
                turns::run(relay, queue, clock);
                // Nobody listens when the hub was dropped without a shutdown.
                let _ = done.send(());
            })
            .map_err(HubError::System)?;
        let ticks = tokio::spawn(tick(calls.clone()));
        let folder = self.folder.path().to_owned();
        let open = move || Self::open(&folder);
        let (desk, statistics) = Statistics::begin(open, clock).map_err(HubError::System)?;
        tokio::spawn(accept::accept(
            endpoint.clone(),
            Line::new(calls.clone(), clock),
            desk,
        ));
        tracing::info!(hub = %self.key.short(), port = local_addr.port(), "serving");
        Ok(Running {
            local_addr,
            endpoint,
            calls,
            ticks,
            stopped,
            statistics,
            _lock: lock,
        })
    }

    /// Opens the store to serve from, and notes where tickets may say the hub is.
    fn prepare(&self, local_addr: SocketAddr) -> Result<SqliteLog, HubError> {
        let mut store = self.store()?;
        if let Some(address) = reachable(local_addr) {
            store.setting_put(LISTENED, &address.to_string())?;
            store.commit()?;
        }
        Ok(store)
    }

    fn store(&self) -> Result<SqliteLog, HubError> {
        Ok(SqliteLog::open(&self.folder.store())?)
    }
}

/// A hub that serves. Dropping it stops it without a word to those connected.
#[derive(Debug)]
pub struct Running {
    local_addr: SocketAddr,
    endpoint: Endpoint,
    calls: mpsc::Sender<Call>,
    ticks: tokio::task::JoinHandle<()>,
    stopped: oneshot::Receiver<()>,
    statistics: oneshot::Receiver<()>,
    _lock: File,
}

impl Running {
    /// Where it listens.
    pub fn local_addr(&self) -> SocketAddr {
        self.local_addr
    }

    /// Commits what is under way, tells everybody, and stops. Takes a few seconds at most.
    pub async fn shutdown(mut self) {
        self.endpoint.set_server_config(None);
        // Fails only if the relay's thread has ended.
        let _ = self.calls.send(Call::Stop).await;
        let _ = (&mut self.stopped).await;
        // The last words are given to the transport by then, or their readers are too slow.
        let _ = tokio::time::timeout(Duration::from_millis(500), self.endpoint.wait_idle()).await;
        self.endpoint.close(close::STOPPING.into(), b"");
        let _ = tokio::time::timeout(Duration::from_secs(2), self.endpoint.wait_idle()).await;
        // Ends once nobody is left who could ask.
        let _ = tokio::time::timeout(Duration::from_secs(2), &mut self.statistics).await;
        let address = self.local_addr;
        drop(self);
        // The transport closes its socket in a task of its own: whoever serves here next must find it free.
        let _ = tokio::time::timeout(Duration::from_secs(2), is_free(address)).await;
        tracing::info!("stopped");
    }
}

async fn is_free(address: SocketAddr) {
    while UdpSocket::bind(address).is_err() {
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.ticks.abort();
        self.endpoint.close(close::STOPPING.into(), b"");
    }
}

/// The times of a turn: the one place that reads the machine's clocks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clock(Instant);

impl Clock {
    pub(crate) fn now(self) -> Now {
        Now {
            millis: self.0.elapsed().as_millis() as u64,
            clock: calendar(),
        }
    }
}

/// The calendar clock; a machine set before 1970 has none.
fn calendar() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(Timestamp::UNKNOWN, |since| Timestamp(since.as_secs() as i64))
}

/// The system's randomness. A machine without any must not go on.
fn dice() -> UnwrapErr<getrandom::SysRng> {
    UnwrapErr(getrandom::SysRng)
}

async fn tick(calls: mpsc::Sender<Call>) {
    let mut ticks = tokio::time::interval(TICK);
    loop {
        ticks.tick().await;
        // A full queue needs no tick: its turns look at the time as well.
        if let Err(mpsc::error::TrySendError::Closed(_)) = calls.try_send(Call::Tick) {
            return;
        }
    }
}

/// Where a hub listens that was told nothing else.
fn usual_address() -> Option<HubAddress> {
    reachable(SocketAddr::from(([0, 0, 0, 0], HUB_PORT)))
}

/// How others on the network reach a socket: if it listens everywhere, by the address this machine
/// would use to leave. Nothing is sent to find out.
fn reachable(local: SocketAddr) -> Option<HubAddress> {
    let ip = if local.ip().is_unspecified() {
        leaving_address().unwrap_or(local.ip())
    } else {
        local.ip()
    };
    SocketAddr::new(ip, local.port()).to_string().parse().ok()
}

fn leaving_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind("0.0.0.0:0").ok()?;
    // An address of RFC 5737, for documentation: connecting a UDP socket only chooses a route.
    socket.connect("192.0.2.1:9").ok()?;
    Some(socket.local_addr().ok()?.ip())
}

/// The bytes of the setting; the hash of another text, should somebody have written one.
fn incarnation_of(text: &str) -> [u8; 16] {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&tawro_core::crypto::derive("hub-incarnation", text.as_bytes())[..16]);
    bytes
}

fn no_runtime() -> std::io::Error {
    std::io::Error::other("no async runtime")
}

const NAME: &str = "name";
const ADDRESS: &str = "address";
const LISTENED: &str = "listened";
const INCARNATION: &str = "incarnation";
const STATISTICS: &str = "statistics.db";
const TICK: Duration = Duration::from_millis(500);
/// Calls that may wait for the relay: connections wait in turn when it is full.
const QUEUE: usize = 256;
