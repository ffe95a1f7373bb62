//! One person with two records: found, laid side by side, merged by a press, and parted again.

use tawro_tests::visit::{Reply, Visitor, World};

use crate::roles::person;

/// Two persons by themselves.
fn persons<const N: usize>(visitor: &mut Visitor, each: [&[(&str, &str)]; N]) -> [String; N] {
    each.map(|texts| visitor.add("person", texts))
}

const DRISS: [(&str, &str); 4] = [
    ("given_name/ar", "إدريس"),
    ("family_name/ar", "الإدريسي"),
    ("birth_date", "13/04/1994"),
    ("email", "driss@example.ma"),
];
const DRISS_AGAIN: [(&str, &str); 4] = [
    ("given_name/ar", "إدريس"),
    ("family_name/ar", "الادريسي"),
    ("birth_date", "13/04/1994"),
    ("phone", "0661234567"),
];

/// Presses the button of the page that is shown, with these choices.
fn press(visitor: &mut Visitor, page: &Reply, choices: &[(&str, &str)]) -> Reply {
    let before = page.body.split("/same\" autocomplete").next().unwrap();
    let at = before.rsplit("/id/").next().unwrap().to_owned();
    let hidden = |name: &str| {
        page.between(&format!("name=\"{name}\" value=\""), "\"")
            .to_owned()
    };
    let (with, seen) = (hidden("with"), hidden("seen"));
    let form = [("with", with.as_str()), ("seen", &seen)];
    visitor.act(&format!("/id/{at}/same"), &[form.as_slice(), choices].concat())
}

#[test]
fn two_records_become_one_by_a_press_and_two_again_by_the_next() {
    let (_world, mut founder) = World::founded("الأمل");
    let [one, other] = persons(&mut founder, [&DRISS, &DRISS_AGAIN]);
    let card = founder.get(&format!("/id/{one}"));
    assert!(card.body.contains(&format!("/id/{one}/same")), "{}", card.body);
    let pick = founder.get(&format!("/id/{one}/same"));
    assert!(
        pick.body.contains(&format!("/same?with={other}")),
        "{}",
        pick.body
    );
    assert!(pick.body.contains("same date of birth"), "{}", pick.body);

    let page = founder.get(&format!("/id/{one}/same?with={other}"));
    assert_eq!(page.status, 200, "{}", page.body);
    // What differs is chosen, the one that was written last beforehand; what agrees is not asked.
    assert!(
        page.body
            .contains("name=\"person.family_name/ar\" value=\"other\""),
        "{}",
        page.body
    );
    assert!(
        !page.body.contains("name=\"person.given_name/ar\""),
        "{}",
        page.body
    );
    let done = press(&mut founder, &page, &[("person.family_name/ar", "other")]);
    let card = founder.follow(&done);
    for text in [
        "إدريس الادريسي",
        "driss@example.ma",
        "06\u{a0}61\u{a0}23\u{a0}45\u{a0}67",
        "records are one now",
    ] {
        assert!(card.body.contains(text), "{text}: {}", card.body);
    }
    assert!(founder.get("/r/person").body.contains("1 record."));
    assert!(
        founder
            .get(&format!("/id/{other}"))
            .body
            .contains("merged into another")
    );
    assert_eq!(
        card.between("class=\"told\"", "</div>")
            .matches("/part\"")
            .count(),
        1
    );

    let undone = founder.act(&format!("/id/{other}/part"), &[]);
    assert!(
        founder
            .follow(&undone)
            .body
            .contains("06\u{a0}61\u{a0}23\u{a0}45\u{a0}67")
    );
    let card = founder.get(&format!("/id/{one}")).body;
    assert!(
        card.contains("إدريس الإدريسي") && card.contains("driss@example.ma"),
        "{card}"
    );
    assert!(!card.contains("06\u{a0}61\u{a0}23\u{a0}45\u{a0}67"), "{card}");
    assert!(founder.get("/r/person").body.contains("2 records."));
    let again = founder.act(&format!("/id/{other}/part"), &[]);
    assert!(founder.follow(&again).body.contains("Nothing changed"));
}

#[test]
fn of_a_role_the_person_is_merged_with_what_one_person_has_once() {
    let (_world, mut founder) = World::founded("الأمل");
    let mut member = |given: &str, more: [(&str, &str); 2]| {
        let named = [("given_name/fr", given), ("family_name/fr", "Tazi")];
        founder.add("member", &[named, more].concat())
    };
    let one = member("Ali", [("cnie", "AA11111"), ("member_no", "7")]);
    let other = member("Aly", [("phone", "0661234567"), ("member_no", "8")]);
    let period = founder.add("dues_period", &[("label", "2026"), ("amount_active", "200")]);
    let texts = [
        ("membership", other.as_str()),
        ("period", &period),
        ("amount", "200"),
        ("paid_on", "24/11/2026"),
    ];
    let payment = founder.add("payment", &texts);
    let owing = format!("/id/{period}/owing");
    assert!(founder.get(&owing).body.contains("Ali Tazi"));
    let page = founder.get(&format!("/id/{one}/same?with={other}"));
    assert!(
        page.body.contains("name=\"membership.member_no\""),
        "{}",
        page.body
    );
    let done = press(
        &mut founder,
        &page,
        &[("membership.member_no", "one"), ("person.given_name/fr", "other")],
    );
    assert_eq!(done.to(), format!("/id/{one}"));
    let card = founder.follow(&done);
    for text in [
        "Aly Tazi",
        "AA11111",
        "06\u{a0}61\u{a0}23\u{a0}45\u{a0}67",
        &payment,
    ] {
        assert!(card.body.contains(text), "{text}: {}", card.body);
    }
    let members = founder.get("/r/member").body;
    assert!(
        members.contains("1 record.") && members.contains(">7<"),
        "{members}"
    );
    // What was paid by the one is paid by both.
    let nobody = founder.get(&owing).body;
    assert!(!nobody.contains("Tazi"), "{nobody}");
    let part = card.between("action=\"/id/", "/part\"").to_owned();
    assert_eq!(founder.act(&format!("/id/{part}/part"), &[]).status, 303);
    let members = founder.get("/r/member").body;
    assert!(
        members.contains("2 records.") && members.contains("Ali Tazi"),
        "{members}"
    );
}

#[test]
fn whoever_may_not_write_both_is_refused_and_nothing_is_merged() {
    let (world, mut founder) = World::founded("الأمل");
    let [one, other] = persons(&mut founder, [&DRISS, &DRISS_AGAIN]);
    let page = founder.get(&format!("/id/{one}/same?with={other}"));
    let seen = page.between("name=\"seen\" value=\"", "\"").to_owned();
    let form = [("with", other.as_str()), ("seen", seen.as_str())];
    for function in ["treasurer", "archivist"] {
        let mut visitor = person(&world, &mut founder, function);
        let list = visitor.get("/twice");
        assert_eq!(list.status, 403, "{function}");
        assert!(!list.body.contains("إدريس"), "{function}");
        let paths = [format!("/id/{one}/same"), format!("/id/{one}/same?with={other}")];
        for path in paths {
            assert_eq!(visitor.get(&path).status, 403, "{function} {path}");
        }
        assert_eq!(
            visitor.act(&format!("/id/{one}/same"), &form).status,
            403,
            "{function}"
        );
        let apart = format!("/twice/apart?one={one}&other={other}");
        assert_eq!(visitor.act(&apart, &[]).status, 403, "{function}");
        assert!(!visitor.get("/part/people").body.contains("/twice"), "{function}");
        assert!(
            !visitor.get(&format!("/id/{one}")).body.contains("/same"),
            "{function}"
        );
    }
    assert!(founder.get("/r/person").body.contains("2 records."));
    // Of two donors that are one the gifts go along: who writes people alone does not merge them.
    for id in [&one, &other] {
        founder.add("donor", &[("person", id.as_str())]);
    }
    let mut assistant = person(&world, &mut founder, "assistant");
    assert_eq!(assistant.get(&format!("/id/{one}/same?with={other}")).status, 403);
    assert_eq!(assistant.act(&format!("/id/{one}/same"), &form).status, 403);
    let page = founder.get(&format!("/id/{one}/same?with={other}"));
    assert_eq!(press(&mut founder, &page, &[]).status, 303);
    assert_eq!(assistant.act(&format!("/id/{other}/part"), &[]).status, 403);
    assert!(founder.get("/r/donor").body.contains("1 record."));
}

#[test]
fn what_cannot_be_one_is_told_in_a_sentence() {
    let (_world, mut founder) = World::founded("الأمل");
    let [one, other, third] = persons(&mut founder, [&DRISS, &DRISS_AGAIN, &DRISS_AGAIN]);
    let household = founder.add("household", &[("name", "الإدريسي")]);
    let organisation = founder.add("donor", &[("organisation/fr", "Fondation X")]);
    let check = |founder: &mut Visitor, with: &str, status: u16, said: &str| {
        let page = founder.get(&format!("/id/{one}/same?with={with}"));
        let sent = founder.act(&format!("/id/{one}/same"), &[("with", with), ("seen", "")]);
        for reply in [page, sent] {
            assert_eq!(reply.status, status, "{with}: {}", reply.body);
            assert!(reply.body.contains(said), "{with}: {}", reply.body);
        }
    };
    check(&mut founder, &one, 422, "This is the record itself");
    check(&mut founder, &household, 422, "That is no person");
    check(&mut founder, &organisation, 422, "That is no person");
    check(&mut founder, "nobody", 404, "There is no such page");
    check(&mut founder, &"A".repeat(one.len()), 404, "cannot be done");
    founder.act(&format!("/id/{third}/delete"), &[]);
    check(&mut founder, &third, 422, "in the bin");
    assert_eq!(founder.get(&format!("/id/{third}/same")).status, 422);
    assert_eq!(founder.get(&format!("/id/{household}/same")).status, 422);
    let page = founder.get(&format!("/id/{one}/same?with={other}"));
    // Somebody wrote meanwhile: what was chosen was chosen from something else.
    let twice = founder.clone();
    press(&mut founder, &page, &[]);
    founder.act(&format!("/id/{other}/part"), &[]);
    let mut late = twice;
    let refused = press(&mut late, &page, &[]);
    assert_eq!(refused.status, 422);
    assert!(
        refused.body.contains("changed one of the two"),
        "{}",
        refused.body
    );
    assert!(founder.get("/r/person").body.contains("2 records."));
    assert_eq!(press(&mut late, &refused, &[]).status, 303);
    check(&mut founder, &other, 422, "merged into another already");
    assert_eq!(founder.get(&format!("/id/{other}/same")).status, 422);
}

#[test]
fn of_three_that_were_merged_one_after_the_other_each_is_parted_with_what_went_along() {
    let (_world, mut founder) = World::founded("الأمل");
    let [first, bare, last] = persons(&mut founder, [&DRISS, &DRISS_AGAIN, &DRISS_AGAIN]);
    let [own, others] = [(&first, "7"), (&last, "8")]
        .map(|(id, number)| founder.add("member", &[("person", id), ("member_no", number)]));
    let merge = |founder: &mut Visitor, from: &str, into: &str| {
        let page = founder.get(&format!("/id/{into}/same?with={from}"));
        assert_eq!(press(founder, &page, &[]).status, 303, "{}", page.body);
        // Two merges are told apart by their moment.
        std::thread::sleep(std::time::Duration::from_millis(1_100));
    };
    merge(&mut founder, &first, &bare);
    merge(&mut founder, &bare, &last);
    assert!(founder.get("/r/member").body.contains("1 record."));
    founder.act(&format!("/id/{bare}/part"), &[]);
    let list = founder.get("/r/member").body;
    assert!(list.contains("2 records."), "{list}");
    assert!(founder.get(&format!("/id/{own}")).body.contains("<bdi>7</bdi>"));
    // The same from the membership that went along.
    merge(&mut founder, &bare, &last);
    founder.act(&format!("/id/{own}/part"), &[]);
    assert!(founder.get("/r/member").body.contains("2 records."));
    assert!(
        !founder
            .get(&format!("/id/{bare}"))
            .body
            .contains("merged into another")
    );
    assert!(
        founder
            .get(&format!("/id/{others}"))
            .body
            .contains("<bdi>8</bdi>")
    );
}

#[test]
fn two_organisations_with_one_person_to_write_to_stay_two() {
    let (_world, mut founder) = World::founded("الأمل");
    let [one, other] = persons(&mut founder, [&DRISS, &DRISS_AGAIN]);
    for (id, name) in [(&one, "Fondation X"), (&other, "Société Y")] {
        founder.add("donor", &[("organisation/fr", name), ("person", id)]);
    }
    let page = founder.get(&format!("/id/{one}/same?with={other}"));
    assert!(!page.body.contains("Fondation X"), "{}", page.body);
    assert_eq!(press(&mut founder, &page, &[]).status, 303);
    let donors = founder.get("/r/donor").body;
    assert!(
        donors.contains("2 records.") && donors.contains("Fondation X"),
        "{donors}"
    );
}

type Texts = Vec<(&'static str, &'static str)>;

fn texts(given: &'static str, family: &'static str, more: &[(&'static str, &'static str)]) -> Texts {
    [&[("given_name", given), ("family_name", family)], more].concat()
}

/// Each two are one person, as far as one can see.
fn planted() -> [[Texts; 2]; 4] {
    let day = [("birth_date", "1990-02-01")];
    [
        // One card, two spellings.
        [
            texts("Omar", "Tazi", &[("cnie", "XA123456")]),
            texts("Omer", "Tazy", &[("cnie", "XA123456")]),
        ],
        // One name and one day, the names in another order.
        [texts("خديجة", "بناني", &day), texts("بناني", "خديجه", &day)],
        // One name in two scripts, one telephone.
        [
            texts("حياة", "العلوي", &[("phone", "0661234567")]),
            texts("Hayat", "Alaoui", &[("phone", "+212 661 234 567")]),
        ],
        // One name, and nothing that speaks against it.
        [texts("سناء", "الفاسي", &[]), texts("سناء", "الفاسي", &[])],
    ]
}

/// Of these nobody is there twice: father and son of one name, two of one telephone, a name with
/// another card.
fn apart() -> [Texts; 4] {
    let father = [("birth_date", "1950-01-01"), ("phone", "0661000001")];
    let other = [("cnie", "BE654321"), ("birth_date", "2001-01-01")];
    [
        texts("محمد", "القادري", &father),
        texts("محمد", "القادري", &[("birth_date", "1990-05-05")]),
        texts("زينب", "الشرقي", &[("phone", "0661000001")]),
        texts("Omar", "Tazi", &other),
    ]
}

#[test]
fn the_list_finds_who_is_there_twice_and_nobody_else() {
    let (_world, mut founder) = World::founded("الأمل");
    let pairs = planted().map(|two| two.map(|one| founder.add("person", &one)));
    for one in &apart() {
        founder.add("person", one);
    }
    let page = founder.get("/twice");
    assert!(founder.get("/part/people").body.contains("href=\"/twice\""));
    assert!(page.body.contains("4 cases to look at"), "{}", page.body);
    for [one, other] in &pairs {
        let found = [(one, other), (other, one)]
            .into_iter()
            .any(|(a, b)| page.body.contains(&format!("/id/{a}/same?with={b}")));
        assert!(found, "{one} {other}: {}", page.body);
    }
    for why in [
        "identity card number",
        "same name in another script",
        "same telephone",
        "same date of birth",
    ] {
        assert!(page.body.contains(why), "{why}");
    }
    // The likeliest first: a name and a day before a name alone.
    let at = |id: &str| page.body.find(id).unwrap();
    assert!(at(&pairs[1][0]) < at(&pairs[3][0]), "{}", page.body);
}

#[test]
fn two_who_are_two_are_said_to_be_and_the_list_goes_on() {
    let (_world, mut founder) = World::founded("الأمل");
    let [_, first, _, second] = planted();
    for one in &first {
        founder.add("person", one);
    }
    let [one, other] = second.map(|one| founder.add("person", &one));
    let said = founder.act(&format!("/twice/apart?one={one}&other={other}"), &[]);
    let page = founder.follow(&said);
    assert!(page.body.contains("1 case to"), "{}", page.body);
    let again = page.between("action=\"/twice/apart?", "\"").replace("&#38;", "&");
    assert!(again.contains("again=1"), "{again}");
    assert!(founder.get("/twice").body.contains("1 case to"));
    founder.act(&format!("/twice/apart?{again}"), &[]);
    assert!(founder.get("/twice").body.contains("2 cases"));
    // Ids of nobody, of one alone, and of no person say nothing.
    let household = founder.add("household", &[("name", "X")]);
    for with in [one.as_str(), &household, "x"] {
        let reply = founder.act(&format!("/twice/apart?one={one}&other={with}"), &[]);
        assert_eq!(reply.status, 404, "{with}");
    }
    // Whoever came from the list goes on there.
    let page = founder.get(&format!("/id/{one}/same?with={other}&from=list"));
    let done = press(&mut founder, &page, &[("from", "list")]);
    assert_eq!(done.to(), "/twice");
    assert!(founder.follow(&done).body.contains("1 case to"));
}
