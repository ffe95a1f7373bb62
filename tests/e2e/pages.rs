//! Two computers by their pages alone: enrolled, joined by six digits, at odds, decided.

use tawro_tests::place::Place;
use tawro_tests::visit::{Visitor, World, join, shows, until};

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

    let kept_apart = ["/indicators/leaves", "/indicators/progress"];
    let says = |visitor: &mut Visitor, page| visitor.get(page).body.contains("has several computers");
    assert!(!kept_apart.iter().any(|page| says(&mut first, page)));
    let two = World::empty();
    let mut second = two.visitor();
    join(&mut first, &mut second);
    shows(&mut second, "/r/member", "خديجة بناني");
    // Consent and reports do not travel between them: each says so.
    assert!(kept_apart.iter().all(|page| says(&mut second, page)));

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
