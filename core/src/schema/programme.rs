//! The programme that an association runs for others: courses, trainees, coaching.
//!
//! The schema has these kinds for everybody, and whoever runs no programme is shown none of them
//! ([`shown`]). They are records as all others: in the association's own space, encrypted, agreed on by its
//! own computers. What is told of them to every association stands in
//! [`published`](crate::schema::published): of these kinds, the public fields of a course.

use std::collections::BTreeMap;

use crate::schema::FieldType::{
    Code, Date, Email, Flag, Integer, Localized, Note, Phone, Points, Reference, Series, Set, Text,
};
use crate::schema::parse::POINTS_MAX;
use crate::schema::{Family, Field, Kind, Scalar, Schema, key, presence};

/// The kind of a course, and where a test or a certificate names one; what takes place of it are activities
/// that name it in [`OF_COURSE`].
pub const COURSE: &str = "course";
/// Where an activity names the course of which it is a session.
pub const OF_COURSE: &str = "of_course";
/// The role of whoever is trained; the kind and its register have one key.
pub const TRAINEE: &str = "trainee";
/// The kind of an association that takes part; whatever names one does so under the same key.
pub const PARTICIPANT: &str = "participant";
/// The kind of an answered questionnaire.
pub const ANSWER: &str = "questionnaire";
/// Where an answer names the session.
pub const OF_SESSION: &str = "session";
/// What an answer rates, each by a code of the vocabulary of ratings.
pub const RATED: [&str; 3] = ["content", "organisation", "logistics"];
/// The kind of what a trainee knew before a course and after it.
pub const TEST: &str = "course_test";
/// Where a test has its points before the course, and after it.
pub const POINTS: [&str; 2] = ["points_before", "points_after"];
/// The kind of a certificate.
pub const CERTIFICATE: &str = "certificate";
/// The kind of a line of an association's coaching plan.
pub const PLAN_ITEM: &str = "coaching_item";
/// The kind of a coaching visit.
pub const VISIT: &str = "coaching_visit";
/// The kind of a maturity assessment.
pub const MATURITY: &str = "maturity";
/// What an assessment says of its place in the programme, and its day.
pub const ASSESSED: [&str; 2] = ["round", "assessed_on"];
/// The domains of a maturity assessment: each has a level of the vocabulary `level_DOMAIN`.
pub const DOMAINS: [&str; 5] = [
    "communication",
    "archive",
    "databases",
    "administration",
    "security",
];
/// The vocabulary of the places in the programme at which one assesses.
pub const ROUNDS: &str = "maturity_round";
/// The seat of an association that takes part: its milieu follows ([`milieu_of`]).
pub const SEAT: &str = "seat_commune";
/// The vocabulary of milieus.
pub const MILIEU: &str = "milieu";

/// The vocabulary of ratings, the best first.
const RATINGS: &str = "rating";
/// Ratings of somebody who was content.
const GOOD: [&str; 2] = ["5", "4"];
/// The highest level of a domain.
const LEVEL_MAX: i64 = 3;

const RUNS: &str = "runs_programme";

type Cells = BTreeMap<String, Scalar>;

/// Whether an association says that it runs a programme.
pub fn is_run_by(association: &Cells) -> bool {
    association.get(RUNS) == Some(&Scalar::Flag(true))
}

/// Whether records of a kind say so.
pub fn decides(kind: &str) -> bool {
    kind == key::ASSOCIATION
}

/// What whoever has these kinds is shown of them, by the record of the association, if it has one.
///
/// What is left out is left out everywhere: no page, list, form, sheet or command knows it. The records stay
/// where they are, and are shown again as soon as the association says that it runs a programme.
pub fn shown(schema: &Schema, association: Option<&Cells>) -> Schema {
    match association.is_some_and(is_run_by) {
        true => schema.clone(),
        false => schema.without(Family::Programme),
    }
}

/// What follows from what a new record begins with: a session of a course is a training.
pub fn implied(kind: &str, cells: &Cells) -> Option<(&'static str, Scalar)> {
    let is_session = kind == presence::ACTIVITY && cells.contains_key(OF_COURSE);
    is_session.then(|| ("activity_type", Scalar::from("training")))
}

/// Whether an activity counts among the sessions of its course: it was not called off.
pub fn takes_place(activity: &Cells) -> bool {
    let state = activity.get("state").and_then(Scalar::as_text);
    !matches!(state, Some("cancelled" | "postponed"))
}

/// Whether an activity was held, or is under way: as the catalogue counts sessions, where nobody wrote a state it
/// was.
pub fn was_held(activity: &Cells) -> bool {
    let state = activity.get("state").and_then(Scalar::as_text);
    takes_place(activity) && state != Some("planned")
}

/// The hours of a session of a course that was held by a stored day; nothing of another activity.
pub fn session_hours(activity: &Cells, until: &str) -> Option<i64> {
    let day = activity.get("starts_on").and_then(Scalar::as_text)?;
    let is_held = activity.contains_key(OF_COURSE) && was_held(activity) && day <= until;
    let hours = activity.get("hours").and_then(Scalar::as_integer);
    hours.filter(|hours| is_held && *hours > 0)
}

/// Whether a trainee is expected no more.
pub fn has_left(trainee: &Cells) -> bool {
    trainee.get("left_on").is_some_and(|day| !day.is_null())
}

/// Whether an answer calls something good or very good; nothing if it does not rate it.
pub fn is_content(answer: &Cells, rated: &str) -> Option<bool> {
    let rating = answer.get(rated).and_then(Scalar::as_text)?;
    Some(GOOD.contains(&rating))
}

/// The hours of a visit.
pub fn hours(visit: &Cells) -> i64 {
    visit.get("hours").and_then(Scalar::as_integer).unwrap_or(0)
}

/// Whether an item of a plan is done.
pub fn is_done(item: &Cells) -> bool {
    item.get("done_on").is_some_and(|day| !day.is_null())
}

/// How mature an association is, of 100: the mean of the five levels, each worth as much. Nothing where a
/// level is missing, since a part that nobody looked at is no zero.
pub fn maturity_of(assessment: &Cells) -> Option<i64> {
    let level = |domain: &&str| -> Option<i64> {
        let level = assessment.get(*domain)?.as_text()?.parse().ok()?;
        (0..=LEVEL_MAX).contains(&level).then_some(level)
    };
    let sum: i64 = DOMAINS.iter().map(level).sum::<Option<i64>>()?;
    let most = LEVEL_MAX * DOMAINS.len() as i64;
    Some((POINTS_MAX * sum + most / 2) / most)
}

/// The milieu of a commune of the province, by its code; nothing of a code that is none.
///
/// The HCP numbers the municipalities of a province as one group, `01`, whatever circle surrounds them.
pub fn milieu_of(commune: &str) -> Option<&'static str> {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = commune.split('.').collect();
    match parts[..] {
        [_, _, circle, _] if parts.iter().all(|part| digits(part)) => Some(match circle {
            "01" => "urban",
            _ => "rural",
        }),
        _ => None,
    }
}

/// The field by which an association says that it runs a programme.
pub(crate) fn runs() -> Field {
    Field::new(RUNS, Flag)
}

/// An association that takes part, and the person one speaks to there.
pub(crate) fn participant() -> Kind {
    Kind::new(
        PARTICIPANT,
        vec![
            Field::new("name", Localized).required(),
            Field::new("acronym", Text),
            Field::new(SEAT, Code("commune")).dimension(),
            Field::new("domain", Code("domain")).dimension(),
            Field::new("signed_on", Date),
            Field::new("contact", Reference("person")),
            Field::new("contact_post", Text),
            Field::new("office_phone", Phone),
            Field::new("office_email", Email),
            Field::new("left_on", Date),
            Field::new("remarks", Note),
        ],
    )
    .register(PARTICIPANT, "contact")
    .family(Family::Programme)
}

/// What is taught, in one session or several.
pub(crate) fn course() -> Kind {
    Kind::new(
        COURSE,
        vec![
            Field::new("title", Localized).required().public(),
            Field::new("topics", Set(Box::new(Code("topic")))).public(),
            Field::new("trainer", Text),
            Field::new("commune", Code("commune")).public().dimension(),
            Field::new("place", Text).public(),
            Field::new("starts_on", Date).public().dimension(),
            Field::new("ends_on", Date).public(),
            Field::new("hours", Integer).public(),
            Field::new("of_project", Reference("project")),
            Field::new("note", Note),
        ],
    )
    .family(Family::Programme)
}

/// Whoever is trained, once for all courses: which of them they came to stands in the attendance.
pub(crate) fn trainee() -> Kind {
    Kind::new(
        TRAINEE,
        vec![
            Field::new("person", Reference("person")).required().unique(),
            Field::new(PARTICIPANT, Reference(PARTICIPANT)).offered(),
            Field::new("post", Text).personal(),
            Field::new("entered_on", Date),
            Field::new("left_on", Date),
            Field::new("guardian", Reference("person")),
            Field::new("guardian_name", Text).personal(),
            Field::new("consent", Reference("consent")),
            Field::new("remarks", Note),
        ],
    )
    .title(&["person"])
    .register(TRAINEE, "person")
    .family(Family::Programme)
    .group("background", &["left_on", "guardian", "guardian_name"])
}

/// What one person thought of a session: keyed in from paper, and nothing in it says who it was.
pub(crate) fn questionnaire() -> Kind {
    let [content, organisation, logistics] = RATED;
    Kind::new(
        ANSWER,
        vec![
            Field::new(OF_SESSION, Reference("activity")).required(),
            Field::new(content, Code(RATINGS)).dimension(),
            Field::new(organisation, Code(RATINGS)).dimension(),
            Field::new(logistics, Code(RATINGS)).dimension(),
            Field::new("remark", Note),
        ],
    )
    .family(Family::Programme)
    .seldom()
}

/// What a trainee knew before a course, and after it.
pub(crate) fn course_test() -> Kind {
    let [before, after] = POINTS;
    Kind::new(
        TEST,
        vec![
            Field::new("trainee", Reference(TRAINEE)).required(),
            Field::new(COURSE, Reference(COURSE)).required(),
            Field::new(before, Points).personal(),
            Field::new(after, Points).personal(),
            Field::new("note", Note),
        ],
    )
    .title(&["trainee", COURSE])
    .family(Family::Programme)
    .seldom()
}

/// A certificate that a trainee was given for a course, under a number of this device's book.
pub(crate) fn certificate() -> Kind {
    Kind::new(
        CERTIFICATE,
        vec![
            Field::new("number", Series).unique(),
            Field::new("trainee", Reference(TRAINEE)).required(),
            Field::new(COURSE, Reference(COURSE)).required(),
            Field::new("issued_on", Date).required(),
            Field::new(key::CANCELLED, Flag),
            Field::new("note", Note),
        ],
    )
    .title(&["number", "trainee"])
    .family(Family::Programme)
    .seldom()
}

/// What was agreed with an association that it shall have, and by when.
pub(crate) fn coaching_item() -> Kind {
    Kind::new(
        PLAN_ITEM,
        vec![
            Field::new("what", Text).required(),
            Field::new(PARTICIPANT, Reference(PARTICIPANT)).required(),
            Field::new("topic", Code("topic")).dimension(),
            Field::new("due_on", Date),
            Field::new("done_on", Date),
            Field::new("note", Note),
        ],
    )
    .title(&["what", PARTICIPANT])
    .family(Family::Programme)
    .deadline("due_on", Some("done_on"))
}

/// A visit to an association: short enough to be written down at its door.
pub(crate) fn coaching_visit() -> Kind {
    Kind::new(
        VISIT,
        vec![
            Field::new(PARTICIPANT, Reference(PARTICIPANT)).required(),
            Field::new("visited_on", Date).required().dimension(),
            Field::new("hours", Integer),
            Field::new("item", Reference(PLAN_ITEM)).offered(),
            Field::new("next_on", Date),
            Field::new("note", Note),
        ],
    )
    .title(&["visited_on", PARTICIPANT])
    .family(Family::Programme)
    .deadline("next_on", None)
}

/// How far an association has come, in five domains of four levels.
pub(crate) fn maturity() -> Kind {
    let [round, day] = ASSESSED;
    Kind::new(
        MATURITY,
        vec![
            Field::new(PARTICIPANT, Reference(PARTICIPANT)).required(),
            Field::new(day, Date).required(),
            Field::new(round, Code(ROUNDS)).required().dimension(),
            Field::new("communication", Code("level_communication")),
            Field::new("archive", Code("level_archive")),
            Field::new("databases", Code("level_databases")),
            Field::new("administration", Code("level_administration")),
            Field::new("security", Code("level_security")),
            Field::new("note", Note),
        ],
    )
    .title(&[day, PARTICIPANT])
    .family(Family::Programme)
    .seldom()
    .group("levels", &DOMAINS)
}
