//! What rows show of other records: titles, merges, issues; and rows made anew are the same.

use tawro_core::record::IssueCode;

use crate::projection;

use super::*;

fn issues(row: &ListRow) -> Vec<(&'static str, &str)> {
    row.issues
        .iter()
        .map(|issue| (issue.code.as_str(), issue.field.as_str()))
        .collect()
}

#[test]
fn a_payment_is_called_by_its_membership_and_that_by_its_person() {
    let mut home = Home::new();
    let person = home.person("Ali", "Tazi");
    let member = home.member(person, &[]).to_string();
    let cells = [
        ("membership", &*member),
        ("amount", "#5000"),
        ("paid_on", "2026-01-01"),
    ];
    let payment = home.add("payment", &cells);
    let number = home.row(payment).title.trim_end_matches("Ali Tazi").to_owned();
    home.set(person, "given_name/fr", "Omar");
    assert_eq!(home.row(payment).title, format!("{number}Omar Tazi"));
}

#[test]
fn a_merged_person_is_followed_and_the_merge_can_be_undone() {
    let mut home = Home::new();
    let (one, two, three) = (
        home.person("Ali", "One"),
        home.person("Ali", "Two"),
        home.person("Ali", "Three"),
    );
    let member = home.member(one, &[]);
    let merge = |home: &mut Home, from: RecordId, into: RecordId| {
        let base = home.row(from).heads;
        home.run(Command::Merge { from, into, base });
    };
    merge(&mut home, two, three);
    merge(&mut home, one, two);
    let row = home.list("member", &ListQuery::default()).remove(0);
    assert_eq!(
        (row.id, row.referred, &*row.title),
        (member, Some(three), "Ali Three")
    );
    assert_eq!(row.cells["family_name/fr"], scalar("Three"));
    assert_eq!(home.titles("person", &ListQuery::default()), ["Ali Three"]);
    home.set(three, "family_name/fr", "Changed");
    assert_eq!(home.titles("member", &search("changed")), ["Ali Changed"]);
    let base = home.row(two).heads;
    home.run(Command::Unmerge { id: two, base });
    assert_eq!(home.titles("member", &ListQuery::default()), ["Ali Two"]);
    assert_eq!(
        home.list(
            "person",
            &ListQuery {
                include_deleted: true,
                ..search("")
            }
        )
        .len(),
        3
    );
}

#[test]
fn what_other_records_make_of_a_row_is_an_issue_while_it_lasts() {
    let mut home = Home::new();
    let person = home.person("Ali", "Tazi");
    let another = home.person("Zineb", "Ziani");
    let (a, b) = (
        home.member(person, &[("member_no", "7")]),
        home.member(another, &[("member_no", "7")]),
    );
    assert_eq!(issues(&home.row(a)), [("not_unique", "member_no")]);
    home.set(b, "member_no", "8");
    assert_eq!(issues(&home.row(a)), []);
    let base = home.row(person).heads;
    home.run(Command::Delete { id: person, base });
    assert_eq!(
        issues(&home.list("member", &search("")).remove(0)),
        [("reference_deleted", "person")]
    );
    let nobody = RecordId([9; 16]);
    let lost = home.member(nobody, &[]);
    assert_eq!(issues(&home.row(lost)), [("reference_missing", "person")]);
    assert_eq!(home.row(lost).issues[0].code, IssueCode::ReferenceMissing);
    assert_eq!(home.row(lost).title, "");
}

#[test]
fn a_person_who_comes_later_gives_the_role_its_name() {
    let mut home = Home::new();
    let mut other = Home::new();
    other.dice = ChaCha20Rng::seed_from_u64(2);
    let person = other.person("Ali", "Late");
    let member = home.member(person, &[]);
    let document = other.db.read(|tx| tx.document(person)).unwrap().unwrap();
    let row = other.db.read(|tx| tx.projected(person)).unwrap().unwrap();
    home.db
        .transaction(|tx| {
            tx.put_snapshot(person, &document.snapshot)?;
            tx.put_row(&row)
        })
        .unwrap();
    assert_eq!(home.row(member).title, "Ali Late");
    assert_eq!(home.titles("member", &search("late")), ["Ali Late"]);
}

#[test]
fn only_rows_with_several_values_are_listed_when_asked() {
    let mut home = Home::new();
    let person = home.person("Ali", "Tazi");
    let (disputed, calm) = (home.member(person, &[]), home.person("Salma", "Calm"));
    home.member(calm, &[]);
    let base = home.row(person).heads;
    for name in ["One", "Two"] {
        let cells = vec![("family_name/fr".to_owned(), scalar(name))];
        home.run(Command::Set {
            id: person,
            base: base.clone(),
            cells,
        });
    }
    let rows = home.list(
        "member",
        &ListQuery {
            only_conflicts: true,
            ..search("")
        },
    );
    assert_eq!(rows.len(), 1);
    assert_eq!(
        (rows[0].id, &rows[0].conflicts[..]),
        (disputed, &["family_name/fr".to_owned()][..])
    );
    assert!(issues(&rows[0]).contains(&("conflict", "family_name/fr")));
    assert_eq!(
        home.list(
            "membership",
            &ListQuery {
                only_conflicts: true,
                ..search("")
            }
        )
        .len(),
        0
    );
}

#[test]
fn an_invented_kind_needs_its_declaration_only() {
    let mut home = Home::new();
    let keeper = home.person("نحال", "الأطلس").to_string();
    let hive = home.add(
        "hive",
        &[
            ("label/ar", "خلية الوادي"),
            ("number", "H1"),
            ("keeper", &keeper),
            ("plants/زعتر", "true"),
            ("frames", "#10"),
        ],
    );
    assert_eq!(home.list("hive", &search("الوادي")).remove(0).id, hive);
    assert_eq!(
        home.list("hive", &search("زعتر")).remove(0).cells["frames"],
        Scalar::Integer(10)
    );
    let filters = vec![Filter {
        cell: "plants".to_owned(),
        test: Test::Is("زعتر".into()),
    }];
    assert_eq!(
        home.list(
            "hive",
            &ListQuery {
                filters,
                ..search("")
            }
        )
        .len(),
        1
    );
    home.add("hive", &[("label/ar", "أخرى"), ("number", "H1")]);
    assert_eq!(issues(&home.row(hive)), [("not_unique", "number")]);
}

/// Everything that a reader can see of the rows.
fn everything(db: &mut Db, schema: &Schema) -> Vec<(String, Vec<ListRow>)> {
    let all = ListQuery {
        limit: usize::MAX,
        include_deleted: true,
        ..ListQuery::default()
    };
    let registers = schema.kinds().filter_map(|kind| Some(kind.register?.key));
    let names = schema.kinds().map(|kind| kind.key).chain(registers);
    names
        .map(|name| (name.to_owned(), db.read(|tx| tx.list(name, &all)).unwrap()))
        .collect()
}

fn busy_home() -> Home {
    let mut home = Home::new();
    let people: Vec<_> = (0..20).map(|n| home.person("Ali", &format!("N{n}"))).collect();
    for (n, person) in people.iter().enumerate() {
        let member = home.member(*person, &[("member_no", &format!("{}", n % 18))]);
        if n % 7 == 0 {
            let base = home.row(*person).heads;
            home.run(Command::Merge {
                from: *person,
                into: people[n + 1],
                base,
            });
        }
        if n % 5 == 0 {
            let base = home.row(member).heads;
            home.run(Command::Delete { id: member, base });
        }
    }
    home.set(people[3], "family_name/fr", "Renamed");
    home
}

#[test]
fn rows_made_anew_are_the_rows_that_were_there() {
    let mut home = busy_home();
    let before = everything(&mut home.db, &home.schema);
    let found = home.titles("member", &search("n1"));
    let mut told = Vec::new();
    let rebuilt = projection::rebuild(&mut home.db, &home.schema, |done, of| told.push((done, of))).unwrap();
    assert_eq!((rebuilt.documents, rebuilt.unreadable), (40, 0));
    assert_eq!(told.last(), Some(&(40, 40)));
    assert!(!home.db.rows_are_stale());
    assert_eq!(everything(&mut home.db, &home.schema), before);
    assert_eq!(home.titles("member", &search("n1")), found);
    assert_eq!(home.db.verify().unwrap(), [""; 0]);
}

#[test]
fn another_schema_makes_rows_stale_until_they_are_made_anew() {
    let mut home = busy_home();
    let before = everything(&mut home.db, &home.schema);
    let path = home.path();
    drop(home.db);
    // A release without the invented kind, then the one with it again, stopped before it was done.
    let mut db = open_db(&path, &Schema::builtin()).unwrap();
    assert!(db.rows_are_stale());
    projection::rebuild(&mut db, &Schema::builtin(), |_, _| {}).unwrap();
    drop(db);
    drop(open_db(&path, &home.schema).unwrap());
    let mut db = open_db(&path, &home.schema).unwrap();
    assert!(db.rows_are_stale());
    projection::rebuild(&mut db, &home.schema, |_, _| {}).unwrap();
    assert_eq!(everything(&mut db, &home.schema), before);
}

/// Random lives: whatever is done, the rows that were kept up are those that would be made anew.
#[test]
fn rows_kept_up_through_random_lives_are_those_made_anew() {
    for seed in 0..12 {
        let mut home = Home::new();
        live(&mut home, &mut ChaCha20Rng::seed_from_u64(seed));
        let before = everything(&mut home.db, &home.schema);
        let found = home.titles("member", &search("r"));
        projection::rebuild(&mut home.db, &home.schema, |_, _| {}).unwrap();
        assert_eq!(everything(&mut home.db, &home.schema), before, "seed {seed}");
        assert_eq!(home.titles("member", &search("r")), found, "seed {seed}");
    }
}

/// Sixty steps over a few people and what refers to them; those that are refused change nothing.
fn live(home: &mut Home, dice: &mut ChaCha20Rng) {
    let mut below = |bound: usize| (rand_core::Rng::next_u32(dice) as usize) % bound;
    let mut people = vec![home.person("Ali", "First"), home.person("عمر", "الثاني")];
    let mut roles = vec![home.member(people[0], &[])];
    for step in 0..60 {
        let (a, b) = (people[below(people.len())], people[below(people.len())]);
        let role = roles[below(roles.len())];
        let target = if below(2) == 0 { a } else { role };
        let (base, base_a, base_role) = (home.row(target).heads, home.row(a).heads, home.row(role).heads);
        let set = |id, base, cell: &str, value: &str| Command::Set {
            id,
            base,
            cells: vec![(cell.to_owned(), scalar(value))],
        };
        let command = match below(9) {
            0 => {
                people.push(home.person("Salma", &format!("N{step}")));
                continue;
            }
            1 => {
                roles.push(home.member(a, &[("member_no", &format!("{}", below(4)))]));
                continue;
            }
            2 => {
                let (role, day) = (role.to_string(), format!("2026-01-{:02}", 1 + below(28)));
                home.add(
                    "payment",
                    &[("membership", &role), ("amount", "#100"), ("paid_on", &day)],
                );
                continue;
            }
            3 => set(a, base_a, "family_name/fr", &format!("R{}", below(5))),
            4 => set(role, base_role, "person", &b.to_string()),
            5 => Command::Merge {
                from: a,
                into: b,
                base: base_a,
            },
            6 => Command::Unmerge { id: a, base: base_a },
            7 => Command::Delete { id: target, base },
            _ => Command::Restore { id: target, base },
        };
        home.try_run(command);
    }
}
