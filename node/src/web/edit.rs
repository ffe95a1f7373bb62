//! Writing a record: a form from the schema, with what was typed kept whatever happens.

use std::collections::BTreeMap;

use askama::Template;
use data_encoding::HEXLOWER;
use tawro_core::command::Refusal;
use tawro_core::id::RecordId;
use tawro_core::programme::LetterModel;
use tawro_core::record::Heads;
use tawro_core::replica::ExecuteFault;
use tawro_core::schema::{FieldType, Scalar, dues, papers, programme};
use tawro_pages::{Fields, Speech};

use crate::desk::Base;
use crate::driver::Node;
use crate::fault::NodeError;
use crate::import::{Part, Profile};
use crate::store::ListRow;
use crate::view::Shown;
use crate::web::ask::Ask;
use crate::web::boxes::{Filling, Group, changed};
use crate::web::consenting;
use crate::web::login::tell;
use crate::web::reply::{Answer, Reply};
use crate::web::shown;
use crate::web::trouble::{Trouble, said};
use crate::web::typing::{choose_references, draft_of};

#[derive(Template)]
#[template(path = "edit.html")]
struct Page<'a> {
    speech: &'a Speech,
    token: &'a str,
    title: String,
    name: &'a str,
    to: String,
    back: String,
    base: String,
    base_party: String,
    /// The other half of a new row, which is there already.
    party: Option<(String, String, String)>,
    groups: Vec<Group>,
    /// What the person behind a new role allows.
    consenting: Option<consenting::Part<'a>>,
    is_draft: bool,
    /// What is wrong with the whole.
    fault: Option<(String, String)>,
    has_faults: bool,
    is_new: bool,
}

/// Faults beside fields, by their names; the empty name is the whole form.
pub(super) type Faults = Vec<(String, (String, String))>;

/// What a form is about.
struct About<'a> {
    profile: &'a Profile<'a>,
    /// The row, unless it is new.
    row: Option<&'a ListRow>,
    base: Base,
}

/// An empty form.
pub(super) fn new(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let schema = node.schema().clone();
    let profile = Profile::of(&schema, ask.part("name")).ok_or(Trouble::Nowhere)?;
    node.may_write(profile.key)?;
    made_by_form(&profile)?;
    let about = About {
        profile: &profile,
        row: None,
        base: Base::default(),
    };
    let draft = node.draft(draft_of(ask.here))?;
    show(ask, node, &about, draft.map(Fields).as_ref(), &Vec::new())
}

/// A form with what stands in a row.
pub(super) fn page(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let id = ask.id()?;
    let Shown { row, name, .. } = node.show(id)?;
    let schema = node.schema().clone();
    let profile = Profile::of(&schema, &name).ok_or(Trouble::Nowhere)?;
    node.may_change(&row)?;
    let base = node.base(&row)?;
    let about = About {
        profile: &profile,
        row: Some(&row),
        base,
    };
    let draft = node.draft(draft_of(ask.here))?;
    show(ask, node, &about, draft.map(Fields).as_ref(), &Vec::new())
}

fn show(
    ask: &Ask<'_>,
    node: &mut Node,
    about: &About<'_>,
    typed: Option<&Fields>,
    faults: &Faults,
) -> Answer {
    let (profile, speech) = (about.profile, &ask.speech);
    let party = about
        .party(ask, typed)
        .map(|(refers, id)| (refers, id.to_string(), title_of(node, id, speech)));
    let cells = match about.row {
        Some(row) => row.cells.clone(),
        None => begun(ask, node, profile)?,
    };
    let mut title = |id: RecordId| title_of(node, id, speech);
    let groups = Filling {
        profile,
        speech,
        cells: &cells,
        conflicts: about.row.map(|row| row.conflicts.as_slice()).unwrap_or_default(),
        typed,
        faults,
        is_new: about.row.is_none(),
        skips_party: party.is_some() || about.row.is_some_and(|row| row.referred.is_none()),
        title: &mut title,
    }
    .groups();
    let kept = |name: &str, heads: &Heads| match typed.and_then(|typed| typed.maybe(name)) {
        Some(kept) => kept.to_owned(),
        None => heads
            .iter()
            .map(|head| HEXLOWER.encode(head))
            .collect::<Vec<_>>()
            .join("."),
    };
    let whole = faults
        .iter()
        .find(|(at, _)| at.is_empty())
        .map(|(_, said)| said.clone());
    let (title, to, back) = about.places(speech);
    let page = Page {
        speech,
        token: ask.token(),
        title,
        name: profile.key,
        to,
        back,
        base: kept("base", &about.base.role),
        base_party: kept("base.party", &about.base.party),
        party,
        groups,
        consenting: match about.row {
            None => consenting::Part::of(ask, profile, typed, faults),
            Some(_) => None,
        },
        is_draft: typed.is_some() && faults.is_empty(),
        fault: whole,
        has_faults: !faults.is_empty(),
        is_new: about.row.is_none(),
    };
    let title = page.title.clone();
    let reply = match faults.is_empty() {
        true => Reply::page(title, &page)?,
        false => Reply::again(title, &page)?,
    };
    Ok(reply.explained_by(profile.role.family.key()))
}

impl About<'_> {
    /// The other half of a new row, where it is there already: the form names it, or its address does.
    fn party(&self, ask: &Ask<'_>, typed: Option<&Fields>) -> Option<(String, RecordId)> {
        let refers = self.profile.party?.refers;
        let of_form = typed.map(|typed| typed.text(refers)).filter(|id| !id.is_empty());
        let id = of_form.or(ask.query.maybe(refers))?.parse().ok()?;
        self.row.is_none().then(|| (refers.to_owned(), id))
    }

    /// What the form is called, where it is sent, and where one goes back to.
    fn places(&self, speech: &Speech) -> (String, String, String) {
        let key = self.profile.key;
        match self.row {
            Some(row) => {
                let title = speech.with("edit-title", "name", &row.title);
                (title, format!("/id/{}/edit", row.id), format!("/id/{}", row.id))
            }
            None => {
                let title = speech.with("edit-new", "kind", &speech.say(key));
                (title, format!("/r/{key}/new"), format!("/r/{key}"))
            }
        }
    }
}

/// What is about another record is added on that one's card.
fn made_by_form(profile: &Profile<'_>) -> Result<(), Trouble> {
    let is_by_itself = profile.role.about().is_none();
    is_by_itself.then_some(()).ok_or(Trouble::Nowhere)
}

pub(super) fn title_of(node: &mut Node, id: RecordId, speech: &Speech) -> String {
    let title = node.read(|_, tx| Ok(tx.title(id)?)).ok().flatten();
    shown::called(&title.unwrap_or_default(), speech)
}

/// What a new form begins with: what its address says, today where a date is needed, and what a member
/// still owes where they pay.
fn begun(ask: &Ask<'_>, node: &mut Node, profile: &Profile<'_>) -> Result<BTreeMap<String, Scalar>, Trouble> {
    let today = ask.today();
    let mut cells = BTreeMap::new();
    for (_, field) in profile.fields() {
        if field.ty == FieldType::Date && field.required && !today.is_empty() {
            cells.insert(field.key.to_owned(), Scalar::from(today.as_str()));
        }
        let given = ask
            .query
            .maybe(field.key)
            .and_then(|text| field.ty.parse(profile.schema, text).ok());
        if let Some(value) = given {
            cells.insert(field.key.to_owned(), value);
        }
    }
    if profile.key == papers::MAIL
        && let Some(model) = model_of(ask, node)?
    {
        let begun = papers::begun_letter(model.name.say(ask.speech.lang()), &model.text);
        cells.extend(begun.map(|(key, value)| (key.to_owned(), value)));
    }
    if let Some((key, value)) = programme::implied(profile.role.key, &cells) {
        cells.entry(key.to_owned()).or_insert(value);
    }
    let [membership, period, amount] = dues::PAYMENT_FIELDS;
    let payer = ask.query.maybe(membership).and_then(|id| id.parse().ok());
    let is_open = profile.key == dues::PAYMENT && !cells.contains_key(period);
    if let Some(payer) = payer.filter(|_| is_open)
        && let Some((of, owed)) = node.owed_by(payer, &today)?
    {
        cells.insert(period.to_owned(), Scalar::Text(of.to_string()));
        cells.entry(amount.to_owned()).or_insert(owed.into());
    }
    Ok(cells)
}

/// The model of a letter that an address names, as the programme has it.
fn model_of(ask: &Ask<'_>, node: &mut Node) -> Result<Option<LetterModel>, Trouble> {
    let Some(id) = ask.query.maybe("model") else {
        return Ok(None);
    };
    let edition = node.edition()?;
    let mut models = edition
        .iter()
        .flat_map(|edition| edition.programme().letter_models());
    Ok(models.find(|model| model.id.to_string() == id))
}

/// Adds what the form says.
pub(super) fn add(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let schema = node.schema().clone();
    let profile = Profile::of(&schema, ask.part("name")).ok_or(Trouble::Nowhere)?;
    node.may_write(profile.key)?;
    made_by_form(&profile)?;
    let about = About {
        profile: &profile,
        row: None,
        base: Base::default(),
    };
    let draft = draft_of(ask.here).to_owned();
    let mut typed = std::mem::take(&mut ask.form);
    let mut faults = choose_references(node, &profile, &mut typed, &ask.speech)?;
    let texts = match changed(&profile, &typed) {
        Ok(texts) => texts,
        Err((at, error)) => {
            faults.push((at, value_said(error, &ask.speech)));
            Vec::new()
        }
    };
    let mut texts: Vec<_> = texts
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty())
        .collect();
    let refers = profile.party.map(|party| party.refers);
    let party = refers.map(|refers| (refers.to_owned(), typed.text(refers).to_owned()));
    texts.extend(party.filter(|(_, id)| !id.is_empty()));
    if faults.is_empty() {
        let has_party = refers.is_some_and(|refers| !typed.text(refers).is_empty());
        let missing = missing(&profile, &texts, has_party).into_iter();
        faults.extend(missing.map(|at| (at, said("needed", &[], &ask.speech))));
    }
    let birth = consenting::birth_of(node, &profile, &typed)?;
    let allowed = consenting::allowed(ask, &profile, &typed, &birth).unwrap_or_else(|wrong| {
        faults.extend(wrong);
        consenting::Allowed::default()
    });
    if !faults.is_empty() {
        return show(ask, node, &about, Some(&typed), &faults);
    }
    match node.add_with_consents(profile.key, &texts, &allowed.purposes, &allowed.how) {
        Ok(id) => {
            node.drop_draft(&draft)?;
            tell(
                ask,
                ask.speech.say("edit-added"),
                Some(format!("/id/{id}/delete")),
            );
            Reply::go(format!("/id/{id}"))
        }
        Err(error) => show(ask, node, &about, Some(&typed), &beside(error, &ask.speech)?),
    }
}

/// Writes what the form changed.
pub(super) fn write(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let id = ask.id()?;
    let Shown { row, name, .. } = node.show(id)?;
    let schema = node.schema().clone();
    let profile = Profile::of(&schema, &name).ok_or(Trouble::Nowhere)?;
    node.may_change(&row)?;
    let mut typed = std::mem::take(&mut ask.form);
    let base = Base {
        role: heads(typed.text("base"))?,
        party: heads(typed.text("base.party"))?,
    };
    let about = About {
        profile: &profile,
        row: Some(&row),
        base,
    };
    let mut faults = choose_references(node, &profile, &mut typed, &ask.speech)?;
    let texts = match changed(&profile, &typed) {
        Ok(texts) => texts,
        Err((at, error)) => {
            faults.push((at, value_said(error, &ask.speech)));
            Vec::new()
        }
    };
    if !faults.is_empty() {
        return show(ask, node, &about, Some(&typed), &faults);
    }
    match node.set_since(id, &about.base, &texts) {
        Ok(is_changed) => {
            node.drop_draft(draft_of(ask.here))?;
            let key = if is_changed {
                "edit-saved"
            } else {
                "edit-unchanged"
            };
            tell(
                ask,
                ask.speech.say(key),
                is_changed.then(|| format!("/id/{id}/back")),
            );
            Reply::go(format!("/id/{id}"))
        }
        Err(error) => show(ask, node, &about, Some(&typed), &beside(error, &ask.speech)?),
    }
}

/// The state that a form was opened at, as it carries it.
pub(super) fn heads(text: &str) -> Result<Heads, Trouble> {
    let head = |text: &str| {
        let bytes = HEXLOWER.decode(text.as_bytes()).ok()?;
        <[u8; 32]>::try_from(bytes).ok()
    };
    let all = text.split('.').filter(|head| !head.is_empty()).take(64);
    all.map(head).collect::<Option<Heads>>().ok_or(Trouble::Nowhere)
}

/// A refusal that is about a field stands beside it; one about the whole stands above; anything else is
/// no matter of the form.
fn beside(error: NodeError, speech: &Speech) -> Result<Faults, Trouble> {
    let NodeError::Execute(ExecuteFault::Refused(refusal)) = &error else {
        return Err(error.into());
    };
    let at = match refusal {
        Refusal::Value { field, .. } => field.clone(),
        other => other.field().unwrap_or_default().to_owned(),
    };
    let said = Trouble::Node(error).said(speech);
    Ok(vec![(at, said)])
}

fn value_said(error: tawro_core::schema::ValueError, speech: &Speech) -> (String, String) {
    said(error.code(), &error.facts(), speech)
}

/// Fields that a new record cannot do without. A name is enough in one script, or one of its parts:
/// nobody is kept from writing down whom they know by half a name.
fn missing(profile: &Profile<'_>, texts: &[(String, String)], has_party: bool) -> Vec<String> {
    let is_there = |key: &str| texts.iter().any(|(name, _)| name.split('/').next() == Some(key));
    let is_asked = |part: Part| match (part, profile.party) {
        (Part::Party, Some(party)) => {
            let is_needed = profile
                .role
                .field(party.refers)
                .is_some_and(|field| field.required);
            let is_begun = profile
                .fields()
                .any(|(of, field)| of == Part::Party && is_there(field.key));
            !has_party && (is_needed || is_begun)
        }
        _ => true,
    };
    let mut missing = Vec::new();
    for (part, field) in profile.fields().filter(|(_, field)| field.required) {
        let title = &profile.kind(part).title;
        let is_name = title.contains(&field.key);
        let is_named = is_name && title.iter().any(|key| is_there(key));
        if is_asked(part) && !is_there(field.key) && !is_named && field.ty != FieldType::Series {
            missing.push(field.key.to_owned());
        }
    }
    missing
}
