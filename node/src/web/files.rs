//! Photos and scans on a record's card: shown small, opened whole, added by a form, each with its address.

use askama::Template;
use tawro_core::command::Refusal;
use tawro_core::id::RecordId;
use tawro_core::replica::ExecuteFault;
use tawro_core::schema::{FieldType, Scalar, Schema, attachment};
use tawro_pages::{Fields, Speech};

use crate::driver::Node;
use crate::fault::NodeError;
use crate::files::{Attached, FileFault};
use crate::form::Text;
use crate::store::ListRow;
use crate::web::ask::Ask;
use crate::web::edit::Faults;
use crate::web::login::tell;
use crate::web::reply::{Answer, Reply};
use crate::web::shown::{self, Choice, Showing, choices};
use crate::web::trouble::{Trouble, said};

/// A file as a card shows it.
pub(super) struct Thumb {
    pub(super) id: String,
    pub(super) title: String,
    /// What it is, when it was taken and how large it is, in a line.
    pub(super) about: String,
    pub(super) is_picture: bool,
    pub(super) is_here: bool,
    /// What a person should know before it goes further.
    pub(super) marks: Vec<String>,
    pub(super) writes: bool,
}

/// The files of a card: of an attachment its own.
pub(super) fn thumbs(ask: &Ask<'_>, node: &mut Node, row: &ListRow) -> Result<Vec<Thumb>, Trouble> {
    let files = node.files_of(row.id)?;
    let mut thumbs = Vec::with_capacity(files.len());
    for file in files {
        let writes = !file.row.deleted && node.may_change(&file.row).is_ok();
        thumbs.push(thumb(node.schema(), file, writes, &ask.speech));
    }
    Ok(thumbs)
}

fn thumb(schema: &Schema, file: Attached, writes: bool, speech: &Speech) -> Thumb {
    let mut title = |_: RecordId| None;
    let mut showing = Showing {
        schema,
        speech,
        title: &mut title,
    };
    let mut read = |key: &str| {
        let field = schema.kind(attachment::KIND).and_then(|kind| kind.field(key));
        let pieces = field.map(|field| showing.field(field, &file.row.cells));
        pieces
            .unwrap_or_default()
            .into_iter()
            .map(|piece| match piece.ltr {
                true => tawro_core::text::isolate(&piece.text),
                false => piece.text,
            })
    };
    let mut about: Vec<String> = read(attachment::TYPE).collect();
    about.extend(read(attachment::TAKEN_ON));
    about.push(size(file.bytes, speech));
    let is_identity = file.what() == attachment::IDENTITY;
    let marks = [
        (is_identity, "files-identity"),
        (file.lacks_agreement(), "files-no-agreement"),
    ];
    let marks = marks.into_iter().filter(|(is_so, _)| *is_so);
    Thumb {
        marks: marks.map(|(_, key)| speech.say(key)).collect(),
        id: file.row.id.to_string(),
        is_picture: file.format.is_some_and(|format| format.is_picture()),
        is_here: file.is_here,
        title: file.row.title,
        about: about.join(" · "),
        writes,
    }
}

/// How large a file is, in the unit in which people say it.
fn size(bytes: u64, speech: &Speech) -> String {
    let kilobytes = bytes.div_ceil(1000);
    let (key, count) = match kilobytes {
        0..1000 => ("files-kilobytes", kilobytes),
        _ => ("files-megabytes", kilobytes.div_ceil(1000)),
    };
    let count = speech.number(i64::try_from(count).unwrap_or(i64::MAX));
    speech.with(key, "size", &count)
}

#[derive(Template)]
#[template(path = "attach.html")]
struct Page<'a> {
    speech: &'a Speech,
    token: &'a str,
    id: String,
    title: String,
    typed: &'a Fields,
    types: Vec<Choice>,
    faults: &'a Faults,
}

impl Page<'_> {
    /// What is wrong with a field, under its name.
    fn fault(&self, name: &str) -> Option<&(String, String)> {
        let found = self.faults.iter().find(|(at, _)| at == name);
        found.map(|(_, fault)| fault)
    }

    fn is_ticked(&self, name: &str) -> bool {
        self.typed.maybe(name).is_some()
    }
}

/// An empty form.
pub(super) fn page(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    show(ask, node, &Fields::default(), &Vec::new())
}

fn show(ask: &Ask<'_>, node: &mut Node, typed: &Fields, faults: &Faults) -> Answer {
    let row = node.show(ask.id()?)?.row;
    node.may_attach(&row)?;
    let speech = &ask.speech;
    let chosen = typed.text(attachment::TYPE);
    let types = node.schema().vocabulary(attachment::TYPES);
    let page = Page {
        speech,
        token: ask.token(),
        id: row.id.to_string(),
        title: shown::called(&row.title, speech),
        typed,
        types: types
            .map(|types| choices(types, speech, &[chosen]))
            .unwrap_or_default(),
        faults,
    };
    let title = speech.with("files-add-title", "name", &page.title);
    match faults.is_empty() {
        true => Ok(Reply::page(title, &page)?.explained_by("people#files")),
        false => Reply::again(title, &page),
    }
}

/// Takes a file in.
pub(super) fn add(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let id = ask.id()?;
    let row = node.show(id)?.row;
    node.may_attach(&row)?;
    let typed = std::mem::take(&mut ask.form);
    let file = ask.upload.take().unwrap_or_default();
    let mut facts: Vec<Text> = [attachment::TYPE, attachment::TAKEN_ON]
        .map(|key| (key.to_owned(), typed.text(key).to_owned()))
        .to_vec();
    // A box that nobody ticked says nothing: of a letter nobody asks who agreed.
    let ticked = [attachment::PEOPLE, attachment::AGREED].into_iter();
    let yes = FieldType::Flag.write(&Scalar::Flag(true));
    facts.extend(
        ticked
            .filter(|key| typed.maybe(key).is_some())
            .map(|key| (key.to_owned(), yes.clone())),
    );
    let title = match typed.text(attachment::TITLE).trim() {
        "" => called(&file.name),
        title => title.to_owned(),
    };
    facts.push((attachment::TITLE.to_owned(), title));
    if typed.text(attachment::TYPE).is_empty() {
        let needed = (attachment::TYPE.to_owned(), said("needed", &[], &ask.speech));
        return show(ask, node, &typed, &vec![needed]);
    }
    match node.add_file(id, &file.bytes, &facts) {
        Ok(added) => {
            tell(
                ask,
                ask.speech.say("files-added"),
                Some(format!("/id/{added}/delete")),
            );
            Reply::go(format!("/id/{id}"))
        }
        Err(error) => {
            let faults = beside(error, &ask.speech)?;
            show(ask, node, &typed, &faults)
        }
    }
}

/// What stands beside the file, or beside a fact of it; anything else is no matter of the form.
fn beside(error: NodeError, speech: &Speech) -> Result<Faults, Trouble> {
    let at = match &error {
        NodeError::Attached(_) => FILE.to_owned(),
        NodeError::Execute(ExecuteFault::Refused(Refusal::Value { field, .. })) => field.clone(),
        _ => return Err(error.into()),
    };
    Ok(vec![(at, Trouble::Node(error).said(speech))])
}

/// The form's name for the file.
const FILE: &str = "file";

/// A file's name without its ending, as a title that nobody typed.
fn called(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let name = name.rsplit_once('.').map_or(name, |(name, _)| name);
    name.chars().filter(|c| !c.is_control()).take(100).collect()
}

/// A file itself.
pub(super) fn view(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let file = node.file_bytes(ask.id()?)?;
    let file = file.ok_or(NodeError::from(FileFault::Elsewhere))?;
    Ok(Reply::Kept {
        name: format!("{}.{}", file.title, file.format.ending()),
        format: file.format,
        bytes: file.bytes,
    })
}

/// Where one goes from an attachment: to the card of what it is about.
pub(super) fn home_of(schema: &Schema, row: &ListRow) -> Option<RecordId> {
    let about = schema.kind(&row.kind)?.about()?;
    row.cells.get(about)?.as_text()?.parse().ok()
}
