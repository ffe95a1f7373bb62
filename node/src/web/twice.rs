//! Who may be there twice: pairs with what they share, to be compared or said to be two.

use askama::Template;
use tawro_core::id::RecordId;
use tawro_core::schema::{FieldType, presence};
use tawro_pages::Speech;

use crate::driver::Node;
use crate::store::ListRow;
use crate::twins::Twin;
use crate::web::ask::Ask;
use crate::web::login::tell;
use crate::web::reply::{Answer, Reply};
use crate::web::shown::{Piece, Showing, called};
use crate::web::trouble::Trouble;

#[derive(Template)]
#[template(path = "twice.html")]
struct Page<'a> {
    speech: &'a Speech,
    token: &'a str,
    count: String,
    has_more: bool,
    pairs: Vec<Pair>,
}

struct Pair {
    two: [Who; 2],
    likeness: Likeness,
}

/// Somebody, with what tells two of one name apart.
pub(super) struct Who {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) about: Vec<Piece>,
}

/// How likely two are one, and why.
pub(super) struct Likeness {
    score: String,
    pub(super) why: Vec<String>,
}

impl Likeness {
    pub(super) fn of(twin: &Twin, speech: &Speech) -> Self {
        let why = twin.why.iter();
        let why = why.map(|why| speech.say(&format!("import-why-{}", why.as_str())));
        Self {
            score: speech.with("twice-score", "number", &speech.number(i64::from(twin.score))),
            why: why.collect(),
        }
    }
}

/// Shows them.
pub(super) fn page(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let twins = node.twins()?;
    let speech = &ask.speech;
    let mut pairs = Vec::with_capacity(twins.all.len());
    for twin in &twins.all {
        pairs.push(Pair {
            two: [who(node, twin.one, speech)?, who(node, twin.other, speech)?],
            likeness: Likeness::of(twin, speech),
        });
    }
    let page = Page {
        speech,
        token: ask.token(),
        count: speech.count("twice-count", pairs.len()),
        has_more: twins.has_more,
        pairs,
    };
    Ok(Reply::page(speech.say("twice-title"), &page)?.explained_by("people#twice"))
}

/// A person by id, as pages of twins show one.
pub(super) fn who(node: &mut Node, id: RecordId, speech: &Speech) -> Result<Who, Trouble> {
    let row = node.read(|_, tx| Ok(tx.row(id)?))?.ok_or(Trouble::Nowhere)?;
    Ok(who_of(node, &row, speech))
}

/// The same of a row.
pub(super) fn who_of(node: &mut Node, row: &ListRow, speech: &Speech) -> Who {
    let schema = node.schema().clone();
    let mut showing = Showing {
        schema: &schema,
        speech,
        title: &mut |_| None,
    };
    let told = schema.kind(presence::PERSON).into_iter().flat_map(|kind| {
        let fields = kind.fields.iter();
        // What an association added has no label here by which it would be known.
        let fields = fields.filter(|field| field.own.is_none());
        fields.filter(|field| matches!(field.ty, FieldType::Date | FieldType::Cnie | FieldType::Phone))
    });
    Who {
        id: row.id.to_string(),
        title: called(&row.title, speech),
        about: told.flat_map(|field| showing.field(field, &row.cells)).collect(),
    }
}

/// Keeps that two are two, or forgets it.
pub(super) fn apart(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let id = |name: &str| -> Result<RecordId, Trouble> {
        ask.query.text(name).parse().map_err(|_| Trouble::Nowhere)
    };
    let (one, other) = (id("one")?, id("other")?);
    let is_again = ask.query.maybe("again").is_some();
    node.keep_apart(one, other, !is_again)?;
    match is_again {
        true => tell(ask, ask.speech.say("twice-again-did"), None),
        false => {
            let undo = format!("/twice/apart?one={one}&other={other}&again=1");
            tell(ask, ask.speech.say("twice-apart-did"), Some(undo));
        }
    }
    Reply::go("/twice")
}
