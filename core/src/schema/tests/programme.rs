//! The programme's kinds: what they promise, and to whom they are shown.

use std::collections::BTreeMap;

use crate::schema::programme::*;
use crate::schema::{Family, Field, FieldType, Kind, Scalar, Schema, Sensitivity, ValueError, presence};

type Cells = BTreeMap<String, Scalar>;

fn cells(pairs: &[(&str, &str)]) -> Cells {
    pairs
        .iter()
        .map(|(key, value)| ((*key).to_owned(), Scalar::from(*value)))
        .collect()
}

fn runs(flag: bool) -> Cells {
    BTreeMap::from([("runs_programme".to_owned(), Scalar::Flag(flag))])
}

fn of_programme(schema: &Schema) -> Vec<&Kind> {
    let kinds = schema.kinds();
    kinds.filter(|kind| kind.family == Family::Programme).collect()
}

#[test]
fn whoever_runs_no_programme_is_shown_nothing_of_it() {
    let all = Schema::builtin();
    let gone: Vec<&str> = of_programme(&all).iter().map(|kind| kind.key).collect();
    assert_eq!(gone.len(), 18, "{gone:?}");
    for association in [None, Some(Cells::new()), Some(runs(false))] {
        let schema = shown(&all, association.as_ref());
        assert_eq!(schema.kinds().count(), all.kinds().count() - gone.len());
        for kind in schema.kinds() {
            let named = |field: &&Field| field.ty.refers_to().is_some_and(|to| gone.contains(&to));
            let naming = kind.fields.iter().find(named);
            assert_eq!(naming.map(|field| field.key), None, "{}", kind.key);
            let grouped = kind.groups.iter().flat_map(|(_, fields)| fields);
            assert!(
                kind.title
                    .iter()
                    .chain(grouped)
                    .all(|key| kind.field(key).is_some())
            );
        }
        assert!(schema.register(TRAINEE).is_none() && schema.kind(presence::ACTIVITY).is_some());
    }
    let runs = shown(&all, Some(&runs(true)));
    assert_eq!(runs.kinds().count(), all.kinds().count());
    assert!(runs.kind(presence::ACTIVITY).unwrap().field(OF_COURSE).is_some());
}

#[test]
fn an_answered_questionnaire_names_nobody() {
    let schema = Schema::builtin();
    let kind = schema.kind(ANSWER).unwrap();
    let named: Vec<&str> = kind
        .fields
        .iter()
        .filter_map(|field| field.ty.refers_to())
        .collect();
    assert_eq!(named, [presence::ACTIVITY]);
    assert!(kind.register.is_none());
    let told = kind.fields.iter().map(|field| field.sensitivity).max();
    assert_eq!(told, Some(Sensitivity::Internal));
}

#[test]
fn what_is_named_here_is_declared() {
    let schema = Schema::builtin();
    let refers = |kind: &str, field: &str| {
        let field = schema.kind(kind).and_then(|kind| kind.field(field));
        field.and_then(|field| field.ty.refers_to())
    };
    for kind in [TRAINEE, PLAN_ITEM, VISIT, MATURITY] {
        assert_eq!(refers(kind, PARTICIPANT), Some(PARTICIPANT), "{kind}");
    }
    for kind in [TEST, CERTIFICATE] {
        assert_eq!(
            (refers(kind, COURSE), refers(kind, TRAINEE)),
            (Some(COURSE), Some(TRAINEE))
        );
    }
    assert_eq!(refers(presence::ACTIVITY, OF_COURSE), Some(COURSE));
    assert_eq!(refers(ANSWER, OF_SESSION), Some(presence::ACTIVITY));
    assert_eq!(refers(TRAINEE, presence::WHO), Some(presence::PERSON));
    let has = |kind: &str, field: &str| schema.kind(kind).unwrap().field(field).is_some();
    assert!(POINTS.iter().all(|field| has(TEST, field)) && has(VISIT, "hours") && has(PLAN_ITEM, "done_on"));
    assert!(has(TRAINEE, "left_on"));
    assert!(ASSESSED.iter().all(|field| has(MATURITY, field)) && has(PARTICIPANT, SEAT));
    assert!(RATED.iter().all(|field| has(ANSWER, field)));
    for domain in DOMAINS {
        let level = schema.kind(MATURITY).unwrap().field(domain).unwrap();
        let expected = format!("level_{domain}");
        assert_eq!(level.ty.vocabulary(), Some(expected.as_str()));
    }
    let codes = |key: &str| schema.vocabulary(key).unwrap().codes().to_vec();
    assert!(codes("activity_state").contains(&"cancelled") && codes("activity_state").contains(&"postponed"));
    let (implied, value) = implied(presence::ACTIVITY, &cells(&[(OF_COURSE, "x")])).unwrap();
    let training = schema.kind(presence::ACTIVITY).unwrap().field(implied).unwrap();
    assert!(codes(training.ty.vocabulary().unwrap()).contains(&value.as_text().unwrap()));
}

#[test]
fn maturity_is_the_mean_of_five_levels_and_nothing_without_one_of_them() {
    let assessed = |levels: [&str; 5]| {
        let pairs: Vec<(&str, &str)> = DOMAINS.into_iter().zip(levels).collect();
        maturity_of(&cells(&pairs))
    };
    assert_eq!(assessed(["0", "0", "0", "0", "0"]), Some(0));
    assert_eq!(assessed(["3", "3", "3", "3", "3"]), Some(100));
    assert_eq!(assessed(["1", "1", "1", "1", "1"]), Some(33));
    assert_eq!(assessed(["1", "0", "0", "0", "0"]), Some(7));
    // A level of a newer release is none that this one could add up.
    assert_eq!(assessed(["1", "4", "0", "0", "0"]), None);
    let mut four = cells(&DOMAINS.map(|domain| (domain, "2")));
    four.remove("archive");
    assert_eq!(maturity_of(&four), None);
}

#[test]
fn points_are_of_a_hundred() {
    let schema = Schema::builtin();
    let read = |text: &str| FieldType::Points.parse(&schema, text);
    assert_eq!(read("٨٥"), Ok(Scalar::Integer(85)));
    assert_eq!((read("0"), read("100")), (Ok(0.into()), Ok(100.into())));
    let out = Err(ValueError::OutOfRange { min: 0, max: 100 });
    assert_eq!((read("101"), read("-1")), (out.clone(), out));
    assert!(FieldType::Points.check(&Scalar::Integer(101)).is_err());
    assert!(FieldType::Points.check(&Scalar::Integer(100)).is_ok());
}

#[test]
fn a_commune_is_urban_where_it_is_a_municipality() {
    for (code, milieu) in [
        ("04.291.01.05", Some("urban")),
        ("04.291.03.01", Some("rural")),
        ("04.291.09.13", Some("rural")),
        ("04.291.01", None),
        ("", None),
    ] {
        assert_eq!(milieu_of(code), milieu, "{code}");
    }
    let schema = Schema::builtin();
    let communes = schema.vocabulary("commune").unwrap().codes();
    let urban = communes.iter().filter(|code| milieu_of(code) == Some("urban"));
    assert_eq!(urban.count(), 4, "HCP, census of 2024");
    assert!(communes.iter().all(|code| {
        schema
            .vocabulary("milieu")
            .unwrap()
            .contains(milieu_of(code).unwrap())
    }));
}

#[test]
fn what_is_said_of_records_is_read_as_it_is_meant() {
    assert!(is_run_by(&runs(true)) && !is_run_by(&runs(false)) && !is_run_by(&Cells::new()));
    assert!(takes_place(&Cells::new()) && takes_place(&cells(&[("state", "planned")])));
    assert!(!takes_place(&cells(&[("state", "cancelled")])));
    for (state, is_held) in [
        ("done", true),
        ("ongoing", true),
        ("planned", false),
        ("postponed", false),
        ("cancelled", false),
    ] {
        let mut session = cells(&[
            ("state", state),
            (OF_COURSE, "course"),
            ("starts_on", "2026-08-12"),
        ]);
        session.insert("hours".to_owned(), 3.into());
        let hours = session_hours(&session, "2026-09-30");
        assert_eq!(hours, is_held.then_some(3), "{state}");
    }
    let answer = cells(&[("content", "4"), ("organisation", "3")]);
    assert_eq!(is_content(&answer, "content"), Some(true));
    assert_eq!(is_content(&answer, "organisation"), Some(false));
    assert_eq!(is_content(&answer, "logistics"), None);
    assert_eq!(hours(&BTreeMap::from([("hours".to_owned(), 3.into())])), 3);
    assert_eq!(hours(&Cells::new()), 0);
    assert!(is_done(&cells(&[("done_on", "2026-11-27")])) && !is_done(&Cells::new()));
    assert!(has_left(&cells(&[("left_on", "2026")])) && !has_left(&Cells::new()));
    assert_eq!(implied(presence::ACTIVITY, &Cells::new()), None);
}
