//! While somebody types: who is meant, who may be there already, and what must not be lost.

use askama::Template;
use tawro_core::schema::FieldType;
use tawro_core::text::fold;
use tawro_pages::{Fields, Speech};

use crate::driver::Node;
use crate::import::Profile;
use crate::store::{ListQuery, ListRow};
use crate::web::ask::Ask;
use crate::web::boxes::TEXT_OF;
use crate::web::edit::Faults;
use crate::web::reply::{Answer, Reply};
use crate::web::trouble::{Trouble, said};

/// Under which name a form's draft is kept: its address, whatever it was filled with.
pub(super) fn draft_of(address: &str) -> &str {
    address.split('?').next().unwrap_or(address)
}

/// Finds whom a reference means that was written as text, where nobody was chosen.
pub(super) fn choose_references(
    node: &mut Node,
    profile: &Profile<'_>,
    typed: &mut Fields,
    speech: &Speech,
) -> Result<Faults, Trouble> {
    let mut faults = Faults::new();
    let joining = profile.party.and_then(|party| profile.role.field(party.refers));
    for field in profile.fields().map(|(_, field)| field).chain(joining) {
        let FieldType::Reference(to) = &field.ty else {
            continue;
        };
        let Some(text) = typed.maybe(&format!("{TEXT_OF}{}", field.key)).map(str::to_owned) else {
            continue;
        };
        if text.trim().is_empty() {
            continue;
        }
        let found = matching(node, to, &text)?;
        let chosen = typed.text(field.key).to_owned();
        let pressed = found.iter().find(|row| row.id.to_string() == chosen);
        let exact: Vec<&ListRow> = found
            .iter()
            .filter(|row| fold(&row.title) == fold(&text))
            .collect();
        let one = match (pressed, exact.as_slice(), found.as_slice()) {
            (Some(row), ..) => Some(row.id),
            (None, [row], _) => Some(row.id),
            (None, [], [row]) => Some(row.id),
            _ => None,
        };
        typed.0.retain(|(name, _)| name != field.key);
        match one {
            Some(id) => {
                typed
                    .0
                    .retain(|(name, _)| *name != format!("{TEXT_OF}{}", field.key));
                typed.0.push((field.key.to_owned(), id.to_string()));
            }
            None => {
                let code = if found.is_empty() {
                    "nobody_found"
                } else {
                    "several_found"
                };
                faults.push((
                    field.key.to_owned(),
                    said(code, &[("text", text.as_str().into())], speech),
                ));
            }
        }
    }
    Ok(faults)
}

/// Records of a kind, or rows of the register that shows them, by what somebody typed.
fn matching(node: &mut Node, kind: &str, text: &str) -> Result<Vec<ListRow>, Trouble> {
    let register = node.schema().kind(kind).and_then(|kind| kind.register);
    let name = register.map_or(kind.to_owned(), |register| register.key.to_owned());
    let query = ListQuery {
        search: text.to_owned(),
        limit: PICK_MAX,
        ..ListQuery::default()
    };
    Ok(node.list(&name, &query)?)
}

/// As many as one looks through.
const PICK_MAX: usize = 8;

#[derive(Template)]
#[template(path = "pick.html")]
struct Picked<'a> {
    speech: &'a Speech,
    field: &'a str,
    rows: Vec<(String, String)>,
}

/// Whom the text of a reference may mean, while it is typed.
pub(super) fn pick(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let field = ask.query.text("field").to_owned();
    let text = ask.query.text(&format!("{TEXT_OF}{field}")).to_owned();
    let rows = match text.trim().is_empty() {
        true => Vec::new(),
        false => matching(node, ask.part("kind"), &text)?,
    };
    Reply::part(&Picked {
        speech: &ask.speech,
        field: &field,
        rows: rows
            .into_iter()
            .map(|row| (row.id.to_string(), row.title))
            .collect(),
    })
}

#[derive(Template)]
#[template(path = "alike.html")]
struct Alike<'a> {
    speech: &'a Speech,
    /// The record, what it is called, and the address of a form for one more role of it.
    rows: Vec<(String, String, Option<String>)>,
}

/// Who may be the one that is being written down.
pub(super) fn alike(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let schema = node.schema().clone();
    let profile = Profile::of(&schema, ask.part("name")).ok_or(Trouble::Nowhere)?;
    let texts = std::mem::take(&mut ask.form.0);
    let own = ask.query.text("not").to_owned();
    let rows = node.alike(profile.key, &texts)?.into_iter();
    let mut alike = Vec::new();
    for row in rows.filter(|row| row.id.to_string() != own) {
        let (mut to, mut role) = (row.id, None);
        if let Some(party) = profile.party {
            match node.in_role(&profile, row.id)? {
                // Who has the role already is not given it twice.
                Some(there) => to = there,
                None => role = Some(format!("/r/{}/new?{}={}", profile.key, party.refers, row.id)),
            }
        }
        alike.push((to.to_string(), row.title, role));
    }
    Reply::part(&Alike {
        speech: &ask.speech,
        rows: alike,
    })
}

/// Keeps what is being written.
pub(super) fn keep_draft(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let form = ask.query.text("for").to_owned();
    let mut fields = std::mem::take(&mut ask.form.0);
    fields.retain(|(name, _)| name != "token");
    node.keep_draft(&form, &fields)?;
    Ok(Reply::Part(String::new()))
}

/// Forgets what was being written.
pub(super) fn drop_draft(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let form = ask.form.text("for").to_owned();
    node.drop_draft(&form)?;
    Reply::go(if form.starts_with('/') && !form.starts_with("//") {
        form
    } else {
        "/".to_owned()
    })
}
