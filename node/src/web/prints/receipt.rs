//! Receipts: of dues, of a gift of money, of a gift in kind; and the text that is sent with one.

use std::collections::BTreeMap;

use tawro_core::schema::papers::{self, Given};
use tawro_core::schema::{Kind, Money, Scalar};
use tawro_core::text::{isolate, plain};
use tawro_pages::Speech;

use crate::driver::Node;
use crate::fault::NodeError;
use crate::paper::{Fact, Receipt, Signature, Words};
use crate::store::ListRow;
use crate::web::ask::Ask;
use crate::web::prints::head::head;
use crate::web::prints::slip::number_of;
use crate::web::prints::{title_of, words};
use crate::web::shown::{Showing, label};
use crate::web::trouble::Trouble;

type Cells = BTreeMap<String, Scalar>;

/// The receipt that a row's record is; none of kinds for which none is given.
pub(super) fn receipt(
    ask: &Ask<'_>,
    node: &mut Node,
    kind: &Kind,
    row: &ListRow,
) -> Result<Option<Receipt>, Trouble> {
    let (Some(receipt), Some(number)) = (papers::receipt(kind.key, &row.cells), number_of(kind, row)) else {
        return Ok(None);
    };
    let speech = &ask.speech;
    let given = receipt.given.key();
    let head = head(ask, node, &speech.say(&format!("print-receipt-{given}")))?;
    let treasurer = node.office_holder(TREASURER)?;
    let schema = node.schema().clone();
    let mut title = title_of(node);
    let mut showing = Showing {
        schema: &schema,
        speech,
        title: &mut title,
    };
    let mut pieces = |key: &str| {
        let field = kind.field(key);
        field.map_or(Vec::new(), |field| showing.field(field, &row.cells))
    };
    let fact = |key: &str, words: Vec<Words>| Fact {
        label: kind
            .field(key)
            .map_or_else(String::new, |field| plain(&label(kind, field, speech))),
        pieces: words,
    };
    let cashier = receipt.by.and_then(|by| pieces(by).pop()).map(|piece| piece.text);
    let lines: Vec<Fact> = receipt
        .lines
        .iter()
        .map(|key| fact(key, words(pieces(key))))
        .filter(|fact| !fact.pieces.is_empty())
        .collect();
    let from = fact(receipt.from, words(pieces(receipt.from)));
    let day = fact(receipt.day, words(pieces(receipt.day)));
    let in_kind = receipt.given == Given::InKind;
    let money = money(&receipt, kind, &row.cells, &mut showing);
    Ok(Some(Receipt {
        number_label: speech.say("print-number-of"),
        number: Words::ltr(number),
        copies: ["print-copy-give", "print-copy-keep"].map(|key| speech.say(key)),
        cancelled: papers::is_cancelled(&row.cells).then(|| speech.say("print-cancelled")),
        notice: in_kind.then(|| speech.say("print-in-kind")),
        from,
        amount: fact(receipt.amount, money.map(Words::plain).into_iter().collect()),
        letters: (!in_kind).then(|| speech.say("print-in-letters")),
        lines,
        day,
        signatures: vec![
            Signature {
                label: speech.say(if in_kind {
                    "print-signs-giver"
                } else {
                    "print-signs-one"
                }),
                name: None,
            },
            Signature {
                label: speech.say("print-signs-other"),
                name: cashier.or(treasurer),
            },
        ],
        head,
    }))
}

/// Whose name stands under a receipt.
const TREASURER: &str = "treasurer";

/// The amount with its currency, its digits in their order whatever stands around them.
fn money(receipt: &papers::Receipt, kind: &Kind, cells: &Cells, showing: &mut Showing<'_>) -> Option<String> {
    let centimes = cells.get(receipt.amount)?.as_integer()?;
    let speech = showing.speech;
    let currency = receipt.currency.and_then(|key| {
        let code = cells.get(key)?.as_text()?;
        let field = kind.field(key)?;
        (code != Money::DIRHAM).then(|| showing.value(field, &Scalar::from(code)).text)
    });
    let amount = isolate(&speech.amount(centimes));
    Some(match currency {
        Some(currency) => format!("{amount}\u{a0}{currency}"),
        None => speech.with("value-money", "amount", &amount),
    })
}

/// What is sent with a receipt by a messenger; none for kinds of which nothing is said, and none of a
/// receipt that no longer holds.
pub(in crate::web) fn message(
    node: &mut Node,
    row: &ListRow,
    speech: &Speech,
) -> Result<Option<String>, NodeError> {
    let owner = node.association_name()?.unwrap_or_default();
    let schema = node.schema().clone();
    let Some(kind) = schema.kind(&row.kind) else {
        return Ok(None);
    };
    let mut title = title_of(node);
    let mut showing = Showing {
        schema: &schema,
        speech,
        title: &mut title,
    };
    Ok(said(kind, row, &owner, &mut showing))
}

fn said(kind: &Kind, row: &ListRow, owner: &str, showing: &mut Showing<'_>) -> Option<String> {
    let receipt = papers::receipt(kind.key, &row.cells).filter(|_| !papers::is_cancelled(&row.cells))?;
    let number = number_of(kind, row)?;
    let speech = showing.speech;
    let money = money(&receipt, kind, &row.cells, showing);
    let what = receipt.what.and_then(|key| kind.field(key));
    let what = what.and_then(|field| showing.field(field, &row.cells).pop());
    let day = row.cells.get(receipt.day).and_then(Scalar::as_text);
    if money.is_none() && receipt.given != Given::InKind {
        return None;
    }
    // A number of letters and digits falls apart in an Arabic sentence; elsewhere marks are noise.
    let kept = |text: &str| match speech.lang().right_to_left() {
        true => isolate(text),
        false => plain(text),
    };
    // A gift of which nobody wrote what it was has a sentence without it.
    let unsaid = if receipt.what.is_some() && what.is_none() {
        "-unsaid"
    } else {
        ""
    };
    let facts = [
        ("owner", owner.into()),
        ("number", kept(number).into()),
        ("money", kept(&plain(&money.unwrap_or_default())).into()),
        ("what", what.map(|piece| piece.text).unwrap_or_default().into()),
        ("day", kept(&speech.date(day.unwrap_or_default())).into()),
    ];
    speech.maybe(&format!("message-{}{unsaid}", receipt.given.key()), &facts)
}
