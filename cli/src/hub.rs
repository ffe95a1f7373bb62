//! `tawro hub`: the relay of YES, run by a coordinator.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use serde_json::json;
use tawro_hub::dashboard::Dashboard;
use tawro_hub::{Allowance, Hub as Relay, HubError, View};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::args::{DashboardAt, Hub, HubDashboard, HubQuota, PublicView};
use crate::failure::Failure;
use crate::node::{hub_address, number, stopped};
use crate::output::Output;
use crate::passphrase::Purpose;
use crate::period;
use crate::programme;
use crate::report;
use crate::session::Session;
use crate::sheet;
use crate::shown::moment;

/// Carries out one of the commands.
pub(crate) fn run(session: &Session, command: Hub) -> Result<(), Failure> {
    match command {
        Hub::Init { name, address, quota } => init(session, &name, address.as_deref(), &quota),
        Hub::Serve {
            listen,
            dashboard,
            quota,
        } => serve(session, listen, dashboard, &quota),
        Hub::Dashboard(HubDashboard::Password) => password(session),
        Hub::Dashboard(HubDashboard::Public { view }) => public(session, view),
        Hub::Ticket { name } => ticket(session, &name),
        Hub::Status => status(session),
        Hub::Seat(asked) => period::seat(session, &asked),
        Hub::Unseat { name } => period::unseat(session, &name),
        Hub::Sheet(command) => sheet::run(session, command),
        Hub::Period(command) => period::run(session, command),
        Hub::Programme(command) => programme::of_hub(session, command),
        Hub::Export { period, file, force } => period::export(session, period, &file, force),
        Hub::Report { period, file, force } => report::write(session, period, &file, force),
    }
}

fn init(session: &Session, name: &str, address: Option<&str>, quota: &HubQuota) -> Result<(), Failure> {
    let address = address.map(hub_address).transpose()?;
    let hub = Relay::init(&session.hub_home()?, name, address.as_ref())?;
    allow(&hub, quota)?;
    if session.output.json() {
        session
            .output
            .data(&json!({ "name": name, "hub": hub.key().to_string() }));
    }
    session.output.say("hub-init-done", &[("name", name.into())]);
    Ok(())
}

/// Sets the quotas that were given.
fn allow(hub: &Relay, quota: &HubQuota) -> Result<(), Failure> {
    let set = hub.allowance()?;
    let asked = Allowance {
        stored_bytes_max: quota.max_mib.map_or(set.stored_bytes_max, |mib| mib << 20),
        bytes_per_second: quota
            .max_kib_per_second
            .map_or(set.bytes_per_second, |kib| kib << 10),
        entries_per_second: quota.max_entries_per_second.unwrap_or(set.entries_per_second),
    };
    if asked != set {
        hub.allow(asked)?;
    }
    Ok(())
}

fn serve(
    session: &Session,
    listen: SocketAddr,
    dashboard: DashboardAt,
    quota: &HubQuota,
) -> Result<(), Failure> {
    let output = &session.output;
    let hub = Relay::open(&session.hub_home()?)?;
    allow(&hub, quota)?;
    session.warn_of_hub_clock();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| Failure::new("internal", Vec::new()).because(&error))?;
    runtime.block_on(async {
        let running = hub.serve(listen)?;
        let address = running.local_addr().to_string();
        let dashboard = begin_dashboard(&hub, dashboard, output).await?;
        let url = dashboard.as_ref().map(|shown| shown.url.as_str());
        if output.json() {
            let key = hub.key().to_string();
            output.data(&json!({ "address": address, "hub": key, "dashboard": url }));
        }
        output.say("hub-serving", &[("address", address.as_str().into())]);
        if let Some(url) = url {
            output.say("dashboard-serving", &[("url", url.into())]);
        }
        stopped().await;
        if let Some(shown) = dashboard {
            shown.end().await;
        }
        running.shutdown().await;
        Ok::<_, Failure>(())
    })?;
    output.say("hub-end", &[]);
    Ok(())
}

/// A dashboard that is served beside the relay.
struct Shown {
    url: String,
    stop: oneshot::Sender<()>,
    served: JoinHandle<io::Result<()>>,
}

/// Serves the dashboard, unless another program has its address: the relay is what associations need.
async fn begin_dashboard(hub: &Relay, at: DashboardAt, output: &Output) -> Result<Option<Shown>, Failure> {
    let DashboardAt::At(address) = at else {
        return Ok(None);
    };
    let dashboard: Dashboard = match hub.dashboard(address, output.shared_words()).await {
        Ok(dashboard) => dashboard,
        Err(HubError::Listen { .. }) => {
            output.say("dashboard-taken", &[("address", address.to_string().into())]);
            return Ok(None);
        }
        Err(error) => return Err(error.into()),
    };
    let address = dashboard.local_addr().unwrap_or(address);
    let (stop, stopped) = oneshot::channel();
    let served = tokio::spawn(dashboard.serve(async {
        // Told to, or nobody is left who could.
        let _ = stopped.await;
    }));
    let url = format!("http://{address}");
    Ok(Some(Shown { url, stop, served }))
}

impl Shown {
    /// Answers what is under way, and ends.
    async fn end(self) {
        let _ = self.stop.send(());
        let _ = tokio::time::timeout(END_MAX, self.served).await;
    }
}

/// How long pages that are under way may take.
const END_MAX: Duration = Duration::from_secs(2);

/// Sets the password of the dashboard.
fn password(session: &Session) -> Result<(), Failure> {
    let hub = Relay::open(&session.hub_home()?)?;
    let text = session.passphrase(Purpose::Choose)?;
    hub.set_password(&text)?;
    if session.output.json() {
        session.output.data(&json!({ "password": "set" }));
    }
    session.output.say("dashboard-password-done", &[]);
    Ok(())
}

/// Sets who may see what is published.
fn public(session: &Session, view: PublicView) -> Result<(), Failure> {
    let hub = Relay::open(&session.hub_home()?)?;
    let (view, said) = match view {
        PublicView::On => (View::Public, "dashboard-public-on"),
        PublicView::Off => (View::Closed, "dashboard-public-off"),
    };
    hub.set_view(view)?;
    if session.output.json() {
        session.output.data(&json!({ "public": view == View::Public }));
    }
    session.output.say(said, &[]);
    Ok(())
}

fn ticket(session: &Session, name: &str) -> Result<(), Failure> {
    let output = &session.output;
    let hub = Relay::open(&session.hub_home()?)?;
    // Its thirty days would be over the moment that the clock is set right.
    session.sound_clock()?;
    let code = hub.ticket(name)?.to_string();
    output.facts(
        &json!({ "ticket": code }),
        &[(output.sentence("head-code", &[]), code.clone())],
    );
    output.say("ticket-done", &[("name", name.into())]);
    Ok(())
}

fn status(session: &Session) -> Result<(), Failure> {
    let output = &session.output;
    let status = Relay::open(&session.hub_home()?)?.status()?;
    let rows: Vec<Vec<String>> = status
        .list
        .iter()
        .map(|one| {
            let numbers = [one.devices, one.entries, one.bytes].map(|number| number.to_string());
            let mut row = vec![one.name.clone().unwrap_or_default()];
            row.extend(numbers);
            row.push(moment(one.last_seen));
            row
        })
        .collect();
    let heads = [
        "head-association",
        "head-devices",
        "head-entries",
        "head-bytes",
        "head-last-seen",
    ];
    output.table(&status, &heads.map(|head| output.sentence(head, &[])), &rows);
    if !output.json() {
        let limits = status.limits;
        let facts = [
            ("mib", number(limits.stored_bytes_max >> 20)),
            ("kib", number(limits.bytes_per_second >> 10)),
            ("entries", number(limits.entries_per_second)),
        ];
        output.say("hub-limits", &facts);
    }
    Ok(())
}
