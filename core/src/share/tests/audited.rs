//! What the auditor finds in what is published: nothing; and something, when a gate is weakened.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use super::audit::Audit;
use super::sample::{Numbers, asked, people, period, roll, terms};
use crate::indicator::Source;
use crate::indicator::{Cell, Domain, LEAVES, Milieu, Table};
use crate::share::{
    Mode, Outcome, PublishedCell, PublishedTable, Roll, Rules, Seat, Tallies, Task, Terms, Waiting, annual,
    gate, publish,
};

fn task(roll: &Roll, tables: &[Table]) -> Task {
    let mut asked = asked("NT-G12", Source::Pooled);
    asked.tables = tables.to_vec();
    Task::new(terms(roll, vec![asked])).unwrap()
}

/// Four periods: two who would join wait, one leaves after the second, one corrects in the third.
fn four_periods(tables: &[Table]) -> Audit {
    let roll = roll(25, 4);
    assert!(
        roll.next((1..=27).map(|number| super::sample::seat(number, 4)))
            .is_err()
    );
    let task = task(&roll, tables);
    let mut audit = Audit::new(&task, &roll);
    let mut waiting = Waiting::default();
    for round in 0..4 {
        let here = (1..=25).filter(|number| round < 2 || *number != 7);
        let mut numbers = people(here, 40 + round);
        if round == 2 {
            numbers.get_mut(&11).unwrap().1 = 12;
        }
        let (published, still) = publish(&period(&task, &roll, &numbers), &waiting);
        audit.add(&published, &numbers, false);
        waiting = still;
    }
    assert_eq!(
        waiting.all().count(),
        1,
        "nothing that is published holds the one correction"
    );
    audit
}

#[test]
fn nothing_published_narrows_anybody_beyond_protection() {
    use Table::{Age, Domain, Milieu, Sex, SexAge, Total};
    let plans: [(&[Table], usize); 4] = [
        (&Table::ALL, 5),
        (&[Total, Sex, Age, SexAge, Domain], 5),
        (&[Total, Sex, Age], 3),
        (&[Total, Milieu, Domain], 2),
    ];
    for (plan, open) in plans {
        let audit = four_periods(plan);
        for period in &audit.periods {
            let published = period.published.iter().filter_map(PublishedTable::cells).count();
            assert_eq!(published, open, "{plan:?}");
        }
        assert_eq!(audit.faults(), Vec::<String>::new());
        let codes: Vec<&str> = plan.iter().map(|table| table.code()).collect();
        for (table, narrowest, middle) in audit.widths() {
            let (codes, table) = (codes.join(", "), table.code());
            println!("| {codes} | {table} | {narrowest:.0} | {middle:.0} |");
            assert!(narrowest >= 10.0, "{codes} {table}: {narrowest}");
        }
    }
}

/// Somebody corrects the last period of a year, and nobody else does: not the next year's figures nor those of
/// the year say anything of it. A figure of the year that was added up anew would.
#[test]
fn a_year_that_ends_with_one_corrector_says_nothing_of_it() {
    const CORRECTION: i64 = 12;
    let roll = roll(25, 4);
    let task = task(&roll, &[Table::Total, Table::Sex, Table::Milieu]);
    let mut audit = Audit::new(&task, &roll);
    let (mut waiting, mut year, mut fresh) = (Waiting::default(), Vec::new(), 0);
    // Four quarters and the first of the next year, in which what the fourth lacks is told.
    for round in 0..5 {
        let mut numbers = people(1..=25, 80 + round);
        let told: u64 = numbers.values().flat_map(|(leaves, _)| *leaves).sum();
        if round == 4 {
            numbers.get_mut(&11).unwrap().1 = CORRECTION;
        } else {
            fresh += told;
        }
        let (published, still) = publish(&period(&task, &roll, &numbers), &waiting);
        audit.add(&published, &numbers, round == 4);
        if round < 4 {
            year.push(published);
        }
        waiting = still;
    }
    assert_eq!(
        waiting.all().map(|(_, _, much)| much).collect::<Vec<_>>(),
        [CORRECTION]
    );
    let annual = annual(&year, "NT-G12", Table::Total).unwrap();
    assert_eq!(annual.cells, [(Cell::Total, fresh)], "what is not corrected yet");
    assert_eq!(audit.faults(), Vec::<String>::new());
    let corrector = [audit.periods[4].corrections[&11]];
    let (least, most) = audit.linear.range(&corrector);
    println!("the one correction, {CORRECTION}, is within {least:.0} to {most:.0}");
    assert!(
        least <= -10.0 && most >= CORRECTION as f64 + 10.0,
        "{least} to {most}"
    );

    // The rule taken away: the year anew, with the correction in it.
    let of_year = audit.periods[..4]
        .iter()
        .flat_map(|period| period.unknowns.values());
    let anew: Vec<usize> = of_year.flatten().copied().chain(corrector).collect();
    audit.linear.sum(anew, fresh as i64 + CORRECTION);
    assert_eq!(
        audit.linear.range(&corrector),
        (CORRECTION as f64, CORRECTION as f64)
    );
}

#[test]
fn booked_corrections_are_told_of_nobody() {
    let roll = roll(25, 4);
    let task = task(&roll, &[Table::Total, Table::Sex, Table::Milieu]);
    let mut audit = Audit::new(&task, &roll);
    let mut waiting = Waiting::default();
    for round in 0..4 {
        let mut numbers = people(1..=25, 60 + round);
        for number in [1, 2, 4, 5, 7, 8] {
            numbers.get_mut(&number).unwrap().1 = if round == 1 { 10 + i64::from(number) } else { 0 };
        }
        let (published, still) = publish(&period(&task, &roll, &numbers), &waiting);
        audit.add(&published, &numbers, round == 1);
        waiting = still;
    }
    assert_eq!(waiting, Waiting::default(), "they are booked");
    assert_eq!(audit.faults(), Vec::<String>::new());
    let corrections: Vec<usize> = audit.periods[1].corrections.values().copied().collect();
    let (least, most) = audit.linear.range(&corrections);
    assert!(least < 0.0 && most > 87.0, "together: {least} to {most}");
}

/// Small worlds near every threshold: few associations, blocks of all sizes, few persons, low bounds.
#[test]
fn worlds_at_random_narrow_nobody() {
    let (mut opened, mut faults) = ([0; Table::ALL.len()], Vec::new());
    for seed in 0..120 {
        let mut dice = ChaCha8Rng::seed_from_u64(seed);
        let mut number = |below: u64| dice.next_u64() % below;
        let count = 5 + number(16) as u8;
        let (milieus, domains) = (1 + number(3), 1 + number(3));
        let seats = (1..=count).map(|association| Seat {
            key: super::sample::key(association),
            milieu: [Some(Milieu::Rural), Some(Milieu::Urban), None][number(milieus) as usize],
            domain: [Domain::new(1), Domain::new(2), None][number(domains) as usize],
        });
        let roll = Roll::new(seats.collect::<Vec<_>>()).unwrap();
        let (most, rare) = (1 + number(14), 1 + number(4));
        let mut asked = asked("NT-G12", Source::Pooled);
        asked.bound = 10.max(most + number(3));
        // Two operators: nothing is moved before it is sent, so that cells are as small as can be.
        let mode = Mode::Two {
            leader: "YES".to_owned(),
            helper: "X".to_owned(),
        };
        let task = Task::new(Terms {
            mode,
            ..terms(&roll, vec![asked])
        })
        .unwrap();
        let numbers: Numbers = (1..=count)
            .map(|association| {
                let has = |number: &mut dyn FnMut(u64) -> u64| number(rare) == 0;
                let leaves = std::array::from_fn(|_| if has(&mut number) { number(most + 1) } else { 0 });
                (association, (leaves, 0))
            })
            .collect();
        let published = publish(&period(&task, &roll, &numbers), &Waiting::default()).0;
        for (opened, table) in opened.iter_mut().zip(&published.tables) {
            *opened += usize::from(table.cells().is_some());
        }
        let mut audit = Audit::new(&task, &roll);
        audit.add(&published, &numbers, false);
        faults.extend(
            audit
                .faults()
                .into_iter()
                .map(|fault| format!("seed {seed}: {fault}")),
        );
    }
    assert_eq!(faults, Vec::<String>::new());
    println!("of 120 worlds are published, table by table: {opened:?}");
    assert!(
        opened.iter().all(|count| *count > 10),
        "each table is met: {opened:?}"
    );
}

/// Adds a period as if the gates of these tables had been open.
fn open(audit: &mut Audit, tables: &[Table], numbers: &Numbers, roll: &Roll) {
    let (mut published, _) = publish(&period(&audit.task, roll, numbers), &Waiting::default());
    let tallies = tallies(&audit.task, roll, numbers);
    for table in published
        .tables
        .iter_mut()
        .filter(|table| tables.contains(&table.table))
    {
        let cell = |cell| PublishedCell {
            cell,
            value: tallies.value(cell),
            associations: 0,
            of: 0,
        };
        table.outcome = Outcome::Published(table.table.cells().into_iter().map(cell).collect());
    }
    audit.add(&published, numbers, false);
}

fn tallies(task: &Task, roll: &Roll, numbers: &Numbers) -> Tallies {
    let frozen = period(task, roll, numbers);
    let counts = frozen.reports.iter().map(|report| {
        let seat = roll.seat(&report.key()).unwrap();
        (seat, &report.contribution().counts()[0])
    });
    Tallies::of(counts)
}

/// The audit of one period finds nothing; and finds `what`, when the gate asks for no associations and
/// no persons.
fn found_when_weakened(roll: &Roll, tables: &[Table], numbers: &Numbers, what: &str) {
    let task = task(roll, tables);
    let mut gated = Audit::new(&task, roll);
    let published = publish(&period(&task, roll, numbers), &Waiting::default()).0;
    gated.add(&published, numbers, false);
    assert_eq!(gated.faults(), Vec::<String>::new());

    let weak = Rules {
        associations: 0,
        persons: 0,
        absent: 0,
    };
    let outcomes = gate(&task.indicators[0], &tallies(&task, roll, numbers), weak);
    let through = outcomes.iter().filter(|(_, outcome)| outcome.is_ok());
    let through: Vec<Table> = through.map(|(table, _)| *table).collect();
    let mut weakened = Audit::new(&task, roll);
    open(&mut weakened, &through, numbers, roll);
    let faults = weakened.faults();
    assert!(faults.iter().any(|fault| fault.contains(what)), "{faults:?}");
}

#[test]
fn a_weakened_plan_is_found() {
    // One association in a milieu.
    let with_milieu = |urban: &[u8]| {
        let seats = (1..=12).map(|number| {
            let mut seat = super::sample::seat(number, 2);
            seat.milieu = Some(if urban.contains(&number) {
                Milieu::Urban
            } else {
                Milieu::Rural
            });
            seat
        });
        Roll::new(seats).unwrap()
    };
    let milieu = [Table::Total, Table::Milieu];
    found_when_weakened(
        &with_milieu(&[12]),
        &milieu,
        &people(1..=12, 5),
        "association 12 Total",
    );

    // A block where everybody has nothing.
    let mut nothing = people(1..=12, 5);
    for number in 7..=12 {
        nothing.get_mut(&number).unwrap().0 = [0; LEAVES.len()];
    }
    let six = with_milieu(&[7, 8, 9, 10, 11, 12]);
    found_when_weakened(
        &six,
        &milieu,
        &nothing,
        "association 9 Total: 0 is within 0.0 to 0.0",
    );

    // Six girls, and everybody of an age and a sex.
    let mut girls = people(1..=12, 5);
    for (number, (leaves, _)) in &mut girls {
        leaves[0] = if *number == 3 { 6 } else { 0 };
    }
    let sexes = [Table::Total, Table::Sex, Table::Age, Table::SexAge];
    found_when_weakened(&roll(12, 2), &sexes, &girls, "association 3 SexAge");
    found_when_weakened(&roll(12, 2), &sexes, &girls, "6 persons are within 6.0 to 6.0");

    // Two divisions that differ by one association.
    let seats = (1..=12).map(|number| {
        let mut seat = super::sample::seat(number, 1);
        seat.milieu = Some(if number <= 6 { Milieu::Rural } else { Milieu::Urban });
        seat.domain = Domain::new(if number <= 5 { 1 } else { 2 });
        seat
    });
    let apart = Roll::new(seats).unwrap();
    let divisions = [Table::Total, Table::Milieu, Table::Domain];
    found_when_weakened(&apart, &divisions, &people(1..=12, 5), "association 6 Total");
}

#[test]
fn a_total_at_its_bound_is_found() {
    let roll = roll(12, 2);
    let mut asked = asked("NT-G12", Source::Pooled);
    (asked.tables, asked.bound) = (vec![Table::Total], 40);
    let task = Task::new(terms(&roll, vec![asked])).unwrap();
    let numbers: Numbers = (1..=12).map(|number| (number, ([40; LEAVES.len()], 0))).collect();
    let mut audit = Audit::new(&task, &roll);
    open(&mut audit, &[Table::Total], &numbers, &roll);
    assert!(audit.faults()[0].contains("association 1 Total: 600 is within 600.0 to 600.0"));
    let published = publish(&period(&task, &roll, &numbers), &Waiting::default()).0;
    assert!(published.tables[0].cells().is_none());
}

/// Why a period is never opened again: the difference is the correction.
#[test]
fn a_period_opened_twice_is_found() {
    let roll = roll(25, 4);
    let task = task(&roll, &[Table::Total]);
    let numbers = people(1..=25, 8);
    let mut audit = Audit::new(&task, &roll);
    let published = publish(&period(&task, &roll, &numbers), &Waiting::default()).0;
    audit.add(&published, &numbers, false);
    let total = published.tables[0].cells().unwrap()[0].value as i64;
    let most = 7_500;
    let corrections: Vec<usize> = (1..=25).map(|_| audit.linear.unknown(-most, most)).collect();
    let fresh = audit.periods[0].unknowns.values().flatten().copied();
    let both: Vec<usize> = fresh.chain(corrections.iter().copied()).collect();
    audit.linear.sum(both, total + 12);
    assert_eq!(audit.linear.range(&corrections), (12.0, 12.0));
}

/// What four who tell their numbers say of a fifth. Nothing that is published protects from that but
/// the number of others: among many the fifth stays open, among five it is known.
#[test]
fn four_who_tell_and_a_fifth() {
    let mut audit = four_periods(&Table::ALL);
    let (told, fifth) = ([3, 6, 9, 12], 15);
    let before = audit.linear.range(&audit.periods[0].unknowns[&fifth]);
    for number in told {
        for leaf in LEAVES {
            let (unknown, value) = {
                let period = &audit.periods[0];
                (
                    period.unknowns[&number][leaf.place()],
                    period.numbers[&number][leaf.place()],
                )
            };
            audit.linear.fix(unknown, value as i64);
        }
    }
    let after = audit.linear.range(&audit.periods[0].unknowns[&fifth]);
    let value: u64 = audit.periods[0].numbers[&fifth].iter().sum();
    println!("association {fifth} has {value}: {before:?} without consents, {after:?} with four");
    assert!(after.1 < before.1 && after.0 == 0.0 && after.1 >= value as f64);

    let roll = roll(5, 1);
    let task = task(&roll, &[Table::Total]);
    let numbers = people(1..=5, 9);
    let mut audit = Audit::new(&task, &roll);
    audit.add(
        &publish(&period(&task, &roll, &numbers), &Waiting::default()).0,
        &numbers,
        false,
    );
    assert_eq!(audit.faults(), Vec::<String>::new());
    for number in 1..=4 {
        for leaf in LEAVES {
            let value = audit.periods[0].numbers[&number][leaf.place()];
            audit
                .linear
                .fix(audit.periods[0].unknowns[&number][leaf.place()], value as i64);
        }
    }
    let value: u64 = audit.periods[0].numbers[&5].iter().sum();
    assert_eq!(
        audit.linear.range(&audit.periods[0].unknowns[&5]),
        (value as f64, value as f64)
    );
}
