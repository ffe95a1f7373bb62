//! What every paper bears: the association with its sign and colour, how to reach it, the day.

use tawro_core::schema::{Field, FieldType, Scalar, key};
use tawro_core::text::plain;
use tawro_pages::Speech;

use crate::driver::Node;
use crate::paper::{Head, Words};
use crate::web::ask::Ask;
use crate::web::prints::{title_of, words};
use crate::web::shown::Showing;
use crate::web::trouble::Trouble;

/// The colours of papers, by their codes: each is read on white as on a pale tone of itself.
const TINTS: [(&str, &str); 6] = [
    ("green", "#1d5c52"),
    ("blue", "#1f4e8c"),
    ("burgundy", "#8a1f2d"),
    ("brown", "#6b4a1b"),
    ("purple", "#5b2f86"),
    ("graphite", "#37424a"),
];

/// The head of a paper of this title, in the reader's language.
pub(super) fn head(ask: &Ask<'_>, node: &mut Node, title: &str) -> Result<Head, Trouble> {
    head_in(&ask.speech, ask, node, title)
}

/// The same in a language of the paper's own.
pub(super) fn head_in(speech: &Speech, ask: &Ask<'_>, node: &mut Node, title: &str) -> Result<Head, Trouble> {
    let id = node.only(key::ASSOCIATION);
    let schema = node.schema().clone();
    let cells = node
        .read(|_, tx| Ok(tx.projected(id)?))?
        .map(|row| row.cells)
        .unwrap_or_default();
    let logo = node.logo()?.map(|logo| logo.bytes);
    let kind = schema.kind(key::ASSOCIATION);
    let mut title_of = title_of(node);
    let mut showing = Showing {
        schema: &schema,
        speech,
        title: &mut title_of,
    };
    // The name in the paper's language if there is one, as it stands first.
    let named = kind.and_then(|kind| kind.field(key::NAME));
    let owner = named.and_then(|field| showing.field(field, &cells).into_iter().next());
    // The seat, and how to reach it: what anybody may know of an association, short enough for
    // a line. What it keeps of its own is for itself.
    let shown = |field: &&Field| {
        (matches!(field.ty, FieldType::Phone | FieldType::Email) && field.own.is_none())
            || field.key == key::SEAT
            || field.key == key::COMMUNE
    };
    let fields = kind.map(|kind| kind.fields.iter()).into_iter().flatten();
    let line: Vec<Words> = fields
        .filter(shown)
        .flat_map(|field| words(showing.field(field, &cells)))
        .collect();
    let colour = cells.get(key::PAPER_COLOUR).and_then(Scalar::as_text);
    let tint = TINTS.iter().find(|(code, _)| Some(*code) == colour);
    let today = ask.today();
    Ok(Head {
        owner: owner.map(|name| name.text).unwrap_or_default(),
        lines: if line.is_empty() { Vec::new() } else { vec![line] },
        title: plain(title),
        lang: speech.lang().tag().to_owned(),
        rtl: speech.lang().right_to_left(),
        day: Words::ltr(speech.date(&today)),
        page: speech.say("print-page"),
        tint: tint.unwrap_or(&TINTS[0]).1,
        logo,
    })
}

/// What stands in a field of the association's own record.
pub(super) fn of_association(
    speech: &Speech,
    node: &mut Node,
    field: &str,
) -> Result<Option<String>, Trouble> {
    let id = node.only(key::ASSOCIATION);
    let schema = node.schema().clone();
    let row = node.read(|_, tx| Ok(tx.projected(id)?))?;
    let mut untitled = |_| None;
    let mut showing = Showing {
        schema: &schema,
        speech,
        title: &mut untitled,
    };
    let field = schema.kind(key::ASSOCIATION).and_then(|kind| kind.field(field));
    let shown = field
        .zip(row)
        .and_then(|(field, row)| showing.field(field, &row.cells).pop());
    Ok(shown.map(|piece| piece.text))
}

#[cfg(test)]
mod tests {
    use tawro_core::schema::Schema;

    use super::*;

    #[test]
    fn every_colour_of_the_vocabulary_is_one() {
        let schema = Schema::builtin();
        let codes = TINTS.map(|(code, _)| code);
        assert_eq!(schema.vocabulary(key::PAPER_COLOUR).unwrap().codes(), codes);
    }
}
