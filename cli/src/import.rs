//! `tawro import` and `tawro export`: sheets in, and sheets out.

use std::path::Path;

use tawro_core::id::ImportId;
use tawro_node::driver::Node;
use tawro_node::export::Format;
use tawro_node::fault::NodeError;
use tawro_node::folder::write_atomically;
use tawro_node::import::{Plan, Profile, Report, Request};

use crate::args::{Export, Import};
use crate::failure::Failure;
use crate::session::Session;

/// Takes a sheet in, looks at it, or takes a whole import back.
pub(crate) fn run(session: &Session, asked: &Import) -> Result<(), Failure> {
    if let Some(import) = &asked.undo {
        return undo(session, import);
    }
    // clap sees to it that both are there when nothing is undone.
    let (Some(kind), Some(path)) = (&asked.kind, &asked.file) else {
        return Err(Failure::usage("no_sheet", Vec::new()));
    };
    let file = read(path)?;
    let mapping = asked.map.as_deref().map(read_text).transpose()?;
    let mut node = session.open()?;
    let space = node.space();
    let request = Request {
        space,
        kind,
        file: &file,
        mapping: mapping.as_deref(),
    };
    let words = session.output.words();
    let plan = if asked.dry_run {
        node.plan_import(&request, words)?
    } else {
        let progress = session.output.progress("import-progress");
        node.import(&request, words, &mut |done, all| {
            progress.at(done as u64, all as u64)
        })?
    };
    print(session, &mut node, &plan, asked.dry_run);
    Ok(())
}

fn print(session: &Session, node: &mut Node, plan: &Plan, dry_run: bool) {
    let output = &session.output;
    let Some(report) = plan.report(node.schema(), output.words(), output.lang()) else {
        return;
    };
    if output.json() {
        output.data(&report);
        return;
    }
    say_mapping(session, &report);
    let rows: Vec<Vec<String>> = report
        .errors
        .iter()
        .map(|error| vec![error.row.to_string(), error.column.clone(), error.message.clone()])
        .collect();
    let heads = ["head-row", "head-column", "head-message"].map(|head| output.sentence(head, &[]));
    if !rows.is_empty() {
        output.table(&report, &heads, &rows);
    }
    for one in &report.duplicates {
        // A row of the same sheet has no record yet in a dry run.
        let name = node.show(one.id).map(|shown| shown.row.title);
        let facts = [
            ("row", i64::from(one.row).into()),
            ("new", one.new.to_string().into()),
            ("id", one.id.to_string().into()),
            ("name", name.unwrap_or_else(|_| one.id.to_string()).into()),
            ("why", one.because.as_str().into()),
        ];
        output.say("import-duplicate", &facts);
    }
    let counts = [
        ("rows", report.rows.into()),
        ("created", report.created.into()),
        ("updated", report.updated.into()),
        ("unchanged", report.unchanged.into()),
        ("skipped", report.skipped.into()),
    ];
    output.say("import-done", &counts);
    if dry_run {
        output.say("import-dry-run", &[]);
    } else if !plan.is_empty() {
        output.say(
            "import-undo-hint",
            &[("import", report.import.to_string().into())],
        );
    }
}

fn say_mapping(session: &Session, report: &Report) {
    let output = &session.output;
    let profile = Profile::of(session.schema(), &report.kind);
    output.say("import-mapping", &[]);
    let columns = report.mapping["columns"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    for column in columns {
        let text = |key: &str| column[key].as_str().unwrap_or_default();
        let heading = if text("header").is_empty() {
            text("column")
        } else {
            text("header")
        };
        let target = text("field");
        let key = target.split('/').next().unwrap_or(target);
        let field = profile.and_then(|profile| Some((profile, profile.field(key)?)));
        let said = match field {
            Some((profile, (part, field))) => {
                format!("{} ({target})", output.field(profile.kind(part), field.key))
            }
            None if target == IGNORED => output.sentence("import-left-out", &[]),
            None => {
                let label = output.words().label(output.lang(), &id_label(target));
                label.unwrap_or_else(|| target.to_owned())
            }
        };
        output.say(
            "import-column",
            &[("column", heading.into()), ("field", said.as_str().into())],
        );
    }
}

/// Under which key the name of a column of ids stands.
fn id_label(target: &str) -> String {
    match target {
        "id" => "import-record-id".to_owned(),
        other => format!("import-{}", other.replace('_', "-")),
    }
}

/// What a mapping says of a column that is left out.
const IGNORED: &str = "ignore";

fn undo(session: &Session, text: &str) -> Result<(), Failure> {
    let output = &session.output;
    let import: ImportId = text.parse().map_err(|error: tawro_core::id::ParseIdError| {
        let facts = vec![
            ("text", text.into()),
            ("found", error.found.into()),
            ("expected", error.expected.into()),
        ];
        Failure::new("bad_id", facts)
    })?;
    let back = session.open()?.undo_import(import)?;
    let unknown = || Failure::new("unknown_import", vec![("import", text.into())]);
    let back = back.ok_or_else(unknown)?;
    if output.json() {
        let kept: Vec<String> = back.kept.iter().map(ToString::to_string).collect();
        output.data(&serde_json::json!({
            "import": import.to_string(), "deleted": back.deleted, "put_back": back.put_back, "kept": kept,
        }));
    }
    if back.deleted > 0 || (back.put_back == 0 && !back.kept.is_empty()) {
        output.say("import-undone", &[("count", back.deleted.into())]);
    }
    if back.put_back > 0 {
        output.say("import-put-back", &[("count", back.put_back.into())]);
    }
    if back.deleted == 0 && back.put_back == 0 && back.kept.is_empty() {
        output.say("import-undone-before", &[]);
    }
    if !back.kept.is_empty() {
        output.say("import-kept", &[("count", back.kept.len().into())]);
    }
    Ok(())
}

/// Writes a register or kind to a file.
pub(crate) fn export(session: &Session, asked: &Export) -> Result<(), Failure> {
    let output = &session.output;
    let known = ["xlsx", "csv"];
    let ending = asked
        .file
        .extension()
        .and_then(|ending| ending.to_str())
        .unwrap_or_default()
        .to_lowercase();
    let path = asked.file.display().to_string();
    if !known.contains(&ending.as_str()) {
        return Err(Failure::usage("file_type", vec![("file", path.as_str().into())]));
    }
    if !asked.force && asked.file.exists() {
        return Err(Failure::new("file_exists", vec![("path", path.as_str().into())]));
    }
    let exported =
        session
            .open()?
            .export(&asked.kind, Format::of_name(&path), output.words(), output.lang())?;
    write_atomically(&asked.file, &exported.bytes).map_err(NodeError::from)?;
    if output.json() {
        output.data(&serde_json::json!({ "file": path, "rows": exported.lines }));
    }
    output.say(
        "export-done",
        &[("rows", exported.lines.into()), ("file", path.as_str().into())],
    );
    Ok(())
}

/// The bytes of a file that a person names.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|error| file_failure(path, &error))
}

fn read_text(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|error| file_failure(path, &error))
}

pub(crate) fn file_failure(path: &Path, error: &std::io::Error) -> Failure {
    let code = match error.kind() {
        std::io::ErrorKind::NotFound => "file_missing",
        std::io::ErrorKind::PermissionDenied => "file_denied",
        std::io::ErrorKind::StorageFull => "disk_full",
        _ => "file_failed",
    };
    Failure::new(code, vec![("path", path.display().to_string().into())]).because(error)
}
