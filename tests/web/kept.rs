//! What law 09-08 asks for: what is kept about a person, handed over whole; the register of processing.

use tawro_tests::visit::World;

use crate::roles::person;

#[test]
fn what_is_kept_about_a_person_is_a_paper_and_a_sheet() {
    let (world, mut founder) = World::founded("جمعية الأمل");
    let names = |given| [("given_name/ar", given), ("family_name/ar", "بناني")];
    let khadija = founder.add("person", &names("خديجة"));
    let member = founder.add("member", &[("person", khadija.as_str()), ("member_no", "0042")]);
    let other = founder.add("member", &names("إدريس"));
    let payment = [
        ("membership", member.as_str()),
        ("amount", "271"),
        ("paid_on", "24/11/2026"),
    ];
    founder.add("payment", &payment);
    let of_other = [
        ("membership", other.as_str()),
        ("amount", "389"),
        ("paid_on", "24/11/2026"),
    ];
    founder.add("payment", &of_other);
    // Of what is about more than her, only that she is named.
    let asset = [
        ("label", "حاسوب"),
        ("serial_no", "SN-77"),
        ("holder", khadija.as_str()),
    ];
    founder.add("asset", &asset);

    for id in [&member, &khadija] {
        let card = founder.get(&format!("/id/{id}")).body;
        assert!(card.contains(&format!("href=\"/id/{id}/kept/look\"")), "{card}");
        let look = founder.get(&format!("/id/{id}/kept/look"));
        assert_eq!(look.status, 200, "{}", look.body);
        assert!(
            look.body.contains(&format!("href=\"/id/{id}/portable\"")),
            "{}",
            look.body
        );
        assert!(founder.get(&format!("/id/{id}/kept")).bytes.starts_with(b"%PDF"));
        let texts = sheet(&founder.get(&format!("/id/{id}/portable")).bytes);
        for there in ["خديجة", "0042", "271", "حاسوب"] {
            assert!(texts.contains(there), "{there} in {texts}");
        }
        for of_others in ["إدريس", "389", "SN-77"] {
            assert!(!texts.contains(of_others), "{of_others} in {texts}");
        }
    }
    let mut treasurer = person(&world, &mut founder, "treasurer");
    let part = sheet(&treasurer.get(&format!("/id/{member}/portable")).bytes);
    assert!(part.contains("271"), "{part}");
    let mut archivist = person(&world, &mut founder, "archivist");
    assert_eq!(archivist.get(&format!("/id/{member}/portable")).status, 403);
}

/// What stands in a workbook, cell after cell.
fn sheet(bytes: &[u8]) -> String {
    let grid = tawro_node::import::sheet::read(bytes).unwrap();
    format!("{grid:?}")
}

#[test]
fn the_register_of_processing_begins_from_what_is_kept() {
    let (_world, mut founder) = World::founded("جمعية الأمل");
    let page = founder.get("/r/processing").body;
    assert!(page.contains("action=\"/processing/begin\""), "{page}");
    let nothing = founder.act("/processing/begin", &[]);
    assert!(founder.follow(&nothing).body.contains("has its line here"));

    let names = [("given_name/ar", "زينب"), ("phone", "0661234567")];
    founder.add("member", &names);
    let begun = founder.act("/processing/begin", &[]);
    let list = founder.follow(&begun).body;
    assert!(list.contains("One line was added"), "{list}");
    let line = list.split("class=\"name\"").nth(1).unwrap();
    let id = line.split("/id/").nth(1).unwrap().split('"').next().unwrap();
    let card = founder.get(&format!("/id/{id}")).body;
    for there in ["Given name, Telephone", "calling assemblies", "Encrypted data"] {
        assert!(card.contains(there), "{there} in {card}");
    }
    assert!(!card.contains("Profession"), "what no record has is not kept");
    assert!(!card.contains("زينب") && !card.contains("0661234567"), "{card}");

    founder.act("/processing/begin", &[]);
    assert!(founder.get("/r/processing").body.contains("1 record."));
}

#[test]
fn a_donors_gifts_and_a_projects_are_added_up() {
    let (_world, mut founder) = World::founded("جمعية الأمل");
    let donor = founder.add("donor", &[("organisation/ar", "شركة")]);
    let project = founder.add("project", &[("title/ar", "محاربة الأمية")]);
    let given = |amount, more: &[(&'static str, &str)]| {
        let texts = [
            ("donor", donor.as_str()),
            ("given_on", "24/11/2026"),
            ("amount", amount),
        ];
        [texts.as_slice(), more]
            .concat()
            .iter()
            .map(|(key, text)| (*key, (*text).to_owned()))
            .collect::<Vec<_>>()
    };
    for texts in [
        given("1000", &[("of_project", project.as_str())]),
        given("250", &[]),
        given("70", &[("cancelled", "true")]),
        given("900", &[("currency", "EUR")]),
    ] {
        let texts: Vec<(&str, &str)> = texts.iter().map(|(key, text)| (*key, text.as_str())).collect();
        founder.add("donation", &texts);
    }
    let sum = |card: String| {
        let (_, rest) = card.split_once("Total: ").unwrap_or_else(|| panic!("{card}"));
        rest.split('<')
            .next()
            .unwrap()
            .replace(|c: char| !c.is_ascii_digit(), "")
    };
    assert_eq!(sum(founder.get(&format!("/id/{donor}")).body), "1250");
    assert_eq!(sum(founder.get(&format!("/id/{project}")).body), "1000");
}
