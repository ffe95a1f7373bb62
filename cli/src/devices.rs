//! The association's devices: who belongs, who comes, who is put out.

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::{Value as Json, json};
use tawro_core::membership::Role;
use tawro_core::replica::DeviceStatus;
use tawro_node::driver::Node as Association;
use tawro_node::joining;
use tawro_node::net::Goal;

use crate::args::{NodeInvite, NodeJoin, NodeRevoke, RoleName};
use crate::failure::Failure;
use crate::node::{digits, login, runtime};
use crate::passphrase::Purpose;
use crate::session::{Session, device_label};
use crate::shown::moment;

/// How long somebody who waits is waited for: the life of an invitation.
const PATIENCE: Duration = Duration::from_secs(48 * 3600);

pub(crate) fn list(session: &Session) -> Result<(), Failure> {
    let mut node = session.open()?;
    let status = node.status()?;
    table(session, &node, &status.devices);
    if !session.output.json() {
        say_not_come(session, &node, &status.devices);
    }
    Ok(())
}

pub(crate) fn json(devices: &[DeviceStatus]) -> Json {
    let of = |device: &DeviceStatus| {
        json!({
            "device": device.device.to_string(), "letter": device.letter, "label": device.label,
            "role": role_name(device), "stored": device.stored, "applied": device.applied,
            "last_seen": device.last_seen.to_string(),
        })
    };
    devices.iter().map(of).collect()
}

pub(crate) fn table(session: &Session, node: &Association, devices: &[DeviceStatus]) {
    let output = &session.output;
    let row = |device: &DeviceStatus| {
        let own = device.device == node.device();
        let seen = match moment(device.last_seen) {
            _ if own => output.sentence("this-device", &[]),
            time if time.is_empty() => output.sentence("never", &[]),
            time => time,
        };
        vec![
            device.letter.clone(),
            device.label.clone().unwrap_or_default(),
            output.sentence(&format!("role-{}", role_name(device)), &[]),
            device.stored.to_string(),
            device.applied.to_string(),
            seen,
            device.device.short(),
        ]
    };
    let rows: Vec<Vec<String>> = devices.iter().map(row).collect();
    let heads = [
        "head-device",
        "head-label",
        "head-role",
        "head-stored",
        "head-applied",
        "head-last-seen",
        "head-id",
    ];
    output.table(
        &json(devices),
        &heads.map(|head| output.sentence(head, &[])),
        &rows,
    );
}

fn role_name(device: &DeviceStatus) -> &'static str {
    match device.role {
        _ if device.removed => "removed",
        Role::Admin => "admin",
        Role::Member => "member",
        Role::Reader => "reader",
    }
}

pub(crate) fn invite(session: &Session, asked: &NodeInvite) -> Result<(), Failure> {
    let output = &session.output;
    let mut node = session.open()?;
    let devices = node.status()?.devices;
    say_not_come(session, &node, &devices);
    let runtime = runtime()?;
    // With --accept, an invitation made before serves; who asked by it may be waiting already.
    let opened = if asked.accept {
        node.open_invitation()?
    } else {
        None
    };
    let invitation = match opened {
        Some(invitation) => invitation,
        None => runtime.block_on(node.invite())?,
    };
    let expires = moment(invitation.expires);
    let value = json!({ "code": *invitation.code, "expires_at": invitation.expires.to_string() });
    output.say("invite-code", &[("expires", expires.as_str().into())]);
    output.facts(
        &value,
        &[(output.sentence("head-code", &[]), invitation.code.to_string())],
    );
    if !asked.accept {
        output.say("invite-then", &[]);
        return Ok(());
    }
    output.say("invite-waiting", &[]);
    let joiner = runtime.block_on(node.wait_for_joiner(&invitation, PATIENCE))?;
    let label = joiner.label.as_str();
    output.say("compare-digits", &[("digits", joiner.digits.as_str().into())]);
    let facts = [("label", label.into()), ("digits", joiner.digits.as_str().into())];
    if !asked.yes && !output.confirm("invite-confirm", &facts) {
        runtime.block_on(node.close_invitation(&invitation))?;
        return Err(Failure::new("declined", Vec::new()));
    }
    runtime.block_on(node.admit(&invitation, &joiner, role(asked.role)))?;
    // What was written here so far is at the hub before the newcomer asks for it.
    runtime.block_on(node.sync(Goal::InSync))?;
    output.say("invite-admitted", &[("label", label.into())]);
    Ok(())
}

fn role(name: RoleName) -> Role {
    match name {
        RoleName::Admin => Role::Admin,
        RoleName::Member => Role::Member,
        RoleName::Reader => Role::Reader,
    }
}

pub(crate) fn join(session: &Session, asked: &NodeJoin) -> Result<(), Failure> {
    let output = &session.output;
    let home = session.vacant_home()?;
    let code = digits(session, &asked.code, "ask-invite")?;
    let passphrase = session.passphrase(Purpose::Choose)?;
    let label = device_label(asked.device.as_deref(), output);
    let node = runtime()?.block_on(async {
        let joining = joining::join(&home, &code, &label, PATIENCE).await?;
        output.say("compare-digits", &[("digits", joining.digits.as_str().into())]);
        output.say("join-waiting", &[]);
        let mut node = joining
            .finish(&passphrase, session.declared.clone(), PATIENCE)
            .await?;
        node.sync(Goal::InSync).await?;
        Ok::<_, Failure>(node)
    });
    arrived(session, node?, asked.login.as_deref())
}

/// Says that this computer belongs and what it has.
fn arrived(session: &Session, mut node: Association, asked: Option<&str>) -> Result<(), Failure> {
    if node.replica().may_write() {
        login(&mut node, asked)?;
    }
    let name = node.association_name()?.unwrap_or_default();
    if session.output.json() {
        session.output.data(&json!({
            "association": name, "space": node.space().to_string(), "device": node.device().to_string(),
        }));
    }
    session.output.say("join-done", &[("name", name.as_str().into())]);
    Ok(())
}

pub(crate) fn revoke(session: &Session, asked: &NodeRevoke) -> Result<(), Failure> {
    let output = &session.output;
    let mut node = session.open()?;
    let device = node.find_device(&asked.device)?;
    let label = node.replica().label(&device).unwrap_or_else(|| device.short());
    if !asked.yes && !output.confirm("revoke-confirm", &[("label", label.as_str().into())]) {
        return Err(Failure::new("declined", Vec::new()));
    }
    let ordered = runtime()?.block_on(node.revoke_now(BTreeSet::from([device])))?;
    if output.json() {
        output.data(&json!({ "device": device.to_string(), "ordered": ordered }));
    }
    let said = if ordered { "revoke-done" } else { "revoke-waiting" };
    output.say(said, &[("label", label.as_str().into())]);
    Ok(())
}

/// Says which devices were admitted and have taken nothing yet: their joining may have been interrupted.
pub(crate) fn say_not_come(session: &Session, node: &Association, devices: &[DeviceStatus]) {
    let own = node.device();
    if !devices
        .iter()
        .any(|device| device.device == own && device.stored > 0)
    {
        return;
    }
    for device in devices
        .iter()
        .filter(|device| !device.removed && device.device != own && device.stored == 0)
    {
        let label = device.label.clone().unwrap_or_else(|| device.device.short());
        let facts = [("label", label.into()), ("letter", device.letter.as_str().into())];
        session.output.say("device-not-come", &facts);
    }
}
