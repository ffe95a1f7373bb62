//! One record's page: what stands in it, what people differ on, what leads to it, and what was before.

use askama::Template;
use data_encoding::HEXLOWER;
use tawro_core::id::RecordId;
use tawro_core::schema::{Field, FieldType, Kind, Scalar};
use tawro_core::text::Lang;
use tawro_core::time::Timestamp;
use tawro_pages::Speech;

use crate::desk::Referring;
use crate::driver::Node;
use crate::import::{Part, Profile};
use crate::store::ListRow;
use crate::view::{Dispute, Origin, Shown};
use crate::web::ask::Ask;
use crate::web::beside::Beside;
use crate::web::edit::title_of;
use crate::web::files::home_of;
use crate::web::login::tell;
use crate::web::prints::{message, paper_of};
use crate::web::reply::{Answer, Reply};
use crate::web::shown::{Piece, Showing, called, label};
use crate::web::trouble::Trouble;

#[derive(Template)]
#[template(path = "card.html")]
struct Page<'a> {
    speech: &'a Speech,
    token: &'a str,
    id: String,
    title: String,
    kind: String,
    list: String,
    groups: Vec<Group>,
    marks: Vec<(String, String)>,
    disputes: Vec<Differing>,
    links: Vec<Links>,
    /// What else may be written about it, and where.
    more: Vec<(String, String)>,
    deleted: bool,
    merged_into: Option<String>,
    writes: bool,
    /// There is one of its kind: it stays.
    is_only: bool,
    /// The paper that is made of it, and what its button says.
    paper: Option<(&'static str, String)>,
    /// It is a period of dues: somebody may owe.
    is_period: bool,
    /// What stands there beside its fields.
    beside: Beside,
    /// What is sent with the paper.
    message: Option<String>,
    updated: String,
}

/// Fields that are shown together, each with what stands in it.
struct Group {
    label: String,
    lines: Vec<(String, Vec<Piece>)>,
}

struct Differing {
    cell: String,
    label: String,
    values: Vec<OneValue>,
}

struct OneValue {
    piece: Piece,
    text: String,
    by: String,
}

struct Links {
    label: String,
    /// What their amounts add up to.
    sum: Option<String>,
    rows: Vec<(RecordId, String)>,
}

/// Shows it.
pub(super) fn page(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let id = ask.id()?;
    let Shown { row, name, conflicts } = node.show(id)?;
    let schema = node.schema().clone();
    let profile = Profile::of(&schema, &name).ok_or(Trouble::Nowhere)?;
    let beside = Beside::of(ask, node, &profile, &row)?;
    let mut referring = node.referring(&row)?;
    referring.retain(|link| !beside.shows(&link.name));
    let (links, more) = links(referring, &ask.speech);
    let writes = node.may_change(&row).is_ok();
    let kind = schema.kind(&row.kind);
    let message = message(node, &row, &ask.speech)?;
    let speech = &ask.speech;
    let mut title = |id: RecordId| node.read(|_, tx| Ok(tx.title(id)?)).ok().flatten();
    let mut showing = Showing {
        schema: &schema,
        speech,
        title: &mut title,
    };
    let groups = groups(&profile, &row, &mut showing);
    let kinds: Vec<&Kind> = profile.kinds().map(|(_, kind)| kind).collect();
    let disputes = conflicts
        .into_iter()
        .map(|dispute| differing(dispute, &kinds, &mut showing))
        .collect();
    let marks = row.issues.iter().map(|issue| {
        let key = format!("issue-{}", issue.code.as_str());
        let field = cell_label(&kinds, &issue.field, speech);
        let what = speech.say(&key);
        let what = if field.is_empty() {
            what
        } else {
            format!("{field}: {what}")
        };
        (what, speech.say(&format!("{key}-next")))
    });
    let merged_into = row.merged_into.map(|into| format!("/id/{into}"));
    let (kind_label, list) = match home_of(&schema, &row) {
        Some(about) => (title_of(node, about, speech), format!("/id/{about}")),
        None => (speech.say(&name), format!("/r/{name}")),
    };
    let page = Page {
        speech,
        token: ask.token(),
        id: id.to_string(),
        title: called(&row.title, speech),
        kind: kind_label,
        list,
        groups,
        marks: marks.collect(),
        disputes,
        links,
        more,
        deleted: row.deleted,
        paper: kind
            .and_then(|kind| paper_of(kind, &row))
            .map(|(paper, key)| (paper, speech.say(key))),
        is_period: row.kind == tawro_core::schema::dues::PERIOD,
        beside,
        message,
        merged_into,
        writes,
        is_only: is_only(node, &row),
        updated: moment(row.updated, speech),
    };
    Ok(Reply::page(page.title.clone(), &page)?.explained_by(profile.role.family.key()))
}

fn groups(profile: &Profile<'_>, row: &ListRow, showing: &mut Showing<'_>) -> Vec<Group> {
    let speech = showing.speech;
    let mut groups: Vec<Group> = Vec::new();
    for part in [Part::Party, Part::Role] {
        let told = |(of, field): &(Part, &Field)| *of == part && field.is_told();
        for (_, field) in profile.fields().filter(told) {
            let kind = profile.kind(part);
            let pieces = showing.field(field, &row.cells);
            if pieces.is_empty() {
                continue;
            }
            let name = match kind.group_of(field.key) {
                Some(group) => speech.say(&format!("group-{group}")),
                None => speech.say(kind.key),
            };
            let line = (label(kind, field, speech), pieces);
            match groups.iter_mut().find(|known| known.label == name) {
                Some(group) => group.lines.push(line),
                None => groups.push(Group {
                    label: name,
                    lines: vec![line],
                }),
            }
        }
    }
    groups
}

/// What leads here, and where more of it is written: what it is called, and its address.
fn links(referring: Vec<Referring>, speech: &Speech) -> (Vec<Links>, Vec<(String, String)>) {
    let another = |link: &Referring| {
        let id = link.another?;
        let carried = link.carried.iter().map(|(field, id)| format!("&{field}={id}"));
        let carried: String = carried.collect();
        let to = format!("/r/{}/new?{}={id}{carried}", link.name, link.field);
        Some((speech.say(&link.name), to))
    };
    let more = referring.iter().filter_map(another).collect();
    let there = referring.into_iter().filter(|link| !link.rows.is_empty());
    let links = there.map(|link| Links {
        label: speech.say(&format!("{}-plural", link.name)),
        sum: link.sum.map(|sum| {
            let amount = tawro_core::text::isolate(&speech.amount(sum));
            speech.with(
                "card-sum",
                "amount",
                &speech.with("value-money", "amount", &amount),
            )
        }),
        rows: link.rows,
    });
    (links.collect(), more)
}

fn differing(dispute: Dispute, kinds: &[&Kind], showing: &mut Showing<'_>) -> Differing {
    let found = field_of(kinds, &dispute.cell);
    let label = cell_label(kinds, &dispute.cell, showing.speech);
    let values = dispute.values.into_iter().map(|one| OneValue {
        piece: match found {
            Some((_, field)) => showing.value(field, &one.value),
            None => showing.value(&Field::new("", FieldType::Text), &one.value),
        },
        text: found
            .map(|(_, field)| field.ty.write(&one.value))
            .unwrap_or_default(),
        by: said_by(&one.by, one.at, showing.speech),
    });
    let values = values.collect();
    Differing {
        cell: dispute.cell,
        label,
        values,
    }
}

pub(super) fn field_of<'k>(kinds: &[&'k Kind], cell: &str) -> Option<(&'k Kind, &'k Field)> {
    let key = cell.split('/').next().unwrap_or(cell);
    kinds.iter().find_map(|kind| Some((*kind, kind.field(key)?)))
}

/// What people call a cell, with its language or element.
pub(super) fn cell_label(kinds: &[&Kind], cell: &str, speech: &Speech) -> String {
    let Some((kind, field)) = field_of(kinds, cell) else {
        return String::new();
    };
    let label = label(kind, field, speech);
    let language = cell
        .split_once('/')
        .and_then(|(_, member)| speech.maybe(&format!("script-{member}"), &[]));
    match language {
        Some(language) => format!("{label} ({language})"),
        None => label,
    }
}

/// Who wrote, on which computer and when, as far as it is known here.
pub(super) fn said_by(by: &Origin, at: Timestamp, speech: &Speech) -> String {
    let parts = [
        by.author.clone(),
        by.device
            .as_ref()
            .map(|device| speech.with("card-device", "device", device)),
        by.brought_by
            .as_ref()
            .map(|device| speech.with("card-brought", "device", device)),
        Some(moment(at, speech)).filter(|moment| !moment.is_empty()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    match parts.is_empty() {
        true => speech.say("card-from-sheet"),
        false => parts.join(" · "),
    }
}

/// Morocco's clock stands one hour before UTC's, all year but Ramadan (decree 2.18.855 of 2018).
const MOROCCO_SECONDS: i64 = 3600;

/// A moment as clocks in Morocco show it.
pub(super) fn in_morocco(at: Timestamp) -> Timestamp {
    Timestamp(at.0 + MOROCCO_SECONDS)
}

/// A moment as people read it; nothing if it is not known.
pub(super) fn moment(at: Timestamp, speech: &Speech) -> String {
    if at == Timestamp::UNKNOWN {
        return String::new();
    }
    let text = in_morocco(at).to_string();
    match (text.get(..10), text.get(11..16)) {
        (Some(day), Some(time)) => {
            let shown = format!("{} {}", speech.date(day), speech.digits().write(time));
            match speech.lang() {
                // A date and a time are read one after the other, whatever stands around them.
                Lang::Ar => format!("\u{2066}{shown}\u{2069}"),
                _ => shown,
            }
        }
        _ => String::new(),
    }
}

#[derive(Template)]
#[template(path = "history.html")]
struct History<'a> {
    speech: &'a Speech,
    token: &'a str,
    id: String,
    title: String,
    steps: Vec<Step>,
    writes: bool,
}

struct Step {
    by: String,
    record: String,
    hash: String,
    cells: Vec<(String, Option<Piece>, Option<Piece>)>,
    /// Something stood there before: it was no making.
    may_go_back: bool,
}

/// Shows what was changed, the latest first.
pub(super) fn history(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let id = ask.id()?;
    let Shown { row, name, .. } = node.show(id)?;
    let steps = node.history(id)?;
    let schema = node.schema().clone();
    let profile = Profile::of(&schema, &name).ok_or(Trouble::Nowhere)?;
    let kinds: Vec<&Kind> = profile.kinds().map(|(_, kind)| kind).collect();
    let speech = &ask.speech;
    let mut title = |id: RecordId| node.read(|_, tx| Ok(tx.title(id)?)).ok().flatten();
    let mut showing = Showing {
        schema: &schema,
        speech,
        title: &mut title,
    };
    let mut lines = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        let is_first = !steps[at + 1..].iter().any(|other| other.record == step.record);
        let cells = step.cells.iter().filter_map(|(cell, before, after)| {
            let (_, field) = field_of(&kinds, cell).filter(|(_, field)| field.is_told())?;
            let label = cell_label(&kinds, cell, speech);
            let element = match &field.ty {
                FieldType::Set(element) => Some(Field::new(field.key, (**element).clone())),
                _ => None,
            };
            let mut piece = |value: &Scalar| match (&element, value) {
                (_, Scalar::Null) | (Some(_), Scalar::Flag(false)) => None,
                (Some(one), _) => {
                    let member = cell.split_once('/').map(|(_, member)| member);
                    Some(showing.value(one, &Scalar::from(member.unwrap_or_default())))
                }
                (None, value) => Some(showing.value(field, value)),
            };
            let (before, after) = (piece(before), piece(after));
            Some((label, before, after))
        });
        lines.push(Step {
            by: said_by(&step.by, step.at, speech),
            record: step.record.to_string(),
            hash: HEXLOWER.encode(&step.hash),
            cells: cells.collect(),
            may_go_back: !is_first,
        });
    }
    let writes = node.may_change(&row).is_ok();
    let page = History {
        speech,
        token: ask.token(),
        id: id.to_string(),
        title: row.title,
        steps: lines,
        writes,
    };
    let title = ask.speech.with("history-title", "name", &page.title);
    Ok(Reply::page(title, &page)?.explained_by("safety#history"))
}

/// Puts back what stood before a change.
pub(super) fn take_back(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let id = ask.id()?;
    node.show(id)?;
    let asked = ask.form.maybe("record").zip(ask.form.maybe("hash"));
    let step = match asked {
        Some((record, hash)) => {
            let record: RecordId = record.parse().map_err(|_| Trouble::Nowhere)?;
            let hash = HEXLOWER
                .decode(hash.as_bytes())
                .ok()
                .and_then(|bytes| bytes.try_into().ok());
            Some((record, hash.ok_or(Trouble::Nowhere)?))
        }
        // Without more it is what was written last.
        None => node.history(id)?.first().map(|step| (step.record, step.hash)),
    };
    let (record, hash) = step.ok_or(Trouble::Nowhere)?;
    let is_changed = node.take_back(record, hash)?;
    let key = if is_changed {
        "history-taken-back"
    } else {
        "history-nothing"
    };
    tell(
        ask,
        ask.speech.say(key),
        is_changed.then(|| format!("/id/{id}/back")),
    );
    Reply::go(format!("/id/{id}"))
}

/// Decides between values.
pub(super) fn decide(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let id = ask.id()?;
    node.show(id)?;
    let text = (
        ask.form.text("cell").to_owned(),
        ask.form.text("value").to_owned(),
    );
    node.resolve(id, &text)?;
    tell(ask, ask.speech.say("card-decided"), None);
    let back = ask.form.text("then");
    Reply::go(if back == "/differences" {
        back.to_owned()
    } else {
        format!("/id/{id}")
    })
}

/// Takes a record out of lists.
pub(super) fn delete(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let id = ask.id()?;
    let Shown { row, name, .. } = node.show(id)?;
    if is_only(node, &row) {
        return Err(Trouble::Nowhere);
    }
    node.delete_all(&[id])?;
    tell(
        ask,
        ask.speech.count("list-deleted", 1),
        Some(format!("/restore?ids={id}")),
    );
    Reply::go(match home_of(node.schema(), &row) {
        Some(about) => format!("/id/{about}"),
        None => format!("/r/{name}"),
    })
}

/// There is one of its kind, which stays: the association's own card.
fn is_only(node: &Node, row: &ListRow) -> bool {
    node.schema().kind(&row.kind).is_some_and(|kind| kind.singleton)
}

/// Brings deleted records back.
pub(super) fn restore(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let ids: Vec<RecordId> = ask
        .query
        .text("ids")
        .split('.')
        .filter_map(|id| id.parse().ok())
        .collect();
    node.restore_all(&ids)?;
    tell(ask, ask.speech.count("card-restored", ids.len()), None);
    match ids.as_slice() {
        [id] => Reply::go(format!("/id/{id}")),
        _ => Reply::go(ask.came_from().unwrap_or("/").to_owned()),
    }
}
