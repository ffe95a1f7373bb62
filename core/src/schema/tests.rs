//! The built-in schema agrees with itself, and parsing holds what it promises.

use super::*;

#[test]
fn the_builtin_declarations_agree_with_each_other() {
    let schema = families::builtin().expect("agrees");
    for key in [
        "association",
        "person",
        "household",
        "membership",
        "dues_period",
        "payment",
        "enrolment",
        "consent",
        "donor",
        "donation",
        "partner",
        "convention",
        "activity",
        "attendance",
        "correspondence",
        "login",
    ] {
        assert!(schema.kind(key).is_some(), "{key}");
    }
    for key in ["member", "beneficiary", "donor", "partner"] {
        let (_, referred) = schema.register(key).expect(key);
        assert_eq!(referred.key, "person");
    }
}
