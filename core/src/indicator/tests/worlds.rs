//! Laws of counting, over random associations.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::indicator::{Cell, LEAVES, Method, Side, Table};

/// What is drawn of a record: which of a few days, persons and words.
type Drawn = (u8, u8, Index, Index);

const SEXES: [&str; 4] = ["2", "1", "9", "?"];
const BIRTHS: [&str; 6] = ["1950", "1980-06", "2000-01-31", "2008-10-01", "2020", "soon"];
const STATES: [&str; 4] = ["done", "planned", "cancelled", "of a newer release"];
const DAYS: [&str; 5] = [
    "2026-01-15",
    "2026-04-30",
    "2026-07-01",
    "2026-12-31",
    "2027-01-01",
];

/// An association of some persons, activities, presences, enrolments, services, gifts and agreements.
fn any_world() -> impl Strategy<Value = World> {
    let drawn = || (any::<u8>(), any::<u8>(), any::<Index>(), any::<Index>());
    let some = move |most: usize| proptest::collection::vec(drawn(), 0..most);
    (some(8), some(6), some(30), some(8), some(8), some(8)).prop_map(|drawn| {
        let mut world = World::default();
        let (people, activities, presences, enrolments, services, gifts) = drawn;
        let people: Vec<RecordId> = people.iter().map(|drawn| a_person(&mut world, drawn)).collect();
        let activities: Vec<RecordId> = activities
            .iter()
            .map(|drawn| an_activity(&mut world, drawn))
            .collect();
        for drawn in &presences {
            a_presence(&mut world, drawn, &people, &activities);
        }
        let mut enrolled = Vec::new();
        for (day, _, who, _) in &enrolments {
            let mut cells = vec![("entered_on", pick(&DAYS, *day))];
            cells.extend(one(&people, who).map(|who| ("person", who.into())));
            enrolled.push(world.put("enrolment", &cells));
        }
        for (day, _, of, _) in &services {
            let mut cells = vec![("given_on", pick(&DAYS, *day))];
            cells.extend(one(&enrolled, of).map(|of| ("enrolment", of.into())));
            world.put("service", &cells);
        }
        for (day, amount, _, _) in &gifts {
            let cells = [
                ("given_on", pick(&DAYS, *day)),
                ("amount", (i64::from(*amount) * 1_037 - 20_000).into()),
                ("cancelled", (amount % 5 == 0).into()),
            ];
            world.put("donation", &cells);
        }
        world
    })
}

fn pick(words: &[&str], drawn: u8) -> Scalar {
    words[usize::from(drawn) % words.len()].into()
}

fn one(ids: &[RecordId], which: &Index) -> Option<RecordId> {
    (!ids.is_empty()).then(|| *which.get(ids))
}

fn a_person(world: &mut World, (sex, birth, _, which): &Drawn) -> RecordId {
    let others: Vec<RecordId> = world.rows("person").map(|card| card.id).collect();
    let id = world.put(
        "person",
        &[("sex", pick(&SEXES, *sex)), ("birth_date", pick(&BIRTHS, *birth))],
    );
    match birth % 7 {
        0 => world.card(id).is_deleted = true,
        1 => world.card(id).merged_into = one(&others, which),
        _ => {}
    }
    id
}

fn an_activity(world: &mut World, (day, state, _, _): &Drawn) -> RecordId {
    let cells = [("starts_on", pick(&DAYS, *day)), ("state", pick(&STATES, *state))];
    world.put("activity", &cells)
}

fn a_presence(world: &mut World, drawn: &Drawn, people: &[RecordId], activities: &[RecordId]) {
    let (heads, sex, who, of) = drawn;
    let mut cells = Vec::new();
    cells.extend(one(activities, of).map(|of| ("activity", of.into())));
    match heads % 3 {
        0 => {
            let bands = ["0-5", "18-24", "60_up", "all"];
            cells.extend([
                ("people", i64::from(*heads).into()),
                ("sex", pick(&SEXES, *sex)),
                ("age_band", pick(&bands, *heads)),
            ]);
        }
        _ => cells.extend(one(people, who).map(|who| ("person", who.into()))),
    }
    if sex % 6 == 0 {
        cells.push(("present", (sex % 12 == 0).into()));
    }
    world.put("attendance", &cells);
}

/// The beneficiaries of a year, found by other means than a tally's: as sets, record by record.
fn beneficiaries(world: &World, year: &str) -> BTreeSet<RecordId> {
    let text = |card: &Card, field: &str| card.cell(field).and_then(Scalar::as_text).map(str::to_owned);
    let by_id: BTreeMap<String, &Card> = world
        .cards
        .iter()
        .map(|card| (card.id.to_string(), card))
        .collect();
    let follow = |mut id: String| -> RecordId {
        while let Some(into) = by_id.get(&id).and_then(|card| card.merged_into) {
            id = into.to_string();
        }
        id.parse().unwrap()
    };
    let in_year = |day: Option<String>| day.is_some_and(|day| day.starts_with(year));
    let mut found = BTreeSet::new();
    for card in &world.cards {
        let who = match card.kind {
            "enrolment" if in_year(text(card, "entered_on")) => text(card, "person"),
            "service" if in_year(text(card, "given_on")) => {
                let enrolment = text(card, "enrolment").and_then(|id| by_id.get(&id));
                enrolment.and_then(|enrolment| text(enrolment, "person"))
            }
            "attendance" if card.cell("present") != Some(&Scalar::Flag(false)) => {
                let activity = text(card, "activity").and_then(|id| by_id.get(&id));
                let is_held = activity.is_some_and(|activity| {
                    let state = text(activity, "state").unwrap_or_default();
                    in_year(text(activity, "starts_on"))
                        && !["planned", "cancelled"].contains(&state.as_str())
                });
                text(card, "person").filter(|_| is_held)
            }
            _ => None,
        };
        found.extend(who.map(follow));
    }
    found
}

/// The indicators that count rows.
fn counted() -> impl Iterator<Item = &'static Indicator> {
    catalogue()
        .iter()
        .filter(|indicator| matches!(indicator.method, Method::Counting(_)))
}

proptest! {
    #[test]
    fn beneficiaries_are_those_that_another_way_of_counting_finds(world in any_world()) {
        let tally = tally(listed("NT-G12"), "2026", &world);
        let behind: Vec<RecordId> =
            LEAVES.iter().flat_map(|leaf| tally.behind(*leaf, Side::Number)).collect();
        let different: BTreeSet<RecordId> = behind.iter().copied().collect();
        prop_assert_eq!(different.len(), behind.len(), "nobody is in two leaves");
        prop_assert_eq!(different, beneficiaries(&world, "2026"));
        prop_assert_eq!(tally.figure(listed("NT-G12").code).total(), behind.len() as u64);
    }

    #[test]
    fn the_order_of_records_changes_nothing(
        (world, mixed) in any_world().prop_flat_map(|world| {
            let mixed = Just(world.cards.clone()).prop_shuffle().prop_map(|cards| World { cards });
            (Just(world), mixed)
        }),
    ) {
        for indicator in counted() {
            prop_assert_eq!(tally(indicator, "2026", &world), tally(indicator, "2026", &mixed));
        }
    }

    #[test]
    fn every_table_adds_up_to_the_total(world in any_world()) {
        for indicator in counted() {
            let figure = figure(indicator, "2026", &world);
            let total: u64 = figure.leaves.iter().sum();
            prop_assert_eq!(figure.total(), total);
            for table in [Table::Sex, Table::Age, Table::SexAge] {
                let sum: u64 = table.cells().into_iter().map(|cell| figure.in_cell(cell, None, None)).sum();
                prop_assert_eq!(sum, total, "{} {}", indicator.code, table.code());
            }
            prop_assert_eq!(figure.in_cell(Cell::Total, None, None), total);
        }
    }

    #[test]
    fn quarters_of_rows_that_happen_on_a_day_add_up_to_the_year(world in any_world()) {
        for code in ["NT-G11", "NT-G12a", "NT-R14"] {
            let over = |text: &str| figure(listed(code), text, &world).total();
            let quarters = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"].map(over);
            prop_assert_eq!(quarters.iter().sum::<u64>(), over("2026"), "{}", code);
        }
    }

    #[test]
    fn a_part_is_never_more_than_what_it_is_of(world in any_world()) {
        let rows = "measure = \"share\"\n[[indicator.rows]]\nkind = \"attendance\"\nof = \"person\"\n\
            when = \"activity.starts_on\"\npart = { \"activity.state\" = [\"done\"] }";
        let share = defined(&PEOPLE.replace("people", "percent"), rows);
        let figure = figure(&share, "2026", &world);
        let pairs = figure.leaves.into_iter().zip(figure.of.unwrap());
        prop_assert!(pairs.clone().all(|(part, of)| part <= of), "{:?}", pairs.collect::<Vec<_>>());
    }

    #[test]
    fn whatever_waits_gives_no_number(world in any_world()) {
        use crate::indicator::Observed;
        for indicator in catalogue() {
            let reading = indicator.figure(period("2026"), &world, &Observed::default());
            let waits = matches!(indicator.method, Method::Waits(_));
            prop_assert_eq!(reading.is_err(), waits, "{}", indicator.code);
        }
    }
}
