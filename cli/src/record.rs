//! `tawro record`: what the association knows, read and written by field.

use serde_json::{Map, Value as Json, json};
use tawro_core::command::Command;
use tawro_core::id::RecordId;
use tawro_core::schema::{Field, FieldType, Kind};
use tawro_node::driver::Node;
use tawro_node::fault::NodeError;
use tawro_node::form::Text;
use tawro_node::import::{Part, Profile};
use tawro_node::store::{ListQuery, ListRow};
use tawro_node::view::Shown;

use crate::args::{Record, RecordList};
use crate::failure::Failure;
use crate::kinds::{self, profile};
use crate::session::Session;
use crate::shown;

/// As many rows as anybody asks for at once, where they ask for all.
pub(crate) const ALL: usize = 1_000_000;

/// Carries out one of the commands.
pub(crate) fn run(session: &Session, command: Record) -> Result<(), Failure> {
    match command {
        Record::Kinds { kind } => kinds::run(session, kind.as_deref()),
        Record::List(asked) => list(session, &asked),
        Record::Show { id } => show(session, &id),
        Record::Add { kind, fields } => add(session, &kind, &fields),
        Record::Set { id, fields } => set(session, &id, &fields),
        Record::Resolve { id, field } => resolve(session, &id, &field),
        Record::History { id } => crate::history::run(session, parse_id(&id)?),
        Record::Conflicts => crate::conflicts::list(session),
        Record::Delete { id } => delete(session, &id),
        Record::Restore { id } => restore(session, &id),
        Record::Merge { from, into } => merge(session, &from, &into),
        Record::Unmerge { id } => unmerge(session, &id),
    }
}

fn list(session: &Session, asked: &RecordList) -> Result<(), Failure> {
    profile(session, &asked.kind)?;
    let mut node = session.open()?;
    let profile = profile(session, &asked.kind)?;
    let query = ListQuery {
        search: asked.search.clone().unwrap_or_default(),
        limit: asked.limit.unwrap_or(ALL),
        ..ListQuery::default()
    };
    let rows = node.list(&asked.kind, &query)?;
    print_rows(session, &profile, &rows);
    Ok(())
}

fn print_rows(session: &Session, profile: &Profile<'_>, rows: &[ListRow]) {
    let output = &session.output;
    let value: Vec<Json> = rows
        .iter()
        .map(|row| Json::Object(row_json(session, row)))
        .collect();
    let columns = columns(profile);
    let mut heads = vec![output.sentence("head-name", &[])];
    heads.extend(
        columns
            .iter()
            .map(|(part, field)| output.field(profile.kind(*part), field.key)),
    );
    heads.extend(["head-issues", "head-id"].map(|key| output.sentence(key, &[])));
    let lines: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            let mut line = vec![row.title.clone()];
            line.extend(columns.iter().map(|(_, field)| {
                shown::line(output, session.schema(), field, &row.cells).unwrap_or_default()
            }));
            line.extend([issue_labels(session, row), row.id.to_string()]);
            line
        })
        .collect();
    output.table(&value, &heads, &lines);
    if !output.json() {
        output.say("list-count", &[("count", rows.len().into())]);
    }
}

/// The columns of a list for people: beside the title, two fields of the row's own and a telephone.
fn columns<'s>(profile: &Profile<'s>) -> Vec<(Part, &'s Field)> {
    let titled = |part: Part, field: &Field| profile.kind(part).title.contains(&field.key);
    let short = |field: &Field| {
        matches!(
            field.ty,
            FieldType::Text | FieldType::Date | FieldType::Money | FieldType::Code(_) | FieldType::Series
        )
    };
    let own = profile
        .fields()
        .filter(|(part, field)| *part == Part::Role && short(field) && !titled(*part, field));
    let phone = profile.fields().filter(|(_, field)| field.ty == FieldType::Phone);
    own.take(2).chain(phone.take(1)).collect()
}

/// A row for programs.
pub(crate) fn row_json(session: &Session, row: &ListRow) -> Map<String, Json> {
    let mut map = Map::new();
    map.insert("id".to_owned(), row.id.to_string().into());
    map.insert("kind".to_owned(), row.kind.clone().into());
    map.insert("title".to_owned(), row.title.clone().into());
    map.insert(
        "fields".to_owned(),
        shown::fields(&kinds_of(session, row), &row.cells),
    );
    map.insert("conflicts".to_owned(), json!(row.conflicts));
    map.insert("issues".to_owned(), json!(row.issues));
    map.insert("deleted".to_owned(), row.deleted.into());
    if let Some(into) = row.merged_into {
        map.insert("merged_into".to_owned(), into.to_string().into());
    }
    map
}

/// The kinds whose fields a row shows: its own, and of a register's row the other's.
pub(crate) fn kinds_of<'s>(session: &'s Session, row: &ListRow) -> Vec<&'s Kind> {
    let Some(own) = session.schema().kind(&row.kind) else {
        return Vec::new();
    };
    let other = own
        .register
        .and_then(|register| session.schema().register(register.key))
        .map(|(_, other)| other);
    std::iter::once(own)
        .chain(other.filter(|_| row.referred.is_some()))
        .collect()
}

fn show(session: &Session, id: &str) -> Result<(), Failure> {
    let id = parse_id(id)?;
    let shown = session.open()?.show(id)?;
    let mut value = row_json(session, &shown.row);
    value.insert("register".to_owned(), shown.name.clone().into());
    value.insert(
        "conflicts".to_owned(),
        crate::conflicts::disputes_json(&shown.conflicts),
    );
    session
        .output
        .facts(&Json::Object(value), &lines(session, &shown));
    if !session.output.json() {
        for dispute in &shown.conflicts {
            crate::conflicts::say(session, &shown.row, dispute);
        }
    }
    Ok(())
}

fn lines(session: &Session, shown: &Shown) -> Vec<(String, String)> {
    let (output, row) = (&session.output, &shown.row);
    let mut lines = vec![(output.sentence("head-name", &[]), row.title.clone())];
    for kind in kinds_of(session, row) {
        // The person that a register's row shows is there by name and field, not by id.
        let joining = kind.register.map(|register| register.refers);
        for field in kind.fields.iter().filter(|field| Some(field.key) != joining) {
            if let Some(text) = shown::line(output, session.schema(), field, &row.cells) {
                lines.push((output.field(kind, field.key), text));
            }
        }
    }
    if !row.issues.is_empty() {
        lines.push((output.sentence("head-issues", &[]), issue_labels(session, row)));
    }
    lines.push((output.sentence("head-id", &[]), row.id.to_string()));
    lines
}

fn add(session: &Session, kind: &str, fields: &[String]) -> Result<(), Failure> {
    profile(session, kind)?;
    let texts = texts(fields)?;
    let added = session.open()?.add(kind, &texts);
    let profile = profile(session, kind)?;
    let kinds: Vec<&Kind> = profile.fields().map(|(part, _)| profile.kind(part)).collect();
    let id = added.map_err(|fault| called(session, kind, &kinds, fault))?;
    done(session, id, "record-added");
    Ok(())
}

fn set(session: &Session, id: &str, fields: &[String]) -> Result<(), Failure> {
    let (id, texts) = (parse_id(id)?, texts(fields)?);
    let mut node = session.open()?;
    let changed = match node.set(id, &texts) {
        Ok(changed) => changed,
        Err(fault) => return Err(called_of(session, &mut node, id, fault)),
    };
    done(
        session,
        id,
        if changed {
            "record-changed"
        } else {
            "record-unchanged"
        },
    );
    Ok(())
}

fn resolve(session: &Session, id: &str, field: &str) -> Result<(), Failure> {
    let (id, text) = (parse_id(id)?, text(field)?);
    let mut node = session.open()?;
    if let Err(fault) = node.resolve(id, &text) {
        return Err(called_of(session, &mut node, id, fault));
    }
    done(session, id, "record-resolved");
    Ok(())
}

/// A refusal in which fields are called what people call them.
fn called(session: &Session, kind: &str, kinds: &[&Kind], fault: NodeError) -> Failure {
    let mut failure = Failure::from(fault);
    if !failure.facts.iter().any(|(name, _)| *name == "kind") {
        failure.facts.push(("kind", kind.into()));
    }
    failure.with_field_called(|cell| shown::cell_label(&session.output, kinds, cell))
}

/// The same of a record that is there already.
fn called_of(session: &Session, node: &mut Node, id: RecordId, fault: NodeError) -> Failure {
    match node.show(id) {
        Ok(shown) => called(session, &shown.name, &kinds_of(session, &shown.row), fault),
        Err(_) => fault.into(),
    }
}

fn delete(session: &Session, id: &str) -> Result<(), Failure> {
    whole(session, id, "record-deleted", |id, base| Command::Delete {
        id,
        base,
    })
}

fn restore(session: &Session, id: &str) -> Result<(), Failure> {
    whole(session, id, "record-restored", |id, base| Command::Restore {
        id,
        base,
    })
}

fn merge(session: &Session, from: &str, into: &str) -> Result<(), Failure> {
    let (from, into) = (parse_id(from)?, parse_id(into)?);
    session.open()?.merge(from, into)?;
    done(session, from, "record-merged");
    Ok(())
}

fn unmerge(session: &Session, id: &str) -> Result<(), Failure> {
    let id = parse_id(id)?;
    let was_merged = session.open()?.unmerge(id)?;
    done(
        session,
        id,
        if was_merged {
            "record-unmerged"
        } else {
            "record-not-merged"
        },
    );
    Ok(())
}

/// A command about a record as a whole, as it stands now.
fn whole(
    session: &Session,
    id: &str,
    said: &str,
    command: impl FnOnce(RecordId, Vec<[u8; 32]>) -> Command,
) -> Result<(), Failure> {
    let id = parse_id(id)?;
    let mut node = session.open()?;
    let base = node.heads(id)?;
    node.execute(&command(id, base))?;
    done(session, id, said);
    Ok(())
}

fn done(session: &Session, id: RecordId, said: &str) {
    let id = id.to_string();
    if session.output.json() {
        session.output.data(&json!({ "id": id }));
    } else {
        session.output.facts(
            &Json::Null,
            &[(session.output.sentence("head-id", &[]), id.clone())],
        );
        session.output.say(said, &[("id", id.as_str().into())]);
    }
}

fn parse_id(text: &str) -> Result<RecordId, Failure> {
    text.parse().map_err(|error: tawro_core::id::ParseIdError| {
        let facts = vec![
            ("text", text.into()),
            ("found", error.found.into()),
            ("expected", error.expected.into()),
        ];
        Failure::new("bad_id", facts)
    })
}

fn texts(fields: &[String]) -> Result<Vec<Text>, Failure> {
    fields.iter().map(|field| text(field)).collect()
}

fn text(field: &str) -> Result<Text, Failure> {
    let (name, text) = field
        .split_once('=')
        .ok_or_else(|| Failure::usage("field_syntax", vec![("text", field.into())]))?;
    Ok((name.trim().to_owned(), text.trim().to_owned()))
}

fn issue_labels(session: &Session, row: &ListRow) -> String {
    let kinds = kinds_of(session, row);
    let labels = row.issues.iter().map(|issue| {
        let label = session.output.label(&format!("issue-{}", issue.code.as_str()));
        if issue.field.is_empty() {
            label
        } else {
            format!(
                "{label}: {}",
                shown::cell_label(&session.output, &kinds, &issue.field)
            )
        }
    });
    labels.collect::<Vec<_>>().join(" · ")
}
