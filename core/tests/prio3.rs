//! The published vectors of Prio3 pass, and those that must fail do.

#![allow(clippy::unwrap_used)]

use std::panic::{AssertUnwindSafe, catch_unwind};

use prio::vdaf::prio3::{Prio3Count, Prio3Histogram, Prio3SumVec};
use prio::vdaf::test_utils::{TestVector, check_test_vector};
use serde_json::Value;

macro_rules! vector {
    ($name:literal) => {
        ($name, include_str!(concat!("fixtures/vdaf/", $name, ".json")))
    };
}

type Check = fn(&TestVector);

const PASS: &[(Check, (&str, &str))] = &[
    (check_test_vector::<Prio3SumVec, 32, 16>, vector!("Prio3SumVec_0")),
    (check_test_vector::<Prio3SumVec, 32, 16>, vector!("Prio3SumVec_1")),
    (check_test_vector::<Prio3Count, 32, 16>, vector!("Prio3Count_0")),
    (
        check_test_vector::<Prio3Histogram, 32, 16>,
        vector!("Prio3Histogram_0"),
    ),
];

const FAIL: &[(Check, (&str, &str))] = &[
    (
        check_test_vector::<Prio3Count, 32, 16>,
        vector!("Prio3Count_bad_gadget_poly"),
    ),
    (
        check_test_vector::<Prio3Count, 32, 16>,
        vector!("Prio3Count_bad_helper_seed"),
    ),
    (
        check_test_vector::<Prio3Count, 32, 16>,
        vector!("Prio3Count_bad_meas_share"),
    ),
    (
        check_test_vector::<Prio3Count, 32, 16>,
        vector!("Prio3Count_bad_wire_seed"),
    ),
    (
        check_test_vector::<Prio3Histogram, 32, 16>,
        vector!("Prio3Histogram_bad_helper_jr_blind"),
    ),
    (
        check_test_vector::<Prio3Histogram, 32, 16>,
        vector!("Prio3Histogram_bad_leader_jr_blind"),
    ),
    (
        check_test_vector::<Prio3Histogram, 32, 16>,
        vector!("Prio3Histogram_bad_public_share"),
    ),
    (
        check_test_vector::<Prio3Histogram, 32, 16>,
        vector!("Prio3Histogram_bad_verifier_message"),
    ),
];

fn holds(check: Check, vector: &Value) -> bool {
    let vector: TestVector = serde_json::from_value(vector.clone()).unwrap();
    catch_unwind(AssertUnwindSafe(|| check(&vector))).is_ok()
}

#[test]
fn published_vectors_pass() {
    for (check, (name, text)) in PASS {
        let mut vector: Value = serde_json::from_str(text).unwrap();
        assert!(holds(*check, &vector), "{name}");
        // The check can fail: another context gives other bytes.
        vector["ctx"] = Value::from("00");
        assert!(!holds(*check, &vector), "{name} with another context");
    }
}

#[test]
fn vectors_that_must_fail_do() {
    for (check, (name, text)) in FAIL {
        let mut vector: Value = serde_json::from_str(text).unwrap();
        let operations = vector["operations"].as_array().unwrap();
        let refused: Vec<usize> = (0..operations.len())
            .filter(|at| operations[*at]["success"] == false)
            .collect();
        assert!(!refused.is_empty(), "{name} says which step fails");
        assert!(holds(*check, &vector), "{name} fails where it must");
        // And not because the check is blind: it must not be taken to succeed.
        for at in refused {
            vector["operations"][at]["success"] = Value::from(true);
        }
        assert!(!holds(*check, &vector), "{name} does not succeed");
    }
}
