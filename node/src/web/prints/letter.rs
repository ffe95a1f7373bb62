//! A letter on the association's paper, written in the mail register.

use std::sync::Arc;

use tawro_core::schema::papers;
use tawro_core::schema::{Field, FieldType, Kind, key};
use tawro_core::text::{Digits, Lang};
use tawro_pages::Speech;

use crate::driver::Node;
use crate::paper::{Fact, Letter, Signature, Words};
use crate::store::ListRow;
use crate::web::ask::Ask;
use crate::web::prints::head::{head_in, of_association};
use crate::web::prints::slip::number_of;
use crate::web::shown::Showing;
use crate::web::trouble::Trouble;

/// The letter that a row of the mail register holds, in its own language whatever the reader's is.
pub(super) fn letter(
    ask: &Ask<'_>,
    node: &mut Node,
    kind: &Kind,
    row: &ListRow,
) -> Result<Option<Letter>, Trouble> {
    let Some(letter) = papers::letter(kind.key, &row.cells) else {
        return Ok(None);
    };
    let speech = &spoken(ask, letter.rtl);
    let head = head_in(speech, ask, node, &letter.subject)?;
    let place = of_association(speech, node, key::COMMUNE)?;
    let day = speech.date(letter.day.as_deref().unwrap_or_default());
    let name = node.office_holder(&letter.signed_as)?;
    let function = Field::new("", FieldType::Code(FUNCTION));
    let schema = node.schema().clone();
    let mut untitled = |_| None;
    let mut showing = Showing {
        schema: &schema,
        speech,
        title: &mut untitled,
    };
    let signed_as = showing.value(&function, &letter.signed_as.as_str().into()).text;
    let fact = |key: &str, words: Words| Fact {
        label: speech.say(key),
        pieces: vec![words],
    };
    let paragraphs: Vec<&str> = letter
        .body
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let last = paragraphs.last().copied().unwrap_or_default();
    Ok(Some(Letter {
        reference: fact(
            "letter-reference",
            Words::ltr(number_of(kind, row).unwrap_or_default()),
        ),
        place: match place {
            Some(place) => vec![Words::plain(speech.tell(
                "letter-place-day",
                &[("place", place.as_str().into()), ("day", day.as_str().into())],
            ))],
            None => vec![Words::ltr(day)],
        },
        to: fact("letter-to", Words::plain(&letter.to)),
        subject: fact("letter-subject", Words::plain(&letter.subject)),
        attachments: letter
            .attachments
            .map(|count| fact("letter-attachments", Words::ltr(speech.number(count)))),
        closing: (!is_closed(last, speech)).then(|| speech.say("letter-closing")),
        paragraphs: paragraphs.into_iter().map(Words::plain).collect(),
        signature: Signature {
            label: signed_as,
            name,
        },
        head,
    }))
}

/// The vocabulary of what somebody is in an association.
const FUNCTION: &str = "function";

/// Arabic, or the Latin language that the reader reads.
fn spoken(ask: &Ask<'_>, rtl: bool) -> Speech {
    let own = ask.speech.lang();
    let (lang, digits) = match (rtl, own) {
        (true, _) => (Lang::Ar, ask.speech.digits()),
        (false, Lang::En) => (Lang::En, Digits::Western),
        (false, _) => (Lang::Fr, Digits::Western),
    };
    Speech::new(Arc::clone(&ask.app.setting.words), lang, digits)
}

/// Whether the writer ended the letter with the words of respect that letters end with.
fn is_closed(last: &str, speech: &Speech) -> bool {
    let words = speech.say("letter-closing-words");
    words.split('|').any(|word| last.contains(word.trim()))
}
