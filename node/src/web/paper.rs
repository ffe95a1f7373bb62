//! The recovery paper: made when it is to be printed, and typed once from it, so that it is known to be there.

use askama::Template;
use tawro_pages::Speech;
use zeroize::Zeroizing;

use crate::driver::Node;
use crate::fault::NodeError;
use crate::web::ask::Ask;
use crate::web::card::moment;
use crate::web::login::tell;
use crate::web::reply::{Answer, Reply};
use crate::web::trouble::{Trouble, said};

#[derive(Template)]
#[template(path = "paper.html")]
struct Page<'a> {
    speech: &'a Speech,
    token: &'a str,
    owner: String,
    today: String,
    is_on_paper: bool,
    /// The code, on the page that follows its making alone.
    code: Option<Zeroizing<String>>,
    fault: Option<(String, String)>,
}

/// Says what the paper is for.
pub(super) fn page(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    node.may_manage()?;
    show(ask, node, None, None)
}

fn show(
    ask: &Ask<'_>,
    node: &mut Node,
    code: Option<Zeroizing<String>>,
    fault: Option<(String, String)>,
) -> Answer {
    let page = Page {
        speech: &ask.speech,
        token: ask.token(),
        owner: node.association_name()?.unwrap_or_default(),
        today: moment(ask.now, &ask.speech),
        is_on_paper: node.recovery_is_on_paper()?,
        code,
        fault,
    };
    let title = ask.speech.say("paper-title");
    match page.fault {
        Some(_) => Reply::again(title, &page),
        None => Ok(Reply::page(title, &page)?.explained_by("safety#paper")),
    }
}

/// Makes a code and shows it, this once.
pub(super) fn make(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let code = node.new_recovery_code()?;
    show(ask, node, Some(code), None)
}

/// Compares what was typed from the paper with the code in force.
pub(super) fn check(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    node.may_manage()?;
    let typed = Zeroizing::new(ask.form.text("code").to_owned());
    match node.type_recovery_code(&typed) {
        Ok(true) => {
            tell(ask, ask.speech.say("paper-checked"), None);
            Reply::go("/paper")
        }
        Ok(false) => {
            let fault = said("paper_other", &[], &ask.speech);
            show(ask, node, None, Some(fault))
        }
        Err(error @ (NodeError::Code(_) | NodeError::OtherCode)) => {
            let fault = Trouble::from(error).said(&ask.speech);
            show(ask, node, None, Some(fault))
        }
        Err(other) => Err(other.into()),
    }
}
