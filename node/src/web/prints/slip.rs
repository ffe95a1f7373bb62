//! The paper of a record: its receipt if one is given for it, else the slip of what has a number.

use tawro_core::schema::{Kind, Scalar, dues, papers};
use tawro_core::text::plain;
use tawro_pages::Speech;

use crate::driver::Node;
use crate::paper::{Fact, Paper, Sheets, Signature, Slip, Words};
use crate::store::ListRow;
use crate::view::Shown;
use crate::web::ask::Ask;
use crate::web::prints::head::head;
use crate::web::prints::letter::letter;
use crate::web::prints::receipt::{message, receipt};
use crate::web::prints::{Print, title_of, words};
use crate::web::reply::Answer;
use crate::web::shown::{Showing, called, label};
use crate::web::trouble::Trouble;

/// The paper of a record.
pub(in crate::web) fn paper(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let id = ask.id()?;
    let Shown { row, name, .. } = node.show(id)?;
    let schema = node.schema().clone();
    let kind = schema.kind(&row.kind).ok_or(Trouble::Nowhere)?;
    let number = number_of(kind, &row).ok_or(Trouble::Nowhere)?;
    let (help, (title, sheets)) = if let Some(receipt) = receipt(ask, node, kind, &row)? {
        ("giving#receipt", set(&receipt)?)
    } else if let Some(letter) = letter(ask, node, kind, &row)? {
        ("mail#letter", set(&letter)?)
    } else {
        (kind.family.key(), set(&slip(ask, node, kind, &row)?)?)
    };
    Print {
        file: file_of(&name, &title, number, &ask.speech),
        title,
        sheets,
        back: (format!("/id/{id}"), called(&row.title, &ask.speech)),
        message: message(node, &row, &ask.speech)?,
        also: None,
        help,
    }
    .answer(ask)
}

/// Which paper is made of a row's record, by its address, and the key of what its button says.
pub(in crate::web) fn paper_of(kind: &Kind, row: &ListRow) -> Option<(&'static str, &'static str)> {
    if kind.key == dues::MEMBERSHIP {
        return (dues::belongs(&row.cells) && !row.deleted).then_some(("card", "print-card"));
    }
    number_of(kind, row)?;
    let key = if papers::receipt(kind.key, &row.cells).is_some() {
        "print-slip"
    } else if papers::letter(kind.key, &row.cells).is_some() {
        "print-letter"
    } else {
        "print-paper"
    };
    Some(("paper", key))
}

fn set(paper: &impl Paper) -> Result<(String, Sheets), Trouble> {
    Ok((paper.head().title.clone(), paper.set()?))
}

fn slip(ask: &Ask<'_>, node: &mut Node, kind: &Kind, row: &ListRow) -> Result<Slip, Trouble> {
    let speech = &ask.speech;
    let title = speech
        .maybe(&format!("print-{}", kind.key), &[])
        .unwrap_or_else(|| speech.say(kind.key));
    let head = head(ask, node, &title)?;
    let president = node.office_holder(PRESIDENT)?;
    let schema = node.schema().clone();
    let mut title = title_of(node);
    let mut showing = Showing {
        schema: &schema,
        speech,
        title: &mut title,
    };
    let shown = papers::slip(kind).ok_or(Trouble::Nowhere)?;
    let facts = shown.fields.into_iter().map(|field| Fact {
        label: plain(&label(kind, field, speech)),
        pieces: words(showing.field(field, &row.cells)),
    });
    let signatures = match kind.key == papers::AGREEMENT {
        true => [
            ("print-signs-president", president),
            ("print-signs-partner", None),
        ],
        false => [("print-signs-clerk", None), ("print-signs-stamp", None)],
    };
    Ok(Slip {
        facts: facts.filter(|fact| !fact.pieces.is_empty()).collect(),
        cancelled: papers::is_cancelled(&row.cells).then(|| speech.say("print-cancelled")),
        signatures: signatures
            .map(|(key, name)| Signature {
                label: speech.say(key),
                name,
            })
            .to_vec(),
        number: Words::ltr(number_of(kind, row).unwrap_or_default()),
        head,
    })
}

/// Whose name stands under an agreement.
const PRESIDENT: &str = "president";

/// The number by which a record's paper is called, if it has one.
pub(super) fn number_of<'r>(kind: &Kind, row: &'r ListRow) -> Option<&'r str> {
    let number = papers::slip(kind)?.number;
    row.cells.get(number.key).and_then(Scalar::as_text)
}

/// What the file of a paper is called: a word short enough for a telephone's screen, and the number.
fn file_of(name: &str, title: &str, number: &str, speech: &Speech) -> String {
    let short = speech.maybe(&format!("file-{name}"), &[]);
    format!("{}-{number}", short.as_deref().unwrap_or(title))
}
