//! Working together: what exists only here, which computer has what, and one more computer.

use std::collections::BTreeSet;
use std::time::Duration;

use askama::Template;
use tawro_core::membership::Role;
use tawro_core::replica::DeviceStatus;
use tawro_core::time::Timestamp;
use tawro_pages::Speech;
use tokio::runtime::Handle;

use crate::driver::Node;
use crate::fault::NodeError;
use crate::joining::Joiner;
use crate::paper::qr;
use crate::web::ask::Ask;
use crate::web::card::moment;
use crate::web::login::tell;
use crate::web::reply::{Answer, Reply};
use crate::web::trouble::{Trouble, said};

#[derive(Template)]
#[template(path = "together.html")]
struct Page<'a> {
    speech: &'a Speech,
    token: &'a str,
    only_here: String,
    is_enrolled: bool,
    /// How the relay stands, and since when.
    relay: String,
    notices: Vec<String>,
    hindrance: Option<String>,
    computers: Vec<Computer>,
    manages: bool,
    /// An invitation that nobody has used.
    code: Option<String>,
    /// Who asks by it.
    joiner: Option<(String, String)>,
    fault: Option<(String, String)>,
}

struct Computer {
    id: String,
    name: String,
    letter: String,
    has: String,
    is_own: bool,
    is_behind: bool,
    seen: String,
}

/// How long a press waits for somebody who asks to join; the page asks again.
const PATIENCE: Duration = Duration::from_secs(2);

/// Shows how things stand.
pub(super) fn page(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    show(ask, node, None)
}

fn show(ask: &Ask<'_>, node: &mut Node, fault: Option<(String, String)>) -> Answer {
    let speech = &ask.speech;
    let status = node.status()?;
    let (own, all) = (
        node.device(),
        status
            .devices
            .iter()
            .find(|device| device.device == node.device()),
    );
    let all = all.map_or(0, |device| device.stored);
    let is_enrolled = node.hub()?.is_some();
    let relay = ask.app.agreement.relay();
    let manages = node.access().manages();
    let invitation = match manages {
        true => node.open_invitation()?.map(|open| open.code.to_string()),
        false => None,
    };
    let computer = |device: &DeviceStatus| Computer {
        id: device.device.to_string(),
        name: device.label.clone().unwrap_or_default(),
        letter: device.letter.clone(),
        is_own: device.device == own,
        is_behind: device.applied < all,
        has: match all.saturating_sub(device.applied) {
            0 => speech.say("together-has-all"),
            lacks => speech.count("together-lacks", usize::try_from(lacks).unwrap_or(usize::MAX)),
        },
        seen: moment(device.last_seen, speech),
    };
    let page = Page {
        speech,
        token: ask.token(),
        only_here: only_here(speech, status.unsynced, is_enrolled),
        is_enrolled,
        relay: relay_said(&relay, speech),
        notices: relay
            .notices
            .iter()
            .map(|code| speech.say(&format!("noticed-{code}")))
            .collect(),
        hindrance: status
            .hindrance
            .filter(|_| status.unsealed > 0)
            .map(|why| speech.say(&format!("hindered-{}", why.code()))),
        computers: status
            .devices
            .iter()
            .filter(|device| !device.removed)
            .map(computer)
            .collect(),
        manages,
        code: invitation,
        joiner: ask
            .app
            .joiner()
            .as_ref()
            .map(|joiner| (joiner.label.clone(), joiner.digits.clone())),
        fault,
    };
    let title = speech.say("together-title");
    match page.fault {
        Some(_) => Reply::again(title, &page),
        None => Ok(Reply::page(title, &page)?.explained_by("together")),
    }
}

/// The digits of the open invitation as a picture for a camera.
pub(super) fn picture(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    node.may_manage()?;
    let open = node.open_invitation()?.ok_or(Trouble::Nowhere)?;
    // Digits alone make the coarsest picture; whoever types them parts them as they like.
    let digits = open.code.to_string().replace('-', "");
    Reply::picture(ask.speech.say("together-picture"), qr::picture(&digits))
}

/// What exists on this computer and nowhere else, as far as it can prove otherwise.
pub(crate) fn only_here(speech: &Speech, unsynced: u64, is_enrolled: bool) -> String {
    match (is_enrolled, usize::try_from(unsynced).unwrap_or(usize::MAX)) {
        (false, _) => speech.say("together-alone"),
        (true, 0) => speech.say("together-all-safe"),
        (true, count) => speech.count("together-only-here", count),
    }
}

/// How the relay stands, and since when.
pub(super) fn relay_said(relay: &crate::web::agree::Relay, speech: &Speech) -> String {
    let last = relay.last.map_or(Timestamp::UNKNOWN, |last| last);
    let when = moment(last, speech);
    match (relay.is_connected, relay.fault) {
        (true, _) => speech.say("together-connected"),
        (false, Some(code)) => {
            let (what, _) = said(code, &[], speech);
            let never = if when.is_empty() {
                speech.say("together-never")
            } else {
                speech.with("together-last", "when", &when)
            };
            format!("{what} {never}")
        }
        (false, None) if when.is_empty() => speech.say("together-never"),
        (false, None) => speech.with("together-last", "when", &when),
    }
}

/// Does what needs the network, and shows what became of it.
fn online(
    ask: &mut Ask<'_>,
    node: &mut Node,
    act: impl AsyncFnOnce(&mut Node) -> Result<(), NodeError>,
    done: &str,
) -> Answer {
    node.may_manage()?;
    match Handle::current().block_on(act(node)) {
        Ok(()) => {
            tell(ask, ask.speech.say(done), None);
            Reply::go("/together")
        }
        Err(error) => {
            let fault = Trouble::from(error).said(&ask.speech);
            show(ask, node, Some(fault))
        }
    }
}

/// Enrols the association at a relay.
pub(super) fn enrol(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let ticket = ask.form.text("ticket").to_owned();
    online(
        ask,
        node,
        async |node| node.enrol(&ticket).await,
        "together-enrolled",
    )
}

/// Opens an invitation for one more computer.
pub(super) fn invite(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    ask.app.joiner().take();
    online(
        ask,
        node,
        async |node| node.invite().await.map(drop),
        "together-invited",
    )
}

/// Looks whether somebody asks by the invitation.
pub(super) fn look(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    node.may_manage()?;
    let Some(invitation) = node.open_invitation()? else {
        return Reply::go("/together");
    };
    let found = Handle::current().block_on(node.wait_for_joiner(&invitation, PATIENCE));
    match found {
        Ok(joiner) => {
            *ask.app.joiner() = Some(joiner);
            Reply::go("/together")
        }
        Err(NodeError::TimedOut) => {
            let fault = said("nobody_yet", &[], &ask.speech);
            show(ask, node, Some(fault))
        }
        Err(error) => {
            let fault = Trouble::from(error).said(&ask.speech);
            show(ask, node, Some(fault))
        }
    }
}

/// Admits the computer whose six digits are the same on both screens, or turns it away.
pub(super) fn admit(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    node.may_manage()?;
    let joiner: Option<Joiner> = ask.app.joiner().take();
    let (Some(invitation), Some(joiner)) = (node.open_invitation()?, joiner) else {
        return Reply::go("/together");
    };
    if ask.form.text("same") != "yes" {
        let close = async |node: &mut Node| node.close_invitation(&invitation).await;
        return online(ask, node, close, "together-declined");
    }
    let role = match ask.form.text("role") {
        "admin" => Role::Admin,
        "reader" => Role::Reader,
        _ => Role::Member,
    };
    let admit = async |node: &mut Node| node.admit(&invitation, &joiner, role).await;
    online(ask, node, admit, "together-admitted")
}

/// Puts a computer out.
pub(super) fn remove(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let device = ask.part("id").parse().map_err(|_| Trouble::Nowhere)?;
    let out = async |node: &mut Node| node.revoke_now(BTreeSet::from([device])).await.map(drop);
    online(ask, node, out, "together-removed")
}
