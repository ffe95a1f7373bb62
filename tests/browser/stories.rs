//! What people do with the pages, and what must hold on each of them.

use std::path::Path;

use serde_json::Value;
use tawro_tests::board::{self, Board};
use tawro_tests::place::Place;
use tawro_tests::visit::{PASSPHRASE, SECOND_PASSPHRASE, World, join};

use crate::driver::Browser;

const ENTER: &str = "\u{e007}";
const SPACE: &str = " ";

/// What axe-core finds wrong with the page that is shown.
fn faults(browser: &mut Browser, axe: &str) -> Value {
    let script = format!(
        "const done = arguments[arguments.length - 1]; {axe};\n\
         axe.run(document).then((found) => done(found.violations.map((one) => \
         one.id + ': ' + one.nodes.map((node) => node.html).slice(0, 3).join(' '))));"
    );
    browser.run_until(&script)
}

/// The page is whole: axe-core finds nothing, nothing was asked of anybody else, no words are missing.
fn look(browser: &mut Browser, axe: &str) {
    let found = faults(browser, axe);
    assert_eq!(found, Value::Array(Vec::new()), "{}", browser.url());
    let elsewhere = browser.run(
        "return performance.getEntriesByType('resource').map((one) => one.name)\
         .filter((name) => !name.startsWith(location.origin));",
    );
    assert_eq!(elsewhere, Value::Array(Vec::new()), "asked elsewhere");
    let missing = browser.run("return document.documentElement.innerHTML.includes('⟦');");
    assert_eq!(missing, Value::Bool(false), "{} lacks words", browser.url());
}

fn axe() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let path = root.join("target/browser/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(path).expect("axe-core is beside the build products, as the README says")
}

/// Types into a field and goes on with the keyboard alone.
fn write(browser: &mut Browser, id: &str, text: &str) {
    browser.into(id);
    browser.keys(text);
}

/// Arabic, by its button, with the keyboard.
fn begin(browser: &mut Browser, world: &World) {
    browser.go(&format!("http://{}/", world.address));
    browser.until("document.querySelector('button[value=ar]')");
    browser.run("document.querySelector('button[value=ar]').focus();");
    browser.keys(ENTER);
    browser.until("document.getElementById('passphrase')");
    assert_eq!(browser.run("return document.documentElement.dir;"), "rtl");
}

fn found(browser: &mut Browser) {
    write(browser, "name", "جمعية الأمل للتنمية");
    write(browser, "who", "خديجة");
    write(browser, "passphrase", PASSPHRASE);
    write(browser, "again", PASSPHRASE);
    browser.keys(ENTER);
    browser.until("location.pathname == '/start/lists'");
}

#[test]
fn what_is_wrong_with_a_page_is_found() {
    let (axe, world) = (axe(), World::empty());
    let mut browser = Browser::open(1366, 768);
    begin(&mut browser, &world);
    assert_eq!(faults(&mut browser, &axe), Value::Array(Vec::new()));
    browser.run("document.querySelector('label[for=name]').remove();");
    let found = faults(&mut browser, &axe).to_string();
    assert!(found.contains("label: "), "{found}");
}

#[test]
fn from_the_first_start_to_the_first_receipt_by_keyboard_in_arabic() {
    let (axe, world) = (axe(), World::empty());
    let mut browser = Browser::open(1366, 768);
    begin(&mut browser, &world);
    look(&mut browser, &axe);
    found(&mut browser);
    look(&mut browser, &axe);

    let here = format!("http://{}", world.address);
    browser.go(&format!("{here}/r/member/new"));
    write(&mut browser, "b-given_name/ar", "سناء");
    write(&mut browser, "b-family_name/ar", "العلوي");
    write(&mut browser, "b-phone", "٠٦٦١٢٣٤٥٦٧");
    look(&mut browser, &axe);
    browser.keys(ENTER);
    browser.until("location.pathname.startsWith('/id/')");
    look(&mut browser, &axe);

    browser.go(&format!("{here}/r/payment/new"));
    write(&mut browser, "b-membership", "سناء");
    browser.until("document.querySelector('input[type=radio][name=membership]')");
    look(&mut browser, &axe);
    write(&mut browser, "b-amount", "٢٠٠");
    browser.keys(ENTER);
    browser.until("location.pathname.startsWith('/id/')");
    browser.until(
        "document.body.innerText.includes('200') && document.querySelector('a[href$=\"/paper/look\"]')",
    );
    look(&mut browser, &axe);
    // The paper is seen before it is printed, and its picture is one.
    browser.run("document.querySelector('a[href$=\"/paper/look\"]').focus();");
    browser.keys(ENTER);
    browser.until("document.querySelector('img.sheet')?.complete && document.querySelector('img.sheet').naturalWidth > 100");
    look(&mut browser, &axe);
    let paper = browser.run_until(
        "const done = arguments[arguments.length - 1];\
         fetch(document.querySelector('a[href$=\"/paper\"][download]').href).then((reply) => reply.text())\
         .then((text) => done(text.slice(0, 5)));",
    );
    assert_eq!(paper, "%PDF-");
}

#[test]
fn a_sheet_becomes_a_list_that_is_searched_while_typing() {
    let (axe, world) = (axe(), World::empty());
    let mut browser = Browser::open(1366, 768);
    begin(&mut browser, &world);
    found(&mut browser);
    let here = format!("http://{}", world.address);
    browser.go(&format!("{here}/r/member/import"));
    let sheet = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/sheets/members-ar.xlsx");
    browser.choose("file", &sheet.display().to_string());
    browser.run("document.querySelector('form[enctype] button').focus();");
    browser.keys(ENTER);
    browser.until("document.querySelector('form[action$=\"/do\"]')");
    look(&mut browser, &axe);
    browser.run("document.querySelector('form[action$=\"/do\"] p.end button').focus();");
    browser.keys(ENTER);
    browser.until("location.pathname == '/r/member' && document.querySelector('.told')");
    look(&mut browser, &axe);
    assert_eq!(
        browser.run("return document.querySelectorAll('tbody tr').length;"),
        50
    );
    // The list follows what is typed, in the other script.
    write(&mut browser, "q", "fatima");
    browser.until("document.querySelectorAll('#found tbody tr').length < 20");
    browser.until("document.querySelector('#found').innerText.includes('فاطمة')");
    // A row is ticked and deleted, and comes back by a press.
    browser.run("document.querySelector('input[name=row]').focus();");
    browser.keys(SPACE);
    browser.run("document.querySelector('#found details').open = true; document.querySelector('button[value=delete]').focus();");
    browser.keys(ENTER);
    browser.until("document.querySelector('.told form')");
    browser.run("document.querySelector('.told form button').focus();");
    browser.keys(ENTER);
    browser.until("document.querySelector('.told') && !document.querySelector('.told form')");
}

#[test]
fn who_came_is_ticked_and_counted_by_keyboard() {
    let axe = axe();
    let (world, mut founder) = World::founded("جمعية الأمل");
    let id = founder.add("activity", &[("title/ar", "ورشة الخياطة")]);
    for given in ["سناء", "ليلى"] {
        let name = [
            ("given_name/ar", given),
            ("family_name/ar", "العلوي"),
            ("sex", "2"),
        ];
        founder.add("member", &name);
    }
    let mut browser = Browser::open(1366, 768);
    let program = format!("http://{}", world.address);
    come_in(&mut browser, &program, PASSPHRASE);
    let here = format!("{program}/id/{id}");
    browser.go(&format!("{here}/present"));
    look(&mut browser, &axe);
    // Found by name in the other script, ticked, saved: all by keys.
    write(&mut browser, "q", "sanae");
    browser.keys(ENTER);
    browser.until(
        "location.search.includes('sanae') && document.querySelectorAll('input[name=came]').length == 1",
    );
    browser.run("document.querySelector('input[name=came]').focus();");
    browser.keys(SPACE);
    browser.keys(ENTER);
    browser.until("document.querySelector('input[name=came]:checked') && document.querySelector('.told')");
    look(&mut browser, &axe);
    browser.go(&format!("{here}/heads"));
    write(&mut browser, "b-n.2.18-24", "كثير");
    browser.keys(ENTER);
    browser.until("document.getElementById('x-n.2.18-24')");
    look(&mut browser, &axe);
    write(&mut browser, "b-n.2.18-24", "١٢");
    browser.keys(ENTER);
    browser.until("document.querySelector('.told') && !document.querySelector('[aria-invalid]')");
    browser.go(&here);
    browser.until("document.body.innerText.includes('13')");
    look(&mut browser, &axe);
    drop(browser);
    let mut phone = Browser::open(500, 844);
    come_in(&mut phone, &program, PASSPHRASE);
    for page in ["present", "heads"] {
        phone.go(&format!("{here}/{page}"));
        look(&mut phone, &axe);
        let wide = phone.run("return document.documentElement.scrollWidth > innerWidth;");
        assert_eq!(wide, Value::Bool(false), "{page} is wider than a phone");
    }
}

/// Comes in where an association is kept already.
fn come_in(browser: &mut Browser, here: &str, passphrase: &str) {
    browser.go(&format!("{here}/login"));
    write(browser, "passphrase", passphrase);
    browser.keys(ENTER);
    browser.until("location.pathname == '/'");
}

#[test]
fn every_page_pleases_axe_in_both_directions_and_on_a_phone() {
    let (axe, world) = (axe(), World::empty());
    let mut browser = Browser::open(1366, 768);
    begin(&mut browser, &world);
    found(&mut browser);
    let here = format!("http://{}", world.address);
    let pages = [
        "/",
        "/part/people",
        "/part/association",
        "/r/member",
        "/r/member/new",
        "/r/donation/new",
        "/search?q=a",
        "/together",
        "/safety",
        "/copies",
        "/paper",
        "/logins",
        "/fields",
        "/settings",
        "/r/beneficiary/new",
        "/guide",
        "/guide/begin",
        "/guide/course-archives",
        "/trash",
        "/differences",
        "/indicators",
        "/indicators/leaves",
        "/indicators/progress",
        "/programme/news",
    ];
    for lang in ["ar", "fr"] {
        browser.run(&format!("document.cookie = 'tawro-lang={lang}; path=/';"));
        for page in pages {
            browser.go(&format!("{here}{page}"));
            look(&mut browser, &axe);
        }
    }
    drop(browser);
    let mut phone = Browser::open(500, 844);
    come_in(&mut phone, &here, PASSPHRASE);
    for page in ["/", "/r/member", "/r/member/new", "/together"] {
        phone.go(&format!("{here}{page}"));
        look(&mut phone, &axe);
        let wide = phone.run("return document.documentElement.scrollWidth > innerWidth;");
        assert_eq!(wide, Value::Bool(false), "{page} is wider than a phone");
    }
}

#[test]
fn every_page_of_the_dashboard_pleases_axe_in_both_directions_and_fits_a_phone() {
    let (axe, board) = (axe(), Board::full());
    let mut browser = Browser::open(1366, 768);
    let here = format!("http://{}", board.address);
    browser.go(&format!("{here}/login"));
    look(&mut browser, &axe);
    write(&mut browser, "password", board::PASSWORD);
    browser.keys(ENTER);
    browser.until("location.pathname == '/'");
    // One indicator is laid out as all are: this one has every table.
    let mut paths = board::every_path();
    paths.retain(|path| !path.starts_with("/indicator/") || path.ends_with("NT-G12"));
    for lang in ["ar", "fr"] {
        browser.run(&format!("document.cookie = 'tawro-lang={lang}; path=/';"));
        for path in &paths {
            browser.go(&format!("{here}{path}"));
            look(&mut browser, &axe);
        }
    }
    drop(browser);
    let mut phone = Browser::open(500, 844);
    phone.go(&format!("{here}/login"));
    write(&mut phone, "password", board::PASSWORD);
    phone.keys(ENTER);
    phone.until("location.pathname == '/'");
    for lang in ["ar", "fr"] {
        phone.run(&format!("document.cookie = 'tawro-lang={lang}; path=/';"));
        for path in &paths {
            phone.go(&format!("{here}{path}"));
            let wide = phone.run("return document.documentElement.scrollWidth > innerWidth;");
            assert_eq!(wide, Value::Bool(false), "{path} in {lang} is wider than a phone");
        }
    }
}

/// Writes one field of a member and sends the form by the keyboard.
fn edit(browser: &mut Browser, page: &str, text: &str) {
    browser.go(&format!("{page}/edit"));
    write(browser, "b-member_no", text);
    browser.keys(ENTER);
    browser.until("!location.pathname.endsWith('/edit')");
}

/// Goes to a page again and again until it shows what another computer wrote.
fn comes(browser: &mut Browser, page: &str, condition: &str) {
    let began = std::time::Instant::now();
    loop {
        browser.go(page);
        if browser.run(&format!("return !!({condition});")) == Value::Bool(true) {
            return;
        }
        assert!(began.elapsed().as_secs() < 60, "never {condition} at {page}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_computers_differ_and_one_person_decides_by_keyboard() {
    let axe = axe();
    let mut place = Place::new();
    let (one, mut first) = World::founded("جمعية الأمل");
    let names = [("given_name/ar", "خديجة"), ("family_name/ar", "بناني")];
    let id = first.add("member", &names);
    let ticket = place.hub.ticket("جمعية الأمل").unwrap().to_string();
    assert_eq!(first.act("/together/enrol", &[("ticket", &ticket)]).status, 303);
    let two = World::empty();
    let mut second = two.visitor();
    join(&mut first, &mut second);

    let mut browser = Browser::open(1366, 768);
    let here = [&one, &two].map(|world| format!("http://{}", world.address));
    for (at, passphrase) in here.iter().zip([PASSPHRASE, SECOND_PASSPHRASE]) {
        come_in(&mut browser, at, passphrase);
    }
    let pages = here.clone().map(|here| format!("{here}/id/{id}"));
    comes(
        &mut browser,
        &pages[1],
        "document.body.innerText.includes('خديجة')",
    );

    let address = place.stop_hub().await;
    edit(&mut browser, &pages[0], "7");
    edit(&mut browser, &pages[1], "8");
    place.wake_hub(address);
    comes(
        &mut browser,
        &pages[0],
        "document.querySelector('form[action$=\"/decide\"]')",
    );
    look(&mut browser, &axe);
    browser.run("document.querySelector('form[action$=\"/decide\"] input[name=value][value=\"8\"]').form.querySelector('button').focus();");
    browser.keys(ENTER);
    browser.until("document.querySelector('.told')");
    let settled =
        "!document.querySelector('form[action$=\"/decide\"]') && document.body.innerText.includes('8')";
    for page in &pages {
        comes(&mut browser, page, settled);
    }
    drop((one, two));
}

#[test]
fn a_copy_is_made_and_brought_back_on_an_empty_computer_by_keyboard() {
    let (axe, stick) = (axe(), tempfile::tempdir().unwrap());
    let (_world, mut founder) = World::founded("جمعية الأمل");
    let names = [("given_name/ar", "سناء"), ("family_name/ar", "العلوي")];
    let member = founder.add("member", &names);
    let paid = [
        ("membership", member.as_str()),
        ("amount", "200"),
        ("paid_on", "24/11/2026"),
    ];
    let receipt = founder.add("payment", &paid);
    let photo = std::fs::read(picture()).unwrap();
    let form = [("title", "عقد الازدياد"), ("attachment_type", "scan")];
    let attached = founder.send_file(&format!("/id/{member}/attach"), &form, "a.png", &photo);
    assert_eq!(attached.status, 303, "{}", attached.body);
    let copy = founder.act("/copies/download", &[]);
    let file = stick.path().join("copy.tawro");
    std::fs::write(&file, &copy.bytes).unwrap();

    let empty = World::empty();
    let mut browser = Browser::open(1366, 768);
    begin(&mut browser, &empty);
    browser.go(&format!("http://{}/start/bring", empty.address));
    look(&mut browser, &axe);
    browser.choose("file", &file.display().to_string());
    browser.run("document.getElementById('file').form.querySelector('button').focus();");
    browser.keys(ENTER);
    browser.until("location.pathname == '/login'");
    write(&mut browser, "passphrase", PASSPHRASE);
    browser.keys(ENTER);
    browser.until("location.pathname == '/'");
    browser.go(&format!("http://{}/id/{receipt}", empty.address));
    browser.until("document.body.innerText.includes('2026-A-0001')");
    browser.go(&format!("http://{}/id/{member}", empty.address));
    browser.until("document.body.innerText.includes('سناء')");
    browser.until("document.body.innerText.includes('عقد الازدياد')");
    browser.until(SHOWN);
    look(&mut browser, &axe);
}

/// A photo stands on the card, drawn.
const SHOWN: &str =
    "document.querySelector('.files img') && document.querySelector('.files img').naturalWidth > 0";

fn picture() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/point.png")
}

#[test]
fn a_photo_is_added_to_a_card_opened_and_taken_away_by_keyboard() {
    let (axe, world) = (axe(), World::empty());
    let mut browser = Browser::open(500, 844);
    begin(&mut browser, &world);
    found(&mut browser);
    let here = format!("http://{}", world.address);
    browser.go(&format!("{here}/r/member/new"));
    write(&mut browser, "b-given_name/ar", "سناء");
    browser.keys(ENTER);
    browser.until("location.pathname.startsWith('/id/')");
    browser.run("document.querySelector('a[href$=\"/attach\"]').focus();");
    browser.keys(ENTER);
    browser.until("location.pathname.endsWith('/attach')");
    look(&mut browser, &axe);
    browser.choose("file", &picture().display().to_string());
    browser.run("document.getElementById('type').value = 'photo';");
    browser.run("document.querySelector('input[name=people_shown]').focus();");
    browser.keys(SPACE);
    browser.run("document.getElementById('title').focus();");
    browser.keys(ENTER);
    browser.until("location.pathname.startsWith('/id/') && document.querySelector('.files .tag')");
    browser.until(SHOWN);
    look(&mut browser, &axe);
    let wide = browser.run("return document.documentElement.scrollWidth > innerWidth;");
    assert_eq!(wide, Value::Bool(false), "the card is wider than a phone");
    let file = browser.run("return document.querySelector('.files bdi').closest('a').href;");
    let details = browser.run("return document.querySelector('.files .row a').href;");
    browser.go(details.as_str().unwrap());
    browser.until(SHOWN);
    look(&mut browser, &axe);
    browser.go(file.as_str().unwrap());
    assert_eq!(browser.run("return document.contentType;"), "image/png");
    browser.go(details.as_str().unwrap());
    browser.run("document.querySelector('form[action$=\"/delete\"] button').focus();");
    browser.keys(ENTER);
    browser.until("document.querySelector('.told form') && !document.querySelector('.files img')");
    browser.run("document.querySelector('.told form button').focus();");
    browser.keys(ENTER);
    browser.until(SHOWN);
}
