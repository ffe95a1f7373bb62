//! Lists from files and to files: sent, looked at, corrected, taken in with its progress, taken back.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use askama::Template;
use tawro_core::id::ImportId;
use tawro_core::schema::{FieldType, columns};
use tawro_core::text::Lang;
use tawro_pages::frame::Told;
use tawro_pages::{Speech, Upload};

use crate::driver::Node;
use crate::export::Format;
use crate::fault::NodeError;
use crate::import::{Plan, Profile, Report, Request};
use crate::store::ListQuery;
use crate::web::App;
use crate::web::ask::Ask;
use crate::web::login::tell;
use crate::web::reply::{Answer, Reply};
use crate::web::shown::{Choice, label};
use crate::web::trouble::Trouble;

/// A file that was sent and is looked at, by the session that sent it.
#[derive(Default)]
pub(crate) struct Sent {
    files: Mutex<BTreeMap<String, Arc<Upload>>>,
    work: Mutex<BTreeMap<String, Work>>,
}

/// How far long work has come.
#[derive(Debug, Clone)]
pub(crate) enum Work {
    Going { done: usize, all: usize },
    Ended { to: String },
}

/// Files that are looked at, at one time.
const FILES_MAX: usize = 8;
/// Rows of a report that a page shows.
const LINES_MAX: usize = 200;

impl Sent {
    fn keep(&self, token: &str, file: Upload) -> Arc<Upload> {
        let file = Arc::new(file);
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        if files.len() >= FILES_MAX && !files.contains_key(token) {
            files.pop_first();
        }
        files.insert(token.to_owned(), Arc::clone(&file));
        file
    }

    fn file(&self, token: &str) -> Option<Arc<Upload>> {
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.get(token).cloned()
    }

    fn drop_file(&self, token: &str) {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.remove(token);
    }

    fn set(&self, token: &str, work: Work) {
        let mut all = self.work.lock().unwrap_or_else(PoisonError::into_inner);
        all.insert(token.to_owned(), work);
    }

    fn work(&self, token: &str) -> Option<Work> {
        let all = self.work.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(token).cloned()
    }

    fn end(&self, token: &str) {
        let mut all = self.work.lock().unwrap_or_else(PoisonError::into_inner);
        all.remove(token);
    }
}

#[derive(Template)]
#[template(path = "lists.html")]
struct Lists<'a> {
    speech: &'a Speech,
    lists: Vec<(String, String, String)>,
}

/// The lists that an association begins with, one after the other.
pub(super) fn lists(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let schema = node.schema().clone();
    let registers = schema.kinds().filter_map(|kind| kind.register);
    let mut lists = Vec::new();
    for register in registers {
        if node.may_write(register.key).is_ok() {
            let count = node.count(register.key, &ListQuery::default())?;
            let label = ask.speech.say(&format!("{}-plural", register.key));
            let count = ask.speech.number(i64::try_from(count).unwrap_or(i64::MAX));
            lists.push((register.key.to_owned(), label, count));
        }
    }
    // Members first: everybody has their list.
    lists.sort_by_key(|(key, ..)| std::cmp::Reverse(key.as_str() == FIRST_LIST));
    let page = Lists {
        speech: &ask.speech,
        lists,
    };
    Ok(Reply::page(ask.speech.say("lists-title"), &page)?.explained_by("begin"))
}

/// The register that everybody has a list of.
const FIRST_LIST: &str = "member";

#[derive(Template)]
#[template(path = "import.html")]
struct Page<'a> {
    speech: &'a Speech,
    token: &'a str,
    name: &'a str,
    label: String,
    fault: Option<(String, String)>,
    look: Option<Look>,
}

/// What a file would do.
struct Look {
    file: String,
    report: Report,
    counts: Vec<(String, String)>,
    columns: Vec<Heading>,
    /// The row, the record that it may be, and why.
    duplicates: Vec<(String, String, String)>,
    errors_more: Option<String>,
    duplicates_more: Option<String>,
    changes: bool,
}

struct Heading {
    letter: String,
    label: String,
    choices: Vec<Choice>,
}

/// Asks for a file.
pub(super) fn page(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    show(ask, node, None, None)
}

fn show(ask: &Ask<'_>, node: &mut Node, fault: Option<(String, String)>, look: Option<Look>) -> Answer {
    let name = ask.part("name");
    let profile = Profile::of(node.schema(), name);
    let profile = profile.filter(|profile| profile.role.about().is_none());
    profile.ok_or(Trouble::Nowhere)?;
    node.may_write(name)?;
    let page = Page {
        speech: &ask.speech,
        token: ask.token(),
        name,
        label: ask.speech.say(&format!("{name}-plural")),
        fault,
        look,
    };
    let title = ask.speech.with("sheet-title", "kind", &page.label);
    match page.fault {
        Some(_) => Reply::again(title, &page),
        None => Ok(Reply::page(title, &page)?.explained_by("import")),
    }
}

/// Looks at the file that was sent, or again at one whose columns were corrected. Nothing is written.
pub(super) fn look(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let file = match ask.upload.take().filter(|file| !file.bytes.is_empty()) {
        Some(file) => ask.app.sent.keep(ask.token(), file),
        None => match ask.app.sent.file(ask.token()) {
            Some(file) => file,
            None => {
                let fault = crate::web::trouble::said("no_file", &[], &ask.speech);
                return show(ask, node, Some(fault), None);
            }
        },
    };
    let name = ask.part("name").to_owned();
    let mapping = mapping(ask);
    let request = Request {
        space: node.space(),
        kind: &name,
        file: &file.bytes,
        mapping: mapping.as_deref(),
    };
    let words = Arc::clone(&ask.app.setting.words);
    match node.plan_import(&request, &words) {
        Ok(plan) => {
            let look = looked(ask, node, &plan, &file);
            show(ask, node, None, look)
        }
        Err(error @ NodeError::Import(_)) => {
            let fault = Trouble::from(error).said(&ask.speech);
            show(ask, node, Some(fault), None)
        }
        Err(other) => Err(other.into()),
    }
}

/// What a person said of the columns: a line for each.
fn mapping(ask: &Ask<'_>) -> Option<String> {
    let lines = ask.form.0.iter().filter_map(|(name, target)| {
        let letter = name.strip_prefix("col.")?;
        Some(format!("{letter} = {target}\n"))
    });
    let lines: String = lines.collect();
    (!lines.is_empty()).then_some(lines)
}

fn looked(ask: &Ask<'_>, node: &Node, plan: &Plan, file: &Upload) -> Option<Look> {
    let (speech, schema) = (&ask.speech, node.schema());
    let mut report = plan.report(schema, speech.words(), speech.lang())?;
    let count = |key: &str, count: usize| {
        (
            speech.say(key),
            speech.number(i64::try_from(count).unwrap_or(i64::MAX)),
        )
    };
    let counts = vec![
        count("sheet-created", report.created),
        count("sheet-updated", report.updated),
        count("sheet-unchanged", report.unchanged),
        count("sheet-skipped", report.skipped),
    ];
    let more = |len: usize| len.checked_sub(LINES_MAX).filter(|more| *more > 0);
    let errors_more = more(report.errors.len()).map(|more| speech.count("sheet-more", more));
    let duplicates_more = more(report.duplicates.len()).map(|more| speech.count("sheet-more", more));
    report.errors.truncate(LINES_MAX);
    let duplicates = report.duplicates.iter().take(LINES_MAX).map(|one| {
        let row = speech.count("sheet-row-n", one.row as usize);
        (row, one.id.to_string(), one.because.clone())
    });
    let duplicates = duplicates.collect();
    let profile = Profile::of(schema, &plan.kind)?;
    let columns = report.mapping["columns"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let columns = columns.iter().map(|column| {
        let text = |key: &str| column[key].as_str().unwrap_or_default().to_owned();
        Heading {
            letter: text("column"),
            label: text("header"),
            choices: targets(&profile, speech, &text("field")),
        }
    });
    Some(Look {
        file: file.name.clone(),
        counts,
        columns: columns.collect(),
        duplicates,
        errors_more,
        duplicates_more,
        changes: report.created + report.updated > 0,
        report,
    })
}

/// Everything that a column may be taken for.
fn targets(profile: &Profile<'_>, speech: &Speech, chosen: &str) -> Vec<Choice> {
    let mut all = vec![("ignore".to_owned(), speech.say("sheet-ignore"))];
    if profile.name_fields().is_some() {
        all.push((
            columns::FULL_NAME.to_owned(),
            speech.say(&format!("column-{}", columns::FULL_NAME)),
        ));
    }
    if profile.date_and_place().is_some() {
        let key = columns::BIRTH_DATE_AND_PLACE;
        all.push((key.to_owned(), speech.say(&format!("column-{key}"))));
    }
    for (part, field) in profile.fields().filter(|(_, field)| !field.given) {
        let label = label(profile.kind(part), field, speech);
        match field.ty {
            FieldType::Localized => {
                all.push((field.key.to_owned(), label.clone()));
                all.extend(["ar", "fr"].map(|tag| {
                    let language = speech.say(&format!("script-{tag}"));
                    (format!("{}/{tag}", field.key), format!("{label} ({language})"))
                }));
            }
            _ => all.push((field.key.to_owned(), label)),
        }
    }
    if !all.iter().any(|(code, _)| code == chosen) {
        all.push((
            chosen.to_owned(),
            speech
                .maybe(&format!("import-{}", chosen.replace('_', "-")), &[])
                .unwrap_or_else(|| chosen.to_owned()),
        ));
    }
    let choice = |(code, label): (String, String)| Choice {
        is_chosen: code == chosen,
        code,
        label,
    };
    all.into_iter().map(choice).collect()
}

/// Takes the file in: the work goes on by itself, and a page shows how far it has come.
pub(super) fn take_in(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let name = ask.part("name").to_owned();
    node.may_write(&name)?;
    let Some(file) = ask.app.sent.file(ask.token()) else {
        let fault = crate::web::trouble::said("no_file", &[], &ask.speech);
        return show(ask, node, Some(fault), None);
    };
    let (app, token, speech) = (ask.share(), ask.token().to_owned(), ask.speech.clone());
    let (mapping, login) = (mapping(ask), node.login());
    app.sent.set(&token, Work::Going { done: 0, all: 0 });
    std::thread::spawn(move || {
        let told = work(&app, &token, &speech, login, (&name, &file, mapping.as_deref()));
        app.tell(&token, told);
        app.sent.drop_file(&token);
        app.sent.set(
            &token,
            Work::Ended {
                to: format!("/r/{name}"),
            },
        );
    });
    Reply::go("/work")
}

fn work(
    app: &App,
    token: &str,
    speech: &Speech,
    login: tawro_core::id::RecordId,
    (name, file, mapping): (&str, &Upload, Option<&str>),
) -> Told {
    let mut place = app.node();
    let Some(node) = place.as_mut() else {
        return Told::default();
    };
    let request = Request {
        space: node.space(),
        kind: name,
        file: &file.bytes,
        mapping,
    };
    let mut progress = |done, all| app.sent.set(token, Work::Going { done, all });
    let imported = node
        .act_as(login)
        .and_then(|()| node.import(&request, &app.setting.words, &mut progress));
    match imported {
        Ok(plan) => {
            let report = plan.report(node.schema(), speech.words(), speech.lang());
            let facts = report.as_ref().map(|report| {
                [
                    ("created", report.created.into()),
                    ("updated", report.updated.into()),
                    ("skipped", report.skipped.into()),
                ]
            });
            let sentence = facts
                .map(|facts| speech.tell("sheet-told", &facts))
                .unwrap_or_default();
            Told {
                sentence,
                undo: (!plan.is_empty()).then(|| format!("/import/{}/undo", plan.import)),
            }
        }
        Err(error) => {
            let (what, next) = Trouble::from(error).said(speech);
            Told {
                sentence: format!("{what} {next}"),
                undo: None,
            }
        }
    }
}

#[derive(Template)]
#[template(path = "work.html")]
struct Progress<'a> {
    speech: &'a Speech,
    done: usize,
    all: usize,
}

/// How far the work has come; the page asks again by itself. It needs no record, which are busy.
pub(super) fn progress(ask: &mut Ask<'_>) -> Answer {
    match ask.app.sent.work(ask.token()) {
        Some(Work::Going { done, all }) => {
            let page = Progress {
                speech: &ask.speech,
                done,
                all: all.max(1),
            };
            Ok(Reply::page(ask.speech.say("work-title"), &page)?.alone())
        }
        Some(Work::Ended { to }) => {
            ask.app.sent.end(ask.token());
            Reply::go(to)
        }
        None => Reply::go("/"),
    }
}

/// Takes a whole import back.
pub(super) fn undo(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let import: ImportId = ask.part("id").parse().map_err(|_| Trouble::Nowhere)?;
    let back = node.undo_import(import)?.ok_or(Trouble::Nowhere)?;
    let facts = [
        ("deleted", back.deleted.into()),
        ("put", back.put_back.into()),
        ("kept", back.kept.len().into()),
    ];
    tell(ask, ask.speech.tell("sheet-undone-told", &facts), None);
    let back = ask.came_from().unwrap_or("/").to_owned();
    Reply::go(back)
}

pub(super) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A list as a sheet.
pub(super) fn export(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    file(ask, node, |node, name, speech, lang| {
        node.export(name, Format::Xlsx, speech.words(), lang)
    })
}

/// A sheet to fill in.
pub(super) fn blank(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    file(ask, node, |node, name, speech, lang| {
        node.blank_sheet(name, speech.words(), lang)
    })
}

fn file(
    ask: &Ask<'_>,
    node: &mut Node,
    make: impl FnOnce(&mut Node, &str, &Speech, Lang) -> Result<crate::export::Exported, NodeError>,
) -> Answer {
    let name = ask.part("name");
    let made = make(node, name, &ask.speech, ask.speech.lang())?;
    let label = tawro_core::text::plain(&ask.speech.say(&format!("{name}-plural")));
    Ok(Reply::File {
        name: format!("{label}.xlsx"),
        kind: XLSX,
        bytes: made.bytes,
    })
}
