//! Presence: who took part in an activity, by name or as a number of people, and what makes two such records one.
//!
//! Two people who tick the same person, or count the same group, on two computers without a network mean
//! one thing: the record's id is made of what it says ([`one_id`](crate::command::one_id)), so that the
//! two write one record and nobody is counted twice.

use std::collections::BTreeMap;

use crate::id::RecordId;
use crate::schema::Scalar;

/// The kind of what takes place.
pub const ACTIVITY: &str = "activity";
/// The kind of a presence.
pub const ATTENDANCE: &str = "attendance";
/// The kind of whoever is present.
pub const PERSON: &str = "person";
/// The kind of those who are expected: it names the activity in [`OF`], as a presence does.
pub const EXPECTED: &str = "enrolment";
/// Where a presence, or whoever is expected, names the activity.
pub const OF: &str = "activity";
/// Where a presence, or whoever is expected, names the person.
pub const WHO: &str = "person";
/// What an activity says of its day and its place.
pub const DAY_AND_PLACE: [&str; 2] = ["starts_on", "place"];
/// Where a presence says how many people it stands for.
pub const PEOPLE: &str = "people";
/// What a group of people is told apart by, in the order of [`Group`]; a person has the first two as well.
pub const GROUPED_BY: [&str; 3] = ["sex", "age_band", "milieu"];
/// The codes of [`GROUPED_BY`]'s first that are counted by themselves: women, then men.
pub const SEXES: [&str; 2] = ["2", "1"];
/// As many people as a group may have: more is a slip of the hand.
pub const PEOPLE_MAX: i64 = 100_000;

const IS_PRESENT: &str = "present";

type Cells = BTreeMap<String, Scalar>;

/// People of whom only a head count is made: those of a sex, an age and a place, each empty if not said.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Group {
    /// Code of a sex.
    pub sex: String,
    /// Code of an age band.
    pub age_band: String,
    /// Code of a milieu.
    pub milieu: String,
}

/// What one record says of an activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Came {
    /// This person, who came or did not.
    One(RecordId, bool),
    /// So many people.
    Many(Group, i64),
}

/// What a record says by its cells; nothing if it names nobody and counts nobody.
pub fn read(cells: &Cells) -> Option<Came> {
    let text = |key: &str| cells.get(key).and_then(Scalar::as_text);
    if let Some(person) = text(WHO).and_then(|id| id.parse().ok()) {
        return Some(Came::One(
            person,
            cells.get(IS_PRESENT) != Some(&Scalar::Flag(false)),
        ));
    }
    let count = cells.get(PEOPLE).and_then(Scalar::as_integer)?;
    let [sex, age_band, milieu] = GROUPED_BY.map(|key| text(key).unwrap_or_default().to_owned());
    Some(Came::Many(
        Group {
            sex,
            age_band,
            milieu,
        },
        count,
    ))
}

/// The cells of a person's presence.
pub fn of_person(activity: RecordId, person: RecordId) -> Vec<(String, Scalar)> {
    vec![
        (OF.to_owned(), activity.into()),
        (WHO.to_owned(), person.into()),
        was_there(),
    ]
}

/// The cell by which somebody was there.
pub fn was_there() -> (String, Scalar) {
    (IS_PRESENT.to_owned(), Scalar::Flag(true))
}

/// The cells of a head count.
pub fn of_group(activity: RecordId, group: &Group, count: i64) -> Vec<(String, Scalar)> {
    let mut cells = vec![
        (OF.to_owned(), activity.into()),
        (PEOPLE.to_owned(), count.into()),
    ];
    let said = GROUPED_BY.into_iter().zip(group.codes());
    cells.extend(
        said.filter(|(_, code)| !code.is_empty())
            .map(|(key, code)| (key.to_owned(), Scalar::from(code))),
    );
    cells
}

/// What a person's presence is one by.
pub fn person_is(activity: RecordId, person: RecordId) -> [String; 3] {
    ["one".to_owned(), activity.to_string(), person.to_string()]
}

/// What a head count is one by.
pub fn group_is(activity: RecordId, group: &Group) -> [String; 5] {
    let [sex, age_band, milieu] = group.codes().map(str::to_owned);
    ["many".to_owned(), activity.to_string(), sex, age_band, milieu]
}

impl Group {
    /// Its codes, in the order of [`GROUPED_BY`].
    pub fn codes(&self) -> [&str; 3] {
        [&self.sex, &self.age_band, &self.milieu]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Schema;

    const ACT: RecordId = RecordId([1; 16]);
    const WHOM: RecordId = RecordId([2; 16]);

    fn map(cells: Vec<(String, Scalar)>) -> Cells {
        cells.into_iter().collect()
    }

    #[test]
    fn what_is_written_is_read_again() {
        assert_eq!(read(&map(of_person(ACT, WHOM))), Some(Came::One(WHOM, true)));
        let mut away = map(of_person(ACT, WHOM));
        away.insert(IS_PRESENT.to_owned(), false.into());
        assert_eq!(read(&away), Some(Came::One(WHOM, false)));
        let group = Group {
            sex: "2".to_owned(),
            age_band: "18-24".to_owned(),
            milieu: String::new(),
        };
        let cells = map(of_group(ACT, &group, 12));
        assert_eq!(cells.len(), 4, "what is not said has no cell");
        assert_eq!(read(&cells), Some(Came::Many(group, 12)));
        assert_eq!(read(&Cells::new()), None);
    }

    #[test]
    fn what_is_named_here_is_declared() {
        let schema = Schema::builtin();
        let refers = |kind: &str, field: &str| {
            let field = schema.kind(kind).and_then(|kind| kind.field(field));
            field.and_then(|field| field.ty.refers_to())
        };
        for kind in [ATTENDANCE, EXPECTED] {
            assert_eq!(refers(kind, OF), Some(ACTIVITY));
            assert_eq!(refers(kind, WHO), Some(PERSON));
        }
        let attendance = schema.kind(ATTENDANCE).unwrap();
        for field in GROUPED_BY.into_iter().chain([PEOPLE, IS_PRESENT]) {
            assert!(attendance.field(field).is_some(), "{field}");
        }
        let sexes = schema.vocabulary(GROUPED_BY[0]).unwrap();
        assert!(SEXES.into_iter().all(|code| sexes.contains(code)));
        assert!(
            schema
                .kind(PERSON)
                .is_some_and(|kind| kind.field(GROUPED_BY[0]).is_some())
        );
    }
}
