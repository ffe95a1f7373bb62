//! `tawro node`: this computer as one of an association's.

use serde_json::{Value as Json, json};
use tawro_core::code::HubAddress;
use tawro_core::replica::{Notice, Status};
use tawro_node::driver::{Founding, Node as Association};
use tawro_node::folder::Folder;
use tawro_node::founding::{Newborn, found};
use tawro_node::net::{Goal, Totals};
use tawro_node::syncing::Met;
use tokio::runtime::Runtime;

use crate::args::{Node, NodeInit};
use crate::devices;
use crate::failure::Failure;
use crate::passphrase::Purpose;
use crate::session::{Session, device_label};
use crate::statistics;

/// Carries out one of the commands.
pub(crate) fn run(session: &Session, command: Node) -> Result<(), Failure> {
    match command {
        Node::Init(asked) => init(session, &asked),
        Node::Enrol { ticket } => enrol(session, &ticket),
        Node::Serve => serve(session),
        Node::Sync => sync(session),
        Node::Status => status(session),
        Node::Invite(asked) => devices::invite(session, &asked),
        Node::Join(asked) => devices::join(session, &asked),
        Node::Devices => devices::list(session),
        Node::Revoke(asked) => devices::revoke(session, &asked),
        Node::Recover(asked) => crate::recover::run(session, &asked),
        Node::Doctor { rebuild } => crate::doctor::run(session, rebuild),
    }
}

fn init(session: &Session, asked: &NodeInit) -> Result<(), Failure> {
    let output = &session.output;
    let home = session.vacant_home()?;
    let passphrase = session.passphrase(Purpose::Choose)?;
    session.warn_of_clock();
    let device = device_label(asked.device.as_deref(), output);
    let founding = Founding {
        device: &device,
        passphrase: &passphrase,
    };
    let newborn = Newborn {
        name: &asked.name,
        commune: asked.commune.as_deref(),
        login: &login_name(asked.login.as_deref()),
        functions: &[],
    };
    let (mut node, recovery) = found(
        Folder::create(&home)?,
        &founding,
        &newborn,
        session.declared.clone(),
    )?;
    let code = node.recovery_code(&recovery)?;
    let value = json!({
        "association": asked.name, "space": node.space().to_string(), "device": node.device().to_string(),
        "recovery_code": *code,
    });
    output.say(
        "init-done",
        &[
            ("name", asked.name.as_str().into()),
            ("device", device.as_str().into()),
        ],
    );
    show_recovery_code(session, &value, &code);
    Ok(())
}

/// Writes down who logs in here, so that what is written has an author.
pub(crate) fn login(node: &mut Association, asked: Option<&str>) -> Result<(), Failure> {
    Ok(node.name_login(&login_name(asked), &[])?)
}

/// What the person is called who logs in here: as they say, else as the system calls them.
fn login_name(asked: Option<&str>) -> String {
    let user = |variable| {
        std::env::var(variable)
            .ok()
            .filter(|name| !name.trim().is_empty())
    };
    asked
        .map(str::to_owned)
        .or_else(|| user("USER"))
        .or_else(|| user("USERNAME"))
        .unwrap_or_else(|| "admin".to_owned())
}

fn show_recovery_code(session: &Session, value: &Json, code: &str) {
    let output = &session.output;
    output.say("recovery-code-once", &[]);
    output.facts(value, &[(output.sentence("head-code", &[]), code.to_owned())]);
    output.say("recovery-code-why", &[]);
}

fn enrol(session: &Session, words: &[String]) -> Result<(), Failure> {
    let ticket = digits(session, words, "ask-ticket")?;
    let mut node = session.open()?;
    runtime()?.block_on(async {
        node.enrol(&ticket).await?;
        node.sync(Goal::InSync).await
    })?;
    let hub = node.hub()?.map(|hub| hub.to_string()).unwrap_or_default();
    if session.output.json() {
        session
            .output
            .data(&json!({ "hub": hub, "space": node.space().to_string() }));
    }
    session.output.say("enrol-done", &[("hub", hub.as_str().into())]);
    session.output.say("enrol-paper", &[("hub", hub.as_str().into())]);
    Ok(())
}

fn serve(session: &Session) -> Result<(), Failure> {
    let output = &session.output;
    let mut node = session.open()?;
    output.say("serve-start", &[]);
    runtime()?.block_on(async {
        if node.hub()?.is_none() {
            output.say("serve-alone", &[]);
            stopped().await;
            return Ok(());
        }
        node.serve(stopped(), &mut |met| match met {
            Met::Connected => output.say("serve-connected", &[]),
            Met::Noticed(notice) => tell(session, std::slice::from_ref(notice)),
            Met::Moved(totals) => tell_totals(session, totals),
            Met::Statistics(exchanged) => statistics::tell(session, exchanged),
            Met::Failed(error, wait) => {
                let failure = Failure::of(error);
                // Nobody is asked to try again by hand what is tried again by itself.
                if error.passes() {
                    output.tell(&failure);
                } else {
                    output.fail(&failure);
                }
                let seconds = number(wait.as_secs().max(1));
                output.say("serve-next-try", &[("seconds", seconds)]);
            }
        })
        .await
        .map_err(Failure::from)
    })?;
    output.say("serve-end", &[]);
    Ok(())
}

fn sync(session: &Session) -> Result<(), Failure> {
    let mut node = session.open()?;
    let progress = session.output.progress("sync-progress");
    let runtime = runtime()?;
    let totals = runtime.block_on(node.sync(Goal::InSync))?;
    let statistics = runtime.block_on(node.sync_statistics());
    drop(progress);
    let status = node.status()?;
    let (unsynced, hindrance) = (status.unsynced, status.hindrance);
    if session.output.json() {
        session.output.data(&json!({
            "sent": totals.sent, "received": totals.received, "bytes_up": totals.bytes_up,
            "bytes_down": totals.bytes_down, "unsynced": unsynced, "notices": notice_codes(&totals.notices),
            "hindrance": hindrance.map(|why| why.code()), "statistics": statistics::json(&statistics),
        }));
    } else {
        tell_totals(session, &totals);
        say_unsynced(session, unsynced);
    }
    say_hindrance(session, &status);
    tell(session, &totals.notices);
    statistics::tell(session, &statistics);
    Ok(())
}

fn tell_totals(session: &Session, totals: &Totals) {
    let facts = [
        ("sent", number(totals.sent)),
        ("received", number(totals.received)),
    ];
    session.output.say("sync-done", &facts);
}

fn say_unsynced(session: &Session, unsynced: u64) {
    session.output.say("unsynced", &[("count", number(unsynced))]);
}

/// Says why changes cannot leave this computer, if there are any.
fn say_hindrance(session: &Session, status: &Status) {
    if let Some(why) = status.hindrance.filter(|_| status.unsealed > 0) {
        session.output.say(&format!("hindrance-{}", why.code()), &[]);
    }
}

pub(crate) fn number(count: u64) -> tawro_core::text::Fact {
    i64::try_from(count).unwrap_or(i64::MAX).into()
}

fn status(session: &Session) -> Result<(), Failure> {
    let output = &session.output;
    let mut node = session.open()?;
    let status = node.status()?;
    let hub = node.hub()?.map(|hub| hub.to_string());
    let name = node.association_name()?;
    let value = json!({
        "association": name, "space": node.space().to_string(), "device": node.device().to_string(),
        "unsynced": status.unsynced, "hindrance": status.hindrance.map(|why| why.code()), "hub": { "enrolled": hub.is_some(), "address": hub },
        "proposals": status.proposals, "unapplied": status.unapplied.len(),
        "devices": devices::json(&status.devices),
    });
    if output.json() {
        output.data(&value);
        return Ok(());
    }
    let lines = [
        ("head-association", name.unwrap_or_default()),
        ("head-space", node.space().to_string()),
        (
            "head-hub",
            hub.unwrap_or_else(|| output.sentence("not-enrolled", &[])),
        ),
        ("head-unsynced", status.unsynced.to_string()),
    ];
    output.facts(
        &value,
        &lines.map(|(head, text)| (output.sentence(head, &[]), text)),
    );
    devices::table(session, &node, &status.devices);
    devices::say_not_come(session, &node, &status.devices);
    say_hindrance(session, &status);
    Ok(())
}

/// An address as a person types it.
pub(crate) fn hub_address(text: &str) -> Result<HubAddress, Failure> {
    text.parse()
        .map_err(|_| Failure::usage("bad_address", vec![("text", text.into())]))
}

/// The digits of a code, from the command or by asking.
pub(crate) fn digits(session: &Session, words: &[String], question: &str) -> Result<String, Failure> {
    if !words.is_empty() {
        return Ok(words.join(" "));
    }
    session
        .output
        .ask(question, &[])
        .ok_or_else(|| Failure::usage("no_code", Vec::new()))
}

/// Says what was noticed and must not pass in silence.
pub(crate) fn tell(session: &Session, notices: &[Notice]) {
    for notice in notices {
        let device = match notice {
            Notice::Fork { device, .. } => device.short(),
            _ => String::new(),
        };
        session.output.say(
            &format!("notice-{}", notice.code()),
            &[("device", device.as_str().into())],
        );
    }
}

fn notice_codes(notices: &[Notice]) -> Vec<&'static str> {
    notices.iter().map(Notice::code).collect()
}

/// The runtime in which the network is used; one thread serves one association.
pub(crate) fn runtime() -> Result<Runtime, Failure> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::new("internal", Vec::new()).because(&error))
}

/// Ends when the person asks for it.
pub(crate) async fn stopped() {
    if tokio::signal::ctrl_c().await.is_err() {
        // Without a way to be told, the process runs until it is ended from outside.
        std::future::pending::<()>().await;
    }
}
