//! The core indicators counted a second time, from sheets alone: dates, words and sums, and nothing of the code
//! that the program counts with.
//!
//! What each means is read from `core/locales/en/indicators.ftl` and the catalogue, and written here anew for the
//! first half of 2025.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use tawro_core::text::Words;
use tawro_node::driver::Node;

use crate::sheets::{Line, Sheet};

const FIRST: &str = "2025-01-01";
const LAST: &str = "2025-06-30";
/// States of an activity that was not held.
const NOT_HELD: [&str; 3] = ["Planned", "Postponed", "Cancelled"];

/// A number by sex and age group, as the second count has it: women, men, not known; under 18, to 34, to 59, from
/// 60, not known.
pub(crate) type Groups = [[u64; 5]; 3];

/// What was counted for a code: a number and, of a share, a mean or a statement, what it is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) number: Groups,
    pub(crate) of: Option<u64>,
}

pub(crate) type Recount = BTreeMap<&'static str, Found>;

/// Of an association, whose folder is given for the one statement that no sheet holds: that there is a copy.
pub(crate) fn association(node: &mut Node, home: &Path, words: &Words) -> Recount {
    let mut sheet = |kind: &str| Sheet::of(node, kind, words);
    let mut found = Recount::new();
    activities(&mut sheet, &mut found);
    money(&mut sheet, &mut found);
    let yes = |holds: bool| statement(Some(holds));
    let has_rows = ["enrolment", "donor", "partner"].map(|kind| sheet(kind).lines().count() > 0);
    found.insert("NT-R08", yes(members_are_complete(&mut sheet)));
    found.insert("NT-R09", yes(has_rows == [true; 3]));
    // Everything in the demo was written after the half-year began.
    found.insert("NT-R09a", yes(has_rows[0]));
    found.insert("NT-R09b", yes(has_rows[1]));
    found.insert("NT-R09c", yes(has_rows[2]));
    found.insert("NT-R11", yes(home.join("stick").join("copy.tawro").exists()));
    found.insert("NT-G07", statement(accounts_in_time(&mut sheet)));
    found
}

/// Of whoever runs the programme.
pub(crate) fn operator(node: &mut Node, words: &Words) -> Recount {
    let mut sheet = |kind: &str| Sheet::of(node, kind, words);
    let mut found = Recount::new();
    trained(&mut sheet, &mut found);
    let mut count = |code, kind: &str, day: &str| {
        let sheet = sheet(kind);
        let lines = sheet.lines().filter(|line| is_in(line.get(day)));
        let lines: Vec<Line<'_>> = lines.collect();
        let number = match kind {
            "guide_edition" => lines.iter().map(|line| line.number("Printed copies")).sum(),
            _ => lines.len() as u64,
        };
        found.insert(code, whole(number));
    };
    count("NT-O01", "participant", "Commitment signed on");
    count("NT-O11", "capsule", "Published on");
    count("NT-O13", "guide_edition", "Published on");
    count("NT-O14", "coaching_visit", "Visited on");
    let sheet = sheet("maturity");
    let mut latest: BTreeMap<&str, (&str, u64)> = BTreeMap::new();
    for line in sheet.lines().filter(|line| line.get("Assessed on") <= LAST) {
        let level = |head: &str| line.get(head)[..1].parse::<u64>().unwrap();
        let sum: u64 = LEVELS.into_iter().map(level).sum();
        let (day, points) = (
            line.get("Assessed on"),
            (100.0 * sum as f64 / 15.0).round() as u64,
        );
        let known = latest
            .entry(line.get("Participating association (id)"))
            .or_default();
        *known = (*known).max((day, points));
    }
    let points = latest.values().map(|(_, points)| points).sum();
    found.insert("NT-R13", pair(points, latest.len() as u64));
    found
}

const LEVELS: [&str; 5] = [
    "Communication, identity and website",
    "Archive",
    "Databases",
    "Electronic administration",
    "Digital security",
];

fn is_in(day: &str) -> bool {
    // Of a day that is not known the month has to be.
    day.len() >= 7 && day >= &FIRST[..day.len()] && day <= LAST
}

fn whole(number: u64) -> Found {
    let mut groups = Groups::default();
    groups[2][4] = number;
    Found {
        number: groups,
        of: None,
    }
}

fn pair(number: u64, of: u64) -> Found {
    Found {
        of: Some(of),
        ..whole(number)
    }
}

/// One that does not concern the association is of nothing.
fn statement(holds: Option<bool>) -> Found {
    pair(u64::from(holds == Some(true)), u64::from(holds.is_some()))
}

fn sex(word: &str) -> usize {
    match word {
        "Female" => 0,
        "Male" => 1,
        _ => 2,
    }
}

/// The group of somebody born then, on the last day of June 2025.
fn age(birth: &str) -> usize {
    let Ok(year) = birth.get(..4).unwrap_or_default().parse::<i32>() else {
        return 4;
    };
    let birthday_comes = birth.get(5..7).is_some_and(|month| month > "06");
    match 2025 - year - i32::from(birthday_comes) {
        ..0 => 4,
        0..18 => 0,
        18..35 => 1,
        35..60 => 2,
        _ => 3,
    }
}

fn band(words: &str) -> usize {
    match words {
        "0 to 5 years" | "6 to 14 years" | "15 to 17 years" => 0,
        "18 to 24 years" | "25 to 34 years" => 1,
        "35 to 49 years" | "50 to 59 years" => 2,
        "60 years and over" => 3,
        _ => 4,
    }
}

/// Persons in their groups, each worth what stands beside it.
fn grouped<'p>(people: &Sheet, each: impl IntoIterator<Item = (&'p str, u64)>) -> Groups {
    let known: HashMap<&str, (usize, usize)> = people
        .lines()
        .map(|line| {
            (
                line.get("Record id"),
                (sex(line.get("Sex")), age(line.get("Date of birth"))),
            )
        })
        .collect();
    let mut groups = Groups::default();
    for (id, worth) in each {
        let (sex, age) = known[id];
        groups[sex][age] += worth;
    }
    groups
}

/// The activities that were held in the half-year, by their ids.
fn held(activities: &Sheet) -> BTreeMap<&str, Line<'_>> {
    let lines = activities.lines();
    lines
        .filter(|line| is_in(line.get("Starts on")) && !NOT_HELD.contains(&line.get("State")))
        .map(|line| (line.get("Record id"), line))
        .collect()
}

fn activities(sheet: &mut dyn FnMut(&str) -> Sheet, found: &mut Recount) {
    let (all, people) = (sheet("activity"), sheet("person"));
    let held = held(&all);
    found.insert("NT-G11", whole(held.len() as u64));
    let mut reached: BTreeSet<&str> = BTreeSet::new();
    let enrolments = sheet("enrolment");
    let entered = enrolments.lines().filter(|line| is_in(line.get("Entered on")));
    reached.extend(entered.map(|line| line.get("Beneficiary (id)")));
    let services = sheet("service");
    for line in services.lines().filter(|line| is_in(line.get("Date given"))) {
        let enrolment = enrolments.by_id(line.get("Beneficiary (id)"));
        reached.insert(enrolment.unwrap().get("Beneficiary (id)"));
    }
    let mut heads = Groups::default();
    let attendances = sheet("attendance");
    for line in attendances.lines() {
        let activity = held.get(line.get("Activity (id)"));
        if activity.is_none_or(|activity| activity.get("Type of activity") == "Meeting") {
            continue;
        }
        let who = line.get("Participant (id)");
        if !who.is_empty() && line.get("Present") != "no" {
            reached.insert(who);
        }
        heads[sex(line.get("Sex"))][band(line.get("Age band"))] += line.number("Number of people");
    }
    let number = grouped(&people, reached.into_iter().map(|id| (id, 1)));
    found.insert("NT-G12", Found { number, of: None });
    found.insert(
        "NT-G12a",
        Found {
            number: heads,
            of: None,
        },
    );
}

fn money(sheet: &mut dyn FnMut(&str) -> Sheet, found: &mut Recount) {
    let counts = |line: &Line<'_>, day: &str| is_in(line.get(day)) && line.get("Cancelled") != "yes";
    let sum = |lines: Vec<u64>| lines.into_iter().sum::<u64>();
    let (payments, donations) = (sheet("payment"), sheet("donation"));
    let dues = payments.lines().filter(|line| counts(line, "Paid on"));
    let dues = sum(dues.map(|line| line.centimes("Amount")).collect());
    let gifts = donations.lines().filter(|line| counts(line, "Given on"));
    let gifts = gifts.filter(|line| !["In kind", "Service"].contains(&line.get("Nature")));
    let gifts = sum(gifts.map(|line| line.centimes("Amount")).collect());
    let tranches = sheet("tranche");
    let granted = tranches.lines().filter(|line| is_in(line.get("Received on")));
    let granted = sum(granted.map(|line| line.centimes("Amount received")).collect());
    let conventions = sheet("convention");
    let runs = |line: &Line<'_>| {
        let [starts, ends] = ["Starts on", "Ends on"].map(|head| line.get(head));
        let is_agreed = ["Signed", "Running"].contains(&line.get("State"));
        is_agreed && (starts.is_empty() || starts <= LAST) && (ends.is_empty() || ends >= LAST)
    };
    let running: Vec<Line<'_>> = conventions.lines().filter(runs).collect();
    let worth = sum(running.iter().map(|line| line.centimes("Amount")).collect());
    // Amounts of the demo are whole dirhams.
    for (code, centimes) in [
        ("NT-G09a", worth),
        ("NT-G10", dues + gifts + granted),
        ("NT-G10a", dues),
        ("NT-G10b", gifts),
        ("NT-G10c", granted),
    ] {
        assert_eq!(centimes % 100, 0, "{code}");
        found.insert(code, whole(centimes / 100));
    }
    found.insert("NT-G09", whole(running.len() as u64));
}

/// Of nine members of ten everything that a list should hold is known.
fn members_are_complete(sheet: &mut dyn FnMut(&str) -> Sheet) -> bool {
    let (members, dues) = (sheet("member"), sheet("dues_period"));
    let dues: Vec<Line<'_>> = dues.lines().collect();
    assert!(dues.len() <= 1, "one year of dues is in the demo");
    let rate = |category: &str| {
        let head = match category {
            "Active member" => "Dues of an active member",
            "Founding member" => "Dues of a founding member",
            "Honorary member" => "Dues of an honorary member",
            _ => "Dues of an ordinary member",
        };
        dues.iter().any(|line| line.centimes(head) > 0)
    };
    let belongs = |line: &Line<'_>| {
        let (left, status) = (line.get("Left on"), line.get("Status"));
        let is_here = left > LAST || left.is_empty() && ["", "Active"].contains(&status);
        is_here && line.get("Joined on") <= LAST
    };
    let named = |line: &Line<'_>, name: &str| {
        let mut languages = ["Arabic", "French", "English"].into_iter();
        languages.any(|language| !line.get(&format!("{name} ({language})")).is_empty())
    };
    let complete = |line: &Line<'_>| {
        let reach = ["Telephone", "E-mail", "Address"].map(|head| line.get(head));
        let category = line.get("Category");
        named(line, "Given name")
            && named(line, "Family name")
            && sex(line.get("Sex")) < 2
            && !line.get("Date of birth").is_empty()
            && !category.is_empty()
            && reach.iter().any(|way| !way.is_empty())
            && (!line.get("Dues").is_empty() || rate(category))
    };
    let here: Vec<Line<'_>> = members.lines().filter(belongs).collect();
    let whole = here.iter().filter(|line| complete(line)).count();
    !here.is_empty() && whole * 10 >= here.len() * 9
}

/// Whether all accounts of public money that were due were sent by their day; nothing if none were.
fn accounts_in_time(sheet: &mut dyn FnMut(&str) -> Sheet) -> Option<bool> {
    let grants = sheet("grant");
    let due = grants
        .lines()
        .filter(|line| line.get("Public money") == "yes" && is_in(line.get("Accounts of use due")));
    let sent: Vec<bool> = due
        .map(|line| {
            let (due, sent) = (line.get("Accounts of use due"), line.get("Accounts sent on"));
            !sent.is_empty() && sent <= due
        })
        .collect();
    (!sent.is_empty()).then(|| sent.into_iter().all(|sent| sent))
}

/// Courses, hours, trainees, women among them, and who completed the training.
fn trained(sheet: &mut dyn FnMut(&str) -> Sheet, found: &mut Recount) {
    let (all, people) = (sheet("activity"), sheet("person"));
    let held = held(&all);
    let courses: BTreeSet<&str> = held
        .values()
        .map(|line| line.get("Session of the course (id)"))
        .collect();
    found.insert(
        "NT-O02",
        whole(courses.iter().filter(|id| !id.is_empty()).count() as u64),
    );
    let attendances = sheet("attendance");
    let mut hours: BTreeMap<&str, u64> = BTreeMap::new();
    for line in attendances.lines().filter(|line| line.get("Present") != "no") {
        let session = held.get(line.get("Activity (id)"));
        if let Some(session) = session.filter(|session| session.get("Type of activity") == "Training") {
            *hours.entry(line.get("Participant (id)")).or_default() += session.number("Hours");
        }
    }
    let each = || hours.iter().map(|(id, hours)| (*id, *hours));
    let number = grouped(&people, each());
    found.insert("NT-O03", Found { number, of: None });
    let number = grouped(&people, each().map(|(id, _)| (id, 1)));
    found.insert("NT-O04", Found { number, of: None });
    let mut women = Groups::default();
    women[0] = number[0];
    let of = Some(hours.len() as u64);
    found.insert("NT-O05", Found { number: women, of });
    // All sessions of the demo are in the half-year.
    let taught: u64 = held.values().map(|line| line.number("Hours")).sum();
    let trainees = sheet("trainee");
    let staying = trainees.lines().filter(|line| line.get("Left on").is_empty());
    let own: Vec<u64> = staying
        .map(|line| hours.get(line.get("Person record id")).copied().unwrap_or(0))
        .collect();
    let completed = own.iter().filter(|own| **own * 10 >= taught * 8).count();
    found.insert("NT-O08", pair(completed as u64, own.len() as u64));
}
