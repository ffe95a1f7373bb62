//! What each function may not do is refused by the program, and not only hidden.

use tawro_core::schema::{Access, Schema};

use tawro_tests::visit::{Visitor, World};

use crate::programme::run_programme;

pub(crate) fn person(world: &World, founder: &mut Visitor, function: &str) -> Visitor {
    let passphrase = format!("passphrase of {function}");
    let form = [
        ("name", function),
        ("function", function),
        ("passphrase", &passphrase),
        ("again", &passphrase),
    ];
    let reply = founder.act("/logins", &form);
    assert_eq!(reply.status, 303, "{}", reply.body);
    let mut visitor = world.visitor();
    assert_eq!(visitor.log_in(&passphrase).status, 303);
    visitor
}

#[test]
fn each_function_sees_and_writes_its_part_and_nothing_else() {
    let (world, mut founder) = World::founded("الأمل");
    run_programme(&mut founder, "1");
    let schema = Schema::builtin();
    for function in ["treasurer", "archivist", "coordinator", "assistant"] {
        let mut visitor = person(&world, &mut founder, function);
        let access = Access::of([function]);
        for kind in schema.kinds().filter(|kind| !kind.singleton) {
            let list = visitor.get(&format!("/r/{}", kind.key));
            let expected = if access.sees(kind) { 200 } else { 403 };
            assert_eq!(list.status, expected, "{function} looks at {}", kind.key);
            let form = visitor.get(&format!("/r/{}/new", kind.key));
            let expected = if access.writes(kind) { 200 } else { 403 };
            assert_eq!(form.status, expected, "{function} adds a {}", kind.key);
            if !access.writes(kind) {
                let added = visitor.act(
                    &format!("/r/{}/new", kind.key),
                    &[("was.note", ""), ("note", "x")],
                );
                assert_eq!(added.status, 403, "{function} adds a {} unseen", kind.key);
            }
            if !access.sees(kind) {
                for path in ["export", "blank"] {
                    let file = visitor.get(&format!("/r/{}/{path}", kind.key));
                    assert_eq!(file.status, 403, "{function}: {path} of {}", kind.key);
                }
            }
        }
        for path in ["/logins", "/paper", "/fields"] {
            assert_eq!(visitor.get(path).status, 403, "{function} at {path}");
            assert_eq!(visitor.act(path, &[]).status, 403, "{function} acts at {path}");
        }
    }
}

#[test]
fn a_record_is_kept_from_whom_it_does_not_concern_by_every_address_of_it() {
    let (world, mut founder) = World::founded("الأمل");
    let id = founder.add("donor", &[("organisation/fr", "Fondation X")]);
    let mut archivist = person(&world, &mut founder, "archivist");
    for path in ["", "/edit", "/history"] {
        let reply = archivist.get(&format!("/id/{id}{path}"));
        assert_eq!(reply.status, 403, "{path}");
        assert!(!reply.body.contains("Fondation"), "{path}");
    }
    for path in ["edit", "delete", "back", "decide"] {
        let reply = archivist.act(
            &format!("/id/{id}/{path}"),
            &[("cell", "remarks"), ("value", "x")],
        );
        assert_eq!(reply.status, 403, "{path}");
    }
    assert!(!archivist.get("/search?q=Fondation").body.contains("Fondation X"));
    let treasurer = person(&world, &mut founder, "treasurer");
    let mut treasurer = treasurer;
    assert_eq!(treasurer.get(&format!("/id/{id}")).status, 200);
}

#[test]
fn a_card_offers_what_may_be_written_about_it_and_fills_it_in() {
    let (world, mut founder) = World::founded("الأمل");
    let id = founder.add(
        "member",
        &[("given_name/ar", "سناء"), ("family_name/ar", "العلوي")],
    );
    let mut treasurer = person(&world, &mut founder, "treasurer");
    let card = treasurer.get(&format!("/id/{id}"));
    let to = format!("/r/payment/new?membership={id}");
    assert!(card.body.contains(&to), "{}", card.body);
    assert!(!card.body.contains("/r/consent/new"), "a treasurer writes none");
    assert!(treasurer.get(&to).body.contains("سناء"));
    assert!(
        founder
            .get(&format!("/id/{id}"))
            .body
            .contains("/r/consent/new?person=")
    );
}

#[test]
fn somebody_who_is_taken_away_is_out_at_once() {
    let (world, mut founder) = World::founded("الأمل");
    let mut visitor = person(&world, &mut founder, "assistant");
    let logins = founder.get("/logins");
    let id = logins.between("/logins/", "/passphrase").to_owned();
    assert_eq!(founder.act(&format!("/logins/{id}/remove"), &[]).status, 303);
    assert_eq!(visitor.get("/r/member").status, 303);
    assert_eq!(visitor.log_in("passphrase of assistant").status, 422);
    // Whoever set the computer up stays.
    let own = founder.get("/logins");
    assert_eq!(own.body.matches("<li class=\"card\">").count(), 1);
}

#[test]
fn a_passphrase_of_another_cannot_be_taken_and_is_not_named() {
    let (world, mut founder) = World::founded("الأمل");
    person(&world, &mut founder, "assistant");
    let form = [
        ("name", "Omar"),
        ("passphrase", "passphrase of assistant"),
        ("again", "passphrase of assistant"),
    ];
    let reply = founder.act("/logins", &form);
    assert_eq!(reply.status, 422);
    assert!(reply.body.contains("cannot be used"), "{}", reply.body);
}

#[test]
fn authors_are_the_people_who_wrote() {
    let (world, mut founder) = World::founded("الأمل");
    let id = founder.add(
        "member",
        &[("given_name/ar", "عمر"), ("family_name/ar", "العلوي")],
    );
    let mut assistant = person(&world, &mut founder, "assistant");
    let form = assistant.get(&format!("/id/{id}/edit"));
    let base = form.between("name=\"base\" value=\"", "\"").to_owned();
    let party = form.between("name=\"base.party\" value=\"", "\"").to_owned();
    let wrote = [
        ("base", base.as_str()),
        ("base.party", &party),
        ("was.member_no", ""),
        ("member_no", "12"),
    ];
    assert_eq!(assistant.act(&format!("/id/{id}/edit"), &wrote).status, 303);
    let history = founder.get(&format!("/id/{id}/history"));
    assert!(history.body.contains("assistant · "), "{}", history.body);
    assert!(history.body.contains("خديجة · "), "{}", history.body);
}
