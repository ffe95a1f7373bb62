//! Copies on a stick: one button to make and check one, and a way to bring one back on an empty computer.

use std::path::{Path, PathBuf};

use askama::Template;
use tawro_pages::Speech;

use crate::backup::{self, bring_back_into, sticks};
use crate::driver::Node;
use crate::error::FileError;
use crate::fault::NodeError;
use crate::web::COPY_BYTES_MAX;
use crate::web::ask::Ask;
use crate::web::card::{in_morocco, moment};
use crate::web::login::tell;
use crate::web::reply::{Answer, Reply};
use crate::web::trouble::{Trouble, said};

/// How files of copies end.
const ENDING: &str = "tawro";

#[derive(Template)]
#[template(path = "copies.html")]
struct Page<'a> {
    speech: &'a Speech,
    token: &'a str,
    last: Option<String>,
    sticks: Vec<String>,
    /// Somebody pressed to look again.
    looked: bool,
    fault: Option<(String, String)>,
}

/// Shows where a copy can be put.
pub(super) fn page(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    node.may_manage()?;
    show(ask, node, None)
}

fn show(ask: &Ask<'_>, node: &mut Node, fault: Option<(String, String)>) -> Answer {
    let page = Page {
        speech: &ask.speech,
        token: ask.token(),
        last: node.last_copy()?.map(|at| moment(at, &ask.speech)),
        sticks: sticks().iter().map(|stick| stick.display().to_string()).collect(),
        looked: ask.query.maybe("look").is_some(),
        fault,
    };
    let title = ask.speech.say("copies-title");
    match page.fault {
        Some(_) => Reply::again(title, &page),
        None => Ok(Reply::page(title, &page)?.explained_by("safety#copies")),
    }
}

/// What a copy of today is called: with the time, so that none replaces another.
fn name(ask: &Ask<'_>) -> String {
    let now: String = in_morocco(ask.now).to_string().chars().take(16).collect();
    format!("tawro-{}.{ENDING}", now.replace(':', "-"))
}

/// Makes a copy on a stick that is plugged in, and brings it back once to see that it is whole.
pub(super) fn make(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    node.may_manage()?;
    let asked = ask.form.text("stick").to_owned();
    let stick = sticks()
        .into_iter()
        .find(|stick| stick.display().to_string() == asked);
    let Some(stick) = stick else {
        let fault = said("no_stick", &[], &ask.speech);
        return show(ask, node, Some(fault));
    };
    let path = stick.join(name(ask));
    match node.copy_to(&path) {
        Ok(copied) => {
            let records = i64::try_from(copied.records).unwrap_or(i64::MAX);
            let facts = [
                ("count", records.into()),
                ("file", path.display().to_string().into()),
            ];
            tell(ask, ask.speech.tell("copies-made", &facts), None);
            Reply::go("/copies")
        }
        Err(error @ (NodeError::File(_) | NodeError::Backup(_))) => {
            let fault = Trouble::from(error).said(&ask.speech);
            show(ask, node, Some(fault))
        }
        Err(other) => Err(other.into()),
    }
}

/// A copy for the browser to save.
pub(super) fn download(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    node.may_manage()?;
    let path = node.folder().root().join("sent.copy");
    // It will lie on this computer: that is no copy elsewhere, and is not counted as one.
    node.make_copy(&path)?;
    // A browser keeps all of it in memory, and could not send a larger one back.
    let is_small = std::fs::metadata(&path).is_ok_and(|file| file.len() <= COPY_BYTES_MAX as u64);
    if !is_small {
        let _ = std::fs::remove_file(&path);
        return show(ask, node, Some(said("copy_large", &[], &ask.speech)));
    }
    let bytes = std::fs::read(&path).map_err(FileError::when("read", &path));
    // What was read is in memory; what could not be is told.
    let _ = std::fs::remove_file(&path);
    Ok(Reply::File {
        name: name(ask),
        kind: "application/octet-stream",
        bytes: bytes?,
    })
}

#[derive(Template)]
#[template(path = "bring.html")]
struct Bring<'a> {
    speech: &'a Speech,
    files: Vec<String>,
    fault: Option<(String, String)>,
}

/// Copies that lie on what is plugged in.
fn found() -> Vec<PathBuf> {
    let files = |stick: PathBuf| std::fs::read_dir(stick).into_iter().flatten().flatten();
    let is_copy = |path: &PathBuf| path.extension().is_some_and(|ending| ending == ENDING);
    let mut all: Vec<PathBuf> = sticks()
        .into_iter()
        .flat_map(files)
        .map(|file| file.path())
        .filter(is_copy)
        .collect();
    // The latest first: their names say when they were made.
    all.sort_by(|a, b| b.file_name().cmp(&a.file_name()));
    all
}

/// Asks for a copy, where nothing is kept yet.
pub(super) fn bring(ask: &mut Ask<'_>) -> Answer {
    if ask.app.is_founded() {
        return Reply::go("/");
    }
    show_bring(ask, None)
}

fn show_bring(ask: &Ask<'_>, fault: Option<(String, String)>) -> Answer {
    let page = Bring {
        speech: &ask.speech,
        files: found().iter().map(|file| file.display().to_string()).collect(),
        fault,
    };
    let title = ask.speech.say("bring-title");
    match page.fault {
        Some(_) => Reply::again(title, &page),
        None => Reply::page(title, &page),
    }
}

/// Brings a copy back: one that lies on a stick, or one that was sent.
pub(super) fn brought(ask: &mut Ask<'_>) -> Answer {
    if ask.app.is_founded() {
        return Reply::go("/");
    }
    let sent = ask.upload.take().filter(|file| !file.bytes.is_empty());
    let asked = ask.form.text("file").to_owned();
    let result = match sent {
        Some(file) => {
            let path = ask.app.setting.home.join("brought.copy");
            let written = crate::folder::write_atomically(&path, &file.bytes).map_err(NodeError::from);
            let brought = written.and_then(|()| bring_here(ask, &path));
            // What it held is in the folder, or it held nothing.
            let _ = std::fs::remove_file(&path);
            brought
        }
        None => match found()
            .into_iter()
            .find(|file| file.display().to_string() == asked)
        {
            Some(path) => bring_here(ask, &path),
            None => return show_bring(ask, Some(said("no_file", &[], &ask.speech))),
        },
    };
    match result {
        Ok(()) => Reply::go("/login?brought=1"),
        Err(error @ (NodeError::File(_) | NodeError::Backup(_))) => {
            let fault = Trouble::from(error).said(&ask.speech);
            show_bring(ask, Some(fault))
        }
        Err(other) => Err(other.into()),
    }
}

fn bring_here(ask: &Ask<'_>, path: &Path) -> Result<(), NodeError> {
    backup::verify(path)?;
    ask.app.with_folder(|folder| bring_back_into(path, folder))
}
