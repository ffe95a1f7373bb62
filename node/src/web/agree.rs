//! Staying in agreement with the other computers while the pages are used, and what is known of it.

use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use tawro_core::time::Timestamp;
use tokio::sync::{Notify, watch};
use tokio::time::sleep;

use crate::driver::{Node, now};
use crate::error::Fault;
use crate::fault::NodeError;
use crate::hold::Hold;
use crate::syncing::{Met, stay_in_agreement};
use crate::web::App;

/// What is known of the relay.
#[derive(Debug, Clone, Default)]
pub(crate) struct Relay {
    /// It is connected now.
    pub(crate) is_connected: bool,
    /// When it was reached last, by this computer's clock.
    pub(crate) last: Option<Timestamp>,
    /// Why not, as a code.
    pub(crate) fault: Option<&'static str>,
    /// What somebody should know of, as codes.
    pub(crate) notices: Vec<&'static str>,
}

/// The relay as it stands, and the end of the program.
pub(crate) struct Agreement {
    relay: Mutex<Relay>,
    /// Something was written that others should get.
    pub(crate) changes: Arc<Notify>,
    end: watch::Sender<bool>,
}

/// How long until one looks again whether there is somebody to agree with.
const LOOK_EVERY: Duration = Duration::from_secs(2);
/// What the relay signed leaves out numbers that it had taken.
const LEFT_OUT: &str = "left_out";
/// A relay that says much is not read.
const NOTICES_MAX: usize = 20;

impl Agreement {
    pub(crate) fn new() -> Self {
        Self {
            relay: Mutex::default(),
            changes: Arc::default(),
            end: watch::channel(false).0,
        }
    }

    /// How the relay stands.
    pub(crate) fn relay(&self) -> Relay {
        self.relay.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn note(&self, met: &Met<'_>) {
        let mut relay = self.relay.lock().unwrap_or_else(PoisonError::into_inner);
        match met {
            Met::Connected => {
                relay.is_connected = true;
                relay.last = Some(now());
                relay.fault = None;
            }
            Met::Noticed(notice) => {
                let code = notice.code();
                if relay.notices.len() < NOTICES_MAX && !relay.notices.contains(&code) {
                    relay.notices.push(code);
                }
            }
            Met::Moved(_) => {
                relay.is_connected = false;
                relay.last = Some(now());
            }
            Met::Statistics(Ok(exchanged)) => {
                relay.notices.retain(|code| *code != LEFT_OUT);
                if !exchanged.left_out.is_empty() {
                    relay.notices.push(LEFT_OUT);
                }
            }
            // Asked again by itself; records do not wait for it.
            Met::Statistics(Err(fault)) => tracing::warn!(code = fault.code(), "no statistics exchanged"),
            Met::Failed(fault, _) => {
                relay.is_connected = false;
                relay.fault = Some(fault.code());
            }
        }
    }

    /// The program ends.
    pub(crate) fn end(&self) {
        self.end.send_replace(true);
    }

    async fn ended(&self) {
        let mut end = self.end.subscribe();
        // The sender lives as long as this does.
        let _ = end.wait_for(|is_over| *is_over).await;
    }
}

/// The pages' hold on the node: each request has it for a moment, and this between two of them.
struct Shared(Arc<App>);

impl Hold for Shared {
    fn with<T>(&mut self, act: impl FnOnce(&mut Node) -> Result<T, NodeError>) -> Result<T, NodeError> {
        match self.0.node().as_mut() {
            Some(node) => act(node),
            None => Err(NodeError::NotEnrolled),
        }
    }

    fn changes(&self) -> Arc<Notify> {
        Arc::clone(&self.0.agreement.changes)
    }
}

/// Agrees with the other computers on a thread of its own until the program ends: once somebody has
/// opened the folder, and there is a relay.
pub(super) fn begin(app: Arc<App>) -> thread::JoinHandle<()> {
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        match runtime {
            Ok(runtime) => runtime.block_on(agree(app)),
            Err(error) => tracing::error!(%error, "no agreement with other computers"),
        }
    })
}

async fn agree(app: Arc<App>) {
    let ended = app.agreement.ended();
    tokio::pin!(ended);
    loop {
        let mut shared = Shared(Arc::clone(&app));
        let is_enrolled = shared.with(|node| Ok(node.hub()?.is_some())).unwrap_or(false);
        if is_enrolled {
            let mut tell = |met: Met<'_>| app.agreement.note(&met);
            let stayed = stay_in_agreement(&mut shared, app.agreement.ended(), &mut tell).await;
            if let Err(fault) = stayed {
                tracing::error!(code = fault.code(), "agreement with other computers ended");
            }
        }
        tokio::select! {
            () = sleep(LOOK_EVERY) => {}
            () = &mut ended => return,
        }
    }
}
