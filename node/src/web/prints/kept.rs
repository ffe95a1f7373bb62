//! Everything that is kept about one person, as a paper to hand over and as a sheet that other programs read.

use tawro_core::schema::{Field, Kind, Schema};
use tawro_core::text::plain;

use crate::driver::Node;
use crate::export;
use crate::import::Profile;
use crate::kept::Record;
use crate::paper::{List, Paper, Words};
use crate::view::Shown;
use crate::web::ask::Ask;
use crate::web::prints::head::head;
use crate::web::prints::{Print, title_of, words};
use crate::web::reply::{Answer, Reply};
use crate::web::same::behind;
use crate::web::sheets::XLSX;
use crate::web::shown::{Piece, Showing, called, label};
use crate::web::trouble::Trouble;

/// What a line says: of which record, which field, and what stands there.
type Line = (String, String, Vec<Piece>);

const COLUMNS: [&str; 3] = ["kept-record", "kept-field", "kept-value"];

/// What is kept, line by line, and what is said about it.
struct Told {
    title: String,
    about: String,
    lines: Vec<Line>,
}

/// The paper.
pub(in crate::web) fn kept(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let told = tell(ask, node)?;
    let speech = &ask.speech;
    let columns = ["print-number"].into_iter().chain(COLUMNS);
    let row = |(record, field, pieces): Line| {
        vec![
            vec![Words::plain(record)],
            vec![Words::plain(field)],
            words(pieces),
        ]
    };
    let list = List {
        head: head(ask, node, &told.title)?,
        about: told.about,
        columns: columns.map(|key| plain(&speech.say(key))).collect(),
        rows: told.lines.into_iter().map(row).collect(),
        signed: false,
    };
    let id = ask.id()?;
    Print {
        sheets: list.set()?,
        file: format!("{}-{}", told.title, ask.today()),
        title: told.title,
        back: (format!("/id/{id}"), speech.say("same-back")),
        message: None,
        also: Some((format!("/id/{id}/portable"), speech.say("kept-portable"))),
        help: "people#handed",
    }
    .answer(ask)
}

/// The sheet.
pub(in crate::web) fn portable(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let told = tell(ask, node)?;
    let speech = &ask.speech;
    let text = |pieces: Vec<Piece>| {
        let texts: Vec<String> = pieces.into_iter().map(|piece| plain(&piece.text)).collect();
        texts.join("\n")
    };
    let rows = told.lines.into_iter();
    let rows = rows.map(|(record, field, pieces)| [plain(&record), plain(&field), text(pieces)]);
    let columns = COLUMNS.map(|key| plain(&speech.say(key)));
    Ok(Reply::File {
        name: format!("{}-{}.xlsx", plain(&told.title), ask.today()),
        kind: XLSX,
        bytes: export::write_texts(&columns, rows, speech.lang())?,
    })
}

fn tell(ask: &Ask<'_>, node: &mut Node) -> Result<Told, Trouble> {
    let Shown { row, name, .. } = node.show(ask.id()?)?;
    let schema = node.schema().clone();
    let profile = Profile::of(&schema, &name).ok_or(Trouble::Nowhere)?;
    let person = behind(&profile, &row).ok_or(Trouble::Nowhere)?;
    let kept = node.kept_about(person)?;
    let speech = &ask.speech;
    let mut title = title_of(node);
    let name = called(&title(person).unwrap_or_default(), speech);
    let mut showing = Showing {
        schema: &schema,
        speech,
        title: &mut title,
    };
    let mut about = speech.count("list-rows", kept.records.len());
    for (is_so, key) in [(kept.hides, "kept-hides"), (kept.has_more, "kept-more")] {
        if is_so {
            about = format!("{about} {}", speech.say(key));
        }
    }
    Ok(Told {
        title: speech.with("kept-title", "name", &name),
        about,
        lines: kept
            .records
            .iter()
            .flat_map(|record| lines(record, &schema, &mut showing))
            .collect(),
    })
}

/// A record's lines: its fields, or the one in which it names the person.
fn lines(record: &Record, schema: &Schema, showing: &mut Showing<'_>) -> Vec<Line> {
    let Some(kind) = schema.kind(&record.row.kind) else {
        return Vec::new();
    };
    let speech = showing.speech;
    let called_so = match record.row.deleted {
        true => speech.with("kept-deleted", "kind", &speech.say(kind.key)),
        false => speech.say(kind.key),
    };
    let line = |field: &Field, pieces| (called_so.clone(), label(kind, field, speech), pieces);
    match record.names_in.and_then(|key| kind.field(key)) {
        Some(field) => vec![line(field, vec![Piece::plain(called(&record.row.title, speech))])],
        None => told(kind)
            .map(|field| line(field, showing.field(field, &record.row.cells)))
            .filter(|(_, _, pieces)| !pieces.is_empty())
            .collect(),
    }
}

fn told(kind: &Kind) -> impl Iterator<Item = &Field> {
    kind.fields.iter().filter(|field| field.is_told())
}
