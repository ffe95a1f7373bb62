//! A task has one encoding, one id, and holds its rules.

use super::sample::{asked, roll, terms};
use crate::indicator::Source;
use crate::indicator::Table;
use crate::share::{Malformed, Mode, Task, TaskFault, Terms, Unit};

fn good() -> Terms {
    let indicators = vec![asked("NT-G12", Source::Pooled), asked("NT-R04", Source::Fact)];
    terms(&roll(25, 5), indicators)
}

#[test]
fn a_task_reads_back_and_its_id_is_that_of_its_bytes() {
    let task = Task::new(good()).unwrap();
    let again = Task::from_bytes(&task.to_bytes()).unwrap();
    assert_eq!(again, task);
    assert_eq!(again.id(), task.id());
    assert!(task.asks(&roll(25, 5)) && !task.asks(&roll(24, 5)));
    let two = Mode::Two {
        leader: "YES".to_owned(),
        helper: "جامعة".to_owned(),
    };
    let two = Task::new(Terms { mode: two, ..good() }).unwrap();
    assert_eq!(Task::from_bytes(&two.to_bytes()), Ok(two));
}

/// The bytes that associations agree to must not change under them.
#[test]
fn the_id_of_a_known_task_stays() {
    let id = Task::new(good()).unwrap().id().to_string();
    assert_eq!(id, "k7533es5uxl6jqsnfwcyhjsmz7gfuv6ys6jcp27vnq65675yyhaa");
}

#[test]
fn every_other_encoding_is_refused() {
    let bytes = Task::new(good()).unwrap().to_bytes();
    let refused = |bytes: &[u8]| assert_eq!(Task::from_bytes(bytes), Err(Malformed));
    let mut longer = bytes.clone();
    longer.push(0xf6);
    refused(&longer);
    for end in 0..bytes.len() {
        refused(&bytes[..end]);
    }
    // The outer list of six with its count in two bytes, and without one.
    assert_eq!(bytes[0], 0x86);
    refused(&[&[0x98, 0x06], &bytes[1..]].concat());
    refused(&[&[0x9f], &bytes[1..], &[0xff]].concat());
    // k = 5 written in two bytes.
    let k = bytes.windows(3).position(|at| at == [0x05, 0x58, 0x20]).unwrap();
    refused(&[&bytes[..k], &[0x18, 0x05], &bytes[k + 1..]].concat());
    refused(&vec![0x80; super::super::TASK_BYTES_MAX + 1]);
}

#[test]
fn each_change_is_another_task() {
    let of = |change: fn(&mut Terms)| {
        let mut terms = good();
        change(&mut terms);
        Task::new(terms).unwrap()
    };
    let same = of(|_| {});
    let changes: [fn(&mut Terms); 7] = [
        |terms| terms.k = 6,
        |terms| terms.roll = [1; 32],
        |terms| terms.indicators.reverse(),
        |terms| terms.indicators[0].bound += 1,
        |terms| terms.indicators[0].definition[0] ^= 1,
        |terms| terms.indicators[0].unit = Unit::Number,
        |terms| {
            terms.mode = Mode::One {
                operator: "Yes".to_owned(),
            }
        },
    ];
    for change in changes {
        let other = of(change);
        assert_ne!(other.id(), same.id());
        assert_ne!(other.agreed(), same.agreed(), "a change is asked about again");
    }
    let later = of(|terms| terms.end = "2026-06-30".parse().unwrap());
    assert_ne!(later.id(), same.id());
    assert_eq!(
        later.agreed(),
        same.agreed(),
        "the next period is not asked about again"
    );
}

#[test]
fn terms_that_break_a_rule_are_refused_with_the_rule() {
    let refused = |change: fn(&mut Terms), code: &str| {
        let mut terms = good();
        change(&mut terms);
        assert_eq!(Task::new(terms).unwrap_err().code(), code);
    };
    refused(|terms| terms.end = "2025-12-31".parse().unwrap(), "task_period");
    refused(|terms| terms.end = "2027-01-01".parse().unwrap(), "task_period");
    refused(
        |terms| {
            terms.mode = Mode::One {
                operator: " ".to_owned(),
            }
        },
        "task_operators",
    );
    refused(
        |terms| {
            let name = "YES".to_owned();
            terms.mode = Mode::Two {
                leader: name.clone(),
                helper: name,
            };
        },
        "task_operators",
    );
    refused(|terms| terms.k = 4, "task_k");
    refused(|terms| terms.indicators.clear(), "task_indicators");
    refused(
        |terms| terms.indicators[1].code = "NT-G12".to_owned(),
        "task_code",
    );
    refused(
        |terms| terms.indicators[1] = asked("NT-O04", Source::Own),
        "task_mixed",
    );
    refused(|terms| terms.indicators[0].bound = 0, "task_bound");
    refused(|terms| terms.indicators[0].bound = 9, "task_bound");
    refused(|terms| terms.indicators[1].bound = 2, "task_bound");
    refused(|terms| terms.indicators[0].tables.reverse(), "task_tables");
    refused(
        |terms| terms.indicators[0].tables = vec![Table::Sex],
        "task_tables",
    );
    refused(
        |terms| terms.indicators[1].tables.push(Table::Milieu),
        "task_tables",
    );
    refused(
        |terms| terms.indicators[0].unkind_when_negative = true,
        "task_fact",
    );
    refused(|terms| terms.indicators[1].unit = Unit::Persons, "task_fact");
    let own = terms(&roll(1, 1), vec![asked("NT-O04", Source::Own)]);
    assert!(Task::new(own.clone()).is_ok());
    let mut own = own;
    own.indicators[0].tables.push(Table::Milieu);
    assert_eq!(
        Task::new(own),
        Err(TaskFault::Tables {
            code: "NT-O04".to_owned()
        })
    );
}
