//! Lists as people ask for them: search in either script, order, pages, filters.

use super::*;

#[test]
fn a_name_is_found_however_it_is_written() {
    let mut home = Home::new();
    let khadija = home.person("خَدِيجَة", "الأمراني");
    home.person("Hassan", "Bénani");
    for typed in [
        "خديجة",
        "خديجه",
        "خدي",
        "الامراني",
        "khadija",
        "Khadij",
        "خديجة الأمر",
        "amrani khadija",
    ] {
        let found: Vec<_> = home
            .list("person", &search(typed))
            .iter()
            .map(|row| row.id)
            .collect();
        assert_eq!(found, [khadija], "{typed}");
    }
    for typed in ["benani", "BÉNANI", "hass ben", "حسن", "بناني"] {
        assert_eq!(
            home.titles("person", &search(typed)),
            ["Hassan Bénani"],
            "{typed}"
        );
    }
    for typed in ["khadija hassan", "xyz", "\"", "* -"] {
        assert_eq!(home.titles("person", &search(typed)), [""; 0], "{typed}");
    }
}

#[test]
fn a_member_is_found_by_the_person_by_the_role_and_by_the_phone() {
    let mut home = Home::new();
    let person = home.person("Aïcha", "Zerrouki");
    home.set(person, "phone", "+212661234567");
    let member = home.member(person, &[("member_no", "A-117"), ("category", "founder")]);
    home.person("Aïcha", "Other");
    for typed in [
        "aicha",
        "عائشة",
        "A-117",
        "117",
        "0661234567",
        "+212661",
        "661234",
    ] {
        let found: Vec<_> = home
            .list("member", &search(typed))
            .iter()
            .map(|row| row.id)
            .collect();
        assert_eq!(found, [member], "{typed}");
    }
    let row = home.list("member", &search("aicha")).remove(0);
    assert_eq!(row.referred, Some(person));
    assert_eq!(row.title, "Aïcha Zerrouki");
    assert_eq!(row.cells["member_no"], scalar("A-117"));
    assert_eq!(row.cells["family_name/fr"], scalar("Zerrouki"));
    // A changed name is found under the new one, and no longer under the old.
    home.set(person, "family_name/fr", "Tazi");
    assert_eq!(home.titles("member", &search("tazi")), ["Aïcha Tazi"]);
    assert_eq!(home.titles("member", &search("zerrouki")), [""; 0]);
}

#[test]
fn what_is_sensitive_is_never_found() {
    let mut home = Home::new();
    let schema = Schema::empty().with(Kind::new(
        "vault",
        vec![Field::new("illness", FieldType::Text).sensitive()],
    ));
    let path = home.dir.path().join("vault.db");
    home.db = open_db(&path, &schema.unwrap()).unwrap();
    let row = tawro_core::record::Row {
        id: RecordId([1; 16]),
        kind: "vault".to_owned(),
        cells: [("illness".to_owned(), scalar("diabetes"))].into(),
        conflicts: vec![],
        issues: vec![],
        deleted: false,
        merged_into: None,
        import: None,
        heads: vec![],
        updated: NOW,
    };
    home.db
        .transaction(|tx| {
            tx.put_snapshot(row.id, b"document")?;
            tx.put_row(&row)
        })
        .unwrap();
    assert_eq!(home.list("vault", &ListQuery::default()).len(), 1);
    assert_eq!(home.list("vault", &search("diabetes")).len(), 0);
}

#[test]
fn pages_follow_each_other_without_gap_or_repeat_in_every_order() {
    let mut home = Home::new();
    let mut members = Vec::new();
    for n in 0..23 {
        let (given, family) = if n % 2 == 0 {
            ("Ali", "Tazi")
        } else {
            ("عمر", "بنيس")
        };
        let person = home.person(given, family);
        let joined = format!("20{:02}-03-01", n % 5);
        // Every third has no date.
        let joined = if n % 3 == 0 { "" } else { &joined };
        members.push(home.member(person, &[("joined_on", joined), ("member_no", &format!("{n}"))]));
    }
    members.sort();
    for (field, descending) in [
        ("", false),
        ("joined_on", false),
        ("joined_on", true),
        ("family_name", true),
    ] {
        let sort = (!field.is_empty()).then(|| Sort {
            field: field.to_owned(),
            descending,
        });
        let mut query = ListQuery {
            limit: 4,
            sort,
            ..ListQuery::default()
        };
        let mut seen = Vec::new();
        loop {
            let page = home.list("member", &query);
            let Some(last) = page.last() else { break };
            query.after = Some(last.id);
            seen.extend(page);
        }
        if field == "joined_on" {
            let dates: Vec<_> = seen.iter().map(|row| row.cells.get(field).cloned()).collect();
            let filled = dates.iter().take_while(|date| date.is_some()).count();
            assert!(
                dates[filled..].iter().all(Option::is_none),
                "empty ones stand last"
            );
            assert!(dates[..filled].is_sorted_by(|a, b| if descending { a >= b } else { a <= b }));
        }
        let mut ids: Vec<_> = seen.iter().map(|row| row.id).collect();
        ids.sort();
        assert_eq!(ids, members, "{field} {descending}");
    }
    let first = home.titles("member", &ListQuery::default());
    assert_eq!(
        (&*first[0], &*first[22]),
        ("عمر بنيس", "Ali Tazi"),
        "Arabic stands before Latin"
    );
}

#[test]
fn filters_ask_of_either_half_of_a_register() {
    let mut home = Home::new();
    for n in 0..6 {
        let person = home.person("Person", &format!("N{n}"));
        home.set(person, "sex", if n < 2 { "1" } else { "2" });
        let birth = format!("19{}0-05-01", n + 3);
        home.set(person, "birth_date", &birth);
        home.set(person, &format!("phones/+21266100000{n}"), "true");
        home.member(
            person,
            &[("category", if n % 2 == 0 { "active" } else { "founder" })],
        );
    }
    let mut check = |cell: &str, test: Test, expected: &[&str]| {
        let filters = vec![Filter {
            cell: cell.to_owned(),
            test: test.clone(),
        }];
        let query = ListQuery {
            filters,
            ..ListQuery::default()
        };
        let titles = home.titles("member", &query);
        let families: Vec<_> = titles
            .iter()
            .map(|title| title.trim_start_matches("Person "))
            .collect();
        assert_eq!(families, expected, "{cell} {test:?}");
    };
    check("category", Test::Is("active".into()), &["N0", "N2", "N4"]);
    check("sex", Test::Is("1".into()), &["N0", "N1"]);
    check("birth_date", Test::AtMost("1950".into()), &["N0", "N1", "N2"]);
    check(
        "birth_date",
        Test::AtLeast("1950-05-01".into()),
        &["N2", "N3", "N4", "N5"],
    );
    check("family_name", Test::Is("N3".into()), &["N3"]);
    check("family_name/fr", Test::Is("N3".into()), &["N3"]);
    check("phones", Test::Is("+212661000004".into()), &["N4"]);
    check("email", Test::Filled, &[]);
    check("cnie", Test::Empty, &["N0", "N1", "N2", "N3", "N4", "N5"]);
    let unknown = home.db.read(|tx| {
        let filters = vec![Filter {
            cell: "nothing'; DROP".to_owned(),
            test: Test::Empty,
        }];
        tx.list(
            "member",
            &ListQuery {
                filters,
                ..ListQuery::default()
            },
        )
    });
    assert!(matches!(unknown, Err(StoreError::Undeclared { .. })));
    assert!(matches!(
        home.db.read(|tx| tx.list("nobody", &search(""))),
        Err(StoreError::Undeclared { .. })
    ));
}

#[test]
fn a_search_that_finds_much_and_one_that_finds_little_agree() {
    let mut home = Home::new();
    let rows: Vec<_> = (0..1_300)
        .map(|n| tawro_core::command::ImportRow {
            id: RecordId::random(&mut home.dice),
            kind: "person".to_owned(),
            cells: vec![
                (
                    "given_name/fr".to_owned(),
                    scalar(if n % 4 == 0 { "Said" } else { "Salma" }),
                ),
                ("family_name/fr".to_owned(), scalar(&format!("F{}", n % 100))),
            ],
        })
        .collect();
    home.run(Command::Import {
        import: tawro_core::id::ImportId([1; 16]),
        rows,
    });
    let all = ListQuery {
        limit: usize::MAX,
        ..ListQuery::default()
    };
    let ordered = home.list("person", &all);
    for typed in ["s", "sa", "said", "salma f7"] {
        let found = home.list(
            "person",
            &ListQuery {
                search: typed.to_owned(),
                ..all.clone()
            },
        );
        let expected: Vec<_> = ordered
            .iter()
            .filter(|row| {
                typed
                    .split(' ')
                    .all(|word| row.title.to_lowercase().contains(word))
            })
            .filter(|row| typed != "salma f7" || row.title.split(' ').any(|part| part.starts_with("F7")))
            .map(|row| row.id)
            .collect();
        assert!(!expected.is_empty());
        assert_eq!(
            found.iter().map(|row| row.id).collect::<Vec<_>>(),
            expected,
            "{typed}"
        );
        let first = home.list("person", &search(typed));
        assert_eq!(first[..], found[..first.len()]);
    }
    let made = home
        .db
        .read(|tx| tx.of_import(tawro_core::id::ImportId([1; 16])))
        .unwrap();
    assert_eq!(made.len(), 1_300);
}

#[test]
fn who_may_be_the_same_person_is_found_by_name_card_and_phone() {
    let mut home = Home::new();
    let one = home.person("محمد", "العلوي");
    let two = home.person("Mohamed", "Alaoui");
    home.set(two, "cnie", "AB123456");
    let three = home.person("Salma", "Tazi");
    home.set(three, "phones/+212661000000", "true");
    let mut check = |alike: Alike, expected: &[RecordId]| {
        let mut found: Vec<_> = home
            .db
            .read(|tx| tx.find_alike("person", &alike, 20))
            .unwrap()
            .iter()
            .map(|row| row.id)
            .collect();
        found.sort();
        let mut expected = expected.to_vec();
        expected.sort();
        assert_eq!(found, expected, "{alike:?}");
    };
    let names = |name: &str| Alike {
        names: vec![name.to_owned()],
        ..Alike::default()
    };
    check(names("Alaoui Mohammed"), &[one, two]);
    check(names("سلمى"), &[three]);
    check(
        Alike {
            exact: vec![("cnie".to_owned(), "AB123456".into())],
            ..Alike::default()
        },
        &[two],
    );
    check(
        Alike {
            words: vec!["+212661000000".to_owned()],
            ..Alike::default()
        },
        &[three],
    );
    let found = home
        .db
        .read(|tx| tx.find_by("person", "family_name/fr", &"Tazi".into()))
        .unwrap();
    assert_eq!(found.iter().map(|row| row.id).collect::<Vec<_>>(), [three]);
}

#[test]
fn pages_walk_an_index_and_sort_nothing() {
    let mut home = Home::new();
    let mut check = |name: &str, field: &str, index: &str| {
        let sort = (!field.is_empty()).then(|| Sort {
            field: field.to_owned(),
            descending: true,
        });
        for after in [None, Some(RecordId([1; 16]))] {
            let query = ListQuery {
                sort: sort.clone(),
                after,
                ..ListQuery::default()
            };
            let plans = home.db.read(|tx| tx.plans_of(name, &query)).unwrap();
            assert!(plans[0].contains(index), "{name} by {field}: {}", plans[0]);
            // Roles of one person are put in order among themselves, nothing more.
            let sorted = plans[0].replace("USE TEMP B-TREE FOR LAST TERM OF ORDER BY", "");
            assert!(!sorted.contains("TEMP B-TREE"), "{name} by {field}: {}", plans[0]);
        }
    };
    check("member", "", "COVERING INDEX ix_sort_membership");
    check("person", "", "COVERING INDEX ix_sort_person");
    check("member", "joined_on", "ix_f_joined_on_membership");
    check("member", "member_no", "ix_f_member_no_membership");
    check("member", "birth_date", "ix_f_birth_date_person");
    check("member", "family_name", "ix_f_family_name_person");
    check("payment", "paid_on", "ix_f_paid_on_payment");
}

#[test]
fn counting_reads_an_index_and_not_the_other_half() {
    let mut home = Home::new();
    let mut check = |cell: &str, value: &str, index: &str| {
        let filter = Filter {
            cell: cell.to_owned(),
            test: Test::Is(value.into()),
        };
        let query = ListQuery {
            filters: (!cell.is_empty()).then_some(filter).into_iter().collect(),
            ..ListQuery::default()
        };
        let plan = home.db.read(|tx| tx.plan_of_count("member", &query)).unwrap();
        assert!(plan.contains(index), "{cell}: {plan}");
        assert!(!plan.contains(" p "), "{cell}: {plan}");
    };
    check("", "", "COVERING INDEX ix_sort_membership");
    check("category", "active", "COVERING INDEX ix_f_category_membership");
}
