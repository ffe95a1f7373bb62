//! Who owes dues for a period: each with what is left, a text to send, and a way to write down a payment.

use askama::Template;
use tawro_core::schema::{Money, dues};
use tawro_pages::Speech;

use crate::driver::Node;
use crate::dues::Owing;
use crate::web::ask::Ask;
use crate::web::present::phone_of;
use crate::web::reply::{Answer, Reply};

#[derive(Template)]
#[template(path = "owing.html")]
struct Page<'a> {
    speech: &'a Speech,
    title: String,
    about: String,
    all: Vec<Line>,
}

struct Line {
    id: String,
    title: String,
    phone: String,
    left: String,
    pay: String,
    text: String,
}

/// Shows them.
pub(super) fn page(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let id = ask.id()?;
    let owing = node.owing(id)?;
    let speech = &ask.speech;
    let period = node.read(|_, tx| Ok(tx.title(id)?))?.unwrap_or_default();
    let owner = node.association_name()?.unwrap_or_default();
    let total: i64 = owing.iter().map(|one| one.owed - one.paid).sum();
    let [membership, of_period, amount] = dues::PAYMENT_FIELDS;
    let mut phones = Vec::with_capacity(owing.len());
    for one in &owing {
        let row = node.show(one.membership)?.row;
        phones.push(phone_of(node.schema(), &row, speech));
    }
    let line = |(one, phone): (&Owing, String)| {
        let left = one.owed - one.paid;
        let shown = speech.amount(left);
        let facts = [
            ("owner", owner.as_str().into()),
            ("name", one.title.as_str().into()),
            ("amount", shown.as_str().into()),
            ("period", period.as_str().into()),
        ];
        Line {
            id: one.membership.to_string(),
            title: one.title.clone(),
            phone,
            pay: format!(
                "/r/{}/new?{membership}={}&{of_period}={id}&{amount}={}",
                dues::PAYMENT,
                one.membership,
                Money(left)
            ),
            text: speech.tell("owing-reminder", &facts),
            left: speech.with("value-money", "amount", &shown),
        }
    };
    let page = Page {
        speech,
        title: speech.with("owing-title", "period", &period),
        about: speech.tell(
            "owing-about",
            &[
                ("count", owing.len().into()),
                ("amount", speech.amount(total).into()),
            ],
        ),
        all: owing.iter().zip(phones).map(line).collect(),
    };
    Ok(Reply::page(page.title.clone(), &page)?.explained_by("giving#owing"))
}
