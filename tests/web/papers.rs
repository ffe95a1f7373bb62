//! Papers over the pages: looked at, saved, each with a button of its own, with the association's logo.

use tawro_tests::visit::{PASSPHRASE, Visitor, World};

const POINT: &[u8] = include_bytes!("../fixtures/point.png");

fn member(founder: &mut Visitor) -> String {
    let names = [("given_name/ar", "خديجة"), ("family_name/ar", "بناني")];
    founder.add("member", &names)
}

fn payment(founder: &mut Visitor, member: &str) -> String {
    let texts = [
        ("membership", member),
        ("amount", "200"),
        ("paid_on", "24/11/2026"),
    ];
    founder.add("payment", &texts)
}

fn letter(founder: &mut Visitor, direction: &str, body: &str) -> String {
    let texts = [
        ("direction", direction),
        ("registered_on", "24/11/2026"),
        ("correspondent", "القيادة"),
        ("subject", "طلب"),
        ("body", body),
    ];
    founder.add("correspondence", &texts)
}

#[test]
fn a_paper_is_looked_at_before_it_is_saved() {
    let (_world, mut founder) = World::founded("جمعية الأمل");
    let names = [("given_name/ar", "خديجة"), ("family_name/ar", "بناني")];
    let member = founder.add("member", &names);
    let texts = [
        ("membership", member.as_str()),
        ("amount", "200"),
        ("paid_on", "24/11/2026"),
    ];
    let payment = founder.add("payment", &texts);
    let card = founder.get(&format!("/id/{payment}")).body;
    assert!(card.contains(&format!("/id/{payment}/paper/look")), "{card}");
    for paper in [
        format!("/id/{payment}/paper/look"),
        "/print/member/look?q=khadija&sort=-member_no".to_owned(),
        "/sign/member/look".to_owned(),
    ] {
        let page = founder.get(&paper).body;
        let picture = between(&page, "class=\"sheet\" src=\"", "\"").replace("&#38;", "&");
        assert!(page.contains("alt=\"Picture of the paper: "), "{page}");
        let picture = founder.get(&picture);
        assert_eq!(picture.header("content-type"), "image/svg+xml");
        assert!(picture.body.starts_with("<svg"), "{}", picture.body);
        // Whoever opens a picture by its own address gets a file, and no page of ours.
        assert!(picture.header("content-disposition").starts_with("attachment"));
        assert!(!picture.body.contains("<script") && !picture.body.contains("<foreignObject"));
        let file = between(&page, "class=\"button\" href=\"", "\"").replace("&#38;", "&");
        assert!(founder.get(&file).bytes.starts_with(b"%PDF"), "{file}");
    }
    let page = founder.get(&format!("/id/{payment}/paper/look")).body;
    assert!(page.contains("receipt-2026-A-0001.pdf") && page.contains("data-copy=\"message\""));
    for nowhere in ["picture?page=2", "picture?page=0", "elsewhere"] {
        assert_eq!(
            founder.get(&format!("/id/{payment}/paper/{nowhere}")).status,
            404,
            "{nowhere}"
        );
    }
}

/// What stands in a page after one text and before the next other one.
fn between<'p>(page: &'p str, after: &str, before: &str) -> &'p str {
    let (_, rest) = page
        .split_once(after)
        .unwrap_or_else(|| panic!("no {after} in {page}"));
    rest.split_once(before).unwrap().0
}

#[test]
fn each_kind_of_paper_has_a_button_of_its_own() {
    let (_world, mut founder) = World::founded("جمعية الأمل");
    let member = member(&mut founder);
    let payment = payment(&mut founder, &member);
    let written = letter(&mut founder, "out", "السلام عليكم");
    let received = letter(&mut founder, "in", "");
    let papers = [
        (&member, "card", "Membership card"),
        (&payment, "paper", "Print the receipt"),
        (&written, "paper", "Print the letter"),
        (&received, "paper", "Print the slip"),
    ];
    for (id, paper, button) in papers {
        let card = founder.get(&format!("/id/{id}")).body;
        let link = format!("href=\"/id/{id}/{paper}/look\">{button}</a>");
        assert!(card.contains(&link), "{link} in {card}");
        let page = founder.get(&format!("/id/{id}/{paper}/look"));
        assert_eq!(page.status, 200, "{button}");
    }
}

/// The picture of a receipt before and after an association has this logo.
fn with_logo(bytes: &[u8]) -> [String; 2] {
    let (_world, mut founder) = World::founded("جمعية الأمل");
    let member = member(&mut founder);
    let payment = payment(&mut founder, &member);
    let part = founder.get("/part/association");
    let association = part.between("href=\"/id/", "\"").to_owned();
    let picture = format!("/id/{payment}/paper/picture");
    let without = founder.get(&picture).body;
    let form = [("title", ""), ("attachment_type", "logo")];
    let added = founder.send_file(&format!("/id/{association}/attach"), &form, "logo.png", bytes);
    assert_eq!(added.status, 303, "{}", added.body);
    let paper = founder.get(&format!("/id/{payment}/paper"));
    assert!(paper.bytes.starts_with(b"%PDF"));
    [without, founder.get(&picture).body]
}

#[test]
fn the_logo_stands_on_papers_and_one_that_cannot_be_drawn_stops_none() {
    let [without, with] = with_logo(POINT);
    assert!(!without.contains("<image"), "{without}");
    assert!(with.contains("<image"), "{with}");
    // Its chunks are whole, and what is in them is no picture.
    let mut damaged = POINT.to_vec();
    let data = damaged.windows(4).position(|name| name == b"IDAT").unwrap() + 4;
    damaged[data..data + 4].fill(0xff);
    let [without, with] = with_logo(&damaged);
    assert_eq!(with, without);
}

#[test]
fn cards_are_made_of_members_by_those_who_see_them() {
    let (world, mut founder) = World::founded("جمعية الأمل");
    let member = member(&mut founder);
    let chosen = [("row", member.as_str()), ("act", "cards")];
    let cards = founder.act("/r/member/act", &chosen);
    assert_eq!(cards.to(), format!("/cards/member/look?rows={member}"));
    assert_eq!(founder.follow(&cards).status, 200);
    assert!(
        founder
            .get(&format!("/id/{member}/card"))
            .bytes
            .starts_with(b"%PDF")
    );
    assert_eq!(founder.get("/cards/donor").status, 404);
    let checked = founder.get(&format!("/search?q={}", "7".repeat(252))).body;
    assert!(checked.contains("Not a card of our association"), "{checked}");

    let passphrase = format!("{PASSPHRASE} ثان");
    let form = [
        ("name", "عمر"),
        ("function", "archivist"),
        ("passphrase", &passphrase),
        ("again", &passphrase),
    ];
    assert_eq!(founder.act("/logins", &form).status, 303);
    let mut archivist = world.visitor();
    assert_eq!(archivist.log_in(&passphrase).status, 303);
    for address in [
        "/cards/member".to_owned(),
        format!("/cards/member?rows={member}"),
        format!("/id/{member}/card"),
    ] {
        assert_eq!(archivist.get(&address).status, 403, "{address}");
    }
    // Whoever left has none.
    let left = [("was.left_on", ""), ("left_on", "01/10/2026")];
    assert_eq!(founder.act(&format!("/id/{member}/edit"), &left).status, 303);
    let none = founder.get(&format!("/id/{member}/card"));
    assert_eq!(none.to(), format!("/id/{member}"));
    let told = founder.follow(&none).body;
    assert!(told.contains("membership in force"), "{told}");
}
