//! What small worlds come to, counted by hand.

use super::*;
use crate::indicator::{Age, Leaf, Sex, Side};

const WOMAN: Leaf = Leaf {
    sex: Sex::Female,
    age: Age::From18To34,
};
const UNKNOWN: Leaf = Leaf {
    sex: Sex::NotStated,
    age: Age::NotStated,
};

/// The leaves that are not empty.
fn filled(figure: &Figure) -> Vec<(Leaf, u64)> {
    let leaves = crate::indicator::LEAVES.into_iter().zip(figure.leaves);
    leaves.filter(|(_, number)| *number > 0).collect()
}

#[test]
fn a_beneficiary_is_one_whichever_way_they_were_reached() {
    let mut world = World::default();
    let amina = world.person("2", "2000-05-01");
    let twin = world.person("2", "2000-05-01");
    world.card(twin).merged_into = Some(amina);
    let gone = world.person("1", "1950");
    world.card(gone).is_deleted = true;
    let shy = world.put("person", &[]);
    let activity = |world: &mut World, ty: &str, day: &str, state: &str| {
        let cells = [
            ("activity_type", Scalar::from(ty)),
            ("starts_on", day.into()),
            ("state", state.into()),
        ];
        world.put("activity", &cells)
    };
    let lesson = activity(&mut world, "tutoring", "2026-08-03", "done");
    let meeting = activity(&mut world, "meeting", "2026-08-03", "done");
    let never = activity(&mut world, "sport", "2026-08-03", "cancelled");
    let later = activity(&mut world, "sport", "2026-10-01", "done");
    let enrolled = world.put(
        "enrolment",
        &[("person", amina.into()), ("entered_on", "2026-07-01".into())],
    );
    let given = [("enrolment", enrolled.into()), ("given_on", "2026-09-30".into())];
    world.put("service", &given);
    let came = |world: &mut World, of: RecordId, who: RecordId| {
        world.put("attendance", &[("activity", of.into()), ("person", who.into())])
    };
    for who in [twin, gone, shy] {
        came(&mut world, lesson, who);
    }
    let guest = world.person("1", "1990");
    for of in [meeting, never, later] {
        came(&mut world, of, guest);
    }
    let absent = came(&mut world, lesson, guest);
    world.card(absent).cells.insert("present", false.into());
    let group = [
        ("activity", lesson.into()),
        ("people", 30.into()),
        ("sex", "2".into()),
    ];
    world.put("attendance", &group);

    let reached = tally(listed("NT-G12"), "2026-Q3", &world);
    let figure = reached.figure(listed("NT-G12").code);
    assert_eq!(filled(&figure), [(WOMAN, 1), (UNKNOWN, 2)]);
    assert_eq!(reached.behind(WOMAN, Side::Number), [amina]);
    assert_eq!(reached.behind(UNKNOWN, Side::Number), [gone, shy]);
    assert_eq!(super::figure(listed("NT-G12"), "2026-Q4", &world).total(), 1);
}

#[test]
fn a_head_count_says_its_own_sex_and_age() {
    let mut world = World::default();
    let day = world.put("activity", &[("starts_on", "2026-08".into())]);
    let heads = |world: &mut World, people: i64, sex: &str, band: &str| {
        let cells = [
            ("activity", day.into()),
            ("people", people.into()),
            ("sex", sex.into()),
            ("age_band", band.into()),
        ];
        world.put("attendance", &cells)
    };
    heads(&mut world, 12, "2", "18-24");
    heads(&mut world, 8, "2", "25-34");
    heads(&mut world, 5, "9", "60_up");
    heads(&mut world, -7, "1", "0-5");
    let counted = figure(listed("NT-G12a"), "2026-Q3", &world);
    let old = Leaf {
        age: Age::From60,
        ..UNKNOWN
    };
    assert_eq!(filled(&counted), [(WOMAN, 20), (old, 5)]);
}

#[test]
fn resources_are_dirhams_that_came_and_were_not_cancelled() {
    let mut world = World::default();
    let paid = |world: &mut World, amount: i64, day: &str, cancelled: bool| {
        let cells = [
            ("amount", amount.into()),
            ("paid_on", day.into()),
            ("cancelled", cancelled.into()),
        ];
        world.put("payment", &cells)
    };
    paid(&mut world, 10_025, "2026-07-01", false);
    paid(&mut world, 10_025, "2026-07-01", false);
    paid(&mut world, 99_900, "2026-07-01", true);
    paid(&mut world, 99_900, "2026-06-30", false);
    let gift = |world: &mut World, amount: i64, nature: &str, currency: Option<&str>| {
        let mut cells = vec![
            ("amount", amount.into()),
            ("given_on", "2026-09".into()),
            ("nature", nature.into()),
        ];
        cells.extend(currency.map(|currency| ("currency", currency.into())));
        world.put("donation", &cells)
    };
    gift(&mut world, 50_000, "cash", Some("MAD"));
    gift(&mut world, 50_000, "cash", Some("EUR"));
    gift(&mut world, 50_000, "in_kind", None);
    for currency in [None, Some("MAD"), Some("USD")] {
        let cells = currency.map(|currency| ("currency", Scalar::from(currency)));
        let grant = world.put("grant", cells.as_slice());
        let tranche = [
            ("grant", grant.into()),
            ("received_amount", 1_000_000.into()),
            ("received_on", "2026-08-31".into()),
        ];
        world.put("tranche", &tranche);
    }
    let dirhams = |code: &str| figure(listed(code), "2026-Q3", &world).total();
    // Twice 100.25 is 200.50, which rounds up once.
    assert_eq!(dirhams("NT-G10a"), 201);
    assert_eq!(dirhams("NT-G10b"), 500);
    assert_eq!(dirhams("NT-G10c"), 20_000);
    assert_eq!(dirhams("NT-G10"), 20_701);
    assert_eq!(figure(listed("NT-G10a"), "2026-Q2", &world).total(), 999);
}

#[test]
fn agreements_are_those_that_run_on_the_last_day() {
    let mut world = World::default();
    let agreed = |world: &mut World, state: &str, until: &str, amount: i64| {
        let cells = [
            ("state", state.into()),
            ("starts_on", "2025-01-01".into()),
            ("ends_on", until.into()),
            ("amount", amount.into()),
        ];
        world.put("convention", &cells)
    };
    let first = agreed(&mut world, "running", "2026-09-30", 5_000_000);
    agreed(&mut world, "signed", "2026-09-29", 5_000_000);
    agreed(&mut world, "draft", "2027-12-31", 5_000_000);
    let last = agreed(&mut world, "signed", "2026", 100);
    let running = tally(listed("NT-G09"), "2026-Q3", &world);
    assert_eq!(running.behind(UNKNOWN, Side::Number), [first, last]);
    assert_eq!(figure(listed("NT-G09a"), "2026-Q3", &world).total(), 50_001);
}

#[test]
fn a_share_is_two_numbers() {
    let share = "measure = \"share\"\n[[indicator.rows]]\nkind = \"membership\"\nof = \"person\"\nsince = \"joined_on\"\n\
        until = \"left_on\"\npart = { category = [\"active\"] }";
    let head = PEOPLE.replace("people", "percent");
    let share = defined(&head, share);
    let mut world = World::default();
    let member = |world: &mut World, category: &str, birth: &str| {
        let person = world.person("2", birth);
        let cells = [("person", person.into()), ("category", category.into())];
        world.put("membership", &cells);
        person
    };
    let active = member(&mut world, "active", "1999");
    member(&mut world, "honorary", "1999-01");
    member(&mut world, "honorary", "1950");
    let counted = tally(&share, "2026", &world);
    let both = counted.figure(share.code);
    assert_eq!(filled(&both), [(WOMAN, 1)]);
    assert_eq!(both.of.unwrap()[WOMAN.place()], 2);
    assert_eq!(both.of.unwrap().iter().sum::<u64>(), 3);
    assert_eq!(counted.behind(WOMAN, Side::Number), [active]);
    assert_eq!(counted.behind(WOMAN, Side::Of).len(), 2);
}

#[test]
fn a_mean_is_a_sum_of_so_many_that_are_known() {
    let head = "source = \"pooled\"\nunit = \"hours\"\ntables = [\"total\"]";
    let rows = "measure = \"mean\"\n[[indicator.rows]]\nkind = \"volunteering\"\nof = \"hours\"\nwhen = \"served_on\"";
    let mean = defined(head, rows);
    let mut world = World::default();
    let served = |world: &mut World, hours: Option<i64>| {
        let mut cells = vec![("served_on", Scalar::from("2026-08"))];
        cells.extend(hours.map(|hours| ("hours", hours.into())));
        world.put("volunteering", &cells);
    };
    for hours in [Some(3), Some(0), Some(-4), None, Some(8)] {
        served(&mut world, hours);
    }
    let counted = tally(&mean, "2026-Q3", &world);
    let figure = counted.figure(mean.code);
    assert_eq!((figure.total(), figure.of.unwrap().iter().sum::<u64>()), (11, 3));
    assert_eq!(
        counted.behind(UNKNOWN, Side::Number).len(),
        2,
        "zero adds nothing"
    );
    assert_eq!(counted.behind(UNKNOWN, Side::Of).len(), 3);
}

#[test]
fn a_flag_is_one_or_nothing_of_one() {
    let text = "[[indicator]]\ncode = \"NT-R99\"\naxis = \"digital\"\nsource = \"fact\"\nunit = \"associations\"\n\
        tables = [\"total\"]\nbound = 1\ndirection = \"up\"\nmeasure = \"flag\"\n[[indicator.rows]]\n\
        kind = \"donation\"\nwhen = \"given_on\"\n";
    let flag = read(text, &Schema::builtin()).unwrap().remove(0);
    let mut world = World::default();
    for _ in 0..3 {
        world.put("donation", &[("given_on", "2026-03-01".into())]);
    }
    let said = |over: &str| {
        let figure = figure(&flag, over, &world);
        (figure.total(), figure.of.unwrap().iter().sum::<u64>())
    };
    assert_eq!((said("2026-Q1"), said("2026-Q2")), ((1, 1), (0, 1)));
    assert_eq!(
        tally(&flag, "2026-Q1", &world)
            .behind(UNKNOWN, Side::Number)
            .len(),
        3
    );
}
