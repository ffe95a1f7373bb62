//! How the program speaks: data apart from sentences, in the language of the person, help that teaches.

use crate::run::Place;

#[test]
fn help_and_wrong_usage_have_their_places() {
    let place = Place::new();
    let computer = place.computer("a");
    for family in [
        vec![],
        vec!["node"],
        vec!["record"],
        vec!["import"],
        vec!["hub"],
        vec!["demo"],
    ] {
        let output = computer.run(&[family.as_slice(), &["--help"]].concat());
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(
            output.status.success() && text.contains("Usage"),
            "{family:?}: {text}"
        );
    }
    assert!(
        computer
            .done(&["import", "--help"])
            .contains("tawro import member members.xlsx --dry-run")
    );
    let output = computer.run(&["node", "fly"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty() && !output.stderr.is_empty());
}

#[test]
fn sentences_follow_the_person_and_stay_apart_from_data() {
    let place = Place::new();
    let computer = place.computer("a");
    let said = |lang: &str| {
        let output = computer
            .command(&["node", "status", "--lang", lang])
            .output()
            .unwrap();
        assert!(output.stdout.is_empty());
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(said("en").contains("There is no association"));
    assert!(said("fr").contains("Il n'y a pas encore d'association"));
    assert!(said("ar").contains("لا توجد جمعية"));
}
