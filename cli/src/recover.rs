//! `tawro node recover`: an association comes back from its paper and the hub.

use serde_json::json;
use tawro_node::joining::{Recovering, Recovery};
use tawro_node::net::Goal;

use crate::args::NodeRecover;
use crate::failure::Failure;
use crate::node::{digits, hub_address, login, runtime};
use crate::passphrase::Purpose;
use crate::session::{Session, device_label};

/// Carries it out. The next code is on the person's paper before the old one is spent.
pub(crate) fn run(session: &Session, asked: &NodeRecover) -> Result<(), Failure> {
    let output = &session.output;
    let (home, begun) = session.home_to_recover()?;
    let code = digits(session, &asked.code, "ask-recovery")?;
    let hub = asked.hub.as_deref().map(hub_address).transpose()?;
    if begun {
        output.say("recover-again", &[]);
    }
    let passphrase = session.passphrase(if begun { Purpose::Open } else { Purpose::Choose })?;
    session.warn_of_clock();
    let device = device_label(asked.device.as_deref(), output);
    let recovering = Recovering {
        code: &code,
        hub,
        device: &device,
        passphrase: &passphrase,
    };
    let runtime = runtime()?;
    let recovery = runtime.block_on(Recovery::begin(&home, recovering))?;
    let next = recovery.next_code().to_string();
    // Said, not printed as data: what is printed for programs is one document, at the end.
    output.say("recover-next-code", &[("code", next.as_str().into())]);
    if !asked.yes && !output.json() && !output.confirm("recover-confirm", &[]) {
        return Err(Failure::new("recover_declined", Vec::new()));
    }
    let mut node = runtime.block_on(async {
        let mut node = recovery.finish(session.declared.clone()).await?;
        node.sync(Goal::InSync).await?;
        Ok::<_, Failure>(node)
    })?;
    login(&mut node, asked.login.as_deref())?;
    let name = node.association_name()?.unwrap_or_default();
    output.say("recover-done", &[("name", name.as_str().into())]);
    let value = json!({
        "association": name, "space": node.space().to_string(), "device": node.device().to_string(),
        "recovery_code": next,
    });
    output.facts(&value, &[(output.sentence("head-code", &[]), next.clone())]);
    Ok(())
}
