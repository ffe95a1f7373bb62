//! Every page there is: in three languages, whole, small, and leading nowhere but here.

use tawro_core::schema::Schema;

use tawro_tests::visit::{Reply, Visitor, World};

use crate::programme::run_programme;

const SHEET: &[u8] = include_bytes!("../fixtures/sheets/members-ar.xlsx");

fn upload(visitor: &mut Visitor, path: &str, name: &str, bytes: &[u8]) -> Reply {
    let mut body = Vec::new();
    let part =
        |disposition: &str| format!("--limit\r\ncontent-disposition: form-data; {disposition}\r\n\r\n");
    body.extend_from_slice(part("name=\"token\"").as_bytes());
    body.extend_from_slice(visitor.token.as_bytes());
    body.extend_from_slice(b"\r\n");
    body.extend_from_slice(part(&format!("name=\"file\"; filename=\"{name}\"")).as_bytes());
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--limit--\r\n");
    visitor.send(
        "POST",
        path,
        &[("content-type", "multipart/form-data; boundary=limit")],
        &body,
    )
}

pub(crate) fn wait_for_work(visitor: &mut Visitor) -> Reply {
    loop {
        let reply = visitor.get("/work");
        if reply.status == 303 {
            return visitor.follow(&reply);
        }
        assert_eq!(reply.status, 200, "{}", reply.body);
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}

/// Every address that needs no record.
const PATHS: &[&str] = &[
    "/",
    "/start/lists",
    "/search?q=a",
    "/differences",
    "/trash",
    "/logins",
    "/paper",
    "/copies",
    "/safety",
    "/indicators",
    "/indicators/behind?code=NT-G12",
    "/indicators/leaves",
    "/indicators/progress",
    "/programme",
    "/programme/news",
    "/help",
    "/together",
    "/due",
    "/twice",
    "/settings",
    "/fields",
];

/// Some chapters of the guide, and the whole of it.
const GUIDE: [&str; 5] = [
    "",
    "/whole/pages",
    "/whole/courses",
    "/course-archives",
    "/programme",
];

/// Every address that shows a page to whoever runs a programme, with those of this record.
pub(crate) fn every_path(id: &str) -> Vec<String> {
    let mut paths: Vec<String> = PATHS.iter().map(|path| (*path).to_owned()).collect();
    let schema = Schema::builtin();
    for kind in schema.kinds().filter(|kind| !kind.singleton) {
        let name = kind.register.map_or(kind.key, |register| register.key);
        // What is about another record is added on that one's card.
        let ends: &[&str] = match kind.about() {
            Some(_) => &[""],
            None => &["", "/new", "/import"],
        };
        paths.extend(ends.iter().map(|end| format!("/r/{name}{end}")));
    }
    paths.extend(
        [
            "people",
            "giving",
            "activities",
            "mail",
            "partners",
            "programme",
            "association",
        ]
        .map(|part| format!("/part/{part}")),
    );
    paths.extend(GUIDE.map(|end| format!("/guide{end}")));
    paths.extend(
        [
            "",
            "/edit",
            "/history",
            "/attach",
            "/same",
            "/card/look",
            "/kept/look",
        ]
        .map(|end| format!("/id/{id}{end}")),
    );
    paths.extend(["print", "sign", "cards"].map(|paper| format!("/{paper}/member/look")));
    // What somebody takes for the code of a card.
    paths.push(format!("/search?q={}", "7".repeat(252)));
    paths
}

/// A question mark leads to a chapter, and to a place that it has.
fn opens(founder: &mut Visitor, help: &str) {
    let (chapter, place) = help.split_once('#').unwrap_or((help, ""));
    if chapter.is_empty() {
        return;
    }
    let page = founder.get(chapter);
    assert_eq!(page.status, 200, "{help}");
    let there = place.is_empty() || page.body.contains(&format!("id=\"{place}\""));
    assert!(there, "{help} is nowhere");
}

#[test]
fn every_page_speaks_three_languages_and_stays_small_and_here() {
    let (_world, mut founder) = World::founded("جمعية الأمل");
    run_programme(&mut founder, "1");
    upload(&mut founder, "/r/member/import/look", "m.xlsx", SHEET);
    founder.act("/r/member/import/do", &[]);
    wait_for_work(&mut founder);
    let id = founder.get("/r/member").between("href=\"/id/", "\"").to_owned();
    let paths = every_path(&id);
    let mut explained = std::collections::BTreeSet::new();
    for lang in ["ar", "fr", "en"] {
        founder.post("/language", &[("lang", lang)]);
        for path in &paths {
            let page = founder.get(path);
            assert_eq!(page.status, 200, "{lang} {path}");
            let missing = page.between("⟦", "⟧");
            assert!(missing.is_empty(), "{lang} {path}: {missing} has no words");
            assert!(
                page.bytes.len() < 100_000,
                "{lang} {path}: {} bytes",
                page.bytes.len()
            );
            let elsewhere = ["http://", "https://", "//"].iter().any(|start| {
                ["src=\"", "href=\"", "action=\""]
                    .iter()
                    .any(|at| page.body.contains(&format!("{at}{start}")))
            });
            assert!(!elsewhere, "{lang} {path} leads elsewhere");
            let help = page.between("class=\"help\" href=\"", "\"").to_owned();
            assert_ne!(
                help.is_empty(),
                !path.starts_with("/guide"),
                "{path} and its question mark"
            );
            explained.insert((lang, help));
            let dir = if lang == "ar" { "rtl" } else { "ltr" };
            assert!(
                page.body
                    .contains(&format!("<html lang=\"{lang}\" dir=\"{dir}\">")),
                "{path}"
            );
        }
        let asked = explained.iter().filter(|(of, _)| *of == lang);
        asked.for_each(|(_, help)| opens(&mut founder, help));
    }
}

#[test]
fn a_sheet_is_looked_at_taken_in_and_taken_back() {
    let (_world, mut founder) = World::founded("الأمل");
    let look = upload(&mut founder, "/r/member/import/look", "قائمة.xlsx", SHEET);
    assert_eq!(look.status, 200, "{}", look.body);
    assert!(
        look.body.contains("Nothing is written yet") && look.body.contains(">120<"),
        "{}",
        look.body
    );
    assert!(founder.get("/r/member").body.contains("0 records"));
    // A column is corrected before anything is written.
    let again = founder.act("/r/member/import/look", &[("col.A", "ignore")]);
    assert_eq!(again.status, 200, "{}", again.body);
    founder.act("/r/member/import/do", &[]);
    let done = wait_for_work(&mut founder);
    assert!(done.body.contains("120 records"), "{}", done.body);
    let undo = done.between("action=\"/import/", "\"").to_owned();
    founder.act(&format!("/import/{undo}"), &[]);
    assert!(founder.get("/r/member").body.contains("0 records"));
}

#[test]
fn a_file_of_another_kind_is_refused_with_what_was_expected() {
    let (_world, mut founder) = World::founded("الأمل");
    let refused = upload(
        &mut founder,
        "/r/member/import/look",
        "photo.jpg",
        b"\xff\xd8\xff\xe0 no sheet",
    );
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("role=\"alert\""), "{}", refused.body);
    let nothing = founder.act("/r/member/import/look", &[]);
    assert_eq!(nothing.status, 422);
}

#[test]
fn a_blank_sheet_can_be_filled_in_and_an_export_opens() {
    let (_world, mut founder) = World::founded("الأمل");
    for path in ["/r/member/blank", "/r/donor/blank", "/r/member/export"] {
        let file = founder.get(path);
        assert_eq!(file.status, 200, "{path}");
        assert!(file.bytes.starts_with(b"PK"), "{path}");
        assert!(
            file.header("content-disposition").contains("filename*=UTF-8''"),
            "{path}"
        );
    }
}

#[test]
fn the_paper_is_asked_for_until_its_code_was_typed() {
    let (_world, mut founder) = World::founded("الأمل");
    assert!(
        founder
            .get("/")
            .body
            .contains("recovery paper is not printed yet")
    );
    let made = founder.act("/paper", &[]);
    let code = made.between("id=\"code\">", "<").to_owned();
    assert!(code.len() > 40, "{}", made.body);
    assert!(
        !founder.get("/paper").body.contains(&code),
        "a code is shown once"
    );
    let wrong = founder.act("/paper/check", &[("code", "123456")]);
    assert_eq!(wrong.status, 422);
    assert_eq!(founder.act("/paper/check", &[("code", &code)]).status, 303);
    assert!(
        !founder
            .get("/")
            .body
            .contains("recovery paper is not printed yet")
    );
}

#[test]
fn the_first_page_of_an_empty_folder_begins_and_a_found_one_lets_in() {
    let world = World::empty();
    let mut visitor = world.visitor();
    assert_eq!(visitor.get("/").to(), "/login?then=%2F&left=");
    assert_eq!(visitor.get("/login").to(), "/start");
    visitor.cookies.clear();
    let page = visitor.get("/start");
    assert!(page.body.contains("العربية") && page.body.contains("Français"));
    let short = [
        ("name", "X"),
        ("who", "Y"),
        ("passphrase", "short"),
        ("again", "short"),
    ];
    let refused = visitor.post("/start", &short);
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("value=\"X\""));
}

#[test]
fn a_receipt_is_a_paper_with_its_number_and_a_text_to_send() {
    let (_world, mut founder) = World::founded("جمعية الأمل");
    let member = founder.add(
        "member",
        &[("given_name/ar", "خديجة"), ("family_name/ar", "بناني")],
    );
    let texts = [
        ("membership", member.as_str()),
        ("amount", "٢٠٠"),
        ("paid_on", "24/11/2026"),
    ];
    let first = founder.add("payment", &texts);
    let second = founder.add("payment", &texts);
    let page = founder.get(&format!("/id/{first}"));
    assert!(
        page.body.contains("2026-A-0001") && page.body.contains("MAD 200"),
        "{}",
        page.body
    );
    assert!(
        page.body
            .contains("received your payment of MAD 200 on 24/11/2026. Receipt 2026-A-0001"),
        "{}",
        page.body
    );
    let paper = founder.get(&format!("/id/{second}/paper"));
    assert!(paper.bytes.starts_with(b"%PDF"), "{}", paper.body);
    assert!(
        paper
            .header("content-disposition")
            .contains("receipt-2026-A-0002.pdf")
    );
    // Nobody has a number of this book who is no receipt.
    assert_eq!(founder.get(&format!("/id/{member}/paper")).status, 404);
    for list in ["/print/member?q=khadija", "/sign/member"] {
        assert!(founder.get(list).bytes.starts_with(b"%PDF"), "{list}");
    }
}

#[test]
fn a_wiped_computer_is_brought_back_from_a_copy_with_every_number() {
    let (_world, mut founder) = World::founded("جمعية الأمل");
    let member = founder.add(
        "member",
        &[("given_name/ar", "خديجة"), ("family_name/ar", "بناني")],
    );
    let texts = [
        ("membership", member.as_str()),
        ("amount", "200"),
        ("paid_on", "24/11/2026"),
    ];
    founder.add("payment", &texts);
    let copy = founder.act("/copies/download", &[]);
    assert_eq!(copy.status, 200);
    // It lies on the same computer still.
    let copies = founder.get("/copies").body;
    assert!(copies.contains("There is no copy yet."), "{copies}");

    let empty = World::empty();
    let mut other = empty.visitor();
    let damaged = upload(
        &mut other,
        "/start/bring",
        "c.tawro",
        &copy.bytes[..copy.bytes.len() - 9],
    );
    assert_eq!(damaged.status, 422, "{}", damaged.body);
    let back = upload(&mut other, "/start/bring", "c.tawro", &copy.bytes);
    assert_eq!(back.to(), "/login?brought=1", "{}", back.body);
    assert!(other.follow(&back).body.contains("The copy is back"));
    assert_eq!(other.log_in(tawro_tests::visit::PASSPHRASE).status, 303);
    assert!(other.get("/r/member").body.contains("خديجة بناني"));
    // A number that was given is never given again.
    let next = other.add("payment", &texts);
    let list = other.get("/r/payment").body;
    assert!(list.contains("2026-A-0001"), "{list}");
    let page = other.get(&format!("/id/{next}")).body;
    assert!(!page.contains("2026-A-0001"), "{page}");
}

#[test]
fn what_is_due_is_told_until_it_is_done() {
    let (_world, mut founder) = World::founded("جمعية الأمل");
    let letter = [
        ("direction", "in"),
        ("registered_on", "01/03/2025"),
        ("correspondent", "القيادة"),
        ("subject", "طلب معلومات"),
        ("answer_due", "10/03/2025"),
    ];
    let asked = founder.add("correspondence", &letter);
    let page = founder.get("/due").body;
    assert!(
        page.contains("طلب معلومات") && page.contains("late") && page.contains("10/03/2025"),
        "{page}"
    );
    assert!(founder.get("/").body.contains("طلب معلومات"));
    let answer = [
        ("direction", "out"),
        ("registered_on", "05/03/2025"),
        ("correspondent", "القيادة"),
        ("subject", "جواب"),
    ];
    let answer = founder.add("correspondence", &answer);
    let form = founder.get(&format!("/id/{asked}/edit"));
    let base = form.between("name=\"base\" value=\"", "\"").to_owned();
    let done = [
        ("base", base.as_str()),
        ("was.answered_by", ""),
        ("answered_by", &answer),
    ];
    assert_eq!(founder.act(&format!("/id/{asked}/edit"), &done).status, 303);
    assert!(!founder.get("/due").body.contains("طلب معلومات"));
}

#[test]
fn a_day_that_follows_from_a_date_is_told_until_it_is_done() {
    let (_world, mut founder) = World::founded("جمعية الأمل");
    let collection = [("title/ar", "حملة الشتاء"), ("ends_on", "31/01/2025")];
    founder.add("campaign", &collection);
    let asked = [
        ("right", "access"),
        ("asker", "مصطفى"),
        ("received_on", "03/03/2025"),
    ];
    founder.add("rights_request", &asked);
    let page = founder.get("/due").body;
    assert!(
        page.contains("حملة الشتاء") && page.contains("02/03/2025"),
        "{page}"
    );
    assert!(page.contains("Report of the collection to be sent"), "{page}");
    assert!(page.contains("مصطفى") && page.contains("17/03/2025"), "{page}");
    let reported = [
        ("title/ar", "حملة الصيف"),
        ("ends_on", "31/01/2025"),
        ("report_sent_on", "20/02/2025"),
    ];
    founder.add("campaign", &reported);
    let answered = [
        ("right", "access"),
        ("asker", "إبراهيم"),
        ("received_on", "03/03/2025"),
        ("answered_on", "05/03/2025"),
    ];
    founder.add("rights_request", &answered);
    let page = founder.get("/due").body;
    assert!(
        !page.contains("حملة الصيف") && !page.contains("إبراهيم"),
        "{page}"
    );
}

#[test]
fn what_is_of_every_day_stands_before_what_is_seldom() {
    let (_world, mut founder) = World::founded("جمعية الأمل");
    let page = founder.get("/part/giving").body;
    let at = |name: &str| page.find(&format!("/r/{name}\"")).unwrap();
    assert!(
        at("donor") < at("donation") && at("payment") < at("campaign"),
        "{page}"
    );
    assert!(at("payment") < at("asset"), "{page}");
}

#[test]
fn who_owes_is_told_with_what_is_left_and_pays_by_a_press() {
    let (_world, mut founder) = World::founded("جمعية الأمل");
    let member = founder.add(
        "member",
        &[("given_name/ar", "خديجة"), ("family_name/ar", "بناني")],
    );
    let exempt = [
        ("given_name/ar", "سناء"),
        ("family_name/ar", "العلوي"),
        ("dues_amount", "0"),
    ];
    founder.add("member", &exempt);
    let period = founder.add("dues_period", &[("label", "2026"), ("amount_active", "200")]);
    assert!(founder.get(&format!("/id/{period}")).body.contains("Who owes"));
    let page = founder.get(&format!("/id/{period}/owing")).body;
    assert!(page.contains("1 member owes something. Left: MAD 200."), "{page}");
    assert!(page.contains("خديجة بناني") && !page.contains("سناء"), "{page}");
    let pay = page
        .split("class=\"button quiet\" href=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let form = founder.get(&pay.replace("&#38;", "&")).body;
    assert!(
        form.contains("value=\"200.00\"") && form.contains(&member),
        "{form}"
    );
    // From the member's own card the form says the same, and what is left when a part is paid.
    let own = format!("/r/payment/new?membership={member}");
    let form = founder.get(&own).body;
    assert!(
        form.contains("value=\"200.00\"") && form.contains(&period),
        "{form}"
    );
    let paid = [
        ("membership", member.as_str()),
        ("period", &period),
        ("amount", "150"),
        ("paid_on", "24/11/2026"),
    ];
    founder.add("payment", &paid);
    let page = founder.get(&format!("/id/{period}/owing")).body;
    assert!(page.contains("Left: MAD 50."), "{page}");
    let form = founder.get(&own).body;
    assert!(
        form.contains("value=\"50.00\"") && form.contains(&period),
        "{form}"
    );
    founder.add("payment", &[("amount", "50"), paid[0], paid[1], paid[3]]);
    assert!(
        !founder.get(&own).body.contains(&period),
        "nothing is left to pay"
    );
}
