//! Who came to an activity, in numbers: a small grid of sexes and ages, for one place or for none.

use askama::Template;
use tawro_core::schema::presence::Group;
use tawro_core::schema::{Schema, presence};
use tawro_pages::{Fields, Speech};

use crate::driver::Node;
use crate::presence::{Counted, Present};
use crate::web::ask::Ask;
use crate::web::login::tell;
use crate::web::present::Tally;
use crate::web::reply::{Answer, Reply};
use crate::web::shown::{Choice, choices};
use crate::web::trouble::said;

#[derive(Template)]
#[template(path = "heads.html")]
struct Page<'a> {
    speech: &'a Speech,
    token: &'a str,
    id: String,
    title: String,
    tally: Tally,
    places: Vec<Choice>,
    place: String,
    columns: Vec<String>,
    rows: Vec<Line>,
    sums: Vec<String>,
    sum: String,
    /// Counts that no box of the grid holds: their records, and how many each counts.
    beside: Vec<(String, String)>,
    has_faults: bool,
    writes: bool,
}

struct Line {
    label: String,
    cells: Vec<Cell>,
}

struct Cell {
    name: String,
    label: String,
    text: String,
    was: String,
    fault: Option<(String, String)>,
    /// The record in which two numbers stand.
    disputed: Option<String>,
}

/// What was typed that cannot be, by the names of its boxes; with what stands there now, if that changed.
type Faults = Vec<(String, (String, String), Option<i64>)>;

/// Shows it.
pub(super) fn page(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let place = ask.query.text("place").to_owned();
    show(ask, node, &place, None, &Faults::new())
}

fn show(ask: &Ask<'_>, node: &mut Node, place: &str, typed: Option<&Fields>, faults: &Faults) -> Answer {
    let id = ask.id()?;
    let present = node.present(id)?;
    let name = node.read(|_, tx| Ok(tx.title(id)?))?.unwrap_or_default();
    let (schema, speech) = (node.schema().clone(), &ask.speech);
    let grid = Grid::of(&schema, speech, place);
    let cell = |row: &Choice, column: &Choice| {
        let group = grid.group(row, column);
        let name = box_of(&group);
        let count = present.groups.get(&group);
        let stands = count.map_or(0, |count| count.people);
        let fault = faults.iter().find(|(at, ..)| *at == name);
        let now = fault.and_then(|(_, _, now)| *now);
        let was = typed.map(|typed| typed.text(&format!("was.{name}")).to_owned());
        let shown = |number: i64| match number {
            0 => String::new(),
            number => number.to_string(),
        };
        Cell {
            label: speech.tell(
                "heads-cell",
                &[
                    ("row", row.label.as_str().into()),
                    ("column", column.label.as_str().into()),
                ],
            ),
            text: match typed {
                Some(typed) => typed.text(&name).to_owned(),
                None => shown(stands),
            },
            was: now.map(shown).or(was).unwrap_or_else(|| shown(stands)),
            fault: fault.map(|(_, said, _)| said.clone()),
            disputed: count
                .filter(|count| count.disputed)
                .map(|count| format!("/id/{}", count.record)),
            name,
        }
    };
    let line = |row: &Choice| Line {
        label: row.label.clone(),
        cells: grid.sexes.iter().map(|column| cell(row, column)).collect(),
    };
    let sum = |sex: &Choice| present.counted(|group| group.sex == sex.code && group.milieu == grid.place);
    let page = Page {
        speech,
        token: ask.token(),
        id: id.to_string(),
        title: speech.with("present-title", "name", &name),
        tally: Tally::of(&present, speech),
        columns: grid.sexes.iter().map(|sex| sex.label.clone()).collect(),
        rows: grid.ages.iter().map(line).collect(),
        sums: grid.sexes.iter().map(|sex| speech.number(sum(sex))).collect(),
        sum: speech.number(present.counted(|group| group.milieu == grid.place)),
        beside: grid.beside(&present, speech),
        place: grid.place,
        places: grid.places,
        has_faults: !faults.is_empty(),
        writes: node.may_write(presence::ATTENDANCE).is_ok(),
    };
    match faults.is_empty() {
        true => Ok(Reply::page(page.title.clone(), &page)?.explained_by("activities")),
        false => Reply::again(page.title.clone(), &page),
    }
}

/// The rows and columns of the grid, and the places there are.
struct Grid {
    sexes: Vec<Choice>,
    ages: Vec<Choice>,
    places: Vec<Choice>,
    place: String,
}

impl Grid {
    fn of(schema: &Schema, speech: &Speech, place: &str) -> Self {
        let [sex, age_band, milieu] = presence::GROUPED_BY;
        let codes = |key: &str, unsaid: &str| {
            let known = schema
                .vocabulary(key)
                .map(|known| choices(known, speech, &[place]));
            let unsaid = Choice {
                code: String::new(),
                label: speech.say(unsaid),
                is_chosen: place.is_empty(),
            };
            (known.unwrap_or_default(), unsaid)
        };
        let (mut sexes, unsaid) = codes(sex, "heads-sex-unsaid");
        sexes.retain(|choice| presence::SEXES.contains(&choice.code.as_str()));
        sexes.push(unsaid);
        let (mut ages, unsaid) = codes(age_band, "heads-age-unsaid");
        ages.push(unsaid);
        let (mut places, unsaid) = codes(milieu, "heads-place-unsaid");
        // A place that nobody knows is none.
        places.retain(|choice| {
            schema
                .vocabulary(milieu)
                .is_some_and(|known| known.contains(&choice.code))
        });
        let is_known = places.iter().any(|choice| choice.code == place);
        places.insert(
            0,
            Choice {
                is_chosen: !is_known,
                ..unsaid
            },
        );
        Self {
            sexes,
            ages,
            places,
            place: if is_known { place.to_owned() } else { String::new() },
        }
    }

    fn group(&self, row: &Choice, column: &Choice) -> Group {
        Group {
            sex: column.code.clone(),
            age_band: row.code.clone(),
            milieu: self.place.clone(),
        }
    }

    fn groups(&self) -> impl Iterator<Item = Group> {
        let of_row = move |row| self.sexes.iter().map(move |column| self.group(row, column));
        self.ages.iter().flat_map(of_row)
    }

    /// Counts that no box of any grid shows: a second one of a group, and codes of other releases.
    fn beside(&self, present: &Present, speech: &Speech) -> Vec<(String, String)> {
        let has = |choices: &[Choice], code: &str| choices.iter().any(|choice| choice.code == code);
        let is_shown = |group: &Group| {
            has(&self.sexes, &group.sex)
                && has(&self.ages, &group.age_band)
                && has(&self.places, &group.milieu)
        };
        let others = present.groups.iter().filter(|(group, _)| !is_shown(group));
        let others = others.map(|(_, count)| (count.record, count.people));
        let beside = present
            .beside
            .iter()
            .map(|(record, _, people)| (*record, *people));
        others
            .chain(beside)
            .map(|(record, people)| (format!("/id/{record}"), speech.number(people)))
            .collect()
    }
}

fn box_of(group: &Group) -> String {
    format!("n.{}.{}", group.sex, group.age_band)
}

/// Writes the numbers that were changed, all or none; then goes to another place, or stays.
pub(super) fn write(ask: &mut Ask<'_>, node: &mut Node) -> Answer {
    let id = ask.id()?;
    node.may_write(presence::ATTENDANCE)?;
    let typed = std::mem::take(&mut ask.form);
    let (schema, speech) = (node.schema().clone(), &ask.speech);
    let grid = Grid::of(&schema, speech, typed.text("place"));
    let field = schema
        .kind(presence::ATTENDANCE)
        .and_then(|kind| kind.field(presence::PEOPLE));
    let number = |text: &str| match (text.trim(), field) {
        ("", _) => Some(0),
        (text, Some(field)) => {
            let number = field.ty.parse(&schema, text).ok()?.as_integer()?;
            (0..=presence::PEOPLE_MAX).contains(&number).then_some(number)
        }
        _ => None,
    };
    let (mut counted, mut faults) = (Vec::new(), Faults::new());
    for group in grid.groups() {
        let name = box_of(&group);
        let (Some(was), Some(text)) = (typed.maybe(&format!("was.{name}")), typed.maybe(&name)) else {
            continue;
        };
        match (number(was), number(text)) {
            (Some(was), Some(now)) => counted.push(Counted { group, was, now }),
            _ => faults.push((name, said("people_number", &[], speech), None)),
        }
    }
    if faults.is_empty() {
        let overtaken = node.count_heads(id, &counted)?;
        faults.extend(overtaken.into_iter().map(|(group, now)| {
            let shown = speech.number(now);
            let said = said("people_changed", &[("number", shown.as_str().into())], speech);
            (box_of(&group), said, Some(now))
        }));
    }
    if !faults.is_empty() {
        return show(ask, node, &grid.place, Some(&typed), &faults);
    }
    let is_changed = counted.iter().any(|one| one.was != one.now);
    let key = if is_changed {
        "edit-saved"
    } else {
        "edit-unchanged"
    };
    tell(ask, speech.say(key), None);
    let place = typed.maybe("go").unwrap_or(&grid.place);
    Reply::go(format!(
        "/id/{id}/heads?place={}",
        tawro_pages::fields::escape(place)
    ))
}
