//! Who came to an activity, by name: ticked among many, found by search, added on the spot.

use askama::Template;
use tawro_core::id::RecordId;
use tawro_core::schema::{FieldType, Scalar, presence, programme};
use tawro_pages::Speech;
use tawro_pages::fields::escape;

use crate::driver::Node;
use crate::presence::Present;
use crate::store::{ListQuery, ListRow};
use crate::web::ask::Ask;
use crate::web::login::tell;
use crate::web::prints::to_sign;
use crate::web::reply::{Answer, Reply};
use crate::web::shown::{Choice, called};
use crate::web::trouble::Trouble;
use crate::web::unlisted::{Fresh, IsSure, add};

/// Names of a page: of those who came, and of the others.
const PAGE: usize = 50;
/// Pages of a register that are read for one page of those who did not come.
const READS_MAX: usize = 60;
/// Empty lines of a sheet to sign, for those whom nobody expected.
const FREE_LINES: usize = 10;

#[derive(Template)]
#[template(path = "present.html")]
struct Page<'a> {
    speech: &'a Speech,
    token: &'a str,
    id: String,
    title: String,
    tally: Tally,
    here: String,
    search: String,
    among: Vec<Choice>,
    came: Vec<Line>,
    /// Whose count stands above those who came.
    came_title: String,
    others: Vec<Line>,
    /// What follows: of those who came, of the others.
    more: Vec<(String, String)>,
    writes: bool,
    fresh: Fresh,
}

pub(super) struct Line {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) phone: String,
}

/// How many came, in words.
pub(super) struct Tally {
    pub(super) all: String,
    pub(super) parts: Vec<String>,
}

impl Tally {
    pub(super) fn of(present: &Present, speech: &Speech) -> Self {
        let unsaid = present.all - present.sexes.iter().sum::<i64>();
        let parts = ["present-women", "present-men", "present-unsaid"];
        let counts = present.sexes.iter().copied().chain([unsaid]);
        let part = |(key, count): (&str, i64)| {
            let shown = speech.number(count);
            (count > 0).then(|| speech.with(key, "number", &shown))
        };
        Self {
            all: speech.count("present-came", usize::try_from(present.all).unwrap_or_default()),
            parts: parts.into_iter().zip(counts).filter_map(part).collect(),
        }
    }
}

/// What an activity's own page says of who came; nothing on the pages of others.
pub(super) fn tally(node: &mut Node, row: &ListRow, speech: &Speech) -> Result<Option<Tally>, Trouble> {
    if row.kind != presence::ACTIVITY || node.may_see(presence::ATTENDANCE).is_err() {
        return Ok(None);
    }
    Ok(Some(Tally::of(&node.present(row.id)?, speech)))
}

/// What the address asks for.
struct Asked {
    search: String,
    among: String,
    /// How many of those who came are on earlier pages.
    from: usize,
    after: Option<RecordId>,
}

impl Asked {
    fn of(address: &str, registers: &[String]) -> Self {
        let query = tawro_pages::Fields::decode(address.split_once('?').map_or("", |(_, query)| query));
        let among = query.text("among").to_owned();
        Self {
            search: query.text("q").trim().to_owned(),
            among: match registers.contains(&among) {
                true => among,
                false => registers.first().cloned().unwrap_or_default(),
            },
            from: query.text("from").parse().unwrap_or_default(),
            after: query.text("after").parse().ok(),
        }
    }

    fn address(&self, from: usize, after: Option<RecordId>) -> String {
        let mut address = format!("?q={}&among={}", escape(&self.search), escape(&self.among));
        if from > 0 {
            address.push_str(&format!("&from={from}"));
        }
        if let Some(after) = after {
            address.push_str(&format!("&after={after}"));
        }
        address
    }
}

/// The list of everybody, and the registers each of whose rows is a person; first the one that is looked
/// through unless another is asked for.
fn registers(node: &mut Node, activity: RecordId) -> Result<Vec<String>, Trouble> {
    let schema = node.schema().clone();
    let of_persons = schema.kinds().filter_map(|kind| {
        let register = kind.register?;
        let refers = kind.field(register.refers)?;
        let is_person = refers.required && refers.ty.refers_to() == Some(presence::PERSON);
        is_person.then(|| register.key.to_owned())
    });
    let everybody = std::iter::once(presence::PERSON.to_owned());
    let mut registers: Vec<String> = everybody.chain(of_persons).collect();
    registers.retain(|register| node.may_see(register).is_ok());
    if node.is_of_course(activity)? {
        registers.sort_by_key(|register| register != programme::TRAINEE);
    }
    Ok(registers)
}

/// Shows it.
pub(super) fn page(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let fresh = Fresh::empty(ask, node);
    show(ask, node, ask.here, fresh)
}

fn show(ask: &Ask<'_>, node: &mut Node, address: &str, fresh: Fresh) -> Answer {
    let id = ask.id()?;
    node.may_see(presence::PERSON)?;
    let present = node.present(id)?;
    let speech = &ask.speech;
    let registers = registers(node, id)?;
    let asked = Asked::of(address, &registers);
    let name = node.read(|_, tx| Ok(tx.title(id)?))?.unwrap_or_default();
    let (came, others, more) = pages(node, &asked, &present, speech)?;
    let among = registers.into_iter().map(|code| Choice {
        label: speech.say(&format!("{code}-plural")),
        is_chosen: code == asked.among,
        code,
    });
    let has_fault = fresh.fault.is_some();
    let page = Page {
        speech,
        token: ask.token(),
        id: id.to_string(),
        title: speech.with("present-title", "name", &name),
        tally: Tally::of(&present, speech),
        here: asked.address(asked.from, asked.after),
        came_title: speech.with(
            "present-ticked",
            "number",
            &speech.number(i64::try_from(present.persons.len()).unwrap_or_default()),
        ),
        search: asked.search,
        among: among.collect(),
        came,
        others,
        more,
        writes: node.may_write(presence::ATTENDANCE).is_ok(),
        fresh,
    };
    match has_fault {
        true => Reply::again(page.title.clone(), &page),
        false => Ok(Reply::page(page.title.clone(), &page)?.explained_by("activities")),
    }
}

type Pages = (Vec<Line>, Vec<Line>, Vec<(String, String)>);

/// Those who came and the others, each as far as a page goes, and where the next pages are.
fn pages(node: &mut Node, asked: &Asked, present: &Present, speech: &Speech) -> Result<Pages, Trouble> {
    let mut more = Vec::new();
    let (found, next) = others(node, asked, present)?;
    let (came, rest): (Vec<_>, Vec<_>) = found
        .into_iter()
        .partition(|(person, _)| present.persons.contains_key(person));
    let line = |(person, row): (RecordId, ListRow)| Line {
        id: person.to_string(),
        title: called(&row.title, speech),
        phone: phone_of(node.schema(), &row, speech),
    };
    let others: Vec<Line> = rest.into_iter().map(line).collect();
    // A search shows those who came among what it finds; without one they are all there, in pages.
    let came = match asked.search.is_empty() {
        false => came.into_iter().map(line).collect(),
        true => {
            let titled = ticked(node, present)?;
            if titled.len() > asked.from + PAGE {
                let to = asked.address(asked.from + PAGE, asked.after);
                more.push((to, speech.say("present-next-came")));
            }
            let page = titled.into_iter().skip(asked.from).take(PAGE);
            page.map(|(title, id)| Line {
                id: id.to_string(),
                title: called(&title, speech),
                phone: String::new(),
            })
            .collect()
        }
    };
    if let Some(next) = next {
        let to = asked.address(asked.from, Some(next));
        more.push((to, speech.say("present-next")));
    }
    if asked.from > 0 || asked.after.is_some() {
        more.push((asked.address(0, None), speech.say("list-first")));
    }
    Ok((came, others, more))
}

/// Those who came, by name.
fn ticked(node: &mut Node, present: &Present) -> Result<Vec<(String, RecordId)>, Trouble> {
    let mut titled = node.read(|_, tx| {
        let titles = present.persons.keys().map(|id| Ok((tx.title(*id)?, *id)));
        titles.collect::<Result<Vec<_>, crate::fault::NodeError>>()
    })?;
    titled.sort();
    let titled = titled.into_iter();
    Ok(titled
        .map(|(title, id)| (title.unwrap_or_default(), id))
        .collect())
}

type Found = (Vec<(RecordId, ListRow)>, Option<RecordId>);

/// A page of a register: without a search those are left out who came, since they stand above.
fn others(node: &mut Node, asked: &Asked, present: &Present) -> Result<Found, Trouble> {
    let (mut found, mut after) = (Vec::new(), asked.after);
    for _ in 0..READS_MAX {
        let query = ListQuery {
            search: asked.search.clone(),
            after,
            limit: PAGE + 1,
            ..ListQuery::default()
        };
        let mut rows = node.list(&asked.among, &query)?;
        let has_more = rows.len() > PAGE;
        rows.truncate(PAGE);
        let is_searched = !asked.search.is_empty();
        for row in rows {
            after = Some(row.id);
            let person = row.referred.unwrap_or(row.id);
            let is_new = found.iter().all(|(known, _)| *known != person);
            if is_new && (is_searched || !present.persons.contains_key(&person)) {
                found.push((person, row));
            }
            if found.len() == PAGE {
                return Ok((found, after));
            }
        }
        if !has_more {
            return Ok((found, None));
        }
    }
    Ok((found, after))
}

/// The number by which two of one name are told apart.
pub(super) fn phone_of(schema: &tawro_core::schema::Schema, row: &ListRow, speech: &Speech) -> String {
    let person = schema.kind(presence::PERSON);
    let field = person.and_then(|kind| kind.fields.iter().find(|field| field.ty == FieldType::Phone));
    let phone = field.and_then(|field| row.cells.get(field.key)?.as_text());
    phone.map(|phone| speech.phone(phone)).unwrap_or_default()
}

/// Writes what is ticked and what is not any more, whichever button was pressed; then goes where it leads.
pub(super) fn write(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let id = ask.id()?;
    node.may_write(presence::ATTENDANCE)?;
    let ids = |name: &str| -> Vec<RecordId> { ask.form.all(name).filter_map(|id| id.parse().ok()).collect() };
    let (was, now) = (ids("was"), ids("came"));
    let came: Vec<RecordId> = now.iter().copied().filter(|id| !was.contains(id)).collect();
    let not: Vec<RecordId> = was.into_iter().filter(|id| !now.contains(id)).collect();
    let (ticked, taken) = node.tick(id, &came, &not)?;
    let registers = registers(node, id)?;
    let asked = Asked::of(ask.form.text("here"), &registers);
    let here = asked.address(asked.from, asked.after);
    let (search, among) = (ask.form.text("q").trim(), ask.form.text("among"));
    // Enter in a box presses the first button, which is the search's: where nothing else is searched
    // and somebody's name was typed, they are meant.
    let is_typed = ask
        .form
        .0
        .iter()
        .any(|(name, text)| name.starts_with("new.") && !text.trim().is_empty());
    let is_searched = search != asked.search || among != asked.among;
    match ask.form.text("go") {
        "sure" => unlisted(ask, node, &here, IsSure::Yes),
        "add" => unlisted(ask, node, &here, IsSure::No),
        "search" if is_typed && !is_searched => unlisted(ask, node, &here, IsSure::No),
        "search" => {
            tell_ticked(ask, ticked, taken, false);
            let found = Asked {
                search: search.to_owned(),
                among: among.to_owned(),
                from: 0,
                after: None,
            };
            Reply::go(format!("/id/{id}/present{}", found.address(0, None)))
        }
        go => {
            let next = Asked::of(go, &registers);
            let to = if go.is_empty() {
                here
            } else {
                next.address(next.from, next.after)
            };
            tell_ticked(ask, ticked, taken, go.is_empty());
            Reply::go(format!("/id/{id}/present{to}"))
        }
    }
}

/// Adds who is not in the list, or shows the page again with what was typed of them.
fn unlisted(ask: &mut Ask<'_>, node: &mut Node, here: &str, sure: IsSure) -> Answer {
    match add(ask, node, sure)? {
        Some(fresh) => show(ask, node, here, fresh),
        None => Reply::go(format!("/id/{}/present{here}", ask.id()?)),
    }
}

fn tell_ticked(ask: &Ask<'_>, ticked: usize, taken: usize, always: bool) {
    let speech = &ask.speech;
    let parts = [("present-did-tick", ticked), ("present-did-untick", taken)];
    let said = parts.into_iter().filter(|(_, count)| *count > 0);
    let said: Vec<String> = said.map(|(key, count)| speech.count(key, count)).collect();
    match said.is_empty() {
        false => tell(ask, said.join(" "), None),
        true if always => tell(ask, speech.say("edit-unchanged"), None),
        true => {}
    }
}

/// The sheet on which those sign who are expected or came.
pub(super) fn sheet(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let id = ask.id()?;
    node.may_see(presence::PERSON)?;
    let names = node.expected(id)?;
    let row = node.show(id)?.row;
    let name = called(&row.title, &ask.speech);
    let text = |key: &str| row.cells.get(key).and_then(Scalar::as_text).unwrap_or_default();
    let [day, place] = presence::DAY_AND_PLACE.map(text);
    let day = match day {
        "" => String::new(),
        day => ask.speech.date(day),
    };
    let about = [day.as_str(), place].into_iter().filter(|part| !part.is_empty());
    let about = about.collect::<Vec<_>>().join(" – ");
    to_sign(ask, node, (names, FREE_LINES), about, (format!("/id/{id}"), name))
}
