//! Two rows that are one person: the hint followed to the letter, and taken back.

use serde_json::{Value, json};

use crate::run::{Computer, Place};

const SHEET: &str = "الاسم العائلي,الاسم الشخصي,سنة الازدياد,الهاتف,رقم الانخراط\n\
الإدريسي,إدريس,1994,0661234567,17\n";

/// What lists say of everybody: nothing but the two rows changes between two of these.
fn standing(computer: &Computer) -> (Value, Value) {
    (
        computer.json(&["record", "list", "person"]),
        computer.json(&["record", "list", "member"]),
    )
}

fn without_times(mut rows: Value) -> Value {
    for row in rows.as_array_mut().unwrap() {
        row.as_object_mut().unwrap().remove("updated");
    }
    rows
}

#[test]
fn the_hint_of_an_import_is_followed_to_the_letter_and_back() {
    let place = Place::new();
    let computer = place.computer("a");
    computer.found("جمعية الأمل");
    let person = [
        "record",
        "add",
        "member",
        "given_name/ar=إدريس",
        "family_name/ar=الإدريسي",
        "birth_date=1994-04-13",
        "email=driss@example.ma",
    ];
    let known = computer.json(&person)["id"].as_str().unwrap().to_owned();

    let sheet = computer.write("members.csv", SHEET);
    let dry = computer.json(&["import", "member", &sheet, "--dry-run"]);
    let output = computer.run(&["import", "member", &sheet]);
    let said = format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    let new = dry["duplicates"][0]["new"].as_str().unwrap();
    assert_eq!(dry["duplicates"][0]["id"], known);
    let hint = format!("tawro record merge {new} {known}");
    assert!(said.contains(&hint), "{said}");
    assert!(
        said.contains("إدريس الإدريسي"),
        "a person is called by name: {said}"
    );
    let before = standing(&computer);
    assert_eq!(before.0.as_array().unwrap().len(), 2);

    let arguments: Vec<&str> = hint.split(' ').skip(1).collect();
    computer.done(&arguments);
    let (persons, members) = standing(&computer);
    for rows in [&persons, &members] {
        assert_eq!(rows.as_array().unwrap().len(), 1, "{rows}");
        assert_eq!(rows[0]["issues"], json!([]), "{rows}");
    }
    assert_eq!(members[0]["id"], known);
    let fields = &members[0]["fields"];
    assert_eq!(fields["email"], "driss@example.ma");
    assert_eq!(
        fields["phone"], "+212661234567",
        "the telephone of the other is not lost"
    );
    assert_eq!(fields["member_no"], "17");
    let found = computer.json(&["record", "list", "member", "--search", "0661234567"]);
    assert_eq!(found[0]["id"], known);

    let done = computer.json(&["record", "unmerge", new]);
    assert_eq!(done["id"], new);
    let after = standing(&computer);
    assert_eq!(without_times(after.0), without_times(before.0));
    assert_eq!(without_times(after.1), without_times(before.1));
    let said = String::from_utf8(computer.run(&["record", "unmerge", new]).stderr).unwrap();
    assert!(said.contains("was not merged"), "{said}");
    computer.done(&["node", "doctor"]);
}

#[test]
fn merging_two_persons_merges_what_one_person_has_once() {
    let place = Place::new();
    let computer = place.computer("a");
    computer.found("Al Amal");
    let member = |fields: &[&str]| {
        let added = computer.json(&[&["record", "add", "member"], fields].concat());
        added["id"].as_str().unwrap().to_owned()
    };
    member(&["given_name=Ali", "family_name=Tazi", "cnie=AA11111"]);
    member(&["given_name=Aly", "family_name=Tazi", "phone=0661234567"]);
    let before = standing(&computer);
    let of = |name: &str| {
        let found = computer.json(&["record", "list", "person", "--search", name]);
        found[0]["id"].as_str().unwrap().to_owned()
    };
    let (ali, aly) = (of("AA11111"), of("0661234567"));
    computer.done(&["record", "merge", &aly, &ali]);
    let (persons, members) = standing(&computer);
    assert_eq!(
        (
            persons.as_array().unwrap().len(),
            members.as_array().unwrap().len()
        ),
        (1, 1)
    );
    assert_eq!(members[0]["fields"]["cnie"], "AA11111");
    assert_eq!(
        members[0]["fields"]["given_name"],
        before.1[0]["fields"]["given_name"].clone()
    );
    assert_eq!(members[0]["fields"]["phones"], json!(["+212661234567"]));
    computer.done(&["record", "unmerge", &aly]);
    let after = standing(&computer);
    assert_eq!(without_times(after.0), without_times(before.0));
    assert_eq!(without_times(after.1), without_times(before.1));
}
