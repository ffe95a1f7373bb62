//! Who came to an activity: ticked by name, counted in numbers, refused to whom it is not given.

use tawro_tests::visit::{Visitor, World};

use crate::roles::person;

fn activity(visitor: &mut Visitor) -> String {
    let cells = [("title/ar", "ورشة الخياطة"), ("starts_on", "24/11/2026")];
    visitor.add("activity", &cells)
}

fn somebody(visitor: &mut Visitor, given: &str, sex: &str) -> String {
    let cells = [
        ("given_name/ar", given),
        ("family_name/ar", "العلوي"),
        ("sex", sex),
    ];
    visitor.add("person", &cells)
}

#[test]
fn ticks_are_saved_together_taken_back_and_come_back() {
    let (_world, mut founder) = World::founded("الأمل");
    let id = activity(&mut founder);
    let people: Vec<String> = [("سناء", "2"), ("عمر", "1"), ("ليلى", "2")]
        .into_iter()
        .map(|(given, sex)| somebody(&mut founder, given, sex))
        .collect();
    let at = format!("/id/{id}/present");
    let page = founder.get(&at);
    assert_eq!(page.body.matches("type=\"checkbox\"").count(), 3, "{}", page.body);
    let all: Vec<(&str, &str)> = people.iter().map(|id| ("came", id.as_str())).collect();
    let saved = founder.act(&at, &[all.as_slice(), &[("go", "")]].concat());
    assert!(founder.follow(&saved).body.contains("3 people ticked"));
    let card = founder.get(&format!("/id/{id}")).body;
    for said in ["3 came", "Women: 2", "Men: 1"] {
        assert!(card.contains(said), "{said}: {card}");
    }
    // Those who came stand first, ticked; one tick is taken away, whatever button is pressed.
    let page = founder.get(&at).body;
    assert_eq!(page.matches(" checked").count(), 3, "{page}");
    let was: Vec<(&str, &str)> = people.iter().map(|id| ("was", id.as_str())).collect();
    let form = [
        was.as_slice(),
        &all[..2],
        &[("go", "search"), ("q", "ليلى"), ("among", "person")],
    ]
    .concat();
    let saved = founder.act(&at, &form);
    let page = founder.follow(&saved);
    assert!(page.body.contains("1 tick taken back"), "{}", page.body);
    assert!(page.body.contains("ليلى") && !page.body.contains("سناء"));
    assert!(founder.get(&format!("/id/{id}")).body.contains("2 came"));
    // What somebody else ticked meanwhile is not taken back by a page that did not show it.
    founder.act(&at, &[("came", people[2].as_str()), ("go", "")]);
    founder.act(
        &at,
        &[
            ("was", people[0].as_str()),
            ("came", people[0].as_str()),
            ("go", ""),
        ],
    );
    assert!(founder.get(&format!("/id/{id}")).body.contains("3 came"));
    assert!(
        founder.get("/r/attendance").body.contains("3 records"),
        "nobody is doubled"
    );
    let sheet = founder.get(&format!("/id/{id}/sign"));
    assert!(sheet.bytes.starts_with(b"%PDF-"));
}

#[test]
fn a_long_list_comes_in_pages_and_by_search_and_whoever_is_not_in_it_is_added() {
    let (_world, mut founder) = World::founded("الأمل");
    let id = activity(&mut founder);
    for at in 0..55 {
        founder.add(
            "person",
            &[
                ("given_name/fr", &format!("Name{at:02}")),
                ("family_name/fr", "Alami"),
            ],
        );
    }
    let at = format!("/id/{id}/present");
    let page = founder.get(&at);
    assert_eq!(page.body.matches("type=\"checkbox\"").count(), 50);
    let next = page
        .between("name=\"go\" value=\"?", "\"")
        .replace("&amp;", "&")
        .replace("&#38;", "&");
    let page = founder.get(&format!("{at}?{next}"));
    assert_eq!(page.body.matches("type=\"checkbox\"").count(), 5, "{next}");
    let page = founder.get(&format!("{at}?q=name07&among=person"));
    assert_eq!(page.body.matches("type=\"checkbox\"").count(), 1);

    let fresh = [
        ("new.given_name", "خديجة"),
        ("new.family_name", "بناني"),
        ("new.sex", "2"),
        ("go", "add"),
    ];
    let added = founder.act(&at, &fresh);
    let page = founder.follow(&added);
    assert!(
        page.body.contains("خديجة بناني") && page.body.contains("Women: 1"),
        "{}",
        page.body
    );
    // The same name again may be the same person: asked, with all that was typed.
    let again = [
        ("new.given_name", "Khadija"),
        ("new.family_name", "Bennani"),
        ("go", "add"),
    ];
    let asked = founder.act(&at, &again);
    assert_eq!(asked.status, 422);
    assert!(
        asked.body.contains("خديجة بناني") && asked.body.contains("value=\"Khadija\""),
        "{}",
        asked.body
    );
    let nameless = founder.act(&at, &[("new.sex", "2"), ("go", "add")]);
    assert_eq!(nameless.status, 422);
}

#[test]
fn numbers_are_read_in_any_digits_and_what_is_none_stands_beside_its_box() {
    let (_world, mut founder) = World::founded("الأمل");
    let id = activity(&mut founder);
    let at = format!("/id/{id}/heads");
    let form = [
        ("was.n.2.18-24", ""),
        ("n.2.18-24", "١٢"),
        ("was.n.1.18-24", ""),
        ("n.1.18-24", "5"),
        ("was.n..", ""),
        ("n..", "3"),
    ];
    assert_eq!(founder.act(&at, &form).status, 303);
    let card = founder.get(&format!("/id/{id}")).body;
    for said in ["20 came", "Women: 12", "Men: 5", "Sex not said: 3"] {
        assert!(card.contains(said), "{said}: {card}");
    }
    for bad in ["-1", "many", "1.5", "100001", "9999999999999999999"] {
        let form = [
            ("was.n.2.18-24", "12"),
            ("n.2.18-24", bad),
            ("was.n.1.18-24", "5"),
            ("n.1.18-24", "6"),
        ];
        let page = founder.act(&at, &form);
        assert_eq!(page.status, 422, "{bad}");
        assert!(page.body.contains(&format!("value=\"{bad}\"")) && page.body.contains("value=\"6\""));
        assert!(page.body.contains("id=\"x-n.2.18-24\""), "{}", page.body);
    }
    assert!(
        founder.get(&format!("/id/{id}")).body.contains("20 came"),
        "nothing was written"
    );
    // A second writing changes the one number; what others wrote meanwhile is not overwritten.
    founder.act(&at, &[("was.n.2.18-24", "12"), ("n.2.18-24", "14")]);
    assert!(founder.get("/r/attendance").body.contains("3 records"));
    let late = founder.act(&at, &[("was.n.2.18-24", "12"), ("n.2.18-24", "13")]);
    assert_eq!(late.status, 422);
    assert!(
        late.body.contains("wrote 14") && late.body.contains("value=\"13\""),
        "{}",
        late.body
    );
    // Emptied, the group is gone; filled again, it is back.
    founder.act(&at, &[("was.n.2.18-24", "14"), ("n.2.18-24", "")]);
    assert!(founder.get(&format!("/id/{id}")).body.contains("8 came"));
    founder.act(&at, &[("was.n.2.18-24", ""), ("n.2.18-24", "2")]);
    assert!(founder.get(&format!("/id/{id}")).body.contains("10 came"));
}

#[test]
fn a_treasurer_sees_who_came_and_ticks_nobody_and_an_archivist_sees_no_names() {
    let (world, mut founder) = World::founded("الأمل");
    let id = activity(&mut founder);
    let whom = somebody(&mut founder, "سناء", "2");
    let mut treasurer = person(&world, &mut founder, "treasurer");
    let page = treasurer.get(&format!("/id/{id}/present"));
    assert_eq!(page.status, 200);
    assert!(page.body.contains("سناء") && !page.body.contains("type=\"checkbox\""));
    let mut archivist = person(&world, &mut founder, "archivist");
    for page in ["present", "sign"] {
        assert_eq!(archivist.get(&format!("/id/{id}/{page}")).status, 403, "{page}");
    }
    for visitor in [&mut treasurer, &mut archivist] {
        let ticked = visitor.act(&format!("/id/{id}/present"), &[("came", &whom), ("go", "")]);
        assert_eq!(ticked.status, 403);
        let counted = visitor.act(&format!("/id/{id}/heads"), &[("was.n..", ""), ("n..", "3")]);
        assert_eq!(counted.status, 403);
        let added = visitor.act(
            &format!("/id/{id}/present"),
            &[("new.given_name", "x"), ("go", "sure")],
        );
        assert_eq!(added.status, 403);
    }
    assert!(founder.get(&format!("/id/{id}")).body.contains("0 came"));
    // Whoever is no person cannot be ticked, and what is no activity has nobody.
    let wrong = founder.act(&format!("/id/{id}/present"), &[("came", &id), ("go", "")]);
    assert_eq!(wrong.status, 404);
    assert_eq!(founder.get(&format!("/id/{whom}/present")).status, 404);
    let mut assistant = person(&world, &mut founder, "assistant");
    let ticked = assistant.act(&format!("/id/{id}/present"), &[("came", &whom), ("go", "")]);
    assert_eq!(ticked.status, 303);
}
