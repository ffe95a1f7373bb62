//! How the program speaks: data apart from sentences, in the language of the person, help that teaches.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

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
        vec!["indicators"],
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

/// Says in three languages what is wrong with a command, each time with what may be written instead.
fn wrong(arguments: &[&str], code: &str, shown: &[&str]) {
    let place = Place::new();
    let mut said = BTreeSet::new();
    for lang in ["ar", "fr", "en"] {
        let mut command = place.computer("a").command(arguments);
        let output = command.env("TAWRO_LANG", lang).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?} printed data");
        let text = String::from_utf8(output.stderr).unwrap();
        assert_eq!(text.lines().last(), Some(format!("[{code}]").as_str()), "{text}");
        assert!(!text.contains("error") && !text.contains("Usage"), "{text}");
        for word in shown {
            assert!(text.contains(word), "{word} is not in: {text}");
        }
        said.insert(text.lines().next().unwrap_or_default().to_owned());
    }
    assert_eq!(said.len(), 3, "{said:?}");
}

#[test]
fn wrong_usage_is_told_in_the_language_of_the_person() {
    let kinds = ["member", "beehive", "tawro record"];
    wrong(&["record", "list"], "missing_kind", &kinds);
    wrong(&["record", "add"], "missing_kind", &kinds);
    wrong(&["export"], "missing_kind", &["member", "tawro export"]);
    wrong(&["import"], "no_sheet", &["member", "tawro import"]);
    wrong(
        &["record", "add", "member"],
        "missing_fields",
        &["phone=0661234567"],
    );
    wrong(&["record", "show"], "missing_id", &["tawro record show"]);
    wrong(&["record", "merge"], "missing_argument", &["<FROM> <INTO>"]);
    wrong(
        &["node", "invite", "--role", "admin"],
        "missing_argument",
        &["--accept", "tawro node invite"],
    );
    wrong(
        &["node", "init"],
        "missing_argument",
        &["--name <NAME>", "tawro node init"],
    );
    wrong(
        &["node", "revoke"],
        "missing_argument",
        &["<DEVICE>", "tawro node revoke"],
    );
    wrong(
        &["hub", "ticket"],
        "missing_argument",
        &["<NAME>", "tawro hub ticket"],
    );
    wrong(&["node", "fly"], "unknown_command", &["fly", "tawro node"]);
    wrong(
        &["node", "sync", "--fast"],
        "unknown_argument",
        &["--fast", "tawro node sync"],
    );
    wrong(
        &["record", "list", "member", "khadija"],
        "unknown_argument",
        &["khadija"],
    );
    wrong(
        &["demo", "--associations", "1"],
        "argument_value",
        &["1", "tawro demo"],
    );
    wrong(
        &["node", "invite", "--role", "king"],
        "argument_value",
        &["king", "--role"],
    );
    wrong(&["hub", "serve", "--listen"], "argument_empty", &["--listen"]);
    wrong(
        &["import", "--undo", "a", "member", "b.csv"],
        "arguments_exclude",
        &["--undo"],
    );
}

#[test]
fn help_is_in_the_language_of_the_person() {
    let place = Place::new();
    let computer = place.computer("a");
    let help = |arguments: &[&str]| computer.done(&[&["record", "list", "--help"], arguments].concat());
    assert!(help(&["--lang", "ar"]).contains("بطاقات نوع أو سجل"));
    assert!(help(&["--lang=fr"]).contains("Les fiches d'un genre"));
    assert!(help(&[]).contains("The records of a kind"));
    // A family without a command shows its help, whatever the environment sets.
    let output = computer.run(&["node"]);
    assert_eq!(output.status.code(), Some(2));
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(text.contains("Commands:"), "{text}");
}

#[test]
fn who_stays_is_not_told_to_try_again() {
    let place = Place::new();
    let (first, relay) = (place.computer("a"), place.computer("hub"));
    first.found("Al Amal");
    let (running, _) = crate::run::hub(&relay);
    let ticket = relay.json(&["hub", "ticket", "Al Amal"]);
    first.done(&["node", "enrol", ticket["ticket"].as_str().unwrap()]);
    drop(running);
    let mut serving = first.command(&["node", "serve"]);
    let mut child = serving.stderr(Stdio::piped()).spawn().unwrap();
    let said = BufReader::new(child.stderr.take().unwrap()).lines();
    let serving = crate::run::Running(child);
    let said: Vec<String> = said.map(Result::unwrap).take(3).collect();
    assert_eq!(said[1], "The relay does not answer.");
    assert!(
        said[2].starts_with("Work goes on; the next try is in"),
        "{said:?}"
    );
    drop(serving);
}

#[test]
fn nothing_is_shown_by_its_code_alone() {
    let place = Place::new();
    let computer = place.computer("a");
    computer.found("Al Amal");
    let sheet = computer.write(
        "m.csv",
        "Nom;Prénom;Sexe;Téléphone\nBennani;Khadija;F;0661234567\n",
    );
    computer.done(&["import", "member", &sheet]);
    let listed = computer.json(&["record", "list", "member"]);
    let id = listed[0]["id"].as_str().unwrap();
    computer.done(&["record", "set", id, "phone=0662345678"]);
    let history = computer.done(&["record", "history", id, "--lang", "fr"]);
    for shown in ["Téléphone (phone)", "Femme", "d'une feuille", "aicha, first"] {
        assert!(history.contains(shown), "{shown} is not in: {history}");
    }
    assert!(
        !history.contains("_kind") && !history.contains("_import"),
        "{history}"
    );
    let kinds = computer.done(&["record", "kinds", "member", "--lang", "fr"]);
    assert!(kinds.contains("Femme") && kinds.contains("Tiflet"), "{kinds}");

    let (_, said) = computer.refused(&["record", "set", id, "phone=12", "--lang", "fr"]);
    assert!(said.starts_with("Téléphone (phone): "), "{said}");
    let (_, said) = computer.refused(&["record", "set", id, "category=king"]);
    assert!(said.starts_with("Category (category): "), "{said}");
    assert!(said.contains("tawro record kinds member"), "{said}");
    let (_, said) = computer.refused(&["record", "resolve", id, "phone=0661111111"]);
    assert!(
        said.contains("Telephone (phone)") && said.contains("ID phone="),
        "{said}"
    );
    // A folder that is an association's is not called a hub whose keys are damaged.
    let (_, said) = computer.refused(&["hub", "status"]);
    assert!(said.contains("[not_a_hub"), "{said}");
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
    assert!(said("tlh").contains("[unknown_language]"));
}
