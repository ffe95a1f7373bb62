//! The list that is on the screen, and the same with room for signatures.

use tawro_core::text::plain;
use tawro_pages::Speech;

use crate::driver::Node;
use crate::import::Profile;
use crate::paper::{List, Paper, Words};
use crate::store::{ListQuery, ListRow};
use crate::web::ask::Ask;
use crate::web::list::Asked;
use crate::web::prints::head::head;
use crate::web::prints::{Print, title_of, words};
use crate::web::reply::Answer;
use crate::web::shown::{Showing, label};
use crate::web::trouble::Trouble;

/// More rows are a book and not a list; the paper says of how many it shows the first.
const ROWS_MAX: usize = 5_000;

/// The list that is on the screen, all its pages.
pub(in crate::web) fn list(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let schema = node.schema().clone();
    let profile = Profile::of(&schema, ask.part("name")).ok_or(Trouble::Nowhere)?;
    let asked = Asked::of(ask, &profile);
    let rows = all_rows(ask, node, &profile, &asked)?;
    let all = node.count(profile.key, &asked.query(&profile, ask)?)?;
    let speech = &ask.speech;
    let name = speech.say(&format!("{}-plural", profile.key));
    let head = head(ask, node, &name)?;
    let fields = asked.columns();
    let mut columns = vec![speech.say("print-number"), speech.say("list-name")];
    columns.extend(
        fields
            .iter()
            .map(|(part, field)| label(profile.kind(*part), field, speech)),
    );
    let mut title = title_of(node);
    let mut showing = Showing {
        schema: &schema,
        speech,
        title: &mut title,
    };
    let row = |row: &ListRow| {
        let mut cells = vec![vec![Words::plain(&row.title)]];
        cells.extend(
            fields
                .iter()
                .map(|(_, field)| words(showing.field(field, &row.cells))),
        );
        cells
    };
    let list = List {
        about: counted(rows.len(), all, speech),
        columns: columns.iter().map(|column| plain(column)).collect(),
        rows: rows.iter().map(row).collect(),
        signed: false,
        head,
    };
    answer(ask, list, (asked.address(&profile, &[]), name))
}

/// The same with room for signatures: whoever signs is named, and no more is shown to those who sign below.
pub(in crate::web) fn attendance(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let schema = node.schema().clone();
    let profile = Profile::of(&schema, ask.part("name")).ok_or(Trouble::Nowhere)?;
    let asked = Asked::of(ask, &profile);
    let rows = all_rows(ask, node, &profile, &asked)?;
    let names: Vec<String> = rows.into_iter().map(|row| row.title).collect();
    let what = ask.speech.say(&format!("{}-plural", profile.key));
    let about = ask.speech.count("list-rows", names.len());
    to_sign(ask, node, (names, 0), about, (asked.address(&profile, &[]), what))
}

/// How many rows there are, and of how many more they are the first.
fn counted(shown: usize, all: u64, speech: &Speech) -> String {
    let whole = speech.count("list-rows", shown);
    let number = |number: u64| speech.number(i64::try_from(number).unwrap_or(i64::MAX));
    match u64::try_from(shown).unwrap_or(u64::MAX) {
        shown if shown < all => {
            let facts = [
                ("shown", number(shown).as_str().into()),
                ("all", number(all).as_str().into()),
            ];
            speech.tell("print-some", &facts)
        }
        _ => whole,
    }
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

/// A sheet on which those sign who are named, with lines left for others, and what stands above them. It is
/// of the page `of`, whose name stands in its title.
pub(in crate::web) fn to_sign(
    ask: &Ask<'_>,
    node: &mut Node,
    (names, free_lines): (Vec<String>, usize),
    about: String,
    of: (String, String),
) -> Answer {
    let speech = &ask.speech;
    let head = head(ask, node, &speech.with("print-attendance", "kind", &of.1))?;
    let columns = ["print-number", "list-name", "print-signature"];
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
    answer(ask, list, of)
}

fn answer(ask: &Ask<'_>, list: List, back: (String, String)) -> Answer {
    Print {
        sheets: list.set()?,
        file: format!("{}-{}", list.head.title, ask.today()),
        title: list.head.title,
        back,
        message: None,
        also: None,
        help: "people#list",
    }
    .answer(ask)
}
