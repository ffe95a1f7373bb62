//! What is written is kept: by two people at once, when a field is wrong, when the program ends.

use tawro_tests::visit::{PASSPHRASE, Visitor, World};

struct Form {
    path: String,
    base: String,
    party: String,
}

fn open(visitor: &mut Visitor, id: &str) -> Form {
    let path = format!("/id/{id}/edit");
    let page = visitor.get(&path);
    assert_eq!(page.status, 200, "{}", page.body);
    Form {
        base: page.between("name=\"base\" value=\"", "\"").to_owned(),
        party: page.between("name=\"base.party\" value=\"", "\"").to_owned(),
        path,
    }
}

fn send(visitor: &mut Visitor, form: &Form, field: &str, was: &str, text: &str) -> u16 {
    let was_name = format!("was.{field}");
    let all = [
        ("base", form.base.as_str()),
        ("base.party", &form.party),
        (&was_name, was),
        (field, text),
    ];
    visitor.act(&form.path, &all).status
}

fn member(visitor: &mut Visitor) -> String {
    let texts = [
        ("given_name/ar", "عمر"),
        ("family_name/ar", "العلوي"),
        ("member_no", "1"),
    ];
    visitor.add("member", &texts)
}

#[test]
fn two_tabs_that_change_two_fields_merge() {
    let (_world, mut founder) = World::founded("الأمل");
    let id = member(&mut founder);
    let (one, other) = (open(&mut founder, &id), open(&mut founder, &id));
    assert_eq!(send(&mut founder, &one, "member_no", "1", "7"), 303);
    assert_eq!(send(&mut founder, &other, "phone", "", "0661234567"), 303);
    let page = founder.get(&format!("/id/{id}")).body;
    assert!(
        page.contains(">7<") && page.contains("06\u{a0}61\u{a0}23\u{a0}45\u{a0}67"),
        "{page}"
    );
    assert!(!page.contains("Two different values"));
}

#[test]
fn two_tabs_that_change_one_field_show_both_and_one_decides() {
    let (_world, mut founder) = World::founded("الأمل");
    let id = member(&mut founder);
    let (one, other) = (open(&mut founder, &id), open(&mut founder, &id));
    assert_eq!(send(&mut founder, &one, "member_no", "1", "7"), 303);
    assert_eq!(send(&mut founder, &other, "member_no", "1", "8"), 303);
    let page = founder.get(&format!("/id/{id}")).body;
    assert!(
        page.contains("Two different values") && page.contains(">7<") && page.contains(">8<"),
        "{page}"
    );
    assert!(founder.get("/differences").body.contains("عمر العلوي"));
    let decided = founder.act(
        &format!("/id/{id}/decide"),
        &[("cell", "member_no"), ("value", "8")],
    );
    assert_eq!(decided.status, 303, "{}", decided.body);
    let page = founder.get(&format!("/id/{id}")).body;
    assert!(!page.contains("Two different values") && page.contains(">8<"));
}

#[test]
fn a_wrong_field_comes_back_with_everything_that_was_typed() {
    let (_world, mut founder) = World::founded("الأمل");
    let typed = [
        ("was.given_name/ar", ""),
        ("given_name/ar", "سناء"),
        ("was.phone", ""),
        ("phone", "12"),
        ("was.birth_date", ""),
        ("birth_date", "31/02/1990"),
    ];
    let reply = founder.act("/r/member/new", &typed);
    assert_eq!(reply.status, 422);
    for kept in [
        "value=\"سناء\"",
        "value=\"12\"",
        "aria-invalid=\"true\"",
        "aria-describedby=\"x-phone\"",
    ] {
        assert!(reply.body.contains(kept), "{kept}");
    }
    let empty = founder.act("/r/member/new", &[("was.phone", ""), ("phone", "0661234567")]);
    assert_eq!(empty.status, 422);
    assert!(empty.body.contains("This is needed"));
}

#[test]
fn nothing_but_a_name_in_one_script_is_asked_of_a_member() {
    let (_world, mut founder) = World::founded("الأمل");
    for texts in [[("given_name/ar", "سناء")], [("family_name/fr", "Bennani")]] {
        let id = founder.add("member", &texts);
        assert_eq!(founder.get(&format!("/id/{id}")).status, 200);
    }
}

#[test]
fn what_was_typed_outlives_the_session_and_the_program() {
    let (mut world, mut founder) = World::founded("الأمل");
    let draft = [
        ("was.given_name/ar", ""),
        ("given_name/ar", "مسودة"),
        ("base", ""),
    ];
    assert_eq!(founder.act("/draft?for=/r/member/new", &draft).status, 200);
    world.restart();
    let mut again = world.visitor();
    again.log_in(PASSPHRASE);
    let form = again.get("/r/member/new").body;
    assert!(
        form.contains("value=\"مسودة\"") && form.contains("you had written"),
        "{form}"
    );
    // A form that is sent after the session ended waits behind the login.
    let mut late = again.clone();
    late.cookies
        .retain(|(name, _)| !name.starts_with("tawro-1") && name != "tawro");
    late.cookies.retain(|(name, _)| name == "tawro-lang");
    let sent = late.act(
        "/r/donor/new",
        &[("was.organisation/fr", ""), ("organisation/fr", "Fondation Y")],
    );
    assert_eq!(sent.status, 303);
    let left = sent.to().split("left=").nth(1).unwrap().to_owned();
    assert!(!left.is_empty());
    let entered = late.post("/login", &[("passphrase", PASSPHRASE), ("left", &left)]);
    assert_eq!(entered.to(), "/r/donor/new");
    assert!(late.get("/r/donor/new").body.contains("value=\"Fondation Y\""));
    // Once it is sent, nothing of it is left.
    late.token();
    late.add("donor", &[("organisation/fr", "Fondation Y")]);
    assert!(!late.get("/r/donor/new").body.contains("Fondation Y"));
}

#[test]
fn what_was_done_is_taken_back_by_a_press() {
    let (_world, mut founder) = World::founded("الأمل");
    let id = member(&mut founder);
    let form = open(&mut founder, &id);
    assert_eq!(send(&mut founder, &form, "member_no", "1", "7"), 303);
    let told = founder.get(&format!("/id/{id}")).body;
    assert!(told.contains(&format!("action=\"/id/{id}/back\"")), "{told}");
    founder.act(&format!("/id/{id}/back"), &[]);
    assert!(founder.get(&format!("/id/{id}")).body.contains(">1<"));
    // Deleting keeps it in the bin.
    assert_eq!(founder.act(&format!("/id/{id}/delete"), &[]).status, 303);
    assert!(!founder.get("/r/member").body.contains("<a href=\"/id/"));
    assert!(founder.get("/trash").body.contains("عمر العلوي"));
    founder.act(&format!("/restore?ids={id}"), &[]);
    assert!(founder.get("/r/member").body.contains("عمر العلوي"));
    // So does deleting many.
    let other = member(&mut founder);
    let reply = founder.act(
        "/r/member/act",
        &[
            ("row", &id),
            ("row", &other),
            ("act", "delete"),
            ("here", "/r/member"),
        ],
    );
    let page = founder.follow(&reply);
    let undo = page.between("action=\"/restore?ids=", "\"").to_owned();
    assert_eq!(undo.split('.').count(), 2);
    founder.act(&format!("/restore?ids={undo}"), &[]);
    assert!(founder.get("/r/member").body.contains("2 records"));
}

#[test]
fn many_are_written_at_once_and_a_view_is_kept_by_its_name() {
    let (_world, mut founder) = World::founded("الأمل");
    let ids = [member(&mut founder), member(&mut founder)];
    let form = [
        ("row", ids[0].as_str()),
        ("row", &ids[1]),
        ("act", "fill.category"),
        ("with.category", "honorary"),
        ("here", "/r/member?f.category=honorary"),
    ];
    let reply = founder.act("/r/member/act", &form);
    let page = founder.follow(&reply);
    assert!(
        page.body.contains("2 records") && page.body.contains("Written in 2"),
        "{}",
        page.body
    );
    // One press takes it back, and an empty choice writes nothing.
    let undo = page
        .between("action=\"/r/member/unfill?field=category&#38;rows=", "\"")
        .to_owned();
    assert_eq!(undo.split('.').count(), 2, "{undo}");
    let take_back = format!("/r/member/unfill?field=category&rows={undo}");
    let reply = founder.act(&take_back, &[]);
    assert!(founder.follow(&reply).body.contains("2 records are as before"));
    let none = founder.get("/r/member?f.category=honorary").body;
    assert!(!none.contains(&ids[0]) && !none.contains(&ids[1]), "{none}");
    // What somebody wrote since is not taken back with it.
    founder.act("/r/member/act", &form);
    let since = [
        ("row", ids[0].as_str()),
        ("act", "fill.status"),
        ("with.status", "suspended"),
    ];
    founder.act("/r/member/act", &since);
    let reply = founder.act(&take_back, &[]);
    assert!(founder.follow(&reply).body.contains("1 record is as before"));
    assert!(founder.get("/r/member?f.status=suspended").body.contains(&ids[0]));
    let empty = [
        ("row", ids[0].as_str()),
        ("act", "fill.status"),
        ("with.status", ""),
    ];
    let reply = founder.act("/r/member/act", &empty);
    assert!(founder.follow(&reply).body.contains("Choose the value first"));
    founder.act("/r/member/act", &form);
    founder.act(
        "/r/member/views",
        &[("view", "Honorary"), ("here", "/r/member?f.category=honorary")],
    );
    assert!(founder.get("/r/member").body.contains(">Honorary</a>"));
}

#[test]
fn a_member_is_warned_of_while_typed_and_given_a_second_role_without_being_typed_again() {
    let (_world, mut founder) = World::founded("الأمل");
    founder.add(
        "member",
        &[("given_name/ar", "خديجة"), ("family_name/ar", "بناني")],
    );
    let typed = [("given_name/fr", "Khadija"), ("family_name/fr", "Bennani")];
    // Who is a member already is not made one again.
    let there = founder.act("/r/member/alike", &typed).body;
    assert!(
        there.contains("خديجة بناني") && !there.contains("/r/member/new?"),
        "{there}"
    );
    let warned = founder.act("/r/beneficiary/alike", &typed).body;
    assert!(warned.contains("خديجة بناني"), "{warned}");
    let to = warned
        .split("<a href=\"/r/")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let form = founder.get(&format!("/r/{to}"));
    assert!(form.body.contains("خديجة بناني") && !form.body.contains("name=\"given_name/ar\""));
    let person = form.between("name=\"person\" value=\"", "\"").to_owned();
    let reply = founder.act(
        "/r/beneficiary/new",
        &[("person", &person), ("was.service", ""), ("service", "دعم")],
    );
    let page = founder.follow(&reply);
    assert!(
        page.body.contains("خديجة بناني") && page.body.contains("دعم"),
        "{}",
        page.body
    );
    assert!(founder.get("/r/person").body.contains("1 record"));
}
