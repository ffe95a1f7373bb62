//! What other sites, other people and broken browsers try.

use tawro_tests::visit::{PASSPHRASE, World, encode};

#[test]
fn a_foreign_name_and_a_foreign_page_are_not_answered() {
    let (world, mut founder) = World::founded("الأمل");
    let rebound = founder.send("GET", "/", &[("host", "evil.example")], b"");
    assert_eq!(rebound.status, 421);
    let token = founder.token.clone();
    let body = encode(&[("token", token.as_str()), ("name", "X")]);
    let kind = ("content-type", "application/x-www-form-urlencoded");
    for foreign in [
        ("origin", "https://evil.example"),
        ("origin", "null"),
        ("sec-fetch-site", "cross-site"),
    ] {
        let reply = founder.send("POST", "/r/household/new", &[kind, foreign], body.as_bytes());
        assert_eq!(reply.status, 421, "{foreign:?}");
    }
    let mut stranger = world.visitor();
    assert_eq!(stranger.get("/r/member").to(), "/login?then=%2Fr%2Fmember&left=");
}

#[test]
fn a_form_without_the_sessions_token_changes_nothing() {
    let (_world, mut founder) = World::founded("الأمل");
    let form = [("was.name", ""), ("name", "Alaoui")];
    assert_eq!(founder.post("/r/household/new", &form).status, 403);
    let mut wrong = vec![("token", "wrong")];
    wrong.extend(form);
    assert_eq!(founder.post("/r/household/new", &wrong).status, 403);
    assert!(!founder.get("/r/household").body.contains("Alaoui"));
}

#[test]
fn every_answer_forbids_what_is_not_ours() {
    let (_world, mut founder) = World::founded("الأمل");
    for path in [
        "/",
        "/r/member",
        "/static/pages.js",
        "/no-such-page",
        "/r/member/export",
    ] {
        let reply = founder.get(path);
        let policy = reply.header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self'"),
            "{path}"
        );
        assert!(!policy.contains("unsafe"), "{path}");
        assert_eq!(reply.header("x-content-type-options"), "nosniff", "{path}");
    }
    assert_eq!(founder.get("/").header("cache-control"), "no-store");
}

#[test]
fn names_that_are_scripts_are_shown_and_not_run() {
    let (_world, mut founder) = World::founded("\"><script>alert(1)</script>");
    let name = "<img src=x onerror=alert(2)>";
    let id = founder.add(
        "member",
        &[
            ("given_name/fr", name),
            ("family_name/fr", "'\"></title><script>"),
        ],
    );
    for path in [
        "/".to_owned(),
        "/r/member".to_owned(),
        format!("/id/{id}"),
        format!("/id/{id}/edit"),
        format!("/id/{id}/history"),
        "/search?q=%3Cscript%3E".to_owned(),
    ] {
        let page = founder.get(&path);
        assert_eq!(page.status, 200, "{path}");
        for bad in ["<script>alert", "<img src=x", "</title><script>"] {
            assert!(!page.body.contains(bad), "{path} runs {bad}");
        }
    }
    assert!(founder.get(&format!("/id/{id}")).body.contains("&#60;img src=x"));
}

#[test]
fn a_form_that_is_too_large_is_refused_with_words() {
    let (_world, mut founder) = World::founded("الأمل");
    let long = "a".repeat(600 * 1024);
    let reply = founder.act("/r/household/new", &[("was.name", ""), ("name", &long)]);
    assert_eq!(reply.status, 413);
    let text = "a".repeat(70 * 1024);
    let reply = founder.act(
        "/r/household/new",
        &[("was.name", ""), ("name", "X"), ("was.note", ""), ("note", &text)],
    );
    assert_eq!(reply.status, 422);
    assert!(reply.body.contains("too long"), "{}", reply.body);
}

#[test]
fn guessing_is_braked_and_the_right_passphrase_waits_too() {
    let (world, _founder) = World::founded("الأمل");
    let mut guesser = world.visitor();
    for _ in 0..5 {
        let reply = guesser.log_in("wrong guess");
        assert_eq!(reply.status, 422);
        assert!(reply.body.contains("not the passphrase"));
    }
    let reply = guesser.log_in(PASSPHRASE);
    assert_eq!(reply.status, 200, "nobody is let in while they have to wait");
    assert!(reply.body.contains("Too many tries"), "{}", reply.body);
}

#[test]
fn whoever_leaves_is_out_and_the_program_locks_what_it_showed() {
    let (_world, mut founder) = World::founded("الأمل");
    let page = founder.get("/");
    assert!(page.body.contains("data-idle-seconds=\"900\""));
    let left = founder.act("/leave", &[]);
    assert_eq!(left.to(), "/login");
    assert_eq!(founder.get("/r/member").status, 303);
    // The page to which an idle browser goes ends the session too.
    founder.log_in(PASSPHRASE);
    founder.get("/login?then=/");
    assert_eq!(founder.get("/r/member").status, 303);
}

#[test]
fn an_open_page_is_no_place_to_guess_its_passphrase_either() {
    let (_world, mut founder) = World::founded("الأمل");
    let guess = [
        ("old", "wrong guess"),
        ("new", "another phrase"),
        ("again", "another phrase"),
    ];
    // The pause is counted in seconds, and a busy machine may spend them on one guess.
    let stops = (0..20).any(|_| {
        let refused = founder.act("/settings/passphrase", &guess);
        assert_eq!(refused.status, 422);
        refused.body.contains("Too many tries")
    });
    assert!(stops);
    let right = [
        ("old", PASSPHRASE),
        ("new", "another phrase"),
        ("again", "another phrase"),
    ];
    let refused = founder.act("/settings/passphrase", &right);
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("Too many tries"), "{}", refused.body);
}
