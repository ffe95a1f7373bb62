//! Papers of what is on the screen: a list, a list to sign, a receipt.

use tawro_core::id::RecordId;
use tawro_core::schema::{Field, FieldType, Kind, Scalar, key};
use tawro_core::text::plain;
use tawro_pages::Speech;

use crate::driver::Node;
use crate::import::Profile;
use crate::paper::{Head, List, Slip, Words};
use crate::store::{ListQuery, ListRow};
use crate::view::Shown;
use crate::web::ask::Ask;
use crate::web::list::Asked;
use crate::web::reply::{Answer, Reply};
use crate::web::shown::{Piece, Showing, label};
use crate::web::trouble::Trouble;

const PDF: &str = "application/pdf";
/// More rows are a book and not a list; the page says that it stops there.
const ROWS_MAX: usize = 5_000;

/// The list that is on the screen, all its pages.
pub(super) fn list(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let schema = node.schema().clone();
    let profile = Profile::of(&schema, ask.part("name")).ok_or(Trouble::Nowhere)?;
    let asked = Asked::of(ask, &profile);
    let rows = all_rows(ask, node, &profile, &asked)?;
    let speech = &ask.speech;
    let head = head(ask, node, speech.say(&format!("{}-plural", profile.key)))?;
    let fields = asked.columns();
    let mut columns = vec![speech.say("print-number"), speech.say("list-name")];
    columns.extend(
        fields
            .iter()
            .map(|(part, field)| label(profile.kind(*part), field, speech)),
    );
    let mut title = |id: RecordId| node.read(|_, tx| Ok(tx.title(id)?)).ok().flatten();
    let mut showing = Showing {
        schema: &schema,
        speech,
        title: &mut title,
    };
    let row = |row: &ListRow| {
        let mut cells = vec![vec![Words::plain(row.title.clone())]];
        cells.extend(
            fields
                .iter()
                .map(|(_, field)| words(showing.field(field, &row.cells))),
        );
        cells
    };
    let list = List {
        about: speech.count("list-rows", rows.len()),
        columns: columns.iter().map(|column| plain(column)).collect(),
        rows: rows.iter().map(row).collect(),
        signed: false,
        head,
    };
    file(&list.head.title, list.pdf()?)
}

/// The same with room for signatures: whoever signs is named, and no more is shown to those who sign below.
pub(super) fn attendance(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let schema = node.schema().clone();
    let profile = Profile::of(&schema, ask.part("name")).ok_or(Trouble::Nowhere)?;
    let rows = all_rows(ask, node, &profile, &Asked::of(ask, &profile))?;
    let names = rows.into_iter().map(|row| row.title).collect();
    let what = ask.speech.say(&format!("{}-plural", profile.key));
    to_sign(ask, node, &what, names, 0)
}

fn all_rows(
    ask: &Ask<'_>,
    node: &mut Node,
    profile: &Profile<'_>,
    asked: &Asked<'_>,
) -> Result<Vec<ListRow>, Trouble> {
    let query = ListQuery {
        limit: ROWS_MAX,
        ..asked.query(profile, ask)?
    };
    Ok(node.list(profile.key, &query)?)
}

/// A sheet on which those sign who are named, with lines left for others.
pub(super) fn to_sign(
    ask: &Ask<'_>,
    node: &mut Node,
    what: &str,
    names: Vec<String>,
    free_lines: usize,
) -> Answer {
    let speech = &ask.speech;
    let head = head(ask, node, speech.with("print-attendance", "kind", what))?;
    let columns = ["print-number", "list-name", "print-signature"];
    let about = speech.count("list-rows", names.len());
    let named = names
        .into_iter()
        .map(|name| vec![vec![Words::plain(name)], Vec::new()]);
    let others = std::iter::repeat_n(vec![Vec::new(), Vec::new()], free_lines);
    let list = List {
        about,
        columns: columns.map(|key| plain(&speech.say(key))).to_vec(),
        rows: named.chain(others).collect(),
        signed: true,
        head,
    };
    file(&list.head.title, list.pdf()?)
}

/// A receipt, or the slip of whatever has a number of this computer's book.
pub(super) fn slip(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let Shown { row, name, .. } = node.show(ask.id()?)?;
    let schema = node.schema().clone();
    let kind = schema.kind(&row.kind).ok_or(Trouble::Nowhere)?;
    let number = number_of(kind, &row).ok_or(Trouble::Nowhere)?;
    let speech = &ask.speech;
    let title = speech
        .maybe(&format!("print-{name}"), &[])
        .unwrap_or_else(|| speech.say(&name));
    let head = head(ask, node, title)?;
    let mut title = |id: RecordId| node.read(|_, tx| Ok(tx.title(id)?)).ok().flatten();
    let mut showing = Showing {
        schema: &schema,
        speech,
        title: &mut title,
    };
    let printed = |field: &&Field| !matches!(field.ty, FieldType::Series | FieldType::Note | FieldType::Flag);
    let facts = kind.fields.iter().filter(printed).filter_map(|field| {
        let pieces = showing.field(field, &row.cells);
        (!pieces.is_empty()).then(|| (plain(&label(kind, field, speech)), words(pieces)))
    });
    let slip = Slip {
        facts: facts.collect(),
        cancelled: is_cancelled(kind, &row).then(|| speech.say("print-cancelled")),
        signatures: ["print-signs-one", "print-signs-other"]
            .map(|key| speech.say(key))
            .to_vec(),
        number: Words {
            text: number.to_owned(),
            ltr: true,
        },
        head,
    };
    file(&format!("{}-{number}", slip.head.title), slip.pdf()?)
}

/// The number that this computer's book gave a record, if its kind has one.
pub(super) fn number_of<'r>(kind: &Kind, row: &'r ListRow) -> Option<&'r str> {
    let field = kind.fields.iter().find(|field| field.ty == FieldType::Series)?;
    row.cells.get(field.key).and_then(Scalar::as_text)
}

/// A record with a number that says yes to its one flag was cancelled.
fn is_cancelled(kind: &Kind, row: &ListRow) -> bool {
    let mut flags = kind.fields.iter().filter(|field| field.ty == FieldType::Flag);
    flags.any(|field| row.cells.get(field.key) == Some(&Scalar::Flag(true)))
}

/// What is sent with a receipt by a messenger; none for kinds of which nothing is said.
pub(super) fn message(kind: &Kind, row: &ListRow, owner: &str, speech: &Speech) -> Option<String> {
    let number = number_of(kind, row)?;
    let of = |ty: &FieldType| kind.fields.iter().find(|field| field.ty == *ty);
    let amount = of(&FieldType::Money).and_then(|field| row.cells.get(field.key)?.as_integer())?;
    let day = of(&FieldType::Date).and_then(|field| row.cells.get(field.key)?.as_text());
    let facts = [
        ("owner", owner.into()),
        ("number", number.into()),
        ("amount", speech.amount(amount).into()),
        ("day", speech.date(day.unwrap_or_default()).into()),
    ];
    speech.maybe(&format!("message-{}", row.kind), &facts)
}

fn head(ask: &Ask<'_>, node: &mut Node, title: String) -> Result<Head, Trouble> {
    let speech = &ask.speech;
    let id = node.only(key::ASSOCIATION);
    let schema = node.schema().clone();
    let cells = node
        .read(|_, tx| Ok(tx.projected(id)?))?
        .map(|row| row.cells)
        .unwrap_or_default();
    let kind = schema.kind(key::ASSOCIATION);
    let mut title_of = |id: RecordId| node.read(|_, tx| Ok(tx.title(id)?)).ok().flatten();
    let mut showing = Showing {
        schema: &schema,
        speech,
        title: &mut title_of,
    };
    // The seat, and how to reach it: what anybody may know of an association, short enough for a line.
    let shown = |field: &&Field| {
        matches!(field.ty, FieldType::Phone | FieldType::Email)
            || field.key == key::SEAT
            || field.key == key::COMMUNE
    };
    let fields = kind
        .map(|kind| kind.fields.iter())
        .into_iter()
        .flatten()
        .filter(shown);
    let line: Vec<Words> = fields
        .flat_map(|field| words(showing.field(field, &cells)))
        .collect();
    Ok(Head {
        owner: node.association_name()?.unwrap_or_default(),
        lines: if line.is_empty() { Vec::new() } else { vec![line] },
        title: plain(&title),
        lang: speech.lang().tag().to_owned(),
        rtl: speech.lang().right_to_left(),
        day: Words {
            text: speech.date(&ask.today()),
            ltr: true,
        },
        page: speech.say("print-page"),
    })
}

fn words(pieces: Vec<Piece>) -> Vec<Words> {
    let word = |piece: Piece| Words {
        text: piece.text,
        ltr: piece.ltr,
    };
    pieces.into_iter().map(word).collect()
}

fn file(title: &str, bytes: Vec<u8>) -> Answer {
    Ok(Reply::File {
        name: format!("{}.pdf", plain(title).replace(['/', '\\'], "-")),
        kind: PDF,
        bytes,
    })
}
