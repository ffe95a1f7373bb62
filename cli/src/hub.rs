//! `tawro hub`: the relay of YES, run by a coordinator.

use std::net::SocketAddr;

use serde_json::json;
use tawro_hub::{Allowance, Hub as Relay};

use crate::args::{Hub, HubQuota};
use crate::failure::Failure;
use crate::node::{hub_address, number, stopped};
use crate::period;
use crate::programme;
use crate::session::Session;
use crate::sheet;
use crate::shown::moment;

/// Carries out one of the commands.
pub(crate) fn run(session: &Session, command: Hub) -> Result<(), Failure> {
    match command {
        Hub::Init { name, address, quota } => init(session, &name, address.as_deref(), &quota),
        Hub::Serve { listen, quota } => serve(session, listen, &quota),
        Hub::Ticket { name } => ticket(session, &name),
        Hub::Status => status(session),
        Hub::Seat(asked) => period::seat(session, &asked),
        Hub::Sheet(command) => sheet::run(session, command),
        Hub::Period(command) => period::run(session, command),
        Hub::Programme(command) => programme::of_hub(session, command),
        Hub::Export { period, file, force } => period::export(session, period, &file, force),
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

fn serve(session: &Session, listen: SocketAddr, quota: &HubQuota) -> Result<(), Failure> {
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
        if output.json() {
            output.data(&json!({ "address": address, "hub": hub.key().to_string() }));
        }
        output.say("hub-serving", &[("address", address.as_str().into())]);
        stopped().await;
        running.shutdown().await;
        Ok::<_, Failure>(())
    })?;
    output.say("hub-end", &[]);
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
