//! Two computers by their pages alone: enrolled, joined by six digits, at odds, decided.

use std::time::{Duration, Instant};

use tawro_tests::place::Place;

use tawro_tests::visit::{Reply, Visitor, World};

const SOON: Duration = Duration::from_millis(100);

fn until(what: &str, mut ask: impl FnMut() -> Option<Reply>) -> Reply {
    let began = Instant::now();
    loop {
        if let Some(reply) = ask() {
            return reply;
        }
        assert!(began.elapsed() < Duration::from_secs(60), "{what}");
        std::thread::sleep(SOON);
    }
}

fn shows(visitor: &mut Visitor, path: &str, text: &str) -> Reply {
    until(&format!("{path} never shows {text}"), || {
        let page = visitor.get(path);
        page.body.contains(text).then_some(page)
    })
}

/// The first computer invites, the second asks, both show the same digits, the first admits.
fn join(first: &mut Visitor, second: &mut Visitor) {
    assert_eq!(first.act("/together/invite", &[]).status, 303);
    let code = first.get("/together").between("class=\"code\">", "<").to_owned();
    let form = [
        ("code", code.as_str()),
        ("who", "عمر"),
        ("passphrase", "ثلاثة قوارب بيضاء"),
        ("again", "ثلاثة قوارب بيضاء"),
    ];
    assert_eq!(second.post("/start/join", &form).status, 303);
    let asked = until("nobody asks", || {
        let looked = first.act("/together/look", &[]);
        (looked.status == 303).then_some(looked)
    });
    let digits = first.follow(&asked).between("class=\"code\">", "<").to_owned();
    assert_eq!(digits.chars().filter(char::is_ascii_digit).count(), 6, "{digits}");
    shows(second, "/start/join", &digits);
    assert_eq!(
        first
            .act("/together/admit", &[("same", "yes"), ("role", "member")])
            .status,
        303
    );
    until("the second never belongs", || {
        let page = second.get("/start/join");
        (page.to() == "/login").then_some(page)
    });
    assert_eq!(second.log_in("ثلاثة قوارب بيضاء").status, 303);
}

fn edit(visitor: &mut Visitor, id: &str, field: &str, text: &str) {
    let path = format!("/id/{id}/edit");
    let form = visitor.get(&path);
    let base = form.between("name=\"base\" value=\"", "\"").to_owned();
    let party = form.between("name=\"base.party\" value=\"", "\"").to_owned();
    let was = format!("was.{field}");
    let all = [
        ("base", base.as_str()),
        ("base.party", &party),
        (&was, ""),
        (field, text),
    ];
    assert_eq!(visitor.act(&path, &all).status, 303);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_computers_agree_by_their_pages_alone() {
    let mut place = Place::new();
    let (one, mut first) = World::founded("جمعية الأمل");
    let id = first.add(
        "member",
        &[("given_name/ar", "خديجة"), ("family_name/ar", "بناني")],
    );
    assert!(first.get("/together").body.contains("on this computer alone"));
    let ticket = place.hub.ticket("جمعية الأمل").unwrap().to_string();
    assert_eq!(first.act("/together/enrol", &[("ticket", &ticket)]).status, 303);
    shows(
        &mut first,
        "/together",
        "All that was written here has reached the relay",
    );

    let two = World::empty();
    let mut second = two.visitor();
    join(&mut first, &mut second);
    shows(&mut second, "/r/member", "خديجة بناني");

    // What one writes the other has a moment later, without anybody asking for it.
    first.add(
        "member",
        &[("given_name/ar", "سناء"), ("family_name/ar", "العلوي")],
    );
    shows(&mut second, "/r/member", "سناء العلوي");

    // The relay is away: both write the same box, both say what exists only there.
    let address = place.stop_hub().await;
    edit(&mut first, &id, "member_no", "7");
    edit(&mut second, &id, "member_no", "8");
    shows(&mut first, "/", "only on this computer");
    place.wake_hub(address);
    let page = format!("/id/{id}");
    for visitor in [&mut first, &mut second] {
        let body = shows(visitor, &page, "Two different values").body;
        assert!(body.contains(">7<") && body.contains(">8<"), "{body}");
    }
    let decided = second.act(
        &format!("{page}/decide"),
        &[("cell", "member_no"), ("value", "8")],
    );
    assert_eq!(decided.status, 303, "{}", decided.body);
    until("the decision never comes", || {
        let body = first.get(&page);
        let is_settled = !body.body.contains("Two different values") && body.body.contains(">8<");
        is_settled.then_some(body)
    });
    drop((one, two));
}
